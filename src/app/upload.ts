import { mkdir, rename } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { openTemporary, removeTemporary } from '../files/temporary.ts';
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

/** Bytes as they come, no more of them than may be. */
async function* bounded(body: ReadableStream<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.byteLength;
    if (bytes > most) throw new Refusal(413, 'too_large', `the file has more than ${most} bytes`);
    yield piece;
  }
}

/**
 * Writes what is uploaded into a file of a folder: under a temporary name, of which nothing is left where the upload
 * breaks off, then under its own. The file is for its owner alone.
 * @returns how many bytes it has
 * @throws Refusal too_large, not_understood
 */
export async function storeUpload(
  body: ReadableStream<Uint8Array> | null,
  folder: string,
  name: string,
  most = largestUpload,
): Promise<number> {
  if (body === null) throw new Refusal(400, 'not_understood', 'the file is missing');
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const { path: temporary, file } = await openTemporary(path, 0o600);
  let bytes = 0;
  try {
    for await (const piece of bounded(body, most)) {
      await file.writeFile(piece);
      bytes += piece.byteLength;
    }
    await file.sync();
    await file.close();
    await rename(temporary, path);
    return bytes;
  } finally {
    await file.close().catch(() => undefined);
    await removeTemporary(temporary);
  }
}
