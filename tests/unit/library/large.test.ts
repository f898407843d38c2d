import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { explain, writeReport } from '../../../src/index.ts';
import { openStore } from '../../../src/state/store.ts';
import type { Listed } from '../../../src/types/resource.ts';
import type { Report } from '../../../src/types/report.ts';
import { clockAt, noon } from '../state/given.ts';

const page = (number: number): Listed => ({
  network: 'telegram',
  id: `orchard${number}`,
  name: `orchard${number}`,
  title: `Orchard ${number}`,
  url: `https://t.me/orchard${number}`,
  host: 't.me',
  subscribers: null,
  countedBy: 'elsewhere',
});

/** Page 0 is followed by all, pages up to 2,999 by two, and 3,000 to 3,499 by one. */
function state(): { folder: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'large-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'state.sqlite');
  const store = openStore(path, clockAt(noon));
  const pages = Array.from({ length: 3500 }, (_, number) => page(number));
  const [first] = pages;
  const lists: [string, Listed[]][] = [
    ['ann', pages],
    ['ben', pages.slice(0, 3000)],
    ['cleo', first ? [first] : []],
  ];
  store.saveInput([], new Map(lists), [], noon);
  store.close();
  return { folder, path };
}

const tableIn = (folder: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, 'out', 'candidates.csv')), { columns: true });

const settings = (folder: string, path: string) => ({ state: path, output: join(folder, 'out'), top: 1 });

test('a report holds the first of those that nobody looked at, and candidates.csv all that two clients share', async () => {
  const { folder, path } = state();
  const { report } = await writeReport(settings(folder, path), { clock: clockAt(noon) });
  expect(report.rows).toHaveLength(2000);
  expect(report.totals).toMatchObject({
    resources: 3000,
    review: 1,
    unexamined: 2999,
    left_out: 500,
    left_out_below: 2,
  });
  expect(report.notices.map(({ code, count }) => [code, count])).toEqual([
    ['left_out', 500],
    ['only_in_csv', 1000],
  ]);
  const rows = tableIn(folder);
  expect(rows).toHaveLength(3000);
  expect(rows.slice(0, 2000).map((row) => row['resource'])).toEqual(report.rows.map(({ resource }) => resource));
  const ids = rows.slice(1).map((row) => row['resource'] ?? '');
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(rows.slice(1).map((row) => `${row['customers']} ${row['verdict']} ${row['reason']}`))).toEqual(
    new Set(['2 unexamined not_needed']),
  );
  const saved = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as Report;
  expect(saved.rows).toHaveLength(2000);
});

test('what one client follows is in the files where it is asked for, where a person decided, and can be explained', async () => {
  const { folder, path } = state();
  const all = await writeReport({ ...settings(folder, path), minCustomers: 1 }, { clock: clockAt(noon) });
  expect(all.report.totals).toMatchObject({ resources: 3500, left_out: 0 });
  expect(tableIn(folder)).toHaveLength(3500);
  const few = await writeReport({ ...settings(folder, path), minCustomers: 3 }, { clock: clockAt(noon) });
  expect(few.report.totals).toMatchObject({ resources: 1, left_out: 3499 });
  expect(few.report.notices.map(({ code }) => code)).toEqual(['left_out_few']);
  expect(await explain('https://t.me/orchard3400', settings(folder, path), { clock: clockAt(noon) })).toMatchObject({
    customers: 1,
    reason: 'not_needed',
  });
});
