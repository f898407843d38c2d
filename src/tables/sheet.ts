import { UserError } from '../errors.ts';
import { mostCharacters, mostColumns } from './limits.ts';
import type { TableRow } from './rows.ts';
import { createXmlReader } from './xml.ts';

export interface SheetParts {
  name: string;
  /** The sheet's XML, from its start, each time it is called. */
  bytes(): AsyncIterable<Buffer>;
  texts: string[];
  /** Whether each cell style shows its number as a date. */
  styles: boolean[];
  from1904: boolean;
  /** Addresses by relation id. */
  links: Map<string, string>;
  /** Cells that span several rows, by their first row. */
  merged: readonly MergedCell[];
  /** The file, for messages. */
  where: string;
}

/** Rows of a sheet (Excel specifications and limits, support.microsoft.com, 2026-11). */
const mostRows = 1_048_576;

/** Cells with a link laid on them: four times the links that Excel takes, since one may lie on several. */
const mostLinked = 262_144;

/**
 * The rows of a sheet that hold anything, some at a time. Numbers keep all their digits, dates are ISO 8601, errors are
 * empty. An address behind a cell, as a link or by the function HYPERLINK, is in `links`.
 * @throws UserError broken_workbook, with the row
 */
export async function* sheetRows(sheet: SheetParts): AsyncGenerator<TableRow[]> {
  const links = await linkedCells(sheet);
  const reader = createCellReader(sheet, links);
  const xml = createXmlReader(reader.events);
  try {
    for await (const chunk of sheet.bytes()) {
      xml.read(chunk);
      if (reader.rows.length > 0) yield reader.rows.splice(0);
    }
    xml.end();
    if (!reader.ended()) throw new SyntaxError('it holds no sheet');
  } catch (error) {
    throw brokenAt(`${sheet.where}:${reader.row()}`, error);
  }
}

/** What went wrong in reading a part, unless it says so itself. */
export function brokenAt(where: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new UserError('broken_workbook', where, why, { cause: error });
}

function createCellReader(sheet: SheetParts, links: Map<string, string>) {
  const rows: TableRow[] = [];
  let line = 0;
  let opened = 0;
  let cells: string[] = [];
  let rowLinks = new Map<number, string>();
  let column = -1;
  let type = 'n';
  let style = 0;
  let reference = '';
  let value = '';
  let formula = '';
  let within = '';
  let phonetic = false;
  let inData = false;
  let ended = false;
  /** Cells that go on from rows above, by column. */
  const going = new Map<number, { last: number; value: string }>();
  let next = 0;

  function endCell(): void {
    if (column < 0 || column >= mostColumns) throw new SyntaxError(`more than ${mostColumns} columns`);
    while (cells.length <= column) cells.push('');
    cells[column] = valueOf(sheet, type, style, value);
    const [, address] = /^\s*(?:_xlfn\.)?HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(formula) ?? [];
    const link = links.get(reference) ?? address?.replaceAll('""', '"');
    if (link !== undefined && /^https?:\/\//i.test(link)) rowLinks.set(column, link);
  }

  /** A cell that is merged over several rows stands in each of them. */
  function fillMerged(): void {
    for (const [at, { last, value: above }] of going) {
      if (line > last) going.delete(at);
      else {
        while (cells.length <= at) cells.push('');
        cells[at] ||= above;
      }
    }
    for (let each = sheet.merged[next]; each && each.first <= line; each = sheet.merged[++next])
      if (each.first === line) going.set(each.column, { last: each.last, value: cells[each.column] ?? '' });
  }

  function endRow(): void {
    fillMerged();
    if (cells.some((cell) => cell !== '') || rowLinks.size > 0) {
      rows.push(rowLinks.size > 0 ? { line, cells, links: rowLinks } : { line, cells });
    }
    cells = [];
    rowLinks = new Map();
    column = -1;
  }

  return {
    rows,
    row: () => line,
    ended: () => ended,
    events: {
      open(name: string, attribute: (name: string) => string | null): void {
        if (name === 'sheetData') inData = true;
        if (!inData) return;
        if (name === 'row') {
          if (++opened > mostRows) throw new SyntaxError(`more than ${mostRows} rows`);
          line = Number(attribute('r') ?? line + 1);
        } else if (name === 'c') {
          reference = attribute('r') ?? '';
          column = reference === '' ? column + 1 : columnOf(reference);
          type = attribute('t') ?? 'n';
          style = Number(attribute('s') ?? 0);
          value = '';
          formula = '';
        } else if (name === 'rPh') phonetic = true;
        within = name;
      },
      text(text: string): void {
        if (within === 'v' || (within === 't' && !phonetic)) value = joined(value, text);
        else if (within === 'f') formula = joined(formula, text);
      },
      close(name: string): void {
        within = '';
        if (name === 'c') endCell();
        else if (name === 'row') endRow();
        else if (name === 'rPh') phonetic = false;
        else if (name === 'sheetData') inData = false;
        else if (name === 'worksheet') ended = true;
      },
    },
  };
}

/** A text that comes in pieces, up to what a cell holds. */
export const joined = (text: string, piece: string): string =>
  text.length < mostCharacters ? (text + piece).slice(0, mostCharacters) : text;

function valueOf({ texts, styles, from1904 }: SheetParts, type: string, style: number, value: string): string {
  switch (type) {
    case 's': {
      const text = texts[Number(value)];
      if (text === undefined && value !== '') throw new SyntaxError(`there is no text ${value}`);
      return text ?? '';
    }
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : '';
    case 'e':
      return '';
    case 'n':
      return styles[style] === true && value !== '' ? dateOf(Number(value), from1904) : digitsOf(value.trim());
    default:
      return cellText(value);
  }
}

/** `1.2345E+17` as `123450000000000000`: an id is not to lose or gain a digit. */
function digitsOf(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^(-?)(\d+)(?:\.(\d+))?E\+?(\d+)$/i.exec(number) ?? [];
  const places = Number(exponent);
  if (exponent === '' || places < fraction.length || places > 40) return number;
  return `${sign}${whole}${fraction}${'0'.repeat(places - fraction.length)}`.replace(/^(-?)0+(?=\d)/, '$1');
}

/** Days since the end of 1899, where 1900 has a 29 February that never was, or since the start of 1904. */
function dateOf(days: number, from1904: boolean): string {
  const sinceEpoch = from1904 ? days - 24_107 : days < 60 ? days - 25_568 : days - 25_569;
  const milliseconds = Math.round(sinceEpoch * 86_400) * 1000;
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return String(days);
  const [date = '', time = ''] = new Date(milliseconds).toISOString().slice(0, 19).split('T');
  if (days < 1) return time;
  return time === '00:00:00' ? date : `${date} ${time}`;
}

/** Signs that XML cannot hold are written `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The text of a cell as it was written in a part. */
export const cellText = (text: string): string => unescaped(text).trim();

/** `AB12` is in column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? '') {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column - 1;
}

/** A cell that spans rows, 1-based, in a column counted from 0. */
export interface MergedCell {
  column: number;
  first: number;
  last: number;
}

/** Cells that span several rows, by their first row; they stand behind the rows in the file, and most have none. */
export async function mergedCells(sheet: Pick<SheetParts, 'bytes' | 'where'>): Promise<MergedCell[]> {
  const found: MergedCell[] = [];
  if (!(await holds(sheet.bytes(), 'mergeCell '))) return found;
  const xml = createXmlReader({
    open: (name, attribute) => {
      if (name !== 'mergeCell') return;
      const [, letters = '', first = '', last = ''] =
        /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i.exec(attribute('ref') ?? '') ?? [];
      if (letters === '' || Number(last) <= Number(first)) return;
      if (found.length === mostLinked) throw new SyntaxError(`more than ${mostLinked} merged cells`);
      found.push({ column: columnOf(letters), first: Number(first), last: Number(last) });
    },
  });
  try {
    for await (const chunk of sheet.bytes()) xml.read(chunk);
  } catch (error) {
    throw brokenAt(sheet.where, error);
  }
  return found.toSorted((a, b) => a.first - b.first);
}

/** Whether some bytes hold a word of ASCII, also where it lies in two pieces. */
async function holds(chunks: AsyncIterable<Buffer>, word: string): Promise<boolean> {
  let end = '';
  for await (const chunk of chunks) {
    if (chunk.includes(word) || (end + chunk.subarray(0, word.length).toString('latin1')).includes(word)) return true;
    end = chunk.subarray(-word.length).toString('latin1');
  }
  return false;
}

/** Addresses by cell; they stand behind the cells in the file. A link may be laid on several cells. */
async function linkedCells(sheet: SheetParts): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (sheet.links.size === 0) return found;
  let laid = 0;
  const xml = createXmlReader({
    open: (name, attribute) => {
      if (name !== 'hyperlink') return;
      const address = sheet.links.get(attribute('id') ?? '');
      const [, letters = '', first = '', last = first] =
        /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?\1\$?(\d+))?$/i.exec(attribute('ref') ?? '') ?? [];
      const rows = Number(last) - Number(first);
      if (address === undefined || letters === '' || rows > 10_000) return;
      laid += Math.max(0, rows) + 1;
      if (laid > mostLinked) throw new SyntaxError(`more than ${mostLinked} cells with links`);
      for (let row = Number(first); row <= Number(last); row++) found.set(`${letters}${row}`, address);
    },
  });
  try {
    for await (const chunk of sheet.bytes()) xml.read(chunk);
  } catch (error) {
    throw brokenAt(sheet.where, error);
  }
  return found;
}
