import pLimit, { type LimitFunction } from 'p-limit';
import { Unreachable } from '../../errors.ts';
import { headersFor, nextAddress } from '../redirect.ts';
import type { Failure, Message, Reply } from '../wire.ts';

/** What a page loads beside its document. */
export interface Subresource extends Message {
  url: string;
}

/** One try, without a turn: a page asks for its parts together. @throws Unreachable where the guard says no */
export type LoadSubresource = (part: Subresource, signal: AbortSignal) => Promise<Reply | Failure>;

interface PartsOptions {
  /** Sends one request through the guard. @throws Unreachable */
  send: (url: URL, message: Message, signal: AbortSignal) => Promise<Reply | Failure>;
  redirects: number;
  /** Requests under way at one host. */
  concurrency?: number;
}

/**
 * Loads the parts of pages. No answer is kept for another page: what one client's page was given shall not show in, or
 * change, what another's is read as.
 */
export function createSubresources({ send, redirects, concurrency = 6 }: PartsOptions): LoadSubresource {
  const places = new Map<string, LimitFunction>();

  /** A host that is not waited for any longer is forgotten: pages can think of as many as they like. */
  async function atHost<Value>(host: string, ask: () => Promise<Value>): Promise<Value> {
    const known = places.get(host) ?? pLimit(concurrency);
    places.set(host, known);
    try {
      return await known(ask);
    } finally {
      if (known.activeCount + known.pendingCount === 0) places.delete(host);
    }
  }

  return async ({ url: start, ...first }, signal) => {
    let url = new URL(start);
    let message: Message = first;
    for (let followed = 0; ; followed += 1) {
      const outcome = await atHost(url.host, () => send(url, message, signal));
      if ('failed' in outcome) return outcome;
      const next = nextAddress(url, outcome);
      if (!next) return outcome;
      if (followed === redirects) throw new Unreachable(start, `redirected more than ${redirects} times`);
      message = { ...messageAfter(outcome.status, message), headers: headersFor(next, url, message.headers) };
      url = next;
    }
  };
}

/** What is asked at the next address: the same, or after a POST its result (RFC 9110, 15.4). */
function messageAfter(status: number, message: Message): Message {
  const again = status === 307 || status === 308 || message.method !== 'POST';
  return again ? message : { ...message, method: 'GET', body: null };
}
