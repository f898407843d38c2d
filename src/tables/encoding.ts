import { isAscii, isUtf8 } from 'node:buffer';
import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { detach } from './detach.ts';
import { impossibleBytes, guessEncodings } from './plausible.ts';
import { textDecoder } from './text-decoder.ts';

export interface DetectedEncoding {
  /** A name that TextDecoder knows. */
  encoding: string;
  /** Bytes of the byte order mark, no part of the text. */
  mark: number;
}

/** Why a text is not read, and the offset of the byte that says so. */
export interface EncodingFault {
  code: 'encoding' | 'broken_csv';
  at: number;
  why: string;
  /** Encodings in which the line is to be shown. */
  likely: string[];
}

/**
 * The text of a whole buffer, without its byte order mark.
 * @param said the encoding a person named: it decides where the bytes do not tell by themselves
 * @param where the file, for messages
 * @throws UserError encoding, where it is not sure or `said` cannot be; broken_csv, where a NUL stands in the text
 */
export function decode(
  bytes: Uint8Array,
  said?: string | null,
  where = 'the text',
): { text: string; encoding: string } {
  const survey = createEncodingSurvey();
  survey.add(bytes);
  const concluded = survey.conclude(said ?? null);
  if ('why' in concluded) throw encodingError(concluded, bytes, 1, where);
  const decoder = createDecoder(concluded.encoding, where);
  return { text: decoder.decode(bytes.subarray(concluded.mark)) + decoder.end(), encoding: concluded.encoding };
}

/** Sure is what is e^6 = 400 times likelier than any other reading, and reads like words at all. */
const leastMargin = 6;
const leastPerByte = -5;

/** So many characters, stray bytes or words decide; more are not counted. */
const enough = 2000;

/**
 * Looks at every byte of a text, chunk by chunk, in bounded memory: one name at the end decides where all before it is
 * ASCII. A byte order mark, NULs at every other byte and valid UTF-8 tell by themselves; the rest is weighed.
 */
export function createEncodingSurvey(): {
  /** The chunk may be overwritten afterwards. */
  add(chunk: Uint8Array): void;
  /** @throws UserError encoding, where `said` names none */
  conclude(said: string | null): DetectedEncoding | EncodingFault;
} {
  const start: number[] = [];
  const nuls = { even: 0, odd: 0, first: -1, separators: 0 };
  const counts = new Float64Array(256);
  const firsts = new Float64Array(256).fill(-1);
  const words = new Set<string>();
  let characters = 0;
  let strays = 0;
  let firstStray = -1;
  let rest: Uint8Array = new Uint8Array();
  let tail = '';
  let offset = 0;

  function countNuls(chunk: Uint8Array): void {
    if (!chunk.includes(0)) return;
    if (nuls.first === -1) nuls.first = offset + chunk.indexOf(0);
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === 0) nuls[(offset + at) % 2 === 0 ? 'even' : 'odd']++;
      else if (separators.has(byte)) nuls.separators++;
    }
  }

  function countCharacters(chunk: Uint8Array): void {
    const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const complete = text.subarray(0, text.length - unfinished(text));
    const valid = isUtf8(complete);
    if (!valid && firstStray === -1) firstStray = offset - rest.length + firstInvalid(complete);
    if ((valid && characters < enough) || (!valid && strays < enough)) {
      const lenient = asBuffer(complete).toString('utf8');
      const beyond = lenient.match(/[^\p{ASCII}]/gu) ?? [];
      const replaced = valid ? 0 : beyond.filter((sign) => sign === '\uFFFD').length;
      characters += beyond.length - replaced;
      strays += replaced;
    }
    rest = Uint8Array.from(text.subarray(complete.length));
  }

  function countBytes(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      counts[byte] = (counts[byte] ?? 0) + 1;
      if (firsts[byte] === -1) firsts[byte] = offset + at;
    }
    if (words.size >= enough) return;
    const text = tail + asBuffer(chunk).toString('latin1');
    const last = text.slice(-40).search(/[A-Za-z\u0080-\u00FF]{0,40}$/);
    const cut = Math.max(0, text.length - 40) + last;
    tail = text.slice(cut);
    for (const word of text.slice(0, cut).match(wordsBeyondAscii) ?? []) words.add(detach(word));
  }

  function readings() {
    const last = tail.match(wordsBeyondAscii) ?? [];
    return guessEncodings([...words, ...last], counts);
  }

  function weighed(): DetectedEncoding | EncodingFault {
    const [best, next] = readings();
    if (best && best.perByte >= leastPerByte && best.score - (next?.score ?? -Infinity) >= leastMargin) {
      return { encoding: best.encoding, mark: 0 };
    }
    const likely = [best, next].flatMap((each) => (each ? [each.encoding] : []));
    return { code: 'encoding', at: firstStray, why: 'it is not UTF-8', likely };
  }

  function fitting(named: string): DetectedEncoding | EncodingFault {
    const found = impossibleBytes(named).filter((byte) => (counts[byte] ?? 0) > 0);
    if (found.length === 0) return { encoding: named, mark: 0 };
    const likely = readings().map(({ encoding }) => encoding);
    return {
      code: 'encoding',
      at: Math.min(...found.map((byte) => firsts[byte] ?? 0)),
      why: `it is not ${named}, which has no such byte`,
      likely: likely.filter((encoding) => encoding !== named).slice(0, 1),
    };
  }

  return {
    add(chunk) {
      for (let at = 0; start.length < 4 && at < chunk.length; at++) start.push(chunk[at] ?? 0);
      countNuls(chunk);
      const plain = isAscii(chunk);
      if (!plain || rest.length > 0) countCharacters(chunk);
      if (tail !== '' || (!plain && (strays > 0 || characters < enough))) countBytes(chunk);
      offset += chunk.length;
    },

    conclude(said) {
      const named = said === null ? null : encodingSaid(said);
      const marked = markOf(start);
      if (marked?.encoding === 'utf-32') return { code: 'encoding', at: 0, why: 'it is UTF-32', likely: [] };
      if (marked && marked.encoding !== 'utf-8') return marked;
      const wide = wideEncoding(nuls, offset);
      if (wide) return { encoding: named?.startsWith('utf-16') ? named : wide, mark: 0 };
      if (nuls.first !== -1) return { code: 'broken_csv', at: nuls.first, why: 'a NUL byte', likely: [] };
      if (rest.length > 0) {
        strays++;
        if (firstStray === -1) firstStray = offset - rest.length;
      }
      if (strays === 0) return { encoding: 'utf-8', mark: marked?.mark ?? 0 };
      if (marked || named === 'utf-8' || characters > strays * 2) {
        const likely = named === 'utf-8' && characters === 0 ? (readings()[0]?.encoding ?? 'utf-8') : 'utf-8';
        return {
          code: 'encoding',
          at: firstStray,
          why: 'it is UTF-8 up to a byte that is not valid UTF-8',
          likely: [likely],
        };
      }
      return named ? fitting(named) : weighed();
    },
  };
}

/** Words of a byte string (one char is one byte) that hold more than ASCII. */
const wordsBeyondAscii = /[A-Za-z]{0,20}[\u0080-\u00FF][A-Za-z\u0080-\u00FF]{0,40}/g;

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function markOf([a, b, c, d]: number[]): DetectedEncoding | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 ? { encoding: 'utf-32', mark: 4 } : { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return null;
}

const separators = new Set(Buffer.from('\r\n\t ,;|'));

/** A text in UTF-16 has a NUL beside every separator, digit and sign of an address, always on the same side. */
function wideEncoding(nuls: { even: number; odd: number; separators: number }, length: number): string | null {
  const { even, odd } = nuls;
  if (length % 2 !== 0 || Math.max(even, odd) * 20 < length || even + odd < nuls.separators) return null;
  if (even * 20 < odd) return 'utf-16le';
  if (odd * 20 < even) return 'utf-16be';
  return null;
}

/** Bytes at the end that may be the start of a character: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return size > back ? back : 0;
    }
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Offset of the first byte that is no UTF-8, found by halves. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinished(part)))) valid = middle;
    else invalid = middle;
  }
  return invalid - 1;
}

/** The name that TextDecoder gives an encoding; `cp1251` and `win-1251` are windows-1251. @throws UserError encoding */
export function encodingSaid(said: string): string {
  const label = said
    .trim()
    .replace(/^(?:cp|win(?:dows)?)[-_ ]?(\d+)$/i, (_, page: string) => (page === '866' ? 'ibm866' : `windows-${page}`));
  try {
    return new TextDecoder(label).encoding;
  } catch {
    const known = 'utf-8, utf-16, windows-1251, windows-1252, koi8-r, ibm866, windows-1253';
    throw new UserError(
      'encoding',
      setting('encoding'),
      `there is no encoding "${said}"; the known ones include ${known}`,
    );
  }
}

/**
 * Bytes to text, chunk by chunk.
 * @throws UserError encoding, where the bytes are none of this encoding; broken_csv, where a NUL comes out
 */
export function createDecoder(encoding: string, where: string): { decode(chunk: Uint8Array): string; end(): string } {
  const decoder = textDecoder(encoding, true);
  const counted = createLineCount();
  function text(chunk: Uint8Array | null): string {
    try {
      const decoded = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      const nul = decoded.indexOf('\0');
      counted.add(nul === -1 ? decoded : decoded.slice(0, nul));
      if (nul !== -1) throw new UserError('broken_csv', `${where}:${counted.line()}`, 'a NUL character');
      return decoded;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const lenient = textDecoder(encoding, false).decode(chunk ?? new Uint8Array());
      counted.add(lenient.split('\uFFFD', 1)[0] ?? '');
      throw new UserError('encoding', `${where}:${counted.line()}`, `this line is not ${encoding}`);
    }
  }
  return { decode: text, end: () => text(null) };
}

/** Lines of a text that comes in pieces: CRLF, LF and CR each end one. */
export function createLineCount(): { add(text: string): void; line(): number } {
  let ends = 0;
  let afterReturn = false;
  return {
    add(text) {
      if (text === '') return;
      if (afterReturn && text.startsWith('\n')) ends--;
      ends += text.match(/\r\n|\n|\r/g)?.length ?? 0;
      afterReturn = text.endsWith('\r');
    },
    line: () => ends + 1,
  };
}

/**
 * The error of a text that is not read, with the line as it would read.
 * @param bytes a part of the file that holds the trouble
 * @param firstLine the line on which this part starts; `trouble.at` is an offset in the part
 */
export function encodingError(trouble: EncodingFault, bytes: Uint8Array, firstLine: number, where: string): UserError {
  const count = createLineCount();
  count.add(asBuffer(bytes.subarray(0, trouble.at)).toString('latin1'));
  const line = firstLine - 1 + count.line();
  const shown = trouble.likely.map((encoding) => `${lineAt(bytes, trouble.at, encoding)} (${encoding})`);
  const detail = shown.length === 0 ? trouble.why : `${trouble.why}; the line would read ${shown.join(' or ')}`;
  return new UserError(trouble.code, `${where}:${line}`, detail);
}

const isEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d || byte === undefined;

/** Some 60 characters of the line around a byte. */
function lineAt(bytes: Uint8Array, at: number, encoding: string): string {
  let from = at;
  while (at - from < 30 && !isEnd(bytes[from - 1])) from--;
  let to = at;
  while (to - at < 30 && !isEnd(bytes[to])) to++;
  return JSON.stringify(textDecoder(encoding, false).decode(bytes.subarray(from, to)));
}
