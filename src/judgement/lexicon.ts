import { fold } from './fold.ts';
import { type Language, type WordClass, wordClasses } from './languages/language.ts';

export type Classes = ReadonlySet<WordClass>;

/** Words and what they mean, ready to be looked up. */
export interface WordTable<Meaning> {
  /** What a word means alone. */
  classesOf(word: string): ReadonlySet<Meaning>;
  /** What it begins: the words that must follow, and what they then mean together. */
  phrasesFrom(word: string): readonly Phrase<Meaning>[];
  /** Whether it stands there as a whole, not only by its stem. */
  isListed(word: string): boolean;
}

/** Words of some languages. */
export interface Lexicon extends WordTable<WordClass> {
  capitalNouns: boolean;
}

const noClasses: Classes = new Set();
const none = (): WordClass[] => [];

/** Knows no words: for texts in a language without rules. */
export const emptyLexicon: Lexicon = {
  classesOf: () => noClasses,
  phrasesFrom: () => [],
  isListed: () => false,
  capitalNouns: false,
};

interface Phrase<Meaning> {
  words: readonly Pattern[];
  meaning: Meaning;
}

interface Pattern {
  word: string;
  open: boolean;
}

export const fits = ({ word, open }: Pattern, other: string): boolean =>
  open ? other.startsWith(word) : other === word;

/** Bound of what is remembered of words already looked up. */
const mostRemembered = 50_000;

export function compileLexicon(languages: readonly Language[]): Lexicon {
  const entries = languages.flatMap(({ words }) => wordClasses.map((meaning) => [meaning, words[meaning]] as const));
  const capitalNouns = languages.some((language) => language.capitalNouns);
  const bare = compileWords(entries);
  const headOf = capitalNouns ? headsIn(bare) : none;
  const prefixes = languages.flatMap(({ verbPrefixes }) => (verbPrefixes ?? '').split(' ').filter(Boolean));
  const personOf = endingsOf(languages.map(({ endings }) => endings));
  const denialOf = endingsOf(languages.map(({ denials }) => ({ not: denials })));
  const ownerOf = endingsOf(languages.map(({ possessives }) => possessives));
  const inflect = (word: string, found: Set<WordClass>): void => {
    for (const each of headOf(word)) found.add(each);
    if (prefixes.length > 0) for (const each of verbsIn(word, prefixes, bare)) found.add(each);
    const isVerb = verbs.some((each) => found.has(each));
    for (const each of [isVerb ? personOf(word) : undefined, isVerb ? denialOf(word) : undefined, ownerOf(word)])
      if (each) found.add(each);
  };
  return { ...compileWords(entries, inflect), capitalNouns };
}

/** Characters of the last part of a compound at least: that of breakfast (Frühstück) is no piece. */
const shortestLast = 6;
const shortestFirst = 3;

/** What the last part of a compound may say of the whole. */
const heads: ReadonlySet<WordClass> = new Set([
  'piece',
  'text',
  'author',
  'interview',
  'talk',
  'event',
  'errand',
  'win',
  'other',
  'rules',
  'call',
  'venue',
]);

/** Leserartikel, Wochenwechsel: German joins nouns, and the last says what it is. */
const headsIn =
  (bare: WordTable<WordClass>) =>
  (word: string): WordClass[] => {
    for (let at = shortestFirst; at <= word.length - shortestLast; at++) {
      const found = [...bare.classesOf(word.slice(at))].filter((each) => heads.has(each));
      if (found.length > 0) return found;
    }
    return [];
  };

/** Meanings of a verb under its prefixes: ein-ge-reicht, mit-zu-teilen, ge-schickt. */
function verbsIn(word: string, prefixes: readonly string[], bare: WordTable<WordClass>): WordClass[] {
  const prefix = prefixes.find((each) => word.startsWith(each)) ?? '';
  const rest = word.slice(prefix.length);
  const marked = ['ge', 'zu'].find((each) => rest.startsWith(each)) ?? '';
  const verb = rest.slice(marked.length);
  if (prefix === '' && marked !== 'ge') return [];
  if (verb.length < shortestVerb) return [];
  return [...bare.classesOf(verb)].filter((each) => verbs.includes(each));
}

const shortestVerb = 5;

/** Meanings of verbs: their endings tell who does it. */
const verbs: readonly WordClass[] = [
  'write',
  'tell',
  'send',
  'pitch',
  'publish',
  'accept',
  'receive',
  'need',
  'want',
  'become',
  'ask',
  'talk',
  'interview',
  'tag',
];

/** Tells what the end of a word means; the longest counts: -όμαστε is ours, -τε is yours. */
function endingsOf<Meaning extends WordClass>(
  languages: readonly (Partial<Record<Meaning, string | undefined>> | undefined)[],
): (word: string) => Meaning | undefined {
  const meaningOf = new Map<string, Meaning>();
  for (const endings of languages) {
    for (const [meaning, ends] of Object.entries<string | undefined>(endings ?? {}))
      for (const end of (ends ?? '').split(/\s+/).filter(Boolean)) meaningOf.set(fold(end), meaning as Meaning);
  }
  const longest = Math.max(0, ...[...meaningOf.keys()].map(({ length }) => length));
  return (word) => {
    for (let length = Math.min(longest, word.length - 1); length > 0; length--) {
      const meaning = meaningOf.get(word.slice(-length));
      if (meaning) return meaning;
    }
    return undefined;
  };
}

/**
 * @param entries meanings, each with its words in the form that `Language` describes
 * @param inflect adds what a word means by its form, besides what its stem means
 */
export function compileWords<Meaning>(
  entries: Iterable<readonly [Meaning, string]>,
  inflect?: (word: string, found: Set<Meaning>) => void,
): WordTable<Meaning> {
  const whole = new Map<string, Set<Meaning>>();
  const stems = new Map<string, Set<Meaning>>();
  const phrases = new Map<string, Phrase<Meaning>[]>();
  const openPhrases = new Map<string, Phrase<Meaning>[]>();
  for (const [meaning, words] of entries) {
    for (const entry of words.split(/\s+/).filter(Boolean)) {
      const [first, ...more] = entry.split('_').map(patternOf);
      if (!first) continue;
      const begun = first.open ? openPhrases : phrases;
      if (more.length > 0) begun.set(first.word, [...(begun.get(first.word) ?? []), { words: more, meaning }]);
      else addTo(first.open ? stems : whole, first.word, meaning);
    }
  }
  const nothing: ReadonlySet<Meaning> = new Set();
  const remembered = new Map<string, ReadonlySet<Meaning>>();
  const rememberedPhrases = new Map<string, readonly Phrase<Meaning>[]>();
  return {
    classesOf(word) {
      const known = remembered.get(word);
      if (known) return known;
      const found = new Set(whole.get(word));
      for (let end = 1; end <= word.length; end++)
        for (const each of stems.get(word.slice(0, end)) ?? []) found.add(each);
      inflect?.(word, found);
      if (remembered.size >= mostRemembered) remembered.clear();
      const classes = found.size > 0 ? found : nothing;
      remembered.set(word, classes);
      return classes;
    },
    phrasesFrom(word) {
      const known = rememberedPhrases.get(word);
      if (known) return known;
      const found = [...(phrases.get(word) ?? [])];
      for (let end = 1; end <= word.length; end++)
        for (const each of openPhrases.get(word.slice(0, end)) ?? []) found.push(each);
      if (rememberedPhrases.size >= mostRemembered) rememberedPhrases.clear();
      rememberedPhrases.set(word, found);
      return found;
    },
    isListed: (word) => whole.has(word),
  };
}

function addTo<Meaning>(map: Map<string, Set<Meaning>>, key: string, meaning: Meaning): void {
  map.set(key, (map.get(key) ?? new Set()).add(meaning));
}

function patternOf(text: string): Pattern {
  const open = text.endsWith('*');
  return { word: fold(open ? text.slice(0, -1) : text), open };
}
