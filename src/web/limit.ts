import type { Pace } from '../types/network.ts';
import type { LearntLimit } from '../types/web.ts';
import type { Allowance } from './rate-headers.ts';

/** When the next request may go, and why it has to wait, where the server itself asked for that. */
export interface Turn {
  at: number;
  why: string | null;
  /** Only once nothing else is under way: nobody has said that the limit is as wide as it is written. */
  alone?: true;
}

/** What a limit turned out to be: at most so many requests in the window of its documented pace, by number. */
export type Learnt = Pick<LearntLimit, 'pace' | 'documented' | 'requests'>;

/** One allowance: what may be asked of a host, or of one class of its addresses. */
export interface Limit {
  next(url: URL, now: number): Turn;
  /** Counts a request as sent; the number is handed back when it has ended. */
  sent(url: URL, now: number): number;
  ended(number: number, allowance: Allowance | null): void;
  /** Nothing is asked before this instant. */
  coolDown(until: number, why: string): void;
  /** Hears that a request was refused although the limit allowed it, with no word on what the limit is. */
  refused(number: number, url: URL, now: number): Learnt | null;
}

interface Bucket {
  applies: Pace['applies'];
  windowMs: number;
  documented: number;
  /** Requests of one window; fewer than documented where the server allows fewer. */
  most: number;
  /** Requests sent at all. */
  count: number;
  /** When the latest requests went out, as many as one window may hold; the oldest stands at `oldest`. */
  sent: number[];
  oldest: number;
}

/** Two resets this near are one: servers round, or count from the moment they answer. */
const sameResetMs = 2000;

/** Only limits of windows that take so long are learnt and felt for: shorter ones are over before that is worth while. */
const worthLearningMs = 60_000;

/** Behind this share of a limit that no server has told, requests go one at a time, so that only one can be refused. */
const feltFor = 1 / 4;

/**
 * Keeps the documented limits until the server tells its own.
 *
 * Documented: the allowance may be spent at once; a further request goes out when the one that many before it has left
 * the window. So a window of that length, wherever it starts, holds at most the allowance.
 *
 * Told: what is left may be spent at once, less the requests that the answer cannot have counted, then nothing is sent
 * before the reset. This replaces the limits that apply to every address; the others stay in force.
 *
 * Learnt: where a server refuses a request that the documented limit allows, and does not tell its own, it allows as many
 * as it has answered in this window, but at least half of what was believed (multiplicative decrease).
 * @param learnt what earlier runs learnt
 */
export function createLimit(paces: Pace[], learnt: readonly Learnt[] = []): Limit {
  const buckets = paces.map((pace, index) =>
    bucketOf(
      pace,
      learnt.find((each) => each.pace === index),
    ),
  );
  let learntAsOf = 0;
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
      let alone = false;
      for (const bucket of inForce(url)) {
        turn = later(turn, { at: freeAt(bucket), why: null });
        alone ||= remaining === null && underWay.size > 0 && isFelt(bucket, now);
      }
      if (remaining && remaining.left <= 0)
        turn = later(turn, { at: remaining.until, why: 'the allowance is used up' });
      turn = later(turn, cool);
      return alone ? { ...turn, alone } : turn;
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

    refused(ticket, url, now) {
      if (remaining !== null || ticket <= learntAsOf) return null;
      learntAsOf = tickets;
      const felt = inForce(url).filter(({ windowMs }) => windowMs >= worthLearningMs);
      const [fullest] = felt.toSorted((a, b) => usedIn(b, now) / b.most - usedIn(a, now) / a.most);
      if (!fullest) return null;
      const answered = usedIn(fullest, now) - 1;
      const isExact = fullest.count === answered + 1;
      const half = Math.max(1, Math.floor(fullest.most / 2));
      const most = isExact ? Math.max(answered, half) : half;
      if (most >= fullest.most) return null;
      fullest.most = most;
      return { pace: buckets.indexOf(fullest), documented: fullest.documented, requests: most };
    },

    coolDown(until, why) {
      cool = later(cool, { at: until, why });
    },
  };
}

function bucketOf({ requests, seconds, applies }: Pace, learnt: Learnt | undefined): Bucket {
  const documented = Math.max(1, requests);
  const most = learnt?.documented === documented ? Math.min(Math.max(1, learnt.requests), documented) : documented;
  const sent = Array.from({ length: documented }, () => -Infinity);
  return { applies, windowMs: seconds * 1000, documented, most, count: 0, sent, oldest: 0 };
}

/** When the request was sent that so many others followed. */
const sentAgo = ({ sent, oldest }: Bucket, others: number): number =>
  sent[(oldest + sent.length - others) % sent.length] ?? -Infinity;

const freeAt = (bucket: Bucket): number => sentAgo(bucket, bucket.most) + bucket.windowMs;

function usedIn({ sent, windowMs }: Bucket, now: number): number {
  return sent.filter((at) => at > now - windowMs).length;
}

/** Whether so much of a window is used that the next request might be one too many. */
function isFelt(bucket: Bucket, now: number): boolean {
  if (bucket.windowMs < worthLearningMs) return false;
  const untouched = Math.max(1, Math.floor(bucket.most * feltFor));
  return sentAgo(bucket, untouched) > now - bucket.windowMs;
}

function note(bucket: Bucket, now: number): void {
  bucket.sent[bucket.oldest] = now;
  bucket.oldest = (bucket.oldest + 1) % bucket.sent.length;
  bucket.count += 1;
}

export const atOnce: Turn = { at: 0, why: null };

export const later = (one: Turn, other: Turn): Turn => (other.at > one.at ? other : one);
