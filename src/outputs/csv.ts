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
  const line = (cells: string[]): string =>
    cells.map((text) => (quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter) + lineEnd;
  yield start + line(columns.map(({ name }) => name));
  let lines = '';
  let rows = 0;
  for (const item of items) {
    lines += line(columns.map((column) => cell(column, item, signs)));
    if (++rows % rowsPerChunk > 0) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}

function cell<Item>(
  column: Column<Item>,
  item: Item,
  { decimalSign, text }: Pick<Dialect, 'decimalSign' | 'text'>,
): string {
  const decimal = (value: number | null, least: number): string =>
    value?.toFixed(decimalsFor(value, least)).replace('.', decimalSign) ?? '';
  switch (column.kind) {
    case 'text':
      return text(column.value(item) ?? '');
    case 'date':
    case 'instant':
      return csvText(column.value(item) ?? '');
    case 'integer':
      return column.value(item)?.toFixed(0) ?? '';
    case 'number':
      return column.value(item)?.toString().replace('.', decimalSign) ?? '';
    case 'share':
      return decimal(column.value(item), 4);
    case 'decimal':
      return decimal(column.value(item), column.decimals);
    default:
      return column.value(item)?.toString() ?? (column.unknown ? 'unknown' : '');
  }
}
