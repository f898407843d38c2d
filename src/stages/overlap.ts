import { type Report, type Row, leastShared } from '../types/report.ts';
import type { Counted } from './count.ts';
import { coarse } from './shareable.ts';
import { resourceKey } from './keys.ts';

/** How many of the first ranked resources are compared, all of them ranked together. */
const compared = 20;

/** Whether the clients of both, or those of only one of the two, are fewer than may be told of. */
const isTelling = (both: number, left: number, right: number): boolean =>
  [both, left - both, right - both].some((group) => group < leastShared);

/**
 * Customers that follow both of two of the first ranked resources; the diagonal holds each one's own. Where fewer than
 * `least` do, it is null: who they are could be guessed.
 */
export function overlapOf(counted: Counted, rows: Row[], least: number): Report['overlap'] {
  const byKey = new Map(counted.candidates.map((candidate) => [resourceKey(candidate.resource), candidate]));
  const first = rows
    .slice(0, compared)
    // Ranks begin anew with each network that is ranked by itself.
    .filter(({ rank }, index) => rank === index + 1)
    .flatMap(({ network, resourceId: id }) => byKey.get(resourceKey({ network, id })) ?? []);
  const followers = counted.followersOf(first).map((customers) => new Set(customers));
  return followers.map((left) =>
    followers.map((right) => {
      const both = [...left].filter((customer) => right.has(customer)).length;
      if (counted.isCoarse && left !== right && isTelling(both, left.size, right.size)) return null;
      const shown = counted.isCoarse ? coarse(both) : both;
      return least > 1 && shown < least ? null : shown;
    }),
  );
}
