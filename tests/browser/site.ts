import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { createWebClient, type WebClient, type WebClientOptions } from '../../src/web/client.ts';
import type { Pace } from '../../src/types/network.ts';
import type { Web } from '../../src/types/web.ts';
import { browser } from './available.ts';
import { type VirtualClock, virtualClock } from '../unit/web/local.ts';

type Answer = string | ((response: ServerResponse, request: IncomingMessage) => void);

/** One host and what it was asked for. */
interface Site {
  host: string;
  asked: string[];
  requests: IncomingMessage[];
}

/** A client with a browser behind it and hosts that tests add to it. Its clock is virtual; the browser's time is real. */
export interface Surroundings {
  client: () => WebClient;
  web: () => Web;
  clock: VirtualClock;
  waits: { host: string; until: number; why: string }[];
  /** The port of the server that all hosts lead to. */
  port: () => number;
  /** A new host: what it answers by path, with or without the query; 404 to all else. */
  site: (answers: Record<string, Answer>, host?: string) => Site;
}

/** `paces` are those of every host. */
type Options = Partial<WebClientOptions> & { paces?: Pace[] };

/** For all tests of a file or a `describe`. */
export function context(options: Options = {}): Surroundings {
  const { start, stop, ...rest } = prepare(options);
  beforeAll(start);
  afterAll(stop);
  return rest;
}

/** For one test. */
export async function ownSurroundings(options: Options = {}): Promise<Surroundings> {
  const { start, stop, ...rest } = prepare(options);
  await start();
  onTestFinished(stop);
  return rest;
}

function prepare(options: Options): Surroundings & { start: () => Promise<void>; stop: () => Promise<void> } {
  const connectTo = new Map<string, string>();
  const sites = new Map<string, RequestListener>();
  const clock = virtualClock();
  const waits: Surroundings['waits'] = [];
  const { paces = [], ...rest } = options;
  let server: Server;
  let client: WebClient;
  let port = 0;

  async function start(): Promise<void> {
    server = createServer((request, response) => sites.get(request.headers.host ?? '')?.(request, response));
    port = await new Promise((resolve, reject) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
        else resolve(address.port);
      });
    });
    client = createWebClient({
      clock,
      connectTo,
      userAgent: 'target-resources/test (+https://project.example)',
      random: () => 0.5,
      browser,
      onWait: (wait) => waits.push(wait),
      ...rest,
    });
  }

  async function stop(): Promise<void> {
    await client.close();
    server.closeAllConnections();
    server.close();
  }

  return {
    start,
    stop,
    client: () => client,
    web: () => client.for({ id: 'test', paces, concurrency: 4 }),
    clock,
    waits,
    port: () => port,
    site(answers, host = `site-${sites.size + 1}.example`) {
      const site: Site = { host, asked: [], requests: [] };
      connectTo.set(host, `http://127.0.0.1:${port}`);
      sites.set(host, (request, response) => {
        const path = request.url ?? '';
        site.asked.push(path);
        site.requests.push(request);
        const answer = answers[path] ?? answers[path.replace(/\?.*$/, '')];
        if (answer === undefined) response.writeHead(404).end();
        else if (typeof answer === 'function') answer(response, request);
        else response.writeHead(200, { 'content-type': typeOf(path) }).end(answer);
      });
      return site;
    },
  };
}

const typeOf = (path: string): string =>
  /\.js(\?|$)/.test(path)
    ? 'text/javascript'
    : /\.json(\?|$)/.test(path)
      ? 'application/json'
      : /\.css(\?|$)/.test(path)
        ? 'text/css'
        : 'text/html; charset=utf-8';

/** The error that something ends with. */
export const failure = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'it was answered',
    (error: unknown) => error,
  );

/** A page whose script runs after its body has come. */
export const pageWith = (script: string, body = ''): string =>
  `<!doctype html><html><body>${body}<script>${script}</script></body></html>`;

/** Script that puts a paragraph with this id and text at the end of the page. */
export const show = (id: string, text = `'${id}'`): string =>
  `document.body.append(Object.assign(document.createElement('p'), { id: '${id}', textContent: ${text} }));`;
