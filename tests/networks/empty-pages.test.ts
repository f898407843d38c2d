import { describe, expect, test } from 'vitest';
import { mastodon } from '../../src/networks/mastodon/index.ts';
import type { FollowsPage } from '../../src/types/resource.ts';
import { all } from '../helpers/all.ts';
import { type Exchange, fixtureWeb } from './fixture-web.ts';

// Whoever is suspended is left out of a page; what is left may be an empty page in front of full ones.

const host = 'forum.example';
const start = `https://${host}/u/anna/following`;
const people = ['a', 'b'].map((name) => `https://press.example/users/${name}`);

const answered = (url: string, body: object, headers = {}): Exchange => ({
  request: `GET ${url}`,
  status: 200,
  headers,
  body,
});

const idsOf = (pages: FollowsPage[]): string[] => pages.flatMap(({ resources }) => resources.map(({ id }) => id));

const page = (number: number, more: object): Exchange =>
  answered(`${start}?page=${number}`, { type: 'OrderedCollectionPage', ...more });
const next = `${start}?page=2`;
const last = page(2, { orderedItems: people });
const list = (more: object): Exchange => answered(start, { type: 'OrderedCollection', totalItems: 2, ...more });
const readCollection = async (exchanges: Exchange[]): Promise<FollowsPage[]> => {
  const ref = `activitypub:${encodeURIComponent(start)} ? ${host}`;
  const profile = { network: 'mastodon', id: 'https://forum.example/u/anna', ref, host };
  return all(mastodon.listFollows(profile, fixtureWeb(exchanges), null));
};

describe('a collection of ActivityPub', () => {
  test.each<[string, Exchange[]]>([
    ['an empty first page', [list({ first: `${start}?page=1` }), page(1, { orderedItems: [], next }), last]],
    ['a first page without items', [list({ first: `${start}?page=1` }), page(1, { next }), last]],
    ['an empty page that comes along', [list({ first: { type: 'OrderedCollectionPage', items: [], next } }), last]],
    ['a page that comes along without items', [list({ first: { type: 'OrderedCollectionPage', next } }), last]],
    ['no items, and a next page beside them', [list({ orderedItems: [], next }), last]],
    ['no items, and a first page beside them', [list({ orderedItems: [], first: next }), last]],
    ['empty ordered items, and others', [list({ orderedItems: [], items: people })]],
  ])('%s: the list goes on', async (_, exchanges) => {
    const pages = await readCollection(exchanges);
    expect(idsOf(pages)).toEqual(people);
    expect(pages.at(-1)).not.toHaveProperty('cutShort');
  });

  test('that never stops being empty is given up', async () => {
    const pages = Array.from({ length: 40 }, (_, at) => page(at, { items: [], next: `${start}?page=${at + 1}` }));
    await expect(readCollection([list({ first: `${start}?page=0` }), ...pages])).rejects.toThrow('the list is empty');
  });
});

const pageOfList = (more: string): string => `https://${host}/api/v1/accounts/7/following?limit=80${more}`;
const link = (more: string) => ({ link: `<${pageOfList(more)}>; rel="next"` });
const account = (uri: string): object => ({ acct: uri.slice(-1), uri, url: uri });
const [first, second] = people.map(account);
const readList = (exchanges: Exchange[], following: number): Promise<FollowsPage[]> => {
  const profile = { network: 'mastodon', id: `https://${host}/users/anna`, ref: `7 ${following} ${host}`, host };
  return all(mastodon.listFollows(profile, fixtureWeb(exchanges), null));
};

describe('a list of Mastodon', () => {
  test.each<[string, Exchange[]]>([
    ['first', [answered(pageOfList(''), [], link('&max_id=9')), answered(pageOfList('&max_id=9'), [first, second])]],
    [
      'middle',
      [
        answered(pageOfList(''), [first], link('&max_id=9')),
        answered(pageOfList('&max_id=9'), [], link('&max_id=8')),
        answered(pageOfList('&max_id=8'), [second]),
      ],
    ],
    [
      'last but one, with an empty last one',
      [
        answered(pageOfList(''), [first, second], link('&max_id=9')),
        answered(pageOfList('&max_id=9'), [], link('&max_id=8')),
        answered(pageOfList('&max_id=8'), []),
      ],
    ],
  ])('goes on behind an empty page that is the %s', async (_, exchanges) => {
    const pages = await readList(exchanges, 2);
    expect(idsOf(pages)).toEqual(people);
    expect(pages.at(-1)).not.toHaveProperty('cutShort');
  });

  test('that never stops being empty is cut short', async () => {
    const pages = Array.from({ length: 40 }, (_, at) =>
      answered(pageOfList(`&max_id=${90 - at}`), [], link(`&max_id=${89 - at}`)),
    );
    const read40 = await readList([answered(pageOfList(''), [first], link('&max_id=90')), ...pages], 2);
    expect(read40.length).toBeLessThan(15);
    expect(read40.at(-1)).toMatchObject({ cutShort: true, next: null });
  });
});
