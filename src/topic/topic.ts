/** A word or several that a marketer names. */
export interface TopicTerm {
  /** As it was written. */
  text: string;
  /** Its words in order. */
  words: string[];
  /** The words stand together in this order; of a search query they need only stand in one text. */
  together: boolean;
}

/** The words of one language. */
export interface TopicLine {
  /** ISO 639-1. */
  language: string;
  terms: TopicTerm[];
  /** Words that say that a text is of something else. */
  excluded: TopicTerm[];
}

/** What a marketer's field is, in words; one line a language. */
export type Topic = readonly TopicLine[];
