import type { Words } from '../../../outputs/html/words/en.ts';
import type { WorksheetWords } from '../../../outputs/worksheet/words/en.ts';
import type { AppWords } from './en.ts';

type SheetWords = { [Name in keyof WorksheetWords as `sheet.${Name}`]: string };

/** The words of the report, those of the worksheet under `sheet.`, and those that only the app has. */
export type AllWords = Words & SheetWords & AppWords;

/** All words of one language in one table. */
export function joinWords(report: Words, sheet: WorksheetWords, app: AppWords): AllWords {
  const named = Object.entries(sheet).map(([name, text]) => [`sheet.${name}`, text]);
  return { ...report, ...(Object.fromEntries(named) as SheetWords), ...app };
}
