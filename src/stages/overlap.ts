import { type Report, type Row, leastShared } from '../types/report.ts';
import type { Counted } from './count.ts';
import { coarse } from './shareable.ts';
import { resourceKey } from './keys.ts';
import type { RankedBlock } from './rank.ts';

/** How many of the first ranked resources are compared, all of them ranked together. */
const compared = 20;

/** Whether the clients of both, or those of only one of the two, are fewer than may be told of. */
const isTelling = (both: number, left: number, right: number): boolean =>
  [both, left - both, right - both].some((group) => group < leastShared);

/**
 * Customers that follow both of two of the first ranked resources; the diagonal holds each one's own. Where fewer than
 * `least` do, it is null: who they are could be guessed.
 */
export function overlapOf(
  { isCoarse }: Pick<Counted, 'isCoarse'>,
  blocks: readonly RankedBlock[],
  rows: readonly Row[],
  least: number,
): Report['overlap'] {
  // Ranks begin anew with each network that is ranked by itself.
  const first = rows.slice(0, compared).filter(({ rank }, index) => rank === index + 1);
  const ranked = new Map(blocks.flatMap((block) => block.ranked.map(({ row, followers }) => [keyOf(row), followers])));
  const followers = first.map((row) => new Set(ranked.get(keyOf(row))));
  return followers.map((left) =>
    followers.map((right) => {
      const both = [...left].filter((customer) => right.has(customer)).length;
      if (isCoarse && left !== right && isTelling(both, left.size, right.size)) return null;
      const shown = isCoarse ? coarse(both) : both;
      return least > 1 && shown < least ? null : shown;
    }),
  );
}

const keyOf = ({ network, resourceId: id }: Row): string => resourceKey({ network, id });
