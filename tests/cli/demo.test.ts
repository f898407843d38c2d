import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportProblems } from '../helpers/report-schema.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();

test('the demo writes a report of the published schema', async () => {
  expect(await command(['demo'])).toMatchObject({ code: 0 });
  const report = JSON.parse(readFileSync('output/report.json', 'utf8')) as { rows: unknown[] };
  expect(report.rows.length).toBeGreaterThan(10);
  expect(reportProblems(report)).toEqual([]);
});
