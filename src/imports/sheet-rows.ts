import { normaliseHeading } from '../text/normalise.ts';
import { UserError } from '../errors.ts';
import { openWorkbook } from '../tables/workbook.ts';
import type { ImportRow } from './rows.ts';
import { customerHeadings, networkNames, subscriberNames, titleNames } from './tables/columns.ts';

/** Cells, and characters in them, that are held at once: many times what a million follows need. */
const most = { cells: 8_000_000, characters: 128 * 1024 ** 2 };

/**
 * Rows of the sheet of an XLSX file that most looks like a table of follows. An address behind the text of a cell stands
 * in a column of its own behind the others.
 * @throws UserError broken_workbook, not_a_table
 */
export async function sheetRowsOf(name: string, bytes: Uint8Array): Promise<ImportRow[]> {
  const sheet = await openWorkbook(name, known, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    const rows: ImportRow[] = [];
    const linked = new Set<number>();
    let cells = 0;
    let characters = 0;
    for await (const some of sheet.rows()) {
      for (const row of some) {
        rows.push(row);
        for (const column of row.links?.keys() ?? []) linked.add(column);
        cells += row.cells.length;
        characters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
        if (cells > most.cells || characters > most.characters) throw tooMuch(`${name}:${row.line}`);
      }
    }
    const columns = [...linked].toSorted((a, b) => a - b);
    const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
    if (columns.length === 0) return rows;
    if (rows.length * (width + columns.length) > most.cells) throw tooMuch(name);
    return rows.map(({ line, cells: texts, links }) => {
      const blank = Array.from({ length: width - texts.length }, () => '');
      return { line, cells: [...texts, ...blank, ...columns.map((column) => links?.get(column) ?? '')] };
    });
  } finally {
    sheet.close();
  }
}

const tooMuch = (where: string): UserError =>
  new UserError('broken_workbook', where, 'it holds more than any list of follows');

const names = [customerHeadings, titleNames, subscriberNames, networkNames];

/** How many cells are headings of a table of follows, or addresses. */
const known = (cells: string[]): number =>
  cells.filter((cell) => /^https?:\/\//i.test(cell) || names.some((each) => each.has(normaliseHeading(cell)))).length;
