import type { PageLanguage } from '../../../types/report.ts';
import { inGreek } from './el.ts';
import { inEnglish, type WorksheetWords } from './en.ts';
import { inRussian } from './ru.ts';

export type { WorksheetWord } from './en.ts';

export const worksheetWords: Record<PageLanguage, { title: string; words: WorksheetWords }> = {
  en: { title: 'English', words: inEnglish },
  ru: { title: 'Русский', words: inRussian },
  el: { title: 'Ελληνικά', words: inGreek },
};
