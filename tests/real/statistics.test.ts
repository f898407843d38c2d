import { beforeAll, beforeEach, describe } from 'vitest';
import { type ScipyCases, compareWithScipy } from '../helpers/scipy-cases.ts';
import { startIfAvailable } from './available.ts';
import { scipyCases } from './scipy.ts';

describe('statistics, in cases that no table holds', () => {
  let cases: ScipyCases | null = null;

  beforeAll(async () => {
    cases = await startIfAvailable('SciPy', () => scipyCases(20_261_128, 1000));
  });
  beforeEach((context) => context.skip(!cases, 'SciPy cannot be had here'));

  compareWithScipy(() => cases ?? { tails: [], samples: [], intervals: [], rates: [], shares: [] });
});
