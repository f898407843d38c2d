import { lookup } from '../text/lookup.ts';
import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { mostCharacters } from './limits.ts';
import { type TableRow, rowsIn } from './rows.ts';

const delimiters = [',', ';', '\t', '|'];

const names: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  pipe: '|',
  bar: '|',
};

/** The sign that `--delimiter` means. @throws UserError setting */
export function delimiterSaid(said: string): string {
  const sign = lookup(names, said.trim().toLowerCase()) ?? said;
  // Addresses and handles hold the last three.
  if (sign.length !== 1 || /["\r\n\p{L}\p{N}#@.]/u.test(sign)) {
    throw new UserError('setting', setting('delimiter'), `"${said}" is not a delimiter; use , ; | or tab`);
  }
  return sign;
}

interface Reading {
  delimiter: string;
  rows: TableRow[];
  /** The share of rows with the commonest number of cells. */
  regular: number;
  /** The commonest number of cells, where it is more than one. */
  width: number;
  /** Cells that are addresses, for each row. */
  addresses: number;
  /** Known headings in the row that has most of them. */
  headings: number;
}

/**
 * What stands between the cells, by the first rows of a table: most rows have the same number of cells, quotes heeded.
 * @param sample the start of the text, up to a line end
 * @param said the sign a person named; it is taken wherever it parts any row
 * @param headings how many of some cells are headings that are known
 * @throws UserError delimiter, where two signs part the rows equally well
 */
export function delimiterOf(
  sample: string,
  said: string | null,
  headings: (cells: string[]) => number,
  where: string,
): string {
  const [, excel] = /^sep=([^\r\n])(?:\r|\n|$)/i.exec(sample) ?? [];
  if (said !== null && readingOf(sample, said, headings).width > 1) return said;
  if (excel !== undefined) return excel;
  const readings = delimiters
    .map((delimiter) => readingOf(sample, delimiter, headings))
    .filter(({ width }) => width > 1)
    .toSorted((a, b) => worth(b) - worth(a) || b.width - a.width);
  const [best, next] = readings;
  if (!best) return said ?? ',';
  if (next && worth(best) - worth(next) < 0.1) throw new UserError('delimiter', where, bothWays(best, next));
  return best.delimiter;
}

const worth = ({ regular, addresses, headings }: Reading): number =>
  regular + Math.min(1, addresses) + Math.min(2, headings) / 2;

function readingOf(sample: string, delimiter: string, headings: (cells: string[]) => number): Reading {
  const rows = rowsIn(sample, delimiter).rows.slice(0, 200);
  const byWidth = new Map<number, number>();
  for (const { cells } of rows) byWidth.set(cells.length, (byWidth.get(cells.length) ?? 0) + 1);
  const parted = [...byWidth].filter(([width]) => width > 1);
  const [width = 1, count = 0] = parted.toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const addresses = rows.reduce((sum, { cells }) => sum + cells.filter(isAddress).length, 0);
  const all = Math.max(1, rows.length);
  return {
    delimiter,
    rows,
    width,
    regular: count / all,
    addresses: addresses / all,
    headings: Math.max(0, ...rows.map(({ cells }) => headings(cells))),
  };
}

/** One or more addresses or e-mail addresses, and nothing else. The query of an address may hold commas. */
export const isAddress = (cell: string): boolean =>
  cell !== '' &&
  cell.length <= mostCharacters &&
  (withQuery.test(cell) || cell.split(/[\s,;|]+/).every((piece) => piece === '' || oneAddress.test(piece)));

const withQuery = /^https?:\/\/[^\s,;|?]+\?[^\s;|]+$/i;

const oneAddress = /^(?:(?:https?:\/\/|www\.)\S+|[^\s@/]+@[^\s@/][^\s@/.]*\.[^\s@/]+)$/i;

function bothWays(best: Reading, next: Reading): string {
  const shown = [best, next].map(({ delimiter, rows }) => {
    const cells = rows[Math.min(1, rows.length - 1)]?.cells ?? [];
    return `${JSON.stringify(delimiter)} gives ${cells.map((cell) => JSON.stringify(cell.slice(0, 40))).join(' | ')}`;
  });
  return shown.join('; ');
}
