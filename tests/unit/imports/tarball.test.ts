import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/imports/archive.ts';
import { type ImportLimits, importLimits } from '../../../src/imports/import-item.ts';
import { pax, tar } from '../../helpers/tars.ts';
import { zip } from '../../helpers/zips.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-resources-tar-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Items as text: `name = content`, `name: content of that kind`, `name! problem`; from bytes and from the disk alike. */
async function read(archive: Buffer, name = 'mira.tgz', most: Partial<ImportLimits> = {}): Promise<string[]> {
  const path = join(folder, 'archive');
  writeFileSync(path, archive);
  const [first, second] = await Promise.all(
    [archive, { path, size: archive.length }].map(async (source) => {
      const shown: string[] = [];
      for await (const item of readArchive(source, name, { ...importLimits, ...most })) {
        if ('bytes' in item) shown.push(`${item.name} = ${item.bytes.toString()}`);
        else shown.push('kind' in item ? `${item.name}: ${item.kind.one}` : `${item.name}! ${item.problem}`);
      }
      return shown;
    }),
  );
  expect(second).toEqual(first);
  return first ?? [];
}

const files = [
  { path: 'takeout/a.json', content: '[1]' },
  { path: 'takeout/folder/', type: '5' },
  { path: './takeout/подписки.csv', content: 'x,y' },
];

test.each([
  ['a tar', tar(files)],
  ['a tgz', gzipSync(tar(files))],
  ['a tgz in two members', Buffer.concat([gzipSync(tar(files).subarray(0, 700)), gzipSync(tar(files).subarray(700))])],
])('%s', async (_, archive) => {
  expect(await read(archive)).toEqual(['a.json = [1]', 'подписки.csv = x,y']);
});

test('a gzip file of anything else holds one file', async () => {
  expect(await read(gzipSync('[1]'), 'following.json.gz')).toEqual(['following.json = [1]']);
  expect(await read(gzipSync('x'.repeat(2000)), 'list.txt.gz')).toEqual([`list.txt = ${'x'.repeat(2000)}`]);
  expect(await read(gzipSync(''), 'empty.gz')).toEqual(['empty = ']);
});

test('long names, of GNU and of pax', async () => {
  const path = `${'folder/'.repeat(30)}following.json`;
  const archive = tar([{ path, content: '1' }, pax('deep/подписки.csv'), { path: 'short', content: '2' }]);
  expect(await read(archive)).toEqual(['following.json = 1', 'подписки.csv = 2']);
});

test('what cannot tell of follows is named; names are only shown', async () => {
  const archive = tar([
    { path: 'photos/1.JPG', content: 'x'.repeat(600) },
    { path: '../../.bashrc', content: '1' },
    { path: '../../etc/passwd', content: '2' },
    { path: 'link', type: '2' },
    { path: 'device', type: '3' },
    { path: 'last.json', content: '3' },
  ]);
  expect(await read(archive)).toEqual([
    '1.JPG: a picture',
    '.bashrc: a hidden file',
    'passwd = 2',
    'link: a link to another file',
    'last.json = 3',
  ]);
});

test('archives in it are read, one in those is not', async () => {
  const inner = await zip({ 'b.json': '2', 'third.tgz': gzipSync(tar(files)) });
  expect(await read(tar([{ path: 'inner.zip', content: inner }]))).toEqual([
    'b.json = 2',
    'third.tgz! it is an archive in an archive in an archive',
  ]);
  expect(await read(await zip({ 'inner.tgz': gzipSync(tar(files)) }))).toEqual(['a.json = [1]', 'подписки.csv = x,y']);
});

describe('what is damaged or made to do harm', () => {
  test('what stands before the damage is read', async () => {
    const whole = tar([
      { path: 'a.json', content: '1' },
      { path: 'b.json', content: 'x'.repeat(5000) },
    ]);
    expect(await read(whole.subarray(0, 3000))).toEqual(['a.json = 1', 'mira.tgz! it is damaged']);
    const packed = gzipSync(tar([{ path: 'a.json', content: '1' }]));
    expect((await read(packed.subarray(0, 60))).at(-1)).toBe('mira.tgz! it is damaged');
    const broken = Buffer.from(whole);
    broken.write('XX', 1024);
    expect(await read(broken)).toEqual(['a.json = 1', 'mira.tgz! it is damaged']);
  });

  test('bytes that are no gzip behind the mark', async () => {
    expect(await read(Buffer.from('1f8b0800', 'hex'))).toEqual(['mira.tgz! it is damaged']);
    expect(await read(Buffer.from('1f8bffffffffffffff', 'hex'))).toEqual(['mira.tgz! it is damaged']);
  });

  test('a size that is a lie', async () => {
    expect(await read(tar([{ path: 'a.json', content: '1', size: 8 ** 10 }]), 'mira.tar')).toEqual([
      'mira.tar! it is damaged',
    ]);
    expect(await read(tar([{ path: 'a', type: 'x', size: 8 ** 8 }]), 'mira.tar')).toEqual(['mira.tar! it is damaged']);
  });

  test('a file that is too large is left, the next one is read', async () => {
    const archive = tar([
      { path: 'large.json', content: 'x'.repeat(3000) },
      { path: 'b.json', content: '2' },
    ]);
    expect(await read(archive, 'mira.tar', { fileBytes: 2000 })).toEqual([
      'large.json! it is larger than 0 MB',
      'b.json = 2',
    ]);
    expect(await read(gzipSync('x'.repeat(3000)), 'x.json.gz', { fileBytes: 2000 })).toEqual([
      'x.json! it is larger than 0 MB',
    ]);
  });

  test('one that swells is stopped while it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2, ' '));
    expect(await read(bomb, 'bomb.gz')).toEqual([
      expect.stringMatching(/^bomb\.gz! it expands to more than 200 times/),
    ]);
    const skipped = gzipSync(tar([{ path: 'movie.mp4', content: Buffer.alloc(64 * 1024 ** 2) }]));
    expect((await read(skipped)).at(-1)).toMatch(/expands to more than 200 times.*the rest of it was not read/);
  });

  test('so is one with too much or too many in it', async () => {
    const many = tar(Array.from({ length: 30 }, (_, index) => ({ path: `${index}.json`, content: '1' })));
    expect((await read(many, 'mira.tar', { entries: 20 })).at(-1)).toMatch(/^mira\.tar! it holds more than 20 files/);
    expect((await read(gzipSync(many), 'mira.tgz', { archiveBytes: 5000 })).at(-1)).toMatch(/unpacks to more than/);
  });
});
