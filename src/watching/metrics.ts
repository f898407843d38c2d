import type { RunResult } from '../types/run.ts';
import type { RunStatus } from '../types/run-status.ts';
import { verdicts } from '../types/report.ts';

/** What a finished run found, as far as it is measured. */
export type RunNumbers = Pick<RunResult, 'report' | 'requests'>;

type Labels = Record<string, string>;
type Sample = [labels: Labels, value: number];

/** A metric without labels; nothing where there is no value. */
const one = (value: number | '' | null | undefined): Sample[] => (typeof value === 'number' ? [[{}, value]] : []);

const seconds = (at: string): number => Date.parse(at) / 1000;

/**
 * A run in the text format that Prometheus reads (version 0.0.4), for a file of the textfile collector of node_exporter.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/ (2026-11).
 */
export function metricsText(status: RunStatus, measured: RunNumbers | null): string {
  const { startedAt, endedAt, exitCode, work, waits } = status;
  const found = measured?.report;
  return [
    family('run_start_timestamp_seconds', 'When the latest run began.', one(seconds(startedAt))),
    family(
      'run_end_timestamp_seconds',
      'When it ended; missing while it runs and where it was killed.',
      one(endedAt && seconds(endedAt)),
    ),
    family(
      'run_exit_code',
      '0 complete, 2 mend something first, 3 another run would give more, 4 offline.',
      one(exitCode),
    ),
    family(
      'items',
      'Profiles and resources of a stage: total, done, and read.',
      work.flatMap(({ network, stage, total, done, read }): Sample[] => [
        [{ network, stage, state: 'total' }, total],
        [{ network, stage, state: 'done' }, done],
        [{ network, stage, state: 'read' }, read],
      ]),
    ),
    family(
      'wait_until_timestamp_seconds',
      'Until when a host is left alone.',
      waits.map(({ host, until }) => [{ host }, seconds(until)]),
    ),
    family(
      'requests',
      'Requests of the run, by host.',
      Object.entries(measured?.requests ?? {}).map(([host, count]) => [{ host }, count]),
    ),
    family(
      'resources',
      'Ranked and other resources, by verdict.',
      found ? verdicts.map((verdict) => [{ verdict }, found.rows.filter((row) => row.verdict === verdict).length]) : [],
    ),
    family(
      'profiles',
      'Profiles of clients, by network and what came of them.',
      (found?.coverage ?? []).flatMap(({ network, ...counts }) =>
        profileStates.flatMap((state): Sample[] => {
          const count = counts[state];
          return count === null ? [] : [[{ network, state }, count]];
        }),
      ),
    ),
    family('problems', 'Rows of the input that could not be used.', one(found?.problems.length)),
  ].join('');
}

const profileStates = ['read', 'hidden', 'not_found', 'needs_login', 'truncated', 'not_reached', 'not_asked'] as const;

/** A metric with its samples; nothing where there are none. */
function family(name: string, help: string, samples: Sample[]): string {
  if (samples.length === 0) return '';
  const full = `target_resources_${name}`;
  const lines = samples.map(([labels, value]) => `${full}${labelled(labels)} ${value}\n`);
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join('')}`;
}

function labelled(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string): string =>
  value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('"', String.raw`\"`);
