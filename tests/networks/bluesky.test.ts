import { describe, expect, test } from 'vitest';
import { Refused, UnexpectedAnswer, Unreachable } from '../../src/errors.ts';
import { bluesky } from '../../src/networks/bluesky/index.ts';
import type { ProfileName, ResourceName } from '../../src/types/input.ts';
import type { Facts, FollowsPage, Post, Profile, Resource } from '../../src/types/resource.ts';
import type { Web } from '../../src/types/web.ts';
import { type Exchange, exchangesOf, fixtureWeb } from './fixture-web.ts';
import { all } from '../helpers/all.ts';

const network = 'bluesky';
const host = 'public.api.bsky.app';
const did = (name: string): string => `did:plc:${name.padEnd(24, '2')}`;
const named = (name: string): ProfileName => ({ network, name, host });
const profile = (name: string): Profile => ({ network, id: did(name), ref: did(name), host });
const resource = (id: string, name = 'written.example'): Resource => ({
  network,
  id,
  name,
  title: 'As listed',
  host,
  url: `https://bsky.app/profile/${name}`,
});
const factsOf = (id: string): Facts => ({
  name: 'garden-journal.example',
  title: null,
  url: '',
  subscribers: 5000,
  description: null,
  group: false,
  exists: true,
  ref: id,
  host,
  wishes: [],
});

const web = (scenario: string) => fixtureWeb(exchangesOf(network, scenario));

/** Each name with the id it was found under, or why it was not. */
const find = async (names: string[], from: Web) => {
  const found = await all(bluesky.findProfiles(names.map(named), from));
  return found.map(([{ name }, answer]) => [name, 'profile' in answer ? answer.profile.id : answer.status]);
};

const list = async (scenario: string, cursor: string | null = null) => {
  const from = web(scenario);
  return { read: await all(bluesky.listFollows(profile('anna'), from, cursor)), asked: from.asked };
};

const shape = (pages: FollowsPage[]) =>
  pages.map(({ resources, ...rest }) => [resources.map(({ name }) => name), rest] as const);

/** The resource that an address names. */
function resourceIn(input: string): ResourceName {
  const name = bluesky.parseResource(input);
  if (!name || 'reason' in name) throw new Error(`${input} names no resource`);
  return name;
}

describe('profile forms', () => {
  const plc = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';
  test.for([
    ['https://bsky.app/profile/anna.test', 'anna.test'],
    ['http://www.bsky.app/profile/anna.test/', 'anna.test'],
    ['HTTPS://BSKY.APP/PROFILE/ANNA.TEST', 'anna.test'],
    ['https://bsky.app./profile/anna.test.', 'anna.test'],
    ['bsky.app/profile/anna.test', 'anna.test'],
    ['//bsky.app/profile/anna.test', 'anna.test'],
    ['www.bsky.app//profile//anna.test//', 'anna.test'],
    ['https://bsky.app/profile/@anna.test', 'anna.test'],
    ['https://bsky.app/profile/%E2%80%AAanna.test%E2%80%AC', 'anna.test'],
    ['https://bsky.app/profile/anna.test?ref_src=mail', 'anna.test'],
    ['https://bsky.app/profile/anna.test#about', 'anna.test'],
    ['https://bsky.app/profile/anna.test/followers', 'anna.test'],
    ['https://bsky.app/profile/anna.test/lists', 'anna.test'],
    ['https://bsky.app/profile/anna.test/post/3kabcdefgh22a', 'anna.test'],
    ['https://main.bsky.dev/profile/anna.test', 'anna.test'],
    ['https://staging.bsky.app/profile/anna.test', 'anna.test'],
    ['https://deer.social/profile/anna.test', 'anna.test'],
    ['https://blacksky.community/profile/anna.test', 'anna.test'],
    [`https://bsky.app/profile/${plc}`, plc],
    [`https://bsky.app/profile/${encodeURIComponent(plc)}/post/3kabcdefgh22a`, plc],
    ['https://bsky.app/profile/did:web:Anna.example', 'did:web:anna.example'],
    ['https://anna.bsky.social/', 'anna.bsky.social'],
    ['anna.bsky.social', 'anna.bsky.social'],
    ['Anna.BSKY.social.', 'anna.bsky.social'],
    ['@anna.test', 'anna.test'],
    ['\u202A@anna.test\u202C', 'anna.test'],
    ['\uFEFF an\u200Bna.bsky.social\u00A0', 'anna.bsky.social'],
    [plc, plc],
    [`@${plc}`, plc],
    [`\u200E${plc}.`, plc],
    ['did:web:anna.example', 'did:web:anna.example'],
    ['at://anna.test', 'anna.test'],
    [`at://${plc}`, plc],
    [`at://${plc}/app.bsky.actor.profile/self`, plc],
    ['at://Anna.test/app.bsky.feed.post/3kabcdefgh22a', 'anna.test'],
  ] as const)('%s', ([input, name]) => {
    expect(bluesky.parseProfile(input)).toEqual(named(name));
    expect(bluesky.parseHandle(input)).toEqual(named(name));
    expect(bluesky.parseResource(input)).toMatchObject({ ...named(name), id: name.startsWith('did:') ? name : null });
  });

  test.for([
    ['https://bsky.app', 'names no profile'],
    ['https://bsky.app/search?q=anna.test', 'names no profile'],
    ['https://bsky.app/settings', 'names no profile'],
    ['https://bsky.app/explore', 'names no profile'],
    ['https://bsky.app/hashtag/gardens', 'names no profile'],
    ['https://bsky.app/profile', 'names no profile'],
    ['https://bsky.app/starter-pack/anna.test/3kabcdefgh22a', 'names no profile'],
    ['https://go.bsky.app/AbCd123', 'short link'],
    ['https://bsky.app/profile/anna', 'e.g. anna.bsky.social'],
    ['https://bsky.app/profile/an_na.test', 'e.g. anna.bsky.social'],
    ['https://bsky.app/profile/%zz.test', 'e.g. anna.bsky.social'],
    ['https://bsky.app/profile/handle.invalid', 'use the address with the did:'],
    ['@handle.invalid', 'use the address with the did:'],
    ['did:plc:', 'nor a DID'],
    ['at://anna', 'incomplete'],
    ['at://anna.test/4test.later.post/3kabcdefgh22a', 'incomplete'],
    [`at://anna.test/${'a.'.repeat(157)}post`, 'incomplete'],
    ['at://anna.test/app.bsky.graph.starterpack/3kabcdefgh22a', 'names no profile'],
  ] as const)('%s is Bluesky and no profile', ([input, why]) => {
    const reason = { reason: expect.stringContaining(why) };
    expect(bluesky.parseProfile(input)).toEqual(reason);
    expect(bluesky.parseHandle(input)).toEqual(reason);
    expect(bluesky.parseResource(input)).toEqual(reason);
  });

  test.for([
    '',
    '  ',
    '@',
    'anna',
    '@anna',
    'anna.example',
    'bücher.test',
    'anna@mastodon.example',
    'anna@mail.bsky.social',
    '@anna@mastodon.example',
    'https://mastodon.example/@anna',
    'https://anna.example/profile/anna.test',
    'https://bsky.app@other.example/profile/anna.test',
    'https://notbsky.app/profile/anna.test',
    'https://[broken/profile/anna.test',
    'ftp://bsky.app/profile/anna.test',
  ])('%j may be of another network', (input) => {
    expect(bluesky.parseProfile(input)).toBeNull();
    expect(bluesky.parseResource(input)).toBeNull();
  });

  test.for([
    ['anna.example', 'anna.example'],
    ['Garden-Letter.Example.', 'garden-letter.example'],
    ['bsky.app', 'bsky.app'],
    ['@bsky.app', 'bsky.app'],
  ] as const)('in a column of its own %s is a handle', ([input, name]) => {
    expect(bluesky.parseHandle(input)).toEqual(named(name));
  });

  test.for(['anna', '@anna', 'bücher.test', 'anna .test', '127.0.0.1', '-'])(
    'in a column of its own %s asks for the whole handle',
    (input) => {
      expect(bluesky.parseHandle(input)).toEqual({ reason: expect.stringContaining('write the full handle') });
    },
  );

  test.for(['', 'anna@mastodon.example', '@anna@mastodon.example', 'https://x.com/anna', 'x.com/anna'])(
    'in a column of its own %j is left to the other networks',
    (input) => {
      expect(bluesky.parseHandle(input)).toBeNull();
    },
  );

  test('the examples say what the parser does', () => {
    expect(bluesky.examples.length).toBeGreaterThanOrEqual(8);
    for (const { input, profile: expected } of bluesky.examples) {
      const parsed = bluesky.parseProfile(input);
      expect([input, parsed && 'name' in parsed ? parsed.name : null]).toEqual([input, expected]);
    }
  });
});

describe('resource forms', () => {
  test('an account by DID has its id in the address', () => {
    expect(bluesky.parseResource(`https://bsky.app/profile/${did('journal')}/`)).toEqual({
      ...named(did('journal')),
      id: did('journal'),
      url: `https://bsky.app/profile/${did('journal')}`,
    });
    expect(bluesky.parseResource('http://www.bsky.app/profile/Journal.test?x=1')).toEqual({
      ...named('journal.test'),
      id: null,
      url: 'https://bsky.app/profile/journal.test',
    });
  });

  test.for([
    ['https://bsky.app/profile/anna.test/feed/Gardens', 'anna.test/feed/Gardens', null],
    ['bsky.app/profile/anna.test/lists/3kabcdefgh22a?x=1', 'anna.test/lists/3kabcdefgh22a', null],
    ['https://bsky.app/profile/anna.test/feed/gardens/liked-by', 'anna.test/feed/gardens', null],
    [
      `https://bsky.app/profile/${did('anna')}/feed/gardens`,
      `${did('anna')}/feed/gardens`,
      `at://${did('anna')}/app.bsky.feed.generator/gardens`,
    ],
    [
      `at://${did('anna')}/app.bsky.graph.list/3kabcdefgh22a`,
      `${did('anna')}/lists/3kabcdefgh22a`,
      `at://${did('anna')}/app.bsky.graph.list/3kabcdefgh22a`,
    ],
    ['at://anna.test/app.bsky.feed.generator/gardens', 'anna.test/feed/gardens', null],
  ] as const)('%s is a resource and no profile', ([input, name, id]) => {
    expect(bluesky.parseResource(input)).toEqual({ ...named(name), id, url: `https://bsky.app/profile/${name}` });
    const why = name.includes('/feed/') ? 'this is a feed, not a profile' : 'this is a list, not a profile';
    expect(bluesky.parseProfile(input)).toEqual({ reason: why });
    expect(bluesky.parseHandle(input)).toEqual({ reason: why });
  });

  test('a feed without a proper key is none', () => {
    expect(bluesky.parseResource('https://bsky.app/profile/anna.test/feed/two%20words')).toHaveProperty('reason');
  });
});

describe('finding profiles', () => {
  test('answers are joined by DID or handle, whatever is left out, moved or repeated', async () => {
    const from = web('find');
    const names = ['anna.test', did('boris'), 'boris.test', 'clara.example', 'dora.test', 'erik.test', 'gone.test'];
    expect(await find([...names, 'fred.test'], from)).toEqual([
      ['anna.test', did('anna')],
      [did('boris'), did('boris')],
      ['boris.test', did('boris')],
      ['clara.example', 'hidden'],
      ['dora.test', did('dora')],
      ['erik.test', did('erik')],
      ['gone.test', 'not_found'],
      ['fred.test', did('fred')],
    ]);
    expect(from.asked).toHaveLength(1);
  });

  test('a profile is asked for by DID at the public server, and the others say why not', async () => {
    const names = ['anna.test', did('boris'), 'boris.test', 'clara.example', 'dora.test', 'erik.test', 'gone.test'];
    const answers = await all(bluesky.findProfiles([...names, 'fred.test'].map(named), web('find')));
    const found = new Map(answers.map(([{ name }, answer]) => [name, answer]));
    expect(found.get('anna.test')).toEqual({ profile: { ...profile('anna'), follows: 5 } });
    expect(found.get('clara.example')).toEqual({
      status: 'hidden',
      note: expect.stringContaining('private by choice'),
    });
    expect(found.get('gone.test')).toEqual({
      status: 'not_found',
      note: expect.stringContaining('no such account'),
    });
  });

  test('a batch with one malformed name is halved until that name stands alone', async () => {
    const names = ['anna.test', 'did:web:broken.example:'].map((name) => `actors=${encodeURIComponent(name)}`);
    const request = `GET https://${host}/xrpc/app.bsky.actor.getProfiles?${names.join('&')}`;
    const body = { error: 'InvalidRequest', message: 'actors must be a valid did or a handle' };
    const from = fixtureWeb([...exchangesOf(network, 'refused-batch'), { request, status: 400, body }]);
    expect(await find(['anna.test', 'did:web:broken.example:', 'gone.test'], from)).toEqual([
      ['anna.test', did('anna')],
      ['did:web:broken.example:', 'not_found'],
      ['gone.test', 'not_found'],
    ]);
    expect(from.asked).toHaveLength(5);
  });

  test('a malformed name that was asked for alone is not asked for again', async () => {
    const from = web('refused-batch');
    const [answer] = await all(bluesky.findProfiles([named('did:web:broken.example:')], from));
    expect(answer?.[1]).toEqual({
      status: 'not_found',
      note: 'Bluesky refuses this name: actors must be a valid did or a handle',
    });
    expect(from.asked).toHaveLength(1);
  });

  test('25 names take one request, and names that repeat are asked for once', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `customer${index}.test`);
    const query = names.map((name) => `actors=${name}`).join('&');
    const profiles = names.map((handle, index) => ({
      did: did(`customer${'abcdefghijklmnopqrstuvwxy'[index]}`),
      handle,
    }));
    const exchange: Exchange = {
      request: `GET https://${host}/xrpc/app.bsky.actor.getProfiles?${query}`,
      status: 200,
      body: { profiles: profiles.toReversed() },
    };
    const from = fixtureWeb([exchange]);
    expect(await find([...names, 'customer0.test'], from)).toEqual(
      [...profiles, profiles[0]].map((each) => [each?.handle, each?.did]),
    );
    expect(from.asked).toHaveLength(1);
    expect(bluesky.batch.profiles).toBe(25);
  });

  test('nobody to find, nothing to ask', async () => {
    const from = fixtureWeb([]);
    expect(await find([], from)).toEqual([]);
    expect(from.asked).toEqual([]);
  });
});

describe('listing follows', () => {
  test('short and empty pages do not end a list, only a missing cursor does', async () => {
    const { read, asked } = await list('list');
    expect(shape(read)).toEqual([
      [['garden-journal.example', did('broken')], { next: '3kpageone2222' }],
      [[], { next: '3kpagetwo2222' }],
      [['seeds.example'], { next: null }],
    ]);
    expect(asked).toHaveLength(3);
  });

  test('a follow carries the DID, the names of today and no count', async () => {
    const { read } = await list('list');
    expect(read.flatMap(({ resources }) => resources)).toEqual([
      {
        network,
        host,
        id: did('journal'),
        name: 'garden-journal.example',
        title: 'Journal',
        url: 'https://bsky.app/profile/garden-journal.example',
        subscribers: null,
        countedBy: 'elsewhere',
      },
      {
        network,
        host,
        id: did('broken'),
        name: did('broken'),
        title: null,
        url: `https://bsky.app/profile/${did('broken')}`,
        subscribers: null,
        countedBy: 'elsewhere',
      },
      {
        network,
        host,
        id: did('seeds'),
        name: 'seeds.example',
        title: null,
        url: 'https://bsky.app/profile/seeds.example',
        subscribers: null,
        countedBy: 'elsewhere',
      },
    ]);
    expect(read.flatMap(({ resources }) => resources).some((each) => bluesky.decidesFloor(each, 0))).toBe(false);
  });

  test('a killed run goes on at its cursor', async () => {
    const { read, asked } = await list('list', '3kpageone2222');
    expect(shape(read)).toEqual([
      [[], { next: '3kpagetwo2222' }],
      [['seeds.example'], { next: null }],
    ]);
    expect(asked[0]).toContain('cursor=3kpageone2222');
  });

  test('nothing is asked that nobody reads', async () => {
    const from = web('list');
    for await (const page of bluesky.listFollows(profile('anna'), from, null)) {
      expect(page.next).toBe('3kpageone2222');
      break;
    }
    expect(from.asked).toHaveLength(1);
  });

  test('an empty list is read, not hidden', async () => {
    expect((await list('list-empty')).read).toEqual([{ resources: [], next: null }]);
  });

  test('a cursor that came before ends the list, cut short', async () => {
    const { read, asked } = await list('list-repeated-cursor');
    expect(shape(read)).toEqual([
      [['garden-journal.example'], { next: 'one' }],
      [['seeds.example'], { next: 'two' }],
      [['bulbs.example'], { next: null, cutShort: true }],
    ]);
    expect(asked).toHaveLength(3);
  });

  test('a cursor that leads to itself ends the list, cut short', async () => {
    const { read, asked } = await list('list-same-cursor');
    expect(shape(read).at(-1)).toEqual([['garden-journal.example'], { next: null, cutShort: true }]);
    expect(asked).toHaveLength(2);
    expect(shape((await list('list-same-cursor', 'one')).read)).toEqual([
      [['garden-journal.example'], { next: null, cutShort: true }],
    ]);
  });

  test('an empty page in answer to a cursor of the old form is not the end of the list', async () => {
    expect((await list('list-old-cursor', '1735984800000::bafyold')).read).toEqual([
      { resources: [], next: null, cutShort: true },
    ]);
    expect(shape((await list('list-old-cursor', '1735984800000::bafylast')).read)).toEqual([
      [['seeds.example'], { next: null }],
    ]);
  });

  test('an account that is gone is not found, without its name in the note', async () => {
    const reading = all(bluesky.listFollows(profile('gone'), web('gone'), null));
    await expect(reading).rejects.toMatchObject({ name: 'Unreadable', status: 'not_found' });
    await expect(reading).rejects.not.toThrow(did('gone'));
  });

  test('another refusal says nothing about the account', async () => {
    await expect(list('gone', 'nonsense')).rejects.toThrow(Refused);
  });
});

describe('facts', () => {
  test('every resource gets facts, also the one that is missing', async () => {
    const from = web('facts');
    const asked = ['journal', 'seeds', 'broken', 'gone'].map((name) => resource(did(name)));
    const read = await all(bluesky.readFacts(asked, from));
    expect(read.map(([each]) => each)).toEqual(asked);
    expect(read.map(([, facts]) => facts)).toEqual([
      {
        ...factsOf(did('journal')),
        title: 'Journal',
        url: 'https://bsky.app/profile/garden-journal.example',
        description: 'Guest authors welcome.',
        wishes: ['!no-unauthenticated'],
        domain: 'garden-journal.example',
      },
      {
        ...factsOf(did('seeds')),
        name: 'seeds.example',
        domain: 'seeds.example',
        url: 'https://bsky.app/profile/seeds.example',
        subscribers: null,
      },
      {
        ...factsOf(did('broken')),
        name: did('broken'),
        url: `https://bsky.app/profile/${did('broken')}`,
        subscribers: 4999,
      },
      {
        ...factsOf(did('gone')),
        name: 'written.example',
        title: 'As listed',
        url: 'https://bsky.app/profile/written.example',
        subscribers: null,
        exists: false,
        ref: '',
      },
    ]);
    expect(from.asked).toHaveLength(1);
  });

  test('a feed is not asked for, and not called gone', async () => {
    const from = fixtureWeb([]);
    const id = `at://${did('anna')}/app.bsky.feed.generator/gardens`;
    const read = await all(bluesky.readFacts([resource(id), resource('@anna.test/feed/gardens')], from));
    expect(read.map(([, facts]) => facts)).toMatchObject([
      { exists: true, subscribers: null },
      { exists: true, subscribers: null },
    ]);
    expect(from.asked).toEqual([]);
    await expect(all(bluesky.readPosts(resource(id), factsOf(id), from))).rejects.toMatchObject({ status: 'hidden' });
    expect(from.asked).toEqual([]);
  });

  test('imported names become the accounts that they are; the missing ones and feeds yield nothing', async () => {
    const from = web('import');
    const written = ['https://bsky.app/profile/Garden-Journal.example', did('seeds'), '@gone.test'];
    const names = [...written, 'https://bsky.app/profile/anna.test/feed/gardens'].map(resourceIn);
    const found = await all(bluesky.findResources(names, from));
    expect(
      found.map(([name, { id, name: handle }, facts]) => [name.name, id, handle, facts.subscribers, facts.ref]),
    ).toEqual([
      ['garden-journal.example', did('journal'), 'garden-journal.example', 12_000, did('journal')],
      [did('seeds'), did('seeds'), 'seeds.example', 7000, did('seeds')],
    ]);
    expect(from.asked).toHaveLength(1);
  });

  test('only feeds and lists: nothing is asked', async () => {
    const from = fixtureWeb([]);
    const name = resourceIn('https://bsky.app/profile/anna.test/lists/3kabcdefgh22a');
    expect(await all(bluesky.findResources([name], from))).toEqual([]);
    expect(from.asked).toEqual([]);
  });

  test('a resource that an earlier run could not identify is asked for by the handle it was written with', async () => {
    const from = web('import');
    const read = await all(bluesky.readFacts([resource('@garden-journal.example'), resource('@gone.test')], from));
    expect(read.map(([, { ref, exists, subscribers }]) => [ref, exists, subscribers])).toEqual([
      [did('journal'), true, 12_000],
      ['', false, null],
    ]);
  });
});

describe('posts', () => {
  const journal = did('journal');
  const guest = did('guest');
  const read = async (scenario: string, most = Infinity) => {
    const from = web(scenario);
    const posts: Post[] = [];
    for await (const post of bluesky.readPosts(resource(journal), factsOf(journal), from)) {
      posts.push(post);
      if (posts.length >= most) break;
    }
    return { posts, asked: from.asked };
  };
  const at = 'https://bsky.app/profile';

  test('who wrote what, when it was shown, newest first', async () => {
    const { posts, asked } = await read('posts');
    expect(posts[0]).toMatchObject({
      kind: 'own',
      pinned: true,
      url: `${at}/garden-journal.example/post/3kpinned22222`,
    });
    expect(posts.slice(1).map(({ kind, author, at: when, url }) => [kind, author, when, url])).toEqual([
      ['own', journal, '2026-05-20T06:00:00.000Z', `${at}/garden-journal.example/post/3kown22222222`],
      ['repost', guest, '2026-05-19T12:00:00.000Z', `${at}/guest.test/post/3kguest222222`],
      ['repost', did('broken'), '2026-05-18T12:00:00.000Z', `${at}/${did('broken')}/post/3kbroken22222`],
      ['own', journal, '2026-05-17T12:00:00.000Z', `${at}/garden-journal.example/post/3kagain222222`],
      ['quote', guest, '2026-05-16T10:00:00.000Z', `${at}/garden-journal.example/post/3kquote222222`],
      ['quote', guest, '2026-05-15T10:00:00.000Z', `${at}/garden-journal.example/post/3kquotemedia2`],
      ['own', journal, '2026-05-14T10:00:00.000Z', `${at}/garden-journal.example/post/3kselfquote22`],
      ['own', journal, '2026-05-13T10:00:00.000Z', `${at}/garden-journal.example/post/3kquotegone22`],
      ['quote', guest, '2026-05-12T10:00:00.000Z', `${at}/garden-journal.example/post/3kquoteblock2`],
      ['own', journal, '2026-05-11T10:00:00.000Z', `${at}/garden-journal.example/post/3kdetached222`],
      ['own', journal, '2026-05-10T10:00:00.000Z', `${at}/garden-journal.example/post/3kfeedshare22`],
      ['repost', guest, '2026-05-09T10:00:00.000Z', `${at}/guest.test/post/3knoreason222`],
      ['own', journal, '2026-05-08T10:00:00.000Z', `${at}/garden-journal.example/post/3kfuture22222`],
      ['own', journal, '2026-05-07T12:00:00.000Z', `${at}/garden-journal.example/post/3kquote222222`],
      ['own', journal, '2026-05-07T10:00:00.000Z', `${at}/garden-journal.example/post/3kpicture2222`],
      ['own', journal, '2026-05-06T10:00:00.000Z', `${at}/garden-journal.example/post/3kzoneless222`],
    ]);
    expect(posts.slice(1, 3).map(({ text }) => text)).toEqual(['New seeds are in', 'How I compost']);
    expect(asked).toHaveLength(2);
  });

  test("posts are the account's own also where the resource has not got its id yet", async () => {
    const imported = resource('@garden-journal.example', 'garden-journal.example');
    const [post] = await all(bluesky.readPosts(imported, factsOf(journal), web('posts')));
    expect(post).toMatchObject({ kind: 'own', author: journal });
  });

  test('the second page is asked for only when somebody reads on', async () => {
    expect((await read('posts', 12)).asked).toHaveLength(1);
    expect((await read('posts', 13)).asked).toHaveLength(2);
  });

  test('a pinned post stands first, whatever its age, and comes once', async () => {
    const item = (key: string, createdAt: string, more: object = {}): object => ({
      post: {
        uri: `at://${journal}/app.bsky.feed.post/${key}`,
        author: { did: journal, handle: 'garden-journal.example' },
        record: { text: key, createdAt },
        indexedAt: createdAt,
      },
      ...more,
    });
    const old = '2024-01-01T10:00:00.000Z';
    const feed = `GET https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=${encodeURIComponent(journal)}&limit=100&filter=posts_no_replies&includePins=true`;
    const from = fixtureWeb([
      {
        request: feed,
        status: 200,
        body: {
          feed: [
            item('3kpinned22222', old, { reason: { $type: 'app.bsky.feed.defs#reasonPin' } }),
            item('3knew22222222', '2026-05-20T06:00:00.000Z'),
          ],
          cursor: 'two',
        },
      },
      { request: `${feed}&cursor=two`, status: 200, body: { feed: [item('3kpinned22222', old)] } },
    ]);
    const posts = await all(bluesky.readPosts(resource(journal), factsOf(journal), from));
    expect(posts.map(({ text, at: when, pinned }) => [text, when, pinned])).toEqual([
      ['3kpinned22222', old, true],
      ['3knew22222222', '2026-05-20T06:00:00.000Z', undefined],
    ]);
  });

  test('pages stop at a cursor that came before', async () => {
    const { posts, asked } = await read('posts-repeated-cursor');
    expect(posts).toHaveLength(3);
    expect(asked).toHaveLength(3);
  });

  test('pages stop at five', async () => {
    const { posts, asked } = await read('posts-endless');
    expect(posts).toHaveLength(5);
    expect(asked).toHaveLength(5);
  });

  test('an account that is gone is not found', async () => {
    const reading = all(bluesky.readPosts(resource(did('gone')), factsOf(did('gone')), web('gone')));
    await expect(reading).rejects.toMatchObject({ name: 'Unreadable', status: 'not_found' });
  });
});

describe('what the network file leaves to others', () => {
  test('an answer of another shape is passed on as such', async () => {
    const from = web('changed-shape');
    const shown = [
      all(bluesky.findProfiles([named('anna.test')], from)),
      all(bluesky.listFollows(profile('anna'), from, null)),
      all(bluesky.listFollows(profile('anna'), from, 'one')),
      all(bluesky.readPosts(resource(did('journal')), factsOf(did('journal')), from)),
    ];
    for (const reading of shown) await expect(reading).rejects.toThrow(UnexpectedAnswer);
  });

  test('only a request that is malformed is taken apart', async () => {
    const from = web('unavailable');
    await expect(find(['anna.test', 'boris.test'], from)).rejects.toThrow(Refused);
    expect(from.asked).toHaveLength(1);
  });

  test('a server that is down or busy is nobody who is gone', async () => {
    const from = web('unavailable');
    const shown = [
      all(bluesky.findProfiles([named('anna.test')], from)),
      all(bluesky.listFollows(profile('anna'), from, null)),
      all(bluesky.readPosts(resource(did('anna')), factsOf(did('anna')), from)),
    ];
    for (const reading of shown) await expect(reading).rejects.toThrow(Unreachable);
    expect(from.asked).toHaveLength(3);
  });
});
