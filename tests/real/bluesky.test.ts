import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, type Names, answerOf } from './answer.ts';
import { startIfAvailable } from './available.ts';
import { type Row, type Spelling, floor, seedOf } from './bluesky-seed.ts';
import { publicationRows, subscribers } from './bluesky-publications.ts';
import { type Bluesky, startBluesky } from './bluesky-server.ts';
import { type Ended, readTable, runProgram, summaryOf, writtenTable } from './program.ts';

const { seed, rows } = seedOf(Date.now());
const tables = ['resources', 'candidates', 'coverage'] as const;
const appview = 'public.api.bsky.app';

describe('against the real Bluesky stack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'real-bluesky-'));
  let server: Bluesky | null = null;
  let first: Ended;
  let expected: Answer;

  const analyze = (state: string, output: string, customers: string, ...flags: string[]): Promise<Ended> => {
    const way = `--min-subscribers ${floor} --connect-to ${appview}=${server?.appview ?? ''}`;
    const places = `--state ${state} --output ${output} --json`;
    return runProgram(folder, ['analyze', customers, ...places.split(' '), ...way.split(' '), ...flags]);
  };
  const written = (output: string, table: string): string => readFileSync(join(folder, output, `${table}.csv`), 'utf8');

  beforeAll(async () => {
    server = await startIfAvailable('the Bluesky stack', () => startBluesky(seed));
    if (!server) return;
    const { boot, seed: seeding } = server.milliseconds;
    process.stderr.write(`the Bluesky stack booted in ${boot} ms and was filled in ${seeding} ms\n`);
    writeFileSync(join(folder, 'customers.csv'), writtenTable(clientList(rows, server)));
    writeFileSync(join(folder, 'shuffled.csv'), writtenTable(clientList(shuffled(rows), server)));
    expected = answerOf(seed, rows, server, floor, Date.now());
    first = await analyze('state.sqlite', 'first', 'customers.csv');
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  beforeEach(({ skip }) => skip(!server, 'no Bluesky stack'));

  test('ends well: everything that can be read was read, and who is not there is told', () => {
    expect(first).toMatchObject({ code: 0 });
    const problems = readTable(join(folder, 'first', 'problems.csv'));
    expect(problems.map(({ line }) => line)).toEqual(expected.notFound);
    expect(new Set(problems.map(({ problem }) => problem))).toEqual(new Set(['there is no such profile on bluesky']));
  });

  test.for(tables)('%s.csv says what the seed says', (table) => {
    // Two figures of chance are left to the tests of the formulas.
    expect(readTable(join(folder, 'first', `${table}.csv`))).toMatchObject(expected[table]);
  });

  test('asks no more than needed', () => {
    expect(summaryOf(first).requests).toEqual({ [appview]: expected.requests });
  });

  test('a second run asks for nothing and writes the same bytes', async () => {
    const second = await analyze('state.sqlite', 'second', 'customers.csv');
    expect(second).toMatchObject({ code: 0 });
    expect(summaryOf(second).requests).toEqual({});
    for (const table of tables) expect(written('second', table)).toBe(written('first', table));
  });

  test('a client list in another order gives the same bytes', async () => {
    expect(await analyze('shuffled.sqlite', 'shuffled', 'shuffled.csv')).toMatchObject({ code: 0 });
    for (const table of tables) expect(written('shuffled', table)).toBe(written('first', table));
  });

  test('with --top the ranking is the beginning of the whole one, for fewer requests', async () => {
    const top = 5;
    const some = await analyze('top.sqlite', 'top', 'customers.csv', '--top', String(top), '--min-customers', '1');
    expect(some).toMatchObject({ code: 0 });
    const level = expected.resources[top - 1]?.customers ?? '';
    const needed = expected.resources.filter(({ customers }) => Number(customers) >= Number(level));
    expect(readTable(join(folder, 'top', 'resources.csv'))).toMatchObject(needed);
    const unexamined = readTable(join(folder, 'top', 'candidates.csv')).filter(({ reason }) => reason === 'not_needed');
    const behind = expected.candidates.filter(({ customers }) => Number(customers) < Number(level));
    expect(new Set(unexamined.map((row) => row['resource_id']))).toEqual(
      new Set(behind.map((row) => row['resource_id'])),
    );
    expect(summaryOf(some).requests[appview]).toBeLessThan(summaryOf(first).requests[appview] ?? 0);
  });

  test('publications that clients subscribe to are read from their own server, with as few requests as can be', async () => {
    if (!server) return;
    const { accounts, directory, server: home } = server;
    const list = subscribers.map((key) => ({ client: key, profile: accounts[key]?.did ?? '' }));
    writeFileSync(join(folder, 'subscribers.csv'), writtenTable(list));
    const ways = [`plc.directory=${directory}`, `${home.host}=${home.origin}`].flatMap((way) => ['--connect-to', way]);
    const ended = await analyze('reads.sqlite', 'reads', 'subscribers.csv', ...ways);
    expect(ended).toMatchObject({ code: 0 });
    const publications = readTable(join(folder, 'reads', 'candidates.csv')).filter(({ resource_id: id }) =>
      id?.startsWith('at:'),
    );
    expect(publications).toMatchObject(publicationRows({ accounts, posts: {} }));
    const [coverage] = readTable(join(folder, 'reads', 'coverage.csv'));
    expect(coverage).toMatchObject({ network: 'bluesky', read: String(subscribers.length), truncated: '0' });
    // Of each client which collections there are, and those of six, of which two have both; of the publications each
    // record, one of them looked for in two collections, and each one's documents. That a collection has ended, only
    // a further page says, unless it is empty.
    const collections = 6 + 2;
    const told = subscribers.length + 2 * collections + (3 + 1) + (3 + 2);
    expect(summaryOf(ended).requests).toMatchObject({ 'plc.directory': subscribers.length + 3, [home.host]: told });
    const again = await analyze('reads.sqlite', 'reads-again', 'subscribers.csv', ...ways);
    expect(summaryOf(again).requests).toEqual({});
    expect(written('reads-again', 'candidates')).toBe(written('reads', 'candidates'));
  });
});

/** Two columns as a marketer has them: one of addresses and ids of any network, one of Bluesky handles. */
function clientList(list: Row[], names: Names): { client: string; profile: string; bluesky: string }[] {
  return list.map(({ customer: client, account, spelled }) => {
    const { did, handle } = names.accounts[account] ?? { did: '', handle: `a-${account}.test` };
    const cells: Record<Spelling, { profile: string } | { bluesky: string }> = {
      handle: { bluesky: handle },
      'old handle': { bluesky: `a-${account}.test` },
      HANDLE: { bluesky: handle.toUpperCase() },
      '@handle': { profile: `@${handle}` },
      url: { profile: `https://bsky.app/profile/${handle}` },
      'url of did': { profile: `https://bsky.app/profile/${did}` },
      did: { profile: did },
      'at-uri': { profile: `at://${did}` },
    };
    return { client, profile: '', bluesky: '', ...cells[spelled] };
  });
}

/** The same rows in another order: every fifth, then every fifth from the next one on. */
const shuffled = <Item>(items: Item[]): Item[] =>
  [3, 1, 4, 0, 2].flatMap((start) => items.filter((_, index) => index % 5 === start));
