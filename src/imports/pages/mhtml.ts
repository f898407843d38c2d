import { isUtf8 } from 'node:buffer';
import PostalMime from 'postal-mime';
import { canParseUrl } from '../../text/web-address.ts';

/**
 * The main page of an MHTML file, as "Web page, single file" of a browser writes it: headers of a letter, then the page
 * and its pictures, styles and frames as parts. Its first line says where it was saved from, as in a page that was saved
 * complete. Frames are pages of their own and are left out. Null where the bytes are no MHTML.
 */
export async function unwrapMhtml(bytes: Uint8Array): Promise<string | null> {
  const letter = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headers = await headersOf(letter);
  const type = headers?.get('content-type') ?? '';
  if (!headers?.has('mime-version') || !/^(?:multipart\/related|text\/html|application\/xhtml\+xml)\b/i.test(type)) {
    return null;
  }
  const main = await mainPart(letter, headers, 0);
  if (main === null) return null;
  const page = await pageOf(main.letter, main.headers);
  const location = headers.get('snapshot-content-location') ?? main.headers.get('content-location') ?? '';
  return isWeb(location) ? `${savedFromLine(location)}\n${page}` : page;
}

/** When an MHTML file was saved, in milliseconds since the epoch; null where it does not say, or the bytes are none. */
export async function dateOfMhtml(bytes: Uint8Array): Promise<number | null> {
  const headers = await headersOf(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, mostHeaders)));
  const at = headers?.has('mime-version') ? Date.parse(headers.get('date') ?? '') : Number.NaN;
  return Number.isFinite(at) ? at : null;
}

/** What browsers write above a page that they save: the address with its length, and without what ends a comment. */
function savedFromLine(address: string): string {
  const url = address.replaceAll('--', '%2D%2D');
  return `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->`;
}

interface Part {
  letter: Buffer;
  headers: Map<string, string>;
}

/** Far more than the parts in parts of any page; a bound for files made to do harm. */
const mostNested = 8;

/** Headers longer than this are no browser's. */
const mostHeaders = 64 * 1024;

const isWeb = (location: string): boolean => /^https?:\/\//i.test(location) && canParseUrl(location);

/** The lines up to the first empty one; null where one of them is neither a header nor goes on with one. */
function headerBlock(head: string): string | null {
  let at = 0;
  for (let isFirst = true; ; isFirst = false) {
    const end = head.indexOf('\n', at);
    if (end === -1) return null;
    const line = head.slice(at, end).replace(/\r$/, '');
    if (line === '') return head.slice(0, at);
    if (!/^[!-9;-~]+[ \t]*:/.test(line) && (isFirst || !/^[ \t]/.test(line))) return null;
    at = end + 1;
  }
}

/** The headers of a letter or part, in lower case; null where it begins with none. */
async function headersOf(letter: Buffer): Promise<Map<string, string> | null> {
  const head = letter.subarray(0, mostHeaders).toString('latin1');
  const block = headerBlock(head);
  if (block === null) return null;
  const { headers } = await PostalMime.parse(`${block.trimEnd()}\r\n\r\n`);
  // The first of two equal headers counts, as it does for postal-mime.
  return new Map(headers.toReversed().map(({ key, value }) => [key, value]));
}

/** The part that `start` names, else that of the snapshot's address, else the first page. */
async function mainPart(letter: Buffer, headers: Map<string, string>, depth: number): Promise<Part | null> {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\//i.test(type)) return isPage(headers) ? { letter, headers } : null;
  const boundary = parameter(type, 'boundary');
  if (boundary === null || depth === mostNested) return null;
  const location = headers.get('snapshot-content-location');
  const start = parameter(type, 'start');
  const main: (Part | null)[] = [null, null, null];
  for (const part of partsOf(letter, boundary)) {
    const own = await headersOf(part);
    if (own === null) continue;
    const page = await mainPart(part, own, depth + 1);
    if (page === null) continue;
    if (start !== null && own.get('content-id') === start) main[0] ??= page;
    if (location !== undefined && own.get('content-location') === location) main[1] ??= page;
    main[2] ??= page;
  }
  return main.find((part) => part !== null) ?? null;
}

const isPage = (headers: Map<string, string>): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '');

function parameter(header: string, name: string): string | null {
  const [, quoted, bare] = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;]+))`, 'i').exec(header) ?? [];
  return quoted ?? bare ?? null;
}

/** The parts between lines of two hyphens and the boundary; the last also where the file was cut short. */
function* partsOf(letter: Buffer, boundary: string): Generator<Buffer> {
  const line = Buffer.from(`--${boundary}`, 'latin1');
  let from = -1;
  for (let at = letter.indexOf(line); at !== -1; at = letter.indexOf(line, at + line.length)) {
    if (at > 0 && letter[at - 1] !== 0x0a) continue;
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/.exec(letter.toString('latin1', at + line.length, at + line.length + 100));
    if (rest === null) continue;
    if (from !== -1) yield letter.subarray(from, at);
    if (rest[1] !== undefined) return;
    from = at + line.length + rest[0].length;
  }
  if (from !== -1) yield letter.subarray(from);
}

/** The text of a part, whose encoding its headers name, or its bytes, or the page itself. */
async function pageOf(letter: Buffer, headers: Map<string, string>): Promise<string> {
  const body = letter.subarray(endOfHeaders(letter));
  const transfer = headers.get('content-transfer-encoding') ?? '8bit';
  const neutral = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`;
  const { attachments } = await PostalMime.parse(Buffer.concat([Buffer.from(neutral, 'latin1'), body]));
  const content = attachments[0]?.content ?? '';
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return decoderFor(bytes, parameter(headers.get('content-type') ?? '', 'charset')).decode(bytes);
}

function endOfHeaders(letter: Buffer): number {
  const [headers] = /^(?:[^\r\n][^\n]*\n)*\r?\n/.exec(letter.toString('latin1', 0, mostHeaders)) ?? [''];
  return headers.length;
}

function decoderFor(bytes: Uint8Array, said: string | null): TextDecoder {
  if (said === null && isUtf8(bytes)) return new TextDecoder();
  const inPage = /<meta[^>]+charset\s*=\s*(?:["']\s*)?([\w:-]+)/i.exec(
    Buffer.from(bytes.subarray(0, 4096)).toString('latin1'),
  )?.[1];
  for (const label of [said, inPage]) {
    try {
      if (label !== null && label !== undefined) return new TextDecoder(label);
    } catch {
      // A label that nobody knows says nothing.
    }
  }
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}
