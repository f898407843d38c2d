import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { analyze } from '../src/index.ts';
import type { Clock } from '../src/types/run.ts';
import type { LearntLimit } from '../src/types/web.ts';
import { createWebClient } from '../src/web/client.ts';
import { hurriedClock } from '../tests/helpers/clock.ts';
import { type Cost, costAlone, tellCost } from './alone.ts';

// What collecting costs beside bare undici and Crawlee, and what dead hosts and limits cost a run.
// npm run bench:collecting [-- clients]; Crawlee is installed into a temporary folder for it.

const [clients = 400] = process.argv.slice(2, 3).map(Number);
const pagesAList = 3;
const follows = 250;
const host = 'public.api.bsky.app';

const account = (number: number) => ({
  did: `did:plc:account${String(number).padStart(17, '0')}`,
  handle: `account${number}.example`,
  displayName: `The account number ${number}`,
  description: 'What it is about, in a sentence or two as people write them there.',
  avatar: `https://cdn.example/img/avatar/plain/did:plc:account${number}/jpeg`,
  createdAt: '2024-05-06T07:08:09.000Z',
  indexedAt: '2024-05-06T07:08:09.000Z',
  labels: [],
  viewer: { muted: false, blockedBy: false },
});

const profile = (actor: string) => ({
  did: actor.startsWith('did:') ? actor : `did:plc:${actor.replace(/\..*/, '').padStart(24, 'x')}`,
  handle: actor.startsWith('did:') ? `${actor.slice(8).replace(/^x+/, '')}.example` : actor,
  displayName: actor,
  followsCount: follows,
  followersCount: 10_000,
  postsCount: 100,
});

/** A server like Bluesky's: each client follows 250 of 5,000 accounts, in pages of 100. */
function serve(): void {
  const accounts = Array.from({ length: 5000 }, (_, number) => account(number));
  const pages = new Map<string, string>();
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    if (incoming.headers.host?.startsWith('dead')) return;
    const known = pages.get(url.href) ?? JSON.stringify(answer(url));
    pages.set(url.href, known);
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end(known);
  });
  const answer = ({ pathname, searchParams: asked }: URL): unknown => {
    if (pathname.endsWith('getProfiles')) {
      return { profiles: asked.getAll('actors').map((actor) => profile(actor)) };
    }
    if (!pathname.endsWith('getFollows')) return {};
    const actor = asked.get('actor') ?? '';
    const client = Number(/\d+/.exec(actor)?.[0] ?? 0);
    const start = Number(asked.get('cursor') ?? 0);
    const end = Math.min(follows, start + 100);
    const listed = Array.from({ length: end - start }, (_, index) => {
      const place = start + index;
      return accounts[(place * (place + 7) + client * 13) % accounts.length];
    });
    return { subject: profile(actor), follows: listed, ...(end < follows && { cursor: String(end) }) };
  };
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address ? address.port : 0);
  });
}

const namesOf = (from: number): string[] =>
  Array.from({ length: clients }, (_, number) => `client${from + number}.example`);
const names = namesOf(0);
const pathsOf = (name: string): string[] =>
  Array.from(
    { length: pagesAList },
    (_, page) => `/xrpc/app.bsky.graph.getFollows?actor=${name}&limit=100${page > 0 ? `&cursor=${page * 100}` : ''}`,
  );
const paths = names.flatMap(pathsOf);

const anything = z.looseObject({ follows: z.array(z.unknown()) });

/** Each asks the same pages, four at once, and parses them. */
const ways: Record<string, (origin: string, folder: string) => Promise<number>> = {
  async undici(origin) {
    const agent = new Agent({ connections: 4 });
    let next = 0;
    const work = async (): Promise<void> => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
        const { body } = await request(origin + path, { dispatcher: agent });
        anything.parse(await body.json());
      }
    };
    await Promise.all([1, 2, 3, 4].map(work));
    await agent.close();
    return paths.length;
  },

  async crawlee(origin, folder) {
    const { HttpCrawler, Configuration, MemoryStorage } = (await import(
      pathToFileURL(join(folder, 'node_modules/@crawlee/http/index.mjs')).href
    )) as Crawlee;
    const { MemoryStorage: Memory } = (await import(
      pathToFileURL(join(folder, 'node_modules/@crawlee/memory-storage/index.mjs')).href
    )) as { MemoryStorage: typeof MemoryStorage };
    let count = 0;
    const crawler = new HttpCrawler(
      {
        minConcurrency: 4,
        maxConcurrency: 4,
        additionalMimeTypes: ['application/json'],
        requestHandler({ json }) {
          anything.parse(json);
          count += 1;
        },
      },
      new Configuration({ storageClient: new Memory({ persistStorage: false }), logLevel: 0 } as never),
    );
    await crawler.run(paths.map((path) => origin + path));
    return count;
  },

  async 'web client'(origin) {
    const client = createWebClient({
      clock: hurriedClock(),
      connectTo: new Map([[host, origin]]),
      userAgent: 'bench (+https://project.example)',
    });
    const web = client.for({ id: 'bluesky', paces: [{ requests: 3000, seconds: 300 }], concurrency: 4 });
    await Promise.all(paths.map((path) => web.json(`https://${host}${path}`, anything)));
    await client.close();
    return paths.length;
  },

  /** Profiles, lists, the state and the report. */
  analyze: (origin, folder) => run(origin, folder, names),

  /** The same with one client in a hundred exchanged, on the state of the run before. */
  refresh: (origin, folder) => run(origin, folder, namesOf(Math.ceil(clients / 100))),
};

interface Crawlee {
  HttpCrawler: new (
    options: Record<string, unknown> & { requestHandler(context: { json: unknown }): void },
    configuration: unknown,
  ) => { run(urls: string[]): Promise<unknown> };
  Configuration: new (options: never) => unknown;
  MemoryStorage: new (options: { persistStorage: boolean }) => unknown;
}

async function run(origin: string, folder: string, profiles: string[]): Promise<number> {
  const settings = {
    customers: profiles.map((name) => ({ customer: name, profile: `https://bsky.app/profile/${name}` })),
    connectTo: { [host]: origin },
    state: join(folder, 'state.sqlite'),
    thirdParty: 'ignore',
    top: 10,
  } as const;
  const { requests } = await analyze(settings, { clock: hurriedClock() });
  return Object.values(requests).reduce((sum, count) => sum + count, 0);
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** 90 of 100 hosts never answer, and stand first: seconds until a list of another one is read, and until the end. */
async function meetDeadHosts(origin: string): Promise<string> {
  const all = Array.from({ length: 100 }, (_, number) => `${number < 90 ? 'dead' : 'living'}${number}.example`);
  const clock: Clock = {
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
  const client = createWebClient({
    clock,
    connectTo: new Map(all.map((name) => [name, origin])),
    userAgent: 'bench (+https://project.example)',
  });
  const web = client.for({ id: 'mastodon', paces: [{ requests: 300, seconds: 300 }], concurrency: 2 });
  const start = performance.now();
  let first = Infinity;
  const lists = all.map(async (name) => {
    await web.json(`https://${name}${paths[0]}`, anything);
    first = Math.min(first, performance.now() - start);
  });
  const outcomes = await Promise.allSettled(lists);
  await client.close();
  const read = outcomes.filter(({ status }) => status === 'fulfilled').length;
  return `first list after ${seconds(first)} s, ${read} of 10 read, the run ends after ${seconds(performance.now() - start)} s`;
}

/** A server that answers half of the documented 300 requests in 300 s, and refuses without a word; 1,000 requests. */
async function meetHalvedLimit(learnt: LearntLimit[]): Promise<{ told: string; learnt: LearntLimit[] }> {
  const clock = hurriedClock();
  const answered: number[] = [];
  let refused = 0;
  const server = createServer((_, outgoing) => {
    const now = clock.now();
    const isAllowed = answered.filter((at) => at > now - 300_000).length < 150;
    if (isAllowed) answered.push(now);
    else refused += 1;
    outgoing.writeHead(isAllowed ? 200 : 429, { 'content-type': 'application/json' }).end('{"follows":[]}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const said: LearntLimit[] = [];
  const client = createWebClient({
    clock,
    connectTo: new Map([['halved.example', `http://127.0.0.1:${port}`]]),
    userAgent: 'bench (+https://project.example)',
    learnt,
    onLearn: (limit) => said.push(limit),
  });
  const pause = { seconds: 300, source: 'https://project.example', read: '2026-11-28' };
  const web = client.for({ id: 'mastodon', paces: [{ requests: 300, seconds: 300 }], concurrency: 4, pause });
  const asked = Array.from({ length: 1000 }, (_, number) => web.json(`https://halved.example/${number}`, anything));
  const outcomes = await Promise.allSettled(asked);
  await client.close();
  server.close();
  const lost = outcomes.filter(({ status }) => status === 'rejected').length;
  return { told: `${refused} refusals in 1,000 requests, ${lost} lost`, learnt: said };
}

const self = import.meta.filename;

/** A way in a process of its own, so that its processor time and its memory are its own; what is found are requests. */
const measure = (way: string, origin: string, folder: string): Promise<Cost> =>
  costAlone(self, [String(clients), way, origin, folder]);

async function compareAll(origin: string, folder: string): Promise<void> {
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'];
  await promisify(execFile)('npm', [...install, '@crawlee/http@3', '@crawlee/memory-storage@3']);
  const measured = new Map<string, Cost>();
  for (const way of Object.keys(ways)) {
    const cost = await measure(way, origin, folder);
    measured.set(way, cost);
    const [bare, crawlee] = [measured.get('undici'), measured.get('crawlee')];
    const each = (cost.seconds * 1000) / cost.found;
    const beside = (other: Cost | undefined): string =>
      other ? (cost.seconds / cost.found / (other.seconds / other.found)).toFixed(2) : '-';
    console.log(
      `${way.padEnd(10)} ${cost.found} requests, ${each.toFixed(2)} ms of processor time each ` +
        `(${beside(bare)} of undici, ${beside(crawlee)} of Crawlee), ${Math.round(cost.found / cost.wall)}/s, ` +
        `${Math.round(cost.megabytes)} MiB`,
    );
  }
  const [cold, refresh] = [measured.get('analyze'), measured.get('refresh')];
  if (cold && refresh) {
    console.log(`refresh with 1 % changed / cold run: ${(refresh.seconds / cold.seconds).toFixed(2)}`);
  }
  console.log(`90 of 100 hosts never answer: ${await meetDeadHosts(origin)}`);
  const first = await meetHalvedLimit([]);
  console.log(`limit halved without notice, bare 429: ${first.told}`);
  console.log(`the same in the next run: ${(await meetHalvedLimit(first.learnt)).told}`);
}

const [, , , role, origin = '', folder = ''] = process.argv;
if (role === 'server') serve();
else if (role !== undefined) {
  const way = ways[role];
  if (way) await tellCost(() => way(origin, folder));
} else {
  const server = fork(self, [String(clients), 'server']);
  const [port] = (await once(server, 'message')) as [number];
  const place = mkdtempSync(join(tmpdir(), 'collecting-'));
  try {
    await compareAll(`http://127.0.0.1:${port}`, place);
  } finally {
    server.kill();
    rmSync(place, { recursive: true });
  }
}
