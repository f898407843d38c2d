import { el } from '../../../outputs/html/words/el.ts';
import { inGreek } from '../../../outputs/worksheet/words/el.ts';
import { joinWords } from './all.ts';
import { appInGreek } from './el.ts';

export const wordsInGreek = joinWords(el, inGreek, appInGreek);
