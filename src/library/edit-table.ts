import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { UserError } from '../errors.ts';
import { writeAll } from '../files/replace.ts';
import { encode } from '../imports/encode.ts';
import { decode } from '../tables/encoding.ts';
import { isZip } from '../tables/file-kinds.ts';
import { type TableRow, openTable } from '../tables/read-table.ts';

/** A CSV file of a person's, of which single rows are changed and not one sign of the others. */
export interface EditedTable {
  heading: TableRow;
  rows: TableRow[];
  /** Puts cells in the place of a row; null takes the row out. */
  replace: (row: TableRow, cells: readonly string[] | null) => void;
  append: (cells: readonly string[]) => void;
  /** @throws UserError table_edited, where somebody changed the file in the meantime; output_locked, output_unwritable */
  save: () => Promise<void>;
}

interface EditOptions {
  /** The encoding and the delimiter that a person named, for files that do not tell by themselves. */
  encoding: string | null;
  delimiter: string | null;
  /** How many of some cells are headings that are known. */
  headings: (cells: string[]) => number;
}

/**
 * Opens a table to change rows of it.
 * @throws UserError table_edited, where it is a spreadsheet or has no heading; like `openTable`
 */
export async function editTable(path: string, options: EditOptions): Promise<EditedTable> {
  const bytes = await readFile(path);
  if (isZip(bytes)) throw new UserError('table_edited', path, 'it is a spreadsheet: save it as CSV');
  const table = await openTable(path, options);
  table.close();
  const { heading, delimiter } = table;
  if (heading === null || delimiter === null)
    throw new UserError('table_edited', path, 'its row of headings is missing');
  const rows: TableRow[] = [];
  for await (const some of table.rows()) rows.push(...some);
  const { text, encoding } = decode(bytes, options.encoding, path);
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const lineOf = (cells: readonly string[]): string =>
    stringify([[...cells]], { delimiter, record_delimiter: newline });
  const changes = new Map<number, string>();
  const added: string[] = [];
  return {
    heading,
    rows,
    replace: (row, cells) => changes.set(row.line, cells === null ? '' : lineOf(cells)),
    append: (cells) => added.push(lineOf(cells)),
    async save() {
      const starts = [...rows.map(({ line }) => line), lines.length + 1];
      const changed = lines.slice(0, (starts[0] ?? 1) - 1);
      for (const [at, line] of starts.slice(0, -1).entries())
        changed.push(changes.get(line) ?? lines.slice(line - 1, (starts[at + 1] ?? 0) - 1).join(''));
      const before = changed.join('');
      const gap = before === '' || /[\r\n]$/.test(before) || added.length === 0 ? '' : newline;
      const whole = `${before}${gap}${added.join('')}`;
      if (!(await readFile(path)).equals(bytes))
        throw new UserError('table_edited', path, 'another program changed it in the meantime');
      await replace(path, asBytes(whole, encoding, bytes));
    },
  };
}

/** In the file's own encoding, with its mark; in UTF-8 where a sign is new to it. */
function asBytes(text: string, encoding: string, before: Buffer): Buffer {
  const encoded = encode(text, encoding);
  if ('missing' in encoded) return Buffer.from(`\uFEFF${text}`, 'utf8');
  const mark = encode('\uFEFF', encoding);
  const hadMark = !('missing' in mark) && before.subarray(0, mark.length).equals(mark);
  return hadMark ? Buffer.concat([mark, encoded]) : encoded;
}

async function replace(path: string, bytes: Buffer): Promise<void> {
  const mode = (await stat(path)).mode & 0o777;
  await writeAll(dirname(path), [{ name: basename(path), chunks: [bytes], mode }]);
}
