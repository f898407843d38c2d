import { UserError } from '../errors.ts';
import { delimiterOf, delimiterSaid } from './delimiter.ts';
import { fileKindOf } from './file-kinds.ts';
import { headingRow } from './heading-row.ts';
import { type TableOptions, isMark, startOf } from './read-table.ts';
import { type TableRow, rowsIn, rowsOf } from './rows.ts';
import { type TableSource, decodedText, encodingOf, nameOfSource } from './text-file.ts';
import { openSheets } from './workbook.ts';

/** One of the tables of a file. */
export interface FoundTable {
  /** The sheet it stands on; empty in a text file. */
  sheet: string;
  /** The lines above its heading: titles, comments, what was asked for. */
  above: string[];
  heading: TableRow;
  rows: TableRow[];
}

/** Cells, and characters in them, that are held at once. */
const max = { cells: 8_000_000, characters: 128 * 1024 ** 2 };

/**
 * All tables of a file, whole: those of each sheet of a workbook, and those that stand one below the other. A blank line
 * with a heading behind it, or lines of comment (`#`), part two tables; titles stand in one cell above the heading.
 * @throws UserError like `openTable`; broken_workbook, where the file holds more than fits
 */
export async function everyTable(source: TableSource, options: TableOptions = {}): Promise<FoundTable[]> {
  const known = options.headings ?? ((): number => 0);
  const collect = createCollector(nameOfSource(source));
  if ((await fileKindOf(source)) === 'text') {
    return partTables(await collect(await rowsOfText(source, options, known)), known, '');
  }
  const book = await openSheets(source);
  try {
    const tables: FoundTable[] = [];
    for (const { name, rows } of book.sheets) tables.push(...partTables(await collect(rows()), known, name));
    return tables;
  } finally {
    book.close();
  }
}

async function rowsOfText(
  source: TableSource,
  options: TableOptions,
  known: (cells: string[]) => number,
): Promise<AsyncGenerator<TableRow[]>> {
  const name = nameOfSource(source);
  const encoded = await encodingOf(source, options.encoding ?? null);
  const start = withoutComments(await startOf(decodedText(source, encoded)));
  const said = options.delimiter == null ? null : delimiterSaid(options.delimiter);
  const delimiter = delimiterOf(start, said, known, name);
  const width = rowsIn(start, delimiter).rows.at(-1)?.cells.length ?? 1;
  return rowsOf(decodedText(source, encoded), delimiter, width, name);
}

/** Comments hold any sign, and part no cells. */
function withoutComments(text: string): string {
  const lines = text.split(/(?<=\n)/);
  const others = lines.filter((line) => !line.startsWith('#'));
  return others.some((line) => line.trim() !== '') ? others.join('') : text;
}

function createCollector(where: string): (rows: AsyncIterable<TableRow[]>) => Promise<TableRow[]> {
  let cells = 0;
  let characters = 0;
  return async (given) => {
    const all: TableRow[] = [];
    for await (const rows of given) {
      for (const row of rows) {
        cells += row.cells.length;
        characters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
        if (cells > max.cells || characters > max.characters) {
          throw new UserError('broken_workbook', `${where}:${row.line}`, `more than ${max.cells} cells`);
        }
        if (!isMark(row)) all.push(row);
      }
    }
    return all;
  };
}

/** Tables that stand one below the other. */
function partTables(rows: readonly TableRow[], known: (cells: string[]) => number, sheet: string): FoundTable[] {
  const tables: FoundTable[] = [];
  let above: string[] = [];
  let block: TableRow[] = [];
  const end = (): void => {
    if (block.length === 0) return;
    const heading = headingRow(block, known) ?? block[0];
    if (heading) {
      const at = block.indexOf(heading);
      const titles = block.slice(0, at).map(textOf);
      // Tables that somebody put one behind the other have their heading again.
      const own = block.slice(at + 1).filter((row) => !isAgain(row, heading));
      tables.push({ sheet, above: [...above, ...titles], heading, rows: own });
    }
    above = [];
    block = [];
  };
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const isApart = before === undefined || row.line > before.line + 1 + lineEnds(before);
    if (isComment(row)) {
      end();
      above.push(textOf(row));
    } else if (isApart && block.length > 0 && startsTable(row, rows[index + 1], block)) {
      end();
      if (filled(row) === 1) above.push(textOf(row));
      else block.push(row);
    } else if (block.length === 0 && filled(row) === 1 && filled(rows[index + 1]) > 1) above.push(textOf(row));
    else block.push(row);
  }
  end();
  return tables;
}

/** Whether a row behind a blank line is a heading, or the title above one, and no further row of the table before. */
function startsTable(row: TableRow, next: TableRow | undefined, before: readonly TableRow[]): boolean {
  if (row.cells.some(isNumber)) return false;
  const isTitle = filled(row) === 1 && filled(next) > 1;
  const width = before[0]?.cells.length ?? 0;
  return isTitle || row.cells.length !== width || before.slice(1, 20).some(({ cells }) => cells.some(isNumber));
}

const isAgain = ({ cells }: TableRow, heading: TableRow): boolean =>
  cells.length === heading.cells.length && cells.every((cell, index) => cell === heading.cells[index]);

const isComment = ({ cells: [first = ''] }: TableRow): boolean => first.startsWith('#');

const filled = (row: TableRow | undefined): number => row?.cells.filter((cell) => cell !== '').length ?? 0;

const isNumber = (cell: string): boolean => /^-?[\d.,\s]*\d\s?%?$/.test(cell);

const textOf = ({ cells }: TableRow): string => cells.filter((cell) => cell !== '').join(' ');

const lineEnds = ({ cells }: TableRow): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
