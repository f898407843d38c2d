import { describe, expect, test } from 'vitest';
import { Refused } from '../../../src/errors.ts';
import { mastodon } from '../../../src/networks/mastodon/index.ts';
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

const host = 'tube.example';
const films = resourceOf(`https://${host}/video-channels/films`, `films@${host}`);
const following = `activitypub:${encodeURIComponent(`https://${host}/accounts/anna/following`)}`;

describe('an account', () => {
  test('is found by name, and its subscriptions are public in its collection', async () => {
    const asking = web('peertube');
    const found = await find(`anna@${host}`, asking);
    expect(found).toEqual({
      profile: { network, id: `https://${host}/accounts/anna`, ref: `${following} 2 ${host}`, host, follows: 2 },
    });
    const pages = await follows('profile' in found ? found.profile : profileOf('', host), asking);
    expect(idsOf(pages)).toEqual([films.id, 'https://other-tube.example/video-channels/music']);
    expect(pages[0]?.resources[1]).toMatchObject({ name: 'music@other-tube.example', countedBy: 'elsewhere' });
    expect(asking.asked).toHaveLength(7);
    expect(await find(`boris@${host}`, asking)).toMatchObject({ profile: { id: `https://${host}/accounts/boris` } });
    expect(asking.asked.slice(7)).toEqual([`GET https://${host}/api/v1/accounts/boris`]);
  });

  test.each([
    ['nobody', 'not_found'],
    ['member', 'needs_login'],
  ])('%s is %s', async (user, status) => {
    const asking = web('peertube');
    await find(`anna@${host}`, asking);
    expect(await find(`${user}@${host}`, asking)).toMatchObject({ status });
  });

  test('a refusal that is not known is passed on', async () => {
    const asking = web('peertube');
    await find(`anna@${host}`, asking);
    await expect(find(`odd@${host}`, asking)).rejects.toThrow(Refused);
  });
});

describe('a channel', () => {
  test('tells its followers in one request', async () => {
    const asking = web('peertube');
    expect(await factsOf(films, asking)).toEqual({
      name: `films@${host}`,
      title: 'Films',
      url: films.id,
      subscribers: 6100,
      description: 'Films &amp; &lt;talks>',
      group: false,
      exists: true,
      ref: 'peertube:video-channels%2Ffilms',
      host,
      wishes: [],
    });
    expect(asking.asked).toHaveLength(4);
  });

  test('is found by its name, which no account has', async () => {
    const asking = web('peertube');
    const [[, resource] = []] = await findResource(`films@${host}`, asking);
    expect(resource?.id).toBe(films.id);
    expect((await findResource(`films@${host}`, asking))[0]?.[1].id).toBe(films.id);
    await find(`anna@${host}`, asking);
    expect((await findResource(`nobody@${host}`, asking))[0]).toBeUndefined();
  });

  test('an account that is followed, and whose number is hidden; an actor that is neither', async () => {
    const asking = web('peertube');
    await find(`anna@${host}`, asking);
    expect(await factsOf(resourceOf(`https://${host}/a/boris`), asking)).toMatchObject({
      name: `boris@${host}`,
      subscribers: null,
    });
    expect(await factsOf(resourceOf(`https://${host}/c/films`), asking)).toMatchObject({ subscribers: 6100 });
    const { exists, ref } = (await factsOf({ ...films, id: `https://${host}/application` }, asking)) ?? {};
    expect([exists, ref?.startsWith('activitypub:')]).toEqual([true, true]);
  });

  test('publishes its own videos, whose texts may tell of guests', async () => {
    const posts = await postsOf(films, web('peertube'), 'peertube:video-channels%2Ffilms');
    const url = `https://${host}/videos/watch/00000000-0000-4000-8000-00000000000`;
    expect(posts).toEqual([
      {
        url: `${url}1`,
        at: '2026-11-10T08:00:00.000Z',
        kind: 'own',
        author: films.id,
        text: 'Video 1. Interview with &lt;Emil>',
      },
      { url: `${url}2`, at: null, kind: 'own', author: films.id, text: 'Video 2' },
    ]);
    expect(await postsOf(films, web('peertube'), 'peertube:accounts%2Fboris')).toEqual([]);
  });

  test.each([
    ['gone', 'not_found'],
    ['shut', 'needs_login'],
  ])('whose videos are %s is %s', async (name, status) => {
    await expect(postsOf(films, web('peertube'), `peertube:video-channels%2F${name}`)).rejects.toMatchObject({
      status,
    });
  });

  test('a refusal of its videos that is not known is passed on', async () => {
    await expect(postsOf(films, web('peertube'), 'peertube:video-channels%2Fodd')).rejects.toThrow(Refused);
  });

  test('a list that nobody could have stored is not read', async () => {
    await expect(follows(profileOf(`peertube:films 2 ${host}`, host), web())).rejects.toMatchObject({
      status: 'hidden',
    });
  });
});

test.each([
  [
    'https://videos.example/video-channels/films',
    'films@videos.example',
    'https://videos.example/video-channels/films',
  ],
  [
    'https://videos.example/video-channels/Films/videos?a=1',
    'films@videos.example',
    'https://videos.example/video-channels/Films',
  ],
  ['https://videos.example/video-channels/films@other.example', 'films@other.example', null],
  [
    'https://videos.example/accounts/anna/video-channels',
    'anna@videos.example',
    'https://videos.example/accounts/anna',
  ],
  ['https://videos.example/a/anna/video-channels', 'anna@videos.example', null],
  ['https://videos.example/c/films/video-playlists', 'films@videos.example', null],
  ['https://videos.example/accounts/anna@other.example/videos', 'anna@other.example', null],
  ['https://videos.example/c/films@other.example', 'films@other.example', null],
  ['https://tube.example/c/films', 'films@tube.example', null],
  ['https://peertube2.videos.example/a/anna/videos', 'anna@peertube2.videos.example', null],
  ['https://framatube.org/accounts/anna', 'anna@framatube.org', 'https://framatube.org/accounts/anna'],
])('%s is %s', (input, name, id) => {
  expect(mastodon.parseProfile(input)).toMatchObject({ network, name });
  expect(mastodon.parseResource(input)).toMatchObject({ network, name, id });
});

test.each([
  'https://videos.example/accounts/anna',
  'https://videos.example/accounts/login',
  'https://videos.example/a/anna',
  'https://videos.example/c/films/videos',
  'https://videos.example/video-channels',
  'https://videos.example/video-channels/films@nowhere',
  'https://videos.example/toString/x',
])('%s may be any site', (input) => {
  expect(mastodon.parseProfile(input)).toBeNull();
  expect(mastodon.parseResource(input)).toBeNull();
});
