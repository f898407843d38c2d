import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { analyze } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'changes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);
const page = (name: string): string => `https://${name}.example/`;

/** One run on one day; `shares` says how many of these clients follow each page, from the first on. */
async function run(day: string, shares: Record<string, number>, clients = 10) {
  const rows = Object.entries(shares).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => `client ${index},${page(name)},90000\n`),
  );
  const everybody = Array.from({ length: clients }, (_, index) => `client ${index},${page('everybody')},10\n`);
  writeFileSync(path('follows.csv'), `customer,resource,subscribers\n${[...rows, ...everybody].join('')}`);
  const { report } = await analyze(
    {
      follows: path('follows.csv'),
      thirdParty: 'ignore',
      output: path('output'),
      state: path('state.sqlite'),
    },
    { clock: { now: () => Date.parse(day), sleep: () => Promise.resolve() }, progress: () => undefined },
  );
  return {
    previous: report.previous,
    changes: report.rows.filter(({ rank }) => rank !== null).map((row) => [row.resource, row.rankChange]),
  };
}

test('a scheduled run tells what changed since the last run of the same clients', async () => {
  expect(await run('2026-11-01', { fell: 8, steady: 6, rose: 2, left: 4 })).toEqual({
    previous: null,
    changes: [
      ['fell.example', null],
      ['steady.example', null],
      ['left.example', null],
      ['rose.example', null],
    ],
  });
  const second = await run('2026-11-08T10:00:00Z', { rose: 9, steady: 7, fresh: 5, fell: 3 });
  expect(second).toEqual({
    previous: {
      date: '2026-11-01',
      gone: [
        { network: 'web', title: null, resource: 'left.example', url: 'https://left.example', customers: 4, rank: 3 },
      ],
    },
    changes: [
      ['rose.example', 'up 3'],
      ['steady.example', 'same'],
      ['fresh.example', 'new'],
      ['fell.example', 'down 3'],
    ],
  });
  expect(await run('2026-11-08T18:00:00Z', { rose: 9, steady: 7, fresh: 5, fell: 3 })).toEqual(second);
  const csv = readFileSync(path('output/resources.csv'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(data.map((row) => row['rank_change'])).toEqual(['up 3', 'same', 'new', 'down 3']);
  expect(readFileSync(path('output/report.html'), 'utf8')).toContain('left.example');
});

test('one more client in ten changes nothing; with several others there is nothing to compare with', async () => {
  const { previous } = await run('2026-11-15', { rose: 9, steady: 7 }, 11);
  expect(previous?.date).toBe('2026-11-08');
  expect((await run('2026-11-22', { rose: 9, steady: 7 }, 14)).previous).toBeNull();
});
