import pLimit, { type LimitFunction } from 'p-limit';
import { Unreachable } from '../../errors.ts';
import type { Clock } from '../../types/run.ts';
import { freshUntil } from '../rate-headers.ts';
import { headersFor, nextAddress } from '../redirect.ts';
import type { Failure, Message, Reply } from '../wire.ts';

/** What a page loads beside its document. */
export interface Subresource extends Message {
  url: string;
  /** The answer may serve other pages too, for as long as its server says. */
  shared: boolean;
}

/** One try, without a turn: a page asks for its parts together. @throws Unreachable where the guard says no */
export type LoadSubresource = (part: Subresource, signal: AbortSignal) => Promise<Reply | Failure>;

interface PartsOptions {
  clock: Clock;
  /** Sends one request through the guard. @throws Unreachable */
  send: (url: URL, message: Message, signal: AbortSignal) => Promise<Reply | Failure>;
  redirects: number;
  /** Requests under way at one host. */
  concurrency?: number;
  /** Of all answers that are kept for other pages. */
  keepBytes?: number;
}

/**
 * Loads the parts of pages. Scripts and style sheets of one site are the same on all its pages: they are asked for once
 * while their server calls them fresh.
 */
export function createSubresources({
  clock,
  send,
  redirects,
  concurrency = 6,
  keepBytes = 32 * 1024 * 1024,
}: PartsOptions): LoadSubresource {
  const places = new Map<string, LimitFunction>();
  const kept = new Map<string, { reply: Reply; bytes: number; until: number }>();
  let total = 0;

  function placesAt(host: string): LimitFunction {
    const known = places.get(host) ?? pLimit(concurrency);
    places.set(host, known);
    return known;
  }

  /** The oldest make room. */
  function keep(key: string, reply: Reply, until: number): void {
    const bytes = 'bytes' in reply.body ? reply.body.bytes.length : 0;
    if (bytes > keepBytes / 4) return;
    forget(key);
    kept.set(key, { reply, bytes, until });
    total += bytes;
    for (const old of kept.keys()) {
      if (total <= keepBytes) break;
      forget(old);
    }
  }

  function forget(key: string): void {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  return async ({ url: start, shared, ...first }, signal) => {
    const key = `${first.headers['origin'] ?? ''} ${start}`;
    const known = shared ? kept.get(key) : undefined;
    if (known && known.until > clock.now()) return known.reply;

    let url = new URL(start);
    let message: Message = first;
    for (let followed = 0; ; followed += 1) {
      const outcome = await placesAt(url.host)(() => send(url, message, signal));
      if ('failed' in outcome) return outcome;
      const next = nextAddress(url, outcome);
      if (!next) {
        const until = shared && followed === 0 ? freshUntil(outcome.status, outcome.header, clock.now()) : null;
        if (until !== null) keep(key, outcome, until);
        return outcome;
      }
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
