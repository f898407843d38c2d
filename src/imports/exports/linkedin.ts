import { type ImportFormat, allRows } from '../import-format.ts';
import { fileStemOf } from '../export-files/index.ts';
import { addressAmong, recognisedList } from './lists.ts';

const format = 'LinkedIn export: companies followed';

/** `Company Follows.csv` of LinkedIn's own export: names of organisations, so far without addresses. */
export const linkedinExport: ImportFormat = {
  id: 'linkedin-export',
  recognise: (file, identify) => {
    if (/^\s*[[{<]/.test(file.text)) return null;
    const rows = allRows(file.table);
    const isNamed = fileStemOf(file.name) === 'company follows';
    // Some of the export's tables have up to three lines of notes above their heading.
    for (const [index, cells] of rows.slice(0, 10).entries()) {
      const headings = cells.map((cell) => cell.toLowerCase());
      const below = rows.slice(index + 1).filter((row) => row.some((cell) => cell !== ''));
      if (!isHeading(headings) && !(headings.length === 2 && areFollows(below, isNamed))) continue;
      const entries = below.map(([name = '', ...more]) => {
        const address = addressAmong(more, 'linkedin', identify);
        return name === '' && address === null ? null : { address, title: name || null };
      });
      const again = 'ask for the export again and tick the follows, or ask the client which companies they follow';
      return recognisedList({ format, network: 'linkedin', entries, skipped: [], whatToDo: again }, identify);
    }
    return null;
  },
};

const isHeading = ([first, ...more]: string[]): boolean => first === 'organization' && more.includes('followed on');

/** Under translated headings the dates tell: LinkedIn writes `Mon Apr 06 16:33:17 UTC 2026` in every language. */
const areFollows = (rows: string[][], isNamed: boolean): boolean =>
  rows.length > 0 &&
  rows.every(
    ([name = '', date = '', ...more]) => name !== '' && more.length === 0 && (isNamed || followedOn.test(date)),
  );

const followedOn = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}$/;
