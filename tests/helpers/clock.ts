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

/** Waits are over once requests on their way had the turns to arrive; the time they would have taken passes. */
export function patientClock(): Clock {
  let now = Date.parse('2026-11-22T12:00:00Z');
  return {
    now: () => now,
    async sleep(milliseconds) {
      const wake = now + milliseconds;
      for (let turn = 0; turn < 30; turn += 1) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
      now = Math.max(now, wake);
    },
  };
}
