import type { PageLanguage } from '../../../types/report.ts';
import { el } from './el.ts';
import { en, type Words } from './en.ts';
import { ru } from './ru.ts';

export type { Key, Words } from './en.ts';

export const translations: Record<PageLanguage, { title: string; words: Words }> = {
  en: { title: 'English', words: en },
  ru: { title: 'Русский', words: ru },
  el: { title: 'Ελληνικά', words: el },
};
