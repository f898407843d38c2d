import { describe, expect, test } from 'vitest';
import { Refused, Unreadable } from '../../../src/errors.ts';
import {
  factsOf,
  find,
  findResource,
  follows,
  idsOf,
  network,
  postsOf,
  profileOf,
  resourceOf,
  web,
} from './fediverse.ts';
import { mastodon } from '../../../src/networks/mastodon/index.ts';
import type { Post } from '../../../src/types/resource.ts';
import { exchangesOf, fixtureWeb } from '../fixture-web.ts';

const host = 'misskey.example';
const uri = (id: string): string => `https://${host}/users/${id}`;
const show = (who: object): string => `POST https://${host}/api/users/show ${JSON.stringify(who)}`;
const misskey = (id: string, following: number | '?' = 3) => profileOf(`misskey:${id} ${following} ${host}`, host);

describe('finding a profile', () => {
  test('the first of a server costs four requests more, the next ones one', async () => {
    const asking = web('misskey-lists');
    expect(await find(`anna@${host}`, asking)).toEqual({
      profile: { network, id: uri('9abc000001'), ref: `misskey:9abc000001 3 ${host}`, host, follows: 3 },
    });
    expect(asking.asked).toEqual([
      `GET https://${host}/api/v1/accounts/lookup?acct=anna`,
      `GET https://${host}/.well-known/webfinger?resource=acct:anna@${host}`,
      `GET https://${host}/.well-known/nodeinfo`,
      `GET https://${host}/nodeinfo/2.1`,
      show({ userId: '9abc000001' }),
    ]);
    expect(await find(`boris@${host}`, asking)).toMatchObject({ profile: { id: uri('9abc000002') } });
    expect(asking.asked.slice(5)).toEqual([show({ username: 'boris', host: null })]);
  });

  test('a first one who does not exist teaches nothing, the next one does', async () => {
    const asking = web('misskey-lists');
    expect(await find(`nobody@${host}`, asking)).toMatchObject({ status: 'not_found' });
    expect(asking.asked).toHaveLength(4);
    expect(await find(`anna@${host}`, asking)).toHaveProperty('profile');
    await find(`boris@${host}`, asking);
    expect(asking.asked.slice(9)).toEqual([show({ username: 'boris', host: null })]);
  });

  test.each([
    ['shy', 'hidden'],
    ['oldshy', 'hidden'],
    ['nobody', 'not_found'],
    ['barred', 'not_found'],
    ['member', 'needs_login'],
  ])('%s is %s', async (user, status) => {
    const asking = web('misskey-lists');
    await find(`anna@${host}`, asking);
    expect(await find(`${user}@${host}`, asking)).toMatchObject({ status });
    expect(asking.asked).toHaveLength(6);
  });

  test('a refusal that is not known is passed on', async () => {
    const asking = web('misskey-lists');
    await find(`anna@${host}`, asking);
    await expect(find(`odd@${host}`, asking)).rejects.toThrow(Refused);
  });

  test.each([
    [
      'left',
      {
        id: 'https://new.example/users/left',
        ref: '33 7 new.example',
        host: 'new.example',
        follows: 7,
        movedTo: 'https://new.example/@left',
      },
    ],
    [
      'home',
      {
        id: uri('9abc000002'),
        ref: `misskey:9abc000002 0 ${host}`,
        host,
        follows: 0,
        movedTo: `https://${host}/@boris`,
      },
    ],
    ['lost', { id: uri('9abc00000f'), ref: `misskey:9abc00000f 3 ${host}`, host, follows: 3 }],
  ])('%s, who moved, is read where the account is now', async (user, profile) => {
    const asking = web('misskey-lists');
    await find(`anna@${host}`, asking);
    expect(await find(`${user}@${host}`, asking)).toEqual({ profile: { network, ...profile } });
  });
});

describe('the list', () => {
  test('pages by the id of its last follow until the count is reached; subscribers as other networks show them', async () => {
    const asking = web('misskey-lists');
    const pages = await follows(misskey('9abc000001'), asking);
    expect(asking.asked).toHaveLength(2);
    expect(pages).toEqual([
      {
        resources: [
          {
            network,
            id: uri('9abc0000g1'),
            name: `garden@${host}`,
            title: 'The Garden',
            url: `https://${host}/@Garden`,
            host,
            subscribers: 6100,
            countedBy: 'home',
          },
          {
            network,
            id: 'https://beta.example/ap/users/115',
            name: 'far@beta.example',
            title: 'Far away',
            url: 'https://beta.example/@Far',
            host: 'beta.example',
            subscribers: 40,
            countedBy: 'elsewhere',
          },
        ],
        next: 'misskey:9f02',
      },
      { resources: [expect.objectContaining({ name: `quiet@${host}`, subscribers: null, title: null })], next: null },
    ]);
  });

  test('goes on where it was left', async () => {
    const asking = web('misskey-lists');
    const pages = await follows(misskey('9abc000001', '?'), asking, 'misskey:9f02');
    expect(idsOf(pages)).toEqual([uri('9abc0000g3')]);
    expect(asking.asked).toHaveLength(1);
  });

  test('whoever follows nobody has an empty one', async () => {
    expect(await follows(misskey('9abc000002', 0), web('misskey-lists'))).toEqual([{ resources: [], next: null }]);
  });

  test.each([
    ['9abc000005', 3, 'hidden'],
    ['9abc000006', 3, 'not_found'],
    ['9abc000007', 12, 'hidden'],
    ['9abc000008', 3, 'needs_login'],
  ])('of %s with %i follows is %s', async (id, count, status) => {
    const failure = await follows(misskey(id, count), web('misskey-lists')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unreadable);
    expect(failure).toMatchObject({ status });
  });

  test('a question that the server does not take is no answer about the account', async () => {
    await expect(follows(misskey('9abc000009'), web('misskey-lists'))).rejects.toThrow(Refused);
  });

  test.each([
    ['9abc00000m', 150, 2, 150, undefined],
    ['9abc00000m', '?' as const, 2, 150, undefined],
    ['9abc00000r', 150, 2, 100, true],
    ['9abc00000n', 2, 1, 1, undefined],
    ['9abc00000n', 5, 2, 1, undefined],
  ])(
    'of %s, who is said to follow %s: %i requests, %i resources, cut short: %s',
    async (id, count, requests, resources, cutShort) => {
      const asking = web('misskey-pages');
      const pages = await follows(misskey(id, count), asking);
      expect(asking.asked).toHaveLength(requests);
      expect(new Set(idsOf(pages)).size).toBe(resources);
      expect(idsOf(pages)).toHaveLength(resources);
      expect(pages.at(-1)?.cutShort).toBe(cutShort);
      expect(pages.at(-1)?.next).toBeNull();
    },
  );
});

describe("Sharkey, which has Mastodon's API too", () => {
  const shark = 'shark.example';
  const nodeInfo = [`GET https://${shark}/.well-known/nodeinfo`, `GET https://${shark}/nodeinfo/2.1`];
  const page = (id: string): string => `GET https://${shark}/api/v1/accounts/${id}/following?limit=80`;
  const whole = (id: string): string => `POST https://${shark}/api/users/following {"userId":"${id}","limit":100}`;

  test("a list of which one page would be read is read in Misskey's API, and the next long one at once", async () => {
    const asking = web('misskey-sharkey');
    const found = await find(`carla@${shark}`, asking);
    expect(found).toEqual({
      profile: { network, id: `https://${shark}/users/9s0004`, ref: `9s0004 90 ${shark}`, host: shark, follows: 90 },
    });
    const [profile = profileOf('', shark)] = 'profile' in found ? [found.profile] : [];
    const pages = await follows(profile, asking);
    expect(idsOf(pages)).toHaveLength(90);
    expect(pages).toHaveLength(1);
    expect(pages[0]).not.toHaveProperty('cutShort');
    expect(asking.asked.slice(1)).toEqual([page('9s0004'), ...nodeInfo, whole('9s0004')]);

    expect(idsOf(await follows(profileOf(`9s0005 90 ${shark}`, shark), asking))).toHaveLength(90);
    expect(asking.asked.slice(5)).toEqual([whole('9s0005')]);
    expect(idsOf(await follows(profileOf(`9s0006 3 ${shark}`, shark), asking))).toHaveLength(3);
    expect(asking.asked.slice(6)).toEqual([page('9s0006')]);
  });

  test('both ways show the same resources', async () => {
    const [short] = await follows(profileOf(`9s0006 3 ${shark}`, shark), web('misskey-sharkey'));
    const [long] = await follows(profileOf(`misskey:9s0004 90 ${shark}`, shark), web('misskey-sharkey'));
    const titleless = (shown: typeof short) => shown?.resources.slice(0, 3).map((each) => ({ ...each, title: null }));
    expect(titleless(short)).toEqual(titleless(long));
  });

  test('goes on in the API where it was left', async () => {
    const asking = fixtureWeb([
      { request: `${whole('9s0004').slice(0, -1)},"untilId":"9f910"}`, status: 200, body: [] },
    ]);
    expect(await follows(profileOf(`9s0004 90 ${shark}`, shark), asking, 'misskey:9f910')).toEqual([
      { resources: [], next: null },
    ]);
  });

  test("what answers in Mastodon's API stays, cut short, where Misskey's is not there after all", async () => {
    const asking = web('misskey-sharkey');
    const pages = await follows(profileOf(`9s0007 90 ${shark}`, shark), asking);
    expect(pages).toMatchObject([{ next: null, cutShort: true }]);
    expect(idsOf(pages)).toHaveLength(80);
    expect(asking.asked).toEqual([page('9s0007'), ...nodeInfo, whole('9s0007')]);
  });

  test('other software without Link stays cut short', async () => {
    const pages = await follows(profileOf('5 90 friendly.example', 'friendly.example'), web('misskey-sharkey'));
    expect(pages).toMatchObject([{ next: null, cutShort: true }]);
  });

  test("a list that is hidden in Misskey's API alone is hidden", async () => {
    const exchanges = exchangesOf(network, 'misskey-sharkey').map((each) =>
      each.request === whole('9s0004')
        ? { ...each, status: 400, body: { error: { code: 'FORBIDDEN', message: '', id: '' } } }
        : each,
    );
    await expect(follows(profileOf(`9s0004 90 ${shark}`, shark), fixtureWeb(exchanges))).rejects.toMatchObject({
      name: 'Unreadable',
      status: 'hidden',
    });
  });
});

describe('a resource', () => {
  test('is described by its id, which its actor URI holds', async () => {
    const asking = web('misskey-lists');
    const facts = await factsOf(resourceOf(uri('9abc0000g1'), `garden@${host}`), asking);
    expect(facts).toEqual({
      name: `garden@${host}`,
      title: 'The Garden',
      url: `https://${host}/@Garden`,
      subscribers: 6100,
      description: expect.stringMatching(/^Write for us: /),
      group: false,
      exists: true,
      ref: 'misskey:9abc0000g1',
      host,
      wishes: ['noindex', 'limited'],
    });
    expect(asking.asked).toHaveLength(4);
    expect(await factsOf(resourceOf(uri('9abc0000g3'), `quiet@${host}`), asking)).toMatchObject({ subscribers: null });
    expect(asking.asked.slice(4)).toEqual([show({ userId: '9abc0000g3' })]);
  });

  test.each(['9abc0000gx', 'garden'])('%s is gone', async (id) => {
    const asking = web('misskey-lists');
    await find(`anna@${host}`, asking);
    expect(await factsOf(resourceOf(uri(id)), asking)).toMatchObject({ exists: false });
  });

  test('by an address of another shape, or of a page', async () => {
    const asking = web('misskey-lists');
    await find(`anna@${host}`, asking);
    expect(await factsOf(resourceOf(`https://${host}/@quiet`), asking)).toMatchObject({ name: `quiet@${host}` });
    expect(await factsOf(resourceOf(`https://${host}/about`), asking)).toMatchObject({ exists: false });
  });

  test('by its name', async () => {
    const asking = web('misskey-lists');
    await find(`anna@${host}`, asking);
    const [[, resource, facts] = []] = await findResource(`quiet@${host}`, asking);
    expect([resource?.id, facts?.ref]).toEqual([uri('9abc0000g3'), 'misskey:9abc0000g3']);
  });
});

describe('posts', () => {
  const garden = resourceOf(uri('9abc0000g1'), `garden@${host}`);

  test('a renote that adds nothing is a repost, one that adds anything a quote; replies are left out', async () => {
    const asking = web('misskey-posts');
    const guest = 'https://gamma.example/@guest';
    const boris = uri('9abc000002');
    const posts = await postsOf(garden, asking, 'misskey:9abc0000g1');
    expect(posts.map(({ kind, author, url, text }) => [kind, author, url, text])).toEqual([
      ['own', garden.id, `https://${host}/notes/9n99`, 'Spring Hello, readers'],
      ['repost', guest, 'https://gamma.example/@guest/77', 'Written by a guest'],
      ['repost', boris, `https://${host}/notes/9n51`, 'By a neighbour'],
      ['own', garden.id, `https://${host}/notes/9n96`, ''],
      ['quote', guest, `https://${host}/notes/9n95`, 'See this'],
      ['quote', guest, `https://${host}/notes/9n94`, ''],
      ['quote', boris, `https://${host}/notes/9n93`, ''],
      ['own', garden.id, `https://${host}/notes/9n91`, ''],
      ['own', garden.id, `https://${host}/notes/9n90`, 'x'],
    ]);
    expect(posts.map(({ at }) => at)).toEqual([...Array<string>(8).fill('2026-11-10T08:00:00.000Z'), null]);
    expect(asking.asked).toHaveLength(1);
  });

  test.each([
    ['9long', 51, 2],
    ['9same', 50, 2],
  ])('of %s are %i in %i requests', async (id, posts, requests) => {
    const asking = web('misskey-posts');
    expect(await postsOf(garden, asking, `misskey:${id}`)).toHaveLength(posts);
    expect(asking.asked).toHaveLength(requests);
  });

  describe('that are pinned', () => {
    const heath = { id: '9heath', username: 'heath', host: null };
    const noteOf = (id: string, day: string, text: string | null, more: object = {}) => ({
      id,
      user: heath,
      createdAt: `${day}T08:00:00.000Z`,
      text,
      ...more,
    });
    const rules = noteOf('9a1', '2024-02-01', 'We print what readers send: write to the desk');
    const news = noteOf('9z9', '2026-11-09', 'Frost tonight');
    const answering = (pinnedNotes: unknown) =>
      fixtureWeb([
        ...exchangesOf(network, 'misskey-lists').filter(({ request }) => request.includes('nodeinfo')),
        { request: `GET https://${host}/api/v1/accounts/lookup?acct=heath`, status: 404 },
        {
          request: `GET https://${host}/.well-known/webfinger?resource=acct:heath@${host}`,
          status: 200,
          body: {
            subject: `acct:heath@${host}`,
            links: [{ rel: 'self', type: 'application/activity+json', href: uri(heath.id) }],
          },
        },
        {
          request: show({ userId: heath.id }),
          status: 200,
          body: { ...heath, name: 'Heath', uri: null, followersCount: 6100, pinnedNotes },
        },
        {
          request: `POST https://${host}/api/users/notes {"userId":"9heath","limit":50,"withReplies":false,"withRenotes":true}`,
          status: 200,
          body: [news, rules],
        },
      ]);
    const page = resourceOf(uri(heath.id), `heath@${host}`);
    const read = async (asking: ReturnType<typeof answering>) => {
      const facts = await factsOf(page, asking);
      if (!facts) throw new Error('no facts');
      const posts: Post[] = [];
      for await (const post of mastodon.readPosts(page, facts, asking)) posts.push(post);
      return posts.map(({ url, pinned = false }) => [url.split('/').at(-1), pinned]);
    };

    test('come first, once, and cost no request', async () => {
      const asking = answering([rules]);
      expect(await read(asking)).toEqual([
        ['9a1', true],
        ['9z9', false],
      ]);
      expect(asking.asked.filter((line) => line.includes('/api/users/'))).toHaveLength(2);
    });

    test('stand in the order of the page, and one may be a renote', async () => {
      const guest = { id: '9guest', username: 'guest', host: 'gamma.example' };
      const renote = { id: '9g7', user: guest, text: 'A guest writes', uri: 'https://gamma.example/notes/9g7' };
      const asking = answering([noteOf('9r1', '2025-01-01', null, { renote }), rules]);
      expect(await read(asking)).toEqual([
        ['9g7', true],
        ['9a1', true],
        ['9z9', false],
      ]);
    });

    test.each([[[]], [null], [undefined], [[{ id: 7 }]], ['none']])('none where the server shows %j', async (told) => {
      expect(await read(answering(told))).toEqual([
        ['9z9', false],
        ['9a1', false],
      ]);
    });
  });

  test('of a server that refuses', async () => {
    await expect(postsOf(garden, web('misskey-posts'), 'misskey:9gone')).rejects.toMatchObject({ status: 'not_found' });
    await expect(postsOf(garden, web('misskey-posts'), 'misskey:9odd')).rejects.toThrow(Refused);
  });
});
