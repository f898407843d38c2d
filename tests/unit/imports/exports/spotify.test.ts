import { expect, test } from 'vitest';
import { followed, recognised } from '../recognised.ts';

const show = (id: string, name = 'Roof talk') => ({ name, publisher: 'Slates', uri: `spotify:show:${id}` });

test.each([
  [
    'as of 2023',
    {
      tracks: [],
      albums: [],
      shows: [show('1a'), show('2b')],
      episodes: [],
      artists: [{ name: 'X', uri: 'spotify:artist:3c' }],
      bannedTracks: [],
      bannedArtists: [],
      other: [],
    },
  ],
  [
    'with tracks',
    { tracks: [{ artist: 'X', track: 'Y', uri: 'spotify:track:9' }], shows: [show('1a'), show('2b')], albums: [] },
  ],
  ['with addresses', { albums: [], shows: [{ name: 'R', uri: 'https://open.spotify.com/show/1a' }, show('2b')] }],
  ['twice the same', { artists: [], shows: [show('1a'), show('2b'), show('1a')] }],
  ['with one that lost its address', { episodes: [], shows: [show('1a'), { name: 'lost' }, show('2b')] }],
])('podcasts of the library, %s', async (_, json) => {
  for (const inBundle of [false, true])
    expect(await followed(JSON.stringify(json), 'YourLibrary.json', inBundle)).toEqual([
      'web:open.spotify.com/show/1a',
      'web:open.spotify.com/show/2b',
    ]);
});

test.each([
  { followerCount: 2, followingUsersCount: 1, followingArtists: ['The Slates', 'Moss'] },
  { followerCount: 0, followingUsersCount: 3, dismissingUsersCount: 0 },
  { followerCount: 1, userIsFollowing: ['mira'], userIsFollowedBy: [], userIsBlocking: [] },
  { followerCount: 1, followingUsers: ['mira'] },
  { followerCount: 5, followingArtists: [] },
])('accounts followed have names only: %j', async (json) => {
  const found = await recognised(JSON.stringify(json), 'Follow.json');
  expect(found).toMatchObject({
    format: expect.stringContaining('Spotify'),
    whatToDo: expect.stringContaining('YourLibrary.json'),
  });
  expect(JSON.stringify(found)).not.toMatch(/mira|Moss/);
});
