import { z } from 'zod';
import { Refused, Stopped, Unreachable, Unreadable, WebError } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import type { ProfileName, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type {
  Facts,
  FollowsPage,
  Listed,
  MissingProfile,
  Post,
  Profile,
  ProfileLookup,
  Resource,
} from '../../types/resource.ts';
import type { PublishedPost } from '../../types/published.ts';
import type { Web } from '../../types/web.ts';
import { writtenAddresses } from '../kit/written-addresses.ts';
import { answersOf, followsOf, listOf, needKnownShape, optionalText, oddIn } from '../kit/fields.ts';
import { inHalves, unlessMalformed } from '../kit/halves.ts';
import {
  host,
  isChannelId,
  isPage,
  network,
  parseHandle,
  parseProfile,
  parseResource,
  site,
  channelUrl,
  youtubeHosts,
} from './addresses.ts';

const keysPage = 'https://console.cloud.google.com/apis/credentials';

/** Items in one answer of the API, whatever it lists. */
const most = 50;

/** Uploads after which the reader decides whether the playlists, which cost more, are needed. */
const firstLook = 25;

/** Playlists that are looked into for videos of other channels. */
const mostPlaylists = 3;

/** YouTube through the Data API with an API key. Channels are keyed by their id, `UC…`. */
export const youtube: Network = {
  id: network,
  title: 'YouTube',
  hosts: youtubeHosts,
  aliases: [
    'youtube',
    'yt',
    'you tube',
    'ютуб',
    'ютьюб',
    'ютюб',
    'ютубе',
    'γιουτούμπ',
    'јутјуб',
    'ют',
    'ユーチューブ',
    '유튜브',
    '油管',
    'يوتيوب',
    'יוטיוב',
  ],
  accounts: { count: 2_580_000_000, asOf: '2025-02', source: 'https://wizishop.com/blog/youtube-statistics' },
  examples: [
    { input: 'https://www.youtube.com/@GardenLetter', profile: 'gardenletter' },
    { input: 'https://m.youtube.com/@AnnaGardner/videos?si=AbCdEf', profile: 'annagardner' },
    { input: 'youtube.com/@%D1%81%D0%B0%D0%B4%D0%BE%D0%B2%D0%BE%D0%B4', profile: 'садовод' },
    {
      input: 'https://www.youtube.com/channel/UCgardenletter_ABCDEFGHI/about',
      profile: 'UCgardenletter_ABCDEFGHI',
    },
    { input: 'https://music.youtube.com/channel/UCgardenletter_ABCDEFGHI', profile: 'UCgardenletter_ABCDEFGHI' },
    { input: 'UCgardenletter_ABCDEFGHI', profile: 'UCgardenletter_ABCDEFGHI' },
    { input: 'http://www.youtube.com/user/AnnaGardner', profile: 'user/annagardner' },
    { input: 'https://www.youtube.com/c/GardenLetter', profile: 'c/gardenletter' },
    { input: 'youtube.com/GardenLetter', profile: '/gardenletter' },
    { input: 'https://www.youtube.com/watch?v=abcdefghijk', profile: null },
    { input: 'https://youtu.be/abcdefghijk', profile: null },
    { input: 'https://www.youtube.com/playlist?list=PLgardenletter', profile: null },
    { input: '@gardenletter', profile: null },
  ],
  terms: {
    keepDays: 30,
    derived: 'own scores and rankings, under its derived metrics policy; not mixed with other networks',
    mixable: false,
    consent: null,
    source: 'https://developers.google.com/youtube/terms/developer-policies',
    read: '2026-11-21',
  },
  token: { variable: 'YOUTUBE_API_KEY', where: keysPage, needed: true },
  budget: { unit: 'quota units', setting: 'youtubeQuota', period: { midnightIn: 'America/Los_Angeles' } },
  cost: (profiles, follows) => profiles * (1 + Math.max(1, Math.ceil(follows / most))),
  // No rate is documented, only the quota of a day: five requests a second are a guess on the safe side.
  paces: [{ requests: 50, seconds: 10 }],
  concurrency: 4,
  listRequests: (profiles, follows) => profiles * Math.max(1, Math.ceil(follows / most)),
  batch: { profiles: most, follows: most, facts: most, posts: firstLook },
  parseProfile,
  parseHandle,
  parseResource,
  pageOf: channelUrl,
  utmSource: () => 'youtube.com',
  findProfiles,
  listFollows,
  findResources,
  decidesFloor: () => false,
  readFacts,
  readPosts,
  publishedPost: publishedVideo,
};

// ------------------------------------------------------------------ shapes

const channelId = z.string().refine(isChannelId);

/** Absent at the end. Any other shape must not pass for the end. */
const PageToken = z.string().nullish();

/** `items` is left out where nothing was found; `kind` is always there, and tells a list from anything else. */
const pageOf = <Items>(items: z.ZodType<Items[]>) =>
  z.object({
    kind: z.string().regex(/^youtube#\w+ListResponse$/i),
    items: items.default([]),
    nextPageToken: PageToken,
    pageInfo: z.object({ totalResults: z.int().nonnegative() }).nullable().catch(null),
  });

type List<Item> = z.infer<ReturnType<typeof pageOf<Item>>>;

const nothingSaid = { title: null, description: null, customUrl: null };
const notCounted = { subscriberCount: null, hiddenSubscriberCount: true };

const Channel = z.object({
  id: channelId,
  snippet: z.object({ title: optionalText, description: optionalText, customUrl: optionalText }).catch(nothingSaid),
  statistics: z
    .object({
      // A number of 64 bits, which JSON has as text.
      subscriberCount: z.string().regex(/^\d+$/).transform(Number).nullable().catch(null),
      hiddenSubscriberCount: z.boolean().catch(false),
    })
    .catch(notCounted),
});

type Channel = z.infer<typeof Channel>;

/** The id is there where a channel is subscribed to; what else there may be is nobody's resource. */
const Subscribed = z.union([
  z.object({ channelId }),
  z.object({ kind: z.enum(['youtube#playlist', 'youtube#video']) }).transform(() => null),
]);

const Subscription = z.object({ snippet: z.object({ title: optionalText, resourceId: Subscribed }) });

const Playlist = z.object({
  id: z.string().min(1),
  snippet: z.object({ publishedAt: optionalText }).catch({ publishedAt: null }),
  contentDetails: z.object({ itemCount: z.int().nullable().catch(null) }).catch({ itemCount: null }),
});

const PlaylistItem = z.object({
  snippet: z.object({
    title: optionalText,
    description: optionalText,
    publishedAt: optionalText,
    resourceId: z.object({ videoId: z.string().min(1) }),
    // Absent where the video is private or deleted.
    videoOwnerChannelId: optionalText,
    videoOwnerChannelTitle: optionalText,
  }),
});

// ------------------------------------------------------------------ channels

async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  for await (const [name, answer] of lookUp(names, ({ name: written }) => written, web)) {
    yield [name, 'status' in answer ? answer : { profile: { network, id: answer.id, ref: answer.id, host } }];
  }
}

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for await (const [name, answer] of lookUp(names, ({ name: written }) => written, web)) {
    if (!('status' in answer)) yield [name, resourceOf(answer), factsOf(answer)];
  }
}

/** A channel whose page could not be had yields nothing: that does not make it gone. */
async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  // An imported name that an earlier run could not identify is the id, after an @.
  for await (const [resource, answer] of lookUp(resources, ({ id }) => id.replace(/^@/, ''), web)) {
    if (!('status' in answer)) yield [resource, factsOf(answer)];
    else if (answer.status === 'not_found') yield [resource, fillFacts(resource, { exists: false })];
  }
}

type Missing = MissingProfile & { status: 'not_found' | 'not_reached' };

const unknownName: Missing = {
  status: 'not_found',
  note: 'YouTube shows no such channel: it may be misspelt, renamed, closed or suspended',
};

/** What it means that a channel is not in an answer. */
const unanswered = (answer: (Channel | null)[]): Missing =>
  answer.includes(null)
    ? { status: 'not_reached', note: 'YouTube describes it in a way nobody documented' }
    : unknownName;

/** Asks for ids together, at most 50, and for handles and user names one by one, as the API wants it. */
async function* lookUp<Item>(
  items: Item[],
  nameOf: (item: Item) => string,
  web: Web,
): AsyncIterable<[Item, Channel | Missing]> {
  const named = await Promise.all(
    items.map(async (item) => {
      const name = nameOf(item);
      return [item, isPage(name) ? await nameOnPage(name, web) : name] as const;
    }),
  );
  const names = named.map(([, name]) => name).filter((name) => typeof name === 'string');
  const ids = [...new Set(names.filter(isChannelId))];
  const byId = (
    await inHalves(ids, (some) => unlessMalformed(channels({ id: some.join(',') }, web), isAboutIds))
  ).flat();
  for (const [item, name] of named) {
    if (typeof name !== 'string') yield [item, name];
    else if (isChannelId(name)) yield [item, byId.find((each) => each?.id === name) ?? unanswered(byId)];
    else {
      const user = /^user\/(.+)$/.exec(name)?.[1];
      const found = await channels(user === undefined ? { forHandle: `@${name}` } : { forUsername: user }, web);
      yield [item, found[0] ?? unanswered(found)];
    }
  }
}

/** YouTube leaves out ids that it does not know; these are its words for one that it does not take at all. */
const isAboutIds = (body: unknown): boolean =>
  reasonsOf(body).some((reason) => /^(?:badRequest|invalidParameter|invalidChannelId|invalidId)$/.test(reason));

async function channels(filter: Record<string, string>, web: Web): Promise<(Channel | null)[]> {
  return (await ask('channels', { part: 'snippet,statistics', ...filter }, answersOf(Channel), web)).items;
}

/** The id or the handle of a channel whose address the API does not take, from the links in the head of its page. */
async function nameOnPage(name: string, web: Web): Promise<string | Missing> {
  try {
    const { body: page } = await web.page(channelUrl(name));
    const links = [page('link[rel="canonical"]').attr('href'), page('meta[property="og:url"]').attr('content')];
    const written = links.map((link) => (link === undefined ? null : parseProfile(link)));
    const found = written.find((each) => each !== null && 'name' in each && !isPage(each.name));
    if (found && 'name' in found) return found.name;
    return { status: 'not_reached', note: 'its page does not say which channel it is: write its address with @' };
  } catch (error) {
    if (!(error instanceof WebError) || error instanceof Stopped) throw error;
    if (error instanceof Refused && error.status === 404) return unknownName;
    return { status: 'not_reached', note: error.why, remedy: error.remedy, retryAt: error.retryAt };
  }
}

function resourceOf({ id, snippet }: Channel): Resource {
  const handle = /^@(.+)$/.exec(snippet.customUrl ?? '')?.[1]?.toLowerCase();
  const name = handle ?? id;
  return { network, id, name, title: snippet.title?.trim() || null, url: channelUrl(name), host };
}

function factsOf(channel: Channel): Facts {
  const { subscriberCount, hiddenSubscriberCount } = channel.statistics;
  return fillFacts(resourceOf(channel), {
    subscribers: hiddenSubscriberCount ? null : subscriberCount,
    description: channel.snippet.description?.trim() || null,
    ref: channel.id,
  });
}

// ------------------------------------------------------------------ follows

/** Whether more is missing than closed channels, which are counted and not listed. A list below a full page is whole. */
const isShortOf = (total: number, listed: number, isInPages: boolean): boolean =>
  (isInPages || total > most) && total > listed * 1.05;

/**
 * The subscriptions in alphabetical order: the order that YouTube takes without being told repeats items on the next
 * page (github.com/raj-khare/yt-migrate/pull/17). Lists near 1,000 end early (github.com/MarcelRobitaille/bbyen/issues/19):
 * where YouTube counts over 5 % more than it listed, the list is cut short, and so it is where a page token comes twice.
 * `next` is `<page token> <number of channels listed so far>`.
 * @throws Unreadable, WebError
 */
async function* listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage> {
  const [start = '', before = '0'] = from?.split(' ') ?? [];
  const sent = new Set<string>();
  const seen = new Set<string>();
  let token: string | null = start || null;
  let unread = 0;
  do {
    if (token !== null) sent.add(token);
    const page: List<z.infer<typeof Subscription>> = await subscriptions(profile.ref, token, web);
    const resources = page.items.flatMap(({ snippet }) => listedIn(snippet.resourceId, snippet.title));
    for (const { id } of resources) seen.add(id);
    const odd = oddIn(page.items);
    const shown = { known: page.items.length, odd, total: page.pageInfo?.totalResults };
    if (from === null && sent.size === 0 && !page.nextPageToken) needKnownShape(shown, `https://${host}/subscriptions`);
    unread += odd;
    const listed = Number(before) + seen.size + unread;
    const next: string | null = page.nextPageToken || null;
    token = next !== null && sent.has(next) ? null : next;
    const cutShort =
      token === null &&
      (next !== null || isShortOf(page.pageInfo?.totalResults ?? 0, listed, sent.size > 0 || from !== null));
    yield { resources, next: token && `${token} ${listed}`, ...(odd > 0 && { odd }), ...(cutShort && { cutShort }) };
  } while (token !== null);
}

function listedIn(subscribed: z.infer<typeof Subscribed>, title: string | null): Listed[] {
  if (subscribed === null) return [];
  const id = subscribed.channelId;
  const resource = { network, id, name: id, title: title?.trim() || null, url: channelUrl(id), host };
  return [{ ...resource, subscribers: null, countedBy: 'elsewhere' }];
}

const gone = new Set(['subscriberNotFound', 'channelNotFound', 'accountClosed', 'accountSuspended']);

async function subscriptions(
  channel: string,
  pageToken: string | null,
  web: Web,
): Promise<List<z.infer<typeof Subscription>>> {
  const query = { part: 'snippet', channelId: channel, order: 'alphabetical', ...(pageToken && { pageToken }) };
  try {
    return await ask('subscriptions', query, followsOf(Subscription), web);
  } catch (error) {
    const reasons = reasonsIn(error);
    if (reasons.includes('subscriptionForbidden')) {
      throw new Unreadable('hidden', 'the subscriptions are private, as they are by default');
    }
    if (reasons.some((reason) => gone.has(reason))) {
      throw new Unreadable('not_found', unknownName.note);
    }
    throw error;
  }
}

// ------------------------------------------------------------------ posts

/**
 * What the channel shows: its own videos, and other channels' videos that it put into playlists of its own.
 *
 * The 25 newest uploads come first and cost 1 unit of quota: where their titles name guests, nobody reads on. Only then
 * are playlists asked for, 1 unit for the list and 1 for each of the three made last that hold anything, and what
 * follows is ordered by the date at which the channel showed it. So the uploads cost 1 unit, everything at most 5.
 * Of a playlist the first 50 places are read: where a long one grows at its end, its newest videos are not seen.
 * @throws WebError
 */
async function* readPosts(_: Resource, { ref: own }: Facts, web: Web): AsyncIterable<Post> {
  const uploads = newestFirst(await videosIn(`UU${own.slice(2)}`, own, web));
  yield* uploads.slice(0, firstLook);
  const shared = await sharedBy(own, web);
  yield* newestFirst([...uploads.slice(firstLook), ...shared]);
}

/** Videos of others in the playlists made last; one that lies in several is shown once. */
async function sharedBy(own: string, web: Web): Promise<Post[]> {
  const playlists = await orNothing(
    ask('playlists', { part: 'snippet,contentDetails', channelId: own }, listOf(Playlist), web),
  );
  const latest = playlists
    .filter(({ contentDetails }) => contentDetails.itemCount !== 0)
    .toSorted((a, b) => timeOf(b.snippet.publishedAt) - timeOf(a.snippet.publishedAt))
    .slice(0, mostPlaylists);
  const shared = new Map<string, Post>();
  for (const { id } of latest) {
    for (const post of await videosIn(id, own, web)) {
      const video = new URL(post.url).searchParams.get('v') ?? '';
      if (post.kind === 'repost' && !shared.has(video)) shared.set(video, post);
    }
  }
  return [...shared.values()];
}

async function videosIn(playlistId: string, own: string, web: Web): Promise<Post[]> {
  const items = await orNothing(ask('playlistItems', { part: 'snippet', playlistId }, listOf(PlaylistItem), web));
  return items.map(({ snippet }) => {
    const owner = snippet.videoOwnerChannelId ?? own;
    const isOwn = owner === own;
    const video = encodeURIComponent(snippet.resourceId.videoId);
    const time = timeOf(snippet.publishedAt);
    return {
      url: `${site}/watch?v=${video}${isOwn ? '' : `&list=${encodeURIComponent(playlistId)}`}`,
      at: time === 0 ? null : new Date(time).toISOString(),
      kind: isOwn ? 'own' : 'repost',
      author: owner,
      text: `${snippet.title ?? ''}\n${snippet.description?.slice(0, 300) ?? ''}`.trim(),
      ...(!isOwn && {
        by: { name: snippet.videoOwnerChannelTitle, handle: null, bio: null },
        place: 'collection' as const,
      }),
    };
  });
}

const unseen = new Set([
  'playlistNotFound',
  'playlistItemsNotAccessible',
  'playlistForbidden',
  'channelNotFound',
  'channelClosed',
  'channelSuspended',
]);

/** What YouTube does not show is no evidence. A channel without uploads has no playlist of them, either. */
async function orNothing<Item>(answer: Promise<List<Item>>): Promise<Item[]> {
  try {
    return (await answer).items;
  } catch (error) {
    if (reasonsIn(error).some((reason) => unseen.has(reason))) return [];
    throw error;
  }
}

const newestFirst = (posts: Post[]): Post[] => posts.toSorted((a, b) => timeOf(b.at) - timeOf(a.at));

/** Milliseconds since the epoch; 0 where there is no date. */
const timeOf = (date: string | null): number => Date.parse(date ?? '') || 0;

// ------------------------------------------------------------------ requests

/**
 * One page of a list, for one unit of quota, which pages and refused requests cost, too
 * (developers.google.com/youtube/v3/determine_quota_cost). The key goes into a header, so that no address can show it.
 */
async function ask<Item>(
  method: 'channels' | 'subscriptions' | 'playlists' | 'playlistItems' | 'videos',
  query: Record<string, string>,
  items: z.ZodType<Item[]>,
  web: Web,
): Promise<List<Item>> {
  // Videos by their ids take no number: https://developers.google.com/youtube/v3/docs/videos/list, 2026-11.
  const size = method === 'videos' ? {} : { maxResults: String(most) };
  const parameters = new URLSearchParams({ ...query, ...size }).toString();
  const url = `https://${host}/youtube/v3/${method}?${parameters}`;
  try {
    return (await web.json(url, pageOf(items), { headers: { 'x-goog-api-key': web.token ?? '' }, cost: 1, busy })).body;
  } catch (error) {
    const reasons = reasonsIn(error);
    const why = reasons.map((reason) => stopping.get(reason)).find(Boolean);
    if (why !== undefined) throw web.stop(why, why === spent ? 'wait' : 'renew_token');
    if (reasons.some((reason) => tooOften.has(reason))) {
      throw new Unreachable(url, 'YouTube says that requests come too fast: run again later', { cause: error });
    }
    throw error;
  }
}

/** Limits of a minute, of which YouTube does not say when they end. */
const busy = (body: unknown): number | null => (reasonsOf(body).some((reason) => tooOften.has(reason)) ? 60 : null);

const tooOften = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'servingLimitExceeded']);

const spent = 'the quota of your project is used up until midnight Pacific time';
const notEnabled =
  'the project of YOUTUBE_API_KEY has not enabled the YouTube Data API v3: ' +
  'do so at https://console.cloud.google.com/apis/library/youtube.googleapis.com';
const restricted = `YOUTUBE_API_KEY is restricted to other addresses, sites or APIs: change that at ${keysPage}`;
const refused = `Google does not accept YOUTUBE_API_KEY: check it for typos, or get a new key at ${keysPage}`;

/** Reasons for which no further request can succeed, and what to say. */
const stopping = new Map([
  ['quotaExceeded', spent],
  ['dailyLimitExceeded', spent],
  ['accessNotConfigured', notEnabled],
  ['SERVICE_DISABLED', notEnabled],
  ['ipRefererBlocked', restricted],
  ['API_KEY_IP_ADDRESS_BLOCKED', restricted],
  ['API_KEY_HTTP_REFERRER_BLOCKED', restricted],
  ['API_KEY_SERVICE_BLOCKED', restricted],
  ['keyInvalid', refused],
  ['keyExpired', refused],
  ['API_KEY_INVALID', refused],
  ['CREDENTIALS_MISSING', refused],
  ['forbidden in global', refused],
]);

const Reason = z.object({ reason: z.string(), domain: z.string().catch('') });

/** Google gives reasons in its old words and, for keys and projects, in new ones, too. */
const Refusal = z.object({
  error: z.object({
    errors: z.array(Reason.nullable().catch(null)).catch([]),
    details: z.array(Reason.nullable().catch(null)).catch([]),
  }),
});

/** Each reason alone and with the part of Google that gives it: YouTube's own `forbidden` says nothing about the key. */
function reasonsIn(error: unknown): string[] {
  return error instanceof Refused ? reasonsOf(error.body) : [];
}

function reasonsOf(body: unknown): string[] {
  const refusal = Refusal.safeParse(body);
  if (!refusal.success) return [];
  const { errors, details } = refusal.data.error;
  return [...errors, ...details].flatMap((each) => (each ? [each.reason, `${each.reason} in ${each.domain}`] : []));
}

// ------------------------------------------------------------------ one published video

const number = z.string().regex(/^\d+$/).transform(Number).nullable().catch(null);

const Video = z.object({
  snippet: z.object({ description: optionalText }).catch({ description: null }),
  statistics: z.object({ likeCount: number, commentCount: number }).catch({ likeCount: null, commentCount: null }),
});

const videoPath = /^\/(?:shorts|live|embed|v)\/([\w-]{11})(?:\/|$)/;

/** A video by its id, for whom has a token; posts of the community have no API, and are read as pages. */
function publishedVideo(
  { host: place, pathname, searchParams }: URL,
  token: string | null,
): ((web: Web) => Promise<PublishedPost | null>) | null {
  const short = /(?:^|\.)youtu\.be$/.test(place) ? pathname.slice(1, 12) : '';
  const id = videoPath.exec(pathname)?.[1] ?? (pathname === '/watch' ? searchParams.get('v') : short);
  return token !== null && /^[\w-]{11}$/.test(id ?? '') ? (web) => readPublished(id ?? '', web) : null;
}

async function readPublished(id: string, web: Web): Promise<PublishedPost | null> {
  const [video] = (await ask('videos', { part: 'snippet,statistics', id }, z.array(Video), web)).items;
  if (!video) return null;
  const counts = [video.statistics.likeCount, video.statistics.commentCount].flatMap((count) => count ?? []);
  const reactions = counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
  return { links: writtenAddresses(video.snippet.description ?? ''), reactions };
}
