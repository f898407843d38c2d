import type { Coverage } from '../types/report.ts';
import { dayMs } from '../types/run.ts';
import type { ReadList } from '../types/store.ts';

/** When each list that counts was read, by network and the list's key; imported lists stand under the empty name. */
export type ListsRead = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** An instant, and how long an answer stays good; both in milliseconds. */
export interface Freshness {
  now: number;
  maxAgeMs: number;
}

export function listsRead(readable: ReadList[][]): ListsRead {
  const lists = new Map<string, Map<string, number>>();
  for (const { network, list, at } of readable.flat()) {
    const own = lists.get(network ?? '') ?? new Map<string, number>();
    lists.set(network ?? '', own.set(list, at ?? 0));
  }
  return lists;
}

/** By how many days in UTC an instant lies back. */
export const daysSince = (at: number, now: number): number => Math.floor(now / dayMs) - Math.floor(at / dayMs);

/** Whether an answer is an earlier one that stands because today's did not come: no longer good, and not of today. */
export const isKept = (at: number, { now, maxAgeMs }: Freshness): boolean =>
  now - at >= maxAgeMs && daysSince(at, now) > 0;

/** How many of each network's lists are earlier answers, and how old its oldest list is. */
export function withAges(
  coverage: Omit<Coverage, 'kept' | 'age_days'>[],
  lists: ListsRead,
  freshness: Freshness,
): Coverage[] {
  return coverage.map((line) => {
    const instants = [...(lists.get(line.network)?.values() ?? [])];
    const kept = instants.filter((at) => isKept(at, freshness)).length;
    return { ...line, kept, age_days: oldest(instants, freshness.now) };
  });
}

/** When the oldest list of each network was read. */
export const oldestReads = (lists: ListsRead): ReadonlyMap<string, number> =>
  new Map([...lists].map(([network, own]) => [network, [...own.values()].reduce((a, b) => Math.min(a, b), Infinity)]));

/** The age in days of the oldest of these answers; null where there is none. */
export const oldest = (instants: readonly number[], now: number): number | null =>
  instants.length === 0
    ? null
    : daysSince(
        instants.reduce((a, b) => Math.min(a, b)),
        now,
      );
