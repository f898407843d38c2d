import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type RunSettings, analyze, explain, forget, planRun, writeReport } from '../../src/index.ts';
import { blueskyDouble } from '../doubles/bluesky.ts';
import type { Graph, Question } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { hurriedClock } from '../helpers/clock.ts';

const clients = 12;
const people = 28;

/** A town whose hall everybody reads, and a paper that only clients do; both are small pages of the network. */
const town: Graph = {
  people: Array.from({ length: clients + people }, (_, at) => {
    const isClient = at < clients;
    const follows = [
      ...((isClient ? at < 10 : at < clients + 22) ? ['townhall'] : []),
      ...(at < 7 ? ['fieldpaper'] : []),
      ...(at % 3 === 0 ? ['weather'] : []),
    ];
    return { name: isClient ? `kund${at}` : `townsman${at}`, follows, state: 'open' };
  }),
  media: ['townhall', 'fieldpaper', 'weather'].map((name) => ({
    name,
    title: name,
    subscribers: 9000,
    outside: 2,
    own: 0,
  })),
};

const double = blueskyDouble(town);
const rowsOf = (from: number, to: number) =>
  town.people.slice(from, to).map(({ name }) => ({ customer: `Name of ${name}`, profile: double.addressOf(name) }));

const context = () => ({ clock: hurriedClock(Date.parse('2026-11-22T06:00:00Z')) });

async function job() {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const asked: string[] = [];
  const away = new Set<string>();
  const served = await serve([
    {
      ...double,
      answer: (question: Question) => {
        const text = `${question.path}?${question.query.toString()}`;
        asked.push(text);
        return [...away].some((name) => text.includes(name)) ? { status: 503, body: '' } : double.answer(question);
      },
    },
  ]);
  onTestFinished(() => served.close());
  const output = join(folder, 'output');
  const settings: RunSettings = {
    customers: rowsOf(0, clients),
    connectTo: served.connectTo,
    state: join(folder, 'state.sqlite'),
    thirdParty: 'ignore',
    output,
  };
  const files = () => readdirSync(output, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return {
    asked,
    away,
    run: (more: RunSettings = {}) => analyze({ ...settings, ...more }, context()),
    report: (more: RunSettings = {}) => writeReport({ ...settings, customers: null, ...more }, context()),
    plan: (more: RunSettings = {}) => planRun({ ...settings, ...more }, context()),
    explain: (name: string) => explain(double.addressOf(name), { ...settings, customers: null }, context()),
    forget: (key: string) => forget(key, settings, context()),
    written: () =>
      files()
        .map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'))
        .join('\n'),
  };
}

const chanceOf = ({ report }: Awaited<ReturnType<typeof analyze>>, name: string) => {
  const row = report.rows.find(({ title }) => title === name);
  return [row?.customers, row?.expectedByChance?.toFixed(3), row?.strength];
};

test('chance is what the people of the control list follow', async () => {
  const { run, report, explain: explained } = await job();
  const alone = await run();
  expect(alone.report.baseline).toBeNull();
  expect(chanceOf(alone, 'townhall')).toEqual([10, '0.010', 'strong']);

  const compared = await run({ baseline: rowsOf(clients, clients + people) });
  expect(chanceOf(compared, 'townhall')).toEqual([10, ((12 * 22.5) / 29).toFixed(3), 'by_chance']);
  expect(chanceOf(compared, 'fieldpaper')).toEqual([7, ((12 * 0.5) / 29).toFixed(3), 'strong']);
  expect(compared.report.activity).toEqual([{ network: 'bluesky', factor: null, pages: 0, control: people }]);
  expect(compared.report.baseline).toEqual({
    people,
    networks: [{ network: 'bluesky', profiles: people, readable: people, not_reached: 0 }],
  });
  expect(compared.report.customers).toBe(clients);
  expect(compared.report.coverage).toMatchObject([{ profiles: clients, read: clients }]);

  const again = await report();
  expect(again.report.rows).toEqual(compared.report.rows);
  expect((await explained('townhall')).base).toMatchObject({ control: people });
  expect((await run()).report.baseline).toBeNull();
});

test('nothing that is written tells of anybody on the control list, its broken rows included', async () => {
  const { run, written } = await job();
  const broken = { customer: 'Name of nobody', profile: 'townsman without an address' };
  const { report } = await run({ baseline: [...rowsOf(clients, clients + people), broken] });
  expect(report.problems).toMatchObject([{ file: 'baseline', value: '' }]);
  expect(written()).not.toContain('townsman');
  expect(written()).not.toContain('Name of');
});

test('files to hand on tell of the control list in multiples of five only', async () => {
  const { run } = await job();
  const { report } = await run({ baseline: rowsOf(clients, clients + people), shareable: true });
  expect(report.baseline).toMatchObject({ people: 25, networks: [{ profiles: 25, readable: 25 }] });
  expect(report.rows.map(({ title }) => title)).toEqual(['townhall', 'fieldpaper']);
  expect(report.rows[0]?.expectedByChance).toBeCloseTo((10 * 20.5) / 26, 9);
});

test('whoever is a client is no stranger to compare with, and is asked once', async () => {
  const { run, asked } = await job();
  const { report } = await run({ baseline: rowsOf(5, clients + people) });
  expect(report.baseline).toMatchObject({ people, networks: [{ readable: people }] });
  expect(asked.filter((text) => text.includes('getFollows'))).toHaveLength(clients + people);
});

test('who is left out or forgotten is left out of the control list, too', async () => {
  const { run, report, forget: forgotten, asked } = await job();
  const baseline = rowsOf(clients, clients + people);
  const exclude = [{ profile: double.addressOf('townsman20') }];
  const first = await run({ baseline, exclude });
  expect(first.report.baseline).toMatchObject({ people: people - 1 });
  expect(asked.some((text) => text.includes('townsman20'))).toBe(false);
  expect(first.report.notices.filter(({ code }) => code === 'excluded')).toEqual([]);
  forgotten('Name of townsman21');
  expect((await report()).report.baseline).toMatchObject({ people: people - 2 });
});

test('a plan counts them, and a run that could not reach one of them is not complete', async () => {
  const { run, plan, away } = await job();
  const baseline = rowsOf(clients, clients + people);
  expect((await plan({ baseline })).networks).toMatchObject([{ profiles: clients + people }]);
  away.add('townsman30');
  const missed = await run({ baseline });
  expect(missed.complete).toBe(false);
  expect(missed.report.baseline?.networks[0]?.not_reached).toBeGreaterThan(0);
  away.clear();
  expect((await run({ baseline })).complete).toBe(true);
});

test('fewer than five people do not say what is usual', async () => {
  const { run } = await job();
  const { report } = await run({ baseline: rowsOf(clients, clients + 4) });
  expect(report.activity).toMatchObject([{ factor: 4, control: null }]);
});
