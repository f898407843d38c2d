import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { candidateColumns, resourceColumns } from '../../../src/outputs/columns.ts';
import { columnLetters, toXlsx } from '../../../src/outputs/xlsx.ts';
import type { Report } from '../../../src/types/report.ts';
import { hostileNames, report, row, teaser } from './example-report.ts';
import { partOf } from './workbook.ts';

async function workbook(given: Report): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of toXlsx(given)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const sheetOf = async (given: Report, name: string) => readSheet(await workbook(given), name);

describe('resources.xlsx, read by another library', () => {
  test('has its sheets in order', async () => {
    const xml = await partOf(await workbook(report()), 'xl/workbook.xml');
    expect([...xml.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Read me',
      'Ranking',
      'Choice',
      'Candidates',
      'Evidence',
      'Coverage',
      'Reasons',
      'Problems',
      'Teasers',
    ]);
  });

  test('every sheet prints on A4, as wide as a page, with its headings on each', async () => {
    const bytes = await workbook(report());
    const names = await partOf(bytes, 'xl/workbook.xml');
    expect(names).toMatch(/_xlnm\.Print_Area[^>]*>(?:'|&apos;|&#39;)Read me(?:'|&apos;|&#39;)!\$A\$1:\$B\$\d+</);
    expect(names).toContain(`Ranking!$A$1:$L$${report().rows.length}`);
    expect(names.match(/_xlnm\.Print_Titles[^>]*>[^<]*\$1:\$1</g)).toHaveLength(8);
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const xml = await partOf(bytes, `xl/worksheets/sheet${at}.xml`);
      expect(xml).toMatch(/<pageSetUpPr[^>]*fitToPage="(?:1|true)"/);
      expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
      expect(xml).toContain(at === 1 ? 'orientation="portrait"' : 'orientation="landscape"');
      expect(xml).toContain('fitToHeight="0"');
      expect(xml).not.toMatch(/fitToWidth="(?!1")/);
    }
  });

  test('of the candidates what a person needs goes onto paper, and the rest stands behind it', async () => {
    const given = report({ rows: [row({ verdict: 'review' }), row({ verdict: 'keep' })] });
    const bytes = await workbook(given);
    const [, to = '', last] =
      /Print_Area[^>]*>Candidates!\$A\$1:\$([A-Z]+)\$(\d+)</.exec(await partOf(bytes, 'xl/workbook.xml')) ?? [];
    const [headings = []] = await readSheet(bytes, 'Candidates');
    const printed = headings.slice(0, headings.findIndex((_, at) => columnLetters(at + 1) === to) + 1);
    expect(printed).toEqual(
      'rank title network resource url customers share subscribers third_party verdict reason'.split(' '),
    );
    expect(Number(last)).toBe(3);
    expect(headings.toSorted()).toEqual(candidateColumns.map(({ name }) => name).toSorted());
  });

  test('a share of 1 in 24,631 keeps its digits, also to the eye', async () => {
    const rows = [
      row({ share: 1 / 24_631, reach: 0.3, expectedByChance: 0.00031, lift: 0.004 }),
      row({ share: 0.25, lift: 3.5 }),
    ];
    const bytes = await workbook(report({ rows }));
    const [headings = [], small = []] = await readSheet(bytes, 'Ranking');
    expect(small[headings.indexOf('share')]).toBeCloseTo(1 / 24_631, 12);
    const styles = await partOf(bytes, 'xl/styles.xml');
    for (const format of ['0.00406%', '0.000310', '0.00400'])
      expect(styles).toContain(`formatCode="${format.replaceAll(/\d/g, '0')}"`);
  });

  test('the ranking is typed: numbers, shares, dates; ids stay text', async () => {
    const given = row({
      resourceId: '12345678901234567890',
      subscribers: 2 ** 40,
      massPage: true,
      lastPost: '2026-11-20',
    });
    const [headings = [], cells = []] = await sheetOf(report({ rows: [given] }), 'Ranking');
    expect(headings).toEqual(resourceColumns.map(({ name }) => name));
    const read = Object.fromEntries(headings.map((heading, at) => [String(heading), cells[at]]));
    expect(read).toMatchObject({
      rank: 1,
      network: 'bluesky',
      resource_id: '12345678901234567890',
      customers: 3,
      share: 0.3,
      share_low: 0.1078,
      subscribers: 2 ** 40,
      third_party_share: 0.125,
      evidence_date: new Date('2026-11-02T08:30:00.000Z'),
      expected_by_chance: 0.00031,
      mass_page: 'true',
      last_post: new Date('2026-11-20'),
      contact: null,
    });
  });

  test('every hostile name comes back as the text it was, without its control characters', async () => {
    const rows = hostileNames.map((title) => row({ resource: title, note: title }));
    const [, ...lines] = await sheetOf(report({ rows }), 'Ranking');
    const clean = hostileNames.map((name) => name.replaceAll(/(?![\t\n])\p{Cc}/gu, ''));
    const shown = lines.map((cells) => String(cells[3] ?? '').replaceAll('\r', ''));
    expect(shown.map((text) => text.trim())).toEqual(clean.map((text) => text.trim()));
  });

  test('half a character and a text longer than a cell may be do not break it', async () => {
    const rows = [row({ resource: 'half \uD83D here' }), row({ resource: 'x'.repeat(40_000) })];
    const [, half = [], long = []] = await sheetOf(report({ rows }), 'Ranking');
    expect(half[3]).toBe('half  here');
    expect(String(long[3])).toHaveLength(32_767);
  });

  test('an empty report opens, too', async () => {
    const empty = report({ rows: [], teasers: [], problems: [], coverage: [] });
    expect(await sheetOf(empty, 'Ranking')).toEqual([resourceColumns.map(({ name }) => name)]);
    expect((await sheetOf(empty, 'Read me'))[1]).toEqual(['Date', '2026-11-22']);
  });

  test('the heading is frozen, rows can be filtered, shares are percentages, addresses are links', async () => {
    const bytes = await workbook(report({ rows: [row()], teasers: [teaser()] }));
    const xml = await partOf(bytes, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain(`<autoFilter ref="A1:${columnLetters(resourceColumns.length)}2"`);
    expect(xml.match(/<hyperlink /g)).toHaveLength(2);
    expect(await partOf(bytes, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain(
      'https://bsky.app/profile/garden-weekly.example',
    );
    expect(await partOf(bytes, 'xl/styles.xml')).toContain('0.0%');
    expect(xml).not.toContain('<f>');
  });

  test('only web addresses become links', async () => {
    const rows = [row({ url: 'javascript:alert(1)' }), row({ url: 'file:///etc/passwd' }), row({ url: '' })];
    const rels = await partOf(await workbook(report({ rows, teasers: [] })), 'xl/worksheets/_rels/sheet2.xml.rels');
    expect(rels).not.toMatch(/javascript|file:/);
  });

  test('the same report gives the same bytes', async () => {
    expect((await workbook(report())).equals(await workbook(report()))).toBe(true);
  });
});

test('columns are named as spreadsheets do', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
