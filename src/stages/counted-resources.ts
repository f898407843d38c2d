import type { Candidate } from '../types/report.ts';
import type { Listed } from '../types/resource.ts';
import type { ReadList, Store } from '../types/store.ts';
import type { CandidateSource } from './candidates.ts';
import type { Descriptions } from './descriptions.ts';
import { joinNotes, notesIn, rowNotes } from '../text/row-notes.ts';
import { followersIn } from './followers.ts';
import { resourceKey } from './keys.ts';
import type { ResolvedLists } from './resolve.ts';
import type { Tally } from './tally.ts';

/** What was read to count. */
export interface CountedLists {
  read: ResolvedLists;
  /** The readable lists of each customer. */
  readable: ReadList[][];
  tally: Tally;
  described: Descriptions;
  /** By list, or name of one, the customers whose profile it is. */
  customersOf: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * The resources that were counted, by number. Whoever a resource is a profile of does not count; and two with one 64-bit
 * key, which the tally counts as one, are told apart, where the second gets a number behind all others.
 */
export class CountedResources implements CandidateSource {
  counts: Uint32Array;
  readonly #store: Pick<Store, 'ownKeys'>;
  readonly #lists: CountedLists;
  readonly #isChecked: Uint8Array;
  /** Those that share the key of another one, by number less the size of the tally. */
  readonly #extra: Listed[] = [];
  /** Customers of those that share a key, by number. */
  readonly #sharers = new Map<number, number[]>();
  /** Customers whose profile a resource is, by resource key; and, by number, those of them who follow it. */
  readonly #owners = new Map<string, ReadonlySet<number>>();
  readonly #selves = new Map<number, Set<number>>();
  readonly #followers = new Map<number, number[]>();
  #surveyed: ReadonlyMap<string, number> | null = null;

  constructor(store: Pick<Store, 'ownKeys'>, lists: CountedLists) {
    this.#store = store;
    this.#lists = lists;
    this.counts = Uint32Array.from(lists.tally.counts());
    this.#isChecked = new Uint8Array(lists.tally.size);
    this.#check();
  }

  describeSingles(): void {
    this.#lists.described.describe(1, 1);
    this.#surveyed = null;
    this.#check();
  }

  keyOf(number: number): string {
    const extra = this.#extra[number - this.#lists.tally.size];
    return extra ? resourceKey(extra) : this.#lists.described.keyOf(number);
  }

  candidateOf(number: number, customers: number): Candidate {
    const resource = this.#listed(number);
    this.#surveyed ??= surveyedOf(this.#lists, this.#owners);
    const surveyed = this.#surveyed.get(resourceKey(resource)) ?? 0;
    return { resource, customers, surveyed, ...noteOn(resource, this.#lists.read), number };
  }

  /** The customers, by number, that follow each of these candidates. */
  followersOf(wanted: readonly Candidate[]): number[][] {
    const numbers = wanted.map(({ number }) => number ?? -1);
    const { read, readable, tally } = this.#lists;
    const open = new Set(numbers.filter((number) => !this.#sharers.has(number) && !this.#followers.has(number)));
    const found = open.size > 0 ? followersIn(read, readable, tally.keysOf(open)) : [];
    for (const [number, customers] of found) {
      const selves = this.#selves.get(number);
      this.#followers.set(number, selves ? customers.filter((customer) => !selves.has(customer)) : customers);
    }
    return numbers.map((number) => this.#sharers.get(number) ?? this.#followers.get(number) ?? []);
  }

  keys(): Uint32Array {
    return this.#lists.tally.keys();
  }

  /** Some share a key with another one. */
  get isCollided(): boolean {
    return this.#lists.described.collided.size > 0;
  }

  /** Customers who follow a page of their own, by its number. */
  get selves(): ReadonlyMap<number, ReadonlySet<number>> {
    return this.#selves;
  }

  #listed(number: number): Listed {
    return this.#extra[number - this.#lists.tally.size] ?? this.#lists.described.listed(number);
  }

  /** Looks at what is described and was not looked at. */
  #check(): void {
    const { tally, described } = this.#lists;
    const fresh: number[] = [];
    for (let number = 0; number < tally.size; number++) {
      if (this.#isChecked[number] === 1 || !described.isDescribed(number)) continue;
      this.#isChecked[number] = 1;
      fresh.push(number);
    }
    const shared = fresh.filter((number) => described.collided.has(number));
    this.#findOwners(fresh);
    if (shared.length > 0) this.#tellApart(new Set(shared));
  }

  #findOwners(numbers: readonly number[]): void {
    const { customersOf, described } = this.#lists;
    if (customersOf.size === 0) return;
    const owned = new Map<number, number[]>();
    for (const number of numbers) {
      for (const page of [described.owned(number), ...(described.collided.get(number)?.values() ?? [])]) {
        const sets = this.#store.ownKeys(page).map((key) => customersOf.get(key));
        if (sets.every((owners) => owners === undefined)) continue;
        const owners = new Set(sets.flatMap((each) => [...(each ?? [])]));
        this.#owners.set(resourceKey(page), owners);
        for (const owner of owners) owned.set(owner, [...(owned.get(owner) ?? []), number]);
      }
    }
    for (const [customer, own] of owned) this.#leaveOut(customer, own);
  }

  #leaveOut(customer: number, own: readonly number[]): void {
    const { read, readable, tally } = this.#lists;
    const followed = new Set((readable[customer] ?? []).flatMap(({ list }) => [...tally.findAll(read.keys(list))]));
    for (const number of new Set(own)) {
      if (!followed.has(number)) continue;
      this.#selves.set(number, (this.#selves.get(number) ?? new Set()).add(customer));
      this.counts[number] = (this.counts[number] ?? 0) - 1;
    }
  }

  #tellApart(numbers: ReadonlySet<number>): void {
    const { tally, described } = this.#lists;
    const numberOf = new Map<string, number>();
    for (const number of numbers) {
      numberOf.set(described.keyOf(number), number);
      for (const [key, listed] of described.collided.get(number) ?? [])
        numberOf.set(key, tally.size + this.#extra.push(listed) - 1);
    }
    const counts = new Uint32Array(tally.size + this.#extra.length);
    counts.set(this.counts);
    for (const [key, customers] of sharersOf(this.#lists, new Set(numberOf.keys()), numbers)) {
      const number = numberOf.get(key) ?? -1;
      const owners = this.#owners.get(key);
      const sharers = customers.filter((customer) => owners?.has(customer) !== true);
      this.#sharers.set(number, sharers);
      counts[number] = sharers.length;
    }
    this.counts = counts;
  }
}

/** Who follows each of these keys, that share the numbers of 64-bit keys, by their full ids. */
function sharersOf(
  { read, readable, tally }: CountedLists,
  keys: ReadonlySet<string>,
  numbers: ReadonlySet<number>,
): Map<string, number[]> {
  const sharers = new Map<string, number[]>([...keys].map((key) => [key, []]));
  for (const [customer, lists] of readable.entries()) {
    const concerned = lists.filter(({ list }) => tally.findAll(read.keys(list)).some((number) => numbers.has(number)));
    const own = new Set(concerned.flatMap(({ list }) => read.resources(list)).map(resourceKey));
    for (const key of own) sharers.get(key)?.push(customer);
  }
  return sharers;
}

/** How many customers are known to follow a resource only because they said so when asked. */
function surveyedOf(
  { read, readable, described }: CountedLists,
  owners: ReadonlyMap<string, ReadonlySet<number>>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const isAnswered = ({ list, network }: ReadList): boolean => network === null && described.isAnswered(list);
  for (const [customer, lists] of readable.entries()) {
    if (!lists.some(isAnswered)) continue;
    const imported = lists.filter(({ network }) => network === null).flatMap(({ list }) => read.resources(list));
    const said = new Set(imported.flatMap((listed) => (listed.via === 'survey' ? [resourceKey(listed)] : [])));
    const shown = [
      ...imported.filter(({ via }) => via !== 'survey'),
      ...lists.filter(({ network }) => network !== null).flatMap(({ list }) => read.resources(list)),
    ];
    for (const listed of shown) said.delete(resourceKey(listed));
    for (const key of said) if (owners.get(key)?.has(customer) !== true) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function noteOn(listed: Listed, { notes }: ResolvedLists): Pick<Candidate, 'note'> {
  const own = notes.size > 0 ? notes.get(resourceKey(listed)) : undefined;
  if (own === undefined && listed.movedFrom === undefined) return {};
  const moved = listed.movedFrom === undefined ? [] : [rowNotes.movedFrom(listed.movedFrom)];
  const note = joinNotes([...new Set([...(own === undefined ? [] : notesIn(own)), ...moved])]);
  return note === '' ? {} : { note };
}
