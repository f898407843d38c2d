import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/state/store.ts';
import { stillClock, today } from '../stages/fake-network.ts';

const nameOf = (name: string) => ({ network: 'fake', name, host: 'fake.example' });
const clients = (...names: string[]) => names.map((key) => ({ key, profiles: [nameOf(key)] }));

/** A state that holds an input of two clients, with the path to open it again. */
function stateOfTwo() {
  const folder = mkdtempSync(join(tmpdir(), 'hold-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'state.sqlite');
  const store = openStore(path, stillClock);
  store.saveInput(clients('ada', 'bo'), new Map(), [], today);
  return { path, store };
}

const counted = (path: string): number => {
  const store = openStore(path, stillClock);
  const count = store.customers().length;
  store.close();
  return count;
};

test('what is held back is seen at once, and dropped where the state is closed before it is kept', () => {
  const { path, store } = stateOfTwo();
  store.hold();
  store.saveInput(clients('ada', 'bo', 'cy'), new Map(), [], today);
  store.saveFound(nameOf('cy'), { status: 'needs_login', note: '' }, today);
  expect(store.customers()).toHaveLength(3);
  store.close();
  expect(counted(path)).toBe(2);
});

test('what is kept stays, and so does what is saved behind it', () => {
  const { path, store } = stateOfTwo();
  store.hold();
  store.saveInput(clients('ada', 'bo', 'cy'), new Map(), [], today);
  store.keep();
  store.keep();
  store.addProblems([{ file: 'clients.csv', line: 2, value: '', problem: 'odd', whatToDo: 'look' }]);
  store.close();
  expect(counted(path)).toBe(3);
});

test('what is spent while everything else is held back stays whatever becomes of it', () => {
  for (const isKept of [false, true]) {
    const { path, store } = stateOfTwo();
    store.hold();
    store.saveInput(clients('ada'), new Map(), [], today);
    store.saveSpending('fake', 3, today);
    expect(store.customers()).toHaveLength(1);
    store.saveSpending('fake', 4, today);
    if (isKept) store.keep();
    store.close();
    const later = openStore(path, stillClock);
    expect([later.customers().length, later.spent('fake', 0)]).toEqual([isKept ? 1 : 2, 7]);
    later.close();
  }
});

test('a transaction that fails while everything is held back undoes itself alone', () => {
  const { path, store } = stateOfTwo();
  store.hold();
  store.saveInput(clients('ada'), new Map(), [], today);
  const broken = { file: 'clients.csv', line: 1.5, value: '', problem: 'odd', whatToDo: 'look' };
  expect(() => store.saveInput(clients('ada', 'bo', 'cy'), new Map(), [broken], today)).toThrow(/INTEGER/);
  store.saveSpending('fake', 1, today);
  store.keep();
  store.close();
  expect(counted(path)).toBe(1);
});
