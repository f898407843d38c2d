import { el } from './el.ts';
import { en, type Words } from './en.ts';
import { ru } from './ru.ts';

export type { Key, Words } from './en.ts';

export type PageLanguage = 'en' | 'ru' | 'el';

/** All languages of the page, in the order its switch shows them. */
export const pageLanguages: Record<PageLanguage, { title: string; words: Words }> = {
  en: { title: 'English', words: en },
  ru: { title: 'Русский', words: ru },
  el: { title: 'Ελληνικά', words: el },
};
