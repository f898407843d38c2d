import type { Report, Row } from '../index.ts';
import type { RankingSummary, RowsQuery } from './api.ts';
import { Refusal } from './failure.ts';

/** How many rows there are of each kind. */
export function countsOf(rows: readonly Row[]): RankingSummary['counts'] {
  const count = (valueOf: (row: Row) => string | null): Record<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = valueOf(row);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };
  return {
    verdict: count(({ verdict }) => verdict),
    block: count(({ block }) => block),
    network: count(({ network }) => network),
    strength: count(({ strength }) => strength),
  };
}

const addressOf = ({ network, resource }: Pick<Row, 'network' | 'resource'>): string => `${network} ${resource}`;

const fits = (value: string | null, asked: string | undefined): boolean => asked === undefined || value === asked;

/** The rows that a query wants, in the order of the ranking, or of the segment that it names. */
export function rowsFor({ rows, segments }: Report, query: RowsQuery): Row[] {
  const wanted = (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const isWanted = (row: Row): boolean => {
    if (wanted.length === 0) return true;
    const text = `${row.title ?? ''} ${row.resource} ${row.url} ${row.description ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  return inSegment(rows, segments, query.segment).filter(
    (row) =>
      fits(row.verdict, query.verdict) &&
      fits(row.block, query.block) &&
      fits(row.network, query.network) &&
      fits(row.strength, query.strength) &&
      fits(row.reason, query.reason) &&
      fits(row.family, query.family) &&
      (query.sensitive !== 'true' || row.sensitive.length > 0) &&
      isWanted(row),
  );
}

/** The row of an address. @throws Refusal not_found */
export function rankedRow({ rows }: Report, url: string): Row {
  const row = rows.find((each) => each.url === url);
  if (!row) throw new Refusal(404, 'not_found', 'the ranking has no such resource');
  return row;
}

function inSegment(rows: readonly Row[], segments: Report['segments'], name: string | undefined): readonly Row[] {
  if (name === undefined) return rows;
  const table = segments.find(({ segment }) => segment === name);
  const byAddress = new Map(rows.map((row) => [addressOf(row), row]));
  return table?.resources.flatMap((each) => byAddress.get(addressOf(each)) ?? []) ?? [];
}
