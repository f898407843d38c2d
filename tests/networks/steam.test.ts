import { describe, expect, test } from 'vitest';
import { UnexpectedAnswer, Unreachable, Unreadable, WebError } from '../../src/errors.ts';
import { steam } from '../../src/networks/steam/index.ts';
import type { ProfileName, ResourceName } from '../../src/types/input.ts';
import type { Facts, ProfileLookup, FollowsPage, Profile, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { textOf } from '../../src/text/html.ts';
import { crowdGraph, type Double, type Media, type Person } from '../doubles/graph.ts';
import { steamDouble } from '../doubles/steam.ts';
import { exchangesOf, fixtureWeb } from './fixture-web.ts';
import { openClient } from './web-client.ts';
import { all } from '../helpers/all.ts';

const network = 'steam';
const host = 'steamcommunity.com';
const named = (name: string): ProfileName => ({ network, name, host });

/** The SteamID64 of a person, and of a group, by the number of 32 bits in it. */
const person = (number: number): string => String(76_561_197_960_265_728n + BigInt(number));
const group = (number: number): string => String(103_582_791_429_521_408n + BigInt(number));

const anna = person(123_456);
const profile = (id: string): Profile => ({ network, id, ref: id, host });
const resource = (number: number): Resource => ({
  network,
  id: group(number),
  name: group(number),
  title: null,
  url: `https://steamcommunity.com/gid/${group(number)}`,
  host,
});

/** With the texts that the real client makes of HTML. */
const web = (scenario: string) => Object.assign(fixtureWeb(exchangesOf(network, scenario)), { textOf });

const find = async (name: string, from: Web): Promise<ProfileLookup | undefined> => {
  const [first] = await all(steam.findProfiles([named(name)], from));
  return first?.[1];
};

const list = (id: string, from: Web): Promise<FollowsPage[]> => all(steam.listFollows(profile(id), from, null));

const read = async (number: number, from: Web): Promise<Facts | undefined> => {
  const [first] = await all(steam.readFacts([resource(number)], from));
  return first?.[1];
};

const wanted = (name: string): ResourceName => ({ ...named(name), id: null, url: '' });

const nameIn = (address: string): ProfileName => {
  const name = steam.parseProfile(address);
  if (!name || 'reason' in name) throw new Error(`${address} names no profile`);
  return name;
};

const failure = (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'it was answered',
    (error: unknown) => error,
  );

/** The recorded answers, as a server would give them. */
const recorded = (scenario: string): Double => {
  const exchanges = exchangesOf(network, scenario);
  return {
    hosts: [host],
    addressOf: (name) => `https://${host}/id/${name}`,
    answer: ({ method, path, query }) => {
      if (path === '/robots.txt') return { status: 404, body: '' };
      const request = `${method} https://${host}${path}?${query.toString()}`;
      const exchange = exchanges.find((each) => each.request === request);
      if (!exchange) throw new Error(`no exchange for ${request}`);
      return { status: exchange.status, body: exchange.text ?? '' };
    },
  };
};

describe('addresses of people', () => {
  test.for([
    ['https://steamcommunity.com/profiles/76561197960389184', anna],
    ['http://www.steamcommunity.com/profiles/76561197960389184/games/?tab=all', anna],
    ['steamcommunity.com//profiles//76561197960389184', anna],
    ['https://steamcommunity.com/profiles/[U:1:123456]', anna],
    ['https://steamcommunity.com/profiles/%5BU:1:123456%5D/', anna],
    ['https://steamcommunity.com/profiles/STEAM_0:0:61728', anna],
    ['STEAM_0:0:61728', anna],
    ['STEAM_1:0:61728', anna],
    ['steam_0:1:61728', person(123_457)],
    ['[U:1:123456]', anna],
    ['U:1:123456', anna],
    ['76561197960389184', anna],
    ['\u200E76561197960389184\u00A0', anna],
    ['https://s.team/p/cv-dgb', anna],
    ['s.team/p/cvdgb/KLMNOPQR', anna],
    ['https://steamcommunity.com/user/CV-DGB', anna],
    ['[U:1:4294967295]', '76561202255233023'],
    ['https://s.team/p/wwww-wwww', '76561202255233023'],
    ['https://steamcommunity.com/id/AnnaGardner', 'annagardner'],
    ['https://steamcommunity.com./id/annagardner/groups/?l=german#x', 'annagardner'],
    ['HTTPS://STEAMCOMMUNITY.COM/ID/ANNA-G_1', 'anna-g_1'],
    ['//steamcommunity.com/id/12345', '12345'],
  ] as const)('%s', ([input, name]) => {
    expect(steam.parseProfile(input)).toEqual(named(name));
    expect(steam.parseHandle(input)).toEqual(named(name));
    expect(steam.parseResource(input)).toEqual({ reason: expect.stringContaining('groups') });
  });

  test.for(['annagardner', 'AnnaGardner'])('%s is one in a column of its own only', (input) => {
    expect(steam.parseHandle(input)).toEqual(named('annagardner'));
    expect(steam.parseProfile(input)).toBeNull();
    expect(steam.parseResource(input)).toBeNull();
  });

  test.for(steam.examples)('example $input', ({ input, profile: name }) => {
    const answer = steam.parseProfile(input);
    expect(answer && 'name' in answer ? answer.name : null).toBe(name);
  });
});

describe('addresses of groups', () => {
  test.for([
    ['https://steamcommunity.com/groups/GardenLetter', 'gardenletter', null],
    ['steamcommunity.com/groups/gardenletter/discussions/0/?fp=2', 'gardenletter', null],
    ['https://steamcommunity.com/gid/103582791429521412', group(4), group(4)],
    ['https://steamcommunity.com/gid/4/', group(4), group(4)],
    ['https://steamcommunity.com/gid/[g:1:4]', group(4), group(4)],
    ['[g:1:4]', group(4), group(4)],
    ['[g:1:4294967295]', '103582795724488703', '103582795724488703'],
    ['103582791429521412', group(4), group(4)],
  ] as const)('%s', ([input, name, id]) => {
    const url = `https://steamcommunity.com/${id === null ? 'groups' : 'gid'}/${name}`;
    expect(steam.parseResource(input)).toEqual({ network, name, host, id, url });
    expect(steam.parseProfile(input)).toEqual({ reason: 'this is a group, not a profile' });
    expect(steam.parseResource(url)).toMatchObject({ name, id, url });
  });
});

describe('other addresses', () => {
  test.for([
    'https://steamcommunity.com',
    'https://steamcommunity.com/app/440',
    'https://steamcommunity.com/sharedfiles/filedetails/?id=123',
    'https://steamcommunity.com/market/',
    'https://steamcommunity.com/id/',
    'https://steamcommunity.com/id/%zz',
    'https://steamcommunity.com/id/76561197960389184',
    'https://steamcommunity.com/groups/103582791429521412',
    'https://steamcommunity.com/profiles/annagardner',
    'https://steamcommunity.com/profiles/765611979603891840',
    'https://steamcommunity.com/profiles/103582791429521412',
    'https://steamcommunity.com/gid/76561197960389184',
    'https://steamcommunity.com/gid/gardenletter',
    'https://s.team/p/',
    'https://s.team/p/aeiou',
    'https://s.team/p/cv-dgb-cv-dgb',
    'https://s.team/chat/AbCdEf',
    '[U:1:4294967296]',
    '[g:1:9999999999]',
  ])('%s names none, and why', (input) => {
    const none = { reason: expect.stringMatching(/^(?:this|no|what) .+/) };
    expect([steam.parseProfile(input), steam.parseResource(input)]).toEqual([none, none]);
  });

  test.for(['', 'a.b', '440', '7656119796038918', 'STEAM_5:0:1', 'https://steamcommunity.com@other.example/id/anna'])(
    '%j is not Steam',
    (input) => {
      expect([steam.parseProfile(input), steam.parseResource(input)]).toEqual([null, null]);
    },
  );
});

describe('a profile', () => {
  test('is found with its list, which is then not asked for', async () => {
    const from = web('ok');
    expect(await find(anna, from)).toEqual({ profile: profile(anna) });
    const pages = await list(anna, from);
    expect(pages.map(({ next, cutShort }) => [next, cutShort])).toEqual([[null, undefined]]);
    expect(pages[0]?.resources.map(({ id }) => id)).toEqual([4, 500, 501, 502, 4_294_967_295].map(group));
    expect(pages[0]?.resources[0]).toEqual({
      network,
      id: '103582791429521412',
      name: '103582791429521412',
      title: null,
      url: 'https://steamcommunity.com/gid/103582791429521412',
      host,
      subscribers: null,
      countedBy: 'elsewhere',
    });
    expect(from.asked).toEqual([`GET https://steamcommunity.com/profiles/${anna}/?xml=1`]);
  });

  test('is found under the name in its address, and keyed by its SteamID', async () => {
    const from = web('ok');
    expect(await find('annagardner', from)).toEqual({ profile: profile(person(99)) });
    expect((await list(person(99), from))[0]?.resources.map(({ id }) => id)).toEqual([group(4)]);
    expect(from.asked).toEqual(['GET https://steamcommunity.com/id/annagardner/?xml=1']);
  });

  test('that an earlier run found is asked for its list', async () => {
    const from = web('ok');
    expect((await list(anna, from))[0]?.resources).toHaveLength(5);
    expect(from.asked).toHaveLength(1);
  });

  test.for([anna, 'empty'])('%s without groups has an empty list', async (name) => {
    const from = web('empty');
    const found = await find(name, from);
    const id = found && 'profile' in found ? found.profile.id : '';
    expect(await list(id, from)).toEqual([{ resources: [], next: null }]);
    expect(from.asked).toHaveLength(1);
  });

  test.for([
    [anna, 'private by choice: the profile is private'],
    ['friends', 'private by choice: the profile is friendsonly'],
    ['newcomer', 'never set up'],
  ] as const)('%s shows nothing', async ([name, note]) => {
    expect(await find(name, web('hidden'))).toEqual({ status: 'hidden', note: expect.stringContaining(note) });
  });

  test('that was hidden since is hidden', async () => {
    const error = await failure(list(anna, web('hidden')));
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).toMatchObject({ status: 'hidden' });
  });

  test('that is not there is not found', async () => {
    for (const name of [anna, 'nobody']) {
      expect(await find(name, web('not-found'))).toMatchObject({ status: 'not_found' });
    }
    await expect(list(anna, web('not-found'))).rejects.toMatchObject({ name: 'Unreadable', status: 'not_found' });
  });

  test('is not gone because Steam is too busy', async () => {
    const said = await failure(find(anna, web('busy')));
    expect(said).toBeInstanceOf(UnexpectedAnswer);
    expect(String(said)).toContain('please try again later');
    expect(await failure(find('throttled', web('busy')))).toBeInstanceOf(UnexpectedAnswer);
  });

  test.for([anna, 'noprivacy', 'oddgroup', 'oddroot'])('in a shape that is not known is not read: %s', async (name) => {
    await expect(find(name, web('changed-shape'))).rejects.toBeInstanceOf(UnexpectedAnswer);
  });

  test('with one odd group and no other is read without it', async () => {
    const text = `<?xml version="1.0"?><profile><steamID64>${anna}</steamID64><privacyState>public</privacyState>`;
    const groups = '<groups><group><groupID64>odd</groupID64></group></groups></profile>';
    const request = `GET https://steamcommunity.com/profiles/${anna}/?xml=1`;
    const from = fixtureWeb([{ request, status: 200, text: text + groups }]);
    expect(await list(anna, from)).toEqual([{ resources: [], next: null, odd: 1 }]);
  });

  test('whose answer breaks off is not read', async () => {
    const { through } = await openClient(steam, recorded('cut-short'));
    await expect(find(anna, through)).rejects.toThrow('incomplete');
  });

  test('is not reached where the server refuses', async () => {
    await expect(find(anna, web('rate-limited'))).rejects.toBeInstanceOf(Unreachable);
    await expect(list(anna, web('rate-limited'))).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('a group', () => {
  test('tells the members that its page shows, and what it says of itself', async () => {
    const from = web('groups');
    expect(await read(4, from)).toEqual({
      name: 'gardenletter',
      title: 'Garden & Letter',
      url: 'https://steamcommunity.com/groups/gardenletter',
      subscribers: 13_045,
      description: 'Write for us! Essays on soil. Contact: the editors',
      group: true,
      exists: true,
      ref: group(4),
      host,
      wishes: [],
    });
    expect(from.asked).toEqual([`GET https://steamcommunity.com/gid/${group(4)}/memberslistxml/?xml=1&p=1`]);
  });

  test('that says nothing of itself has no description, and its id for a name', async () => {
    expect(await read(500, web('groups'))).toMatchObject({
      name: group(500),
      title: null,
      description: null,
      subscribers: 65,
      url: `https://steamcommunity.com/gid/${group(500)}`,
    });
  });

  test.for([7, 8, 9])('number %d is gone', async (number) => {
    expect(await read(number, web('groups-gone'))).toEqual({
      name: group(number),
      title: null,
      url: `https://steamcommunity.com/gid/${group(number)}`,
      subscribers: null,
      description: null,
      group: true,
      exists: false,
      ref: '',
      host,
      wishes: [],
    });
  });

  test('is not gone because Steam is too busy', async () => {
    const from = web('busy');
    await expect(read(4, from)).rejects.toBeInstanceOf(UnexpectedAnswer);
    expect(from.asked).toHaveLength(2);
    await expect(read(4, web('rate-limited'))).rejects.toBeInstanceOf(Unreachable);
  });

  test('in another shape is not read; one without a number has none', async () => {
    await expect(read(4, web('changed-shape'))).rejects.toBeInstanceOf(UnexpectedAnswer);
    expect(await read(5, web('changed-shape'))).toMatchObject({ exists: true, subscribers: null, title: null });
  });

  test('is open by nature: posts are not asked for', async () => {
    const from = web('groups');
    const facts = await read(4, from);
    expect(facts && (await all(steam.readPosts(resource(4), facts, from)))).toEqual([]);
    expect(from.asked).toHaveLength(1);
  });

  test('is always asked for its number: lists show none', () => {
    expect(steam.decidesFloor({ ...resource(4), subscribers: 999_999, countedBy: 'hand' }, 5000)).toBe(false);
  });

  test('that was imported by name is found under its id', async () => {
    const from = Object.assign(
      fixtureWeb([...exchangesOf(network, 'groups'), ...exchangesOf(network, 'groups-gone')]),
      {
        textOf,
      },
    );
    const found = await all(steam.findResources([wanted('gardenletter'), wanted('nosuchgroup')], from));
    expect(found).toHaveLength(1);
    expect(found[0]?.[0].name).toBe('gardenletter');
    expect(found[0]?.[1]).toEqual({
      ...resource(4),
      name: 'gardenletter',
      title: 'Garden & Letter',
      url: 'https://steamcommunity.com/groups/gardenletter',
    });
    expect(found[0]?.[2]).toMatchObject({ subscribers: 13_045, exists: true });
  });
});

describe('through the client', () => {
  test('sixty people with 250 groups each: one request a person and one a group, none faster than agreed', async () => {
    const graph = crowdGraph({ people: 60, follows: 250, media: 400 });
    const double = steamDouble(graph);
    const { through, asked, waited } = await openClient(steam, double);
    const followers = new Map<string, number>();
    for (const { name, follows } of graph.people) {
      const [[, found] = []] = await all(steam.findProfiles([nameIn(double.addressOf(name))], through));
      if (!found || !('profile' in found)) throw new Error(`${name} was not found`);
      const [page] = await all(steam.listFollows(found.profile, through, null));
      expect(page?.resources).toHaveLength(follows.length);
      for (const { id } of page?.resources ?? []) followers.set(id, (followers.get(id) ?? 0) + 1);
    }
    const shared = [...followers].filter(([, count]) => count > 30).map(([id]) => id);
    expect(shared.length).toBeGreaterThan(100);
    const media = new Map(graph.media.map((each) => [each.name, each]));
    for (const id of shared) {
      const [[, facts] = []] = await all(steam.readFacts([{ ...resource(0), id }], through));
      const known = media.get(facts?.name ?? '');
      expect(facts).toMatchObject({ title: known?.title, subscribers: known?.subscribers, ref: id });
      expect(followers.get(id)).toBe(graph.people.filter(({ follows }) => follows.includes(known?.name ?? '')).length);
    }
    // n + S + B of the sources, where B, the groups whose discussions are looked at, costs nothing here.
    const least = graph.people.length + shared.length;
    expect(asked.length).toBe(least + 1);
    expect(asked.length / least).toBeLessThanOrEqual(1.05);
    expect(waited()).toBeCloseTo((asked.length - 1) * 2.5, 3);
  });

  const media: Media[] = [{ name: 'letter', title: 'Letter', subscribers: 7000, outside: 0, own: 0 }];
  const people: Person[] = [
    { name: 'reader', follows: ['letter'], state: 'open' },
    { name: 'hermit', follows: ['letter'], state: 'hidden' },
    { name: 'nobody', follows: [], state: 'gone' },
  ];

  test('people who hide their profile, or have none, and groups that are gone', async () => {
    const { through } = await openClient(steam, steamDouble({ people, media }));
    expect(await find('reader', through)).toEqual({ profile: profile(person(1000)) });
    expect(await find('hermit', through)).toMatchObject({ status: 'hidden' });
    expect(await find('nobody', through)).toMatchObject({ status: 'not_found' });
    expect(await read(5000, through)).toMatchObject({ exists: true, subscribers: 7000 });
    expect(await read(4, through)).toMatchObject({ exists: false });
  });

  test('a page in HTML in the place of XML is no answer, and a later try may have one', async () => {
    const { through } = await openClient(steam, steamDouble({ people, media }, { busyFirst: 3 }));
    const error = await failure(find('reader', through));
    expect(error).toBeInstanceOf(WebError);
    expect(String(error)).toContain('the answer is HTML, not XML');
    expect(await failure(read(5000, through))).toBeInstanceOf(UnexpectedAnswer);
    expect(await find('reader', through)).toEqual({ profile: profile(person(1000)) });
  });
});
