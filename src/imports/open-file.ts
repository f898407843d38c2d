import { isUtf8 } from 'node:buffer';
import type { CheerioAPI } from 'cheerio';
import { UserError } from '../errors.ts';
import { followRoles } from '../inputs/cells.ts';
import { networkIn, networkLabelled } from '../inputs/network-words.ts';
import { type TableReading, columnsIn } from '../inputs/read-rows.ts';
import { once } from '../once.ts';
import { decode } from '../tables/encoding.ts';
import { isZip } from '../tables/file-kinds.ts';
import { knownHeadings } from '../tables/headings.ts';
import { openTable } from '../tables/read-table.ts';
import type { TableRow } from '../tables/rows.ts';
import { loadMarkup } from '../text/markup.ts';
import { normaliseHeading, splitCamelCase } from '../text/normalise.ts';
import type { ImportFile, ImportTable } from './import-format.ts';
import { dateOfMhtml, unwrapMhtml } from './pages/mhtml.ts';
import { savedOn } from './pages/source.ts';

/**
 * A file as the formats get to see it. A web page saved as one file (MHTML) is unwrapped first; of a workbook the table
 * is that of its sheet, and the text too, with tabs between the cells.
 * @param name for messages, and for formats that have no other mark
 * @param changedAt when it was last changed, in milliseconds since the epoch; null where nobody knows
 * @throws UserError encoding, broken_csv, broken_workbook, not_a_table: the bytes cannot be read for sure;
 *   broken_page, by `page()`
 */
export async function openFile(
  name: string,
  bytes: Buffer,
  reading: TableReading,
  changedAt: number | null = null,
): Promise<ImportFile> {
  const tableOf = (rows: string[][]): ImportTable => tableFrom(rows, reading);
  if (isZip(bytes)) {
    const table = await tableIn(name, bytes, reading);
    const rows = [...(table?.heading ? [table.heading] : []), ...(table?.rows ?? [])];
    const text = rows.map(({ cells }) => cells.join('\t')).join('\n');
    const nothing = { json: () => undefined, page: () => null, tableFault: null };
    return { name, text, savedAt: changedAt, table, tableOf, ...nothing };
  }
  const text = ((await unwrapMhtml(bytes)) ?? textOf(name, bytes, reading.encoding)).replace(/^\uFEFF/, '');
  const json = once(() => parsed(text));
  const page = once(() => (isPage(text) ? pageOf(name, text) : null));
  const savedAt = (await dateOfMhtml(bytes)) ?? savedOn(text) ?? changedAt;
  const file = { name, text, savedAt, json, page, table: null, tableFault: null, tableOf };
  if (isPage(text) || isContainer(json())) return file;
  try {
    return { ...file, table: await tableIn(name, bytes, reading) };
  } catch (error) {
    if (error instanceof UserError) return { ...file, tableFault: error };
    throw error;
  }
}

/** Cells, and characters in them, that are held at once: many times what a million follows need. */
const max = { cells: 8_000_000, characters: 128 * 1024 ** 2 };

async function tableIn(name: string, bytes: Buffer, reading: TableReading): Promise<ImportTable | null> {
  const headings = knownHeadings(followRoles, reading.networks, reading.overrides);
  const table = await openTable({ name, bytes }, { ...reading, headings });
  try {
    const { sheet, heading, sample } = table;
    if (heading === null && sample.length === 0) return null;
    const rows: TableRow[] = [];
    let cells = 0;
    let characters = 0;
    for await (const some of table.rows()) {
      for (const row of some) {
        rows.push(row);
        cells += row.cells.length;
        characters += row.cells.reduce((sum, cell) => sum + cell.length, 0);
        if (cells > max.cells || characters > max.characters)
          throw new UserError('broken_workbook', `${name}:${row.line}`, 'it holds more than any list of follows');
      }
    }
    const columns = columnsIn(table, followRoles, reading);
    return { sheet, heading, sample, rows, columns, headings: headingsOf(heading), networkIn: namedIn(reading) };
  } finally {
    table.close();
  }
}

function tableFrom(rows: string[][], reading: TableReading): ImportTable {
  const [heading = null, ...below] = rows.map((cells, index): TableRow => ({ line: index + 1, cells }));
  const columns = columnsIn({ heading, sample: below }, followRoles, reading);
  const headings = headingsOf(heading);
  return { sheet: null, heading, sample: below, rows: below, columns, headings, networkIn: namedIn(reading) };
}

const namedIn =
  ({ networks }: TableReading) =>
  (text: string): string | null =>
    (networkLabelled(text, networks) ?? networkIn(text, networks))?.id ?? null;

const headingsOf = (heading: TableRow | null): string[] =>
  (heading?.cells ?? []).map((cell) => normaliseHeading(splitCamelCase(cell)));

/** Pages name their encoding themselves; it is believed only where the bytes are no UTF-8. */
function textOf(name: string, bytes: Buffer, said: string | null): string {
  const own = isUtf8(bytes) ? null : charsetIn(bytes.subarray(0, 4096).toString('latin1'));
  return decode(bytes, own ?? said, name).text;
}

function charsetIn(head: string): string | null {
  if (!/<(?:html|head|meta|\?xml)\b/i.test(head)) return null;
  const [, label] = /(?:charset|encoding)\s*=\s*(?:["']\s*)?([\w:-]+)/i.exec(head) ?? [];
  return label !== undefined && isLabel(label) ? label.toLowerCase() : null;
}

function isLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  if (!/^\s*[[{"\d\-tfn]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function pageOf(name: string, text: string): CheerioAPI {
  const page = loadMarkup(text, 'html');
  if (page === null) throw new UserError('broken_page', name, 'its elements are nested deeper than in any page');
  return page;
}

const isContainer = (json: unknown): boolean => typeof json === 'object' && json !== null;

const isPage = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|html|head|body)/i.test(text) &&
  /<(?:html|head|body|div|a)\b/i.test(text);
