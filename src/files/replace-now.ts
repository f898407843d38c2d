import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeError } from './replace.ts';
import { temporaryPath } from './temporary.ts';

/** Removes a small file, if it is there. @throws UserError `output_locked`, `output_unwritable` */
export function removeNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw writeError(path, error);
  }
}

/**
 * Replaces a small file whole, before anything else happens: also where the process ends. Creates its folder.
 * @param mode of the file
 * @throws UserError `output_locked`, `output_unwritable`
 */
export function replaceNow(path: string, text: string, mode = 0o666): void {
  const temporary = temporaryPath(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text, { flag: 'wx', mode });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw writeError(path, error);
  }
}
