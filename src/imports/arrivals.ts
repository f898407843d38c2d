import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { isSystemName } from './unread-files.ts';

/** Names of files that browsers and other programs are still writing. */
const unfinished = /\.(?:crdownload|part|partial|download|opdownload|filepart|aria2|tmp|temp)$|^~\$/i;

/** Files that appear in some folders. */
export interface Arrivals {
  /** Files that lay there at the first look. */
  there: number;
  /** What has appeared or changed since, and was the same in two looks: nobody writes it any more. */
  look(): Promise<string[]>;
  /** Lets a file be found again. */
  again(path: string): void;
}

/**
 * Looks for files that appear in folders, not below them. Looking is better than being told: file systems of other
 * machines tell nothing, and no system tells that a file is complete.
 * @throws UserError file_missing, file_unreadable, where a folder cannot be looked into
 */
export async function watchArrivals(folders: readonly string[]): Promise<Arrivals> {
  const seen = new Map<string, { mark: string; isTaken: boolean }>();
  for (const [path, mark] of await filesIn(folders)) seen.set(path, { mark, isTaken: true });
  return {
    there: seen.size,
    async look() {
      const now = await filesIn(folders);
      for (const path of seen.keys()) if (!now.has(path)) seen.delete(path);
      const ready: string[] = [];
      for (const [path, mark] of now) {
        const before = seen.get(path);
        if (before?.mark !== mark) seen.set(path, { mark, isTaken: false });
        else if (!before.isTaken) {
          before.isTaken = true;
          ready.push(path);
        }
      }
      return ready;
    },
    again(path) {
      const known = seen.get(path);
      if (known) known.isTaken = false;
    },
  };
}

/** Complete files by path, each with what changes while it is written. */
async function filesIn(folders: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    const names = await namesIn(folder);
    const open = new Set(names.filter((name) => unfinished.test(name)).map((name) => name.replace(unfinished, '')));
    for (const name of names) {
      if (unfinished.test(name) || open.has(name) || isSystemName(name)) continue;
      const path = join(folder, name);
      const entry = await statOf(path);
      if (entry?.isFile() === true && entry.size > 0) found.set(path, `${entry.size} ${entry.mtimeMs}`);
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError(code === 'ENOENT' ? 'file_missing' : 'file_unreadable', folder, code, { cause: error });
  }
}

/** Null for what is gone again. */
async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch {
    return null;
  }
}
