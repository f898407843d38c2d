import { csvText } from '../text/sanitize.ts';
import { looksTyped } from '../text/looks-typed.ts';
import { Alike } from '../types/alike.ts';
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
export function* toCsv<Item>(
  columns: Column<Item>[],
  items: Iterable<Item | Alike<Item & object>>,
  dialect: CsvDialect,
): Generator<string> {
  const { start, delimiter, lineEnd, quoted, ...signs } = dialects[dialect];
  const quote = (text: string): string => (quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  yield start + columns.map(({ name }) => quote(name)).join(delimiter) + lineEnd;
  const cells = columns.map((column) => cellPrinter(column, signs, quote));
  const printers = new Map<Item, Printer<Alike<Item & object>>>();
  const printerOf = (alike: Alike<Item & object>): Printer<Alike<Item & object>> => {
    const known = printers.get(alike.like);
    if (known) return known;
    const print = alikePrinter(alike, columns, cells, delimiter);
    printers.set(alike.like, print);
    return print;
  };
  // Joined at once: a sum of its cells would be a tree of them, and a text for each line one copy more.
  let pieces: string[] = [];
  let rows = 0;
  for (const item of items) {
    if (item instanceof Alike) printerOf(item)(item, pieces);
    else pieces.push(cells.map((cell) => cell(item)).join(delimiter));
    pieces.push(lineEnd);
    rows += 1;
    if (rows < rowsPerChunk) continue;
    yield pieces.join('');
    pieces = [];
    rows = 0;
  }
  if (rows > 0) yield pieces.join('');
}

/** Adds the pieces of a line to those before. */
type Printer<Item> = (item: Item, pieces: string[]) => void;

/**
 * Prints lines of items that are alike: what is between the cells that differ is printed once. Which ones differ is seen
 * by what a column reads.
 */
function alikePrinter<Item>(
  { whole, own }: Alike<Item & object>,
  columns: readonly Column<Item>[],
  cells: readonly ((item: Item) => string)[],
  delimiter: string,
): Printer<Alike<Item & object>> {
  const names = new Set<string | symbol>(Object.keys(own));
  const before: string[] = [];
  const differing: ((item: Item) => string)[] = [];
  let same = '';
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? (() => '');
    if (at > 0) same += delimiter;
    if (readsAny(column, whole, names)) {
      before.push(same);
      differing.push(cell);
      same = '';
    } else same += cell(whole);
  }
  const item = { ...whole };
  return (alike, pieces) => {
    Object.assign(item, alike.own);
    for (let at = 0; at < differing.length; at++) pieces.push(before[at] ?? '', differing[at]?.(item) ?? '');
    pieces.push(same);
  };
}

function readsAny<Item>(column: Column<Item>, item: Item & object, names: ReadonlySet<string | symbol>): boolean {
  let reads = false;
  const watched = new Proxy(item, {
    get(target, name, receiver) {
      reads ||= names.has(name);
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  column.value(watched);
  return reads;
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
