import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/state/database.ts';
import { migrations, rewrite, seal } from '../../../src/state/schema.ts';
import { openStore } from '../../../src/state/store.ts';
import type { Store } from '../../../src/types/store.ts';
import { clockAt, codeOf, factsOf, folder, listed, nameOf, noon, profileOf } from './given.ts';

const open = (path: string): Store => openStore(path, clockAt(noon));
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const aFile = (): string => join(folder(), 'state.sqlite');

/** The bytes of a closed state of some 25 pages of 4 KiB. */
let sound: Buffer;
beforeAll(() => {
  const path = join(mkdtempSync(join(tmpdir(), 'state-')), 'state.sqlite');
  fill(open(path));
  sound = readFileSync(path);
  rmSync(dirname(path), { recursive: true });
});

function fill(store: Store): void {
  for (let list = 0; list < 20; list++) {
    const resources = Array.from({ length: 50 }, (_, at) => listed(`${list * 7919 + at * 104_729}`));
    store.saveFound(nameOf(`${list}`), { profile: profileOf(`${list}`) }, noon);
    store.addPage(profileOf(`${list}`), { resources, next: null }, noon);
    store.finishList(profileOf(`${list}`), 'read', '', noon);
  }
  store.close();
}

function aState(bytes = sound): string {
  const path = aFile();
  writeFileSync(path, bytes);
  return path;
}

/** Changes the file as another program would. */
function changed(path: string, sql: string): string {
  const other = new DatabaseSync(path);
  other.exec(sql);
  other.close();
  return path;
}

/** The code of what opening says; the file must be as it was. */
function refusal(path: string): unknown {
  const before = readFileSync(path);
  const code = codeOf(() => open(path));
  expect(readFileSync(path).equals(before)).toBe(true);
  return code;
}

test.skipIf(process.platform === 'win32')(
  'only its owner can read the file, its log and the folder made for them',
  () => {
    const path = join(folder(), 'made', 'here', 'state.sqlite');
    const umask = process.umask(0);
    try {
      const store = open(path);
      store.saveFacts(listed('a'), factsOf('a'), noon);
      expect([path, `${path}-wal`].map(modeOf)).toEqual(['600', '600']);
      expect([dirname(path), dirname(dirname(path))].map(modeOf)).toEqual(['700', '700']);
      store.close();
      expect(modeOf(path)).toBe('600');
    } finally {
      process.umask(umask);
    }
  },
);

test('a closed state is one file, and can be opened again at once', () => {
  const path = aFile();
  for (let round = 1; round <= 3; round++) {
    const store = open(path);
    store.saveFacts(listed(`${round}`), factsOf(`${round}`), noon);
    expect(codeOf(() => open(path))).toBe('state_locked');
    store.close();
    store.close();
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })).toBeUndefined();
  }
  const store = open(path);
  expect([1, 2, 3].map((round) => store.facts(listed(`${round}`)))).not.toContain(null);
  store.close();
});

test('states in two files do not lock each other', () => {
  const [one, other] = [open(aFile()), open(aFile())];
  one.saveFacts(listed('a'), factsOf('a'), noon);
  expect(other.facts(listed('a'))).toBeNull();
  one.close();
  other.close();
});

test('an empty file becomes a state', () => {
  const path = aState(Buffer.alloc(0));
  const store = open(path);
  store.saveFacts(listed('a'), factsOf('a'), noon);
  store.close();
  const database = openDatabase(path);
  expect(database.all('PRAGMA state.user_version')).toEqual([{ user_version: migrations.length }]);
  database.close();
});

test('a database of version 0 without tables becomes a state', () => {
  const path = changed(aFile(), 'PRAGMA journal_mode = WAL; CREATE TABLE t (x); DROP TABLE t');
  const store = open(path);
  store.saveFacts(listed('a'), factsOf('a'), noon);
  expect(store.facts(listed('a'))?.at).toBe(noon);
  store.close();
});

test('an empty file beside a log that is not empty is damaged, and the log is left alone', () => {
  const path = aState(Buffer.alloc(0));
  writeFileSync(`${path}-wal`, 'what may be everything');
  expect(refusal(path)).toBe('state_damaged');
  expect(readFileSync(`${path}-wal`, 'utf8')).toBe('what may be everything');
});

/** A sound state of the version after this one. */
function aNewerState(): string {
  const path = aState();
  const database = openDatabase(path);
  seal(database, migrations.length + 1);
  database.close();
  return changed(path, `PRAGMA user_version = ${migrations.length + 1}`);
}

test('a newer state is refused and left as it is', () => {
  expect(refusal(aNewerState())).toBe('state_newer');
  expect(refusal(changed(aFile(), 'CREATE TABLE t (x); DROP TABLE t; PRAGMA user_version = 99'))).toBe('state_newer');
});

test.each([
  ['tables of its own', 'CREATE TABLE cookies (name TEXT)'],
  ['tables and a version of its own', 'CREATE TABLE cookies (name TEXT); PRAGMA user_version = 1'],
  ['a mark of its own', 'PRAGMA application_id = 7'],
])('a database of another program is refused and left as it is: %s', (_, sql) => {
  expect(refusal(changed(aFile(), sql))).toBe('state_damaged');
});

test.each([
  ['a text', Buffer.from('customer,profile\nAda,@ada\n'.repeat(100))],
  ['a few bytes', Buffer.from('x')],
  ['zeros', Buffer.alloc(8192)],
  ['a header without a database', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080, 1)])],
])('what is no database is refused and left as it is: %s', (_, bytes) => {
  expect(refusal(aState(bytes))).toBe('state_damaged');
});

test('a state of which nothing is left but its beginning is refused and left as it is', () => {
  for (const bytes of [1, 99, 100, 511, 512, 4095, 4096]) {
    expect([bytes, refusal(aState(sound.subarray(0, bytes)))]).toEqual([bytes, 'state_damaged']);
  }
});

test('a sealed value that its key does not open is damaged when it is read', () => {
  const path = aState();
  const database = openDatabase(path);
  database.run('UPDATE name SET profile = zeroblob(40)');
  rewrite(database, 'name', 'true');
  database.close();
  const store = open(path);
  expect(codeOf(() => store.found(nameOf('1')))).toBe('state_damaged');
  store.close();
});

test.each(['salt', 'salt again'])('the %s alone is enough', (key) => {
  const path = changed(aState(), `DELETE FROM meta WHERE key <> '${key}'`);
  const store = open(path);
  expect(store.found(nameOf('1'))?.profile).toEqual(profileOf('1'));
  store.close();
});

test('a place where no file can be says so', () => {
  const path = folder();
  mkdirSync(join(path, 'state.sqlite'));
  expect(codeOf(() => open(join(path, 'state.sqlite')))).toBe('state_unwritable');
  writeFileSync(join(path, 'a-file'), '');
  expect(codeOf(() => open(join(path, 'a-file', 'state.sqlite')))).toBe('state_unwritable');
});

test('a refused file is not kept locked', () => {
  const path = aNewerState();
  expect(codeOf(() => open(path))).toBe('state_newer');
  changed(path, `PRAGMA user_version = ${migrations.length}`);
  expect(codeOf(() => open(path).close())).toBe('no error');
});
