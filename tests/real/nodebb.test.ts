import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cells } from './answer.ts';
import { startIfAvailable } from './available.ts';
import { type NodebbAnswer, nodebbAnswer } from './nodebb-answer.ts';
import { host, rows, seedFor } from './nodebb-seed.ts';
import { type Nodebb, type NodebbSeed, startNodebb } from './nodebb-server.ts';
import { type Ended, readTable, runProgram, summaryOf, writtenTable } from './program.ts';

const floor = 5000;
const checkout = process.env['NODEBB'];

if (!checkout) {
  process.stderr.write(
    'skipped: the site recipe against a real NodeBB. No package registry carries NodeBB, so CI has none; elsewhere: ' +
      'git clone --branch v4.15.1 https://github.com/NodeBB/NodeBB && cd NodeBB && cp install/package.json . && ' +
      'npm install --omit=dev && npm install node@22, and name the folder in the variable NODEBB\n',
  );
}

const themes: NodebbSeed['theme'][] = ['nodebb-theme-harmony', 'nodebb-theme-persona'];

describe.skipIf(!checkout).each(themes)('the shipped recipe against a real NodeBB with %s', (theme) => {
  let folder: string;
  const now = Date.now();
  const seed = seedFor(theme, now);
  let server: Nodebb | null = null;
  let first: Ended;
  let answer: NodebbAnswer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'real-nodebb-'));
    server = await startIfAvailable('NodeBB', () => startNodebb(checkout ?? '', host, seed));
    if (!server) return;
    answer = nodebbAnswer(seed, rows, server, floor, now);
    writeInput(folder);
    first = await analyze(folder, server, 'first');
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  test('reads groups and followed users of every profile that is there', (context) => {
    context.skip(!server, 'no NodeBB');
    expect(first).toMatchObject({ code: 0 });
    expect(readTable(join(folder, 'first', 'coverage.csv'))).toEqual(answer.coverage);
    expect(readTable(join(folder, 'first', 'problems.csv'))).toEqual([]);
  });

  test('counts, judges and ranks what they follow as the seed says', (context) => {
    context.skip(!server, 'no NodeBB');
    const found = readTable(join(folder, 'first', 'candidates.csv'));
    const columns = Object.keys(answer.candidates[0] ?? {});
    const compared = found.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])));
    expect(compared).toEqual(answer.candidates);
    const ranking = readTable(join(folder, 'first', 'resources.csv'));
    expect(ranking.map(({ rank, resource_id }) => [rank, resource_id])).toEqual(
      answer.ranked.map((id, index) => [String(index + 1), id]),
    );
  });

  test('opens no page that it does not need, and none a second time', async (context) => {
    context.skip(!server, 'no NodeBB');
    // One more is robots.txt.
    expect(summaryOf(first).requests).toEqual({ [host]: answer.pages + 1 });
    const second = await analyze(folder, server, 'second');
    expect(second).toMatchObject({ code: 0 });
    expect(summaryOf(second).requests).toEqual({});
    for (const table of ['resources', 'candidates', 'coverage']) {
      expect(written(folder, 'second', table)).toBe(written(folder, 'first', table));
    }
  });

  test('sites check says what each selector found', async (context) => {
    context.skip(!server, 'no NodeBB');
    const checked = await runProgram(folder, ['sites', 'check', 'sites.json', '--connect-to', wayTo(server)]);
    expect(checked).toMatchObject({ code: 0 });
    for (const found of ['Gardeners', '1234574 subscribers', 'garden desk', '12352 subscribers', 'by user/garden-desk'])
      expect(checked.stdout).toContain(found);
  });
});

describe.skipIf(!checkout)('the shipped recipe against a real NodeBB that shows guests nobody', () => {
  let folder: string;
  let server: Nodebb | null = null;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'real-nodebb-'));
    const seed: NodebbSeed = { ...seedFor('nodebb-theme-harmony', Date.now()), guestsSeeNobody: true };
    server = await startIfAvailable('NodeBB', () => startNodebb(checkout ?? '', host, seed));
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  test('every list needs a login, and nobody is taken for missing or empty', async (context) => {
    context.skip(!server, 'no NodeBB');
    writeInput(folder);
    expect(await analyze(folder, server, 'first')).toMatchObject({ code: 0 });
    const profiles = String(new Set(rows.map(({ user }) => user)).size);
    expect(readTable(join(folder, 'first', 'coverage.csv'))).toMatchObject([
      { network: 'garden-forum', profiles, read: '0', not_found: '0', needs_login: profiles, not_reached: '0' },
    ]);
    expect(readTable(join(folder, 'first', 'candidates.csv'))).toEqual([]);
  });
});

/** The client list, and a sites file that says no more than what a person has to say. */
function writeInput(folder: string): void {
  const table: Cells[] = rows.map(({ customer, profile }) => ({ customer, profile }));
  writeFileSync(join(folder, 'customers.csv'), writtenTable(table));
  const site = { id: 'garden-forum', title: 'Garden forum', host, like: 'nodebb', try: `https://${host}/user/dora` };
  writeFileSync(
    join(folder, 'sites.json'),
    JSON.stringify({ sites: [{ ...site, pace: { requests: 100, seconds: 1 } }] }),
  );
}

const wayTo = (server: Nodebb | null): string => `${host}=${server?.origin ?? ''}`;

function analyze(folder: string, server: Nodebb | null, output: string): Promise<Ended> {
  const args = `analyze customers.csv --sites sites.json --output ${output} --json --state state.sqlite --min-subscribers ${floor}`;
  return runProgram(folder, [...args.split(' '), '--connect-to', wayTo(server)]);
}

const written = (folder: string, output: string, table: string): string =>
  readFileSync(join(folder, output, `${table}.csv`), 'utf8');
