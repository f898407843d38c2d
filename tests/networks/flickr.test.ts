import { describe, expect, test } from 'vitest';
import { flickr } from '../../src/networks/flickr.ts';
import type { Resource } from '../../src/types/resource.ts';
import { flickrDouble } from '../doubles/flickr.ts';
import { all } from '../helpers/all.ts';
import { type Exchange, exchangesOf, fixtureWeb } from './fixture-web.ts';
import { examinedAt, listOf, throughClient } from './walk.ts';

const token = 'a-key';
const web = (scenario: string) => fixtureWeb(exchangesOf('flickr', scenario), { token });

const host = 'api.flickr.com';
const person = { network: 'flickr', id: '12345678@N01', ref: '12345678@N01', host };
const group: Resource = {
  network: 'flickr',
  id: '11112222333@N01',
  name: '11112222333@N01',
  title: null,
  url: 'https://www.flickr.com/groups/11112222333@N01/',
  host,
};

/** The answer to every call of a method. */
const saying = (method: string, parameters: Record<string, string>, body: unknown): Exchange => ({
  request: `POST https://${host}/services/rest/ ${new URLSearchParams({ method, ...parameters, format: 'json', nojsoncallback: '1', api_key: token }).toString()}`,
  status: 200,
  body,
});
const listWith = (body: unknown) =>
  fixtureWeb([saying('flickr.people.getPublicGroups', { user_id: person.id }, body)], { token });
const groupWith = (body: unknown) =>
  fixtureWeb([saying('flickr.groups.getInfo', { group_id: group.id }, body)], { token });
const poolWith = (body: unknown) =>
  fixtureWeb([saying('flickr.groups.pools.getPhotos', { group_id: group.id, per_page: '50' }, body)], { token });

const factsWith = async (body: unknown) => (await all(flickr.readFacts([group], groupWith(body))))[0]?.[1];
const facts = { ...group, ref: group.id, subscribers: 9000, description: null, group: false, exists: true, wishes: [] };

describe('addresses', () => {
  test.each([
    ['https://www.flickr.com/photos/Anna-Gardner_1/albums', 'anna-gardner_1'],
    ['https://m.flickr.com/people/12345678@n01', '12345678@N01'],
    ['flickr.com/photo/annagardner/51234567890', 'annagardner'],
  ])('%j names the profile %j', (input, name) => {
    expect(flickr.parseProfile(input)).toEqual({ network: 'flickr', name, host });
  });

  test.each([
    ['https://www.flickr.com/groups/GardenLetter/pool/page2', 'gardenletter', null],
    ['https://www.flickr.com/groups/3000%40N02/discuss/', '3000@N02', '3000@N02'],
  ])('%j names the group %j', (input, name, id) => {
    expect(flickr.parseResource(input)).toMatchObject({ name, id, url: `https://www.flickr.com/groups/${name}/` });
  });

  test.each([
    ['https://www.flickr.com/groups/gardenletter/', 'a group'],
    ['https://www.flickr.com/explore', 'neither a person nor a group'],
    ['https://flic.kr/s/aHskAbCdEf', 'short link'],
  ])('%j is no profile, because it is %s', (input, why) => {
    expect(flickr.parseProfile(input)).toEqual({ reason: expect.stringContaining(why) });
  });

  test('in a column of its own a name or a number is enough', () => {
    expect(flickr.parseHandle('AnnaGardner')).toMatchObject({ name: 'annagardner' });
    expect(flickr.parseHandle('12345678@n01')).toMatchObject({ name: '12345678@N01' });
    expect(flickr.parseHandle('https://www.flickr.com/photos/annagardner')).toMatchObject({ name: 'annagardner' });
    expect(flickr.parseHandle('Anna Gardner')).toBeNull();
  });
});

describe('a list', () => {
  test('of an alias costs two requests, and says nothing of members', async () => {
    const from = web('list');
    const [[, found] = []] = await all(flickr.findProfiles([{ network: 'flickr', name: 'annagardner', host }], from));
    expect(found).toEqual({ profile: person });
    const [page] = await all(flickr.listFollows(person, from, null));
    expect(page).toEqual({
      next: null,
      resources: [
        { ...group, title: 'Garden Letter', subscribers: null, countedBy: 'home' },
        {
          ...group,
          id: '3000@N02',
          name: '3000@N02',
          url: 'https://www.flickr.com/groups/3000@N02/',
          title: 'Roses',
          subscribers: 4999,
          countedBy: 'home',
        },
      ],
    });
    expect(from.asked).toHaveLength(2);
    expect(flickr.decidesFloor({ ...group, subscribers: 4999, countedBy: 'home' }, 5000)).toBe(true);
    expect(flickr.decidesFloor({ ...group, subscribers: null, countedBy: 'home' }, 5000)).toBe(false);
  });

  test('of an NSID is not looked up', async () => {
    const from = fixtureWeb([], { token });
    const name = { network: 'flickr', name: person.id, host };
    expect(await all(flickr.findProfiles([name], from))).toEqual([[name, { profile: person }]]);
  });

  test.each([
    [{ stat: 'ok', groups: { group: [] } }, []],
    [{ stat: 'ok', groups: {} }, []],
    [{ stat: 'ok', groups: { group: [{ nsid: '3000@N02', name: null }] } }, [null]],
  ])('%j is a list', async (body, counts) => {
    const [page] = await all(flickr.listFollows(person, listWith(body), null));
    expect(page?.resources.map(({ subscribers }) => subscribers)).toEqual(counts);
  });

  test.each([
    [{ stat: 'ok' }, 'UnexpectedAnswer'],
    [{ groups: { group: [] } }, 'UnexpectedAnswer'],
    [{ stat: 'ok', groups: { group: [{ name: 'no id' }, { name: 'no id' }] } }, 'UnexpectedAnswer'],
    [{ stat: 'fail', code: 112, message: 'Method not found' }, 'UnexpectedAnswer'],
    [{ stat: 'fail', code: 100, message: 'Invalid API Key (Key has expired)' }, 'Stopped'],
    [{ stat: 'fail', code: '105', message: 'Service currently unavailable' }, 'Unreachable'],
    [{ stat: 'fail', code: 0, message: 'Sorry' }, 'Unreachable'],
    [{ stat: 'fail', code: 1, message: 'User not found' }, 'Unreadable'],
    [{ stat: 'fail', code: 5, message: 'User deleted' }, 'Unreadable'],
  ])('%j ends it with %s, and shows the key to nobody', async (body, name) => {
    const ended = all(flickr.listFollows(person, listWith(body), null));
    await expect(ended).rejects.toMatchObject({ name, message: expect.not.stringContaining(token) });
  });
});

describe('a group', () => {
  const told = { id: group.id, path_alias: 'GardenLetter', name: { _content: 'Garden Letter' } };

  test.each([
    [{ _content: '12450' }, 12_450],
    [{ _content: 12_450 }, 12_450],
    ['12450', 12_450],
    [12_450, 12_450],
    ['many', null],
    [undefined, null],
  ])('has members where they are told as %j', async (members, subscribers) => {
    const description = { _content: 'Photos of gardens' };
    expect(await factsWith({ stat: 'ok', group: { ...told, members, description } })).toMatchObject({
      name: 'gardenletter',
      title: 'Garden Letter',
      url: 'https://www.flickr.com/groups/gardenletter/',
      subscribers,
      description: 'Photos of gardens',
      ref: group.id,
      exists: true,
    });
  });

  test.each(['', null, undefined])('without a name of its own (%j) is called by its id', async (path_alias) => {
    expect(await factsWith({ stat: 'ok', group: { ...told, path_alias } })).toMatchObject({ name: group.id });
  });

  test('is gone, or private', async () => {
    expect(await factsWith({ stat: 'fail', code: 1 })).toMatchObject({ exists: false, name: group.name });
    await expect(factsWith({ stat: 'fail', code: 2 })).rejects.toMatchObject({ name: 'Unreadable', status: 'hidden' });
  });

  test('shows who added photos, the newest first, with the day of the adding', async () => {
    const photos = [
      { id: '1', owner: '87654321@N02', title: 'Old', dateadded: 1_760_000_000 },
      { id: '2', owner: '87654322@N02', title: 'New', dateadded: '1760000100' },
      { id: '3', owner: '87654323@N02' },
    ];
    const posts = await all(flickr.readPosts(group, facts, poolWith({ stat: 'ok', photos: { photo: photos } })));
    expect(posts.map(({ url, at, kind, author, text }) => [url, at, kind, author, text])).toEqual([
      ['https://www.flickr.com/photos/87654322@N02/2/', '2025-10-09T08:55:00.000Z', 'repost', '87654322@N02', 'New'],
      ['https://www.flickr.com/photos/87654321@N02/1/', '2025-10-09T08:53:20.000Z', 'repost', '87654321@N02', 'Old'],
      ['https://www.flickr.com/photos/87654323@N02/3/', null, 'repost', '87654323@N02', ''],
    ]);
  });

  test.each([
    [1, 'not_found'],
    [2, 'hidden'],
    [4, 'hidden'],
  ])('whose pool is refused with error %i is %s', async (code, status) => {
    const read = all(flickr.readPosts(group, facts, poolWith({ stat: 'fail', code })));
    await expect(read).rejects.toMatchObject({ name: 'Unreadable', status });
  });
});

describe('through the real client', () => {
  const media = [{ name: 'gardenletter', title: 'Garden Letter', subscribers: 9000, outside: 3, own: 2 }];
  const graph = { media, people: [{ name: 'anna', follows: ['gardenletter'], state: 'open' as const }] };

  test('a list may tell the members, and a pool its authors', async () => {
    const double = flickrDouble(graph, { membersInList: true });
    await throughClient(flickr, double, async (through) => {
      const read = await listOf(flickr, double.addressOf('anna'), through);
      expect(read.resources).toMatchObject([{ title: 'Garden Letter', subscribers: 9000 }]);
      expect(await examinedAt(flickr, double.addressOf('gardenletter'), through)).toMatchObject({
        facts: { subscribers: 9000, exists: true },
        posts: 5,
      });
    });
  });

  test('a key that is refused ends the network, and stands in no message', async () => {
    const { token: key, ...double } = flickrDouble(graph);
    await throughClient(flickr, { ...double, token: `${key}x` }, async (through) => {
      const found = all(flickr.findProfiles([{ network: 'flickr', name: 'anna', host }], through));
      await expect(found).rejects.toMatchObject({ name: 'Stopped', message: expect.not.stringContaining(`${key}`) });
    });
  });
});
