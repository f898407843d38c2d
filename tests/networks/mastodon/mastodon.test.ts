import { describe, expect, test } from 'vitest';
import { UnexpectedAnswer, Unreachable, Unreadable } from '../../../src/errors.ts';
import { networks } from '../../../src/networks/index.ts';
import { mastodon } from '../../../src/networks/mastodon/index.ts';
import type { NotIdentified, ProfileName, ResourceName } from '../../../src/types/input.ts';
import type {
  Facts,
  FollowsPage,
  ProfileLookup,
  Listed,
  Post,
  Profile,
  Resource,
} from '../../../src/types/resource.ts';
import type { Web } from '../../../src/types/web.ts';
import { exchangesOf, fixtureWeb } from '../fixture-web.ts';
import { all } from '../../helpers/all.ts';

const network = 'mastodon';
const annaId = '115673920184736251';

const nameOf = (name: string): ProfileName => ({
  network,
  name,
  host: name.startsWith('http') ? new URL(name).host : name.slice(name.indexOf('@') + 1),
});
const resourceNameOf = (name: string): ResourceName => ({ ...nameOf(name), id: null, url: '' });

const profileOf = (host: string, id = annaId, follows: number | '?' = 3, domain = host): Profile => ({
  network,
  id: `https://${host}/users/anna`,
  ref: `${id} ${follows} ${domain}`,
  host,
  follows: follows === '?' ? undefined : follows,
});

const resourceOf = (name: string, host = name.slice(name.indexOf('@') + 1)): Resource => ({
  network,
  id: `https://${host}/users/${name.slice(0, name.indexOf('@'))}`,
  name,
  title: 'As listed',
  url: `https://${host}/@as-listed`,
  host,
});

const web = (scenario: string) => fixtureWeb(exchangesOf(network, scenario));

async function find(name: string, asking: Web): Promise<ProfileLookup> {
  const [answer] = await all(mastodon.findProfiles([nameOf(name)], asking));
  expect(answer?.[0]).toEqual(nameOf(name));
  return answer?.[1] ?? { status: 'not_reached', note: 'no answer' };
}

const follows = (profile: Profile, asking: Web, from: string | null = null): Promise<FollowsPage[]> =>
  all(mastodon.listFollows(profile, asking, from));

const idsOf = (pages: FollowsPage[]): string[] => pages.flatMap(({ resources }) => resources.map(({ id }) => id));

async function factsOf(resource: Resource, asking: Web): Promise<Facts | undefined> {
  const [answer] = await all(mastodon.readFacts([resource], asking));
  return answer?.[1];
}

const listedFacts = ({ name, title, url, host }: Resource): Facts => ({
  name,
  title,
  url,
  subscribers: 5000,
  description: null,
  group: false,
  exists: true,
  ref: '',
  host,
  wishes: [],
});

const postsOf = (resource: Resource, asking: Web, known: Partial<Facts> = {}): Promise<Post[]> =>
  all(mastodon.readPosts(resource, { ...listedFacts(resource), ...known }, asking));

const findResources = (name: string, asking: Web) => all(mastodon.findResources([resourceNameOf(name)], asking));

const beta = (user: string): Resource => resourceOf(`${user}@beta.example`);

const lookupIn = (host: string, acct: string) => `GET https://${host}/api/v1/accounts/lookup?acct=${acct}`;
const fingerAt = (domain: string, resource: string) =>
  `GET https://${domain}/.well-known/webfinger?resource=${resource}`;

// ------------------------------------------------------------------ addresses

describe('addresses', () => {
  test.each([
    ['https://social.example/@anna', 'anna@social.example', 'social.example'],
    ['http://social.example/@anna/', 'anna@social.example', 'social.example'],
    ['HTTPS://Social.Example/@Anna?lang=en#top', 'anna@social.example', 'social.example'],
    ['social.example/@anna', 'anna@social.example', 'social.example'],
    ['//social.example/@anna', 'anna@social.example', 'social.example'],
    ['social.example:8443/@anna', 'anna@social.example:8443', 'social.example:8443'],
    ['https://social.example:443/@anna', 'anna@social.example', 'social.example'],
    ['localhost/@anna', 'anna@localhost', 'localhost'],
    ['https://social.example./@anna', 'anna@social.example', 'social.example'],
    ['https://social.example/%40anna', 'anna@social.example', 'social.example'],
    ['https://BÜCHER.example/@anna', 'anna@xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['https://xn--bcher-kva.example/@anna', 'anna@xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['https://other.example/@anna@social.example', 'anna@social.example', 'social.example'],
    ['https://other.example/@anna@social.example:8443/115', 'anna@social.example:8443', 'social.example:8443'],
    ['https://social.example/@anna/115673920184736251', 'anna@social.example', 'social.example'],
    ['https://social.example/@anna/following', 'anna@social.example', 'social.example'],
    ['https://social.example/web/@anna', 'anna@social.example', 'social.example'],
    ['https://social.example/deck/@anna@other.example', 'anna@other.example', 'other.example'],
    ['https://social.example/users/Anna', 'anna@social.example', 'social.example'],
    ['https://social.example/users/anna/statuses/115', 'anna@social.example', 'social.example'],
    ['https://social.example/ap/users/115', 'https://social.example/ap/users/115', 'social.example'],
    ['social.example/ap/users/115/following', 'https://social.example/ap/users/115', 'social.example'],
    ['@anna@social.example', 'anna@social.example', 'social.example'],
    [' @Anna_K.b-2@Bücher.Example ', 'anna_k.b-2@xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['\u2068@anna@social.example\u2069', 'anna@social.example', 'social.example'],
    ['@anna@social.example:8443', 'anna@social.example:8443', 'social.example:8443'],
    ['acct:anna@social.example', 'anna@social.example', 'social.example'],
    ['ACCT:@anna@social.example', 'anna@social.example', 'social.example'],
  ])('%s is %s', (input, name, host) => {
    expect(mastodon.parseProfile(input)).toEqual({ network, name, host });
    expect(mastodon.parseHandle(input)).toEqual({ network, name, host });
    expect(mastodon.parseResource(input)).toMatchObject({ network, name, host });
  });

  test.each([
    '',
    '@',
    'anna',
    '@anna',
    'Anna Gardner',
    'anna@social.example',
    'mailto:anna@social.example/x',
    'ftp://social.example/@anna',
    'https://social.example',
    'https://social.example/',
    'https://social.example/anna',
    'https://social.example/about/@anna',
    'https://social.example/web/accounts/1',
    'https://social.example/ap/users/anna',
    'https://social.example/users',
    'https://social.example/users/anna%2Fbob',
    'https://social.example/@',
    'https://social.example/@анна',
    'https://social.example/@anna@nowhere',
    'https://social.example/@%',
    'https://anna@social.example/@anna',
    'https://anna:secret@social.example/@anna',
    'https://nodots/@anna',
    'nodots/@anna',
    'https://a..example/@anna',
    'https:///@anna',
    'https://medium.com/@anna',
    'https://medium.com:8443/@anna',
    'https://anna.medium.com/@anna',
    'https://www.tiktok.com/@anna',
    'https://m.youtube.com/@anna',
    'youtube.com/@anna',
    'https://www.threads.net/@anna',
    'https://threads.com/@anna',
    'https://t.me/@anna',
    'https://anna.substack.com/@anna',
    'https://flickr.com/@anna',
    'https://bsky.app/@anna',
    'https://vk.com/@anna',
    'https://stackoverflow.com/users/1/anna',
  ])('%j is none', (input) => {
    const inList = networks.find(({ id }) => id === 'mastodon') ?? mastodon;
    expect(inList.parseProfile(input)).toBeNull();
    expect(inList.parseResource(input)).toBeNull();
  });

  test('a site whose name only ends like one that is none is a server', () => {
    expect(mastodon.parseProfile('https://notmedium.com/@anna')).toMatchObject({ name: 'anna@notmedium.com' });
  });

  test.each<[string, ProfileName | NotIdentified | null]>([
    ['anna@social.example', nameOf('anna@social.example')],
    ['Anna@Social.Example:8443', nameOf('anna@social.example:8443')],
    ['social.example/@anna', nameOf('anna@social.example')],
    ['anna', { reason: 'its server is missing: write @anna@server.example' }],
    ['@bob', { reason: 'its server is missing: write @bob@server.example' }],
    ['anna@nowhere', null],
    ['Anna Gardner', null],
    ['', null],
    ['https://medium.com/@anna', null],
  ])('in a column of its own %j is %o', (input, expected) => {
    expect(mastodon.parseHandle(input)).toEqual(expected);
  });

  test.each([
    ['https://social.example/users/Anna', 'https://social.example/users/Anna', 'https://social.example/users/Anna'],
    [
      'http://social.example/users/anna/following',
      'http://social.example/users/anna',
      'http://social.example/users/anna',
    ],
    ['social.example/ap/users/115', 'https://social.example/ap/users/115', 'https://social.example/ap/users/115'],
    ['https://social.example/@Anna', null, 'https://social.example/@anna'],
    ['https://other.example/@anna@social.example', null, 'https://social.example/@anna'],
    ['@anna@social.example:8443', null, 'https://social.example:8443/@anna'],
  ])('the resource %s has id %s and address %s', (input, id, url) => {
    expect(mastodon.parseResource(input)).toMatchObject({ id, url });
  });

  test.each(mastodon.examples)('example $input', ({ input, profile }) => {
    const found = mastodon.parseProfile(input);
    expect(found && 'name' in found ? found.name : null).toBe(profile);
  });

  test('links are tagged with the host, without a port', () => {
    expect(mastodon.utmSource({ host: 'social.example:8443' })).toBe('social.example');
    expect(mastodon.utmSource({ host: 'social.example' })).toBe('social.example');
  });
});

// ------------------------------------------------------------------ profiles

describe('finding a profile', () => {
  test('its id is the actor URI, and what the list needs is in its ref', async () => {
    const asking = web('two-pages');
    expect(await find('anna@alpha.example', asking)).toEqual({ profile: profileOf('alpha.example', annaId, 6) });
    expect(asking.asked).toEqual([lookupIn('alpha.example', 'anna')]);
  });

  test.each([
    ['hidden', 'anna@alpha.example', 'hidden', 1],
    ['suspended', 'anna@alpha.example', 'not_found', 1],
    ['unknown', 'anna@alpha.example', 'not_found', 4],
    ['unknown', 'anna@old.example', 'not_found', 1],
    ['login', 'anna@members.example', 'needs_login', 1],
    ['login', 'anna@guarded.example', 'needs_login', 1],
    ['login', 'anna@strict.example', 'needs_login', 1],
    ['gotosocial', 'anna@gts.example', 'needs_login', 1],
    ['sharkey', 'unknown@shark.example', 'needs_login', 1],
    ['pleroma', 'shy@plum.example', 'hidden', 1],
    ['snac', 'nobody@snac.test:21020', 'not_found', 4],
    ['websites', 'anna@app.example', 'not_reached', 4],
    ['websites', 'anna@blog.example', 'not_reached', 2],
    ['websites', 'anna@intranet.example', 'needs_login', 2],
    ['numeric-uri', 'https://delta.example/ap/users/7', 'not_found', 1],
  ])('%s: %s is %s after %i requests', async (scenario, name, status, requests) => {
    const asking = web(scenario);
    expect(await find(name, asking)).toEqual({ status, note: expect.stringMatching(/\w{3}/) });
    expect(asking.asked).toHaveLength(requests);
  });

  test('a 401 says that it may mean three things', async () => {
    expect(await find('unknown@shark.example', web('sharkey'))).toMatchObject({
      note: expect.stringMatching(/401.*login.*unknown.*suspended/),
    });
  });

  test('a server that is down is no answer, and the next user of it is asked all the same', async () => {
    const asking = web('down');
    await expect(find('anna@alpha.example', asking)).rejects.toThrow(Unreachable);
    expect(await find('boris@alpha.example', asking)).toMatchObject({ profile: { host: 'alpha.example' } });
    expect(asking.asked).toHaveLength(2);
  });

  test('a refusal that means nothing here is passed on', async () => {
    await expect(find('anna@odd.example', web('websites'))).rejects.toThrow('405');
  });

  test('numeric actor URIs are looked up through WebFinger', async () => {
    const asking = web('numeric-uri');
    const uri = `https://delta.example/ap/users/${annaId}`;
    expect(await find(uri, asking)).toEqual({ profile: { ...profileOf('delta.example'), id: uri } });
    expect(asking.asked).toEqual([fingerAt('delta.example', uri), lookupIn('delta.example', 'anna')]);
  });

  test('ports stay', async () => {
    expect(await find('anna@forge.test:8443', web('port'))).toEqual({ profile: profileOf('forge.test:8443', '51') });
  });

  test('numbers are ids too, and an actor URI comes from url where there is none', async () => {
    expect(await find('anna@old.example', web('old-server'))).toEqual({ profile: profileOf('old.example', '7', 2) });
  });

  test("Pleroma's actor URI is in its own field", async () => {
    expect(await find('anna@plum.example', web('pleroma'))).toEqual({
      profile: profileOf('plum.example', 'AbCdEf', 1),
    });
  });

  test.each([
    ['social.kapu.example', 'social.kapu.example'],
    ['www.kapu.example', 'kapu.example'],
  ])('where the server sends to %s, the list is asked of %s', async (to, host) => {
    const asking = web('redirected');
    const redirecting: Web = {
      ...asking,
      json: async (url, shape) => ({
        ...(await asking.json(url, shape)),
        url: url.replace('//kapu.example', `//${to}`),
      }),
    };
    expect(await find('anna@kapu.example', redirecting)).toEqual({
      profile: { network, id: 'https://social.kapu.example/users/anna', ref: '41 2 kapu.example', host, follows: 2 },
    });
  });

  test('an id may hold any character', async () => {
    const asking = fixtureWeb([
      {
        request: lookupIn('odd.example', 'anna'),
        status: 200,
        body: { id: 'a/b c', acct: 'anna', uri: 'https://odd.example/users/anna' },
      },
      { request: 'GET https://odd.example/api/v1/accounts/a%2Fb%20c/following?limit=80', status: 200, body: [] },
    ]);
    const found = await find('anna@odd.example', asking);
    expect(found).toEqual({ profile: profileOf('odd.example', 'a%2Fb%20c', '?') });
    await expect(follows(profileOf('odd.example', 'a%2Fb%20c', '?'), asking)).rejects.toThrow(Unreadable);
  });
});

describe('a domain whose accounts live on another host', () => {
  test('the first user costs three requests, the second one', async () => {
    const asking = web('split-domain');
    expect(await find('anna@kapu.example', asking)).toEqual({
      profile: profileOf('social.kapu.example', '41', 2, 'kapu.example'),
    });
    expect(asking.asked).toEqual([
      lookupIn('kapu.example', 'anna'),
      fingerAt('kapu.example', 'acct:anna@kapu.example'),
      lookupIn('social.kapu.example', 'anna'),
    ]);
    expect(await find('boris@kapu.example', asking)).toMatchObject({
      profile: { id: 'https://social.kapu.example/users/boris', host: 'social.kapu.example' },
    });
    expect(asking.asked.slice(3)).toEqual([lookupIn('social.kapu.example', 'boris@kapu.example')]);
  });

  test('two at once cost no more', async () => {
    const asking = web('split-domain');
    await Promise.all([find('anna@kapu.example', asking), find('boris@kapu.example', asking)]);
    expect(asking.asked).toHaveLength(4);
  });

  test('the same user is not asked for twice', async () => {
    const asking = web('split-domain');
    expect(await find('anna@kapu.example', asking)).toEqual(await find('anna@kapu.example', asking));
    expect(asking.asked).toHaveLength(3);
  });

  test.each([
    ['clara', 'a user whom the host does not know', 'not_found', 2],
    ['dora', 'a user whom the host only heard of', 'not_found', 2],
    ['emil', 'a user for whom the host wants a login', 'needs_login', 1],
  ])('%s: %s is %s after %i requests', async (user, _, status, requests) => {
    const asking = web('split-domain');
    await find('anna@kapu.example', asking);
    expect(await find(`${user}@kapu.example`, asking)).toMatchObject({ status });
    expect(asking.asked.slice(3)).toHaveLength(requests);
  });

  test('its accounts are named by the domain, and counted at home', async () => {
    const [page] = await follows(profileOf('social.kapu.example', '41', 2, 'kapu.example'), web('split-domain'));
    expect(page?.resources).toMatchObject([
      { name: 'boris@kapu.example', host: 'social.kapu.example', countedBy: 'home', subscribers: 6000 },
      { name: 'carla@beta.example', host: 'beta.example', countedBy: 'elsewhere' },
      { name: 'dora@kapu.example', host: 'kapu.example', countedBy: 'home' },
    ]);
  });

  test('a resource there costs one request, because its actor URI names the host', async () => {
    const asking = web('split-domain');
    const facts = await factsOf(resourceOf('boris@kapu.example', 'social.kapu.example'), asking);
    expect(facts).toMatchObject({
      name: 'boris@kapu.example',
      subscribers: 6000,
      host: 'social.kapu.example',
      ref: '42',
    });
    expect(asking.asked).toEqual([lookupIn('social.kapu.example', 'boris')]);
  });

  test('a domain that points to somebody of another domain says nothing about its other users', async () => {
    const asking = web('other-names-domain');
    expect(await find('hello@pages.example', asking)).toEqual({ profile: profileOf('alpha.example') });
    expect(await find('boris@pages.example', asking)).toMatchObject({ status: 'not_found' });
    expect(asking.asked.filter((line) => line.includes('alpha.example'))).toEqual([lookupIn('alpha.example', 'anna')]);
  });
});

describe('moved accounts', () => {
  test('the account at the new home is read', async () => {
    const asking = web('moved');
    expect(await find('anna@old.example', asking)).toEqual({
      profile: {
        network,
        id: 'https://new.example/users/Anna_K',
        ref: '33 77 new.example',
        host: 'new.example',
        follows: 77,
        movedTo: 'https://new.example/@Anna_K',
      },
    });
    expect(asking.asked).toHaveLength(2);
  });

  test('within a server', async () => {
    expect(await find('anna@within.example', web('moved'))).toMatchObject({
      profile: { id: 'https://within.example/users/anna2' },
    });
  });

  test('to a server that wants a login', async () => {
    expect(await find('anna@shut.example', web('moved'))).toEqual({
      status: 'needs_login',
      note: expect.stringContaining('the account has moved, and of the new one: '),
    });
  });

  test('to what is no account of the fediverse: it stays where it is', async () => {
    expect(await find('anna@odd.example', web('moved'))).toEqual({ profile: profileOf('odd.example', '38') });
  });

  test('in a circle: the last one is taken', async () => {
    const asking = web('moved');
    expect(await find('anna@ring-1.example', asking)).toMatchObject({ profile: { host: 'ring-3.example' } });
    expect(asking.asked).toHaveLength(3);
  });

  test('more than three times: the fourth one is taken', async () => {
    const asking = web('moved');
    expect(await find('anna@hop-1.example', asking)).toMatchObject({ profile: { host: 'hop-4.example' } });
    expect(asking.asked).toHaveLength(4);
  });
});

// ------------------------------------------------------------------ follows

describe('the list', () => {
  test('goes on by Link, over a full last page to an empty one', async () => {
    const asking = web('two-pages');
    const pages = await follows(profileOf('alpha.example', annaId, 6), asking);
    const address = `https://alpha.example/api/v1/accounts/${annaId}/following?limit=80`;
    expect(pages.map(({ next }) => next)).toEqual([
      `${address}&max_id=9007199254740993`,
      `${address}&max_id=9007199254740991`,
      null,
    ]);
    expect(pages.some(({ cutShort }) => cutShort)).toBe(false);
    expect(asking.asked).toHaveLength(3);
    expect(pages.flatMap(({ resources }) => resources)).toEqual<Listed[]>([
      {
        network,
        id: 'https://alpha.example/users/bob',
        name: 'bob@alpha.example',
        title: 'Bob',
        url: 'https://alpha.example/@bob',
        host: 'alpha.example',
        subscribers: 7200,
        countedBy: 'home',
      },
      {
        network,
        id: 'https://beta.example/users/Carla',
        name: 'carla@beta.example',
        title: 'Carla',
        url: 'https://beta.example/@Carla',
        host: 'beta.example',
        subscribers: 5100,
        countedBy: 'elsewhere',
      },
      {
        network,
        id: 'https://xn--bcher-kva.example/users/dora',
        name: 'dora@xn--bcher-kva.example',
        title: null,
        url: 'https://xn--bcher-kva.example/@dora',
        host: 'xn--bcher-kva.example',
        subscribers: 31,
        countedBy: 'elsewhere',
      },
      {
        network,
        id: 'https://gamma.example/ap/users/115673920184736252',
        name: 'emil@gamma.example',
        title: 'Emil',
        url: 'https://gamma.example/@emil',
        host: 'gamma.example',
        subscribers: null,
        countedBy: 'elsewhere',
      },
      {
        network,
        id: 'https://forge.test:8443/users/fred',
        name: 'fred@forge.test:8443',
        title: 'Fred',
        url: 'https://forge.test:8443/@fred',
        host: 'forge.test:8443',
        subscribers: null,
        countedBy: 'elsewhere',
      },
    ]);
  });

  test('goes on where it was left', async () => {
    const asking = web('two-pages');
    const [first] = await follows(profileOf('alpha.example', annaId, 6), asking);
    const rest = await follows(profileOf('alpha.example', annaId, 6), asking, first?.next ?? '');
    expect(idsOf(rest)).toHaveLength(2);
    expect(rest.map(({ next, cutShort }) => [next === null, cutShort])).toEqual([
      [false, undefined],
      [true, undefined],
    ]);
  });

  test('is not gone on with at another host', async () => {
    const asking = web('two-pages');
    const from = `https://attic.example/api/v1/accounts/${annaId}/following?limit=80&max_id=5`;
    expect(await follows(profileOf('alpha.example'), asking, from)).toEqual([
      { resources: [], next: null, cutShort: true },
    ]);
    expect(asking.asked).toEqual([]);
  });

  test('is whole where Link headers came, although suspended accounts are missing in it', async () => {
    const [page, ...more] = await follows(profileOf('alpha.example', annaId, 7), web('suspended-are-left-out'));
    expect(page).toMatchObject({ next: null, resources: [{ name: 'carla@beta.example' }] });
    expect(page).not.toHaveProperty('cutShort');
    expect(more).toEqual([]);
  });

  test.each([
    ['next-elsewhere', 1, 1],
    ['next-repeated', 2, 2],
    ['next-ignored', 2, 1],
  ])('%s: ends after %i requests with %i resources, cut short', async (scenario, requests, resources) => {
    const asking = web(scenario);
    const pages = await follows(profileOf('alpha.example'), asking);
    expect(asking.asked).toHaveLength(requests);
    expect(idsOf(pages)).toHaveLength(resources);
    expect(pages.at(-1)).toMatchObject({ next: null, cutShort: true });
    expect(pages.slice(0, -1).some(({ cutShort }) => cutShort)).toBe(false);
  });

  test('odd Link headers: without quotes, relative, several words, http behind a proxy', async () => {
    const pages = await follows(profileOf('alpha.example'), web('next-odd'));
    expect(idsOf(pages)).toHaveLength(3);
    expect(pages.map(({ next }) => next?.slice(0, 22) ?? null)).toEqual([
      'https://alpha.example/',
      'https://alpha.example/',
      null,
    ]);
    expect(pages.some(({ cutShort }) => cutShort)).toBe(false);
  });

  test.each([
    ['9s0001', 9, 4, true],
    ['9s0002', 2, 2, false],
    ['9s0002', '?' as const, 2, false],
    ['9s0004', '?' as const, 80, true],
  ])('without Link one page is asked: account %s with %s follows shows %i', async (id, count, shown, cutShort) => {
    const untold = { request: 'GET https://shark.example/.well-known/nodeinfo', status: 404 };
    const asking = fixtureWeb([...exchangesOf(network, 'sharkey'), untold]);
    const pages = await follows(profileOf('shark.example', id, count), asking);
    expect(asking.asked.slice(1)).toEqual(cutShort ? [untold.request] : []);
    expect(idsOf(pages)).toHaveLength(shown);
    expect(pages[0]?.next).toBeNull();
    expect(pages[0]?.cutShort ?? false).toBe(cutShort);
  });

  test('0 subscribers of somebody who is followed are a hidden number; the suspended are listed', async () => {
    const [page] = await follows(profileOf('shark.example', '9s0001', 4), web('sharkey'));
    expect(page?.resources.map(({ name, subscribers, countedBy: counted }) => [name, subscribers, counted])).toEqual([
      ['res01@shark.example', 6100, 'home'],
      ['res02@shark.example', null, 'home'],
      ['res03@shark.example', 5, 'home'],
      ['far@beta.example', 5, 'elsewhere'],
    ]);
  });

  test("Pleroma's actor URIs do not follow from its addresses", async () => {
    const [page] = await follows(profileOf('plum.example', 'AbCdEf', 1), web('pleroma'));
    expect(page?.resources).toMatchObject([
      {
        id: 'https://gamma.example/ap/users/115673920184736252',
        url: 'https://gamma.example/@emil',
        subscribers: null,
      },
    ]);
  });

  test('accounts without uri; a number that is none is unknown', async () => {
    const [page] = await follows(profileOf('old.example', '7', 2), web('old-server'));
    expect(page?.resources.map(({ id, subscribers }) => [id, subscribers])).toEqual([
      ['https://old.example/users/bob', 5500],
      ['https://beta.example/users/carla', null],
    ]);
  });

  test('the same resource seen from three servers has one id and one name', async () => {
    const asking = web('three-servers');
    const seen = (
      await Promise.all([
        follows(profileOf('alpha.example', '1'), asking),
        follows(profileOf('beta.example', '2'), asking),
        follows(profileOf('gamma.example', '3'), asking),
      ])
    ).flatMap(([page]) => page?.resources ?? []);
    expect(new Set(seen.map(({ id, name, host, url }) => [id, name, host, url].join(' ')))).toEqual(
      new Set(['https://beta.example/users/garden garden@beta.example beta.example https://beta.example/@garden']),
    );
    expect(seen.map(({ subscribers, countedBy: counted }) => [subscribers, counted])).toEqual([
      [2100, 'elsewhere'],
      [5000, 'home'],
      [null, 'elsewhere'],
    ]);
  });
});

describe('three kinds of empty', () => {
  test('follows nobody: an empty list', async () => {
    expect(await follows(profileOf('alpha.example', annaId, 0), web('follows-nobody'))).toEqual([
      { resources: [], next: null },
    ]);
  });

  test.each([
    ['hidden-unsaid', profileOf('alpha.example', annaId, 12), 'hidden'],
    ['hidden-unsaid', profileOf('alpha.example', annaId, '?'), 'hidden'],
    ['snac', profileOf('snac.test:21020', '8f14e45fceea167a5a36dedd4bea2543', 5), 'hidden'],
    ['sharkey', profileOf('shark.example', '9s0003', 9), 'hidden'],
    ['login', profileOf('closed.example'), 'needs_login'],
    ['gone-since', profileOf('alpha.example'), 'not_found'],
    ['gone-since', profileOf('old.example'), 'not_found'],
  ])('%s: %j is %s', async (scenario, profile, status) => {
    const asking = web(scenario);
    const failure = await follows(profile, asking).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unreadable);
    expect(failure).toMatchObject({ status });
    expect(asking.asked).toHaveLength(1);
  });

  test('snac never shows a list, and by default no count either: its empty list is a hidden one', async () => {
    const asking = web('snac');
    const profile = profileOf('snac.test:21020', '8f14e45fceea167a5a36dedd4bea2543', 0);
    const failure = await follows(profile, asking).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'Unreadable', status: 'hidden' });
    expect(asking.asked.slice(1)).toEqual([
      'GET https://snac.test:21020/.well-known/nodeinfo',
      'GET https://snac.test:21020/nodeinfo_2_0',
    ]);
  });

  test('from finding to listing, as a run goes', async () => {
    const asking = web('snac');
    const found = await find('cust01@snac.test:21020', asking);
    expect(found).toEqual({
      profile: {
        network,
        id: 'http://snac.test:21020/cust01',
        ref: '8f14e45fceea167a5a36dedd4bea2543 5 snac.test:21020',
        host: 'snac.test:21020',
        follows: 5,
      },
    });
    const [profile] = 'profile' in found ? [found.profile] : [];
    await expect(follows(profile ?? profileOf('nowhere.test'), asking)).rejects.toMatchObject({ status: 'hidden' });
  });

  test.each(['alpha', 'beta', 'gamma'])('an answer of %s.example that names nobody is no answer', async (server) => {
    await expect(follows(profileOf(`${server}.example`), web('broken'))).rejects.toThrow(UnexpectedAnswer);
  });

  test('an actor URI that is no web address is not one', async () => {
    const [page] = await follows(profileOf('delta.example'), web('broken'));
    expect(page?.resources).toMatchObject([{ id: 'https://delta.example/users/evil' }]);
  });
});

// ------------------------------------------------------------------ resources

describe('facts', () => {
  test('what a resource says of itself', async () => {
    const asking = web('facts');
    expect(await factsOf(beta('garden'), asking)).toEqual({
      name: 'garden@beta.example',
      title: 'The Garden',
      url: 'https://beta.example/@Garden',
      subscribers: 5000,
      description: 'A magazine for gardeners',
      group: false,
      exists: true,
      ref: '5',
      host: 'beta.example',
      wishes: ['noindex', 'limited', 'not discoverable', 'not indexable'],
      successor: {
        resource: {
          network,
          id: 'https://beta.example/users/Garden',
          name: 'garden@beta.example',
          title: 'The Garden',
          url: 'https://beta.example/@Garden',
          host: 'beta.example',
        },
        moved: false,
      },
    });
    expect(asking.asked).toEqual([lookupIn('beta.example', 'garden')]);
  });

  test('a group', async () => {
    expect(await factsOf(beta('guild'), web('facts'))).toMatchObject({ group: true, description: null, wishes: [] });
  });

  test('hidden subscribers are unknown', async () => {
    expect(await factsOf(beta('shy'), web('facts'))).toMatchObject({ subscribers: null, exists: true, wishes: [] });
  });

  test('a resource that moved is itself, and says so', async () => {
    expect(await factsOf(beta('left'), web('facts'))).toMatchObject({
      name: 'left@beta.example',
      subscribers: 5200,
      exists: true,
      wishes: ['moved to left@new.example'],
      successor: { resource: { name: 'left@new.example', host: 'new.example' }, moved: true },
    });
  });

  test.each(['barred', 'gone'])('%s does not exist', async (user) => {
    expect(await factsOf(beta(user), web('facts'))).toMatchObject({ exists: false });
  });

  test('what is gone keeps what the list said of it', async () => {
    const resource = beta('gone');
    expect(await factsOf(resource, web('facts'))).toEqual({
      ...listedFacts(resource),
      subscribers: null,
      exists: false,
    });
  });

  test.each([['facts', 'club@members.example', 'needs_login']])(
    '%s: %s shows none: %s',
    async (scenario, name, status) => {
      await expect(factsOf(resourceOf(name), web(scenario))).rejects.toMatchObject({ name: 'Unreadable', status });
      await expect(postsOf(resourceOf(name), web(scenario))).rejects.toMatchObject({ name: 'Unreadable', status });
    },
  );

  test('a resource that is known by its actor URI alone', async () => {
    const uri = `https://delta.example/ap/users/${annaId}`;
    const resource = { ...resourceOf('x@delta.example'), id: uri, name: uri };
    expect(await factsOf(resource, web('numeric-uri'))).toMatchObject({
      name: 'anna@delta.example',
      subscribers: 5400,
    });
  });
});

describe('imported names', () => {
  test('become resources with their facts, for one request', async () => {
    const asking = web('facts');
    const [[name, resource, facts] = []] = await findResources('garden@beta.example', asking);
    expect(name).toEqual(resourceNameOf('garden@beta.example'));
    expect(resource).toEqual({
      network,
      id: 'https://beta.example/users/Garden',
      name: 'garden@beta.example',
      title: 'The Garden',
      url: 'https://beta.example/@Garden',
      host: 'beta.example',
    });
    expect(facts).toMatchObject({ subscribers: 5000, ref: '5' });
    expect(asking.asked).toHaveLength(1);
  });

  test('have the id that follow lists show', async () => {
    const [[, resource] = []] = await findResources('garden@beta.example', web('posts'));
    const [page] = await follows(profileOf('alpha.example', '1'), web('three-servers'));
    expect(resource?.id).toBe(page?.resources[0]?.id);
  });

  test('that name nobody are left out; a server that wants a login is said', async () => {
    expect(await findResources('gone@beta.example', web('facts'))).toEqual([]);
    await expect(findResources('club@members.example', web('facts'))).rejects.toMatchObject({ status: 'needs_login' });
  });

  test('that are suspended do not exist', async () => {
    const [[, , facts] = []] = await findResources('barred@beta.example', web('facts'));
    expect(facts).toMatchObject({ exists: false });
  });
});

test.each<[Listed['countedBy'], number | null, boolean]>([
  ['home', 0, true],
  ['home', 4999, true],
  ['home', 5000, false],
  ['home', null, false],
  ['elsewhere', 0, false],
  ['elsewhere', 4999, false],
  ['elsewhere', 5000, false],
  ['elsewhere', 90_000, false],
  ['elsewhere', null, false],
  ['hand', 10, false],
  ['hand', 90_000, false],
])('%s with %s subscribers settles a floor of 5000: %s', (counted, subscribers, settled) => {
  expect(mastodon.decidesFloor({ ...resourceOf('garden@beta.example'), countedBy: counted, subscribers }, 5000)).toBe(
    settled,
  );
});

// ------------------------------------------------------------------ posts

describe('posts', () => {
  const garden = resourceOf('garden@beta.example');
  const guest = 'https://gamma.example/users/guest';
  const other = 'https://delta.example/ap/users/115';

  test('who wrote them, in every shape that Mastodon has for it', async () => {
    const asking = web('posts');
    const posts = await postsOf(garden, asking, { ref: '5' });
    expect(posts.map(({ kind, author, url, at }) => [kind, author, url, at])).toEqual([
      ['own', garden.id, 'https://beta.example/@garden/112', '2026-11-10T08:00:00.000Z'],
      ['repost', guest, 'https://gamma.example/@guest/77', '2026-11-09T08:00:00.000Z'],
      ['own', garden.id, 'https://beta.example/@garden/70', '2026-11-08T08:00:00.000Z'],
      ['quote', other, 'https://beta.example/@garden/109', '2026-11-10T08:00:00.000Z'],
      ['own', garden.id, 'https://beta.example/@garden/108', '2026-11-10T08:00:00.000Z'],
      ['own', garden.id, 'https://beta.example/@garden/107', '2026-11-10T08:00:00.000Z'],
      ['own', garden.id, 'https://beta.example/@garden/106', '2026-11-10T08:00:00.000Z'],
      ['own', garden.id, 'https://beta.example/users/garden/statuses/105', '2026-11-01T08:00:00.000Z'],
      ['repost', other, 'https://delta.example/ap/users/115/statuses/74', '2026-10-30T08:00:00.000Z'],
    ]);
    expect(posts[1]?.text).toBe('Written by a guest');
    expect(asking.asked).toHaveLength(2);
  });

  test.each([
    ['elsewhere', 1],
    ['repeated', 2],
    ['empty', 2],
  ])('a next page that is %s is not followed after %i requests', async (ref, requests) => {
    const asking = web('posts-odd-pages');
    expect((await postsOf(garden, asking, { ref })).length).toBeGreaterThan(0);
    expect(asking.asked).toHaveLength(requests);
  });

  test('facts from a list cost one lookup more', async () => {
    const asking = web('posts');
    expect(await postsOf(garden, asking)).toHaveLength(9);
    expect(asking.asked[0]).toBe(lookupIn('beta.example', 'garden'));
    expect(asking.asked).toHaveLength(3);
  });

  test('end after five pages, and with whoever stops reading', async () => {
    const asking = web('posts-endless');
    expect(await postsOf(garden, asking, { ref: '5' })).toHaveLength(5);
    expect(asking.asked).toHaveLength(5);
    const once = web('posts-endless');
    for await (const post of mastodon.readPosts(garden, { ...listedFacts(garden), ref: '5' }, once)) {
      expect(post.kind).toBe('own');
      break;
    }
    expect(once.asked).toHaveLength(1);
  });

  test.each([
    ['sharkey', 'res01@shark.example', '9s0010', ['quote https://shark.example/users/9s0011']],
    [
      'pleroma',
      'anna@plum.example',
      'AbCdEf',
      [
        'quote https://plum.example/users/shy',
        'own https://plum.example/users/anna',
        'own https://plum.example/users/anna',
      ],
    ],
    ['akkoma', 'anna@akko.example', 'B1', ['quote https://gamma.example/users/guest']],
    [
      'snac',
      'cust01@snac.test:21020',
      '8f14e45fceea167a5a36dedd4bea2543',
      ['own https://snac.test:21020/users/cust01'],
    ],
  ])('%s has its own shape', async (scenario, name, ref, expected) => {
    const posts = await postsOf(resourceOf(name), web(scenario), { ref });
    expect(posts.map(({ kind, author }) => `${kind} ${author}`)).toEqual(expected);
  });

  test('an instant that is none is unknown', async () => {
    const posts = await postsOf(resourceOf('anna@plum.example'), web('pleroma'), { ref: 'AbCdEf' });
    expect(posts.map(({ at }) => at)).toEqual(['2026-11-10T08:00:00.000Z', '2026-11-10T08:00:00.000Z', null]);
  });

  test('a post without an address is linked by its author', async () => {
    const [post] = await postsOf(resourceOf('anna@alpha.example'), web('broken'), { ref: annaId });
    expect(post?.url).toBe('https://alpha.example/users/anna');
  });

  test('a server that shows them to nobody without a login', async () => {
    const resource = resourceOf('anna@closed.example');
    await expect(postsOf(resource, web('login'), { ref: annaId })).rejects.toMatchObject({ status: 'needs_login' });
  });
});

// ------------------------------------------------------------------ the network

test('the documented limits, the tighter one for pages', () => {
  const paging = mastodon.paces.filter(({ applies }) => applies);
  expect(mastodon.paces.map(({ requests, seconds }) => [requests, seconds])).toEqual([
    [300, 300],
    [300, 900],
  ]);
  const applies = (query: string) =>
    paging.some((pace) => pace.applies?.(new URL(`https://social.example/api/v1/accounts/1/following${query}`)));
  expect(['?limit=80&max_id=1', '?min_id=1', '?since_id=1', '?page=2'].map(applies)).toEqual([true, true, true, true]);
  expect(['', '?limit=80'].map(applies)).toEqual([false, false]);
});
