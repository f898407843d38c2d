import { fieldsOf, isFields } from './exports/fields.ts';

/** A list somewhere in a JSON file. */
export interface JsonList {
  /** The keys that lead to it with dots between them: `data.items`; empty where the file is the list. */
  path: string;
  items: unknown[];
}

/** Objects within objects that are looked into; a list lies higher in every answer of an API. */
const deepest = 6;

/** Lists that are looked at: answers of APIs have some dozens. */
const mostLists = 200;

/** Lists of objects or of texts, those with fewer keys before them first. Lists in lists are none. */
export function jsonListsIn(json: unknown): JsonList[] {
  const lists: JsonList[] = [];
  let level: { path: string[]; value: unknown }[] = [{ path: [], value: json }];
  for (let depth = 0; depth <= deepest && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { path, value } of level) {
      if (Array.isArray(value)) {
        if (isList(value)) lists.push({ path: path.join('.'), items: value });
        if (lists.length === mostLists) return lists;
      } else if (isFields(value)) {
        for (const [key, inner] of Object.entries(value))
          if (typeof inner === 'object' && inner !== null) next.push({ path: [...path, key], value: inner });
      }
    }
    level = next;
  }
  return lists;
}

const isList = (items: unknown[]): boolean =>
  items.length > 0 && (items.every(isFields) || items.every((item) => typeof item === 'string'));

/** JSON with one object a line, as tools for large lists write it; null where it is none. */
export function jsonLines(text: string): unknown[] | null {
  if (!/^\s*\{[^\n]+\n\s*\{/.test(text)) return null;
  const items: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    try {
      items.push(JSON.parse(line));
    } catch {
      return null;
    }
  }
  return items.every(isFields) ? items : null;
}

/** Columns of a table: fields of the objects, also those of objects in them, as `owner url`. */
const mostColumns = 200;

/** Objects as a table, the headings first. A cell holds a text, a number or a truth. */
export function tableRows(items: readonly unknown[]): string[][] {
  const columns = new Map<string, number>();
  const rows = items.map((item) => {
    const cells: string[] = [];
    for (const [heading, value] of cellsOf(fieldsOf(item), '')) {
      const column = columns.get(heading) ?? columns.size;
      if (column >= mostColumns) continue;
      columns.set(heading, column);
      cells[column] = value;
    }
    return cells;
  });
  return [[...columns.keys()], ...rows.map((cells) => Array.from(columns.values(), (column) => cells[column] ?? ''))];
}

/** Objects within the objects of a list that are looked into. */
const deepestCell = 2;

function* cellsOf(
  item: Record<string, unknown>,
  prefix: string,
  depth = 0,
): Generator<[heading: string, cell: string]> {
  for (const [key, value] of Object.entries(item)) {
    const heading = prefix === '' ? key : `${prefix} ${key}`;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      yield [heading, String(value).trim()];
    else if (isFields(value) && depth < deepestCell) yield* cellsOf(value, heading, depth + 1);
  }
}
