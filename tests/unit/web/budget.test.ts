import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { Stopped } from '../../../src/errors.ts';
import { createBudget, periodStart, renewalOf } from '../../../src/web/budget.ts';
import { openStore } from '../../../src/state/store.ts';
import type { Budget, Network } from '../../../src/types/network.ts';
import type { Store } from '../../../src/types/store.ts';
import { compiled } from '../../helpers/compiled.ts';
import { clockAt, day, folder, hour } from '../state/given.ts';
import { clientTo, reply, serve } from './local.ts';
import { fakeNetwork, seeded } from '../stages/fake-network.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

const priced = (id: string, budget: Budget): Network => ({ ...fakeNetwork(id, new Map()), budget });
const dollars: Budget = { unit: 'dollars', setting: 'xBudget', period: { days: 30 } };
const units: Budget = { unit: 'units', setting: 'youtubeQuota', period: { midnightIn: 'America/Los_Angeles' } };
const networks = [priced('x', dollars), priced('youtube', units), fakeNetwork('free', new Map())];

function inMemory(): Store {
  const store = openStore(':memory:', clockAt(noon));
  onTestFinished(() => store.close());
  return store;
}

function keeper({ xBudget = 0, youtubeQuota = 0, store = inMemory(), clock = clockAt(noon) }) {
  return { take: createBudget(networks, { xBudget, youtubeQuota }, store, clock), store, clock };
}

describe('what is taken', () => {
  test('is written down, until the next would exceed the limit', () => {
    const { take, store } = keeper({ xBudget: 1 });
    expect([take('x', 0.4), take('x', 0.4)]).toEqual([null, null]);
    expect(store.spent('x', 0)).toBeCloseTo(0.8);
    expect(take('x', 0.4)).toBe('0.80 of 1 dollars (xBudget) are used up, and 0.40 more would be needed');
    expect(store.spent('x', 0)).toBeCloseTo(0.8);
    expect(take('x', 0.2)).toBeNull();
  });

  test('of a budget of nothing is nothing', () => {
    const { take, store } = keeper({});
    expect(take('x', 0.01)).toBe('0 of 0 dollars (xBudget) are used up, and 0.01 more would be needed');
    expect(take('youtube', 1)).toContain('0 of 0 units');
    expect(store.spent('x', 0)).toBe(0);
  });

  test('a limit holds exactly as much as it says, whatever binary fractions make of cents', () => {
    const random = seeded(20);
    for (let round = 0; round < 200; round++) {
      const amounts = Array.from({ length: 1 + Math.floor(random() * 20) }, () => Math.ceil(random() * 300));
      const cents = amounts.reduce((sum, amount) => sum + amount, 0);
      const { take, store } = keeper({ xBudget: cents / 100 });
      expect([round, amounts.map((amount) => take('x', amount / 100)).find(Boolean)]).toEqual([round, undefined]);
      expect(take('x', 0.01)).not.toBeNull();
      store.close();
    }
  });

  test('from one network leaves the others theirs, and a free one is never refused', () => {
    const { take, store } = keeper({ xBudget: 1, youtubeQuota: 100 });
    expect([take('x', 1), take('youtube', 100), take('free', 1e9), take('unheard', 1e9)]).toEqual(Array(4).fill(null));
    expect([take('x', 0.01), take('youtube', 1)].every(Boolean)).toBe(true);
    expect(store.spent('free', 0)).toBe(0);
  });

  test('comes back after 30 days, or with midnight', () => {
    const { take, clock } = keeper({ xBudget: 1, youtubeQuota: 100 });
    expect([take('x', 1), take('youtube', 100)]).toEqual([null, null]);
    // 22 November ends at 08:00 UTC in Los Angeles.
    clock.set(Date.parse('2026-11-23T07:59:59.999Z'));
    expect([take('x', 1), take('youtube', 100)].every(Boolean)).toBe(true);
    clock.set(Date.parse('2026-11-23T08:00:00Z'));
    expect(take('youtube', 100)).toBeNull();
    expect(take('x', 1)).not.toBeNull();
    clock.set(noon + 30 * day);
    expect(take('x', 1)).not.toBeNull();
    clock.set(noon + 30 * day + 1);
    expect(take('x', 1)).toBeNull();
  });

  test('in any 30 days is never more than the limit', () => {
    const random = seeded(3);
    const { take, clock } = keeper({ xBudget: 5 });
    const taken: { at: number; amount: number }[] = [];
    for (let step = 0; step < 2000; step++) {
      clock.set(clock.now() + Math.floor(random() * day));
      const amount = Math.ceil(random() * 100) / 100;
      if (take('x', amount) === null) taken.push({ at: clock.now(), amount });
    }
    const worst = taken.map(({ at }) => {
      const within = taken.filter((each) => each.at <= at && each.at >= at - 30 * day);
      return within.reduce((sum, { amount }) => sum + amount, 0);
    });
    expect(Math.max(...worst)).toBeLessThanOrEqual(5 + 1e-6);
    expect(Math.max(...worst)).toBeGreaterThan(4.9);
    expect(taken.length).toBeGreaterThan(100);
  });

  test('stays taken in the next run, and where what was read is purged or a customer forgotten', () => {
    const path = join(folder(), 'state.sqlite');
    const clock = clockAt(noon);
    const first = openStore(path, clock);
    const taken = keeper({ xBudget: 1, store: first, clock });
    expect(taken.take('x', 0.7)).toBeNull();
    first.purge(noon + 29 * day);
    first.saveInput([{ key: 'anna', profiles: [] }], new Map(), [], noon);
    expect(first.forget('anna')).toBe(true);
    first.close();
    clock.set(noon + 29 * day);
    const second = openStore(path, clock);
    onTestFinished(() => second.close());
    expect(keeper({ xBudget: 1, store: second, clock }).take('x', 0.4)).toContain('0.70 of 1 dollars');
    expect(keeper({ xBudget: 1.1, store: second, clock }).take('x', 0.4)).toBeNull();
  });
});

test('killed with SIGKILL while it spends, again and again: no more is sent than was paid for, nor paid than allowed', async () => {
  const child = compiled(new URL('./spender.ts', import.meta.url));
  const place = mkdtempSync(join(tmpdir(), 'budget-'));
  onTestFinished(() => {
    child.remove();
    rmSync(place, { recursive: true });
  });
  const path = join(place, 'state.sqlite');
  const limit = 45;
  const amount = 0.03;
  const run = async (lines: number): Promise<string[]> => {
    const running = spawn(process.execPath, [child.path, path, String(limit), String(amount)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => {
      running.on('exit', resolve);
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: running.stdout })) {
      said.push(line);
      if (said.length === lines) running.kill('SIGKILL');
    }
    await ended;
    return said;
  };
  const random = seeded(11);
  const runs: { sent: number; spent: number }[] = [];
  let said: string[] = [];
  let sent = 0;
  for (let killed = 0; killed < 15 && !said.includes('over'); killed++) {
    said = await run(1 + Math.floor(random() * 12));
    sent += said.filter((line) => line === 'sent').length;
    const store = openStore(path, clockAt(Date.now()));
    runs.push({ sent, spent: store.spent('x', 0) });
    store.close();
  }
  expect(runs.length).toBeGreaterThan(2);
  expect(runs.filter((each) => each.sent * amount > each.spent + 1e-9)).toEqual([]);
  expect(runs.filter(({ spent }) => spent > limit + 1e-9)).toEqual([]);
  expect(await run(Infinity)).toContain('over');
  const store = openStore(path, clockAt(Date.now()));
  expect(store.spent('x', 0)).toBeCloseTo(limit, 6);
  store.close();
}, 120_000);

test('the client takes it before it asks, and asks nothing once there is none', async () => {
  const { take, store } = keeper({ xBudget: 0.05 });
  const spentWhenAsked: number[] = [];
  const origin = await serve((_, response) => {
    spentWhenAsked.push(store.spent('x', 0));
    reply(response, 200, {});
  });
  const { client } = clientTo({ hosts: { 'api.example': origin }, takeFromBudget: take });
  const web = client.for({ id: 'x', paces: [], concurrency: 1 });
  const ask = (): Promise<unknown> => web.json('https://api.example/', z.unknown(), { cost: 0.02 });
  await ask();
  await ask();
  await expect(ask()).rejects.toThrow(Stopped);
  await expect(web.json('https://api.example/', z.unknown())).rejects.toThrow('0.04 of 0.05 dollars');
  expect(spentWhenAsked.map((spent) => Math.round(spent * 100))).toEqual([2, 4]);
});

// ------------------------------------------------------------------ midnight

const midnightBefore = (instant: string, midnightIn = 'America/Los_Angeles'): string =>
  new Date(periodStart({ midnightIn }, Date.parse(instant))).toISOString();

describe('midnight', () => {
  test.for([
    ['in winter', '2026-01-15T20:30:15.500Z', '2026-01-15T08:00:00.000Z'],
    ['in summer', '2026-07-15T20:30:15.500Z', '2026-07-15T07:00:00.000Z'],
    ['before it', '2026-01-15T07:59:59.999Z', '2026-01-14T08:00:00.000Z'],
    ['at it', '2026-01-15T08:00:00.000Z', '2026-01-15T08:00:00.000Z'],
    ['before the clocks go forward', '2026-03-08T09:59:59.999Z', '2026-03-08T08:00:00.000Z'],
    ['after the clocks have gone forward', '2026-03-08T10:00:00.000Z', '2026-03-08T08:00:00.000Z'],
    ['late on that day', '2026-03-09T06:59:59.999Z', '2026-03-08T08:00:00.000Z'],
    ['on the next day', '2026-03-09T07:00:00.000Z', '2026-03-09T07:00:00.000Z'],
    ['before the clocks go back', '2026-11-01T08:30:00.000Z', '2026-11-01T07:00:00.000Z'],
    ['in the hour that comes twice, first', '2026-11-01T08:59:59.999Z', '2026-11-01T07:00:00.000Z'],
    ['in the hour that comes twice, second', '2026-11-01T09:00:00.000Z', '2026-11-01T07:00:00.000Z'],
    ['after the clocks have gone back', '2026-11-01T20:00:00.000Z', '2026-11-01T07:00:00.000Z'],
    ['late on that day', '2026-11-02T07:59:59.999Z', '2026-11-01T07:00:00.000Z'],
  ] as const)('%s', ([, instant, midnight]) => {
    expect(midnightBefore(instant)).toBe(midnight);
  });

  test.for([
    ['UTC', '2026-06-01T23:59:59.999Z', '2026-06-01T00:00:00.000Z'],
    ['Asia/Kolkata', '2026-06-01T18:29:59.999Z', '2026-05-31T18:30:00.000Z'],
    ['Asia/Kolkata', '2026-06-01T18:30:00.000Z', '2026-06-01T18:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-06-01T12:00:00.000Z', '2026-06-01T10:00:00.000Z'],
    // Here the clocks go forward at midnight: the day begins at one.
    ['Africa/Cairo', '2024-04-26T09:00:00.000Z', '2024-04-25T22:00:00.000Z'],
  ] as const)('in %s, %s', ([zone, instant, midnight]) => {
    expect(midnightBefore(instant, zone)).toBe(midnight);
  });

  test('of every third hour of two years is the instant at which the date changed', () => {
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });
    const begun = Date.parse('2025-12-31T08:00:00Z');
    const starts = new Set<number>();
    for (let instant = begun; instant < begun + 2 * 366 * day; instant += 3 * hour) {
      const midnight = periodStart({ midnightIn: 'America/Los_Angeles' }, instant);
      starts.add(midnight);
      expect(midnight <= instant && instant - midnight < 25 * hour).toBe(true);
      expect(date.format(midnight)).toBe(date.format(instant));
      expect(date.format(midnight - 1)).not.toBe(date.format(instant));
    }
    expect(starts.size).toBe(732);
  });

  test.each([
    ['youtube', '2026-11-24T06:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['youtube', '2026-11-24T08:00:00Z', '2026-11-25T08:00:00.000Z'],
    // The clocks go back, and forward.
    ['youtube', '2026-11-01T07:30:00Z', '2026-11-02T08:00:00.000Z'],
    ['youtube', '2026-03-08T08:30:00Z', '2026-03-09T07:00:00.000Z'],
    ['x', '2026-11-24T06:00:00Z', null],
    ['free', '2026-11-24T06:00:00Z', null],
  ])('of %s at %s counts anew from %s on', (network, now, renewed) => {
    const at = renewalOf(networks, network, Date.parse(now));
    expect(at === null ? null : new Date(at).toISOString()).toBe(renewed);
  });

  test('spending between midnight and one counts on the day on which that hour comes back', () => {
    const { take, clock } = keeper({ youtubeQuota: 100, clock: clockAt(Date.parse('2026-11-01T07:10:00Z')) });
    expect(take('youtube', 100)).toBeNull();
    clock.set(Date.parse('2026-11-01T20:00:00Z'));
    expect(take('youtube', 1)).toContain('100 of 100 units');
  });
});
