import { en } from '../../../outputs/html/words/en.ts';
import { inEnglish } from '../../../outputs/worksheet/words/en.ts';
import { joinWords } from './all.ts';
import { appInEnglish } from './en.ts';

export const wordsInEnglish = joinWords(en, inEnglish, appInEnglish);
