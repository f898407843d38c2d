import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/state/store.ts';
import { dayMs } from '../../../src/types/run.ts';

const begin = Date.parse('2026-11-22T12:00:00Z');
const limit = { host: 'meadow.example', limitClass: '', pace: 0, documented: 300, requests: 150, at: begin };

test('what was learnt of the limits of hosts stays for a week, the latest of each, and goes with everything', () => {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'state.sqlite');
  const on = <Result>(day: number, work: (store: ReturnType<typeof openStore>) => Result): Result => {
    const store = openStore(path, { now: () => begin + day * dayMs, sleep: async () => {} });
    try {
      return work(store);
    } finally {
      store.close();
    }
  };
  const other = { ...limit, limitClass: 'lists', requests: 40, at: begin + 3 * dayMs };
  const fewer = { ...limit, requests: 75, at: begin + dayMs };
  on(0, (store) => store.saveLearntLimit(limit));
  on(1, (store) => store.saveLearntLimit(fewer));
  on(3, (store) => store.saveLearntLimit(other));
  expect(on(7.9, (store) => store.learntLimits())).toEqual([fewer, other]);
  expect(on(8, (store) => store.learntLimits())).toEqual([other]);
  on(5, (store) => store.purge(begin + 2 * dayMs));
  expect(on(5, (store) => store.learntLimits())).toEqual([other]);
  on(5, (store) => store.forgetAll());
  expect(on(5, (store) => store.learntLimits())).toEqual([]);
});
