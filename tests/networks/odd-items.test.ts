import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answersOf, listOf } from '../../src/networks/kit/fields.ts';
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
  });
});

describe('one odd item alone on the last page', () => {
  const odds = [null, 7, 'text', {}, []];
  const more = 'https://meadow.example/api/v1/accounts/1/following?limit=80&max_id=9';
  const follow = { id: '2', acct: 'b', uri: 'https://meadow.example/users/b', followers_count: 9000 };
  const lists: [network: string, cell: string, pages: (odd: unknown) => Exchange[]][] = [
    [
      'bluesky',
      'a.example',
      (odd) => [
        { request: `${api}/app.bsky.actor.getProfiles`, status: 200, body: { profiles: [account('a')] } },
        {
          request: `${api}/app.bsky.graph.getFollows`,
          status: 200,
          body: { follows: [account('b')], cursor: 'next' },
        },
        { request: `${api}/app.bsky.graph.getFollows`, status: 200, body: { follows: [odd] } },
      ],
    ],
    [
      'github',
      'anna',
      (odd) => [
        { request: 'GET https://api.github.com/users/anna', status: 200, body: { login: 'anna', id: 7 } },
        {
          request: 'GET https://api.github.com/users/anna/following?per_page=100',
          status: 200,
          headers: { link: '<https://api.github.com/users/anna/following?per_page=100&page=2>; rel="next"' },
          body: [{ login: 'b', id: 8 }],
        },
        {
          request: 'GET https://api.github.com/users/anna/following?per_page=100&page=2',
          status: 200,
          body: [odd],
        },
      ],
    ],
    [
      'mastodon',
      '@anna@meadow.example',
      (odd) => [
        {
          request: 'GET https://meadow.example/api/v1/accounts/lookup?acct=anna',
          status: 200,
          body: { id: '1', acct: 'anna', uri: 'https://meadow.example/users/anna', following_count: 2 },
        },
        {
          request: 'GET https://meadow.example/api/v1/accounts/1/following?limit=80',
          status: 200,
          headers: { link: `<${more}>; rel="next"` },
          body: [follow],
        },
        { request: `GET ${more}`, status: 200, body: [odd] },
      ],
    ],
  ];

  test.each(lists)('of %s leaves the list whole', async (network, cell, pages) => {
    for (const odd of odds) {
      // oxlint-disable-next-line no-await-in-loop
      const { coverage } = await replay(`customer,${network}\nAda Quince,${cell}\n`, pages(odd), {
        thirdParty: 'ignore',
      });
      expect(coverage.get(network), JSON.stringify(odd)).toMatchObject({ read: 1, not_reached: 0, truncated: 0 });
    }
  });
});

describe('one odd item alone in a list that the network says is of one', () => {
  const lists: [network: string, cell: string, pages: (odd: unknown) => Exchange[]][] = [
    [
      'bluesky',
      'a.example',
      (odd) => [
        {
          request: `${api}/app.bsky.actor.getProfiles`,
          status: 200,
          body: { profiles: [account('a', { followsCount: 1 })] },
        },
        { request: `${api}/app.bsky.graph.getFollows`, status: 200, body: { follows: [odd] } },
      ],
    ],
    [
      'mastodon',
      '@anna@meadow.example',
      (odd) => [
        {
          request: 'GET https://meadow.example/api/v1/accounts/lookup?acct=anna',
          status: 200,
          body: { id: '1', acct: 'anna', uri: 'https://meadow.example/users/anna', following_count: 1 },
        },
        { request: 'GET https://meadow.example/api/v1/accounts/1/following?limit=80', status: 200, body: [odd] },
      ],
    ],
  ];

  test.each(lists)('%s: it costs itself, and the list is read', async (network, cell, pages) => {
    for (const odd of [null, 7, {}]) {
      const { coverage } = await replay(`customer,${network}\nAda Quince,${cell}\n`, pages(odd));
      expect(coverage.get(network), JSON.stringify(odd)).toMatchObject({ read: 1, not_reached: 0 });
    }
  });
});
