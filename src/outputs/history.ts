import { jsonText } from '../text/sanitize.ts';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.ts';
import { type PastRanking, type Report, pastRankingSchema } from '../types/report.ts';
import type { OutputFile } from '../files/replace.ts';

/** One file a day, in a folder of its own beside the other outputs. */
const folderName = 'history';
/** Files of this many days are kept. */
const days = 60;
const dated = /^\d{4}-\d\d-\d\d\.json$/;

/** An earlier ranking, and what was found of how it can be compared. */
interface Found<Comparison> {
  past: PastRanking;
  comparison: Comparison;
}

/**
 * The newest ranking before a day that was made by the same criteria and can be compared; null where there is none.
 * A file that cannot be read is passed over.
 * @param compare gets the digest of a ranking, and gives null where it cannot be compared
 */
export async function previousRanking<Comparison>(
  folder: string,
  { date, criteria }: Pick<PastRanking, 'date' | 'criteria'>,
  compare: (digest: string) => Comparison | null,
): Promise<Found<Comparison> | null> {
  for (const name of (await historyIn(folder)).filter((each) => each < `${date}.json`).toReversed()) {
    const found = await readRanking(join(folder, folderName, name), compare);
    if (found && isDeepStrictEqual(found.past.criteria, criteria)) return found;
  }
  return null;
}

/** Whether today's file holds a ranking by the same criteria that is better than the one to be written. */
export async function hasBetter(
  folder: string,
  { date, criteria }: Pick<PastRanking, 'date' | 'criteria'>,
  isBetter: (digest: string) => boolean,
): Promise<boolean> {
  const today = await readRanking(join(folder, folderName, `${date}.json`), (digest) => isBetter(digest) || null);
  return today !== null && isDeepStrictEqual(today.past.criteria, criteria);
}

/** Today's ranking as a file, and the files that must go: too old ones, and exact ones beside files to pass on. */
export async function historyOf(folder: string, report: Report): Promise<{ file: OutputFile; outdated: string[] }> {
  const today = `${report.date}.json`;
  const kept = (await historyIn(folder)).filter((name) => name !== today);
  const outdated = new Set(kept.slice(0, Math.max(0, kept.length - (days - 1))));
  if (report.criteria.shareable)
    for (const name of kept) if (await isExact(join(folder, folderName, name))) outdated.add(name);
  return {
    file: { name: join(folderName, today), chunks: [rankingIn(report)] },
    outdated: [...outdated].map((name) => join(folderName, name)),
  };
}

/** Whether a ranking tells exact numbers of clients, which must not lie beside files to pass on; or cannot be read. */
async function isExact(path: string): Promise<boolean> {
  try {
    return !pastRankingSchema.parse(JSON.parse(await readFile(path, 'utf8'))).criteria.shareable;
  } catch {
    return true;
  }
}

/** What the state knows a ranking by: SHA-256 of its file, in hex. */
export const rankingDigest = (report: Report): string => digestOf(rankingIn(report));

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function rankingIn({ schema, generator, date, criteria, rows }: Report): string {
  const resources = rows.flatMap(
    ({ rank, network, resourceId: id, resource, title, url, customers, customersReadable }) =>
      rank === null ? [] : { network, id, resource, title, url, rank, customers, customersReadable },
  );
  const ranking: PastRanking = { schema, generator, date, criteria, resources };
  return `${jsonText(ranking)}\n`;
}

async function historyIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, folderName));
    return names.filter((name) => dated.test(basename(name))).toSorted();
  } catch {
    return [];
  }
}

async function readRanking<Comparison>(
  path: string,
  compare: (digest: string) => Comparison | null,
): Promise<Found<Comparison> | null> {
  try {
    const text = await readFile(path, 'utf8');
    const comparison = compare(digestOf(text));
    return comparison === null ? null : { past: pastRankingSchema.parse(JSON.parse(text)), comparison };
  } catch (error) {
    if (error instanceof UserError) throw error;
    return null;
  }
}
