import { expect, test } from 'vitest';
import { chanceOf, wilsonInterval } from '../../../src/stages/statistics.ts';

test.each([
  // Published: 0/10, 5/10 and 10/10 by Newcombe's method 3 (Statistics in Medicine 17, 1998), and 81/263, 15/148 there.
  [0, 10, 0, 0.2775],
  [5, 10, 0.2366, 0.7634],
  [10, 10, 0.7225, 1],
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  // "With ten clients 30 % is 11 to 60 %".
  [3, 10, 0.1078, 0.6032],
])('the Wilson interval of %i in %i is %f to %f', (k, n, low, high) => {
  const interval = wilsonInterval(k, n);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test.each([
  [2, 5_000, 0.0005, 4000, 3.0, false],
  [3, 20_000, 0.002, 1500, 4.0, false],
  [4, 200_000, 0.02, 200, 4.9, false],
  [4, 2_000_000, 0.2, 20, 4.2, true],
  [5, 15_000_000, 1.5, 3.3, 2.4, true],
  [2, 15_000_000, 1.5, 1.3, 1.2, true],
])('%i of 10 clients on a page with %i of 100 million accounts', (k, subscribers, expected, lift, shrunk, massPage) => {
  const result = chanceOf(k, 10, subscribers, 100_000_000);
  expect(result?.expected).toBeCloseTo(expected, 6);
  expect(result?.lift).toBeCloseTo(lift, lift < 10 ? 1 : 0);
  expect(result?.shrunkLift).toBeCloseTo(shrunk, 1);
  expect(result?.massPage).toBe(massPage);
});

test('nothing is said of chance where a number is unknown', () => {
  expect(chanceOf(3, 10, null, 100)).toBeNull();
  expect(chanceOf(3, 10, 100, null)).toBeNull();
  expect(chanceOf(3, 10, 0, 100)).toMatchObject({ expected: 0, lift: null, shrunkLift: 4 });
});
