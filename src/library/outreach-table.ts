import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { removeNow, replaceNow } from '../files/replace-now.ts';
import { plainNote, readNote } from '../outreach/note.ts';
import { notesFolder } from '../outreach/notes-folder.ts';
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
  /** The note about a resource: its path in the output folder, and its text with `\n` between the lines; null where there is none. */
  noteOf: (url: string) => Promise<{ name: string; text: string } | null>;
  /**
   * Writes the note about a resource at once; null removes it, and the next run writes a fresh one.
   * @throws UserError table_edited, where the table names no note of it; output_locked, output_unwritable
   */
  keepNote: (url: string, text: string | null) => Promise<void>;
}

/** Words of `status`, and steps, as the program knows them. */
export const outreachWords = { statuses: outreachStatuses, steps } as const;

/** The path of a note as a cell names it, which a person may have edited; null where it is none in the folder of notes. */
function noteNamed(cell: string): string | null {
  const name = cell.replace(/ \(yours\)$/, '');
  const [folder, file = '', ...more] = name.split('/');
  const isNote = folder === notesFolder && more.length === 0 && /^[^.\\:][^\\:]*\.md$/i.test(file);
  return isNote ? name : null;
}

/** Whether somebody has made a note their own: no run writes over it. */
export const isEditedNote = (text: string): boolean => readNote(text).isEdited;

const textOf = (note: string): Promise<string | null> => readFile(note, 'utf8').catch(() => null);

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
  const rows = entries.map(({ cells }) => cells);
  const noteNameOf = (url: string): string | null =>
    noteNamed(rows.find((cells) => cells.get('url') === url)?.get('pitch_note') ?? '');
  return {
    rows,
    async noteOf(url) {
      const name = noteNameOf(url);
      const text = name === null ? null : await textOf(join(output, name));
      if (name === null || text === null) return null;
      return { name, text: plainNote(text) };
    },
    async keepNote(url, text) {
      const name = noteNameOf(url);
      if (name === null) throw new UserError('table_edited', path, `it names no note about ${url}`);
      const note = join(output, name);
      if (text === null) {
        removeNow(note);
        return;
      }
      const former = (await textOf(note)) ?? '';
      const mark = former.startsWith('\uFEFF') ? '\uFEFF' : '';
      replaceNow(note, mark + (former.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text));
    },
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
