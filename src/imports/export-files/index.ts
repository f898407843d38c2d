import { trimEnd } from '../../text/trim.ts';
import { normaliseHeading } from '../../text/normalise.ts';
import type { HoldsNoFollows, RecognisedFile } from '../../types/import.ts';
import { type ImportFile, allRows } from '../import-format.ts';
import { discordFiles } from './discord.ts';
import type { ExportFiles } from './export-files.ts';
import { fediverseFiles } from './fediverse.ts';
import { linkedinFiles } from './linkedin.ts';
import { metaFiles } from './meta.ts';
import { redditFiles } from './reddit.ts';
import { spotifyFiles } from './spotify.ts';
import { takeoutFiles } from './takeout.ts';
import { telegramFiles } from './telegram.ts';
import { tiktokFiles } from './tiktok.ts';
import { vkFiles } from './vk.ts';
import { xFiles } from './x.ts';

export const exportsKnown: readonly ExportFiles[] = [
  linkedinFiles,
  redditFiles,
  fediverseFiles,
  takeoutFiles,
  discordFiles,
  vkFiles,
  metaFiles,
  xFiles,
  tiktokFiles,
  spotifyFiles,
  telegramFiles,
];

interface KnownFile {
  from: ExportFiles;
  stem: string;
  holds: HoldsNoFollows;
  headings: string[];
}

const filesOf = (from: ExportFiles): KnownFile[] =>
  (['people', 'other'] as const).flatMap((holds) =>
    Object.entries(from[holds]).map(([stem, headings]) => ({
      from,
      stem: plain(stem),
      holds,
      headings: headings === '' ? [] : headings.split(', ').map(normaliseHeading),
    })),
  );

const files: readonly KnownFile[] = exportsKnown.flatMap(filesOf);

const byStem: ReadonlyMap<string, KnownFile> = new Map(files.toReversed().map((file) => [file.stem, file]));

/**
 * A file of an export that tells of no follows, by its headings; within an archive, or where the name is nobody else's,
 * also by its name. Null where it is none of them.
 */
export function fileWithoutFollows(file: ImportFile, inBundle: boolean): RecognisedFile | null {
  const named = byStem.get(fileStemOf(file.name));
  const isNamed = inBundle ? file.name.includes('.') : named?.from.namedAlone === true && hasEnding(file.name, named);
  const known = byHeadings(file, named) ?? (isNamed ? named : undefined);
  if (known === undefined) return null;
  return {
    format: `${known.from.title} export: ${known.stem}`,
    reason:
      known.holds === 'people'
        ? 'these are people, not pages that the client follows'
        : 'this does not show what the client follows',
    whatToDo: known.from.whatToDo,
    holds: known.holds,
  };
}

/** Browsers write `bookmarks.html`, and Mastodon `bookmarks.csv`. */
const hasEnding = (name: string, named: KnownFile | undefined): boolean =>
  named?.from.endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)) === true;

/** Whether most of some files are named as those of an export are: a folder of them is one that was unpacked. */
export function areOfExport(names: readonly string[]): boolean {
  const known = names.filter((name) => byStem.has(fileStemOf(name))).length;
  return known >= fewest && known * 2 > names.length;
}

const fewest = 3;

/** Notes may stand above the heading. */
const mostNotes = 10;

/** Fewer headings than this are anybody's, unless there are no others beside them. */
const telling = 4;

/** Of several files with these headings the one of this name. */
function byHeadings(file: ImportFile, named: KnownFile | undefined): KnownFile | undefined {
  for (const cells of allRows(file.table).slice(0, mostNotes)) {
    const headings = new Set(cells.map(normaliseHeading));
    const known = files.filter(
      (each) =>
        each.headings.length > 1 &&
        (each.headings.length >= telling || headings.size === each.headings.length) &&
        each.headings.every((heading) => headings.has(heading)),
    );
    if (known.length > 0) return known.find((each) => each === named) ?? known[0];
  }
  return undefined;
}

/** Stems of the names of all files of an export that are known. */
export const knownStems = (from: ExportFiles): ReadonlySet<string> =>
  new Set([...from.follows, ...filesOf(from).map(({ stem }) => stem)]);

/** Names without what counts them: `likes0.html`, `messages_archive (1).csv`, `blocking-2026-11-20-08-00-00.csv`. */
export const fileStemOf = (name: string): string => trimEnd(plain(name.replace(/\.[a-z\d]{1,5}$/i, '')), /[ \d]/);

/** Lower case, one blank between words, no punctuation. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\d]+/gu, ' ')
    .trim();
}
