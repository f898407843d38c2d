import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { UnexpectedAnswer } from '../../src/errors.ts';
import { browser } from './available.ts';
import { failure, pageWith, context } from './site.ts';

/** A list that asks for its next page when its end comes into view; `box` puts it into a scrolling box of its own. */
const endless = (box = false): string =>
  pageWith(
    `const list = document.querySelector('ul');
     const more = async () => {
       const names = await (await fetch('/page.json?from=' + list.children.length)).json();
       for (const name of names) {
         const item = list.appendChild(document.createElement('li'));
         item.textContent = name;
         item.style.height = '200px';
       }
     };
     new IntersectionObserver(([end]) => { if (end.isIntersecting) more(); }).observe(document.querySelector('#end'));`,
    `<div style="${box ? 'height: 300px; overflow: auto' : ''}"><ul></ul><p id="end" style="height: 1px"></p></div>`,
  );

/** Pages of ten names, until there are so many. */
const pagesOf = (total: number, delay = 0) => ({
  '/page.json': (response: ServerResponse, request: IncomingMessage) => {
    const from = Number(new URL(request.url ?? '', 'http://x').searchParams.get('from'));
    const names = Array.from({ length: Math.min(10, total - from) }, (_, index) => `name ${from + index}`);
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(names)), delay);
  },
});

describe.skipIf(browser === null)('scrolling', () => {
  const { web, site } = context({ pageLimits: { settleSeconds: 0.3 } });
  const look = { waitFor: 'li', scroll: { item: 'li', maxItems: 1000 } };

  it.each<[string, string]>([
    ['the window', endless()],
    ['a box of the page', endless(true)],
  ])('%s brings everything', async (_, page) => {
    const { host } = site({ '/': page, ...pagesOf(45) });
    const { body } = await web().rendered(`https://${host}/`, look);
    expect(
      body('li')
        .toArray()
        .map((each) => body(each).text()),
    ).toEqual(Array.from({ length: 45 }, (__, index) => `name ${index}`));
  });

  it('waits for what was asked for, however long after the page settled', async () => {
    const { host, asked } = site({ '/': endless(), ...pagesOf(25, 900) });
    expect((await web().rendered(`https://${host}/`, look)).body('li')).toHaveLength(25);
    expect(asked.filter((path) => path.startsWith('/page.json')).length).toBeLessThanOrEqual(5);
  });

  it('ends when there are enough', async () => {
    const { host, asked } = site({ '/': endless(), ...pagesOf(100_000) });
    const { body } = await web().rendered(`https://${host}/`, { ...look, scroll: { item: 'li', maxItems: 30 } });
    expect(body('li').length).toBeGreaterThanOrEqual(30);
    expect(asked.length).toBeLessThan(12);
  });

  it('of a list without items, or of a page that is shorter than the window, ends', async () => {
    const { host } = site({
      '/empty': '<!doctype html><p class="empty">Nobody yet</p>',
      '/short': '<!doctype html><ul><li>1</li><li>2</li></ul>',
    });
    const empty = { waitFor: 'li, .empty', scroll: look.scroll };
    expect((await web().rendered(`https://${host}/empty`, empty)).body('.empty')).toHaveLength(1);
    expect((await web().rendered(`https://${host}/short`, look)).body('li')).toHaveLength(2);
  });

  it('reaches a page that listens to scrolling although it is shorter than the window', async () => {
    const { host } = site({
      '/': pageWith(
        `let pages = 0;
         addEventListener('scroll', () => { pages += 1; if (pages < 4) document.querySelector('ul').append(document.createElement('li')); });`,
        '<ul><li></li></ul>',
      ),
    });
    expect((await web().rendered(`https://${host}/`, look)).body('li')).toHaveLength(4);
  });

  it('does not wait for ever for a request that is held open', async () => {
    const { host } = site({
      '/': pageWith(`fetch('/held').catch(() => {})`, '<ul><li></li></ul>'),
      '/held': () => undefined,
    });
    expect((await web().rendered(`https://${host}/`, look)).body('li')).toHaveLength(1);
  });

  it('goes on where the page goes to another document meanwhile', async () => {
    const { host } = site({
      '/': pageWith(`addEventListener('scroll', () => { location = '/next'; })`, '<ul><li>old</li></ul>'),
      '/next': '<!doctype html><ul><li>new</li><li>new</li></ul>',
    });
    const answer = await web().rendered(`https://${host}/`, look);
    expect([answer.url, answer.body('li').length]).toEqual([`https://${host}/next`, 2]);
  });
});

describe.skipIf(browser === null)('a list that never ends', () => {
  const { web, site } = context({ pageLimits: { seconds: 5, settleSeconds: 0.3 } });

  it('is given up when the time is over, and says how far it came', async () => {
    const { host } = site({
      '/': pageWith(
        `setInterval(() => document.querySelector('ul').append(document.createElement('li')), 50)`,
        '<ul><li></li></ul>',
      ),
    });
    const asking = web().rendered(`https://${host}/`, { waitFor: 'li', scroll: { item: 'li', maxItems: 1000 } });
    const error = await failure(asking);
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toMatch(/still grew after 5 seconds, with \d+ items/);
  });
});
