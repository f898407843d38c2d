import type { PastRanking, Report, Row } from '../types/report.ts';
import { resourceKey } from './keys.ts';
import { wilsonInterval } from './statistics.ts';

/**
 * What changed since an earlier ranking of comparable coverage by the same criteria: every ranked row with its
 * `rankChange`, and what is no longer ranked. A resource went up or down only where its customers did, too: by two at
 * least, or so far that the Wilson intervals part (field research, section 5); anything less is noise, and `same`.
 */
export function changesSince(
  past: PastRanking | null,
  rows: Row[],
  isComparable: (network: string) => boolean = () => true,
): { rows: Row[]; previous: Report['previous'] } {
  if (!past) return { rows, previous: null };
  const before = new Map(past.resources.map((resource) => [resourceKey(resource), resource]));
  const ranked = new Set<string>();
  const changed = rows.map((row) => {
    if (row.rank === null || !isComparable(row.network)) return row;
    const key = resourceKey({ network: row.network, id: row.resourceId });
    ranked.add(key);
    return { ...row, rankChange: changeOf(row, row.rank, before.get(key)) };
  });
  const gone = past.resources
    .filter((resource) => isComparable(resource.network) && !ranked.has(resourceKey(resource)))
    .map(({ network, resource, title, url, customers, rank }) => ({ network, resource, title, url, customers, rank }));
  return { rows: changed, previous: { date: past.date, gone } };
}

function changeOf(row: Row, rank: number, before: PastRanking['resources'][number] | undefined): string {
  if (!before) return 'new';
  const climbed = before.rank - rank;
  const more = row.customers - before.customers;
  const then = wilsonInterval(before.customers, before.customersReadable);
  const apart = row.shareLow > then.high || row.shareHigh < then.low;
  if (climbed === 0 || Math.sign(climbed) !== Math.sign(more) || (Math.abs(more) < 2 && !apart)) return 'same';
  return climbed > 0 ? `up ${climbed}` : `down ${-climbed}`;
}
