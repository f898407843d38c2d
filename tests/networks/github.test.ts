import { describe, expect, test } from 'vitest';
import { Refused, Stopped, UnexpectedAnswer, Unreachable, Unreadable } from '../../src/errors.ts';
import { github } from '../../src/networks/github.ts';
import type { ProfileName } from '../../src/types/input.ts';
import type { Facts, FollowsPage, ProfileLookup, Profile, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { createWebClient } from '../../src/web/client.ts';
import { type GitHubOptions, githubDouble } from '../doubles/github.ts';
import { type Graph, crowdGraph } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { exchangesOf, fixtureWeb } from './fixture-web.ts';
import { all } from '../helpers/all.ts';
import { hurriedClock } from '../helpers/clock.ts';

const network = 'github';
const host = 'api.github.com';
const named = (name: string): ProfileName => ({ network, name, host });
const anna: Profile = { network, id: '11', ref: 'anna-gardner', host };
const resource = (id: string, name: string): Resource => {
  const url = `https://github.com/${name}`;
  return { network, id, name, title: null, url, host };
};

const web = (scenario: string, token?: string) =>
  fixtureWeb(exchangesOf(network, scenario), token === undefined ? {} : { token });

const list = (from: Web, cursor: string | null = null) => all(github.listFollows(anna, from, cursor));
const listIn = (scenario: string) => list(web(scenario));

const find = async (names: string[], from: Web) => {
  const found = await all(github.findProfiles(names.map(named), from));
  return found.map(([{ name }, answer]) => [name, 'profile' in answer ? answer.profile : answer.status]);
};

const shape = (pages: FollowsPage[]) =>
  pages.map(({ resources, next, cutShort }) => [resources.map(({ name }) => name), next, cutShort]);
const told = async (resources: Resource[], from: Web) => {
  const facts = await all(github.readFacts(resources, from));
  return facts.map(([{ id }, { name, subscribers, exists }]) => [id, name, subscribers, exists]);
};

const profilesIn = (found: [ProfileName, ProfileLookup][]) =>
  found.flatMap(([, answer]) => ('profile' in answer ? [answer.profile] : []));

const inBatches = <Item>(items: Item[], size: number): Item[][] =>
  items.length === 0 ? [] : [items.slice(0, size), ...inBatches(items.slice(size), size)];

async function served<Value>(
  graph: Graph,
  options: GitHubOptions,
  job: (from: Web, clock: { waited: () => number }, asked: () => string[]) => Promise<Value>,
  given: string | undefined = options.token,
): Promise<Value> {
  const server = await serve([githubDouble(graph, options)]);
  const start = Date.now();
  const clock = hurriedClock(start);
  const client = createWebClient({
    clock,
    connectTo: new Map(Object.entries(server.connectTo)),
    userAgent: 'a test',
    tokens: new Map(given === undefined ? [] : [[network, given]]),
  });
  try {
    return await job(client.for(github), { waited: () => clock.now() - start }, () =>
      server.asked.map(({ method, path }) => `${method} ${path}`),
    );
  } finally {
    await client.close();
    await server.close();
  }
}

describe('names', () => {
  test.for([
    ['https://github.com/anna-gardner', 'anna-gardner'],
    ['HTTPS://GITHUB.COM/Anna-Gardner/', 'anna-gardner'],
    ['github.com/anna', 'anna'],
    ['//www.github.com/anna?tab=stars#x', 'anna'],
    ['https://github.com./anna', 'anna'],
    ['https://github.com/@anna', 'anna'],
    ['https://github.com/%61nna', 'anna'],
    ['\u200Ehttps://github.com/anna\u00A0', 'anna'],
    ['https://github.com/anna.png', 'anna'],
    ['https://github.com/anna.keys', 'anna'],
    ['https://github.com/anna_corp', 'anna_corp'],
    ['https://github.com/garden-letter/seeds', 'garden-letter'],
    ['https://github.com/garden-letter/seeds.git', 'garden-letter'],
    ['https://github.com/garden-letter/seeds/issues/12', 'garden-letter'],
    ['git://github.com/garden-letter/seeds.git', 'garden-letter'],
    ['git@github.com:garden-letter/seeds.git', 'garden-letter'],
    ['ssh://git@github.com/garden-letter/seeds.git', 'garden-letter'],
    ['https://github.com/orgs/garden-letter', 'garden-letter'],
    ['https://github.com/orgs/garden-letter/followers', 'garden-letter'],
    ['https://github.com/users/anna/projects/1', 'anna'],
    ['https://github.com/stars/anna/lists/beans', 'anna'],
    ['https://gist.github.com/anna', 'anna'],
    ['https://gist.github.com/anna/0123456789abcdef0123456789abcdef', 'anna'],
    ['https://raw.githubusercontent.com/anna/seeds/main/README.md', 'anna'],
    ['https://api.github.com/users/anna', 'anna'],
    ['https://api.github.com/orgs/garden-letter', 'garden-letter'],
    ['https://api.github.com/repos/garden-letter/seeds', 'garden-letter'],
  ] as const)('%s', ([input, name]) => {
    expect(github.parseProfile(input)).toEqual(named(name));
    expect(github.parseHandle(input)).toEqual(named(name));
    expect(github.parseResource(input)).toEqual({ ...named(name), id: null, url: `https://github.com/${name}` });
  });

  test.for([
    ['https://github.com', 'names no account'],
    ['https://github.com/', 'names no account'],
    ['https://github.com/features/actions', 'names no account'],
    ['https://github.com/Topics/gardening', 'names no account'],
    ['https://github.com/explore', 'names no account'],
    ['https://github.com/settings/profile', 'names no account'],
    ['https://github.com/marketplace/beans', 'names no account'],
    ['https://github.com/sponsors/anna', 'names no account'],
    ['https://github.com/apps/beans', 'names no account'],
    ['https://github.com/search?q=anna', 'names no account'],
    ['https://github.com/orgs', 'names no account'],
    ['https://github.com/login?return_to=%2Fanna', 'names no account'],
    ['https://gist.github.com', 'names no account'],
    ['https://gist.github.com/discover', 'names no account'],
    ['https://gist.github.com/0123456789abcdef0123456789abcdef', 'names no account'],
    ['https://api.github.com/graphql', 'names no account'],
    ['https://github.com/an.na', 'not a GitHub name'],
    ['https://github.com/-anna', 'not a GitHub name'],
    ['https://github.com/%D0%B0%D0%BD%D0%BD%D0%B0', 'not a GitHub name'],
    [`https://github.com/${'a'.repeat(40)}`, 'not a GitHub name'],
    ['https://github.com/%zz', 'not a GitHub name'],
  ] as const)('%s is GitHub and no account', ([input, why]) => {
    const reason = { reason: expect.stringContaining(why) };
    expect(github.parseProfile(input)).toEqual(reason);
    expect(github.parseHandle(input)).toEqual(reason);
    expect(github.parseResource(input)).toEqual(reason);
  });

  test.for([
    '',
    'anna',
    '@anna',
    'anna@mail.example',
    'https://anna.github.io',
    'https://docs.github.com/en/rest',
    'https://notgithub.com/anna',
    'https://github.com@other.example/anna',
    'https://github.com.other.example/anna',
    'ftp://github.com/anna',
    'https://[broken/anna',
  ])('%j may be of another network', (input) => {
    expect(github.parseProfile(input)).toBeNull();
    expect(github.parseResource(input)).toBeNull();
  });

  test('a column of its own may hold bare names', () => {
    expect(github.parseHandle('Anna-Gardner')).toEqual(named('anna-gardner'));
    expect(github.parseHandle('@anna')).toEqual(named('anna'));
    expect(github.parseHandle('settings')).toHaveProperty('reason');
    expect(github.parseHandle('anna@mail.example')).toBeNull();
    expect(github.parseHandle('')).toBeNull();
  });

  test('the examples say what the parser does', () => {
    for (const { input, profile } of github.examples) {
      const parsed = github.parseProfile(input);
      expect([input, parsed && 'name' in parsed ? parsed.name : null]).toEqual([input, profile]);
    }
  });

  test('links are tagged with the site', () => {
    expect(github.utmSource({ host })).toBe('github.com');
  });
});

describe('finding profiles', () => {
  test('without a token each is asked for by name', async () => {
    const from = web('find');
    expect(await find(['anna-gardner', 'gone', 'garden-letter'], from)).toEqual([
      ['anna-gardner', anna],
      ['gone', 'not_found'],
      ['garden-letter', { network, id: '50', ref: 'garden-letter', host }],
    ]);
    expect(from.asked).toHaveLength(3);
  });

  test('with a token they are asked for together, and alone only whom that leaves open', async () => {
    const from = web('find-together', 'secret');
    expect(await find(['anna-gardner', 'gone', 'garden-letter', 'renamed'], from)).toEqual([
      ['anna-gardner', anna],
      ['gone', 'not_found'],
      ['garden-letter', { network, id: '50', ref: 'garden-letter', host }],
      ['renamed', { network, id: '12', ref: 'new-name', host }],
    ]);
    expect(from.asked).toHaveLength(3);
  });

  test('one alone is not worth a query', async () => {
    const from = web('find', 'secret');
    expect(await find(['anna-gardner'], from)).toEqual([['anna-gardner', anna]]);
    expect(from.asked).toEqual([`GET https://${host}/users/anna-gardner`]);
  });
});

describe('lists', () => {
  const second = `https://${host}/user/11/following?per_page=100&page=2`;

  test('two pages, and the second alone', async () => {
    const pages = await listIn('two-pages');
    expect(shape(pages)).toEqual([
      [['garden-letter', 'seed-news'], second, undefined],
      [['compost_corp'], null, undefined],
    ]);
    expect(pages[0]?.resources[0]).toEqual({
      ...resource('50', 'garden-letter'),
      subscribers: null,
      countedBy: 'elsewhere',
    });
    expect(shape(await list(web('two-pages'), second))).toEqual([[['compost_corp'], null, undefined]]);
  });

  test('nobody is followed', async () => {
    expect(shape(await listIn('follows-nobody'))).toEqual([[[], null, undefined]]);
  });

  test.for(['gone', 'gone-between'])('%s', async (scenario) => {
    const failure = await listIn(scenario).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unreadable);
    expect(failure).toMatchObject({ status: 'not_found' });
  });

  test.for(['next-elsewhere', 'next-insecure', 'next-other-list', 'next-repeated'])(
    '%s leaves the list cut short',
    async (scenario) => {
      expect(shape(await listIn(scenario))).toEqual([[['garden-letter'], null, true]]);
    },
  );

  test.for([
    ['changed-shape', UnexpectedAnswer],
    ['limit-used-up', Unreachable],
    ['forbidden', Refused],
    ['down', Unreachable],
  ] as const)('%s', async ([scenario, kind]) => {
    await expect(listIn(scenario)).rejects.toBeInstanceOf(kind);
  });

  test('one account without an id does not cost the others', async () => {
    expect(shape(await listIn('item-without-id'))).toHaveLength(1);
  });

  test('the hourly limit tells what helps', async () => {
    await expect(listIn('limit-used-up')).rejects.toThrow('(GITHUB_TOKEN raises it): run again later');
    await expect(list(web('limit-used-up', 'secret'))).rejects.toThrow(
      "GitHub's hourly limit is used up: run again later",
    );
  });

  test.for([
    ['too-fast', 'secondary rate limit'],
    ['token-refused', 'refuses the token in GITHUB_TOKEN'],
  ] as const)('%s ends the network for this run', async ([scenario, why]) => {
    const from = web(scenario, 'secret');
    const failure = await list(from).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Stopped);
    expect(String(failure)).toContain(why);
    expect(String(failure)).not.toContain('secret');
    await expect(list(from)).rejects.toBe(failure);
    expect(from.asked).toHaveLength(1);
  });

  test('a 401 without a token is not blamed on one', async () => {
    await expect(listIn('token-refused')).rejects.toBeInstanceOf(Refused);
  });

  test('a number in a list never settles a resource', () => {
    expect(github.decidesFloor({ ...resource('50', 'x'), subscribers: 9000, countedBy: 'home' }, 5000)).toBe(false);
  });
});

describe('facts', () => {
  test('without a token each is asked for by number, an imported one by name', async () => {
    const asked = [resource('50', 'garden-letter'), resource('51', 'gone'), resource('52', 'old-name')];
    expect(await told([...asked, resource('@imported', 'imported')], web('facts'))).toEqual([
      ['50', 'garden-letter', 5000, true],
      ['51', 'gone', null, false],
      ['52', 'renamed-since', null, true],
      ['@imported', 'imported', 7, true],
    ]);
    const [[, facts] = []] = await all(github.readFacts(asked.slice(0, 1), web('facts')));
    expect(facts).toEqual<Facts>({
      name: 'garden-letter',
      title: 'Garden Letter',
      url: 'https://github.com/garden-letter',
      subscribers: 5000,
      description: 'News from the beds\nhttps://garden-letter.example',
      group: false,
      exists: true,
      ref: '50',
      host,
      links: [
        { text: 'https://garden-letter.example', label: '', isOwn: true },
        { text: '@GardenLetter', label: 'X', isOwn: true },
      ],
      wishes: [],
    });
  });

  test('with a token together; organisations, renamed ones and unknown counts alone', async () => {
    const from = web('facts-together', 'secret');
    const asked = [
      resource('50', 'garden-letter'),
      resource('11', 'anna'),
      resource('12', 'taken-over'),
      resource('13', 'gone'),
      resource('14', 'no-count'),
      resource('@imported', 'imported'),
    ];
    expect(await told(asked, from)).toEqual([
      ['50', 'garden-letter', 6000, true],
      ['11', 'anna', 5001, true],
      ['12', 'new-name', 40, true],
      ['13', 'gone', null, false],
      ['14', 'no-count', 8, true],
      ['@imported', 'imported', 7, true],
    ]);
    expect(from.asked).toHaveLength(5);
    const together = await all(github.readFacts(asked, web('facts-together', 'secret')));
    expect(together[1]?.[1].description).toBe('Grows beans\nhttps://anna.example');
  });

  test('imported names become resources', async () => {
    const name = { ...named('imported'), id: null, url: 'https://github.com/imported' };
    const [found] = await all(github.findResources([name], web('facts')));
    expect(found).toEqual([name, resource('53', 'imported'), expect.objectContaining({ subscribers: 7, ref: '53' })]);
    const gone = { ...named('gone'), id: null, url: 'https://github.com/gone' };
    expect(await all(github.findResources([gone], web('find')))).toEqual([]);
  });

  test('a limit told inside an answer is no answer', async () => {
    const asked = [resource('11', 'anna'), resource('12', 'boris')];
    await expect(told(asked, web('limit-in-answer', 'secret'))).rejects.toBeInstanceOf(Unreachable);
  });

  test('fields may vanish or change, but for the number and the name', async () => {
    const from = web('smallest');
    expect(await find(['anna-gardner'], from)).toEqual([['anna-gardner', anna]]);
    expect(await list(from)).toHaveLength(1);
    expect(await told([resource('50', 'garden-letter')], from)).toEqual([['50', 'garden-letter', null, true]]);
  });

  test('there are no posts, and nothing is asked for them', async () => {
    const from = fixtureWeb([]);
    const facts = { ...(await all(github.readFacts([resource('50', 'garden-letter')], web('facts'))))[0]?.[1] };
    expect(await all(github.readPosts(resource('50', 'garden-letter'), facts as Facts, from))).toEqual([]);
    expect(from.asked).toEqual([]);
  });
});

describe('through the real client, against a double of the API', () => {
  const token = 'example-token';

  test('sixty people with 250 follows each cost the least possible', async () => {
    const graph = crowdGraph({ people: 60, follows: 250, media: 2000 });
    await served(graph, { token }, async (from, clock, asked) => {
      const names = graph.people.map(({ name }) => named(name));
      const profiles = profilesIn(await all(github.findProfiles(names, from)));
      const followers = new Map<string, number>();
      const seen = new Map<string, Resource>();
      for (const profile of profiles) {
        for (const { resources } of await all(github.listFollows(profile, from, null))) {
          for (const each of resources) {
            followers.set(each.id, (followers.get(each.id) ?? 0) + 1);
            seen.set(each.id, each);
          }
        }
      }
      const shared = [...seen.values()].filter(({ id }) => (followers.get(id) ?? 0) >= 2);
      const facts = new Map<string, number | null>();
      for (const batch of inBatches(shared, github.batch.facts)) {
        for await (const [, { name, subscribers }] of github.readFacts(batch, from)) facts.set(name, subscribers);
      }

      const expected = new Map(graph.media.map(({ name, subscribers }) => [name, subscribers]));
      const follows = graph.people.flatMap((person) => person.follows);
      expect([...followers.values()].reduce((sum, each) => sum + each, 0)).toBe(follows.length);
      expect(facts.size).toBe(
        new Set(follows.filter((name) => follows.indexOf(name) !== follows.lastIndexOf(name))).size,
      );
      for (const [name, subscribers] of facts) expect([name, subscribers]).toEqual([name, expected.get(name)]);
      const least = Math.ceil(60 / 100) + 60 * Math.ceil(250 / 100) + Math.ceil(facts.size / 100);
      expect(asked().length / least).toBeLessThanOrEqual(1.05);
      expect(clock.waited()).toBe(0);
    });
  });

  const few: Graph = {
    people: [
      { name: 'anna', follows: ['letter', 'seeds'], state: 'open' },
      { name: 'boris', follows: ['letter'], state: 'open' },
      { name: 'clara', follows: [], state: 'gone' },
    ],
    media: [
      { name: 'letter', title: 'Letter', subscribers: 7000, outside: 0, own: 0 },
      { name: 'seeds', title: 'Seeds', subscribers: 40, outside: 0, own: 0 },
    ],
  };

  test('names that moved are followed, with and without a token', async () => {
    for (const options of [{ token }, {}]) {
      await served(few, { ...options, renamed: { 'old-anna': 'anna' } }, async (from) => {
        const found = await all(github.findProfiles(['old-anna', 'clara', 'boris'].map(named), from));
        expect(
          found.map(([{ name }, answer]) => [name, 'profile' in answer ? answer.profile.ref : answer.status]),
        ).toEqual([
          ['old-anna', 'anna'],
          ['clara', 'not_found'],
          ['boris', 'boris'],
        ]);
      });
    }
  });

  test('organisations are counted too', async () => {
    await served(few, { token, organisations: ['letter'] }, async (from) => {
      const facts = await all(github.readFacts([resource('500000', 'letter'), resource('500001', 'seeds')], from));
      expect(facts.map(([, { name, subscribers }]) => [name, subscribers])).toEqual([
        ['letter', 7000],
        ['seeds', 40],
      ]);
    });
  });

  test('once the allowance is used up nothing more is asked, and it says so', async () => {
    await served(few, { allowance: { core: 1, graphql: 0 } }, async (from, _, asked) => {
      expect(await all(github.findProfiles([named('anna')], from))).toHaveLength(1);
      await expect(all(github.findProfiles([named('boris')], from))).rejects.toThrow('run again after');
      expect(asked()).toEqual(['GET /users/anna']);
    });
  });

  test('a limit found out by being refused ends in "run again"', async () => {
    await served(few, { allowance: { core: 0, graphql: 0 } }, async (from) => {
      await expect(all(github.findProfiles([named('anna')], from))).rejects.toThrow('run again after');
    });
    await served(few, { token, allowance: { core: 5000, graphql: 0 } }, async (from, _, asked) => {
      await expect(all(github.findProfiles([named('anna'), named('boris')], from))).rejects.toThrow('run again after');
      expect(asked()).toEqual(['POST /graphql']);
    });
  });

  test('a refused token ends the network and stands in no message', async () => {
    await served(
      few,
      { token },
      async (from, _, asked) => {
        const failure = await all(github.findProfiles([named('anna'), named('boris')], from)).catch(
          (error: unknown) => error,
        );
        expect(failure).toBeInstanceOf(Stopped);
        expect(String(failure)).not.toContain('another-token');
        await expect(all(github.findProfiles([named('boris')], from))).rejects.toBe(failure);
        expect(asked()).toHaveLength(1);
      },
      'another-token',
    );
  });
});
