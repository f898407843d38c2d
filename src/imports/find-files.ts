import type { Dirent } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { headOf, isArchive, readArchive } from './archive.ts';
import { isSqlite, readDatabase } from './database.ts';
import { areOfExport } from './export-files/index.ts';
import { isExportName } from './export-names.ts';
import { fileKindByBytes } from '../tables/file-kinds.ts';
import {
  beginsAsNoText,
  isMediaName,
  isPartsFolder,
  isSystemName,
  linkFile,
  mediaFile,
  noTextFile,
  ofSavedPage,
  ownFile,
} from './unread-files.ts';
import { type ImportItem, type ImportLimits, shownName, tooLarge } from './import-item.ts';
import { looseExports } from './unpacked.ts';

/** Something that one customer handed over, or a person in the name of several. */
export interface FoundFile {
  /** For messages: the path as it was given, and what follows of it. */
  label: string;
  /** Whose it is: as it was said, or after the folder it lies in, unless that is an export's own. Null where nobody said. */
  customer: string | null;
  /** Where it lies; of an export whose parts lie loose in a folder, that folder with whose export it is. */
  path: string;
  /** Its parts, where they lie loose among other things. */
  parts?: readonly string[];
  /** Whether it is an archive or an unpacked one, most of whose files tell of no follows. */
  isBundle: () => Promise<boolean>;
  items: AsyncIterable<ImportItem>;
}

/**
 * What a path leads to: a file, an archive, the folder of one customer (`customer` says whose), or a folder with one
 * folder a customer, beside which the parts of an unpacked export may lie. Symbolic links within folders are not followed.
 * @throws UserError file_missing, file_unreadable
 */
export async function* findFiles(
  path: string,
  customer: string | null,
  limits: ImportLimits,
): AsyncGenerator<FoundFile> {
  const found = await orRefused(path, stat(path));
  if (found.isFile()) {
    await orRefused(path, headOf(path));
    yield handedFile(path, path, customer, limits);
    return;
  }
  if (!found.isDirectory()) throw new UserError('file_unreadable', path, 'it is neither a file nor a folder');
  if (customer !== null) {
    yield* ofOneCustomer(path, path, customer, limits);
    return;
  }
  const entries = (await orRefused(path, listed(path))).filter(
    ({ name }) => !isSystemName(name) && !isPartsFolder(name),
  );
  const { exports, rest } = looseExports(entries);
  if (exports.length > 0 && isExportName(basename(resolve(path)))) {
    yield* ofOneCustomer(path, path, null, limits);
    return;
  }
  for (const { title, entries: own } of exports) {
    const label = join(path, `(${title})`);
    const parts = own.map(({ name }) => join(path, name));
    const items = below(path, own, limits, { files: 0 });
    yield { label, customer: null, path: label, parts, isBundle: always, items };
  }
  for (const entry of rest) {
    const at = join(path, entry.name);
    const label = join(path, shownName(entry.name));
    const name = isExportName(entry.name) ? null : shownName(entry.name);
    if (entry.isDirectory()) yield* ofOneCustomer(at, label, name, limits);
    else yield handedEntry(at, label, entry, null, limits);
  }
}

/** What was written to the program itself, as text that was copied from a page. */
export async function* fromStream(
  stream: AsyncIterable<string | Uint8Array>,
  customer: string | null,
  limits: ImportLimits,
): AsyncGenerator<FoundFile> {
  const name = 'standard input';
  yield { label: name, customer, path: '-', isBundle: never, items: inStream(stream, name, limits) };
}

async function* inStream(
  stream: AsyncIterable<string | Uint8Array>,
  name: string,
  limits: ImportLimits,
): AsyncGenerator<ImportItem> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > limits.fileBytes) {
      yield tooLarge(name, limits.fileBytes);
      return;
    }
  }
  yield { name, bytes: Buffer.concat(chunks) };
}

/** Files and archives each by itself; but an unpacked export as a whole, for most of its files tell of no follows. */
async function* ofOneCustomer(
  path: string,
  label: string,
  customer: string | null,
  limits: ImportLimits,
): AsyncGenerator<FoundFile> {
  let all: Dirent[];
  try {
    all = await listed(path);
  } catch (error) {
    yield { label, customer, path, isBundle: never, items: only(unreadable(label, error)) };
    return;
  }
  const own = all.filter(({ name }) => !isSystemName(name) && !isPartsFolder(name));
  const isUnpacked = own.some((entry) => entry.isDirectory()) || areOfExport(own.map(({ name }) => name));
  const alone: Dirent[] = [];
  for (const entry of own) {
    if (!isUnpacked || (entry.isFile() && (await isArchiveAt(join(path, entry.name))))) alone.push(entry);
  }
  for (const entry of alone) {
    yield handedEntry(join(path, entry.name), join(label, shownName(entry.name)), entry, customer, limits);
  }
  const rest = isUnpacked ? all.filter((entry) => !alone.includes(entry)) : [];
  if (isUnpacked || alone.length === 0) {
    yield { label, customer, path, isBundle: always, items: below(path, rest, limits, { files: 0 }) };
  }
}

function handedEntry(
  path: string,
  label: string,
  entry: Dirent,
  customer: string | null,
  limits: ImportLimits,
): FoundFile {
  const skipped = skippedEntry(entry);
  if (!skipped) return handedFile(path, label, customer, limits);
  return { label, customer, path, isBundle: never, items: only(skipped) };
}

const handedFile = (path: string, label: string, customer: string | null, limits: ImportLimits): FoundFile => ({
  label,
  customer,
  path,
  isBundle: () => isArchiveAt(path),
  items: inFile(path, limits),
});

const always = (): Promise<boolean> => Promise.resolve(true);
const never = (): Promise<boolean> => Promise.resolve(false);

/** Everything in a folder and below it. */
async function* below(
  folder: string,
  entries: Dirent[],
  limits: ImportLimits,
  read: { files: number },
): AsyncGenerator<ImportItem> {
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const skipped = skippedEntry(entry);
    if (skipped) yield skipped;
    else if (entry.isDirectory()) yield* inFolder(path, limits, read);
    else if (isMediaName(entry.name)) yield { name: shownName(entry.name), kind: mediaFile };
    else if (read.files === limits.entries) {
      const problem = `there are more than ${limits.entries} files; the rest was not read`;
      yield { name: shownName(folder), problem, whatToDo: 'import only the files that hold the follows' };
      return;
    } else {
      read.files += 1;
      yield* inFile(path, limits);
    }
  }
}

async function* inFolder(path: string, limits: ImportLimits, read: { files: number }): AsyncGenerator<ImportItem> {
  try {
    yield* below(path, await listed(path), limits, read);
  } catch (error) {
    yield unreadable(shownName(path), error);
  }
}

/** What lies in a folder and is neither a file nor a folder to be looked into. */
function skippedEntry(entry: Dirent): ImportItem | null {
  const name = shownName(entry.name);
  if (isSystemName(entry.name)) return { name, kind: ownFile };
  if (entry.isDirectory()) return isPartsFolder(entry.name) ? { name, kind: ofSavedPage } : null;
  return entry.isFile() ? null : { name, kind: linkFile };
}

async function* inFile(path: string, limits: ImportLimits): AsyncGenerator<ImportItem> {
  const name = shownName(path);
  try {
    const { size, mtimeMs: changedAt } = await stat(path);
    if (await isArchiveAt(path)) {
      for await (const item of readArchive({ path, size }, name, limits))
        yield 'bytes' in item ? { changedAt, ...item } : item;
      return;
    }
    const head = await headOf(path);
    if (isSqlite(head)) {
      const item =
        size > limits.fileBytes ? tooLarge(name, limits.fileBytes) : await readDatabase(name, await readFile(path));
      yield 'bytes' in item ? { ...item, changedAt } : item;
      return;
    }
    const kind = fileKindByBytes(head) ?? (beginsAsNoText(head) ? noTextFile : null);
    if (kind) yield { name, kind };
    else
      yield size > limits.fileBytes
        ? tooLarge(name, limits.fileBytes)
        : { name, bytes: await readFile(path), changedAt };
  } catch (error) {
    yield unreadable(name, error);
  }
}

const unreadable = (name: string, error: unknown): ImportItem => ({
  name,
  problem: `it cannot be opened (${codeOf(error)})`,
  whatToDo: 'check that you have permission to read it',
});

async function* only(item: ImportItem): AsyncGenerator<ImportItem> {
  yield item;
}

/** A file that cannot be opened is told when it is its turn. */
async function isArchiveAt(path: string): Promise<boolean> {
  try {
    return isArchive(await headOf(path));
  } catch {
    return false;
  }
}

/** In one order on every machine. */
async function listed(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function orRefused<Value>(path: string, step: Promise<Value>): Promise<Value> {
  try {
    return await step;
  } catch (error) {
    const code = codeOf(error);
    throw new UserError(code === 'ENOENT' ? 'file_missing' : 'file_unreadable', path, code, { cause: error });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
