import type { Pace } from '../types.ts';
import type { Allowance } from './limits.ts';

/** When the next request may go, and why it has to wait, where the server itself asked for that. */
export interface Turn {
  at: number;
  why: string | null;
}

/** The pace of one host. Instants are milliseconds since the epoch; nothing here waits. */
export interface HostPace {
  next(url: URL, now: number): Turn;
  /** Counts a request as sent; the ticket is handed back when it has ended. */
  sent(url: URL, now: number): number;
  ended(ticket: number, told: Allowance | null): void;
  /** Nobody asks the host before this instant. */
  coolDown(until: number, why: string): void;
}

interface Bucket {
  applies: Pace['applies'];
  /** Milliseconds from one request to the next once the burst is spent. */
  interval: number;
  /** How far requests may run ahead of that rhythm. */
  ahead: number;
  /** When the next request would be due in that rhythm. */
  due: number;
}

/** Two resets this near, in milliseconds, are one: servers round, or count from the moment they answer. */
const sameReset = 2000;

/**
 * Keeps the documented limits until the server tells its own.
 *
 * Documented: one GCRA bucket a limit. With a burst of a quarter of the allowance and the rest spread over the window, a
 * window of that length, wherever it starts, holds at most burst + (allowance - burst) requests: the allowance. (A limit
 * of one request is kept as one a window.)
 *
 * Told: what is left may be spent at once, less the requests that the answer cannot have counted, then nothing is sent
 * before the reset. This replaces the limits that apply to every address; the others stay in force.
 */
export function createPace(paces: Pace[]): HostPace {
  const buckets = paces.map(bucketOf);
  const underWay = new Set<number>();
  let tickets = 0;
  let toldBy = 0;
  let told: { left: number; until: number } | null = null;
  let cool: Turn = { at: 0, why: null };

  const inForce = (url: URL) => buckets.filter(({ applies }) => (applies ? applies(url) : told === null));

  function forgetExpired(now: number): void {
    if (told === null || told.until > now) return;
    told = null;
    for (const bucket of buckets) if (!bucket.applies) bucket.due = 0;
  }

  return {
    next(url, now) {
      forgetExpired(now);
      let turn: Turn = { at: now, why: null };
      for (const { due, ahead } of inForce(url)) turn = later(turn, { at: due - ahead, why: null });
      if (told && told.left <= 0) turn = later(turn, { at: told.until, why: 'the allowance is used up' });
      return later(turn, cool);
    },

    sent(url, now) {
      forgetExpired(now);
      for (const bucket of inForce(url)) bucket.due = Math.max(bucket.due, now) + bucket.interval;
      if (told) told.left -= 1;
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
      if (told && Math.abs(allowance.until - told.until) <= sameReset) {
        // Answers overtake each other: within one window the lowest is right, or on the safe side.
        told = { left: Math.min(told.left, left), until: Math.max(told.until, allowance.until) };
      } else if (ticket > toldBy) {
        told = { left, until: allowance.until };
      }
      toldBy = Math.max(toldBy, ticket);
    },

    coolDown(until, why) {
      cool = later(cool, { at: until, why });
    },
  };
}

function bucketOf({ requests, seconds, applies }: Pace): Bucket {
  const burst = Math.max(1, Math.floor(requests / 4));
  const interval = (seconds * 1000) / Math.max(1, requests - burst);
  return { applies, interval, ahead: (burst - 1) * interval, due: 0 };
}

const later = (one: Turn, other: Turn): Turn => (other.at > one.at ? other : one);
