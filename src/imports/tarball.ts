import { createReadStream } from 'node:fs';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type ImportItem, type ImportLimits, shownName, tooLarge } from './import-item.ts';
import { type Spent, brokenArchive, stopped, tooMuch } from './spent.ts';
import { linkFile, unreadByPath } from './unread-files.ts';

const block = 512;

const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Whether a file is a gzip file (`.tgz`, `.tar.gz`, `.gz`) or a tar, by its first bytes. */
export const isTarball = (head: Uint8Array): boolean =>
  isGzip(head) || (head.length >= block && isHeader(Buffer.from(head.subarray(0, block))));

/**
 * The files of a tar, packed with gzip or not, one at a time; of any other gzip file the one that it holds. Bytes are
 * counted as they come out. No name of an entry is used as a path. What cannot be read is an item with a problem.
 * @param source path of a file, or its bytes
 * @param head its first bytes
 */
export async function* readTarball(
  source: string | Buffer,
  head: Buffer,
  name: string,
  limits: ImportLimits,
  spent: Spent,
): AsyncGenerator<ImportItem> {
  const bytes = new Bytes(opened(source, head), limits, spent);
  try {
    const first = await bytes.take(block);
    if (!isHeader(first)) yield await onlyFile(first, bytes, name, limits);
    else yield* entriesOf(first, bytes, limits, spent);
  } catch (error) {
    yield error instanceof Overflow ? stopped(name, error.message) : { name, ...brokenArchive };
  } finally {
    bytes.close();
  }
}

function opened(source: string | Buffer, head: Buffer): Readable {
  const raw = typeof source === 'string' ? createReadStream(source) : Readable.from(piecesOf(source));
  // A failure to read ends the unpacking with the same error, where it is heard.
  return isGzip(head) ? pipeline(raw, createGunzip(), () => undefined) : raw;
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** More came out than an archive may hold. */
class Overflow extends Error {}

/** Unpacked bytes, taken piece by piece. */
class Bytes {
  readonly #stream: Readable;
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #limits: ImportLimits;
  readonly #spent: Spent;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable, limits: ImportLimits, spent: Spent) {
    this.#stream = stream;
    this.#chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    this.#limits = limits;
    this.#spent = spent;
  }

  /** So many bytes; fewer at the end. */
  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.#pieces(length)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** @throws Error where there are fewer */
  async skip(length: number): Promise<void> {
    let left = length;
    for await (const piece of this.#pieces(length)) left -= piece.length;
    if (left > 0) throw new RangeError('it ends too early');
  }

  close(): void {
    this.#stream.destroy();
  }

  async *#pieces(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) return;
        this.#rest = next.value;
        this.#spent.bytes += next.value.length;
        const overall = tooMuch(this.#limits, this.#spent);
        if (overall !== null) throw new Overflow(overall);
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}

/** A gzip file of anything else holds one file, of the same name without its ending. */
async function onlyFile(head: Buffer, bytes: Bytes, name: string, limits: ImportLimits): Promise<ImportItem> {
  const inner = name.replace(/\.gz$/i, '');
  const rest = await bytes.take(limits.fileBytes + 1 - head.length);
  if (head.length + rest.length > limits.fileBytes) return tooLarge(inner, limits.fileBytes);
  return { name: inner, bytes: Buffer.concat([head, rest]) };
}

interface TarEntry {
  path: string;
  size: number;
  /** `0` a file, `5` a folder, `1` and `2` links, `x`, `g`, `L` and `K` what is said of the next one. */
  type: string;
}

async function* entriesOf(first: Buffer, bytes: Bytes, limits: ImportLimits, spent: Spent): AsyncGenerator<ImportItem> {
  let longPath: string | null = null;
  for (let head = first; head.length === block && head.some((byte) => byte !== 0); head = await bytes.take(block)) {
    if (!isHeader(head)) throw new RangeError('its header is damaged');
    const entry = entryOf(head);
    const padded = Math.ceil(entry.size / block) * block;
    if (entry.type === 'x' || entry.type === 'L') {
      if (entry.size > mostSaid) throw new RangeError('its names are too long');
      longPath = pathSaid(entry.type, (await bytes.take(padded)).subarray(0, entry.size)) ?? longPath;
      continue;
    }
    const path: string = longPath ?? entry.path;
    longPath = null;
    spent.entries += 1;
    if (spent.entries > limits.entries) throw new Overflow(`it holds more than ${limits.entries} files`);
    const shown = shownName(path);
    const kind = entry.type === '1' || entry.type === '2' ? linkFile : unreadByPath(path);
    const isFile = ['0', '\0', '7'].includes(entry.type) && !path.endsWith('/');
    if (isFile && kind === null && entry.size <= limits.fileBytes) {
      const content = await bytes.take(padded);
      if (content.length < padded) throw new RangeError('it ends too early');
      yield { name: shown, bytes: content.subarray(0, entry.size) };
      continue;
    }
    await bytes.skip(padded);
    if (kind && (isFile || kind === linkFile)) yield { name: shown, kind };
    else if (isFile) yield tooLarge(shown, limits.fileBytes);
  }
}

/** Paths are a few thousand characters at most. */
const mostSaid = 1024 ** 2;

/** Whether a block is the header of an entry: its checksum, with blanks in its own place, fits. */
function isHeader(head: Buffer): boolean {
  if (head.length < block) return false;
  const said = numberIn(head.subarray(148, 156));
  let sum = 8 * 32;
  for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += head[at] ?? 0;
  return said === sum && head[0] !== 0;
}

function entryOf(head: Buffer): TarEntry {
  const isUstar = head.subarray(257, 262).toString('latin1') === 'ustar';
  const prefix = isUstar && head[263] === 0x30 ? textIn(head.subarray(345, 500)) : '';
  const path = textIn(head.subarray(0, 100));
  const size = numberIn(head.subarray(124, 136));
  if (size === null || !Number.isSafeInteger(size)) throw new RangeError('its size is no number');
  return { path: prefix === '' ? path : `${prefix}/${path}`, size, type: String.fromCharCode(head[156] ?? 0) };
}

/** Octal digits, or with the highest bit set bytes of a big number. */
function numberIn(field: Buffer): number | null {
  if (((field[0] ?? 0) & 0x80) !== 0)
    return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f);
  const text = textIn(field).trim();
  return /^[0-7]*$/.test(text) ? Number.parseInt(text || '0', 8) : null;
}

function textIn(field: Buffer): string {
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? field.length : end).toString('utf8');
}

/** The path that a pax header or GNU's long name gives the next entry. */
function pathSaid(type: string, content: Buffer): string | null {
  if (type === 'L') return textIn(content);
  const text = content.toString('utf8');
  return /^\d+ path=(.*)$/m.exec(text)?.[1] ?? null;
}
