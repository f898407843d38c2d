import { trimEnd } from '../text/trim.ts';
import { fold } from './fold.ts';
import { type WordClass, plainClasses } from './languages/language.ts';
import { type Token, has } from './tokens.ts';

/** A person named in a text, found by the shape of the name. */
export interface Named {
  /** First and last token of the name. */
  from: number;
  to: number;
  name: string;
  /** Folded parts of the name. */
  parts: string[];
}

/** Small words inside names. */
const particles = new Set('de da do dos del della di du van von zu ter el al bin ibn ben st'.split(' '));
/** Small words that follow such a one: van der, de la. */
const articles = new Set('der den la las los le'.split(' '));

/** Meanings that a part of a name may have by accident; any other meaning makes a word no name. */
const harmless: ReadonlySet<WordClass> = new Set(['month', 'marked', ...plainClasses]);

const verbs: ReadonlySet<WordClass> = new Set([
  'publish',
  'send',
  'pitch',
  'tell',
  'accept',
  'need',
  'want',
  'host',
  'become',
  'open',
  'closed',
  'talk',
]);

export interface NameRules {
  /** Folded words of the page's own name and others that are no names. */
  taken: ReadonlySet<string>;
  /** Folded words that the page also writes small: they are no names. */
  small: ReadonlySet<string>;
  /** The language writes nouns small, so that a capital says something. */
  smallNouns: boolean;
}

const isInitial = (text: string): boolean => /^\p{Lu}$/u.test(text);

/** Written as names are: a capital, then small letters; also McX, O'X and double names. */
const shape =
  /^(?:\p{Lu}['’])?\p{Lu}\p{M}*\p{Ll}[\p{Ll}\p{M}'’]*(?:\p{Lu}[\p{Ll}\p{M}]+)?(?:[-‑]\p{Lu}[\p{L}\p{M}]*)*$/u;

function isPart(token: Token | undefined, rules: NameRules, isFirst: boolean): boolean {
  if (token?.kind !== 'word' || !shape.test(token.text)) return false;
  if (rules.small.has(token.word) || rules.taken.has(token.word)) return false;
  // A stem may begin a name by accident; at the beginning of a sentence only verbs are taken for one.
  const mayBeName = !token.listed && rules.smallNouns;
  for (const each of token.classes) {
    if (!harmless.has(each) && !(mayBeName && (!isFirst || verbs.has(each)))) return false;
  }
  return true;
}

/** What no surname means by accident; "Albie's Shop", "Orme Gazette" and "Baking Stories" are none. */
const noSurname: readonly WordClass[] = [
  'press',
  'company',
  'event',
  'staff',
  'credit',
  'piece',
  'text',
  'author',
  'writer',
  'guest',
  'reader',
  'interview',
  'talk',
  'episode',
  'not',
  'we',
  'you',
  'with',
  'by',
  'about',
  'other',
  'here',
  'errand',
  'customer',
  'marked',
];
const shortestSurname = 4;

/** "Léo Barre", "Kate Winter": a word that means something, behind a given name in the middle of a sentence. */
function isSurname(tokens: readonly Token[], at: number, rules: NameRules): boolean {
  const token = tokens[at];
  const given = tokens[at - 1];
  const before = tokens[at - 2];
  if (token?.kind !== 'word' || !rules.smallNouns || token.word.length < shortestSurname) return false;
  if (!shape.test(token.text) || rules.taken.has(token.word)) return false;
  if (before === undefined || before.capital || given === undefined || given.classes.size > 0) return false;
  return !has([token], ...noSurname);
}

/** Names of two to four parts among some tokens. */
export function namesIn(tokens: readonly Token[], rules: NameRules): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at];
    if (first?.kind === 'handle') {
      const handle = trimEnd(first.word.slice(1), /[.-]/);
      if (!rules.taken.has(handle)) found.push({ from: at, to: at, name: first.text, parts: [handle] });
      continue;
    }
    if (!isPart(first, rules, at === 0)) continue;
    let to = at;
    let parts = 1;
    for (let next = at + 1; next < tokens.length && parts < 4; next++) {
      const token = tokens[next];
      if (isPart(token, rules, false) || (parts === 1 && isSurname(tokens, next, rules))) {
        to = next;
        parts++;
      } else if (token && isInitial(token.text)) {
        if (tokens[next + 1]?.text === '.') next++;
      } else if (!token || token.capital || !isParticle(token.word, tokens[next - 1]?.word)) break;
    }
    if (parts > 1) found.push(nameOf(tokens, at, to));
    at = to;
  }
  return found;
}

const isParticle = (word: string, before = ''): boolean =>
  particles.has(word) || (articles.has(word) && particles.has(before));

/** Anna's, Ensar'ın. */
const inflected = /(?<=\p{L}{3})'\p{L}{1,4}$/u;

function nameOf(tokens: readonly Token[], from: number, to: number): Named {
  const shown = tokens.slice(from, to + 1);
  const parts = shown
    .filter(({ kind, text }) => kind === 'word' && text.length > 1)
    .map(({ word }) => word.replace(inflected, ''));
  return { from, to, name: shown.map(({ text, glued }, k) => (k > 0 && !glued ? ` ${text}` : text)).join(''), parts };
}

/** Whether two names are one person's: inflected forms and either order of the parts count as one. */
export function isSamePerson(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.length > 0 && few.every((part) => many.some((each) => isSameWord(part, each)));
}

/** Whether a handle such as `annaberg` is made of a name's parts. */
export const isHandleOf = (handle: string, parts: readonly string[]): boolean => {
  const plain = fold(handle).replaceAll(/[^\p{L}\p{N}]/gu, '');
  const first = parts[0] ?? '';
  const joined = parts.join('');
  return (
    plain.length >= 5 &&
    (joined.startsWith(plain) ||
      (plain.startsWith(joined) && joined.length >= 5) ||
      plain === parts.toReversed().join('') ||
      (plain.includes(parts.at(-1) ?? '-') && plain.startsWith(first.slice(0, 1))))
  );
};

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (Math.abs(one.length - other.length) > 4) return false;
  let common = 0;
  while (common < shorter && one[common] === other[common]) common++;
  return common >= 3 && common >= shorter - 2;
}
