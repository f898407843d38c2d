import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Double, Graph, Media, Person } from '../doubles/graph.ts';
import { youtubeDouble } from '../doubles/youtube.ts';

/** One request, and who sent it. */
export interface CountedRequest {
  host: string;
  at: number;
  /** The address it came from. */
  from: string;
  /** The API key it brought. */
  key: string | null;
}

export interface SharedHosts {
  connectTo: Record<string, string>;
  asked: CountedRequest[];
  close(): void;
}

export const siteHost = 'plants.example';
export const apiKey = 'key-of-all-machines';

/** What the site asks of one address, and YouTube of one key: requests in seconds. */
export const sitePace = { requests: 30, seconds: 1 };
export const keyPace = { requests: 50, seconds: 10 };

export const recipes = {
  sites: [
    {
      id: 'plants',
      host: siteHost,
      pace: sitePace,
      profile: '/people/{name}',
      missing: 404,
      follows: [{ page: '/people/{name}', list: '#reads', item: 'li', link: 'a@href', title: 'a', empty: '.nothing' }],
      resources: [
        {
          address: '/journals/{name}',
          title: 'h1',
          subscribers: '.readers',
          posts: { item: 'article', link: 'a@href', author: '.by@href', date: 'time@datetime' },
        },
      ],
    },
  ],
};

/** Clients of the site and of YouTube, each following a few of the same pages. */
export function crowdOf(onSite: number, onYouTube: number): { site: Graph; youtube: Graph } {
  return { site: graphOf('s', onSite, 24), youtube: graphOf('y', onYouTube, 12) };
}

function graphOf(mark: string, clients: number, pages: number): Graph {
  const media = Array.from({ length: pages }, (_, at): Media => ({
    name: `${mark}page${at}`,
    title: `Page ${mark}${at}`,
    subscribers: 4000 + at * 500,
    outside: at % 4,
    own: 6,
  }));
  const people = Array.from({ length: clients }, (_, at): Person => {
    // Everybody follows the first, and the others are shared by ever fewer.
    const chosen = new Set(Array.from({ length: 6 }, (__, nth) => (at * nth + nth * nth) % pages));
    return {
      name: `${mark}reader${at}`,
      follows: [...chosen].map((page) => `${mark}page${page}`),
      state: at % 29 === 0 ? 'gone' : 'open',
    };
  });
  return { people, media };
}

/** Answers for the site and for YouTube, a little late, and counts. */
export async function serveShared(graphs: { site: Graph; youtube: Graph }, delayMs: number): Promise<SharedHosts> {
  const youtube = youtubeDouble(graphs.youtube, { key: apiKey });
  const doubles = new Map<string, Pick<Double, 'answer'>>(youtube.hosts.map((host) => [host, youtube]));
  doubles.set(siteHost, { answer: ({ path }) => siteAnswer(graphs.site, path) });
  const asked: CountedRequest[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').toLowerCase();
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { searchParams: query, pathname: path } = url;
    const { method = 'GET', headers, socket } = request;
    const given = query.get('key') ?? headers['x-goog-api-key'] ?? null;
    asked.push({ host, at: Date.now(), from: socket.remoteAddress ?? '', key: given === null ? null : String(given) });
    void (async () => {
      await setTimeout(delayMs);
      const question = { method, host, path, query, headers, body: '' };
      const answer = await (doubles.get(host)?.answer(question) ?? { status: 421, body: '' });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    connectTo: Object.fromEntries([...doubles.keys()].map((host) => [host, origin])),
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function siteAnswer(
  { people, media }: Graph,
  path: string,
): { status: number; headers?: Record<string, string>; body: string } {
  const [, kind, name] = path.split('/');
  const person = people.find((each) => each.name === name && each.state === 'open');
  const page = media.find((each) => each.name === name);
  if (kind === 'people' && person) return html(readsOf(person, media));
  if (kind === 'journals' && page) return html(journalOf(page));
  return { status: 404, body: 'there is no such page' };
}

const html = (body: string) => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en"><body>${body}</body></html>`,
});

const readsOf = ({ follows }: Person, media: Media[]): string =>
  `<ul id="reads">${media
    .filter(({ name }) => follows.includes(name))
    .map(({ name, title }) => `<li><a href="/journals/${name}">${title}</a></li>`)
    .join('')}</ul>`;

/** Posts a day apart, so that they are as old whenever a run takes place. */
function journalOf({ name, title, subscribers, outside, own }: Media): string {
  const today = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  const posts = Array.from({ length: outside + own }, (_, at) => {
    const by = at < outside ? `/people/guest${at}` : `/journals/${name}`;
    const date = new Date(today - (at + 1) * 86_400_000).toISOString();
    return `<article><a href="/posts/${name}-${at}">Post ${at}</a> <a class="by" href="${by}">by</a> <time datetime="${date}">then</time></article>`;
  });
  return `<h1>${title}</h1><span class="readers">${subscribers ?? ''}</span>${posts.join('')}`;
}
