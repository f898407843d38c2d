import type { ExportTable } from './export-file.ts';
import { type CountedThing, asideWords, clickWords, itemWords, viewWords, wonWords } from './measure-words.ts';
import { type Measure, listedWords, measureOf, plainHeading } from './measures.ts';
import { type DecimalSign, decimalSignIn, isShareOrMoney, numberIn } from './number-cells.ts';
import type { CountKind } from '../types/results.ts';

/** How a table tells how often somebody came. */
export interface Measured {
  sign: DecimalSign | null;
  /** What is counted; null where the table tells conversions only. */
  kind: CountKind | null;
  /** Columns whose numbers are added up; none where each row, or each item of these columns, counts one. */
  counts: number[];
  /** Columns that name one visit, where a table has one row or more for each. */
  items: number[];
  /** Null where the table tells no conversions. */
  conversions: number[] | null;
  /** A column of lists of goals that one visit reached. */
  goals: number | null;
  /** A column that marks robots. */
  robots: number | null;
  /** A column that says whether the deal of a row was won. */
  won: number | null;
  /** Whole numbers under headings that nobody knows here. */
  unknown: string[];
  /** A heading that several columns of what is counted have. */
  repeated: string | null;
  /** Headings of what is counted here, over cells that are no numbers to be counted: `1.2K`. */
  uncountable: { heading: string; cell: string }[];
}

/** What a person said of the numbers of a file. */
export interface SaidMeasures {
  columns: ReadonlyMap<number, CountKind | 'conversions' | 'other'>;
  /** What the numbers count, where no heading says it. */
  measure: CountKind | 'conversions' | null;
  /** Goals by name or number; all of them where there are none. */
  goals: readonly string[];
}

const preferred: CountKind[] = ['visits', 'visitors', 'views', 'clicks'];

/** Columns by what their headings say, as far as what stands in them agrees. */
export function measuredColumns(table: ExportTable, said: SaidMeasures): Measured {
  const { heading, rows, inherited } = table;
  const some = rows.slice(0, 5000);
  const sign = decimalSignIn(some.flatMap(({ cells }) => cells));
  const columns = heading.cells.map((cell, index) => columnOf(cell, index, table, said, sign));
  const own = columns.filter(({ index }) => index >= inherited);
  const kind = preferred.find((each) => own.some(({ measure }) => measure?.kind === each)) ?? null;
  const counts = own.filter(({ measure }) => measure !== null && measure.kind === kind);
  const conversions = conversionColumns(own, said.goals);
  const [count] = counts.toSorted((a, b) => (a.measure?.order ?? 0) - (b.measure?.order ?? 0));
  const found = {
    sign,
    kind,
    counts: count ? [count.index] : [],
    items: [],
    conversions,
    goals: null,
    robots: null,
    won: null,
    unknown: own.flatMap(({ index, isNumbers }) => (isNumbers ? [heading.cells[index] ?? ''] : [])),
    repeated: count ? repeatedHeading(count.index, counts, heading.cells) : null,
    uncountable: own.flatMap(({ index, uncountable }) =>
      uncountable === undefined ? [] : [{ heading: heading.cells[index] ?? '', cell: uncountable }],
    ),
  };
  return count ? found : { ...found, ...itemColumns(table, said, sign) };
}

/** The heading of a column, where others that count the same have it, too. */
function repeatedHeading(index: number, counts: readonly Column[], headings: readonly string[]): string | null {
  const own = headings[index] ?? '';
  return counts.some((each) => each.index !== index && headings[each.index] === own) ? own : null;
}

interface Column {
  index: number;
  measure: Measure | null;
  /** Whole numbers that no heading explains. */
  isNumbers: boolean;
  /** A cell under a heading that is known, which is no number to be counted. */
  uncountable?: string;
}

function columnOf(
  heading: string,
  index: number,
  { rows }: ExportTable,
  said: SaidMeasures,
  sign: DecimalSign | null,
): Column {
  const given = said.columns.get(index);
  if (given === 'other') return { index, measure: null, isNumbers: false };
  if (given !== undefined) return { index, measure: { kind: given, order: -1, goal: null }, isNumbers: false };
  const cells = rows.slice(0, 5000).map((row) => row.cells[index] ?? '');
  const measure = measureOf(heading);
  if (measure && !contradicts(cells, measure.kind, sign)) return { index, measure, isNumbers: false };
  if (measure) {
    const uncountable = cells.find((cell) => cell !== '' && (isShareOrMoney(cell) || numberIn(cell, sign) === null));
    return { index, measure: null, isNumbers: false, ...(uncountable !== undefined && { uncountable }) };
  }
  const isNumbers = !asides.has(plainHeading(heading)) && areCounts(cells, sign);
  return { index, measure: null, isNumbers };
}

/** Whether all that stands in a column are whole numbers, of which a visit or a conversion may be one. */
function areCounts(cells: readonly string[], sign: DecimalSign | null): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => isCount(cell, sign));
}

function isCount(cell: string, sign: DecimalSign | null): boolean {
  const number = isDay(cell) || isShareOrMoney(cell) ? null : numberIn(cell, sign);
  return number !== null && Number.isInteger(number) && number >= 0 && number < 1e9;
}

const isDay = (cell: string): boolean => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(cell);

/** Whether what stands in a column cannot be counted: shares, money, words; visits that are no whole numbers. */
function contradicts(cells: readonly string[], kind: CountedThing, sign: DecimalSign | null): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.some(isShareOrMoney)) return true;
  const numbers = filled.flatMap((cell) => numberIn(cell, sign) ?? []);
  if (filled.length > 0 && numbers.length * 2 < filled.length) return true;
  const fractions = numbers.filter((number) => !Number.isInteger(number));
  if (fractions.length === 0) return false;
  const isWhole = kind === 'visits' || kind === 'visitors' || kind === 'views' || kind === 'clicks';
  // Key events are parted among several visits; shares lie below 1, with many digits.
  return isWhole || (numbers.every((number) => number <= 1) && fractions.some((number) => String(number).length > 4));
}

/**
 * Columns of conversions: those of all goals together where there is such a column, otherwise every goal's own, once: as
 * often as it was reached, or else the visits that reached it.
 */
function conversionColumns(columns: readonly Column[], goals: readonly string[]): number[] | null {
  const kinds = ['conversions', 'reached', 'converted'] as const;
  for (const kind of kinds) {
    const own = columns.flatMap(({ index, measure }) => (measure?.kind === kind ? [{ index, ...measure }] : []));
    const ofGoals = own.filter(({ goal }) => goal !== null);
    if (goals.length > 0) {
      const named = ofGoals.filter(({ goal }) => goals.some((each) => isGoal(each, goal ?? '')));
      if (named.length > 0) return named.map(({ index }) => index);
      continue;
    }
    const [whole] = own.filter(({ goal }) => goal === null).toSorted((a, b) => a.order - b.order);
    if (whole) return [whole.index];
    if (ofGoals.length > 0) return ofGoals.map(({ index }) => index);
  }
  return null;
}

const isGoal = (said: string, goal: string): boolean => said.trim().toLowerCase() === goal.trim().toLowerCase();

const words = Object.fromEntries(
  Object.entries(itemWords).map(([name, list]) => [name, new Set(listedWords(list))]),
) as Record<keyof typeof itemWords, Set<string>>;

const asides = new Set(listedWords(asideWords));
const views = new Set(listedWords(viewWords));
const won = new Set(listedWords(wonWords));
const clicks = new Set(listedWords(clickWords));

/** Whether a table has a row for each click: a list of links has one for each link. */
export const isClickLog = ({ heading }: ExportTable): boolean =>
  heading.cells.some((cell) => clicks.has(plainHeading(cell)));

/** Whether a cell says that a deal was won. */
export const isWon = (cell: string): boolean => cell.length < 60 && won.has(plainHeading(cell));

/** How a table without numbers counts: one for each visit it names, or what a person said of its rows and numbers. */
function itemColumns(
  { heading, rows }: ExportTable,
  { measure }: SaidMeasures,
  sign: DecimalSign | null,
): Pick<Measured, 'kind' | 'counts' | 'items' | 'goals' | 'robots' | 'won' | 'conversions'> | object {
  const headings = heading.cells.map(plainHeading);
  const at = (name: keyof typeof itemWords): number => headings.findIndex((each) => words[name].has(each));
  const robots = at('robot') === -1 ? null : at('robot');
  const goals = at('goals') === -1 ? null : at('goals');
  if (at('visit') !== -1) return { kind: 'visits', items: [at('visit')], goals, robots };
  // The number of a session begins anew with each visitor.
  if (at('session') !== -1)
    return { kind: 'visits', items: [at('user'), at('session')].filter((each) => each !== -1), goals, robots };
  if (measure === null && headings.some((each) => views.has(each))) return { kind: 'views', robots };
  if (measure === null) {
    const stage = heading.cells.findIndex((_, index) => rows.some(({ cells }) => isWon(cells[index] ?? '')));
    return stage === -1 ? { robots } : { kind: null, conversions: [], won: stage };
  }
  const numbers = heading.cells.flatMap((_, index) => {
    const cells = rows.map((row) => row.cells[index] ?? '');
    return areCounts(cells, sign) ? [index] : [];
  });
  const days = numbers.filter((index) => /\d{4}|^\d{1,2}[ ./-]/.test(heading.cells[index] ?? ''));
  const counts = numbers.length === 1 ? numbers : days;
  if (measure === 'conversions') return { kind: null, conversions: counts, robots };
  return { kind: measure, counts, robots };
}
