import { isDoubtful, lineEnds } from './doubtful.ts';
import { mostColumns } from './limits.ts';

/** Characters of a row: what has more is left to whoever tells what is wrong with it. */
const longestRow = 65_536;

export interface PlainRow {
  /** 1-based line on which the row starts; in a workbook the number of the row. */
  line: number;
  cells: string[];
}

/** The rows that a text begins with, and what is left of it. */
interface PlainPart {
  rows: PlainRow[];
  rest: string;
  /** On which the rest begins. */
  line: number;
  /** The rest begins with a row that may be written otherwise than RFC 4180 says; if not, with one that is not whole. */
  isDoubtful: boolean;
}

/**
 * The rows of a text as RFC 4180 writes them (https://www.rfc-editor.org/rfc/rfc4180, section 2), up to the first that may
 * be something else: nearly all of most tables, in a fraction of the time that csv-parse takes. Blank lines are left out,
 * cells are trimmed; CRLF, LF and CR each end a row. A quote inside a cell that begins with none is taken literally.
 * @param line on which the text begins
 * @param isWhole nothing comes behind the text
 */
export function plainRows(text: string, delimiter: string, line: number, isWhole: boolean): PlainPart {
  const rows: PlainRow[] = [];
  const rowAt = rowFinder(text, delimiter, isWhole);
  let at = 0;
  for (let number = line; ;) {
    const row = at < text.length ? rowAt(at) : null;
    const isEndless = row === null && text.length - at > longestRow;
    if (row === null || row === 'doubtful')
      return { rows, rest: text.slice(at), line: number, isDoubtful: row !== null || isEndless };
    const { cells, end, lines } = row;
    for (let index = 0; index < cells.length; index++) cells[index] = cells[index]?.trim() ?? '';
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: number, cells });
    number += lines;
    at = end;
  }
}

/** A row that begins at a place, where the next one begins, and how many lines it takes; null where it goes on. */
type RowFinder = (start: number) => { cells: string[]; end: number; lines: number } | 'doubtful' | null;

function rowFinder(text: string, delimiter: string, isWhole: boolean): RowFinder {
  const [lf, cr, quote, cut] = [finder(text, '\n'), finder(text, '\r'), finder(text, '"'), finder(text, delimiter)];
  /** Null where it is not known yet. */
  const lineEnd = (from: number): number | null => {
    const end = Math.min(lf(from), cr(from));
    if (end === Infinity) return isWhole ? text.length : null;
    // A CR at the end of the text may be half a CRLF.
    return text[end] === '\n' || end + 1 < text.length || isWhole ? end : null;
  };
  /** Of the quote that opens a cell; Infinity where it is not known yet. */
  const closing = (opening: number): number => {
    for (let at = opening + 1; ; at += 2) {
      at = text.indexOf('"', at);
      if (at < 0 || (at + 1 === text.length && !isWhole)) return Infinity;
      if (text[at + 1] !== '"') return at;
    }
  };
  return (start) => {
    let end = lineEnd(start);
    let cells: string[] = [];
    let lines = 1;
    if (end !== null && quote(start) > end) cells = text.slice(start, end).split(delimiter);
    else {
      for (let at = start, stop = start; stop !== end; at = stop + 1) {
        if (end === null) return null;
        let cell: string;
        if (text[at] === '"') {
          const close = closing(at);
          if (close === Infinity) return isWhole ? 'doubtful' : null;
          stop = close + 1;
          end = lineEnd(stop);
          cell = text.slice(at + 1, close).replaceAll('""', '"');
          const isClosed = stop === (end ?? stop) || text[stop] === delimiter;
          if (!isClosed || isDoubtful(cell)) return 'doubtful';
          lines += lineEnds(cell);
        } else {
          stop = Math.min(cut(at), end);
          cell = text.slice(at, stop);
          if (cell.trimStart().startsWith('"')) return 'doubtful';
        }
        cells.push(cell);
      }
    }
    if (cells.length > mostColumns) return 'doubtful';
    const last = end ?? text.length;
    return { cells, end: last + (text.startsWith('\r\n', last) ? 2 : 1), lines };
  };
}

/** Where a sign stands next, from places that only grow; Infinity where it does not. */
function finder(text: string, sign: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = text.indexOf(sign, from);
      found = at < 0 ? Infinity : at;
    }
    return found;
  };
}
