import { renameSync, rmSync } from 'node:fs';
import { type FileHandle, lstat, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { openTemporary, removeTemporary } from './temporary.ts';

export interface OutputFile {
  name: string;
  /** Text, to be written as UTF-8, or bytes. */
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
  /** Rights of the file where it is not for everybody. */
  mode?: number;
}

const charactersPerWrite = 64 * 1024;

/**
 * Writes all files or none: each under a temporary name in the folder, synced. They are renamed once every one is
 * complete and no target turned out to be locked, and no signal comes in between. Creates the folder. A target that is a
 * link is replaced by a file; what it points to stays as it is.
 * @param absent names that must not be there afterwards: what an earlier run wrote and this one does not
 * @returns the paths, in the order of `files`
 * @throws UserError `output_locked`, `output_unwritable`
 */
export async function writeAll(folder: string, files: OutputFile[], absent: string[] = []): Promise<string[]> {
  const written = files.map(({ name }) => join(folder, name));
  const removed = absent.map((name) => join(folder, name));
  for (const path of new Set([folder, ...written.map((file) => dirname(file))])) {
    await orLocked(path, mkdir(path, { recursive: true }));
  }
  const complete = new Map<string, string>();
  try {
    for (const { name, chunks, mode } of files) {
      const path = join(folder, name);
      const temporary = await orLocked(path, openTemporary(path, mode));
      complete.set(path, temporary.path);
      await writeSynced(path, temporary.file, chunks);
    }
    for (const path of [...written, ...removed]) await checkReplaceable(path);
    for (const [path, temporary] of complete) nowOrLocked(path, () => renameSync(temporary, path));
    for (const path of removed) nowOrLocked(path, () => rmSync(path, { force: true }));
  } finally {
    await Promise.allSettled([...complete.values()].map(removeTemporary));
  }
  return written;
}

async function writeSynced(path: string, file: FileHandle, chunks: OutputFile['chunks']): Promise<void> {
  try {
    for await (const chunk of joined(chunks)) await orLocked(path, file.writeFile(chunk));
    await orLocked(path, file.sync());
  } finally {
    await file.close();
  }
}

/** Chunks joined into few larger ones: a write for each line of a large file would take longer than all the rest. */
async function* joined(chunks: OutputFile['chunks']): AsyncGenerator<string | Uint8Array> {
  let text = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    text += chunk;
    if (text.length < charactersPerWrite) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A rename over a directory, or over a file that a spreadsheet holds on Windows, fails: found out before the first one. */
async function checkReplaceable(path: string): Promise<void> {
  try {
    if ((await lstat(path)).isSymbolicLink()) return;
    const file = await open(path, 'r+');
    await file.close();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw writeError(path, error);
  }
}

async function orLocked<Value>(path: string, step: Promise<Value>): Promise<Value> {
  try {
    return await step;
  } catch (error) {
    throw writeError(path, error);
  }
}

function nowOrLocked(path: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    throw writeError(path, error);
  }
}

/** Codes of a disk without room, or that takes nothing: no other program stands in the way. */
const ofDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO']);

/** The error that says why a file could not be written: `output_locked` or `output_unwritable`. */
export function writeError(path: string, cause: unknown): UserError {
  const [why = ''] = cause instanceof Error ? cause.message.split(',') : [];
  const isOfDisk = cause instanceof Error && 'code' in cause && ofDisk.has(String(cause.code));
  return new UserError(isOfDisk ? 'output_unwritable' : 'output_locked', path, why, { cause });
}
