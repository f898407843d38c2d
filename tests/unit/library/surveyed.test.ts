import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { analyze, importFiles } from '../../../src/index.ts';
import type { Coverage } from '../../../src/types/report.ts';

const root = mkdtempSync(join(tmpdir(), 'surveyed-'));
let folder = root;
let number = 0;
beforeEach(() => {
  number += 1;
  folder = mkdtempSync(join(root, `${number}-`));
});
afterAll(() => rmSync(root, { recursive: true }));

type Told = [network: string, imported: number | null, surveyed: number | null];

const toldOf = (coverage: Coverage[]): Told[] =>
  coverage.map(({ network, imported, surveyed }) => [network, imported, surveyed]);

const facebook = 'https://www.facebook.com/hedgejournal';
const linkedin = 'https://www.linkedin.com/company/hedge-journal';

/** What coverage and rows say of these rows of a follows file, by network. */
async function counted(rows: string[]): Promise<{ told: Told[]; readable: Record<string, number> }> {
  const follows = join(folder, 'follows.csv');
  // Where there is a column `asked`, it says who was.
  const asked = rows.some((row) => row.split(',')[3] !== '');
  const told = rows.map((row) => (asked ? row : row.replace(/^(.*?,.*?,.*?),/, '$1')));
  writeFileSync(follows, `customer,resource,network,${asked ? 'asked,' : ''}via\n${told.join('\n')}\n`);
  const { report } = await analyze({ follows, minCustomers: 1, thirdParty: 'ignore' });
  const readable = Object.fromEntries(
    report.rows.map(({ network, customersReadable }) => [network, customersReadable]),
  );
  return { told: toldOf(report.coverage), readable };
}

test.each<[string, string[], Told[]]>([
  ['an export', [`Ada,${facebook},,,`], [['facebook', 1, 0]]],
  ['an answer', [`Ada,${facebook},,,survey`], [['facebook', 1, 1]]],
  ['an answer in another language', [`Ada,${facebook},,,Опрос`], [['facebook', 1, 1]]],
  [
    'an answer and an export of one network',
    [`Ada,${facebook},,,survey`, 'Ada,https://www.facebook.com/zoneduroses,,,'],
    [['facebook', 1, 0]],
  ],
  [
    'an answer on one network and an export of another',
    [`Ada,${facebook},,,survey`, `Ada,${linkedin},,,`],
    [
      ['facebook', 1, 1],
      ['linkedin', 1, 0],
    ],
  ],
  ['two clients, one of each', [`Ada,${facebook},,,survey`, `Bo,${facebook},,,`], [['facebook', 2, 1]]],
  [
    'who was asked and named nothing',
    [`Ada,${facebook},,,`, 'Bo,,facebook,,survey', 'Cy,,facebook,,'],
    [['facebook', 3, 1]],
  ],
  [
    'who was asked of everything and named nothing',
    [`Ada,${facebook},,,`, `Ada,${linkedin},,,`, 'Bo,,,,survey'],
    [
      ['facebook', 2, 1],
      ['linkedin', 2, 1],
    ],
  ],
])('%s', async (_, rows, told) => {
  expect((await counted(rows)).told).toEqual(told);
});

test.each<[string, string[], Record<string, number>]>([
  [
    'an export of Instagram counts on Instagram, not where an answer of somebody else lies',
    ['Ada,https://www.instagram.com/hedges/,,,', `Bo,${facebook},,,survey`],
    { instagram: 1, facebook: 1 },
  ],
  [
    'an answer counts for the networks that it names',
    [`Ada,${facebook},,,survey`, `Ada,${linkedin},,,survey`, `Bo,${facebook},,,survey`],
    { facebook: 2, linkedin: 1 },
  ],
  [
    'an empty list of one network counts there alone',
    ['Ada,https://www.instagram.com/hedges/,,,', 'Bo,,instagram,,', `Cy,${facebook},,,`],
    { instagram: 2, facebook: 1 },
  ],
  [
    'who was asked of all and named nothing counts everywhere',
    ['Ada,https://www.instagram.com/hedges/,,,', `Cy,${facebook},,,`, 'Bo,,,yes,survey'],
    { instagram: 2, facebook: 2 },
  ],
  [
    'who was asked of two networks counts on both',
    ['Ada,https://www.instagram.com/hedges/,,,', `Cy,${facebook},,,`, 'Bo,,,"facebook, instagram",survey'],
    { instagram: 2, facebook: 2 },
  ],
  [
    'who was not asked counts nowhere',
    ['Ada,https://www.instagram.com/hedges/,,,', 'Bo,,,no,survey'],
    { instagram: 1 },
  ],
])('denominators: %s', async (_, rows, readable) => {
  expect((await counted(rows)).readable).toEqual(readable);
});

/** Rows of the follows file, without its heading. */
const rowsOf = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n').slice(1);

test('what an answer said stays one when the follows file is imported into another', async () => {
  const old = join(folder, 'old.csv');
  const follows = join(folder, 'new.csv');
  writeFileSync(
    old,
    `customer,resource,network,via\nAda,${facebook},,survey\nBo,${facebook},,\nCy,,facebook,Umfrage\nDi,,,survey\n`,
  );
  await importFiles([old], { follows });
  expect(rowsOf(follows).map((row) => [row.split(',')[0], row.includes(',survey')])).toEqual([
    ['Ada', true],
    ['Bo', false],
    ['Cy', true],
    ['Di', true],
  ]);
  const { report } = await analyze({ follows, minCustomers: 1, thirdParty: 'ignore' });
  expect(toldOf(report.coverage)).toEqual([['facebook', 4, 3]]);
});

test('a second import of the same answers without the mark leaves the first one as it is', async () => {
  const follows = join(folder, 'follows.csv');
  const again = join(folder, 'again.csv');
  writeFileSync(follows, `customer,resource,title,subscribers,network,via,email\nAda,${facebook},,,,survey,\n`);
  writeFileSync(again, `customer,resource\nAda,${facebook}\nBo,${facebook}\n`);
  await importFiles([again], { follows });
  expect(rowsOf(follows)).toEqual([`Ada,${facebook},,,,survey,`, `Bo,${facebook},,,,,`]);
});

const question = 'Which pages, groups, channels, newsletters and podcasts do you read?';

const forms: [string, string[][]][] = [
  [
    'Google Forms',
    [
      ['Timestamp', 'Email Address', 'Your name', question],
      ['11/20/2026 10:00:00', 'ada@client.example', 'Ada Quince', `${facebook}, vk.com/hedges`],
      ['11/20/2026 11:00:00', 'bo@client.example', 'Bo Sedge', ''],
    ],
  ],
  [
    'Microsoft Forms',
    [
      ['ID', 'Start time', 'Completion time', 'Email', 'Name', question],
      ['1', '11/20/26 10:00:00', '11/20/26 10:04:00', 'ada@client.example', 'Ada Quince', `${facebook};vk.com/hedges;`],
      ['2', '11/20/26 11:00:00', '11/20/26 11:01:00', 'bo@client.example', 'Bo Sedge', ''],
    ],
  ],
  [
    'Typeform',
    [
      ['#', 'What is your name?', question, 'Response Type', 'Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'],
      [
        'a1',
        'Ada Quince',
        `${facebook}\nvk.com/hedges`,
        'completed',
        '2026-11-20 10:00:00',
        '2026-11-20 10:04:00',
        'n1',
      ],
      ['b2', 'Bo Sedge', '', 'completed', '2026-11-20 11:00:00', '2026-11-20 11:04:00', 'n2'],
    ],
  ],
  [
    'Yandex Forms',
    [
      ['ID', 'Время создания', 'Как вас зовут?', 'Какие страницы, группы, каналы, рассылки и подкасты вы читаете?'],
      ['1', '2026-11-20 10:00:00', 'Ada Quince', `${facebook}, vk.com/hedges`],
      ['2', '2026-11-20 11:00:00', 'Bo Sedge', ''],
    ],
  ],
  [
    'a form in German',
    [
      ['Zeitstempel', 'Ihr Name', 'Welche Seiten, Gruppen, Kanäle, Newsletter und Podcasts lesen Sie?'],
      ['20.11.2026 10:00:00', 'Ada Quince', `${facebook}; vk.com/hedges`],
      ['20.11.2026 11:00:00', 'Bo Sedge', 'keine'],
    ],
  ],
];

test.each(forms)('answers of %s in a workbook', async (_, cells) => {
  const answers = join(folder, 'answers.xlsx');
  writeFileSync(answers, await writeXlsx({ sheets: [{ name: 'Form responses 1', rows: cells }] }));
  const follows = join(folder, 'follows.csv');
  const { complete, asked, added } = await importFiles([answers], { follows, survey: true });
  expect({ complete, asked, added }).toEqual({ complete: true, asked: 1, added: 2 });
  const { report } = await analyze({ follows, minCustomers: 1, thirdParty: 'ignore' });
  expect(toldOf(report.coverage)).toEqual([
    ['facebook', 2, 2],
    ['vk', 2, 2],
  ]);
});
