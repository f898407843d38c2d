import { describe, expect, test } from 'vitest';
import { UnexpectedAnswer } from '../../../src/errors.ts';
import type { Network } from '../../../src/types/network.ts';
import type { FollowsPage, Listed, Profile } from '../../../src/types/resource.ts';
import type { Web } from '../../../src/types/web.ts';
import type { Double, Graph } from '../../doubles/graph.ts';
import { nodebbDouble } from '../../doubles/nodebb.ts';
import { openClient } from '../web-client.ts';
import { asResource, crowd, factsOf, medium, networkOf, person, postsOf, resourceAt } from './sites.ts';
import { listOf } from '../walk.ts';
import { all } from '../../helpers/all.ts';

const host = 'forum.garden.example';
const forum = networkOf({ id: 'garden-forum', title: 'Garden Forum', host, like: 'nodebb' });

const garden: Graph = {
  people: [
    person('anna', ['growers', 'rosedesk', 'lawnmen', 'treewatch']),
    person('boris', []),
    person('carol', ['growers'], 'gone'),
  ],
  media: [
    medium('growers', { title: 'Growers & friends', subscribers: 1_234_567, outside: 6, own: 4 }),
    medium('lawnmen', { title: 'Lawn men', subscribers: 4999 }),
    medium('rosedesk', { title: 'The <Rose> desk', subscribers: 12_345, own: 30 }),
    medium('treewatch', { subscribers: 0 }),
  ],
};
const double = nodebbDouble(garden, { groups: ['growers', 'lawnmen'] });

const shape = (listed: Listed[]) =>
  listed.map(({ id, name, title, subscribers, group = false }) => [id, name, title, subscribers, group]);

const profile = (name: string): Profile => ({ network: 'garden-forum', id: name, ref: name, host });

describe('what somebody follows', () => {
  test('groups with their members, then users under their numbers; links beside the lists are none', async () => {
    const { through, asked } = await openClient(forum, double);
    const list = await listOf(forum, `https://${host}/user/Anna/topics`, through);
    expect(list.status).toBe('read');
    expect(shape(list.resources)).toEqual([
      ['groups/growers', 'groups/growers', 'Growers & friends', 1_234_567, true],
      ['groups/lawnmen', 'groups/lawnmen', 'Lawn men', 4999, true],
      ['user/4', 'user/rosedesk', 'The <Rose> desk', null, false],
      ['user/5', 'user/treewatch', 'treewatch', null, false],
    ]);
    expect(list.resources[0]).toMatchObject({ url: `https://${host}/groups/growers`, host, countedBy: 'home' });
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/user/anna/groups', '/user/anna/following']);
  });

  test.for([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [101, 3],
  ] as const)('%d users are %d pages', async ([count, pages]) => {
    const graph = crowd(0, 1, 50, 51, 101);
    const { through, asked } = await openClient(forum, nodebbDouble(graph));
    const list = await listOf(forum, `https://${host}/user/follower${count}`, through);
    expect(list).toMatchObject({ status: 'read', error: null });
    expect(list.resources.map(({ name }) => name)).toEqual(
      Array.from({ length: count }, (_, index) => `user/reader${index}`),
    );
    expect(asked).toHaveLength(2 + pages);
  });

  test('goes on in the middle after the program was killed', async () => {
    const { through, asked } = await openClient(forum, nodebbDouble(crowd(120)));
    const whole = await listOf(forum, `https://${host}/user/follower120`, through);
    expect(whole.next).toHaveLength(3);
    for (const [index, next] of whole.next.entries()) {
      const before = asked.length;
      const rest = await all(forum.listFollows(profile('follower120'), through, next));
      expect(rest.flatMap(({ resources }) => resources)).toEqual(whole.resources.slice([0, 50, 100][index]));
      expect(rest.every(({ cutShort }) => !cutShort)).toBe(true);
      expect(asked.length - before).toBe(3 - index);
    }
  });

  test('is not found of a user whom nobody knows, after one request', async () => {
    const { through, asked } = await openClient(forum, double);
    expect(await listOf(forum, `https://${host}/user/carol`, through)).toMatchObject({
      status: 'not_found',
      resources: [],
    });
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/user/carol/groups']);
  });

  test('needs a login where guests are sent to it', async () => {
    const { through } = await openClient(forum, nodebbDouble(garden, { membersOnly: true }));
    expect(await listOf(forum, `https://${host}/user/anna`, through)).toMatchObject({
      status: 'needs_login',
      resources: [],
    });
  });

  test('is read under the path that the forum has', async () => {
    const below = networkOf({ id: 'garden-forum', host, like: 'nodebb', base: '/forum' });
    const { through } = await openClient(
      below,
      nodebbDouble(garden, { groups: ['growers', 'lawnmen'], base: '/forum' }),
    );
    const list = await listOf(below, `https://${host}/forum/user/anna`, through);
    expect(list.resources.map(({ id }) => id)).toEqual([
      'forum/groups/growers',
      'forum/groups/lawnmen',
      'forum/user/4',
      'forum/user/5',
    ]);
    expect(await factsOf(below, asResource(list.resources[0] as Listed), through)).toMatchObject({
      subscribers: 1_234_567,
    });
  });

  test('obeys robots.txt', async () => {
    const shut: Double = {
      ...double,
      answer: (question) =>
        question.path === '/robots.txt'
          ? { status: 200, headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /user/' }
          : double.answer(question),
    };
    const { through, asked } = await openClient(forum, shut);
    expect(await listOf(forum, `https://${host}/user/anna`, through)).toMatchObject({
      status: 'not_reached',
      error: 'Unreachable',
    });
    expect(asked).toHaveLength(1);
  });

  test('is never an empty list where the page has changed', async () => {
    const changed = rewritten(double, (html) => html.replaceAll('users-container', 'members-container'));
    const { through } = await openClient(forum, changed);
    const error = await pages(forum, profile('anna'), through).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain('"#users-container"');
    expect(String(error)).toContain(`https://${host}/user/anna/following`);
  });

  test.for([
    [
      'items',
      (html: string) => html.replaceAll('component="groups/summary"', 'component="group"'),
      '[component="groups/summary"]',
    ],
    ['links', (html: string) => html.replaceAll('href="/user/', 'data-href="/user/'), 'a[href*="/user/"]'],
    ['numbers', (html: string) => html.replaceAll('data-uid', 'data-user'), '[data-uid]@data-uid'],
  ] as const)('is never an empty or a shorter list where its %s have changed', async ([, change, named]) => {
    const { through } = await openClient(forum, rewritten(double, change));
    await expect(pages(forum, profile('anna'), through)).rejects.toThrow(named);
  });
});

describe('a resource', () => {
  test('a group: members, description, and the latest posts of its members, who are outside authors', async () => {
    const { through, asked } = await openClient(forum, double);
    const group = await resourceAt(forum, `https://${host}/groups/growers`, through);
    expect(group).toEqual({
      network: 'garden-forum',
      id: 'groups/growers',
      name: 'groups/growers',
      title: 'Growers & friends',
      url: `https://${host}/groups/growers`,
      host,
    });
    if (!group) return;
    expect(await factsOf(forum, group, through)).toMatchObject({
      subscribers: 1_234_567,
      description: 'All about Growers & friends',
      group: true,
      exists: true,
    });
    const posts = await postsOf(forum, group, through);
    expect(posts).toHaveLength(10);
    expect(posts[0]).toEqual({
      url: `https://${host}/post/10`,
      at: '2026-11-20T12:00:00.000Z',
      kind: 'repost',
      author: 'user/writer0',
      text: 'post 10',
    });
    expect(new Set(posts.map(({ author }) => author)).size).toBe(6);
    expect(asked.filter(({ path }) => path === '/groups/growers')).toHaveLength(3);
  });

  test('a user: followers, and posts that are all its own', async () => {
    const { through } = await openClient(forum, double);
    const user = await resourceAt(forum, `${host}/user/RoseDesk/following?page=2`, through);
    expect(user).toMatchObject({ id: 'user/4', name: 'user/rosedesk', title: 'The <Rose> desk' });
    if (!user) return;
    expect(await factsOf(forum, user, through)).toMatchObject({
      subscribers: 12_345,
      group: false,
      description: 'All about The <Rose> desk',
    });
    const posts = await postsOf(forum, user, through);
    expect(posts).toHaveLength(20);
    expect(new Set(posts.map(({ kind, author }) => `${kind} ${author}`))).toEqual(new Set(['own user/4']));
  });

  test('that nobody knows does not exist', async () => {
    const { through } = await openClient(forum, double);
    expect(await resourceAt(forum, `https://${host}/groups/nobody`, through)).toBeNull();
    const gone = {
      network: 'garden-forum',
      id: 'user/99',
      name: 'user/nobody',
      title: 'Nobody',
      url: `https://${host}/user/nobody`,
      host,
    };
    expect(await factsOf(forum, gone, through)).toMatchObject({ exists: false, subscribers: null, title: 'Nobody' });
  });

  test('whose address somebody else has by now is not mixed up with that one', async () => {
    const { through } = await openClient(forum, double);
    const renamed = {
      network: 'garden-forum',
      id: 'user/77',
      name: 'user/rosedesk',
      title: null,
      url: `https://${host}/user/rosedesk`,
      host,
    };
    await expect(factsOf(forum, renamed, through)).rejects.toThrow('user/4');
  });

  test('whose page needs a login is not gone', async () => {
    const { through } = await openClient(forum, nodebbDouble(garden, { groups: ['growers'], membersOnly: true }));
    const group = {
      network: 'garden-forum',
      id: 'groups/growers',
      name: 'groups/growers',
      title: null,
      url: `https://${host}/groups/growers`,
      host,
    };
    await expect(factsOf(forum, group, through)).rejects.toMatchObject({ name: 'Unreadable', status: 'needs_login' });
    await expect(postsOf(forum, group, through)).rejects.toMatchObject({ name: 'Unreadable', status: 'needs_login' });
  });

  test('without posts has none; a page without a list of posts is no answer', async () => {
    const quiet: Graph = { people: [], media: [medium('growers', { outside: 0, own: 0 })] };
    const silent = nodebbDouble(quiet, { groups: ['growers'] });
    const group = {
      network: 'garden-forum',
      id: 'groups/growers',
      name: 'groups/growers',
      title: null,
      url: `https://${host}/groups/growers`,
      host,
    };
    expect(await postsOf(forum, group, (await openClient(forum, silent)).through)).toEqual([]);
    const changed = rewritten(silent, (html) => html.replaceAll('component="posts"', 'component="articles"'));
    await expect(postsOf(forum, group, (await openClient(forum, changed)).through)).rejects.toThrow(
      'ul[component="posts"]',
    );
  });

  test.for([
    [{ subscribers: 4999, countedBy: 'home' }, true],
    [{ subscribers: 5000, countedBy: 'home' }, false],
    [{ subscribers: null, countedBy: 'home' }, false],
    [{ subscribers: 10, countedBy: 'hand' }, false],
  ] as const)('of %o is settled by the list: %s', ([shown, settled]) => {
    const listed = { network: 'garden-forum', id: 'groups/g', name: 'groups/g', title: null, url: '', host, ...shown };
    expect(forum.decidesFloor(listed, 5000)).toBe(settled);
  });
});

const pages = (network: Network, of: Profile, web: Web): Promise<FollowsPage[]> =>
  all(network.listFollows(of, web, null));

/** The double with its pages changed, as after an update of the site's software. */
function rewritten(original: Double, change: (html: string) => string): Double {
  return {
    ...original,
    answer: async (question) => {
      const answer = await original.answer(question);
      return { ...answer, body: change(answer.body) };
    },
  };
}
