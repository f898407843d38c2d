import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/state/database.ts';
import { openStore } from '../../../src/state/store.ts';
import type { ProfileName } from '../../../src/types/input.ts';
import type { Profile } from '../../../src/types/resource.ts';
import type { Store } from '../../../src/types/store.ts';
import { clockAt, factsOf, folder, listed, noon } from './given.ts';

const open = (path: string): Store => openStore(path, clockAt(noon));

const nameOf = (who: string): ProfileName => ({ network: 'bluesky', name: `${who}.handle.test`, host: 'api.example' });
const profileOf = (who: string): Profile => ({
  network: 'bluesky',
  id: `did:plc:${who}secret`,
  ref: `ref-${who}`,
  host: `${who}.host.example`,
});

/** All that must not be found of somebody. */
const tracesOf = (who: string): string[] => [
  `customer ${who}`,
  nameOf(who).name,
  profileOf(who).id,
  profileOf(who).ref,
  profileOf(who).host,
  `cursor-of-${who}`,
  `note on ${who}`,
];

/** Every byte beside the state, and every value in it, unpacked where it is packed. */
function bytesOf(path: string): Buffer {
  const folderOf = dirname(path);
  const parts: Buffer[] = readdirSync(folderOf).map((file) => readFileSync(join(folderOf, file)));
  const database = openDatabase(path);
  for (const { name } of database.all<{ name: string }>("SELECT name FROM state.sqlite_schema WHERE type = 'table'")) {
    for (const row of database.all<Record<string, unknown>>(`SELECT * FROM ${name}`)) {
      for (const value of Object.values(row)) {
        if (!(value instanceof Uint8Array)) parts.push(Buffer.from(String(value)));
        else if (value[0] === 0x1f && value[1] === 0x8b) parts.push(gunzipSync(value));
      }
    }
  }
  database.close();
  return Buffer.concat(parts);
}

const foundIn = (bytes: Buffer, traces: string[]): string[] => traces.filter((trace) => bytes.includes(trace));

/** A page that everybody follows, and one that only this person follows. */
const pagesOf = (who: string): string[] => ['everybodys-page', `page-of-${who}`];

const keptAnswerOf = (who: string) => ({ headers: { etag: '"1"' }, text: tracesOf(who).join() });

function addEverything(store: Store, people: string[], finish: boolean): void {
  const customers = people.map((who) => ({ key: `customer ${who}`, profiles: [nameOf(who)] }));
  const imported = new Map(
    people.map((who) => [`customer ${who}`, [listed(`import-of-${who}`), listed('everybodys-page')]]),
  );
  store.saveInput(customers, imported, [], noon);
  for (const who of people) {
    const [shared = '', own = ''] = pagesOf(who);
    store.saveFound(nameOf(who), { profile: profileOf(who) }, noon);
    store.addPage(profileOf(who), { resources: [listed(shared)], next: `cursor-of-${who}` }, noon);
    store.addPage(profileOf(who), { resources: [listed(own)], next: finish ? null : `cursor-of-${who}` }, noon);
    if (finish) store.finishList(profileOf(who), 'read', `note on ${who}`, noon);
    store.saveFound({ ...nameOf(who), name: `gone-${who}` }, { status: 'not_found', note: `note on ${who}` }, noon);
    const made = { url: `https://s.example/${who}`, note: '', final: true };
    store.saveAnswer('bluesky', `https://api.example/of?actor=${profileOf(who).id}`, keptAnswerOf(who), noon);
    store.saveShortLink('shlink', `https://blog.example/?utm_content=page-of-${who}`, made, noon);
    for (const id of [shared, own, `import-of-${who}`]) {
      store.saveFacts({ network: 'bluesky', id }, factsOf(id), noon);
      store.saveEvidence({ network: 'bluesky', id }, null, noon);
      store.saveIdentity({ network: 'bluesky', name: id, host: '', id: null, url: '' }, listed(id), noon);
    }
  }
}

test.each([
  { lists: 'finished', finish: true },
  { lists: 'unfinished', finish: false },
])('no name, id or customer stands in a file with $lists lists', ({ finish }) => {
  const path = join(folder(), 'state.sqlite');
  const store = open(path);
  addEverything(store, ['ada', 'bo'], finish);
  const log = readFileSync(`${path}-wal`);
  expect(foundIn(log, [...tracesOf('ada'), ...tracesOf('bo'), 'gone-ada'])).toEqual([]);
  store.close();

  const bytes = bytesOf(path);
  expect(foundIn(bytes, [...tracesOf('ada'), ...tracesOf('bo'), 'gone-ada'])).toEqual([]);
  // What may be seen is seen, so that the search is known to find what is there.
  expect(foundIn(bytes, ['everybodys-page', 'page-of-ada', 'import-of-bo', 'bluesky'])).toHaveLength(4);
});

/** Pseudonyms and packed keys by which somebody's part of the state would be recognised. */
function marksOf(store: Store, who: string): Buffer[] {
  const lists = store
    .customers()
    .find((each) => each.some(({ list }) => store.resources(list).some(({ id }) => id.endsWith(who))));
  return (lists ?? []).flatMap(({ list }) => [Buffer.from(list), Buffer.from(store.keys(list).buffer)]);
}

const keyOfListOf = (store: Store, who: string): string => String(marksOf(store, who)[0]);

test('whoever is forgotten leaves no trace, and the others lose nothing', () => {
  const path = join(folder(), 'state.sqlite');
  const others = Array.from({ length: 40 }, (_, at) => `other${at}`);
  let store = open(path);
  addEverything(store, ['ada', ...others], true);
  store.addPage(profileOf('ada'), { resources: [listed('refreshed-page-of-ada')], next: 'more' }, noon);
  const marks = marksOf(store, 'ada');
  const marksOfOther = marksOf(store, 'other7');
  store.close();
  const traces = ['page-of-ada', 'import-of-ada', 'refreshed-page-of-ada'];
  const before = bytesOf(path);
  expect(marks).toHaveLength(4);
  expect(marks.map((mark) => before.includes(mark))).toEqual([true, true, true, true]);
  expect(foundIn(before, traces)).toEqual(traces);

  store = open(path);
  expect(store.forget('customer ada')).toBe(true);
  const log = readFileSync(`${path}-wal`);
  expect(log).toHaveLength(0);
  store.close();
  const after = bytesOf(path);
  expect(marks.filter((mark) => after.includes(mark))).toEqual([]);
  expect(foundIn(after, traces)).toEqual([]);
  expect(marksOfOther.map((mark) => after.includes(mark))).toEqual([true, true, true, true]);

  store = open(path);
  expect(store.customers()).toHaveLength(others.length);
  expect(store.found(nameOf('ada'))).toBeNull();
  expect(store.list(profileOf('ada'))).toBeNull();
  expect(store.unfinished(profileOf('ada'))).toBeNull();
  for (const who of others) {
    expect(store.list(profileOf(who))?.status).toBe('read');
    for (const id of [...pagesOf(who), `import-of-${who}`])
      expect(store.facts({ network: 'bluesky', id })).not.toBeNull();
  }
  expect(store.forget('customer ada')).toBe(false);
  store.close();
});

test('a profile that two customers have stays until the second is forgotten', () => {
  const store = open(':memory:');
  addEverything(store, ['ada'], true);
  store.saveInput(
    ['one', 'two'].map((key) => ({ key, profiles: [nameOf('ada')] })),
    new Map(),
    [],
    noon,
  );
  expect(store.forget('one')).toBe(true);
  expect(store.list(profileOf('ada'))?.status).toBe('read');
  expect(store.facts({ network: 'bluesky', id: 'page-of-ada' })).not.toBeNull();
  expect(store.forget('two')).toBe(true);
  expect(store.list(profileOf('ada'))).toBeNull();
  expect(store.facts({ network: 'bluesky', id: 'page-of-ada' })).toBeNull();
});

test('somebody whom the last input no longer names is gone as well', () => {
  const store = open(':memory:');
  addEverything(store, ['ada'], true);
  store.saveInput([{ key: 'customer bo', profiles: [nameOf('bo')] }], new Map(), [], noon);
  expect(store.forget('customer ada')).toBe(false);
  expect(store.found(nameOf('ada'))).toBeNull();
  expect(store.list(profileOf('ada'))).toBeNull();
  expect(store.customers()).toHaveLength(1);
});

test('forgetting blanks the values in the problems, which may name anybody', () => {
  const store = open(':memory:');
  const problem = { file: 'clients.csv', line: 3, value: '@ada!', problem: 'no such network', whatToDo: 'mend it' };
  store.saveInput([{ key: 'customer ada', profiles: [] }], new Map(), [problem], noon);
  store.forget('customer ada');
  expect(store.problems()).toEqual([{ ...problem, value: '' }]);
});

test('forgetting everything leaves a new state, under another salt each time', () => {
  const path = join(folder(), 'state.sqlite');
  let store = open(path);
  addEverything(store, ['ada', 'bo'], true);
  const marks = [...marksOf(store, 'ada'), ...marksOf(store, 'bo')];
  const keysOfAda = [keyOfListOf(store, 'ada')];
  for (let round = 0; round < 2; round++) {
    store.forgetAll();
    expect(store.problems()).toBeNull();
    expect(store.customers()).toEqual([]);
    expect(store.facts({ network: 'bluesky', id: 'everybodys-page' })).toBeNull();
    addEverything(store, ['ada'], true);
    keysOfAda.push(keyOfListOf(store, 'ada'));
  }
  expect(new Set(keysOfAda).size).toBe(3);
  store.forgetAll();
  store.close();

  const bytes = bytesOf(path);
  expect(marks.filter((mark) => bytes.includes(mark))).toEqual([]);
  expect(foundIn(bytes, ['everybodys-page', 'page-of-ada', 'import-of-bo', 'bluesky'])).toEqual([]);
  store = open(path);
  addEverything(store, ['ada'], true);
  expect(store.found(nameOf('ada'))?.profile).toEqual(profileOf('ada'));
  store.close();
});
