/** What a word can mean to the rules. A language says which of its words mean it. */
export const wordClasses = [
  // grammar
  'common',
  'not',
  'harmless',
  'we',
  'our',
  'us',
  'you',
  'what',
  'want',
  'every',
  'other',
  'period',
  'with',
  'by',
  'about',
  'weekday',
  'month',
  'here',
  // what is written, and by whom
  'piece',
  'text',
  'author',
  'writer',
  'guest',
  'reader',
  'outside',
  'anyone',
  'person',
  // what is done with it
  'send',
  'tag',
  'write',
  'tell',
  'pitch',
  'publish',
  'accept',
  'receive',
  'need',
  'become',
  'call',
  'rules',
  'open',
  'closed',
  'only',
  'ourselves',
  'host',
  'sign',
  'byline',
  'speak',
  'ask',
  'interview',
  'talk',
  'studio',
  'episode',
  // where it goes, and what is there for it
  'venue',
  'room',
  'hear',
  'length',
  'count',
  'lived',
  'due',
  // what a page tells its readers besides
  'consume',
  'react',
  'released',
  // what names stand for besides
  'credit',
  'contact',
  'hire',
  'event',
  'win',
  'staff',
  'press',
  'life',
  'customer',
  'company',
  'errand',
  'goods',
  'meme',
  'marked',
  'sell',
] as const;
export type WordClass = (typeof wordClasses)[number];

/** Meanings that say nothing of whom a name stands for: words that have no other may be part of a name or a job. */
export const plainClasses: ReadonlySet<WordClass> = new Set([
  'venue',
  'room',
  'hear',
  'length',
  'count',
  'lived',
  'due',
  'goods',
  'consume',
  'react',
  'released',
]);

/** Who does something, where a verb's ending tells it. */
type GrammaticalPerson = 'we' | 'us' | 'you';

/**
 * A language is data: for each class its words, separated by blanks. `word` is that word, `stem*` all that begin so,
 * and `two_words*` words that follow one another. Accents and case do not count.
 */
export interface Language {
  code: string;
  /** Letters that tell it from a neighbour with the same words. */
  letters?: {
    lacks: RegExp;
    /** What every longer text has. */
    has?: RegExp;
  };
  /** Letters, or script, by which alone a short text is told to be in it. */
  own?: RegExp;
  /** Share of its common words from which on a text is in it, where words are inflected much. */
  least?: number;
  /** Every noun has a capital. */
  capitalNouns?: true;
  /** Endings of verbs that stand for a pronoun. */
  endings?: Partial<Record<GrammaticalPerson, string>>;
  /** Prefixes that a verb may have, before a mark of its form (ge, zu). */
  verbPrefixes?: string;
  /** Endings by which a verb denies itself. */
  denials?: string;
  /** Endings of nouns that tell whose something is. */
  possessives?: Partial<Record<'our' | 'you', string>>;
  words: Record<WordClass, string>;
}
