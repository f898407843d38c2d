import { topicLanguages } from './languages/index.ts';
import type { TopicLanguage } from './languages/language.ts';

const byCode = new Map(topicLanguages.map((language) => [language.code, language]));

export const topicLanguage = (code: string): TopicLanguage | undefined => byCode.get(code);

/** What forms of a word have in common. Of a language without a stemmer a word is known in its own form only. */
export const stemOf = (language: string, spelled: string): string => byCode.get(language)?.stem(spelled) ?? spelled;
