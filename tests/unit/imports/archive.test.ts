import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/imports/archive.ts';
import { type ImportLimits, importLimits } from '../../../src/imports/import-item.ts';
import { forgedZip, zip } from '../../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Items as text: `name = content`, `name: content of that kind`, `name! problem`. */
async function read(archive: Buffer, most: Partial<ImportLimits> = {}): Promise<string[]> {
  const shown: string[] = [];
  for await (const item of readArchive(archive, 'anna.zip', { ...importLimits, ...most })) {
    if ('bytes' in item) shown.push(`${item.name} = ${item.bytes.toString()}`);
    else shown.push('kind' in item ? `${item.name}: ${item.kind.one}` : `${item.name}! ${item.problem}`);
  }
  return shown;
}

const text = (content: string) => Buffer.from(content);

test('files come one after the other, from bytes and from the disk alike', async () => {
  const archive = await zip({ 'a.json': '[1]', 'deep/er/b.csv': 'x,y', 'страница.html': '<p>' });
  const expected = ['a.json = [1]', 'b.csv = x,y', 'страница.html = <p>'];
  expect(await read(archive)).toEqual(expected);
  const path = join(folder, 'plain.zip');
  writeFileSync(path, archive);
  const names: string[] = [];
  for await (const item of readArchive({ path, size: archive.length }, 'plain.zip', importLimits))
    names.push(item.name);
  expect(names).toEqual(['a.json', 'b.csv', 'страница.html']);
});

test('what cannot tell of follows is not unpacked and is named', async () => {
  const archive = await zip({
    'photos/1.JPG': 'x',
    '__MACOSX/._a.json': 'x',
    '.DS_Store': 'x',
    'Likes_files/frame.html': 'x',
    'Likes.html': 'page',
  });
  expect(await read(archive)).toEqual([
    '1.JPG: a picture',
    '._a.json: a hidden file',
    '.DS_Store: a hidden file',
    'frame.html: a part of a saved page',
    'Likes.html = page',
  ]);
});

test('names of entries are only shown, whatever they say', async () => {
  const archive = forgedZip([
    { name: '../../etc/passwd', content: text('1') },
    { name: '/absolute/file.json', content: text('2') },
    { name: 'C:\\Windows\\x.json', content: text('3') },
    { name: 'same.json', content: text('4') },
    { name: 'same.json', content: text('5') },
    { name: 'red\u001b[31m.json', content: text('6') },
    { name: 'folder/', content: text('') },
    { name: 'linked', content: text('/etc/passwd'), attributes: (0o120777 << 16) >>> 0 },
  ]);
  expect(await read(archive)).toEqual([
    'passwd = 1',
    'file.json = 2',
    'x.json = 3',
    'same.json = 4',
    'same.json = 5',
    'red[31m.json = 6',
    'linked: a link to another file',
  ]);
});

describe('what is damaged costs only itself', () => {
  const good = { name: 'good.json', content: text('[]') };

  test.each([
    ['a wrong checksum', { name: 'bad.json', content: text('[1]'), crc: 1 }, 'bad.json! it is damaged'],
    [
      'bytes that are not packed so',
      { name: 'bad.json', packed: text('no deflate at all') },
      'bad.json! it is damaged',
    ],
    [
      'a packed text that ends too early',
      { name: 'bad.json', packed: deflateRawSync(text('a long text '.repeat(99))).subarray(0, 12) },
      'bad.json! it is damaged',
    ],
    ['a password', { name: 'bad.json', content: text('[1]'), flags: 1 }, 'bad.json! it is protected with a password'],
    [
      'another way of packing',
      { name: 'bad.json', content: text('[1]'), method: 12 },
      'bad.json! its compression method is not supported',
    ],
  ])('%s', async (_, bad, told) => {
    expect(await read(forgedZip([good, bad, good]))).toEqual(['good.json = []', told, 'good.json = []']);
  });

  test('sizes in the headers are not believed: too small or too large, the text is the same', async () => {
    const archive = forgedZip([
      { name: 'small.json', content: text('["whole"]'), size: 2 },
      { name: 'large.json', content: text('["whole"]'), size: 2_000_000_000 },
    ]);
    expect(await read(archive)).toEqual(['small.json = ["whole"]', 'large.json = ["whole"]']);
  });

  test('a directory that breaks off: what stands before it is read', async () => {
    const archive = forgedZip([good, { name: 'lost.json', content: text('[2]') }]);
    const second = archive.lastIndexOf(Buffer.from('504b0102', 'hex'));
    archive.write('XXXX', second);
    expect(await read(archive)).toEqual(['good.json = []', 'anna.zip! it is damaged']);
  });

  test('strong encryption', async () => {
    expect(await read(forgedZip([{ ...good, flags: 0x41 }]))).toEqual(['anna.zip! it is protected with a password']);
  });
});

test('an archive that is cut short, or one part of several, says so', async () => {
  const archive = await zip({ 'a.json': '[1]', 'b.json': '[2]' });
  expect(await read(archive.subarray(0, archive.length - 30))).toEqual([
    'anna.zip! it is incomplete, or one part of a split archive',
  ]);
  expect(await read(forgedZip([{ name: 'a.json' }], { disk: 2 }))).toEqual([
    'anna.zip! it is one part of a split archive',
  ]);
});

describe('bytes behind the end of an archive, as proxies and mail programs leave them', () => {
  const behind = [
    '\r\n',
    '\0'.repeat(300),
    '<!-- served by a proxy -->'.repeat(500),
    'PK\u0005\u0006',
    'x'.repeat(60_000),
  ];

  test.each(behind.map((bytes) => [bytes.slice(0, 20), bytes]))('%j', async (_, bytes) => {
    const archive = Buffer.concat([await zip({ 'a.json': '[1]', 'b.json': '[2]' }), Buffer.from(bytes, 'latin1')]);
    const path = join(folder, 'behind.zip');
    writeFileSync(path, archive);
    const names: string[] = [];
    for await (const item of readArchive({ path, size: archive.length }, 'behind.zip', importLimits))
      names.push('bytes' in item ? `${item.name} = ${item.bytes.toString()}` : item.name);
    expect(names).toEqual(['a.json = [1]', 'b.json = [2]']);
    expect(await read(archive)).toEqual(names);
  });

  test('a comment that belongs to the archive is none of it', async () => {
    const archive = await zip({ 'a.json': '[1]' });
    archive.writeUInt16LE(5, archive.length - 2);
    expect(await read(Buffer.concat([archive, text('notes')]))).toEqual(['a.json = [1]']);
    expect(await read(Buffer.concat([archive, text('notes and more')]))).toEqual(['a.json = [1]']);
  });
});

describe('archives made to do harm', () => {
  const blanks = Buffer.alloc(8 * 1024 * 1024, ' ');

  test('a file that swells is left while it is unpacked; the next one is read', async () => {
    const archive = forgedZip([
      { name: 'bomb.json', content: blanks, size: 10 },
      { name: 'good.json', content: text('[]') },
    ]);
    const [bomb, good] = await read(archive);
    expect(bomb).toMatch(/^bomb\.json! it expands to more than 200 times/);
    expect(good).toBe('good.json = []');
  });

  test('a file that is too large is left', async () => {
    const archive = await zip({ 'large.json': Buffer.alloc(3_000_000, 'abcdefghij'), 'good.json': '[]' });
    expect(await read(archive, { fileBytes: 2_000_000, ratio: 1e9 })).toEqual([
      'large.json! it is larger than 2 MB',
      'good.json = []',
    ]);
  });

  test('entries that share their packed bytes are stopped by what the whole file may bring', async () => {
    const shared = Buffer.concat(Array.from({ length: 150 }, (_, index) => Buffer.alloc(6900, `${index}|`)));
    const entries = Array.from({ length: 400 }, (_, index) => ({
      name: 'same.json',
      content: shared,
      ...(index > 0 && { sameAs: 0 }),
    }));
    const archive = forgedZip(entries);
    const shown = await read(archive, { ratio: 1000 });
    expect(shown.at(-1)).toMatch(/^anna\.zip! it expands to more than 1000 times .* the rest of it was not read$/);
    expect(shown.length).toBeLessThan(100);
  });

  test('what comes out of all files together has an end', async () => {
    const archive = await zip(
      Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.json`, 'x'.repeat(1000)])),
    );
    const shown = await read(archive, { archiveBytes: 4500 });
    expect(shown.filter((line) => line.includes('='))).toHaveLength(4);
    expect(shown.at(-1)).toMatch(/^anna\.zip! it unpacks to more than/);
  });

  test('so has the number of files, in archives within it too', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`${index}.json`, '1']));
    expect(await read(await zip(many))).toHaveLength(2000);
    const shown = await read(await zip({ 'inner.zip': await zip(many) }), { entries: 1000 });
    expect(shown).toHaveLength(1000);
    expect(shown.at(-1)).toBe('inner.zip! it holds more than 1000 files; the rest of it was not read');
  });
});

test('a ZIP in a ZIP is read, one in that is not', async () => {
  const third = await zip({ 'c.json': '3' });
  const second = await zip({ 'b.json': '2', 'third.zip': third });
  expect(await read(await zip({ 'a.json': '1', 'second.zip': second }))).toEqual([
    'a.json = 1',
    'b.json = 2',
    'third.zip! it is an archive in an archive in an archive',
  ]);
});

test.each([
  ['a binary workbook of Excel (XLSB)', { '[Content_Types].xml': '', 'xl/workbook.bin': '' }],
  ['a Word document', { '[Content_Types].xml': '', 'word/document.xml': '' }],
  ['an OpenDocument file (ODS, ODT)', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' }],
  ['an Office file', { mimetype: 'application/epub+zip' }],
])('%s is no archive of files', async (kind, files) => {
  expect(await read(await zip(files))).toEqual([`anna.zip: ${kind}`]);
});
