import { readFileSync } from 'node:fs';
import type { ZodType } from 'zod';
import { Refused, UnexpectedAnswer, Unreachable } from '../../src/errors.ts';
import type { Answer, Web } from '../../src/types.ts';

/** One recorded request and its answer, as `tests/fixtures/<network>/<case>/exchanges.json` holds a list of them. */
export interface Exchange {
  request: string;
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** An answer that is not JSON. */
  text?: string;
}

export const exchangesOf = (network: string, scenario: string): Exchange[] =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/${network}/${scenario}/exchanges.json`, import.meta.url), 'utf8'),
  ) as Exchange[];

/** A way to the web that knows only these exchanges, and what was asked of it. A request outside them fails the test. */
export function fixtureWeb(exchanges: Exchange[]): Web & { asked: string[] } {
  const asked: string[] = [];
  const memory = new Map<string, Promise<unknown>>();
  return {
    asked,
    json<Body>(url: string, shape: ZodType<Body>, request: { body?: unknown } = {}): Promise<Answer<Body>> {
      const line = `${request.body === undefined ? 'GET' : 'POST'} ${url}`;
      asked.push(line);
      const exchange = exchanges.find((each) => each.request === line);
      if (!exchange) return Promise.reject(new Error(`no exchange for ${line}`));
      if (exchange.status >= 500 || exchange.status === 429) {
        return Promise.reject(new Unreachable(url, `gave up after status ${exchange.status}`));
      }
      if (exchange.status >= 400) return Promise.reject(new Refused(url, exchange.status, exchange.body ?? null));
      const parsed = shape.safeParse(exchange.body);
      if (!parsed.success) return Promise.reject(new UnexpectedAnswer(url, parsed.error.message));
      const headers = new Headers(exchange.headers);
      return Promise.resolve({ body: parsed.data, header: (name) => headers.get(name), url });
    },
    once<Value>(key: string, ask: () => Promise<Value>): Promise<Value> {
      const known = memory.get(key) ?? ask();
      memory.set(key, known);
      return known as Promise<Value>;
    },
    textOf: (html) =>
      html
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
  };
}
