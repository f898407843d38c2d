import { CsvError, type Info, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import { UserError } from '../errors.ts';
import { isDoubtful, lineEnds } from './doubtful.ts';
import { mostColumns } from './limits.ts';
import { type PlainRow, plainRows } from './plain-rows.ts';

export interface TableRow extends PlainRow {
  /** Addresses behind the texts of cells, by the cell's place. Workbooks only. */
  links?: Map<number, string>;
}

/** A row may hold a long note, but what has more bytes than this is a quote that was never closed. */
const longestRow = 1_048_576;

/**
 * The rows of a text that comes in pieces, in bounded memory; what is kept of a cell must be detached from its piece.
 * Blank lines are left out, cells are trimmed; CRLF, LF and CR each end a row. A quoted cell may hold line ends, delimiters
 * and doubled quotes. A quote inside a cell, or a quoted part with text behind it on one line, is taken literally; where
 * such a part spans lines, its closing quote belongs to another row, and nothing after it could be trusted.
 * @param pieces of whole characters
 * @param width how many cells most rows have; others take more time
 * @throws UserError broken_csv, with the line where the quote was opened
 */
export async function* rowsOf(
  pieces: AsyncIterable<string>,
  delimiter: string,
  width: number,
  where: string,
): AsyncGenerator<TableRow[]> {
  let [held, line] = ['', 1];
  const careful: CarefulReader[] = [];
  const read = async (piece: string, isLast: boolean): Promise<TableRow[]> => {
    if (careful[0]) return careful[0].read(piece, isLast);
    const part = plainRows(held + piece, delimiter, line, isLast);
    ({ rest: held, line } = part);
    if (!part.isDoubtful) return part.rows;
    const reader = await readCarefully(delimiter, { width, where, line });
    careful.push(reader);
    return part.rows.concat(await reader.read(held, isLast));
  };
  try {
    for await (const piece of pieces) yield await read(piece, false);
    yield await read('', true);
  } finally {
    for (const reader of careful) reader.close();
  }
}

interface CarefulReader {
  /** @throws UserError broken_csv */
  read(piece: string, isLast: boolean): Promise<TableRow[]>;
  close(): void;
}

/** Reads what may be written otherwise than RFC 4180 says. */
async function readCarefully(
  delimiter: string,
  { width, where, line }: { width: number; where: string; line: number },
): Promise<CarefulReader> {
  const reading = startReading(delimiter, where, line);
  const parser = parse({ ...reading.options, max_record_size: longestRow });
  parser.on('error', () => undefined);
  const push = parser.push.bind(parser);
  // A seventh of the time less than `on_record`, which gets a copy of the counters for every row.
  parser.push = (record: string[] | null) => {
    if (record === null) return push(null);
    reading.add(record, parser.info);
    return true;
  };
  // csv-parse 7.0.3 makes an Error for every row that is not as wide as the first, which takes longer than the row.
  await done((told) => parser.write(reading.leadIn(width), told));
  return {
    async read(piece, isLast) {
      try {
        await done((told) => parser.write(reading.hold(piece), told));
        if (isLast) await done((told) => parser.end(told));
        return reading.take();
      } catch (error) {
        throw error instanceof CsvError ? reading.unclosed(error, parser.info.bytes) : error;
      }
    },
    close: () => void parser.destroy(),
  };
}

/** The rows of a whole text, like `rowsOf`; of a broken one those before the trouble. */
export function rowsIn(text: string, delimiter: string): { rows: TableRow[]; broken: boolean } {
  const { rows, rest, line, isDoubtful: isLeft } = plainRows(text, delimiter, 1, true);
  if (!isLeft) return { rows, broken: false };
  const reading = startReading(delimiter, '', line);
  let isBroken = false;
  try {
    parseWhole(reading.hold(rest), { ...reading.options, on_record: reading.add });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    isBroken = true;
  }
  const left = reading.done();
  return { rows: rows.concat(left.rows), broken: isBroken || left.broken };
}

/** @param first the line on which the text begins */
function startReading(delimiter: string, where: string, first: number) {
  const format = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
  const rows: TableRow[] = [];
  let trouble: UserError | null = null;
  let line = first;
  let isLedIn = true;
  /** The last line of the last row, as csv-parse counts: CRLF within a cell is two. */
  let counted = 0;
  /** The pieces that are not yet rows, and which of all bytes is the first of each. */
  const held: { from: number; bytes: Buffer }[] = [];
  let given = 0;
  let rowFrom = 0;

  function textTo(byte: number): string {
    const from = held[0]?.from ?? 0;
    return Buffer.concat(held.map(({ bytes }) => bytes)).toString('utf8', rowFrom - from, byte - from);
  }

  function add(record: string[], { lines, bytes }: Info): null {
    if (trouble) return null;
    if (record.length > mostColumns) {
      trouble = broken(line, `more than ${mostColumns} columns`);
      return null;
    }
    const cells = record.some(isDoubtful) ? readAgain(record, textTo(bytes)) : record;
    if (!cells) return null;
    const ends = lines > counted + 1 ? lineEnds(record.join(' ')) : 0;
    for (let index = 0; index < cells.length; index++) cells[index] = cells[index]?.trim() ?? '';
    if (isLedIn && (cells.length > 1 || cells[0] !== '')) rows.push({ line, cells });
    line += isLedIn ? 1 + ends : 0;
    isLedIn = true;
    counted = lines;
    rowFrom = bytes;
    return null;
  }

  /** A quoted part may have blanks behind it, and a cell may start with doubled quotes; all else is a broken quote. */
  function readAgain(record: string[], text: string): string[] | null {
    let wrong = 0;
    try {
      return parseWhole(text, { ...format, trim: true })[0] ?? record;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      wrong = Number(error['column']);
    }
    const at = record.findIndex((cell, index) => index >= wrong && cell.startsWith('"') && lineEnds(cell) > 0);
    if (at === -1) return record;
    const opened = line + lineEnds(record.slice(0, at).join(' '));
    trouble = broken(opened, 'a quote is opened, and the next quote, on a later line, does not close a cell');
    return null;
  }

  const broken = (from: number, why: string): UserError => new UserError('broken_csv', `${where}:${from}`, why);

  function hold(piece: string): Buffer {
    const bytes = Buffer.from(piece);
    while (held[1] && held[1].from <= rowFrom) held.shift();
    held.push({ from: given, bytes });
    given += bytes.length;
    return bytes;
  }

  return {
    options: { ...format, ltrim: true, relax_quotes: true },
    add,
    /** A first row of blank cells that is none of the table's. */
    leadIn(width: number): Buffer {
      isLedIn = false;
      return hold(`${delimiter.repeat(Math.max(0, width - 1))}\n`);
    },
    hold,
    /** The rows since the last time. @throws UserError broken_csv */
    take(): TableRow[] {
      if (trouble) throw trouble;
      return rows.splice(0);
    },
    done: () => ({ rows, broken: trouble !== null }),
    /** @param byte where the cell starts that csv-parse could not read */
    unclosed(error: CsvError, byte: number): UserError {
      const why =
        error.code === 'CSV_MAX_RECORD_SIZE'
          ? `a row of more than ${longestRow} bytes`
          : 'a quote is opened and never closed';
      return broken(line + lineEnds(textTo(byte)), why);
    },
  };
}

const done = (step: (told: (error?: Error | null) => void) => unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    step((error) => (error ? reject(error) : resolve()));
  });
