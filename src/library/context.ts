import { setTimeout } from 'node:timers/promises';
import type { RunContext } from '../types/run.ts';

export type CompleteContext = { [Name in keyof RunContext]-?: NonNullable<RunContext[Name]> };

/** What a caller leaves out: the system's clock, silence, no tokens, nothing that ends the call, no further networks. */
export const completeContext = ({ clock, progress, tokens, signal, networks }: RunContext): CompleteContext => ({
  clock: clock ?? {
    now: Date.now,
    sleep: (milliseconds, ending) => setTimeout(milliseconds, undefined, ending && { signal: ending }),
  },
  progress: progress ?? (() => {}),
  tokens: tokens ?? new Map(),
  signal: signal ?? new AbortController().signal,
  networks: networks ?? [],
});
