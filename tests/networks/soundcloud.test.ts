import { describe, expect, test } from 'vitest';
import { Refused, Stopped, UnexpectedAnswer, Unreachable, Unreadable } from '../../src/errors.ts';
import { soundcloud } from '../../src/networks/soundcloud.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, FollowsPage, Profile, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { createWebClient } from '../../src/web/client.ts';
import { type Graph, crowdGraph } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { type SoundCloudOptions, soundcloudDouble } from '../doubles/soundcloud.ts';
import { exchangesOf, fixtureWeb } from './fixture-web.ts';
import { all } from '../helpers/all.ts';
import { hurriedClock } from '../helpers/clock.ts';

const network = 'soundcloud';
const host = 'api.soundcloud.com';
const credentials = 'example-id:example-secret';
const urn = (number: number): string => `soundcloud:users:${number}`;
const named = (name: string): ProfileName => ({ network, name, host });
const profile = (number: number): Profile => ({ network, id: urn(number), ref: urn(number), host });
const resource = (id: string, name: string): Resource => {
  const url = `https://soundcloud.com/${name}`;
  return { network, id, name, title: null, url, host };
};
const factsWith = (ref: string): Facts => ({
  name: 'garden-radio',
  title: 'Garden Radio',
  url: 'https://soundcloud.com/garden-radio',
  subscribers: 6000,
  description: null,
  group: false,
  exists: true,
  ref,
  host,
  wishes: [],
});

const web = (scenario: string) => fixtureWeb(exchangesOf(network, scenario), { token: credentials });

/** What was asked, without the token that is asked for first. */
const askedBy = ({ asked }: { asked: string[] }): string[] =>
  asked
    .filter((request) => !request.includes('/oauth/token'))
    .map((request) => request.replace(/^GET https:\/\/[^/]+/, ''));

const list = (from: Web, cursor: string | null = null) => all(soundcloud.listFollows(profile(11), from, cursor));
const listIn = (scenario: string) => list(web(scenario));
const shape = (pages: FollowsPage[]) =>
  pages.map(({ resources, next, cutShort }) => [resources.map(({ name }) => name), next, cutShort]);

const find = async (names: string[], from: Web) => {
  const found = await all(soundcloud.findProfiles(names.map(named), from));
  return found.map(([{ name }, answer]) => [name, 'profile' in answer ? answer.profile : answer.status]);
};

const told = async (resources: Resource[], from: Web) => {
  const facts = await all(soundcloud.readFacts(resources, from));
  return facts.map(([{ id }, { name, subscribers, exists }]) => [id, name, subscribers, exists]);
};

const postsIn = async (from: Web, ref: string) => {
  const posts = await all(soundcloud.readPosts(resource(urn(50), 'garden-radio'), factsWith(ref), from));
  return posts.map(({ url, at, kind, author }) => [url.replace('https://soundcloud.com/', ''), at, kind, author]);
};

const inBatches = <Item>(items: Item[], size: number): Item[][] =>
  items.length === 0 ? [] : [items.slice(0, size), ...inBatches(items.slice(size), size)];

interface Asked {
  method: string;
  host: string;
  path: string;
}

async function served(
  graph: Graph,
  options: SoundCloudOptions,
  job: (from: Web, asked: Asked[]) => Promise<void>,
  token = credentials,
): Promise<void> {
  const server = await serve([soundcloudDouble(graph, options)]);
  const clock = hurriedClock(0);
  const client = createWebClient({
    clock,
    connectTo: new Map(Object.entries(server.connectTo)),
    userAgent: 'a test',
    tokens: new Map([[network, token]]),
  });
  try {
    await job(client.for(soundcloud), server.asked);
  } finally {
    await client.close();
    await server.close();
  }
}

describe('names', () => {
  test.for([
    ['https://soundcloud.com/anna-gardner', 'anna-gardner'],
    ['HTTPS://SOUNDCLOUD.COM/Anna-Gardner/', 'anna-gardner'],
    ['soundcloud.com/anna', 'anna'],
    ['//www.soundcloud.com/anna?ref=clipboard&p=a&c=0#t=1', 'anna'],
    ['https://m.soundcloud.com/anna', 'anna'],
    ['https://soundcloud.com./anna', 'anna'],
    ['https://soundcloud.com/@anna', 'anna'],
    ['https://soundcloud.com/user-123456789', 'user-123456789'],
    ['https://soundcloud.com/-anna_', '-anna_'],
    ['\u200Ehttps://soundcloud.com/%61nna\u00A0', 'anna'],
    ['https://soundcloud.com/anna/tracks', 'anna'],
    ['https://soundcloud.com/anna/sets/beans', 'anna'],
    ['https://soundcloud.com/anna/episode-1?in=boris/sets/x', 'anna'],
    ['https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/anna&color=%23ff5500', 'anna'],
  ] as const)('%s', ([input, name]) => {
    expect(soundcloud.parseProfile(input)).toEqual(named(name));
    expect(soundcloud.parseHandle(input)).toEqual(named(name));
    expect(soundcloud.parseResource(input)).toEqual({
      ...named(name),
      id: null,
      url: `https://soundcloud.com/${name}`,
    });
  });

  test.for([
    'soundcloud:users:12345',
    ' SoundCloud:Users:12345',
    'https://api.soundcloud.com/users/12345',
    'https://api.soundcloud.com/users/soundcloud:users:12345/tracks',
    'https://api.soundcloud.com/users/soundcloud%3Ausers%3A12345',
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/users/12345&auto_play=false',
  ])('%s holds the id', (input) => {
    const name = 'soundcloud:users:12345';
    expect(soundcloud.parseProfile(input)).toEqual(named(name));
    expect(soundcloud.parseHandle(input)).toEqual(named(name));
    const url = `https://api.soundcloud.com/users/${name}`;
    expect(soundcloud.parseResource(input)).toEqual({ ...named(name), id: name, url });
    expect(soundcloud.parseResource(url)).toMatchObject({ id: name });
  });

  test('a short link is a name whose case matters', () => {
    const name = 'on.soundcloud.com/AbCd1';
    expect(soundcloud.parseProfile('https://on.soundcloud.com/AbCd1?x=1')).toEqual(named(name));
    expect(soundcloud.parseResource('on.soundcloud.com/AbCd1')).toEqual({
      ...named(name),
      id: null,
      url: `https://${name}`,
    });
  });

  test.for([
    ['https://soundcloud.com', 'names no account'],
    ['https://soundcloud.com/discover/sets/weekly', 'names no account'],
    ['https://soundcloud.com/Search?q=anna', 'names no account'],
    ['https://soundcloud.com/you/likes', 'names no account'],
    ['https://soundcloud.com/stream', 'names no account'],
    ['https://soundcloud.com/charts/top', 'names no account'],
    ['https://soundcloud.com/upload', 'names no account'],
    ['https://soundcloud.com/tags/gardening', 'names no account'],
    ['https://soundcloud.com/pages/contact', 'names no account'],
    ['https://soundcloud.com/settings', 'names no account'],
    ['https://on.soundcloud.com', 'names no account'],
    ['https://api.soundcloud.com/tracks/12345', 'names no account'],
    ['https://api.soundcloud.com/users/anna', 'names no account'],
    ['https://w.soundcloud.com/player/', 'names no account'],
    ['https://w.soundcloud.com/player/?url=https%3A//other.example/anna', 'names no account'],
    ['https://soundcloud.app.goo.gl/AbCd1', 'open it and copy'],
    ['https://soundcloud.com/an.na', 'not a SoundCloud name'],
    ['https://soundcloud.com/%zz', 'not a SoundCloud name'],
    [`https://soundcloud.com/${'a'.repeat(101)}`, 'not a SoundCloud name'],
  ] as const)('%s is SoundCloud and no account', ([input, why]) => {
    const reason = { reason: expect.stringContaining(why) };
    expect(soundcloud.parseProfile(input)).toEqual(reason);
    expect(soundcloud.parseHandle(input)).toEqual(reason);
    expect(soundcloud.parseResource(input)).toEqual(reason);
  });

  test.for([
    '',
    'anna',
    '@anna',
    'anna@mail.example',
    'soundcloud:tracks:1',
    'https://help.soundcloud.com/hc',
    'https://notsoundcloud.com/anna',
    'https://soundcloud.com@other.example/anna',
    'ftp://soundcloud.com/anna',
    'https://[broken/anna',
  ])('%j may be of another network', (input) => {
    expect(soundcloud.parseProfile(input)).toBeNull();
    expect(soundcloud.parseResource(input)).toBeNull();
  });

  test('a column of its own may hold bare names', () => {
    expect(soundcloud.parseHandle('Anna-Gardner')).toEqual(named('anna-gardner'));
    expect(soundcloud.parseHandle('@anna')).toEqual(named('anna'));
    expect(soundcloud.parseHandle('discover')).toHaveProperty('reason');
    expect(soundcloud.parseHandle('anna@mail.example')).toBeNull();
    expect(soundcloud.parseHandle('')).toBeNull();
  });

  test('the examples say what the parser does', () => {
    for (const { input, profile: expected } of soundcloud.examples) {
      const parsed = soundcloud.parseProfile(input);
      expect([input, parsed && 'name' in parsed ? parsed.name : null]).toEqual([input, expected]);
    }
  });

  test('links are tagged with the site', () => {
    expect(soundcloud.utmSource({ host })).toBe('soundcloud.com');
  });
});

describe('finding profiles', () => {
  test('by name, by id and by short link', async () => {
    const from = web('find');
    expect(await find(['anna-gardner', urn(50), 'on.soundcloud.com/AbCd1', 'gone', urn(99)], from)).toEqual([
      ['anna-gardner', profile(11)],
      [urn(50), profile(50)],
      ['on.soundcloud.com/AbCd1', profile(50)],
      ['gone', 'not_found'],
      [urn(99), 'not_found'],
    ]);
    expect(from.asked.filter((request) => request.includes('/oauth/token'))).toHaveLength(1);
  });

  test('answers with next to nothing in them', async () => {
    const from = web('smallest');
    expect(await find(['anna-gardner', urn(50), urn(51)], from)).toEqual([
      ['anna-gardner', profile(11)],
      [urn(50), profile(50)],
      [urn(51), 'not_found'],
    ]);
    await expect(find(['nobody'], from)).rejects.toBeInstanceOf(UnexpectedAnswer);
    const [[, facts] = []] = await all(soundcloud.readFacts([resource(urn(50), 'written')], from));
    expect(facts).toMatchObject({ name: urn(50), url: `https://${host}/users/${urn(50)}`, subscribers: null });
  });
});

describe('lists', () => {
  const second = `https://${host}/users/${urn(11)}/followings?page_size=200&cursor=1700000000000`;

  test('two pages, and the second alone', async () => {
    const pages = await listIn('two-pages');
    expect(shape(pages)).toEqual([
      [['garden-radio', 'seed-label'], second, undefined],
      [['quiet'], null, undefined],
    ]);
    expect(pages[0]?.resources[0]).toEqual({
      ...resource(urn(50), 'garden-radio'),
      title: 'Garden Radio',
      subscribers: 6000,
      countedBy: 'home',
    });
    expect(pages[1]?.resources[0]?.subscribers).toBeNull();
    expect(shape(await list(web('two-pages'), second))).toEqual([[['quiet'], null, undefined]]);
  });

  test('nobody is followed', async () => {
    expect(shape(await listIn('follows-nobody'))).toEqual([[[], null, undefined]]);
  });

  test('an empty page is not the end', async () => {
    expect(shape(await listIn('empty-page'))).toEqual([
      [[], second, undefined],
      [['garden-radio'], null, undefined],
    ]);
  });

  test('deleted accounts are passed over, and so are unnamed ones, which are told', async () => {
    expect(shape(await listIn('deleted-among-them'))).toEqual([[['garden-radio'], null, undefined]]);
    const unnamed = await listIn('unnamed-among-them');
    expect(shape(unnamed)).toEqual([[['garden-radio'], null, undefined]]);
    expect(unnamed[0]?.odd).toBeGreaterThan(0);
  });

  test.for(['next-elsewhere', 'next-insecure', 'next-other-list', 'next-repeated'])(
    '%s leaves the list cut short',
    async (scenario) => {
      expect(shape(await listIn(scenario))).toEqual([[['garden-radio'], null, true]]);
    },
  );

  test('gone', async () => {
    const failure = await listIn('gone').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unreadable);
    expect(failure).toMatchObject({ status: 'not_found' });
  });

  test.for([
    ['changed-shape', UnexpectedAnswer],
    ['next-changed', UnexpectedAnswer],
    ['forbidden', Refused],
    ['down', Unreachable],
    ['too-many-tokens', Unreachable],
  ] as const)('%s', async ([scenario, kind]) => {
    await expect(listIn(scenario)).rejects.toBeInstanceOf(kind);
  });

  test.for([
    ['client-refused', 1, 'the client id or secret in SOUNDCLOUD_CLIENT'],
    ['token-refused', 4, 'the app in SOUNDCLOUD_CLIENT'],
  ] as const)('%s ends the network for this run', async ([scenario, requests, why]) => {
    const from = web(scenario);
    const failure = await list(from).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Stopped);
    expect(String(failure)).toContain(why);
    expect(String(failure)).not.toContain('example-');
    expect(from.asked).toHaveLength(requests);
  });

  test.for(['', 'id-alone', 'id:', ':secret', 'id: secret', 'id:пароль'])(
    'a client written as %j is not sent',
    async (token) => {
      const from = fixtureWeb([], { token });
      const failure = await list(from).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Stopped);
      expect(String(failure)).toContain('SOUNDCLOUD_CLIENT should hold');
      expect(from.asked).toEqual([]);
    },
  );
});

describe('facts', () => {
  test('a number in a list settles what lies below the floor, and nothing else', () => {
    const listed = { ...resource(urn(50), 'x'), countedBy: 'home' as const };
    expect(soundcloud.decidesFloor({ ...listed, subscribers: 4999 }, 5000)).toBe(true);
    expect(soundcloud.decidesFloor({ ...listed, subscribers: 5000 }, 5000)).toBe(false);
    expect(soundcloud.decidesFloor({ ...listed, subscribers: null }, 5000)).toBe(false);
    expect(soundcloud.decidesFloor({ ...listed, subscribers: 10, countedBy: 'hand' }, 5000)).toBe(false);
  });

  test('together; whoever is left out or has no number, alone', async () => {
    const from = web('facts');
    const asked = [
      resource(urn(50), 'garden-radio'),
      resource(urn(51), 'gone'),
      resource(urn(52), 'old-name'),
      resource(urn(53), 'no-count'),
      resource(urn(54), 'left-out'),
      resource('@imported', 'imported'),
    ];
    expect(await told(asked, from)).toEqual([
      [urn(50), 'garden-radio', 6000, true],
      [urn(51), 'gone', null, false],
      [urn(52), 'renamed-since', 8, true],
      [urn(53), 'no-count', 70, true],
      [urn(54), 'left-out', 90, true],
      ['@imported', 'imported', 7, true],
    ]);
    expect(askedBy(from)).toHaveLength(5);
    const [[, facts] = []] = await all(soundcloud.readFacts(asked.slice(0, 5), web('facts')));
    expect(facts).toEqual<Facts>({
      ...factsWith(`${urn(50)} reposts tracks`),
      description: 'Talks from the beds\nhttps://garden-radio.example',
      links: [{ text: 'https://garden-radio.example', label: '', isOwn: true }],
    });
  });

  test('imported names become resources', async () => {
    const name = { ...named('imported'), id: null, url: 'https://soundcloud.com/imported' };
    const gone = { ...named('gone'), id: null, url: 'https://soundcloud.com/gone' };
    expect(await all(soundcloud.findResources([gone, name], web('facts')))).toEqual([
      [
        name,
        { ...resource(urn(55), 'imported'), title: 'imported' },
        expect.objectContaining({ subscribers: 7, ref: urn(55) }),
      ],
    ]);
  });
});

describe('posts', () => {
  test('two other accounts among the reposts are enough', async () => {
    const from = web('posts-reposts');
    expect(await postsIn(from, `${urn(50)} reposts tracks`)).toEqual([
      ['clara/compost', '2026-01-06T08:30:00.000Z', 'repost', urn(62)],
      ['boris/beans', '2026-01-05T08:00:00.000Z', 'repost', urn(61)],
      ['garden-radio/own-again', '2025-12-01T08:00:00.000Z', 'own', urn(50)],
    ]);
    expect(askedBy(from)).toHaveLength(1);
    const posts = await all(
      soundcloud.readPosts(resource(urn(50), 'x'), factsWith(`${urn(50)} reposts`), web('posts-reposts')),
    );
    expect(posts[1]?.text).toBe('beans\nInterview with Clara');
  });

  test('fewer leave it to the uploads too, each post once, newest first', async () => {
    const from = web('posts-few-reposts');
    const posts = await postsIn(from, `${urn(50)} reposts tracks`);
    expect(posts).toEqual([
      ['garden-radio/episode-2', '2026-01-07T08:00:00.000Z', 'own', urn(50)],
      ['boris/beans', '2026-01-05T08:00:00.000Z', 'repost', urn(61)],
      ['garden-radio/episode-1', '2026-01-04T08:00:00.000Z', 'own', urn(50)],
      ['garden-radio/undated', null, 'own', urn(50)],
    ]);
    expect(askedBy(from)).toHaveLength(2);
    // Facts that tell nothing of the lists leave both open.
    expect(await postsIn(web('posts-few-reposts'), '')).toEqual(posts);
  });

  test('an account without reposts is asked for its uploads alone, one without both for nothing', async () => {
    const from = web('posts-uploads');
    expect(await postsIn(from, `${urn(50)} tracks`)).toEqual([
      ['garden-radio/episode-2', '2026-01-07T08:00:00.000Z', 'own', urn(50)],
      ['garden-radio/episode-1', '2026-01-04T08:00:00.000Z', 'own', urn(50)],
    ]);
    expect(askedBy(from)).toHaveLength(1);
    expect(await postsIn(fixtureWeb([]), urn(50))).toEqual([]);
  });

  test('an upload that credits somebody else is theirs', async () => {
    expect(await postsIn(web('posts-credited'), `${urn(50)} tracks`)).toEqual([
      ['garden-radio/one', '2026-01-07T08:00:00.000Z', 'repost', 'artist:borisb'],
      ['garden-radio/two', '2026-01-06T08:00:00.000Z', 'own', urn(50)],
      ['garden-radio/three', '2026-01-05T08:00:00.000Z', 'own', urn(50)],
      ['garden-radio/four', '2026-01-04T08:00:00.000Z', 'repost', 'artist:клара'],
    ]);
  });

  test('tracks without an address or an uploader are no evidence', async () => {
    expect(await postsIn(web('posts-incomplete'), `${urn(50)} reposts tracks`)).toEqual([
      ['boris/dated', null, 'repost', urn(61)],
    ]);
  });

  test('gone, changed, and never identified', async () => {
    await expect(postsIn(web('posts-gone'), `${urn(50)} reposts`)).rejects.toBeInstanceOf(Unreadable);
    await expect(postsIn(web('posts-changed'), `${urn(50)} reposts`)).rejects.toBeInstanceOf(UnexpectedAnswer);
    const unknown = resource('@imported', 'imported');
    await expect(all(soundcloud.readPosts(unknown, factsWith(''), fixtureWeb([])))).rejects.toBeInstanceOf(Unreadable);
  });
});

describe('through the real client, against a double of the API', () => {
  test('sixty people with 250 follows each cost the least possible', async () => {
    const graph = crowdGraph({ people: 60, follows: 250, media: 2000 });
    await served(graph, {}, async (from, asked) => {
      const followers = new Map<string, number>();
      const seen = new Map<string, FollowsPage['resources'][number]>();
      for (const { name } of graph.people) {
        const [[, found] = []] = await all(soundcloud.findProfiles([named(name)], from));
        if (!found || !('profile' in found)) throw new Error(`${name} was not found`);
        for (const { resources } of await all(soundcloud.listFollows(found.profile, from, null))) {
          for (const each of resources) {
            followers.set(each.id, (followers.get(each.id) ?? 0) + 1);
            seen.set(each.id, each);
          }
        }
      }
      const shared = [...seen.values()].filter(
        (each) => (followers.get(each.id) ?? 0) >= 2 && !soundcloud.decidesFloor(each, 5000),
      );
      const kinds = new Map<string, Set<string>>();
      for (const batch of inBatches(shared, soundcloud.batch.facts)) {
        for (const [each, facts] of await all(soundcloud.readFacts(batch, from))) {
          const posts = await all(soundcloud.readPosts(each, facts, from));
          kinds.set(each.name, new Set(posts.map(({ kind }) => kind)));
        }
      }

      const follows = graph.people.flatMap((person) => person.follows);
      expect([...followers.values()].reduce((sum, each) => sum + each, 0)).toBe(follows.length);
      const expected = graph.media.filter(
        ({ name, subscribers }) => follows.indexOf(name) !== follows.lastIndexOf(name) && (subscribers ?? 0) >= 5000,
      );
      expect(kinds.size).toBe(expected.length);
      for (const { name, outside } of expected) {
        expect([name, ...(kinds.get(name) ?? [])]).toEqual([name, outside > 0 ? 'repost' : 'own']);
      }
      // A token, two requests a name (the API redirects), the lists, the facts, and one list of posts each.
      const least = 1 + 2 * 60 + 60 * Math.ceil(250 / 200) + Math.ceil(shared.length / 50) + shared.length;
      expect(shared.length).toBeGreaterThan(100);
      expect(asked.length / least).toBeLessThanOrEqual(1.05);
    });
  });

  const few: Graph = {
    people: [
      { name: 'anna', follows: ['letter'], state: 'open' },
      { name: 'boris', follows: [], state: 'open' },
      { name: 'clara', follows: [], state: 'gone' },
    ],
    media: [{ name: 'letter', title: 'Letter', subscribers: null, outside: 1, own: 1 }],
  };

  test('short links, missing accounts and missing numbers', async () => {
    const shortLinks = { AbCd1: 'https://soundcloud.com/anna' };
    await served(few, { shortLinks }, async (from) => {
      expect(await find(['on.soundcloud.com/AbCd1', 'on.soundcloud.com/gone', 'clara', urn(1001)], from)).toEqual([
        ['on.soundcloud.com/AbCd1', { network, id: urn(1000), ref: urn(1000), host }],
        ['on.soundcloud.com/gone', 'not_found'],
        ['clara', 'not_found'],
        [urn(1001), { network, id: urn(1001), ref: urn(1001), host }],
      ]);
      expect(await told([resource(urn(500_000), 'letter'), resource(urn(1), 'gone')], from)).toEqual([
        [urn(500_000), 'letter', null, true],
        [urn(1), 'gone', null, false],
      ]);
    });
  });

  test('a token that expires on the way is replaced, once for all who need it', async () => {
    await served(few, { tokenServes: 3 }, async (from, asked) => {
      const found = await Promise.all([1000, 1001, 500_000, 1000, 1001].map((number) => find([urn(number)], from)));
      expect(found.flat().map(([name]) => name)).toEqual([1000, 1001, 500_000, 1000, 1001].map(urn));
      expect(asked.filter(({ path }) => path === '/oauth/token')).toHaveLength(2);
    });
  });

  test('an app with no tokens left is not reached', async () => {
    await served(few, { tokens: 0 }, async (from, asked) => {
      await expect(find([urn(1000)], from)).rejects.toBeInstanceOf(Unreachable);
      expect(new Set(asked.map((each) => each.host))).toEqual(new Set(['secure.soundcloud.com']));
    });
  });

  test('a refused secret ends the network and stands in no message and no address', async () => {
    await served(
      few,
      {},
      async (from, asked) => {
        const failure = await find([urn(1000)], from).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(Stopped);
        expect(`${String(failure)} ${JSON.stringify(asked)}`).not.toMatch(/another-secret|YW5vdGhlci/);
        await expect(find([urn(1001)], from)).rejects.toBe(failure);
        expect(asked).toHaveLength(1);
      },
      'another-id:another-secret',
    );
  });
});
