import { expect, test } from 'vitest';
import { count } from '../../../src/stages/count.ts';
import { mergeCustomers } from '../../../src/stages/merge-customers.ts';
import { writtenLines } from '../../../src/state/lines.ts';
import { Tally } from '../../../src/stages/tally.ts';
import type { Listed, ListStatus } from '../../../src/types/resource.ts';
import type { ReadList, Store } from '../../../src/types/store.ts';
import { seeded } from './fake-network.ts';

interface Lists {
  [list: string]: { network: string | null; status: ListStatus; resources: string[]; empty?: (string | null)[] };
}

const listed = (name: string): Listed => {
  const [network = '', id = ''] = name.split(':');
  return {
    network,
    id,
    name: id,
    title: null,
    url: `https://${network}.example/${id}`,
    host: network,
    subscribers: null,
    countedBy: 'elsewhere',
  };
};

/** The part of a state that counting reads; `keyOf` may be chosen so that keys collide. */
function storeOf(lists: Lists, customers: string[][], keyOf: (name: string) => [number, number]): Store {
  const numbers = new Map<string, [number, number]>();
  const key = (name: string): [number, number] => numbers.get(name) ?? keyOf(name);
  const part: Pick<
    Store,
    'customers' | 'keys' | 'lines' | 'ownKeys' | 'resources' | 'segments' | 'excluded' | 'successors'
  > = {
    successors: () => [],
    segments: () => [],
    excluded: () => ({ customers: 0, profiles: {} }),
    ownKeys: ({ network, id }) => [`profile ${network}:${id}`],
    customers: () =>
      customers.map((names) =>
        names.map((list): ReadList => ({
          at: 0,
          list,
          network: lists[list]?.network ?? null,
          status: lists[list]?.status ?? 'read',
          ...(lists[list]?.empty && { empty: lists[list].empty }),
        })),
      ),
    keys: (list) => Uint32Array.from((lists[list]?.resources ?? []).flatMap(key)),
    resources: (list) => (lists[list]?.resources ?? []).map(listed),
    lines: (list) => writtenLines((lists[list]?.resources ?? []).map(listed)),
  };
  return part as Store;
}

const spread = (name: string): [number, number] => {
  let low = 7;
  for (const char of name) low = (Math.imul(low, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return [low, Math.imul(low, 2_654_435_761) >>> 0];
};

test('counts like a map of sets, for 100 random inputs, also when every key collides with others', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = seeded(seed);
    const lists: Lists = {};
    const customers = Array.from({ length: 1 + Math.floor(random() * 30) }, (_, customer) =>
      Array.from({ length: Math.floor(random() * 3) }, (__, index) => {
        const name = `l${customer}-${index}`;
        const resources = Array.from({ length: 60 }, (___, at) => `n${at % 2}:r${at}`).filter(() => random() < 0.3);
        lists[name] = { network: `n${index}`, status: random() < 0.9 ? 'read' : 'hidden', resources };
        return name;
      }),
    );
    const expected = new Map<string, Set<number>>();
    for (const [customer, names] of customers.entries()) {
      for (const name of names) {
        if (lists[name]?.status !== 'read') continue;
        for (const resource of lists[name].resources)
          expected.set(resource, (expected.get(resource) ?? new Set()).add(customer));
      }
    }
    for (const key of [spread, (name: string): [number, number] => [spread(name)[0] % 7, 0]]) {
      const counted = count(storeOf(lists, customers, key), 1, []);
      const result = new Map(
        Array.from(counted.candidates, ({ resource, customers: k }) => [`${resource.network}:${resource.id}`, k]),
      );
      expect(result, `seed ${seed}`).toEqual(new Map([...expected].map(([name, who]) => [name, who.size])));
      const candidates = [...counted.candidates];
      const followers = counted.followersOf(candidates);
      expect(followers.map((who) => who.length)).toEqual(candidates.map(({ customers: k }) => k));
    }
  }
});

test('a table of a hundred thousand keys finds each again', () => {
  const tally = new Tally(16);
  const keys = Uint32Array.from({ length: 200_000 }, (_, at) => (at % 2 === 0 ? at : Math.imul(at, 7919) >>> 0));
  tally.add(keys, 0);
  tally.add(keys, 0);
  tally.add(keys.subarray(0, 20), 1);
  expect(tally.size).toBe(100_000);
  expect(tally.countOf(tally.find(keys[0] ?? 0, keys[1] ?? 0))).toBe(2);
  expect(tally.countOf(tally.find(keys[40] ?? 0, keys[41] ?? 0))).toBe(1);
  expect(tally.find(1, 1)).toBe(-1);
});

const read = (list: string): ReadList => ({ list, network: 'n', status: 'read', at: 0 });

test('customers who share a profile that was read are one; a shared page without a list merges nobody', () => {
  const closed: ReadList = { list: 'company-page', network: 'linkedin', status: 'needs_login', at: null };
  expect(mergeCustomers([[read('a')], [read('b'), read('a')], [read('c'), read('b')], [read('d')]])).toHaveLength(2);
  expect(mergeCustomers([[closed], [closed], [closed]])).toHaveLength(3);
});

test('whoever has an imported list is readable on the networks that it names', () => {
  const lists: Lists = {
    ann: { network: null, status: 'read', resources: ['web:letter'] },
    bob: { network: null, status: 'read', resources: ['bluesky:did'] },
    cat: { network: 'bluesky', status: 'read', resources: ['bluesky:did'] },
    dan: { network: 'bluesky', status: 'hidden', resources: [] },
  };
  const { readable, coverage, readableAmong, customers } = count(
    storeOf(lists, [['ann'], ['bob'], ['cat'], ['dan']], spread),
    1,
    [],
  );
  expect([...readable].toSorted()).toEqual([
    ['bluesky', 2],
    ['web', 1],
  ]);
  expect({ readable: readableAmong(() => true), customers }).toEqual({ readable: 3, customers: 4 });
  expect(coverage).toEqual([
    {
      network: 'bluesky',
      profiles: 2,
      read: 1,
      imported: 1,
      hidden: 1,
      not_found: 0,
      needs_login: 0,
      truncated: 0,
      not_reached: 0,
      excluded: 0,
      not_asked: 0,
      surveyed: 0,
    },
    {
      network: 'web',
      profiles: 0,
      read: 0,
      imported: 1,
      hidden: 0,
      not_found: 0,
      needs_login: 0,
      truncated: 0,
      not_reached: 0,
      excluded: 0,
      not_asked: 0,
      surveyed: 0,
    },
  ]);
});

test('whoever follows nothing is readable where they were asked, or everywhere', () => {
  const lists: Lists = {
    ann: { network: null, status: 'read', resources: ['web:letter', 'vk:roses'] },
    bob: { network: null, status: 'read', resources: [], empty: ['vk'] },
    cat: { network: null, status: 'read', resources: [], empty: [null] },
    dan: { network: 'bluesky', status: 'read', resources: ['bluesky:did'] },
    eve: { network: null, status: 'read', resources: [], empty: ['flickr'] },
  };
  const counted = count(storeOf(lists, [['ann'], ['bob'], ['cat'], ['dan'], ['eve']], spread), 1, []);
  expect(Object.fromEntries(counted.readable)).toEqual({ bluesky: 2, vk: 3, web: 2, flickr: 2 });
  expect(counted.coverage.map(({ network, imported }) => [network, imported])).toEqual([
    ['bluesky', 1],
    ['flickr', 2],
    ['vk', 3],
    ['web', 2],
  ]);
  expect(
    [(network: string) => network === 'vk', () => true, () => false].map((holds) => counted.readableAmong(holds)),
  ).toEqual([3, 5, 1]);
});

test('nobody counts for a profile of their own, whichever list of theirs holds it', () => {
  const lists: Lists = {
    'profile n:ann': { network: 'n', status: 'read', resources: ['n:ann', 'n:roses', 'n:ann2'] },
    'profile n:ann2': { network: 'n', status: 'hidden', resources: [] },
    'ann imported': { network: null, status: 'read', resources: ['n:ann', 'n:bob'] },
    'profile n:bob': { network: 'n', status: 'read', resources: ['n:ann', 'n:ann2', 'n:bob', 'n:roses'] },
    cat: { network: 'n', status: 'read', resources: ['n:bob', 'n:ann'] },
  };
  const customers = [['profile n:ann', 'profile n:ann2', 'ann imported'], ['profile n:bob'], ['cat']];
  for (const keyOf of [spread, (): [number, number] => [1, 1]]) {
    const counted = count(storeOf(lists, customers, keyOf), 1, []);
    const candidates = [...counted.candidates];
    const followers = counted.followersOf(candidates);
    expect(
      Object.fromEntries(candidates.map(({ resource, customers: many }, at) => [resource.id, [many, followers[at]]])),
    ).toEqual({ ann: [2, [1, 2]], bob: [2, [0, 2]], roses: [2, [0, 1]], ann2: [1, [1]] });
  }
});
