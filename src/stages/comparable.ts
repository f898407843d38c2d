import type { Coverage } from '../types/report.ts';
import type { Basis, Readers } from '../types/store.ts';
import { type Freshness, type ListsRead, isKept } from './list-ages.ts';

/** The share of the lists of the larger of two rankings that both must rest on, for them to be compared. */
const leastShared = 0.9;

/** The lists that a ranking rests on; with `freshness` without those that only stand for want of a newer answer. */
export const readersIn = (lists: ListsRead, freshness?: Freshness): Readers =>
  new Map(
    [...lists].map(([network, own]) => [
      network,
      new Set([...own].flatMap(([list, at]) => (freshness && isKept(at, freshness) ? [] : list))),
    ]),
  );

/** What a ranking rests on. Of two of one day the one with the smaller share is the worse. */
export function basisOn(lists: ListsRead, coverage: Pick<Coverage, 'profiles'>[], freshness: Freshness): Basis {
  const read = readersIn(lists, freshness);
  const profiles = coverage.reduce((all, line) => all + (line.profiles ?? 0), 0) + (read.get('')?.size ?? 0);
  const count = [...read.values()].reduce((all, own) => all + own.size, 0);
  return { lists: read, share: profiles > 0 ? count / profiles : 0 };
}

/**
 * Whether an earlier ranking can be compared with one of today: nine in ten of the lists that the larger of them rests on
 * are in both, and were really read then. So an outage, whose lists are earlier answers or missing, is none to compare
 * with, nor is a list of other clients.
 * @param then without lists that only stood for want of a newer answer
 * @returns the same of one network, whose rows can be compared where it holds; null where the rankings cannot be
 */
export function comparison(then: Readers, now: Readers): ((network: string) => boolean) | null {
  const networks = [...new Set([...then.keys(), ...now.keys()])];
  const holds = (meant: string[]): boolean => {
    const sizes = meant.map((network) => sizesOf(then.get(network), now.get(network)));
    const sum = (of: keyof ReturnType<typeof sizesOf>): number => sizes.reduce((all, each) => all + each[of], 0);
    return sum('shared') >= leastShared * Math.max(sum('before'), sum('today'));
  };
  return holds(networks) ? (network) => holds([network]) && holds(['']) : null;
}

const sizesOf = (then: ReadonlySet<string> = new Set(), now: ReadonlySet<string> = new Set()) => ({
  before: then.size,
  today: now.size,
  shared: [...then].filter((list) => now.has(list)).length,
});
