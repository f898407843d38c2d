import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Double, Question } from './graph.ts';

export interface Served {
  /** For the setting of the same name. */
  connectTo: Record<string, string>;
  asked: Omit<Question, 'headers'>[];
  close(): Promise<void>;
}

/** Answers for all hosts of these doubles on one port of 127.0.0.1, told apart by the Host header. */
export async function serve(doubles: Pick<Double, 'hosts' | 'answer'>[]): Promise<Served> {
  const byHost = new Map(doubles.flatMap((double) => double.hosts.map((host) => [host, double] as const)));
  const asked: Served['asked'] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').toLowerCase();
    const url = new URL(request.url ?? '/', 'http://localhost');
    void (async () => {
      const question = {
        method: request.method ?? 'GET',
        host,
        path: url.pathname,
        query: url.searchParams,
        body: await text(request),
      };
      asked.push(question);
      const double = byHost.get(host);
      const answer = await (double?.answer({ ...question, headers: request.headers }) ?? { status: 421, body: '' });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    connectTo: Object.fromEntries([...byHost.keys()].map((host) => [host, origin])),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
