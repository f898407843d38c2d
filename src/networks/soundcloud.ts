import { z } from 'zod';
import { Refused, UnexpectedAnswer, Unreadable } from '../errors.ts';
import { fillFacts } from '../types/facts.ts';
import type { NotIdentified, ProfileName, ResourceName } from '../types/input.ts';
import type { Network } from '../types/network.ts';
import type { Facts, FollowsPage, Link, ProfileLookup, Listed, Post, Profile, Resource } from '../types/resource.ts';
import type { Web } from '../types/web.ts';
import { stripInvisible } from '../text/normalise.ts';
import { canParseUrl, urlOf } from '../text/web-address.ts';
import { parseHosted } from './kit/address.ts';
import { followsOf, listOf, optionalCount, optionalText, oddIn } from './kit/fields.ts';
import { inHalves, unlessMalformed } from './kit/halves.ts';
import { isPageOfList, unlessGone } from './kit/pages.ts';
import { isCountedBelow } from './kit/floor.ts';

const network = 'soundcloud';
const host = 'api.soundcloud.com';
const tokenHost = 'secure.soundcloud.com';
const shortHost = 'on.soundcloud.com';
const variable = 'SOUNDCLOUD_CLIENT';

const noProfile: NotIdentified = { reason: 'this SoundCloud address names no account' };
const oldShortLink: NotIdentified = {
  reason: 'this short link names no account: open it and copy the address it leads to',
};

/** First parts of a path on soundcloud.com that belong to SoundCloud itself and can be no account's name. */
const reserved = new Set(
  `apps artists charts community-guidelines connect creators discover download embed explore feed for-artists for-you go
  groups help home imprint jobs library licenses likes login logout messages mobile newsroom notifications oembed pages
  people player playlists popular premium press pro search session settings signin signup sitemap stations stream tags
  terms-of-use tracks upload uploads you`.split(/\s+/),
);

/** SoundCloud through its public API, with the token of a registered app. Accounts are keyed by URN. */
export const soundcloud: Network = {
  id: network,
  title: 'SoundCloud',
  hosts: ['soundcloud.com', 'm.soundcloud.com', 'w.soundcloud.com', shortHost, host, 'soundcloud.app.goo.gl'],
  aliases: ['soundcloud', 'саундклауд'],
  accounts: null,
  examples: [
    { input: 'https://soundcloud.com/anna-gardner', profile: 'anna-gardner' },
    { input: 'http://m.soundcloud.com/Anna-Gardner/?utm_source=clipboard#t=0:10', profile: 'anna-gardner' },
    { input: 'soundcloud.com/garden-radio/sets/spring', profile: 'garden-radio' },
    { input: 'https://soundcloud.com/garden-radio/episode-12', profile: 'garden-radio' },
    { input: 'https://on.soundcloud.com/AbCd1', profile: 'on.soundcloud.com/AbCd1' },
    { input: 'https://api.soundcloud.com/users/12345', profile: 'soundcloud:users:12345' },
    { input: 'soundcloud:users:12345', profile: 'soundcloud:users:12345' },
    { input: 'https://soundcloud.com/discover', profile: null },
    { input: 'https://soundcloud.com/search?q=gardens', profile: null },
    { input: '@anna-gardner', profile: null },
  ],
  terms: {
    keepDays: null,
    derived: 'no commercial use without its approval: ask SoundCloud first',
    mixable: true,
    consent: null,
    source: 'https://developers.soundcloud.com/docs/api/terms-of-use',
    read: '2026-11-28',
  },
  token: {
    variable,
    where: 'https://soundcloud.com/you/apps (register an app; write its client id and secret as id:secret)',
    needed: true,
  },
  // SoundCloud enforces no limit on such requests (developers.soundcloud.com/docs/api/rate-limits): two a second are
  // this program's own choice. Tokens are limited to 30 an hour for an address, and to 50 in 12 hours for an app.
  paces: [
    { requests: 600, seconds: 300 },
    { requests: 30, seconds: 3600, applies: (url) => url.host === tokenHost },
  ],
  concurrency: 2,
  // 200 is the documented maximum of a page, 50 what a page holds by itself; no number is given for `urns`.
  batch: { profiles: 1, follows: 200, facts: 50, posts: 50 },
  parseProfile: (input) => profileName(nameIn(input)),
  parseHandle,
  parseResource: (input) => resourceName(nameIn(input)),
  pageOf,
  utmSource: () => 'soundcloud.com',
  findProfiles,
  listFollows,
  findResources,
  // Above the floor, the facts also tell which lists of posts hold anything.
  decidesFloor: isCountedBelow,
  readFacts,
  readPosts,
};

// ------------------------------------------------------------------ names

function nameIn(input: string): string | NotIdentified | null {
  const text = stripInvisible(input);
  const urn = /^soundcloud:users:\d+$/i.exec(text);
  if (urn) return text.toLowerCase();
  const address = parseHosted(text);
  if (!address) return null;
  const [first = '', second = ''] = address.path;
  switch (address.site.replace(/^m\./, '')) {
    case 'soundcloud.com':
      return slug(first);
    case shortHost:
      return /^[\w-]+$/.test(first) ? `${shortHost}/${first}` : noProfile;
    case host:
      return apiUser(first, second);
    case 'w.soundcloud.com':
      return nameIn(address.query.get('url') ?? '') ?? noProfile;
    case 'soundcloud.app.goo.gl':
      return oldShortLink;
    default:
      return null;
  }
}

function apiUser(kind: string, id: string): string | NotIdentified {
  const [, number] = /^(?:soundcloud:users:)?(\d+)$/i.exec(id) ?? [];
  return kind === 'users' && number !== undefined ? `soundcloud:users:${number}` : noProfile;
}

function slug(part: string): string | NotIdentified {
  const word = part.replace(/^@/, '').toLowerCase();
  if (word === '' || reserved.has(word)) return noProfile;
  return isSlug(word)
    ? word
    : { reason: `"${part}" is not a SoundCloud name: those hold letters, digits, "-" and "_"` };
}

const isSlug = (word: string): boolean => /^[a-z\d_-]{1,100}$/.test(word);
const isUrn = (text: string): boolean => /^soundcloud:users:\d+$/.test(text);

function parseHandle(input: string): ProfileName | NotIdentified | null {
  const word = stripInvisible(input).replace(/^@/, '').toLowerCase();
  return profileName(isSlug(word) ? slug(word) : nameIn(input));
}

const profileName = (name: string | NotIdentified | null): ProfileName | NotIdentified | null =>
  typeof name === 'string' ? { network, name, host } : name;

function resourceName(name: string | NotIdentified | null): ResourceName | NotIdentified | null {
  if (typeof name !== 'string') return name;
  return { network, name, host, id: isUrn(name) ? name : null, url: pageOf(name) };
}

/** Where a person, or for a bare URN a program, finds the account. */
function pageOf(name: string): string {
  if (isUrn(name)) return `https://${host}/users/${name}`;
  return name.startsWith(`${shortHost}/`) ? `https://${name}` : `https://soundcloud.com/${name}`;
}

// ------------------------------------------------------------------ accounts

/** Every field may be missing, and so may the account as a whole. */
const User = z.object({
  urn: optionalText,
  id: optionalCount,
  username: optionalText,
  full_name: optionalText,
  permalink: optionalText,
  permalink_url: optionalText,
  description: optionalText,
  website: optionalText,
  followers_count: optionalCount,
  reposts_count: optionalCount,
  track_count: optionalCount,
});
type User = z.infer<typeof User>;

interface Known {
  urn: string;
  name: string;
  title: string | null;
  url: string;
  description: string | null;
  links: Link[];
  followers: number | null;
  /** The lists of posts that hold something, as far as is known. */
  lists: string[];
}

/** Null where the account does not say which one it is. */
function known(user: User): Known | null {
  const urn = urnOf(user);
  if (urn === null) return null;
  const link = urlOf(user.permalink_url ?? '');
  const name = (user.permalink ?? link?.pathname.split('/')[1])?.toLowerCase() || urn;
  return {
    urn,
    name,
    title: user.username?.trim() || null,
    url: pageOf(name),
    description:
      [user.description, user.website]
        .map((each) => each?.trim())
        .filter(Boolean)
        .join('\n') || null,
    links: user.website?.trim() ? [{ text: user.website.trim(), label: '', isOwn: true }] : [],
    followers: user.followers_count,
    lists: [...(user.reposts_count === 0 ? [] : ['reposts']), ...(user.track_count === 0 ? [] : ['tracks'])],
  };
}

/** Numbers, which are deprecated, may stand beside URNs or in their place. */
function urnOf({ urn, id }: Pick<User, 'urn' | 'id'>): string | null {
  if (urn && isUrn(urn)) return urn;
  return typeof id === 'number' ? `soundcloud:users:${id}` : null;
}

async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  for (const name of names) {
    const account = await lookUp(name.name, web);
    yield [name, account ? { profile: { network, id: account.urn, ref: account.urn, host } } : missing];
  }
}

const missing = {
  status: 'not_found',
  note: 'SoundCloud has no such account: it may be misspelt, renamed or deleted',
} satisfies ProfileLookup;

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for (const name of names) {
    const account = await lookUp(name.name, web);
    if (account) yield [name, resourceOf(account), factsOf(account)];
  }
}

/** Accounts that an answer for many leaves out, or shows without a number, are asked for alone. */
async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  const urns = resources.map(({ id }) => id).filter(isUrn);
  const together = urns.length > 1 ? await askTogether(urns, web) : [];
  const counted = new Map(together.filter(({ followers }) => followers !== null).map((each) => [each.urn, each]));
  for (const resource of resources) {
    const { id, name } = resource;
    const account = counted.get(id) ?? (await lookUp(isUrn(id) ? id : name, web));
    yield [resource, account ? factsOf(account) : fillFacts(resource, { exists: false })];
  }
}

const resourceOf = ({ urn: id, name, title, url }: Known): Resource => ({ network, id, name, title, url, host });

const factsOf = ({ followers: subscribers, description, links, urn, lists, ...account }: Known): Facts =>
  fillFacts({ ...account, host }, { subscribers, description, links, ref: [urn, ...lists].join(' ') });

/** The next page is absent at the end. Any other shape must not pass for the end. */
const Users = z.object({ collection: followsOf(User.nullable()), next_href: z.string().nullish() });

async function askTogether(urns: string[], web: Web): Promise<Known[]> {
  const parts = await inHalves(urns, async (some) => {
    const query = new URLSearchParams({ urns: some.join(','), limit: '50', linked_partitioning: 'true' });
    return unlessMalformed(ask(`https://${host}/users?${query.toString()}`, Users, web));
  });
  return parts.flatMap(({ collection }) => collection).flatMap((user) => (user && known(user)) ?? []);
}

/** What an address leads to: an account, or something that one uploaded. */
const Resolved = User.extend({ user: User.nullable().catch(null) }).nullable();

/**
 * The account of a name, or null where there is none. A name costs two requests, because the API answers the first one
 * with a redirect to the account; a URN costs one.
 */
async function lookUp(name: string, web: Web): Promise<Known | null> {
  const url = isUrn(name)
    ? `https://${host}/users/${name}`
    : `https://${host}/resolve?${new URLSearchParams({ url: pageOf(name) }).toString()}`;
  const answer = await unlessGone(ask(url, Resolved, web));
  if (!answer) return null;
  const account = known(answer.user ?? { ...answer, urn: urnOf(answer) ?? name });
  if (!account) throw new UnexpectedAnswer(url, 'the answer does not say which account it is about');
  return account;
}

// ------------------------------------------------------------------ follows

/**
 * Pages of 200, each of which names the next one; an account follows at most 2,000 others. SoundCloud documents no list
 * that is hidden. Empty places of deleted accounts are passed over.
 */
async function* listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage> {
  const asked = new Set<string>();
  let page: string | null =
    from ?? `https://${host}/users/${profile.ref}/followings?limit=200&linked_partitioning=true`;
  while (page !== null) {
    asked.add(page);
    const answer: z.infer<typeof Users> | null = await unlessGone(ask(page, Users, web));
    if (!answer) throw new Unreadable('not_found', missing.note);
    const users = answer.collection.filter((user) => user !== null);
    const accounts = users.flatMap((user) => known(user) ?? []);
    const next: string | null = answer.next_href || null;
    const isLost: boolean = next !== null && (asked.has(next) || !isPageOfList(next, host, '/followings'));
    const odd = oddIn(answer.collection) + users.length - accounts.length;
    page = isLost ? null : next;
    yield { resources: accounts.map(listed), next: page, ...(odd > 0 && { odd }), ...(isLost && { cutShort: true }) };
  }
}

const listed = (account: Known): Listed => ({
  ...resourceOf(account),
  subscribers: account.followers,
  countedBy: 'home',
});

// ------------------------------------------------------------------ posts

const Track = z.object({
  permalink_url: optionalText,
  title: optionalText,
  description: optionalText,
  created_at: optionalText,
  metadata_artist: optionalText,
  user: User.nullable().catch(null),
});
type Track = z.infer<typeof Track>;

/** Both forms are described; the second one is deprecated. */
const Tracks = z.union([
  z.object({ collection: listOf(Track.nullable()) }).transform(({ collection }) => collection),
  listOf(Track.nullable()),
]);

/**
 * The newest reposts and uploads by date. One request shows either: uploads are asked for where the reposts do not name
 * two other accounts already, and neither is where the account says that it has none.
 *
 * An upload that credits an artist of another name than the account's is shown as that artist's work.
 */
async function* readPosts(resource: Resource, facts: Facts, web: Web): AsyncIterable<Post> {
  const [urn = '', ...lists] = facts.ref === '' ? [resource.id, 'reposts', 'tracks'] : facts.ref.split(' ');
  if (!isUrn(urn)) throw new Unreadable('not_found', missing.note);
  const posts = new Map<string, Post>();
  if (lists.includes('reposts')) await addTracks(posts, `${urn}/reposts/tracks`, { urn, facts }, web);
  const others = new Set([...posts.values()].filter(({ kind }) => kind === 'repost').map(({ author }) => author));
  if (lists.includes('tracks') && others.size < 2) await addTracks(posts, `${urn}/tracks`, { urn, facts }, web);
  yield* [...posts.values()].toSorted(newestFirst);
}

function newestFirst(a: Post, b: Post): number {
  const [one, other] = [a.at ?? '', b.at ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return a.url < b.url ? -1 : 1;
}

/** By itself the API leaves out what cannot be played where the asker is. */
const newest = 'limit=50&linked_partitioning=true&access=playable,preview,blocked';

interface Shown {
  urn: string;
  facts: Facts;
}

async function addTracks(posts: Map<string, Post>, list: string, shown: Shown, web: Web): Promise<void> {
  const tracks = await unlessGone(ask(`https://${host}/users/${list}?${newest}`, Tracks, web));
  if (!tracks) throw new Unreadable('not_found', missing.note);
  for (const track of tracks) {
    const post = track && postOf(track, shown);
    if (post) posts.set(post.url, post);
  }
}

/**
 * Null for a track without an address or an uploader. The API tells no date of a repost, only the track's own, which the
 * repost cannot precede.
 */
function postOf(track: Track, { urn, facts }: Shown): Post | null {
  const uploader = track.user && urnOf(track.user);
  if (!uploader || !track.permalink_url || !canParseUrl(track.permalink_url)) return null;
  const { origin, pathname } = new URL(track.permalink_url);
  const text = [track.title, track.description].filter(Boolean).join('\n');
  const shown = { url: `${origin}${pathname}`, at: instant(track.created_at ?? ''), text };
  if (uploader !== urn) return { ...shown, kind: 'repost', author: uploader };
  const names = [facts.name, facts.title, track.user?.username, track.user?.full_name];
  const artist = artistOf(track.metadata_artist ?? '', names);
  return artist === null ? { ...shown, kind: 'own', author: urn } : { ...shown, kind: 'repost', author: artist };
}

/** Who is credited, unless the account itself is among them under one of its names. */
function artistOf(credit: string, names: (string | null | undefined)[]): string | null {
  const artist = letters(credit);
  const own = names.map((name) => letters(name ?? '')).filter(Boolean);
  return artist === '' || own.some((name) => artist.includes(name) || name.includes(artist))
    ? null
    : `artist:${artist}`;
}

const letters = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** From SoundCloud's own form, `2026/01/05 08:00:00 +0000`. */
function instant(date: string): string | null {
  const [, year, month, day, time, zone] =
    /^(\d{4})[/-](\d\d)[/-](\d\d)[ T](\d\d:\d\d:\d\d)\s?(Z|[+-]\d\d:?\d\d)$/.exec(date) ?? [];
  const milliseconds = Date.parse(`${year}-${month}-${day}T${time}${zone?.replace(/(\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

// ------------------------------------------------------------------ requests

/** A token lasts about an hour; once one is refused that was good before, the next one is asked for. */
async function ask<Body>(url: string, shape: z.ZodType<Body>, web: Web): Promise<Body> {
  const tokens = await web.once('tokens', () => Promise.resolve({ spent: 0 }));
  const { spent } = tokens;
  try {
    return await askWith(await tokenAfter(spent, web), url, shape, web);
  } catch (error) {
    if (!isRefusedToken(error)) throw error;
    tokens.spent = Math.max(tokens.spent, spent + 1);
  }
  try {
    return await askWith(await tokenAfter(tokens.spent, web), url, shape, web);
  } catch (error) {
    throw isRefusedToken(error) ? web.stop(`SoundCloud refuses the app in ${variable}`, 'renew_token') : error;
  }
}

const isRefusedToken = (error: unknown): boolean => error instanceof Refused && error.status === 401;

async function askWith<Body>(token: string, url: string, shape: z.ZodType<Body>, web: Web): Promise<Body> {
  const headers = { accept: 'application/json; charset=utf-8', authorization: `OAuth ${token}` };
  return (await web.json(url, shape, { headers })).body;
}

const Token = z.object({ access_token: z.string().min(1) });

/** The token that follows so many spent ones: one request for each, whoever needs it. */
const tokenAfter = (spent: number, web: Web): Promise<string> =>
  web.once(`token ${spent}`, async () => {
    const client = web.token ?? '';
    if (!/^[!-9;-~]+:[!-~]+$/.test(client)) {
      throw web.stop(`${variable} should hold an app's client id and secret with a colon between them`, 'renew_token');
    }
    const headers = { accept: 'application/json; charset=utf-8', authorization: `Basic ${btoa(client)}` };
    try {
      const request = { form: { grant_type: 'client_credentials' }, headers };
      return (await web.json(`https://${tokenHost}/oauth/token`, Token, request)).body.access_token;
    } catch (error) {
      const isRefused = error instanceof Refused && [400, 401, 403].includes(error.status);
      throw isRefused ? web.stop(`SoundCloud refuses the client id or secret in ${variable}`, 'renew_token') : error;
    }
  });
