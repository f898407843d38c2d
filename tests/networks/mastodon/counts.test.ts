import { describe, expect, test } from 'vitest';
import type { Exchange } from '../fixture-web.ts';
import { type ReplayOptions, type Replayed, replay } from '../replay.ts';
import { actor, clients, finger, following, home, listed, refusing, software } from './answers.ts';

// A server knows few of the followers of an account that hides them, or none, or those of last year.

const id = 'https://press.example/users/hedge';
const followedBy = (count: number | null, more: object = {}): Exchange[] =>
  following('mia@town.example', [listed('hedge@press.example', { followers_count: count, ...more })]);
const run = (exchanges: Exchange[], options: ReplayOptions = {}): Promise<Replayed> =>
  replay(clients('mia@town.example'), exchanges, { thirdParty: 'ignore', ...options });

describe('a count from another server', () => {
  test.each([
    ['a few of many', 188, 10_000],
    ['one', 1, 5000],
    ['nearly enough', 4999, 5001],
    ['none', 0, 7000],
    ['nothing', null, 7000],
  ])('that is %s is asked for at home', async (_, elsewhere, there) => {
    const { rows } = await run([...followedBy(elsewhere), home('hedge@press.example', { followers_count: there })]);
    expect(rows.get(id)).toMatchObject({ verdict: 'keep', subscribers: there });
  });

  test('gives way to a smaller one at home', async () => {
    const { rows } = await run([...followedBy(9000), home('hedge@press.example', { followers_count: 4999 })]);
    expect(rows.get(id)).toMatchObject({ verdict: 'drop', reason: 'below_floor', subscribers: 4999 });
  });

  test('is enough where it is large and home tells none', async () => {
    const { rows } = await run([...followedBy(9000), home('hedge@press.example', { followers_count: 0 })]);
    expect(rows.get(id)).toMatchObject({ verdict: 'keep', subscribers: 9000 });
  });

  test.each([
    ['tells none', home('hedge@press.example', { followers_count: 0 })],
    ['tells none any more', home('hedge@press.example', { followers_count: -1 })],
    ['wants a login (401)', refusing('hedge@press.example', 401)],
    ['wants a login (403)', refusing('hedge@press.example', 403)],
  ])('that is small where home %s is for review, and said', async (_, answer) => {
    const { rows, complete } = await run([...followedBy(188), answer]);
    expect(rows.get(id)).toMatchObject({ verdict: 'review', reason: 'subscribers_unknown', subscribers: null });
    expect(rows.get(id)?.note).toContain('188');
    expect(complete).toBe(true);
  });

  test('that is small where home does not answer is for another run', async () => {
    const { rows, complete } = await run(followedBy(188), { dead: ['press.example'] });
    expect(rows.get(id)).toMatchObject({ verdict: 'review', reason: 'not_reached' });
    expect(complete).toBe(false);
  });

  test('is not asked for at home behind the levels that are needed', async () => {
    const both = [listed('wide@press.example', { followers_count: 9000 })];
    const exchanges = [
      ...following('mia@town.example', [...both, listed('hedge@far.example', { followers_count: 188 })]),
      ...following('leo@town.example', both),
      home('wide@press.example', { followers_count: 9000 }),
    ];
    const { rows, asked } = await replay(clients('mia@town.example', 'leo@town.example'), exchanges, {
      thirdParty: 'ignore',
      top: 1,
      minCustomers: 1,
    });
    expect(rows.get('https://far.example/users/hedge')).toMatchObject({ verdict: 'unexamined' });
    expect(asked.filter((line) => line.includes('far.example'))).toEqual([]);
  });
});

test('a count of its own server decides at once', async () => {
  const own = listed('hedge@town.example', { acct: 'hedge', followers_count: 188 });
  const { rows, asked } = await run(following('mia@town.example', [own]));
  expect(rows.get('https://town.example/users/hedge')).toMatchObject({ verdict: 'drop', subscribers: 188 });
  expect(asked).toHaveLength(2);
});

describe('home is asked in its own way', () => {
  test('a community of Lemmy', async () => {
    const uri = 'https://lemmy.example/c/garden';
    const list = following('mia@town.example', [listed('garden@lemmy.example', { uri, followers_count: 12 })]);
    const community = {
      request: 'GET https://lemmy.example/api/v3/community?name=garden',
      status: 200,
      body: { community_view: { community: { name: 'garden', actor_id: uri }, counts: { subscribers: 8000 } } },
    };
    const { rows } = await run([...list, ...software('lemmy.example', 'lemmy'), community]);
    expect(rows.get(uri)).toMatchObject({ verdict: 'keep', subscribers: 8000 });
  });

  test('a channel of PeerTube', async () => {
    const uri = 'https://tube.example/video-channels/garden';
    const list = following('mia@town.example', [listed('garden@tube.example', { uri, followers_count: 12 })]);
    const channel = {
      request: 'GET https://tube.example/api/v1/video-channels/garden',
      status: 200,
      body: { url: uri, name: 'garden', followersCount: 6000 },
    };
    const { rows } = await run([...list, ...software('tube.example', 'peertube'), channel]);
    expect(rows.get(uri)).toMatchObject({ verdict: 'keep', subscribers: 6000 });
  });

  test('an account of Misskey', async () => {
    const uri = 'https://note.example/users/9abcdefghi';
    const list = following('mia@town.example', [listed('garden@note.example', { uri, followers_count: 12 })]);
    const shown = {
      request: 'POST https://note.example/api/users/show',
      status: 200,
      body: { id: '9abcdefghi', username: 'garden', host: null, followersCount: 5500 },
    };
    const { rows } = await run([...list, ...software('note.example', 'misskey'), shown]);
    expect(rows.get(uri)).toMatchObject({ verdict: 'keep', subscribers: 5500 });
  });

  test('an actor of other software', async () => {
    const uri = 'https://page.example/profile/garden';
    const list = following('mia@town.example', [listed('garden@page.example', { uri, followers_count: 12 })]);
    const { rows } = await run([...list, ...software('page.example', 'friendica'), ...actor(uri, { followers: 5200 })]);
    expect(rows.get(uri)).toMatchObject({ verdict: 'keep', subscribers: 5200 });
  });

  test('what a list of Misskey says of others', async () => {
    const shown = { id: '9aaaaaaaaa', username: 'mia', host: null, followersCount: 3, followingCount: 1 };
    const followee = {
      id: '9bbbbbbbbb',
      username: 'hedge',
      host: 'press.example',
      uri: id,
      url: null,
      followersCount: 12,
    };
    const exchanges: Exchange[] = [
      finger('town.example', 'acct:mia@town.example', 'https://town.example/users/9aaaaaaaaa'),
      ...software('town.example', 'misskey'),
      { request: 'POST https://town.example/api/users/show', status: 200, body: shown },
      { request: 'POST https://town.example/api/users/following', status: 200, body: [{ id: '1', followee }] },
      home('hedge@press.example', { followers_count: 10_000 }),
    ];
    const { rows } = await run(exchanges);
    expect(rows.get(id)).toMatchObject({ verdict: 'keep', subscribers: 10_000 });
  });
});
