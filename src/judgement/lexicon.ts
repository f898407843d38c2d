import { fold } from './fold.ts';
import { type Language, type WordClass, wordClasses } from './languages/language.ts';

export type Classes = ReadonlySet<WordClass>;

const none: Classes = new Set();

/** Words of some languages, ready to be looked up. */
export interface Lexicon {
  /** What a word means alone. */
  classesOf(word: string): Classes;
  /** What it begins: the words that must follow, and what they then mean together. */
  phrasesFrom(word: string): readonly Phrase[];
  /** Whether it stands there as a whole, not only by its stem. */
  isListed(word: string): boolean;
  capitalNouns: boolean;
}

/** Knows no words: for texts in a language without rules. */
export const emptyLexicon: Lexicon = {
  classesOf: () => none,
  phrasesFrom: () => [],
  isListed: () => false,
  capitalNouns: false,
};

interface Phrase {
  words: readonly Pattern[];
  meaning: WordClass;
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
  const whole = new Map<string, Set<WordClass>>();
  const stems = new Map<string, Set<WordClass>>();
  const phrases = new Map<string, Phrase[]>();
  for (const { words } of languages) {
    for (const meaning of wordClasses) {
      for (const entry of words[meaning].split(/\s+/).filter(Boolean)) {
        const [first, ...more] = entry.split('_').map(patternOf);
        if (!first) continue;
        if (more.length > 0) phrases.set(first.word, [...(phrases.get(first.word) ?? []), { words: more, meaning }]);
        else addTo(first.open ? stems : whole, first.word, meaning);
      }
    }
  }
  const remembered = new Map<string, Classes>();
  return {
    classesOf(word) {
      const known = remembered.get(word);
      if (known) return known;
      const found = new Set(whole.get(word));
      for (let end = 1; end <= word.length; end++)
        for (const each of stems.get(word.slice(0, end)) ?? []) found.add(each);
      if (remembered.size >= mostRemembered) remembered.clear();
      const classes = found.size > 0 ? found : none;
      remembered.set(word, classes);
      return classes;
    },
    phrasesFrom: (word) => phrases.get(word) ?? [],
    isListed: (word) => whole.has(word),
    capitalNouns: languages.some(({ capitalNouns }) => capitalNouns),
  };
}

function addTo(map: Map<string, Set<WordClass>>, key: string, meaning: WordClass): void {
  map.set(key, (map.get(key) ?? new Set()).add(meaning));
}

function patternOf(text: string): Pattern {
  const open = text.endsWith('*');
  return { word: fold(open ? text.slice(0, -1) : text), open };
}
