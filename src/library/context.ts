import { setTimeout } from 'node:timers/promises';
import type { RunContext } from '../types/run.ts';

/** What a caller leaves out of a run's context: the system's clock, silence, no tokens, and nothing that ends it early. */
export const completeContext = ({ clock, progress, tokens, signal }: Partial<RunContext>): Required<RunContext> => ({
  clock: clock ?? {
    now: Date.now,
    sleep: (milliseconds, waiting) => setTimeout(milliseconds, undefined, waiting && { signal: waiting }),
  },
  progress: progress ?? (() => {}),
  tokens: tokens ?? new Map(),
  signal: signal ?? new AbortController().signal,
});
