import { computed, signal } from '@preact/signals';
import { type Values, decimal, phrase } from '../../outputs/html/phrase.ts';
import type { PageLanguage } from '../../types/report.ts';
import type { AllWords } from './words/all.ts';

export type Word = keyof AllWords;

/** Titles of the languages and the words of each, which are loaded when somebody wants them. */
const languages: Record<PageLanguage, { title: string; load: () => Promise<AllWords> }> = {
  en: { title: 'English', load: async () => (await import('./words/load-en.ts')).wordsInEnglish },
  ru: { title: 'Русский', load: async () => (await import('./words/load-ru.ts')).wordsInRussian },
  el: { title: 'Ελληνικά', load: async () => (await import('./words/load-el.ts')).wordsInGreek },
};

export const languageTitles = Object.entries(languages).map(([code, { title }]) => ({ code, title }));

const spoken = signal<{ language: PageLanguage; words: AllWords } | null>(null);

export const language = computed<PageLanguage>(() => spoken.value?.language ?? 'en');

const isLanguage = (code: string): code is PageLanguage => Object.hasOwn(languages, code);

/** What was chosen here before, else what the settings file says, else what the browser asks for, else English. */
export function preferredLanguage(inSettings: PageLanguage | null): PageLanguage {
  const wanted = [localStorage.getItem('language') ?? '', inSettings ?? '', ...navigator.languages];
  return wanted.map((each) => each.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Puts the page into a language, and remembers it in this browser. */
export async function speak(code: string): Promise<void> {
  if (!isLanguage(code)) return;
  spoken.value = { language: code, words: await languages[code].load() };
  document.documentElement.lang = code;
  document.title = say('app.title');
}

/** Whether the page has words under a key that was put together of what the program told. */
export const isWord = (key: string): key is Word => spoken.value !== null && Object.hasOwn(spoken.value.words, key);

/** A heading or sentence in the language of the page. */
export function say(key: Word, values: Values = {}): string {
  if (spoken.value === null) return '';
  return phrase(spoken.value.words[key], values, spoken.value.language);
}

/** A day as people of the language write it; `2026-11-28` or a whole instant. */
export const sayDay = (iso: string): string =>
  new Intl.DateTimeFormat(language.value, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(iso));

/** The time of day here. */
export const sayTime = (iso: string | number): string =>
  new Intl.DateTimeFormat(language.value, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

/** A number as it was written, with the decimal sign of the language. */
export const sayDecimal = (written: string): string => decimal(written, language.value);

/** An amount of money or units. */
export const sayAmount = (amount: number): string | number =>
  Number.isInteger(amount) ? amount : sayDecimal(String(amount));
