import { lookup } from '../text/lookup.ts';
import type { Decision } from '../types/input.ts';
import type { Baseline, Candidate, Coverage } from '../types/report.ts';
import { type ListStatus, type Listed, type Resource, listStatuses } from '../types/resource.ts';
import type { ReadList, Store } from '../types/store.ts';
import { type ListsRead, listsRead } from './list-ages.ts';
import { countsFollows, mergeCustomers } from './merge-customers.ts';
import { pickBetter, byKey, resourceKey } from './keys.ts';
import { type ResolvedLists, resolveNames } from './resolve.ts';
import type { Histogram } from './statistics.ts';
import { type Moved, followSuccessors, movedFrom } from './successors.ts';
import { Tally } from './tally.ts';

/** What people like the clients follow: those of the control list that are no clients themselves. */
export interface Control {
  /** People whose lists of a network could be read. */
  readableOn(network: string): number;
  /** People who follow a resource. */
  followersOf(resource: Pick<Resource, 'network' | 'id'>): number;
  told: Baseline;
}

export interface Counted {
  /** The counts are multiples, made to be handed on. */
  isCoarse: boolean;
  /** Customers of the input; two that share a profile are one. */
  customers: number;
  /**
   * Customers with at least one readable list, by network. An imported list is one of the networks that its own
   * resources lie in, and of those on which its customer answered that there are none.
   */
  readable: Map<string, number>;
  /** Customers with at least one readable list of such networks. */
  readableAmong: (holds: (network: string) => boolean) => number;
  /** The networks that each customer, by number, has a readable list of. */
  networksRead: ReadonlySet<string>[];
  /** The segment that each customer, by number, is in. */
  segments: (string | null)[];
  coverage: Omit<Coverage, 'kept' | 'age_days'>[];
  /** When the lists were read that count. */
  lists: ListsRead;
  /** By customers, most first, then by resource key. */
  candidates: Candidate[];
  /** What has moved, and is counted where it moved to. By customers, most first, then by resource key. */
  moved: Moved[];
  /** How many resources so many customers follow, by network, those that are left out of the candidates included. */
  spread: Map<string, Histogram>;
  /** What people like the customers follow, as a control list tells; counted when it is first asked for. */
  control?: () => Control | null;
  /** The customers, by number, that follow each of these candidates. */
  followersOf(candidates: Candidate[]): number[][];
}

/**
 * Counts distinct customers per resource over all that the state holds; resources with fewer than `minCustomers` are
 * left out. Bare names count as what they mean, see `resolveNames`.
 */
export function count(store: Store, minCustomers: number, decisions: Decision[]): Counted {
  const merged = mergeCustomers(store.customers());
  const customers = merged.map(({ lists }) => lists);
  const named = store.segments();
  const readable = customers.map((lists) => lists.filter(countsFollows));
  const read = followSuccessors(store, readable, resolveNames(store, readable, decisions));
  const tally = new Tally();
  for (const [customer, lists] of readable.entries()) {
    for (const { list } of lists) tally.add(read.keys(list), customer);
  }
  const { resources, networksOf, spread } = resourcesOf(read, readable, tally, minCustomers);
  const networksRead = readable.map((lists) => networksIn(lists, networksOf));
  const owners = ownersOf(store, customers, resources);
  const shared = sharersApart(read, readable, tally, resources, owners);
  const surveyed = surveyedOf(read, readable, owners);
  const candidates = [...resources.values()]
    .map(({ listed, slot }) => ({
      resource: listed,
      customers: shared.get(resourceKey(listed))?.length ?? tally.countOf(slot),
      surveyed: surveyed.get(resourceKey(listed)) ?? 0,
      ...noteOn(listed, read),
    }))
    .filter((candidate) => candidate.customers >= minCustomers)
    .toSorted((a, b) => b.customers - a.customers || byKey(a.resource, b.resource));
  return {
    isCoarse: false,
    customers: customers.length,
    readable: countEach(networksRead),
    readableAmong: (holds) => readable.filter(readableBy(holds, networksOf)).length,
    networksRead,
    // Under two names with a segment each, somebody is in the first of these in the alphabet.
    segments: merged.map(({ members }) => members.flatMap((each) => named[each] ?? []).toSorted()[0] ?? null),
    coverage: coverageOf(customers, networksOf, store.excluded().profiles),
    lists: listsRead(readable),
    candidates,
    moved: read.moved
      .filter(({ customers: followers }) => followers >= minCustomers)
      .toSorted((a, b) => b.customers - a.customers || byKey(a.resource, b.resource)),
    spread,
    followersOf: (wanted) => followersOf(read, readable, tally, resources, shared, wanted),
  };
}

const noteOn = (listed: Listed, { notes }: ResolvedLists): Pick<Candidate, 'note'> => {
  const own = notes.get(resourceKey(listed));
  const moved = listed.movedFrom === undefined ? undefined : movedFrom(listed.movedFrom);
  const note = [...new Set([...(own?.split('; ') ?? []), ...(moved === undefined ? [] : [moved])])].join('; ');
  return note === '' ? {} : { note };
};

type Known = Map<string, { listed: Listed; slot: number }>;

/** The networks that each readable list tells of. */
type NetworksOf = Map<string, ReadonlySet<string>>;

/** Everything the lists say of the resources that enough customers share, and of which networks each list is. */
function resourcesOf(
  read: ResolvedLists,
  readable: ReadList[][],
  tally: Tally,
  minCustomers: number,
): { resources: Known; networksOf: NetworksOf; spread: Map<string, Histogram> } {
  const resources: Known = new Map();
  const networksOf = new Map<string, Set<string>>();
  const spread = new Map<string, number[]>();
  const met = new Uint8Array(tally.size);
  const lists = distinct(readable.flat());
  for (const { list, network, empty = [] } of lists) {
    const keys = read.keys(list);
    const own = new Set(network === null ? empty.filter((each) => each !== null) : [network]);
    networksOf.set(list, own);
    for (const [index, listed] of read.resources(list).entries()) {
      if (network === null) own.add(listed.network);
      const slot = tally.find(keys[index * 2] ?? 0, keys[index * 2 + 1] ?? 0);
      const customers = tally.countOf(slot);
      if (met[slot] === 0) {
        met[slot] = 1;
        const histogram = spread.get(listed.network) ?? [];
        histogram[customers] = (histogram[customers] ?? 0) + 1;
        spread.set(listed.network, histogram);
      }
      if (customers < minCustomers) continue;
      const key = resourceKey(listed);
      const known = resources.get(key);
      resources.set(key, { listed: known ? pickBetter(listed, known.listed) : listed, slot });
    }
  }
  const all = new Set([...networksOf.values()].flatMap((networks) => [...networks]));
  for (const { list, empty } of lists) if (empty?.includes(null)) networksOf.set(list, all);
  return { resources, networksOf, spread };
}

/** The customers that each resource is a profile of: nobody is a resource of their own. */
function ownersOf(store: Store, customers: ReadList[][], resources: Known): Map<string, Set<number>> {
  const customersOf = new Map<string, Set<number>>();
  for (const [customer, lists] of customers.entries()) {
    for (const key of lists.flatMap(({ list, network, names = [] }) => (network === null ? [] : [list, ...names])))
      customersOf.set(key, (customersOf.get(key) ?? new Set()).add(customer));
  }
  const owners = new Map<string, Set<number>>();
  if (customersOf.size === 0) return owners;
  for (const [key, { listed }] of resources) {
    const own = store.ownKeys(listed).flatMap((each) => [...(customersOf.get(each) ?? [])]);
    if (own.length > 0) owners.set(key, new Set(own));
  }
  return owners;
}

/**
 * The customers of resources that the table cannot count by itself. Two with one 64-bit key would be counted as one, and
 * are told apart by their full ids; expected once in 10^8 runs with a million resources each. And whoever a resource is
 * a profile of does not count.
 */
function sharersApart(
  read: ResolvedLists,
  readable: ReadList[][],
  tally: Tally,
  resources: Known,
  owners: Map<string, Set<number>>,
): Map<string, number[]> {
  const bySlot = new Map<number, string>();
  const apart = new Set(owners.keys());
  for (const [key, { slot }] of resources) {
    const other = bySlot.get(slot);
    if (other !== undefined) apart.add(key).add(other);
    bySlot.set(slot, key);
  }
  const sharers = new Map<string, number[]>([...apart].map((key) => [key, []]));
  if (apart.size === 0) return sharers;
  const slots = new Set([...apart].map((key) => resources.get(key)?.slot));
  for (const [customer, lists] of readable.entries()) {
    const concerned = lists.filter(({ list }) => slotsIn(read.keys(list), tally).some((slot) => slots.has(slot)));
    const keys = new Set(concerned.flatMap(({ list }) => read.resources(list)).map(resourceKey));
    for (const key of keys) if (owners.get(key)?.has(customer) !== true) sharers.get(key)?.push(customer);
  }
  return sharers;
}

/** How many customers are known to follow a resource only because they said so when asked. */
function surveyedOf(
  read: ResolvedLists,
  readable: ReadList[][],
  owners: Map<string, Set<number>>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [customer, lists] of readable.entries()) {
    const imported = lists.filter(isImported).flatMap(({ list }) => read.resources(list));
    const said = new Set(imported.flatMap((listed) => (listed.via === 'survey' ? [resourceKey(listed)] : [])));
    if (said.size === 0) continue;
    const shown = [
      ...imported.filter(({ via }) => via !== 'survey'),
      ...lists.filter((each) => !isImported(each)).flatMap(({ list }) => read.resources(list)),
    ];
    for (const listed of shown) said.delete(resourceKey(listed));
    for (const key of said) if (owners.get(key)?.has(customer) !== true) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const slotsIn = (keys: Uint32Array, tally: Tally): number[] =>
  Array.from({ length: keys.length / 2 }, (_, at) => tally.find(keys[at * 2] ?? 0, keys[at * 2 + 1] ?? 0));

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

const networksIn = (lists: ReadList[], networksOf: NetworksOf): Set<string> =>
  new Set(lists.flatMap(({ list }) => [...(networksOf.get(list) ?? [])]));

/** Whoever was asked about everything and follows nothing is readable, whatever the others name. */
const readableBy =
  (holds: (network: string) => boolean, networksOf: NetworksOf) =>
  (lists: ReadList[]): boolean =>
    lists.some(({ empty }) => empty?.includes(null)) || [...networksIn(lists, networksOf)].some(holds);

function countEach(sets: Set<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of sets.flatMap((set) => [...set])) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

const isImported = ({ network }: ReadList): boolean => network === null;

function coverageOf(
  customers: ReadList[][],
  networksOf: NetworksOf,
  excluded: Record<string, number>,
): Counted['coverage'] {
  const imported = countEach(customers.map((lists) => networksIn(lists.filter(isImported), networksOf)));
  const profiles = distinct(customers.flat()).filter(({ network }) => network !== null);
  const networks = new Set([
    ...profiles.map(({ network }) => network ?? ''),
    ...imported.keys(),
    ...Object.keys(excluded),
  ]);
  return [...networks].toSorted().map((network) => {
    const own = profiles.filter((profile) => profile.network === network);
    const having = (status: ListStatus): number => own.filter((profile) => profile.status === status).length;
    const counts = Object.fromEntries(listStatuses.map((status) => [status, having(status)]));
    return {
      network,
      profiles: own.length,
      imported: imported.get(network) ?? 0,
      ...(counts as Record<ListStatus, number>),
      excluded: lookup(excluded, network) ?? 0,
    };
  });
}

const distinct = (lists: ReadList[]): ReadList[] => [...new Map(lists.map((each) => [each.list, each])).values()];
