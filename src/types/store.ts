import type { ArticleVisit } from './article.ts';
import type { AuthorPage } from './author-page.ts';
import type { Drafts } from './draft.ts';
import type { Customer, EmptyAnswer, ExcludedCounts, Exclusions, Problem, ProfileName, ResourceName } from './input.ts';
import type { UnreadReason } from './report.ts';
import type { ShortLink } from './short-link.ts';
import type { KeptAnswer, LearntLimit } from './web.ts';
import type { KnownLimits } from './text-limit.ts';
import type {
  Post,
  Facts,
  FollowsPage,
  ProfileLookup,
  ListStatus,
  Listed,
  Profile,
  Resource,
  Successor,
} from './resource.ts';

/** One of a customer's lists, as counting needs it. */
export interface ReadList {
  /** Key of the list in the state; equal for two spellings of the same profile. */
  list: string;
  /** Under which other keys the profile may be met whose list this is. */
  names?: string[];
  /** Null for an imported list, whose resources may lie in several networks. */
  network: string | null;
  status: ListStatus;
  /** When it was read; null where it is none that was finished. */
  at: number | null;
  /** Of an imported list: networks on which the customer was asked and follows nothing; null for all of them. */
  empty?: EmptyAnswer['network'][];
  /** Those of `empty` that were said in a survey alone. */
  emptyInSurvey?: EmptyAnswer['network'][];
}

/** What one list says of its resources: a text for each, see `lineOf`, which is read only where it is asked for. */
export interface Lines {
  length: number;
  /** CRC-32 of each line. */
  marks: Uint32Array;
  /** Whether, as far as was known when it was written, no list said before just this. */
  isFresh(index: number): boolean;
  /** @throws Error where the line cannot be read */
  text(index: number): string;
  all(): string[];
}

/** Keys of lists by network; those of imported lists stand under the empty name. */
export type Readers = ReadonlyMap<string, ReadonlySet<string>>;

/** What a ranking rests on: lists that were really read, not those that stand for want of a newer answer. */
export interface Basis {
  lists: Readers;
  /** How many there are for each profile and import that was asked for, 0 to 1. */
  share: number;
}

/** A reason as it is saved: ages come of it on the day of a report. */
export interface SavedReason extends Omit<UnreadReason, 'ageDays'> {
  /** When the oldest answer was given that stands instead. */
  keptAt: number | null;
}

/** A resource that turned out to be another one. */
export interface SucceededResource extends Successor {
  network: string;
  id: string;
  name: string;
  /** 64-bit keys as 32-bit halves, low before high, as in `keys`. */
  key: Uint32Array;
  successorKey: Uint32Array;
}

/** Which profiles are on the opt-out list, as far as addresses and the state tell. */
interface ExcludedNames {
  hasName(name: ProfileName): boolean;
  hasProfile(profile: { network: string; id: string }): boolean;
}

/**
 * What survives a crash. Everything a network said goes in here before it is used. Every method is done when it
 * returns, and is done whole or not at all.
 * @throws UserError from every method: state_damaged, state_unwritable
 */
export interface Store {
  /**
   * Replaces what the run before was asked about: who has which profiles, what was imported, what could not be used.
   * @param imported the resources that `follows.csv` gives each customer, by customer key
   * @param emptyAnswers what it says of customers who follow nothing
   * @param segments the word for the segment of each customer, by customer key
   */
  saveInput(
    customers: Customer[],
    imported: Map<string, Listed[]>,
    problems: Problem[],
    now: number,
    excluded?: ExcludedCounts,
    emptyAnswers?: readonly EmptyAnswer[],
    segments?: ReadonlyMap<string, string>,
  ): void;
  /** Adds the people of the control list to what was saved last. */
  saveControl(people: Customer[]): void;
  /** Who was left out of the last input, or removed from it since, as the opt-out list says. */
  excluded(): ExcludedCounts;
  /**
   * Removes whom the opt-out list names, under any name that the state knows of the same profile, with the customers
   * that have it. Of them only pseudonyms stay, so that they are known again under another name, and only while the list
   * names them.
   */
  exclude(exclusions: Exclusions): ExcludedNames;
  /** The problems of the last input; null where no run has read any. */
  problems(): Problem[] | null;
  /** What the networks' answers tell of the input. */
  addProblems(problems: readonly Problem[]): void;
  /** Why what was not read was not, at the last run of this input. */
  reasons(): SavedReason[];
  saveReasons(reasons: readonly SavedReason[]): void;
  /** The article of the last link that was looked at. */
  article(): { visit: ArticleVisit; at: number } | null;
  saveArticle(visit: ArticleVisit, now: number): void;
  /** How long posts may be, as servers said. */
  textLimits(): KnownLimits;
  saveTextLimits(limits: KnownLimits): void;
  /** Limits of hosts that were learnt no longer than a week ago. */
  learntLimits(): LearntLimit[];
  saveLearntLimit(limit: LearntLimit): void;
  /** What a network answered to a request, to ask whether that has changed; null where it is not kept. */
  answer(network: string, request: string): KeptAnswer | null;
  saveAnswer(network: string, request: string, answer: KeptAnswer, now: number): void;
  /** The page for authors of a resource; null where nobody has looked for it. */
  authorPage(resource: { network: string; id: string }): AuthorPage | null;
  saveAuthorPage(resource: { network: string; id: string }, page: AuthorPage, now: number): void;
  /** What an assistant drafted for a resource; null where it has not. */
  drafts(resource: { network: string; id: string }): Drafts | null;
  saveDrafts(resource: { network: string; id: string }, drafts: Drafts, now: number): void;
  /** What a service answered for a link, however long ago; null where it was never asked. */
  shortLink(service: string, link: string): { shortLink: ShortLink; at: number } | null;
  saveShortLink(service: string, link: string, shortLink: ShortLink, now: number): void;

  /**
   * The profile that a name turned out to be, also after its list is finished; null in it where the network said that
   * there is none to read. Null as a whole where no network has answered.
   */
  found(name: ProfileName): { profile: Profile | null; status: ListStatus | null; at: number } | null;
  saveFound(name: ProfileName, found: ProfileLookup, now: number): void;

  /** The finished list of a profile, if there is one. */
  list(profile: Profile): { status: ListStatus; note: string; at: number } | null;
  /**
   * Where an unfinished list goes on: the last page's `next`, or null where it starts anew. Pages of a list that was
   * begun more than a day ago are dropped: a cursor that old is not trusted.
   */
  unfinished(profile: Profile): string | null;
  addPage(profile: Profile, page: FollowsPage, now: number): void;
  /**
   * Makes one list of the pages; where `status` is not `read` or `truncated` the list is empty. A list with a page that
   * was cut short is `truncated`. When the program was killed between the last page and this, opening the state does it.
   * @param end a page behind the others, which was not added
   */
  finishList(
    profile: Profile,
    status: Exclude<ListStatus, 'not_reached'>,
    note: string,
    now: number,
    end?: FollowsPage | null,
  ): void;

  /** Resources that imported names turned out to be, by `network:name`. */
  identity(name: ResourceName): { resource: Resource; at: number } | null;
  saveIdentity(name: ResourceName, resource: Resource, now: number): void;

  /**
   * Customers of the last input, each with its lists, in an order of their own that the same state always gives.
   * A list that was not finished is `not_reached`.
   */
  customers(): ReadList[][];
  /** The people of the last input's control list, in the same way. */
  control(): ReadList[][];
  /** The segment of each customer, in the order of `customers()`; null where a customer is in none. */
  segments(): (string | null)[];
  /** What the ranking whose bytes have this digest rests on; null where this state made none. */
  basisOf(ranking: string): Basis | null;
  /** Remembers what this ranking rests on; not by name, and not in the ranking itself. */
  saveRanking(ranking: string, basis: Basis, now: number): void;
  /** The keys that a list has, or a name of it, whose owner is this resource: a client's profile may be one. */
  ownKeys(resource: { network: string; id: string; name: string }): string[];
  /** 64-bit keys of one list's resources as pairs of 32-bit halves (low, high), without duplicates. */
  keys(list: string): Uint32Array;
  /** The resources of one list, in the order of its keys. */
  resources(list: string): Listed[];
  /** The same as lines. */
  lines(list: string): Lines;
  linesOf(resources: readonly Listed[]): Lines;
  /** Equal as long as no list has changed, come or gone. */
  listsDigest(): string;
  /** A part of what was saved of a count, from 0 on; null where there is none. It goes where a list of it goes. */
  counted(part: number): Uint8Array | null;
  saveCounted(parts: Iterable<Uint8Array>, now: number): void;
  facts(resource: { network: string; id: string }): { facts: Facts; at: number } | null;
  saveFacts(resource: { network: string; id: string }, facts: Facts, now: number): void;
  /** Every resource whose facts tell of a successor, with the name it had, and the keys of both. */
  successors(): SucceededResource[];
  evidence(resource: { network: string; id: string }): { posts: Post[] | null; at: number } | null;
  /** `posts` is null where the network refuses to show them. */
  saveEvidence(resource: { network: string; id: string }, posts: Post[] | null, now: number): void;

  /** What every pseudonym of this state is made with, to be handed to no one but a vault. */
  salt(): Uint8Array;
  /** Makes pseudonyms with another salt from here on. False, and nothing done, where the state holds any already. */
  adoptSalt(salt: Uint8Array): boolean;

  /** What is saved from here on stays once `keep` is called; a state that is closed before, or killed, is as it was. */
  hold(): void;
  keep(): void;

  /** What was spent of a network's budget since this instant. */
  spent(network: string, since: number): number;
  /** Stays at once, also while everything else is held back: a killed run must not spend twice. */
  saveSpending(network: string, amount: number, now: number): void;

  /** Removes what was read before this instant, an input included. */
  purge(before: number): void;
  /** Removes what this network said before this instant; what persons said of it stays. */
  purgeNetwork(network: string, before: number): void;
  /**
   * Removes a customer, whatever no other customer of the last input needs, and the values in the problems, which may
   * name anybody. Not one byte of it stays in the file. False where the last input had no such customer.
   */
  forget(customer: string): boolean;
  /** Removes everything. */
  forgetAll(): void;
  close(): void;
}
