import { type Stats, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'target-resources-browser-';
const madeHere = /^target-resources-browser-(\d+)-\w{6}$/;

/** A folder for all that a browser writes; its name says which program it belongs to. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));

/** Removes a folder whose browser was ended: what is still ending may write for a few milliseconds more. */
export function removeFolder(folder: string): void {
  for (let tries = 0; tries < 25; tries += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/** Removes what programs left that were killed. Only folders of this user are touched; links are not followed. */
export function sweepFolders(isRunning = runs): void {
  const user = process.getuid?.();
  for (const name of namesIn(tmpdir())) {
    const id = madeHere.exec(name)?.[1];
    const path = join(tmpdir(), name);
    const stats = id === undefined || isRunning(Number(id)) ? null : statsOf(path);
    if (stats?.isDirectory() && (user === undefined || stats.uid === user)) removeFolder(path);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** A process that may not be signalled runs, too. */
function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
