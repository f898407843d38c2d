import { type TableRow, rowsIn } from '../tables/rows.ts';

export type ImportRow = TableRow;

const delimiters = [',', ';', '\t', '|'];

/** Characters looked at to find out which sign stands between the cells. */
const sampleLength = 65_536;

/** Rows of a text as a table, blank lines left out, cells trimmed; null where it is empty or a quote never ends. */
export function rowsInText(text: string): ImportRow[] | null {
  const { rows, broken } = rowsIn(text, delimiterOf(text));
  return broken || rows.length === 0 ? null : rows;
}

/** The sign with which most rows get one and the same number of cells, at least two; of equals the one that makes more. */
function delimiterOf(text: string): string {
  const sample = text.length > sampleLength ? text.slice(0, text.lastIndexOf('\n', sampleLength)) : text;
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, ...regularity(rowsIn(sample, delimiter).rows) }))
    .toSorted((a, b) => b.rows - a.rows || b.cells - a.cells);
  return best?.delimiter ?? ',';
}

function regularity(rows: ImportRow[]): { rows: number; cells: number } {
  const byCells = new Map<number, number>();
  for (const { cells } of rows) byCells.set(cells.length, (byCells.get(cells.length) ?? 0) + 1);
  byCells.delete(1);
  const [most] = [...byCells].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most ? { cells: most[0], rows: most[1] } : { cells: 1, rows: 0 };
}
