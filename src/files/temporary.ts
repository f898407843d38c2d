import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from './processes.ts';

export interface TemporaryFile {
  path: string;
  file: FileHandle;
}

/**
 * Opens a new file beside the one that it is to become. Its name cannot be foreseen, and nothing that is there already
 * is opened, a link least of all. Where the process ends before `removeTemporary`, by a signal too, the file is removed;
 * what a killed process left is removed the next time.
 */
export async function openTemporary(target: string, mode = 0o666): Promise<TemporaryFile> {
  await sweep(target);
  const path = temporaryPath(target);
  if (paths.size === 0) process.on('exit', removeAll);
  paths.add(path);
  return { path, file: await open(path, 'wx', mode) };
}

/** A name beside the target that cannot be foreseen, and that tells whose it is. */
export const temporaryPath = (target: string): string =>
  join(dirname(target), `.${basename(target)}.${process.pid}.${randomUUID()}.tmp`);

/** Removes the file, unless it was renamed. */
export async function removeTemporary(path: string): Promise<void> {
  await rm(path, { force: true });
  paths.delete(path);
  if (paths.size === 0) process.off('exit', removeAll);
}

const paths = new Set<string>();

function removeAll(): void {
  for (const path of paths) rmSync(path, { force: true });
}

async function sweep(target: string): Promise<void> {
  const start = `.${basename(target)}.`;
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(start) || !name.endsWith('.tmp')) continue;
    const [pid = '', ...rest] = name.slice(start.length, -'.tmp'.length).split('.');
    if (rest.length === 1 && !isRunning(Number(pid))) await rm(join(dirname(target), name), { force: true });
  }
}
