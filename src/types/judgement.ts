/** How outsiders are published, what counts most first. */
export const outsideClasses = ['guest_posts', 'suggest_box', 'interviews', 'open_wall', 'reposts'] as const;
export type OutsideClass = (typeof outsideClasses)[number];

/** How a resource publishes outside authors; the last three are no way to be published there. */
export const thirdPartyKinds = [...outsideClasses, 'paid_only', 'own_only', 'unknown'] as const;
export type ThirdPartyKind = (typeof thirdPartyKinds)[number];

/** What a row of evidence rests on. */
export const evidenceRules = [
  'byline',
  'guest_text',
  'letter',
  'takeover',
  'interview',
  'episode',
  'signature',
  'repeated',
  'visitor',
  'signed',
  'guest',
  'asks_for_texts',
  'open_to_all',
  'changing_hosts',
  'open_by_nature',
  'suggestions',
  'refuses_texts',
  'sells_places',
  'by_assistant',
  'by_hand',
] as const;
export type EvidenceRule = (typeof evidenceRules)[number];

/** One place in a resource that decides. */
export interface EvidenceRow {
  rule: EvidenceRule;
  class: ThirdPartyKind;
  url: string;
  /** ISO 8601; null where it holds today: a description, a pinned post. */
  at: string | null;
  /** The words themselves. */
  quote: string;
  /** Who is published there; empty where nobody is named. */
  author: string;
}

/** What a second reader says of a resource that the rules leave open. */
export interface SecondOpinion {
  verdict: 'keep' | 'drop';
  evidence: EvidenceRow[];
  /** By whom, what was sent, and why. */
  note: string;
}

/** What following a page can show of a person that is nobody's business: Article 9 GDPR. */
export const sensitiveSubjects = [
  'health',
  'religion',
  'politics',
  'sexuality',
  'trade_unions',
  'ethnic_origin',
] as const;
export type SensitiveSubject = (typeof sensitiveSubjects)[number];

/** A sensitive subject of a page, with the words that show it and where they stand. */
export interface SensitiveRow {
  subject: SensitiveSubject;
  quote: string;
  url: string;
}
