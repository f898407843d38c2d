import { constants, crc32, gunzipSync, gzipSync } from 'node:zlib';
import { allListedIn, lineOf } from '../types/listed-line.ts';
import type { Listed } from '../types/resource.ts';
import type { Lines } from '../types/store.ts';
import { pairsOf } from './keys.ts';
import type { SeenLines } from './seen-lines.ts';

/**
 * The bytes of a list's lines: this version (1 byte), how many lines there are, how many bytes the fresh ones take as a
 * gzip (4 bytes each, little-endian), CRC-32 of each line (4 bytes), one bit for each fresh line, the gzip of the fresh
 * ones, and that of all others. Before version 2 all of them were one gzip, which begins with 0x1f; of a page they
 * stand there as they are.
 */
const version = 2;
const headBytes = 9;

/**
 * Puts the lines that no list before had apart. Whoever reads all lists unzips these of each, and of the others only what
 * is not known yet, which is next to nothing: the pages that clients share are told of in the same words.
 * @param keys of the resources, joined
 */
export function arrange(keys: Uint8Array, lines: readonly string[], seen: SeenLines): Uint8Array {
  const pairs = pairsOf(keys);
  const head = Buffer.alloc(headBytes + lines.length * 4 + Math.ceil(lines.length / 8));
  const fresh: string[] = [];
  const known: string[] = [];
  for (const [index, line] of lines.entries()) {
    const mark = crc32(line);
    head.writeUInt32LE(mark, headBytes + index * 4);
    if (seen.add((pairs[index * 2] ?? 0) ^ mark)) {
      fresh.push(line);
      const at = headBytes + lines.length * 4 + (index >> 3);
      head[at] = (head[at] ?? 0) | (1 << (index & 7));
    } else known.push(line);
  }
  const first = zipped(fresh);
  head[0] = version;
  head.writeUInt32LE(lines.length, 1);
  head.writeUInt32LE(first.length, 5);
  return Buffer.concat([head, first, zipped(known)]);
}

const none = Buffer.alloc(0);

const zipped = (lines: readonly string[]): Buffer =>
  lines.length === 0 ? none : gzipSync(lines.join('\n'), { level: constants.Z_BEST_SPEED });

const unzipped = (bytes: Uint8Array): string[] => (bytes.length === 0 ? [] : gunzipSync(bytes).toString().split('\n'));

/** A list's or a page's lines; each half is unzipped when one of its lines is asked for. */
export function linesIn(names: Uint8Array): Lines {
  if (names[0] !== version) return linesOf(textsIn(names));
  const bytes = Buffer.from(names.buffer, names.byteOffset, names.length);
  const length = bytes.readUInt32LE(1);
  const bits = bytes.subarray(headBytes + length * 4, headBytes + length * 4 + Math.ceil(length / 8));
  const start = headBytes + length * 4 + bits.length;
  const end = start + bytes.readUInt32LE(5);
  if (end > bytes.length) throw new RangeError('lines end before they should');
  // Four bytes cannot be read at once where they do not begin at a multiple of four.
  const marks = new Uint32Array(Uint8Array.prototype.slice.call(bytes, headBytes, headBytes + length * 4).buffer);
  const isFresh = (index: number): boolean => ((bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
  const halves: Record<'fresh' | 'known', string[] | null> = { fresh: null, known: null };
  let places: Uint32Array | null = null;
  const text = (index: number): string => {
    places ??= placesIn(length, isFresh);
    const half = isFresh(index)
      ? (halves.fresh ??= unzipped(bytes.subarray(start, end)))
      : (halves.known ??= unzipped(bytes.subarray(end)));
    const line = half[places[index] ?? 0];
    if (line === undefined) throw new RangeError('lines are missing');
    return line;
  };
  return { length, marks, isFresh, text, all: () => Array.from({ length }, (_, index) => text(index)) };
}

/** Which line of its half each one is. */
function placesIn(length: number, isFresh: (index: number) => boolean): Uint32Array {
  const places = new Uint32Array(length);
  let [fresh, known] = [0, 0];
  for (let index = 0; index < length; index++) places[index] = isFresh(index) ? fresh++ : known++;
  return places;
}

function textsIn(names: Uint8Array): string[] {
  const bytes = names[0] === 0x1f ? gunzipSync(names) : Buffer.from(names.buffer, names.byteOffset, names.length);
  const text = bytes.toString();
  return text === '' ? [] : text.split('\n');
}

/** Lines that are there as texts. */
function linesOf(texts: readonly string[]): Lines {
  return {
    length: texts.length,
    marks: Uint32Array.from(texts, (text) => crc32(text)),
    isFresh: () => true,
    text: (index) => texts[index] ?? '',
    all: () => [...texts],
  };
}

/** What a list says now of its resources, where that is not what is stored. */
export const writtenLines = (resources: readonly Listed[]): Lines => linesOf(resources.map(lineOf));

export const unpack = (names: Uint8Array): Listed[] => allListedIn(linesIn(names).all().join('\n'));
