import type { HostProgress, RunStatus } from '../types/run-status.ts';
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
  hosts: [],
  waits: [],
});

/** The status after something happened. */
export function statusAfter(status: RunStatus, event: ProgressEvent, now: number): RunStatus {
  const waits = status.waits.filter(({ until }) => Date.parse(until) > now);
  const next = { ...status, updatedAt: iso(now), waits };
  if (event.stage === 'wait') {
    const { host, until, why } = event;
    const waiting = [...waits.filter((wait) => wait.host !== host), { host, until: iso(until), why }];
    return { ...next, waits: waiting, hosts: lastFirst(status.hosts.map((each) => afterWait(each, waiting))) };
  }
  if (!('done' in event)) return next;
  const { network, stage, done, read, total, place } = event;
  const hosts = place ? hostsAfter(status.hosts, { network, ...place }, waits, now) : status.hosts;
  const row = { network, stage, done, read, total };
  const at = status.work.findIndex((each) => each.network === network && each.stage === stage);
  return { ...next, hosts, work: at === -1 ? [...status.work, row] : status.work.with(at, row) };
}

/** The hosts that are not done after one of them had another profile tried. */
function hostsAfter(
  hosts: readonly HostProgress[],
  { network, host, done, total }: Pick<HostProgress, 'network' | 'host' | 'done' | 'total'>,
  waits: RunStatus['waits'],
  now: number,
): HostProgress[] {
  const known = hosts.find((each) => each.network === network && each.host === host);
  const others = hosts.filter((each) => each !== known);
  if (done >= total) return others;
  const since = known?.since ?? iso(now);
  const each = (now - Date.parse(since)) / (done - 1);
  const finishAt = known && done > 1 ? iso(now + each * (total - done)) : null;
  return lastFirst([...others, afterWait({ network, host, done, total, since, finishAt }, waits)]);
}

/** A host that is left alone is not done before that is over. */
function afterWait(progress: HostProgress, waits: RunStatus['waits']): HostProgress {
  const until = waits.find(({ host }) => host === progress.host)?.until;
  return until !== undefined && until > (progress.finishAt ?? '') ? { ...progress, finishAt: until } : progress;
}

const lastFirst = (hosts: readonly HostProgress[]): HostProgress[] =>
  hosts.toSorted((a, b) => order(b.finishAt ?? '', a.finishAt ?? '') || order(a.host, b.host));

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** The status of a run that has ended. */
export const statusAtEnd = (status: RunStatus, exitCode: number, now: number): RunStatus => ({
  ...status,
  updatedAt: iso(now),
  endedAt: iso(now),
  exitCode,
  hosts: [],
  waits: [],
});
