import { createHash } from 'node:crypto';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { allListedIn, lineOf } from '../types/listed-line.ts';
import type { Decision } from '../types/input.ts';
import type { Candidate } from '../types/report.ts';
import type { Listed } from '../types/resource.ts';
import type { ReadList, Store } from '../types/store.ts';
import type { CandidateList, CandidateSource } from './candidates.ts';
import type { CountedPages } from './counted-pages.ts';
import { type KeyPair, followersIn } from './followers.ts';
import { resourceKey } from './keys.ts';
import type { Moved } from './successors.ts';

/** Resources whose lines are packed together. */
const linesPerPart = 8192;

/** What is told of all resources together, and of few of them. */
interface Head {
  basis: string;
  resources: number;
  follows: number;
  moved: Moved[];
  /** By network, how many resources so many customers follow. */
  spread: [network: string, pages: [customers: number, resources: number][]][];
  /** The networks that imported lists tell of, and those of which not a survey alone tells. */
  networks: [list: string, all: string[], shown: string[]][];
  /** By number: who follows a page of their own, notes, and who only said so. */
  selves: [number: number, customers: number[]][];
  notes: [number: number, note: string][];
  surveyed: [number: number, customers: number][];
}

/** What all that is counted hangs on, as a digest: lists, who has them, and what resources turned out to be. */
export function basisOfCount(store: Store, customers: ReadList[][], decisions: Decision[], version: string): string {
  const meant = decisions.flatMap(({ resource, means }) =>
    means ? [[resource, means, store.identity(means)?.resource ?? null]] : [],
  );
  return createHash('sha256')
    .update(JSON.stringify([version, customers, meant, store.successors()]))
    .update(store.listsDigest())
    .digest('hex');
}

/** Counts anew. */
interface Again {
  read: CountedPages['read'];
  source: () => CountedPages['source'];
}

/** Keeps what was counted; not where two resources share a key, which is expected once in 10^8 runs. */
export function saveCount(
  store: Store,
  basis: string,
  counted: CountedPages & { candidates: CandidateList; lists: readonly ReadList[] },
  now: number,
): void {
  const { source, candidates, lists } = counted;
  if (source.isCollided === true) return;
  const imported = lists.filter(({ network }) => network === null).map(({ list }) => list);
  const head: Head = {
    basis,
    resources: candidates.sharedBy(2),
    follows: counted.follows,
    moved: counted.moved,
    spread: [...counted.spread].map(([network, pages]) => [
      network,
      pages.flatMap((many, customers): [number, number][] => (many > 0 ? [[customers, many]] : [])),
    ]),
    networks: imported.map((list) => [list, [...counted.networksIn(list)], [...counted.networksShown(list)]]),
    selves: [],
    notes: [],
    surveyed: [],
  };
  const counts = new Uint32Array(head.resources);
  const keys = new Uint32Array(head.resources * 2);
  const keyBy = source.keys();
  const parts: Buffer[] = [];
  let lines: string[] = [];
  for (let at = 0; at < head.resources; at++) {
    const candidate = candidates.at(at);
    if (!candidate) return;
    const { resource, customers, number = -1, note, surveyed = 0 } = candidate;
    counts[at] = customers;
    keys[at * 2] = keyBy[number * 2] ?? 0;
    keys[at * 2 + 1] = keyBy[number * 2 + 1] ?? 0;
    if (note !== undefined) head.notes.push([at, note]);
    if (surveyed > 0) head.surveyed.push([at, surveyed]);
    const selves = source.selves?.get(number);
    if (selves) head.selves.push([at, [...selves]]);
    lines.push(lineOf(resource));
    if (lines.length < linesPerPart && at + 1 < head.resources) continue;
    parts.push(packed(lines.join('\n')));
    lines = [];
  }
  store.saveCounted([packed(JSON.stringify(head)), bytesOf(counts), bytesOf(keys), ...parts], now);
}

const packed = (text: string): Buffer => gzipSync(text, { level: constants.Z_BEST_SPEED });
const bytesOf = (numbers: Uint32Array): Buffer => Buffer.from(numbers.buffer, 0, numbers.byteLength);
const numbersIn = (bytes: Uint8Array): Uint32Array => new Uint32Array(Uint8Array.from(bytes).buffer);

/**
 * What was counted before of just the same.
 * @param again where somebody asks for what was not kept: the resources that one customer follows
 * @returns null where there is nothing of that
 */
export function savedCount(store: Store, basis: string, readable: ReadList[][], again: Again): CountedPages | null {
  const first = store.counted(0);
  if (!first) return null;
  const head = JSON.parse(gunzipSync(first).toString()) as Head;
  if (head.basis !== basis) return null;
  const [counts, keys] = [store.counted(1), store.counted(2)];
  if (!counts || !keys) return null;
  const networks = new Map(
    head.networks.map(([list, all, shown]) => [list, { all: new Set(all), shown: new Set(shown) }]),
  );
  return {
    read: again.read,
    source: new SavedResources(store, head, [numbersIn(counts), numbersIn(keys)], readable, again),
    follows: head.follows,
    moved: head.moved,
    spread: new Map(head.spread.map(([network, pages]) => [network, histogramOf(pages)])),
    networksIn: (list) => networks.get(list)?.all ?? new Set(),
    networksShown: (list) => networks.get(list)?.shown ?? new Set(),
  };
}

function histogramOf(pages: readonly (readonly [number, number])[]): number[] {
  const histogram: number[] = [];
  for (const [customers, many] of pages) histogram[customers] = many;
  return histogram;
}

/** Resources by number, in the order of the candidates; behind them those that one customer follows, once asked for. */
class SavedResources implements CandidateSource {
  readonly isInOrder = true;
  counts: Uint32Array;
  readonly #store: Store;
  readonly #size: number;
  readonly #keys: Uint32Array;
  readonly #readable: ReadList[][];
  readonly #again: Again;
  readonly #selves: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #notes: ReadonlyMap<number, string>;
  readonly #surveyed: ReadonlyMap<number, number>;
  readonly #followers = new Map<number, number[]>();
  #part = { number: -1, listed: [] as Listed[] };
  #singles: CountedPages['source'] | null = null;

  constructor(
    store: Store,
    { resources, selves, notes, surveyed }: Head,
    [counts, keys]: [Uint32Array, Uint32Array],
    readable: ReadList[][],
    again: Again,
  ) {
    this.#store = store;
    this.#size = resources;
    this.counts = counts;
    this.#keys = keys;
    this.#readable = readable;
    this.#again = again;
    this.#selves = new Map(selves.map(([number, customers]) => [number, new Set(customers)]));
    this.#notes = new Map(notes);
    this.#surveyed = new Map(surveyed);
  }

  keyOf(number: number): string {
    return number < this.#size ? resourceKey(this.#listed(number)) : (this.#singles?.keyOf(number - this.#size) ?? '');
  }

  candidateOf(number: number, customers: number): Candidate {
    if (number >= this.#size && this.#singles)
      return { ...this.#singles.candidateOf(number - this.#size, customers), number };
    const note = this.#notes.get(number);
    return {
      resource: this.#listed(number),
      customers,
      surveyed: this.#surveyed.get(number) ?? 0,
      ...(note !== undefined && { note }),
      number,
    };
  }

  describeSingles(): void {
    if (this.#singles) return;
    const source = this.#again.source();
    source.describeSingles();
    this.#singles = source;
    const counts = new Uint32Array(this.#size + source.counts.length);
    counts.set(this.counts);
    for (const [number, customers] of source.counts.entries()) if (customers === 1) counts[this.#size + number] = 1;
    this.counts = counts;
  }

  followersOf(wanted: readonly Candidate[]): number[][] {
    const numbers = wanted.map(({ number }) => number ?? -1);
    const open = new Set(numbers.filter((number) => number < this.#size && !this.#followers.has(number)));
    const found = open.size > 0 ? followersIn(this.#again.read(), this.#readable, this.#keysOf(open)) : [];
    for (const [number, customers] of found) {
      const selves = this.#selves.get(number);
      this.#followers.set(number, selves ? customers.filter((customer) => !selves.has(customer)) : customers);
    }
    return wanted.map((candidate) => {
      const { number = -1 } = candidate;
      if (number < this.#size) return this.#followers.get(number) ?? [];
      return this.#singles?.followersOf([{ ...candidate, number: number - this.#size }])[0] ?? [];
    });
  }

  keys(): Uint32Array {
    return this.#keys;
  }

  #keysOf(numbers: ReadonlySet<number>): Map<number, KeyPair> {
    return new Map(
      [...numbers].map((number) => [number, [this.#keys[number * 2] ?? 0, this.#keys[number * 2 + 1] ?? 0]]),
    );
  }

  #listed(number: number): Listed {
    const part = Math.floor(number / linesPerPart);
    if (this.#part.number !== part) {
      const bytes = this.#store.counted(3 + part);
      this.#part = { number: part, listed: bytes ? allListedIn(gunzipSync(bytes).toString()) : [] };
    }
    const listed = this.#part.listed[number % linesPerPart];
    if (!listed) throw new RangeError(`nothing was kept of resource ${number}`);
    return listed;
  }
}
