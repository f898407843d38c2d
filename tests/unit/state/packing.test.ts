import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { linesIn, unpack } from '../../../src/state/lines.ts';
import { merge, pack, packList } from '../../../src/state/packing.ts';
import { SeenLines } from '../../../src/state/seen-lines.ts';
import { lineOf } from '../../../src/types/listed-line.ts';
import type { Listed } from '../../../src/types/resource.ts';

const listed = (id: string, more: Partial<Listed> = {}): Listed => ({
  network: 'mastodon',
  id,
  name: id,
  title: null,
  url: id,
  host: 'meadow.example',
  subscribers: 5000,
  countedBy: 'elsewhere',
  ...more,
});

test('what a list says of a group is kept, and takes no room where it says nothing', () => {
  const group = listed('https://meadow.example/c/seeds', { group: true });
  const person = listed('https://meadow.example/users/anna', { group: false });
  const packed = pack([group, person]);
  const { group: _, ...plain } = person;
  expect(unpack(packed.names)).toEqual([group, plain]);
  expect(unpack(merge([packed, packed], [group], new SeenLines()).names)).toEqual([group, plain]);
  const lines = Buffer.from(packed.names).toString().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as unknown[]).length)).toEqual([9, 8]);
});

const page = (at: number): Listed => listed(`https://meadow.example/${at}`);

test('a list keeps the lines apart that none before had, and gives all in the order of its keys', () => {
  const seen = new SeenLines();
  const pages = Array.from({ length: 30 }, (_, at) => page(at));
  const first = packList(pages, seen);
  const renamed = { ...page(3), title: 'Another title' };
  const later = [page(39), page(2), renamed, page(31), page(4)];
  const second = packList(later, seen);
  expect(Array.from({ length: 30 }, (_, at) => linesIn(first.names).isFresh(at))).toEqual(pages.map(() => true));
  const lines = linesIn(second.names);
  expect([0, 1, 2, 3, 4].map((at) => lines.isFresh(at))).toEqual([true, false, true, true, false]);
  expect(lines.all()).toEqual(later.map(lineOf));
  expect(lines.marks[1]).toBe(linesIn(first.names).marks[2]);
  expect(unpack(packList([], seen).names)).toEqual([]);
});

test.each([
  ['as one gzip', (names: Uint8Array) => gzipSync(names)],
  ['as they are', (names: Uint8Array) => names],
])('lines that were written %s are read as all others', (_, written) => {
  const pages = [listed('one'), listed('two', { subscribers: null })];
  const lines = linesIn(written(pack(pages).names));
  expect(lines.all()).toEqual(pages.map(lineOf));
  expect([...lines.marks]).toEqual([...linesIn(packList(pages, new SeenLines()).names).marks]);
  expect(unpack(written(pack([]).names))).toEqual([]);
});

test('bytes that end too early are told, and not read as fewer lines', () => {
  const seen = new SeenLines();
  packList([listed('one')], seen);
  const { names } = packList([listed('one'), listed('two')], seen);
  expect(() => linesIn(names.subarray(0, 20)).all()).toThrow('lines end before they should');
  expect(() => linesIn(names.subarray(0, names.length - 9)).all()).toThrow('unexpected end of file');
});

test('of a hundred thousand numbers each is new once', () => {
  const seen = new SeenLines();
  const numbers = Array.from({ length: 100_000 }, (_, at) => Math.imul(at, 2_654_435_761));
  expect(numbers.filter((number) => seen.add(number))).toHaveLength(100_000);
  expect(numbers.filter((number) => seen.add(number))).toEqual([]);
});
