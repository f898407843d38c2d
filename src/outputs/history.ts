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

/**
 * The newest ranking before a day that was made of the same customers by the same criteria; null where there is none.
 * A file that cannot be read is passed over.
 */
export async function previousRanking(
  folder: string,
  { date, criteria }: Pick<PastRanking, 'date' | 'criteria'>,
  madeOfTheSame: (digest: string) => boolean,
): Promise<PastRanking | null> {
  for (const name of (await historyIn(folder)).filter((each) => each < `${date}.json`).toReversed()) {
    const past = await readRanking(join(folder, folderName, name), madeOfTheSame);
    if (past && isDeepStrictEqual(past.criteria, criteria)) return past;
  }
  return null;
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

async function readRanking(path: string, madeOfTheSame: (digest: string) => boolean): Promise<PastRanking | null> {
  try {
    const text = await readFile(path, 'utf8');
    return madeOfTheSame(digestOf(text)) ? pastRankingSchema.parse(JSON.parse(text)) : null;
  } catch (error) {
    if (error instanceof UserError) throw error;
    return null;
  }
}
