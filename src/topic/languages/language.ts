import type { SensitiveSubject } from '../../types/judgement.ts';

/** Words that tell a subject: `sure` ones by themselves, `likely` ones where they come in company. */
interface SubjectWords {
  sure: string;
  likely: string;
  /** Words of trades whose customers show nothing: they only tell that a topic is of this subject. */
  trade?: string;
}

/**
 * What the topic needs to know of a language. Words are separated by blanks: `word` is that word, `stem*` all that begin
 * so, and `two_words*` words that follow one another. Accents and case do not count.
 */
export interface TopicLanguage {
  code: string;
  script: 'Latin' | 'Cyrillic' | 'Greek';
  /** What forms of a word have in common. Gets a word in small letters, without accents. */
  stem(word: string): string;
  /** Words without content: articles, prepositions and the like. */
  particles: string;
  /** Joins words into one, as German does. */
  compounds?: Compounds;
  sensitive: Record<SensitiveSubject, SubjectWords>;
}

/** How words are joined, all in small letters without accents. */
export interface Compounds {
  /** What may stand between two parts. */
  links: readonly string[];
  /** What a word can begin with before its first vowel. */
  onset: RegExp;
  /** Endings that make another word, and are no part. */
  endings: RegExp;
  /** Beginnings that change a word into another one, and are no first part. */
  prefixes: ReadonlySet<string>;
}
