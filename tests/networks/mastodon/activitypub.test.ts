import { describe, expect, test } from 'vitest';
import { Refused, UnexpectedAnswer, Unreachable, Unreadable } from '../../../src/errors.ts';
import { activityPubReader } from '../../../src/networks/mastodon/activitypub.ts';
import type { Web } from '../../../src/types/web.ts';
import { factsOf, find, follows, idsOf, network, postsOf, profileOf, resourceOf, web } from './fediverse.ts';
import { exchangesOf, fixtureWeb } from '../fixture-web.ts';
import { all } from '../../helpers/all.ts';

const host = 'blog.example';
const collection = (url: string): string => `activitypub:${encodeURIComponent(url)}`;
const page = (user: string): string => `https://pages.example/u/${user}/following`;
const pages = (user: string) => profileOf(`${collection(page(user))} ? pages.example`, 'pages.example');
const people = (...names: string[]): string[] => names.map((name) => `https://alpha.example/users/${name}`);

describe('finding a profile', () => {
  test('the first of a server costs the lookup and NodeInfo more than the next ones', async () => {
    const asking = web('activitypub-lists');
    expect(await find(`anna@${host}`, asking)).toEqual({
      profile: {
        network,
        id: `https://${host}/author/anna`,
        ref: `${collection(`https://${host}/author/anna/following`)} ? ${host}`,
        host,
      },
    });
    expect(asking.asked).toEqual([
      `GET https://${host}/api/v1/accounts/lookup?acct=anna`,
      `GET https://${host}/.well-known/webfinger?resource=acct:anna@${host}`,
      `GET https://${host}/.well-known/nodeinfo`,
      `GET https://${host}/nodeinfo/2.1`,
      `GET https://${host}/author/anna`,
    ]);
    await find(`boris@${host}`, asking);
    expect(asking.asked.slice(5)).toEqual([
      `GET https://${host}/.well-known/webfinger?resource=acct:boris@${host}`,
      `GET https://${host}/author/boris`,
    ]);
  });

  test.each([
    ['nofollows', 'hidden'],
    ['abroad', 'hidden'],
    ['gone', 'not_found'],
    ['tomb', 'not_found'],
    ['page', 'not_reached'],
    ['note', 'not_reached'],
    ['thief', 'not_reached'],
    ['teapot', 'not_reached'],
    ['member', 'needs_login'],
  ])('%s is %s', async (user, status) => {
    expect(await find(`${user}@${host}`, web('activitypub-lists'))).toMatchObject({ status });
  });

  test('the 404 of a web framework is no answer about an account', async () => {
    const lookup = `GET https://${host}/api/v1/accounts/lookup?acct=anna`;
    const others = exchangesOf(network, 'activitypub-lists').filter(({ request }) => request !== lookup);
    const body = { statusCode: 404, message: 'Route not found', error: 'Not Found' };
    const asking = fixtureWeb([{ request: lookup, status: 404, body }, ...others]);
    expect(await find(`anna@${host}`, asking)).toHaveProperty('profile');
  });

  test('who has moved to a server of another kind is read there', async () => {
    expect(await find(`left@${host}`, web('activitypub-lists'))).toMatchObject({
      profile: { id: 'https://alpha.example/users/left', host: 'alpha.example' },
    });
  });

  test("an actor is asked for with ActivityPub's own type", async () => {
    const asking = web('activitypub-lists');
    const sent = new Map<string, string | undefined>();
    const listening: Web = {
      ...asking,
      json: (url, shape, request) => {
        sent.set(new URL(url).pathname, request?.headers?.['accept']);
        return asking.json(url, shape, request);
      },
    };
    await find(`anna@${host}`, listening);
    await follows(profileOf(`${collection(`https://${host}/author/anna/following`)} ? ${host}`, host), listening);
    expect(sent.get('/author/anna')).toMatch(/^application\/activity\+json/);
    expect(sent.get('/author/anna/following')).toMatch(/^application\/activity\+json/);
  });
});

describe('the list', () => {
  test('page by page, of addresses and of descriptions, none twice; what is no account is left out', async () => {
    const asking = web('activitypub-lists');
    const list = profileOf(`${collection(`https://${host}/author/anna/following`)} ? ${host}`, host);
    const shown = { network, subscribers: null, countedBy: 'elsewhere', title: null };
    expect(await follows(list, asking)).toMatchObject([
      {
        resources: [
          {
            ...shown,
            id: 'https://alpha.example/users/Bob',
            name: 'bob@alpha.example',
            url: 'https://alpha.example/users/Bob',
            host: 'alpha.example',
          },
          {
            ...shown,
            id: 'https://misskey.example/users/9abc0000g1',
            name: 'https://misskey.example/users/9abc0000g1',
            url: 'https://misskey.example/users/9abc0000g1',
            host: 'misskey.example',
          },
        ],
        next: `https://${host}/author/anna/following?page=2`,
      },
      {
        resources: [
          {
            ...shown,
            id: 'https://forum.example/category/7',
            name: 'seeds@forum.example',
            title: 'Seeds',
            url: 'https://forum.example/c/seeds',
            host: 'forum.example',
            group: true,
          },
          {
            ...shown,
            id: 'https://gamma.example/ap/users/115673920184736252',
            name: 'https://gamma.example/ap/users/115673920184736252',
            url: 'https://gamma.example/ap/users/115673920184736252',
            host: 'gamma.example',
          },
        ],
        next: null,
      },
    ]);
    expect(asking.asked).toHaveLength(3);
  });

  test.each([
    ['embedded', people('a', 'b', 'c'), 2, false],
    ['whole', people('a', 'b'), 1, false],
    ['single', people('a'), 1, false],
    ['part', people('a', 'b'), 1, true],
    ['bare', people('a', 'b'), 1, false],
    ['http', people('a', 'b'), 3, false],
    ['ended', people('a'), 3, false],
    ['none', [], 2, false],
    ['relative', people('a'), 2, false],
    ['named', people('a'), 2, false],
    ['left-out', people('a'), 2, false],
    ['embedded-part', people('a'), 1, true],
    ['itemless', people('a'), 3, true],
    ['elsewhere', people('a'), 2, true],
    ['repeated', people('a', 'b'), 3, true],
    ['ignored', people('a'), 3, true],
    ['stopped', people('a'), 3, true],
  ])('%s: %j after %i requests, cut short: %s', async (user, ids, requests, cutShort) => {
    const asking = web('activitypub-pages');
    const list = await follows(pages(user), asking);
    expect(idsOf(list)).toEqual(ids);
    expect(asking.asked).toHaveLength(requests);
    expect(list.at(-1)?.next).toBeNull();
    expect(list.some((each) => each.cutShort === true)).toBe(cutShort);
    expect(list.slice(0, -1).some((each) => each.cutShort)).toBe(false);
  });

  test('of somebody who follows nobody', async () => {
    const list = profileOf(`${collection(`https://${host}/author/boris/following`)} ? ${host}`, host);
    expect(await follows(list, web('activitypub-lists'))).toEqual([{ resources: [], next: null }]);
  });

  test.each([
    ['number', 'hidden'],
    ['nothing', 'hidden'],
    ['refused', 'hidden'],
    ['missing', 'hidden'],
    ['empty', 'hidden'],
    ['untold', 'hidden'],
    ['forbidden', 'hidden'],
    ['first-elsewhere', 'hidden'],
    ['secure', 'needs_login'],
    ['page-secure', 'needs_login'],
    ['gone', 'not_found'],
  ])('%s is %s', async (user, status) => {
    const failure = await follows(pages(user), web('activitypub-pages')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unreadable);
    expect(failure).toMatchObject({ status });
  });

  test('a refusal that is not known is passed on, and so is what is no collection', async () => {
    await expect(follows(pages('odd'), web('activitypub-pages'))).rejects.toThrow(Refused);
    await expect(follows(pages('shapeless'), web('activitypub-pages'))).rejects.toThrow(UnexpectedAnswer);
  });

  test('goes on where it was left, on its own host alone', async () => {
    const asking = web('activitypub-pages');
    expect(idsOf(await follows(pages('embedded'), asking, `${page('embedded')}?page=2`))).toEqual(people('c'));
    expect(asking.asked).toHaveLength(1);
    expect(await follows(pages('embedded'), asking, 'https://mirror.example/following?page=2')).toEqual([
      { resources: [], next: null, cutShort: true },
    ]);
    expect(asking.asked).toHaveLength(1);
  });

  test('a server that fails in the middle is no shorter list', async () => {
    const next = { request: `GET ${page('ended')}?page=2`, status: 503 };
    const first = { type: 'CollectionPage', items: people('a'), next: `${page('ended')}?page=2`, totalItems: 9 };
    const asking = fixtureWeb([next, { request: `GET ${page('ended')}?page=1`, status: 200, body: first }]);
    await expect(follows(pages('ended'), asking, `${page('ended')}?page=1`)).rejects.toThrow(Unreachable);
  });

  test('ends after 500 pages', async () => {
    let asked = 0;
    const endless: Web = {
      ...web(),
      json: (url, shape) => {
        asked += 1;
        const body = {
          type: 'OrderedCollectionPage',
          orderedItems: people(`n${asked}`),
          next: `${page('long')}?page=${asked}`,
        };
        return Promise.resolve({ body: shape.parse(body), header: () => null, url });
      },
    };
    const list = { account: page('long'), following: null, domain: 'pages.example', host: 'pages.example' };
    const read = await all(activityPubReader.listFollows(list, endless, null));
    expect([asked, read.length, read.at(-1)?.cutShort]).toEqual([500, 500, true]);
  });
});

const at = (number: number): string => `https://group.example/category/${number}`;

describe('a resource', () => {
  test('is its actor, and the number of its followers; a group is open', async () => {
    const asking = web('activitypub-groups');
    expect(await factsOf(resourceOf(at(7), 'seeds@group.example'), asking)).toEqual({
      name: 'seeds@group.example',
      title: 'Seeds',
      url: 'https://group.example/c/seeds',
      subscribers: 6100,
      description: 'About seeds',
      group: true,
      exists: true,
      ref: collection(`${at(7)}/outbox`),
      host: 'group.example',
      wishes: [],
    });
    expect(asking.asked).toHaveLength(5);
    expect(await factsOf(resourceOf(at(9)), asking)).toMatchObject({ name: 'mods@group.example', subscribers: null });
    expect(asking.asked.slice(5)).toEqual([`GET ${at(9)}`, `GET ${at(9)}/followers`]);
  });

  test('known by its address alone is found without WebFinger, too', async () => {
    const asking = web('activitypub-groups');
    expect(await factsOf(resourceOf(at(7)), asking)).toMatchObject({ subscribers: 6100 });
    expect(asking.asked[0]).toBe(`GET https://group.example/.well-known/webfinger?resource=${at(7)}`);
  });

  test('a group of its moderators is not open; wishes; nothing is said of followers and posts', async () => {
    const asking = web('activitypub-groups');
    const resource = resourceOf(at(8));
    expect(await factsOf(resource, asking)).toMatchObject({
      group: false,
      subscribers: null,
      ref: 'activitypub:',
      wishes: ['not discoverable', 'not indexable'],
    });
    await expect(postsOf(resource, asking, 'activitypub:')).rejects.toMatchObject({ status: 'hidden' });
  });

  test.each([
    [10, { subscribers: null, exists: true }],
    [11, { subscribers: null, exists: false }],
    [12, { subscribers: null, exists: false }],
  ])('%i is %j', async (number, facts) => {
    expect(await factsOf(resourceOf(at(number)), web('activitypub-groups'))).toMatchObject(facts);
  });

  test('what it published: its own, what it announces and what it quotes', async () => {
    const group = resourceOf(at(7), 'seeds@group.example');
    const posts = await postsOf(group, web('activitypub-groups'));
    expect(posts.map(({ kind, author, url }) => [kind, author, url])).toEqual([
      ['own', group.id, 'https://group.example/n/1'],
      ['repost', 'https://alpha.example/users/guest', 'https://alpha.example/users/guest/statuses/5'],
      ['repost', 'https://beta.example/u/writer', 'https://beta.example/p/9'],
      ['repost', 'https://beta.example/u/other', 'https://beta.example/p/10'],
      ['repost', 'https://hidden.example', 'https://hidden.example/notes/abc'],
      ['own', group.id, 'https://group.example/notes/by-somebody'],
      ['own', group.id, `${group.id}/note/1`],
      ['quote', 'https://alpha.example/@guest', 'https://group.example/n/9'],
      ['quote', 'https://hidden.example', 'https://group.example/n/10'],
      ['own', group.id, 'https://group.example/n/11'],
      ['repost', 'https://alpha.example/users/member', 'https://group.example/n/15'],
      ['own', group.id, 'https://group.example/n/16'],
    ]);
    expect(posts[2]).toMatchObject({ at: '2026-11-10T09:00:00.000Z', text: 'A page of a guest' });
    expect(posts.at(-1)).toMatchObject({ at: '2026-10-01T08:00:00.000Z', text: 'Note 16' });
  });
});
