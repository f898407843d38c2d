import type { CheerioAPI } from 'cheerio';
import type { UserError } from '../errors.ts';
import type { OpenedTable } from '../tables/read-table.ts';
import type { Columns } from '../tables/headings.ts';
import type { TableRow } from '../tables/rows.ts';
import type { IdentifyResource, RecognisedFile } from '../types/import.ts';

/** A table as the formats get to see it, with the columns as `analyze` knows them in a follows file. */
export interface ImportTable extends Pick<OpenedTable, 'sheet' | 'heading' | 'sample'> {
  /** The headings in one spelling; none where the table has no heading. */
  headings: string[];
  columns: Columns;
  /** All rows below the heading. */
  rows: TableRow[];
  /** The id of the only network that a text names among other words; null where it names none, or several. */
  networkIn(text: string): string | null;
}

/** A file, or an entry of an archive, as an import format gets to see it. */
export interface ImportFile {
  /** Base name, for messages and for formats that have no other mark of their own. Never used as a path. */
  name: string;
  text: string;
  /** When it was saved, in milliseconds since the epoch: as it says itself, else when it was last changed; null where nobody knows. */
  savedAt: number | null;
  /** The text as JSON; undefined where it is none. Parsed once. */
  json(): unknown;
  /** The text as an HTML page; null where it is none. Parsed once. */
  page(): CheerioAPI | null;
  /** The text or the sheet as a table; null where it is none, or `tableFault` says why it cannot be read as one. */
  table: ImportTable | null;
  tableFault: UserError | null;
  /** Rows that come from elsewhere in the file, headings first, as such a table. */
  tableOf(rows: string[][]): ImportTable;
}

/** A kind of file that other programs write. It looks at the content; null where the file is of another kind. */
export interface ImportFormat {
  id: string;
  recognise(file: ImportFile, identify: IdentifyResource): RecognisedFile | null;
}

/** Every row of a table, its heading first. */
export const allRows = (table: ImportTable | null): string[][] =>
  table === null ? [] : [...(table.heading ? [table.heading] : []), ...table.rows].map(({ cells }) => cells);
