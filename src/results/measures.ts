import { normaliseHeading } from '../text/normalise.ts';
import { type CountedThing, measureWords, neutralWords } from './measure-words.ts';

/** What a heading says that its column counts. */
export interface Measure {
  kind: CountedThing;
  /** The order among words of one kind: smaller is better. */
  order: number;
  /** The goal that the heading names, as `Заявка` in `Достижения цели (Заявка)`, or its number. */
  goal: string | null;
}

/** The words of a list with commas between them, in one spelling. */
export const listedWords = (list: string): string[] => list.split(/,\s+/).map(normaliseHeading).filter(Boolean);

/** `ym:s:goal123reaches`, `goals_idgoal=1_nb_conversions`, `keyEvents:purchase`: tools name a goal within the heading. */
const goalForms: [form: RegExp, kind: CountedThing][] = [
  [/^ym:s:goal(?<goal>\d+|<goal_id>)reaches$/i, 'reached'],
  [/^ym:s:goal(?<goal>\d+|<goal_id>)visits$/i, 'converted'],
  [/^goals[_.]idgoal=(?<goal>\w+?)[_.]nb_conversions$/i, 'conversions'],
  [/^(?:keyEvents|conversions|sessionConversions):(?<goal>\w+)$/i, 'conversions'],
];

const neutral = new Set(listedWords(neutralWords));

/** Kind and order by the words of a heading. Where two lists hold a word, the first one has it. */
const known = new Map<string, { kind: CountedThing; order: number }>();
for (const kind of Object.keys(measureWords) as CountedThing[]) {
  // oxlint-disable-next-line own/lookup -- a key of the table itself
  const words = Object.values(measureWords[kind]).flatMap(listedWords);
  for (const [order, word] of words.entries()) if (!known.has(word)) known.set(word, { kind, order });
}

/**
 * What a column counts, by its whole heading in any of the known languages; null where the heading says something else.
 * What stands in brackets is a goal, and only conversions have goals: `Sessions (paid)` are some of the visits.
 */
export function measureOf(heading: string): Measure | null {
  if (heading.length > 200) return null;
  for (const [form, kind] of goalForms) {
    const goal = form.exec(heading.trim())?.groups?.['goal'];
    if (goal !== undefined) return { kind, order: 0, goal };
  }
  const [, base = heading, inBrackets = ''] = /^([^([（]*)[([（](.*)[)\]）]\s*$/.exec(heading) ?? [];
  const goal = inBrackets.trim() || null;
  const found = known.get(plainHeading(base)) ?? known.get(withoutNeutral(plainHeading(base)));
  if (!found) return null;
  const isGoal = found.kind === 'conversions' || found.kind === 'reached' || found.kind === 'converted';
  if (goal !== null && !isGoal) return neutral.has(normaliseHeading(goal)) ? { ...found, goal: null } : null;
  return { ...found, goal };
}

/** How many of some cells are headings that count something. */
export const knownMeasures = (cells: string[]): number => cells.filter((cell) => measureOf(cell) !== null).length;

/** One spelling of a heading: `nonBots`, `non_bots` and `Non bots` are one. */
export const plainHeading = (heading: string): string =>
  normaliseHeading(heading.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));

const withoutNeutral = (plain: string): string =>
  plain
    .split(' ')
    .filter((word) => !neutral.has(word))
    .join(' ');
