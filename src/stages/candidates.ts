import type { Candidate } from '../types/report.ts';

/** Counted resources by customers, most first, then by resource key; each is made when it is asked for. */
export interface CandidateList extends Iterable<Candidate> {
  /** Undefined behind the last one. */
  at(index: number): Candidate | undefined;
  /** How many of them at least so many customers follow: the first ones. */
  sharedBy(least: number): number;
}

/** The same resources with other counts, which tell of no single list: neither notes nor answers to a survey. */
export const rounded = (source: CandidateSource, round: (customers: number) => number): CandidateSource => ({
  counts: source.counts.map(round),
  keyOf: (number) => source.keyOf(number),
  candidateOf(number, customers) {
    const { resource } = source.candidateOf(number, customers);
    return { resource, customers, number };
  },
  describeSingles: () => undefined,
});

/** Where candidates come from: resources by number, each with its customers. */
export interface CandidateSource {
  /** By number; those that are not described yet have no candidate and no key. */
  counts: Uint32Array;
  candidateOf(number: number, customers: number): Candidate;
  keyOf(number: number): string;
  /** Their numbers are in the order of the candidates, as far as they are described. */
  isInOrder?: boolean;
  /** Makes sure that those are described whom one customer follows; their counts may turn out to be less. */
  describeSingles(): void;
}

/** The candidates that at least so many customers follow. */
export function candidatesOf(source: CandidateSource, least: number): CandidateList {
  const { counts } = source;
  const { numbers, starts } = byCount(counts, Math.max(2, least));
  const isSorted = new Uint8Array(starts.length);
  let singles: Uint32Array | null = least > 1 ? new Uint32Array(0) : null;

  const sorted = (all: Uint32Array): Uint32Array => {
    const keys = Array.from(all, (number) => source.keyOf(number));
    const order = Uint32Array.from(keys.keys()).toSorted((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
    return order.map((at) => all[at] ?? 0);
  };
  const singlesNow = (): Uint32Array => {
    if (singles) return singles;
    source.describeSingles();
    const now = source.counts;
    singles = sorted(Uint32Array.from(now.keys()).filter((number) => now[number] === 1));
    return singles;
  };
  const sharedBy = (wanted: number): number =>
    wanted <= 1 ? numbers.length + singlesNow().length : (starts[Math.min(wanted, starts.length) - 1] ?? 0);
  const at = (index: number): Candidate | undefined => {
    if (index < 0) return undefined;
    if (index >= numbers.length) {
      const single = singlesNow()[index - numbers.length];
      return single === undefined ? undefined : source.candidateOf(single, 1);
    }
    const customers = counts[numbers[index] ?? 0] ?? 0;
    if (isSorted[customers] === 0) {
      const [start, end] = [starts[customers] ?? 0, starts[customers - 1] ?? 0];
      if (!source.isInOrder) numbers.set(sorted(numbers.subarray(start, end)), start);
      isSorted[customers] = 1;
    }
    return source.candidateOf(numbers[index] ?? 0, customers);
  };
  return { at, sharedBy, [Symbol.iterator]: () => each({ at }) };
}

/** By code units, see `resourceKey`. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The numbers by count, most first; `starts[count - 1]` is where those end that at least `count` customers follow. */
function byCount(counts: Uint32Array, least: number): { numbers: Uint32Array; starts: Uint32Array } {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const starts = new Uint32Array(most + 1);
  for (const count of counts) if (count >= least) starts[count - 1] = (starts[count - 1] ?? 0) + 1;
  for (let count = most - 1; count >= 0; count--) starts[count] = (starts[count] ?? 0) + (starts[count + 1] ?? 0);
  const numbers = new Uint32Array(starts[0] ?? 0);
  const next = Uint32Array.from(starts);
  for (const [number, count] of counts.entries()) {
    if (count < least) continue;
    const place = next[count] ?? 0;
    numbers[place] = number;
    next[count] = place + 1;
  }
  return { numbers, starts };
}

function* each({ at }: Pick<CandidateList, 'at'>): Generator<Candidate> {
  for (let index = 0; ; index++) {
    const candidate = at(index);
    if (!candidate) return;
    yield candidate;
  }
}

/** Those of a list that `isWanted` wants. */
export function candidatesAmong(list: CandidateList, isWanted: (candidate: Candidate) => boolean): CandidateList {
  const found: Candidate[] = [];
  let read = 0;
  const readTo = (end: number): void => {
    for (; read < end; read++) {
      const candidate = list.at(read);
      if (!candidate) return;
      if (isWanted(candidate)) found.push(candidate);
    }
  };
  const at = (index: number): Candidate | undefined => {
    while (found.length <= index && list.at(read)) readTo(read + 1);
    return found[index];
  };
  const sharedBy = (least: number): number => {
    readTo(list.sharedBy(least));
    return found.filter(({ customers }) => customers >= least).length;
  };
  return { at, sharedBy, [Symbol.iterator]: () => each({ at }) };
}
