import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import type { ZodType } from 'zod';
import { Refused, Stopped, UnexpectedAnswer, Unreachable } from '../../src/errors.ts';
import type { Answer, Web, WebRequest } from '../../src/types/web.ts';

/**
 * One recorded request and its answer. `request` is `GET url`, or `POST url sent` with the JSON or the form as sent. As `tests/fixtures/<network>/<case>/exchanges.json` holds a list of them.
 */
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
export function fixtureWeb(
  exchanges: Exchange[],
  {
    token,
    budget,
    redirected = ['public.api.bsky.app'],
  }: { token?: string; budget?: number; redirected?: string[] } = {},
): Web & { asked: string[] } {
  const asked: string[] = [];
  let spent = 0;
  let stopped: Stopped | undefined;
  const memory = new Map<string, Promise<unknown>>();
  return {
    asked,
    json<Body>(
      url: string,
      shape: ZodType<Body>,
      { body, form, busy, cost = 0 }: WebRequest = {},
    ): Promise<Answer<Body>> {
      if (stopped) return Promise.reject(stopped);
      spent += cost;
      if (budget !== undefined && spent > budget) return Promise.reject(this.stop('the budget is spent'));
      const sent = form
        ? ` ${new URLSearchParams(form).toString()}`
        : body === undefined
          ? ''
          : ` ${JSON.stringify(body)}`;
      const line = `${sent ? 'POST' : 'GET'} ${url}${sent}`;
      asked.push(line);
      const exchange = exchanges.find((each) => each.request === line);
      if (!exchange) return Promise.reject(new Error(`no exchange for ${line}`));
      if (exchange.status >= 500 || exchange.status === 429) {
        return Promise.reject(new Unreachable(url, `gave up after status ${exchange.status}`));
      }
      if (exchange.status >= 400) return Promise.reject(new Refused(url, exchange.status, exchange.body ?? null));
      if (busy && busy(exchange.body) !== null) return Promise.reject(new Unreachable(url, 'gave up: too busy'));
      const parsed = shape.safeParse(exchange.body);
      if (!parsed.success) return Promise.reject(new UnexpectedAnswer(url, parsed.error.message));
      const headers = new Headers(exchange.headers);
      return Promise.resolve({ body: parsed.data, header: (name) => headers.get(name), url });
    },
    token: token ?? null,
    async page(url, { kind = 'html', form } = {}) {
      const line = `${form === undefined ? 'GET' : 'POST'} ${url}`;
      asked.push(line);
      const exchange = exchanges.find((each) => each.request === line);
      if (!exchange) throw new Error(`no exchange for ${line}`);
      if (exchange.status >= 500 || exchange.status === 429) {
        throw new Unreachable(url, `gave up after status ${exchange.status}`);
      }
      if (exchange.status >= 400) throw new Refused(url, exchange.status, null);
      const headers = new Headers(exchange.headers);
      const body = load(exchange.text ?? '', { xml: kind === 'xml' });
      return { body, header: (name) => headers.get(name), url: exchange.headers?.['x-final-url'] ?? url };
    },
    /** The recorded text is the page after its scripts ran. */
    async rendered(url) {
      const line = `RENDERED ${url}`;
      asked.push(line);
      const exchange = exchanges.find((each) => each.request === line);
      if (!exchange) throw new Error(`no exchange for ${line}`);
      if (exchange.status >= 500 || exchange.status === 429) {
        throw new Unreachable(url, `gave up after status ${exchange.status}`);
      }
      if (exchange.status >= 400) throw new Refused(url, exchange.status, null);
      const headers = new Headers(exchange.headers);
      const body = load(exchange.text ?? '');
      return { body, header: (name) => headers.get(name), url: exchange.headers?.['x-final-url'] ?? url };
    },
    isRedirected: (host) => redirected.includes(host),
    stop: (why) => (stopped ??= new Stopped('', why)),
    once<Value>(key: string, ask: () => Promise<Value>): Promise<Value> {
      const known = memory.get(key) ?? ask();
      memory.set(key, known);
      known.catch(() => memory.delete(key));
      return known as Promise<Value>;
    },
    textOf: (html) =>
      html
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
  };
}
