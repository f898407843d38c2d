import { z } from 'zod';
import type { ZodType } from 'zod';
import { Refused, Unreadable } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import type { Network } from '../../types/network.ts';
import type {
  Facts,
  FollowsPage,
  Link,
  ProfileLookup,
  Post,
  Profile,
  Resource,
  Successor,
} from '../../types/resource.ts';
import type { Answer, Web } from '../../types/web.ts';
import { followsOf, instant, listOf, needKnownShape, oddIn } from '../kit/fields.ts';
import { nextPage } from '../kit/pages.ts';
import { isCountedBelow } from '../kit/floor.ts';
import {
  address,
  listedOf,
  nameOf,
  needsLogin,
  profileRefOf,
  readProfileRef,
  readRef,
  resourceOf,
  successorOf,
} from './accounts.ts';
import type { DescribedAccount, FieldOfAccount, AccountList, LocatedAccount, MissingAccount } from './accounts.ts';
import { followersAt } from './activitypub.ts';
import { softwareOf } from './nodeinfo.ts';
import { misskeyCursor, misskeyReader } from './misskey.ts';
import { publishedStatus } from './published.ts';
import { hasMisskeyLists, traitsOf, readers } from './software.ts';
import { accountOf, writer, findAccount, findCommunity, person } from './find-account.ts';
import { textLimitOf } from './text-limit.ts';
import { isOfCommunity, isUri, parseHandle, parseProfile, parseResource, userAndDomain } from './addresses.ts';

// The most that https://docs.joinmastodon.org/methods/accounts/ allows.
const followsAPage = 80;
const postsAPage = 40;
/** Empty pages one after another that are followed: whoever stood there is suspended. */
const maxEmptyPages = 10;

/**
 * The fediverse: Mastodon and the servers that speak its API (Pleroma, Akkoma, GoToSocial, Pixelfed, snac, Sharkey,
 * Friendica in part), and in their own ways Misskey's family, PeerTube, Lemmy and whoever speaks ActivityPub. An account
 * is its actor URI, whatever software shows it.
 */
export const mastodon: Network = {
  id: 'mastodon',
  title: 'Mastodon and the fediverse',
  hosts: [],
  aliases: [
    'mastodon',
    'fediverse',
    'мастодон',
    'pleroma',
    'akkoma',
    'gotosocial',
    'pixelfed',
    'friendica',
    'misskey',
    'sharkey',
    'firefish',
    'iceshrimp',
    'peertube',
    'lemmy',
    'piefed',
    'mbin',
    'masto',
    'fedi',
    'мастодонт',
    'федиверс',
    'федивёрс',
    'μάστοντον',
    'マストドン',
  ],
  // Three counters say 11.2 to 17.1 million.
  accounts: { count: 14_000_000, asOf: '2024-01', source: 'https://federated.works/page/collaboration/statistics' },
  terms: {
    keepDays: null,
    derived: 'what each server allows (see its /about); hidden lists and wishes are respected',
    mixable: true,
    consent: null,
    source: 'https://github.com/mastodon/mastodon/issues/35086',
    read: '2026-11-21',
  },
  // mastodon/mastodon config/initializers/rack_attack.rb (2026-11): throttle_unauthenticated, and _paging behind it.
  paces: [
    { requests: 300, seconds: 300 },
    {
      requests: 300,
      seconds: 900,
      applies: (url) => ['max_id', 'min_id', 'since_id', 'page'].some((name) => url.searchParams.has(name)),
    },
  ],
  pause: { seconds: 300, source: 'https://docs.joinmastodon.org/api/rate-limits/', read: '2026-11-22' },
  concurrency: 2,
  batch: { profiles: 1, follows: followsAPage, facts: 1, posts: postsAPage },
  examples: [
    { input: 'https://social.example/@anna', profile: 'anna@social.example' },
    { input: '@Anna@social.example', profile: 'anna@social.example' },
    { input: 'acct:anna@social.example', profile: 'anna@social.example' },
    { input: 'https://social.example/users/anna', profile: 'anna@social.example' },
    { input: 'https://social.example/ap/users/115', profile: 'https://social.example/ap/users/115' },
    { input: 'https://other.example/@anna@social.example', profile: 'anna@social.example' },
    { input: 'https://social.example/web/@anna', profile: 'anna@social.example' },
    { input: 'https://social.example/@anna/112233', profile: 'anna@social.example' },
    { input: 'forge.example:8443/@anna', profile: 'anna@forge.example:8443' },
    { input: 'https://bücher.example/@anna', profile: 'anna@xn--bcher-kva.example' },
    { input: 'https://videos.example/accounts/anna/video-channels', profile: 'anna@videos.example' },
    { input: 'https://videos.example/video-channels/films', profile: 'films@videos.example' },
    { input: 'https://lemmy.example/u/anna', profile: 'anna@lemmy.example' },
    { input: 'https://lemmy.example/c/gardening', profile: null },
    { input: '!gardening@plaza.example', profile: null },
    { input: 'https://medium.com/@anna', profile: null },
    { input: 'anna@social.example', profile: null },
  ],
  parseProfile,
  parseHandle,
  parseResource,
  pageOf: () => null,
  utmSource: ({ host }) => host.replace(/:\d+$/, ''),

  async *findProfiles(names, web) {
    for (const name of names) yield [name, await findProfile(name.name, web)];
  },

  listFollows,
  readTextLimit: textLimitOf,

  async *findResources(names, web) {
    for (const name of names) {
      const community = isOfCommunity(name.url) ? await findCommunity(name.name, web) : null;
      if (community === null && name.unsure) continue;
      const found = community ?? (await findAccount(name.name, web));
      if (!('status' in found)) {
        const resource = resourceOf(found);
        const successor = successorAt(found, resource);
        const facts = await countedFactsOf(found, web);
        yield [name, resource, successor ? { ...facts, successor } : facts];
      } else if (found.status !== 'not_found') throw unreadable(found);
    }
  },

  // A server that only heard of an account knows some of its followers, often none; a number that a person wrote may be
  // old. Whoever passes is asked at home in any case: the answer brings the description, and the id that its posts need.
  decidesFloor: isCountedBelow,

  async *readFacts(resources, web) {
    for (const resource of resources) {
      const found = await accountOf(resource, web);
      if (!('status' in found)) {
        const successor = successorAt(found, resource);
        const facts = await countedFactsOf(found, web);
        yield [resource, successor ? { ...facts, successor } : facts];
      } else if (found.status === 'not_found') yield [resource, fillFacts(resource, { exists: false })];
      else throw unreadable(found);
    }
  },

  readPosts,
  publishedPost: publishedStatus,
};

// ------------------------------------------------------------------ profiles

/** A profile as it stands: where it has moved, the account it moved to. */
async function findProfile(name: string, web: Web): Promise<ProfileLookup> {
  const closed = await closedAt(userAndDomain(name)?.domain ?? new URL(name).host, web);
  if (closed) return closed;
  const seen = new Set([name]);
  let found = await findAccount(name, web);
  for (let hops = 0; hops < 3 && !('status' in found) && found.account.movedTo !== null; hops += 1) {
    const to = nameOf(found.account.movedTo.acct, found.account.uri, found.domain);
    if (seen.has(to)) break;
    seen.add(to);
    found = await findAccount(to, web);
    if ('status' in found) return { ...found, note: `the account has moved, and of the new one: ${found.note}` };
  }
  if ('status' in found) return found;
  const { account, server } = found;
  if (account.suspended) return { status: 'not_found', note: 'the account is suspended' };
  const shut = await closedAt(server, web);
  if (shut) return shut;
  if (account.hidesFollows) return { status: 'hidden', note: 'the account hides who it follows' };
  const { uri, following } = account;
  const profile = { network: 'mastodon', id: uri, ref: profileRefOf(found), host: server };
  const movedTo = seen.size > 1 ? account.url : undefined;
  return { profile: { ...profile, follows: following ?? undefined, ...(movedTo !== undefined && { movedTo }) } };
}

/** Whether a server is known to show nobody's follows: then nobody is asked for. */
async function closedAt(server: string, web: Web): Promise<{ status: 'hidden'; note: string } | null> {
  const { finder } = await traitsOf(server, web);
  return finder?.closed === undefined ? null : { status: 'hidden', note: finder.closed };
}

// ------------------------------------------------------------------ follows

/** @throws Unreadable, WebError */
async function* listFollows(profile: Profile, web: Web, from: string | null): ReturnType<Network['listFollows']> {
  const { protocol, ...ref } = readProfileRef(profile.ref);
  const list = { ...ref, host: profile.host };
  if (protocol === 'mastodon') {
    yield* from?.startsWith(misskeyCursor) ? misskeyReader.listFollows(list, web, from) : mastodonList(list, web, from);
    return;
  }
  const reader = readers[protocol];
  if (!reader.listFollows) throw new Unreadable('hidden', 'that server does not show who an account follows');
  yield* reader.listFollows(list, web, from);
}

const problem = z.object({ error: z.union([z.string(), z.record(z.string(), z.unknown())]) });

/**
 * Pages follow the `Link` header and nothing else: Sharkey sends none and answers every `max_id` with the same page. A
 * list of which only one page could be read so is read in Misskey's API where the server has that too.
 * @throws Unreadable, WebError
 */
async function* mastodonList(list: AccountList, web: Web, from: string | null): ReturnType<Network['listFollows']> {
  const { account, following, host } = list;
  const asked = new Set<string>();
  const seen = new Set<string>();
  const start = `https://${host}/api/v1/accounts/${encodeURIComponent(account)}/following?limit=${followsAPage}`;
  let url: string | null = from ?? start;
  if (new URL(url).host !== host) {
    yield { resources: [], next: null, cutShort: true };
    return;
  }
  const isLong = from === null && (following ?? 0) > followsAPage;
  if (isLong && (await traitsOf(host, web)).hasMisskeyLists && (yield* misskeyList(list, web))) return;
  let empty = 0;
  for (let first = from === null; url !== null; first = false) {
    asked.add(url);
    const answer: Answer<DescribedAccount[]> = await askList(url, followsOf(person), web);
    const more = nextOf(answer);
    const odd = oddIn(answer.body);
    if (first && more === null) needKnownShape({ known: answer.body.length, odd, total: following }, url);
    empty = answer.body.length === 0 ? empty + 1 : 0;
    const mayGoOn = empty > 0 ? empty <= maxEmptyPages : answer.body.some(({ uri }) => !seen.has(uri));
    const goesOn = more !== null && new URL(more).host === host && !asked.has(more) && mayGoOn;
    if (seen.size + odd === 0 && empty > 0 && from === null && !goesOn && following !== 0) {
      throw new Unreadable('hidden', `the list is empty, but the number of follows is ${following ?? 'not given'}`);
    }
    if (first && empty > 0 && odd === 0 && !goesOn && (await softwareOf(host, web)) === 'snac') {
      throw new Unreadable('hidden', 'snac shows an empty list and no count, whatever the account follows');
    }
    const fresh = distinct(answer.body).filter(({ uri }) => !seen.has(uri));
    for (const { uri } of fresh) seen.add(uri);
    // Where Link headers come, a list shorter than the count is whole: suspended accounts are left out of it.
    const listed = answer.body.length + odd;
    const isShort = following === null ? listed >= followsAPage : listed < following;
    const isOnePage = first && answer.header('link') === null && isShort;
    if (isOnePage && (await hasMisskeyLists(host, web)) && (yield* misskeyList(list, web))) return;
    const cutShort = (more !== null && !goesOn) || isOnePage;
    url = goesOn ? more : null;
    const resources = fresh.map((who) => listedOf(who, list));
    yield { resources, next: url, ...(odd > 0 && { odd }), ...(cutShort && { cutShort }) };
  }
}

/** The whole list, and true; false, and nothing, where Misskey's API turns out not to be there. */
async function* misskeyList(list: AccountList, web: Web): AsyncGenerator<FollowsPage, boolean> {
  let begun = false;
  try {
    for await (const page of misskeyReader.listFollows(list, web, null)) {
      begun = true;
      yield page;
    }
    return true;
  } catch (error) {
    if (begun || !(error instanceof Refused)) throw error;
    return false;
  }
}

const distinct = (people: DescribedAccount[]): DescribedAccount[] => [
  ...new Map(people.map((who) => [who.uri, who])).values(),
];

/** An answer that must be a list. @throws Unreadable where the server refuses to show it, WebError */
async function askList<Item>(url: string, items: ZodType<Item[]>, web: Web): Promise<Answer<Item[]>> {
  try {
    const { body, ...answer } = await web.json(url, z.union([items, problem]));
    if (Array.isArray(body)) return { ...answer, body };
    throw new Unreadable('hidden', 'the server returned an error instead of the list');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) throw new Unreadable('needs_login', login);
    if (error.status === 404 || error.status === 410) throw new Unreadable('not_found', 'the account is gone');
    throw error;
  }
}

/** Where the `Link` header says that the list goes on. */
function nextOf(answer: Answer<unknown>): string | null {
  const next = nextPage(answer.header('link'), answer.url);
  if (next) next.protocol = 'https:';
  return next && next.href;
}

// ------------------------------------------------------------------ resources

/** `Facts.ref` is explained at `refOf`; `Facts.host` is the server that gave it. */
function factsOf({ account, server, domain }: LocatedAccount, web: Web): Facts {
  const moved = account.movedTo === null ? [] : [`moved to ${nameOf(account.movedTo.acct, account.uri, domain)}`];
  return fillFacts(resourceOf({ account, domain }), {
    subscribers: account.followers,
    description: web.textOf(account.note, writtenOut) || null,
    ...(account.fields && { links: account.fields.map((each) => linkIn(each, web)) }),
    group: account.group,
    exists: !account.suspended,
    ref: account.postsRef,
    host: server,
    ...(account.contacts && { contacts: account.contacts }),
    ...(account.pinned && { pinned: account.pinned }),
    wishes: [...account.wishes, ...moved],
  });
}

const isAddress = (href: string): boolean => /^https?:\/\//i.test(href);

/** Servers show of an account that is mentioned no more than its user's name. */
function mentionIn(href: string, shown: string): string | null {
  if (!/^@[^@\s]+$/.test(shown)) return null;
  const named = parseProfile(href);
  return named && 'name' in named && !isUri(named.name) ? `@${named.name}` : null;
}

/** A link with the place that it leads to, where it does not show that. */
function writtenOut(href: string, shown: string): string {
  if (!isAddress(href) || shown.startsWith('#')) return shown;
  const place = href.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '');
  return mentionIn(href, shown) ?? (shown.includes(place) ? shown : `${shown} ${href}`);
}

const linkIn = ({ name, value, verified }: FieldOfAccount, web: Web): Link => ({
  text: web.textOf(value, (href, shown) => (isAddress(href) ? (mentionIn(href, shown) ?? href) : shown)),
  label: web.textOf(name),
  isOwn: true,
  ...(verified && { verified }),
});

/** Where the account has moved, or the id that its own server knows it by. */
function successorAt(found: LocatedAccount, asked: Resource): Successor | null {
  const moved = successorOf(found);
  if (moved) return { resource: moved, moved: true };
  const resource = resourceOf(found);
  const isItsOwn = areOneSite(resource.host, found.server) && areOneSite(resource.host, asked.host);
  return resource.id !== asked.id && isItsOwn ? { resource, moved: false } : null;
}

/** A server tells nothing of accounts elsewhere; accounts of a domain may lie on a host below it. */
const areOneSite = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

async function countedFactsOf(found: LocatedAccount, web: Web): Promise<Facts> {
  const { account } = found;
  const facts = factsOf(found, web);
  return account.followersAt === undefined
    ? facts
    : { ...facts, subscribers: await followersAt(account.followersAt, web) };
}

/** A home server without the API hides what it knows; another run would hear nothing else. */
const unreadable = ({ status, note }: MissingAccount): Unreadable =>
  new Unreadable(status === 'not_reached' ? 'hidden' : status, note);

// ------------------------------------------------------------------ posts

const maxPages = 5;

const quoted = z.object({ account: writer, content: z.string().catch('') });

/** What is quoted: Mastodon 4.4 wraps the post, other software puts it there as it is, Pleroma under its own name. */
const quote = z
  .union([z.object({ quoted_status: quoted }).transform(({ quoted_status }) => quoted_status), quoted])
  .nullable()
  .catch(null);

const shown = {
  uri: address,
  url: address,
  content: z.string().catch(''),
  account: writer,
};

const post = z.object({
  ...shown,
  created_at: z.string().nullable().catch(null),
  reblog: z.object(shown).nullish(),
  quote,
  pleroma: z.object({ quote }).nullable().catch(null),
});

/** @throws Unreadable, WebError */
async function* readPosts(resource: Resource, facts: Facts, web: Web): AsyncGenerator<Post> {
  const { ref, host, pinned = [] } = facts.ref === '' ? await locate(resource, web) : facts;
  const { protocol, account } = readRef(ref);
  const reader = protocol === 'mastodon' ? { readPosts: mastodonPosts } : readers[protocol];
  if (!reader.readPosts) return;
  yield* pinned;
  const above = new Set(pinned.map(({ url }) => url));
  for await (const each of reader.readPosts(account, host, resource, web)) if (!above.has(each.url)) yield each;
}

/** At most five pages; `Link` as for follows. */
async function* mastodonPosts(id: string, host: string, resource: Resource, web: Web): AsyncGenerator<Post> {
  const asked = new Set<string>();
  const ref = encodeURIComponent(id);
  let url: string | null = `https://${host}/api/v1/accounts/${ref}/statuses?limit=${postsAPage}&exclude_replies=true`;
  while (url !== null && asked.size < maxPages) {
    asked.add(url);
    const answer: Answer<z.infer<typeof post>[]> = await askList(url, listOf(post), web);
    for (const status of answer.body) yield postOf(status, resource, web);
    const more = nextOf(answer);
    const goesOn = more !== null && new URL(more).host === host && !asked.has(more) && answer.body.length > 0;
    url = goesOn ? more : null;
  }
}

async function locate(resource: Resource, web: Web): Promise<Facts> {
  const found = await accountOf(resource, web);
  if ('status' in found) throw unreadable(found);
  return factsOf(found, web);
}

/** A post that no page shows (its `url` is null and its `uri` an old `tag:`) is linked by its author. */
function postOf(status: z.infer<typeof post>, resource: Resource, web: Web): Post {
  const isOther = (who: z.infer<typeof writer>): boolean => who.uri !== status.account.uri;
  const { url, uri, account, content } = status.reblog ?? status;
  const cited = status.reblog ? null : (status.quote ?? status.pleroma?.quote ?? null);
  const isRepost = isOther(account);
  const isQuote = cited !== null && isOther(cited.account);
  const other = isRepost ? account : isQuote ? cited.account : null;
  return {
    url: url ?? uri ?? account.uri,
    at: instant(status.created_at),
    kind: isRepost ? 'repost' : isQuote ? 'quote' : 'own',
    author: other?.uri ?? resource.id,
    text: web.textOf(content),
    ...(other && { by: { name: other.name, handle: other.handle, bio: web.textOf(other.note) } }),
    ...(!isRepost && isQuote && { quoted: web.textOf(cited.content) }),
  };
}
