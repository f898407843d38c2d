import type { Double, DoubleAnswer, Graph } from './graph.ts';

const host = 'misskey.garden.example';

/** What tsx calls around functions within functions, and a page has not. */
const named = 'globalThis.__name ??= (made) => made;';

/** Accounts that a list gets at a time. */
const atATime = 20;

export interface MisskeyWeb extends Double {
  /** The HTML of a page after its scripts ran and everything was scrolled for. */
  drawn(path: string): string;
}

/**
 * The web client of one Misskey server (structure as in its sources of 2023 to 2025, and as Sharkey 2024.9.1 was seen
 * in 2026-11). The first HTML is empty but for the id of the user whom the page is about, and of status 200 for everybody.
 * The script draws the page then, 20 accounts at first and 20 more whenever the end comes into sight. The side column
 * links to accounts that nobody follows. Class names of the list are hashes.
 */
export function misskeyWeb(graph: Graph): MisskeyWeb {
  const people = new Map(graph.people.filter(({ state }) => state !== 'gone').map((each) => [each.name, each]));
  const media = new Map(graph.media.map((each) => [each.name, each]));

  function partsOf(path: string): { name: string; head: string; main: string[]; shown: 'panels' | 'whole' } {
    const [, name = '', section = ''] = /^\/@([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    const person = people.get(name);
    const medium = media.get(name);
    if (!person && !medium) return { name, head: '', main: [trouble], shown: 'whole' };
    const head = `<meta name="misskey:user-username" content="${name}"><meta name="misskey:user-id" content="id${name}">`;
    if (section !== 'following') {
      return { name, head, main: [profile(name, medium?.title ?? name, medium?.subscribers ?? 0)], shown: 'whole' };
    }
    if (person?.state === 'hidden') return { name, head, main: [trouble], shown: 'whole' };
    const panels = (person?.follows ?? []).map((each) => panel(each, media.get(each)?.title ?? each));
    return panels.length === 0
      ? { name, head, main: [nothing], shown: 'whole' }
      : { name, head, main: panels, shown: 'panels' };
  }

  function drawn(path: string): string {
    const { head, main, shown } = partsOf(path);
    const inside = shown === 'panels' ? `<div class="xk3r9">${main.join('')}</div>` : main.join('');
    return `<!DOCTYPE html><html><head>${head}<title>Misskey</title></head><body><div id="misskey_app"><main>${inside}</main>${sideColumn}</div></body></html>`;
  }

  function answer({ path }: { path: string }): DoubleAnswer {
    if (path === '/robots.txt')
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nAllow: /\n' };
    const { head, main, shown } = partsOf(decodeURIComponent(path));
    const data = JSON.stringify({ main, shown, sideColumn }).replaceAll('<', String.raw`\u003c`);
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body:
        `<!DOCTYPE html><html><head>${head}<title>Misskey</title></head><body><div id="misskey_app">Loading</div>` +
        `<script id="data" type="application/json">${data}</script><script>${named}(${String(draw)})(${atATime})</script></body></html>`,
    };
  }

  return { hosts: [host], answer, drawn, addressOf: (name) => `https://${host}/@${name}` };
}

/** Runs in the page. */
function draw(most: number): void {
  const page = (globalThis as unknown as { document: PageDocument }).document;
  const {
    main,
    shown,
    sideColumn: side,
  } = JSON.parse(page.getElementById('data')?.textContent ?? '') as {
    main: string[];
    shown: string;
    sideColumn: string;
  };
  setTimeout(() => {
    const app = page.getElementById('misskey_app');
    if (!app) return;
    app.innerHTML = `<main>${shown === 'panels' ? '<div class="xk3r9"></div>' : main.join('')}</main>${side}`;
    const list = page.querySelector('.xk3r9');
    if (!list) return;
    let count = 0;
    const more = (): void => {
      list.insertAdjacentHTML('beforeend', main.slice(count, count + most).join(''));
      count += most;
    };
    more();
    page.addEventListener('scroll', () => setTimeout(more, 20));
  }, 50);
}

/** As much of a page as the script needs: the tests are not compiled for browsers. */
interface PageDocument {
  getElementById(id: string): { textContent: string; innerHTML: string } | null;
  querySelector(selector: string): { insertAdjacentHTML(where: string, html: string): void } | null;
  addEventListener(event: string, listener: () => void): void;
}

const panel = (name: string, title: string): string =>
  '<div class="_panel x7Jbt" style="min-height: 180px"><div class="xq1"></div><span class="xAv"></span>' +
  `<div class="xTi"><a class="xNa" href="/@${name}"><span>${title}</span></a><p class="xUs"><span>@${name}</span></p></div>` +
  '<div class="xDe"><span>No description</span></div><div class="xSt"><div><p>Notes</p><span>5</span></div></div></div>';

const profile = (name: string, title: string, followers: number): string =>
  `<div class="profile _gaps"><div class="main _panel"><div class="banner-container"><div class="title"><span class="name">${title}</span>` +
  `<div class="bottom"><span class="username">@${name}</span></div></div></div><div class="description"><p>All about ${title}</p></div>` +
  `<div class="status"><a href="/@${name}"><b>5</b><span>Notes</span></a><a href="/@${name}/following"><b>2</b><span>Following</span></a>` +
  `<a href="/@${name}/followers"><b>${followers.toLocaleString('en')}</b><span>Followers</span></a></div></div></div>`;

const trouble =
  '<div class="xEr"><img class="_ghost"><p><i class="ti ti-alert-triangle"></i> An error has occurred</p><button>Retry</button></div>';
const nothing = '<div class="empty"><div class="_fullinfo"><img class="_ghost"><div>There is nothing</div></div></div>';
const sideColumn =
  '<aside><div class="_panel xTl"><article><header><a href="/@chatterbox"><b>Chatterbox</b></a></header><p>hello</p></article>' +
  '<article><header><a href="/@stranger">Stranger</a></header></article></div></aside>';
