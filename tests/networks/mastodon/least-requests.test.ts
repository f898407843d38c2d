import { describe, expect, test } from 'vitest';
import type { Exchange } from '../fixture-web.ts';
import { type Replayed, replay } from '../replay.ts';
import { finger, following, home, listed, refusing, software } from './answers.ts';

const run = (exchanges: Exchange[], ...profiles: string[]): Promise<Replayed> =>
  replay(`customer,profile\n${profiles.map((profile) => `${profile},@${profile}\n`).join('')}`, exchanges, {
    thirdParty: 'ignore',
  });

const askedAt = ({ asked }: Replayed, host: string): string[] => asked.filter((each) => each.includes(` ${host}/`));

const names = Array.from({ length: 12 }, (_, at) => `bed${at}@press.example`);

describe('what a server has once shown of itself is not asked again', () => {
  test('one that has described an account in Mastodon’s API says in one answer that it has no other', async () => {
    const hedge = listed('hedge@press.example', { followers_count: 90_000 });
    const exchanges = [
      ...following('mia@town.example', [hedge, ...names.map((name) => listed(name))]),
      home('hedge@press.example', { followers_count: 90_000 }),
    ];
    const replayed = await run(exchanges, 'mia@town.example');
    expect(replayed.rows.get('https://press.example/users/hedge')).toMatchObject({ verdict: 'keep' });
    // Two were asked for before it had answered for the first of them.
    expect(askedAt(replayed, 'press.example').length).toBeLessThanOrEqual(names.length + 1 + 6);
  });

  test.each([
    [401, 'This API requires an authenticated user'],
    [401, 'Unauthorized: token not supplied'],
    [403, 'You must be logged in'],
  ])('one that wants a login (%i, %s) says so once', async (status, error) => {
    const exchanges = [
      ...following(
        'mia@town.example',
        names.map((name) => listed(name, { followers_count: 9000 })),
      ),
      ...names.map((name) => refusing(name, status, { error })),
    ];
    const replayed = await run(exchanges, 'mia@town.example');
    expect(askedAt(replayed, 'press.example').length).toBeLessThanOrEqual(2);
    // The numbers that the client's server knows are enough, and are all that is known.
    expect([...replayed.rows.values()].filter(({ verdict }) => verdict === 'keep')).toHaveLength(names.length);
  });

  test('a domain whose accounts live on another server is asked for an account no more', async () => {
    const people = names.slice(0, 8).map((name) => name.replace('@press.example', ''));
    const exchanges = people.flatMap((person) => [
      finger('names.example', `acct:${person}@names.example`, `https://town.example/users/${person}`),
      ...following(`${person}@town.example`, [listed('hedge@press.example', { followers_count: 90_000 })]),
    ]);
    const replayed = await run(
      [...exchanges, home('hedge@press.example', { followers_count: 90_000 })],
      ...people.map((person) => `${person}@names.example`),
    );
    expect([...replayed.rows.values()].map(({ customers }) => customers)).toEqual([people.length]);
    // Two are asked for before the first of them is found.
    expect(askedAt(replayed, 'names.example').filter((each) => each.includes('/lookup')).length).toBeLessThanOrEqual(2);
  });

  test('one that says so of single accounts is asked for the others', async () => {
    const exchanges = [
      ...following('mia@town.example', [
        listed('gone@press.example', { followers_count: 99_000 }),
        listed('hedge@press.example', { followers_count: 9000 }),
      ]),
      refusing('gone@press.example', 401, { error: 'No such user' }),
      home('hedge@press.example', { followers_count: 9000 }),
    ];
    const { rows } = await run(exchanges, 'mia@town.example');
    expect(rows.get('https://press.example/users/hedge')).toMatchObject({ verdict: 'keep', subscribers: 9000 });
  });
});

const note = 'note.example';
const user = (id: string, more: object = {}): object => ({
  id,
  username: id,
  host: null,
  name: id,
  uri: null,
  url: null,
  followersCount: 50,
  followingCount: 3,
  ...more,
});

describe('accounts in a list of Misskey that have moved', () => {
  const elsewhere = { host: 'press.example', uri: 'https://press.example/users/hedge', followersCount: 40 };
  const listOf = (...followees: object[]): Exchange[] => [
    ...software(note, 'misskey'),
    finger(note, `acct:mia@${note}`, `https://${note}/users/mia`),
    {
      request: `POST https://${note}/api/users/show {"userId":"mia"}`,
      status: 200,
      body: user('mia', { followingCount: followees.length }),
    },
    {
      request: `POST https://${note}/api/users/following`,
      status: 200,
      body: followees.map((followee, at) => ({ id: `f${at}`, followee })),
    },
  ];
  const there = home('hedge@press.example', { followers_count: 30_000 });
  const address = `https://${note}/@mia`;

  test('count as the new ones, which are all asked for together', async () => {
    const exchanges = [
      ...listOf(user('old', { movedTo: 'new1' }), user('older', { movedTo: 'new1' })),
      {
        request: `POST https://${note}/api/users/show {"userIds":["new1"]}`,
        status: 200,
        body: [user('new1', { username: 'hedge', ...elsewhere })],
      },
      there,
    ];
    const { rows, asked } = await replay(`customer,profile\nMia,${address}\n`, exchanges, { thirdParty: 'ignore' });
    expect(rows.get('https://press.example/users/hedge')).toMatchObject({ customers: 1, subscribers: 30_000 });
    expect(rows.get('https://press.example/users/hedge')?.note).toContain(`moved here from old@${note}`);
    expect(asked.filter((each) => each.includes('/api/users/show'))).toHaveLength(2);
  });

  const atPress = 'https://press.example/users/hedge';

  test.each<[string, object]>([
    ['its address beside the id, as in Sharkey', { movedTo: 'new1', movedToUri: atPress }],
    ['its address alone', { movedToUri: atPress }],
    ['its address in the place of the id, as in Iceshrimp', { movedTo: atPress }],
    ['the user, as in Firefish', { movedToUri: { id: 'new1', username: 'hedge', ...elsewhere, alsoKnownAs: [] } }],
    [
      'the user with little beside',
      { movedToUri: { id: 'n', username: 'Hedge', host: 'press.example', uri: atPress } },
    ],
  ])('count as the new one without a question where the list has %s', async (_, move) => {
    const { rows, asked } = await replay(`customer,profile\nMia,${address}\n`, [...listOf(user('old', move)), there], {
      thirdParty: 'ignore',
    });
    expect(rows.get(atPress)).toMatchObject({ customers: 1, subscribers: 30_000 });
    expect(rows.get(atPress)?.note).toContain(`moved here from old@${note}`);
    expect(asked.filter((each) => each.includes('/api/users/show'))).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['other names alone', { alsoKnownAs: [atPress] }],
    ['nothing', { movedTo: null, movedToUri: null, alsoKnownAs: null }],
    ['something odd', { movedToUri: { page: 2 } }],
    ['itself', { movedToUri: `https://${note}/users/old` }],
  ])('do not count as another one that has %s there', async (_, move) => {
    const { rows } = await replay(`customer,profile\nMia,${address}\n`, listOf(user('old', move)), {
      thirdParty: 'ignore',
    });
    expect([...rows.keys()]).toEqual([`https://${note}/users/old`]);
  });

  test.each<[string, object]>([
    ['an address', { movedTo: 'new1', movedToUri: 'https://press.example/users/mia' }],
    [
      'a user',
      { movedToUri: { id: 'n', username: 'mia', host: 'press.example', uri: 'https://press.example/users/mia' } },
    ],
  ])('and a profile that has moved to %s is read there', async (_, move) => {
    const exchanges = [
      ...software(note, 'misskey'),
      finger(note, `acct:mia@${note}`, `https://${note}/users/mia`),
      { request: `POST https://${note}/api/users/show {"userId":"mia"}`, status: 200, body: user('mia', move) },
      ...following('mia@press.example', [listed('hedge@press.example', { followers_count: 9000 })]),
    ];
    const { rows, coverage } = await replay(`customer,profile\nMia,${address}\n`, exchanges, { thirdParty: 'ignore' });
    expect(coverage.get('mastodon')).toMatchObject({ read: 1 });
    expect(rows.get(atPress)).toMatchObject({ customers: 1 });
  });

  test.each([
    ['refuses', { status: 400, body: { error: { code: 'INVALID_PARAM' } } }],
    ['knows nobody', { status: 200, body: [] }],
    ['says something odd', { status: 200, body: [{ id: 'new1' }] }],
  ])('stay as they are where the server %s', async (_, answer) => {
    const exchanges = [
      ...listOf(user('old', { movedTo: 'new1', followersCount: 8000 })),
      { request: `POST https://${note}/api/users/show {"userIds":["new1"]}`, ...answer },
    ];
    const { rows, coverage } = await replay(`customer,profile\nMia,${address}\n`, exchanges, { thirdParty: 'ignore' });
    expect(coverage.get('mastodon')).toMatchObject({ read: 1 });
    expect(rows.get(`https://${note}/users/old`)).toMatchObject({ customers: 1 });
  });
});
