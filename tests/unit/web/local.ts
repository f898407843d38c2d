import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { createWebClient, type WebClient, type WebClientOptions } from '../../../src/web/client.ts';
import type { Pace } from '../../../src/types/network.ts';
import type { Clock } from '../../../src/types/run.ts';
import type { Web } from '../../../src/types/web.ts';

/** A clock that reaches the end of a sleep as soon as everything else had a chance to go on. */
export interface VirtualClock extends Clock {
  sleeps: number[];
}

export const start = Date.parse('2026-11-22T12:00:00Z');

/** @param turns of the event loop that a sleep takes, for answers that are on their way to arrive before it ends */
export function virtualClock(turns = 1): VirtualClock {
  let now = start;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    async sleep(milliseconds) {
      sleeps.push(milliseconds);
      const wake = now + milliseconds;
      for (let turn = 0; turn < turns; turn += 1) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
      now = Math.max(now, wake);
    },
  };
}

/** A clock whose sleeps do not end before it is woken. */
export function sleepingClock(): { clock: VirtualClock; wake: () => void } {
  const awake = new EventEmitter();
  const asleep = once(awake, 'now');
  const plain = virtualClock();
  const clock: VirtualClock = {
    ...plain,
    async sleep(milliseconds) {
      await asleep;
      await plain.sleep(milliseconds);
    },
  };
  return { clock, wake: () => awake.emit('now') };
}

/** The address of a server on loopback, which closes at the end of the test. */
export async function serve(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await portOf(createServer(answer))}`;
}

/** The address of a server that answers every connection with these bytes, whatever it is asked. */
export async function serveBytes(bytes: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {}).once('data', () => socket.end(bytes));
  });
  return `http://127.0.0.1:${await portOf(server)}`;
}

export async function portOf(server: TcpServer & { closeAllConnections?(): void }): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    server.closeAllConnections?.();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

export function reply(
  response: ServerResponse,
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Answers with each of these in turn, then with the last one again. */
export function script(...steps: ((response: ServerResponse, request: IncomingMessage) => void)[]): RequestListener {
  let next = 0;
  return (request, response) => {
    const step = steps[Math.min(next, steps.length - 1)];
    next += 1;
    step?.(response, request);
  };
}

export interface Setup extends Partial<Omit<WebClientOptions, 'connectTo' | 'clock'>> {
  hosts: Record<string, string>;
  paces?: Pace[];
  hostAtOnce?: number;
  clock?: VirtualClock;
}

/** A client to these hosts, with a virtual clock and even jitter. */
export function clientTo({ hosts, paces = [], hostAtOnce = 4, clock = virtualClock(), ...options }: Setup): {
  client: WebClient;
  web: Web;
  clock: VirtualClock;
  waits: { host: string; until: number; why: string }[];
} {
  const waits: { host: string; until: number; why: string }[] = [];
  const client = createWebClient({
    clock,
    connectTo: new Map(Object.entries(hosts)),
    userAgent: 'target-resources/test (+https://project.example)',
    random: () => 0.5,
    onWait: (wait) => waits.push(wait),
    ...options,
  });
  onTestFinished(() => client.close());
  return { client, web: client.for({ id: 'test', paces, concurrency: hostAtOnce }), clock, waits };
}
