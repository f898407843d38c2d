import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';

export interface OutputFile {
  name: string;
  /** Text, to be written as UTF-8, or bytes. */
  chunks: Iterable<string> | AsyncIterable<string | Uint8Array>;
}

const charactersPerWrite = 64 * 1024;

/**
 * Writes all files or none: each under a temporary name in the folder, synced. They are renamed once every one is
 * complete and no target turned out to be locked. Creates the folder.
 * @param absent names that must not be there afterwards: what an earlier run wrote and this one does not
 * @returns the paths, in the order of `files`
 * @throws UserError `output_locked`
 */
export async function writeAll(folder: string, files: OutputFile[], absent: string[] = []): Promise<string[]> {
  const written = files.map(({ name }) => join(folder, name));
  const removed = absent.map((name) => join(folder, name));
  for (const path of new Set([folder, ...written.map((file) => dirname(file))])) {
    await orLocked(path, mkdir(path, { recursive: true }));
  }
  try {
    for (const { name, chunks } of files) await writeSynced(join(folder, name), chunks);
    for (const path of [...written, ...removed]) await checkReplaceable(path);
    for (const path of written) await orLocked(path, rename(temporary(path), path));
    for (const path of removed) await orLocked(path, rm(path, { force: true }));
  } finally {
    await Promise.allSettled([...written, ...removed].map((path) => rm(temporary(path), { force: true })));
  }
  return written;
}

/** Always the same name, so that the next run cleans up after one that was killed. */
const temporary = (path: string): string => join(dirname(path), `.${basename(path)}.tmp`);

async function writeSynced(path: string, chunks: OutputFile['chunks']): Promise<void> {
  const file = await orLocked(path, open(temporary(path), 'w'));
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
    const file = await open(path, 'r+');
    await file.close();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw locked(path, error);
  }
}

async function orLocked<Value>(path: string, step: Promise<Value>): Promise<Value> {
  try {
    return await step;
  } catch (error) {
    throw locked(path, error);
  }
}

function locked(path: string, cause: unknown): UserError {
  const [why = ''] = cause instanceof Error ? cause.message.split(',') : [];
  return new UserError('output_locked', path, why, { cause });
}
