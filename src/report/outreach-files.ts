import type { OutputFile } from '../files/replace.ts';
import { toCsv } from '../outputs/csv.ts';
import { outreachColumns, ownColumns } from '../outreach/columns.ts';
import { mergeOutreach } from '../outreach/merge.ts';
import { outreachFile, readOutreach } from '../outreach/read-outreach.ts';
import type { Settings } from '../settings.ts';
import type { Report } from '../types/report.ts';

/** What is written for the contact with each resource, and what must not be there afterwards. */
export interface OutreachFiles {
  files: OutputFile[];
  absent: string[];
}

/** What one writes of the people behind a page is for nobody else: what is handed on has nothing of it. */
const folderOf = ({ output, shareable }: Settings): string | null => (shareable ? null : output);

/**
 * Makes sure, before anything is asked, that what a person wrote into `outreach.csv` can be read back.
 * @throws UserError outreach_file, and like `openTable`
 */
export async function checkOutreach(settings: Settings): Promise<void> {
  const folder = folderOf(settings);
  if (folder !== null) await readOutreach(folder, settings.encoding);
}

/** @throws UserError like `checkOutreach` */
export async function planOutreach({ date, rows }: Report, settings: Settings): Promise<OutreachFiles> {
  const folder = folderOf(settings);
  if (folder === null) return { files: [], absent: [] };
  const past = await readOutreach(folder, settings.encoding);
  const merged = mergeOutreach(rows, past, { today: date, excludedAs: () => null });
  const columns = [...outreachColumns, ...ownColumns(past.ownHeadings)];
  return { files: [{ name: outreachFile, chunks: toCsv(columns, merged, settings.csv) }], absent: [] };
}
