import type { TableRow } from '../tables/rows.ts';
import { subtotalWords, totalWords } from './measure-words.ts';
import { listedWords, plainHeading } from './measures.ts';
import { type DecimalSign, numberIn } from './number-cells.ts';

/** How the rows of a table are told apart. */
export interface SubtotalsContext {
  sign: DecimalSign | null;
  /** Columns whose numbers add up. */
  sums: readonly number[];
  /** Columns of visitors: those of a group are as many as those of its largest member, or more, up to all of them. */
  people: readonly number[];
  /** The row of totals, where there is one. */
  total: TableRow | null;
  /** The column that tells whose a row is. */
  key: number;
  /** Columns of words before it, which part the rows into groups. */
  groups: readonly number[];
}

/**
 * Rows without a value of their own that are the sums of the rows of their group, as a pivot table writes them above or
 * below each group. They are believed only where every row without a value is such a sum. Visitors need not add up, so
 * that a group of them shall also be marked as one, or make up the total.
 * @param rows without those of totals
 */
export function subtotalRows(rows: readonly TableRow[], context: SubtotalsContext): Set<TableRow> {
  const { key, groups, sums, people } = context;
  const heads = rows.filter(({ cells }) => (cells[key] ?? '') === '');
  if (groups.length === 0 || sums.length + people.length === 0 || heads.length === 0) return new Set();
  if (heads.some((row) => levelOf(row, groups) === -1)) return new Set();
  const isPlain = people.length === 0 || haveSums(heads, context) || makeUpTotal(heads, context);
  const isMember = isPlain ? () => true : isMarkedMember;
  const isGroup = (inOrder: readonly TableRow[]): boolean => areSums(inOrder, context, isMember);
  return isGroup(rows) || isGroup(rows.toReversed()) ? new Set(heads) : new Set();
}

/** Whether there is anything in these rows that can be added up. */
const haveSums = (heads: readonly TableRow[], { sums, sign }: SubtotalsContext): boolean =>
  heads.some((row) => numbersIn(row, sums, sign).some((number) => number > 0));

/** Whether the largest groups alone have all the visitors of the total. */
function makeUpTotal(heads: readonly TableRow[], { total, people, groups, sign }: SubtotalsContext): boolean {
  if (total === null) return false;
  const levels = heads.map((row) => levelOf(row, groups));
  const highest = levels.reduce((least, level) => Math.min(least, level), Infinity);
  const top = heads.filter((_, index) => levels[index] === highest);
  return people.every((index) => {
    const all = numberIn(total.cells[index] ?? '', sign);
    const found = top.reduce((sum, { cells }) => sum + (numberIn(cells[index] ?? '', sign) ?? 0), 0);
    return all !== null && all > 0 && all <= found;
  });
}

const groupWords = new Set([totalWords, subtotalWords].flatMap(listedWords));

/** Whether a row leaves the group's name to the group's own row, or that one adds a word to it, as `t.me Total`. */
function isMarkedMember(own: string, group: string): boolean {
  if (own === '') return true;
  const more = group.startsWith(own) ? group.slice(own.length) : group.endsWith(own) ? group.slice(0, -own.length) : '';
  return groupWords.has(plainHeading(more));
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
  const numbersOf = (row: TableRow): number[] => numbersIn(row, sums, sign);
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

const numbersIn = ({ cells }: TableRow, columns: readonly number[], sign: DecimalSign | null): number[] =>
  columns.map((index) => numberIn(cells[index] ?? '', sign) ?? 0);

const isZero = (number: number): boolean => Math.abs(number) < 0.01;

/** The last of the columns of groups in which something stands: a smaller one is nearer to the whole. */
const levelOf = ({ cells }: TableRow, groups: readonly number[]): number =>
  groups.findLastIndex((index) => (cells[index] ?? '') !== '');

/** A row that is read at the moment, and what its group has summed up to so far. */
interface Open {
  row: TableRow;
  level: number;
  found: number[];
  largest: number[];
  members: number;
}

/**
 * Whether each row without a value is the sum of those behind it, up to the next one of its level; at least two rows are.
 * @param isMember whether a row belongs to a group, by what both have in the group's column
 */
function areSums(
  rows: readonly TableRow[],
  { sign, sums, people, key, groups }: SubtotalsContext,
  isMember: (own: string, group: string) => boolean,
): boolean {
  const columns = [...sums, ...people];
  const numbersOf = (row: TableRow): number[] => numbersIn(row, columns, sign);
  const isClosed = ({ row, found, largest, members }: Open): boolean =>
    members > 0 &&
    numbersOf(row).every((own, index) => {
      const least = index < sums.length ? found[index] : largest[index];
      return own > (least ?? 0) - 0.01 && own < (found[index] ?? 0) + 0.01;
    });
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
      open.push({ row, level, found: columns.map(() => 0), largest: columns.map(() => 0), members: 0 });
      groupsRead += 1;
    } else {
      if (open.length === 0) return false;
      const numbers = numbersOf(row);
      for (const each of open) {
        const column = groups[each.level] ?? key;
        if (!isMember(row.cells[column] ?? '', each.row.cells[column] ?? '')) return false;
        each.found = each.found.map((sum, index) => sum + (numbers[index] ?? 0));
        each.largest = each.largest.map((most, index) => Math.max(most, numbers[index] ?? 0));
        each.members += 1;
      }
      summed += 1;
    }
  }
  return open.every(isClosed) && (groupsRead > 1 || summed > 1);
}
