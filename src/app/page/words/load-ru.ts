import { ru } from '../../../outputs/html/words/ru.ts';
import { inRussian } from '../../../outputs/worksheet/words/ru.ts';
import { joinWords } from './all.ts';
import { appInRussian } from './ru.ts';

export const wordsInRussian = joinWords(ru, inRussian, appInRussian);
