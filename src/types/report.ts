import type { Problem } from './input.ts';
import type { ListStatus, Listed, ThirdParty } from './resource.ts';

export type Verdict = 'keep' | 'drop' | 'review' | 'unexamined';

/** Why a resource got its verdict; `reasons` in errors.ts has a sentence for each. */
export type Reason =
  | 'third_party_evidence'
  | 'third_party_not_asked'
  | 'your_decision'
  | 'below_floor'
  | 'own_posts_only'
  | 'too_few_outside_authors'
  | 'outside_posts_too_old'
  | 'gone'
  | 'unresolved'
  | 'subscribers_unknown'
  | 'third_party_unknown'
  | 'paid_placements_only'
  | 'not_reached'
  | 'not_needed'
  | 'not_asked_yet';

/** A counted resource, before it is judged. */
export interface Candidate {
  resource: Listed;
  /** Distinct customers that follow it. */
  customers: number;
  /** Which bare names were counted with it and why, or why its own bare name could not be resolved. */
  note?: string;
}

/** One line of the ranking or of the candidates; everything that outputs print of a resource. */
export interface Row {
  rank: number | null;
  network: string;
  resource: string;
  resourceId: string;
  title: string | null;
  url: string;
  host: string;
  customers: number;
  customersReadable: number;
  share: number;
  shareLow: number;
  shareHigh: number;
  subscribers: number | null;
  thirdParty: ThirdParty;
  relevance: number | null;
  matchedTerms: string[];
  expectedByChance: number | null;
  lift: number | null;
  massPage: boolean | null;
  newCustomers: number | null;
  reach: number | null;
  lastPost: string | null;
  contact: string | null;
  rankChange: string | null;
  retrievedAt: string | null;
  verdict: Verdict;
  reason: Reason;
  note: string;
  description: string | null;
  wishes: string[];
}

export interface Coverage extends Record<ListStatus, number> {
  network: string;
  profiles: number;
  /** Customers whose follows on this network came from `follows.csv`. */
  imported: number;
}

export interface Teaser {
  rank: number;
  network: string;
  resource: string;
  url: string;
  link: string;
  shortLink: string | null;
  utmSource: string;
  utmMedium: string;
  utmCampaign: string;
  utmContent: string;
  /** Default channel group that Google Analytics 4 will put the visits into. */
  ga4Channel: string;
  teaser: string;
  /** In the network's own unit: graphemes, or weighted characters on X. */
  length: number;
  /** Null where the network is not known to have one. */
  limit: number | null;
  fits: boolean;
}

/** The result of a run. Every output file is a function of it. */
export interface Report {
  /** Day of the run, ISO 8601, UTC. */
  date: string;
  customers: number;
  criteria: { top: number; minSubscribers: number; minCustomers: number; thirdParty: 'require' | 'ignore' };
  coverage: Coverage[];
  /** Every counted resource: the ranking first, then the rest by customers. */
  rows: Row[];
  /**
   * Customers that follow both of two of the first 20 ranked resources: `overlap[i][j]`, symmetric, the diagonal holds
   * each one's own customers. Null where fewer than `criteria.minCustomers` do.
   */
  overlap: (number | null)[][];
  /** What the ranking was at the previous run of the same list; null where there was none. */
  previous: { date: string; gone: FormerResource[] } | null;
  teasers: Teaser[];
  problems: Problem[];
}

/** The ranking of an earlier run, as `history/` keeps it. */
export interface PastRanking {
  date: string;
  criteria: Report['criteria'];
  resources: {
    network: string;
    id: string;
    resource: string;
    url: string;
    rank: number;
    customers: number;
    customersReadable: number;
  }[];
}

/** A resource that the previous ranking had and this one has not. */
export interface FormerResource {
  network: string;
  resource: string;
  url: string;
  customers: number;
  /** Its rank then. */
  rank: number;
}
