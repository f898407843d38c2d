import { describe, expect, test } from 'vitest';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import {
  instagramConnections,
  instagramJson,
  instagramPage,
  newBlock,
  newRelation,
  oldBlock,
  oldRelation,
} from '../../../doubles/exports/instagram.ts';
import { metaJson } from '../../../doubles/exports/meta.ts';
import { at, countedAs, followsIn, recognise, uselessIn } from './recognise.ts';

const following = 'Instagram export: accounts followed';
const seeds = Array.from({ length: 25 }, (_, seed) => seed + 1);

describe.each([
  ['old relations', oldRelation, oldBlock],
  ['relations since 2025', newRelation, newBlock],
] as const)('%s', (_, relation, block) => {
  test.each(seeds)('come back as they went in, seed %i', async (seed) => {
    const follows = randomFollows(seed, 1 + seed * 3);
    const expected = follows.map(({ handle }) => at(`https://www.instagram.com/${handle}`));
    expect(await followsIn(instagramJson(follows, relation))).toEqual({
      format: following,
      follows: expected,
      skipped: [],
    });
    expect(await followsIn(instagramPage('Seguindo', follows, block), 'x.html')).toEqual({
      format: following,
      follows: expected,
      skipped: [],
    });
    expect(countedAs(expected)).toEqual(follows.map(({ handle }) => `instagram:${handle}`));
  });
});

test('the name is found in the title, the value or the link, whichever has one', async () => {
  const json = {
    extra: { anything: 1 },
    relationships_following: [
      { title: 'Only.Title' },
      { title: 'A display name', string_list_data: [{ value: '@by_value' }] },
      { string_list_data: [{ href: 'https://www.instagram.com/_u/by_link', timestamp: 'never' }] },
      { title: '', string_list_data: [{ href: '', value: '' }] },
      { title: 'only.title', media_list_data: [] },
      null,
      7,
    ],
  };
  const { follows, skipped: left } = await followsIn(metaJson(json));
  expect(countedAs(follows)).toEqual(['instagram:only.title', 'instagram:by_value', 'instagram:by_link']);
  expect(left).toEqual(['1 repeated entry', '3 entries without a name']);
});

test('hashtags beside the accounts are counted and left', async () => {
  const [followed] = randomFollows(1, 1);
  if (!followed) throw new Error('no follow');
  const json = { relationships_following: [newRelation(followed)], relationships_following_hashtags: [{}, {}] };
  expect((await followsIn(metaJson(json))).skipped).toEqual(['2 hashtags']);
});

test('connections.json of 2018 to 2020', async () => {
  const follows = randomFollows(3, 40);
  const file = await followsIn(instagramConnections(follows, ['fan', 'fan.two'], ['roses']));
  expect(countedAs(file.follows)).toEqual(follows.map(({ handle }) => `instagram:${handle}`));
  expect(file.skipped).toEqual(['2 followers', '1 hashtag']);
});

test('follows on Threads, which lie in the same archive, are of Threads', async () => {
  const follows = randomFollows(4, 9);
  const file = await followsIn(metaJson({ text_post_app_text_post_app_following: follows.map(oldRelation) }));
  expect(countedAs(file.follows)).toEqual(follows.map(({ handle }) => `threads:${handle}`));
  expect(file.format).toContain('Threads');
});

test.each(['Following', 'Gefolgt', 'Подписки', 'Seguindo', 'Ακολουθείτε'])(
  'the heading %s says which page it is, whatever its name',
  async (heading) => {
    const follows = randomFollows(5, 4);
    expect((await followsIn(instagramPage(heading, follows), 'seite.html')).follows).toHaveLength(4);
  },
);

test('where the heading is in an unknown language, the name of the file tells', async () => {
  const follows = randomFollows(6, 4);
  expect((await followsIn(instagramPage('フォロー中', follows), 'following.html')).follows).toHaveLength(4);
  const { reason: useless, whatToDo: bring } = await uselessIn(instagramPage('フォロー中', follows), 'page.html');
  expect(useless).toBe('neither its heading nor its name says that it lists accounts followed');
  expect(bring).toContain('following.html');
});

describe('useless ones', () => {
  const follows = randomFollows(7, 5);

  test.each([
    ['a bare list', metaJson(follows.map(oldRelation)), 'followers_1.json'],
    ['a list under a key', metaJson({ relationships_followers: follows.map(oldRelation) }), 'followers.json'],
    ['a page', instagramPage('Seguidores', follows, oldBlock), 'followers_1.html'],
    ['a page with a known name only', instagramPage('フォロワー', follows, oldBlock), 'followers_1.html'],
  ])('followers: %s', async (_, text, name) => {
    expect(await uselessIn(text, name)).toEqual({
      format: 'Instagram export: followers',
      reason: 'these accounts follow the client; the client does not necessarily follow them',
      whatToDo: 'import following.json (or following.html), which is in the same folder of the export',
    });
  });

  test.each([
    ['relationships_following_hashtags', 'hashtags followed'],
    ['relationships_follow_requests_sent', 'unanswered requests'],
    ['relationships_blocked_users', 'accounts blocked'],
    ['relationships_something_new', 'another list'],
    ['text_post_app_text_post_app_followers', 'followers on Threads'],
  ])('%s', async (key, what) => {
    const found = await uselessIn(metaJson({ [key]: follows.map(oldRelation) }));
    expect(found.format).toBe(`Instagram export: ${what}`);
    expect(found.whatToDo).toContain('following.json');
  });

  test('an empty list', async () => {
    expect(await uselessIn(instagramJson([]))).toMatchObject({ format: following, reason: 'the list is empty' });
    expect(await uselessIn(instagramPage('Following', []), 'following.html')).toMatchObject({
      format: following,
      reason: 'the list is empty',
    });
  });

  test('an export of some dates is a history', async () => {
    const page = instagramPage('Following', follows, newBlock, { from: '2025-08-12', to: '2026-08-12' });
    const { reason: useless, whatToDo: bring } = await uselessIn(page);
    expect(useless).toBe('it holds only what was followed from 2025-08-12 to 2026-08-12');
    expect(bring).toContain('All time');
  });

  test('a file that was cut off, at any length', async () => {
    const whole = instagramJson(follows);
    for (const length of [40, 100, Math.floor(whole.length / 2), whole.length - 1]) {
      expect(await uselessIn(whole.slice(0, length))).toMatchObject({
        format: following,
        reason: expect.stringMatching(/cut off|damaged/),
      });
    }
  });
});

test.each([
  ['another program', '{"following": ["a", "b"]}'],
  ['an empty list', '[]'],
  ['a number', '17'],
  ['a page of the web', '<html><body><a href="https://www.instagram.com/anna/">Anna</a></body></html>'],
])('%s is not claimed', async (_, text) => {
  expect(await recognise(text)).toBeNull();
});

const bareRelation = (title: string) => ({
  title,
  string_list_data: [{ href: `https://www.instagram.com/_u/${title}` }],
});

describe('a list under another key or none', () => {
  const list = [bareRelation('slates'), bareRelation('gutters')];
  const both = ['instagram:slates', 'instagram:gutters'];

  test.each([
    ['following.json', { relationships_following_v2: list }],
    ['x.json', { accounts_following: list }],
    ['following.json', list],
    ['following_2.json', list],
    ['x.json', { following: list }],
  ])('%s', async (name, json) => {
    expect(countedAs((await followsIn(JSON.stringify(json), name)).follows)).toEqual(both);
  });

  test('followers stay followers', async () => {
    expect((await uselessIn(JSON.stringify(list), 'followers_1.json')).format).toContain('followers');
    expect((await uselessIn(JSON.stringify(list), 'x.json')).format).toContain('followers');
  });
});
