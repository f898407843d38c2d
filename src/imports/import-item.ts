import type { FileKind } from '../tables/file-kinds.ts';

/** What is found at a file, in an archive or in a folder, one after the other. */
export type ImportItem =
  /** Something to be looked at. */
  | { name: string; bytes: Buffer; changedAt?: number }
  /** Something that cannot tell of follows, by its name or its first bytes. */
  | { name: string; kind: FileKind }
  /** Something that should have been looked at and could not be. */
  | { name: string; problem: string; whatToDo: string };

/** How much is read of what strangers made. Bytes are counted as they come out, whatever headers say. */
export interface ImportLimits {
  /** Entries of an archive, or files in a folder and all below it. */
  entries: number;
  /** One file, unpacked. */
  fileBytes: number;
  /** All of an archive, unpacked, archives within it included. */
  archiveBytes: number;
  /** Unpacked bytes by packed ones. Deflate reaches 1032; text of exports lies under 40. */
  ratio: number;
}

/** Larger than any list of follows: a million of them take about 100 MB as JSON. */
export const importLimits: ImportLimits = {
  entries: 250_000,
  fileBytes: 128 * 1024 * 1024,
  archiveBytes: 4 * 1024 ** 3,
  ratio: 200,
};

/** Below this many unpacked bytes the ratio says nothing: a file of blanks is no attack. */
export const ratioMatters = 1024 * 1024;

/** A name for messages only: the last part of a path, without signs that a terminal would obey. */
export function shownName(path: string): string {
  const base = path.split(/[/\\]/).findLast(Boolean) ?? path;
  const shown = base.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').normalize('NFC');
  return shown.length > 120 ? `${shown.slice(0, 119)}…` : shown;
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

export const tooLarge = (name: string, most: number): ImportItem => ({
  name,
  problem: `it is larger than ${megabytes(most)}`,
  whatToDo: 'no list of follows is that long: import the file of the export that holds the follows',
});
