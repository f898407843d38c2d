import { lookup } from '../text/lookup.ts';
import type { Decision } from '../types/input.ts';
import type { Candidate, Coverage } from '../types/report.ts';
import { type ListStatus, type Listed, listStatuses } from '../types/resource.ts';
import type { ReadList, Store } from '../types/store.ts';
import { type ListsRead, listsRead } from './list-ages.ts';
import { countsFollows, mergeCustomers } from './merge-customers.ts';
import { pickBetter, byKey, resourceKey } from './keys.ts';
import { type ResolvedLists, resolveNames } from './resolve.ts';
import { followSuccessors } from './successors.ts';
import { Tally } from './tally.ts';

export interface Counted {
  /** The counts are multiples, made to be handed on. */
  isCoarse: boolean;
  /** Customers of the input; two that share a profile are one. */
  customers: number;
  /**
   * Customers with at least one readable list, by network. Whoever has an imported list is readable on every network
   * that the imported lists name.
   */
  readable: Map<string, number>;
  /** Customers with at least one readable list of such networks. */
  readableAmong: (holds: (network: string) => boolean) => number;
  coverage: Omit<Coverage, 'kept' | 'age_days'>[];
  /** When the lists were read that count. */
  lists: ListsRead;
  /** By customers, most first, then by resource key. */
  candidates: Candidate[];
  /** The customers, by number, that follow each of these candidates. */
  followersOf(candidates: Candidate[]): number[][];
}

/**
 * Counts distinct customers per resource over all that the state holds; resources with fewer than `minCustomers` are
 * left out. Bare names count as what they mean, see `resolveNames`.
 */
export function count(store: Store, minCustomers: number, decisions: Decision[]): Counted {
  const customers = mergeCustomers(store.customers());
  const readable = customers.map((lists) => lists.filter(countsFollows));
  const read = followSuccessors(store, readable, resolveNames(store, readable, decisions));
  const tally = new Tally();
  for (const [customer, lists] of readable.entries()) {
    for (const { list } of lists) tally.add(read.keys(list), customer);
  }
  const { resources, importedNetworks } = resourcesOf(read, readable, tally, minCustomers);
  const shared = sharersOfColliding(read, readable, resources);
  const candidates = [...resources.values()]
    .map(({ listed, slot }) => ({
      resource: listed,
      customers: shared.get(resourceKey(listed))?.length ?? tally.countOf(slot),
      ...noteOn(listed, read),
    }))
    .filter((candidate) => candidate.customers >= minCustomers)
    .toSorted((a, b) => b.customers - a.customers || byKey(a.resource, b.resource));
  return {
    isCoarse: false,
    customers: customers.length,
    readable: readableOn(readable, importedNetworks),
    readableAmong: (holds) => readable.filter(readableBy(holds, importedNetworks)).length,
    coverage: coverageOf(customers, importedNetworks, store.excluded().profiles),
    lists: listsRead(readable),
    candidates,
    followersOf: (wanted) => followersOf(read, readable, tally, resources, shared, wanted),
  };
}

const noteOn = (listed: Listed, { notes }: ResolvedLists): Pick<Candidate, 'note'> => {
  const own = notes.get(resourceKey(listed));
  const moved = listed.movedFrom === undefined ? undefined : `moved here from ${listed.movedFrom}`;
  const note = [...new Set([...(own?.split('; ') ?? []), ...(moved === undefined ? [] : [moved])])].join('; ');
  return note === '' ? {} : { note };
};

type Known = Map<string, { listed: Listed; slot: number }>;

/** Everything the lists say of the resources that enough customers share. */
function resourcesOf(
  read: ResolvedLists,
  readable: ReadList[][],
  tally: Tally,
  minCustomers: number,
): { resources: Known; importedNetworks: Set<string> } {
  const resources: Known = new Map();
  const importedNetworks = new Set<string>();
  for (const { list, network } of distinct(readable.flat())) {
    const keys = read.keys(list);
    for (const [index, listed] of read.resources(list).entries()) {
      if (network === null) importedNetworks.add(listed.network);
      const slot = tally.find(keys[index * 2] ?? 0, keys[index * 2 + 1] ?? 0);
      if (tally.countOf(slot) < minCustomers) continue;
      const key = resourceKey(listed);
      const known = resources.get(key);
      resources.set(key, { listed: known ? pickBetter(listed, known.listed) : listed, slot });
    }
  }
  return { resources, importedNetworks };
}

/**
 * Two resources with one 64-bit key would be counted as one: the customers of such resources are found by their full
 * ids. Expected once in 10^8 runs with a million resources each.
 */
function sharersOfColliding(read: ResolvedLists, readable: ReadList[][], resources: Known): Map<string, number[]> {
  const bySlot = new Map<number, string>();
  const colliding = new Set<string>();
  for (const [key, { slot }] of resources) {
    const other = bySlot.get(slot);
    if (other !== undefined) colliding.add(key).add(other);
    bySlot.set(slot, key);
  }
  const sharers = new Map<string, number[]>();
  if (colliding.size === 0) return sharers;
  for (const [customer, lists] of readable.entries()) {
    const keys = new Set(lists.flatMap(({ list }) => read.resources(list)).map(resourceKey));
    for (const key of keys) if (colliding.has(key)) sharers.set(key, [...(sharers.get(key) ?? []), customer]);
  }
  return sharers;
}

function followersOf(
  read: ResolvedLists,
  readable: ReadList[][],
  tally: Tally,
  resources: Known,
  shared: Map<string, number[]>,
  wanted: Candidate[],
): number[][] {
  const followers = new Map<number, Set<number>>();
  for (const { resource } of wanted) followers.set(resources.get(resourceKey(resource))?.slot ?? -1, new Set());
  for (const [customer, lists] of readable.entries()) {
    for (const { list } of lists) {
      const keys = read.keys(list);
      for (let at = 0; at < keys.length; at += 2)
        followers.get(tally.find(keys[at] ?? 0, keys[at + 1] ?? 0))?.add(customer);
    }
  }
  return wanted.map(({ resource }) => {
    const key = resourceKey(resource);
    return shared.get(key) ?? [...(followers.get(resources.get(key)?.slot ?? -1) ?? [])];
  });
}

/** An imported list that names nothing is a list of no network, and was read all the same. */
function readableBy(holds: (network: string) => boolean, importedNetworks: Set<string>) {
  const imported = importedNetworks.size === 0 || [...importedNetworks].some(holds);
  return (lists: ReadList[]): boolean => lists.some(({ network }) => (network === null ? imported : holds(network)));
}

function readableOn(readable: ReadList[][], importedNetworks: Set<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const lists of readable) {
    const on = new Set(lists.flatMap(({ network }) => network ?? [...importedNetworks]));
    for (const network of on) counts.set(network, (counts.get(network) ?? 0) + 1);
  }
  return counts;
}

function coverageOf(
  customers: ReadList[][],
  importedNetworks: Set<string>,
  excluded: Record<string, number>,
): Counted['coverage'] {
  const imported = customers.filter((lists) => lists.some(({ network }) => network === null)).length;
  const profiles = distinct(customers.flat()).filter(({ network }) => network !== null);
  const networks = new Set([
    ...profiles.map(({ network }) => network ?? ''),
    ...importedNetworks,
    ...Object.keys(excluded),
  ]);
  return [...networks].toSorted().map((network) => {
    const own = profiles.filter((profile) => profile.network === network);
    const having = (status: ListStatus): number => own.filter((profile) => profile.status === status).length;
    const counts = Object.fromEntries(listStatuses.map((status) => [status, having(status)]));
    return {
      network,
      profiles: own.length,
      imported: importedNetworks.has(network) ? imported : 0,
      ...(counts as Record<ListStatus, number>),
      excluded: lookup(excluded, network) ?? 0,
    };
  });
}

const distinct = (lists: ReadList[]): ReadList[] => [...new Map(lists.map((each) => [each.list, each])).values()];
