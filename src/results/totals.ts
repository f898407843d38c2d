import type { TableRow } from '../tables/rows.ts';
import type { ExportTable } from './export-file.ts';
import { totalWords } from './measure-words.ts';
import { listedWords, plainHeading } from './measures.ts';
import { type DecimalSign, isShareOrMoney, numberIn } from './number-cells.ts';

/** What tells a row of totals from one of visits. */
export interface TotalsContext {
  sign: DecimalSign | null;
  /** Columns whose numbers add up: not visitors, not shares. */
  sums: readonly number[];
  /** Columns that tell whose a row is. */
  keys: readonly number[];
  /** Whether a row is one of our links', which no row of totals is. */
  isOurs: (row: TableRow) => boolean;
  /** Whether a cell says in words that there is no tag. */
  saysNothing: (cell: string) => boolean;
}

const words = new Set(listedWords(totalWords));

/** The rows of totals and averages, which count everybody once more. */
export function totalRows(table: ExportTable, context: TotalsContext): Set<TableRow> {
  const { rows, heading } = table;
  const { isOurs } = context;
  const labels = labelColumns(table, context);
  // A comparison has a row of totals for each period.
  const labelsOf = ({ cells }: TableRow): string[] =>
    labels.map((index) => cells[index] ?? '').filter((cell) => cell !== '' && !isPeriod(cell));
  // Where the tool says in words that there is no tag, a row that says nothing is of no visits without one.
  const hasWords = rows.some(({ cells }) => context.keys.some((key) => isWordsForNothing(cells[key] ?? '', context)));
  const first = edges(rows);
  const othersThan = (row: TableRow): TableRow[] => rows.filter((each) => each !== row);
  const totals = new Set<TableRow>();
  for (const row of rows) {
    if (isOurs(row)) continue;
    const own = labelsOf(row);
    // Google Analytics writes the word behind the last column.
    const isBehind = row.cells.slice(heading.cells.length).some(Boolean);
    const ofPeriod = hasWords && row.cells.some(isPeriod);
    if (own.length === 0 && (isBehind || ofPeriod)) totals.add(row);
    const [word = ''] = own;
    const isWord = words.has(plainHeading(word)) && own.every((cell) => cell === word || /^[-–—]$/.test(cell));
    if (isWord && (first.includes(row) || addsUp(row, othersThan(row), context))) totals.add(row);
  }
  if (totals.size > 0) return totals;
  for (const row of first.filter((each) => !isOurs(each))) {
    const own = labelsOf(row);
    if (own.length > 1 || own.some(context.saysNothing)) continue;
    const isSum = addsUp(row, othersThan(row), context);
    if (own.length === 0 ? isSum !== false || hasWords : isSum === 'surely') return new Set([row]);
  }
  return totals;
}

const isWordsForNothing = (cell: string, { saysNothing }: TotalsContext): boolean => cell !== '' && saysNothing(cell);

const edges = (rows: readonly TableRow[]): TableRow[] =>
  [...new Set([rows[0], rows.at(-1)])].filter((row) => row !== undefined);

/** Columns of words and days: neither numbers, nor shares, times or money. */
function labelColumns({ rows, heading }: ExportTable, { sign, keys, sums }: TotalsContext): number[] {
  return heading.cells.flatMap((_, index) => {
    if (sums.includes(index)) return [];
    if (keys.includes(index)) return [index];
    const filled = rows.slice(0, 200).flatMap(({ cells }) => cells[index] || []);
    return filled.filter((cell) => isLabel(cell, sign)).length * 2 > filled.length ? [index] : [];
  });
}

const isLabel = (cell: string, sign: DecimalSign | null): boolean =>
  (numberIn(cell, sign) === null && !isShareOrMoney(cell) && !/^\d+(?::\d{2})+$/.test(cell)) || isDay(cell);

/** Whether a cell is a span of two days, as `Apr 1, 2026 - Apr 30, 2026`. */
export const isPeriod = (cell: string): boolean =>
  cell.length < 80 && (cell.match(/20\d\d/g)?.length ?? 0) === 2 && /\s[-–—]\s/.test(cell);

const isDay = (cell: string): boolean => /^(?:19|20)\d{6}$/.test(cell);

/**
 * Whether the numbers of a row are the sums of all others: `surely` where this is no chance, since there are several
 * numbers or rows.
 */
function addsUp(
  row: TableRow,
  others: readonly TableRow[],
  { sums, sign }: TotalsContext,
): 'surely' | 'perhaps' | false {
  let compared = 0;
  for (const index of sums) {
    const own = numberIn(row.cells[index] ?? '', sign);
    const values = others.flatMap(({ cells }) => numberIn(cells[index] ?? '', sign) ?? []);
    if (own === null || values.length === 0) continue;
    const sum = values.reduce((all, value) => all + value, 0);
    if (Math.abs(sum - own) > 0.01) return false;
    if (sum > 0) compared += 1;
  }
  if (compared === 0 || others.length === 0) return false;
  return others.length >= 3 || (compared > 1 && others.length >= 2) ? 'surely' : 'perhaps';
}
