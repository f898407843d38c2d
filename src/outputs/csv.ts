import { csvText } from '../text/sanitize.ts';
import { looksTyped } from '../text/looks-typed.ts';
import type { CsvDialect } from '../types/report.ts';
import type { Column } from './columns.ts';
import { decimalsFor } from './decimals.ts';

const byteOrderMark = '\uFEFF';

interface Dialect {
  start: string;
  delimiter: string;
  lineEnd: string;
  /** Every reader keeps a cell whole that has quotes, also where a lone CR ends a line for it. */
  quoted: RegExp;
  decimalSign: string;
  text: (value: string) => string;
}

const dialects: Record<CsvDialect, Dialect> = {
  plain: {
    start: '',
    delimiter: ',',
    lineEnd: '\n',
    quoted: /[",\r\n]/,
    decimalSign: '.',
    text: csvText,
  },
  excel: {
    start: byteOrderMark,
    delimiter: ';',
    lineEnd: '\r\n',
    quoted: /[";\r\n]/,
    decimalSign: ',',
    // A name such as 12.11 is no day, and an id of 19 digits no number.
    text: (value) => csvText(looksTyped(value) ? `'${value}` : value),
  },
};

const rowsPerChunk = 1000;

/** A table with its header row as chunks of text, to be written as UTF-8. */
export function* toCsv<Item>(columns: Column<Item>[], items: Iterable<Item>, dialect: CsvDialect): Generator<string> {
  const { start, delimiter, lineEnd, quoted, ...signs } = dialects[dialect];
  const quote = (text: string): string => (quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  yield start + columns.map(({ name }) => quote(name)).join(delimiter) + lineEnd;
  const cells = columns.map((column) => cellPrinter(column, signs, quote));
  // Joined, a line is one text: a sum of its cells would be a tree of them, and slow to write.
  const printed = columns.map(() => '');
  let lines: string[] = [];
  for (const item of items) {
    for (let at = 0; at < cells.length; at++) printed[at] = cells[at]?.(item) ?? '';
    lines.push(printed.join(delimiter));
    if (lines.length < rowsPerChunk) continue;
    yield `${lines.join(lineEnd)}${lineEnd}`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join(lineEnd)}${lineEnd}`;
}

type Signs = Pick<Dialect, 'decimalSign' | 'text'>;

/** Prints a column's cells. Most rows of a long table hold what the row before held, and that is printed already. */
function cellPrinter<Item>(
  column: Column<Item>,
  signs: Signs,
  quote: (text: string) => string,
): (item: Item) => string {
  const print = cellOf(column, signs);
  let last: unknown = Symbol('none yet');
  let printed = '';
  return (item) => {
    const value = column.value(item);
    if (value !== last) printed = quote(print(value));
    last = value;
    return printed;
  };
}

type Value = ReturnType<Column<never>['value']>;

function cellOf<Item>(column: Column<Item>, { decimalSign, text }: Signs): (value: Value) => string {
  const decimal = (value: Value, least: number): string =>
    typeof value === 'number' ? value.toFixed(decimalsFor(value, least)).replace('.', decimalSign) : '';
  switch (column.kind) {
    case 'text':
      return (value) => text(String(value ?? ''));
    case 'date':
    case 'instant':
      return (value) => csvText(String(value ?? ''));
    case 'integer':
      return (value) => (typeof value === 'number' ? value.toFixed(0) : '');
    case 'number':
      return (value) => (value ?? '').toString().replace('.', decimalSign);
    case 'share':
      return (value) => decimal(value, 4);
    case 'decimal':
      return (value) => decimal(value, column.decimals);
    default:
      return (value) => value?.toString() ?? (column.unknown ? 'unknown' : '');
  }
}
