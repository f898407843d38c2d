import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze } from '../../src/index.ts';
import type { RunSettings } from '../../src/library/run-settings.ts';
import type { Coverage, Report, Row } from '../../src/types/report.ts';
import type { Clock } from '../../src/types/run.ts';
import { serve } from '../doubles/serve.ts';
import { hurriedClock } from '../helpers/clock.ts';
import type { Exchange } from './fixture-web.ts';

/** What a run over recorded answers came to. */
export interface Replayed {
  rows: Map<string, Row>;
  coverage: Map<string, Coverage>;
  complete: boolean;
  reasons: Report['reasons'];
  /** `METHOD host/path?query` of each request, robots.txt left out. */
  asked: string[];
  /** Seconds of the clock that went by. */
  seconds: number;
}

export interface ReplayOptions extends RunSettings {
  tokens?: Record<string, string>;
  /** Hosts at which nothing listens. */
  dead?: string[];
}

/**
 * Runs the whole program over these answers. The same request twice gets the first answer, then the second one, which
 * stays; a POST that says nothing of what is sent stands for whatever is sent; `{{epoch+5}}` and `{{iso+5}}` are an
 * instant so many seconds after the answer.
 * @param clients a client list, empty where there is a follows file alone
 */
export async function replay(
  clients: string,
  exchanges: Exchange[],
  { tokens = {}, dead = [], ...settings }: ReplayOptions = {},
): Promise<Replayed> {
  const clock = hurriedClock();
  const start = clock.now();
  const answered = new Map<Exchange, number>();
  const hosts = [...new Set(exchanges.map(({ request }) => new URL(request.split(' ')[1] ?? '').host))];
  const answerTo = (lines: string[]): Exchange | undefined => {
    const matching = exchanges.filter(({ request }) => lines.includes(request));
    const next = matching.find((each) => !answered.has(each)) ?? matching.at(-1);
    if (next) answered.set(next, 1);
    return next;
  };
  const served = await serve([
    {
      hosts,
      answer: ({ method, host, path, query, body }) => {
        const search = query.toString() === '' ? '' : `?${decodeURIComponent(query.toString())}`;
        const address = `${method} https://${host}${path}`;
        const exchange = answerTo([
          `${address}${search}`,
          `${address}?${query.toString()}`,
          `${address} ${body}`,
          address,
        ]);
        return exchange ? answerOf(exchange, clock) : { status: 404, body: '' };
      },
    },
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-replay-'));
  try {
    const customers = join(folder, 'clients.csv');
    if (clients !== '') writeFileSync(customers, clients);
    const connectTo = { ...served.connectTo, ...Object.fromEntries(dead.map((host) => [host, 'http://127.0.0.1:9'])) };
    const { report, complete } = await analyze(
      { ...(clients !== '' && { customers }), connectTo, ...settings },
      { clock, tokens: new Map(Object.entries(tokens)), progress: () => undefined },
    );
    const asked = served.asked.filter(({ path }) => path !== '/robots.txt');
    return {
      rows: new Map(report.rows.map((row) => [row.resourceId, row])),
      coverage: new Map(report.coverage.map((each) => [each.network, each])),
      complete,
      reasons: report.reasons,
      asked: asked.map(
        ({ method, host, path, query }) => `${method} ${host}${path}${query.size > 0 ? `?${query}` : ''}`,
      ),
      seconds: (clock.now() - start) / 1000,
    };
  } finally {
    await served.close();
    rmSync(folder, { recursive: true });
  }
}

function answerOf({ status, headers = {}, body, text }: Exchange, clock: Clock) {
  const now = clock.now();
  const filled = (value: string): string =>
    value
      .replaceAll(/\{\{epoch\+(\d+)\}\}/g, (_, seconds: string) => String(Math.floor(now / 1000) + Number(seconds)))
      .replaceAll(/\{\{iso\+(\d+)\}\}/g, (_, seconds: string) => new Date(now + Number(seconds) * 1000).toISOString());
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), filled(value)]);
  return {
    status,
    headers: { 'content-type': 'application/json', ...Object.fromEntries(own) },
    body: filled(text ?? JSON.stringify(body)),
  };
}
