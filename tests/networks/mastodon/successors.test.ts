import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { explain } from '../../../src/index.ts';
import type { Exchange } from '../fixture-web.ts';
import { type Replayed, replay } from '../replay.ts';
import { actor, clients, finger, following, home, listed, refusing, software } from './answers.ts';

const run = (exchanges: Exchange[], ...handles: string[]): Promise<Replayed> =>
  replay(clients(...handles), exchanges, { thirdParty: 'ignore' });

/** Without the old addresses of what has moved. */
const idsOf = ({ rows }: Replayed): string[] =>
  [...rows].flatMap(([id, { reason }]) => (reason === 'moved' ? [] : id)).toSorted();

// ------------------------------------------------------------------ two addresses

describe('one account under two ids is one row once its home tells which is right', () => {
  const right = 'https://press.example/ap/users/7';
  const shown = { followers_count: 40 };
  const atHome = home('hedge@press.example', { uri: right, followers_count: 9000 });

  test.each<[string, object]>([
    ['a server that shows no actor', { ...shown, uri: undefined }],
    ['a server that knows an older one', { ...shown, uri: 'https://press.example/users/hedge' }],
    ['a server that shows the page instead', { ...shown, uri: 'https://press.example/@hedge' }],
    ['a server that spells it otherwise', { ...shown, uri: 'https://press.example/AP/Users/7' }],
  ])('%s', async (_, more) => {
    const exchanges = [
      ...following('mia@town.example', [listed('hedge@press.example', { ...shown, uri: right })]),
      ...following('leo@old.example', [listed('hedge@press.example', more)]),
      atHome,
    ];
    const replayed = await run(exchanges, 'mia@town.example', 'leo@old.example');
    expect(idsOf(replayed)).toEqual([right]);
    expect(replayed.rows.get(right)).toMatchObject({ customers: 2, subscribers: 9000, verdict: 'keep' });
    expect(replayed.rows.get(right)?.note).toContain('other address');
    expect(replayed.asked.filter((line) => line.includes('press.example/api'))).toHaveLength(1);
  });

  test('also where nobody knows the right one', async () => {
    const guess = listed('hedge@press.example', { ...shown, uri: undefined });
    const page = listed('hedge@press.example', { ...shown, uri: 'https://press.example/@hedge' });
    const exchanges = [...following('mia@town.example', [guess]), ...following('leo@old.example', [page]), atHome];
    const replayed = await run(exchanges, 'mia@town.example', 'leo@old.example');
    expect(idsOf(replayed)).toEqual([right]);
    expect(replayed.rows.get(right)).toMatchObject({ customers: 2 });
  });

  test('a domain and the host below it', async () => {
    const id = 'https://social.press.example/users/hedge';
    const exchanges = [
      ...following('mia@town.example', [listed('hedge@press.example', { ...shown, uri: id })]),
      ...following('leo@old.example', [listed('hedge@press.example', { ...shown, uri: undefined })]),
      finger('press.example', 'acct:hedge@press.example', id),
      refusing('hedge@press.example', 404, 'nothing here'),
      home('hedge@press.example', { followers_count: 9000 }, 'social.press.example'),
      ...software('press.example', 'none'),
      ...actor('https://press.example/users/hedge', { id }),
    ];
    const replayed = await run(exchanges, 'mia@town.example', 'leo@old.example');
    expect(idsOf(replayed)).toEqual([id]);
    expect(replayed.rows.get(id)).toMatchObject({ customers: 2, subscribers: 9000 });
  });

  test('a server is not believed about accounts of others', async () => {
    const star = 'https://star.example/users/star';
    const exchanges = [
      ...following('mia@town.example', [listed('star@star.example', { followers_count: 9000 })]),
      ...following('leo@old.example', [listed('hedge@press.example', { followers_count: 9000 })]),
      home('star@star.example', { followers_count: 9000 }),
      home('hedge@press.example', { uri: star, followers_count: 1_000_000 }),
    ];
    const { rows } = await run(exchanges, 'mia@town.example', 'leo@old.example');
    expect(rows.get(star)).toMatchObject({ customers: 1, subscribers: 9000 });
  });

  test('the level that they share together comes first', async () => {
    const guess = listed('hedge@press.example', { ...shown, uri: undefined });
    const exchanges = [
      ...following('mia@town.example', [
        listed('hedge@press.example', { ...shown, uri: right }),
        listed('a@solo.example', { followers_count: 9000 }),
      ]),
      ...following('leo@old.example', [guess]),
      atHome,
      home('a@solo.example', { followers_count: 9000 }),
    ];
    const { rows } = await run(exchanges, 'mia@town.example', 'leo@old.example');
    expect(rows.get(right)).toMatchObject({ rank: 1, customers: 2 });
    expect(rows.get('https://solo.example/users/a')).toMatchObject({ rank: 2, customers: 1 });
  });
});

// ------------------------------------------------------------------ moves

const show = (userId: string, body: object): Exchange => ({
  request: `POST https://note.example/api/users/show ${JSON.stringify({ userId })}`,
  status: 200,
  body,
});

describe('a resource that has moved stands for the new account', () => {
  const id = 'https://press.example/users/hedge';
  const old = 'https://old.example/users/hedge';
  const moved = listed('hedge@press.example', { followers_count: 20_000 });
  const there = home('hedge@press.example', { followers_count: 20_000 });

  test('as the list says, without asking the old server', async () => {
    const list = [listed('hedge@old.example', { followers_count: 9000, moved })];
    const replayed = await run([...following('mia@town.example', list), there], 'mia@town.example');
    expect(idsOf(replayed)).toEqual([id]);
    expect(replayed.rows.get(id)).toMatchObject({
      verdict: 'keep',
      subscribers: 20_000,
      resource: 'hedge@press.example',
    });
    expect(replayed.rows.get(id)?.note).toContain('moved here from hedge@old.example');
    expect(replayed.asked.filter((line) => line.includes('old.example'))).toEqual([]);
  });

  test('as the old server alone knows', async () => {
    const list = [listed('hedge@old.example', { followers_count: 9000 })];
    const exchanges = [
      ...following('mia@town.example', list),
      home('hedge@old.example', { followers_count: 9000, moved }),
      there,
    ];
    const replayed = await run(exchanges, 'mia@town.example');
    expect(idsOf(replayed)).toEqual([id]);
    expect(replayed.rows.get(id)).toMatchObject({ verdict: 'keep', subscribers: 20_000 });
    expect(replayed.rows.get(id)?.note).toContain('moved here from hedge@old.example');
    const note = 'moved to https://press.example/@hedge';
    expect(replayed.rows.get(old)).toMatchObject({ rank: null, verdict: 'drop', reason: 'moved', customers: 1, note });
    expect([id, old].map((each) => replayed.rows.get(each)?.family)).toEqual([`mastodon:${id}`, `mastodon:${id}`]);
  });

  test.each([
    ['the list says so', { moved }, [there]],
    ['the old server says so', {}, [home('hedge@old.example', { followers_count: 9000, moved }), there]],
  ])('and is explained by its old names: %s', async (_, more, homes) => {
    const folder = mkdtempSync(join(tmpdir(), 'moved-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const state = join(folder, 'state.sqlite');
    const list = [listed('hedge@old.example', { followers_count: 9000, ...more })];
    const exchanges = [...following('mia@town.example', list), ...homes];
    await replay(clients('mia@town.example'), exchanges, { thirdParty: 'ignore', state });
    for (const name of ['hedge@old.example', '@hedge@old.example', 'https://old.example/@hedge', 'hedge@press.example'])
      expect(await explain(name, { state, thirdParty: 'ignore' })).toMatchObject({ resourceId: id });
    await expect(explain('sedge@old.example', { state })).rejects.toThrow('sedge@old.example');
  });

  test('with those who follow the new one already', async () => {
    const exchanges = [
      ...following('mia@town.example', [listed('hedge@old.example', { followers_count: 9000, moved })]),
      ...following('leo@elm.example', [listed('hedge@old.example', { followers_count: 9000 })]),
      ...following('ida@oak.example', [moved, listed('hedge@old.example', { followers_count: 9000, moved })]),
      home('hedge@old.example', { followers_count: 9000, moved }),
      there,
    ];
    const replayed = await run(exchanges, 'mia@town.example', 'leo@elm.example', 'ida@oak.example');
    expect(idsOf(replayed)).toEqual([id]);
    expect(replayed.rows.get(id)).toMatchObject({ customers: 3, subscribers: 20_000, familyCustomers: 3 });
    expect(replayed.rows.get(old)).toMatchObject({ customers: 1, familyCustomers: 3 });
  });

  test('an actor of other software', async () => {
    const exchanges = [
      ...following('mia@town.example', [listed('hedge@old.example', { followers_count: 9000 })]),
      ...software('old.example', 'friendica'),
      refusing('hedge@old.example', 404, 'nothing here'),
      ...actor(old, { followers: 9000, movedTo: id }),
      there,
    ];
    const replayed = await run(exchanges, 'mia@town.example');
    expect(idsOf(replayed)).toEqual([id]);
    expect(replayed.rows.get(id)).toMatchObject({ subscribers: 20_000 });
  });

  test('an account of Misskey', async () => {
    const uri = 'https://note.example/users/9abcdefghi';
    const exchanges = [
      ...following('mia@town.example', [listed('hedge@note.example', { uri, followers_count: 9000 })]),
      ...software('note.example', 'misskey'),
      show('9abcdefghi', {
        id: '9abcdefghi',
        username: 'hedge',
        host: null,
        followersCount: 9000,
        movedTo: '9zzzzzzzzz',
      }),
      show('9zzzzzzzzz', { id: '9zzzzzzzzz', username: 'hedge', host: 'press.example', uri: id, followersCount: 3 }),
      there,
    ];
    const replayed = await run(exchanges, 'mia@town.example');
    expect(idsOf(replayed)).toEqual([id]);
    expect(replayed.rows.get(id)).toMatchObject({ subscribers: 20_000, verdict: 'keep' });
  });

  test('where the new server says nothing, it is for review, and the note says why', async () => {
    const exchanges = [
      ...following('mia@town.example', [listed('hedge@old.example', { followers_count: 9000 })]),
      home('hedge@old.example', {
        followers_count: 9000,
        moved: listed('hedge@press.example', { followers_count: 30 }),
      }),
      refusing('hedge@press.example', 401),
    ];
    const { rows } = await run(exchanges, 'mia@town.example');
    expect(rows.get(old)).toMatchObject({ verdict: 'drop', reason: 'moved' });
    expect(rows.get(id)).toMatchObject({ verdict: 'review', reason: 'subscribers_unknown' });
    expect(rows.get(id)?.note).toContain('moved here from hedge@old.example');
  });

  test('the followers of the old account say nothing of the new one', async () => {
    const exchanges = [
      ...following('mia@old.example', [listed('hedge@old.example', { acct: 'hedge', followers_count: 90_000, moved })]),
      home('hedge@press.example', { followers_count: 12 }),
    ];
    const { rows } = await run(exchanges, 'mia@old.example');
    expect(rows.get(id)).toMatchObject({ verdict: 'drop', reason: 'below_floor', subscribers: 12 });
  });

  test('several times, one after another', async () => {
    const exchanges = [
      ...following('mia@town.example', [listed('hedge@one.example', { followers_count: 9000 })]),
      home('hedge@one.example', { moved: listed('hedge@two.example') }),
      home('hedge@two.example', { moved: listed('hedge@three.example') }),
      home('hedge@three.example', { moved }),
      there,
    ];
    const replayed = await run(exchanges, 'mia@town.example');
    expect(idsOf(replayed)).toEqual([id]);
    expect(replayed.rows.get(id)?.note).toContain('moved here from hedge@one.example');
  });

  test.each([
    ['to itself', ['one', 'one']],
    ['back', ['one', 'two', 'one']],
    ['in a ring', ['one', 'two', 'three', 'one']],
  ])('%s: it stays where it is, and the run ends', async (_, servers) => {
    const ring = servers.slice(1).map((to, at) =>
      home(`hedge@${servers[at]}.example`, {
        followers_count: 9000,
        moved: listed(`hedge@${to}.example`, { followers_count: 9000 }),
      }),
    );
    const list = following('mia@town.example', [listed('hedge@one.example', { followers_count: 9000 })]);
    const { rows, asked, complete } = await run([...list, ...ring], 'mia@town.example');
    expect(rows.size).toBe(1);
    expect(complete).toBe(true);
    expect(asked.length).toBeLessThan(8);
  });

  test('without an end: the run has one', async () => {
    const endless = Array.from({ length: 40 }, (_, at) =>
      home(`hedge@s${at}.example`, { followers_count: 9000, moved: listed(`hedge@s${at + 1}.example`) }),
    );
    const list = following('mia@town.example', [listed('hedge@s0.example', { followers_count: 9000 })]);
    const replayed = await run([...list, ...endless], 'mia@town.example');
    const { asked } = replayed;
    expect(idsOf(replayed)).toHaveLength(1);
    expect(asked.length).toBeLessThan(12);
  });
});
