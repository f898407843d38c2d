import { countIn } from '../../text/counts.ts';
import { type Columns, type Role, saysCustomer } from '../../tables/headings.ts';
import type { TableRow } from '../../tables/rows.ts';

/** Words of a list with commas between them. */
export const listed = (list: string): Set<string> => new Set(list.trim().split(/,\s+/));

/** The first column with one of these headings, the earlier heading of the list before the later; -1 where there is none. */
export function columnOf(headings: string[], names: Set<string>): number {
  const heading = [...names].find((name) => headings.includes(name));
  return heading === undefined ? -1 : headings.indexOf(heading);
}

/** The first column with the first of these roles that any has; -1 where there is none. */
export const columnWith = (columns: Columns, ...roles: Role[]): number =>
  roles.flatMap((role) => columns.having(role))[0] ?? -1;

export const cell = (row: TableRow, column: number): string => row.cells[column] ?? '';

/** A number of subscribers as people and programs write it; null where there is none. */
export const countOf = (row: TableRow, column: number): number | null =>
  column === -1 ? null : countIn(cell(row, column));

/** `line 2, 5, 9 …`: the first lines of rows that were left out. */
export const firstLines = (rows: TableRow[]): string =>
  `line ${rows
    .slice(0, 3)
    .map(({ line }) => line)
    .join(', ')}${rows.length > 3 ? ' …' : ''}`;

/** A table of customers that does not say what they follow: addresses in it may be their own profiles. */
export const isClientList = (columns: Columns): boolean =>
  columns.all.some(({ heading }) => saysCustomer(heading)) && columns.having('resource').length === 0;
