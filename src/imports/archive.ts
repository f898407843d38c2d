import { open, readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, type ZipFile, getFileNameLowLevel } from 'yauzl';
import { type FileKind, documentKind, isWorkbook, isZip } from '../tables/file-kinds.ts';
import { openZip } from '../tables/open-zip.ts';
import { type Spent, brokenArchive, stopped, tooMuch } from './spent.ts';
import { isSqlite, readDatabase } from './database.ts';
import { isTarball, readTarball } from './tarball.ts';
import { linkFile, unreadByPath } from './unread-files.ts';
import { type ImportItem, type ImportLimits, ratioMatters, shownName, tooLarge } from './import-item.ts';

/** Entries looked at to tell a document, which is an archive too, from an archive of files. */
const firstEntries = 40;

/** Whether a file is an archive that is looked into, by its first bytes. */
export const isArchive = (head: Uint8Array): boolean => isZip(head) || isTarball(head);

/**
 * The files of a ZIP, a tar or a gzip file, one at a time, and those of archives directly in it. No name of an entry is
 * used as a path. What cannot be read is an item with a problem; what was read before stays read. An XLSX file is one
 * item with its bytes.
 * @param source path of a file, or its bytes
 */
export async function* readArchive(
  source: { path: string; size: number } | Buffer,
  name: string,
  limits: ImportLimits,
): AsyncGenerator<ImportItem> {
  const packed = Buffer.isBuffer(source) ? source.length : source.size;
  yield* archive(Buffer.isBuffer(source) ? source : source.path, shownName(name), limits, {
    spent: { entries: 0, bytes: 0, packed },
    depth: 0,
  });
}

async function* archive(
  source: string | Buffer,
  name: string,
  limits: ImportLimits,
  { spent, depth }: { spent: Spent; depth: number },
): AsyncGenerator<ImportItem> {
  const head = Buffer.isBuffer(source) ? source : await headOf(source);
  if (isTarball(head)) {
    for await (const item of readTarball(source, head, name, limits, spent))
      yield* 'bytes' in item ? within(item.name, item.bytes, limits, { spent, depth }) : [item];
    return;
  }
  const names = await firstNames(source);
  if (isWorkbook(names)) {
    if (spent.packed > limits.fileBytes && depth === 0) yield tooLarge(name, limits.fileBytes);
    else yield { name, bytes: Buffer.isBuffer(source) ? source : await readFile(source) };
    return;
  }
  const document = documentKind(names);
  if (document) {
    yield { name, kind: document };
    return;
  }
  let zip: ZipFile;
  try {
    zip = await opened(source);
  } catch (error) {
    yield { name, ...whyShut(error) };
    return;
  }
  try {
    for await (const entry of zip.eachEntry()) {
      spent.entries += 1;
      if (spent.entries > limits.entries) {
        yield stopped(name, `it holds more than ${limits.entries} files`);
        return;
      }
      const path = pathOf(entry);
      const shown = shownName(path);
      if (isFolder(entry, path)) continue;
      const kind = unread(entry, path);
      if (kind) {
        yield { name: shown, kind };
        continue;
      }
      const bytes = await unpacked(zip, entry, shown, limits, spent);
      if (!Buffer.isBuffer(bytes)) {
        yield bytes;
        continue;
      }
      const overall = tooMuch(limits, spent);
      if (overall !== null) {
        yield stopped(name, overall);
        return;
      }
      for await (const item of within(shown, bytes, limits, { spent, depth }))
        yield 'bytes' in item ? { changedAt: entry.getLastModDate().getTime(), ...item } : item;
    }
  } catch (error) {
    yield { name, ...whyShut(error) };
  } finally {
    zip.close();
  }
}

/** What a file within an archive is: itself, or the files of an archive. */
async function* within(
  name: string,
  bytes: Buffer,
  limits: ImportLimits,
  { spent, depth }: { spent: Spent; depth: number },
): AsyncGenerator<ImportItem> {
  if (isSqlite(bytes)) yield await readDatabase(name, bytes);
  else if (!isArchive(bytes)) yield { name, bytes };
  else if (depth === 0) yield* archive(bytes, name, limits, { spent, depth: depth + 1 });
  else {
    yield {
      name,
      problem: 'it is an archive in an archive in an archive',
      whatToDo: 'unpack the outer one and import what it contains',
    };
  }
}

/** The mark of a tar archive ends at byte 262; what is no text shows in some thousands. */
const firstBytes = 4096;

/** As many first bytes of a file as tell what it is. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Names are decoded here: a library that refuses an archive for one odd name would lose all the rest. */
const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;

async function opened(source: string | Buffer): Promise<ZipFile> {
  const zip = await openZip(source, options);
  // What the walk over the entries does not hear is a failure to close a file that was only read.
  zip.on('error', () => undefined);
  return zip;
}

async function firstNames(source: string | Buffer): Promise<string[]> {
  let zip: ZipFile;
  try {
    zip = await opened(source);
  } catch {
    return [];
  }
  const names: string[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      names.push(pathOf(entry));
      if (names.length === firstEntries) break;
    }
  } catch {
    // Told when the archive itself is read.
  } finally {
    zip.close();
  }
  return names;
}

function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

const typeOf = ({ externalFileAttributes, versionMadeBy }: Entry): number =>
  versionMadeBy >> 8 === 3 || versionMadeBy >> 8 === 19 ? (externalFileAttributes >>> 16) & 0o170000 : 0;

const isFolder = (entry: Entry, path: string): boolean => path.endsWith('/') || typeOf(entry) === 0o040000;

const unread = (entry: Entry, path: string): FileKind | null =>
  typeOf(entry) === 0o120000 ? linkFile : unreadByPath(path);

/** The bytes of an entry, or why there are none. */
async function unpacked(
  zip: ZipFile,
  entry: Entry,
  name: string,
  limits: ImportLimits,
  spent: Spent,
): Promise<Buffer | ImportItem> {
  if (entry.isEncrypted()) {
    return {
      name,
      problem: 'it is protected with a password',
      whatToDo: 'unpack it with the password, and import that',
    };
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    return { name, problem: 'its compression method is not supported', whatToDo: 'unpack it, and import that' };
  }
  let bytes: Buffer | 'too large' | 'swells';
  try {
    bytes = await collected(await zip.openReadStreamPromise(entry), entry.compressedSize, limits, spent);
  } catch {
    return { name, ...brokenArchive };
  }
  if (bytes === 'too large') return tooLarge(name, limits.fileBytes);
  if (bytes === 'swells') {
    return {
      name,
      problem: `it expands to more than ${limits.ratio} times its packed size, as malicious archives do`,
      whatToDo: 'ask for the file again, or unpack it yourself if you trust it',
    };
  }
  return crc32(bytes) === entry.crc32 ? bytes : { name, ...brokenArchive };
}

async function collected(
  stream: Readable,
  packed: number,
  limits: ImportLimits,
  spent: Spent,
): Promise<Buffer | 'too large' | 'swells'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      spent.bytes += chunk.length;
      if (size > limits.fileBytes) return 'too large';
      if (size > ratioMatters && size > limits.ratio * packed) return 'swells';
      chunks.push(chunk);
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks, size);
}

/** In words what yauzl says of an archive as a whole; its sentences as of 3.4.0. */
function whyShut(error: unknown): { problem: string; whatToDo: string } {
  const said = error instanceof Error ? error.message : String(error);
  if (/multi-disk/i.test(said))
    return { problem: 'it is one part of a split archive', whatToDo: 'unpack all parts together, and import that' };
  if (/end of central directory record signature not found/i.test(said))
    return {
      problem: 'it is incomplete, or one part of a split archive',
      whatToDo: 'download it again completely, or unpack all parts together, and import that',
    };
  if (/encryption/i.test(said))
    return { problem: 'it is protected with a password', whatToDo: 'unpack it with the password, and import that' };
  return brokenArchive;
}
