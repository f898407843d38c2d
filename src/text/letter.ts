import { pageText } from './sanitize.ts';

const heading = '\n## Pitch\n';

/** The letter of a note, which has more sections than that; null where a person has made the note their own. */
export function letterIn(note: string): string | null {
  const place = placeOf(note);
  return place && note.slice(place.from, place.to);
}

/** The note with another letter; all of it where it had none. */
export function withLetter(note: string, letter: string): string {
  const place = placeOf(note);
  return place ? `${note.slice(0, place.opening)}${fenced(letter)}${note.slice(place.closing)}` : letter;
}

/** A text as it stands, to be copied. */
export function fenced(text: string): string {
  const ticks = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(ticks + 1);
  return `${fence}text\n${pageText(text)}\n${fence}`;
}

/** Where the letter begins and ends, and its fence with it. */
function placeOf(note: string): Record<'opening' | 'from' | 'to' | 'closing', number> | null {
  const at = note.indexOf(heading);
  if (at < 0) return null;
  const after = at + heading.length;
  const start = /^(`{3,})text\n/gm;
  start.lastIndex = after;
  const begun = start.exec(note);
  if (!begun || note.slice(after, begun.index).includes('\n## ')) return null;
  const [said, fence = ''] = begun;
  const opening = begun.index;
  const from = opening + said.length;
  const end = /^`{3,}$/gm;
  end.lastIndex = from;
  for (let found = end.exec(note); found; found = end.exec(note))
    if (found[0].length >= fence.length)
      return { opening, from, to: Math.max(from, found.index - 1), closing: found.index + found[0].length };
  return null;
}
