import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { writeAll } from '../../../src/files/replace.ts';

/** What the disk fails at: the so-manieth call of a method of any file that was opened to be written. */
const failure = { method: '', calls: 0 };

function failingAt(file: FileHandle): FileHandle {
  return new Proxy(file, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      if (name !== failure.method || failure.calls-- > 0) return method.bind(target) as unknown;
      return () => Promise.reject(Object.assign(new Error(`EIO: i/o error, ${name}`), { code: 'EIO' }));
    },
  });
}

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => failingAt(await real.open(...args)),
  };
});

const folder = mkdtempSync(join(tmpdir(), 'target-resources-failing-disk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = ['a.csv', 'b.csv'].map((name) => ({ name, chunks: ['new ', 'rows\n'] }));

beforeEach(() => {
  for (const { name } of files) writeFileSync(join(folder, name), 'old rows\n');
});

test.each([
  ['writeFile', 0],
  ['writeFile', 1],
  ['sync', 0],
  ['sync', 1],
])('a disk that fails at %s of file %i: told, and all files are as they were', async (method, calls) => {
  Object.assign(failure, { method, calls });
  await expect(writeAll(folder, files)).rejects.toMatchObject({ code: 'output_unwritable' });
  expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'b.csv']);
  expect(files.map(({ name }) => readFileSync(join(folder, name), 'utf8'))).toEqual(['old rows\n', 'old rows\n']);
  Object.assign(failure, { method: '', calls: 0 });
  await writeAll(folder, files);
  expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toBe('new rows\n');
});
