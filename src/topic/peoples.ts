import { type WordTable, compileWords } from '../judgement/lexicon.ts';
import { fold } from '../judgement/fold.ts';
import type { Token } from '../judgement/tokens.ts';
import { topicLanguages } from './languages/index.ts';
import { peopleWords } from './languages/peoples.ts';

const kinds = ['minorities', 'nations', 'colours', 'belonging', 'culture', 'interests'] as const;

type Meanings = ReadonlySet<(typeof kinds)[number]>;

interface PeopleTable {
  words: WordTable<(typeof kinds)[number]>;
  particles: ReadonlySet<string>;
  adjectivesFirst: boolean;
}

const tables = new Map<string, PeopleTable>(
  topicLanguages.flatMap(({ code, particles }) => {
    const people = peopleWords[code];
    if (!people) return [];
    const table = {
      words: compileWords(kinds.map((kind) => [kind, people[kind] ?? ''] as const)),
      particles: new Set(particles.split(/\s+/).map(fold)),
      adjectivesFirst: people.adjectivesFirst === true,
    };
    return [[code, table] as const];
  }),
);

/** Words from a people's name to the word that says who belongs to it, with particles or its culture between them. */
const farthest = 3;
/** Words beside the two that may say that they came together for something else. */
const beside = 2;

/** Whether a text speaks of the people of an origin: Vietnamese community, сообщество армян. Linear in its length. */
export function speaksOfPeople(tokens: readonly Token[], code: string): boolean {
  const table = tables.get(code);
  return table !== undefined && tokens.some((_, at) => isPeople(tokens, at, table));
}

function isPeople(tokens: readonly Token[], at: number, table: PeopleTable): boolean {
  const first = meaningsOf(tokens[at], table);
  if (first.size === 0) return false;
  for (let next = at + 1; next <= at + farthest; next++) {
    const other = tokens[next];
    if (other?.kind !== 'word') return false;
    const second = meaningsOf(other, table);
    const isNamed = belong(first, second) || (next === at + 1 && first.has('colours') && second.has('belonging'));
    if (isNamed || (belong(second, first) && !goesOn(tokens[next + 1], table)))
      return !isInterest(tokens, at, next, table);
    if (!table.particles.has(other.word) && !second.has('culture')) return false;
  }
  return false;
}

function belong(people: Meanings, kin: Meanings): boolean {
  if (people.has('minorities')) return kin.has('belonging') || kin.has('culture');
  return people.has('nations') && kin.has('belonging');
}

/** Community of Greek wine lovers. */
const goesOn = (after: Token | undefined, { adjectivesFirst, particles }: PeopleTable): boolean =>
  adjectivesFirst && after?.kind === 'word' && !particles.has(after.word);

const isInterest = (tokens: readonly Token[], from: number, to: number, table: PeopleTable): boolean =>
  tokens.slice(Math.max(0, from - beside), to + beside + 1).some((token) => meaningsOf(token, table).has('interests'));

const nothing: Meanings = new Set();

/** Deutsch-Türkische: each part of a word with hyphens counts. */
function meaningsOf(token: Token | undefined, { words }: PeopleTable): Meanings {
  if (token?.kind !== 'word') return nothing;
  const { word } = token;
  return word.includes('-')
    ? new Set(word.split('-').flatMap((part) => [...words.classesOf(part)]))
    : words.classesOf(word);
}
