import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answersOf, followsOf, listOf, oddIn } from '../../src/networks/kit/fields.ts';
import type { Exchange } from './fixture-web.ts';
import { replay } from './replay.ts';

// One odd item costs neither the list that it is in nor the answers about others.

const did = (letter: string): string => `did:plc:${letter.repeat(24)}`;
const api = 'GET https://public.api.bsky.app/xrpc';
const account = (letter: string, more: object = {}) => ({ did: did(letter), handle: `${letter}.example`, ...more });

const listWith = (...follows: unknown[]) => [
  {
    request: `${api}/app.bsky.actor.getProfiles?actors=a.example`,
    status: 200,
    body: { profiles: [account('a')] },
  },
  { request: `${api}/app.bsky.graph.getFollows`, status: 200, body: { follows } },
  {
    request: `${api}/app.bsky.actor.getProfiles`,
    status: 200,
    body: { profiles: [account('b', { followersCount: 9000 })] },
  },
];

test.each<[string, unknown]>([
  ['without a handle', { did: did('c') }],
  ['without a DID', { handle: 'c.example' }],
  ['with a number for a DID', { did: 5, handle: 'c.example' }],
  ['that is null', null],
  ['that is text', 'c.example'],
])('an account %s is no more than itself', async (_, odd) => {
  const { coverage, rows } = await replay('customer,bluesky\nAda Quince,a.example\n', listWith(odd, account('b')), {
    thirdParty: 'ignore',
  });
  expect(coverage.get('bluesky')).toMatchObject({ read: 1, not_reached: 0 });
  expect(rows.get(did('b'))).toMatchObject({ customers: 1, subscribers: 9000 });
});

describe('a list', () => {
  const shape = listOf(z.object({ id: z.number() }));

  test.each([[[]], [[{ id: 1 }]], [[{ id: 1 }, { id: 2 }]]])('of %j stays as it is', (items) => {
    expect(shape.parse(items)).toEqual(items);
  });

  test.each([null, 'text', {}, { id: null }])('of others loses %j alone', (odd) => {
    expect(shape.parse([odd, { id: 1 }, odd])).toEqual([{ id: 1 }]);
    expect(answersOf(z.object({ id: z.number() })).parse([odd, { id: 1 }])).toEqual([null, { id: 1 }]);
  });

  test('of nothing else is of another shape, and says which field', () => {
    expect(shape.safeParse([{ name: 'x' }]).error?.issues[0]?.path).toEqual([0, 'id']);
    expect(followsOf(z.object({ id: z.number() })).safeParse([{}, null]).success).toBe(false);
  });

  test('of follows may hold one odd item alone', () => {
    const follows = followsOf(z.object({ id: z.number() })).parse([null]);
    expect([follows, oddIn(follows)]).toEqual([[], 1]);
  });
});

// Every network that reads lists: a page with one item, with another one behind it where its pages have a next one.

/** A page of a list that holds this item alone. */
interface OddPage {
  /** The item that stands there, of another kind for each network. */
  item: unknown;
  /** There is another page, with a follow that has the shape. */
  goesOn: boolean;
  /** How many the network says there are; null where it does not say. */
  total: number | null;
}

interface ListAnswers {
  network: string;
  cell: string;
  tokens?: Record<string, string>;
  /** Items that are odd there. */
  odds: unknown[];
  /** Whether the list comes in pages, and whether the network says how many follows there are. */
  inPages: boolean;
  counts: boolean;
  exchanges: (page: OddPage) => Exchange[];
  /** Id of the follow on the second page. */
  second: string;
}

const json = (request: string, body: unknown, headers: Record<string, string> = {}): Exchange => ({
  request,
  status: 200,
  headers,
  body,
});

const odds = [null, 7, 'text', {}, [], { id: {} }, { name: 'without an id' }];

const github = 'https://api.github.com/users/anna/following?per_page=100';
const meadow = 'https://meadow.example/api/v1/accounts/1/following?limit=80';
const note = 'https://note.example';
const plot = 'https://plot.example';
const soundcloud = 'https://api.soundcloud.com/users/soundcloud:users:1/followings';
const youtube = 'https://youtube.googleapis.com/youtube/v3';
const uc = (name: string): string => `UC${name.padEnd(22, '_')}`;

const lists: ListAnswers[] = [
  {
    network: 'bluesky',
    cell: 'a.example',
    odds: [...odds, { did: 5, handle: 'c.example' }, { handle: 'c.example' }],
    inPages: true,
    counts: true,
    second: did('b'),
    exchanges: ({ item, goesOn, total }) => [
      json(`${api}/app.bsky.actor.getProfiles`, { profiles: [account('a', { followsCount: total })] }),
      json(`${api}/app.bsky.graph.getFollows`, { follows: [item], ...(goesOn && { cursor: 'next' }) }),
      json(`${api}/app.bsky.graph.getFollows`, { follows: [account('b')] }),
      json(`${api}/app.bsky.actor.getProfiles`, { profiles: [account('b')] }),
    ],
  },
  {
    network: 'github',
    cell: 'anna',
    odds: [...odds, { login: 'c' }, { login: 5, id: 9 }, { login: 'c', id: '9' }],
    inPages: true,
    counts: false,
    second: '8',
    exchanges: ({ item, goesOn }) => [
      json('GET https://api.github.com/users/anna', { login: 'anna', id: 7 }),
      json(`GET ${github}`, [item], goesOn ? { link: `<${github}&page=2>; rel="next"` } : {}),
      json(`GET ${github}&page=2`, [{ login: 'b', id: 8 }]),
      json('GET https://api.github.com/user/8', { login: 'b', id: 8, followers: 1 }),
    ],
  },
  {
    network: 'mastodon',
    cell: '@anna@meadow.example',
    odds: [...odds, { acct: 'c' }, { acct: 5, uri: 'https://meadow.example/users/c' }],
    inPages: true,
    counts: true,
    second: 'https://meadow.example/users/b',
    exchanges: ({ item, goesOn, total }) => [
      json('GET https://meadow.example/api/v1/accounts/lookup?acct=anna', {
        id: '1',
        acct: 'anna',
        uri: 'https://meadow.example/users/anna',
        following_count: total,
      }),
      json(`GET ${meadow}`, [item], goesOn ? { link: `<${meadow}&max_id=9>; rel="next"` } : {}),
      json(`GET ${meadow}&max_id=9`, [{ id: '2', acct: 'b', uri: 'https://meadow.example/users/b' }]),
    ],
  },
  {
    network: 'mastodon',
    cell: `${note}/@anna`,
    odds: [...odds, { id: 'f9', followee: null }, { id: 'f9', followee: { id: 'c' } }, { followee: { id: 'c' } }],
    // Pages are full ones, behind the last id of each.
    inPages: false,
    counts: true,
    second: '',
    exchanges: ({ item, total }) => [
      json(`GET ${note}/.well-known/nodeinfo`, {
        links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: `${note}/nodeinfo/2.1` }],
      }),
      json(`GET ${note}/nodeinfo/2.1`, { software: { name: 'misskey' } }),
      json(`GET ${note}/.well-known/webfinger?resource=acct:anna@note.example`, {
        links: [{ rel: 'self', type: 'application/activity+json', href: `${note}/users/anna` }],
      }),
      json(`POST ${note}/api/users/show`, { id: 'anna', username: 'anna', host: null, followingCount: total }),
      json(`POST ${note}/api/users/following`, [item]),
    ],
  },
  {
    network: 'mastodon',
    cell: `${plot}/users/anna`,
    odds: [null, 7, 'text', {}, { id: 5 }, { name: 'without an id' }],
    inPages: true,
    counts: true,
    second: 'https://meadow.example/users/b',
    exchanges: ({ item, goesOn, total }) => [
      json(`GET ${plot}/.well-known/webfinger?resource=acct:anna@plot.example`, {
        links: [{ rel: 'self', type: 'application/activity+json', href: `${plot}/users/anna` }],
      }),
      json(`GET ${plot}/users/anna`, {
        id: `${plot}/users/anna`,
        type: 'Person',
        preferredUsername: 'anna',
        following: `${plot}/users/anna/following`,
      }),
      json(`GET ${plot}/users/anna/following`, {
        type: 'OrderedCollection',
        ...(total !== null && { totalItems: total }),
        first: `${plot}/users/anna/following?page=1`,
      }),
      json(`GET ${plot}/users/anna/following?page=1`, {
        type: 'OrderedCollectionPage',
        orderedItems: [item],
        ...(goesOn && { next: `${plot}/users/anna/following?page=2` }),
      }),
      json(`GET ${plot}/users/anna/following?page=2`, {
        type: 'OrderedCollectionPage',
        orderedItems: ['https://meadow.example/users/b'],
      }),
    ],
  },
  {
    network: 'soundcloud',
    cell: 'https://soundcloud.com/anna',
    tokens: { soundcloud: 'id:secret' },
    odds: [7, 'text', {}, [], { id: {} }, { username: 'without an id' }],
    inPages: true,
    counts: false,
    second: 'soundcloud:users:2',
    exchanges: ({ item, goesOn }) => [
      json('POST https://secure.soundcloud.com/oauth/token', { access_token: 'one' }),
      json('GET https://api.soundcloud.com/resolve', { urn: 'soundcloud:users:1', permalink: 'anna' }),
      json(`GET ${soundcloud}?limit=200&linked_partitioning=true`, {
        collection: [item],
        next_href: goesOn ? `${soundcloud}?cursor=2` : null,
      }),
      json(`GET ${soundcloud}?cursor=2`, {
        collection: [{ urn: 'soundcloud:users:2', permalink: 'b', followers_count: 2 }],
        next_href: null,
      }),
    ],
  },
  {
    network: 'youtube',
    cell: uc('anna'),
    tokens: { youtube: 'key' },
    odds: [...odds, { snippet: {} }, { snippet: { title: 'c', resourceId: { channelId: 5 } } }],
    inPages: true,
    counts: false,
    second: uc('b'),
    exchanges: ({ item, goesOn }) => [
      json(`GET ${youtube}/channels`, { kind: 'youtube#channelListResponse', items: [{ id: uc('anna') }] }),
      json(`GET ${youtube}/subscriptions`, {
        kind: 'youtube#subscriptionListResponse',
        items: [item],
        ...(goesOn && { nextPageToken: 'next' }),
      }),
      json(`GET ${youtube}/subscriptions`, {
        kind: 'youtube#subscriptionListResponse',
        items: [{ snippet: { title: 'b', resourceId: { channelId: uc('b') } } }],
      }),
      json(`GET ${youtube}/channels`, { kind: 'youtube#channelListResponse', items: [] }),
    ],
  },
  {
    network: 'x',
    cell: 'anna',
    tokens: { x: 'token' },
    odds: [...odds, { username: 'c' }, { id: 9, username: 'c' }],
    inPages: true,
    counts: true,
    second: '1700000000000000002',
    exchanges: ({ item, goesOn, total }) => {
      const follows = 'GET https://api.x.com/2/users/1700000000000000001/following';
      const anna = { id: '1700000000000000001', username: 'anna', public_metrics: { following_count: total } };
      return [
        json('GET https://api.x.com/2/users/by', { data: [anna] }),
        json(follows, { data: [item], meta: goesOn ? { next_token: 'next' } : {} }),
        json(follows, { data: [{ id: '1700000000000000002', username: 'b', public_metrics: { followers_count: 9 } }] }),
      ];
    },
  },
  {
    network: 'vk',
    cell: 'id11',
    tokens: { vk: 'token' },
    odds: [...odds, { id: '5' }, { id: -5, name: 'c' }],
    // Pages are counted off, a thousand places each.
    inPages: false,
    counts: true,
    second: '',
    exchanges: ({ item, total }) => {
      const page = { count: total ?? 1, items: [item] };
      const rest = { users: { count: 0, items: [] }, groups: { count: 0, items: [] } };
      return [
        json('POST https://api.vk.ru/method/users.get', { response: [{ id: 11 }] }),
        json('POST https://api.vk.ru/method/execute', { response: [page, rest] }),
      ];
    },
  },
  {
    network: 'flickr',
    cell: 'https://www.flickr.com/people/12345678@N01/',
    tokens: { flickr: 'key' },
    odds: [...odds, { nsid: 5, name: 'c' }, { nsid: 'c', name: 'c' }],
    inPages: false,
    counts: false,
    second: '',
    exchanges: ({ item }) => [
      json('POST https://api.flickr.com/services/rest/', { stat: 'ok', groups: { group: [item] } }),
    ],
  },
];

const told = async ({ network, cell, tokens = {}, exchanges }: ListAnswers, page: OddPage) => {
  const clients = `customer,${network},consent\nAda Quince,${cell},yes\n`;
  const { coverage, rows } = await replay(clients, exchanges(page), { thirdParty: 'ignore', tokens, xBudget: 100 });
  return { coverage: coverage.get(network), ids: [...rows.keys()] };
};

const named = lists.map((each): [string, ListAnswers] => [`${each.network}, ${each.cell}`, each]);

describe.each(named)('a list of %s that begins with an odd item', (_, answers) => {
  test('is read where that is all', async () => {
    for (const item of answers.odds) {
      for (const total of answers.counts ? [null, 1] : [null]) {
        // oxlint-disable-next-line no-await-in-loop
        const { coverage } = await told(answers, { item, goesOn: false, total });
        expect(coverage, `${JSON.stringify(item)} of ${total}`).toMatchObject({ read: 1, not_reached: 0 });
      }
    }
  });

  test.runIf(answers.inPages)('goes on to the page behind', async () => {
    for (const item of answers.odds) {
      // oxlint-disable-next-line no-await-in-loop
      const { coverage, ids } = await told(answers, { item, goesOn: true, total: answers.counts ? 2 : null });
      expect(coverage, JSON.stringify(item)).toMatchObject({ read: 1, not_reached: 0, truncated: 0 });
      expect(ids, JSON.stringify(item)).toContain(answers.second);
    }
  });

  test.runIf(answers.counts)('is not taken for the whole of one that is said to be long', async () => {
    const { coverage } = await told(answers, { item: { name: 'of another shape' }, goesOn: false, total: 250 });
    expect(coverage).toMatchObject({ read: 0 });
  });
});
