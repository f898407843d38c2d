import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { reportProblems } from '../helpers/report-schema.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

test('the demo writes a report of the published schema', async () => {
  expect(await command(['demo'])).toMatchObject({ code: 0 });
  const report = JSON.parse(readFileSync('output/report.json', 'utf8')) as { rows: unknown[] };
  expect(report.rows.length).toBeGreaterThan(10);
  expect(reportProblems(report)).toEqual([]);
});

test('the rows that the README shows are those of the demo, but for the day', async () => {
  await command(['demo']);
  const written = parse<Record<string, string>>(readFileSync('output/resources.csv'), { columns: true });
  const lines = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').split('\n');
  const [heading = '', , ...rows] = lines.slice(lines.findIndex((line) => line.startsWith('| rank | network')));
  const shown = rows.slice(0, 3).map((line) => cellsOf(line));
  const names = cellsOf(heading);
  for (const cells of shown) {
    const row = written.find(({ rank }) => rank === cells[0]);
    const wanted = names.map((name, at) => (name === 'evidence_date' ? (cells[at] ?? '') : (row?.[name] ?? '')));
    expect(cells).toEqual(wanted);
  }
});
