import { setTimeout } from 'node:timers/promises';
import type { RunContext } from '../types/run.ts';

/** What a caller leaves out of a run's context: the system's clock, silence, and no tokens. */
export const completeContext = ({ clock, progress, tokens }: Partial<RunContext>): Required<RunContext> => ({
  clock: clock ?? { now: Date.now, sleep: (milliseconds) => setTimeout(milliseconds) },
  progress: progress ?? (() => {}),
  tokens: tokens ?? new Map(),
});
