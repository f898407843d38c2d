import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mergeFiles } from '../../../src/state/merge-files.ts';
import type { Store } from '../../../src/types/store.ts';
import { codeOf, day, factsOf, folder, hour, inState, listed, nameOf, noon, profileOf } from './given.ts';

/** Two files of one state that nobody has worked with yet. */
function twins(): { here: string; there: string; place: string } {
  const place = folder();
  const [here, there] = [join(place, 'here.sqlite'), join(place, 'there.sqlite')];
  inState(here, () => undefined);
  copyFileSync(here, there);
  return { here, there, place };
}

function reads(store: Store, name: string, follows: string[], at: number): void {
  store.saveFound(nameOf(name), { profile: profileOf(name) }, at);
  store.addPage(profileOf(name), { resources: follows.map((id) => listed(id)), next: null }, at);
  store.finishList(profileOf(name), 'read', '', at);
}

const input = (store: Store, names: string[], at: number): void =>
  store.saveInput(
    names.map((key) => ({ key, profiles: [nameOf(key)] })),
    new Map(),
    [{ file: 'clients.csv', line: 2, value: names.join(), problem: 'none', whatToDo: 'nothing' }],
    at,
  );

/** Everything that reports are made of. */
const contentOf = (path: string) =>
  inState(path, (store) => ({
    customers: store.customers(),
    names: store.customers().map((lists) => lists.map(({ list }) => store.resources(list).map(({ id }) => id))),
    problems: store.problems(),
    facts: ['roses', 'tulips', 'herbs'].map((id) => store.facts({ network: 'bluesky', id })),
    evidence: ['roses', 'tulips', 'herbs'].map((id) => store.evidence({ network: 'bluesky', id })),
    found: ['ada', 'bo', 'cleo'].map((name) => store.found(nameOf(name))),
    spent: store.spent('x', 0),
  }));

test('clients are added up, and the newest answer of each list and resource wins', () => {
  const { here, there } = twins();
  inState(here, (store) => {
    input(store, ['ada', 'bo'], noon);
    reads(store, 'ada', ['roses'], noon - day);
    reads(store, 'bo', ['roses', 'herbs'], noon);
    store.saveFacts(listed('roses'), { ...factsOf('roses'), subscribers: 1 }, noon);
    store.saveFacts(listed('tulips'), { ...factsOf('tulips'), subscribers: 2 }, noon - day);
    store.saveEvidence(listed('herbs'), [], noon);
  });
  inState(there, (store) => {
    input(store, ['ada', 'cleo'], noon + hour);
    reads(store, 'ada', ['tulips'], noon);
    reads(store, 'cleo', ['tulips'], noon);
    store.saveFacts(listed('roses'), { ...factsOf('roses'), subscribers: 3 }, noon - day);
    store.saveFacts(listed('tulips'), { ...factsOf('tulips'), subscribers: 4 }, noon);
    store.saveEvidence(listed('herbs'), null, noon - day);
  });
  expect(mergeFiles([there], here)).toEqual({ customers: 1, lists: 2, facts: 1, evidence: 0 });
  const merged = contentOf(here);
  expect(merged.customers).toHaveLength(3);
  expect(merged.names.flat().toSorted()).toEqual([['roses', 'herbs'], ['tulips'], ['tulips']]);
  expect(merged.facts.map((known) => known?.facts.subscribers)).toEqual([1, 4, undefined]);
  expect(merged.evidence[2]).toEqual({ posts: [], at: noon });
  expect(merged.problems).toHaveLength(2);
});

test('the order does not matter, and a second time changes nothing', () => {
  const { here, there } = twins();
  inState(here, (store) => {
    input(store, ['ada'], noon);
    reads(store, 'ada', ['roses', 'herbs'], noon);
    store.saveSpending('x', 1.5, noon);
    store.saveSpending('x', 1.5, noon);
  });
  inState(there, (store) => {
    input(store, ['bo'], noon);
    reads(store, 'bo', ['roses'], noon);
    store.saveSpending('x', 1.5, noon);
    store.saveSpending('x', 0.25, noon + 1);
  });
  const other = `${there}.other`;
  copyFileSync(there, other);
  mergeFiles([here], other);
  mergeFiles([there], here);
  const once = contentOf(here);
  expect(contentOf(other)).toMatchObject({ customers: once.customers, names: once.names, spent: once.spent });
  expect(once.spent).toBe(3.25);
  expect(mergeFiles([there, here, there], here)).toEqual({ customers: 0, lists: 0, facts: 0, evidence: 0 });
  expect(contentOf(here)).toEqual(once);
});

test('no answer of today takes the place of an older one', () => {
  const { here, there } = twins();
  inState(here, (store) => reads(store, 'ada', ['roses'], noon - day));
  inState(there, (store) => {
    input(store, ['ada'], noon);
    store.saveFound(nameOf('ada'), { status: 'not_reached', note: 'down' }, noon);
    store.saveFound(nameOf('bo'), { status: 'not_found', note: '' }, noon);
  });
  mergeFiles([there], here);
  expect(contentOf(here).found.map((found) => found?.status)).toEqual([null, 'not_found', undefined]);
  expect(contentOf(here).names).toEqual([[['roses']]]);
});

test('an unfinished list comes along, so that it goes on where it was', () => {
  const { here, there } = twins();
  inState(there, (store) => {
    store.addPage(profileOf('ada'), { resources: [listed('roses')], next: 'page 2' }, noon);
    store.addPage(profileOf('ada'), { resources: [listed('herbs')], next: 'page 3' }, noon);
    store.addPage(profileOf('bo'), { resources: [listed('herbs')], next: 'page 2' }, noon);
  });
  inState(here, (store) => reads(store, 'bo', ['roses'], noon + hour));
  mergeFiles([there], here);
  inState(here, (store) => {
    expect(store.unfinished(profileOf('ada'))).toBe('page 3');
    expect(store.unfinished(profileOf('bo'))).toBe(null);
  });
});

test('a state that holds nobody takes over the salt', () => {
  const { here, place } = twins();
  inState(here, (store) => {
    input(store, ['ada'], noon);
    reads(store, 'ada', ['roses'], noon);
  });
  for (const into of [join(place, 'new.sqlite'), join(place, 'empty.sqlite')]) {
    if (into.endsWith('empty.sqlite')) inState(into, () => undefined);
    expect(mergeFiles([here], into)).toMatchObject({ customers: 1, lists: 1 });
    expect(contentOf(into)).toEqual(contentOf(here));
  }
});

test('a state of another salt is refused, and nothing has changed', () => {
  const { here, there, place } = twins();
  const strange = join(place, 'strange.sqlite');
  inState(strange, (store) => reads(store, 'cleo', ['roses'], noon));
  inState(there, (store) => reads(store, 'bo', ['roses'], noon));
  inState(here, (store) => reads(store, 'ada', ['roses'], noon));
  const before = contentOf(here);
  expect(codeOf(() => mergeFiles([there, strange], here))).toBe('state_other_salt');
  expect(contentOf(here)).toEqual(before);
});

test('a damaged state is told, and nothing has changed; so is one that is not there', () => {
  const { here, there, place } = twins();
  inState(there, (store) => {
    input(store, ['bo'], noon);
    for (let at = 0; at < 50; at++) reads(store, `bo ${at}`, ['roses', `${at}`], noon);
  });
  const bytes = readFileSync(there);
  bytes.fill(0xff, bytes.length - 6000, bytes.length - 3000);
  writeFileSync(there, bytes);
  const before = contentOf(here);
  expect(codeOf(() => mergeFiles([there], here))).toBe('state_damaged');
  expect(codeOf(() => mergeFiles([join(place, 'none.sqlite')], here))).toBe('state_missing');
  expect(contentOf(here)).toEqual(before);
});
