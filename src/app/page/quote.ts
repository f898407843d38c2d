import { signal } from '@preact/signals';
import { language } from './language.ts';

type Sentences = typeof import('../../outputs/html/sentences/index.ts');

const known = signal<Sentences | null>(null);

/** Loads what the program's own English sentences are in other languages. */
export async function loadSentences(): Promise<void> {
  known.value ??= await import('../../outputs/html/sentences/index.ts');
}

/** A sentence of the program in the language of the page; one that is not known stays in English. */
export function quoteText(text: string): string {
  if (language.value === 'en' || known.value === null) return text;
  const found = known.value.sentenceOf(text);
  return found === null ? text : known.value.sentenceIn(found, language.value);
}

/** Several such sentences, which the program joins with semicolons; in Greek that is a question mark. */
export const quoteEach = (texts: string): string =>
  texts
    .split('; ')
    .map(quoteText)
    .join(language.value === 'el' ? '· ' : '; ');

/** What is to be known of publishing somewhere, one sentence after another, each behind its country. */
export const quoteLaws = (texts: string): string[] => texts.split(/ (?=[A-Z]{2}: )/).map(quoteText);
