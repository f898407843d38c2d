import { describe, expect, test } from 'vitest';
import { UnexpectedAnswer, Unreachable, Unreadable } from '../../src/errors.ts';
import { audienceIn } from '../../src/networks/telegram/audience.ts';
import { telegram } from '../../src/networks/telegram/index.ts';
import type { ResourceName } from '../../src/types/input.ts';
import type { Facts, Post, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { textOf } from '../../src/text/html.ts';
import { crowdGraph, type Person } from '../doubles/graph.ts';
import { telegramDouble } from '../doubles/telegram.ts';
import { exchangesOf, fixtureWeb } from './fixture-web.ts';
import { openClient } from './web-client.ts';
import { all } from '../helpers/all.ts';

const network = 'telegram';
const host = 't.me';
const named = (name: string) => ({ network, name, host });
const resource = (name: string): Resource => ({ ...named(name), id: name, title: null, url: `https://t.me/${name}` });

const factsOf = (name: string): Facts => ({
  name,
  title: null,
  url: `https://t.me/${name}`,
  subscribers: 109_412,
  description: null,
  group: false,
  exists: true,
  ref: name,
  host,
  wishes: [],
});

/** With the texts that the real client makes of HTML. */
const web = (scenario: string) => Object.assign(fixtureWeb(exchangesOf(network, scenario)), { textOf });

const read = async (name: string, from: Web): Promise<Facts | undefined> => {
  const [first] = await all(telegram.readFacts([resource(name)], from));
  return first?.[1];
};

const posts = (from: Web, name = 'gardenletter'): Promise<Post[]> =>
  all(telegram.readPosts(resource(name), factsOf(name), from));

/** Numbers of posts, with whose they are. */
const shape = (list: Post[]) => list.map(({ url, kind, author }) => [url.split('/').at(-1), kind, author]);

/** What each way to read an address or a handle makes of it. */
const parsed = (input: string) => [
  telegram.parseProfile(input),
  telegram.parseHandle(input),
  telegram.parseResource(input),
];

describe('addresses', () => {
  test.for([
    'https://t.me/gardenletter',
    'http://T.ME/GardenLetter/',
    'www.t.me/gardenletter',
    '//t.me/gardenletter',
    't.me./gardenletter',
    't.me/@gardenletter',
    't.me/%40gardenletter',
    't.me/s/gardenletter?before=100',
    't.me/s/gardenletter/100',
    't.me/gardenletter/100?single&comment=3',
    't.me/gardenletter?start=ref_1',
    't.me/boost/gardenletter',
    'https://telegram.me/gardenletter#x',
    'https://telegram.dog/s/gardenletter',
    'https://gardenletter.t.me/100',
    'GardenLetter.t.me',
    'tg://resolve?domain=GardenLetter&post=100',
    'tg:resolve?domain=gardenletter',
    'tg://resolve/?domain=gardenletter',
    'https://web.telegram.org/a/#@gardenletter',
    'web.telegram.org/k/#gardenletter',
    '\u202Ahttps://t.me/gardenletter\u202C',
    't.me/garden\u200Bletter',
  ])('%s', (input) => {
    expect(telegram.parseProfile(input)).toEqual(named('gardenletter'));
    expect(telegram.parseHandle(input)).toEqual(named('gardenletter'));
    expect(telegram.parseResource(input)).toEqual({
      ...named('gardenletter'),
      id: 'gardenletter',
      url: 'https://t.me/gardenletter',
    });
  });

  test.for([
    ['https://t.me/+AbCdEfGhIjKlMnOp', 'invitation'],
    ['t.me/joinchat/AbCdEfGhIjKlMnOp', 'invitation'],
    ['t.me/%2BAbCdEfGhIjKlMnOp', 'invitation'],
    ['tg://join?invite=AbCdEfGhIjKlMnOp', 'invitation'],
    ['https://t.me/c/1234567890/12', 'private channel'],
    ['tg://privatepost?channel=1234567890&post=12', 'private channel'],
    ['https://t.me/', 'names no person'],
    ['https://t.me/s/', 'names no person'],
    ['https://t.me/ab', 'names no person'],
    ['https://t.me/1garden', 'names no person'],
    ['https://t.me/share/url?url=https://garden.example', 'names no person'],
    ['https://t.me/addstickers/roses', 'names no person'],
    ['https://t.me/proxy?server=x', 'names no person'],
    ['https://t.me/%zz', 'names no person'],
    ['https://web.telegram.org/k/#-1001234567890', 'names no person'],
    ['tg://settings', 'names no person'],
    ['tg://resolve?phone=12025550123', 'names no person'],
  ] as const)('%s names none', ([input, why]) => {
    const none = { reason: expect.stringContaining(why) };
    expect(parsed(input)).toEqual([none, none, none]);
  });

  test.for(['', '@', 'garden letter', 'https://notelegram.me/gardenletter', 'https://t.me@other.example/gardenletter'])(
    '%j is not Telegram',
    (input) => {
      expect(parsed(input)).toEqual([null, null, null]);
    },
  );

  test.for([
    ['@Anna_Gardner', 'anna_gardner'],
    ['anna_gardner', 'anna_gardner'],
    ['\u202A@anna_gardner\u202C', 'anna_gardner'],
  ] as const)('%s is a name in a column of its own only', ([input, name]) => {
    expect(telegram.parseHandle(input)).toEqual(named(name));
    expect(telegram.parseProfile(input)).toBeNull();
    expect(telegram.parseResource(input)).toBeNull();
  });

  test.for(telegram.examples)('example $input', ({ input, profile }) => {
    const answer = telegram.parseProfile(input);
    expect(answer && 'name' in answer ? answer.name : null).toBe(profile);
  });
});

describe('the number on a card', () => {
  test.for([
    ['669 452 subscribers', 669_452],
    ['669\u00A0452 subscribers', 669_452],
    ['669\u202F452\u00A0subscribers', 669_452],
    ['669\u2009452 subscribers', 669_452],
    ['669,452 subscribers', 669_452],
    ['669.452 Abonnenten', 669_452],
    ['669’452 Abonnenten', 669_452],
    ["1'669'452 Abonnenten", 1_669_452],
    ['10 612 280 subscribers', 10_612_280],
    ['\n  5 000 подписчиков\n', 5000],
    ['4999 підписників', 4999],
    ['1 subscriber', 1],
    ['0 subscribers', 0],
    ['５０００ subscribers', 5000],
    ['109K subscribers', 109_000],
    ['1.2M subscribers', 1_200_000],
    ['1,25M subscribers', 1_250_000],
    ['1,2 тыс. подписчиков', 1200],
    ['3 млн подписчиков', 3_000_000],
    ['1.1B subscribers', 1_100_000_000],
    ['12 345 εγγεγραμμένοι', 12_345],
  ] as const)('%s', ([line, count]) => {
    expect(audienceIn(line)).toEqual({ count, members: false });
  });

  test.for([
    ['12 members', 12],
    ['1 member', 1],
    ['20,125 members, 991 online', 20_125],
    ['20 125 участников, 991 в сети', 20_125],
    ['20 125 учасників', 20_125],
    ['20.125 Mitglieder', 20_125],
    ['20 125 membres', 20_125],
    ['12.5K members', 12_500],
  ] as const)('%s of a group', ([line, count]) => {
    expect(audienceIn(line)).toEqual({ count, members: true });
  });

  test.for([
    '',
    '@anna_gardner',
    '@100roses',
    '102 online',
    '102 в сети',
    '12 345 monthly users',
    '12 345 пользователей в месяц',
    '12 345',
    'bot',
    '1.5 subscribers',
    '12:30 subscribers',
  ])('%j tells none', (line) => {
    expect(audienceIn(line)).toBeNull();
  });
});

describe('people', () => {
  test('are not asked about, and their lists need a login', async () => {
    const from = fixtureWeb([]);
    const names = ['anna_gardner', 'nobody_at_all'].map(named);
    expect(await all(telegram.findProfiles(names, from))).toEqual(
      names.map((name) => [name, { status: 'needs_login', note: 'what a person reads on Telegram is not public' }]),
    );
    const profile = { network, id: 'anna_gardner', ref: 'anna_gardner', host };
    const error = await all(telegram.listFollows(profile, from, null)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).toMatchObject({ status: 'needs_login' });
    expect(from.asked).toEqual([]);
  });
});

describe('facts', () => {
  test('of a channel: its exact number, title and description', async () => {
    const from = web('ok');
    expect(await read('gardenletter', from)).toEqual({
      name: 'gardenletter',
      title: 'Garden Letter',
      url: 'https://t.me/gardenletter',
      subscribers: 109_412,
      description: 'Essays on soil & seeds. Write for us: @garden_editor',
      contacts: ['@garden_editor'],
      group: false,
      exists: true,
      ref: 'gardenletter',
      host: 't.me',
      wishes: [],
    });
    expect(from.asked).toEqual(['GET https://t.me/gardenletter']);
  });

  test.for([
    ['seedswap', { title: 'Seed swap', subscribers: 20_125, group: true, exists: true, description: null }],
    ['quietgroup', { title: 'Quiet group', subscribers: null, group: false, exists: true }],
    ['anna_gardner', { title: 'Anna Gardner', subscribers: null, group: false, exists: true }],
    ['growbot', { title: 'Grow bot', subscribers: null, group: false, exists: true }],
    ['bare', { title: 'Bare channel', subscribers: null, group: false, exists: true }],
  ] as const)('of %s', async ([name, facts]) => {
    expect(await read(name, web('ok'))).toMatchObject(facts);
  });

  test('of a name that nobody has: it does not exist, and what the page says of it is no description', async () => {
    expect(await read('nosuchletter', web('not-found'))).toMatchObject({
      name: 'nosuchletter',
      exists: false,
      title: null,
      description: null,
      subscribers: null,
    });
  });

  test('of a page that is no card are not made up', async () => {
    await expect(read('gardenletter', web('changed-shape'))).rejects.toBeInstanceOf(UnexpectedAnswer);
  });

  test('are not told by a server that is too busy', async () => {
    await expect(read('gardenletter', web('rate-limited'))).rejects.toBeInstanceOf(Unreachable);
  });

  test('are always asked for: a list shows no number', () => {
    const listed = { ...resource('gardenletter'), subscribers: 999_999, countedBy: 'hand' } as const;
    expect(telegram.decidesFloor(listed, 5000)).toBe(false);
  });
});

const wanted = (name: string): ResourceName => ({ ...named(name), id: null, url: `https://t.me/${name}` });

describe('imported names', () => {
  test('are found with their facts; one that nobody has is left out', async () => {
    const from = fixtureWeb([...exchangesOf(network, 'ok'), ...exchangesOf(network, 'not-found')]);
    const found = await all(telegram.findResources([wanted('gardenletter'), wanted('nosuchletter')], from));
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toEqual(wanted('gardenletter'));
    expect(found[0]?.[1]).toEqual({ ...resource('gardenletter'), title: 'Garden Letter' });
    expect(found[0]?.[2]).toMatchObject({ subscribers: 109_412 });
  });
});

describe('posts', () => {
  test('newest first, three pages at most, forwarded ones under who wrote them', async () => {
    const from = web('posts');
    const list = await posts(from);
    expect(shape(list)).toEqual([
      ['128', 'own', 'gardenletter'],
      ['127', 'own', 'gardenletter'],
      ['125', 'own', 'gardenletter'],
      ['124', 'repost', 'name:Behind the hedge'],
      ['123', 'repost', 'name:Max Muster'],
      ['122', 'repost', 'treewatch'],
      ['121', 'repost', 'rosenotes'],
      ['102', 'own', 'gardenletter'],
      ['101', 'own', 'gardenletter'],
      ['1', 'own', 'gardenletter'],
    ]);
    expect(from.asked).toEqual([
      'GET https://t.me/s/gardenletter',
      'GET https://t.me/s/gardenletter?before=121',
      'GET https://t.me/s/gardenletter?before=101',
    ]);
  });

  test('with their time and their own words, not those they answer', async () => {
    const [video, news] = await posts(web('posts'));
    expect(video).toEqual({
      url: 'https://t.me/gardenletter/128',
      at: '2026-11-21T08:00:00+00:00',
      kind: 'own',
      author: 'gardenletter',
      text: '',
    });
    expect(news).toMatchObject({ at: '2026-11-20T09:00:00+03:00', text: 'News & more of today' });
  });

  test('one page is asked for until the next is wanted', async () => {
    const from = web('posts');
    for await (const { url } of telegram.readPosts(resource('gardenletter'), factsOf('gardenletter'), from)) {
      if (url.endsWith('/121')) break;
    }
    expect(from.asked).toHaveLength(1);
  });

  test('signed by three people are theirs, other ones the channel’s', async () => {
    expect(shape(await posts(web('posts-signed')))).toEqual([
      ['6', 'repost', 'signed:Ivan'],
      ['5', 'repost', 'rosenotes'],
      ['4', 'own', 'gardenletter'],
      ['3', 'repost', 'signed:Olga B.'],
      ['2', 'repost', 'signed:Ivan'],
      ['1', 'repost', 'signed:Vera'],
    ]);
  });

  test('none where a channel has only said that it was founded', async () => {
    expect(await posts(web('posts-empty'))).toEqual([]);
  });

  test('are hidden where the preview leads back to the card', async () => {
    const error = await posts(web('posts-hidden')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).toMatchObject({ status: 'hidden' });
  });

  test('of a channel without end are left after three pages', async () => {
    const from = web('posts-endless');
    expect(shape(await posts(from)).map(([number]) => number)).toEqual(['40', '30', '20']);
    expect(from.asked).toHaveLength(3);
  });

  test('are not read in a circle', async () => {
    const from = web('posts-repeated');
    await posts(from);
    expect(from.asked).toHaveLength(2);
  });

  test('of a group are not asked for: the web shows none', async () => {
    const from = fixtureWeb([]);
    const facts = { ...factsOf('seedswap'), group: true };
    await expect(all(telegram.readPosts(resource('seedswap'), facts, from))).rejects.toBeInstanceOf(Unreadable);
    expect(from.asked).toEqual([]);
  });

  test('on a page that is no preview are not made up', async () => {
    await expect(posts(web('changed-shape'))).rejects.toBeInstanceOf(UnexpectedAnswer);
    await expect(posts(web('rate-limited'))).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('through the client', () => {
  test('a card and the pages of posts that are needed, one a second', async () => {
    const graph = crowdGraph({ people: 2, follows: 2, media: 30 });
    const { through, asked, waited } = await openClient(telegram, telegramDouble(graph));
    let pages = 0;
    for (const { name, title, subscribers, own, outside } of graph.media) {
      const facts = await read(name, through);
      expect(facts).toMatchObject({ name, title, subscribers, group: false, exists: true });
      const list = facts ? await all(telegram.readPosts(resource(name), facts, through)) : [];
      expect(list).toHaveLength(Math.min(60, own + outside));
      expect(list.filter(({ kind }) => kind === 'repost')).toHaveLength(outside);
      expect(list.map(({ url }) => Number(url.split('/').at(-1)))).toEqual(
        Array.from(list, (_, at) => own + outside - at),
      );
      pages += 3;
    }
    const least = graph.media.length + pages;
    expect(asked.length).toBe(least + 1);
    expect(asked.length / least).toBeLessThanOrEqual(1.05);
    expect(asked[0]?.path).toBe('/robots.txt');
    expect(waited()).toBeGreaterThanOrEqual(asked.length - 1);
  });

  test('people, names that nobody has, groups and channels without preview', async () => {
    const media = ['letter', 'swap', 'closed'].map((name) => ({
      name,
      title: name,
      subscribers: 12_345,
      outside: 1,
      own: 1,
    }));
    const person: Person = { name: 'anna', follows: [], state: 'open' };
    const double = telegramDouble({ people: [person], media }, { groups: ['swap'], withoutPreview: ['closed'] });
    const { through } = await openClient(telegram, double);
    expect(await read('anna', through)).toMatchObject({ exists: true, subscribers: null });
    expect(await read('nobody', through)).toMatchObject({ exists: false });
    expect(await read('swap', through)).toMatchObject({ exists: true, subscribers: 12_345, group: true });
    await expect(posts(through, 'closed')).rejects.toMatchObject({ name: 'Unreadable', status: 'hidden' });
    expect(shape(await posts(through, 'letter'))).toEqual([
      ['2', 'repost', 'guest2'],
      ['1', 'own', 'letter'],
    ]);
  });

  test('a server that refuses for a while is asked again', async () => {
    const media = [{ name: 'letter', title: 'Letter', subscribers: 7000, outside: 0, own: 1 }];
    const { through, asked } = await openClient(telegram, telegramDouble({ people: [], media }, { refuseFirst: 2 }));
    expect(await read('letter', through)).toMatchObject({ subscribers: 7000 });
    expect(asked).toHaveLength(4);
  });
});
