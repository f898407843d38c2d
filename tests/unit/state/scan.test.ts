import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scan } from '../../../src/state/scan.ts';
import { randomNumbers } from '../../helpers/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rowsIn(bytes: Buffer): unknown[] {
  const path = join(folder, 'state.sqlite');
  writeFileSync(path, bytes);
  return [...scan(path)];
}

test('a row whose header would reach beyond the end of the file is no row', () => {
  const page = Buffer.alloc(4096);
  const bytes = Buffer.concat([page, page]);
  // One cell, six bytes from the end: ten bytes long, the row 1, a header of 64 bytes.
  bytes.writeUInt16BE(1, 4096 + 3);
  bytes.writeUInt16BE(4090, 4096 + 8);
  bytes.set([10, 1, 64, 1, 1, 1], 4096 + 4090);
  expect(rowsIn(bytes)).toEqual([]);
});

test('pages of any bytes end, and give no row', () => {
  const random = randomNumbers(4);
  for (let round = 0; round < 300; round++) {
    const bytes = Buffer.alloc(2 * 4096 - Math.floor(random() * 60));
    const most = 1 + Math.floor(random() * 255);
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(random() * most);
    expect(rowsIn(bytes)).toEqual([]);
  }
});
