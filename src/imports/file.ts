import { isUtf8 } from 'node:buffer';
import { load } from 'cheerio/slim';
import { decode } from '../inputs/encoding.ts';
import type { ImportFile } from '../types.ts';
import { unwrapped } from './pages/mhtml.ts';
import { rowsOf } from './rows.ts';

/**
 * A file as the formats get to see it. A web page saved as one file (MHTML) is unwrapped first.
 * @param name for messages, and for formats that have no other mark
 * @throws UserError encoding, broken_csv: the bytes are no text that can be read for sure
 */
export async function openFile(name: string, bytes: Uint8Array): Promise<ImportFile> {
  const text = ((await unwrapped(bytes)) ?? textOf(name, bytes)).replace(/^\uFEFF/, '');
  const json = once(() => parsed(text));
  const page = once(() => (isPage(text) ? load(text) : null));
  const rows = once(() => (isPage(text) || isContainer(json()) ? null : rowsOf(text)));
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

const isContainer = (json: unknown): boolean => typeof json === 'object' && json !== null;

const isPage = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|html|head|body)/i.test(text) &&
  /<(?:html|head|body|div|a)\b/i.test(text);

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
