import { lawTexts } from '../../../errors.ts';
import type { LawCode } from '../../../types/report.ts';
import { el } from '../words/el.ts';
import { en } from '../words/en.ts';
import { ru } from '../words/ru.ts';
import type { TranslatedSentence } from './sentence.ts';

const sources = {
  en: ' (since {since}; {source}, read {read})',
  ru: ' (с {since}; {source}, прочитано {read})',
  el: ' (από {since}; {source}, ανάγνωση {read})',
};

/** What is to be known of publishing in a country, as a place or a teaser has it. */
export const lawSentences: TranslatedSentence[] = (Object.keys(lawTexts) as LawCode[]).map((code) => {
  const { en: inEnglish, ru: inRussian, el: inGreek } = code === 'unknown' ? { en: '', ru: '', el: '' } : sources;
  const key = `law.${code}` as const;
  return {
    en: `{country}: ${en[key]}${inEnglish}`,
    ru: `{country}: ${ru[key]}${inRussian}`,
    el: `{country}: ${el[key]}${inGreek}`,
  };
});
