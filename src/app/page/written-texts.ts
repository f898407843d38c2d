import { letterIn, withLetter } from '../../text/letter.ts';
import {
  type NoteChange,
  type NoteState,
  type PlaceDetail,
  type WordingChange,
  type WordingState,
  routes,
} from '../api.ts';
import { ask, pathOf } from './ask.ts';
import { writeEdit } from './conflict.tsx';
import { say } from './language.ts';
import { attempt, tell } from './told.ts';

/** The letter of a note; all of the note where a person has made it their own. */
export const letterOf = ({ text }: NoteState): string => letterIn(text ?? '') ?? text ?? '';

const putNote = (change: NoteChange): Promise<NoteState> => ask('PUT', routes.note, change);
const putWording = (change: WordingChange): Promise<WordingState> => ask('PUT', routes.wording, change);

/** Puts a letter into its note. @returns whether it is there */
export async function writeLetter(note: NoteState, letter: string, title: string): Promise<boolean> {
  const now = await writeEdit<NoteState>({
    write: (over) => {
      const { url, version, text } = over ?? note;
      return putNote({ url, version, text: withLetter(text ?? '', letter) });
    },
    describe: letterOf,
    mine: letter,
  });
  if (now !== null) tell(say('app.outreach.kept', { title }));
  return now !== null;
}

/** Removes a note, so that the program writes a fresh one; it can be had back. */
export async function takeBackNote({ url, version, text }: NoteState, title: string): Promise<void> {
  const gone = await attempt(() => putNote({ url, version, text: null }));
  if (gone === null) return;
  tell(say('app.text.taken', { title }), () => {
    void attempt(async () => {
      const { note } = await ask<PlaceDetail>('GET', pathOf(routes.place, {}, { url }));
      await putNote({ url, version: note.version, text });
    });
  });
}

/** Keeps a person's own text of a teaser. @returns whether it is there */
export async function writeWording(
  { url, variant, version }: WordingState,
  text: string,
  title: string,
): Promise<boolean> {
  const now = await writeEdit<WordingState>({
    write: (over) => putWording({ url, variant, version: over?.version ?? version, text }),
    describe: (state) => state.text ?? '',
    mine: text,
  });
  if (now !== null) tell(say('app.outreach.kept', { title }));
  return now !== null;
}

/** Has the program's own text stand again; the person's can be had back. */
export async function takeBackWording({ url, variant, version, text }: WordingState, title: string): Promise<void> {
  const gone = await attempt(() => putWording({ url, variant, version, text: null }));
  if (gone === null) return;
  tell(say('app.text.taken', { title }), () => {
    void attempt(() => putWording({ url, variant, version: gone.version, text }));
  });
}
