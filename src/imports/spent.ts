import { type ImportItem, type ImportLimits, ratioMatters } from './import-item.ts';

/** What has come out of an archive and of those within it. */
export interface Spent {
  entries: number;
  bytes: number;
  /** Size of the outermost archive. */
  packed: number;
}

/** Entries may share their packed bytes, so that no single one swells: the whole is measured by the whole file. */
export function tooMuch(limits: ImportLimits, spent: Spent): string | null {
  if (spent.bytes > limits.archiveBytes)
    return `it unpacks to more than ${Math.round(limits.archiveBytes / 1024 ** 2)} MB`;
  const swells = spent.bytes > 16 * ratioMatters && spent.bytes > limits.ratio * spent.packed;
  return swells ? `it expands to more than ${limits.ratio} times its packed size, as malicious archives do` : null;
}

export const stopped = (name: string, problem: string): ImportItem => ({
  name,
  problem: `${problem}; the rest of it was not read`,
  whatToDo: 'unpack it, and import only the files that hold the follows',
});

export const brokenArchive = { problem: 'it is damaged', whatToDo: 'download or pack it again' };
