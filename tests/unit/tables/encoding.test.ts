import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { createEncodingSurvey, decode } from '../../../src/tables/encoding.ts';
import { encodingOf, decodedText } from '../../../src/tables/text-file.ts';
import { encode } from '../../helpers/encode.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-encoding-'));
afterAll(() => rmSync(folder, { recursive: true }));

const refusal = (run: () => unknown): { code: string; where: string; message: string } => {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, where: error.where, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
};

// Written down from the code pages themselves, not by the decoder under test.
test.each([
  ['windows-1251', 'Привет, мир: №5', 'cff0e8e2e5f22c20ece8f03a20b935'],
  ['koi8-r', 'Привет, мир', 'f0d2c9d7c5d42c20cdc9d2'],
  ['ibm866', 'Привет, мир', '8fe0a8a2a5e22c20aca8e0'],
  ['windows-1252', 'Jürgen Groß – 5 €', '4afc7267656e2047726fdf209620352080'],
  ['windows-1253', 'Γιώργος Παππάς', 'c3e9fef1e3eff220d0e1f0f0dcf2'],
  ['windows-1252', 'L’Oréal, “Cœur de Forêt”', '4c924f72e9616c2c2093439c757220646520466f72ea7494'],
  ['utf-16le', 'a,é', '61002c00e900'],
  ['utf-16be', 'a,é', '0061002c00e9'],
  ['utf-8', 'é,Ж', 'c3a92cd096'],
])('known bytes of %s', (encoding, text, hex) => {
  expect(decode(Buffer.from(hex, 'hex'))).toEqual({ text, encoding });
});

const lists = {
  Russian: 'клиент;профиль\nИван Петров;https://vk.example/1\nООО «Ромашка»;https://vk.example/2\nМАРИЯ СИДОРОВА;x',
  'Russian, one name': 'customer,profile\nСергей,https://a.example/',
  Ukrainian: 'клієнт;посилання\nЄвген Шевченко;https://a.example/\nНаталія Їжак;https://b.example/\nОлексій;x',
  German: 'Kunde;Profil\nJürgen Groß;https://a.example/\nBäckerei Müller & Söhne;https://b.example/',
  'German, one name': 'customer,profile\nJürgen,https://a.example/\nPaul,https://b.example/',
  French: 'client;profil\nFrançois Lefèvre;https://a.example/\nHélène Dupré;https://b.example/\nL’Atelier;x',
  Spanish: 'cliente,perfil\nJosé Muñoz,https://a.example/\nCompañía de Diseño,https://b.example/',
  Greek: 'πελάτης;προφίλ\nΓιώργος Παπαδόπουλος;https://a.example/\nΜΑΡΙΑ;https://b.example/',
  Polish: 'klient;profil\nMałgorzata Dąbrowska;https://a.example/\nŁukasz Wójcik;https://b.example/',
};

const saved: [keyof typeof lists, string][] = [
  ['Russian', 'windows-1251'],
  ['Russian, one name', 'windows-1251'],
  ['Russian, one name', 'koi8-r'],
  ['Russian, one name', 'ibm866'],
  ['Ukrainian', 'windows-1251'],
  ['Ukrainian', 'koi8-u'],
  ['German', 'windows-1252'],
  ['German, one name', 'windows-1252'],
  ['French', 'windows-1252'],
  ['Spanish', 'windows-1252'],
  ['Greek', 'windows-1253'],
  ['Polish', 'windows-1250'],
];

describe('a short list', () => {
  test.each(saved)('%s in %s', (list, encoding) => {
    expect(decode(encode(lists[list], encoding))).toEqual({ text: lists[list], encoding });
  });

  test.each(Object.entries(lists))('%s in UTF-8 and UTF-16, with and without a mark', (_, text) => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      expect(decode(encode(text, encoding))).toEqual({ text, encoding });
      expect(decode(encode(`\uFEFF${text}`, encoding))).toEqual({ text, encoding });
    }
  });

  test('of an old Macintosh, which ended lines with CR alone', () => {
    const text = lists.Russian.replace('«Ромашка»', 'Ромашка').replaceAll('\n', '\r');
    expect(decode(encode(text, 'x-mac-cyrillic'))).toEqual({ text, encoding: 'x-mac-cyrillic' });
  });
});

/** Names of countries and languages, which ICU has in every language: texts that nobody chose for this test. */
function namesIn(language: string): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  return letters
    .flatMap((a) => letters.flatMap((b) => [regions.of(a + b), languages.of((a + b).toLowerCase())]))
    .filter((name) => name !== undefined)
    .filter((name) => /[^\p{ASCII}]/u.test(name));
}

describe('names from ICU, five at a time', () => {
  test.each([
    ['ru', 'windows-1251'],
    ['ru', 'koi8-r'],
    ['ru', 'ibm866'],
    ['uk', 'windows-1251'],
    ['bg', 'windows-1251'],
    ['de', 'windows-1252'],
    ['fr', 'windows-1252'],
    ['es', 'windows-1252'],
    ['pt', 'windows-1252'],
    ['sv', 'windows-1252'],
    ['el', 'windows-1253'],
    ['pl', 'windows-1250'],
  ])('%s in %s are never read wrongly, and seldom asked about', (language, encoding) => {
    const names = namesIn(language);
    let asked = 0;
    let all = 0;
    for (let at = 0; at + 5 <= names.length; at += 5) {
      const text = `customer,profile\n${names.slice(at, at + 5).join(',https://a.example/\n')}\n`;
      let bytes: Buffer;
      try {
        bytes = encode(text, encoding);
      } catch {
        continue;
      }
      all++;
      try {
        expect(decode(bytes).text).toBe(text);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        asked++;
      }
    }
    expect(all).toBeGreaterThan(4);
    expect(asked / all).toBeLessThan(0.15);
  });
});

test('the last name decides where half a megabyte before it is ASCII, whatever the pieces', async () => {
  const text = `customer,profile\n${'Ann,https://a.example/profile\n'.repeat(18_000)}Сергей Кузнецов,https://b.example/\n`;
  const bytes = encode(text, 'windows-1251');
  expect(decode(bytes)).toEqual({ text, encoding: 'windows-1251' });
  const path = join(folder, 'late.csv');
  writeFileSync(path, bytes);
  const encoded = await encodingOf(path, null);
  let read = '';
  for await (const piece of decodedText(path, encoded)) read += piece;
  expect(read).toBe(text);
});

test.each(['utf-8', 'windows-1251', 'utf-16le', 'utf-16be', 'koi8-r'])('%s byte by byte is the same', (encoding) => {
  const bytes = encode(lists.Russian.replaceAll(/[«»]/g, ''), encoding);
  const survey = createEncodingSurvey();
  for (const byte of bytes) survey.add(Uint8Array.of(byte));
  expect(survey.conclude(null)).toEqual({ encoding, mark: 0 });
});

test('a file that could be two things is asked about, with its first line beyond ASCII in both', () => {
  const { code, where, message } = refusal(() =>
    decode(Buffer.from('name,profile\nx,y\n\xb9 5,z\n', 'latin1'), null, 'a.csv'),
  );
  expect([code, where]).toEqual(['encoding', 'a.csv:3']);
  expect(message).toContain('"№ 5,z" (windows-1251)');
  expect(message).toMatch(/ or "[^"]+" \((?!windows-1251)[\w-]+\)/);
  expect(message).toContain('encoding: windows-1251');
});

test('other encodings than those that are recognised are asked about, and taken where they are said', () => {
  const japanese = Buffer.from('93fa967b2c83588343', 'hex');
  expect(refusal(() => decode(japanese)).code).toBe('encoding');
  expect(decode(japanese, 'shift_jis')).toEqual({ text: '日本,スイ', encoding: 'shift_jis' });
});

test.each([
  ['cp1251', 'windows-1251'],
  ['Win-1251', 'windows-1251'],
  ['cp866', 'ibm866'],
  ['KOI8-R', 'koi8-r'],
  ['latin1', 'windows-1252'],
])('--encoding %s is %s', (said, encoding) => {
  expect(decode(Buffer.from([0x2c, 0xe4]), said).encoding).toBe(encoding);
});

test('what tells by itself is not changed by --encoding, which is for all files of a run', () => {
  const text = 'Иван,x';
  expect(decode(encode(text, 'utf-8'), 'windows-1251')).toEqual({ text, encoding: 'utf-8' });
  expect(decode(encode(`\uFEFF${text}`, 'utf-16be'), 'windows-1251')).toEqual({ text, encoding: 'utf-16be' });
  expect(decode(Buffer.from('Ann,x'), 'utf-16le')).toEqual({ text: 'Ann,x', encoding: 'utf-8' });
});

test.each([
  ['no encoding', () => decode(Buffer.from('a'), 'klingon'), 'encoding', 'klingon'],
  [
    'UTF-8 that it is not',
    () => decode(Buffer.from('a\nJ\xfcrgen', 'latin1'), 'utf-8', 'a.csv'),
    'a.csv:2',
    '"Jürgen" (windows-1252)',
  ],
  [
    'an encoding without one of its bytes',
    () => decode(Buffer.from('a\r\nb\r\n\xc3\xd2\xff', 'latin1'), 'windows-1253', 'a.csv'),
    'a.csv:3',
    'it is not windows-1253',
  ],
  [
    'UTF-16 that ends in the middle',
    () => decode(Buffer.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62]), null, 'a.csv'),
    'a.csv:2',
    'utf-16le',
  ],
  ['UTF-32', () => decode(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), null, 'a.csv'), 'a.csv:1', 'UTF-32'],
])('%s is refused', (_, run, where, words) => {
  const error = refusal(run);
  expect(error).toMatchObject({ code: 'encoding', where });
  expect(error.message).toContain(words);
});

test('UTF-8 with one damaged name is no other encoding: the line is told', async () => {
  const good = Buffer.from('клиент,профиль\nИван,https://a.example/\n'.repeat(3));
  const bytes = Buffer.concat([good, Buffer.from([0xd0, 0x2c, 0x78, 0x0a]), good]);
  expect(refusal(() => decode(bytes, null, 'a.csv'))).toMatchObject({ code: 'encoding', where: 'a.csv:7' });
  const path = join(folder, 'damaged.csv');
  writeFileSync(path, Buffer.concat([Buffer.from('x,y\r\n'.repeat(200_000)), bytes]));
  await expect(encodingOf(path, null)).rejects.toMatchObject({ code: 'encoding', where: `${path}:200007` });
});

test('a NUL is refused with its line, and is no sign of UTF-16', () => {
  expect(refusal(() => decode(Buffer.from('a,b\nc,\0d\n'), null, 'a.csv'))).toMatchObject({
    code: 'broken_csv',
    where: 'a.csv:2',
  });
  const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a\nb\n\0c', 'utf16le')]);
  expect(refusal(() => decode(text, null, 'a.csv'))).toMatchObject({ code: 'broken_csv', where: 'a.csv:3' });
});

test('nothing is a text, too', () => {
  expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  expect(decode(Buffer.from([0xef, 0xbb, 0xbf]))).toEqual({ text: '', encoding: 'utf-8' });
});
