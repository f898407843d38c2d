import { isSamePerson } from './names.ts';
import type { Token } from './tokens.ts';

/** Letters of a word that are compared: endings tell of gender and case. */
const comparedLetters = 5;
/** Words of the beginning of a post that make it one of a series. */
const headWords = 3;

/** A name in a post that has no place of its own; a series of them may give it one. */
export interface Framed<Where> {
  parts: readonly string[];
  /** Which post it is of: names in one of them make no series. */
  post: string;
  /** What stands around the name, in a form that posts of one series share. */
  frames: readonly string[];
  /** The first whole number before the name: of a series whose posts are numbered. */
  number: number | null;
  /** It is said who that is. */
  described: boolean;
  /** It is a text, or leads to one. */
  leads: boolean;
  where: Where;
}

const keyOf = (tokens: readonly Token[]): string => tokens.map(({ word }) => word.slice(0, comparedLetters)).join(' ');

/** The words right before a name and behind it, and those that the post begins with. */
export function framesOf(before: readonly Token[], behind: readonly Token[]): string[] {
  const led = before.filter(({ kind }) => kind === 'word');
  const rest = behind.filter(({ kind }) => kind === 'word').slice(0, 2);
  const frames: string[] = [];
  // Without a job or an article that goes with the name, too.
  for (const skipped of [0, 1, 2]) {
    const end = led.length - skipped;
    if (end > 1) frames.push(`< ${keyOf(led.slice(end - 2, end))}`);
  }
  if (led.length >= headWords) frames.push(`^ ${keyOf(led.slice(0, headWords))}`);
  if (led.length === 1) frames.push(`^ ${keyOf(led)}`);
  if (rest.length > 1) frames.push(`> ${keyOf(rest)}`);
  return frames;
}

const longestNumber = 4;

export function numberBefore(before: readonly Token[]): number | null {
  const found = before.find(({ kind, text }) => kind === 'number' && /^\d+$/.test(text));
  return found && found.text.length <= longestNumber ? Number(found.text) : null;
}

/** Different people of whom the same is said. */
const fewestNames = 2;
/** The same, where only numbers tell that it is a series. */
const fewestCounted = 3;

/** What belongs to series: the same words around another name each time. */
export function seriesIn<Where>(all: readonly Framed<Where>[]): Framed<Where>[] {
  const framed = new Map<string, Framed<Where>[]>();
  for (const each of all) {
    for (const frame of each.frames) {
      const known = framed.get(frame);
      if (known) known.push(each);
      else framed.set(frame, [each]);
    }
  }
  const found = new Set<Framed<Where>>();
  for (const some of framed.values()) {
    if (some.length < fewestNames || !isSeries(some)) continue;
    for (const each of some) found.add(each);
  }
  const counted = all.filter(({ number }) => number !== null);
  if (isCounted(counted)) for (const each of counted) found.add(each);
  return [...found];
}

/** Another number for another person, and few are left out: 41, 40, 38. */
function isCounted(some: readonly Framed<unknown>[]): boolean {
  const numbers = new Set(some.flatMap(({ number }) => number ?? []));
  const span = Math.max(...numbers) - Math.min(...numbers);
  return numbers.size >= fewestCounted && span < 2 * numbers.size && peopleIn(some) >= fewestCounted;
}

/** Whoever is only named, in a post that leads nowhere, may be anybody. */
const isSeries = (some: readonly Framed<unknown>[]): boolean =>
  peopleIn(some.filter(({ described, leads }) => described || leads)) >= fewestNames;

/** Names that are looked at: more would say the same. */
const mostCompared = 12;

function peopleIn(some: readonly Framed<unknown>[]): number {
  const people: Framed<unknown>[] = [];
  for (const each of some.slice(0, mostCompared))
    if (!people.some(({ parts, post }) => post === each.post || isSamePerson(parts, each.parts))) people.push(each);
  return people.length;
}
