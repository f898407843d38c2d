import { UserError } from '../errors.ts';
import { delimiterOf, delimiterSaid } from './delimiter.ts';
import { headingRow } from './heading-row.ts';
import { fileKindOf } from './file-kinds.ts';
import { type TableRow, rowsIn, rowsOf } from './rows.ts';
import { type TableSource, decodedText, encodingOf, nameOfSource } from './text-file.ts';
import { cardHeadings, cardRows, isVcard } from './vcard.ts';
import { openWorkbook } from './workbook.ts';

export type { TableRow } from './rows.ts';

/**
 * Rows that a program has already: objects of heading and cell, or lists of cells, the headings first. Their lines are
 * counted as in a file with the headings in its first line.
 */
export type RowsInput = Iterable<Readonly<Record<string, InputCell>>> | Iterable<readonly InputCell[]>;

type InputCell = string | number | boolean | null | undefined;

export interface TableOptions {
  /** The encoding and the delimiter that a person named; they decide where the file does not tell by itself. */
  encoding?: string | null;
  delimiter?: string | null;
  /** How many of some cells are headings that are known; without it the first full row is the heading. */
  headings?: (cells: string[]) => number;
}

/** An opened table. `close` is to be called when no more rows are read. */
export interface OpenedTable {
  /** Null for a workbook. */
  encoding: string | null;
  /** Null for a workbook, and for address cards. */
  delimiter: string | null;
  /** Null for a text file. */
  sheet: string | null;
  /** Null where the table has none: its first row is data. */
  heading: TableRow | null;
  /** The first rows below the heading, to recognise columns by. */
  sample: TableRow[];
  /** All rows below the heading, some at a time, blank ones left out, in bounded memory. */
  rows(): AsyncGenerator<TableRow[]>;
  close(): void;
}

const mostSampled = 200;

/** Text looked at to find the delimiter and the heading. */
const sampleLength = 262_144;

/**
 * Opens a table: CSV text in any encoding that is recognised or named, with `,` `;` tab or `|` between the cells, an
 * XLSX workbook, or address cards (vCard). Lines above the heading are left out.
 * @throws UserError file_missing, file_unreadable, not_a_table, encoding, delimiter, broken_csv, broken_workbook, setting
 */
export async function openTable(source: TableSource, options: TableOptions = {}): Promise<OpenedTable> {
  return (await fileKindOf(source)) === 'zip' ? openSheet(source, options) : openText(source, options);
}

/**
 * A table of rows that a program has already. Blank rows are left out.
 * @throws UserError not_a_table, where a row is neither an object nor a list of cells
 */
export function openRows(input: RowsInput, where: string): OpenedTable {
  const given = [...input];
  const isLists = given.every((row) => Array.isArray(row));
  if (!isLists && given.some((row) => typeof row !== 'object' || row === null || Array.isArray(row))) {
    throw new UserError('not_a_table', where, 'its rows are neither all objects nor all lists of cells');
  }
  const headings = isLists ? [] : [...new Set(given.flatMap((row) => Object.keys(row)))];
  const lists = isLists
    ? (given as readonly (readonly InputCell[])[])
    : [headings, ...given.map((row) => valuesOf(row, headings))];
  const [heading = null, ...below] = lists
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => String(cell ?? '').trim()) }))
    .filter(({ line, cells }) => line === 1 || cells.some((cell) => cell !== ''));
  return {
    encoding: null,
    delimiter: null,
    sheet: null,
    heading,
    sample: below.slice(0, mostSampled),
    async *rows() {
      yield below;
    },
    close: () => undefined,
  };
}

function valuesOf(row: object, headings: string[]): InputCell[] {
  const values = new Map<string, InputCell>(Object.entries(row));
  return headings.map((heading) => values.get(heading));
}

/**
 * The rows of a table, its heading first where it has one.
 * @throws UserError like `openTable`
 */
export async function* readTable(source: TableSource, options: TableOptions = {}): AsyncGenerator<TableRow> {
  const table = await openTable(source, options);
  try {
    if (table.heading) yield table.heading;
    for await (const rows of table.rows()) yield* rows;
  } finally {
    table.close();
  }
}

const none = (): number => 0;

async function openText(source: TableSource, options: TableOptions): Promise<OpenedTable> {
  const name = nameOfSource(source);
  const known = options.headings ?? none;
  const encoded = await encodingOf(source, options.encoding ?? null);
  const start = await startOf(decodedText(source, encoded));
  if (isVcard(start)) return openCards(() => cardRows(decodedText(source, encoded)), encoded.encoding);
  const said = options.delimiter == null ? null : delimiterSaid(options.delimiter);
  const delimiter = delimiterOf(start, said, known, name);
  const first = rowsIn(start, delimiter);
  const sample = first.rows.filter((row) => !isMark(row));
  if (first.broken && sample.length === 0) await tellBroken(rowsOf(decodedText(source, encoded), delimiter, 1, name));
  const heading = headingRow(sample.slice(0, mostSampled), known);
  const below = belowHeading(heading);
  return {
    encoding: encoded.encoding,
    delimiter,
    sheet: null,
    heading,
    sample: below(sample).slice(0, mostSampled),
    async *rows() {
      const width = (heading ?? sample[0])?.cells.length ?? 1;
      for await (const rows of rowsOf(decodedText(source, encoded), delimiter, width, name)) yield below(rows);
    },
    close: () => undefined,
  };
}

async function openCards(rows: () => AsyncGenerator<TableRow[]>, encoding: string): Promise<OpenedTable> {
  const sample: TableRow[] = [];
  for await (const some of rows()) {
    sample.push(...some.slice(0, mostSampled - sample.length));
    if (sample.length >= mostSampled) break;
  }
  const heading = { line: 1, cells: cardHeadings };
  return { encoding, delimiter: null, sheet: null, heading, sample, rows, close: () => undefined };
}

/** Reads until what is broken is thrown. */
async function tellBroken(rows: AsyncIterable<unknown>): Promise<void> {
  const reading = rows[Symbol.asyncIterator]();
  while (!(await reading.next()).done);
}

/** Excel's own line `sep=;` at the start of a file. */
export const isMark = ({ line, cells }: TableRow): boolean => line === 1 && /^sep=.?$/i.test(cells[0] ?? '');

/** Leaves out the heading and what stands above it. */
const belowHeading =
  (heading: TableRow | null) =>
  (rows: TableRow[]): TableRow[] => {
    const from = heading?.line ?? 0;
    if ((rows[0]?.line ?? 0) > Math.max(1, from)) return rows;
    return rows.filter((row) => row.line > from && !isMark(row));
  };

/** The first pieces of a text, up to a line end. */
export async function startOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > sampleLength) break;
  }
  if (text.length <= sampleLength) return text;
  const cut = Math.max(text.lastIndexOf('\n', sampleLength), text.lastIndexOf('\r', sampleLength));
  return cut === -1 ? text.slice(0, sampleLength) : text.slice(0, cut + 1);
}

async function openSheet(source: TableSource, options: TableOptions): Promise<OpenedTable> {
  const known = options.headings ?? none;
  const sheet = await openWorkbook(source, known);
  try {
    const sample: TableRow[] = [];
    for await (const rows of sheet.rows()) {
      sample.push(...rows.slice(0, mostSampled - sample.length));
      if (sample.length >= mostSampled) break;
    }
    const heading = headingRow(sample, known);
    const below = belowHeading(heading);
    return {
      encoding: null,
      delimiter: null,
      sheet: sheet.name,
      heading,
      sample: below(sample),
      async *rows() {
        for await (const rows of sheet.rows()) yield below(rows);
      },
      close: () => sheet.close(),
    };
  } catch (error) {
    sheet.close();
    throw error;
  }
}
