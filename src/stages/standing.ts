import type { RankOrder } from '../types/report.ts';
import type { RowResults } from '../types/results.ts';
import { byKey } from './keys.ts';
import { wilsonInterval } from './statistics.ts';

/** A resource as far as its place in the ranking hangs on it, and not on how many clients follow it. */
export interface RankedPage {
  resource: { network: string; id: string };
  isMass: boolean;
  subscribers: number | null;
  /** Accounts of its network; null where nobody knows. */
  accounts: number | null;
  /** Share of the clients that chance gives it, 0 to 1; null where that is unknown. */
  rate: number | null;
  /** What its links brought; null where nobody has told. */
  results: RowResults | null;
}

/** What a resource's place in the ranking hangs on. */
export interface Standing extends Pick<RankedPage, 'resource' | 'isMass' | 'subscribers' | 'results'> {
  customers: number;
  share: number;
  /**
   * Lift drawn towards 1, so that a tiny page with one client does not lead: (k + 1) / (n S / N + 1), to one decimal.
   * Clients are taken for average, so that the order of two pages does not hang on which others were examined.
   */
  shrunkLift: number | null;
  /** By how much the lower end of the share's interval lies beyond what chance gives. */
  beyondChance: number | null;
}

/** Where a page stands with so many customers among so many whose lists of its network could be read. */
export function standingOf(page: RankedPage, customers: number, readable: number): Standing {
  const { resource, isMass, subscribers, accounts, rate, results } = page;
  const average = subscribers === null || accounts === null ? null : (readable * subscribers) / accounts;
  return {
    resource,
    isMass,
    subscribers,
    results,
    customers,
    share: readable > 0 ? customers / readable : 0,
    shrunkLift: average === null ? null : Math.round(((customers + 1) / (average + 1)) * 10) / 10,
    beyondChance: rate === null ? null : wilsonInterval(customers, readable).low - rate,
  };
}

const byOrder: Record<RankOrder, (a: Standing, b: Standing) => number> = {
  count: () => 0,
  share: (a, b) => b.share - a.share,
  'beyond-chance': (a, b) => descending(a.beyondChance, b.beyondChance),
  // A tool that tells no conversions still tells visits.
  results: (a, b) =>
    descending(a.results?.conversionRateShrunk ?? null, b.results?.conversionRateShrunk ?? null) ||
    descending(a.results?.conversions ?? null, b.results?.conversions ?? null) ||
    descending(a.results?.visits ?? null, b.results?.visits ?? null),
};

/** The order of the ranking. */
export const inOrder =
  (order: RankOrder) =>
  (a: Standing, b: Standing): number =>
    Number(a.isMass) - Number(b.isMass) ||
    byOrder[order](a, b) ||
    b.customers - a.customers ||
    descending(a.shrunkLift, b.shrunkLift) ||
    descending(a.subscribers, b.subscribers) ||
    byKey(a.resource, b.resource);

/** Larger first, unknown last. */
const descending = (a: number | null, b: number | null): number => (a === b ? 0 : (b ?? -Infinity) - (a ?? -Infinity));
