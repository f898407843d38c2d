import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { youtube } from '../../src/networks/youtube/index.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, Resource } from '../../src/types/resource.ts';
import type { Graph } from '../doubles/graph.ts';
import { channelIdOf, youtubeDouble } from '../doubles/youtube.ts';
import { answerProblems, requestProblems, smallest } from './discovery.ts';
import { type Exchange, exchangesOf, fixtureWeb } from '../networks/fixture-web.ts';
import { all } from '../helpers/all.ts';

const host = 'youtube.googleapis.com';
const api = `https://${host}/youtube/v3`;
const id = 'UCsmallest_______________'.slice(0, 24);
const name: ProfileName = { network: 'youtube', name: id, host };
const url = `https://www.youtube.com/channel/${id}`;
const resource: Resource = { network: 'youtube', id, name: id, title: null, url, host };
const facts: Facts = {
  name: id,
  title: null,
  url,
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  ref: id,
  host,
  wishes: [],
};

const uploads = `UU${id.slice(2)}`;
const requests = {
  channels: `${api}/channels?part=snippet%2Cstatistics&id=${id}&maxResults=50`,
  subscriptions: `${api}/subscriptions?part=snippet&channelId=${id}&order=alphabetical&maxResults=50`,
  playlists: `${api}/playlists?part=snippet%2CcontentDetails&channelId=${id}&maxResults=50`,
  uploads: `${api}/playlistItems?part=snippet&playlistId=${uploads}&maxResults=50`,
  shared: `${api}/playlistItems?part=snippet&playlistId=PLsmallest&maxResults=50`,
};

const answering = (bodies: Partial<Record<keyof typeof requests, unknown>>) =>
  fixtureWeb(
    Object.entries(bodies).map(([method, body]): Exchange => {
      const address = requests[method as keyof typeof requests];
      expect(answerProblems(address, 200, body)).toEqual([]);
      return { request: `GET ${address}`, status: 200, body };
    }),
  );

const findIn = (body: unknown) => all(youtube.findProfiles([name], answering({ channels: body })));
const factsIn = (body: unknown) => all(youtube.readFacts([resource], answering({ channels: body })));
const followsIn = (body: unknown) =>
  all(youtube.listFollows({ network: 'youtube', id, ref: id, host }, answering({ subscriptions: body }), null));

const channels = (...items: object[]) => ({ ...smallest('ChannelListResponse'), items });
const subscriptions = (...items: object[]) => ({ ...smallest('SubscriptionListResponse'), items });
const playlists = (...items: object[]) => ({ ...smallest('PlaylistListResponse'), items });
const videos = (...items: object[]) => ({ ...smallest('PlaylistItemListResponse'), items });

const smallestChannel = () => ({ ...smallest('Channel'), id });
const smallestSubscription = () => ({ ...smallest('Subscription'), snippet: { resourceId: { channelId: id } } });
const video = (videoId: string, more: object = {}) => ({
  ...smallest('PlaylistItem'),
  snippet: { resourceId: { videoId }, ...more },
});

/** The same answer as a later version may give it: every object has a field more. */
function withNews(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNews);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, content]) => [field, withNews(content)]);
  return { ...Object.fromEntries(fields), addedLater: { of: [1, 'two', null] } };
}

const later = (address: string, body: unknown): Exchange => ({
  request: `GET ${address}`,
  status: 200,
  body: withNews(body),
});

const isCall = ({ request }: Exchange): boolean => request.startsWith(`GET ${api}/`);
const addressIn = ({ request }: Exchange): string => request.replace('GET ', '');

describe('the checker itself', () => {
  test('finds what is misspelt, of a wrong type or out of bounds', () => {
    const channel = { ...smallestChannel(), statistics: { subscriberCount: '5000', hiddenSubscriberCount: false } };
    const problems = (changed: object) => answerProblems(requests.channels, 200, channels({ ...channel, ...changed }));
    expect(problems({})).toEqual([]);
    expect(problems({ statistics: { subscriberCount: 5000 } })).not.toEqual([]);
    expect(problems({ statistics: { subscriberCount: '5,000' } })).not.toEqual([]);
    expect(problems({ statistics: { subscribers: '5000' } })).not.toEqual([]);
    expect(problems({ snippet: { publishedAt: 'in May' } })).not.toEqual([]);
    expect(problems({ kind: 'youtube#video' })).not.toEqual([]);
    expect(answerProblems(requests.channels, 200, subscriptions())).not.toEqual([]);
    expect(answerProblems(requests.channels, 200, { ...channels(), pageInfo: { totalResults: '1' } })).not.toEqual([]);
    expect(answerProblems(requests.channels, 403, { error: 'forbidden' })).not.toEqual([]);
  });

  test('finds wrong requests', () => {
    for (const address of Object.values(requests)) expect(requestProblems(address)).toEqual([]);
    expect(requestProblems(requests.channels.replace('maxResults=50', 'maxResults=51'))).not.toEqual([]);
    expect(requestProblems(requests.channels.replace('part=', 'parts='))).toHaveLength(2);
    expect(requestProblems(requests.subscriptions.replace('alphabetical', 'title'))).not.toEqual([]);
    expect(requestProblems(`${requests.subscriptions}&channelId=${id}`)).not.toEqual([]);
    expect(() => requestProblems(requests.channels.replace(host, 'www.googleapis.com'))).toThrow('describes no');
  });
});

describe('fixtures are as the official document describes', () => {
  const folder = new URL('../fixtures/youtube/', import.meta.url);
  // Answers that are of another shape on purpose.
  const broken = new Set(['changed-shape']);
  const scenarios = readdirSync(folder).filter((scenario) => !broken.has(scenario));

  test.for(scenarios)('%s', (scenario) => {
    const calls = exchangesOf('youtube', scenario).filter(isCall);
    for (const call of calls) expect(requestProblems(addressIn(call))).toEqual([]);
    // What is text comes from a machine that stands before the API.
    for (const call of calls.filter(({ text }) => text === undefined)) {
      expect(answerProblems(addressIn(call), call.status, call.body)).toEqual([]);
    }
    expect(calls.length).toBeGreaterThan(0);
  });

  test('the broken ones are not, and ask as described', () => {
    for (const scenario of broken) {
      for (const call of exchangesOf('youtube', scenario)) expect(requestProblems(addressIn(call))).toEqual([]);
      expect(
        exchangesOf('youtube', scenario).some((call) => answerProblems(addressIn(call), 200, call.body).length > 0),
      ).toBe(true);
    }
  });
});

const list = (of: string | undefined): string => (of ?? '').slice(2);

describe('the server of the tests answers as the official document describes', () => {
  const graph: Graph = {
    people: [
      { name: 'anna', follows: ['journal', 'seeds'], state: 'open' },
      { name: 'boris', follows: [], state: 'hidden' },
    ],
    media: [
      { name: 'journal', title: 'Journal', subscribers: 12_345, outside: 2, own: 60 },
      { name: 'seeds', title: 'Seeds', subscribers: null, outside: 0, own: 0 },
    ],
  };
  const [anna, boris, journal, seeds] = ['anna', 'boris', 'journal', 'seeds'].map(channelIdOf);
  const nobody = channelIdOf('nobody');
  test.for([
    [200, `channels?part=snippet,statistics&id=${anna},${journal},${seeds},${nobody}&maxResults=50`],
    [200, `channels?part=snippet,statistics,contentDetails&forHandle=@anna`],
    [200, `channels?part=snippet&forUsername=nobody`],
    [400, `channels?part=snippet`],
    [400, `channels?part=snippet&forHandle=@anna&id=${anna}`],
    [400, `channels?part=snippet&id=${Array.from({ length: 51 }, () => anna).join(',')}`],
    [400, `channels?part=snippet&maxResults=51&id=${anna}`],
    [200, `subscriptions?part=snippet&channelId=${anna}&maxResults=1`],
    [400, `subscriptions?part=snippet&channelId=${anna}&pageToken=nonsense`],
    [403, `subscriptions?part=snippet&channelId=${boris}`],
    [404, `subscriptions?part=snippet&channelId=${nobody}`],
    [200, `playlists?part=snippet,contentDetails&channelId=${journal}`],
    [200, `playlists?part=snippet&channelId=${seeds}`],
    [404, `playlists?part=snippet&channelId=${nobody}`],
    [200, `playlistItems?part=snippet&playlistId=UU${list(journal)}&maxResults=50`],
    [200, `playlistItems?part=snippet&playlistId=PL${list(journal)}`],
    [404, `playlistItems?part=snippet&playlistId=UU${list(seeds)}`],
  ] as const)('%i %s', async ([status, call]) => {
    const double = youtubeDouble(graph, { key: 'a-key' });
    const { pathname, searchParams } = new URL(`${api}/${call}`);
    const question = { method: 'GET', host, path: pathname, query: searchParams, body: '' };
    const answer = await double.answer({ ...question, headers: { 'x-goog-api-key': 'a-key' } });
    expect(answer.status).toBe(status);
    expect(answerProblems(`${api}/${call}`, status, JSON.parse(answer.body))).toEqual([]);
  });
});

describe('the smallest answers the official document allows', () => {
  test('lists of nothing', async () => {
    const nothing = smallest('ChannelListResponse');
    expect((await findIn(nothing)).map(([, found]) => 'status' in found && found.status)).toEqual(['not_found']);
    expect((await factsIn(nothing)).map(([, { exists }]) => exists)).toEqual([false]);
    expect(await followsIn(smallest('SubscriptionListResponse'))).toEqual([{ resources: [], next: null }]);
    const none = { uploads: smallest('PlaylistItemListResponse'), playlists: smallest('PlaylistListResponse') };
    expect(await all(youtube.readPosts(resource, facts, answering(none)))).toEqual([]);
  });

  test('a channel that is but its id', async () => {
    expect(await findIn(channels(smallestChannel()))).toEqual([
      [name, { profile: { network: 'youtube', id, ref: id, host } }],
    ]);
    expect(await factsIn(channels(smallestChannel()))).toEqual([[resource, facts]]);
    const hollow = { ...smallestChannel(), snippet: {}, statistics: {} };
    expect(await factsIn(channels(hollow))).toEqual([[resource, facts]]);
  });

  test('a subscription that is but the id of a channel', async () => {
    expect(await followsIn(subscriptions(smallestSubscription()))).toEqual([
      { resources: [{ ...resource, subscribers: null, countedBy: 'elsewhere' }], next: null },
    ]);
  });

  test('videos that are but an id, and the id of their owner', async () => {
    const from = answering({
      uploads: videos(video('one')),
      playlists: playlists({ ...smallest('Playlist'), id: 'PLsmallest' }),
      shared: videos(video('two'), video('three', { videoOwnerChannelId: channelIdOf('guest') })),
    });
    expect(await all(youtube.readPosts(resource, facts, from))).toEqual([
      { url: 'https://www.youtube.com/watch?v=one', at: null, kind: 'own', author: id, text: '' },
      {
        url: 'https://www.youtube.com/watch?v=three&list=PLsmallest',
        at: null,
        kind: 'repost',
        author: channelIdOf('guest'),
        by: { bio: null, handle: null, name: null },
        place: 'collection',
        text: '',
      },
    ]);
  });

  test('answers of a later version: more fields everywhere', async () => {
    const from = fixtureWeb([
      later(requests.channels, channels(smallestChannel())),
      later(requests.subscriptions, subscriptions(smallestSubscription())),
      later(requests.uploads, videos(video('one'))),
      later(requests.playlists, playlists()),
    ]);
    expect(await all(youtube.readFacts([resource], from))).toEqual([[resource, facts]]);
    const [page] = await all(youtube.listFollows({ network: 'youtube', id, ref: id, host }, from, null));
    expect(page?.resources.map((each) => each.id)).toEqual([id]);
    expect(await all(youtube.readPosts(resource, facts, from))).toHaveLength(1);
  });

  test('the maxima are the ones of the document', () => {
    const { profiles, follows, facts: described } = youtube.batch;
    for (const most of [profiles, follows, described]) {
      expect(requestProblems(requests.subscriptions.replace('=50', `=${most}`))).toEqual([]);
      expect(requestProblems(requests.subscriptions.replace('=50', `=${most + 1}`))).not.toEqual([]);
    }
  });
});
