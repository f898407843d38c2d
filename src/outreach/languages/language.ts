/** What a page may ask of those who write for it. */
export const ruleKinds = ['length', 'exclusive', 'links', 'artificial', 'advertising', 'about_author'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** The sentences of a pitch in one language; what stands in braces is filled in. */
export interface PitchLanguage {
  /** ISO 639-1. */
  code: string;
  /** `{page}` */
  greeting: string;
  /** `{date}` and `{quote}`: a recent post of theirs, word for word. */
  seen: string;
  /** `{specialization}` and `{experience}` */
  field: string;
  /** Before one topic, and before several. */
  offerOne: string;
  offerSeveral: string;
  /** Behind topics that were compared with the latest posts. */
  unseen: string;
  /** `{benefit}` */
  gain: string;
  /** `{samples}` */
  samples: string;
  /** Where a page asks for it. */
  fresh: string;
  askOne: string;
  askSeveral: string;
  /** Questions to the people of a page; `{term}` is a word of the marketer's field. */
  interview: readonly string[];
  /** Words that a rule of each kind has, as `judgement/languages` writes them; of `length` the units. */
  rules: Readonly<Record<RuleKind, string>>;
}
