import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/state/database.ts';
import { migrate, type Migration, migrations, prepare } from '../../../src/state/schema.ts';

const pragma = (database: ReturnType<typeof openDatabase>, name: string): unknown =>
  database.all<Record<string, unknown>>(`PRAGMA state.${name}`)[0]?.[name];

const first: Migration = (database) => database.script('CREATE TABLE state.page (list TEXT) STRICT');
const second: Migration = (database) => {
  database.script('ALTER TABLE state.page ADD COLUMN number INTEGER');
  database.run('UPDATE page SET number = 7');
};

const failing: Migration = () => {
  throw new Error('no room');
};

test('an older version takes the steps that it lacks, and keeps its rows', () => {
  const database = openDatabase(':memory:');
  migrate(database, 0, [first]);
  expect(pragma(database, 'user_version')).toBe(1);
  database.run("INSERT INTO page VALUES ('a')");
  migrate(database, 1, [first, second]);
  expect(pragma(database, 'user_version')).toBe(2);
  expect(database.all('SELECT * FROM page')).toEqual([{ list: 'a', number: 7 }]);
  migrate(database, 2, [first, second]);
  expect(database.all('SELECT * FROM page')).toEqual([{ list: 'a', number: 7 }]);
});

test('a step that fails leaves the version before the first step', () => {
  const database = openDatabase(':memory:');
  migrate(database, 0, [first]);
  expect(() => migrate(database, 1, [first, second, failing])).toThrow('no room');
  expect(pragma(database, 'user_version')).toBe(1);
  expect(database.all("SELECT name FROM pragma_table_info('page', 'state')")).toEqual([{ name: 'list' }]);
});

test('every version has its salt', () => {
  const salts = [1, 2].map(() => {
    const database = openDatabase(':memory:');
    migrate(database, 0, migrations);
    return database.all<{ value: Uint8Array }>("SELECT value FROM meta WHERE key = 'salt'")[0]?.value;
  });
  expect(salts[0]).toHaveLength(32);
  expect(salts[0]).not.toEqual(salts[1]);
});

test('a state of every version that has checksums is opened with its rows', () => {
  for (let version = 6; version <= migrations.length; version++) {
    const database = openDatabase(':memory:');
    migrate(database, 0, migrations.slice(0, version));
    database.insert('customer', 'somebody');
    prepare(database, ':memory:');
    expect(pragma(database, 'user_version'), `version ${version}`).toBe(migrations.length);
    expect(database.all('SELECT customer FROM customer')).toEqual([{ customer: 'somebody' }]);
    database.close();
  }
});
