import { UserError } from '../errors.ts';
import type { InputTable, Problem } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { detach } from '../tables/detach.ts';
import { rolesByContent } from '../tables/content.ts';
import { type Columns, type Overrides, type Role, columnName, columnsOf, knownHeadings } from '../tables/headings.ts';
import { identifyProfile } from './identify.ts';
import { type OpenedTable, type RowsInput, type TableRow, openRows, openTable } from '../tables/read-table.ts';
import { verdictOf } from './verdict-words.ts';

/** What all files of one run are read with, and where it is told what they hold. */
export interface RowReading {
  networks: readonly AnyNetwork[];
  overrides: Overrides;
  encoding: string | null;
  delimiter: string | null;
  tables: InputTable[];
  problems: Problem[];
  signal?: AbortSignal | undefined;
}

/** A table to be read: the path of a file, or rows and what messages call them. */
export type TableInput = string | { name: string; rows: RowsInput };

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
    const columns = columnsIn(table, wanted, networks, overrides);
    for (const roles of needs) needOneOf(columns, roles, file, table, networks);
    tables.push({
      file,
      encoding: table.encoding,
      delimiter: table.delimiter,
      sheet: table.sheet,
      headingLine: table.heading?.line ?? null,
      columns: columns.all,
    });
    const width = table.sheet === null ? columns.all.length : Infinity;
    for await (const rows of table.rows()) {
      signal?.throwIfAborted();
      for (const row of rows) {
        if (row.cells.length > width && row.cells.slice(width).some((cell) => cell !== '')) {
          problems.push(tooWide(file, row, width));
        } else each(row, columns);
      }
    }
  } finally {
    table.close();
  }
}

function columnsIn(
  { heading, sample }: OpenedTable,
  wanted: Role[],
  networks: readonly AnyNetwork[],
  overrides: Overrides,
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

function needOneOf(
  columns: Columns,
  roles: Role[],
  file: string,
  { heading, sample }: OpenedTable,
  networks: readonly AnyNetwork[],
): void {
  if (roles.some((role) => columns.having(role).length > 0)) return;
  const wanted = roles.filter((role) => !role.startsWith('network:')).join(' or ');
  const where = `${file}:${heading?.line ?? sample[0]?.line ?? 1}`;
  const first = sample[0]?.cells.find((cell) => isProfileOf(networks)(cell));
  const hint = first !== undefined && roles.includes('profile') ? `, although "${first}" is a profile` : '';
  const names = columns.all.map(({ heading: name }) => name).join('", "');
  const what = heading
    ? `none of "${names}" is a ${wanted} column`
    : `it has no heading row, and no ${wanted} column was recognised`;
  throw new UserError('column_missing', where, what + hint);
}

const tooWide = (file: string, { line, cells }: TableRow, width: number): Problem => ({
  file,
  line,
  value: shown(cells),
  problem: `the row has ${cells.length} cells, but the table has ${width} columns; it was not read`,
  whatToDo: 'put quotes around cells that contain the delimiter, or give every column a heading',
});

/** What of a row is shown to a person. */
export function shown(cells: readonly string[]): string {
  const text = detach(cells.filter((cell) => cell !== '').join(' '));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
