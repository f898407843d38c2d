import { signal } from '@preact/signals';
import { phrase } from '../../outputs/html/phrase.ts';
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
  return found === null ? text : phrase(found.sentence[language.value], found.values, language.value);
}

/** Several such sentences, which the program joins with semicolons. */
export const quoteEach = (texts: string): string => texts.split('; ').map(quoteText).join('; ');
