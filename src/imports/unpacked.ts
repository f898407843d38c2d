import type { Dirent } from 'node:fs';
import { exportsKnown, knownStems, fileStemOf } from './export-files/index.ts';
import type { ExportFiles } from './export-files/export-files.ts';

/** The parts of an unpacked export that lie loose among other things. */
export interface LooseExport {
  /** Whose export it is. */
  title: string;
  entries: Dirent[];
}

/** So many names of an export, or one folder that is nobody else's, make it one. */
const fewest = 3;

/**
 * Parts of exports that were unpacked straight into a folder, by the names of its files and folders; and the rest. Where
 * a list of follows is there twice, two exports lie mixed, and each file is one by itself.
 */
export function looseExports(entries: readonly Dirent[]): { exports: LooseExport[]; rest: Dirent[] } {
  const exports: LooseExport[] = [];
  let rest = [...entries];
  for (;;) {
    const [best] = exportsKnown
      .map((from) => partsOf(from, rest))
      .filter((parts) => parts.weight >= fewest)
      .toSorted((a, b) => b.weight - a.weight);
    if (!best) return { exports, rest };
    exports.push({ title: best.title, entries: best.entries });
    rest = rest.filter((entry) => !best.entries.includes(entry));
  }
}

function partsOf(from: ExportFiles, entries: readonly Dirent[]): LooseExport & { weight: number } {
  const { title, folders, follows, endings } = from;
  const stems = knownStems(from);
  const own = entries.filter((entry) => {
    const name = entry.name.toLowerCase();
    if (entry.isDirectory()) return folders.own.includes(name) || folders.shared.includes(name);
    return entry.isFile() && stems.has(fileStemOf(name)) && endings.includes(name.split('.').at(-1) ?? '');
  });
  const names = own.map((entry) => (entry.isDirectory() ? `${entry.name.toLowerCase()}/` : fileStemOf(entry.name)));
  const isMixed = follows.some((stem) => names.filter((name) => name === stem).length > 1);
  const sure = own.filter((entry) => entry.isDirectory() && folders.own.includes(entry.name.toLowerCase())).length;
  return { title, entries: own, weight: isMixed ? 0 : new Set(names).size + sure * fewest };
}
