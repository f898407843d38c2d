import type { Clock } from '../../src/types/run.ts';

/** Waits are over at once; the time they would have taken passes. */
export function hurriedClock(start = Date.parse('2026-11-22T12:00:00Z')): Clock {
  let passed = 0;
  return {
    now: () => start + passed,
    sleep: (milliseconds) => {
      passed += milliseconds;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
}
