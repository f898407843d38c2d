import { CsvError, parse } from 'csv-parse/sync';

export interface Row {
  /** 1-based line on which the row starts. */
  line: number;
  cells: string[];
}

const delimiters = [',', ';', '\t', '|'];

/** Characters looked at to find out which sign stands between the cells. */
const sampleLength = 65_536;

/** Rows of a text as a table, blank lines left out, cells trimmed; null where it is empty or a quote never ends. */
export function rowsOf(text: string): Row[] | null {
  const rows = parsed(text, delimiterOf(text));
  return rows !== null && rows.length > 0 ? rows : null;
}

/** The sign with which most rows get one and the same number of cells, at least two; of equals the one that makes more. */
export function delimiterOf(text: string): string {
  const sample = text.length > sampleLength ? text.slice(0, text.lastIndexOf('\n', sampleLength)) : text;
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, ...regularity(parsed(sample, delimiter) ?? []) }))
    .toSorted((a, b) => b.rows - a.rows || b.cells - a.cells);
  return best?.delimiter ?? ',';
}

function regularity(rows: Row[]): { rows: number; cells: number } {
  const byCells = new Map<number, number>();
  for (const { cells } of rows) byCells.set(cells.length, (byCells.get(cells.length) ?? 0) + 1);
  byCells.delete(1);
  const [most] = [...byCells].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most ? { cells: most[0], rows: most[1] } : { cells: 1, rows: 0 };
}

function parsed(text: string, delimiter: string): Row[] | null {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => {
      const inCells = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      return { line: info.lines - inCells, cells: record.map((cell) => cell.trim()) };
    });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
