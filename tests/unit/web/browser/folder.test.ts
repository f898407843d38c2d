import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { makeFolder, removeFolder, sweepFolders, temporaryIn } from '../../../../src/web/browser/folder.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'target-resources-folders-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

test('a folder is made for this program alone, and removed with all that is in it', () => {
  const own = makeFolder();
  expect(basename(own)).toMatch(new RegExp(`^target-resources-browser-${process.pid}-`));
  mkdirSync(join(own, 'Default'));
  writeFileSync(join(own, 'Default', 'History'), 'x');
  removeFolder(own);
  expect(readdirSync(folder)).toEqual([]);
});

test('the folder of a socket goes too, if it is the browser’s own', () => {
  const own = makeFolder();
  const others = ['org.chromium.Chromium.a1B2c3', 'letters'];
  for (const name of others) mkdirSync(join(folder, name));
  symlinkSync(join(folder, 'org.chromium.Chromium.a1B2c3', 'SingletonSocket'), join(own, 'SingletonSocket'));
  removeFolder(own);
  expect(readdirSync(folder)).toEqual(['letters']);

  const next = makeFolder();
  symlinkSync(join(folder, 'letters', 'SingletonSocket'), join(next, 'SingletonSocket'));
  removeFolder(next);
  expect(readdirSync(folder)).toEqual(['letters']);
});

test('what is left by programs that run no longer is swept, and nothing else', () => {
  const kept = [
    'target-resources-browser-11-abcdef',
    'target-resources-browser-22-abcdef0',
    'target-resources-browser-x-abcdef',
    'target-resources-other-22-abcdef',
  ];
  for (const name of [...kept, 'target-resources-browser-22-abcdef', 'target-resources-browser-33-AbC012']) {
    mkdirSync(join(folder, name));
  }
  writeFileSync(join(folder, 'target-resources-browser-44-abcdef'), 'a file');
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'elsewhere', 'precious'), 'x');
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'target-resources-browser-55-abcdef'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'target-resources-browser-33-AbC012', 'link'));
  sweepFolders((id) => id === 11);
  expect(readdirSync(folder)).toEqual(
    [...kept, 'target-resources-browser-44-abcdef', 'elsewhere', 'target-resources-browser-55-abcdef'].toSorted(),
  );
  expect(existsSync(join(folder, 'elsewhere', 'precious'))).toBe(true);
});

test('what a program that still runs has is kept', () => {
  const own = makeFolder();
  sweepFolders();
  expect(existsSync(own)).toBe(true);
});

test('temporary files stay in the folder where the name of a socket has room', () => {
  expect(temporaryIn('/tmp/short')).toBe('/tmp/short');
  expect(temporaryIn(`/tmp/${'x'.repeat(80)}`)).toBe(folder);
});
