import type { Candidate } from '../types/report.ts';
import type { CandidateSource } from './candidates.ts';
import type { Histogram } from './statistics.ts';
import type { FollowedLists, Moved } from './successors.ts';

/** Where candidates come from that can be saved. */
interface PageSource extends CandidateSource {
  /** The 64-bit keys of resources that share none, by number: low half before high. */
  keys(): Uint32Array;
  /** The customers, by number, that follow each of these candidates. */
  followersOf(candidates: readonly Candidate[]): number[][];
  /** Customers who follow a page of their own, by its number. */
  selves?: ReadonlyMap<number, ReadonlySet<number>>;
  /** Two resources share a key. */
  isCollided?: boolean;
}

/** What all lists together tell of the pages: counted now, or saved when the same was counted before. */
export interface CountedPages {
  /** The lists, with each name and successor as what it means. */
  read: () => FollowedLists;
  source: PageSource;
  /** All follows that were counted, of one customer or of several. */
  follows: number;
  moved: Moved[];
  /** How many pages so many customers follow, by network. */
  spread: ReadonlyMap<string, Histogram>;
  /** The networks that an imported list tells of, and those of which not a survey alone tells. */
  networksIn(list: string): ReadonlySet<string>;
  networksShown(list: string): ReadonlySet<string>;
}
