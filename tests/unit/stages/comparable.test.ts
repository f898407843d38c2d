import { expect, test } from 'vitest';
import { basisOn, comparison, readersIn } from '../../../src/stages/comparable.ts';

const lists = (count: number, from = 0): Set<string> =>
  new Set(Array.from({ length: count }, (_, number) => `list ${number + from}`));
const on = (networks: Record<string, Set<string>>): Map<string, Set<string>> => new Map(Object.entries(networks));

test.each([
  ['the same lists', lists(10), lists(10), true],
  ['one more of ten', lists(9), lists(10), true],
  ['one fewer of ten', lists(10), lists(9), true],
  ['two more of ten', lists(8), lists(10), false],
  ['as many others', lists(10), lists(10, 2), false],
  ['none then', lists(0), lists(10), false],
  ['none today', lists(10), lists(0), false],
])('a ranking of %s can be compared or not', (_, then, now, isComparable) => {
  expect(comparison(on({ bluesky: then }), on({ bluesky: now })) !== null).toBe(isComparable);
});

test('a small network that was away costs its own rows the comparison, and no other', () => {
  const isComparable = comparison(on({ bluesky: lists(30) }), on({ bluesky: lists(30), mastodon: lists(1) }));
  expect(['bluesky', 'mastodon'].map((network) => isComparable?.(network))).toEqual([true, false]);
});

test('lists that only stand for want of a newer answer are none that an earlier ranking rests on', () => {
  const [day, now] = [86_400_000, 86_400_000 * 20];
  const read = new Map([
    [
      'bluesky',
      new Map([
        ['new', now],
        ['fresh', now - 5 * day],
        ['old', now - 8 * day],
      ]),
    ],
  ]);
  expect(readersIn(read).get('bluesky')?.size).toBe(3);
  const really = readersIn(read, { now, maxAgeMs: 7 * day }).get('bluesky');
  expect([...(really ?? [])]).toEqual(['new', 'fresh']);
  const always = readersIn(read, { now, maxAgeMs: 0 }).get('bluesky');
  expect([...(always ?? [])]).toEqual(['new']);
});

test('a ranking rests on a share of the profiles and imports that were asked for', () => {
  const [day, now] = [86_400_000, 86_400_000 * 20];
  const freshness = { now, maxAgeMs: 7 * day };
  const read = new Map([
    [
      'bluesky',
      new Map([
        ['new', now],
        ['old', now - 8 * day],
      ]),
    ],
    ['', new Map([['import', now]])],
  ]);
  expect(basisOn(read, [{ profiles: 2 }, { profiles: 1 }], freshness).share).toBe(0.5);
  expect(basisOn(new Map(), [], freshness).share).toBe(0);
});
