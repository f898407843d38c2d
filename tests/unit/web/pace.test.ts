import { describe, expect, it } from 'vitest';
import type { Pace } from '../../../src/types/network.ts';
import { createPace } from '../../../src/web/pace.ts';

const first = new URL('https://social.example/list');
const paged = new URL('https://social.example/list?max_id=7');
const isPaged = (url: URL) => url.searchParams.has('max_id');
const start = 1_800_000_000_000;

/** Repeatable numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sends each request as soon as it has arrived and the pace lets it; the instants of sending. */
function sendAll(paces: Pace[], arrivals: { at: number; url: URL }[]): { at: number; url: URL }[] {
  const pace = createPace(paces);
  let now = start;
  return arrivals.map(({ at, url }) => {
    now = Math.max(now, at);
    now = Math.ceil(pace.next(url, now).at);
    pace.ended(pace.sent(url, now), null);
    return { at: now, url };
  });
}

/** The most instants that lie in any window of this length, wherever it starts. */
function mostIn(instants: number[], seconds: number): number {
  let from = 0;
  return instants.reduce((most, instant, index) => {
    while (instant - (instants[from] ?? instant) >= seconds * 1000) from += 1;
    return Math.max(most, index - from + 1);
  }, 0);
}

function randomArrivals(random: () => number, count: number, meanGap: number, share = 0): { at: number; url: URL }[] {
  let at = start;
  return Array.from({ length: count }, () => {
    if (random() < 0.3) at += Math.round(-Math.log(1 - random()) * meanGap);
    return { at, url: random() < share ? paged : first };
  });
}

describe('documented limits', () => {
  const limits: [number, number][] = [
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 10],
    [7, 3],
    [50, 1],
    [300, 300],
    [3000, 300],
  ];

  it.each(limits)('%d in %d s is exceeded in no window, whatever arrives when', (requests, seconds) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seeded(seed * 1000 + requests);
      const meanGap = (seconds * 1000 * 4 * random()) / requests;
      const instants = sendAll([{ requests, seconds }], randomArrivals(random, requests * 4 + 20, meanGap));
      const at = instants.map((each) => each.at);
      expect(mostIn(at, seconds)).toBeLessThanOrEqual(requests);
    }
  });

  it.each(limits)(
    '%d in %d s: nearly all of it is used when there is always something to send',
    (requests, seconds) => {
      const windows = 10;
      const arrivals = Array.from({ length: requests * windows }, () => ({ at: start, url: first }));
      const inTime = sendAll([{ requests, seconds }], arrivals).filter(
        ({ at }) => at < start + windows * seconds * 1000,
      );
      expect(inTime.length / (requests * windows)).toBeGreaterThanOrEqual(0.98);
    },
  );

  it('spends the allowance at once, then waits for the window to pass', () => {
    const arrivals = [0, 0, 500, 500, 500].map((after) => ({ at: start + after, url: first }));
    const at = sendAll([{ requests: 3, seconds: 12 }], arrivals).map((each) => each.at - start);
    expect(at).toEqual([0, 0, 500, 12_000, 12_000]);
  });

  it('keeps two limits at once, one of them for some addresses only', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seeded(seed);
      const paces = [
        { requests: 30, seconds: 30 },
        { requests: 30, seconds: 90, applies: isPaged },
      ];
      const sent = sendAll(paces, randomArrivals(random, 300, 1000, 0.4));
      const all = sent.map(({ at }) => at);
      const pages = sent.filter(({ url }) => isPaged(url)).map(({ at }) => at);
      expect(pages.length).toBeGreaterThan(60);
      expect(mostIn(all, 30)).toBeLessThanOrEqual(30);
      expect(mostIn(pages, 90)).toBeLessThanOrEqual(30);
    }
  });

  it('does not let the limit for some addresses slow the others', () => {
    const pace = createPace([{ requests: 1, seconds: 60, applies: isPaged }]);
    pace.sent(paged, start);
    expect(pace.next(paged, start).at).toBe(start + 60_000);
    expect(pace.next(first, start).at).toBe(start);
  });
});

/**
 * A server that counts in fixed windows and answers each request after a random time, and a client with some requests
 * under way; in steps of 50 ms. What the fullest window held, and how many windows it took.
 */
function simulate(
  random: () => number,
  { limit, seconds, concurrency, requests }: { limit: number; seconds: number; concurrency: number; requests: number },
): { most: number; windows: number } {
  const pace = createPace([]);
  const counts = new Map<number, number>();
  let underWay: {
    ticket: ReturnType<typeof pace.sent>;
    arrives: number;
    returns: number;
    told: { remaining: number; until: number } | null;
  }[] = [];
  let sent = 0;
  for (let now = start; sent < requests || underWay.length > 0; now += 50) {
    for (const each of underWay) {
      if (each.told || each.arrives > now) continue;
      const window = Math.floor(now / (seconds * 1000));
      const count = (counts.get(window) ?? 0) + 1;
      counts.set(window, count);
      each.told = { remaining: Math.max(0, limit - count), until: (window + 1) * seconds * 1000 };
    }
    for (const { ticket, returns, told } of underWay) {
      if (returns <= now) pace.ended(ticket, told && told.until > now ? told : null);
    }
    underWay = underWay.filter(({ returns }) => returns > now);
    while (sent < requests && underWay.length < concurrency && pace.next(first, now).at <= now) {
      const arrives = now + 50 + 2000 * random();
      underWay.push({ ticket: pace.sent(first, now), arrives, returns: arrives + 50 + 2000 * random(), told: null });
      sent += 1;
    }
  }
  return { most: Math.max(...counts.values()), windows: counts.size };
}

describe('limits that the server tells', () => {
  const slow = { requests: 1, seconds: 3600 };

  it('replace the documented ones until the reset', () => {
    const pace = createPace([slow]);
    const ticket = pace.sent(first, start);
    expect(pace.next(first, start).at).toBe(start + 3_600_000);
    pace.ended(ticket, { remaining: 2, until: start + 60_000 });
    for (const _ of [1, 2]) {
      expect(pace.next(first, start).at).toBe(start);
      pace.sent(first, start);
    }
    expect(pace.next(first, start)).toEqual({ at: start + 60_000, why: 'the allowance is used up' });
    expect(pace.next(first, start + 59_999).at).toBe(start + 60_000);
    expect(pace.next(first, start + 60_000).at).toBe(start + 60_000);
    pace.sent(first, start + 60_000);
    expect(pace.next(first, start + 60_000).at).toBe(start + 60_000 + 3_600_000);
  });

  it('leave the documented limits of some addresses in force', () => {
    const pace = createPace([{ requests: 1, seconds: 10, applies: isPaged }]);
    pace.ended(pace.sent(paged, start), { remaining: 100, until: start + 60_000 });
    expect(pace.next(first, start).at).toBe(start);
    expect(pace.next(paged, start).at).toBe(start + 10_000);
  });

  it('count what is under way as spent', () => {
    const pace = createPace([]);
    pace.sent(first, start);
    const second = pace.sent(first, start);
    pace.sent(first, start);
    pace.ended(second, { remaining: 3, until: start + 60_000 });
    expect(pace.next(first, start).at).toBe(start);
    pace.sent(first, start);
    expect(pace.next(first, start).at).toBe(start + 60_000);
  });

  it('are not loosened by an older answer that comes late', () => {
    const pace = createPace([]);
    const early = pace.sent(first, start);
    const late = pace.sent(first, start);
    pace.ended(late, { remaining: 1, until: start + 60_000 });
    pace.sent(first, start);
    pace.ended(early, { remaining: 9, until: start + 60_000 });
    expect(pace.next(first, start).at).toBe(start + 60_000);
    pace.ended(early, { remaining: 9, until: start + 90_000 });
    expect(pace.next(first, start).at).toBe(start + 60_000);
  });

  it('are never exceeded, however answers overtake each other', () => {
    for (let seed = 1; seed <= 15; seed += 1) {
      const { most, windows } = simulate(seeded(seed), { limit: 20, seconds: 60, concurrency: 4, requests: 150 });
      expect(most).toBeLessThanOrEqual(20);
      expect(windows).toBeLessThanOrEqual(10);
    }
  });

  it('stop everything when an answer says that nothing is left, even a late one', () => {
    const pace = createPace([]);
    const early = pace.sent(first, start);
    pace.ended(pace.sent(first, start), { remaining: 5, until: start + 60_000 });
    pace.ended(early, { remaining: 0, until: start + 30_000 });
    expect(pace.next(first, start).at).toBe(start + 30_000);
    expect(pace.next(paged, start).at).toBe(start + 30_000);
  });
});

it('has one cool-down a host, the longest that was asked for', () => {
  const pace = createPace([]);
  pace.coolDown(start + 5000, 'busy');
  pace.coolDown(start + 2000, 'less busy');
  expect(pace.next(first, start)).toEqual({ at: start + 5000, why: 'busy' });
  expect(pace.next(first, start + 5000)).toEqual({ at: start + 5000, why: null });
});

const classOf = ({ pathname }: URL) => pathname;

describe('classes of addresses', () => {
  const other = new URL('https://social.example/facts');

  it('have documented limits of their own', () => {
    const pace = createPace([{ requests: 2, seconds: 60 }], classOf);
    for (const _ of [1, 2]) pace.sent(first, start);
    expect(pace.next(first, start).at).toBe(start + 60_000);
    expect(pace.next(other, start).at).toBe(start);
  });

  it('hear what answers tell of their own', () => {
    const pace = createPace([{ requests: 1, seconds: 60 }], classOf);
    pace.ended(pace.sent(first, start), { remaining: 0, until: start + 900_000 });
    expect(pace.next(first, start).at).toBe(start + 900_000);
    expect(pace.next(paged, start).at).toBe(start + 900_000);
    expect(pace.next(other, start).at).toBe(start);
    pace.ended(pace.sent(other, start), { remaining: 7, until: start + 300_000 });
    expect(pace.next(other, start).at).toBe(start);
    expect(pace.next(first, start).at).toBe(start + 900_000);
  });

  it('rest alone, or with the whole host', () => {
    const pace = createPace([], classOf);
    pace.coolDown(start + 5000, 'used up', first);
    expect([pace.next(first, start).at, pace.next(other, start).at]).toEqual([start + 5000, start]);
    pace.coolDown(start + 9000, 'busy');
    expect([pace.next(first, start).at, pace.next(other, start).at]).toEqual([start + 9000, start + 9000]);
  });
});
