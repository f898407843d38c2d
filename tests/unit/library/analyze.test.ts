import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  UserError,
  analyze,
  explain,
  forget,
  identify,
  importFiles,
  networksFor,
  planRun,
  writeReport,
} from '../../../src/index.ts';
import { fakeNetwork, postsBy, stillClock } from '../stages/fake-network.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-library-'));
afterAll(() => rmSync(folder, { recursive: true }));

const garden = { resource: 'https://garden.example/', subscribers: 9000 };
const follows = ['Anna', 'Boris'].map((customer) => ({ customer, ...garden }));
const lenient = { thirdParty: 'ignore', minSubscribers: 0 } as const;

const fake = fakeNetwork(
  'garden-club',
  new Map([
    ['roses', { subscribers: 6000, posts: postsBy(['a', 'b']) }],
    ['anna', { follows: ['roses'] }],
    ['boris', { follows: ['roses'] }],
  ]),
);
const people = { ...fake, aliases: ['garden club'] };
const context = { clock: stillClock, networks: [people] };
const customers = ['anna', 'boris'].map((name) => ({ client: name, 'Garden Club': name }));

test('a run needs settings and nothing else; where files are named they are written, and a report needs no more', async () => {
  const settings = {
    ...lenient,
    follows: join(folder, 'follows.csv'),
    output: join(folder, 'output'),
    state: join(folder, 'state.sqlite'),
  };
  writeFileSync(
    settings.follows,
    `customer,resource,subscribers\n${follows.map((row) => Object.values(row).join()).join('\n')}\n`,
  );
  const { report, paths } = await analyze(settings);
  expect(report.rows).toMatchObject([{ network: 'web', customers: 2, subscribers: 9000, verdict: 'keep' }]);
  expect(paths).toContain(join(settings.output, 'resources.csv'));
  const again = await writeReport(settings);
  expect(again.report.rows).toEqual(report.rows);
});

test('rows go in, a report comes out, and not one file is written or read', async () => {
  const before = readdirSync('.');
  const verdicts = [
    ['resource', 'verdict'],
    [garden.resource, 'drop'],
  ];
  const { report, paths } = await analyze({ ...lenient, follows: new Set(follows).values(), verdicts });
  expect([paths, readdirSync('.')]).toEqual([[], before]);
  expect(report.rows).toMatchObject([{ customers: 2, verdict: 'drop', reason: 'your_decision' }]);
  expect(report).toMatchObject({ customers: 2, previous: null, problems: [] });
});

test('what is wrong with rows is told by the name of the setting', async () => {
  const { report } = await analyze({ ...lenient, follows, customers: [{ name: 'Carla', profile: 'n/a' }] });
  expect(report.problems).toMatchObject([{ file: 'customers', line: 2 }]);
  await expect(analyze({ follows: [{ customer: 'Anna' }] })).rejects.toMatchObject({ where: 'follows:1' });
  await expect(analyze({ customers: [], follows: [] })).rejects.toMatchObject({
    code: 'no_usable_rows',
    where: 'customers',
  });
  await expect(analyze({ follows: [] })).rejects.toMatchObject({ code: 'nothing_to_read' });
});

test("a network of the caller's own is planned, asked, explained and imported like any other", async () => {
  const planned = await planRun({ customers }, context);
  expect(planned.networks).toMatchObject([{ network: 'garden-club', profiles: 2 }]);
  const settings = { customers, state: join(folder, 'own.sqlite') };
  const { report } = await analyze(settings, context);
  expect(report.rows).toMatchObject([{ network: 'garden-club', resource: 'roses', customers: 2, verdict: 'keep' }]);
  expect(await explain('roses', settings, context)).toMatchObject({ rank: 1, customers: 2 });
  await expect(explain('roses', settings)).rejects.toMatchObject({ code: 'site_unknown' });
  forget('anna', settings);
  expect(await explain('roses', settings, context)).toMatchObject({ customers: 1 });

  const list = join(folder, 'list.csv');
  writeFileSync(list, 'customer,resource,network\nAnna,https://garden-club.example/roses,\n');
  const target = join(folder, 'imported.csv');
  expect(await importFiles([list], { follows: target }, context)).toMatchObject({ added: 1, complete: true });
  const { report: imported } = await analyze({ follows: target }, context);
  expect(imported.rows).toMatchObject([{ network: 'garden-club', resource: 'roses' }]);
});

test('a network of the id of a shipped one takes its place', async () => {
  const known = await networksFor({}, [fakeNetwork('bluesky', new Map())]);
  expect(known.filter(({ id }) => id === 'bluesky')).toMatchObject([{ aliases: known[0]?.aliases }]);
  expect(identify('https://bsky.app/profile/anna.test', known)).toMatchObject({ network: 'web' });
});

test('an aborted signal ends what reads and writes files, before it writes', async () => {
  const signal = AbortSignal.abort();
  const target = join(folder, 'never.csv');
  const list = join(folder, 'list.csv');
  await expect(planRun({ follows }, { signal })).rejects.toThrow(signal.reason as Error);
  await expect(importFiles([list], { follows: target }, { signal })).rejects.toThrow(signal.reason as Error);
  expect(readdirSync(folder)).not.toContain('never.csv');
});

test('a setting that cannot be used is told before anything is read', async () => {
  await expect(analyze({ follows, top: 0 })).rejects.toThrow('top');
});

test.each([
  ['minSubscribers', '--min-subscribers', () => analyze({ follows, minSubscribers: -1 })],
  ['shortDomain', '--short-domain', () => analyze({ follows, shortDomain: 'go.example' })],
  ['drafts', '--drafts', () => analyze({ follows, drafts: true })],
  ['column', '--column', () => analyze({ follows, column: ['resource=boss'] })],
  ['utm: replace', '--utm replace', () => analyze({ follows, link: 'https://shop.example/?utm_source=mail' })],
  ['apart', '--apart', () => analyze({ follows, apart: ['yuotube'] })],
  ['customers', 'the command line', () => analyze({})],
])('%s is named to a program, and %s to a person at the command line', async (given, typed, run) => {
  const error: unknown = await run().catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error;
  expect(error.message).toContain(given);
  expect(error.message).not.toMatch(/(?:^|\s)--[a-z]|command line/);
  expect(error.typed.message).toContain(typed);
});
