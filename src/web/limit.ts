import type { Pace } from '../types/network.ts';
import type { Allowance } from './rate-headers.ts';

/** When the next request may go, and why it has to wait, where the server itself asked for that. */
export interface Turn {
  at: number;
  why: string | null;
}

/** One allowance: what may be asked of a host, or of one class of its addresses. */
export interface Limit {
  next(url: URL, now: number): Turn;
  /** Counts a request as sent; the number is handed back when it has ended. */
  sent(url: URL, now: number): number;
  ended(number: number, allowance: Allowance | null): void;
  /** Nothing is asked before this instant. */
  coolDown(until: number, why: string): void;
}

interface Bucket {
  applies: Pace['applies'];
  windowMs: number;
  /** When the latest requests went out, as many as one window may hold; the oldest stands at `oldest`. */
  sent: number[];
  oldest: number;
}

/** Two resets this near are one: servers round, or count from the moment they answer. */
const sameResetMs = 2000;

/**
 * Keeps the documented limits until the server tells its own.
 *
 * Documented: the allowance may be spent at once; a further request goes out when the one that many before it has left
 * the window. So a window of that length, wherever it starts, holds at most the allowance.
 *
 * Told: what is left may be spent at once, less the requests that the answer cannot have counted, then nothing is sent
 * before the reset. This replaces the limits that apply to every address; the others stay in force.
 */
export function createLimit(paces: Pace[]): Limit {
  const buckets = paces.map(bucketOf);
  const underWay = new Set<number>();
  let tickets = 0;
  let remainingAsOf = 0;
  let remaining: { left: number; until: number } | null = null;
  let cool = atOnce;

  const inForce = (url: URL) => buckets.filter(({ applies }) => (applies ? applies(url) : remaining === null));

  function forgetExpired(now: number): void {
    if (remaining === null || remaining.until > now) return;
    remaining = null;
    for (const bucket of buckets) if (!bucket.applies) bucket.sent.fill(-Infinity);
  }

  return {
    next(url, now) {
      forgetExpired(now);
      let turn: Turn = { at: now, why: null };
      for (const bucket of inForce(url)) turn = later(turn, { at: freeAt(bucket), why: null });
      if (remaining && remaining.left <= 0)
        turn = later(turn, { at: remaining.until, why: 'the allowance is used up' });
      return later(turn, cool);
    },

    sent(url, now) {
      forgetExpired(now);
      for (const bucket of inForce(url)) note(bucket, now);
      if (remaining) remaining.left -= 1;
      tickets += 1;
      underWay.add(tickets);
      return tickets;
    },

    ended(ticket, allowance) {
      underWay.delete(ticket);
      if (!allowance) return;
      if (allowance.remaining === 0) cool = later(cool, { at: allowance.until, why: 'the allowance is used up' });
      const sentBefore = [...underWay].filter((other) => other < ticket).length;
      const sentAfter = tickets - ticket;
      const left = allowance.remaining - sentBefore - sentAfter;
      if (remaining && Math.abs(allowance.until - remaining.until) <= sameResetMs) {
        // Answers overtake each other: within one window the lowest is right, or on the safe side.
        remaining = { left: Math.min(remaining.left, left), until: Math.max(remaining.until, allowance.until) };
      } else if (ticket > remainingAsOf) {
        remaining = { left, until: allowance.until };
      }
      remainingAsOf = Math.max(remainingAsOf, ticket);
    },

    coolDown(until, why) {
      cool = later(cool, { at: until, why });
    },
  };
}

const bucketOf = ({ requests, seconds, applies }: Pace): Bucket => ({
  applies,
  windowMs: seconds * 1000,
  sent: Array.from({ length: Math.max(1, requests) }, () => -Infinity),
  oldest: 0,
});

const freeAt = ({ sent, oldest, windowMs }: Bucket): number => (sent[oldest] ?? -Infinity) + windowMs;

function note(bucket: Bucket, now: number): void {
  bucket.sent[bucket.oldest] = now;
  bucket.oldest = (bucket.oldest + 1) % bucket.sent.length;
}

export const atOnce: Turn = { at: 0, why: null };

export const later = (one: Turn, other: Turn): Turn => (other.at > one.at ? other : one);
