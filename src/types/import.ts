import type { NotIdentified, ResourceName } from './input.ts';
import type { Facts, Post } from './resource.ts';

/** One follow that an exported or saved file tells of, before anybody knows which resource it is. */
export interface ParsedFollow {
  /** Who follows, where the file itself names several customers; null where the whole file is one customer's. */
  customer: string | null;
  /** Where the resource can be found: an address, or what its network's own address column may hold; null for a bare name. */
  address: string | null;
  /** Network of the resource; null where the address tells. Never null without an address. */
  network: string | null;
  title: string | null;
  subscribers: number | null;
  /** An e-mail address of who follows, beside their name. */
  email?: string | null;
  /** The row says that it was learned by a survey. */
  via?: 'survey';
}

/** Whose a saved page or an export is, as far as it says so itself. */
export interface ToldOwner {
  /** Addresses of the owner's profiles. */
  profiles: string[];
  /** What the owner is called: full names, e-mail addresses. */
  names: string[];
  /** Which of the owner's lists a saved page shows. */
  list?: string;
}

/** A page, group or account that somebody opened and saved: what it says of itself, and the posts it shows. */
export interface SavedResource {
  /** What a person would call the page. */
  format: string;
  resource: ResourceName;
  /** Further ids under which its network knows it, where the page tells them. */
  otherIds: string[];
  /** Another name for the same page, where the page itself proves it: the number behind a name. */
  otherName?: ResourceName;
  /** What it shows; the rest is left out. */
  told: Partial<Pick<Facts, 'title' | 'subscribers' | 'description' | 'contacts' | 'links' | 'group' | 'suggestions'>>;
  /** Newest first as it shows them; empty where it shows none. */
  posts: Post[];
  /** Milliseconds since the epoch; null where nobody knows. */
  savedAt: number | null;
}

/** What a file turned out to be: follows, or something that holds none. */
export type RecognisedFile =
  | {
      /** What a person would call the file: `Instagram export: accounts followed`. */
      format: string;
      follows: ParsedFollow[];
      /** What else stood in it and was left, with its number: `12 hashtags`. */
      skipped: string[];
      /** Those it names as customers may be the pages: whoever says whose the follows are knows better. */
      customersUnsure?: boolean;
      /** Clients told it from memory. */
      via?: 'survey';
      /** Who was asked and named nothing, on this network or, where it is null, on any. */
      asked?: { customer: string; email: string | null; network: string | null; via?: 'survey' }[];
      owner?: ToldOwner;
    }
  | {
      format: string;
      reason: string;
      whatToDo: string;
      /**
       * Why it needs nobody's attention: `people` and `other` are no follows; `unknown` seems to list something, and only
       * a person can say what. Left out where there was more to be had from the file.
       */
      holds?: HoldsNoFollows;
      /** The network on which its owner follows nothing, where the whole list of follows is there and empty. */
      emptyOn?: string;
      owner?: ToldOwner;
    };

export type HoldsNoFollows = 'people' | 'other' | 'unknown';

/** Which resource an address names; handed to formats that read pages of links. */
export type IdentifyResource = (address: string) => ResourceName | NotIdentified | null;
