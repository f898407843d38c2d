import type { TableRow } from '../tables/rows.ts';
import type { ExportTable } from './export-file.ts';
import { averageWords, totalWords } from './measure-words.ts';
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
const averages = new Set(listedWords(averageWords));

/** The rows of totals, which count everybody once more. */
export function totalRows(table: ExportTable, context: TotalsContext): Set<TableRow> {
  const { rows, heading } = table;
  const { isOurs } = context;
  const labelsOf = labelsIn(table, context);
  // Where the tool says in words that there is no tag, a row that says nothing is of no visits without one.
  const hasWords = rows.some(({ cells }) => context.keys.some((key) => isWordsForNothing(cells[key] ?? '', context)));
  const first = edges(rows, labelsOf, isOurs);
  const othersThan = (row: TableRow): TableRow[] => rows.filter((each) => each !== row);
  const totals = new Set<TableRow>();
  for (const row of rows) {
    if (isOurs(row)) continue;
    const own = labelsOf(row);
    // Google Analytics writes the word behind the last column.
    const isBehind = row.cells.slice(heading.cells.length).some(Boolean);
    const ofPeriod = hasWords && row.cells.some(isPeriod);
    if (own.length === 0 && (isBehind || ofPeriod)) totals.add(row);
    if (isTotalLabel(own) && (first.includes(row) || addsUp(row, othersThan(row), context))) totals.add(row);
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

/** The rows of averages: beside a total at an edge of the table, or where they are the mean of all others. */
export function averageRows(table: ExportTable, context: TotalsContext, totals: ReadonlySet<TableRow>): Set<TableRow> {
  const labelsOf = labelsIn(table, context);
  const named = table.rows.filter((row) => !context.isOurs(row) && isAverageLabel(labelsOf(row)));
  const first = named.length > 0 ? edges(table.rows, labelsOf, context.isOurs) : [];
  const others = table.rows.filter((row) => !totals.has(row) && !named.includes(row));
  return new Set(named.filter((row) => (totals.size > 0 && first.includes(row)) || isMean(row, others, context)));
}

/** What a row is called. A comparison has a row of totals for each period. */
function labelsIn(table: ExportTable, context: TotalsContext): Labels {
  const labels = labelColumns(table, context);
  return ({ cells }) => labels.map((index) => cells[index] ?? '').filter((cell) => cell !== '' && !isPeriod(cell));
}

const isWordsForNothing = (cell: string, { saysNothing }: TotalsContext): boolean => cell !== '' && saysNothing(cell);

type Labels = (row: TableRow) => string[];

/** Whether a row calls itself a total: `Total`, `Итого и средние`, `Total: account`. */
function isTotalLabel(own: readonly string[]): boolean {
  const [word = ''] = own;
  const [head = ''] = word.split(':', 1);
  const isWord = words.has(plainHeading(word)) || (head.length < word.length && words.has(plainHeading(head)));
  return isWord && own.every((cell) => cell === word || /^[-–—]$/.test(cell));
}

const isAverageLabel = ([word = '', ...others]: readonly string[]): boolean =>
  averages.has(plainHeading(word)) && others.every((cell) => cell === word || /^[-–—]$/.test(cell));

/** The first and the last row; where several rows of totals and averages stand there, all of them. */
function edges(rows: readonly TableRow[], labelsOf: Labels, isOurs: (row: TableRow) => boolean): TableRow[] {
  const found = new Set<TableRow>();
  for (const side of [rows, rows.toReversed()]) {
    for (const row of side) {
      found.add(row);
      const own = labelsOf(row);
      if (isOurs(row) || !(isTotalLabel(own) || isAverageLabel(own))) break;
    }
  }
  return [...found];
}

/** Columns of words and days: neither numbers, nor shares, times or money. */
export function labelColumns({ rows, heading }: ExportTable, { sign, keys, sums }: TotalsContext): number[] {
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

/** Whether a number of a row is the mean of all others. */
function isMean(row: TableRow, others: readonly TableRow[], { sums, sign }: TotalsContext): boolean {
  return sums.some((index) => {
    const own = numberIn(row.cells[index] ?? '', sign);
    const values = others.flatMap(({ cells }) => numberIn(cells[index] ?? '', sign) ?? []);
    if (own === null || values.length < 2) return false;
    const mean = values.reduce((all, value) => all + value, 0) / values.length;
    return mean > 0 && Math.abs(mean - own) < 0.51;
  });
}

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
