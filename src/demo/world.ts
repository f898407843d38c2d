import { did, misskeyId, snowflake } from './ids.ts';

/** Whose habits a server has; `answer-mastodon.ts` knows what each of the three fediverse ones does differently. */
type DemoSoftware = 'bluesky' | 'mastodon' | 'snac' | 'sharkey';

export interface Server {
  host: string;
  software: DemoSoftware;
  /** What the names of its accounts end with where that is not the host; WebFinger there leads here. */
  accountDomain?: string;
  /** Names its actors by number, `/ap/users/<id>`. */
  numericActors?: boolean;
  /** Milliseconds before every answer. */
  delay?: number;
  /** The first question for accounts is answered with 429 and a reset this many milliseconds ahead, without Retry-After. */
  busyFor?: number;
  /** Shows no account to anybody who is not logged in. */
  wantsLogin?: boolean;
  /** Most accounts in one page of a follow list; the software's own maximum where absent. */
  pageSize?: number;
  /** Requests allowed in five minutes; the software's own limit where absent. */
  limit?: number;
}

/**
 * What became of an account. Bluesky knows `deactivated`, `takendown` and `logged_in_only` (the wish
 * `!no-unauthenticated`), the fediverse `hidden` (its follow list), `suspended`, `limited` and `moved`.
 * `deleted` is gone without a trace at home; in the fediverse other servers still list it.
 */
export type State =
  | 'active'
  | 'deactivated'
  | 'takendown'
  | 'logged_in_only'
  | 'hidden'
  | 'suspended'
  | 'limited'
  | 'moved'
  | 'deleted';

/** Something that somebody wrote. `author` is an account's id, `at` an ISO 8601 instant. */
export interface Written {
  author: string;
  at: string;
  text: string;
}

/** What an account shows, at an ISO 8601 instant. A repost is a boost in the fediverse. */
export type ShownFollowers =
  | { kind: 'own'; at: string; text: string }
  | { kind: 'reply'; at: string; text: string; to: Written }
  | { kind: 'repost'; at: string; of: Written }
  | { kind: 'quote'; at: string; text: string; of: Written };

export interface DemoAccount {
  /** DID or actor URI: what follows and posts name. */
  id: string;
  /** Host of its home server. */
  server: string;
  /** The whole handle on Bluesky, the part before `@` elsewhere. `handle.invalid` resolves to nobody. */
  name: string;
  /** Where a person opens it. */
  url: string;
  title: string;
  description: string;
  /** As the home server counts; -1 where the account hides the number. */
  subscribers: number;
  /** As every other server believes. */
  subscribersElsewhere: number;
  /** Ids of accounts, newest follow first. */
  follows: string[];
  /** Newest first. */
  shown: ShownFollowers[];
  state: State;
  /** Id of the account that a `moved` one became. */
  movedTo: string | null;
  group: boolean;
  /** Asks search engines to leave it out. */
  noindex: boolean;
  /** Its last page of follows hands out the cursor it was asked with, for ever (Bluesky). */
  stuckCursor: boolean;
  /** ISO 8601 instant. */
  since: string;
}

/** A fictional social network: plain data, from which `startDemoNetwork` answers. */
/** A page of a website that is no network. */
export interface DemoPage {
  host: string;
  path: string;
  html: string;
}

export interface World {
  servers: Server[];
  accounts: DemoAccount[];
  pages?: DemoPage[];
}

/** The host that all of Bluesky is asked at, whichever server an account lives on. */
export const appView: Server = { host: 'public.api.bsky.app', software: 'bluesky' };

/**
 * An account on this server, with an id that depends on server and name alone.
 * What is not said: no description, no subscribers, no follows, no posts, active, since the start of 2024.
 */
export function account(server: Server, name: string, about: Partial<DemoAccount> = {}): DemoAccount {
  const subscribers = about.subscribers ?? 0;
  return {
    ...addresses(server, name),
    server: server.host,
    name,
    title: name,
    description: '',
    subscribers,
    subscribersElsewhere: subscribers,
    follows: [],
    shown: [],
    state: 'active',
    movedTo: null,
    group: false,
    noindex: false,
    stuckCursor: false,
    since: '2024-01-01T00:00:00.000Z',
    ...about,
  };
}

function addresses({ host, software, numericActors }: Server, name: string): { id: string; url: string } {
  const seed = `${host} ${name}`;
  if (software === 'bluesky') {
    const id = did(seed);
    return { id, url: `https://bsky.app/profile/${name === 'handle.invalid' ? id : name}` };
  }
  if (software === 'snac') return { id: `https://${host}/${name}`, url: `https://${host}/${name}` };
  const url = `https://${host}/@${name}`;
  if (software === 'sharkey') return { id: `https://${host}/users/${misskeyId(seed)}`, url };
  if (numericActors) return { id: `https://${host}/ap/users/${snowflake(Date.UTC(2024, 0), seed)}`, url };
  return { id: `https://${host}/users/${name}`, url };
}

/** The ways to find something in a world. Names are found whatever their case. */
export interface Directory {
  world: World;
  /** @throws Error where nobody has this id. */
  account(id: string): DemoAccount;
  find(id: string): DemoAccount | undefined;
  /** The account of this name on this host; also on Bluesky, where every handle is of the one host. */
  named(host: string, name: string): DemoAccount | undefined;
}

/** @throws Error where an account, a follow, a post or a move names somebody who is not in the world, or two are one. */
export function directoryOf(world: World): Directory {
  const byId = new Map(world.accounts.map((each) => [each.id, each]));
  if (byId.size !== world.accounts.length) throw new Error('two accounts of the world have the same id');
  const hosts = new Set(world.servers.map((server) => server.host));
  const byName = new Map<string, DemoAccount>();
  for (const each of world.accounts) {
    if (!hosts.has(each.server)) throw new Error(`${each.name} lives on ${each.server}, which is not in the world`);
    if (each.name !== 'handle.invalid') byName.set(`${each.server} ${each.name.toLowerCase()}`, each);
    for (const id of namesOf(each)) {
      if (!byId.has(id)) throw new Error(`${each.name} names ${id}, who is not in the world`);
    }
  }
  return {
    world,
    account(id) {
      const found = byId.get(id);
      if (!found) throw new Error(`${id} is not in the world`);
      return found;
    },
    named: (host, name) => byName.get(`${host} ${name.toLowerCase()}`),
    find: (id) => byId.get(id),
  };
}

/** Ids of everybody whom an account follows, repeats, quotes, answers or became. */
export function namesOf(each: DemoAccount): Set<string> {
  const ids = new Set(each.follows);
  for (const shown of each.shown) {
    if (shown.kind === 'repost' || shown.kind === 'quote') ids.add(shown.of.author);
    if (shown.kind === 'reply') ids.add(shown.to.author);
  }
  if (each.movedTo) ids.add(each.movedTo);
  return ids;
}
