import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { encode } from '../../../src/imports/encode.ts';
import { type FollowRow, addFollows, openFollowsFile } from '../../../src/imports/follows-file.ts';
import { toldKey } from '../../../src/imports/told-follows.ts';
import { identifyResource, unresolved } from '../../../src/inputs/identify.ts';
import { readInput } from '../../../src/inputs/read-input.ts';
import { networks } from '../../../src/networks/index.ts';
import type { ImportedFollow, ResourceName } from '../../../src/types/input.ts';
import { zip } from '../../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-follows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reader = { version: '1.0.0', networks };
let files = 0;
function existing(content: string | Buffer): string {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

function at(address: string): ResourceName {
  const found = identifyResource(address, networks);
  if (!found || 'reason' in found) throw new Error(`no resource: ${address}`);
  return found;
}

const row = (
  customer: string,
  resource: ResourceName,
  title: string | null = null,
  subscribers: number | null = null,
): FollowRow => ({
  customer,
  email: null,
  via: null,
  resource,
  title,
  subscribers,
});

const garden = row('Anna', at('https://t.me/garden'), 'Garden', 12_500);
const roses = row('Bob', at('https://t.me/roses'));
const named = row('Bob', unresolved('facebook', 'Garden Weekly'));

async function add(path: string, rows: FollowRow[]): Promise<void> {
  const file = await openFollowsFile(path, reader);
  await addFollows(file, rows, [], reader);
}

async function readBack(path: string): Promise<ImportedFollow[]> {
  const { follows, problems } = await readInput(
    { customers: null, follows: [path], verdicts: null, columns: new Map() },
    networks,
  );
  expect(problems).toEqual([]);
  return follows;
}

test('a new file is for its owner alone, in a folder that need not be there', async () => {
  const path = join(folder, 'input', 'follows.csv');
  await add(path, [garden, named]);
  expect(readFileSync(path, 'utf8')).toBe(
    'customer,resource,title,subscribers,network,via,email\nAnna,https://t.me/garden,Garden,12500,,,\nBob,Garden Weekly,,,facebook,,\n',
  );
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'input'))).toEqual(['follows.csv']);
});

test('what is read again is what was written, also where a spreadsheet would see a formula', async () => {
  const path = join(folder, 'round.csv');
  const texts = [
    '=SUM(A1:A9)',
    '+1 for gardens',
    '-20 % on roses',
    '@home',
    '"Quoted" and, with; signs | and\ttabs',
    "'apostrophe'",
    'Ещё один сад 🌹',
    'Garden.example',
    '12 months',
    '\\',
    'a\u00a0b',
  ];
  const rows = texts.flatMap((text, index) => [
    row(`=customer ${index}`, unresolved('facebook', text)),
    row(`=customer ${index}`, at(`https://t.me/garden_${index}`), text.replaceAll(/\s+/g, ' '), index),
  ]);
  await add(path, rows);
  expect(await readBack(path)).toEqual(
    rows.map(({ customer, resource, title, subscribers }) => ({ customer, resource, title, subscribers })),
  );
});

describe('an existing file keeps every byte', () => {
  test.each([
    [
      'own columns, semicolons, CRLF, a byte order mark, no last newline',
      '\uFEFFNote;Ресурс;Клиент\r\n"my; note";https://t.me/older;Zoe',
      '\r\n;https://t.me/garden;Anna\r\n;https://t.me/roses;Bob\r\n',
    ],
    [
      'tabs and Mac line ends',
      'customer\tresource\rZoe\thttps://t.me/older\r',
      'Anna\thttps://t.me/garden\rBob\thttps://t.me/roses\r',
    ],
    [
      'numbers and titles in an order of their own',
      'subscribers,title,e-mail,page\n1,Old,zoe@mail.example,https://t.me/older\n',
      '12500,Garden,Anna,https://t.me/garden\n,,Bob,https://t.me/roses\n',
    ],
    ['only a heading', 'customer,resource\n', 'Anna,https://t.me/garden\nBob,https://t.me/roses\n'],
  ])('%s', async (_, before, after) => {
    const path = existing(before);
    const count = before.includes('older') ? 1 : 0;
    await add(path, [garden, roses]);
    expect(readFileSync(path, 'utf8')).toBe(before + after);
    expect(await readBack(path)).toHaveLength(count + 2);
  });

  test('rights of the file, and a link that leads to it', async () => {
    const path = existing('customer,resource\n');
    chmodSync(path, 0o640);
    const link = join(folder, 'link.csv');
    symlinkSync(path, link);
    await add(link, [garden]);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readFileSync(path, 'utf8')).toContain('garden');
    expect(readFileSync(link, 'utf8')).toBe(readFileSync(path, 'utf8'));
  });

  test('a file of blanks becomes one with a heading', async () => {
    const path = existing('\n \n');
    await add(path, [garden]);
    expect(readFileSync(path, 'utf8')).toMatch(/^customer,resource/);
  });
});

test('what is there already is known, however it is spelled', async () => {
  const path = existing('customer,resource,network\n  ANNA ,t.me/Garden,\nbob,garden  weekly,Facebook\n');
  const { told } = await openFollowsFile(path, reader);
  expect(told.follows).toBe(2);
  expect(told.keys.has(toldKey.follow('Anna', at('https://t.me/garden')))).toBe(true);
  expect(told.keys.has(toldKey.follow('Bob', unresolved('facebook', 'Garden Weekly')))).toBe(true);
  expect(told.keys.has(toldKey.follow('Bob', at('https://t.me/garden')))).toBe(false);
});

const notesOn = (path: string): string => path.replace(/csv$/, 'imported.keys');

describe('a large file is read once', () => {
  const title = 'The garden behind the house '.repeat(20);
  const many = Array.from(
    { length: 500 },
    (_, each) => `client ${each % 30},https://t.me/garden_of_${each},,${title}\n`,
  );

  async function large(heading = 'customer,resource,network,title\n', last = ''): Promise<string> {
    const path = existing(heading + many.join('') + last);
    await add(path, [garden]);
    return path;
  }

  test('what is added later is told of like the rest, and the bytes are the same', async () => {
    const path = await large();
    const bytes = readFileSync(path, 'utf8');
    expect(bytes).toBe(`customer,resource,network,title\n${many.join('')}Anna,https://t.me/garden,,Garden\n`);
    expect(statSync(notesOn(path)).mode & 0o777).toBe(0o600);
    const file = await openFollowsFile(path, reader);
    expect(file.isNoted).toBe(true);
    await addFollows(file, [roses, named], [], reader);
    expect(readFileSync(path, 'utf8')).toBe(`${bytes}Bob,https://t.me/roses,,\nBob,Garden Weekly,facebook,\n`);
    const noted = await openFollowsFile(path, reader);
    rmSync(notesOn(path));
    const read = await openFollowsFile(path, reader);
    expect([noted.isNoted, read.isNoted]).toEqual([true, false]);
    expect(noted.told.follows).toBe(read.told.follows);
    expect(noted.told.keys.includes(read.told.keys) && read.told.keys.includes(noted.told.keys)).toBe(true);
  });

  test.each<[string, (path: string) => void]>([
    ['a row that somebody adds', (path) => writeFileSync(path, `Zoe,https://t.me/older,,\n`, { flag: 'a' })],
    ['notes that are gone', (path) => rmSync(notesOn(path))],
    ['notes that are cut off', (path) => writeFileSync(notesOn(path), readFileSync(notesOn(path)).subarray(0, 5000))],
    [
      'a bit of the notes that changes',
      (path) =>
        writeFileSync(
          notesOn(path),
          readFileSync(notesOn(path)).map((byte, place) => (place === 999 ? byte ^ 1 : byte)),
        ),
    ],
  ])('%s: it is read again', async (_, change) => {
    const path = await large();
    change(path);
    const file = await openFollowsFile(path, reader);
    expect(file.isNoted).toBe(false);
    await addFollows(file, [roses], [], reader);
    expect((await openFollowsFile(path, reader)).isNoted).toBe(true);
  });

  test('another version of the program, or one that knows more networks, reads it again', async () => {
    const path = await large();
    expect((await openFollowsFile(path, { ...reader, version: '1.0.1' })).isNoted).toBe(false);
    expect((await openFollowsFile(path, { ...reader, networks: networks.slice(1) })).isNoted).toBe(false);
  });

  test('where one row can decide whose another one is, all are read every time', async () => {
    const path = await large('name,resource,network,title\n');
    expect(existsSync(notesOn(path))).toBe(false);
  });

  test('a quote that nobody closes is refused, and nothing is noted', async () => {
    await expect(large(undefined, '"client 1,https://t.me/older')).rejects.toMatchObject({ code: expect.any(String) });
  });
});

describe('a file that cannot take what was read stays as it is', () => {
  test.each<[string, () => Promise<string | Buffer>, FollowRow[], RegExp, string]>([
    [
      'no column for the network of a bare name',
      () => Promise.resolve('customer,resource\nZoe,https://t.me/older\n'),
      [garden, named],
      /Garden Weekly.*add the heading "network"/s,
      'follows_file',
    ],
    ['a spreadsheet', () => zip({ 'xl/workbook.xml': '' }), [garden], /save the sheet as CSV/, 'follows_file'],
    [
      'no column of customers',
      () => Promise.resolve('resource,title\nhttps://t.me/older,Older\n'),
      [garden],
      /customer/,
      'column_missing',
    ],
  ])('%s', async (_, make, rows, says, code) => {
    const content = await make();
    const path = existing(content);
    await expect(add(path, rows)).rejects.toMatchObject({ code, message: expect.stringMatching(says) as string });
    expect(readFileSync(path)).toEqual(Buffer.from(content));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('changed while files were read', async () => {
    const path = existing('customer,resource\n');
    const file = await openFollowsFile(path, reader);
    writeFileSync(path, 'customer,resource\nZoe,https://t.me/newer\n');
    await expect(addFollows(file, [garden], [], reader)).rejects.toMatchObject({ code: 'follows_file' });
    expect(readFileSync(path, 'utf8')).toBe('customer,resource\nZoe,https://t.me/newer\n');
  });

  test('a folder in its place', async () => {
    await expect(openFollowsFile(folder, reader)).rejects.toMatchObject({ code: 'file_unreadable' });
  });
});

describe('bytes of an encoding', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-r', 'windows-1253'])('%s', (encoding) => {
    const text = encoding === 'windows-1253' ? 'Κήπος, 5\r\n' : 'Сад и Ёлка, 5\r\n';
    const bytes = encode(text, encoding);
    expect(bytes).toBeInstanceOf(Buffer);
    expect(new TextDecoder(encoding, { fatal: true }).decode(bytes as Buffer)).toBe(text);
  });

  test('a character that the encoding does not have is named', () => {
    expect(encode('Κήπος', 'windows-1251')).toEqual({ missing: 'Κ' });
  });
});
