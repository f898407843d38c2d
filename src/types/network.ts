import type { NotIdentified, ProfileName, ResourceName } from './input.ts';
import type { PublishedPost } from './published.ts';
import type { Facts, FollowsPage, ProfileLookup, Listed, Post, Profile, Resource } from './resource.ts';
import type { ServerLimit } from './text-limit.ts';
import type { Web } from './web.ts';

/** A documented limit of one host: at most `requests` in `seconds`, for the addresses that `applies` accepts. */
export interface Pace {
  requests: number;
  seconds: number;
  applies?: (url: URL) => boolean;
}

/**
 * How long a refusal for too many requests that says nothing of itself is obeyed: the window of the documented limit, and
 * twice as long each further time.
 */
export interface Pause {
  seconds: number;
  /** Whether it is about the class of the address alone, see `Network.limitClass`. */
  ofClass?: true;
  source: string;
  /** The day on which that was read, ISO 8601. */
  read: string;
}

/** What a network's own terms ask of whoever reads it, as they stood on a day. Data for people and for the rules of a run. */
export interface Terms {
  /** Days after which an answer is removed or asked for again, whatever `--keep` says; null where no number is given. */
  keepDays: number | null;
  /** What may be made of the answers. */
  derived: string;
  /** Whether figures may be derived together with those of other networks. */
  mixable: boolean;
  /** Why a profile is read only where the customer's row says that its owner agreed; null where that is not asked. */
  consent: string | null;
  source: string;
  /** The day on which the terms were read, ISO 8601. */
  read: string;
}

/** A page of a profile that a person opens, reads to its end and saves, and that `import` reads. */
export interface HandPage {
  /** What the list is, in the words of the worksheet. */
  list: 'likes' | 'following' | 'groups' | 'interests';
  /** How it comes into sight once its page is open: at once, by a click on its number, or a tab at a time. */
  way: 'list' | 'dialog' | 'tabs';
  /** Its address, for a profile of this name; null where the network has none for such a name. */
  address: (name: string) => string | null;
}

interface NetworkIdentity {
  /** File name, fixture folder and CSV value. */
  id: string;
  title: string;
  /**
   * Hosts that are the network's alone, without `www.`: `t.me`, and `*.t.me` for all under it; `?` stands for a letter.
   * None where it may be anywhere.
   */
  hosts: readonly string[];
  /** Headings and words that name the network in a client list, lower case. */
  aliases: string[];
  /** Accounts in the network, for what chance alone would give; null where nobody knows. */
  accounts: { count: number; asOf: string; source: string } | null;
  /** Addresses and handles with the profile each names, or null. Walked by a test, printed in the README. */
  examples: { input: string; profile: string | null }[];
  /** An address, or a handle that can only be this network's. */
  parseProfile(input: string): ProfileName | NotIdentified | null;
  /** What is written in a column that is headed with the network's name. */
  parseHandle(input: string): ProfileName | NotIdentified | null;
  parseResource(input: string): ResourceName | NotIdentified | null;
  /** Its exports give pages by their titles alone: beside its name a word without a sign is a title, not a handle. */
  exportsTitles?: true;
  /** Pages that show what a profile follows to a person who is logged in, the most telling first. */
  byHand?: readonly HandPage[];
  /** The address of a page known by its bare name alone; null where that needs more. */
  pageOf(name: string): string | null;
  /** The value of `utm_source` for a link published on this resource. */
  utmSource(resource: { host: string; url?: string }): string;
}

/** What a network allows to be spent, in units that it counts itself: requests, quota units, dollars. */
export interface Budget {
  unit: string;
  /** The setting that raises or lowers the limit, and the limit where it is not set. */
  setting: 'xBudget' | 'youtubeQuota';
  /** How long what was spent counts: since the last midnight in this time zone, or for so many days. */
  period: { midnightIn: string } | { days: number };
}

/** A network whose public follows can be read. A network file fetches and maps, nothing else. */
export interface Network extends NetworkIdentity {
  closed?: never;
  /** The environment variable that holds the token, and where a person gets one. Without a needed one nobody is asked. */
  token?: { variable: string; where: string; needed: boolean };
  /** Why nobody's list is read here: resources alone are examined. */
  resourcesOnly?: string;
  terms: Terms;
  budget?: Budget;
  /** Requests that a plan reckons for the lists of so many profiles; without it, one a page and one for the end. */
  listRequests?(profiles: number, follows: number): number;
  /** What a plan reckons that reading so many profiles, with so many follows each, takes from the budget. */
  cost?(profiles: number, follows: number): number;
  paces: Pace[];
  /** A minute where nothing is documented. */
  pause?: Pause;
  /**
   * Which of a host's allowances an address takes from, where the host counts them apart. Each class keeps `paces` by
   * itself, hears what answers tell of its own, and waits for no other. A function of few values.
   */
  limitClass?(url: URL): string;
  /** Requests under way at one host. */
  concurrency: number;
  /** The network's own maxima: profiles found, follows listed, resources described and posts shown by one request. */
  batch: { profiles: number; follows: number; facts: number; posts: number };
  /** Which names exist, under which id. At most `batch.profiles` names of one host; each is answered. */
  findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]>;
  /** Pages of the profile's list, from the start or from a page's `next`. @throws Unreadable */
  listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage>;
  /** Which imported names exist, and their facts, which come with the answer. At most `batch.facts` of one host. */
  findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]>;
  /** Whether the number a follow list showed decides the floor without asking the resource's home. */
  decidesFloor(listed: Listed, floor: number): boolean;
  /** Facts in batches of at most `batch.facts` of one host; and the latest posts, where they come with the answer. */
  readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts, Post[]?]>;
  /** Resources whose posts travel in one request when they are read side by side; one where it is not said. */
  postsTogether?(web: Web): Promise<number>;
  /** How long a post may be at this host, where servers differ; null where it does not say. */
  readTextLimit?(host: string, web: Web): Promise<ServerLimit | null>;
  /** Newest first. @throws Unreadable */
  readPosts(resource: Resource, facts: Facts, web: Web): AsyncIterable<Post>;
  /**
   * How the post at this address is read, where that is not simply its page; null where it is the address of no post, or
   * where that needs a token that is not there. The answer is null where the post is gone.
   */
  publishedPost?(url: URL, token: string | null): ((web: Web) => Promise<PublishedPost | null>) | null;
}

/** A network that shows follows to nobody but the person. Its addresses are recognised, and coverage says why. */
export interface ClosedNetwork extends NetworkIdentity {
  closed: { reason: string; whatToDo: string };
}

/** A network as the program knows it: its addresses are recognised, and what it shows is read. */
export type AnyNetwork = Network | ClosedNetwork;
