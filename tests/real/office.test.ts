import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startIfAvailable } from './available.ts';
import { type Office, type OfficeCell, type OfficeLocale, startOffice } from './office.ts';
import { readTable, runProgram } from './program.ts';

const follows = [
  ['Anna', 'https://www.tiktok.com/@gardenletter', '=HYPERLINK("https://evil.example","click")', '12345678901'],
  ['Boris', 'https://www.facebook.com/groups/100000000000000012345', '+1 (555) 010', '5000'],
  ['Carol', 'https://www.instagram.com/_garden_/', '@sum(a1)', '4999'],
  ['Dana', 'https://www.linkedin.com/company/2016-04', '2016-04', ''],
  ['Flora', 'https://www.instagram.com/twelfth_of_november/', '12.11', '120000'],
  ['Gleb', 'https://www.instagram.com/half_and_half/', '1/2', '7000'],
  ['Hans', 'https://www.instagram.com/long_number/', '1234567890123456789', '8000'],
  ['Irina', 'https://www.instagram.com/first_of_march/', '1 марта', '9000'],
  ['Emil', 'https://letters.example/?q=1;2', 'Пекарня «Хлеб»; "quoted", two\nlines', '70000'],
];

const quoted = (cells: string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

const sheets = {
  Ranking: 'resources.csv',
  Choice: 'choice.csv',
  Candidates: 'candidates.csv',
  Coverage: 'coverage.csv',
  Reasons: 'reasons.csv',
  Problems: 'problems.csv',
  Teasers: 'teasers.csv',
};

describe('the spreadsheets in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'real-office-'));
  let office: Office | null = null;

  beforeAll(async () => {
    office = await startIfAvailable('LibreOffice', () => startOffice(folder));
    writeFileSync(
      join(folder, 'follows.csv'),
      ['customer,resource,title,subscribers', ...follows.map(quoted)].join('\n'),
    );
    const keep = follows.map(([, address]) => `${address},keep,"=1+1, as I know them"`);
    writeFileSync(join(folder, 'verdicts.csv'), ['resource,verdict,note', ...keep].join('\n'));
    for (const csv of ['plain', 'excel']) {
      const args = `analyze --follows follows.csv --verdicts verdicts.csv --link https://blog.example/roses --csv ${csv} --output ${csv} --state s.sqlite`;
      const { code, stderr } = await runProgram(folder, args.split(' '));
      if (code !== 0 && code !== 3) throw new Error(stderr);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach((context) => context.skip(!office, 'LibreOffice cannot be had here'));

  const opened = (file: string, locale?: OfficeLocale): Map<string, OfficeCell[][]> =>
    office?.open(join(folder, file), locale) ?? new Map();

  test('every sheet of the workbook holds what its CSV holds, typed, and no formula', () => {
    const workbook = opened('plain/resources.xlsx');
    expect([...workbook.keys()].filter((name) => name !== 'Evidence')).toEqual(['Read me', ...Object.keys(sheets)]);
    for (const [name, file] of Object.entries(sheets)) {
      const [headings = [], ...rows] = workbook.get(name) ?? [];
      const table = readTable(join(folder, 'plain', file));
      expect(rows, name).toHaveLength(table.length);
      for (const [at, cells] of rows.entries()) {
        for (const [column, { value: heading }] of headings.entries()) {
          const { type, value, formula } = cells[column] ?? { type: '', value: '', formula: null };
          const wanted = table[at]?.[heading] ?? '';
          expect(formula, `${name} ${heading}`).toBeNull();
          expect(same(type, value, wanted), `${name} ${heading}: ${type} ${value} for ${wanted}`).toBe(true);
          expect(type, `${name} ${heading}`).toBe(typeOf(heading, wanted));
        }
      }
    }
  });

  test.each(['de-DE', 'ru-RU'] as const)(
    'the CSV for Excel opens in %s with the same cells: numbers and days typed, names as text, and no formula',
    (locale) => {
      for (const file of Object.values(sheets)) {
        const [sheet = []] = opened(`excel/${file}`, locale).values();
        const [headings = [], ...rows] = sheet;
        const table = readTable(join(folder, 'plain', file));
        expect(rows, file).toHaveLength(table.length);
        for (const [at, cells] of rows.entries()) {
          for (const [column, { value: heading }] of headings.entries()) {
            const { type, value, formula } = cells[column] ?? { type: '', value: '', formula: null };
            const wanted = table[at]?.[heading] ?? '';
            expect(formula, `${file} ${heading}`).toBeNull();
            expect(same(type, value, wanted), `${file} ${heading}: ${type} ${value} for ${wanted}`).toBe(true);
            const types = isTruth(heading) ? [type] : [typeOf(heading, wanted).replace('percentage', 'float')];
            expect(types, `${file} ${heading}: ${value}`).toContain(type);
          }
        }
      }
      expect(readFileSync(join(folder, 'excel/resources.csv'), 'utf8')).toMatch(/^\uFEFFrank;title;.*\r\n/);
    },
  );

  test('a review.csv that was filled in and saved as XLSX with German settings is read back', async () => {
    const page = 'https://www.instagram.com/rose.notes/';
    const base = 'review-de';
    writeFileSync(join(folder, `${base}.csv`), `customer,resource\nAnna,${page}\nBoris,${page}\n`);
    const args = [
      'analyze',
      '--follows',
      `${base}.csv`,
      '--csv',
      'excel',
      '--output',
      base,
      '--state',
      `${base}.sqlite`,
    ];
    expect((await runProgram(folder, args)).code).toBe(0);
    const filled = {
      subscribers: '12300',
      outside_authors: '3',
      evidence: 'Guest: Anna Quince',
      counted_on: '22.11.2026',
    };
    const rows = readTable(join(folder, base, 'review.csv')).map((row) => ({ ...row, ...filled }));
    const text = Papa.unparse(rows, { delimiter: ';', newline: '\r\n' });
    writeFileSync(join(folder, `${base}-filled.csv`), `\uFEFF${text}\r\n`);
    const workbook = office?.saveAsXlsx(join(folder, `${base}-filled.csv`), 'de-DE') ?? '';
    expect((await runProgram(folder, [...args, '--verdicts', workbook])).code).toBe(0);
    const kept = readFileSync(join(folder, base, 'resources.csv'), 'utf8');
    expect(kept).toContain(';12300;guest_posts;');
    expect(kept).toContain(';2026-11-22;');
    expect(kept).toContain(';hand');
  });

  test('with German settings the workbook has numbers, too, and 12.11 is a name', () => {
    const [headings = [], ...rows] = opened('plain/resources.xlsx', 'de-DE').get('Ranking') ?? [];
    const column = (name: string): number => headings.findIndex(({ value }) => value === name);
    const named = rows.find((cells) => cells[column('title')]?.value === '12.11');
    expect(named?.[column('title')]?.type).toBe('string');
    expect(named?.[column('share')]).toMatchObject({ type: 'percentage' });
    expect(named?.[column('subscribers')]).toMatchObject({ type: 'float', value: '120000' });
  });
});

/** What a spreadsheet takes for yes or no only in English. */
const isTruth = (heading: string): boolean => heading === 'mass_page' || heading.startsWith('fits');

const percentages = /share|^reach|^conversion_rate/;
const dates = /_date$|^last_post$|^retrieved_at$|^since$/;
const numbers =
  /^(?:rank|customers|customers_readable|subscribers|third_party_authors|relevance|expected_by_chance|lift|new_customers|line|length|limit|profiles|read|imported|hidden|not_found|needs_login|truncated|not_reached|excluded|not_asked|kept|age_days|count|family_customers|surveyed|visits|conversions|clicks|step|covered|variant|limit_with_picture|limit_paid_account)$/;

function typeOf(heading: string, text: string): string {
  if (text === '') return '';
  if (percentages.test(heading)) return 'percentage';
  if (dates.test(heading)) return 'date';
  return numbers.test(heading) ? 'float' : 'string';
}

/** Whether a cell is what the CSV says: numbers as they were rounded there, text without the sign that keeps it text. */
function same(type: string, value: string, text: string): boolean {
  if (type === 'float' || type === 'percentage') return text !== '' && Math.abs(Number(value) - Number(text)) < 0.005;
  if (type === 'boolean') return value.toLowerCase() === text;
  return value.replace(/^'/, '') === text.replace(/^'/, '');
}
