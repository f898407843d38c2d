import { describe, expect, it } from 'vitest';
import { allowanceOf, coolDownOf } from '../../../src/web/rate-headers.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const headers =
  (values: Record<string, string>) =>
  (name: string): string | null =>
    new Headers(values).get(name);

describe('allowanceOf', () => {
  // A whole second since the epoch may have lost its fraction, so its end is waited for.
  const epoch = now / 1000 + 90;
  it.each([
    ['Bluesky: epoch seconds', { 'RateLimit-Remaining': '7', 'RateLimit-Reset': `${epoch}` }, 91],
    ['Mastodon: ISO 8601', { 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': '2026-11-22T12:01:30.500000Z' }, 90.5],
    ['GoToSocial: ISO 8601, whole', { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '2026-11-22T12:01:30Z' }, 90],
    ['X: epoch seconds', { 'x-rate-limit-remaining': '7', 'x-rate-limit-reset': `${epoch}` }, 91],
    ['GitHub: epoch seconds', { 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': `${epoch}` }, 91],
    ['Reddit: seconds from now', { 'X-Ratelimit-Remaining': '7.0', 'X-Ratelimit-Reset': '90' }, 90],
    ['epoch milliseconds', { 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': `${now + 90_000}` }, 90],
    ['epoch seconds with a fraction', { 'X-RateLimit-Remaining': '7', 'X-RateLimit-Reset': `${epoch}.25` }, 90.25],
    ['a list of policies', { 'RateLimit-Remaining': '7, 700;w=3600', 'RateLimit-Reset': '90, 3600' }, 90],
  ])('%s', (_, values, seconds) => {
    expect(allowanceOf(headers(values), now)).toEqual({ remaining: 7, until: now + seconds * 1000 });
  });

  it.each([
    ['no headers', {}],
    ['no reset', { 'RateLimit-Remaining': '7' }],
    ['no remaining', { 'RateLimit-Reset': '90' }],
    ['a reset in the past', { 'RateLimit-Remaining': '0', 'RateLimit-Reset': `${now / 1000 - 90}` }],
    ['a reset that is no instant', { 'RateLimit-Remaining': '0', 'RateLimit-Reset': 'soon' }],
    ['a negative number', { 'RateLimit-Remaining': '-1', 'RateLimit-Reset': '90' }],
  ])('null for %s', (_, values) => {
    expect(allowanceOf(headers(values), now)).toBeNull();
  });
});

describe('coolDownOf', () => {
  it.each([
    ['seconds', 429, { 'retry-after': '30' }, 30],
    ['an HTTP date', 503, { 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30],
    ['the obsolete date form', 429, { 'retry-after': 'Sunday, 22-Nov-26 12:00:30 GMT' }, 30],
    ['zero: a second at least', 429, { 'retry-after': '0' }, 1],
    ['a date that has passed: a second at least', 429, { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 1],
    ['a number without bounds: a year at most', 429, { 'retry-after': '9'.repeat(400) }, 365 * 86_400],
    ['a reset without bounds: a year at most', 429, { 'ratelimit-reset': '9'.repeat(400) }, 365 * 86_400],
    ['Retry-After before the reset', 429, { 'retry-after': '5', 'x-ratelimit-reset': '60' }, 5],
    ['GoToSocial: only a reset', 429, { 'x-ratelimit-reset': '2026-11-22T12:01:00Z' }, 60],
    ['503 with nothing left', 503, { 'ratelimit-remaining': '0', 'ratelimit-reset': '60' }, 60],
  ])('%s', (_, status, values, seconds) => {
    expect(coolDownOf(status, headers(values), now)).toBe(now + seconds * 1000);
  });

  it.each([
    ['no header', 429, {}],
    ['a header that is no time', 429, { 'retry-after': 'later' }],
    ['a negative number', 429, { 'retry-after': '-5' }],
    ['503 with an allowance that is not used up', 503, { 'ratelimit-remaining': '9', 'ratelimit-reset': '60' }],
    ['another status', 500, { 'retry-after': '30' }],
    ['a good answer', 200, { 'retry-after': '30', 'x-ratelimit-reset': '60' }],
  ])('null for %s', (_, status, values) => {
    expect(coolDownOf(status, headers(values), now)).toBeNull();
  });
});
