import { lookup } from '../text/lookup.ts';
import { once } from '../once.ts';
import type { Decision } from '../types/input.ts';
import type { Baseline, Candidate, Coverage } from '../types/report.ts';
import { type ListStatus, type Resource, listStatuses } from '../types/resource.ts';
import type { ReadList, Store } from '../types/store.ts';
import { type CandidateList, candidatesOf, rounded } from './candidates.ts';
import type { CountedPages } from './counted-pages.ts';
import { type CountedLists, CountedResources } from './counted-resources.ts';
import { Descriptions } from './descriptions.ts';
import { type ListsRead, listsRead } from './list-ages.ts';
import { countsFollows, mergeCustomers } from './merge-customers.ts';
import { byKey } from './keys.ts';
import { resolveNames } from './resolve.ts';
import { basisOfCount, saveCount, savedCount } from './saved-count.ts';
import type { Histogram } from './statistics.ts';
import { type FollowedLists, type Moved, followSuccessors } from './successors.ts';
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
  /** The networks that each customer, by number, has a profile on. */
  profilesOn: ReadonlySet<string>[];
  /** The segment that each customer, by number, is in. */
  segments: (string | null)[];
  coverage: Omit<Coverage, 'kept' | 'age_days'>[];
  /** When the lists were read that count. */
  lists: ListsRead;
  candidates: CandidateList;
  /** The same by coarser counts, and without what speaks of single lists. */
  rounded(round: (customers: number) => number, minCustomers: number): CandidateList;
  /** What has moved, and is counted where it moved to. By customers, most first, then by resource key. */
  moved: Moved[];
  /** Every network that a counted resource lies in. */
  networks: ReadonlySet<string>;
  /** How many resources so many customers follow, by network, those that are left out of the candidates included. */
  spread: ReadonlyMap<string, Histogram>;
  /** What people like the customers follow, as a control list tells; counted when it is first asked for. */
  control?: () => Control | null;
  /** Keeps it for the next time that the same is counted, if that is worth it. */
  keep(now: number): void;
  /** The customers, by number, that follow each of these candidates. */
  followersOf(candidates: readonly Candidate[]): number[][];
}

/**
 * Counts distinct customers per resource over all that the state holds; resources with fewer than `minCustomers` are
 * left out. Bare names count as what they mean, see `resolveNames`.
 * @param keeping the version of the program, and from how many follows on what was counted is kept; nothing is kept, or
 * taken from what was, where it is left out
 */
export function count(
  store: Store,
  minCustomers: number,
  decisions: Decision[],
  keeping: { version: string; fewest: number } | null = null,
): Counted {
  const merged = mergeCustomers(store.customers());
  const customers = merged.map(({ lists }) => lists);
  const named = store.segments();
  const readable = customers.map((lists) => lists.filter(countsFollows));
  const lists = distinct(readable.flat());
  const read = once(() => followSuccessors(store, readable, resolveNames(store, readable, decisions)));
  const anew = once(() => pagesIn({ store, customers, readable, lists, read: read() }, minCustomers));
  const again = { read, source: () => anew().source };
  const basis = keeping && basisOfCount(store, customers, decisions, keeping.version);
  const saved = basis === null ? null : savedCount(store, basis, readable, again);
  const pages = saved ?? anew();
  const { source } = pages;
  const networksOf = networksOfLists(lists, (list) => pages.networksIn(list));
  const networksShown = networksOfLists(
    lists.map(({ emptyInSurvey = [], ...list }) => ({
      ...list,
      ...(list.empty && { empty: list.empty.filter((each) => !emptyInSurvey.includes(each)) }),
    })),
    (list) => pages.networksShown(list),
  );
  const networksRead = readable.map((own) => networksIn(own, networksOf));
  const candidates = candidatesOf(source, minCustomers);
  return {
    isCoarse: false,
    customers: customers.length,
    readable: countEach(networksRead),
    readableAmong: (holds) => readable.filter(readableBy(holds, networksOf)).length,
    networksRead,
    profilesOn: customers.map((own) => new Set(own.flatMap(({ network }) => network ?? []))),
    // Under two names with a segment each, somebody is in the first of these in the alphabet.
    segments: merged.map(({ members }) => members.flatMap((each) => named[each] ?? []).toSorted()[0] ?? null),
    coverage: coverageOf(customers, { networksOf, networksShown }, store.excluded().profiles),
    lists: listsRead(readable),
    candidates,
    rounded: (round, least) => candidatesOf(rounded(source, round), least),
    moved: pages.moved
      .filter(({ customers: followers }) => followers >= minCustomers)
      .toSorted((a, b) => b.customers - a.customers || byKey(a.resource, b.resource)),
    networks: new Set(pages.spread.keys()),
    spread: pages.spread,
    followersOf: (wanted) => source.followersOf(wanted),
    keep(now) {
      // Of what fewer share than are shown nothing was read.
      if (saved || !keeping || basis === null || minCustomers > 2 || pages.follows < keeping.fewest) return;
      saveCount(store, basis, { ...pages, candidates, lists }, now);
    },
  };
}

/** What is counted, and what that needs. */
interface CountedNow extends Pick<CountedLists, 'readable'> {
  store: Store;
  customers: ReadList[][];
  lists: ReadList[];
  read: FollowedLists;
}

function pagesIn({ store, customers, readable, lists, read }: CountedNow, minCustomers: number): CountedPages {
  const tally = new Tally();
  let follows = 0;
  for (const [customer, own] of readable.entries()) {
    for (const { list } of own) {
      const keys = read.keys(list);
      follows += keys.length / 2;
      tally.add(keys, customer);
    }
  }
  const described = new Descriptions(read, lists, tally);
  described.describe(Math.max(2, minCustomers));
  const customersOf = customersByProfile(customers);
  return {
    read: () => read,
    source: new CountedResources(store, { read, readable, tally, described, customersOf }),
    follows,
    moved: read.moved,
    spread: described.spread,
    networksIn: (list) => described.networksIn(list),
    networksShown: (list) => described.networksShown(list),
  };
}

/** The networks that each readable list tells of. */
type NetworksOf = Map<string, ReadonlySet<string>>;

function networksOfLists(lists: readonly ReadList[], networksIn: (list: string) => Iterable<string>): NetworksOf {
  const networksOf = new Map<string, Set<string>>();
  for (const { list, network, empty = [] } of lists) {
    const asked = empty.filter((each) => each !== null);
    networksOf.set(list, new Set(network === null ? [...asked, ...networksIn(list)] : [network]));
  }
  const all = new Set([...networksOf.values()].flatMap((networks) => [...networks]));
  for (const { list, empty } of lists) if (empty?.includes(null)) networksOf.set(list, all);
  return networksOf;
}

/** By list, or name of one, the customers whose profile it is. */
function customersByProfile(customers: ReadList[][]): Map<string, Set<number>> {
  const customersOf = new Map<string, Set<number>>();
  for (const [customer, lists] of customers.entries()) {
    for (const key of lists.flatMap(({ list, network, names = [] }) => (network === null ? [] : [list, ...names])))
      customersOf.set(key, (customersOf.get(key) ?? new Set()).add(customer));
  }
  return customersOf;
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
  { networksOf, networksShown }: { networksOf: NetworksOf; networksShown: NetworksOf },
  excluded: Record<string, number>,
): Counted['coverage'] {
  const told = customers.map((lists) => lists.filter(isImported));
  const imported = countEach(told.map((lists) => networksIn(lists, networksOf)));
  const surveyed = countEach(
    told.map((lists) => {
      const shown = networksIn(lists, networksShown);
      return new Set([...networksIn(lists, networksOf)].filter((network) => !shown.has(network)));
    }),
  );
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
      surveyed: surveyed.get(network) ?? 0,
    };
  });
}

const distinct = (lists: ReadList[]): ReadList[] => [...new Map(lists.map((each) => [each.list, each])).values()];
