import { fold } from './fold.ts';
import { languages } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import { type Lexicon, compileLexicon } from './lexicon.ts';

/** Share of a text's words that must be a language's most common ones, for the text to be in that language. */
const enoughCommon = 0.08;
/** A second language counts where it has this much of what the first has. */
const secondShare = 0.4;
/** Characters looked at; more would only say the same. */
const mostLooked = 20_000;

const commonOf = new Map(languages.map((each) => [each, new Set(each.words.common.split(/\s+/).map(fold))]));
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
export function languagesOf(text: string): Language[] {
  const lower = text.replaceAll(/https?:\/\/\S+/g, ' ').toLowerCase();
  const words = fold(lower).match(/[\p{L}'’]+/gu) ?? [];
  const counts = languages
    .map((language) => {
      const common = commonOf.get(language);
      const hits = words.filter((word) => common?.has(word)).length;
      return { language, hits: fitsLetters(language, lower) ? hits : hits / 4 };
    })
    .filter(({ hits }) => hits >= 1 && hits / words.length >= enoughCommon)
    .toSorted((a, b) => b.hits - a.hits);
  const most = counts[0]?.hits ?? 0;
  return counts
    .filter(({ hits }) => hits >= most * secondShare)
    .slice(0, 2)
    .map(({ language }) => language);
}

function fitsLetters({ letters }: Language, lower: string): boolean {
  if (!letters) return true;
  return 'has' in letters ? letters.has.test(lower) : !letters.lacks.test(lower);
}
