import { lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const prefix = 'target-resources-browser-';
const madeHere = /^target-resources-browser-(\d+)-\w{6}$/;

/** A folder for all that a browser writes; its name says which program it belongs to. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));

/** A socket's path may have 107 characters, and Chromium's has 45 behind the folder for temporary files. */
const maxLength = 62;

/** Where a browser puts its temporary files: in its folder, if there is room for the name of a socket. */
export const temporaryIn = (folder: string): string => (folder.length > maxLength ? tmpdir() : folder);

/** Removes a folder, and the one that Chromium made for its socket, whose browser was ended. */
export function removeFolder(folder: string): void {
  const socket = socketFolder(folder);
  if (socket !== null) remove(socket);
  remove(folder);
}

/** Null where there is none that is this user's. */
function socketFolder(folder: string): string | null {
  try {
    const path = dirname(readlinkSync(join(folder, 'SingletonSocket')));
    const isChromiums = dirname(path) === tmpdir() && /\.(?:Chromium|Chrome|Edge)\.\w{6}$/.test(basename(path));
    return isChromiums && isOwnFolder(path) ? path : null;
  } catch {
    return null;
  }
}

/** What is still ending may write for a few milliseconds more. */
function remove(folder: string): void {
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
  for (const name of namesIn(tmpdir())) {
    const id = madeHere.exec(name)?.[1];
    const path = join(tmpdir(), name);
    if (id !== undefined && !isRunning(Number(id)) && isOwnFolder(path)) removeFolder(path);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isOwnFolder(path: string): boolean {
  try {
    const stats = lstatSync(path);
    return stats.isDirectory() && stats.uid === (process.getuid?.() ?? stats.uid);
  } catch {
    return false;
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
