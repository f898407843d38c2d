import type { TableRow } from '../tables/rows.ts';
import { type DecimalSign, numberIn } from './number-cells.ts';

/** How the rows of a table are told apart. */
export interface SubtotalsContext {
  sign: DecimalSign | null;
  /** Columns whose numbers add up. */
  sums: readonly number[];
  /** The column that tells whose a row is. */
  key: number;
  /** Columns of words before it, which part the rows into groups. */
  groups: readonly number[];
}

/**
 * Rows without a value of their own that are the sums of the rows of their group, as a pivot table writes them above or
 * below each group. They are believed only where every row without a value is such a sum.
 * @param rows without those of totals
 */
export function subtotalRows(rows: readonly TableRow[], context: SubtotalsContext): Set<TableRow> {
  const { key, groups, sums } = context;
  const heads = rows.filter(({ cells }) => (cells[key] ?? '') === '');
  if (groups.length === 0 || sums.length === 0 || heads.length === 0) return new Set();
  if (heads.some((row) => levelOf(row, groups) === -1)) return new Set();
  const isGroup = (inOrder: readonly TableRow[]): boolean => areSums(inOrder, context);
  return isGroup(rows) || isGroup(rows.toReversed()) ? new Set(heads) : new Set();
}

/**
 * Rows that are the sums of those below them, where one column holds groups and their members alike, as spreadsheets lay
 * out a pivot table by themselves. They are believed only where all rows are parted so, and the groups make up the total
 * that the table states.
 * @param mayBeGroup whether a row is of no link of ours
 */
export function compactGroups(
  rows: readonly TableRow[],
  total: TableRow,
  { sign, sums }: Pick<SubtotalsContext, 'sign' | 'sums'>,
  mayBeGroup: (row: TableRow) => boolean,
): Set<TableRow> {
  const numbersOf = ({ cells }: TableRow): number[] => sums.map((index) => numberIn(cells[index] ?? '', sign) ?? 0);
  const heads = new Set<TableRow>();
  let rest: number[] = [];
  let members = 1;
  for (const row of rows) {
    const numbers = numbersOf(row);
    const isNext = rest.every(isZero) && !numbers.every(isZero);
    if (isNext) {
      if (!mayBeGroup(row) || members === 0) return new Set();
      heads.add(row);
      rest = numbers;
      members = 0;
    } else {
      rest = rest.map((left, index) => left - (numbers[index] ?? 0));
      members += 1;
      if (rest.some((left) => left < -0.01)) return new Set();
    }
  }
  const all = numbersOf(total).map((own, index) =>
    [...heads].reduce((left, head) => left - (numbersOf(head)[index] ?? 0), own),
  );
  return heads.size > 1 && members > 0 && rest.every(isZero) && all.every(isZero) ? heads : new Set();
}

const isZero = (number: number): boolean => Math.abs(number) < 0.01;

/** The last of the columns of groups in which something stands: a smaller one is nearer to the whole. */
const levelOf = ({ cells }: TableRow, groups: readonly number[]): number =>
  groups.findLastIndex((index) => (cells[index] ?? '') !== '');

/** A row that is read at the moment, and what its group has summed up to so far. */
interface Open {
  row: TableRow;
  level: number;
  found: number[];
  members: number;
}

/** Whether each row without a value is the sum of those behind it, up to the next one of its level; at least two rows are. */
function areSums(rows: readonly TableRow[], { sign, sums, key, groups }: SubtotalsContext): boolean {
  const numbersOf = ({ cells }: TableRow): number[] => sums.map((index) => numberIn(cells[index] ?? '', sign) ?? 0);
  const isClosed = ({ row, found, members }: Open): boolean =>
    members > 0 && numbersOf(row).every((own, index) => Math.abs(own - (found[index] ?? 0)) < 0.01);
  const open: Open[] = [];
  let groupsRead = 0;
  let summed = 0;
  for (const row of rows) {
    if ((row.cells[key] ?? '') === '') {
      const level = levelOf(row, groups);
      while ((open.at(-1)?.level ?? -1) >= level) {
        const last = open.pop();
        if (last && !isClosed(last)) return false;
      }
      open.push({ row, level, found: sums.map(() => 0), members: 0 });
      groupsRead += 1;
    } else {
      if (open.length === 0) return false;
      const numbers = numbersOf(row);
      for (const each of open) {
        each.found = each.found.map((sum, index) => sum + (numbers[index] ?? 0));
        each.members += 1;
      }
      summed += 1;
    }
  }
  return open.every(isClosed) && (groupsRead > 1 || summed > 1);
}
