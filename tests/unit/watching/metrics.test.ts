import { expect, test } from 'vitest';
import { beginStatus, statusAfter, statusAtEnd } from '../../../src/watching/follow-run.ts';
import { metricsText } from '../../../src/watching/metrics.ts';
import type { ProgressEvent } from '../../../src/types/run.ts';

const start = Date.parse('2026-11-23T06:30:00.000Z');

const events: ProgressEvent[] = [
  { stage: 'collect', network: 'bluesky', done: 1, read: 1, total: 5 },
  { stage: 'collect', network: 'mastodon', done: 1, read: 0, total: 2 },
  { stage: 'wait', host: 'meadow.example', until: start + 60_000, why: 'it answered 429' },
  { stage: 'collect', network: 'bluesky', done: 2, read: 2, total: 5 },
];

const after = (seconds: number) =>
  events.reduce(
    (status, event, at) => statusAfter(status, event, start + (at + 1) * seconds),
    beginStatus(start, '1.2.3', 77),
  );

test('the status has the latest of each stage and the waits that are not over', () => {
  expect(after(1000)).toEqual({
    schema: 1,
    generator: '1.2.3',
    process: 77,
    startedAt: '2026-11-23T06:30:00.000Z',
    updatedAt: '2026-11-23T06:30:04.000Z',
    endedAt: null,
    exitCode: null,
    work: [
      { network: 'bluesky', stage: 'collect', done: 2, read: 2, total: 5 },
      { network: 'mastodon', stage: 'collect', done: 1, read: 0, total: 2 },
    ],
    hosts: [],
    waits: [{ host: 'meadow.example', until: '2026-11-23T06:31:00.000Z', why: 'it answered 429' }],
  });
  expect(after(30_000).waits, 'after two minutes').toEqual([]);
});

test('a host that is waited for again is told once', () => {
  const again = statusAfter(
    after(1000),
    { stage: 'wait', host: 'meadow.example', until: start + 90_000, why: 'x' },
    start + 5000,
  );
  expect(again.waits).toEqual([{ host: 'meadow.example', until: '2026-11-23T06:31:30.000Z', why: 'x' }]);
});

test('metrics say no end and no exit code while a run works', () => {
  const text = metricsText(after(1000), null);
  expect(text).toContain('target_resources_run_start_timestamp_seconds 1795415400\n');
  expect(text).toContain('target_resources_items{network="bluesky",stage="collect",state="total"} 5\n');
  expect(text).toContain('target_resources_wait_until_timestamp_seconds{host="meadow.example"} 1795415460\n');
  expect(text).not.toMatch(/run_end|exit_code/);
});

test('and both where it has ended', () => {
  const text = metricsText(statusAtEnd(after(1000), 3, start + 10_000), null);
  expect(text).toContain('target_resources_run_end_timestamp_seconds 1795415410\n');
  expect(text).toContain('target_resources_run_exit_code 3\n');
  expect(text).not.toContain('wait_until');
});

/** A line of the text format: https://prometheus.io/docs/instrumenting/exposition_formats/. */
const line =
  /^(# HELP [a-z_]+ .+|# TYPE [a-z_]+ gauge|[a-z_]+(\{[a-z_]+="(?:[^"\\\n]|\\[\\n"])*"(,[a-z_]+="(?:[^"\\\n]|\\[\\n"])*")*\})? -?\d+(\.\d+)?)$/;

test('whatever stands in a label, every line is one of the format', () => {
  const hosts = ['a"b.example', String.raw`c\d.example`, 'e\nf.example', 'ж.example', '{x="y"} 1'];
  const status = hosts.reduce(
    (so, host) => statusAfter(so, { stage: 'wait', host, until: start + 60_000, why: '' }, start),
    after(1000),
  );
  const lines = metricsText(status, null).trimEnd().split('\n');
  expect(lines.filter((each) => !line.test(each))).toEqual([]);
  expect(lines.filter((each) => each.startsWith('target_resources_wait_until'))).toHaveLength(hosts.length + 1);
  const help = lines.filter((each) => each.startsWith('# TYPE')).map((each) => each.split(' ')[2]);
  expect(new Set(help).size, 'one TYPE a metric').toBe(help.length);
});
