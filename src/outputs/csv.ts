import { stringify } from 'csv-stringify/sync';
import { csvText } from '../text/sanitize.ts';
import type { CsvDialect } from '../types/report.ts';
import type { Column } from './columns.ts';

const byteOrderMark = '\uFEFF';

/** Every reader keeps a cell whole that has quotes, also where a lone CR ends a line for it. */
const quoted_match = /[\r\n]/;

const dialects = {
  plain: { start: '', format: { delimiter: ',', record_delimiter: '\n', quoted_match } },
  excel: { start: byteOrderMark, format: { delimiter: ';', record_delimiter: '\r\n', quoted_match } },
} as const satisfies Record<CsvDialect, object>;

const rowsPerChunk = 1000;

/** A table with its header row as chunks of text, to be written as UTF-8. */
export function* toCsv<Item>(columns: Column<Item>[], items: Iterable<Item>, dialect: CsvDialect): Generator<string> {
  const { start, format } = dialects[dialect];
  yield start + stringify([columns.map(({ name }) => name)], format);
  let rows: string[][] = [];
  for (const item of items) {
    rows.push(columns.map((column) => cell(column, item)));
    if (rows.length === rowsPerChunk) {
      yield stringify(rows, format);
      rows = [];
    }
  }
  yield stringify(rows, format);
}

function cell<Item>(column: Column<Item>, item: Item): string {
  switch (column.kind) {
    case 'text':
    case 'date':
      return csvText(column.value(item) ?? '');
    case 'integer':
      return column.value(item)?.toFixed(0) ?? '';
    case 'share':
      return column.value(item)?.toFixed(4) ?? '';
    case 'decimal':
      return column.value(item)?.toFixed(column.decimals) ?? '';
    default:
      return column.value(item)?.toString() ?? '';
  }
}
