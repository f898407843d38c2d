import { z } from 'zod';
import { fillFacts } from '../../types/facts.ts';
import type { ProfileName, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type { Facts, FollowsPage, Link, ProfileLookup, Listed, Profile, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import {
  apiHost,
  isId,
  nameOfId,
  networkId,
  parseHandle,
  parseProfile,
  parseResource,
  profileUrl,
  readName,
  xHosts,
} from './addresses.ts';
import {
  type MissingItem,
  requestItems,
  requestAbout,
  developerSite,
  isAbout,
  isAboutValues,
  missingIn,
  prices,
  protectedAccount,
  protectedWish,
  tokenVariable,
  unknownAccount,
  unescaped,
} from './api.ts';
import { publishedPostOnX } from './published.ts';
import { followsOf, listOf, needKnownShape, optionalCount, optionalText } from '../kit/fields.ts';
import { inHalves, unlessMalformed } from '../kit/halves.ts';
import { postsAPage, readPosts } from './posts.ts';

// The most that X's published description (2.167) allows in one request.
const namesAtOnce = 100;
const followsAPage = 1000;

/** X through its paid API with the token of an app. Accounts are keyed by their numeric id. */
export const x: Network = {
  id: networkId,
  title: 'X',
  hosts: xHosts,
  aliases: [
    'x',
    'twitter',
    'x com',
    'твиттер',
    'твитер',
    'твіттер',
    'твітер',
    'τουίτερ',
    'τουιτερ',
    'tw',
    'twiter',
    'икс',
    'ツイッター',
    '推特',
    '트위터',
    'تويتر',
    'טוויטר',
  ],
  // Whom advertisers could reach; X publishes no number of its accounts.
  accounts: { count: 586_000_000, asOf: '2025-01', source: 'https://sociallyin.com/x-twitter-statistics' },
  examples: [
    { input: 'https://x.com/AnnaGardner', profile: 'annagardner' },
    { input: 'http://mobile.twitter.com/AnnaGardner/?ref_src=mail', profile: 'annagardner' },
    { input: 'twitter.com/AnnaGardner/status/1700000000000000001', profile: 'annagardner' },
    { input: 'https://twitter.com/#!/AnnaGardner', profile: 'annagardner' },
    { input: 'https://x.com/i/user/1700000000000000001', profile: '1700000000000000001' },
    { input: 'https://twitter.com/intent/user?user_id=1700000000000000001', profile: '1700000000000000001' },
    { input: 'https://x.com/intent/follow?screen_name=AnnaGardner', profile: 'annagardner' },
    { input: '@AnnaGardner', profile: null },
    { input: 'https://x.com/AnnaGardner/lists/gardens', profile: null },
    { input: 'https://x.com/search?q=gardens', profile: null },
    { input: 'https://t.co/AbCdEfGhIj', profile: null },
  ],
  parseProfile,
  parseHandle,
  parseResource,
  // Google Analytics counts twitter.com as a social network, and does not know x.com.
  pageOf: (name) => (/^\d{5,}$/.test(name) ? profileUrl(nameOfId(name)) : `https://x.com/${name}`),
  utmSource: () => 'twitter.com',
  token: { variable: tokenVariable, where: developerSite, needed: true },
  terms: {
    keepDays: null,
    derived: 'counts for yourself; what is deleted or changed on X is deleted or changed here, too; no resale',
    mixable: true,
    consent:
      "X's developer policy allows matching a handle with a customer only if that person has agreed: " +
      'write yes in the consent column for those who have',
    source: 'https://docs.x.com/developer-terms/policy',
    read: '2026-11-21',
  },
  budget: { unit: 'dollars', setting: 'xBudget', period: { days: 30 } },
  cost: (profiles, follows) => profiles * (prices.user + follows * prices.following),
  // https://docs.x.com/x-api/fundamentals/rate-limits, 2026-08: each endpoint by itself. Accounts that pay per use may be told much lower limits.
  paces: [
    { requests: 10_000, seconds: 900 },
    { requests: 300, seconds: 900, applies: ({ pathname }) => /^\/2\/users(?:\/by)?$/.test(pathname) },
    { requests: 300, seconds: 900, applies: ({ pathname }) => pathname.endsWith('/following') },
  ],
  pause: {
    seconds: 900,
    ofClass: true,
    source: 'https://docs.x.com/x-api/fundamentals/rate-limits',
    read: '2026-11-22',
  },
  limitClass: ({ pathname }) => pathname.replace(/^\/2\/users\/\d+/, '/2/users/:id'),
  concurrency: 2,
  batch: { profiles: namesAtOnce, follows: followsAPage, facts: namesAtOnce, posts: postsAPage },
  findProfiles,
  listFollows,
  findResources,
  // The list shows the account's own count; asking for it again would be paid for again.
  decidesFloor: ({ subscribers }) => subscribers !== null,
  readFacts,
  readPosts,
  publishedPost: publishedPostOnX,
};

// ------------------------------------------------------------------ accounts

/** Addresses that X has shortened, with what they were. */
const shortened = z
  .array(
    z
      .object({ url: z.string().min(1), expanded_url: z.string().min(1) })
      .nullable()
      .catch(null),
  )
  .catch([])
  .transform((all) => all.filter((each) => each !== null));

const User = z.object({
  id: z.string().refine(isId, 'is not an id'),
  username: z.string().regex(/^\w+$/).nullable().catch(null),
  name: optionalText,
  description: optionalText,
  protected: z.boolean().catch(false),
  public_metrics: z
    .object({ followers_count: optionalCount, following_count: optionalCount })
    .catch({ followers_count: null, following_count: null }),
  url: optionalText,
  entities: z
    .object({
      url: z.object({ urls: shortened }).catch({ urls: [] }),
      description: z.object({ urls: shortened }).catch({ urls: [] }),
    })
    .catch({ url: { urls: [] }, description: { urls: [] } }),
});
type User = z.infer<typeof User>;

async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  for await (const [name, answer] of lookUp(names, (each) => each.name, 'public_metrics,protected', web)) {
    yield [name, foundIn(answer)];
  }
}

function foundIn(answer: User | MissingItem | null): ProfileLookup {
  if (answer === null) return { status: 'not_reached', note: 'X says nothing about this account' };
  if ('status' in answer) return answer;
  if (answer.protected) return protectedAccount;
  const { id, public_metrics } = answer;
  const follows = public_metrics.following_count ?? undefined;
  return { profile: { network: networkId, id, ref: `${id} ${follows ?? '?'}`, host: apiHost, follows } };
}

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for await (const [name, answer] of lookUp(names, (each) => each.name, factFields, web)) {
    if (answer && 'id' in answer) yield [name, resourceOf(answer), factsOf(answer)];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  for await (const [resource, answer] of lookUp(resources, nameIn, factFields, web)) {
    const isThere = answer !== null && 'id' in answer;
    yield [resource, isThere ? factsOf(answer) : fillFacts(resource, { exists: answer?.status !== 'not_found' })];
  }
}

/** A resource that was imported, and could not be identified, has `@` and its user name for an id. */
const nameIn = ({ id }: Resource): string => (isId(id) ? nameOfId(id) : id.replace(/^@/, ''));

const factFields = 'description,entities,protected,public_metrics,url';

/**
 * Asks for at most 100 accounts of each spelling, user name and id, and answers for each as soon as X has. X refuses
 * them all for one that it takes for malformed.
 * Null is an account of which X says nothing that could be understood.
 */
async function* lookUp<Item>(
  items: Item[],
  nameOf: (item: Item) => string,
  fields: string,
  web: Web,
): AsyncIterable<[Item, User | MissingItem | null]> {
  const named = items.map((item) => ({ item, ...keyIn(nameOf(item)) }));
  for (const by of ['ids', 'usernames'] as const) {
    const some = named.filter((each) => each.by === by);
    const keys = [...new Set(some.map(({ key }) => key))];
    if (keys.length === 0) continue;
    const path = by === 'ids' ? '/2/users' : '/2/users/by';
    const parts = await inHalves(keys, async (together) => {
      const query = { [by]: together.join(','), 'user.fields': fields };
      const request = { path, query, items: listOf(User), most: together.length, price: prices.user };
      const answer = await unlessMalformed(requestItems(request, web), (body) => isAboutValues(body, by));
      return answer && { together, ...answer };
    });
    for (const { item, key } of some) {
      const answer = parts.find(({ together }) => together.includes(key));
      const user = answer?.items.find(({ id, username }) => (by === 'ids' ? id : username?.toLowerCase()) === key);
      const problem = answer?.problems.find((each) => isAbout(each, key));
      yield [item, user ?? (problem ? missingIn(problem) : answer ? null : unknownAccount)];
    }
  }
}

function keyIn(name: string): { by: 'ids' | 'usernames'; key: string } {
  const who = readName(name);
  return 'id' in who ? { by: 'ids', key: who.id } : { by: 'usernames', key: who.userName };
}

function resourceOf({ id, username, name }: User): Resource {
  const shown = username ?? nameOfId(id);
  const title = unescaped(name ?? '').trim() || null;
  return { network: networkId, id, name: shown.toLowerCase(), title, url: profileUrl(shown), host: apiHost };
}

const factsOf = (user: User): Facts =>
  fillFacts(resourceOf(user), {
    subscribers: user.public_metrics.followers_count,
    description: descriptionOf(user) || null,
    links: linksOf(user),
    ref: user.id,
    wishes: user.protected ? [protectedWish] : [],
  });

/** With the addresses that stand behind X's short ones. */
const descriptionOf = ({ description, entities }: User): string =>
  entities.description.urls
    .reduce((text, { url, expanded_url: long }) => text.replaceAll(url, () => long), unescaped(description ?? ''))
    .trim();

/** The field for the account's own site. */
function linksOf({ url, entities }: User): Link[] {
  const address = entities.url.urls[0]?.expanded_url ?? url?.trim();
  return address ? [{ text: address, label: '', isOwn: true }] : [];
}

// ------------------------------------------------------------------ follows

/**
 * `Profile.ref` is `<id> <number of follows, ? where unknown>`, and a page's `next` is `<number asked for> <token>`:
 * so a page asks, and pays, for no more than is left. A list that shows nobody, though the account follows somebody, is cut
 * short.
 */
async function* listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage> {
  const [id = '', number = '?'] = profile.ref.split(' ');
  const following = number === '?' ? null : Number(number);
  if (following === 0) {
    yield { resources: [], next: null };
    return;
  }
  const sent = new Set<string>();
  let { asked, token } = placeIn(from);
  let isEmpty = token === null;
  do {
    if (token !== null) sent.add(token);
    const most = pageSize(following, asked);
    const query = {
      max_results: String(most),
      'user.fields': 'public_metrics',
      ...(token !== null && { pagination_token: token }),
    };
    const path = `/2/users/${id}/following`;
    const { items, odd, nextToken, isCounted } = await requestAbout(
      { path, query, items: followsOf(User), most, price: prices.following },
      web,
    );
    const shown = { known: items.length, odd, total: following };
    if (token === null && nextToken === null) needKnownShape(shown, `https://${apiHost}${path}`);
    asked += most;
    isEmpty &&= items.length + odd === 0;
    const repeated = nextToken !== null && sent.has(nextToken);
    // Behind the last account X may still hand out a token; a page for it would be paid for in vain.
    const isBehindLast = items.length + odd === 0 && asked >= (following ?? 0);
    const isGivenUp = repeated || (isBehindLast && following === null && nextToken !== null);
    token = repeated || isBehindLast ? null : nextToken;
    const cutShort = isGivenUp || (token === null && isEmpty && (following !== null || !isCounted));
    yield {
      resources: items.map(listed),
      next: token === null ? null : `${asked} ${token}`,
      ...(odd > 0 && { odd }),
      ...(cutShort && { cutShort }),
    };
  } while (token !== null);
}

function placeIn(next: string | null): { asked: number; token: string | null } {
  const [, asked = '0', token = null] = /^(\d+) (.+)$/.exec(next ?? '') ?? [];
  return { asked: Number(asked), token };
}

/** The rest by the number of follows; where that is unknown X's own default, where the list has grown a tenth of it. */
function pageSize(following: number | null, asked: number): number {
  if (following === null) return 100;
  const left = following - asked;
  return Math.min(followsAPage, left > 0 ? left : Math.max(10, Math.ceil(asked / 10)));
}

const listed = (user: User): Listed => ({
  ...resourceOf(user),
  subscribers: user.public_metrics.followers_count,
  countedBy: 'home',
});
