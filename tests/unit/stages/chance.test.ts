import { describe, expect, test } from 'vitest';
import { type CountedPage, chancesOf, isMassPage } from '../../../src/stages/chance.ts';
import { randomNumbers } from '../../helpers/random.ts';

const accounts = 40_000_000;

const page = (customers: number, subscribers: number | null, given: Partial<CountedPage> = {}): CountedPage => ({
  customers,
  readable: 30,
  subscribers,
  accounts,
  network: 'bluesky',
  examined: true,
  ...given,
});

/** One of `n` by a chance of `rate`, by inversion. */
function drawn(n: number, rate: number, random: () => number): number {
  let left = random();
  let term = (1 - rate) ** n;
  let k = 0;
  while (left > term && k < n) {
    left -= term;
    k += 1;
    term *= (rate / (1 - rate)) * ((n - k + 1) / k);
  }
  return k;
}

/** 100,000 small pages and 500 large ones, and the asked number of special ones, which 15 to 45 % of clients follow. */
function world(n: number, activity: number, special: number, random: () => number) {
  const pages: CountedPage[] = [];
  const isSpecial: boolean[] = [];
  const add = (subscribers: number, extra: number): void => {
    const k = drawn(n, Math.min(0.95, (activity * subscribers) / accounts + extra), random);
    if (k === 0) return;
    pages.push(page(k, subscribers, { readable: n }));
    isSpecial.push(extra > 0);
  };
  for (let at = 0; at < 100_000; at++) add(5000 + random() * 35_000, 0);
  for (let at = 1; at <= 500; at++) add(Math.min(4_000_000, 6_000_000 / at + 50_000), 0);
  for (let at = 0; at < special; at++) add(5000 + random() * 200_000, 0.15 + random() * 0.3);
  const { chances } = chancesOf(pages, pages.length);
  const called = chances.flatMap(({ qValue }, index) => (qValue !== null && qValue <= 0.05 ? [isSpecial[index]] : []));
  return { right: called.filter(Boolean).length, wrong: called.filter((each) => each === false).length };
}

describe('in worlds where clients choose by chance, or where some pages are special', () => {
  test.each([
    [10, 1, 0.3],
    [10, 4, 0.3],
    [30, 1, 0.6],
    [30, 4, 0.6],
    [100, 1, 0.9],
    [100, 4, 0.9],
  ])('%i clients who follow %i times as much as an average account', (n, activity, least) => {
    const random = randomNumbers(n * 10 + activity);
    const rounds = 10;
    let [falseShare, found] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const alone = world(n, activity, 0, random);
      const mixed = world(n, activity, 60, random);
      falseShare += Number(alone.wrong > 0) + mixed.wrong / Math.max(1, mixed.wrong + mixed.right);
      found += mixed.right / 60;
    }
    expect(falseShare / (2 * rounds)).toBeLessThanOrEqual(0.05);
    expect(found / rounds).toBeGreaterThanOrEqual(least);
  });
});

/** As many small pages, each read by a share of the town that its size says nothing of; some by clients far more. */
function town(n: number, people: number, special: number, random: () => number) {
  const pages: CountedPage[] = [];
  const isSpecial: boolean[] = [];
  const add = (rate: number, extra: number): void => {
    const [k, usual] = [drawn(n, Math.min(0.95, rate + extra), random), drawn(people, rate, random)];
    if (k === 0) return;
    pages.push(page(k, null, { readable: n, control: { customers: usual, readable: people } }));
    isSpecial.push(extra > 0);
  };
  for (let at = 0; at < 20_000; at++) add(10 ** (-5 + 3 * random()), 0);
  for (let at = 0; at < 2000; at++) add(10 ** (-2 + 1.7 * random()), 0);
  for (let at = 0; at < special; at++) add(10 ** (-4 + 2 * random()), 0.25 + random() * 0.3);
  const { chances } = chancesOf(pages, pages.length);
  const called = chances.flatMap(({ qValue }, at) => (qValue !== null && qValue <= 0.05 ? [isSpecial[at]] : []));
  return { right: called.filter(Boolean).length, wrong: called.filter((each) => each === false).length };
}

describe('with a control list, in a town whose pages are small and read by many', () => {
  test.each([
    [10, 300, 0.6],
    [30, 100, 0.9],
    [30, 300, 0.9],
    [100, 300, 0.95],
    [100, 1000, 0.95],
  ])('%i clients, %i people', (n, people, least) => {
    const random = randomNumbers(n * 10 + people);
    const rounds = 10;
    let [falseShare, found] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      falseShare += Number(town(n, people, 0, random).wrong > 0);
      const mixed = town(n, people, 60, random);
      falseShare += mixed.wrong / Math.max(1, mixed.wrong + mixed.right);
      found += mixed.right / 60;
    }
    expect(falseShare / (2 * rounds)).toBeLessThanOrEqual(0.05);
    expect(found / rounds).toBeGreaterThanOrEqual(least);
  });
});

test.each([
  ['too few clients to tell', page(4, 20_000, { readable: 4 }), 'too_few'],
  ['one client, of how many ever', page(1, 20_000), 'anecdote'],
  ['six of thirty on a small page', page(6, 20_000), 'strong'],
  ['two of thirty on a small page, alone', page(2, 5000), 'likely'],
  ['as many as chance gives', page(3, 1_000_000), 'by_chance'],
  ['a page of unknown size', page(6, null), null],
  ['a network of unknown size', page(6, 20_000, { accounts: null }), null],
  ['a page that was not looked at', page(6, 20_000, { examined: false }), null],
])('%s', (_, each, strength) => {
  expect(chancesOf([each], 1).chances[0]?.strength).toBe(strength);
});

test('the more pages were counted, the less one of them says', () => {
  const two = page(2, 5000);
  expect(chancesOf([two], 1).chances[0]?.strength).toBe('likely');
  expect(chancesOf([two], 10_000).chances[0]?.strength).toBe('by_chance');
});

test('no more clients are expected than there are, and no quotient is made of hardly any', () => {
  const [all, few, some] = chancesOf([page(3, 80_000_000), page(2, 5000), page(3, 500_000)], 3).chances;
  expect(all?.expected).toBe(30);
  expect(few).toMatchObject({ lift: null });
  expect(few?.expected).toBeCloseTo(0.015, 6);
  expect(some?.lift).toBeCloseTo(3 / (some?.expected ?? 0), 9);
});

test('how much more clients follow is taken of the largest pages, and assumed where these are too few', () => {
  const large = Array.from({ length: 40 }, (_, at) => page(12, 4_000_000 - at * 10_000));
  const { activity } = chancesOf([...large, page(9, 20_000)], 41);
  expect(activity.get('bluesky')).toMatchObject({ pages: 40 });
  expect(activity.get('bluesky')?.factor).toBeGreaterThan(3.5);
  expect(activity.get('bluesky')?.factor).toBeLessThan(4.8);
  expect(chancesOf([page(9, 20_000)], 1).activity.get('bluesky')).toEqual({ factor: 4, pages: 0, control: null });
  expect(chancesOf([page(9, 20_000, { accounts: null })], 1).activity.size).toBe(0);
});

test('a mass page has over 1 % of its network, however many clients there are', () => {
  expect(isMassPage(400_001, accounts)).toBe(true);
  expect(isMassPage(400_000, accounts)).toBe(false);
  expect(isMassPage(null, accounts)).toBeNull();
  expect(isMassPage(400_001, null)).toBeNull();
});
