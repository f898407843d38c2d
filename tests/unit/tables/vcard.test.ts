import { afterAll, expect, test } from 'vitest';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';
import { openTable } from '../../../src/tables/read-table.ts';
import { cardHeadings } from '../../../src/tables/vcard.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'cards-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The filled cells of each card. */
async function cards(text: string) {
  const table = await openTable({ name: 'contacts.vcf', bytes: Buffer.from(text) });
  const rows = [];
  for await (const some of table.rows()) rows.push(...some);
  return rows.map(({ line, cells }) => ({
    line,
    ...Object.fromEntries(cells.flatMap((cell, at) => (cell === '' ? [] : [[cardHeadings[at], cell]]))),
  }));
}

const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

test('a card of a phone, with folded lines, groups and a photo', async () => {
  const text = card(
    'VERSION:3.0',
    'N:Reed;Ida;Joy;;',
    'FN:Ida Joy R',
    ' eed',
    'ORG:Moss\\, Fern & Co;Gardens',
    'item1.EMAIL;type=INTERNET:ida@moss.example',
    'EMAIL;TYPE=HOME:ida@home.example',
    'item2.URL;type=pref:https://www.facebook.com/ida.reed',
    'item2.X-ABLabel:_$!<HomePage>!$_',
    `PHOTO;ENCODING=b;TYPE=JPEG:${'QUJD'.repeat(5000)}`,
    ' QUJD',
  );
  expect(await cards(text + card('VERSION:4.0', 'FN:Otto Fern'))).toEqual([
    {
      line: 1,
      'Full name': 'Ida Joy Reed',
      'First name': 'Ida',
      'Middle name': 'Joy',
      'Last name': 'Reed',
      Email: 'ida@moss.example ida@home.example',
      Company: 'Moss, Fern & Co',
      Website: 'https://www.facebook.com/ida.reed',
    },
    { line: 14, 'Full name': 'Otto Fern' },
  ]);
});

test.each([
  ['X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ida', { Profile: 'https://www.linkedin.com/in/ida' }],
  ['X-SOCIALPROFILE;type=twitter;x-user=ida_r:x-apple:ida_r', { Twitter: 'ida_r' }],
  ['SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://meadow.example/@ida', { Profile: 'https://meadow.example/@ida' }],
  ['SOCIALPROFILE;SERVICE-TYPE=Instagram;USERNAME="ida.reed":x-apple:', { Instagram: 'ida.reed' }],
  ['X-TWITTER:ida_r', { Twitter: 'ida_r' }],
  ['X-SOCIALPROFILE;type=elsewhere:x-apple:ida', {}],
])('%s', async (line, found) => {
  expect(await cards(card('FN:Ida', line))).toEqual([{ line: 1, 'Full name': 'Ida', ...found }]);
});

test('an old card in quoted-printable', async () => {
  const text = card(
    'VERSION:2.1',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=A0=D0=B8=D0=B4;=D0=98=D0=B4=',
    '=D0=B0;;;',
    'FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E4=E0',
  );
  expect(await cards(text)).toEqual([{ line: 1, 'Full name': 'Ида', 'First name': 'Ида', 'Last name': 'Рид' }]);
});

test('a line without an end, and cards without anybody', async () => {
  const text = `${card('VERSION:3.0')}BEGIN:VCARD\nFN:Ida\nNOTE:${'x'.repeat(3_000_000)}`;
  expect(await cards(`${text}\nEND:VCARD`)).toEqual([{ line: 4, 'Full name': 'Ida' }]);
  expect(await cards(text)).toEqual([]);
});

test('a client list', async () => {
  const path = join(folder, 'contacts.vcf');
  writeFileSync(
    path,
    card('FN:Ida Reed', 'URL:https://www.facebook.com/ida.reed', 'URL:https://moss.example') +
      card('FN:Otto Fern', 'ORG:Moss', 'X-SOCIALPROFILE;type=twitter:x-apple:ottofern') +
      card('FN:Ruth Sedge', 'ORG:Moss'),
  );
  const { customers, problems, tables } = await readInput(
    { customers: path, follows: [], verdicts: null, columns: new Map() },
    networks,
  );
  expect(
    customers.map(({ key, profiles }) => [key, profiles.map(({ network, name }) => `${network}:${name}`)]),
  ).toEqual([
    ['ida reed', ['facebook:idareed']],
    ['otto fern', ['x:ottofern']],
    ['ruth sedge', []],
  ]);
  expect(problems.map(({ line, problem }) => [line, problem])).toEqual([[11, 'the row has no profile']]);
  expect(tables).toMatchObject([{ encoding: 'utf-8', delimiter: null, sheet: null, headingLine: 1 }]);
});
