import type { LatestRun } from '../index.ts';

/** When a stage of a network was first seen, and how much was done by then. */
export type Starts = ReadonlyMap<string, { at: number; done: number }>;

const keyOf = ({ network, stage }: LatestRun['work'][number], run: string): string => `${run} ${network} ${stage}`;

/** The starts with those that a status shows for the first time; those of earlier runs are dropped. */
export function startedWith(starts: Starts, status: LatestRun | null, now: number): Starts {
  if (status === null) return new Map();
  return new Map(
    status.work.map((each) => {
      const key = keyOf(each, status.startedAt);
      return [key, starts.get(key) ?? { at: now, done: each.done }];
    }),
  );
}

/** Seconds that each network still takes at the pace so far, its stages together; a wait counts as long as it lasts. */
export function secondsLeft(starts: Starts, status: LatestRun, now: number): Record<string, number> {
  const left = new Map<string, number>();
  for (const each of status.work) {
    const start = starts.get(keyOf(each, status.startedAt));
    const done = each.done - (start?.done ?? 0);
    if (!start || done <= 0 || each.done >= each.total) continue;
    const seconds = ((now - start.at) / 1000 / done) * (each.total - each.done);
    left.set(each.network, (left.get(each.network) ?? 0) + Math.ceil(seconds));
  }
  return Object.fromEntries(left);
}
