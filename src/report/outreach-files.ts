import type { OutputFile } from '../files/replace.ts';
import { type ExcludedResource, readExcludedResources } from '../inputs/excluded-resources.ts';
import { toCsv } from '../outputs/csv.ts';
import { acceptanceColumns, acceptanceFile, acceptanceOf } from '../outreach/acceptance.ts';
import { outreachColumns, ownColumns } from '../outreach/columns.ts';
import { type MergeOptions, mergeOutreach } from '../outreach/merge.ts';
import { outreachFile, readOutreach } from '../outreach/read-outreach.ts';
import type { Settings } from '../settings.ts';
import { resourceFinder } from '../stages/decisions.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Report } from '../types/report.ts';

/** What is written for the contact with each resource, and what must not be there afterwards. */
export interface OutreachFiles {
  files: OutputFile[];
  absent: string[];
}

/** What one writes of the people behind a page is for nobody else: what is handed on has nothing of it. */
const folderOf = ({ output, shareable }: Settings): string | null => (shareable ? null : output);

/**
 * Makes sure, before anything is asked, that what a person wrote into `outreach.csv` can be read back, and whom not to
 * contact is understood.
 * @throws UserError outreach_file, exclude_resources, and like `openTable`
 */
export async function checkOutreach(settings: Settings, networks: readonly AnyNetwork[]): Promise<void> {
  const folder = folderOf(settings);
  if (folder === null) return;
  await excludedIn(settings, networks);
  await readOutreach(folder, settings.encoding);
}

/** @throws UserError like `checkOutreach` */
export async function planOutreach(
  { date, rows }: Report,
  settings: Settings,
  networks: readonly AnyNetwork[],
): Promise<OutreachFiles> {
  const folder = folderOf(settings);
  if (folder === null) return { files: [], absent: [] };
  const past = await readOutreach(folder, settings.encoding);
  const excludedAs = excludedFinder(await excludedIn(settings, networks));
  const merged = mergeOutreach(rows, past, { today: date, excludedAs });
  const columns = [...outreachColumns, ...ownColumns(past.ownHeadings)];
  const acceptance = acceptanceOf(merged);
  return {
    files: [
      { name: outreachFile, chunks: toCsv(columns, merged, settings.csv) },
      ...(acceptance.length > 0
        ? [{ name: acceptanceFile, chunks: toCsv(acceptanceColumns, acceptance, settings.csv) }]
        : []),
    ],
    absent: acceptance.length > 0 ? [] : [acceptanceFile],
  };
}

const excludedIn = async (
  { excludeResources }: Settings,
  networks: readonly AnyNetwork[],
): Promise<ExcludedResource[]> => (excludeResources === null ? [] : readExcludedResources(excludeResources, networks));

function excludedFinder(excluded: readonly ExcludedResource[]): MergeOptions['excludedAs'] {
  const find = resourceFinder(excluded.map(({ resource, why }) => [resource, why]));
  return ({ network, resourceId: id, resource: name, url }) => find({ network, id, name, url }) ?? null;
}
