import { describe, expect, onTestFinished, test } from 'vitest';
import { Stopped, UnexpectedAnswer, Unreachable, Unreadable } from '../../src/errors.ts';
import { vk } from '../../src/networks/vk/index.ts';
import { Community, communityFacts } from '../../src/networks/vk/pages.ts';
import type { ProfileName, ResourceName } from '../../src/types/input.ts';
import type { Facts, FollowsPage, Post, Profile, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { createWebClient } from '../../src/web/client.ts';
import { crowdGraph, type Graph } from '../doubles/graph.ts';
import { serve } from '../doubles/serve.ts';
import { vkDouble, type VkOptions } from '../doubles/vk.ts';
import { exchangesOf, fixtureWeb } from './fixture-web.ts';
import { all } from '../helpers/all.ts';
import { patientClock } from '../helpers/clock.ts';

const network = 'vk';
const host = 'api.vk.ru';
const token = 'token-of-the-test';
const secret = 'vk1.a.secret-of-the-fixtures';
const named = (name: string): ProfileName => ({ network, name, host });
const profile = (number: number): Profile => ({ network, id: `id${number}`, ref: String(number), host });
const resource = (id: string, name = `club${id}`): Resource => ({
  network,
  id,
  name,
  title: 'As listed',
  url: `https://vk.com/${name}`,
  host,
});
const factsWith = (ref: string, name = 'garden_journal'): Facts => ({
  name,
  title: null,
  url: '',
  subscribers: 5000,
  description: null,
  group: false,
  exists: true,
  ref,
  host,
  wishes: [],
});

const web = (scenario: string) => fixtureWeb(exchangesOf(network, scenario), { token });

const methods = ({ asked }: { asked: string[] }): string[] =>
  asked.map((line) => /method\/(\S+) /.exec(line)?.[1] ?? line);

const find = async (names: string[], from: Web) => {
  const found = await all(vk.findProfiles(names.map(named), from));
  return found.map(([{ name }, answer]) => [name, 'profile' in answer ? answer.profile : answer.status]);
};

const list = async (scenario: string, number = 11, from: string | null = null) => {
  const asking = web(scenario);
  return { read: await all(vk.listFollows(profile(number), asking, from)), asked: methods(asking) };
};

const shape = (pages: FollowsPage[]) =>
  pages.map(({ resources, ...rest }) => [resources.map(({ id }) => id), rest] as const);

async function failure(reading: Promise<unknown>): Promise<unknown> {
  try {
    await reading;
  } catch (error) {
    return error;
  }
  throw new Error('this should have failed');
}

describe('addresses of persons', () => {
  test.for([
    ['https://vk.com/id1', 'id1'],
    ['http://vk.com/id0001/', 'id1'],
    ['HTTPS://WWW.VK.COM/ID12?from=mail#top', 'id12'],
    ['https://m.vk.com/id12', 'id12'],
    ['https://new.vk.com/id12', 'id12'],
    ['https://vk.ru/id12', 'id12'],
    ['m.vk.ru/anna_gardner', 'anna_gardner'],
    ['vkontakte.ru/id12', 'id12'],
    ['//vk.com/Anna.Gardner', 'anna.gardner'],
    ['https://vk.com./anna_gardner', 'anna_gardner'],
    ['\u200Ehttps://vk.com/anna_gardner\u202C ', 'anna_gardner'],
    ['https://vk.com/anna%5Fgardner', 'anna_gardner'],
    ['https://vk.com/anna_gardner/photos', 'anna_gardner'],
    ['https://vk.com/anna_gardner?w=wall-5_6', 'anna_gardner'],
    ['https://vk.me/anna_gardner', 'anna_gardner'],
    ['vk.me/id12', 'id12'],
    ['https://vk.com/wall12', 'id12'],
    ['https://vk.com/wall12_34?reply=5', 'id12'],
    ['https://vk.com/feed?w=wall12_34', 'id12'],
    ['https://vk.com/@anna_gardner', 'anna_gardner'],
    ['https://vk.com/@anna_gardner-roses-in-winter', 'anna_gardner'],
    ['https://vk.com/@id12-roses', 'id12'],
    ['https://vk.com/feedback', 'feedback'],
    ['https://vk.com/a1', 'a1'],
    ['https://vk.com/music24', 'music24'],
    ['https://vk.com/photo_anna', 'photo_anna'],
    ['id12', 'id12'],
    ['@ID12', 'id12'],
  ] as const)('%s', ([input, name]) => {
    expect(vk.parseProfile(input)).toEqual(named(name));
    expect(vk.parseHandle(input)).toEqual(named(name));
    expect(vk.parseResource(input)).toEqual({
      ...named(name),
      id: /^id\d+$/.test(name) ? name : null,
      url: `https://vk.com/${name}`,
    });
  });

  test.for([
    ['anna_gardner', 'anna_gardner'],
    ['@Anna.Gardner', 'anna.gardner'],
    ['1200345', 'id1200345'],
    ['@1200345', 'id1200345'],
    ['x.example', 'x.example'],
  ] as const)('in a column of its own %s is a handle', ([input, name]) => {
    expect(vk.parseHandle(input)).toEqual(named(name));
    expect(vk.parseProfile(input)).toBeNull();
    expect(vk.parseResource(input)).toBeNull();
  });

  test('the examples say what the parser does', () => {
    expect(vk.examples.length).toBeGreaterThanOrEqual(8);
    for (const { input, profile: expected } of vk.examples) {
      const parsed = vk.parseProfile(input);
      expect([input, parsed && 'name' in parsed ? parsed.name : null]).toEqual([input, expected]);
    }
  });
});

describe('addresses of communities', () => {
  test.for([
    'https://vk.com/club12',
    'https://vk.com/public12',
    'vk.ru/event12',
    'https://m.vk.com/club0012?own=1',
    'https://vk.me/club12',
    'https://vk.com/wall-12',
    'https://vk.com/wall-12_345?hash=abc',
    'https://vk.com/feed?section=search&w=wall-12_345',
    'https://vk.com/@-12-roses-in-winter',
    'https://vk.com/@club12-roses',
    'club12',
    'public12',
    'event12',
    '@CLUB12',
  ])('%s', (input) => {
    expect(vk.parseResource(input)).toEqual({ ...named('club12'), id: '12', url: 'https://vk.com/club12' });
    const none = { reason: expect.stringContaining('follows.csv') };
    expect(vk.parseProfile(input)).toEqual(none);
    expect(vk.parseHandle(input)).toEqual(none);
  });
});

describe('addresses of VK that name nobody', () => {
  test.for([
    'https://vk.com',
    'https://vk.com/',
    'vk.com',
    'https://vk.com/feed',
    'https://vk.com/im?sel=12',
    'vk.com/al_im.php',
    'https://vk.com/app12_-34',
    'https://vk.com/video-12_34',
    'https://vk.com/videos12',
    'https://vk.com/clip-1_2',
    'https://vk.com/photo-12_34',
    'https://vk.com/album12_00',
    'https://vk.com/topic-12_34',
    'https://vk.com/write12',
    'https://vk.com/search?c[q]=roses',
    'https://vk.com/friends?id=12',
    'https://vk.com/market-12',
    'vk.com/away.php?to=x',
    'https://vk.com/id0',
    'https://vk.com/club0',
    'https://vk.com/id99999999999999999999',
    'https://vk.com/12',
    'vk.com/a',
    'https://vk.com/two%20words',
    'https://vk.com/%zz',
    'https://vk.com/anna-gardner',
    'https://vk.com/розы',
    'vk.com/wall-',
    'https://vk.me/join/AJQ1d',
    'https://id.vk.com/account',
    'https://dev.vk.com/ru/reference',
    'https://away.vk.ru/x',
    `https://vk.com/${'a'.repeat(33)}`,
    'https://vk.com/@',
    'https://vk.com/@feed',
  ])('%s', (input) => {
    const none = { reason: 'this VK address names neither a profile nor a community' };
    expect(vk.parseProfile(input)).toEqual(none);
    expect(vk.parseHandle(input)).toEqual(none);
    expect(vk.parseResource(input)).toEqual(none);
  });

  test('a short link says what to do', () => {
    const input = 'https://vk.cc/aBcDeF';
    for (const none of [vk.parseProfile(input), vk.parseHandle(input), vk.parseResource(input)]) {
      expect(none).toEqual({ reason: expect.stringContaining('open it') });
    }
  });

  test.for([
    '',
    '  ',
    '@',
    '-',
    'anna@mail.example',
    '@anna@social.example',
    'розы',
    'https://x.com/anna',
    'x.com/id12',
    'https://vk.com@other.example/anna',
    'https://notvk.com/anna',
    'https://vk.com.example/anna',
    'https://[broken/anna',
    'ftp://vk.com/anna',
    'https://vkvideo.ru/@anna',
  ])('%j may be of another network', (input) => {
    expect(vk.parseProfile(input)).toBeNull();
    expect(vk.parseHandle(input)).toBeNull();
    expect(vk.parseResource(input)).toBeNull();
  });
});

describe('finding profiles', () => {
  test('numbers and names go together; closed, deleted and missing ones are told apart', async () => {
    const from = web('find');
    const names = ['anna_gardner', 'id12', 'id13', 'id14', 'garden_journal', 'gone_again', 'id16', 'anna_gardner'];
    expect(await find(names, from)).toEqual([
      ['anna_gardner', profile(11)],
      ['id12', 'hidden'],
      ['id13', 'not_found'],
      ['id14', profile(14)],
      ['garden_journal', 'not_found'],
      ['gone_again', 'not_found'],
      ['id16', profile(16)],
      ['anna_gardner', profile(11)],
    ]);
    expect(from.asked).toHaveLength(1);
  });

  test('a profile holds nothing of the others that were asked for with it', async () => {
    const answers = await all(
      vk.findProfiles(
        ['anna_gardner', 'id12', 'id13', 'id14', 'garden_journal', 'gone_again', 'id16'].map(named),
        web('find'),
      ),
    );
    const [, found] = answers[0] ?? [];
    expect(JSON.stringify(found)).toBe(JSON.stringify({ profile: profile(11) }));
  });

  test('the token goes into a header, never into the address or the form', async () => {
    const sent: { url: string; headers: unknown; form: unknown }[] = [];
    const from = web('find');
    const spying: Web = {
      ...from,
      json(url, shapeOf, request = {}) {
        sent.push({ url, headers: request.headers, form: request.form });
        return from.json(url, shapeOf, request);
      },
    };
    await find(['anna_gardner', 'id12', 'id13', 'id14', 'garden_journal', 'gone_again', 'id16'], spying);
    expect(sent).toEqual([
      {
        url: 'https://api.vk.ru/method/users.get',
        headers: { authorization: `Bearer ${token}` },
        form: expect.not.objectContaining({ access_token: expect.anything() }),
      },
    ]);
    expect(JSON.stringify([sent[0]?.url, sent[0]?.form])).not.toContain(token);
  });

  test('one name that VK refuses does not take the others along', async () => {
    const from = web('find-refused');
    expect(await find(['anna_gardner', 'odd..name', 'id12'], from)).toEqual([
      ['anna_gardner', profile(11)],
      ['odd..name', 'not_found'],
      ['id12', profile(12)],
    ]);
    expect(from.asked).toHaveLength(5);
  });

  test('a refusal that says nothing about the names is no answer about them', async () => {
    await expect(find(['anna_gardner'], web('find-denied'))).rejects.toThrow(UnexpectedAnswer);
  });

  test('nobody to find, nothing to ask', async () => {
    const from = fixtureWeb([], { token });
    expect(await find([], from)).toEqual([]);
    expect(from.asked).toEqual([]);
  });
});

describe('listing follows', () => {
  test('communities, pages and persons come in one request and are told once', async () => {
    const { read, asked } = await list('list');
    expect(shape(read)).toEqual([[['5001', '5002', '5003', '5004', '5009', 'id77', 'id78'], { next: null }]]);
    expect(asked).toEqual(['execute']);
  });

  test('communities bring names and counts, the others their numbers', async () => {
    const { read } = await list('list');
    const [journal, seeds, closed, , page, person] = read.flatMap(({ resources }) => resources);
    expect(journal).toEqual({
      network,
      host,
      id: '5001',
      name: 'garden_journal',
      title: 'Garden Journal',
      url: 'https://vk.com/garden_journal',
      subscribers: 12500,
      countedBy: 'home',
    });
    expect(seeds).toMatchObject({ name: 'seeds.example', title: 'Seeds & Co', subscribers: 4999 });
    expect(closed).toMatchObject({ name: 'club5003', subscribers: null, countedBy: 'home' });
    const unknown = { title: null, subscribers: null, countedBy: 'elsewhere' };
    expect(page).toMatchObject({ id: '5009', name: 'club5009', url: 'https://vk.com/club5009', ...unknown });
    expect(person).toMatchObject({ id: 'id77', name: 'id77', url: 'https://vk.com/id77', ...unknown });
  });

  test('only a known count below the floor settles', async () => {
    const { read } = await list('list');
    const settled = (floor: number) =>
      read.flatMap(({ resources }) => resources.filter((each) => vk.decidesFloor(each, floor)).map(({ id }) => id));
    expect(settled(5000)).toEqual(['5002']);
    expect(settled(4999)).toEqual([]);
    expect(settled(1_000_000)).toEqual(['5001', '5002']);
    const [journal] = read.flatMap(({ resources }) => resources);
    expect(journal && vk.decidesFloor({ ...journal, countedBy: 'hand' }, 1_000_000)).toBe(false);
  });

  test('an empty list is read, not hidden', async () => {
    expect((await list('list-empty')).read).toEqual([{ resources: [], next: null }]);
  });

  test('a long list goes on by offset, and what came before is not told again', async () => {
    const { read, asked } = await list('list-two-pages');
    expect(shape(read)).toEqual([
      [['5001', '5003'], { next: '1000' }],
      [['5002', '5009', 'id77', 'id78'], { next: null }],
    ]);
    expect(asked).toEqual(['execute', 'groups.get']);
  });

  test('a killed run goes on at its offset and still learns the subscriptions', async () => {
    const { read, asked } = await list('list-two-pages', 11, '1000');
    expect(shape(read)).toEqual([[['5002', '5009', 'id77', 'id78'], { next: null }]]);
    expect(asked).toEqual(['execute']);
  });

  test('an empty page before the end leaves the list cut short', async () => {
    const { read } = await list('list-stuck');
    expect(shape(read)).toEqual([
      [['5001'], { next: '1000' }],
      [[], { next: null, cutShort: true }],
    ]);
  });

  test.for([
    ['list-groups-hidden', ['5002', '5009', 'id77', 'id78']],
    ['list-subscriptions-hidden', ['5001']],
    ['list-short', ['5001', 'id77']],
  ] as const)('%s: what is open is the list, cut short', async ([scenario, ids]) => {
    expect(shape((await list(scenario)).read)).toEqual([[ids, { next: null, cutShort: true }]]);
  });

  test.for([
    ['list-hidden', 11, 'hidden', 'hides the list of communities (error 260'],
    ['list-hidden', 12, 'hidden', 'hides the list of communities (error 260'],
    ['list-closed', 11, 'hidden', 'the profile is closed (error 30'],
    ['list-denied', 11, 'hidden', 'error 15'],
    ['list-denied', 12, 'hidden', 'error 7'],
    ['list-deleted', 11, 'not_found', 'deleted or blocked (error 18'],
  ] as const)('%s of %i: %s', async ([scenario, number, status, note]) => {
    const error = await failure(list(scenario, number));
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).toMatchObject({ status, message: expect.stringContaining(note) });
  });
});

const readShape = (from: Web, number: number) => all(vk.listFollows(profile(number), from, null)).then(shape);

describe('many calls in one request', () => {
  test.for(['execute-refused', 'execute-denied', 'execute-down'])(
    '%s: each call goes alone, for the rest of the run',
    async (scenario) => {
      const from = web(scenario);
      expect(await readShape(from, 11)).toEqual([[['5001', '5002', '5009', 'id77', 'id78'], { next: null }]]);
      const there = () => methods({ asked: from.asked.filter((line) => line.includes(`//${host}/`)) });
      expect(there()).toEqual(['execute', 'groups.get', 'users.getSubscriptions']);
      await readShape(from, 12).catch(() => undefined);
      expect(there().slice(3)).toEqual(['groups.get', 'users.getSubscriptions']);
    },
  );

  test.for(['execute-too-large', 'execute-trouble'])(
    '%s: these calls go alone, the next ones together',
    async (scenario) => {
      const from = web(scenario);
      expect(await readShape(from, 11)).toEqual([[['5001', '5002', '5009', 'id77', 'id78'], { next: null }]]);
      expect(methods(from)).toEqual(['execute', 'groups.get', 'users.getSubscriptions']);
      await readShape(from, 11);
      expect(methods(from)[3]).toBe('execute');
    },
  );

  test("a call that fails by VK's own trouble is asked again alone", async () => {
    const from = web('execute-call-fails');
    expect(await readShape(from, 11)).toEqual([[['5001', '5002', '5009', 'id77', 'id78'], { next: null }]]);
    expect(methods(from)).toEqual(['execute', 'groups.get']);
  });
});

/** The error that ends everything for VK, and what the next request gets. */
async function ending(reading: Promise<unknown>, from: Web): Promise<unknown[]> {
  const error = await failure(reading);
  expect(JSON.stringify(error) + String(error)).not.toContain(secret);
  return [error, await failure(find(['anna_gardner'], from))];
}

const stopped = (...said: string[]): unknown[] => {
  const error = { name: 'Stopped', message: expect.stringMatching(said.join('.*')) };
  return [expect.objectContaining(error), expect.objectContaining(error)];
};

describe('what ends the run for VK', () => {
  test.for([
    ['anna_gardner', 'error 5'],
    ['id12', 'error 15'],
    ['id13', 'error 27'],
  ] as const)('a token that is not accepted for %s (%s)', async ([name, code]) => {
    const from = web('token');
    expect(await ending(find([name], from), from)).toEqual(stopped('VK_TOKEN', 'users.get', code));
  });

  test('a captcha', async () => {
    const from = web('captcha');
    expect(await ending(all(vk.listFollows(profile(11), from, null)), from)).toEqual(stopped('captcha'));
  });
});

describe('what does not', () => {
  test('a method whose limit is used up for hours: the other methods are asked on, that one is not', async () => {
    const usedUp = {
      name: 'Unreachable',
      message: expect.stringMatching(/groups\.get is used up for hours: run again later/),
    };
    const together = web('used-up');
    expect(await failure(all(vk.listFollows(profile(12), together, null)))).toMatchObject(usedUp);
    const asked = together.asked.length;
    expect(await failure(all(vk.listFollows(profile(99), together, null)))).toMatchObject(usedUp);
    expect(together.asked.slice(asked).join(' ')).not.toContain('groups.get');
    const alone = web('used-up');
    expect(await failure(all(vk.listFollows(profile(11), alone, null)))).toMatchObject(usedUp);
    expect(methods(alone)).toEqual(['execute', 'groups.get', 'users.getSubscriptions']);
  });

  test.for([
    ['anna_gardner', Unreachable, 'error 10'],
    ['id12', Unreachable, 'too busy'],
    ['id13', UnexpectedAnswer, 'error 8'],
  ] as const)('a request for %s that fails', async ([name, kind, said]) => {
    const error = await failure(find([name], web('trouble')));
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ message: expect.stringContaining(said) });
    expect(JSON.stringify(error) + String(error)).not.toContain(secret);
  });

  test('an answer of another shape is nobody who hides', async () => {
    const from = web('changed-shape');
    const shown = [
      () => find(['anna_gardner'], from),
      () => all(vk.readFacts([resource('5001')], from)),
      () => all(vk.listFollows(profile(11), from, null)),
      () => all(vk.listFollows(profile(12), from, null)),
      () => all(vk.listFollows(profile(13), from, null)),
      () => all(vk.readPosts(resource('5001'), factsWith('-5001'), from)),
    ];
    for (const reading of shown) await expect(reading()).rejects.toThrow(UnexpectedAnswer);
  });
});

const resourceIn = (address: string): ResourceName => {
  const name = vk.parseResource(address);
  if (!name || 'reason' in name) throw new Error(`${address} names no resource`);
  return name;
};

const identify = async (addresses: string[], from: Web) => {
  const found = await all(vk.findResources(addresses.map(resourceIn), from));
  return found.map(([{ name }, { id }, { subscribers }]) => [name, id, subscribers]);
};

describe('facts', () => {
  const journal: Facts = {
    name: 'garden_journal',
    title: 'Garden Journal',
    url: 'https://vk.com/garden_journal',
    subscribers: 12500,
    description: 'Roses and pruning.\nSuggest your news.\nWrite for us',
    group: true,
    exists: true,
    ref: '-5001 id501 garden-journal.example',
    contacts: ['Editor: editor@garden-journal.example', 'https://www.garden-journal.example/start; another'],
    links: [{ text: 'https://www.garden-journal.example/start; another', label: '', isOwn: true }],
    host,
    wishes: [],
  };

  test('of communities and persons, each kind in one request', async () => {
    const from = web('facts');
    const asked = ['5001', 'id77', '5003', 'id78', '5004', 'id79', '5005'].map((id) => resource(id));
    const facts = await all(vk.readFacts(asked, from));
    expect(facts.map(([{ id }, { subscribers, group, exists }]) => [id, subscribers, group, exists])).toEqual([
      ['5001', 12500, true, true],
      ['id77', 30000, false, true],
      ['5003', null, false, true],
      ['id78', null, false, true],
      ['5004', null, false, false],
      ['id79', null, false, false],
      ['5005', null, false, false],
    ]);
    expect(facts[0]?.[1]).toEqual(journal);
    expect(facts[1]?.[1]).toEqual({
      ...journal,
      name: 'head_gardener',
      title: 'Hanna Head',
      url: 'https://vk.com/head_gardener',
      subscribers: 30000,
      description: 'Roses',
      group: false,
      ref: '77',
      contacts: undefined,
      links: undefined,
    });
    expect(facts[2]?.[1]).toMatchObject({ name: 'club5003', description: null, ref: '-5003' });
    expect(facts[6]?.[1]).toMatchObject({ name: 'club5005', title: 'As listed', ref: '' });
    expect(methods(from)).toEqual(['groups.getById', 'users.get']);
  });

  test.each([
    [1, true],
    [0, undefined],
    [undefined, undefined],
    ['1', undefined],
  ])('a field for suggested posts is told by can_suggest %s', (can_suggest, suggestions) => {
    expect(communityFacts(Community.parse({ id: 5001, name: 'Garden Journal', can_suggest })).suggestions).toBe(
      suggestions,
    );
  });

  test('the list of versions before 5.199 is understood', async () => {
    expect((await all(vk.readFacts([resource('5001')], web('facts-old-shape')))).map(([, facts]) => facts)).toEqual([
      journal,
    ]);
  });

  test('one community that VK refuses is gone, the others are not', async () => {
    const facts = await all(vk.readFacts([resource('5001'), resource('5005')], web('facts-refused')));
    expect(facts.map(([{ id }, { exists }]) => [id, exists])).toEqual([
      ['5001', true],
      ['5005', false],
    ]);
  });

  test('a resource that an import could not identify is not asked for', async () => {
    const from = fixtureWeb([], { token });
    const facts = await all(vk.readFacts([resource('@nobody_here')], from));
    expect(facts).toMatchObject([[{ id: '@nobody_here' }, { exists: false }]]);
    expect(from.asked).toEqual([]);
  });

  test('names of imports are communities first, then persons', async () => {
    const from = web('resources');
    const addresses = ['vk.com/Garden_Journal', 'vk.com/head_gardener', 'vk.com/nobody_here', 'vk.ru/garden_journal'];
    expect(await identify(addresses, from)).toEqual([
      ['garden_journal', '5001', 12500],
      ['head_gardener', 'id77', 30000],
      ['garden_journal', '5001', 12500],
    ]);
    expect(methods(from)).toEqual(['groups.getById', 'users.get']);
  });

  test('names that VK refuses together are sorted first', async () => {
    const from = web('resources-refused');
    expect(await identify(['vk.com/head_gardener', 'vk.com/garden_journal'], from)).toEqual([
      ['head_gardener', 'id77', 30000],
      ['garden_journal', '5001', 12500],
    ]);
    expect(methods(from)).toEqual(['groups.getById', 'users.get', 'groups.getById']);
    expect(await identify([], from)).toEqual([]);
  });
});

const postsOf = (scenario: string, id = '5001', ref = '-5001 id501 garden-journal.example') =>
  all(vk.readPosts(resource(id), factsWith(ref), web(scenario)));
const kinds = (read: Post[]) => read.map(({ url, kind, author }) => [url.split('_')[1], kind, author]);

describe('posts', () => {
  test('who wrote what a community shows', async () => {
    expect(kinds(await postsOf('posts'))).toEqual([
      ['3', 'own', '5001'],
      ['40', 'own', '5001'],
      ['39', 'repost', 'id900'],
      ['38', 'own', '5001'],
      ['37', 'repost', 'id901'],
      ['36', 'repost', '6001'],
      ['35', 'own', '5001'],
      ['34', 'quote', 'seeds.example'],
      ['33', 'own', '5001'],
      ['32', 'quote', '6002'],
      ['31', 'own', '5001'],
      ['30', 'own', '5001'],
      ['28', 'repost', 'id904'],
      ['27', 'own', '5001'],
      ['26', 'own', '5001'],
    ]);
  });

  test('without contacts and site a signature and a source are of others', async () => {
    const read = kinds(await postsOf('posts', '5001', ''));
    expect(read.filter(([id]) => id === '38' || id === '33')).toEqual([
      ['38', 'repost', 'id501'],
      ['33', 'quote', 'garden-journal.example'],
    ]);
  });

  test('a post says when, where and all its words', async () => {
    const [pinned, ...read] = await postsOf('posts');
    expect(pinned).toMatchObject({ url: 'https://vk.com/wall-5001_3', pinned: true });
    expect(read[0]).toEqual({
      url: 'https://vk.com/wall-5001_40',
      at: '2026-11-16T12:00:00.000Z',
      kind: 'own',
      author: '5001',
      text: 'Own words',
    });
    expect(read[4]?.text).toBe('Look at this\nFrom another garden');
    expect(read.at(-1)?.at).toBeNull();
    const times = read.map(({ at }) => at).filter((at) => at !== null);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('a pinned post says so, the newest too', async () => {
    const read = await postsOf('posts-pinned-newest');
    expect(read.map(({ url, pinned }) => [url, pinned])).toEqual([
      ['https://vk.com/wall-5001_41', true],
      ['https://vk.com/wall-5001_40', undefined],
    ]);
  });

  test("a person's wall", async () => {
    expect(kinds(await postsOf('posts-person', 'id77', '77'))).toEqual([
      ['5', 'own', 'id77'],
      ['4', 'repost', 'id905'],
    ]);
  });

  test('an empty wall has no posts', async () => {
    expect(await postsOf('posts-empty')).toEqual([]);
  });

  test.for([
    ['5001', 'hidden'],
    ['5002', 'not_found'],
    ['5003', 'hidden'],
    ['@nobody_here', 'not_found'],
  ] as const)('of %s: %s', async ([id, status]) => {
    const error = await failure(postsOf('posts-closed', id, ''));
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).toMatchObject({ status });
  });
});

// ------------------------------------------------------------------ against the double, through the real client

async function clientTo(graph: Graph, options: VkOptions = {}) {
  const clock = patientClock();
  const double = vkDouble(graph, { clock, ...options });
  const served = await serve([double]);
  const client = createWebClient({
    clock,
    connectTo: new Map(Object.entries(served.connectTo)),
    userAgent: 'target-resources/test (+https://project.example)',
    tokens: new Map([[network, double.token ?? '']]),
  });
  onTestFinished(async () => {
    await client.close();
    await served.close();
  });
  return {
    web: client.for(vk),
    double,
    asked: served.asked,
    methods: () => served.asked.map(({ path }) => path.slice('/method/'.length)),
  };
}

/** As the pipeline does it: so many at once as the network allows. */
async function inTurns<Item, Result>(items: Item[], job: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const left = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await job(next[1]);
  };
  await Promise.all(Array.from({ length: vk.concurrency }, worker));
  return results;
}

async function readAll(graph: Graph, options?: VkOptions) {
  const asking = await clientTo(graph, options);
  const names = graph.people.flatMap(({ name }) => {
    const parsed = vk.parseProfile(asking.double.addressOf(name));
    return parsed && 'name' in parsed ? [parsed] : [];
  });
  const found = await all(vk.findProfiles(names, asking.web));
  const lists = await inTurns(found, async ([{ name }, answer]) => {
    if (!('profile' in answer)) return [name, answer.status] as const;
    try {
      const pages = await all(vk.listFollows(answer.profile, asking.web, null));
      return [name, pages.flatMap(({ resources }) => resources)] as const;
    } catch (error) {
      if (error instanceof Unreadable) return [name, error.status] as const;
      throw error;
    }
  });
  return { ...asking, lists };
}

describe('against the protocol', () => {
  const graph = crowdGraph({ people: 60, follows: 250, media: 1500 });
  const n = graph.people.length;

  test.for([
    ['with execute', true, Math.ceil(n / 1000) + Math.ceil((2 * n) / 25)],
    ['without execute', false, Math.ceil(n / 1000) + 2 * n],
  ] as const)('%s: 60 people and 250 follows take hardly more requests than needed', async ([, execute, least]) => {
    const { lists, methods: asked } = await readAll(graph, { execute });
    for (const [index, person] of graph.people.entries()) {
      const [name, follows] = lists[index] ?? [];
      expect(name).toBe(person.name);
      expect(typeof follows === 'object' ? follows.map((each) => each.name).toSorted() : follows).toEqual(
        person.follows.toSorted(),
      );
    }
    expect(asked().length / least).toBeLessThanOrEqual(1.05);
    expect(asked().length).toBeGreaterThanOrEqual(least);
  });

  test('facts and walls: 500 and 25 in a request', async () => {
    const { web: from, methods: asked } = await clientTo(graph);
    const media = graph.media.slice(0, 600);
    const names = media.map(({ name }): ResourceName => ({ network, name, host, id: null, url: '' }));
    const identified = [
      ...(await all(vk.findResources(names.slice(0, 500), from))),
      ...(await all(vk.findResources(names.slice(500), from))),
    ];
    expect(identified.map(([, , { subscribers }]) => subscribers)).toEqual(media.map(({ subscribers }) => subscribers));
    expect(asked()).toEqual(['groups.getById', 'groups.getById']);
    await inTurns(identified.slice(0, 60), async ([{ name }, found, facts]) => {
      const posts = await all(vk.readPosts(found, facts, from));
      const expected = media.find((each) => each.name === name);
      expect(posts.filter(({ kind }) => kind !== 'own')).toHaveLength(expected?.outside ?? -1);
      expect(posts).toHaveLength((expected?.outside ?? 0) + (expected?.own ?? 0));
    });
    expect(asked().slice(2)).toEqual(['execute', 'execute', 'execute']);
  });

  test('answers that are too large for one request are taken in parts', async () => {
    const { lists, methods: asked } = await readAll(graph, { mostBytes: 400_000 });
    expect(lists.every(([, follows]) => typeof follows === 'object' && follows.length === 250)).toBe(true);
    expect(asked().length).toBeLessThan(2 * n);
  });

  test('everybody fails in their own way, and nobody else does', async () => {
    const states = ['open', 'hidden', 'hidden', 'gone', 'gone'] as const;
    const people = graph.people
      .slice(0, 50)
      .map((person, index) => ({ ...person, state: states[index % 5] ?? 'open' }));
    const { lists } = await readAll({ ...graph, people });
    const seen = lists.map(([, follows]) => (typeof follows === 'object' ? 'open' : follows));
    expect(seen).toEqual(people.map(({ state }) => ({ open: 'open', hidden: 'hidden', gone: 'not_found' })[state]));
  });

  test('a list of more than a thousand', async () => {
    const media = Array.from({ length: 2300 }, (_, index) => ({
      name: `m${index}`,
      title: 'M',
      subscribers: 1,
      outside: 0,
      own: 0,
    }));
    const people = [{ name: 'anna', follows: media.map(({ name }) => name), state: 'open' as const }];
    const { lists, methods: asked } = await readAll({ people, media });
    const [, follows] = lists[0] ?? [];
    expect(typeof follows === 'object' && new Set(follows.map(({ id }) => id)).size).toBe(2300);
    expect(asked()).toEqual(['users.get', 'execute', 'groups.get', 'groups.get']);
  });

  test('the largest batches are not refused, and larger ones would be', async () => {
    const { web: from, methods: asked } = await clientTo(graph);
    const names = Array.from({ length: 1000 }, (_, index) => named(`person${index}`));
    const found = await all(vk.findProfiles(names.slice(0, vk.batch.profiles), from));
    expect(found.filter(([, answer]) => 'profile' in answer)).toHaveLength(n);
    const numbers = Array.from({ length: 501 }, (_, index) => resource(String(5_400_000 + index)));
    const facts = await all(vk.readFacts(numbers.slice(0, vk.batch.facts), from));
    expect(facts.filter(([, { exists }]) => exists)).toHaveLength(500);
    expect(asked()).toEqual(['users.get', 'groups.getById']);
    await all(vk.readFacts(numbers, from));
    expect(asked().length).toBeGreaterThan(3);
  });

  test('a wrong token ends it at once', async () => {
    const clock = patientClock();
    const served = await serve([vkDouble(graph)]);
    const client = createWebClient({
      clock,
      connectTo: new Map(Object.entries(served.connectTo)),
      userAgent: 'target-resources/test (+https://project.example)',
      tokens: new Map([[network, 'another-token']]),
    });
    onTestFinished(async () => {
      await client.close();
      await served.close();
    });
    const error = await failure(find(['person0'], client.for(vk)));
    expect(error).toBeInstanceOf(Stopped);
    expect(String(error)).not.toContain('another-token');
    await expect(find(['person0'], client.for(vk))).rejects.toThrow(Stopped);
    expect(served.asked).toHaveLength(1);
  });
});
