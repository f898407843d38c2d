import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { previousRanking } from '../../../src/outputs/history.ts';
import { writeOutputs } from '../../../src/outputs/index.ts';
import type { Report } from '../../../src/types.ts';
import { report, row } from './example-report.ts';

let output = '';
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'history-'));
  const folder = output;
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const ran = (date: string, given: Partial<Report> = {}, cohort = 'mark') =>
  writeOutputs(report({ date, ...given }), output, { csv: 'plain', cohort, language: 'en' });

const { criteria } = report();

test('the newest ranking of an earlier day is found again, with its kept rows', async () => {
  const rows = [row({ rank: 1 }), row({ rank: null, verdict: 'drop', resourceId: 'other' })];
  await ran('2026-11-01', { rows: [] });
  await ran('2026-11-20', { rows });
  await ran('2026-11-22', { rows: [] });
  expect(await previousRanking(output, { date: '2026-11-22', cohort: 'mark', criteria })).toEqual({
    date: '2026-11-20',
    cohort: 'mark',
    criteria,
    resources: [
      {
        network: 'bluesky',
        id: 'did:plc:gardenweekly',
        resource: 'garden-weekly.example',
        url: 'https://bsky.app/profile/garden-weekly.example',
        rank: 1,
        customers: 3,
        customersReadable: 10,
      },
    ],
  });
});

test('a ranking of other customers or by other criteria is none to compare with', async () => {
  await ran('2026-11-01', {}, 'others');
  await ran('2026-11-02', { criteria: { ...criteria, top: 20 } });
  expect(await previousRanking(output, { date: '2026-11-22', cohort: 'mark', criteria })).toBeNull();
  expect((await previousRanking(output, { date: '2026-11-22', cohort: 'others', criteria }))?.date).toBe('2026-11-01');
});

test('a damaged file is passed over, and foreign files in the folder are left alone', async () => {
  await ran('2026-11-01');
  await ran('2026-11-02');
  writeFileSync(join(output, 'history/2026-11-02.json'), '{"date":');
  writeFileSync(join(output, 'history/notes.json'), 'mine');
  expect((await previousRanking(output, { date: '2026-11-22', cohort: 'mark', criteria }))?.date).toBe('2026-11-01');
  await ran('2026-11-22');
  expect(readFileSync(join(output, 'history/notes.json'), 'utf8')).toBe('mine');
});

test('there is one file a day, and sixty days are kept', async () => {
  const days = Array.from({ length: 63 }, (_, day) => new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10));
  for (const date of days) await ran(date, { rows: [] });
  await ran(days.at(-1) ?? '', { rows: [] });
  expect(readdirSync(join(output, 'history'))).toEqual(days.slice(3).map((date) => `${date}.json`));
});

test('without a history there is no earlier ranking', async () => {
  expect(await previousRanking(join(output, 'nowhere'), { date: '2026-11-22', cohort: 'mark', criteria })).toBeNull();
});
