import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeAll } from '../files/replace.ts';
import type { AnyNetwork } from '../types/network.ts';
import { KeySet } from './key-set.ts';
import type { ToldFollows } from './told-follows.ts';

/** Bytes of a follows file from which on notes are kept of it: a shorter one is read as fast. */
const fewestBytes = 2 ** 18;

const markBytes = 32;

/** What stands before the keys: which bytes they are of, and how many follows these tell of. */
const headBytes = markBytes + 4;

const checkBytes = 4;

/** How a follows file is read: whatever changes that must change the text. */
export interface Reader {
  version: string;
  networks: readonly AnyNetwork[];
}

/** Beside the follows file, in the manner of `follows.imported.json`. */
const notesOn = (path: string): string => join(dirname(path), `${basename(path).replace(/\.\w+$/, '')}.imported.keys`);

function markOf(bytes: Uint8Array, { version, networks }: Reader): Buffer {
  const known = JSON.stringify(['keys 1', version, networks.map(({ id }) => id)]);
  return createHash('sha256').update(known).update('\0').update(bytes).digest();
}

/**
 * Notes on what a large follows file tells of, once an import has read it back: the next one need not read it again.
 * @returns null where there are none of just these bytes, or damaged ones: then the file is to be read
 */
export async function notedIn(path: string, bytes: Uint8Array, reader: Reader): Promise<ToldFollows | null> {
  if (bytes.length < fewestBytes) return null;
  const notes = await readFile(notesOn(path)).catch(() => null);
  if (notes === null || notes.length < headBytes + checkBytes) return null;
  const body = notes.subarray(0, -checkBytes);
  if (crc32(body) !== notes.readUInt32LE(body.length)) return null;
  if (!markOf(bytes, reader).equals(body.subarray(0, markBytes))) return null;
  const keys = KeySet.of(body.subarray(headBytes));
  return keys && { follows: body.readUInt32LE(markBytes), keys, isPlain: true };
}

/** Notes what these bytes were read back to tell of. @throws UserError output_locked, output_unwritable */
export async function note(path: string, bytes: Uint8Array, told: ToldFollows, reader: Reader): Promise<void> {
  if (bytes.length < fewestBytes || !told.isPlain) return;
  const head = Buffer.alloc(headBytes);
  markOf(bytes, reader).copy(head);
  head.writeUInt32LE(told.follows, markBytes);
  const body = Buffer.concat([head, told.keys.bytes()]);
  const check = Buffer.alloc(checkBytes);
  check.writeUInt32LE(crc32(body));
  const name = basename(notesOn(path));
  await writeAll(dirname(path), [{ name, chunks: [body, check], mode: 0o600 }]);
}
