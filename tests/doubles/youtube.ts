import { createHash } from 'node:crypto';
import type { Double, DoubleAnswer, Graph, Media, Question } from './graph.ts';

export interface YouTubeOptions {
  /** The one API key that is accepted. */
  key?: string;
  /** Units that the key's project may spend; every call costs one, also a refused one. */
  quota?: number;
  /** Milliseconds since the epoch, for the dates of videos. */
  now?: () => number;
  /** Channels that a list shows at most, whatever it counts: real lists end near 1,000. */
  longestList?: number;
}

const api = 'youtube.googleapis.com';
const site = 'www.youtube.com';
const day = 86_400_000;

/** The id of the channel that a person or media of this name has. */
export const channelIdOf = (name: string): string => `UC${idOf(name, 22)}`;

const idOf = (name: string, length: number): string =>
  createHash('sha256').update(name).digest('base64url').slice(0, length);

interface Channel {
  id: string;
  handle: string;
  title: string;
  subscribers: number | null;
  /** Null where the list is private. */
  follows: string[] | null;
  media: Media | null;
}

interface Video {
  id: string;
  title: string;
  owner: string;
  at: number;
}

type Item = Record<string, unknown> & { kind: string };

class ApiError extends Error {
  readonly status: number;
  readonly reason: string;
  readonly domain: string;
  readonly details: unknown[];

  constructor(status: number, reason: string, domain: string, details: unknown[] = []) {
    super(`${reason} (${domain})`);
    this.status = status;
    this.reason = reason;
    this.domain = domain;
    this.details = details;
  }
}

/**
 * YouTube's Data API v3 and the pages of its site, as developers.google.com/youtube/v3 describes them: five items a
 * page unless more are asked for and never more than 50, only the parts that were asked for, numbers of 64 bits as
 * text, no `items` where nothing was found, lists that repeat items unless their order is alphabetical.
 */
export function youtubeDouble(graph: Graph, options: YouTubeOptions = {}): Double {
  const { key = 'key-of-the-double', quota = Infinity, now = Date.now, longestList = Infinity } = options;
  const channels: Channel[] = [
    ...graph.people
      .filter(({ state }) => state !== 'gone')
      .map(({ name, follows, state }) => ({
        id: channelIdOf(name),
        handle: name.toLowerCase(),
        title: name,
        subscribers: 3,
        media: null,
        follows: state === 'hidden' ? null : follows,
      })),
    ...graph.media.map((media) => ({
      id: channelIdOf(media.name),
      handle: media.name.toLowerCase(),
      title: media.title,
      subscribers: media.subscribers,
      follows: null,
      media,
    })),
  ];
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const byHandle = new Map(channels.map((channel) => [channel.handle, channel]));
  const latest = now();
  let spent = 0;

  function answer(question: Question): DoubleAnswer {
    if (question.host === site) return pageOf(decodeURIComponent(question.path));
    try {
      return json(200, called(question));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { status: code, message, reason, domain, details } = error;
      const errors = [{ message, domain, reason }];
      return json(code, { error: { code, message, errors, ...(details.length > 0 && { details }) } });
    }
  }

  function called({ method, path, query, headers }: Question): unknown {
    const given = headers['x-goog-api-key'] ?? query.get('key');
    if (!given) throw new ApiError(403, 'forbidden', 'global');
    if (given !== key) {
      const type = 'type.googleapis.com/google.rpc.ErrorInfo';
      const details = [{ '@type': type, reason: 'API_KEY_INVALID', domain: 'googleapis.com' }];
      throw new ApiError(400, 'badRequest', 'global', details);
    }
    spent += 1;
    if (spent > quota) throw new ApiError(403, 'quotaExceeded', 'youtube.quota');
    if (method !== 'GET') throw new ApiError(404, 'notFound', 'global');
    switch (path) {
      case '/youtube/v3/channels':
        return listed('channelListResponse', channelItems(query), query);
      case '/youtube/v3/subscriptions':
        return subscriptions(query);
      case '/youtube/v3/playlists':
        return listed('playlistListResponse', playlistItemsOf(query), query);
      case '/youtube/v3/playlistItems':
        return listed('playlistItemListResponse', videoItems(query), query);
      default:
        throw new ApiError(404, 'notFound', 'global');
    }
  }

  function channelItems(query: URLSearchParams): Item[] {
    const filters = ['id', 'forHandle', 'forUsername'].filter((name) => query.has(name));
    if (filters.length === 0) throw new ApiError(400, 'missingRequiredParameter', 'youtube.parameter');
    if (filters.length > 1) throw new ApiError(400, 'incompatibleParameters', 'youtube.parameter');
    const ids = valuesOf(query, 'id');
    if (ids.length > 50) throw new ApiError(400, 'invalidFilters', 'youtube.parameter');
    const name = (query.get('forHandle') ?? query.get('forUsername') ?? '').replace(/^@/, '').toLowerCase();
    // Ids come in an order of YouTube's own.
    const found = filters[0] === 'id' ? ids.toSorted().map((id) => byId.get(id)) : [byHandle.get(name)];
    return found
      .filter((channel) => channel !== undefined)
      .map((channel) => ({
        kind: 'youtube#channel',
        etag: idOf(`etag ${channel.id}`, 27),
        id: channel.id,
        snippet: {
          title: channel.title,
          description: '',
          customUrl: `@${channel.handle}`,
          publishedAt: '2015-03-01T10:00:00Z',
        },
        statistics: {
          viewCount: '123456789012',
          subscriberCount: String(shownCount(channel.subscribers ?? 0)),
          hiddenSubscriberCount: channel.subscribers === null,
          videoCount: String(channel.media?.own ?? 0),
        },
        contentDetails: { relatedPlaylists: { likes: '', uploads: `UU${channel.id.slice(2)}` } },
      }));
  }

  function subscriptions(query: URLSearchParams): unknown {
    const id = query.get('channelId');
    if (!id) throw new ApiError(400, 'missingRequiredParameter', 'youtube.parameter');
    const channel = byId.get(id);
    if (!channel) throw new ApiError(404, 'subscriberNotFound', 'youtube.subscription');
    if (channel.follows === null) throw new ApiError(403, 'subscriptionForbidden', 'youtube.subscription');
    const alphabetical = query.get('order') === 'alphabetical';
    const items = channel.follows
      .map((name) => byHandle.get(name.toLowerCase()))
      .filter((followed) => followed !== undefined)
      .toSorted(alphabetical ? (a, b) => (a.title < b.title ? -1 : 1) : () => 0)
      .map(({ id: channelId, title }): Item => ({
        kind: 'youtube#subscription',
        etag: idOf(`etag ${id}${channelId}`, 27),
        id: idOf(id + channelId, 43),
        snippet: {
          publishedAt: '2024-05-01T10:00:00.123456Z',
          title,
          description: '',
          channelId: id,
          resourceId: { kind: 'youtube#channel', channelId },
        },
      }));
    if (alphabetical) return listed('SubscriptionListResponse', items, query);
    // By relevance, each page but the first starts with the last item of the one before, and the last items never come.
    const size = sizeIn(query);
    const repeating = items.flatMap((item, at) => (at > 0 && at % (size - 1) === 0 ? [item, item] : [item]));
    return listed('SubscriptionListResponse', repeating.slice(0, items.length), query);
  }

  function playlistItemsOf(query: URLSearchParams): Item[] {
    const id = query.get('channelId') ?? '';
    const channel = byId.get(id);
    if (!channel) throw new ApiError(404, 'channelNotFound', 'youtube.playlist');
    const outside = channel.media?.outside ?? 0;
    const playlist: Item = {
      kind: 'youtube#playlist',
      etag: idOf(`etag playlist ${id}`, 27),
      id: `PL${id.slice(2)}`,
      snippet: { publishedAt: '2025-01-01T10:00:00Z', channelId: id, title: 'Seen elsewhere', description: '' },
      contentDetails: { itemCount: outside },
    };
    return outside > 0 ? [playlist] : [];
  }

  function videoItems(query: URLSearchParams): Item[] {
    const playlist = query.get('playlistId') ?? '';
    const channel = byId.get(`UC${playlist.slice(2)}`);
    const videos = channel?.media && videosOf(channel.media, playlist.slice(0, 2));
    if (!channel || !videos) throw new ApiError(404, 'playlistNotFound', 'youtube.playlistItem');
    return videos.map(({ id, title, owner, at }, position) => ({
      kind: 'youtube#playlistItem',
      etag: idOf(`etag ${playlist}${id}`, 27),
      id: idOf(playlist + id, 43),
      snippet: {
        publishedAt: new Date(at).toISOString(),
        channelId: channel.id,
        title,
        description: '',
        position,
        playlistId: playlist,
        resourceId: { kind: 'youtube#video', videoId: id },
        videoOwnerChannelId: owner,
      },
    }));
  }

  /** Uploads (UU) or others' videos (PL), a day apart: the others' are the newer ones. Null where there are none. */
  function videosOf({ name, own, outside }: Media, kind: string): Video[] | null {
    const count = kind === 'UU' ? own : kind === 'PL' ? outside : 0;
    if (count === 0) return null;
    return Array.from({ length: count }, (_, at) => {
      const upload = `${kind} ${name} ${at}`;
      const owner = channelIdOf(kind === 'UU' ? name : `guest ${at} of ${name}`);
      return { id: idOf(upload, 11), title: `Growing beans, part ${count - at}`, owner, at: timeOf(kind, at, outside) };
    });
  }

  const timeOf = (kind: string, at: number, outside: number): number =>
    latest - day * (kind === 'UU' ? outside + at + 1 : at + 1);

  function listed(kind: string, all: Item[], query: URLSearchParams): unknown {
    const size = sizeIn(query);
    const parts = valuesOf(query, 'part');
    if (parts.length === 0) throw new ApiError(400, 'missingRequiredParameter', 'youtube.parameter');
    const start = startIn(query);
    const end = Math.min(start + size, longestList);
    const kept = new Set(['kind', 'etag', 'id', ...parts]);
    const items = all
      .slice(start, end)
      .map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name))));
    return {
      kind: `youtube#${kind}`,
      etag: idOf(`${kind} ${query.toString()}`, 27),
      ...(end < Math.min(all.length, longestList) && { nextPageToken: tokenOf(end) }),
      pageInfo: { totalResults: all.length, resultsPerPage: size },
      ...(items.length > 0 && { items }),
    };
  }

  function pageOf(path: string): DoubleAnswer {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    if (path === '/robots.txt') return { status: 200, headers: {}, body: 'User-agent: *\nDisallow: /results\n' };
    const name = /^\/(?:c\/)?([^/]+)$/.exec(path)?.[1] ?? '';
    const channel = byHandle.get(name.toLowerCase());
    if (!channel) return { status: 404, headers, body: '<!doctype html><title>404 Not Found</title>' };
    const link = `https://${site}/channel/${channel.id}`;
    return { status: 200, headers, body: `<!doctype html><link rel="canonical" href="${link}"><title>YouTube</title>` };
  }

  return { hosts: [api, site], answer, addressOf: (name) => `https://${site}/@${name}`, token: key };
}

const json = (status: number, body: unknown): DoubleAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify(body),
});

/** Rounded down to three significant figures. */
function shownCount(count: number): number {
  const unit = 10 ** Math.max(0, String(count).length - 3);
  return Math.floor(count / unit) * unit;
}

/** A parameter's values, repeated or separated by commas. */
const valuesOf = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter(Boolean);

function sizeIn(query: URLSearchParams): number {
  const size = Number(query.get('maxResults') ?? 5);
  if (!Number.isInteger(size) || size < 0 || size > 50) throw new ApiError(400, 'invalidValue', 'youtube.parameter');
  return size;
}

const tokenOf = (start: number): string => Buffer.from(`page ${start}`).toString('base64url');

function startIn(query: URLSearchParams): number {
  const token = query.get('pageToken');
  if (token === null) return 0;
  const start = /^page (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (start === undefined) throw new ApiError(400, 'invalidPageToken', 'youtube.parameter');
  return Number(start);
}
