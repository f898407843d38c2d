/** A profile whose network answered: it exists, and this is its stable id. */
export interface Profile {
  network: string;
  id: string;
  /** What the network's API calls the profile, e.g. a server's own account id. */
  ref: string;
  /** The host that holds the profile's list; may differ from the one first asked. */
  host: string;
  /** How many it says it follows, where it does. */
  follows?: number | undefined;
  /** The address of the account that the name has moved to, whose list this is. */
  movedTo?: string | undefined;
}

/** How the attempt to read one profile's list ended. The words are the columns of `coverage.csv`. */
export const incompleteStatuses = [
  'hidden',
  'not_found',
  'needs_login',
  'truncated',
  'not_reached',
  'not_asked',
] as const;
export type IncompleteStatus = (typeof incompleteStatuses)[number];
export const listStatuses = ['read', ...incompleteStatuses] as const;
export type ListStatus = (typeof listStatuses)[number];

/** What a person can do about something that was not read; errors.ts has a sentence for each. */
export const remedyNames = [
  'check_spelling',
  'survey',
  'export',
  'consent',
  'none',
  'set_token',
  'renew_token',
  'change_plan',
  'raise_budget',
  'wait',
  'run_again',
] as const;
export type Remedy = (typeof remedyNames)[number];

/** The network shows nothing, as it says or as was known before. */
export type UnreadableStatus = Exclude<ListStatus, 'read' | 'truncated' | 'not_reached'>;

/** Why there is no profile whose list could be read. */
export interface MissingProfile {
  status: UnreadableStatus | 'not_reached';
  note: string;
  /** Where it is another one than the status suggests. */
  remedy?: Remedy | undefined;
  /** The instant from which another try may do better. */
  retryAt?: number | undefined;
}

export type ProfileLookup = { profile: Profile } | MissingProfile;

/** A page, community, channel or account that profiles follow. */
export interface Resource {
  network: string;
  /** The network's stable id; for network `web` the normalised address. */
  id: string;
  /** Handle or other renamable name. */
  name: string;
  title: string | null;
  url: string;
  /** The host that knows the resource best. */
  host: string;
}

/** A resource as one follow list, or one imported row, shows it. */
export interface Listed extends Resource {
  subscribers: number | null;
  /** Who counted the subscribers: the resource's own server, one that heard of it, or the person who wrote the import. */
  countedBy: 'home' | 'elsewhere' | 'hand';
  /** A customer said so when asked, and may not remember well. */
  via?: 'survey';
  /** The list says that it repeats what its members write. */
  group?: boolean;
  /** The name of an account that has moved here, and that the list still names. */
  movedFrom?: string;
}

/** Another resource that one turned out to be. */
export interface Successor {
  resource: Resource;
  /** It has moved there; else it is the same one, which its home knows by another id. */
  moved: boolean;
}

/** A page of a profile's list, as one request brings it. */
export interface FollowsPage {
  resources: Listed[];
  /** Where the next page starts, or null at the end. Handed back to `listFollows` when a killed run goes on. */
  next: string | null;
  /** The server holds more than it hands out. */
  cutShort?: boolean;
  /** Why it is cut short, where the network's own limit is not the reason. */
  note?: string;
  /** Items that were described in a way nobody documented, and are left out. */
  odd?: number;
}

/** What a page has in a field for links, beside its description. */
export interface Link {
  /** An address or a handle, as it is written there. */
  text: string;
  /** The name of the field; empty where it has none. */
  label: string;
  /** The field is for places of the page itself; else for any that it likes to show. */
  isOwn: boolean;
  /** The network saw that the place links back to the page (`rel="me"`). */
  verified?: true;
}

/** Who told the facts of a resource: its network, a page of it that a person saved, or a person who looked and counted. */
export const factSources = ['network', 'saved_page', 'hand'] as const;
type FactSource = (typeof factSources)[number];

/** What a resource says of itself. Unknown is null, never 0. */
export interface Facts {
  name: string;
  title: string | null;
  url: string;
  subscribers: number | null;
  description: string | null;
  /** The account repeats what its members write: open by nature. */
  group: boolean;
  /** It has a field in which visitors propose posts. */
  suggestions?: true;
  /** False once the network says that the resource is gone. */
  exists: boolean;
  /** What the API calls the resource, and the host to ask. */
  ref: string;
  host: string;
  /** How the page itself says that its people can be reached: an e-mail with its purpose, a site, a profile. */
  contacts?: string[];
  links?: Link[];
  /** Posts that stand above all others, where they come with the facts; they come first of the posts, too. */
  pinned?: Post[];
  /** The domain that is the page's handle: the network saw that whoever holds it points at the page. */
  domain?: string;
  /** Wishes of the account about exposure, in the network's words, e.g. `noindex`. */
  wishes: string[];
  /** Where it is not the network. */
  via?: Exclude<FactSource, 'network'>;
  /** What it turned out to be, where its home gives it another id, or says that it has moved. */
  successor?: Successor;
}

/** Who wrote a post, as the network shows them. */
export interface Author {
  name: string | null;
  handle: string | null;
  /** What they say of themselves. */
  bio: string | null;
}

/** Characters of a post's text that are kept: enough to judge by. */
export const longestPost = 2000;

/** One post of a resource, newest first, a pinned one above all; all that is kept of it. */
export interface Post {
  url: string;
  /** ISO 8601 instant at which the resource showed it. */
  at: string | null;
  kind: 'own' | 'repost' | 'quote';
  /** Stable id of who wrote it, or of who is quoted. */
  author: string;
  text: string;
  /** What is known of the author, where it is not the resource itself. */
  by?: Author;
  /** The text that is quoted. */
  quoted?: string;
  /** The resource's own, signed by somebody; with a guest whom it names; a visitor's on its wall; or in a collection of others' videos. */
  place?: 'signed' | 'guest' | 'wall' | 'collection';
  /** Marked as an advertisement by the network. */
  ad?: true;
  /** It stands above the others, however old it is: what it says holds until it is taken down. */
  pinned?: true;
}
