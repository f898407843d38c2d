import { type Options, stringify } from 'csv-stringify/sync';
import { csvText } from '../text/sanitize.ts';
import { looksTyped } from '../text/looks-typed.ts';
import type { CsvDialect } from '../types/report.ts';
import type { Column } from './columns.ts';
import { decimalsFor } from './decimals.ts';

const byteOrderMark = '\uFEFF';

/** Every reader keeps a cell whole that has quotes, also where a lone CR ends a line for it. */
const quoted_match = /[\r\n]/;

interface Dialect {
  start: string;
  format: Options;
  decimalSign: string;
  text: (value: string) => string;
}

const dialects: Record<CsvDialect, Dialect> = {
  plain: {
    start: '',
    format: { delimiter: ',', record_delimiter: '\n', quoted_match },
    decimalSign: '.',
    text: csvText,
  },
  excel: {
    start: byteOrderMark,
    format: { delimiter: ';', record_delimiter: '\r\n', quoted_match },
    decimalSign: ',',
    // A name such as 12.11 is no day, and an id of 19 digits no number.
    text: (value) => csvText(looksTyped(value) ? `'${value}` : value),
  },
};

const rowsPerChunk = 1000;

/** A table with its header row as chunks of text, to be written as UTF-8. */
export function* toCsv<Item>(columns: Column<Item>[], items: Iterable<Item>, dialect: CsvDialect): Generator<string> {
  const { start, format, ...signs } = dialects[dialect];
  yield start + stringify([columns.map(({ name }) => name)], format);
  let rows: string[][] = [];
  for (const item of items) {
    rows.push(columns.map((column) => cell(column, item, signs)));
    if (rows.length === rowsPerChunk) {
      yield stringify(rows, format);
      rows = [];
    }
  }
  yield stringify(rows, format);
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
