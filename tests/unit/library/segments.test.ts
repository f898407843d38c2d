import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { writeReport } from '../../../src/index.ts';
import type { RunSettings } from '../../../src/library/run-settings.ts';
import { openStore } from '../../../src/state/store.ts';
import type { Report } from '../../../src/types/report.ts';
import { randomNumbers } from '../../helpers/random.ts';
import { clockAt, factsOf, folder, listed, noon } from '../state/given.ts';

interface Client {
  follows: string[];
  segment: string;
}

const sizes: Record<string, number> = { weavers: 19, brewers: 13, masons: 8, glaziers: 3 };
const pages = Array.from({ length: 12 }, (_, at) => `page${at}.example`);

function world(seed: number): Client[] {
  const random = randomNumbers(seed);
  return Object.entries(sizes).flatMap(([segment, size], number) =>
    Array.from({ length: size }, () => ({
      segment,
      follows: pages.filter((_, at) => random() < (at % 4 === number ? 0.7 : 0.75 - at * 0.06)),
    })),
  );
}

async function reportOf(
  clients: Client[],
  settings: Partial<RunSettings> = {},
  networkOf: (page: string) => string = () => 'web',
) {
  const where = folder();
  const state = join(where, 'state.sqlite');
  const store = openStore(state, clockAt(noon));
  const keys = clients.map((_, at) => `client ${at}`);
  const imported = clients.map(({ follows }, at) => {
    const list = follows.map((id) => listed(id, { network: networkOf(id), countedBy: 'hand', title: null }));
    return [keys[at] ?? '', list] as const;
  });
  const segments = new Map(clients.map(({ segment }, at) => [keys[at] ?? '', segment]));
  store.saveInput([], new Map(imported), [], noon, undefined, [], segments);
  for (const page of pages) store.saveFacts({ network: networkOf(page), id: page }, factsOf(page), noon);
  store.close();
  const output = join(where, 'output');
  const { report } = await writeReport(
    { thirdParty: 'ignore', minSubscribers: 0, choose: 5, ...settings, state, output },
    { clock: clockAt(noon) },
  );
  return { report, output };
}

const countsOf = (clients: Client[]): Record<string, number> =>
  Object.fromEntries(
    pages.flatMap((page) => {
      const count = clients.filter(({ follows }) => follows.includes(page)).length;
      return count > 0 ? [[`${page}.example`, count]] : [];
    }),
  );

describe('plain files', () => {
  test('every segment of five and more has its own ranking, and a smaller one has none', async () => {
    const clients = world(1);
    const { report, output } = await reportOf(clients);
    expect(report.segments.map(({ segment }) => segment)).toEqual(['brewers', 'masons', 'weavers']);
    for (const { segment, customers, resources } of report.segments) {
      const own = clients.filter((each) => each.segment === segment);
      expect(customers).toBe(own.length);
      expect(Object.fromEntries(resources.map((each) => [each.resource, each.customers]))).toEqual(countsOf(own));
      expect(resources.map((each) => each.customers)).toEqual(
        resources.map((each) => each.customers).toSorted((a, b) => b - a),
      );
      const [first] = resources;
      expect(first).toMatchObject({ rank: 1, customers_readable: own.length });
      expect(first?.share).toBeCloseTo((first?.customers ?? 0) / own.length, 9);
    }
    const lines = readFileSync(join(output, 'segments.csv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1 + report.segments.flatMap(({ resources }) => resources).length);
    expect(await readSheet(join(output, 'resources.xlsx'), 'Segments')).toHaveLength(lines.length);
    const all = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.startsWith('history') && /\.\w+$/.test(name),
    );
    expect(all.filter((name) => readFileSync(join(output, name)).includes('glaziers'))).toEqual([]);
    expect(report.notices).toMatchObject([{ code: 'segments_private', count: 3 }]);
  });

  test('without segments there is no file of them', async () => {
    const { report, output } = await reportOf(world(1).map((client) => ({ ...client, segment: '' })));
    expect(report.segments).toEqual([]);
    expect(readdirSync(output)).not.toContain('segments.csv');
    expect(report.notices).toEqual([]);
  });

  test('enough clients without a segment are no secret', async () => {
    const clients = world(2).map((client) => ({ ...client, segment: client.segment.replace('masons', '') }));
    expect((await reportOf(clients)).report.notices).toMatchObject([{ code: 'segments_left', count: 11 }]);
  });
});

/** Everything that somebody gets. */
const filesIn = (output: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(output, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|json|html)$/.test(name))
      .toSorted()
      .map((name) => [name, readFileSync(join(output, name), 'utf8')]),
  );

describe('files to pass on', () => {
  const shareable = { shareable: true } as const;

  test('are the same whoever of those without a table is in the small segment: nothing in them tells', async () => {
    const clients = world(3);
    const hidden = clients.flatMap(({ segment }, at) => (['masons', 'glaziers'].includes(segment) ? [at] : []));
    const { report, output } = await reportOf(clients, shareable);
    expect(report.segments.map(({ segment }) => segment)).toEqual(['brewers', 'weavers']);
    const told = filesIn(output);
    const random = randomNumbers(4);
    for (let round = 0; round < 8; round++) {
      const shuffled = hidden
        .map((at) => ({ at, order: random() }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ at }) => at);
      const small = new Set(shuffled.slice(0, sizes['glaziers']));
      const others = clients.map((client, at) =>
        hidden.includes(at) ? { ...client, segment: small.has(at) ? 'glaziers' : 'masons' } : client,
      );
      expect(filesIn((await reportOf(others, shareable)).output)).toEqual(told);
    }
  });

  test('the whole, the plan and the shown segments leave every cell of the small segment open', async () => {
    for (let seed = 10; seed < 30; seed++) {
      const clients = world(seed);
      const { report } = await reportOf(clients, shareable);
      const ranges = rangesOfSmall(report);
      expect(
        ranges.filter(([least, most]) => least === most && most > 0),
        `world ${seed}`,
      ).toEqual([]);
      expect(ranges.filter(([least]) => least > 0)).toEqual([]);
      for (const count of report.segments.flatMap(({ customers, resources }) => [
        customers,
        ...resources.flatMap((each) => [each.customers, each.customers_readable]),
      ]))
        expect(count % 5).toBe(0);
      expect(report.notices.map(({ code }) => code)).toEqual(['shareable', 'segments_some']);
    }
  });

  /** What the reader of exact files can work out: the same attempt finds every cell there. */
  test('the same attempt finds the small segment in exact files', async () => {
    const clients = world(10);
    const { report } = await reportOf(clients);
    const found = rangesOfSmall(report).map(([least, most]) => (least === most ? least : null));
    const small = countsOf(clients.filter(({ segment }) => segment === 'glaziers'));
    expect(found).toEqual(report.rows.map(({ resource }) => small[resource] ?? 0));
  });

  test('no table of a segment whose absence would leave one', async () => {
    const clients = world(5).map((client) => ({
      ...client,
      segment: client.segment === 'glaziers' ? 'glaziers' : 'weavers',
    }));
    const { report, output } = await reportOf(clients, shareable);
    expect(report.segments).toEqual([]);
    expect(readdirSync(output)).not.toContain('segments.csv');
  });
});

/** The fewest and the most of the small segment, which has three clients, that may follow each resource. */
function rangesOfSmall({ rows, segments, criteria }: Report): [number, number][] {
  const spare = criteria.shareable === true ? 4 : 0;
  const whole = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  const untold = whole - segments.reduce((sum, { segment }) => sum + (sizes[segment] ?? 0), 0);
  const small = sizes['glaziers'] ?? 0;
  return rows.map(({ resource, customers }) => {
    const shown = segments.map(({ resources }) => resources.find((each) => each.resource === resource)?.customers ?? 0);
    const sum = shown.reduce((all, count) => all + count, 0);
    const most = Math.min(untold, customers + spare - sum);
    const least = Math.max(0, customers - sum - spare * shown.length);
    return [Math.max(0, least - (untold - small)), Math.min(small, most)];
  });
}

test('the ranking of a segment begins anew with each network that is kept apart', async () => {
  const { report } = await reportOf(world(6), { apart: ['bluesky'] }, (page) =>
    pages.indexOf(page) % 2 === 1 ? 'bluesky' : 'web',
  );
  const ranks = report.segments[0]?.resources.map(({ network, rank }) => `${network} ${rank}`) ?? [];
  const six = [1, 2, 3, 4, 5, 6];
  expect(ranks).toEqual(['web', 'bluesky'].flatMap((network) => six.map((rank) => `${network} ${rank}`)));
});
