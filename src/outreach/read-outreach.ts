import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { type TableRow, openTable } from '../tables/read-table.ts';
import { normaliseHeading } from '../text/normalise.ts';
import { plainCell } from '../text/plain-cell.ts';
import { outreachColumns } from './columns.ts';
import type { PastEntry, PastOutreach } from './past.ts';

export const outreachFile = 'outreach.csv';

/** The same table, saved by a spreadsheet program under the ending that it prefers. */
const savedAs = [outreachFile, 'outreach.xlsx', 'outreach.txt'];

const nothing: PastOutreach = { entries: [], ownHeadings: [] };

/**
 * What stands in the folder's `outreach.csv`, or in the file of another ending that was saved after it. Any table is read
 * that a client list may be.
 * @param encoding that a person named, for a file that does not tell by itself
 * @throws UserError outreach_file, and like `openTable`: nothing may be written over what cannot be read
 */
export async function readOutreach(folder: string, encoding: string | null): Promise<PastOutreach> {
  const path = await outreachPath(folder);
  if (path === null) return nothing;
  const table = await openTable(path, { encoding, headings: outreachHeadings });
  try {
    if (!table.heading) {
      if (table.sample.length === 0) return nothing;
      throw new UserError('outreach_file', path, 'its row of headings is missing');
    }
    const columns = placesOf(table.heading);
    if (!columns.some(({ name }) => name === 'url' || name === 'resource_id'))
      throw new UserError(
        'outreach_file',
        `${path}:${table.heading.line}`,
        'it has neither a column url nor resource_id',
      );
    const own = columns.filter(({ name }) => name === null);
    const entries: PastEntry[] = [];
    for await (const rows of table.rows()) {
      for (const { line, cells } of rows) {
        if (cells.slice(columns.length).some((cell) => cell !== ''))
          throw new UserError('outreach_file', `${path}:${line}`, 'the row has more cells than there are columns');
        entries.push({
          cells: new Map(
            columns.flatMap(({ name, index }) => (name === null ? [] : [[name, plainCell(cells[index])] as const])),
          ),
          own: own.map(({ index }) => plainCell(cells[index])),
        });
      }
    }
    return withoutEmpty({ entries, ownHeadings: own.map(({ heading }) => heading) });
  } finally {
    table.close();
  }
}

/** Whether the folder holds what a person wrote of resources. */
export const hasOutreach = async (folder: string): Promise<boolean> => (await outreachPath(folder)) !== null;

/**
 * The file that was written last; of two of the same instant the one that only a person can have saved. Null where there
 * is none.
 */
export async function outreachPath(folder: string): Promise<string | null> {
  let last: { path: string; at: number } | null = null;
  for (const name of savedAs) {
    const path = join(folder, name);
    const at = await stat(path).then(
      ({ mtimeMs, size }) => (size === 0 ? null : mtimeMs),
      () => null,
    );
    if (at !== null && (last === null || at >= last.at)) last = { path, at };
  }
  return last?.path ?? null;
}

const names = new Map(outreachColumns.map(({ name }) => [normaliseHeading(name), name]));

/** How many cells are headings of the table. */
export const outreachHeadings = (cells: readonly string[]): number =>
  cells.filter((cell) => names.has(normaliseHeading(cell))).length;

interface Place {
  index: number;
  /** The program's column; null for a person's own. */
  name: string | null;
  heading: string;
}

/** What each column is. Of two with one name the second is a person's own. */
function placesOf({ cells }: TableRow): Place[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const heading = plainCell(cell);
    const name = names.get(normaliseHeading(heading)) ?? null;
    const isFirst = name !== null && !taken.has(name);
    if (isFirst) taken.add(name);
    return { index, name: isFirst ? name : null, heading: heading || `column ${index + 1}` };
  });
}

/** Columns of a person's own without a single cell are left out: spreadsheets add such. */
function withoutEmpty({ entries, ownHeadings }: PastOutreach): PastOutreach {
  const used = ownHeadings.flatMap((heading, at) =>
    /^column \d+$/.test(heading) && entries.every(({ own }) => (own[at] ?? '') === '') ? [] : [at],
  );
  return {
    ownHeadings: used.map((at) => ownHeadings[at] ?? ''),
    entries: entries.map(({ cells, own }) => ({ cells, own: used.map((at) => own[at] ?? '') })),
  };
}
