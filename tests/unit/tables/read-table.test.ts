import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readInput } from '../../../src/inputs/read-input.ts';
import { readTable } from '../../../src/tables/read-table.ts';
import { networks } from '../../../src/networks/index.ts';
import { encode } from '../../helpers/encode.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function write(content: string | Uint8Array): string {
  const path = join(folder, `${++written}.csv`);
  writeFileSync(path, content);
  return path;
}

async function read(
  content: string | Uint8Array,
  options: { delimiter?: string; encoding?: string; columns?: [string, string][] } = {},
) {
  const { columns, ...said } = options;
  const files = { customers: write(content), follows: [], verdicts: null, columns: new Map(columns), ...said };
  const { customers, problems, tables } = await readInput(files, networks);
  return {
    customers: Object.fromEntries(customers.map(({ key, profiles }) => [key, profiles.map(({ name }) => name)])),
    problems: problems.map(({ line, value, problem }) => [line, value, problem]),
    table: tables[0],
  };
}

async function refusal(content: string | Uint8Array, options: Parameters<typeof read>[1] = {}) {
  try {
    await read(content, options);
  } catch (error) {
    if (error instanceof UserError)
      return { code: error.code, where: error.where.replace(/^.*\//, ''), message: error.typed.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

const table = [
  ['Клиент', 'Профиль', 'Заметка'],
  ['Иван Ясенев', 'https://bsky.app/profile/ivan.test', 'сказал: "да"; перезвонить, потом'],
  ['Мария Берёзкина', 'https://bsky.app/profile/maria.test', 'две\nстроки'],
  ['Пётр', 'https://bsky.app/profile/peter.test', ''],
];
const german = [
  ['Kunde', 'Profil', 'Bemerkung'],
  ['Jürgen Groß', 'https://bsky.app/profile/ivan.test', 'sagte: "ja"; später, nochmals'],
  ['Käthe Müller', 'https://bsky.app/profile/maria.test', 'zwei\nZeilen'],
  ['Göran', 'https://bsky.app/profile/peter.test', ''],
];

describe('the same table is the same input', () => {
  const encodings = ['utf-8', 'utf-8 with BOM', 'utf-16le', 'utf-16le with BOM', 'utf-16be', 'utf-16be with BOM'];
  test.each([
    ...encodings.map((encoding) => [encoding, table] as const),
    ['windows-1251', table] as const,
    ['koi8-r', table] as const,
    ['ibm866', table] as const,
    ['windows-1252', german] as const,
  ])('in %s, with every delimiter and line end', async (encoding, rows) => {
    const [name = '', mark] = encoding.split(' with ');
    for (const delimiter of [',', ';', '\t', '|']) {
      for (const newline of ['\n', '\r\n', '\r']) {
        for (const quotes of [false, true]) {
          const cells = rows.map((row) => row.map((cell) => cell.replaceAll('\n', newline)));
          const text = `${mark ? '\uFEFF' : ''}${Papa.unparse(cells, { delimiter, newline, quotes })}`;
          const input = await read(encode(text, name));
          expect(input.customers).toEqual({
            [rows[1]?.[0]?.toLowerCase() ?? '']: ['ivan.test'],
            [rows[2]?.[0]?.toLowerCase() ?? '']: ['maria.test'],
            [rows[3]?.[0]?.toLowerCase() ?? '']: ['peter.test'],
          });
          expect(input.problems).toEqual([]);
          expect(input.table).toMatchObject({ encoding: name, delimiter, headingLine: 1, sheet: null });
        }
      }
    }
  });
});

const ann = { ann: ['ann.test'] };
const annsProfile = 'https://bsky.app/profile/ann.test';

test.each([
  ['one line', `Report of 12.03.2026\nname,profile\nAnn,${annsProfile}\n`, 2],
  ['blank lines and a title', `\n\nClients, all of them\n\nname;profile;note\nAnn;${annsProfile};x\n`, 5],
  [
    'pairs with an address',
    `"Exported from";https://crm.example/list\nRows;1\n\nname;profile\nAnn;${annsProfile}\n`,
    4,
  ],
  ['title lines as wide as the table', `Report,,\n12.03.2026,,\nname,profile,town\nAnn,${annsProfile},Ash\n`, 3],
])('a heading below %s', async (_, content, line) => {
  const input = await read(content);
  expect(input).toMatchObject({ customers: ann, problems: [], table: { headingLine: line } });
});

test('no heading: names, e-mail addresses and profiles are told by what stands in them', async () => {
  const content = `2026-01-05,Ann,ann@mail.example,${annsProfile}\n2026-01-06,Bob,bob@mail.example,https://bob.example/\n2026-01-07,Cat,cat@mail.example,https://bsky.app/profile/cat.test`;
  const { customers, table: told, problems } = await read(content);
  expect(customers).toEqual({
    ann: ['ann.test'],
    bob: [],
    cat: ['cat.test'],
  });
  expect(problems).toEqual([[2, 'https://bob.example/', expect.any(String)]]);
  expect(told).toMatchObject({
    headingLine: null,
    columns: [
      { heading: 'column 1', role: null, by: null },
      { heading: 'column 2', role: 'name', by: 'content' },
      { heading: 'column 3', role: 'email', by: 'content' },
      { heading: 'column 4', role: 'profile', by: 'content' },
    ],
  });
});

test('no heading: --column names columns by their place', async () => {
  const input = await read(`Ann,${annsProfile},@other.test\n`, { columns: [['column 3', 'ignore']] });
  expect(input.customers).toEqual(ann);
  const handles = await read(`Ann,https://ann.example,@ann.test\n`, { columns: [['Column 3', 'bluesky']] });
  expect(handles.customers).toEqual(ann);
});

test('one column of addresses and nothing else', async () => {
  const { customers } = await read(`${annsProfile}\nhttps://bsky.app/profile/bob.test\n`);
  expect(customers).toEqual({ 'bluesky:ann.test': ['ann.test'], 'bluesky:bob.test': ['bob.test'] });
});

test('follows and verdicts without a heading', async () => {
  const files = {
    customers: null,
    follows: [write('Ann,https://letter.example\nBob,https://letter.example\n')],
    verdicts: write('https://letter.example;keep\nhttps://other.example;drop\n'),
    columns: new Map<string, string>(),
  };
  const { follows, decisions } = await readInput(files, networks);
  expect(follows.map(({ customer, resource }) => [customer, resource.id])).toEqual([
    ['ann', 'letter.example'],
    ['bob', 'letter.example'],
  ]);
  expect(decisions.map(({ resource, verdict }) => [resource.id, verdict])).toEqual([
    ['letter.example', 'keep'],
    ['other.example', 'drop'],
  ]);
});

describe('the delimiter', () => {
  test.each([
    ['Excel says it', `sep=|\r\nname|profile\r\nAnn|${annsProfile}\r\n`, '|'],
    ['commas in every cell', `name;profile;note\nAnn;${annsProfile};a, b\nBob;;c, d\n`, ';'],
    ['decimal commas', `name;profile;sum\nAnn;${annsProfile};1,5\nBob;;2,5\nCat;;3,5\n`, ';'],
    ['several profiles in a cell', `name;profile\nAnn;${annsProfile}, ${annsProfile}\n`, ';'],
    ['surname, first name', `profile;name\n${annsProfile};"Ann"\n;Ash, Bob\n;Elm, Cat\n`, ';'],
    ['other signs within quotes', `"na;me";"profile"\n"a,b,c,d";"${annsProfile}"\n`, ';'],
    ['a title with commas', `Clients, old, new, and others\nname\tprofile\nAnn\t${annsProfile}\n`, '\t'],
    ['short rows', `name|profile|town|note\nAnn|${annsProfile}\nBob\nCat||Ash\n`, '|'],
  ])('%s', async (_, content, delimiter) => {
    const { table: told, customers } = await read(content);
    expect(told?.delimiter).toBe(delimiter);
    expect(Object.values(customers).flat()).toContain('ann.test');
  });

  test('two that part the rows equally well are asked about', async () => {
    const content = 'wer;wo,was\na;b,c\nd;e,f\n';
    const error = await refusal(content);
    expect(error).toMatchObject({ code: 'delimiter' });
    expect(error.message).toContain('";" gives "a" | "b,c"');
    expect(error.message).toContain('--delimiter ";"');
    const { table: told } = await read(content, { delimiter: ';', columns: [['wo,was', 'profile']] });
    expect(told?.delimiter).toBe(';');
  });

  test('what is said goes before what seems, but a file that does not have the sign is read by its own', async () => {
    const content = `name,profile,note\nAnn,${annsProfile},a/b\n`;
    expect((await read(content, { delimiter: 'semicolon' })).customers).toEqual(ann);
    expect((await read(`name/profile\nAnn/@ann.bsky.social\n`, { delimiter: '/' })).customers).toEqual({
      ann: ['ann.bsky.social'],
    });
    expect((await read(`name\tprofile\nAnn\t${annsProfile}\n`, { delimiter: 'tab' })).customers).toEqual(ann);
    expect(await refusal(content, { delimiter: 'oops' })).toMatchObject({ code: 'setting', where: 'delimiter' });
  });
});

test('a row with more cells than headings is told and not read; a shorter one is read', async () => {
  const { customers, problems } = await read(
    `company,profile,note\nAcme, Inc,${annsProfile},x\nAnn,${annsProfile},,,\nBob,@bob.bsky.social\n`,
  );
  expect(customers).toEqual({ ...ann, bob: ['bob.bsky.social'] });
  expect(problems).toEqual([[2, `Acme Inc ${annsProfile} x`, expect.stringContaining('4 cells')]]);
});

test.each([
  ['a NUL', `name,profile\nAnn,x\nBob,\0\n`, 'broken_csv', ':3'],
  ['a quote that never ends', `name,profile\nAnn,x\n"Bob,y\nCat,z\n`, 'broken_csv', ':3'],
  ['a quote that another row closes', `name,profile\nAnn,"x\nBob,"y"\n`, 'broken_csv', ':2'],
  ['old Excel', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'not_a_table', ''],
  ['a PDF', '%PDF-1.7', 'not_a_table', ''],
  ['a web page named like a table', '<html><table><tr><td>name</td></tr></table></html>', 'not_a_table', ''],
  ['gzip', Buffer.from('1f8b0800', 'hex'), 'not_a_table', ''],
  ['no column of profiles', `name,phone\nAnn,1\n`, 'column_missing', ':1'],
  ['no column of profiles below a title', `Report\nname,phone\nAnn,1\n`, 'column_missing', ':2'],
])('%s is refused', async (_, content, code, end) => {
  const error = await refusal(content);
  expect(error.code).toBe(code);
  expect(error.where).toMatch(new RegExp(`\\.csv${end}$`));
});

test('profiles under a heading that says nothing are asked about', async () => {
  const { message } = await refusal(`name,Wo\nAnn,${annsProfile}\n`);
  expect(message).toContain(`although "${annsProfile}" is a profile: --column "Wo=profile"`);
});

test('the column to name is found further down, too', async () => {
  const { message } = await refusal(`Nr;name;Anschluss\n1;Ben;\n2;Ann;${annsProfile}\n`);
  expect(message).toContain('--column "Anschluss=profile"');
});

test('an empty file, and one with a heading alone, have no rows', async () => {
  for (const content of ['', '\n\n', '\uFEFF', 'name,profile', 'name,profile\r\n\r\n']) {
    expect((await read(content)).customers).toEqual({});
  }
});

test('readTable gives the rows with their lines, the heading first', async () => {
  const rows: [number, string[]][] = [];
  for await (const { line, cells } of readTable(write('a;b\n\n"c\nd";e\n\nf;g'))) rows.push([line, cells]);
  expect(rows).toEqual([
    [1, ['a', 'b']],
    [3, ['c\nd', 'e']],
    [6, ['f', 'g']],
  ]);
});

const name = (at: number): string => `Клиент ${at} "А", и К°`;

test('rows on both sides of where the file is cut into pieces', async () => {
  const count = 2000;
  const rows = Array.from({ length: count }, (_, at) => [
    name(at),
    `https://bsky.app/profile/c${at}.test`,
    `две\r\nстроки${', длинная заметка'.repeat(20)}`,
  ]);
  const text = Papa.unparse([['клиент', 'профиль', 'заметка'], ...rows], { newline: '\r\n' });
  for (const encoding of ['utf-8', 'windows-1251', 'utf-16le']) {
    const { customers, problems } = await read(encode(text, encoding));
    expect(problems).toEqual([]);
    expect(Object.keys(customers)).toHaveLength(count);
    expect(
      customers[
        name(count - 1)
          .toLowerCase()
          .normalize('NFKC')
      ],
    ).toEqual([`c${count - 1}.test`]);
  }
});
