import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import { encode } from '../helpers/encode.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();
beforeEach(() => {
  for (const path of ['.target-resources', 'output', 'input']) rmSync(path, { recursive: true, force: true });
  writeFileSync('follows.csv', follows);
});

const csv = (path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

const letter = 'https://www.instagram.com/garden.letter';
const group = 'https://www.facebook.com/groups/rosegrowers';
const company = 'https://www.linkedin.com/company/pot-plants';
const follows = `customer,resource,network,subscribers
Ada,${letter},,
Bo,@garden.letter,instagram,
Cy,garden.letter,Instagram,
Ada,${group}/,,
Bo,${group},,
Cy,${company},,7000
`;

const analyze = (...more: string[]) => command(['analyze', '--follows', 'follows.csv', ...more]);

/** Makes `review.csv`, and fills in the cells of these resources. */
async function fill(cells: Record<string, Record<string, string>>, path = 'filled.csv'): Promise<void> {
  await analyze();
  writeFileSync(
    path,
    Papa.unparse(csv('output/review.csv').map((row) => ({ ...row, ...cells[row['resource'] ?? ''] }))),
  );
}

const candidates = () => new Map(csv('output/candidates.csv').map((row) => [row['url'], row]));

describe('review.csv as a worksheet', () => {
  test('asks of each page once, whoever wrote it how, most shared first, with cells to fill in', async () => {
    await analyze();
    expect(csv('output/review.csv')).toMatchObject([
      { resource: letter, customers: '3', subscribers: '', outside_authors: '', evidence: '', counted_on: '' },
      { resource: group, customers: '2', subscribers: '' },
      { resource: company, customers: '1', subscribers: '7000' },
    ]);
  });

  test('what was counted by hand is judged like any other facts', async () => {
    await fill({
      [letter]: {
        subscribers: '12,3 тыс.',
        outside_authors: 'да',
        evidence: 'https://www.instagram.com/p/DRRmIVfjFEl/ Anna Quince on pruning',
        counted_on: '22.11.2026',
      },
      [group]: { subscribers: '4 900', outside_authors: '7' },
      [company]: { outside_authors: 'no', counted_on: '2026-11-20' },
    });
    const { code } = await analyze('--verdicts', 'filled.csv');
    expect(code).toBe(0);
    expect(csv('output/problems.csv')).toEqual([]);
    expect(csv('output/resources.csv')).toMatchObject([
      {
        rank: '1',
        url: letter,
        customers: '3',
        subscribers: '12300',
        third_party: 'guest_posts',
        evidence_url: 'https://www.instagram.com/p/DRRmIVfjFEl/',
        evidence_date: '2026-11-22',
        retrieved_at: '2026-11-22',
        facts_from: 'hand',
      },
    ]);
    const rows = candidates();
    expect(rows.get(letter)).toMatchObject({
      reason: 'third_party_evidence',
      note: 'outside authors as somebody saw them on 2026-11-22',
    });
    expect(rows.get(group)).toMatchObject({ verdict: 'drop', reason: 'below_floor', subscribers: '4900' });
    expect(rows.get(company)).toMatchObject({ verdict: 'drop', reason: 'own_posts_only', subscribers: '7000' });
    const { rows: told } = JSON.parse(readFileSync('output/report.json', 'utf8')) as {
      rows: { url: string; thirdParty: { evidence: object[] } }[];
    };
    expect(told.find(({ url }) => url === letter)?.thirdParty.evidence).toEqual([
      {
        rule: 'by_hand',
        class: 'guest_posts',
        url: 'https://www.instagram.com/p/DRRmIVfjFEl/',
        at: '2026-11-22',
        quote: 'Anna Quince on pruning',
        author: '',
      },
    ]);
  });

  test('one outside author is too few, two are enough, a quote alone says that there are some', async () => {
    await fill({
      [letter]: { subscribers: '6000', outside_authors: '1' },
      [group]: { subscribers: '6000', outside_authors: '2' },
      [company]: { evidence: 'Guest column by Ben Pear' },
    });
    await analyze('--verdicts', 'filled.csv');
    const rows = candidates();
    expect(rows.get(letter)).toMatchObject({ verdict: 'drop', reason: 'too_few_outside_authors' });
    expect(rows.get(group)).toMatchObject({ verdict: 'keep', third_party_authors: '2' });
    expect(rows.get(company)).toMatchObject({ verdict: 'keep', facts_from: '', evidence_url: company });
  });

  test('without a day the day on which the file was saved counts', async () => {
    await fill({ [letter]: { subscribers: '6000', outside_authors: 'ναι' } });
    const saved = new Date(Date.now() - 3 * 86_400_000);
    utimesSync('filled.csv', saved, saved);
    await analyze('--verdicts', 'filled.csv');
    expect(candidates().get(letter)).toMatchObject({
      verdict: 'keep',
      evidence_date: saved.toISOString().slice(0, 10),
      age_days: '3',
    });
  });

  test('a verdict goes before what was counted', async () => {
    await fill({ [letter]: { subscribers: '6000', outside_authors: 'yes', verdict: 'drop', note: 'no fit' } });
    await analyze('--verdicts', 'filled.csv');
    expect(candidates().get(letter)).toMatchObject({ verdict: 'drop', reason: 'your_decision', subscribers: '6000' });
  });

  test('what the program wrote into a cell is no count', async () => {
    await fill({ [company]: { verdict: 'keep' } });
    await analyze('--verdicts', 'filled.csv');
    expect(candidates().get(company)).toMatchObject({ verdict: 'keep', subscribers: '7000', facts_from: '' });
  });

  test('cells that cannot be read are told with file and line, and the rest of the row counts', async () => {
    await fill({
      [letter]: { subscribers: 'many', outside_authors: 'yes', counted_on: 'Tuesday' },
      [group]: { subscribers: '6000', outside_authors: 'perhaps' },
      [company]: { outside_authors: 'нет', evidence: 'Guest column by Ben Pear' },
    });
    const { code } = await analyze('--verdicts', 'filled.csv');
    expect(code).toBe(0);
    expect(csv('output/problems.csv').map(({ file, line, value }) => [file, line, value])).toEqual([
      ['filled.csv', '2', 'many'],
      ['filled.csv', '2', 'Tuesday'],
      ['filled.csv', '3', 'perhaps'],
      ['filled.csv', '4', 'Guest column by Ben Pear'],
    ]);
    const rows = candidates();
    expect(rows.get(letter)).toMatchObject({ reason: 'subscribers_unknown', third_party: 'guest_posts' });
    expect(rows.get(group)).toMatchObject({ reason: 'third_party_unknown', subscribers: '6000' });
    expect(rows.get(company)).toMatchObject({ reason: 'third_party_unknown' });
  });

  test('survives a spreadsheet of European Excel', async () => {
    await fill({
      [letter]: { subscribers: '12.300', outside_authors: 'да', evidence: 'Гостевая колонка: Анна Садова' },
    });
    const rows = csv('filled.csv');
    const text = Papa.unparse(rows, { delimiter: ';', newline: '\r\n' });
    const encoded: Record<string, Buffer> = {
      'with a BOM': Buffer.from(`\uFEFF${text}`),
      'windows-1251': encode(text, 'windows-1251'),
    };
    for (const [how, bytes] of Object.entries(encoded)) {
      writeFileSync('excel.csv', bytes);
      await analyze('--verdicts', 'excel.csv');
      expect(candidates().get(letter), how).toMatchObject({ verdict: 'keep', subscribers: '12300' });
    }
  });
});

describe('what a person wrote into output/review.csv', () => {
  const answers = {
    [letter]: { subscribers: '12K', outside_authors: 'yes', evidence: 'Anna Quince on pruning' },
    [company]: { verdict: 'drop', note: 'sells pots' },
  };

  test('survives being saved as XLSX, with typed numbers and days', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    await fill({
      [letter]: { outside_authors: 'yes', evidence: 'Guest: Anna Quince' },
      [group]: { outside_authors: '3' },
    });
    const rows = csv('filled.csv');
    const headings = Object.keys(rows[0] ?? {});
    const typed = rows.map((row) =>
      headings.map((heading) => {
        if (heading === 'subscribers' && row['resource'] !== company) return 12_300;
        if (heading === 'counted_on' && row['resource'] !== company) return new Date('2026-11-22T00:00:00Z');
        if (heading === 'customers' || (heading === 'outside_authors' && row[heading] === '3'))
          return Number(row[heading]);
        return row[heading] ?? '';
      }),
    );
    const columns = headings.map((heading) => (heading === 'counted_on' ? { numFmt: 'dd.mm.yyyy' } : {}));
    const bytes = await writeXlsx({ sheets: [{ name: 'review', columns, rows: [headings, ...typed] }] });
    writeFileSync('filled.xlsx', bytes);
    const { code } = await analyze('--verdicts', 'filled.xlsx');
    expect([code, csv('output/problems.csv')]).toEqual([0, []]);
    const told = candidates();
    for (const [url, authors] of [
      [letter, ''],
      [group, '3'],
    ] as const)
      expect(told.get(url)).toMatchObject({
        verdict: 'keep',
        subscribers: '12300',
        third_party_authors: authors,
        evidence_date: '2026-11-22',
        facts_from: 'hand',
      });
  });

  test('stays there when it is given itself, and a second run changes nothing', async () => {
    await fill(answers, 'output/review.csv');
    const today = statSync('output/review.csv').mtime.toISOString().slice(0, 10);
    await analyze('--verdicts', 'output/review.csv');
    expect(csv('output/review.csv')).toMatchObject([
      { resource: group, verdict: '', outside_authors: '' },
      {
        resource: letter,
        customers: '3',
        subscribers: '12000',
        outside_authors: 'yes',
        evidence: 'Anna Quince on pruning',
        counted_on: today,
      },
      { resource: company, verdict: 'drop', note: 'sells pots', counted_on: '' },
    ]);
    const files = ['review.csv', 'resources.csv', 'candidates.csv', 'report.json', 'report.html'];
    const before = files.map((name) => readFileSync(`output/${name}`));
    await analyze('--verdicts', 'output/review.csv');
    expect(files.map((name) => readFileSync(`output/${name}`))).toEqual(before);
    expect(candidates().get(letter)).toMatchObject({ verdict: 'keep', subscribers: '12000', facts_from: 'hand' });
    expect(candidates().get(company)).toMatchObject({ verdict: 'drop', reason: 'your_decision' });
  });

  test('is not lost where a run is not given it, and the report says so', async () => {
    await fill(answers, 'output/review.csv');
    const { stdout } = await analyze('--json');
    expect(csv('output/review.csv')).toMatchObject([
      { resource: letter, subscribers: '12000', outside_authors: 'yes', evidence: 'Anna Quince on pruning' },
      { resource: group, verdict: '' },
      { resource: company, verdict: 'drop', note: 'sells pots' },
    ]);
    expect(candidates().get(letter)).toMatchObject({ verdict: 'review' });
    const { notices } = JSON.parse(readFileSync('output/report.json', 'utf8')) as { notices: { code: string }[] };
    expect(notices).toContainEqual(expect.objectContaining({ code: 'review_kept', count: 2 }));
    expect(stdout).not.toContain('Anna Quince');
    await analyze('--verdicts', 'output/review.csv');
    expect(candidates().get(letter)).toMatchObject({ verdict: 'keep', subscribers: '12000' });
  });

  test('moved into a file of its own it need not stand there', async () => {
    await fill(answers, 'decided.csv');
    writeFileSync('output/review.csv', readFileSync('decided.csv'));
    await analyze('--verdicts', 'decided.csv');
    expect(csv('output/review.csv')).toMatchObject([{ resource: group, verdict: '' }]);
  });
});
