import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cells } from './answer.ts';
import { startIfAvailable } from './available.ts';
import { type Ended, readTable, runProgram, summaryOf, writtenTable } from './program.ts';
import { type Snac, startSnac } from './snac-server.ts';

const floor = 3;
const people = ['anna', 'boris', 'carol', 'reader1', 'reader2', 'reader3'];
const pages = ['garden', 'tools', 'quiet', 'tiny'];

describe('against a real snac', () => {
  const folder = mkdtempSync(join(tmpdir(), 'real-snac-'));
  let server: Snac | null = null;
  let first: Ended;

  const run = (output: string, ...args: string[]): Promise<Ended> => {
    const always = `--output ${output} --json --state state.sqlite --min-subscribers ${floor}`;
    return runProgram(folder, [...args, ...always.split(' ')]);
  };
  const analyze = (output: string): Promise<Ended> => {
    const way = `${server?.host ?? ''}=${server?.origin ?? ''}`;
    return run(output, 'analyze', 'customers.csv', '--follows', 'follows.csv', '--connect-to', way);
  };
  const written = (output: string, table: string): string => readFileSync(join(folder, output, `${table}.csv`), 'utf8');
  const candidates = (output: string): Cells[] =>
    readTable(join(folder, output, 'candidates.csv')).map((row) => ({
      resource: row['resource'] ?? '',
      resource_id: row['resource_id'] ?? '',
      customers: row['customers'] ?? '',
      customers_readable: row['customers_readable'] ?? '',
      subscribers: row['subscribers'] ?? '',
      third_party: row['third_party'] ?? '',
      verdict: row['verdict'] ?? '',
      reason: row['reason'] ?? '',
    }));

  beforeAll(async () => {
    server = await startIfAvailable('snac', () =>
      startSnac({
        users: [
          ...[...people, ...pages].map((name) => ({ name, showsCounts: true })),
          { name: 'shy', showsCounts: false },
          { name: 'denis', showsCounts: false },
        ],
        follows: [
          { from: 'anna', to: ['garden', 'tools', 'shy'] },
          { from: 'carol', to: ['garden'] },
          { from: 'denis', to: ['garden'] },
          { from: 'reader1', to: ['garden', 'tools', 'quiet', 'tiny', 'shy'] },
          { from: 'reader2', to: ['garden', 'tools', 'quiet', 'tiny', 'shy'] },
          { from: 'reader3', to: ['garden', 'quiet', 'shy'] },
        ],
        notes: [
          { by: 'garden', text: 'Tulips are up' },
          { by: 'garden', text: 'Prune the roses' },
          { by: 'tools', text: 'A new spade' },
          { by: 'tiny', text: 'Hello' },
          { by: 'shy', text: 'Hello' },
        ],
      }),
    );
    if (!server) return;
    const { host } = server;
    writeFileSync(
      join(folder, 'customers.csv'),
      writtenTable([
        { customer: 'Anna', profile: `@anna@${host}` },
        { customer: 'Boris', profile: `https://${host}/@boris` },
        { customer: 'Carol', profile: `https://${host}/@Carol` },
        { customer: 'Denis', profile: `@denis@${host}` },
        { customer: 'Nobody', profile: `@nobody@${host}` },
      ]),
    );
    writeFileSync(
      join(folder, 'follows.csv'),
      writtenTable([
        { customer: 'Dora', resource: `@garden@${host}` },
        { customer: 'Dora', resource: `http://${host}/@tools` },
        { customer: 'Emil', resource: `https://${host}/@garden` },
        { customer: 'Emil', resource: `https://${host}/@quiet` },
        { customer: 'Anna', resource: `https://${host}/@Garden` },
        { customer: 'Anna', resource: `@tools@${host}` },
        { customer: 'Anna', resource: `@shy@${host}` },
        { customer: 'Anna', resource: `@tiny@${host}` },
      ]),
    );
    first = await analyze('first');
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  beforeEach(({ skip }) => skip(!server, 'no snac'));

  test('takes no empty list for read, with counts or without, and knows who is not there', () => {
    expect(first).toMatchObject({ code: 0 });
    expect(readTable(join(folder, 'first', 'coverage.csv'))).toEqual([
      {
        network: 'mastodon',
        profiles: '5',
        read: '0',
        imported: '3',
        hidden: '4',
        not_found: '1',
        needs_login: '0',
        truncated: '0',
        not_reached: '0',
        excluded: '0',
        not_asked: '0',
        kept: '0',
        age_days: '',
        surveyed: '0',
      },
    ]);
  });

  test('knows the imported resources by actor URI, whichever way they are written', () => {
    const { host } = server ?? { host: '' };
    const row = (name: string, cells: Cells): Cells => ({
      resource: `${name}@${host}`,
      resource_id: `http://${host}/${name}`,
      customers_readable: '3',
      ...cells,
    });
    const own = { third_party: 'own_only', verdict: 'drop', reason: 'own_posts_only' };
    const unknown = { third_party: 'unknown', verdict: 'review' };
    expect(candidates('first')).toEqual([
      row('garden', { customers: '3', subscribers: '6', ...own }),
      row('tools', { customers: '2', subscribers: '3', ...own }),
      row('quiet', { customers: '1', subscribers: '3', ...unknown, reason: 'third_party_unknown' }),
      // snac says 0 where it is set not to tell.
      row('shy', { customers: '1', subscribers: '', ...unknown, reason: 'subscribers_unknown' }),
      row('tiny', { customers: '1', subscribers: '2', third_party: 'unknown', verdict: 'drop', reason: 'below_floor' }),
    ]);
    expect(readTable(join(folder, 'first', 'resources.csv'))).toEqual([]);
  });

  test('a second run asks for nothing and writes the same bytes', async () => {
    const second = await analyze('second');
    expect(second).toMatchObject({ code: 0 });
    expect(summaryOf(second).requests).toEqual({});
    for (const table of ['resources', 'candidates', 'coverage']) {
      expect(written('second', table)).toBe(written('first', table));
    }
  });

  test('report keeps what passes the floor once evidence is not asked for', async () => {
    expect(await run('ignore', 'report', '--third-party', 'ignore')).toMatchObject({ code: 0 });
    const kept = readTable(join(folder, 'ignore', 'resources.csv'));
    expect(kept.map(({ rank, resource_id }) => [rank, resource_id])).toEqual(
      ['garden', 'tools', 'quiet'].map((name, index) => [String(index + 1), `http://${server?.host ?? ''}/${name}`]),
    );
  });
});
