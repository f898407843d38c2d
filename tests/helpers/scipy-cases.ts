import { describe, expect, test } from 'vitest';
import {
  falseDiscoveryRates,
  fitShares,
  shareInSample,
  tailGiven,
  tailOfSample,
  wilsonInterval,
} from '../../src/stages/statistics.ts';

/** Cases of `tests/real/statistics.py`, the last cells of each being SciPy's answer. */
export interface ScipyCases {
  /** Clients that follow a page, readable clients, subscribers, accounts: the tail given one client. */
  tails: [number, number, number, number, number][];
  /** The same with the followers among the people of a control list. */
  samples: [number, number, number, number, number][];
  /** k, n: the ends of the interval. */
  intervals: [number, number, number, number][];
  /** Tails, and how many more were tested: the rates of false discoveries. */
  rates: [number[], number, number[]][];
  /** Readable clients, pages by clients: the distribution of shares. */
  shares: [number, number[], number, number][];
}

/** Equal to seven digits; what is smaller than any number that a double can hold well is small here, too. */
function expectSame(told: number, right: number, where: string): void {
  if (right < 1e-290) expect(told, where).toBeLessThan(1e-280);
  else expect(told / right, where).toBeCloseTo(1, 7);
}

/** Compares the statistics with SciPy's, by name. */
export function compareWithScipy(read: () => ScipyCases): void {
  describe('equal to SciPy', () => {
    test('the tail of a page of known size, from no client to all, from no subscriber to more than there are', () => {
      const { tails } = read();
      for (const [k, n, subscribers, accounts, right] of tails) {
        const where = `${k} of ${n}, ${subscribers} of ${accounts}`;
        expectSame(tailGiven(k, n, Math.min(1, subscribers / accounts)), right, where);
      }
    });

    test('the tail of a page as a control list knows it', () => {
      for (const [k, n, followers, people, right] of read().samples) {
        const where = `${k} of ${n}, ${followers} of ${people}`;
        expectSame(tailOfSample(k, n, shareInSample(followers, people)), right, where);
      }
    });

    test('Wilson intervals', () => {
      for (const [k, n, low, high] of read().intervals) {
        expect(wilsonInterval(k, n).low, `${k} of ${n}`).toBeCloseTo(low, 12);
        expect(wilsonInterval(k, n).high, `${k} of ${n}`).toBeCloseTo(high, 12);
      }
    });

    test('rates of false discoveries', () => {
      for (const [values, others, right] of read().rates) {
        const told = falseDiscoveryRates(values, values.length + others);
        for (const [index, rate] of told.entries()) expect(rate).toBeCloseTo(right[index] ?? -1, 12);
      }
    });

    test('shares drawn towards what is usual', () => {
      for (const [n, pages, a, b] of read().shares) {
        const told = fitShares(pages, n) ?? { a: 0, b: 0 };
        for (let k = 1; k <= n; k++) {
          const shrunk = (k + told.a) / (n + told.a + told.b);
          expect(Math.abs(shrunk / ((k + a) / (n + a + b)) - 1), `${k} of ${n}`).toBeLessThan(0.01);
        }
      }
    });
  });
}
