import type { Compounds } from './languages/language.ts';

const shortestTerm = 4;
const shortestPart = 4;
const longestWord = 60;

/**
 * The term that a joined word is made of: as its first part, with what joins it to the next (Varroa-behandlung,
 * Hochzeit-s-foto), or as its last (Bienen-beute). What is left must be able to stand as a word, so that words which
 * only look alike (Beutel, Ausbeute) are none.
 * @param firstParts terms by the form in which they begin a word
 * @param stems terms by their stems
 */
export function termInCompound<Term>(
  word: string,
  stem: string,
  { links, onset, endings, prefixes }: Compounds,
  firstParts: ReadonlyMap<string, Term>,
  stems: ReadonlyMap<string, Term>,
): Term | null {
  if (word.length > longestWord) return null;
  for (let cut = word.length - shortestPart; cut >= shortestTerm; cut--) {
    const term = firstParts.get(word.slice(0, cut));
    if (term !== undefined && links.some((link) => canFollow(word.slice(cut), link, onset, endings))) return term;
  }
  for (let cut = 3; cut <= stem.length - shortestTerm; cut++) {
    const term = stems.get(stem.slice(cut));
    const before = stem.slice(0, cut);
    if (term !== undefined && /[aeiouy]/.test(before) && !prefixes.has(before)) return term;
  }
  return null;
}

function canFollow(rest: string, link: string, onset: RegExp, endings: RegExp): boolean {
  if (!rest.startsWith(link) || endings.test(rest)) return false;
  const part = rest.slice(link.length);
  return part.length >= shortestPart && onset.test(part) && !endings.test(part);
}
