import { UserError } from '../errors.ts';
import { instruct, setting } from '../types/instruction.ts';
import type { InputTable, Problem } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { detach } from '../tables/detach.ts';
import { rolesByContent } from '../tables/content.ts';
import { type Columns, type Overrides, type Role, columnName, columnsOf, knownHeadings } from '../tables/headings.ts';
import { identifyProfile } from './identify.ts';
import { type OpenedTable, type RowsInput, type TableRow, openRows, openTable } from '../tables/read-table.ts';
import { verdictOf } from './verdict-words.ts';

/** What a person said of all tables of one run, and what they may name. */
export interface TableReading {
  networks: readonly AnyNetwork[];
  overrides: Overrides;
  encoding: string | null;
  delimiter: string | null;
}

/** How the rows of one run are read, and where it is told what they hold. */
export interface RowReading extends TableReading {
  tables: InputTable[];
  problems: Problem[];
  signal?: AbortSignal | undefined;
}

/** A table to be read: the path of a file, or rows and what messages call them. */
export type TableInput = string | { name: string; rows: RowsInput };

/** Characters of a cell that is read: some forty addresses. What is longer is no name, and no list of profiles. */
const mostRead = 4096;

/** Problems that are told one by one, so that a million broken rows fit into memory. */
const mostProblems = 250_000;

/** What messages call a table. */
export const fileNameOf = (input: TableInput): string => (typeof input === 'string' ? input : input.name);

/**
 * Reads one file, row by row, in bounded memory.
 * @param wanted the roles this kind of file has
 * @param needs lists of roles; of each, one column at least must be there
 * @throws UserError column_missing, and like `openTable`
 */
export async function readRows(
  input: TableInput,
  wanted: Role[],
  needs: Role[][],
  reading: RowReading,
  each: (row: TableRow, columns: Columns) => void,
): Promise<void> {
  const { networks, overrides, encoding, delimiter, tables, problems, signal } = reading;
  const file = fileNameOf(input);
  const options = { encoding, delimiter, headings: knownHeadings(wanted, networks, overrides) };
  const table = typeof input === 'string' ? await openTable(input, options) : openRows(input.rows, file);
  try {
    if (!table.heading && table.sample.length === 0) return;
    const columns = columnsIn(table, wanted, reading);
    for (const roles of needs) {
      if (!hasOneOf(columns, roles)) throw columnMissing(columns, roles, file, table, networks);
    }
    tables.push({
      file,
      encoding: table.encoding,
      delimiter: table.delimiter,
      sheet: table.sheet,
      headingLine: table.heading?.line ?? null,
      columns: columns.all,
    });
    const used = columns.all.flatMap(({ role }, index) => (role === null || role === 'ignore' ? [] : [index]));
    let untold = 0;
    for await (const rows of table.rows()) {
      signal?.throwIfAborted();
      for (const row of rows) {
        if (isTooWide(row, table, columns)) problems.push(tooWide(file, row, columns.all.length));
        else if (used.some((index) => (row.cells[index]?.length ?? 0) > mostRead)) problems.push(tooLong(file, row));
        else each(row, columns);
      }
      untold += problems.splice(mostProblems).length;
    }
    if (untold > 0) problems.push(andMore(file, untold));
  } finally {
    table.close();
  }
}

/** Whether a row has more filled cells than the table has columns, so that nobody knows which is which. */
export const isTooWide = ({ cells }: TableRow, { sheet }: Pick<OpenedTable, 'sheet'>, { all }: Columns): boolean =>
  sheet === null && cells.length > all.length && cells.slice(all.length).some((cell) => cell !== '');

/** What the columns of a table are, by their headings, else by what stands in them. */
export function columnsIn(
  { heading, sample }: Pick<OpenedTable, 'heading' | 'sample'>,
  wanted: Role[],
  { networks, overrides }: TableReading,
): Columns {
  if (heading) return columnsOf(heading.cells, wanted, networks, overrides);
  const roles = rolesByContent(sample, wanted, isProfileOf(networks), (cell) => verdictOf(cell) !== undefined);
  return columnsOf(
    roles.map((_, index) => columnName(index)),
    wanted,
    networks,
    overrides,
    roles,
  );
}

const isProfileOf =
  (networks: readonly AnyNetwork[]) =>
  (cell: string): boolean =>
    cell.split(/[\s,;|]+/).some((piece) => {
      const profile = identifyProfile(piece, networks);
      return profile !== null && !('reason' in profile);
    });

export const hasOneOf = (columns: Columns, roles: Role[]): boolean =>
  roles.some((role) => columns.having(role).length > 0);

/** The error of a table that has no column with one of these roles. */
export function columnMissing(
  columns: Columns,
  roles: Role[],
  file: string,
  { heading, sample }: Pick<OpenedTable, 'heading' | 'sample'>,
  networks: readonly AnyNetwork[],
): UserError {
  const wanted = roles.filter((role) => !role.startsWith('network:')).join(' or ');
  const where = `${file}:${heading?.line ?? sample[0]?.line ?? 1}`;
  const isProfile = isProfileOf(networks);
  const telling = sample.find(({ cells }) => cells.some(isProfile))?.cells ?? [];
  const at = telling.findIndex(isProfile);
  const first = telling[at];
  const own = heading?.cells[at];
  const said = own ? instruct`: ${setting('column', `"${own}=profile"`)}` : '';
  const followed = own ? instruct`; if it is a page that they follow: ${setting('column', `"${own}=resource"`)}` : '';
  const hint =
    first === undefined
      ? ''
      : roles.includes('profile')
        ? instruct`, although "${first}" is a profile${said}`
        : roles.includes('resource')
          ? instruct`; if "${first}" is a customer's own profile, this is a client list for \`analyze\`${followed}`
          : '';
  const names = columns.all.map(({ heading: name }) => name).join('", "');
  const what = heading
    ? `none of "${names}" is a ${wanted} column`
    : `it has no heading row, and no ${wanted} column was recognised`;
  return new UserError('column_missing', where, instruct`${what}${hint}`);
}

const tooWide = (file: string, { line, cells }: TableRow, width: number): Problem => ({
  file,
  line,
  value: shown(cells),
  problem: `the row has ${cells.length} cells, but the table has ${width} columns; it was not read`,
  whatToDo: 'put quotes around cells that contain the delimiter, or give every column a heading',
});

const tooLong = (file: string, { line, cells }: TableRow): Problem => ({
  file,
  line,
  value: shown(cells),
  problem: `a cell has more than ${mostRead} characters; the row was not read`,
  whatToDo: 'shorten the cell: a name or some addresses are enough',
});

const andMore = (file: string, untold: number): Problem => ({
  file,
  line: 1,
  value: '',
  problem: `${untold} more problems are not listed`,
  whatToDo: 'fix the problems that are listed, and run again',
});

/** A password in an address stands in no file. */
export const withoutPassword = (text: string): string =>
  text.replaceAll(/(:\/\/[^\s/@:]{0,200}:)[^\s/@]{0,2000}@/g, '$1…@');

/** What of a row is shown to a person. */
export function shown(cells: readonly string[]): string {
  const starts = cells.filter((cell) => cell !== '').map((cell) => cell.slice(0, 201));
  const text = withoutPassword(detach(starts.join(' ').slice(0, 201)));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
