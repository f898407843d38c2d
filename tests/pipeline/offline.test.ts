import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type RunSettings, analyze, writeReport } from '../../src/index.ts';
import { startDemoNetwork } from '../../src/demo/server.ts';
import { account, appView } from '../../src/demo/world.ts';
import type { Clock } from '../../src/types/run.ts';

const nobody = 'http://127.0.0.1:9';
const day = 86_400_000;
const start = Date.parse('2026-11-01T06:00:00Z');

const weekly = account(appView, 'weekly.test', { title: 'Weekly', subscribers: 9000 });
const people = ['ada', 'bo', 'cy'].map((name) => account(appView, `${name}.test`, { follows: [weekly.id] }));
const clients = people.map(({ name }) => ({ customer: name, bluesky: name }));

/** A folder for state and output, servers that answer, and runs on any day, with the internet or without. */
async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { connectTo, close } = await startDemoNetwork({ servers: [appView], accounts: [...people, weekly] });
  onTestFinished(close);
  const places = { state: join(folder, 'state.sqlite'), output: join(folder, 'output') };
  const away = Object.fromEntries(Object.keys(connectTo).map((host) => [host, nobody]));
  const run = (days: number, isOnline: boolean, settings: RunSettings) =>
    analyze(
      {
        thirdParty: 'ignore',
        ...places,
        connectTo: isOnline ? connectTo : { ...away, 'mead.example': nobody },
        ...settings,
      },
      { clock: clockAt(days) },
    );
  const report = async (days: number) =>
    (await writeReport({ thirdParty: 'ignore', ...places }, { clock: clockAt(days) })).report;
  const files = () =>
    Object.fromEntries(
      readdirSync(places.output, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.\w+$/.test(name))
        .map((name) => [name, readFileSync(join(places.output, name), 'utf8')]),
    );
  return { run, report, files };
}

/** Waits are over at once, and take the time that they say. */
function clockAt(days: number): Clock {
  let now = start + days * day;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test.each<[string, RunSettings]>([
  ['the same list', { customers: clients }],
  ['a list with another client', { customers: [...clients, { customer: 'Dee', bluesky: 'dee.test' }] }],
  [
    'a list with clients elsewhere, too',
    { customers: [...clients, { customer: 'Eve', mastodon: '@eve@mead.example', facebook: 'eve.quince' }] },
  ],
  ['follows alone', { follows: [{ customer: 'Fay', resource: 'https://bsky.app/profile/weekly.test' }] }],
  [
    'follows alone of a resource whose id is known',
    { follows: [{ customer: 'Fay', resource: `https://bsky.app/profile/${weekly.id}` }] },
  ],
])('without internet %s changes neither the files nor the state', async (_, given) => {
  const { run, report, files } = await setUp();
  await run(0, true, { customers: clients });
  const before = [await report(8), files()];
  await expect(run(8, false, { minSubscribers: 1, ...given })).rejects.toMatchObject({ code: 'offline' });
  expect([await report(8), files()]).toEqual(before);
});

test('the first run of all, without internet, leaves a state that holds no run', async () => {
  const { run, report } = await setUp();
  await expect(run(0, false, { customers: clients })).rejects.toMatchObject({ code: 'offline' });
  await expect(report(0)).rejects.toMatchObject({ code: 'state_empty' });
  const { report: after } = await run(1, true, { customers: clients });
  expect(after.rows).toMatchObject([{ resource: 'weekly.test', customers: 3 }]);
});

test('where the state holds good answers, a run without internet says that there is none, and goes on with them', async () => {
  const { run } = await setUp();
  await run(0, true, { customers: clients });
  const more = [...clients, { customer: 'Dee', bluesky: 'dee.test' }];
  const { report, complete } = await run(3, false, { customers: more });
  expect(report.rows).toMatchObject([{ resource: 'weekly.test', customers: 3 }]);
  expect([complete, report.reasons]).toMatchObject([false, [{ network: 'bluesky', status: 'not_reached', count: 1 }]]);
});
