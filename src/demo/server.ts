import { createServer, type IncomingMessage } from 'node:http';
import type { Clock } from '../types/run.ts';
import { json, page, type DemoAnswer, type DemoQuestion } from './answer.ts';
import { answerBluesky } from './answer-bluesky.ts';
import { accountDomain, mastodonInstance } from './answer-mastodon.ts';
import { budget } from './budget.ts';
import { directoryOf, type DemoPage, type Directory, type Server, type World } from './world.ts';

/** One request that a fictional host was sent. */
export interface Asked {
  host: string;
  path: string;
  /** Without the question mark. */
  query: string;
}

export interface DemoNetwork {
  /** For the setting of the same name: every fictional host with the one address that answers for it. */
  connectTo: Record<string, string>;
  /** In the order they came. */
  requests: () => Asked[];
  close: () => Promise<void>;
}

const wallClock: Clock = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Answers for every host of the world on one port of 127.0.0.1, told apart by the Host header.
 * @param options.port any free one where absent
 * @param options.heard called at every request, before it is answered
 * @param options.clock for slow answers and request limits; the wall clock where absent
 * @throws Error where the world contradicts itself
 */
export async function startDemoNetwork(
  world: World,
  { port = 0, clock = wallClock, heard = () => undefined }: { port?: number; clock?: Clock; heard?: () => void } = {},
): Promise<DemoNetwork> {
  const directory = directoryOf(world);
  const hosts = new Map([
    ...world.servers.flatMap((server) => answersOf(directory, server, clock)),
    ...(world.pages ?? []).map(websiteOf),
  ]);
  const asked: Asked[] = [];

  async function answer(request: IncomingMessage): Promise<DemoAnswer> {
    const host = (request.headers.host ?? '').toLowerCase();
    const url = new URL(request.url ?? '/', 'http://localhost');
    asked.push({ host, path: url.pathname, query: url.search.slice(1) });
    heard();
    const known = hosts.get(host);
    if (!known) return page(421, 'Misdirected Request');
    if (request.method !== 'GET') return page(405, 'Method Not Allowed');
    return known({ host, path: url.pathname, query: url.searchParams });
  }

  const listener = createServer((request, response) => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = listener.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
  return {
    connectTo: Object.fromEntries([...hosts.keys()].map((host) => [host, origin])),
    requests: () => [...asked],
    close: async () => {
      const closed = new Promise((resolve) => {
        listener.close(resolve);
      });
      listener.closeAllConnections();
      await closed;
    },
  };
}

type Host = (question: DemoQuestion) => Promise<DemoAnswer>;

/** A website with one page. */
const websiteOf = ({ host, path, html }: DemoPage): [string, Host] => [
  host,
  ({ path: asked }) =>
    Promise.resolve(
      asked === path
        ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }
        : page(404, 'Not Found'),
    ),
];

function answersOf(directory: Directory, server: Server, clock: Clock): [string, Host][] {
  const answer =
    server.software === 'bluesky'
      ? (question: DemoQuestion) => answerBluesky(directory, question)
      : mastodonInstance(directory, server);
  const allowed = budget(server, clock);
  let wasBusy = server.busyFor === undefined;

  async function asServer(question: DemoQuestion): Promise<DemoAnswer> {
    if (server.delay) await clock.sleep(server.delay);
    const isApi = /^\/(api|xrpc)\//.test(question.path);
    if (!isApi) return answer(question);
    if (!wasBusy) {
      wasBusy = true;
      const reset = new Date(clock.now() + (server.busyFor ?? 0)).toISOString();
      const headers = { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
      return json({ error: 'Too many requests' }, headers, 429);
    }
    const { refused, headers } = allowed(question.query);
    const given = refused ?? answer(question);
    return { ...given, headers: { ...given.headers, ...headers } };
  }

  if (!server.accountDomain) return [[server.host, asServer]];
  const website = accountDomain(server);
  return [
    [server.host, asServer],
    [server.accountDomain, (question) => Promise.resolve(website(question))],
  ];
}
