import { type WordClass, plainClasses } from './languages/language.ts';
import { type Token, has } from './tokens.ts';

export type Tokens = readonly Token[];

export const works: readonly WordClass[] = ['text', 'piece', 'author'];

export const isOf = (tokens: Tokens, ...kinds: Token['kind'][]): boolean =>
  tokens.some(({ kind }) => kinds.includes(kind));

export const isQuestion = (tokens: Tokens): boolean => tokens.some(({ text }) => text === '?' || text === ';');

/** Whether one word has one of the meanings, and another word, at most so many away, one of the others. */
export function hasPair(
  tokens: Tokens,
  one: readonly WordClass[],
  others: readonly WordClass[],
  reach = Infinity,
): boolean {
  const second = positionsOf(tokens, others);
  if (second.length === 0) return false;
  const first = positionsOf(tokens, one);
  return first.some((at) => second.some((other) => other !== at && Math.abs(other - at) <= reach));
}

/** Where the meanings are in a sentence; looked for once. */
const places = new WeakMap<Tokens, Map<WordClass, number[]>>();

export function positionsOf(tokens: Tokens, wanted: readonly WordClass[]): number[] {
  let found = places.get(tokens);
  if (!found) {
    found = new Map();
    for (const [at, { classes }] of tokens.entries()) {
      for (const each of classes) {
        const known = found.get(each);
        if (known) known.push(at);
        else found.set(each, [at]);
      }
    }
    places.set(tokens, found);
  }
  const [only, ...more] = wanted;
  if (only !== undefined && more.length === 0) return found.get(only) ?? [];
  return wanted.flatMap((each) => found.get(each) ?? []);
}

export const isGuestNear = (tokens: Tokens): boolean =>
  hasPair(tokens, ['guest'], works, 2) ||
  tokens.some(({ classes }) => classes.has('guest') && works.some((each) => classes.has(each)));

/** No name in sight: what is said of authors is said of any. */
export const isOfNobody = (tokens: Tokens): boolean =>
  !tokens.some((token, at) => isUnknownName(token) && isUnknownName(tokens[at + 1]));

const isUnknownName = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.capital && meansNothing(token);

/** Whether a word has no meaning that a rule asks for by its name. */
export function meansNothing({ classes }: Token): boolean {
  for (const each of classes) if (!plainClasses.has(each)) return false;
  return true;
}

/** What is sent to an office: forms, orders, readings; unless they are what a text is about. */
export const isErrand = (tokens: Tokens): boolean =>
  tokens.some((token, at) => token.classes.has('errand') && !has(tokens.slice(Math.max(0, at - 3), at), 'about'));
