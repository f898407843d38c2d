import { describe, expect, test } from 'vitest';
import { facebookJson, facebookPage, named, nested, oldFacebookPage } from '../../../doubles/exports/facebook.ts';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import { asBytes, metaJson } from '../../../doubles/exports/meta.ts';
import { at, bare, countedAs, followsIn, recognise, uselessIn } from './recognise.ts';

const joined = (name: string, timestamp: number) => ({
  timestamp,
  data: [{ name: asBytes(name) }],
  title: asBytes(`Du bist jetzt Mitglied von ${name}.`),
});
const gone = (name: string, timestamp: number) => ({ timestamp, title: asBytes(`Du hast ${name} verlassen.`) });

const seeds = Array.from({ length: 10 }, (_, seed) => seed + 1);

describe.each([
  ['following_v3', named, 'people and pages followed'],
  ['following_v2', named, 'people and pages followed'],
  ['following', named, 'people and pages followed'],
  ['pages_followed_v2', nested, 'pages followed'],
  ['pages_followed', nested, 'pages followed'],
  ['page_likes_v2', named, 'pages liked'],
  ['page_likes', named, 'pages liked'],
  ['groups_joined_v2', nested, 'groups joined'],
  ['groups_joined', nested, 'groups joined'],
] as const)('%s', (key, items, what) => {
  test.each(seeds)('names come back as they went in, seed %i', async (seed) => {
    const follows = randomFollows(seed, seed * 5);
    expect(await followsIn(facebookJson(key, items(follows)))).toEqual({
      format: `Facebook export: ${what}`,
      follows: follows.map(({ title }) => bare('facebook', title)),
      skipped: [],
    });
  });
});

test.each(['following_v3', 'pages_followed_v2', 'page_likes_v2', 'groups_joined_v2'])(
  '%s without entries',
  async (key) => {
    expect(await uselessIn(facebookJson(key, []))).toMatchObject({ reason: 'the list is empty' });
  },
);

test('an address is kept where there is one', async () => {
  const follows = randomFollows(2, 12);
  const file = await followsIn(facebookJson('page_likes_v2', named(follows, { address: true })));
  expect(file.follows).toEqual(follows.map(({ title, handle }) => at(`https://www.facebook.com/${handle}`, title)));
  expect(countedAs(file.follows)).toEqual(follows.map(({ handle }) => `facebook:${handle}`));
});

test('an address that names no page is no reason to lose the name', async () => {
  const items = [
    { name: 'Garden letter', timestamp: 1, url: 'https://www.facebook.com/redirect/?u=1&x=' },
    { name: 'Roses', url: 'nonsense' },
  ];
  const { follows } = await followsIn(
    metaJson({ page_likes_v2: items.map((item) => ({ ...item, url: 'https://www.facebook.com/events/12/' })) }),
  );
  expect(follows).toEqual([bare('facebook', 'Garden letter'), bare('facebook', 'Roses')]);
});

test('names that are no bytes stay as they are, in the same list', async () => {
  const items = [
    ...named(randomFollows(3, 5)),
    { name: 'Café', timestamp: 1 },
    { name: 'Сад', timestamp: 1 },
    { name: '«CAFÉ»', timestamp: 1 },
  ];
  const { follows } = await followsIn(facebookJson('following_v3', items));
  expect(follows.slice(5).map(({ title }) => title)).toEqual(['Café', 'Сад', '«CAFÉ»']);
  expect(follows.slice(0, 5).map(({ title }) => title)).toEqual(randomFollows(3, 5).map(({ title }) => title));
});

test('missing and unknown fields, entries of another kind, repeated names', async () => {
  const pages = [
    { timestamp: 1, data: [{ name: 'Garden letter', more: 1 }], title: 'Garden letter' },
    { data: [], title: 'Only a title' },
    { title: ' garden  LETTER ' },
    { data: [{}] },
    null,
    'text',
    {},
  ];
  const { follows, skipped: left } = await followsIn(metaJson({ pages_followed_v2: pages, something: { else: 1 } }));
  expect(follows.map(({ title }) => title)).toEqual(['Garden letter', 'Only a title']);
  expect(left).toEqual(['1 repeated entry', '4 entries without a name']);
});

describe('groups', () => {
  test('one that was left is not followed, one that was joined again is', async () => {
    const items = [
      joined('Rosen 10', 9),
      gone('Rosen 1', 8),
      joined('Gärten', 7),
      gone('Gärten', 6),
      joined('Gärten', 5),
      joined('Rosen 1', 4),
    ];
    const { follows, skipped: left } = await followsIn(facebookJson('groups_joined_v2', items));
    expect(follows).toEqual([bare('facebook', 'Rosen 10'), bare('facebook', 'Gärten')]);
    expect(left).toEqual(['4 entries about groups that were left']);
  });

  test('one whose name lies within another one is not mistaken for it', async () => {
    const { follows } = await followsIn(
      facebookJson('groups_joined_v2', [gone('Rosen 10', 9), joined('Rosen 10', 4), joined('Rosen 1', 3)]),
    );
    expect(follows).toEqual([bare('facebook', 'Rosen 1')]);
  });
});

describe('pages', () => {
  const follows = randomFollows(5, 20);
  const names = follows.map(({ title }) => bare('facebook', title));

  test.each([
    ["Who you've followed", 'people and pages followed'],
    ['Pages and profiles you follow', 'pages followed'],
    ['Seiten, denen du folgst', 'pages followed'],
    ['Страницы, на которые вы подписаны', 'pages followed'],
    ["Pages you've liked", 'pages liked'],
    ['Σελίδες που σας αρέσουν', 'pages liked'],
  ])('"%s" is known by its heading', async (heading, what) => {
    for (const text of [facebookPage(heading, follows), oldFacebookPage(heading, follows)])
      expect(await followsIn(text, 'x.html')).toEqual({
        format: `Facebook export: ${what}`,
        follows: names,
        skipped: [],
      });
  });

  test.each([
    'who_you_ve_followed.html',
    "who_you've_followed.html",
    'pages_and_profiles_you_follow (1).html',
    'pages_you_ve_liked.html',
  ])('%s is known by its name where its heading is in an unknown language', async (name) => {
    expect((await followsIn(facebookPage('フォロー', follows), name)).follows).toEqual(names);
  });

  test('the address in the footer is kept', async () => {
    const file = await followsIn(facebookPage("Pages you've liked", follows, { address: true }));
    expect(countedAs(file.follows)).toEqual(follows.map(({ handle }) => `facebook:${handle}`));
  });

  test('names of groups are taken out of the sentences that are understood', async () => {
    const [first, second, third] = randomFollows(6, 3);
    if (!first || !second || !third) throw new Error('no follows');
    const sentence = (title: string) => ({ ...first, title });
    const page = facebookPage('Your group membership activity', [
      sentence(`You became a member of ${first.title}.`),
      sentence(`Du blev medlem af ${second.title}.`),
      sentence(`You became a member of ${third.title}.`),
      sentence(`You stopped being a member of ${third.title}.`),
      sentence('Sie sind beigetreten.'),
    ]);
    const file = await followsIn(page);
    expect(file.follows).toEqual([bare('facebook', first.title), bare('facebook', second.title)]);
    expect(file.skipped).toEqual(['2 entries about groups that were left', '1 sentence that was not understood']);
    const { reason: useless, whatToDo: bring } = await uselessIn(
      facebookPage('x', [sentence('Du bist jetzt Mitglied.')]),
      'your_group_membership_activity.html',
    );
    expect(useless).toBe('its sentences are in a language that is not supported');
    expect(bring).toContain('JSON');
  });

  test('an export of some dates is a history', async () => {
    const range = { from: '2026-01-01', to: '2026-02-01' };
    const { reason: useless } = await uselessIn(facebookPage('Pages you follow', follows, { range }));
    expect(useless).toBe('it holds only what happened from 2026-01-01 to 2026-02-01');
  });

  test('another page of the export', async () => {
    expect(await uselessIn(facebookPage('Your friends', follows))).toMatchObject({
      format: 'Facebook export: friends',
    });
    expect(await uselessIn(facebookPage('Your search history', follows))).toMatchObject({
      format: 'Facebook export: a page',
    });
  });
});

test.each([
  ['friends_v2', 'friends'],
  ['friends', 'friends'],
  ['followers_v3', 'followers'],
  ['pages_unfollowed_v2', 'pages no longer followed'],
  ['group_posts_v2', 'posts in groups'],
])('%s does not tell what is followed', async (key, what) => {
  const found = await uselessIn(facebookJson(key, named(randomFollows(7, 3))));
  expect(found.format).toBe(`Facebook export: ${what}`);
  expect(found.whatToDo).toContain('pages you follow');
});

test('a file that was cut off', async () => {
  const whole = facebookJson('pages_followed_v2', nested(randomFollows(8, 10)));
  for (const length of [40, Math.floor(whole.length / 2), whole.length - 2])
    expect(await uselessIn(whole.slice(0, length))).toMatchObject({
      format: 'Facebook export',
      reason: expect.stringMatching(/cut off|damaged/),
    });
});

test.each([
  '{"following": []}',
  '{"comments": []}',
  '{"following": ["anna"]}',
  '{"friends": [{"name": "Anna"}]}',
  '{"comments": [{"text": "x"}]}',
  '{"following_v3": {}}',
])('%s is not claimed', async (text) => {
  expect(await recognise(text)).toBeNull();
});

const event = (title: string, name: string | null, timestamp: number) => ({
  title,
  timestamp,
  ...(name !== null && { attachments: [{ data: [{ name }] }] }),
});
const joinedThen = (name: string, time: number) => event(`You became a member of ${name}.`, name, time);
const namesIn = async (events: object[]): Promise<(string | null)[]> =>
  (await followsIn(JSON.stringify({ groups_joined: events }), 'x.json')).follows.map(({ title }) => title);

describe('groups as exported until about 2020', () => {
  test('the name stands among the attachments', async () => {
    expect(await namesIn([joinedThen('Slates', 1), joinedThen('D\u00c3\u00a4cher', 2)])).toEqual([
      'Slates',
      'D\u00e4cher',
    ]);
  });

  test('the name stands in the sentence alone', async () => {
    const events = [
      event('You became a member of Slates.', null, 1),
      event('You became a member of Gutters.', null, 2),
    ];
    expect(await namesIn(events)).toEqual(['Slates', 'Gutters']);
  });

  test.each([
    ['You stopped being a member of Slates.', 'Slates'],
    ['You left Slates.', 'Slates'],
    ['Du bist kein Mitglied von Slates mehr.', 'Slates'],
    ["Vous avez arr\u00c3\u00aat\u00c3\u00a9 d'\u00c3\u00aatre membre de Slates.", 'Slates'],
    ['Has dejado de ser miembro de Slates.', 'Slates'],
    ['You stopped being a member of Slates.', null],
  ])('left in the sentence %s', async (title, name) => {
    expect(await namesIn([joinedThen('Slates', 1), joinedThen('Gutters', 2), event(title, name, 3)])).toEqual([
      'Gutters',
    ]);
  });

  test('a sentence that follows upon another about the same group tells of leaving it, in any language', async () => {
    const events = ['A', 'B', 'C'].map((name, index) => event(`abc ${name} def`, name, index));
    expect(await namesIn([...events, event('ghi B jkl', 'B', 9), event('ghi C jkl', 'C', 10)])).toEqual(['A']);
  });

  test('a group that is called like leaving one stays', async () => {
    expect(await namesIn([joinedThen('No longer a roofer', 1)])).toEqual(['No longer a roofer']);
  });
});

describe('lists under keys that are not known', () => {
  const events = [
    { name: 'Slates', timestamp: 1 },
    { name: 'Gutters', timestamp: 2 },
  ];

  test.each([
    ["pages_you've_liked.json", 'page_likes_new'],
    ["who_you've_followed.json", 'accounts_v1'],
    ['pages_you_follow.json', 'pages'],
    ['your_group_membership_activity.json', 'memberships_v3'],
    ['x.json', 'pages_you_follow_v2'],
  ])('%s with %s', async (name, key) => {
    const { follows } = await followsIn(JSON.stringify({ [key]: events }), name);
    expect(follows.map(({ title }) => title)).toEqual(['Slates', 'Gutters']);
  });

  test('friends under another key are none', async () => {
    expect(await recognise(JSON.stringify({ people: events }), 'your_friends.json')).toBeNull();
  });
});
