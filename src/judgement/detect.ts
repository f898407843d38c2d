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

/** What tells that a text is in a language. */
export interface LanguageSigns extends Pick<Language, 'code' | 'letters' | 'least'> {
  /** Its commonest words. */
  common: string;
}

export interface FoundLanguage {
  code: string;
  /** How many of its common words stand in the text. */
  count: number;
}

export const knownSigns: readonly LanguageSigns[] = languages.map(({ words, ...signs }) => ({
  ...signs,
  common: words.common,
}));

const findKnown = languageFinder(knownSigns);

const compiled = new Map<string, Lexicon>();

/** The rules for the languages that a text is in; null where there are none for it. */
export function lexiconFor(text: string): Lexicon | null {
  const words = languagesOf(text);
  const found = words.length > 0 ? words : languagesByLetters(text);
  return found.length === 0 ? null : lexiconOf(found);
}

/** Letters of languages that have no rules, and some letters of those that have. */
const foreign = /[ўјљњћџђѓќѕәғқңұүһőűřěůľĺŕăâîțāēīūėįųåøæ]/;

/** The language of a text with too few words to tell it by: the one whose letters stand in it. */
function languagesByLetters(text: string): Language[] {
  const lower = text.slice(0, mostLooked).toLowerCase();
  if (foreign.test(lower)) return [];
  const found = languages.filter(
    ({ own, letters }) => own?.test(lower) === true && letters?.lacks.test(lower) !== true,
  );
  return found.length === 1 ? found : [];
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
  const found = findKnown(text);
  const most = found[0]?.count ?? 0;
  return found
    .filter(({ count }) => count >= most * secondShare)
    .slice(0, 2)
    .flatMap(({ code }) => languages.find((language) => language.code === code) ?? []);
}

const none: readonly number[] = [];

/** Finds which of some languages a text may be in, the surest first. Only its first characters are looked at. */
export function languageFinder(signs: readonly LanguageSigns[]): (text: string) => FoundLanguage[] {
  const commonIn = new Map<string, number[]>();
  for (const [at, { common }] of signs.entries()) {
    for (const word of new Set(common.split(/\s+/).map(fold))) commonIn.set(word, [...(commonIn.get(word) ?? []), at]);
  }
  return (text) => {
    const lower = text.slice(0, mostLooked).toLowerCase();
    const hits = new Uint32Array(signs.length);
    let words = 0;
    for (const [word] of lower.matchAll(/https?:\/\/\S+|[\p{L}\p{M}]+/gu)) {
      if (word.includes(':')) continue;
      words++;
      if (word.length === 1 && word >= 'a' && word <= 'z') continue;
      for (const at of commonIn.get(fold(word)) ?? none) hits[at] = (hits[at] ?? 0) + 1;
    }
    const isEnough = ({ language, count }: { language: LanguageSigns; count: number }): boolean =>
      count >= 2 && count / words >= (language.least ?? enoughCommon);
    return signs
      .map((language, at) => ({ language, count: hits[at] ?? 0 }))
      .filter(isEnough)
      .map(({ language, count }) => ({ language, count: fitsLetters(language, lower) ? count : count / 4 }))
      .filter(isEnough)
      .toSorted((a, b) => b.count - a.count)
      .map(({ language: { code }, count }) => ({ code, count }));
  };
}

function fitsLetters({ letters }: LanguageSigns, lower: string): boolean {
  if (!letters) return true;
  const { lacks, has } = letters;
  return !lacks.test(lower) && (!has || lower.length < longText || has.test(lower));
}
