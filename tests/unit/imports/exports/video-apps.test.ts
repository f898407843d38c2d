import { describe, expect, test } from 'vitest';
import { followed, recognised } from '../recognised.ts';

const one = `UC${'slate'.repeat(4)}00`;
const two = `UC${'tiles'.repeat(4)}-_`;
const both = [`youtube:${one}`, `youtube:${two}`];
const address = (id: string): string => `https://www.youtube.com/channel/${id}`;

describe('subscriptions of video apps', () => {
  test.each([
    [
      'NewPipe',
      {
        app_version: '0.27.0',
        app_version_int: 997,
        subscriptions: [
          { service_id: 0, url: address(one), name: 'S' },
          { service_id: 0, url: address(two), name: 'T' },
        ],
      },
    ],
    [
      'NewPipe without its version',
      {
        subscriptions: [
          { service_id: 0, url: address(one), name: 'S' },
          { service_id: 0, url: address(two), name: 'T' },
        ],
      },
    ],
    ['Invidious', { subscriptions: [one, two], watch_history: ['aaaaaaaaaaa'], preferences: {}, playlists: [] }],
    [
      'FreeTube, one profile',
      {
        _id: 'allChannels',
        name: 'All Channels',
        subscriptions: [
          { id: one, name: 'S', thumbnail: 'x' },
          { id: two, name: 'T' },
        ],
      },
    ],
    ['LibreTube', { watchPositions: [], localSubscriptions: [{ channelId: one }, { channelId: two }] }],
    [
      'ids with the names of their channels',
      {
        subscriptions: [
          { authorId: one, author: 'S' },
          { authorId: two, author: 'T' },
        ],
      },
    ],
  ])('%s', async (_, json) => {
    for (const inBundle of [false, true]) {
      expect(await followed(JSON.stringify(json, null, 1), 'x.json', inBundle)).toEqual(both);
      expect(await followed(JSON.stringify(json), 'x.db', inBundle)).toEqual(both);
    }
  });

  test('FreeTube writes a profile a line', async () => {
    const lines = [
      {
        _id: 'allChannels',
        name: 'All',
        subscriptions: [
          { id: one, name: 'S' },
          { id: two, name: 'T' },
        ],
      },
      { _id: 'roofs', name: 'Roofs', subscriptions: [{ id: two, name: 'T' }] },
    ];
    expect(await followed(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'profiles.db')).toEqual(both);
  });

  test('other services of NewPipe', async () => {
    const subscriptions = [
      { service_id: 1, url: 'https://soundcloud.com/roof-talk', name: 'Roof talk' },
      { service_id: 3, url: 'https://videos.example/accounts/slates', name: 'Slates' },
      { service_id: 4, url: 'https://slates.bandcamp.example/', name: 'Band' },
    ];
    expect(await followed(JSON.stringify({ app_version: '1', subscriptions }))).toHaveLength(3);
  });

  test('an empty list is one of NewPipe, and somebody else’s subscriptions are none', async () => {
    expect(await recognised('{"app_version":"1","app_version_int":1,"subscriptions":[]}')).toMatchObject({
      format: 'subscriptions of a video app',
    });
    for (const json of [
      '{"subscriptions":[]}',
      '{"subscriptions":["monthly"]}',
      '{"subscriptions":[{"id":"1","plan":"x"}]}',
    ])
      expect(await followed(json)).toBeNull();
  });

  test('a file that was cut off', async () => {
    const text = JSON.stringify({
      app_version_int: 1,
      subscriptions: [{ service_id: 0, url: address(one), name: 'S' }],
    });
    expect(await recognised(text.slice(0, -8))).toMatchObject({ reason: expect.stringContaining('cut off') });
  });
});
