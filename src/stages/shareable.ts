import { type Coverage, leastShared } from '../types/report.ts';
import type { Counted } from './count.ts';

/**
 * Counts of clients as they may be handed on: rounded down to multiples of `leastShared`. Whatever somebody subtracts,
 * two cells, two rows or two reports, is then a multiple, too, and never a group of fewer. Everything that is derived of
 * these counts (shares, lift, order, changes) tells no more than they do.
 */
export const coarse = (count: number): number => count - (count % leastShared);

/** What was counted, coarsely. Who follows what stays exact: whoever derives something of it rounds by itself. */
export function coarsely(counted: Counted, minCustomers: number): Counted {
  return {
    ...counted,
    isCoarse: true,
    customers: coarse(counted.customers),
    readable: new Map([...counted.readable].map(([network, count]) => [network, coarse(count)])),
    // Exact counts speak in what is derived of them all.
    spread: new Map(),
    readableAmong: (holds) => coarse(counted.readableAmong(holds)),
    moved: counted.moved
      .map((each) => ({ ...each, customers: coarse(each.customers) }))
      .filter(({ customers }) => customers >= minCustomers),
    // Notes tell of single lists, and of resources that fewer clients share.
    candidates: counted.rounded(coarse, minCustomers),
  };
}

const shown = (count: number | null): number | null => coarse(count ?? 0) || null;

/** Networks that enough clients have profiles on; a cell of fewer is empty, whether it is some or none. */
export function coarseCoverage(coverage: Coverage[]): Coverage[] {
  return coverage
    .map(({ network, ...counts }) => {
      const cells = Object.entries(counts).map(([name, count]) => [name, shown(count)] as const);
      // An age may be that of a single list.
      return { network, ...Object.fromEntries(cells), age_days: null } as Coverage;
    })
    .filter(({ profiles, imported }) => profiles !== null || imported !== null);
}
