import { describe, expect, onTestFinished, test } from 'vitest';
import { Refused, Stopped, UnexpectedAnswer, Unreachable } from '../../src/errors.ts';
import { x } from '../../src/networks/x/index.ts';
import { createBudget } from '../../src/web/budget.ts';
import { openStore } from '../../src/state/store.ts';
import type { ProfileName, ResourceName } from '../../src/types/input.ts';
import type { Facts, FollowsPage, Listed, Profile, Resource } from '../../src/types/resource.ts';
import type { Store } from '../../src/types/store.ts';
import type { Web } from '../../src/types/web.ts';
import { createWebClient } from '../../src/web/client.ts';
import { type Graph, crowdGraph } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { type XOptions, xDouble } from '../doubles/x.ts';
import { type Exchange, exchangesOf, fixtureWeb } from './fixture-web.ts';
import { all } from '../helpers/all.ts';
import { hurriedClock } from '../helpers/clock.ts';

const network = 'x';
const host = 'api.x.com';
const id = (number: number): string => String(1_700_000_000_000_000_000n + BigInt(number));
const postId = (number: number): string => String(1_800_000_000_000_000_000n + BigInt(number));
const named = (name: string): ProfileName => ({ network, name, host });
const profile = (number: number, follows: number | '?'): Profile => ({
  network,
  id: id(number),
  ref: `${id(number)} ${follows}`,
  host,
  follows: follows === '?' ? undefined : follows,
});
const resource = (key: string, name = 'gardenjournal'): Resource => ({
  network,
  id: key,
  name,
  title: 'As listed',
  url: `https://twitter.com/${name}`,
  host,
});
const factsOf = (ref: string, over: Partial<Facts> = {}): Facts => ({
  name: 'gardenjournal',
  title: null,
  url: '',
  subscribers: 90_210,
  description: null,
  group: false,
  exists: true,
  ref,
  host,
  wishes: [],
  ...over,
});

/** A web of recorded answers that also remembers what which request cost. */
function web(scenario: string | Exchange[]): Web & { asked: string[]; ledger: (number | string)[] } {
  const exchanges = typeof scenario === 'string' ? exchangesOf(network, scenario) : scenario;
  const from = fixtureWeb(exchanges, { token: 'secret' });
  const ledger: (number | string)[] = [];
  return {
    ...from,
    ledger,
    json(url, shape, request) {
      ledger.push(request?.cost ?? 0, new URL(url).pathname);
      expect(request?.headers).toEqual({ authorization: 'Bearer secret' });
      return from.json(url, shape, request);
    },
  };
}

const find = async (names: string[], from: Web) => {
  const found = await all(x.findProfiles(names.map(named), from));
  return Object.fromEntries(found.map(([{ name }, answer]) => [name, answer]));
};

const list = async (scenario: string, follows: number | '?', cursor: string | null = null) => {
  const from = web(scenario);
  return { read: await all(x.listFollows(profile(1, follows), from, cursor)), ...from };
};

const shape = (pages: FollowsPage[]) =>
  pages.map(({ resources, ...rest }) => [resources.map(({ name }) => name), rest] as const);

const maxima = (asked: string[]): (string | null)[] =>
  asked.map((line) => new URL(line.replace('GET ', '')).searchParams.get('max_results'));

function resourceIn(input: string): ResourceName {
  const name = x.parseResource(input);
  if (!name || 'reason' in name) throw new Error(`${input} names no resource`);
  return name;
}

describe('profile forms', () => {
  const numeric = '1700000000000000001';
  test.for([
    ['https://x.com/AnnaGardner', 'annagardner', 'https://x.com/AnnaGardner'],
    ['https://twitter.com/AnnaGardner', 'annagardner', 'https://twitter.com/AnnaGardner'],
    ['http://www.twitter.com/AnnaGardner/', 'annagardner', 'https://www.twitter.com/AnnaGardner'],
    ['https://mobile.twitter.com/AnnaGardner', 'annagardner', 'https://mobile.twitter.com/AnnaGardner'],
    ['https://mobile.x.com/AnnaGardner', 'annagardner', 'https://mobile.x.com/AnnaGardner'],
    ['https://m.twitter.com/annagardner', 'annagardner', 'https://m.twitter.com/annagardner'],
    ['HTTPS://X.COM/ANNAGARDNER', 'annagardner', 'https://x.com/ANNAGARDNER'],
    ['x.com/anna_g', 'anna_g', 'https://x.com/anna_g'],
    ['//x.com//anna_g//', 'anna_g', 'https://x.com/anna_g'],
    ['www.x.com./anna_g', 'anna_g', 'https://www.x.com/anna_g'],
    ['https://x.com/@anna_g', 'anna_g', 'https://x.com/anna_g'],
    ['https://x.com/%E2%80%AAanna_g%E2%80%AC', 'anna_g', 'https://x.com/anna_g'],
    ['\u202Ahttps://x.com/anna_g\u202C', 'anna_g', 'https://x.com/anna_g'],
    ['https://x.com/anna_g?s=21&t=AbC', 'anna_g', 'https://x.com/anna_g'],
    ['https://twitter.com/anna_g?ref_src=twsrc%5Etfw', 'anna_g', 'https://twitter.com/anna_g'],
    ['https://x.com/anna_g#about', 'anna_g', 'https://x.com/anna_g'],
    ['https://x.com/anna_g/with_replies', 'anna_g', 'https://x.com/anna_g'],
    ['https://x.com/anna_g/media', 'anna_g', 'https://x.com/anna_g'],
    ['https://x.com/anna_g/following', 'anna_g', 'https://x.com/anna_g'],
    ['https://x.com/anna_g/lists', 'anna_g', 'https://x.com/anna_g'],
    ['https://x.com/anna_g/status/1800000000000000001', 'anna_g', 'https://x.com/anna_g'],
    ['https://twitter.com/anna_g/statuses/1?lang=uk', 'anna_g', 'https://twitter.com/anna_g'],
    ['https://x.com/anna_g/status/1/photo/1', 'anna_g', 'https://x.com/anna_g'],
    ['https://twitter.com/#!/anna_g', 'anna_g', 'https://twitter.com/anna_g'],
    ['http://twitter.com/#!/anna_g/status/1?x=1', 'anna_g', 'https://twitter.com/anna_g'],
    ['https://x.com/12345', '12345', 'https://x.com/12345'],
    ['https://x.com/intent/user?screen_name=Anna_G', 'anna_g', 'https://x.com/Anna_G'],
    ['https://twitter.com/intent/follow?screen_name=%40Anna_G&tw_p=x', 'anna_g', 'https://x.com/Anna_G'],
    [`https://x.com/i/user/${numeric}`, numeric, `https://x.com/i/user/${numeric}`],
    ['https://X.com/I/User/12', 'id:12', 'https://x.com/i/user/12'],
    [`https://twitter.com/intent/user?user_id=${numeric}`, numeric, `https://x.com/i/user/${numeric}`],
    ['https://x.com/intent/follow?user_id=12&screen_name=anna', 'id:12', 'https://x.com/i/user/12'],
  ] as const)('%s', ([input, name, url]) => {
    expect(x.parseProfile(input)).toEqual(named(name));
    expect(x.parseHandle(input)).toEqual(named(name));
    expect(x.parseResource(input)).toEqual({
      ...named(name),
      id: /^(?:id:)?(\d{16,}|12)$/.exec(name)?.[1] ?? null,
      url,
    });
  });

  test.for([
    ['https://x.com', 'names no profile'],
    ['https://x.com/home', 'names no profile'],
    ['https://x.com/Explore', 'names no profile'],
    ['https://x.com/search?q=anna_g', 'names no profile'],
    ['https://x.com/hashtag/gardens', 'names no profile'],
    ['https://twitter.com/share?url=https://garden.example', 'names no profile'],
    ['https://x.com/settings/account', 'names no profile'],
    ['https://x.com/messages', 'names no profile'],
    ['https://x.com/notifications', 'names no profile'],
    ['https://x.com/i/events/12', 'names no profile'],
    ['https://x.com/i/user/anna', 'names no profile'],
    ['https://x.com/i/user/12345678901234567890', 'names no profile'],
    ['https://x.com/intent/tweet?text=anna_g', 'names no profile'],
    ['https://x.com/intent/user', 'names no profile'],
    ['https://x.com/intent/post?screen_name=anna_g', 'names no profile'],
    ['https://x.com/i/web/status/1800000000000000001', 'who wrote it'],
    ['https://x.com/i/status/1800000000000000001', 'who wrote it'],
    ['https://x.com/i/lists/12', 'a list'],
    ['https://x.com/anna_g/lists/gardens', 'a list'],
    ['https://x.com/i/communities/12', 'a community'],
    ['https://t.co/AbCdEfGhIj', 'short link'],
    ['https://x.com/anna-gardner', 'at most 15'],
    ['https://x.com/anna_gardner_the_second', 'at most 15'],
    ['https://x.com/анна', 'at most 15'],
    ['https://x.com/%zz', 'at most 15'],
  ] as const)('%s is X and no profile', ([input, why]) => {
    const reason = { reason: expect.stringContaining(why) };
    expect(x.parseProfile(input)).toEqual(reason);
    expect(x.parseHandle(input)).toEqual(reason);
    expect(x.parseResource(input)).toEqual(reason);
  });

  test.for([
    '',
    '  ',
    '@',
    'anna_g',
    '@anna_g',
    'anna@garden.example',
    'https://notx.com/anna_g',
    'https://help.x.com/anna_g',
    'https://pic.twitter.com/AbCd',
    'https://x.com.example/anna_g',
    'https://x.com@garden.example/anna_g',
    'https://[broken/anna_g',
    'ftp://x.com/anna_g',
    'https://bsky.app/profile/anna.test',
  ])('%j may be of another network', (input) => {
    expect(x.parseProfile(input)).toBeNull();
    expect(x.parseResource(input)).toBeNull();
  });

  test.for([
    ['anna_g', 'anna_g'],
    ['@Anna_G', 'anna_g'],
    ['\u202A@anna_g\u202C', 'anna_g'],
    ['12345', '12345'],
    ['123456789012345', '123456789012345'],
    [numeric, numeric],
  ] as const)('in a column of its own %s is a handle', ([input, name]) => {
    expect(x.parseHandle(input)).toEqual(named(name));
  });

  test.for(['anna-gardner', '@anna_gardner_the_second', 'анна', '12345678901234567890'])(
    'in a column of its own %s is told what a handle looks like',
    (input) => {
      expect(x.parseHandle(input)).toEqual({ reason: expect.stringContaining('at most 15') });
    },
  );

  test('in a column of its own a page of X is none', () => {
    expect(x.parseHandle('@home')).toEqual({ reason: expect.stringContaining('names no profile') });
  });

  test.for(['', '@', 'anna@garden.example', '@anna@social.example', 'anna.bsky.social', 'https://t.me/anna'])(
    'in a column of its own %j is left to the other networks',
    (input) => {
      expect(x.parseHandle(input)).toBeNull();
    },
  );

  test('the examples say what the parser does', () => {
    expect(x.examples.length).toBeGreaterThanOrEqual(8);
    for (const { input, profile: expected } of x.examples) {
      const parsed = x.parseProfile(input);
      expect([input, parsed && 'name' in parsed ? parsed.name : null]).toEqual([input, expected]);
    }
  });
});

describe('what a person must know before', () => {
  test('a token, a budget and the consent of each customer are needed', () => {
    expect(x.token).toEqual({ variable: 'X_BEARER_TOKEN', where: 'https://developer.x.com', needed: true });
    expect(x.budget).toEqual({ unit: 'dollars', setting: 'xBudget', period: { days: 30 } });
    expect(x.terms.consent).toContain('consent column');
    expect(x.utmSource({ host })).toBe('twitter.com');
  });

  test('200 profiles with 300 follows each cost $602', () => {
    expect(x.cost?.(200, 300)).toBeCloseTo(602, 6);
    expect(x.cost?.(0, 250)).toBe(0);
  });
});

describe('finding profiles', () => {
  const names = ['annagardner', id(2), 'clara_g', 'gone_g', 'suspended_g', 'odd_g', id(3), 'silent_g'];

  test('names and ids are asked for apart, and each gets its part of a partial answer', async () => {
    const from = web('find');
    expect(await find([...names, 'annagardner'], from)).toEqual({
      annagardner: { profile: profile(1, 250) },
      [id(2)]: { profile: profile(2, 1003) },
      [id(3)]: { status: 'not_found', note: expect.stringContaining('suspended') },
      clara_g: { status: 'hidden', note: expect.stringContaining('followers') },
      gone_g: { status: 'not_found', note: expect.stringContaining('no such account') },
      suspended_g: { status: 'not_found', note: expect.stringContaining('suspended') },
      odd_g: { status: 'not_reached', note: expect.any(String) },
      silent_g: { status: 'not_reached', note: expect.any(String) },
    });
    expect(from.ledger).toEqual([0.02, '/2/users', 0.06, '/2/users/by']);
  });

  test('what was paid for is told before more is asked', async () => {
    const from = web('find');
    for await (const [{ name }] of x.findProfiles(names.map(named), from)) {
      expect(name).toBe(id(2));
      break;
    }
    expect(from.ledger).toEqual([0.02, '/2/users']);
  });

  test('an answer of nothing but errors is one', async () => {
    expect(await find(['gone_g'], web('find-nobody'))).toMatchObject({ gone_g: { status: 'not_found' } });
    expect(await find(['hidden_g'], web('find-nobody'))).toMatchObject({ hidden_g: { status: 'hidden' } });
  });

  test('a number of follows that is not told stays unknown', async () => {
    expect(await find(['uncounted_g'], web('find-nobody'))).toEqual({ uncounted_g: { profile: profile(9, '?') } });
  });

  test('nobody to find, nothing to ask or to pay', async () => {
    const from = web([]);
    expect(await find([], from)).toEqual({});
    expect(from.ledger).toEqual([]);
  });
});

describe('listing follows', () => {
  test('the last page asks, and pays, only for the rest', async () => {
    const { read, asked, ledger } = await list('two-pages', 1003);
    expect(shape(read)).toEqual([
      [['gardenjournal', 'seeds_daily'], { next: '1000 ONEONEONEONEONE1' }],
      [['bulbs', 'nocounts'], { next: null }],
    ]);
    expect(maxima(asked)).toEqual(['1000', '3']);
    const path = `/2/users/${id(1)}/following`;
    expect(ledger).toEqual([10, path, 0.03, path]);
  });

  test('a list of which the number is known costs what it holds', async () => {
    expect((await list('ok', 2)).ledger).toEqual([0.02, `/2/users/${id(1)}/following`]);
  });

  test('a follow carries id, name, title, address and the count of its home', async () => {
    const { read } = await list('two-pages', 1003);
    const [journal, seeds, bulbs, nameless] = read.flatMap(({ resources }) => resources);
    const whole: Listed = {
      network,
      host,
      id: id(101),
      name: 'gardenjournal',
      title: 'Garden Journal & Friends',
      url: 'https://x.com/GardenJournal',
      subscribers: 90_210,
      countedBy: 'home',
    };
    expect(journal).toEqual(whole);
    expect(nameless).toEqual({
      ...whole,
      id: id(104),
      name: 'nocounts',
      title: null,
      url: 'https://x.com/NoCounts',
      subscribers: null,
    });
    expect([journal, seeds, bulbs, nameless].map((each) => each && x.decidesFloor(each, 5000))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('a killed run goes on at its token, and with what was left', async () => {
    const { read, asked } = await list('two-pages', 1003, '1000 ONEONEONEONEONE1');
    expect(shape(read)).toEqual([[['bulbs', 'nocounts'], { next: null }]]);
    expect(maxima(asked)).toEqual(['3']);
  });

  test('nothing is asked or paid that nobody reads', async () => {
    const from = web('two-pages');
    for await (const page of x.listFollows(profile(1, 1003), from, null)) {
      expect(page.next).not.toBeNull();
      break;
    }
    expect(from.ledger).toHaveLength(2);
  });

  test('who follows nobody is not asked', async () => {
    const from = web('empty');
    const [newcomer] = await profilesIn(['newcomer_g'], from);
    expect(newcomer).toEqual(profile(10, 0));
    expect(await all(x.listFollows(profile(10, 0), from, null))).toEqual([{ resources: [], next: null }]);
    expect(from.ledger).toEqual([0.01, '/2/users/by']);
  });

  test('an empty list is read where X says so, and no number contradicts it', async () => {
    expect((await list('empty', '?')).read).toEqual([{ resources: [], next: null }]);
  });

  test('a list that has grown is read to its end', async () => {
    const { read, asked } = await list('list-grown', 2);
    expect(shape(read).at(-1)).toEqual([['bulbs'], { next: null }]);
    expect(maxima(asked)).toEqual(['2', '10']);
  });

  test('a token behind the last account is not followed for ever', async () => {
    const { read, asked } = await list('list-behind-last', 2);
    expect(shape(read)).toEqual([
      [['gardenjournal'], { next: '2 ONEONEONEONEONE1' }],
      [[], { next: null }],
    ]);
    expect(asked).toHaveLength(2);
  });

  test('where the number is unknown pages are small, and an empty one leaves the list cut short', async () => {
    const { read, asked } = await list('list-uncounted', '?');
    expect(shape(read).at(-1)).toEqual([[], { next: null, cutShort: true }]);
    expect(maxima(asked)).toEqual(['100', '100', '100']);
  });

  test('short and empty pages do not end a list, nor does an error beside its data', async () => {
    const { read } = await list('list-short-pages', 2500);
    expect(shape(read)).toEqual([
      [[], { next: '1000 ONEONEONEONEONE1' }],
      [['gardenjournal'], { next: '2000 TWOTWOTWOTWOTWO2' }],
      [['seeds_daily'], { next: null }],
    ]);
  });

  test('a list that shows nobody, though the account follows somebody, is cut short', async () => {
    expect((await list('list-silent', 250)).read).toEqual([{ resources: [], next: null, cutShort: true }]);
  });

  test('a token that came before ends the list, cut short', async () => {
    const { read, asked } = await list('cut-short', 5000);
    expect(shape(read).at(-1)).toEqual([['seeds_daily'], { next: null, cutShort: true }]);
    expect(asked).toHaveLength(2);
    const resumed = await list('cut-short', 5000, '1000 ONEONEONEONEONE1');
    expect(shape(resumed.read)).toEqual([[['seeds_daily'], { next: null, cutShort: true }]]);
  });

  test.for([
    ['hidden', 4, 'hidden'],
    ['hidden', 5, 'hidden'],
    ['not-found', 6, 'not_found'],
    ['not-found', 7, 'not_found'],
    ['not-found', 8, 'not_found'],
  ] as const)('%s, account %i: %s, without its id in the note', async ([scenario, number, status]) => {
    const from = web(scenario);
    const reading = all(x.listFollows(profile(number, 250), from, null));
    await expect(reading).rejects.toMatchObject({ name: 'Unreadable', status });
    await expect(reading).rejects.not.toThrow(id(number));
    expect(from.stop('not stopped before').message).toContain('not stopped before');
  });

  test.for([
    ['list-unavailable', 1, Unreachable],
    ['list-unavailable', 2, Unreachable],
    ['list-unavailable', 3, Refused],
    ['rate-limited', 1, Unreachable],
    ['changed-shape', 1, UnexpectedAnswer],
    ['changed-shape', 2, UnexpectedAnswer],
    ['changed-shape', 3, UnexpectedAnswer],
    ['changed-shape', 4, UnexpectedAnswer],
  ] as const)('%s, account %i says nothing about the list', async ([scenario, number, kind]) => {
    await expect(all(x.listFollows(profile(number, 250), web(scenario), null))).rejects.toThrow(kind);
  });

  test('users in another shape are no users', async () => {
    await expect(find(['annagardner'], web('changed-shape'))).rejects.toThrow(UnexpectedAnswer);
  });
});

describe('refusals that end the network for this run', () => {
  test('the token', async () => {
    const finding = find(['annagardner'], web('token-refused'));
    await expect(finding).rejects.toThrow(Stopped);
    await expect(finding).rejects.toThrow('X_BEARER_TOKEN');
    await expect(finding).rejects.not.toThrow('secret');
  });

  test('the credits', async () => {
    const from = web('credits-used-up');
    const reading = all(x.listFollows(profile(1, 250), from, null));
    await expect(reading).rejects.toThrow(Stopped);
    await expect(reading).rejects.toThrow('credits of your X account');
    await expect(all(x.listFollows(profile(2, 250), from, null))).rejects.toThrow('credits of your X account');
    expect(from.asked).toHaveLength(1);
  });

  test.for([
    [1, 'client-not-enrolled'],
    [2, 'about:blank'],
    [3, 'unknown'],
  ] as const)('the plan, as X says it in form %i', async ([number, reason]) => {
    const reading = all(x.listFollows(profile(number, 250), web('plan-too-small'), null));
    await expect(reading).rejects.toThrow(Stopped);
    await expect(reading).rejects.toThrow(`your plan at X does not include what was asked for (${reason})`);
  });

  test('without a budget nothing is asked', async () => {
    const from = fixtureWeb([], { token: 'secret', budget: 0 });
    await expect(find(['annagardner'], from)).rejects.toThrow(Stopped);
    await expect(all(x.listFollows(profile(1, 250), from, null))).rejects.toThrow(Stopped);
    await expect(all(x.findResources([resourceIn('https://x.com/GardenJournal')], from))).rejects.toThrow(Stopped);
    await expect(all(x.readFacts([resource(id(101))], from))).rejects.toThrow(Stopped);
    await expect(all(x.readPosts(resource(id(101)), factsOf(''), from))).rejects.toThrow(Stopped);
    expect(from.asked).toEqual([]);
  });
});

describe('facts', () => {
  test('every resource gets facts, the gone ones too', async () => {
    const from = web('facts');
    const asked = [101, 102, 103, 104, 199].map((number) => resource(id(number)));
    const read = await all(x.readFacts(asked, from));
    expect(read.map(([each]) => each)).toEqual(asked);
    const [journal, seeds, gone, nameless, broken] = read.map(([, facts]) => facts);
    expect(journal).toEqual({
      ...factsOf(id(101)),
      title: 'Garden Journal & Friends',
      url: 'https://x.com/GardenJournal',
      description: 'Write for us: tips & guests <3 Also https://t.me/garden_journal',
      links: [{ text: 'https://garden-journal.example/', label: '', isOwn: true }],
    });
    expect(seeds).toMatchObject({ subscribers: 4999, description: null, wishes: ['protected'], exists: true });
    expect(gone).toEqual({
      ...factsOf(id(103)),
      title: 'As listed',
      url: 'https://twitter.com/gardenjournal',
      subscribers: null,
      exists: false,
      ref: '',
    });
    expect(nameless).toMatchObject({ name: 'nocounts', title: null, subscribers: null, exists: true });
    expect(broken).toMatchObject({ subscribers: null, exists: true });
    expect(from.ledger).toEqual([0.05, '/2/users']);
  });

  test('a resource that was never identified is asked for by its name', async () => {
    const [answer] = await all(x.readFacts([resource('@gone_g', 'gone_g')], web('facts')));
    expect(answer?.[1]).toMatchObject({ name: 'gone_g', exists: false, ref: '' });
  });

  test('imported names are identified, with the facts that come along', async () => {
    const from = web('import');
    const names = ['https://twitter.com/GardenJournal', 'x.com/gone_g', `https://x.com/i/user/${id(102)}`].map(
      resourceIn,
    );
    const found = await all(x.findResources(names, from));
    expect(
      found.map(([name, { id: key, name: handle }, facts]) => [name.name, key, handle, facts.subscribers]),
    ).toEqual([
      [id(102), id(102), 'seeds_daily', 4999],
      ['gardenjournal', id(101), 'gardenjournal', 90_210],
    ]);
    expect(from.ledger).toEqual([0.01, '/2/users', 0.02, '/2/users/by']);
  });
});

const readPosts = async (scenario: string, facts = factsOf(id(101))) => {
  const from = web(scenario);
  return { posts: await all(x.readPosts(resource(id(101)), facts, from)), ...from };
};

describe('posts', () => {
  test('who is repeated and who is quoted stands in the posts themselves', async () => {
    const { posts, ledger } = await readPosts('posts');
    const own = id(101);
    expect(posts.map(({ kind, author, url }) => [kind, author, url.replace('https://x.com/', '')])).toEqual([
      ['repost', id(301), `olga_p/status/${postId(1)}`],
      ['quote', id(301), `gardenjournal/status/${postId(19)}`],
      ['quote', '@pavel', `gardenjournal/status/${postId(18)}`],
      ['repost', '@pavel', `pavel/status/${postId(4)}`],
      ['own', own, `gardenjournal/status/${postId(16)}`],
      ['own', own, `gardenjournal/status/${postId(15)}`],
      ['own', own, `gardenjournal/status/${postId(14)}`],
      ['own', own, `gardenjournal/status/${postId(13)}`],
      ['quote', id(303), `gardenjournal/status/${postId(12)}`],
      ['own', own, `gardenjournal/status/${postId(11)}`],
      ['own', own, `gardenjournal/status/${postId(10)}`],
      ['own', own, `gardenjournal/status/${postId(9)}`],
    ]);
    expect(ledger).toEqual([0.25, `/2/users/${own}/tweets`]);
  });

  test('texts are as a reader sees them, dates are instants', async () => {
    const { posts } = await readPosts('posts');
    expect(posts[0]).toMatchObject({ text: 'How I grow roses & sell them<…', at: '2026-11-20T10:00:00.000Z' });
    expect(posts[8]?.text).toBe('The beginning of a long one and its end, by @rita');
    expect(posts.at(-1)).toMatchObject({ text: 'Without a date', at: null });
  });

  test('the names of the published description do as well', async () => {
    const { posts } = await readPosts('posts-renamed');
    expect(posts.map(({ kind, author }) => [kind, author])).toEqual([
      ['repost', id(301)],
      ['quote', id(303)],
    ]);
    expect(posts[1]?.text).toContain('and its end');
  });

  test('facts that only a list told are enough', async () => {
    expect((await readPosts('posts', factsOf(''))).posts).toHaveLength(12);
  });

  test('an account that posted nothing', async () => {
    expect((await readPosts('posts-none')).posts).toEqual([]);
  });

  test.for([
    [104, 'hidden'],
    [105, 'not_found'],
  ] as const)('account %i: %s', async ([number, status]) => {
    const reading = all(x.readPosts(resource(id(number)), factsOf(''), web('posts-none')));
    await expect(reading).rejects.toMatchObject({ name: 'Unreadable', status });
  });

  test('nothing is paid for where it is known that there is nothing to read', async () => {
    const from = web([]);
    const shut = factsOf(id(101), { wishes: ['protected'] });
    await expect(all(x.readPosts(resource(id(101)), shut, from))).rejects.toMatchObject({ status: 'hidden' });
    const unknown = all(x.readPosts(resource('@gone_g'), factsOf(''), from));
    await expect(unknown).rejects.toMatchObject({ status: 'not_found' });
    expect(from.ledger).toEqual([]);
  });

  test('a page is what is looked at', () => {
    expect(x.batch).toEqual({ profiles: 100, follows: 1000, facts: 100, posts: 50 });
  });
});

// ------------------------------------------------------------------ through the client, against a double of X

/** A client to a double of X that spends from a state; its clock runs only while something sleeps. */
async function clientTo(
  graph: Graph,
  { budget = Infinity, store, ...options }: XOptions & { budget?: number; store?: Store } = {},
) {
  const clock = hurriedClock();
  const state = store ?? openStore(':memory:', clock);
  const double = xDouble(graph, { now: () => clock.now(), ...options });
  const served = await serve([double]);
  const client = createWebClient({
    clock,
    connectTo: new Map(Object.entries(served.connectTo)),
    userAgent: 'target-resources/test',
    tokens: new Map([[network, double.token ?? '']]),
    takeFromBudget: createBudget([x], { xBudget: budget, youtubeQuota: 0 }, state, clock),
  });
  onTestFinished(async () => {
    await client.close();
    await served.close();
    if (!store) state.close();
  });
  return { web: client.for(x), double, served, store: state, clock };
}

const profilesIn = async (names: string[], from: Web): Promise<Profile[]> => {
  const found = await all(x.findProfiles(names.map(named), from));
  return found.flatMap(([, answer]) => ('profile' in answer ? [answer.profile] : []));
};

/** Finds them and reads their lists, in this order, until something ends it. */
async function readAll(names: string[], from: Web): Promise<void> {
  for (const each of await profilesIn(names, from)) await all(x.listFollows(each, from, null));
}

const media = (count: number): Graph['media'] =>
  Array.from({ length: count }, (_, index) => ({
    name: `media${index}`,
    title: `Media ${index}`,
    subscribers: 4990 + index,
    outside: index % 3,
    own: 2,
  }));

describe('a whole run against a double', () => {
  test('60 people with 250 follows and 20 resources: no request and no cent too many', async () => {
    const graph = crowdGraph({ people: 60, follows: 250, media: 600 });
    const { web: from, double, served, store } = await clientTo(graph);
    const profiles = await profilesIn(
      graph.people.map(({ name }) => name),
      from,
    );
    const follows = new Map<string, string[]>();
    const seen = new Map<string, Listed>();
    for (const each of profiles) {
      const pages = await all(x.listFollows(each, from, null));
      const resources = pages.flatMap((page) => page.resources);
      follows.set(
        each.id,
        resources.map(({ name }) => name),
      );
      for (const item of resources) seen.set(item.name, item);
    }
    expect([...follows.values()].map((names) => names.toSorted())).toEqual(
      graph.people.map((person) => person.follows.toSorted()),
    );
    for (const item of seen.values()) {
      expect(item.subscribers).toBe(graph.media.find(({ name }) => name === item.name)?.subscribers);
    }
    const examined = graph.media.slice(0, 20);
    for (const each of examined) {
      const item = seen.get(each.name);
      if (!item) throw new Error(`nobody follows ${each.name}`);
      const posts = await all(x.readPosts(item, factsOf('', { name: item.name }), from));
      const outside = posts.filter(({ kind }) => kind !== 'own');
      expect([posts.length, outside.length, new Set(outside.map(({ author }) => author)).size]).toEqual([
        Math.min(50, each.outside + each.own),
        each.outside,
        each.outside,
      ]);
    }
    const least = Math.ceil(60 / 100) + 60 * Math.max(1, Math.ceil(250 / 1000)) + examined.length;
    expect(served.asked.length / least).toBeLessThanOrEqual(1.05);
    const dollars = 60 * 0.01 + 60 * 250 * 0.01 + 20 * 50 * 0.005;
    expect(double.billed()).toBeCloseTo(dollars, 6);
    expect(store.spent(network, 0)).toBeCloseTo(dollars, 6);
    expect(x.cost?.(60, 250)).toBeCloseTo(dollars - 5, 6);
  });

  test('long lists come in pages of a thousand; hidden, gone and lonely people in their own ways', async () => {
    const all2300 = media(2300).map(({ name }) => name);
    const graph: Graph = {
      media: media(2300),
      people: [
        { name: 'Anna', follows: all2300, state: 'open' },
        { name: 'Boris', follows: ['media1'], state: 'hidden' },
        { name: 'Clara', follows: ['media1'], state: 'gone' },
        { name: 'Dora', follows: [], state: 'open' },
      ],
    };
    const { web: from, double, served, store } = await clientTo(graph);
    const found = await find(['anna', 'boris', 'clara', 'dora'], from);
    expect(found).toMatchObject({ boris: { status: 'hidden' }, clara: { status: 'not_found' } });
    const [anna, dora] = await profilesIn(['anna', 'dora'], from);
    if (!anna || !dora) throw new Error('Anna and Dora are open');
    const pages = await all(x.listFollows(anna, from, null));
    expect(pages.map(({ resources }) => resources.length)).toEqual([1000, 1000, 300]);
    expect(pages.flatMap(({ resources }) => resources.map(({ name }) => name))).toEqual(all2300);
    expect(await all(x.listFollows(dora, from, null))).toEqual([{ resources: [], next: null }]);
    expect(served.asked.filter(({ path }) => path.endsWith('/following'))).toHaveLength(3);
    // Whom X does not find, it does not bill.
    expect(store.spent(network, 0)).toBeCloseTo(double.billed() + 0.01, 6);
    const shut = all(x.listFollows({ ...anna, ref: `${BigInt(anna.id) + 1n} 1` }, from, null));
    await expect(shut).rejects.toMatchObject({ status: 'hidden' });
  });

  test('X hands out no more than the budget pays for, over runs on one state', async () => {
    const graph: Graph = {
      media: media(300),
      people: Array.from({ length: 12 }, (_, index) => ({
        name: `person${index}`,
        state: 'open' as const,
        follows: media(300)
          .slice(0, 20 + index * 17)
          .map(({ name }) => name),
      })),
    };
    const store = openStore(':memory:', { now: () => 0, sleep: () => Promise.resolve() });
    onTestFinished(() => store.close());
    const runs: { budget: number; billed: number; asked: number; ended: unknown }[] = [];
    for (const budget of [0, 0.02, 0.05, 1, 1.1, 2, 2.6]) {
      const { web: from, double, served } = await clientTo(graph, { budget, store });
      const ended: unknown = await readAll(['person0', 'person1', 'person2'], from).catch((error: unknown) => error);
      const billed = (runs.at(-1)?.billed ?? 0) + double.billed();
      runs.push({ budget, billed, asked: served.asked.length, ended });
    }
    expect(runs.map(({ asked }) => asked)).toEqual([0, 0, 1, 3, 2, 4, 3]);
    expect(runs.filter(({ budget, billed }) => billed > budget + 1e-9)).toEqual([]);
    expect(runs.map(({ ended }) => ended instanceof Stopped)).toEqual([true, true, true, true, true, false, true]);
    expect(store.spent(network, 0)).toBeCloseTo(runs.at(-1)?.billed ?? 0, 6);
  });

  test('a wrong token, and credits that end in the middle, end it for this run', async () => {
    const graph = crowdGraph({ people: 3, follows: 30, media: 60 });
    const { web: from, double, served } = await clientTo(graph, { credits: 0.3 });
    await expect(profilesIn(['person0'], { ...from, token: 'wrong' })).rejects.toThrow('X_BEARER_TOKEN');
    await expect(profilesIn(['person0'], from)).rejects.toThrow('X_BEARER_TOKEN');
    expect(served.asked).toHaveLength(1);
    expect(double.billed()).toBe(0);

    const other = await clientTo(graph, { credits: 0.3 });
    const profiles = await profilesIn(['person0', 'person1', 'person2'], other.web);
    const [first, second, third] = profiles;
    if (!first || !second || !third) throw new Error('all three are open');
    expect(await all(x.listFollows(first, other.web, null))).toHaveLength(1);
    await expect(all(x.listFollows(second, other.web, null))).rejects.toThrow('credits of your X account');
    const sent = other.served.asked.length;
    await expect(all(x.listFollows(third, other.web, null))).rejects.toThrow('credits of your X account');
    expect(other.served.asked).toHaveLength(sent);
    // The third list is not paid for, because it is not asked for.
    expect(other.store.spent(network, 0)).toBeCloseTo(3 * 0.01 + 2 * 30 * 0.01, 6);
  });

  test('an account that may ask five times in 15 minutes waits for its turn', async () => {
    const graph = crowdGraph({ people: 8, follows: 10, media: 30 });
    const { web: from, clock, served } = await clientTo(graph, { allowance: { users: 300, following: 5, posts: 5 } });
    const begun = clock.now();
    for (const each of await profilesIn(
      graph.people.map(({ name }) => name),
      from,
    )) {
      await clock.sleep(5000);
      expect((await all(x.listFollows(each, from, null)))[0]?.resources).toHaveLength(10);
    }
    expect(served.asked.filter(({ path }) => path.endsWith('/following')).length).toBe(8);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(880_000);
  });
});
