import type { PageLanguage } from '../../types/report.ts';
import { type Markup, markup } from './markup.ts';
import { decimal, phrase, type Values } from './phrase.ts';
import { type Key, translations } from './words/index.ts';

/** Headings and sentences in a page's first language, marked so that its script can put them into another one. */
export interface Translator<Word extends string = Key> {
  language: PageLanguage;
  text: (key: Word, values?: Values) => string;
  /** A `span` with the sentence. */
  say: (key: Word, values?: Values) => Markup;
  /** The mark for an element whose whole text is the sentence: ` data-t="…" data-v="…"`. */
  mark: (key: Word, values?: Values) => Markup;
  /** A number in digits, whose decimal sign the page's script changes with the language. */
  number: (digits: string) => Markup;
  /** `aria-label` with the sentence. */
  label: (key: Word) => Markup;
}

const mark = (key: string, values?: Values): Markup =>
  values ? markup` data-t="${key}" data-v="${JSON.stringify(values)}"` : markup` data-t="${key}"`;

/** The report's page in a language. */
export const translatorFor = (language: PageLanguage): Translator =>
  translatorIn(translations[language].words, language);

/** Any page, by its words in a language. */
export function translatorIn<Word extends string>(
  words: Readonly<Record<Word, string>>,
  language: PageLanguage,
): Translator<Word> {
  const text = (key: Word, values: Values = {}): string => phrase(words[key], values, language);
  return {
    language,
    text,
    mark,
    say: (key, values) => markup`<span${mark(key, values)}>${text(key, values)}</span>`,
    number: (digits) =>
      digits.includes('.') ? markup`<span class="n">${decimal(digits, language)}</span>` : markup`${digits}`,
    label: (key) => markup` aria-label="${text(key)}" data-l="${key}"`,
  };
}

/** What is wider than a phone scrolls by itself, also with the keyboard. */
export const region = ({ label }: Translator, name: Key, content: Markup): Markup =>
  markup`<div class="scroll" role="region" tabindex="0"${label(name)}>${content}</div>`;
