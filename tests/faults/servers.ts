import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Question } from '../doubles/graph.ts';
import type { Fault } from './exchange.ts';
import { type Position, type Scene } from './scenes.ts';

export type Mode = 'once' | 'always';

/** Where a fault acts, and how often. */
export interface Acting {
  fault: Fault;
  pair: Position[];
  mode: Mode;
}

/** What happened at the servers. */
export interface Seen {
  /** Positions and hosts at which the fault acted. */
  acts: string[];
  /** Requests to an address that nothing may ask. */
  trespasses: number;
}

export interface Servers {
  connectTo: Record<string, string>;
  seen: () => Seen | Promise<Seen>;
  close: () => void;
}

/** The servers of a scene on loopback, with a fault that acts where it is told. */
export async function openServers({ doubles, addresses }: Scene, acting: Acting | null): Promise<Servers> {
  const acts = new Set<string>();
  let [times, trespasses] = [0, 0];
  const [canary, closeCanary] = await listening((_, response) => {
    trespasses += 1;
    response.end('{}');
  });
  const byHost = new Map(
    Object.values(doubles).flatMap((double) => double.hosts.map((host) => [host, double] as const)),
  );
  const [origin, close] = await listening((request, response) => {
    const host = request.headers.host ?? '';
    const url = new URL(request.url ?? '/', `https://${host}`);
    response.on('error', () => undefined);
    const { headers } = request;
    void respond(
      { method: 'GET', host, path: url.pathname, query: url.searchParams, headers, body: '' },
      url,
      response,
    );
  });
  async function respond(question: Question, url: URL, response: ServerResponse): Promise<void> {
    const { host } = question;
    const right = (await byHost.get(host)?.answer(question)) ?? { status: 421, body: '' };
    const position = acting?.pair.find((each) => addresses[each]?.test(url.href));
    if (acting && position && (acting.mode === 'always' || !acts.has(`${position} ${host}`))) {
      acts.add(`${position} ${host}`);
      acting.fault.act({ response, right, url, canary: `${canary}/`, times: times++ });
    } else response.writeHead(right.status, right.headers).end(right.body);
  }
  return {
    connectTo: Object.fromEntries([...byHost.keys()].map((host) => [host, origin])),
    seen: () => ({ acts: [...acts], trespasses }),
    close() {
      close();
      closeCanary();
    },
  };
}

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<[string, () => void]> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return [`http://127.0.0.1:${port}`, close];
}
