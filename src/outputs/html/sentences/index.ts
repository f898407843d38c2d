import type { PageLanguage } from '../../../types/report.ts';
import { type HtmlContent, type Markup, markup, truncate } from '../markup.ts';
import { phrase } from '../phrase.ts';
import { addressSentences } from './addresses.ts';
import { failureSentences } from './failures.ts';
import { inputSentences } from './input.ts';
import { refusalSentences } from './refusals.ts';
import { type TranslatedSentence, valuesIn } from './sentence.ts';
import { unreadSentences } from './unread.ts';

/** Every sentence of the program that a table of the page may quote, the more specific before the more general. */
export const sentences: readonly TranslatedSentence[] = [
  ...inputSentences,
  ...addressSentences,
  ...unreadSentences,
  ...refusalSentences,
  ...failureSentences,
];

const longest = 300;

/** The program's own English sentences in the language of the page. */
export interface Quoted {
  /** A sentence as an element that the page's script can put into another language; what is not known stays in English. */
  quote: (text: string) => Markup;
  /** The sentences quoted so far as the attribute `data-said`, for the element around all of them. */
  said: () => HtmlContent;
}

export function quotedIn(language: PageLanguage): Quoted {
  const used = new Map<TranslatedSentence, number>();
  return {
    quote: (text) => {
      const known = text.length <= longest ? sentenceOf(text) : null;
      if (!known) return markup`<bdi lang="en">${truncate(text.trim(), longest)}</bdi>`;
      const { sentence, values } = known;
      if (!used.has(sentence)) used.set(sentence, used.size);
      return markup`<bdi data-s="${used.get(sentence) ?? 0}" data-v="${JSON.stringify(values)}">${phrase(sentence[language], values, language)}</bdi>`;
    },
    said: () => (used.size > 0 ? markup` data-said="${JSON.stringify([...used.keys()])}"` : null),
  };
}

/** Which sentence an English text is, and with which values. */
export function sentenceOf(
  text: string,
): { sentence: TranslatedSentence; values: Record<string, string | number> } | null {
  for (const sentence of sentences) {
    const values = valuesIn(sentence.en, text);
    if (values) return { sentence, values };
  }
  return null;
}
