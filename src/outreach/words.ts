import type { Token } from '../judgement/tokens.ts';
import { isCommon } from '../topic/page-language.ts';
import { stemOf } from '../topic/stems.ts';
import { tokensIn, wordsOf } from '../topic/text-words.ts';

/** Shorter words say nothing of a subject. */
const shortestWord = 3;

/** The words of a text that say what it is about, each by its stem. */
export const subjectWords = (language: string, text: string): Set<string> => wordsAmong(language, tokensIn(text));

/** The same of a text that is in tokens. */
export function wordsAmong(language: string, tokens: readonly Token[]): Set<string> {
  const words = wordsOf(tokens).flatMap((word) =>
    word && word.place !== 'link' && word.spelled.length >= shortestWord && !isCommon(language, word.spelled)
      ? [stemOf(language, word.spelled)]
      : [],
  );
  return new Set(words);
}

/** How much of the one stands in the other, 0 to 1. */
export function shareIn(of: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  return [...of].filter((word) => other.has(word)).length / of.size;
}
