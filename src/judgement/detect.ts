import { fold } from './fold.ts';
import { languages } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import { type Lexicon, compileLexicon } from './lexicon.ts';

/** Share of a text's words that must be a language's most common ones, for the text to be in that language. */
const enoughCommon = 0.15;
/** Characters from which on a text shows the letters of its language. */
const longText = 300;
/** A second language counts where it has this much of what the first has. */
const secondShare = 0.6;
/** Characters looked at; more would only say the same. */
const mostLooked = 20_000;

/** By a common word the languages that have it. */
const commonIn = new Map<string, Language[]>();
for (const language of languages) {
  for (const word of new Set(language.words.common.split(/\s+/).map(fold))) {
    commonIn.set(word, [...(commonIn.get(word) ?? []), language]);
  }
}

const compiled = new Map<string, Lexicon>();

/** The rules for the languages that a text is in; null where there are none for it. */
export function lexiconFor(text: string): Lexicon | null {
  const found = languagesOf(text.slice(0, mostLooked));
  return found.length === 0 ? null : lexiconOf(found);
}

export function lexiconOf(found: readonly Language[]): Lexicon {
  const key = found.map(({ code }) => code).join(' ');
  const known = compiled.get(key);
  if (known) return known;
  const lexicon = compileLexicon(found);
  compiled.set(key, lexicon);
  return lexicon;
}

/** The languages of a text, the surest first, at most two. */
function languagesOf(text: string): Language[] {
  const lower = text.toLowerCase();
  const hits = new Map<Language, number>();
  let words = 0;
  for (const [word] of lower.matchAll(/https?:\/\/\S+|[\p{L}\p{M}]+/gu)) {
    if (word.includes(':')) continue;
    words++;
    if (word.length === 1 && /[a-z]/.test(word)) continue;
    for (const language of commonIn.get(fold(word)) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const counts = [...hits]
    .map(([language, count]) => ({ language, count: fitsLetters(language, lower) ? count : count / 4 }))
    .filter(({ language, count }) => count >= 2 && count / words >= (language.least ?? enoughCommon))
    .toSorted((a, b) => b.count - a.count);
  const most = counts[0]?.count ?? 0;
  return counts
    .filter(({ count }) => count >= most * secondShare)
    .slice(0, 2)
    .map(({ language }) => language);
}

function fitsLetters({ letters }: Language, lower: string): boolean {
  if (!letters) return true;
  const { lacks, has } = letters;
  return !lacks.test(lower) && (!has || lower.length < longText || has.test(lower));
}
