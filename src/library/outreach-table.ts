import { UserError } from '../errors.ts';
import { outreachHeadings, outreachPath, readOutreach } from '../outreach/read-outreach.ts';
import { outreachStatuses, steps } from '../outreach/steps.ts';
import { normaliseHeading } from '../text/normalise.ts';
import { csvText } from '../text/sanitize.ts';
import { editTable } from './edit-table.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** What a person writes into a row of `outreach.csv`, by column. */
type OutreachCells = Readonly<Record<string, string>>;

/** `outreach.csv`, to be looked up and changed. */
export interface OutreachTable {
  /** Every row, in the order of the file: cells by column, without those that a person added. */
  rows: readonly ReadonlyMap<string, string>[];
  /**
   * Writes cells of a person's into the row of a resource at once; all else of the file stays.
   * @throws UserError outreach_file, table_edited, output_locked, output_unwritable
   */
  keep: (url: string, cells: OutreachCells) => Promise<void>;
}

/** Words of `status`, and steps, as the program knows them. */
export const outreachWords = { statuses: outreachStatuses, steps } as const;

/** Columns that are a person's. */
const ownColumns: ReadonlySet<string> = new Set([
  'status',
  'placement',
  'note',
  ...steps.flatMap((step) => [step, `${step}_date`]),
]);

/**
 * Opens `outreach.csv` of the output folder.
 * @returns null where there is none
 * @throws UserError outreach_file, setting, and like `openTable`
 */
export async function openOutreach(given: RunSettings): Promise<OutreachTable | null> {
  const { settings } = completeSettings(given, 'outreach');
  const { output, encoding } = settings;
  const path = output === null ? null : await outreachPath(output);
  if (output === null || path === null) return null;
  const { entries } = await readOutreach(output, encoding);
  return {
    rows: entries.map(({ cells }) => cells),
    async keep(url, cells) {
      const foreign = Object.keys(cells).find((name) => !ownColumns.has(name));
      if (foreign !== undefined) throw new UserError('table_edited', path, `"${foreign}" is no column of a person's`);
      const table = await editTable(path, { encoding, delimiter: null, headings: outreachHeadings });
      const placeOf = (name: string): number =>
        table.heading.cells.findIndex((cell) => normaliseHeading(cell) === normaliseHeading(name));
      const at = placeOf('url');
      const row = table.rows.find((each) => each.cells[at] === url);
      if (!row) throw new UserError('table_edited', path, `it has no row of ${url}`);
      const changed = [...row.cells];
      for (const [name, text] of Object.entries(cells)) {
        const place = placeOf(name);
        if (place === -1) throw new UserError('table_edited', path, `it has no column "${name}"`);
        changed[place] = csvText(text);
      }
      table.replace(row, changed);
      await table.save();
    },
  };
}
