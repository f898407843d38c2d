import { CsvError, type Info, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import { UserError } from '../errors.ts';
import { mostColumns } from './limits.ts';

export interface TableRow {
  /** 1-based line on which the row starts; in a workbook the number of the row. */
  line: number;
  cells: string[];
  /** Addresses behind the texts of cells, by the cell's place. Workbooks only. */
  links?: Map<number, string>;
}

/** A row may hold a long note, but what has more bytes than this is a quote that was never closed. */
const longestRow = 1_048_576;

/**
 * The rows of a text that comes in pieces, in bounded memory. Blank lines are left out, cells are trimmed; CRLF, LF and
 * CR each end a row. A quoted cell may hold line ends, delimiters and doubled quotes. A quote inside a cell, or a quoted
 * part with text behind it on one line, is taken literally; where such a part spans lines, its closing quote belongs to
 * another row, and nothing after it could be trusted.
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
  const reading = startReading(delimiter, where);
  const parser = parse({ ...reading.options, max_record_size: longestRow });
  parser.on('error', () => undefined);
  const push = parser.push.bind(parser);
  // A seventh of the time less than `on_record`, which gets a copy of the counters for every row.
  parser.push = (record: string[] | null) => {
    if (record === null) return push(null);
    reading.add(record, parser.info);
    return true;
  };
  try {
    // csv-parse 7.0.3 makes an Error for every row that is not as wide as the first, which takes longer than the row.
    await done((told) => parser.write(reading.leadIn(width), told));
    for await (const piece of pieces) {
      await done((told) => parser.write(reading.hold(piece), told));
      yield reading.take();
    }
    await done((told) => parser.end(told));
    yield reading.take();
  } catch (error) {
    throw error instanceof CsvError ? reading.unclosed(error, parser.info.bytes) : error;
  } finally {
    parser.destroy();
  }
}

/** The rows of a whole text, like `rowsOf`; of a broken one those before the trouble. */
export function rowsIn(text: string, delimiter: string): { rows: TableRow[]; broken: boolean } {
  const reading = startReading(delimiter, '');
  try {
    parseWhole(reading.hold(text), { ...reading.options, on_record: reading.add });
    return reading.done();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ...reading.done(), broken: true };
  }
}

function startReading(delimiter: string, where: string) {
  const format = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
  const rows: TableRow[] = [];
  let trouble: UserError | null = null;
  let line = 1;
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
    if (line > 0 && (cells.length > 1 || cells[0] !== '')) rows.push({ line, cells });
    line += 1 + ends;
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
      line = 0;
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

/** Begins with a quote that csv-parse kept, and spans lines or ends in blanks: only the text tells what was quoted. */
const isDoubtful = (cell: string): boolean => cell.startsWith('"') && (cell.trimEnd() !== cell || lineEnds(cell) > 0);

const lineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

const done = (step: (told: (error?: Error | null) => void) => unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    step((error) => (error ? reject(error) : resolve()));
  });
