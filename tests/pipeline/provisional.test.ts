import { readFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  type ProgressEvent,
  type ProvisionalRanking,
  type RunSettings,
  analyze,
  forgetAll,
  provisionalRanking,
} from '../../src/index.ts';
import { blueskyDouble } from '../doubles/bluesky.ts';
import { serve } from '../doubles/serve.ts';
import { graphOf } from './schedule.ts';

const graph = graphOf({ herald: 30, digest: 20, small: 4 }, 30);

/** A run that reads 30 lists, and what stands beside its state whenever something is told of it. */
async function watched(settings: RunSettings = {}, secondsACall = 1) {
  const folder = mkdtempSync(join(tmpdir(), 'provisional-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const double = blueskyDouble(graph);
  const served = await serve([double]);
  onTestFinished(() => served.close());
  const state = join(folder, 'state.sqlite');
  const abort = new AbortController();
  let now = Date.parse('2026-11-22T06:00:00Z');
  const clock = { now: () => (now += secondsACall * 1000), sleep: async () => {} };
  const seen: ProvisionalRanking[] = [];
  const events: Extract<ProgressEvent, { stage: 'provisional' }>[] = [];
  const run = (onTold: () => void = () => {}) =>
    analyze(
      {
        customers: graph.people.map(({ name }) => ({ customer: `of ${name}`, profile: double.addressOf(name) })),
        connectTo: served.connectTo,
        thirdParty: 'ignore',
        state,
        ...settings,
      },
      {
        clock,
        signal: abort.signal,
        progress(event) {
          const ranking = provisionalRanking({ state });
          if (ranking && ranking.at !== seen.at(-1)?.at) seen.push(ranking);
          if (event.stage !== 'provisional') return;
          events.push(event);
          if (event.top.length > 0) onTold();
        },
      },
    );
  return { state, path: `${state}.ranking.json`, run, seen, events, abort };
}

test('while lists are read, what is shared so far can be read beside the state; with the report it is gone', async () => {
  const { state, path, run, seen, events } = await watched();
  let mode = 0;
  let text = '';
  const { report } = await run(() => {
    mode = statSync(path).mode & 0o777;
    text = readFileSync(path, 'utf8');
  });
  const final = new Map(report.rows.map(({ resource, customers }) => [resource, customers]));
  expect(seen.length).toBeGreaterThan(1);
  for (const { known, rows, customersReadable } of seen) {
    expect(known.of).toBe(30);
    expect(known.share).toBeCloseTo(known.profiles / 30);
    expect(customersReadable).toBeLessThanOrEqual(known.profiles + 1);
    expect(rows.map(({ customers }) => customers)).toEqual(
      rows.map(({ customers }) => customers).toSorted((a, b) => b - a),
    );
    for (const { resource, customers, customersAtMost, share } of rows) {
      expect(customers).toBeGreaterThanOrEqual(2);
      expect(customers).toBeLessThanOrEqual(final.get(resource) ?? 0);
      expect(customersAtMost).toBeGreaterThanOrEqual(final.get(resource) ?? 31);
      expect(share).toBeCloseTo(customers / customersReadable);
    }
  }
  expect(events.at(-1)?.top[0]?.title).toBe('herald');
  expect(mode).toBe(0o600);
  expect(text, 'nobody is named').not.toContain('person');
  expect(provisionalRanking({ state })).toBeNull();
});

test('a run that is ended leaves it for whoever waits, until everything is forgotten', async () => {
  const { state, run, abort } = await watched();
  await expect(run(() => abort.abort(new Error('enough')))).rejects.toThrow('enough');
  expect(provisionalRanking({ state })?.rows[0]?.title).toBe('herald');
  forgetAll({ state });
  expect(provisionalRanking({ state })).toBeNull();
});

test.each<[string, RunSettings, number]>([
  ['a short run', {}, 0.001],
  ['a ranking that is handed on', { shareable: true }, 1],
])('%s tells none', async (_, settings, seconds) => {
  const { run, seen, events } = await watched(settings, seconds);
  await run();
  expect([seen, events]).toEqual([[], []]);
});

test('a file that is none is told', async () => {
  const { state, path } = await watched();
  writeFileSync(path, '{"schema":1,"rows":"__proto__"}');
  expect(() => provisionalRanking({ state })).toThrow('not a provisional ranking');
});
