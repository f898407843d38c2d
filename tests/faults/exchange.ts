import type { ServerResponse } from 'node:http';
import type { DoubleAnswer } from '../doubles/graph.ts';

/** One request that a fault answers. */
export interface Exchange {
  response: ServerResponse;
  right: DoubleAnswer;
  url: URL;
  /** Closed port that nothing may ever ask. */
  canary: string;
  /** How often this fault has acted before. */
  times: number;
}

export interface Fault {
  kind: string;
  name: string;
  act: (exchange: Exchange) => void;
  /** Its answer is waited for in vain. */
  isSlow?: boolean;
  /** It wants its whole host to be left alone for longer than a run waits. */
  isLongWait?: boolean;
}

type Headers = Record<string, string | string[]>;

/** The right headers and another body. */
export const body =
  (text: string | Uint8Array | ((right: DoubleAnswer) => string | Uint8Array), headers: Headers = {}) =>
  ({ response, right }: Exchange): void => {
    response
      .writeHead(right.status, { ...right.headers, ...headers })
      .end(typeof text === 'function' ? text(right) : text);
  };

/** Another status and headers, with the right body or another. */
export const status =
  (code: number, headers: Headers | ((exchange: Exchange) => Headers) = {}, text?: string) =>
  (exchange: Exchange): void => {
    const { response, right } = exchange;
    const own = typeof headers === 'function' ? headers(exchange) : headers;
    response.writeHead(code, { ...right.headers, ...own }).end(text ?? right.body);
  };

/** Bytes as they stand, past HTTP; the connection ends behind them. */
export const raw =
  (text: string | ((right: DoubleAnswer) => string)) =>
  ({ response, right }: Exchange): void => {
    response.socket?.end(typeof text === 'function' ? text(right) : text, 'latin1');
  };

/** The right JSON with every value put through a function; markup stays as it is. */
export const everyValue = (change: (key: string, value: unknown) => unknown) =>
  body(({ body: text }) => {
    try {
      return JSON.stringify(JSON.parse(text, change) ?? null);
    } catch {
      return text.replaceAll(/"[^"<>]*"/g, '"x"');
    }
  });
