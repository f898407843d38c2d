import { fold } from '../../judgement/fold.ts';
import { compileWords, fits } from '../../judgement/lexicon.ts';
import { type LeadWord, leadWords } from './words.ts';
import type { Naming } from './join.ts';

/** What a word says, in which language. */
interface Sense {
  language: string;
  says: LeadWord;
}

const table = compileWords(
  Object.entries(leadWords).flatMap(([language, classes]) =>
    (Object.entries(classes) as [LeadWord, string][]).map(
      ([says, words]) => [{ language, says } satisfies Sense, words] as const,
    ),
  ),
);

/** What each word says, alone and as a part of a phrase. */
function sensesOf(words: readonly string[]): Set<Sense>[] {
  const senses = words.map((word) => new Set(table.classesOf(word)));
  for (const [at, word] of words.entries()) {
    for (const { words: further, meaning } of table.phrasesFrom(word)) {
      if (!further.every((pattern, k) => fits(pattern, words[at + 1 + k] ?? ''))) continue;
      for (let k = at; k <= at + further.length; k++) senses[k]?.add(meaning);
    }
  }
  return senses;
}

const says = (senses: ReadonlySet<Sense>, ...wanted: LeadWord[]): boolean =>
  [...senses].some((sense) => wanted.includes(sense.says));

/**
 * What the words beside an address say of it. A word of somebody else's goes before all, unless it is an ordinary one in
 * the language that knows most of the words. Words that nobody knows leave it unclear, but beside
 * "also here".
 * @param words folded; @param isNeutral whether a word is a network's name, or one of the page's own
 */
export function meaningOf(words: readonly string[], isNeutral: (word: string) => boolean): Naming['as'] {
  const senses = sensesOf(words);
  const speaks = languagesOf(senses);
  const isSpoken = ({ language }: Sense): boolean => speaks.has(language);
  const isOther = (own: ReadonlySet<Sense>): boolean => {
    const others = [...own].filter((sense) => sense.says === 'other');
    return others.some(isSpoken) || (others.length > 0 && ![...own].some(isSpoken));
  };
  if (senses.some(isOther)) return 'other';
  if (senses.some((own) => says(own, 'also'))) return 'own';
  const isUnknown = (word: string, at: number): boolean =>
    !isNeutral(word) && !says(senses[at] ?? new Set(), 'plain', 'our');
  return words.some(isUnknown) ? 'unclear' : 'own';
}

/** The languages that know most of the words. */
function languagesOf(senses: readonly ReadonlySet<Sense>[]): Set<string> {
  const known = new Map<string, number>();
  for (const own of senses)
    for (const language of new Set([...own].map((sense) => sense.language)))
      known.set(language, (known.get(language) ?? 0) + 1);
  const most = Math.max(0, ...known.values());
  return new Set([...known].filter(([, count]) => count === most).map(([language]) => language));
}

/** Whether the words tell of something of the writer's own: "our", "also here". */
export const tellOfOurs = (words: readonly string[]): boolean =>
  sensesOf(words).some((own) => says(own, 'our', 'also'));

/** Whether a page says that it is not the one it is about. Words of a title are stronger. */
export function isUnofficial(title: readonly string[], description: readonly string[]): boolean {
  return (
    sensesOf(title).some((own) => says(own, 'unofficial', 'fan')) ||
    sensesOf(description).some((own) => says(own, 'unofficial'))
  );
}

/** The words of a text, folded; those that an apostrophe or a stroke joins stay one, or are two in their own right. */
export const foldedWords = (text: string): string[] =>
  [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].flatMap(([word]) => partsOf(fold(word)));

const elided = /^(?:[cdjlmnst]|qu)(?=')/;

function partsOf(word: string): string[] {
  const article = elided.exec(word)?.[0];
  return article === undefined ? [word] : [article, word.slice(article.length + 1)];
}
