import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { PastRanking, Report } from '../types.ts';
import type { OutputFile } from './files.ts';

/** One file a day, in a folder of its own beside the other outputs. */
const folderName = 'history';
/** Files of this many days are kept. */
const days = 60;
const dated = /^\d{4}-\d\d-\d\d\.json$/;

const shape = z.object({
  date: z.string(),
  cohort: z.string(),
  criteria: z.object({
    top: z.number(),
    minSubscribers: z.number(),
    minCustomers: z.number(),
    thirdParty: z.enum(['require', 'ignore']),
  }),
  resources: z.array(
    z.object({
      network: z.string(),
      id: z.string(),
      resource: z.string(),
      url: z.string(),
      rank: z.number(),
      customers: z.number(),
      customersReadable: z.number(),
    }),
  ),
}) satisfies z.ZodType<PastRanking>;

/**
 * The newest ranking before a day that was made of the same customers by the same criteria; null where there is none.
 * A file that cannot be read is passed over.
 */
export async function previousRanking(
  folder: string,
  { date, cohort, criteria }: Pick<PastRanking, 'date' | 'cohort' | 'criteria'>,
): Promise<PastRanking | null> {
  for (const name of (await historyIn(folder)).filter((each) => each < `${date}.json`).toReversed()) {
    const past = await readRanking(join(folder, folderName, name));
    if (past?.cohort === cohort && isDeepStrictEqual(past.criteria, criteria)) return past;
  }
  return null;
}

/** Today's ranking as a file, and the files that are too old to be kept. */
export async function historyOf(
  folder: string,
  { date, criteria, rows }: Pick<Report, 'date' | 'criteria' | 'rows'>,
  cohort: string,
): Promise<{ file: OutputFile; outdated: string[] }> {
  const resources = rows.flatMap(({ rank, network, resourceId: id, resource, url, customers, customersReadable }) =>
    rank === null ? [] : { network, id, resource, url, rank, customers, customersReadable },
  );
  const ranking: PastRanking = { date, cohort, criteria, resources };
  const today = `${date}.json`;
  const kept = (await historyIn(folder)).filter((name) => name !== today);
  return {
    file: { name: join(folderName, today), chunks: [`${JSON.stringify(ranking)}\n`] },
    outdated: kept.slice(0, Math.max(0, kept.length - (days - 1))).map((name) => join(folderName, name)),
  };
}

async function historyIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, folderName));
    return names.filter((name) => dated.test(basename(name))).toSorted();
  } catch {
    return [];
  }
}

async function readRanking(path: string): Promise<PastRanking | null> {
  try {
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
