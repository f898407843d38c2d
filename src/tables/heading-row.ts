import { isAddress } from './delimiter.ts';
import type { TableRow } from './rows.ts';

/** Title lines that an export may have above its heading. */
const mostTitles = 30;

/**
 * The row of headings among the first rows of a table: the one with most known headings. A single one is believed only
 * above the first row of data. Where none is known, it is the first row that is as full as the others, unless it holds
 * an address: then there is no heading.
 * @param known how many of some cells are headings that are known
 */
export function headingRow(rows: readonly TableRow[], known: (cells: string[]) => number): TableRow | null {
  const usual = Math.min(2, usualCells(rows));
  const isData = ({ cells }: TableRow): boolean => filled(cells) >= usual && cells.some(isAddress);
  const firstData = rows.findIndex(isData);
  const scores = rows.slice(0, mostTitles + 1).map((row, index) => {
    const score = isData(row) ? 0 : known(row.cells);
    return score === 1 && firstData !== -1 && index > firstData ? 0 : score;
  });
  const most = Math.max(0, ...scores);
  if (most > 0) return rows[scores.indexOf(most)] ?? null;
  const first = rows.find(({ cells }) => filled(cells) >= usual) ?? rows[0];
  return first && !first.cells.some(isAddress) ? first : null;
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** How many cells most rows have filled. */
function usualCells(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(filled(cells), (counts.get(filled(cells)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}
