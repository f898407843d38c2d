import { isNothing } from '../../inputs/blank-words.ts';
import { customerIn, emailBeside } from '../../inputs/mention.ts';
import { isEmail } from '../../tables/content.ts';
import { type Columns, type Role, namingRoles } from '../../tables/headings.ts';
import { foldHeading } from '../../text/normalise.ts';
import type { TableRow } from '../../tables/rows.ts';
import type { IdentifyResource, ParsedFollow, RecognisedFile } from '../../types/import.ts';
import type { ImportFormat, ImportTable } from '../import-format.ts';
import { firstLines } from '../tables/columns.ts';
import { answerPieces } from './pieces.ts';
import {
  asksForEmail,
  asksForName,
  asksForReading,
  asksSomebody,
  isFormColumn,
  networkAskedFor,
  isMarkOfForm,
  isYes,
  rowOfGrid,
} from './questions.ts';

/**
 * Answers to a form: a row for each who answered, a column for each question. Google Forms, Microsoft Forms, Typeform and
 * Yandex Forms put columns of their own beside them; without any, questions must read like questions.
 */
export const surveyTable: ImportFormat = {
  id: 'survey',
  recognise: ({ table }, identify) => answersIn(table && surveyIn(table, false), identify),
};

/** The same where a person said that it is a survey: then every column that is not known is a question. */
export const saidSurveyTable: ImportFormat = {
  id: 'survey-said',
  recognise: ({ table }, identify) => answersIn(table && surveyIn(table, true), identify),
};

interface Survey {
  table: ImportTable;
  /** Who answered. */
  who: Pick<Columns, 'having'>;
  /** Columns that ask what is read, each with the network that its question names. */
  questions: Question[];
  /** Other questions, whose answers are not read. */
  others: number[];
}

interface Question {
  index: number;
  network: string | null;
  /** The page that the column is about, in a grid of pages to be ticked. */
  row: string | null;
}

function surveyIn(table: ImportTable, isSaid: boolean): Survey | null {
  if (ofRows.some((role) => table.columns.having(role).length > 0)) return null;
  const headings = table.heading?.cells ?? [];
  if (!isSaid && headings.some((heading) => ofOtherTables.has(foldHeading(heading)))) return null;
  const who = whoIn(table);
  const open = [...headings.keys()].filter((index) => !who.taken.has(index) && !isFormColumn(headings[index] ?? ''));
  const reading = open.filter((index) => asksForReading(headings[index] ?? ''));
  const asked = isSaid && reading.length === 0 ? open : reading;
  if (asked.length === 0 || who.taken.size === 0) return null;
  const isForm = headings.some(isMarkOfForm) || reading.some((index) => asksSomebody(headings[index] ?? ''));
  const questions = asked.map((index): Question => {
    const heading = headings[index] ?? '';
    return {
      index,
      network: networkAskedFor(heading, (text) => table.networkIn(text)),
      row: rowOfGrid(heading, headings),
    };
  });
  const others = open.filter((index) => !asked.includes(index) && asksSomebody(headings[index] ?? ''));
  return isForm || isSaid ? { table, who, questions, others } : null;
}

/** Columns of a table with one page a row. */
const ofRows: Role[] = ['network', 'title', 'subscribers', 'via'];

/** Headings of follows files and client lists. */
const ofOtherTables = new Set(['resource', 'profile']);

/** The columns that name who answered: by known headings, by questions, and e-mail addresses by what stands in them. */
function whoIn({ heading, rows, columns }: ImportTable): Pick<Columns, 'having'> & { taken: Set<number> } {
  const roles = (heading?.cells ?? []).map((text, index): Role | null => {
    const known = columns.roleOf(index);
    if (known !== null && namingRoles.includes(known)) return known;
    if (isFormColumn(text)) return null;
    const filled = rows.slice(0, sampled).flatMap(({ cells }) => cells[index] || []);
    const areEmails = filled.length > 0 && filled.filter(isEmail).length * 2 > filled.length;
    if (areEmails || (asksForEmail(text) && filled.length === 0)) return 'email';
    return asksForName(text) && !asksForReading(text) ? 'name' : null;
  });
  const having = (role: Role): number[] => roles.flatMap((each, index) => (each === role ? [index] : []));
  return { having, taken: new Set(roles.flatMap((role, index) => (role === null ? [] : [index]))) };
}

const sampled = 50;

function answersIn(survey: Survey | null, identify: IdentifyResource): RecognisedFile | null {
  return survey && { format: 'answers to a survey', via: 'survey', ...read(survey, identify) };
}

interface Answers {
  follows: ParsedFollow[];
  asked: { customer: string; email: string | null; network: string | null }[];
  skipped: string[];
}

function read({ table, who, questions, others }: Survey, identify: IdentifyResource): Answers {
  const answers: Answers = { follows: [], asked: [], skipped: [] };
  const nameless: TableRow[] = [];
  const unclear: string[] = [];
  const puzzling: TableRow[] = [];
  const places = placesOf(questions);
  for (const row of table.rows) {
    const customer = customerIn(who, row.cells);
    const filled = questions.filter(({ index }) => (row.cells[index] ?? '') !== '');
    if (customer === '') {
      if (filled.length > 0) nameless.push(row);
      continue;
    }
    const email = emailBeside(who, row.cells);
    let isNamed = false;
    const before = unclear.length;
    for (const { index, network, row: page } of filled) {
      const answer = row.cells[index] ?? '';
      if (isNothing(answer)) continue;
      const isTicked = isYes(answer);
      if (isTicked !== (page !== null)) {
        unclear.push(`line ${row.line}: ${page === null ? answer : `${page}: ${answer}`}`);
        continue;
      }
      const cell = page ?? answer;
      for (const piece of answerPieces(cell, (label) => table.networkIn(label) !== null)) {
        if (isNothing(piece.text)) continue;
        const place = (piece.label === null ? null : table.networkIn(piece.label)) ?? network;
        const follow = followIn(piece.text, place, identify);
        const title = piece.title ?? follow?.title ?? null;
        if (follow) answers.follows.push({ customer, email, ...follow, title, subscribers: null });
        else unclear.push(`line ${row.line}: ${piece.text}`);
        isNamed ||= follow !== null;
      }
    }
    if (isNamed) continue;
    if (unclear.length === before) for (const network of places) answers.asked.push({ customer, email, network });
    else puzzling.push(row);
  }
  if (nameless.length > 0)
    answers.skipped.push(
      `answers without a name: ${nameless.length} (line ${nameless.map(({ line }) => line).join(', ')})`,
    );
  if (puzzling.length > 0)
    answers.skipped.push(
      `who named something of which nothing was understood, and does not count as asked: ${puzzling.length} (${firstLines(puzzling)})`,
    );
  answers.skipped.push(
    ...unclear.map((each) => `not understood: ${each}`),
    ...unreadQuestions(table, others, identify),
  );
  return answers;
}

/** Where somebody was asked: the networks that the questions name, or, where one of them names none, everywhere. */
function placesOf(questions: Question[]): (string | null)[] {
  const places = new Set(questions.map(({ network }) => network));
  return places.has(null) ? [null] : [...places];
}

/** Questions that ask for nothing to read and are answered with addresses all the same. */
function unreadQuestions({ heading, rows }: ImportTable, others: number[], identify: IdentifyResource): string[] {
  return others.flatMap((index) => {
    const row = rows.find(({ cells }) => {
      const words = (cells[index] ?? '').slice(0, longestRemark).split(/\s+/);
      return words.some((word) => /[./]/.test(word) && identify(word) !== null);
    });
    return row ? [`not read: "${heading?.cells[index] ?? ''}" (line ${row.line} names an address there)`] : [];
  });
}

const longestRemark = 2000;

/** An address, a handle on a network that the question or the answer names, or a name. Null where it is none of them. */
function followIn(
  text: string,
  network: string | null,
  identify: IdentifyResource,
): Pick<ParsedFollow, 'address' | 'network' | 'title'> | null {
  const found = identify(text);
  const isWhole = /^(?:https?:\/\/|www\.)|[^\s/]\/[^\s/]/i.test(text);
  if (found !== null && (isWhole || network === null)) return { address: text, network: null, title: null };
  if (network !== null && /^@?[^\s@]+$/.test(text)) return { address: text, network, title: null };
  return isName(text) ? { address: null, network: network ?? 'web', title: text } : null;
}

/** What could be the name of a page: a few words, not a sentence, a number or a handle. */
const isName = (text: string): boolean =>
  /\p{L}{2}/u.test(text) && text.length <= 80 && text.split(/\s+/).length <= 8 && !text.includes('@');
