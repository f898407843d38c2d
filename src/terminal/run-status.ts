import type { ProvisionalRanking } from '../types/provisional.ts';
import type { LatestRun } from '../types/run-status.ts';
import { lookup } from '../text/lookup.ts';
import { sanitize } from '../text/sanitize.ts';
import { table } from './table.ts';

const stages = { collect: 'follow lists', examine: 'resources', shorten: 'short links', draft: 'drafts' } as const;

const endings: Record<number, string> = {
  0: 'complete',
  2: 'mend something first',
  3: 'another run would give more',
  4: 'no host answered',
};

/** How a run stands, for a person. */
export function runStatusText(run: LatestRun, provisional: ProvisionalRanking | null): string {
  const rows = run.work.map(({ network, stage, done, read, total }) => [
    network,
    stages[stage],
    `${done} of ${total}`,
    `${read} read`,
    done < total ? `${total - done} queued` : 'done',
  ]);
  const hosts = run.hosts
    .slice(0, shownHosts)
    .map(({ host, done, total, finishAt }) => [
      host,
      `${total - done} of ${total} left`,
      finishAt === null ? '' : `done about ${dayAndTime(finishAt)} UTC`,
    ]);
  const waits = run.waits.map(
    ({ host, until, why }) => `waiting for ${sanitize(host)} until ${clockTime(until)} UTC: ${sanitize(why)}\n`,
  );
  return `${headline(run)}\n${table(rows)}${table(hosts)}${waits.join('')}${provisional ? provisionalText(provisional) : ''}`;
}

/** Hosts that a person is shown: those that are done last. */
const shownHosts = 5;

/** Rows of a provisional ranking that a person is shown. */
const shown = 10;

function provisionalText({ known, at, rows }: ProvisionalRanking): string {
  const share = Math.floor(100 * known.share);
  const cells = rows
    .slice(0, shown)
    .map(({ place, title, resource, network, customers, customersAtMost }) => [
      `${place}.`,
      title ?? resource,
      network,
      `${customers} clients`,
      customersAtMost > customers ? `at most ${customersAtMost}` : '',
    ]);
  return `provisional ranking of ${clockTime(at)} UTC, ${share} % known, not examined yet\n${table(cells)}`;
}

function headline({ phase, startedAt, updatedAt, endedAt, exitCode, process }: LatestRun): string {
  if (phase === 'running') return `running since ${dayAndTime(startedAt)} UTC (process ${process})`;
  if (phase === 'killed')
    return `ended without a word after ${dayAndTime(updatedAt)} UTC: run again, what was read is kept`;
  const how = lookup(endings, String(exitCode)) ?? 'interrupted, run again';
  return `ended ${dayAndTime(endedAt ?? updatedAt)} UTC with exit code ${exitCode}: ${how}`;
}

const dayAndTime = (at: string): string => at.slice(0, 16).replace('T', ' ');
const clockTime = (at: string): string => at.slice(11, 19);
