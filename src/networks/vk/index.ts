import { z } from 'zod';
import { UnexpectedAnswer, Unreadable } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import type { ProfileName, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type {
  Author,
  Facts,
  FollowsPage,
  ProfileLookup,
  Listed,
  Post,
  Profile,
  Resource,
} from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { followsOf, listOf, needKnownShape, optionalText, oddIn, oddOn } from '../kit/fields.ts';
import { isCountedBelow } from '../kit/floor.ts';
import { pageOf, parseHandle, parseProfile, parseResource, vkHosts } from './addresses.ts';
import { vkApiHost as host } from './api-host.ts';
import { type MethodResult, callMethodTogether, callsTogether } from './api.ts';
import { publishedWallPost } from './published.ts';
import {
  Community,
  type Person,
  askCommunities,
  askPersons,
  communitiesAmong,
  communityFacts,
  communityResource,
  finder,
  ownerKey,
  ownerOf,
  personFacts,
  personResource,
  siteOf,
  normaliseScreenName,
} from './pages.ts';

const network = 'vk';

/**
 * VK through its API, with the service token of an app, which sees what everybody can see. Communities are keyed by
 * their number, persons by `id` and their number.
 */
export const vk: Network = {
  id: network,
  title: 'VK',
  hosts: vkHosts,
  aliases: [
    'vk',
    'vkontakte',
    'vk com',
    'вк',
    'вконтакте',
    'вконтакті',
    'контакте',
    'vk ru',
    'вк ру',
    'вконтакт',
    'вк ком',
  ],
  // Persons who came within a month, all countries.
  accounts: {
    count: 107_000_000,
    asOf: '2023-05',
    source: 'https://generico.ru/2023/06/18/marina-krasnova-the-audience-of-vkontakte-is-the-whole-world/',
  },
  byHand: [
    {
      list: 'groups',
      way: 'list',
      address: (name) => (/^id\d+$/.test(name) ? `https://vk.com/groups?id=${name.slice(2)}` : null),
    },
    {
      list: 'groups',
      way: 'dialog',
      address: (name) => (/^id\d+$/.test(name) ? null : pageOf(name)),
    },
  ],
  examples: [
    { input: 'https://vk.com/id1200345', profile: 'id1200345' },
    { input: 'https://m.vk.com/Anna_Gardner?from=search', profile: 'anna_gardner' },
    { input: 'vk.ru/anna.gardner', profile: 'anna.gardner' },
    { input: 'http://vkontakte.ru/id1200345#about', profile: 'id1200345' },
    { input: 'https://vk.me/anna_gardner', profile: 'anna_gardner' },
    { input: 'https://vk.com/wall1200345_17', profile: 'id1200345' },
    { input: 'https://vk.com/@anna_gardner-how-to-prune-roses', profile: 'anna_gardner' },
    { input: 'id1200345', profile: 'id1200345' },
    { input: 'https://vk.com/club5400777', profile: null },
    { input: 'https://vk.com/public5400777', profile: null },
    { input: 'https://vk.com/wall-5400777_12', profile: null },
    { input: 'https://vk.com/feed', profile: null },
    { input: 'https://vk.cc/aBcDeF', profile: null },
  ],
  terms: {
    keepDays: null,
    derived: 'what its public API shows to everybody; read its rules before you pass anything on',
    mixable: true,
    consent: null,
    source: 'https://vk.com/dev/rules',
    read: '2026-11-27',
  },
  token: { variable: 'VK_TOKEN', where: 'https://dev.vk.com (service token of your app)', needed: true },
  // A service token's limit for apps of fewer than 10,000 users; `execute` counts once.
  paces: [{ requests: 5, seconds: 1 }],
  // As many lists are read side by side as fill two requests of 25 calls.
  concurrency: 25,
  // Without `execute`, which not every token may use.
  listRequests: (profiles) => 2 * profiles,
  batch: { profiles: 1000, follows: 1000, facts: 500, posts: 100 },
  parseProfile,
  parseHandle,
  parseResource,
  pageOf,
  utmSource: () => 'vk.com',
  findProfiles,
  listFollows,
  findResources,
  decidesFloor: isCountedBelow,
  readFacts,
  readPosts,
  postsTogether: callsTogether,
  publishedPost: publishedWallPost,
};

// ------------------------------------------------------------------ profiles and resources

const personFields = 'screen_name,followers_count,status';

async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  const persons = await askPersons(distinct(names.map(({ name }) => normaliseScreenName(name))), 'screen_name', web);
  const personOf = finder(persons, 'id');
  for (const name of names) yield [name, foundIn(personOf(name.name))];
}

function foundIn(person: Person | null | undefined): ProfileLookup {
  if (person === null) return { status: 'not_reached', note: 'VK describes it in a way nobody documented' };
  if (!person) {
    return {
      status: 'not_found',
      note: 'VK knows no such person: it may be misspelt, renamed, deleted or a community',
    };
  }
  if (person.deactivated !== null) return { status: 'not_found', note: 'the profile is deleted or blocked' };
  if (person.is_closed && !person.can_access_closed) return { status: 'hidden', note: 'the profile is closed' };
  return { profile: { network, id: `id${person.id}`, ref: String(person.id), host } };
}

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  if (names.length === 0) return;
  const open = distinct(names.map(({ name }) => name));
  const communities = await communitiesAmong(open, web);
  let communityOf = finder(communities ?? [], 'club');
  const others = open.filter((name) => !communityOf(name));
  const personOf = finder(await askPersons(others, personFields, web), 'id');
  if (!communities) {
    const unknown = others.filter((name) => !personOf(name));
    communityOf = finder(await askCommunities(unknown, web), 'club');
  }
  for (const name of names) {
    const community = communityOf(name.name);
    const person = personOf(name.name);
    if (community) yield [name, communityResource(community), communityFacts(community)];
    else if (person) yield [name, personResource(person), personFacts(person)];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  const owners = resources.flatMap(({ id }) => ownerOf(id) ?? []);
  const numbers = (wanted: (owner: number) => boolean) => owners.filter(wanted).map((owner) => String(Math.abs(owner)));
  const communities = await askCommunities(
    numbers((owner) => owner < 0),
    web,
  );
  const persons = await askPersons(
    numbers((owner) => owner > 0),
    personFields,
    web,
  );
  const facts = new Map([
    ...communities.flatMap((each) => (each ? [[String(each.id), communityFacts(each)] as const] : [])),
    ...persons.flatMap((each) => (each ? [[`id${each.id}`, personFacts(each)] as const] : [])),
  ]);
  const isOdd = [...communities, ...persons].includes(null);
  for (const resource of resources) {
    const told = facts.get(resource.id);
    if (told || !isOdd) yield [resource, told ?? fillFacts(resource, { exists: false })];
  }
}

const distinct = (names: string[]): string[] => [...new Set(names)];

// Numbers of https://dev.vk.com/ru/reference/errors and of the methods' own pages
const groupsHidden = 260;
const refusals: Record<number, ['hidden' | 'not_found', string]> = {
  7: ['hidden', 'VK does not show this to the public'],
  15: ['hidden', 'VK does not show this to the public'],
  18: ['not_found', 'the page is deleted or blocked'],
  19: ['hidden', 'the page is blocked for its content'],
  30: ['hidden', 'the profile is closed'],
  37: ['not_found', 'the page is deleted or blocked'],
  39: ['not_found', 'VK knows no such person'],
  113: ['not_found', 'VK knows no such person'],
  203: ['hidden', 'the community is closed'],
  3610: ['not_found', 'the profile is deleted or blocked'],
  [groupsHidden]: ['hidden', 'the person hides the list of communities'],
};

/** What a method told. @throws Unreadable, or UnexpectedAnswer where the code says nothing about what was asked for */
function valueOf<Value>(told: MethodResult<Value>): Value {
  if ('value' in told) return told.value;
  const [status, note = ''] = refusals[told.refused] ?? [];
  if (status) throw new Unreadable(status, `${note} (error ${told.refused} of VK)`);
  throw new UnexpectedAnswer(told.url, `VK refuses the request with error ${told.refused}`);
}

// ------------------------------------------------------------------ follows

const Page = z.object({ count: z.int().nonnegative(), items: followsOf(Community) });

const Ids = z.object({ count: z.int().nonnegative(), items: followsOf(z.int()) });
const Subscriptions = z.object({ users: Ids, groups: Ids });
type Subscriptions = z.infer<typeof Subscriptions>;

const perPage = 1000;

/**
 * Communities of every kind from `groups.get`, then persons and public pages from `users.getSubscriptions`, which tells
 * numbers only, but all in one answer. Where one of the two is hidden the list is what the other shows, cut short.
 */
async function* listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage> {
  const user_id = Number(profile.ref);
  let offset = Number(from ?? 0);
  const pageAt = (start: number): Promise<MethodResult<z.infer<typeof Page>>> => {
    const params = { user_id, extended: 1, fields: 'members_count', count: perPage, offset: start };
    return callMethodTogether({ method: 'groups.get', params }, Page, web);
  };
  const [first, subscribed] = await Promise.all([
    pageAt(offset),
    callMethodTogether({ method: 'users.getSubscriptions', params: { user_id, extended: 0 } }, Subscriptions, web),
  ]);
  if ('refused' in first && first.refused === groupsHidden && 'value' in subscribed) {
    const rest = listedIn(subscribed.value, new Set());
    if (rest.length > 0) {
      const { users, groups } = subscribed.value;
      yield { resources: rest, next: null, cutShort: true, ...oddOn(users.items, groups.items) };
      return;
    }
  }
  const seen = new Set<string>();
  for (let told = first; ; told = await pageAt(offset)) {
    const { count, items } = valueOf(told);
    const shown = { known: items.length, odd: oddIn(items), total: count };
    if (offset === 0) needKnownShape(shown, `https://${host}/method/groups.get`);
    const resources = items.map((each): Listed => ({
      ...communityResource(each),
      subscribers: each.members_count,
      countedBy: 'home',
    }));
    for (const { id } of resources) seen.add(id);
    offset += perPage;
    if (offset < count && items.length + oddIn(items) > 0) {
      yield { resources, next: String(offset), ...oddOn(items) };
      continue;
    }
    const rest = 'value' in subscribed ? listedIn(subscribed.value, seen) : [];
    const cutShort = offset < count || !('value' in subscribed) || isShort(subscribed.value);
    const lists = 'value' in subscribed ? [subscribed.value.users.items, subscribed.value.groups.items] : [];
    yield { resources: [...resources, ...rest], next: null, ...oddOn(items, ...lists), ...(cutShort && { cutShort }) };
    return;
  }
}

/** Followed pages and persons that the list does not have yet. */
function listedIn({ users, groups }: Subscriptions, seen: Set<string>): Listed[] {
  const keys = [...groups.items.map((id) => ownerKey(-Math.abs(id))), ...users.items.map(ownerKey)];
  return [...new Set(keys)]
    .filter((id) => !seen.has(id))
    .map((id) => {
      const name = id.startsWith('id') ? id : `club${id}`;
      return { network, id, name, title: null, url: pageOf(name), host, subscribers: null, countedBy: 'elsewhere' };
    });
}

const isShort = ({ users, groups }: Subscriptions): boolean =>
  [users, groups].some(({ count, items }) => items.length + oddIn(items) < count);

// ------------------------------------------------------------------ posts

const optionalNumber = z.int().nullable().catch(null);

const Copied = z.object({ owner_id: optionalNumber, from_id: optionalNumber, text: optionalText });

const WallPost = z.object({
  id: optionalNumber,
  owner_id: optionalNumber,
  from_id: optionalNumber,
  signer_id: optionalNumber,
  /** Seconds since the epoch, as far as a date can be made of them. */
  date: z.int().nonnegative().max(8_640_000_000_000).nullable().catch(null),
  text: optionalText,
  is_deleted: z.boolean().catch(false),
  is_pinned: optionalNumber,
  marked_as_ads: optionalNumber,
  copy_history: listOf(Copied).catch([]),
  copyright: z.object({ id: optionalNumber, link: z.string() }).nullable().catch(null),
});
type WallPost = z.infer<typeof WallPost>;

const Writer = z.object({
  id: z.int(),
  first_name: optionalText,
  last_name: optionalText,
  name: optionalText,
  screen_name: optionalText,
  status: optionalText,
});

const Wall = z.object({
  items: listOf(WallPost),
  profiles: listOf(Writer).catch([]),
  groups: listOf(Writer).catch([]),
});

async function* readPosts(resource: Resource, facts: Facts, web: Web): AsyncIterable<Post> {
  const [, ...ownNames] = facts.ref.split(' ');
  const owner = ownerOf(resource.id);
  if (owner === null) throw new Unreadable('not_found', 'this is not a VK page');
  const call = {
    method: 'wall.get',
    params: { owner_id: owner, count: vk.batch.posts, extended: 1, fields: 'screen_name,status' },
  };
  const { items, profiles, groups } = valueOf(await callMethodTogether(call, Wall, web));
  const writers = new Map([
    ...profiles.map((each) => [ownerKey(each.id), writtenBy(each)] as const),
    ...groups.map((each) => [ownerKey(-each.id), writtenBy(each)] as const),
  ]);
  const own = new Set([ownerKey(owner), facts.name, ...ownNames]);
  for (const item of items) {
    if (item.id === null || item.is_deleted) continue;
    const texts = [item.text, ...item.copy_history.map(({ text }) => text)].filter(Boolean);
    const written = authorOf(item, owner, own);
    const by = written.kind === 'own' ? undefined : writers.get(written.author);
    yield {
      url: `https://vk.com/wall${owner}_${item.id}`,
      at: item.date === null ? null : new Date(item.date * 1000).toISOString(),
      ...written,
      text: texts.join('\n'),
      ...(by && { by }),
      ...(item.is_pinned === 1 && { pinned: true }),
    };
  }
}

const writtenBy = ({ name, first_name, last_name, screen_name, status }: z.infer<typeof Writer>): Author => ({
  name: name ?? ([first_name, last_name].filter(Boolean).join(' ').trim() || null),
  handle: screen_name,
  bio: status,
});

/** Who wrote it. An advertisement is the page's own post: nobody is shown there for the sake of what was written. */
function authorOf(item: WallPost, owner: number, own: Set<string>): Pick<Post, 'kind' | 'author' | 'place' | 'ad'> {
  const mine = { kind: 'own', author: ownerKey(owner) } as const;
  if (item.marked_as_ads === 1) return { ...mine, ad: true };
  const [copied] = item.copy_history;
  const copiedFrom = copied?.owner_id === owner ? copied.from_id : copied?.owner_id;
  const places = [[copiedFrom], [item.from_id, 'wall'], [item.signer_id, 'signed']] as const;
  for (const [id, place] of places) {
    const author = id ? ownerKey(id) : null;
    if (author !== null && !own.has(author)) return { kind: 'repost', author, ...(place && { place }) };
  }
  const source = item.copyright && sourceOf(item.copyright);
  return source && !own.has(source) ? { kind: 'quote', author: source } : mine;
}

/** The page of VK, or the host of another site, that a post names as its source. */
function sourceOf({ id, link }: { id: number | null; link: string }): string | null {
  const page = parseResource(link);
  if (page === null) return siteOf(link);
  if (id) return ownerKey(id);
  return 'reason' in page ? null : (page.id ?? page.name);
}
