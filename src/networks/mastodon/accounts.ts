import { z } from 'zod';
import { canParseUrl } from '../../text/web-address.ts';
import type { FollowsPage, ListStatus, Listed, Post, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { hostOf, isUri, nameInUri, userAndDomain } from './addresses.ts';

// What all software of the fediverse shares, whatever protocol it is asked in.

/** A field of an account's description, in HTML. */
export interface FieldOfAccount {
  name: string;
  value: string;
  /** The server saw that the page it links to links back. */
  verified: boolean;
}

/** An account as its server describes it. */
export interface DescribedAccount {
  /** `user`, or `user@domain` where it is another server's. */
  acct: string;
  /** The actor URI: the same on every server. */
  uri: string;
  url: string;
  title: string | null;
  /** HTML. */
  note: string;
  followers: number | null;
  following: number | null;
  /** It repeats what its members write. */
  group: boolean;
  suspended: boolean;
  hidesFollows: boolean;
  movedTo: NewAccount | null;
  wishes: string[];
  fields?: FieldOfAccount[];
  /** Profiles of the people who run it, where the server names them. */
  contacts?: string[];
  /** What stands above its other posts, where the server shows it with the account. */
  pinned?: Post[];
}

/** The account that one has moved to. */
export interface NewAccount {
  /** `user`, `user@domain` or an actor URI. */
  acct: string;
  /** Null where nothing but the name is told. */
  uri: string | null;
  url: string | null;
  title: string | null;
  followers: number | null;
}

/** An account of the server that was asked. */
export interface FediverseAccount extends DescribedAccount {
  /** Who reads its follows and its posts, and what that protocol calls them; see `refOf`. */
  followsRef: string;
  postsRef: string;
  /** The name that it says it goes by, as it writes it; whether that is so the name's domain knows. */
  claims?: string;
  /** Where the number of followers is to be asked for, where the description does not hold it. */
  followersAt?: string;
}

/** An account, the server that answered for it, and the domain of that server's accounts. */
export interface LocatedAccount {
  account: FediverseAccount;
  server: string;
  domain: string;
}

export interface MissingAccount {
  status: Exclude<ListStatus, 'read' | 'truncated' | 'hidden'>;
  note: string;
}

/** How the accounts of one kind of software are found, each at its home server. */
export interface AccountFinder {
  /** Why nobody's follows are shown there. */
  closed?: string;
  /** @throws WebError */
  byUri(uri: string, web: Web): Promise<FediverseAccount | MissingAccount>;
  /** Where the software answers for a name without WebFinger. @throws WebError */
  byName?(user: string, server: string, web: Web): Promise<FediverseAccount | MissingAccount>;
}

/** One account's follow list, as `Profile.ref` and `Profile.host` describe it. */
export interface AccountList {
  /** What the protocol calls it. */
  account: string;
  following: number | null;
  /** Domain of the server's accounts. */
  domain: string;
  host: string;
}

/** How lists and posts are read in one protocol. */
export interface ProtocolReader {
  /** @throws Unreadable, WebError */
  listFollows(list: AccountList, web: Web, from: string | null): AsyncIterable<FollowsPage>;
  /** Newest first. @param account what the protocol calls it @throws Unreadable, WebError */
  readPosts(account: string, host: string, resource: Resource, web: Web): AsyncIterable<Post>;
}

// ------------------------------------------------------------------ refs

export type Protocol = 'mastodon' | 'misskey' | 'activitypub' | 'peertube' | 'lemmy';

/**
 * `Facts.ref`, and the first word of `Profile.ref`: what a protocol calls an account, encoded for a path, with the name
 * of the protocol and a colon in front where it is not Mastodon's:
 * - `<account id>` of Mastodon's API
 * - `misskey:<user id>`
 * - `activitypub:<address of the collection>`, of its follows or of what it published
 * - `peertube:accounts/<name>`, `peertube:video-channels/<name>`
 * - `lemmy:<name of the community>`
 */
export const refOf = (protocol: Protocol, account: string): string =>
  `${protocol === 'mastodon' ? '' : `${protocol}:`}${encodeURIComponent(account)}`;

const protocols: Protocol[] = ['misskey', 'activitypub', 'peertube', 'lemmy'];

export function readRef(ref: string): { protocol: Protocol; account: string } {
  const protocol = protocols.find((each) => ref.startsWith(`${each}:`));
  const account = protocol ? ref.slice(protocol.length + 1) : ref;
  return { protocol: protocol ?? 'mastodon', account: decodeURIComponent(account) };
}

/** `Profile.ref` is `<ref of the follows> <number of follows, ? where unknown> <domain of the server's accounts>`. */
export const profileRefOf = ({ account, domain }: LocatedAccount): string =>
  `${account.followsRef} ${account.following ?? '?'} ${domain}`;

export function readProfileRef(ref: string): { protocol: Protocol } & Omit<AccountList, 'host'> {
  const [account = '', following = '?', domain = ''] = ref.split(' ');
  return { ...readRef(account), following: following === '?' ? null : Number(following), domain };
}

// ------------------------------------------------------------------ shapes

export const flag = z.boolean().nullable().catch(null);

/** An address of the web; null where there is none, or another kind of address. */
export const address = z
  .string()
  .refine((text) => canParseUrl(text) && /^https?:$/.test(new URL(text).protocol))
  .nullable()
  .catch(null);

/** -1 and absent are hidden, and so is 0, which much software shows instead: whoever is followed has a follower. */
export const followers = z.int().positive().nullable().catch(null);

// ------------------------------------------------------------------ meanings

/** `user@domain` of an `acct`; an account without a host is of the server's own domain. An actor URI stays one. */
export function nameOf(acct: string, uri: string, domain: string): string {
  if (isUri(acct)) return acct;
  const parts = userAndDomain(acct);
  const name = parts ? `${parts.user}@${hostOf(parts.domain) ?? new URL(uri).host}` : `${acct}@${domain}`;
  return name.toLowerCase();
}

export function resourceOf({ account, domain }: { account: DescribedAccount; domain: string }): Resource {
  return {
    network: 'mastodon',
    id: account.uri,
    name: nameOf(account.acct, account.uri, domain),
    title: account.title,
    url: account.url,
    host: new URL(account.uri).host,
  };
}

/** A new account of which nothing but its actor URI is told. */
export const newAccountAt = (uri: string): NewAccount => ({
  acct: nameInUri(uri),
  uri,
  url: uri,
  title: null,
  followers: null,
});

/** The resource that an account has moved to; null where it has not, or where nothing but a name is told. */
export function successorOf({ account, domain }: { account: DescribedAccount; domain: string }): Resource | null {
  const { movedTo } = account;
  if (movedTo === null || movedTo.uri === null || movedTo.uri === account.uri) return null;
  const { uri, url, title } = movedTo;
  const { host } = new URL(uri);
  return { network: 'mastodon', id: uri, name: nameOf(movedTo.acct, uri, domain), title, url: url ?? uri, host };
}

/**
 * An account as a list of this server shows it: what the server knows of others' subscribers may be little or old. One
 * that has moved stands for the new one.
 */
export function listedOf(account: DescribedAccount, { host, domain }: AccountList): Listed {
  const old = resourceOf({ account, domain });
  const successor = successorOf({ account, domain });
  const resource = successor ?? old;
  const counted = resource.host === host || resource.host === domain ? 'home' : 'elsewhere';
  const subscribers = successor ? (account.movedTo?.followers ?? null) : account.followers;
  return {
    ...resource,
    subscribers,
    countedBy: counted,
    ...(account.group && { group: true }),
    ...(successor && { movedFrom: old.name }),
  };
}

/** Why a server does not answer whoever is not logged in; null where it says something else. */
export function needsLogin(status: number): string | null {
  if (status === 401) {
    return 'the server answered 401: it requires a login (Sharkey also says so of unknown and suspended accounts)';
  }
  return status === 403 || status === 422
    ? `the server answered ${status}: it refuses visitors who are not logged in`
    : null;
}

/** Plain text as HTML. */
export const asHtml = (text: string | null): string => (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
