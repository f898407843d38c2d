import { expect, test } from 'vitest';
import { type Counted, count } from '../../../src/stages/count.ts';
import { openStore } from '../../../src/state/store.ts';
import { bareNameId } from '../../../src/text/bare-name.ts';
import { fillFacts } from '../../../src/types/facts.ts';
import type { Listed } from '../../../src/types/resource.ts';
import type { Store } from '../../../src/types/store.ts';
import { seeded } from './fake-network.ts';

const now = Date.UTC(2026, 10, 28);
const keeping = { version: '1.0.0', fewest: 0 };

const listed = (id: string, more: Partial<Listed> = {}): Listed => ({
  network: 'bluesky',
  id,
  name: `${id}.test`,
  title: `About ${id}, "in words"`,
  url: `https://bsky.app/profile/${id}.test`,
  host: 'bsky.social',
  subscribers: null,
  countedBy: 'elsewhere',
  ...more,
});

const profileOf = (number: number) => ({
  network: 'bluesky',
  id: `client-${number}`,
  ref: `client-${number}`,
  host: 'bsky.social',
});

/** Clients who follow pages and each other, tables of follows with answers to a survey and bare names, and one that has moved. */
function world(seed: number): Store {
  const random = seeded(seed);
  const store = openStore(':memory:', { now: () => now, sleep: async () => {} });
  const customers = Array.from({ length: 12 }, (_, number) => ({
    key: `client ${number}`,
    profiles: [{ network: 'bluesky', name: `client-${number}.test`, host: 'bsky.social' }],
  }));
  const some = (share: number): Listed[] =>
    Array.from({ length: 30 }, (_, number) => listed(number < 6 ? `client-${number}` : `page-${number}`)).filter(
      () => random() < share,
    );
  const names = [
    listed(bareNameId('About page-9, "in words"'), { name: 'About page-9, "in words"', url: '', host: '' }),
  ];
  const imported = new Map(
    customers
      .filter(() => random() < 0.4)
      .map(({ key }) => [
        key,
        [...some(0.2).map((each): Listed => ({ ...each, countedBy: 'hand', via: 'survey' })), ...names],
      ]),
  );
  store.saveInput(customers, imported, [], now);
  for (const [number, { profiles }] of customers.entries()) {
    const [name] = profiles;
    if (!name || random() < 0.2) continue;
    store.saveFound(name, { profile: profileOf(number) }, now);
    store.addPage(profileOf(number), { resources: some(0.4), next: null }, now);
    store.finishList(profileOf(number), 'read', '', now);
  }
  if (random() < 0.5) move(store, 'page-10', 'page-11');
  return store;
}

function move(store: Store, from: string, to: string): void {
  const { subscribers: _, countedBy: __, ...resource } = listed(to);
  const facts = { ...fillFacts(listed(from)), successor: { resource, moved: true } };
  store.saveFacts({ network: 'bluesky', id: from }, facts, now);
}

function told(counted: Counted) {
  const candidates = [...counted.candidates].map((candidate) => ({ ...candidate, number: null }));
  const { spread, networks, readable, coverage, moved, networksRead } = counted;
  return {
    candidates,
    followers: counted.followersOf([...counted.candidates]),
    rounded: [...counted.rounded((customers) => customers - (customers % 3), 3)].map(({ customers, resource }) => ({
      customers,
      resource,
    })),
    shared: [1, 2, 3, 5].map((least) => counted.candidates.sharedBy(least)),
    spread,
    networks,
    readable,
    coverage,
    moved,
    networksRead,
  };
}

/** Whether the count was taken from what was saved: then no list's lines are read. */
function isSaved(store: Store, version = keeping.version): boolean {
  let read = 0;
  const watched: Store = { ...store, lines: (list) => ((read += 1), store.lines(list)) };
  const imported = store.customers().flatMap((lists) => lists.filter(({ network }) => network === null)).length;
  count(watched, 2, [], { ...keeping, version });
  return read <= imported;
}

test('what was saved tells just what a new count tells, for 25 random worlds and every threshold', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const store = world(seed);
    const fresh = [1, 2, 3].map((least) => told(count(store, least, [])));
    count(store, 1, [], keeping).keep(now);
    expect(isSaved(store), `world ${seed}`).toBe(true);
    expect(
      [1, 2, 3].map((least) => told(count(store, least, [], keeping))),
      `world ${seed}`,
    ).toEqual(fresh);
    store.close();
  }
});

test.each<[string, (store: Store) => void]>([
  [
    'a list that is read again at the same instant',
    (store) => {
      store.addPage(profileOf(3), { resources: [listed('page-7')], next: null }, now);
      store.finishList(profileOf(3), 'read', '', now);
    },
  ],
  ['a client who is forgotten', (store) => void store.forget('client 3')],
  ['a resource that has moved', (store) => move(store, 'page-12', 'page-13')],
  ['lists that have become too old', (store) => store.purge(now + 1)],
  ['another input', (store) => store.saveInput([], new Map([['somebody', [listed('page-8')]]]), [], now)],
])('%s: all is counted again', (_, change) => {
  const store = world(2);
  count(store, 1, [], keeping).keep(now);
  expect(isSaved(store)).toBe(true);
  change(store);
  expect(told(count(store, 1, [], keeping))).toEqual(told(count(store, 1, [])));
  count(store, 1, [], keeping).keep(now);
  expect(told(count(store, 1, [], keeping))).toEqual(told(count(store, 1, [])));
  store.close();
});

test('another version counts anew, and what is short is not kept', () => {
  const store = world(4);
  count(store, 1, [], { ...keeping, fewest: 1_000_000 }).keep(now);
  expect(store.counted(0)).toBeNull();
  count(store, 1, [], keeping).keep(now);
  expect(isSaved(store, '1.0.1')).toBe(false);
  store.close();
});

test('whoever is forgotten is in nothing that was saved', () => {
  const store = world(5);
  count(store, 1, [], keeping).keep(now);
  expect(store.counted(0)).not.toBeNull();
  store.forget('client 5');
  expect(store.counted(0)).toBeNull();
  store.close();
});
