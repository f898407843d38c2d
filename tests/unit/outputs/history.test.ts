import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { previousRanking, rankingDigest } from '../../../src/outputs/history.ts';
import { writeOutputs } from '../../../src/outputs/index.ts';
import type { Report } from '../../../src/types/report.ts';
import { report, row } from './example-report.ts';

let output = '';
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'history-'));
  const folder = output;
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

/** Digests of the rankings that one set of customers made. */
const ours = new Set<string>();

function ran(date: string, given: Partial<Report> = {}, mine = true): Promise<string[]> {
  const made = report({ date, ...given });
  if (mine) ours.add(rankingDigest(made));
  return writeOutputs(made, output, { csv: 'plain', language: 'en' });
}

const found = async (folder = output, isOurs = (ranking: string): boolean => ours.has(ranking)) =>
  (await previousRanking(folder, { date: '2026-11-22', criteria }, (ranking) => isOurs(ranking) || null))?.past ?? null;

const { criteria } = report();

test('the newest ranking of an earlier day is found again, with its kept rows', async () => {
  const rows = [row({ rank: 1 }), row({ rank: null, verdict: 'drop', resourceId: 'other' })];
  await ran('2026-11-01', { rows: [] });
  await ran('2026-11-20', { rows });
  await ran('2026-11-22', { rows: [] });
  expect(await found()).toEqual({
    schema: 1,
    generator: 'target-resources 0.1.0',
    date: '2026-11-20',
    criteria,
    resources: [
      {
        network: 'bluesky',
        id: 'did:plc:gardenweekly',
        resource: 'garden-weekly.example',
        title: 'Garden Weekly',
        url: 'https://bsky.app/profile/garden-weekly.example',
        rank: 1,
        customers: 3,
        customersReadable: 10,
      },
    ],
  });
});

test('a ranking of other customers or by other criteria is none to compare with', async () => {
  await ran('2026-11-01', { customers: 7 }, false);
  await ran('2026-11-02', { criteria: { ...criteria, top: 20 } });
  expect(
    await found(output, (ranking) => ours.has(ranking) && ranking !== rankingDigest(report({ date: '2026-11-01' }))),
  ).toBeNull();
  expect((await found(output, () => true))?.date).toBe('2026-11-01');
});

test('the file does not say which customers made it', async () => {
  await ran('2026-11-01');
  expect(Object.keys(JSON.parse(readFileSync(join(output, 'history/2026-11-01.json'), 'utf8')) as object)).toEqual([
    'schema',
    'generator',
    'date',
    'criteria',
    'resources',
  ]);
});

test('a file from before files had a schema is read, one of a later schema is not', async () => {
  await ran('2026-11-01');
  const path = join(output, 'history/2026-11-01.json');
  const { schema: _, generator: __, ...bare } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify(bare));
  expect(await found(output, () => true)).toMatchObject({ schema: 0, date: '2026-11-01' });
  writeFileSync(path, JSON.stringify({ ...bare, schema: 2 }));
  expect(await found(output, () => true)).toBeNull();
});

test('a damaged file is passed over, and foreign files in the folder are left alone', async () => {
  await ran('2026-11-01');
  await ran('2026-11-02');
  writeFileSync(join(output, 'history/2026-11-02.json'), '{"date":');
  writeFileSync(join(output, 'history/notes.json'), 'mine');
  expect((await found())?.date).toBe('2026-11-01');
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
  expect(await found(join(output, 'nowhere'))).toBeNull();
});
