import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { writeReport } from '../../../src/index.ts';
import type { RunSettings } from '../../../src/library/run-settings.ts';
import { openStore } from '../../../src/state/store.ts';
import type { Listed } from '../../../src/types/resource.ts';
import { clockAt, factsOf, folder, listed, noon } from '../state/given.ts';

const networks = { channel: 'youtube', page: 'bluesky', outlet: 'web' };

/** `channel 1` is the second resource of YouTube, `page 1` of Bluesky, `outlet 1` a page of the web. */
function resource(name: string): Listed {
  const [kind = ''] = name.split(' ');
  return listed(name, { network: new Map(Object.entries(networks)).get(kind) ?? kind, title: name });
}

/** Each client's follows. */
const world = {
  anna: ['channel 0', 'channel 1', 'page 0', 'outlet 0'],
  ben: ['channel 0', 'page 0', 'page 1'],
  cleo: ['channel 0', 'channel 1', 'outlet 0'],
  dora: ['channel 0', 'page 0'],
  ed: ['channel 0'],
};

async function reportOf(follows: Record<string, string[]>, given: Omit<RunSettings, 'state' | 'output'> = {}) {
  const where = folder();
  const settings = { state: join(where, 'state.sqlite'), output: join(where, 'output'), ...given };
  const store = openStore(settings.state, clockAt(noon));
  const lists = Object.entries(follows).map(([client, names]) => [client, names.map(resource)] as const);
  const customers = Object.keys(follows).map((key) => ({ key, profiles: [] }));
  store.saveInput(customers, new Map(lists), [], noon);
  for (const each of new Map(lists.flatMap(([, all]) => all).map((one) => [one.id, one])).values())
    store.saveFacts(each, { ...factsOf(each.id), title: each.title }, noon);
  store.close();
  const rules = { thirdParty: 'ignore', minSubscribers: 0 } as const;
  const { report } = await writeReport({ ...rules, ...settings }, { clock: clockAt(noon) });
  return { report, output: settings.output };
}

type Figures = [
  title: string | null | undefined,
  rank: number | null,
  newCustomers: number | null,
  reach: number | null,
];
const figures = ({ rows }: Awaited<ReturnType<typeof reportOf>>['report']): Figures[] =>
  rows.map(({ title, rank, newCustomers, reach }) => [title, rank, newCustomers, reach]);

test('a network that is kept apart has a ranking of its own behind the others', async () => {
  const { report, output } = await reportOf(world, { apart: ['youtube'], link: 'https://blog.example/a' });
  expect(figures(report)).toEqual([
    ['page 0', 1, 3, 0.75],
    ['outlet 0', 2, 1, 1],
    ['page 1', 3, 0, 1],
    ['channel 0', 1, 5, 1],
    ['channel 1', 2, 0, 1],
  ]);
  expect(report.criteria.apart).toEqual(['youtube']);
  expect(report.notices).toMatchObject([{ code: 'apart', networks: ['youtube'] }]);
  expect(report.rows.filter(({ note }) => note !== '')).toEqual([]);
  expect(report.overlap).toEqual([
    [3, 1, 1],
    [1, 2, 0],
    [1, 0, 1],
  ]);
  const announced = [...new Set(report.teasers.map(({ network, rank }) => `${network} ${rank}`))];
  expect(announced).toEqual(['bluesky 1', 'web 2', 'bluesky 3', 'youtube 1', 'youtube 2']);
  const table = (name: string): Record<string, string>[] => parse(readFileSync(join(output, name)), { columns: true });
  expect(table('resources.csv').map(({ network, rank }) => `${network} ${rank}`)).toEqual(announced);
  const page = readFileSync(join(output, 'report.html'), 'utf8');
  expect(page).toContain('data-apart="youtube"');
  const [, bars = ''] = /id="bars"(.*?)<\/section>/s.exec(page) ?? [];
  expect(bars).toContain('page 0');
  expect(bars).not.toContain('channel');
  // What a single client follows is not on the page.
  expect(page.match(/<pre>/g)).toHaveLength(4);
});

test('clients of that network alone are in no figure of the others', async () => {
  const { report } = await reportOf({ ...world, ed: [] }, { apart: ['bluesky', 'web', 'youtube'] });
  expect(figures(report)).toEqual([
    ['page 0', 1, 3, 1],
    ['page 1', 2, 0, 1],
    ['outlet 0', 1, 2, 1],
    ['channel 0', 1, 4, 1],
    ['channel 1', 2, 0, 1],
  ]);
  expect(report.overlap).toEqual([
    [3, 1],
    [1, 1],
  ]);
});

test('each ranking has the asked top', async () => {
  const { report } = await reportOf(world, { apart: ['youtube'], minCustomers: 1, top: 1 });
  expect(report.rows.map(({ title, verdict }) => [title, verdict])).toEqual([
    ['page 0', 'keep'],
    ['channel 0', 'keep'],
    ['outlet 0', 'unexamined'],
    ['page 1', 'unexamined'],
    ['channel 1', 'unexamined'],
  ]);
});

test('without it what YouTube does not allow is marked', async () => {
  const { report } = await reportOf(world);
  const marked = report.rows.filter(({ note }) => note.includes('--apart'));
  expect(marked.map(({ title }) => title)).toEqual(['channel 0', 'channel 1']);
  expect(report.notices).toMatchObject([{ code: 'mixed', networks: ['youtube'] }]);
  expect(report.criteria).not.toHaveProperty('apart');
});

test('where nothing is mixed nothing is marked', async () => {
  const { report } = await reportOf({ anna: ['channel 0'], ben: ['channel 0', 'channel 1'] });
  expect(report.notices).toEqual([]);
  expect(report.rows.map(({ note, rank }) => [note, rank])).toEqual([
    ['', 1],
    ['', 2],
  ]);
});

test('a network that nobody knows is a mistake', async () => {
  await expect(reportOf(world, { apart: ['yuotube'] })).rejects.toMatchObject({ code: 'setting' });
});
