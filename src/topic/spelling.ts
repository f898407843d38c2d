import { fold } from '../judgement/fold.ts';

/** Letters of Cyrillic alphabets that folding would take for others with a mark. */
const own = /([йїў])/;

/** Bound of what is remembered of words already spelled. */
const mostRemembered = 100_000;
const longestRemembered = 40;
const remembered = new Map<string, string>();

/** One spelling of a word: no case, accents or apostrophes. Cyrillic letters stay letters, as stemmers want them. */
export function spell(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const spelled = word
    .toLowerCase()
    .normalize('NFC')
    .split(own)
    .map((piece) => (own.test(piece) ? piece : fold(piece)))
    .join('')
    .replaceAll('ґ', 'г')
    .replaceAll("'", '');
  if (remembered.size >= mostRemembered) remembered.clear();
  if (word.length <= longestRemembered) remembered.set(word, spelled);
  return spelled;
}

export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'other';

const scripts = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['other', /\p{L}/gu],
] as const;

/** The script of most letters; null where there are none. */
export function scriptOf(text: string): Script | null {
  const counts = scripts.map(([script, letter]) => ({ script, count: text.match(letter)?.length ?? 0 }));
  const all = counts.at(-1)?.count ?? 0;
  if (all === 0) return null;
  const known = counts.slice(0, -1).toSorted((a, b) => b.count - a.count);
  const [first] = known;
  const foreign = all - known.reduce((sum, { count }) => sum + count, 0);
  return first && first.count >= foreign ? first.script : 'other';
}

const firstLetters = [
  ['Latin', /^\p{Script=Latin}/u],
  ['Cyrillic', /^\p{Script=Cyrillic}/u],
  ['Greek', /^\p{Script=Greek}/u],
  ['other', /^\p{L}/u],
] as const;

/** The script of a word, by its first letter; null where it begins with none. */
export const scriptOfWord = (word: string): Script | null =>
  firstLetters.find(([, letter]) => letter.test(word))?.[0] ?? null;
