import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { writeReport } from '../../../src/index.ts';
import type { RunSettings } from '../../../src/library/run-settings.ts';
import { openStore } from '../../../src/state/store.ts';
import { randomNumbers } from '../../helpers/random.ts';
import { clockAt, day, folder, listed, nameOf, noon } from '../state/given.ts';

/** Each client's follows, by client. */
type World = Map<string, string[]>;

function randomWorld(random: () => number): World {
  const resources = Array.from({ length: 6 }, (_, index) => `page${index}.example`);
  const clients = 4 + Math.floor(random() * 46);
  return new Map(
    Array.from({ length: clients }, (_, index) => [
      `client ${index}`,
      resources.filter((_resource, at) => random() < 1 - at * 0.15),
    ]),
  );
}

/** The same clients, some of whom changed their minds, and perhaps one more. */
function aWeekLater(world: World, random: () => number): World {
  const later: World = new Map([...world].map(([client, follows]) => [client, follows.filter(() => random() < 0.9)]));
  return random() < 0.5 ? later.set('somebody new', ['page0.example', 'page1.example']) : later;
}

async function written(world: World, at: number, settings: RunSettings & { state: string; output: string }) {
  const store = openStore(settings.state, clockAt(at));
  const profiles = ['hidden', 'gone'].map(nameOf);
  const customers = [...world.keys()].map((key, index) => ({ key, profiles: profiles.slice(index, index + 1) }));
  const imported = [...world].map(([client, follows]) => {
    const list = follows.map((id) =>
      listed(id, { network: 'web', countedBy: 'hand', title: null, url: `https://${id}/` }),
    );
    return [client, list] as const;
  });
  const problem = { file: 'clients.csv', line: 3, value: 'Anna @anna', problem: 'no network', whatToDo: 'mend it' };
  store.saveInput(customers, new Map(imported), [problem], at);
  store.close();
  const rules = { thirdParty: 'ignore', minSubscribers: 0 } as const;
  return writeReport({ ...rules, ...settings }, { clock: clockAt(at) });
}

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));

/** Every number of clients that somebody can read from a folder, or work out of a share. */
async function clientsToldIn(output: string): Promise<number[]> {
  const table = (name: string): Record<string, string>[] => parse(readFileSync(join(output, name)), { columns: true });
  const cells = (name: string, columns: string[]): number[] =>
    table(name).flatMap((row) => columns.flatMap((column) => (row[column] ? [Number(row[column])] : [])));
  const counts = ['customers', 'customers_readable', 'new_customers'];
  const coverage = ['profiles', 'read', 'imported', 'hidden', 'not_found', 'needs_login', 'truncated', 'not_reached'];
  const report = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'));
  const shares = table('resources.csv').flatMap(({ share, reach, customers_readable: readable }) =>
    [share, reach].flatMap((each) => (each ? [Math.round(Number(each) * Number(readable))] : [])),
  );
  const plan = table('choice.csv').flatMap(({ reach, reach_new_clients: fresh, customers_readable: readable }) =>
    [reach, fresh].flatMap((each) => (each ? [Math.round(Number(each) * Number(readable))] : [])),
  );
  const history = readdirSync(join(output, 'history')).flatMap((name) => {
    const past = JSON.parse(readFileSync(join(output, 'history', name), 'utf8'));
    return past.resources.flatMap((each: Record<string, number>) => [each['customers'], each['customersReadable']]);
  });
  const gone = (report.previous?.gone ?? []).map(({ customers }: { customers: number }) => customers);
  const page = readFileSync(join(output, 'report.html'), 'utf8');
  const onPage = [...page.matchAll(/>(\d+) of (\d+)</g)].flatMap(([, k, n]) => [Number(k), Number(n)]);
  const figures = /<div class="figure-clients">.*?<\/div>/.exec(page)?.[0] ?? '';
  const workbook = join(output, 'resources.xlsx');
  const [heading = [], ...rows] = await readSheet(workbook, 'Candidates');
  const at = heading.indexOf('customers');
  const inWorkbook = rows.map((row) => Number(row[at]));
  const notes = (await readSheet(workbook, 'Read me')).find(([label]) => label === 'Clients');
  return [
    ...cells('resources.csv', counts),
    ...cells('candidates.csv', counts.slice(0, 2)),
    ...cells('choice.csv', [...counts, 'covered']),
    ...plan,
    report.choice.tested,
    ...cells('coverage.csv', coverage),
    report.customers,
    ...report.overlap.flat().filter((both: number | null) => both !== null),
    ...shares,
    ...gone,
    ...history,
    ...onPage,
    ...numbersIn(figures.replaceAll(/<[^>]*>/g, ' ')),
    ...inWorkbook,
    Number(notes?.[1]),
  ];
}

/** Groups of one to four that come out where two numbers are subtracted. */
function fewIn(told: number[]): number[] {
  const all = [...new Set([0, ...told])];
  return all.flatMap((a) => all.map((b) => a - b)).filter((count) => count > 0 && count < 5);
}

test('nobody can work out a group of fewer than five from what is passed on, in one report or two', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = randomNumbers(seed);
    const where = folder();
    const settings = { state: join(where, 'state.sqlite'), output: join(where, 'output'), shareable: true };
    const world = randomWorld(random);
    await written(world, noon, settings);
    const first = await clientsToldIn(settings.output);
    await written(aWeekLater(world, random), noon + 7 * day, settings);
    const both = [...first, ...(await clientsToldIn(settings.output))];
    expect(fewIn(both), `world ${seed}`).toEqual([]);
  }
}, 120_000);

test('the same worlds give groups of one where the files are not made to be passed on', async () => {
  const where = folder();
  const settings = { state: join(where, 'state.sqlite'), output: join(where, 'output') };
  await written(randomWorld(randomNumbers(1)), noon, settings);
  expect(fewIn(await clientsToldIn(settings.output))).toContain(1);
});

const follows = (count: number): string[] => (count < 6 ? ['alpha.example', 'beta.example'] : ['alpha.example']);

test('what cannot be told is empty, and the report says so', async () => {
  const where = folder();
  const settings = { state: join(where, 'state.sqlite'), output: join(where, 'output'), shareable: true };
  const world = new Map(Array.from({ length: 12 }, (_, index) => [`client ${index}`, follows(index)] as const));
  const { report } = await written(world, noon, settings);
  expect(report).toMatchObject({
    customers: 10,
    rows: [
      { resource: 'alpha.example.example', customers: 10, newCustomers: 10, reach: 1 },
      { resource: 'beta.example.example', customers: 5, newCustomers: null, reach: null },
    ],
    problems: [],
    notices: [{ code: 'shareable', text: expect.stringContaining('multiples of 5') as string }],
  });
  expect(report.overlap).toEqual([
    [10, null],
    [null, 5],
  ]);
  expect(readFileSync(join(settings.output, 'report.html'), 'utf8')).toContain(report.notices[0]?.text);
});

test('exact rankings do not stay beside files that are passed on', async () => {
  const where = folder();
  const settings = { state: join(where, 'state.sqlite'), output: join(where, 'output') };
  const world = randomWorld(randomNumbers(3));
  await written(world, noon - 2 * day, settings);
  await written(world, noon - day, { ...settings, shareable: true });
  await written(world, noon, { ...settings, shareable: true });
  expect(readdirSync(join(settings.output, 'history'))).toEqual(['2026-11-19.json', '2026-11-20.json']);
  expect(fewIn(await clientsToldIn(settings.output))).toEqual([]);
});
