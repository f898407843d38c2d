import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/state/database.ts';
import { migrate, migrations, prepare } from '../../../src/state/schema.ts';
import { openStore } from '../../../src/state/store.ts';
import { clockAt, folder, listed, nameOf, noon } from './given.ts';

const clock = clockAt(noon);
const customers = ['ada', 'bo', 'cleo'].map((key) => ({ key, profiles: [nameOf(key)] }));
const segments = new Map([
  ['ada', 'Gärtner'],
  ['cleo', 'Gärtner'],
  ['dora', 'Baumschule'],
  ['nobody', 'Gärtner'],
]);

function stateIn(path: string) {
  const store = openStore(path, clock);
  store.saveInput(customers, new Map([['dora', [listed('roses')]]]), [], noon, undefined, [], segments);
  return store;
}

test('segments stand beside their customers, of which the input must tell', () => {
  const path = join(folder(), 'state.sqlite');
  const store = stateIn(path);
  const first = store.segments();
  store.close();
  const again = openStore(path, clock);
  expect(again.segments()).toEqual(first);
  expect(first).toHaveLength(again.customers().length);
  expect(first.toSorted()).toEqual(['Baumschule', 'Gärtner', 'Gärtner', null]);
  const dora = again.customers().findIndex((lists) => lists.some(({ network }) => network === null));
  expect(first[dora]).toBe('Baumschule');
  again.close();
  expect(readFileSync(path).includes('Baumschule')).toBe(false);
});

test('they go with their customer, and with the input', () => {
  const path = join(folder(), 'state.sqlite');
  const store = stateIn(path);
  expect(store.forget('dora')).toBe(true);
  expect(store.segments().toSorted()).toEqual(['Gärtner', 'Gärtner', null]);
  store.saveInput(customers, new Map(), [], noon);
  expect(store.segments()).toEqual([null, null, null]);
  store.saveInput(customers, new Map(), [], noon, undefined, [], segments);
  store.forgetAll();
  store.close();
  const database = openDatabase(path);
  expect(database.all('SELECT * FROM segment')).toEqual([]);
  database.close();
});

test('a state of the version before gets its table, and keeps what it has', () => {
  const database = openDatabase(':memory:');
  migrate(database, 0, migrations.slice(0, 6));
  database.insert('customer', 'abc');
  migrate(database, 6, migrations);
  prepare(database, ':memory:');
  expect(database.all('SELECT customer FROM customer')).toEqual([{ customer: 'abc' }]);
  expect(database.all('SELECT * FROM segment')).toEqual([]);
});
