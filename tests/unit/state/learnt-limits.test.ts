import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/types/store.ts';
import { day, folder, inState, noon } from './given.ts';

const limit = { host: 'meadow.example', limitClass: '', pace: 0, documented: 300, requests: 150, at: noon };

test('what was learnt of the limits of hosts stays for a week, the latest of each, and goes with everything', () => {
  const path = join(folder(), 'state.sqlite');
  const on = <Value>(days: number, work: (store: Store) => Value): Value => inState(path, work, noon + days * day);
  const other = { ...limit, limitClass: 'lists', requests: 40, at: noon + 3 * day };
  const fewer = { ...limit, requests: 75, at: noon + day };
  on(0, (store) => store.saveLearntLimit(limit));
  on(1, (store) => store.saveLearntLimit(fewer));
  on(3, (store) => store.saveLearntLimit(other));
  expect(on(7.9, (store) => store.learntLimits())).toEqual([fewer, other]);
  expect(on(8, (store) => store.learntLimits())).toEqual([other]);
  on(5, (store) => store.purge(noon + 2 * day));
  expect(on(5, (store) => store.learntLimits())).toEqual([other]);
  on(5, (store) => store.forgetAll());
  expect(on(5, (store) => store.learntLimits())).toEqual([]);
});
