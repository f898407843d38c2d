import type { RunStatus } from '../types/run-status.ts';
import type { ProgressEvent } from '../types/run.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

/** The status of a run that begins. */
export const beginStatus = (now: number, generator: string, process: number): RunStatus => ({
  schema: 1,
  generator,
  process,
  startedAt: iso(now),
  updatedAt: iso(now),
  endedAt: null,
  exitCode: null,
  work: [],
  waits: [],
});

/** The status after something happened. */
export function statusAfter(status: RunStatus, event: ProgressEvent, now: number): RunStatus {
  const waits = status.waits.filter(({ until }) => Date.parse(until) > now);
  const next = { ...status, updatedAt: iso(now), waits };
  if (event.stage === 'wait') {
    const { host, until, why } = event;
    return { ...next, waits: [...waits.filter((wait) => wait.host !== host), { host, until: iso(until), why }] };
  }
  if (!('done' in event)) return next;
  const { network, stage, done, read, total } = event;
  const row = { network, stage, done, read, total };
  const at = status.work.findIndex((each) => each.network === network && each.stage === stage);
  return { ...next, work: at === -1 ? [...status.work, row] : status.work.with(at, row) };
}

/** The status of a run that has ended. */
export const statusAtEnd = (status: RunStatus, exitCode: number, now: number): RunStatus => ({
  ...status,
  updatedAt: iso(now),
  endedAt: iso(now),
  exitCode,
  waits: [],
});
