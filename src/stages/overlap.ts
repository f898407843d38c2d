import type { Report, Row } from '../types/report.ts';
import type { Counted } from './count.ts';
import { resourceKey } from './keys.ts';

/** How many of the first ranked resources are compared. */
const compared = 20;

/**
 * Customers that follow both of two of the first ranked resources; the diagonal holds each one's own. Where fewer than
 * `least` do, it is null: who they are could be guessed.
 */
export function overlapOf(counted: Counted, rows: Row[], least: number): Report['overlap'] {
  const byKey = new Map(counted.candidates.map((candidate) => [resourceKey(candidate.resource), candidate]));
  const first = rows
    .filter(({ rank }) => rank !== null && rank <= compared)
    .flatMap(({ network, resourceId: id }) => byKey.get(resourceKey({ network, id })) ?? []);
  const followers = counted.followersOf(first).map((customers) => new Set(customers));
  return followers.map((left) =>
    followers.map((right) => {
      const both = [...left].filter((customer) => right.has(customer)).length;
      return least > 1 && both < least ? null : both;
    }),
  );
}
