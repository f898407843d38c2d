import { UserError } from '../errors.ts';

export interface TableRow {
  /** 1-based line on which the row starts; in a workbook the number of the row. */
  line: number;
  cells: string[];
  /** Addresses behind the texts of cells, by the cell's place. Workbooks only. */
  links?: Map<number, string>;
}

/** A row may hold a long note, but what is longer than this is a quote that was never closed. */
const longestRow = 1_048_576;

/**
 * Text to rows, piece by piece, in bounded memory. Blank lines are left out, cells are trimmed; CRLF, LF and CR each end
 * a row. A quoted cell may hold line ends, delimiters and doubled quotes. A quote inside a cell, or a quoted part with
 * text behind it on one line, is taken literally; where such a part spans lines, its closing quote belongs to another
 * row, and nothing after it could be trusted.
 * @throws UserError broken_csv, with the line where the quote was opened
 */
export function createRowReader(
  delimiter: string,
  where: string,
): {
  /** The rows that are complete with this piece; all that are left, with the last one. */
  read(piece: string, last: boolean): TableRow[];
} {
  const blanks = new Set([' ', '\u00A0', '\t'].filter((sign) => sign !== delimiter));
  let rest = '';
  let line = 1;

  function read(piece: string, last: boolean): TableRow[] {
    const text = rest === '' ? piece : rest + piece;
    const rows: TableRow[] = [];
    let at = 0;
    let feed = text.indexOf('\n');
    let carriage = text.indexOf('\r');
    let quote = text.indexOf('"');
    while (at < text.length) {
      if (feed !== -1 && feed < at) feed = text.indexOf('\n', at);
      if (carriage !== -1 && carriage < at) carriage = text.indexOf('\r', at);
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      let end = feed === -1 || (carriage !== -1 && carriage < feed) ? carriage : feed;
      let cells: string[];
      let lines = 1;
      if (quote !== -1 && (end === -1 || quote < end)) {
        const quoted = quotedRow(text, at, last);
        if (!quoted) break;
        ({ cells, end, lines } = quoted);
      } else {
        if (end === -1) {
          if (!last) break;
          end = text.length;
        }
        cells = text.slice(at, end).split(delimiter);
        for (let index = 0; index < cells.length; index++) cells[index] = cells[index]?.trim() ?? '';
      }
      if (end === text.length - 1 && text[end] === '\r' && !last) break;
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
      line += lines;
      at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    }
    rest = text.slice(at);
    if (rest.length > longestRow) throw unclosed(line, `more than ${longestRow} characters without an end of the row`);
    return rows;
  }

  /** Cells of a row with quotes; null where its end has not come yet. `end` is the place of its line end. */
  function quotedRow(
    text: string,
    start: number,
    last: boolean,
  ): { cells: string[]; end: number; lines: number } | null {
    const cells: string[] = [];
    let lines = 1;
    let at = start;
    for (;;) {
      const from = skipBlanks(text, at);
      let end: number;
      if (text[from] === '"') {
        const quoted = quotedPart(text, from, last);
        if (quoted === null) {
          if (last) throw unclosed(line + lines - 1, 'a quote is opened and never closed');
          return null;
        }
        const after = skipBlanks(text, quoted.end);
        if (after === text.length && !last) return null;
        if (after === text.length || isEnd(text, after)) {
          cells.push(quoted.value.trim());
          lines += lineEnds(quoted.value);
          end = after;
        } else {
          if (/[\r\n]/.test(quoted.value)) {
            throw unclosed(line + lines - 1, 'a quote is opened, and the next one, on a later line, closes no cell');
          }
          end = nextEnd(text, after);
          cells.push(text.slice(from, end).trim());
        }
      } else {
        end = nextEnd(text, at);
        cells.push(text.slice(at, end).trim());
      }
      if (end === text.length && !last) return null;
      if (text[end] !== delimiter) return { cells, end, lines };
      at = end + 1;
    }
  }

  const isEnd = (text: string, at: number): boolean => text[at] === delimiter || text[at] === '\n' || text[at] === '\r';

  function nextEnd(text: string, from: number): number {
    let at = from;
    while (at < text.length && !isEnd(text, at)) at++;
    return at;
  }

  function skipBlanks(text: string, from: number): number {
    let at = from;
    while (blanks.has(text[at] ?? '')) at++;
    return at;
  }

  const unclosed = (from: number, why: string): UserError => new UserError('broken_csv', `${where}:${from}`, why);

  return { read };
}

/** What stands between two quotes, doubled ones taken as one, and the place behind the closing one; null without one. */
function quotedPart(text: string, start: number, last: boolean): { value: string; end: number } | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1 || (quote === text.length - 1 && !last)) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

const lineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
