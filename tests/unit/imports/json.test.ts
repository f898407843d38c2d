import { describe, expect, test } from 'vitest';
import { jsonLines, jsonListsIn, tableRows } from '../../../src/imports/json-lists.ts';
import { followed, heldIn, recognised } from './recognised.ts';

const both = ['instagram:slates.press', 'instagram:gutters'];
const accounts = [
  {
    username: 'slates.press',
    full_name: 'Slates',
    profile_url: 'https://www.instagram.com/slates.press',
    followers: 48_200,
  },
  { username: 'gutters', full_name: 'Gutters', profile_url: 'https://www.instagram.com/gutters' },
];

const gitHubUser = (login: string) => ({
  login,
  id: 1,
  avatar_url: `https://avatars.example/${login}`,
  url: `https://api.github.com/users/${login}`,
  html_url: `https://github.com/${login}`,
  followers_url: `https://api.github.com/users/${login}/followers`,
  type: 'User',
});

const scraped = (query: string, more = ''): string =>
  `profileUrl,screenName,name,imgUrl,followersCount,query${more && ',type'}\nhttps://twitter.com/slates,slates,Slates,https://img.example/1.jpg,48200,${query}${more && `,${more}`}\n`;

describe('one list of accounts, as services and scripts write it', () => {
  test.each([
    ['a list', JSON.stringify(accounts)],
    ['a list over many lines', JSON.stringify(accounts, null, 2)],
    ['one a line', accounts.map((account) => `${JSON.stringify(account)}\n`).join('')],
    [
      'camel case',
      JSON.stringify(
        accounts.map(({ profile_url: profileUrl, full_name: fullName, followers: followersCount }) => ({
          profilePicUrl: 'https://cdn.example/1.jpg',
          profileUrl,
          fullName,
          followersCount,
        })),
      ),
    ],
    ['objects in objects', JSON.stringify(accounts.map((node) => ({ node })))],
    ['addresses', JSON.stringify(accounts.map((account) => account.profile_url))],
    ['a list that says it is followed', JSON.stringify({ count: 2, following: accounts })],
    ['subscriptions deeper in', JSON.stringify({ data: { user: { subscriptions: accounts } } })],
  ])('%s', async (_, text) => expect(await followed(text, 'dataset.json')).toEqual(both));

  test('names and subscribers stand beside', async () => {
    expect(await recognised(JSON.stringify(accounts))).toMatchObject({
      follows: [
        { title: 'Slates', subscribers: 48_200 },
        { title: 'Gutters', subscribers: null },
      ],
    });
  });

  test('GitHub: accounts followed', async () => {
    expect(await followed(JSON.stringify([gitHubUser('slates'), gitHubUser('gutters')]))).toEqual([
      'github:slates',
      'github:gutters',
    ]);
  });

  test('GitHub: starred repositories are no follows', async () => {
    const starred = [{ full_name: 'slates/roof', html_url: 'https://github.com/slates/roof' }];
    expect(await heldIn(JSON.stringify(starred))).toBe('other');
  });

  test('posts, people and settings are none', async () => {
    expect(await heldIn(JSON.stringify([{ url: 'https://www.instagram.com/p/AbC/' }]))).toBe('other');
    expect(
      await heldIn(JSON.stringify([{ firstName: 'Mira', lastName: 'Holt', url: 'https://www.facebook.com/mira' }])),
    ).toBe('people');
    for (const json of ['{}', '[]', '[1, 2]', '{"a": {"b": []}}', '[{"a": "b"}]', '["a", "b"]'])
      expect(await recognised(json)).toBeNull();
  });
});

describe('a list somewhere in the file is asked about', () => {
  const nested = JSON.stringify({ meta: { page: 1 }, data: { items: accounts }, ads: [{ url: 'https://t.me/tiles' }] });

  test('its path is shown, and obeyed', async () => {
    expect(await recognised(nested)).toMatchObject({
      format: expect.stringContaining('at ads, data.items'),
      whatToDo: expect.stringContaining('--path ads'),
    });
    const alone = JSON.stringify({ data: { items: accounts } });
    expect(await recognised(alone)).toMatchObject({ whatToDo: expect.stringContaining('--path data.items') });
    expect(await recognised(nested, 'x.json', false, 'data.items')).toMatchObject({ follows: [{}, {}] });
  });

  test('a path that leads nowhere', async () => {
    expect(await recognised(nested, 'x.json', false, 'data.users')).toMatchObject({
      reason: 'it has no list at data.users',
      whatToDo: expect.stringContaining('--path data.items'),
    });
    expect(await recognised('{"a": [{"b": "c", "d": "e"}]}', 'x.json', false, 'a')).toMatchObject({
      reason: 'the list at a holds no addresses',
    });
  });

  test('followers are not followed', async () => {
    expect(await followed(JSON.stringify({ followers: accounts }))).toBeNull();
    expect(await followed(JSON.stringify({ following_hashtags: ['a'], followers: accounts }))).toBeNull();
  });

  test('in an archive nothing is taken', async () => {
    expect(await heldIn(nested, 'x.json', true)).not.toBe('follows');
    expect(await heldIn(JSON.stringify(accounts), 'x.json', true)).toBe('unknown');
  });
});

describe('what services say beside the accounts', () => {
  test('`query` says whose list it is, `followersCount` counts', async () => {
    for (const query of ['https://twitter.com/mira_holt', 'mira_holt'])
      expect(await recognised(scraped(query))).toMatchObject({
        follows: [{ customer: query, address: 'https://twitter.com/slates', title: 'Slates', subscribers: 48_200 }],
      });
    expect(
      await recognised(
        JSON.stringify([{ query: 'https://x.com/mira', profileUrl: 'https://x.com/slates', followersCount: 7 }]),
      ),
    ).toMatchObject({ follows: [{ customer: 'https://x.com/mira', address: 'https://x.com/slates', subscribers: 7 }] });
  });

  test('a time and a name beside do not make it a survey', async () => {
    const text =
      'profileUrl,username,fullName,query,timestamp\nhttps://www.instagram.com/slates.press,slates.press,Slates,https://www.instagram.com/mira,2026-01-01T00:00:00Z\n';
    expect(await recognised(text, 'result.csv')).not.toHaveProperty('via');
    expect(await followed(text, 'result.csv')).toEqual(['instagram:slates.press']);
  });

  test('what a search found is no follow', async () => {
    for (const query of ['roof gardens', '#slates']) expect(await heldIn(scraped(query))).toBe('other');
  });

  test('followers are none', async () => {
    expect(await heldIn(scraped('mira_holt', 'Followers'))).toBe('people');
    expect(await followed(scraped('mira_holt', 'Following'))).toEqual(['x:slates']);
  });
});

describe('lists in JSON', () => {
  test('by the keys that lead to them', () => {
    expect(jsonListsIn({ a: { b: [{}] }, c: ['x'], d: [[1]], e: [1, 'x'] }).map(({ path }) => path)).toEqual([
      'c',
      'a.b',
    ]);
    expect(jsonListsIn([{ a: ['x'] }]).map(({ path }) => path)).toEqual(['']);
    expect(jsonListsIn(JSON.parse('{"__proto__": [{"constructor": 1}]}')).map(({ path }) => path)).toEqual([
      '__proto__',
    ]);
  });

  test('as rows of a table', () => {
    expect(tableRows([{ a: 1, b: { c: true } }, { d: null, b: { c: ' x ', e: ['y'] } }, 7])).toEqual([
      ['a', 'b c'],
      ['1', 'true'],
      ['', 'x'],
      ['', ''],
    ]);
  });

  test('one a line', () => {
    expect(jsonLines('{"a":1}\n{"b":2}\n\n')).toEqual([{ a: 1 }, { b: 2 }]);
    for (const text of ['{"a":1}', '{"a":1}\n{"b":', '[1]\n[2]', '']) expect(jsonLines(text)).toBeNull();
  });
});
