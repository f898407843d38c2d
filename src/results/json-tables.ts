import type { FoundTable } from '../tables/every-table.ts';
import type { TableRow } from '../tables/rows.ts';

/** A table made of JSON: the first columns say whose the records are, and count nothing. */
export interface JsonTable extends FoundTable {
  inherited: number;
}

/** Lists within lists that are looked at; answers of analytics have four. */
const deepest = 12;

/** Files of CSV that an answer holds as `data:` addresses, as Bitly's exports do. */
export function filesInJson(value: unknown, depth = 0): Buffer[] {
  if (depth > deepest) return [];
  const values = isObject(value) ? Object.values(value) : Array.isArray(value) ? value : [value];
  return values.flatMap((each: unknown) => {
    if (typeof each !== 'string') return isObject(each) ? filesInJson(each, depth + 1) : [];
    const [head = '', body = ''] = each.slice(0, 60).startsWith('data:text/csv') ? each.split(',', 2) : [];
    return head.endsWith(';base64') ? [Buffer.from(body, 'base64')] : [];
  });
}

type Json = Record<string, unknown>;

/**
 * The tables in an answer of an API: every list of records, each record a row and nested fields `a.b`. What stands beside
 * a list (`key` of vk.cc) is a column of its rows. Answers that name their columns apart (Google Analytics, Metrica,
 * Plausible) get them as headings.
 */
export function tablesInJson(value: unknown): JsonTable[] {
  const tables: JsonTable[] = [];
  visit(value, '', [], tables, 0);
  return joinAlike(tables);
}

type Field = readonly [heading: string, cell: string];

function visit(value: unknown, name: string, given: Field[], tables: JsonTable[], depth: number, inList = false): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    visitList(value, name, given, tables, depth);
    return;
  }
  if (!isObject(value)) return;
  const report = reportIn(value, name);
  if (report) {
    tables.push(report);
    return;
  }
  const fields = Object.entries(value);
  const parted = partedRecords(fields);
  if (parted !== null) {
    visitList(parted, name, given, tables, depth);
    return;
  }
  const children = fields.map(([, child]) => child);
  if (children.length > 0 && children.every(isObject) && areAlike(children)) {
    visitList(children, name, given, tables, depth);
    return;
  }
  const own = [...given, ...scalarsOf(value)];
  // The fields of a record in a list stand in the list's own table.
  if (!inList && own.length > given.length + 1) tables.push(tableOf([flat(value)], name, given));
  for (const [key, child] of fields) visit(child, key, own, tables, depth + 1, inList);
}

/**
 * The records of lists that stand by date, or by the number of a site, as Matomo answers when asked for several; null
 * where fields are something else.
 */
function partedRecords(fields: readonly (readonly [string, unknown])[]): Json[] | null {
  const first = fields[0]?.[0] ?? '';
  const kind = isDate(first) ? 'date' : isNumber(first) ? 'site' : null;
  const isKind = kind === 'date' ? isDate : isNumber;
  if (kind === null || !fields.every(([key, each]) => isKind(key) && typeof each === 'object')) return null;
  const records = fields.map(([key, each]) => {
    const list = Array.isArray(each)
      ? each.filter(isObject)
      : isObject(each)
        ? partedRecords(Object.entries(each))
        : null;
    return list?.map((record) => ({ [kind]: key, ...record }));
  });
  return records.some((each) => each === undefined) ? null : records.flatMap((each) => each ?? []);
}

const isNumber = (key: string): boolean => /^\d{1,3}$/.test(key);

function visitList(list: unknown[], name: string, given: Field[], tables: JsonTable[], depth: number): void {
  const records = list.filter(isObject);
  if (records.length === 0) return;
  const reports = records.flatMap((record) => reportIn(record, name) ?? []);
  if (reports.length > 0) {
    tables.push(...reports);
    return;
  }
  tables.push(
    tableOf(
      records.map((record) => flat(record)),
      name,
      given,
    ),
  );
  for (const record of records) {
    const own = [...given, ...scalarsOf(record)];
    for (const [key, child] of Object.entries(record)) visit(child, key, own, tables, depth + 1, true);
  }
}

/** Tables of one shape and name, from the records of a list each, are one. */
function joinAlike(tables: readonly JsonTable[]): JsonTable[] {
  const joined = new Map<string, JsonTable>();
  for (const table of tables) {
    const key = JSON.stringify([table.sheet, table.inherited, table.heading.cells]);
    const first = joined.get(key);
    if (first) for (const { cells } of table.rows) first.rows.push({ line: first.rows.length + 1, cells });
    else joined.set(key, { ...table, rows: [...table.rows] });
  }
  return [...joined.values()];
}

/** An answer with its columns named apart from its rows. */
function reportIn(value: Json, name: string): JsonTable | null {
  const { dimensionHeaders, metricHeaders, rows, query, data, results } = value;
  if (Array.isArray(dimensionHeaders) && Array.isArray(metricHeaders) && Array.isArray(rows)) {
    return matrix(name, [namesIn(dimensionHeaders), namesIn(metricHeaders)], rows, ['dimensionValues', 'metricValues']);
  }
  const asked = isObject(query) ? [query['dimensions'], query['metrics']] : [];
  const list = [data, results].find(Array.isArray);
  const first: unknown = list?.find(isObject);
  if (asked.length === 0 || !list || !isObject(first) || !Array.isArray(first['metrics'])) return null;
  return matrix(name, [namesIn(asked[0]), namesIn(asked[1])], list, ['dimensions', 'metrics']);
}

function matrix(
  name: string,
  headings: [string[], string[]],
  list: readonly unknown[],
  fields: [string, string],
): JsonTable {
  const rows = list.filter(isObject).map((row) => {
    const [dimensions = [], metrics = []] = fields.map((field) => {
      const values = row[field];
      return Array.isArray(values) ? values.map(valueIn) : [];
    });
    const padded = headings[0].map((_, index) => dimensions[index] ?? '');
    return [...padded, ...metrics];
  });
  return table(name, [...headings[0], ...headings[1]], rows, 0);
}

const namesIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.map(valueIn) : typeof list === 'string' ? list.split(',') : [];

/** A name or a value that stands by itself, or in a field of that name. */
function valueIn(value: unknown): string {
  if (!isObject(value)) return textOf(value);
  return textOf(value['name'] ?? value['value'] ?? value['id'] ?? null);
}

function tableOf(records: Map<string, string>[], name: string, given: Field[]): JsonTable {
  const headings = [...new Set(records.flatMap((record) => [...record.keys()]))];
  const own = given.filter(([heading]) => !headings.includes(heading));
  const rows = records.map((record) => [
    ...own.map(([, cell]) => cell),
    ...headings.map((heading) => record.get(heading) ?? ''),
  ]);
  return table(name, [...own.map(([heading]) => heading), ...headings], rows, own.length);
}

const table = (sheet: string, headings: string[], rows: string[][], inherited: number): JsonTable => ({
  sheet,
  above: [],
  heading: { line: 0, cells: headings },
  rows: rows.map((cells, index): TableRow => ({ line: index + 1, cells })),
  inherited,
});

/** The fields of a record, those of objects within it as `outer.inner`; lists of records are tables of their own. */
function flat(record: Json, before = '', depth = 0): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(record)) {
    if (isObject(value) && depth < 4) {
      for (const [inner, cell] of flat(value, `${before}${key}.`, depth + 1)) fields.set(inner, cell);
    } else if (!Array.isArray(value)) fields.set(before + key, textOf(value));
    else if (!value.some(isObject)) fields.set(before + key, value.map(textOf).join(', '));
  }
  return fields;
}

const scalarsOf = (record: Json): Field[] =>
  Object.entries(record).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, textOf(value)] as const] : [],
  );

/** Records have most of their fields in common; the parts of one answer have not. */
function areAlike(records: readonly Json[]): boolean {
  const [first = {}] = records;
  const names = Object.keys(first);
  const hasScalar = Object.values(first).some((value) => typeof value === 'string' || typeof value === 'number');
  return (
    hasScalar &&
    records.every((record) => names.filter((name) => Object.hasOwn(record, name)).length * 2 > names.length)
  );
}

const isDate = (key: string): boolean => /^\d{4}(?:-\d{2}){0,2}(?:,\d{4}-\d{2}-\d{2})?$/.test(key);

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
