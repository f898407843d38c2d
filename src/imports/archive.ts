import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, type ZipFile, fromBufferPromise, getFileNameLowLevel, openPromise } from 'yauzl';
import { type FileKind, documentKind, isWorkbook, isZip } from '../tables/file-kinds.ts';
import { isMediaName, isPartsFolder, isSystemName, linkFile, mediaFile, ofSavedPage, ownFile } from './unread-files.ts';
import { type ImportItem, type ImportLimits, ratioMatters, shownName, tooLarge } from './import-item.ts';

/** What has come out of an archive and of those within it. */
interface Spent {
  entries: number;
  bytes: number;
  /** Size of the outermost archive. */
  packed: number;
}

const damaged = { problem: 'it is damaged', whatToDo: 'download or pack it again' };

/** Entries looked at to tell a document, which is an archive too, from an archive of files. */
const firstEntries = 40;

/**
 * The files of a ZIP, one at a time, and those of ZIPs directly in it. No name of an entry is used as a path. What
 * cannot be read is an item with a problem; what was read before stays read. An XLSX file is one item with its bytes.
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
      if (!isZip(bytes)) yield { name: shown, bytes };
      else if (depth === 0) yield* archive(bytes, shown, limits, { spent, depth: depth + 1 });
      else {
        yield {
          name: shown,
          problem: 'it is an archive in an archive in an archive',
          whatToDo: 'unpack the outer one and import what it contains',
        };
      }
    }
  } catch (error) {
    yield { name, ...whyShut(error) };
  } finally {
    zip.close();
  }
}

/** Names are decoded here: a library that refuses an archive for one odd name would lose all the rest. */
const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;

async function opened(source: string | Buffer): Promise<ZipFile> {
  const zip = await (Buffer.isBuffer(source) ? fromBufferPromise(source, options) : openPromise(source, options));
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

function unread(entry: Entry, path: string): FileKind | null {
  const parts = path.split('/').filter(Boolean);
  if (typeOf(entry) === 0o120000) return linkFile;
  if (parts.some(isSystemName)) return ownFile;
  if (parts.slice(0, -1).some(isPartsFolder)) return ofSavedPage;
  return isMediaName(path) ? mediaFile : null;
}

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
    return { name, ...damaged };
  }
  if (bytes === 'too large') return tooLarge(name, limits.fileBytes);
  if (bytes === 'swells') {
    return {
      name,
      problem: `it expands to more than ${limits.ratio} times its packed size, as malicious archives do`,
      whatToDo: 'ask for the file again, or unpack it yourself if you trust it',
    };
  }
  return crc32(bytes) === entry.crc32 ? bytes : { name, ...damaged };
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

/** Entries may share their packed bytes, so that no single one swells: the whole is measured by the whole file. */
function tooMuch(limits: ImportLimits, spent: Spent): string | null {
  if (spent.bytes > limits.archiveBytes)
    return `it unpacks to more than ${Math.round(limits.archiveBytes / 1024 ** 2)} MB`;
  const swells = spent.bytes > 16 * ratioMatters && spent.bytes > limits.ratio * spent.packed;
  return swells ? `it expands to more than ${limits.ratio} times its packed size, as malicious archives do` : null;
}

const stopped = (name: string, problem: string): ImportItem => ({
  name,
  problem: `${problem}; the rest of it was not read`,
  whatToDo: 'unpack it, and import only the files that hold the follows',
});

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
  return damaged;
}
