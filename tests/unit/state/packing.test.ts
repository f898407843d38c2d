import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { merge, pack, unpack } from '../../../src/state/packing.ts';
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
  expect(unpack(merge([packed, packed]).names)).toEqual([group, plain]);
  const lines = gunzipSync(packed.names).toString().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as unknown[]).length)).toEqual([9, 8]);
});
