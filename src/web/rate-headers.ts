import { dayMs } from '../types/run.ts';

/** Reads a header whatever its case; several of one name come joined by `, `. */
export type ReadHeader = (name: string) => string | null;

/** What a server says is left of its allowance, until an instant in milliseconds since the epoch. */
export interface Allowance {
  remaining: number;
  until: number;
}

/** Whatever lies a year ahead is as good as never, and need not be a date. */
const maxWaitMs = 365 * dayMs;

const prefixes = ['ratelimit-', 'x-ratelimit-', 'x-rate-limit-'];

/** The allowance that an answer's headers tell, or null where they tell none or an expired one. */
export function allowanceOf(header: ReadHeader, now: number): Allowance | null {
  const remaining = numberOf(first(header, 'remaining'));
  const until = resetOf(header, now);
  return remaining === null || until === null ? null : { remaining, until };
}

/**
 * How long a 429 or 503, or a 403 that means the same (GitHub), asks everybody to stay away from its host: until this instant, or null where it does not say.
 * GoToSocial sends its reset and no `Retry-After` (seen 2026-11 with 0.19.2).
 */
export function coolDownOf(status: number, header: ReadHeader, now: number): number | null {
  if (status !== 429 && status !== 503 && status !== 403) return null;
  const retryAfter = retryAfterOf(header, now);
  if (retryAfter !== null) return retryAfter;
  const usedUp = status === 429 || allowanceOf(header, now)?.remaining === 0;
  return usedUp ? resetOf(header, now) : null;
}

/** Whether such a pause is of the allowance alone that the headers tell, and not of the whole host. */
export const isOfAllowance = (header: ReadHeader, now: number): boolean =>
  allowanceOf(header, now)?.remaining === 0 || (header('retry-after') === null && first(header, 'reset') !== '');

/** The instant of `Retry-After`, seconds or an HTTP date (RFC 9110, 10.2.3); at least a second away. */
function retryAfterOf(header: ReadHeader, now: number): number | null {
  const value = header('retry-after')?.trim() ?? '';
  const seconds = numberOf(value);
  const until = seconds === null ? httpDate(value) : now + seconds * 1000;
  return until === null ? null : Math.min(Math.max(until, now + 1000), now + maxWaitMs);
}

/** The instant at which the allowance is renewed; null where it is not told or has passed. */
function resetOf(header: ReadHeader, now: number): number | null {
  const value = first(header, 'reset');
  const number = numberOf(value);
  const until = number === null ? isoInstant(value) : instantOf(number, now);
  return until !== null && until > now ? Math.min(until, now + maxWaitMs) : null;
}

/** Tells the units apart by size: milliseconds or seconds since the epoch, else seconds from now. */
function instantOf(number: number, now: number): number {
  if (number >= 1e11) return number;
  if (number < 1e8) return now + number * 1000;
  // Bluesky cuts the fraction off (atproto, rate-limiter-http.ts, 2026-11): the reset lies within this second.
  return Number.isInteger(number) ? (number + 1) * 1000 : number * 1000;
}

function first(header: ReadHeader, field: string): string {
  for (const prefix of prefixes) {
    const value = header(prefix + field);
    if (value !== null) return value.split(/[,;]/, 1)[0]?.trim() ?? '';
  }
  return '';
}

const numberOf = (value: string): number | null => (/^\d+(\.\d+)?$/.test(value) ? Number(value) : null);
const httpDate = (value: string): number | null => (/^[a-z]{3,9},? .*:/i.test(value) ? parsed(value) : null);
const isoInstant = (value: string): number | null => (/^\d{4}-\d\d-\d\d[T ]/.test(value) ? parsed(value) : null);

function parsed(date: string): number | null {
  const instant = Date.parse(date);
  return Number.isNaN(instant) ? null : instant;
}
