import { describe, expect, test } from 'vitest';
import {
  type Beta,
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

/** To seven digits; what is smaller than any number that a double can hold well is small here, too. */
const isSame = (told: number, right: number): boolean =>
  right < 1e-290 ? told < 1e-280 : Math.abs(told / right - 1) < 5e-8;

const shrunk = (k: number, n: number, { a, b }: Beta): number => (k + a) / (n + a + b);

/** Compares the statistics with SciPy's, by name. Each test tells the cases that differ. */
export function compareWithScipy(read: () => ScipyCases): void {
  describe('equal to SciPy', () => {
    test('the tail of a page of known size, from no client to all, from no subscriber to more than there are', () => {
      const differ = read().tails.filter(
        ([k, n, subscribers, accounts, right]) => !isSame(tailGiven(k, n, Math.min(1, subscribers / accounts)), right),
      );
      expect(differ).toEqual([]);
    });

    test('the tail of a page as a control list knows it', () => {
      const differ = read().samples.filter(
        ([k, n, followers, people, right]) => !isSame(tailOfSample(k, n, shareInSample(followers, people)), right),
      );
      expect(differ).toEqual([]);
    });

    test('Wilson intervals', () => {
      const differ = read().intervals.filter(([k, n, low, high]) => {
        const told = wilsonInterval(k, n);
        return Math.abs(told.low - low) > 1e-12 || Math.abs(told.high - high) > 1e-12;
      });
      expect(differ).toEqual([]);
    });

    test('rates of false discoveries', () => {
      const differ = read().rates.filter(([values, others, right]) => {
        const told = falseDiscoveryRates(values, values.length + others);
        return told.some((rate, index) => Math.abs(rate - (right[index] ?? -1)) > 1e-12);
      });
      expect(differ).toEqual([]);
    });

    test('shares drawn towards what is usual, to one in a hundred', () => {
      const differ = read().shares.filter(([n, pages, a, b]) => {
        const told = fitShares(pages, n);
        return pages.some((_, k) => !told || Math.abs(shrunk(k, n, told) / shrunk(k, n, { a, b }) - 1) > 0.01);
      });
      expect(differ).toEqual([]);
    });
  });
}
