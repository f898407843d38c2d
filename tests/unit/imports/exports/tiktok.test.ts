import { describe, expect, test } from 'vitest';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import { tiktokJson, tiktokShapes, tiktokText } from '../../../doubles/exports/tiktok.ts';
import { at, countedAs, followsIn, recognise, uselessIn } from './recognise.ts';

const what = 'TikTok export: accounts followed';
const seeds = Array.from({ length: 10 }, (_, seed) => seed + 1);

describe.each(Object.entries(tiktokShapes))('shape of %s', (_, shape) => {
  test.each(seeds)('comes back as it went in, seed %i', async (seed) => {
    const follows = randomFollows(seed, seed * 6);
    const expected = follows.map(({ handle }) => at(`https://www.tiktok.com/@${handle}`));
    expect(await followsIn(tiktokJson(shape, follows))).toEqual({ format: what, follows: expected, skipped: [] });
    expect(countedAs(expected)).toEqual(follows.map(({ handle }) => `tiktok:${handle}`));
  });

  test('an empty list says so, and a file that was cut off', async () => {
    expect(await uselessIn(tiktokJson(shape, []))).toMatchObject({ format: what, reason: 'the list is empty' });
    const whole = tiktokJson(shape, randomFollows(1, 30));
    expect(await uselessIn(whole.slice(0, whole.length - 200))).toMatchObject({
      format: 'TikTok export',
      reason: expect.stringMatching(/cut off|damaged/),
    });
  });
});

test('other names of the field, unusable entries, repeated ones', async () => {
  const Following = [
    { Username: '@Anna.Gardner' },
    { uniqueId: 'by_id' },
    { 'User Name': 'by_words' },
    { UserName: 'anna.gardner' },
    {},
    null,
    { UserName: '<img src=x>' },
  ];
  const { follows, skipped: left } = await followsIn(JSON.stringify({ 'Your Activity': { Following: { Following } } }));
  expect(countedAs(follows)).toEqual(['tiktok:anna.gardner', 'tiktok:by_id', 'tiktok:by_words']);
  expect(left).toEqual(['1 repeated entry', '3 entries without a name']);
});

test('nobody followed', async () => {
  expect(await uselessIn('{"Your Activity": {"Follower": {"FansList": []}, "Following": null}}')).toMatchObject({
    reason: 'the list is empty',
  });
});

test('followers alone, and an export without either list', async () => {
  const fans = '{"Activity": {"Follower List": {"FansList": [{"UserName": "anna"}]}}}';
  expect(await uselessIn(fans)).toMatchObject({ format: 'TikTok export: followers' });
  const found = await uselessIn('{"Your Activity": {"Watch History": {"VideoList": []}}}');
  expect(found.reason).toBe('it holds no list of accounts followed');
  expect(found.whatToDo).toContain('Profile and settings');
});

describe('text', () => {
  test.each([
    ['Following.txt', ['Date', 'Username']],
    ['Following List.txt', ['Date', 'Username']],
    ['Following_2.txt', ['Date', 'Username']],
    ['Volgend.txt', ['Datum', 'Gebruikersnaam']],
    ['Folge ich.txt', ['Datum', 'Nutzername']],
    ['Подписки.txt', ['Дата', 'Имя пользователя']],
  ])('%s', async (name, labels) => {
    const follows = randomFollows(9, 30);
    for (const newline of ['\n', '\r\n']) {
      const { follows: found } = await followsIn(tiktokText(follows, { labels, newline }), name);
      expect(countedAs(found)).toEqual(follows.map(({ handle }) => `tiktok:${handle}`));
    }
  });

  test('followers look the same and are none', async () => {
    expect(await uselessIn(tiktokText(randomFollows(9, 3)), 'Follower.txt')).toMatchObject({
      format: 'TikTok export: followers',
    });
    expect(await uselessIn(tiktokText(randomFollows(9, 3)), 'Block List.txt')).toMatchObject({
      format: 'TikTok export: a list of accounts',
    });
  });

  test.each([
    'Date: 2023-01-01 00:00:00 UTC\nLink: https://www.tiktokv.com/share/video/1/\n',
    'Date: yesterday\nUsername: anna\n',
    'anna\nben\n',
  ])('%j is not claimed', async (text) => {
    expect(await recognise(text, 'Following.txt')).toBeNull();
  });
});

test.each(['{"Activity": {"steps": 1}}', '{"Profile": {"name": "Anna"}}', '{"Following": []}'])(
  '%s is not claimed',
  async (text) => {
    expect(await recognise(text)).toBeNull();
  },
);

describe('sections that TikTok renames', () => {
  const names = ['slates', 'gutters'];
  const list = names.map((UserName) => ({ Date: '2026-01-02 03:04:05', UserName }));
  const others = { 'Block List': { BlockList: [{ Date: '2026-01-02 03:04:05', UserName: 'troll' }] } };

  test.each([
    ['another section', { 'Account And Friends': { ...others, Following: { Following: list } } }],
    ['another name of the list', { 'Your Activity': { ...others, 'Following List': { FollowingList: list } } }],
    ['one section more', { Data: { Social: { Relations: { Following: list } } }, ...others }],
    ['no section', { Following: list }],
    [
      'small letters',
      {
        profile_data: {
          following_list: { following: list.map(({ Date: date, UserName: userName }) => ({ date, userName })) },
        },
      },
    ],
    [
      'accounts followed',
      { Social: { 'Followed accounts': { Accounts: list }, 'Follower List': { FansList: list.slice(1) } } },
    ],
  ])('%s', async (_, json) => {
    expect(countedAs((await followsIn(JSON.stringify(json))).follows)).toEqual(names.map((name) => `tiktok:${name}`));
  });

  test('followers and blocked accounts look the same and are none', async () => {
    expect(await uselessIn(JSON.stringify({ Friends: { 'Follower List': { FansList: list } } }))).toMatchObject({
      format: 'TikTok export: followers',
    });
    expect(await recognise(JSON.stringify(others))).toBeNull();
  });

  test('a list under a name that is not known is not taken for an empty one', async () => {
    const json = {
      'Your Activity': { Following: { People: [{ Nick: 'slates' }] }, 'Follower List': { FansList: [] } },
    };
    expect((await uselessIn(JSON.stringify(json))).reason).not.toBe('the list is empty');
  });
});
