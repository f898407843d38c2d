import { describe, expect, test } from 'vitest';
import { followed, heldIn, recognised } from './recognised.ts';

const [k, m] = [`UC${'quill'.repeat(4)}aa`, `UC${'ferns'.repeat(4)}-_`];
const both = [`youtube:${k}`, `youtube:${m}`];
const channel = (id: string): string => `https://www.youtube.com/channel/${id}`;
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const lines = (items: unknown[], end = '\n'): string => items.map((item) => JSON.stringify(item) + end).join('');

const newPipe = (more: unknown[] = []) => ({
  app_version: '0.27.6',
  subscriptions: [...[k, m].map((id) => ({ service_id: 0, url: channel(id), name: id })), ...more],
});
const freeTube = (ids: string[]) => ({
  _id: `p${ids.length}`,
  name: 'Все каналы',
  bgColor: '#000000',
  subscriptions: ids.map((id) => ({ id, name: id, thumbnail: 'https://pictures.example/1' })),
});
const invidious = (subscriptions: unknown[]) => ({ subscriptions, watch_history: ['aaaaaaaaaaa'], preferences: {} });
const opml = (address: (id: string) => string): string =>
  `<?xml version="1.0"?><opml version="1.1"><body><outline text="S">${[k, m]
    .map((id) => `<outline text="${id}" type="rss" xmlUrl="${address(id)}"/>`)
    .join('')}</outline></body></opml>`;

const said = (text: string) => JSON.stringify([{ ID: 1, Timestamp: '2026', Contents: text, Attachments: '' }]);

const raw = (type: string) =>
  ['slates', 'gutters'].map((username) => ({
    username_scrape: 'annaq',
    type,
    full_name: username,
    is_private: false,
    is_verified: true,
    profile_pic_url: 'https://pictures.example/1',
    username,
  }));

const repository = (name: string) => ({
  full_name: `slates/${name}`,
  html_url: `https://github.com/slates/${name}`,
  owner: { login: 'slates', html_url: 'https://github.com/slates' },
});

describe('video apps', () => {
  test.each<[string, string | Buffer]>([
    ['NewPipe, BOM', `\uFEFF${JSON.stringify(newPipe())}`],
    ['NewPipe, UTF-16', utf16(JSON.stringify(newPipe()))],
    ['NewPipe, spread over lines', JSON.stringify(newPipe(), null, 4)],
    ['NewPipe, odd items', JSON.stringify(newPipe([{ service_id: 0, url: null, name: null }, null, 7]))],
    ['NewPipe, of a fork without a number', JSON.stringify({ ...newPipe(), app_version: '', app_version_int: 0 })],
    ['FreeTube, a profile a line, CRLF', lines([freeTube([k]), freeTube([k, m])], '\r\n')],
    ['FreeTube, a deleted profile', `${lines([freeTube([k, m])])}{"_id":"x","$$deleted":true}\n`],
    ['FreeTube, a list of profiles', JSON.stringify([freeTube([k, m]), freeTube([])])],
    ['FreeTube, OPML', opml((id) => `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`)],
    [
      'FreeTube, CSV',
      `Channel ID,Channel URL,Channel title\n${[k, m].map((id) => `${id},${channel(id)},n\n`).join('')}`,
    ],
    ['Invidious, UTF-16', utf16(JSON.stringify(invidious([k, m])))],
    ['Invidious, with playlists', JSON.stringify({ ...invidious([k, m]), playlists: [{ videos: ['aaaaaaaaaaa'] }] })],
    ['Invidious, odd items', JSON.stringify(invidious([k, '', null, m, 'not a channel']))],
    ['Invidious, OPML through its server', opml((id) => `https://videos.example/feed/channel/${id}`)],
    ['Invidious, keys in another order', JSON.stringify({ preferences: {}, watch_history: [], subscriptions: [k, m] })],
  ])('%s', async (_, text) => {
    for (const inBundle of [false, true])
      expect((await followed(text, 'export.json', inBundle))?.toSorted()).toEqual(both.toSorted());
  });

  test('FreeTube, a channel a line, as it was written before there were profiles', async () => {
    const text = lines([k, m].map((channelId) => ({ channelId, channelName: 'n', _id: channelId.slice(2, 8) })));
    expect(await followed(text, 'subscriptions.db')).toEqual(both);
  });

  test('Grayjay, whose list has a name and no ending', async () => {
    const text = JSON.stringify([k, m].map(channel));
    expect(await followed(text, 'Subscriptions', true)).toEqual(both);
    expect(await heldIn(text, 'history', true)).toBe('unknown');
  });

  test.each([
    ['NewPipe', JSON.stringify({ app_version: '0.27', subscriptions: [] })],
    ['FreeTube', lines([freeTube([])])],
    ['Invidious', JSON.stringify(invidious([]))],
  ])('an empty list: %s', async (_, text) => {
    expect(await recognised(text)).toMatchObject({ emptyOn: 'youtube' });
  });

  test.each([
    [
      'what was watched',
      lines([k, m].map((authorId) => ({ videoId: 'aaaaaaaaaaa', title: 't', author: 'a', authorId }))),
    ],
    ['playlists', lines([{ playlistName: 'Later', videos: [{ videoId: 'aaaaaaaaaaa', author: 'a', authorId: k }] }])],
  ])('is none: %s', async (_, text) => {
    expect(await heldIn(text, 'history.db')).toBe('other');
  });
});

describe('Spotify', () => {
  test.each([
    { userIsFollowing: ['mira'], userIsFollowedBy: ['holt'], userIsBlocking: [] },
    { followingArtists: ['Moss'], followingUsers: [], followerCount: 0 },
    { followerCount: 3, followingUsersCount: 1, dismissingUsersCount: 0 },
    { userIsBlocking: [], userIsFollowing: [] },
    { followingUsers: ['mira'], followingArtists: [] },
  ])('names only: %j', async (json) => {
    for (const text of [JSON.stringify(json), `\uFEFF${JSON.stringify(json, null, 2)}`])
      expect(await recognised(text, 'Follow.json')).toMatchObject({
        format: expect.stringContaining('Spotify'),
        whatToDo: expect.stringContaining('YourLibrary.json'),
      });
  });
});

describe('Discord', () => {
  test.each([
    ['chats as CSV', 'messages.csv', 'ID,Timestamp,Contents,Attachments\n1,2022,see https://t.me/roofs,\n'],
    ['chats as JSON', 'messages.json', said('see https://www.instagram.com/roofs')],
    ['servers', 'index.json', JSON.stringify({ '11': 'Roof Club', '12': 'https://discord.gg/roofs' })],
    ['the account', 'user.json', JSON.stringify({ connections: [{ type: 'youtube', id: k, name: 'x' }] })],
    ['a server', 'guild.json', JSON.stringify({ id: '11', name: 'Roof Club' })],
    [
      'what was done',
      'events-2026-00000.json',
      lines([{ event_type: 'open', page: 'https://t.me/roofs' }, { event_type: 'x' }]),
    ],
    ['an app', 'application.json', JSON.stringify({ id: '1', bot: { url: 'https://t.me/roofbot' } })],
  ])('%s tell of no follows', async (_, name, text) => {
    expect(await followed(text, name, true)).toBeNull();
  });
});

describe('scrapers', () => {
  const two = ['instagram:slates', 'instagram:gutters'];
  const accounts = ['slates', 'gutters'].map((name) => ({
    username: name,
    fullName: name,
    profileUrl: `https://www.instagram.com/${name}`,
    query: 'https://www.instagram.com/annaq',
  }));
  test.each<[string, string | Buffer]>([
    ['JSON', JSON.stringify(accounts)],
    ['JSON, one a line', lines(accounts)],
    [
      'CSV with semicolons and BOM',
      '\uFEFFprofileUrl;username;fullName;isPrivate;query;timestamp\r\nhttps://www.instagram.com/slates;slates;S;false;https://www.instagram.com/annaq;2026\r\nhttps://www.instagram.com/gutters;gutters;G;false;https://www.instagram.com/annaq;2026\r\n',
    ],
    [
      'a row about a failure',
      'profileUrl,username,query,error\nhttps://www.instagram.com/slates,slates,annaq,\nhttps://www.instagram.com/gutters,gutters,annaq,\n,,bobr,Private account\n',
    ],
    ['accounts as Instagram names them', JSON.stringify(raw('Followings'))],
    [
      'the same as CSV',
      'username_scrape,username,full_name,is_private,is_verified\nannaq,slates,S,False,True\nannaq,gutters,G,False,False\n',
    ],
    ['nodes of following', JSON.stringify({ data: { user: { following: { nodes: accounts } } } })],
  ])('%s', async (_, text) => {
    expect(await followed(text, 'result')).toEqual(two);
  });

  const found = ['slates', 'gutters'].map((name) => ({
    profileUrl: `https://www.instagram.com/${name}`,
    query: 'annaq',
  }));

  test.each<[string, string | Buffer]>([
    ['a kind for each row', 'url,relation\nhttps://x.com/slates,following\nhttps://x.com/gutters,follower\n'],
    ['in another column', 'Direction;Profile\nFollowing;https://x.com/slates\nFollowed by;https://x.com/gutters\n'],
    [
      'in JSON, deeper',
      JSON.stringify(
        ['followings', 'followers'].map((connectionType, at) => ({
          author: { profileUrl: `https://x.com/${['slates', 'gutters'][at]}` },
          connectionType,
        })),
      ),
    ],
    [
      'of accounts of Instagram',
      'username,full_name,is_private,is_verified,edge\nslates,S,False,True,follows\ngutters,G,False,False,follower\n',
    ],
  ])('followers among the accounts followed are left: %s', async (_, text) => {
    expect((await followed(text, 'result'))?.map((each) => each.replace(/^\w+:/, ''))).toEqual(['slates']);
  });

  test.each([
    ['instagram_followers.csv', 'people'],
    ['InstagramFollowers-2026.csv', 'people'],
    ['Подписчики Анны.csv', 'people'],
    ['followers (1).json', 'people'],
    ['Instagram Following.csv', 'follows'],
    ['followers_and_following.csv', 'follows'],
    ['result.csv', 'follows'],
    ['pages by followers.csv', 'follows'],
  ])('followers and accounts followed look the same: the name tells, where it does: %s', async (name, holds) => {
    const csv = `profileUrl,query\n${found.map(({ profileUrl, query }) => `${profileUrl},${query}\n`).join('')}`;
    const list = found.map(({ profileUrl }) => `${profileUrl}\n`).join('');
    for (const text of name.endsWith('.json') ? [JSON.stringify(found)] : [csv, list])
      expect(await heldIn(text, name)).toBe(holds);
  });

  test.each([
    ['followers, by their kind', JSON.stringify(raw('Followers')), 'people'],
    ['followers, by a heading', 'profileUrl,username,followersOf\nhttps://www.instagram.com/a,a,slates\n', 'people'],
    [
      'followers of the account asked about',
      'profileUrl,username,query,followersOf\nhttps://www.instagram.com/a,a,slates,slates\n',
      'people',
    ],
    ['starred repositories', JSON.stringify([repository('roof'), repository('tiles')]), 'other'],
    [
      'posts with their authors',
      JSON.stringify([
        { url: 'https://www.instagram.com/p/AbC/', author: { url: 'https://www.instagram.com/slates' } },
      ]),
      'other',
    ],
    [
      'tweets with their authors',
      JSON.stringify([{ tweet_id: '1', author: { url: 'https://x.com/slates' } }]),
      'other',
    ],
  ])('%s are none', async (_, text, holds) => {
    expect(await heldIn(text)).toBe(holds);
  });
});
