import type { PageLanguage } from '../../../types/report.ts';
import type { Values } from '../phrase.ts';

/** A sentence in every language of the page, with the same values in each, written as the page's words are. */
export type TranslatedSentence = Record<PageLanguage, string>;

/** The values that make an English sentence of its template; null where it is another sentence. */
export function valuesIn(template: string, text: string): Values | null {
  // Each mark is followed by the words up to the next one. A form of a word has no value of its own.
  const [start = '', ...rest] = template.split(/(\{\w+(?:\|[^}]*)?\})/);
  if (!text.startsWith(start)) return null;
  const values: Values = {};
  let from = start.length;
  for (let at = 0; at < rest.length; at += 2) {
    const words = rest[at + 1] ?? '';
    const isLast = at + 2 >= rest.length;
    const to = isLast ? text.length - words.length : text.indexOf(words, from);
    if (to < from || !text.endsWith(isLast ? words : '')) return null;
    const name = /^\{(\w+)\}$/.exec(rest[at] ?? '')?.[1];
    if (name !== undefined) values[name] = text.slice(from, to);
    from = to + words.length;
  }
  return from === text.length ? values : null;
}
