import { basename, extname } from 'node:path';
import { writeAll } from '../files/replace.ts';
import { Refusal } from './failure.ts';

/** Bytes of one file that is dropped: more than any export that the library takes. */
export const largestUpload = 2 * 1024 ** 3;

/** Bytes of a name at most: file systems take 255 of them, and the name of a temporary file is longer. */
const longest = 120;

/**
 * A name that a file may have in a folder of ours, whatever the page calls it: no path, no hidden file, no device of
 * Windows, no sign that a system or a shell takes for its own.
 */
export function fileNameFor(said: string): string {
  const last = said.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*%]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s.]+/, '')
    .trimEnd()
    .replace(/\.$/, '');
  const ending = extname(plain).slice(0, 16);
  const stem = cut(basename(plain, extname(plain)).trim());
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem.split('.')[0] ?? '');
  return `${stem === '' ? 'file' : isDevice ? `${stem}_` : stem}${ending}`;
}

/** A text without what is behind its first bytes, and without half a sign. */
const cut = (text: string): string =>
  Buffer.byteLength(text) <= longest
    ? text
    : Buffer.from(text).subarray(0, longest).toString().replaceAll('\uFFFD', '').trim();

/**
 * Writes what is uploaded into a file of a folder: under a temporary name, of which nothing is left where the upload
 * breaks off, then under its own. The file is for its owner alone.
 * @returns how many bytes it has
 * @throws Refusal too_large, not_understood; UserError output_locked, output_unwritable
 */
export async function storeUpload(
  body: ReadableStream<Uint8Array> | null,
  folder: string,
  name: string,
  most = largestUpload,
): Promise<number> {
  if (body === null) throw new Refusal(400, 'not_understood', 'the file is missing');
  let bytes = 0;
  async function* bounded(pieces: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      bytes += piece.byteLength;
      if (bytes > most) throw new Refusal(413, 'too_large', `the file has more than ${most} bytes`);
      yield piece;
    }
  }
  await writeAll(folder, [{ name, chunks: bounded(body), mode: 0o600 }]);
  return bytes;
}
