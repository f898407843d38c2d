import { isUtf8 } from 'node:buffer';
import type { CheerioAPI } from 'cheerio';
import { UserError } from '../errors.ts';
import { decode } from '../tables/encoding.ts';
import { loadMarkup } from '../text/markup.ts';
import type { ImportFile } from '../types/import.ts';
import { isZip } from '../tables/file-kinds.ts';
import { unwrapMhtml } from './pages/mhtml.ts';
import { rowsInText } from './rows.ts';
import { sheetRowsOf } from './sheet-rows.ts';

/**
 * A file as the formats get to see it. A web page saved as one file (MHTML) is unwrapped first; of a workbook the rows
 * are those of its sheet, and the text too, with tabs between the cells.
 * @param name for messages, and for formats that have no other mark
 * @throws UserError encoding, broken_csv, broken_workbook, not_a_table: the bytes cannot be read for sure;
 *   broken_page, by `page()`
 */
export async function openFile(name: string, bytes: Uint8Array): Promise<ImportFile> {
  if (isZip(bytes)) {
    const table = await sheetRowsOf(name, bytes);
    const text = table.map(({ cells }) => cells.join('\t')).join('\n');
    return { name, text, json: () => undefined, page: () => null, rows: () => (table.length > 0 ? table : null) };
  }
  const text = ((await unwrapMhtml(bytes)) ?? textOf(name, bytes)).replace(/^\uFEFF/, '');
  const json = once(() => parsed(text));
  const page = once(() => (isPage(text) ? pageOf(name, text) : null));
  const rows = once(() => (isPage(text) || isContainer(json()) ? null : rowsInText(text)));
  return { name, text, json, page, rows };
}

/** Pages name their encoding themselves; it is believed only where the bytes are no UTF-8. */
function textOf(name: string, bytes: Uint8Array): string {
  const said = isUtf8(bytes) ? undefined : charsetIn(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));
  return decode(bytes, said, name).text;
}

function charsetIn(head: string): string | undefined {
  if (!/<(?:html|head|meta|\?xml)\b/i.test(head)) return undefined;
  const [, label] = /(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)/i.exec(head) ?? [];
  return label !== undefined && isLabel(label) ? label.toLowerCase() : undefined;
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

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
