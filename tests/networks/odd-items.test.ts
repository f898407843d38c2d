import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answersOf, listOf } from '../../src/networks/kit/fields.ts';
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
