import { expect, test } from 'vitest';
import { randomNumbers } from '../../helpers/random.ts';
import { falseDiscoveryRates, fitShares, logGamma, tailGiven, wilsonInterval } from '../../../src/stages/statistics.ts';

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

/** n! / (k! (n - k)!) */
function choose(n: bigint, k: bigint): bigint {
  let ways = 1n;
  for (let at = 1n; at <= k; at++) ways = (ways * (n - k + at)) / at;
  return ways;
}

/** The tail in whole numbers, for a rate of s / N: nothing is rounded before the last step. */
function exactTail(k: number, n: number, s: bigint, size: bigint, least: number): number {
  const from = (start: number): bigint => {
    let sum = 0n;
    for (let at = start; at <= n; at++)
      sum += choose(BigInt(n), BigInt(at)) * s ** BigInt(at) * (size - s) ** BigInt(n - at);
    return sum;
  };
  const seen = from(least);
  return Number((from(Math.max(k, least)) * 10n ** 40n) / seen) / 1e40;
}

test('the tail equals the one in whole numbers in 1,000 random cases', () => {
  const random = randomNumbers(13);
  for (let round = 0; round < 1000; round++) {
    const n = 1 + Math.floor(random() * 60);
    const k = Math.floor(random() * (n + 1));
    const least = 1 + Math.floor(random() * Math.min(3, n));
    const s = 1n + BigInt(Math.floor(random() ** 4 * 999_998));
    const exact = exactTail(k, n, s, 1_000_000n, least);
    const told = tailGiven(k, n, Number(s) / 1e6, least);
    // Below that there are too few digits to compare.
    const ratio = exact > 1e-25 ? told / exact : Number(told < 1e-24);
    expect(ratio, `${k} of ${n}, ${s}, ${least}`).toBeCloseTo(1, 8);
  }
});

test.each([
  ['nobody follows', 0, 10, 0.1, 1],
  ['one client proves nothing', 1, 10, 1e-9, 1],
  ['nobody has subscribed, and two clients did', 2, 10, 0, 0],
  ['everybody has subscribed', 10, 10, 1, 1],
  ['more subscribers than accounts', 4, 10, 1.7, 1],
  ['no client', 0, 0, 0.1, 1],
])('the tail where %s', (_, k, n, rate, expected) => {
  expect(tailGiven(k, n, rate)).toBe(expected);
});

test('the tail of all clients on a page of a half of everybody', () => {
  expect(tailGiven(10, 10, 0.5)).toBeCloseTo(0.5 ** 10 / (1 - 0.5 ** 10), 12);
});

test('the logarithm of the gamma function', () => {
  expect(logGamma(1)).toBeCloseTo(0, 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 10);
  expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 10);
});

// Benjamini and Hochberg 1995, section 3.2: fifteen tests, of which the first four are discoveries at 0.05.
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

test('false discovery rates: as many discoveries as published, whatever the order', () => {
  const rates = falseDiscoveryRates(published, 15);
  expect(rates.filter((rate) => rate <= 0.05)).toHaveLength(4);
  expect(rates[0]).toBeCloseTo(0.0015, 6);
  expect(falseDiscoveryRates(published.toReversed(), 15)).toEqual(rates.toReversed());
  for (const [index, rate] of rates.entries()) expect(rate).toBeGreaterThanOrEqual(rates[index - 1] ?? 0);
});

test('tests that are not among the values count, too', () => {
  expect(falseDiscoveryRates([0.01], 1)).toEqual([0.01]);
  expect(falseDiscoveryRates([0.01, 0.04], 10)).toEqual([0.1, 0.2]);
  expect(falseDiscoveryRates([], 10)).toEqual([]);
});

const beta = (a: number, b: number): number => Math.exp(logGamma(a) + logGamma(b) - logGamma(a + b));

test('the spread of shares is found again, where pages that nobody follows are not seen', () => {
  // So many of 100,000 pages have k of 20 clients, where shares are spread as Beta(2, 18).
  const pages: number[] = [];
  for (let k = 1; k <= 20; k++)
    pages[k] = Math.round((100_000 * Number(choose(20n, BigInt(k))) * beta(k + 2, 38 - k)) / beta(2, 18));
  const { a = 0, b = 0 } = fitShares(pages, 20) ?? {};
  expect(a).toBeCloseTo(2, 0);
  expect(a / (a + b)).toBeCloseTo(0.1, 2);
});

test('too few pages tell of no spread', () => {
  expect(fitShares([], 10)).toBeNull();
  expect(fitShares([0, 12, 7], 10)).toBeNull();
  expect(fitShares([0, 40], 10)).toBeNull();
});
