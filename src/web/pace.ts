import type { Pace } from '../types/network.ts';
import { atOnce, createLimit, later, type Learnt, type Limit, type Turn } from './limit.ts';
import type { Allowance } from './rate-headers.ts';

/** A request that was sent. */
interface Ticket {
  limit: Limit;
  number: number;
}

/** The pace of one host. Instants are milliseconds since the epoch; nothing here waits. */
export interface HostPace {
  next(url: URL, now: number): Turn;
  /** Counts a request as sent; the ticket is handed back when it has ended. */
  sent(url: URL, now: number): Ticket;
  ended(ticket: Ticket, allowance: Allowance | null): void;
  /** Nobody asks the host before this instant; or, with an address, nobody asks for its class. */
  coolDown(until: number, why: string, url?: URL): void;
  /** Hears that a request was refused without a word on the limit; what that teaches of it, if anything. */
  refused(ticket: Ticket, url: URL, now: number): Learnt | null;
}

/**
 * Keeps a host's limits, each class of addresses by itself.
 * @param classOf the class of an address; all are one where the host does not tell them apart
 * @param learntOf what is known of the limits of a class from earlier runs
 */
export function createPace(
  paces: Pace[],
  classOf: (url: URL) => string = () => '',
  learntOf: (limitClass: string) => readonly Learnt[] = () => [],
): HostPace {
  const limits = new Map<string, Limit>();
  let cool = atOnce;

  function limitOf(url: URL): Limit {
    const name = classOf(url);
    const limit = limits.get(name) ?? createLimit(paces, learntOf(name));
    limits.set(name, limit);
    return limit;
  }

  return {
    next(url, now) {
      const turn = limitOf(url).next(url, now);
      return turn.at >= cool.at ? turn : { ...turn, ...cool };
    },

    sent(url, now) {
      const limit = limitOf(url);
      return { limit, number: limit.sent(url, now) };
    },

    ended: ({ limit, number }, allowance) => limit.ended(number, allowance),

    refused: ({ limit, number }, url, now) => limit.refused(number, url, now),

    coolDown(until, why, url) {
      if (url) limitOf(url).coolDown(until, why);
      else cool = later(cool, { at: until, why });
    },
  };
}
