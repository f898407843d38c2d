import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputFile } from '../files/replace.ts';
import { slugsFor } from '../teasers/slug.ts';
import { noteKey, readNote } from './note.ts';
import { type NotePlace, type OutreachRow, isTouched } from './row.ts';

export const notesFolder = 'pitches';

/** The notes that are written, and those that must not be there any longer; and where each resource has its note. */
export interface Notes {
  files: OutputFile[];
  absent: string[];
  /** By the key of the resource, relative to the output folder. */
  places: Map<string, NotePlace>;
}

/**
 * One note for each text. What a person edited stays as it is; a note of a resource that has none today goes, unless
 * somebody wrote into its row. Files that the program has not written are nobody's business.
 * @param output the folder that holds the folder of notes
 * @param texts the notes of today
 * @param rows every row of `outreach.csv`
 */
export async function planNotes(
  output: string,
  texts: ReadonlyMap<OutreachRow, string>,
  rows: readonly OutreachRow[],
): Promise<Notes> {
  const present = await notesIn(join(output, notesFolder));
  const slugs = slugsFor([...texts.keys()]);
  const notes: Notes = { files: [], absent: [], places: new Map() };
  const written = new Set<string>();
  for (const [row, text] of texts) {
    const key = noteKey(row);
    const edited = present.find((note) => note.key === key && note.isEdited);
    const own = `${slugs.get(key) ?? ''}.md`;
    const foreign = present.find(({ name, isEdited }) => name.toLowerCase() === own && isEdited);
    const name = edited?.name ?? own;
    notes.places.set(key, { path: `${notesFolder}/${name}`, isEdited: (edited ?? foreign) !== undefined });
    if (edited ?? foreign) continue;
    written.add(name);
    if (present.find((note) => note.name === name)?.text !== text)
      notes.files.push({ name: `${notesFolder}/${name}`, chunks: [text] });
  }
  const inUse = new Set(rows.filter(({ person }) => isTouched(person)).map(noteKey));
  const today = new Set([...texts.keys()].map(noteKey));
  for (const { name, key, isEdited } of present) {
    if (key === null || isEdited || written.has(name)) continue;
    const isRecord = inUse.has(key) && !today.has(key);
    if (isRecord) notes.places.set(key, { path: `${notesFolder}/${name}`, isEdited: false });
    else notes.absent.push(`${notesFolder}/${name}`);
  }
  return notes;
}

interface PresentNote {
  name: string;
  text: string;
  key: string | null;
  isEdited: boolean;
}

async function notesIn(folder: string): Promise<PresentNote[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && /\.md$/i.test(entry.name)).map(({ name }) => name);
  return Promise.all(
    names.toSorted().map(async (name) => {
      // What cannot be read is not written over.
      const text = await readFile(join(folder, name), 'utf8').catch(() => null);
      return text === null ? { name, text: '', key: null, isEdited: true } : { name, text, ...readNote(text) };
    }),
  );
}
