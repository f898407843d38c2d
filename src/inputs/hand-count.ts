import { stat } from 'node:fs/promises';
import { detach } from '../tables/detach.ts';
import type { Columns, Role } from '../tables/headings.ts';
import type { TableRow } from '../tables/rows.ts';
import { dayIn } from '../text/day.ts';
import { canParseUrl } from '../text/web-address.ts';
import type { HandCount, Problem } from '../types/input.ts';
import { isNothing } from './blank-words.ts';
import { cellOf, subscribersOf } from './cells.ts';
import type { TableInput } from './read-rows.ts';
import { verdictOf } from './verdict-words.ts';

/** Columns of `review.csv` for what a person counted and saw on a page. */
export const countRoles: Role[] = ['subscribers', 'outside_authors', 'evidence', 'counted_on'];

/** The day on which a file was saved, ISO 8601; null for rows that come from no file. */
export async function dayOfFile(input: TableInput): Promise<string | null> {
  if (typeof input !== 'string') return null;
  const found = await stat(input).catch(() => null);
  return found && found.mtime.toISOString().slice(0, 10);
}

/** What a row tells of a page that a person looked at; null where it tells nothing. What cannot be read is a problem. */
export function handCountIn(
  { cells, line }: TableRow,
  columns: Columns,
  file: string,
  savedOn: string | null,
  problems: Problem[],
): HandCount | null {
  const textIn = (role: Role): string => {
    const cell = cellOf(columns, cells, role).trim();
    const isAnswer = role === 'outside_authors' && verdictOf(cell) !== undefined;
    return isNothing(cell) && !isAnswer ? '' : detach(cell);
  };
  const wrong = (value: string, [problem, whatToDo]: readonly [string, string]): null => {
    problems.push({ file, line, value, problem, whatToDo });
    return null;
  };
  const [people, authors, evidence, day] = countRoles.map(textIn) as [string, string, string, string];
  const subscribers = people === '' ? null : (subscribersOf(people) ?? wrong(people, badNumber));
  const told = authors === '' ? null : (outsideIn(authors) ?? wrong(authors, badAnswer));
  const on = day === '' ? savedOn : (dayIn(day) ?? wrong(day, badDay) ?? savedOn);
  const isContradicted = told === 0 && evidence !== '';
  if (isContradicted) wrong(evidence, contradiction);
  const outside = isContradicted ? null : (told ?? (evidence === '' || authors !== '' ? null : 'some'));
  if (subscribers === null && outside === null) return null;
  return { subscribers, outside, ...(isContradicted ? nothingShown : evidenceIn(evidence)), on };
}

/** How many outside authors there are: a number, `some` for yes, 0 for no; null where it says neither. */
function outsideIn(text: string): HandCount['outside'] {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const verdict = verdictOf(text);
  return verdict === 'keep' ? 'some' : verdict === 'drop' ? 0 : null;
}

const nothingShown = { link: null, quote: '' };

/** A link, a quote, or both. */
function evidenceIn(text: string): Pick<HandCount, 'link' | 'quote'> {
  const [shown, address = ''] = /(https?:\/\/[^\s<>"]{3,2000})/i.exec(text) ?? ['', ''];
  const link = canParseUrl(address) ? address : null;
  const quote = link === null ? text : text.replace(shown, '').trim();
  return { link, quote: quote.slice(0, longestQuote) };
}

const longestQuote = 240;

const badNumber = [
  'the number of subscribers cannot be read; the rest of the row counts',
  'write the number in digits, e.g. 12500',
] as const;
const badAnswer = [
  'this does not say whether there are outside authors; the rest of the row counts',
  'write yes, no, or how many there are',
] as const;
const badDay = [
  'the day of the count cannot be read; the day on which the file was saved counts',
  'write the day as 2026-05-31',
] as const;
const contradiction = [
  'the row says that there are no outside authors and gives evidence of them; neither counts',
  'empty one of the two cells',
] as const;
