import { describe, expect, test } from 'vitest';
import { Unreachable } from '../../src/errors.ts';
import { bluesky } from '../../src/networks/bluesky/index.ts';
import { identify } from '../../src/library/identify.ts';
import type { Profile, Resource } from '../../src/types/resource.ts';
import { all } from '../helpers/all.ts';
import { type Exchange, fixtureWeb } from './fixture-web.ts';

const did = (name: string): string => `did:plc:${name.padEnd(24, '2')}`;
const anna: Profile = { network: 'bluesky', id: did('anna'), ref: did('anna'), host: 'public.api.bsky.app' };
const pds = 'https://oyster.pds.example';
const site = 'site.standard.publication';

const get = (url: string, body: unknown, status = 200): Exchange => ({ request: `GET ${url}`, status, body });
const appView = (follows: string[]): Exchange =>
  get(`https://public.api.bsky.app/xrpc/app.bsky.graph.getFollows?actor=${encodeURIComponent(anna.ref)}&limit=100`, {
    follows: follows.map((name) => ({ did: did(name), handle: `${name}.example` })),
  });
const document = (name: string, server: unknown = pds): Exchange =>
  get(`https://plc.directory/${did(name)}`, {
    id: did(name),
    service: [
      { id: '#atproto_labeler', type: 'AtprotoLabeler', serviceEndpoint: { odd: true } },
      { id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: server },
    ],
  });
const query = (method: string, values: Record<string, string>): string =>
  `${pds}/xrpc/com.atproto.repo.${method}?${new URLSearchParams(values).toString()}`;
const described = (name: string, collections: string[]): Exchange =>
  get(query('describeRepo', { repo: did(name) }), { did: did(name), handle: 'x', collections });
const records = (name: string, collection: string, values: unknown[], cursor?: string, after?: string): Exchange =>
  get(query('listRecords', { repo: did(name), collection, limit: '100', ...(after && { cursor: after }) }), {
    records: values.map((value) => ({ uri: 'at://x', cid: 'y', value })),
    cursor,
  });
const record = (name: string, collection: string, key: string, value: unknown): Exchange =>
  value === null
    ? get(query('getRecord', { repo: did(name), collection, rkey: key }), { error: 'RecordNotFound' }, 400)
    : get(query('getRecord', { repo: did(name), collection, rkey: key }), { uri: 'at://x', value });

const uri = (name: string, key: string, collection = site): string => `at://${did(name)}/${collection}/${key}`;
const openWeb = (exchanges: Exchange[]) => fixtureWeb(exchanges, { redirected: [] });
const list = async (exchanges: Exchange[], from: string | null = null) => {
  const web = openWeb(exchanges);
  const pages = await all(bluesky.listFollows(anna, web, from));
  return { pages, ids: pages.flatMap(({ resources }) => resources.map(({ id }) => id)), asked: web.asked };
};
const subscription = 'site.standard.graph.subscription';
const leafletSubscription = 'pub.leaflet.graph.subscription';

describe('subscriptions', () => {
  test('stand behind the follows, one request for each collection that is there', async () => {
    const { ids, asked, pages } = await list([
      appView(['press']),
      document('anna'),
      described('anna', ['app.bsky.graph.follow', subscription, leafletSubscription]),
      records('anna', subscription, [{ publication: uri('press', '3kpaper') }, { publication: uri('zine', '3kzine') }]),
      records('anna', leafletSubscription, [{ publication: uri('press', '3kpaper', 'pub.leaflet.publication') }]),
    ]);
    // What Leaflet has under its own collection is the publication of the same key in the shared one.
    expect(ids).toEqual([did('press'), uri('press', '3kpaper'), uri('zine', '3kzine'), uri('press', '3kpaper')]);
    expect(asked).toHaveLength(5);
    expect(pages.map(({ next }) => next)).toEqual(['subscriptions', null, null]);
    expect(pages.every(({ cutShort, odd }) => !cutShort && !odd)).toBe(true);
  });

  test.each([
    ['none of the collections', ['app.bsky.feed.post'], 3],
    ['no collection at all', [], 3],
    ['one of them', [leafletSubscription], 4],
  ])('%s: no request too many', async (_, collections, requests) => {
    const { asked, ids } = await list([
      appView([]),
      document('anna'),
      described('anna', collections),
      records('anna', leafletSubscription, []),
    ]);
    expect([asked.length, ids]).toEqual([requests, []]);
  });

  test.each([
    ['null', null],
    ['a text', 'subscription'],
    ['without a publication', { $type: subscription }],
    ['a handle instead of an id', { publication: `at://press.example/${site}/3k` }],
    ['an account', { publication: `at://${did('press')}` }],
    ['another kind of record', { publication: `at://${did('press')}/app.bsky.feed.post/3k` }],
    ['a publication that is a list', { publication: [uri('press', '3kpaper')] }],
    ['a key that is none', { publication: `at://${did('press')}/${site}/..` }],
  ])('a record of odd shape costs itself: %s', async (_, odd) => {
    const { ids, pages } = await list([
      appView([]),
      document('anna'),
      described('anna', [subscription]),
      records('anna', subscription, [odd, { publication: uri('zine', '3kzine') }]),
    ]);
    expect(ids).toEqual([uri('zine', '3kzine')]);
    expect(pages.at(-1)).toMatchObject({ odd: 1 });
  });

  test('nobody subscribes to their own, and pages go on while there is a cursor that is new', async () => {
    const { ids } = await list([
      appView([]),
      document('anna'),
      described('anna', [subscription]),
      records('anna', subscription, [{ publication: uri('anna', '3kmine') }], 'c1'),
      records('anna', subscription, [{ publication: uri('press', '3kpaper') }], 'c2', 'c1'),
      records('anna', subscription, [{ publication: uri('zine', '3kzine') }], 'c2', 'c2'),
    ]);
    expect(ids).toEqual([uri('press', '3kpaper'), uri('zine', '3kzine')]);
  });

  test('a list without an end is cut short', async () => {
    const pages = Array.from({ length: 12 }, (_, at) =>
      records(
        'anna',
        subscription,
        [{ publication: uri('press', `3k${at}`) }],
        `c${at}`,
        at === 0 ? undefined : `c${at - 1}`,
      ),
    );
    const read = await list([appView([]), document('anna'), described('anna', [subscription]), ...pages]);
    expect(read.ids).toHaveLength(10);
    expect(read.pages.at(-1)).toMatchObject({ cutShort: true });
  });

  test.each([
    ['the directory is down', [get(`https://plc.directory/${did('anna')}`, null, 503)]],
    ['the server is down', [document('anna'), get(query('describeRepo', { repo: did('anna') }), null, 502)]],
    ['the server refuses', [document('anna'), get(query('describeRepo', { repo: did('anna') }), { error: 'x' }, 403)]],
    ['the answer is of another shape', [document('anna'), get(query('describeRepo', { repo: did('anna') }), ['a'])]],
    [
      'the second page does not come',
      [
        document('anna'),
        described('anna', [subscription]),
        records('anna', subscription, [{ publication: uri('press', '3kpaper') }], 'c1'),
        get(
          query('listRecords', { repo: did('anna'), collection: subscription, limit: '100', cursor: 'c1' }),
          null,
          500,
        ),
      ],
    ],
  ])('%s: the follows stay, and the list says that something is missing', async (_, exchanges) => {
    const { ids, pages } = await list([appView(['press']), ...exchanges]);
    expect(ids[0]).toBe(did('press'));
    expect(pages.at(-1)).toMatchObject({ cutShort: true, note: expect.stringMatching(/^its subscriptions .* read: /) });
    // Whose server it is may say who the client is.
    expect(pages.at(-1)?.note).not.toMatch(/oyster|anna/);
  });

  test.each([
    ['no document', [get(`https://plc.directory/${did('anna')}`, { message: 'DID not registered' }, 404)]],
    ['a tombstone', [get(`https://plc.directory/${did('anna')}`, { message: 'tombstone' }, 410)]],
    ['no server in it', [get(`https://plc.directory/${did('anna')}`, { id: did('anna') })]],
    ['a server that is no address', [document('anna', 'oyster')]],
  ])('%s: there is nothing to read', async (_, exchanges) => {
    const { ids, pages } = await list([appView(['press']), ...exchanges]);
    expect(ids).toEqual([did('press')]);
    expect(pages.every(({ cutShort }) => !cutShort)).toBe(true);
  });

  test('what was begun goes on behind the follows', async () => {
    const { ids, asked } = await list(
      [
        document('anna'),
        described('anna', [subscription]),
        records('anna', subscription, [{ publication: uri('press', '3k') }]),
      ],
      'subscriptions',
    );
    expect(ids).toEqual([uri('press', '3k')]);
    expect(asked).toHaveLength(3);
  });

  test('did:web names its server by itself', async () => {
    const web = openWeb([
      get('https://public.api.bsky.app/xrpc/app.bsky.graph.getFollows?actor=did%3Aweb%3Aletter.example&limit=100', {
        follows: [],
      }),
      get('https://letter.example/.well-known/did.json', {
        service: [{ id: 'did:web:letter.example#atproto_pds', serviceEndpoint: pds }],
      }),
      get(query('describeRepo', { repo: 'did:web:letter.example' }), { collections: [] }),
    ]);
    const own = { ...anna, id: 'did:web:letter.example', ref: 'did:web:letter.example' };
    expect(await all(bluesky.listFollows(own, web, null))).toHaveLength(1);
    expect(web.asked).toHaveLength(3);
  });

  test('where another AppView was put in its place, the public directory hears of nobody', async () => {
    const elsewhere = fixtureWeb([appView(['press'])], { redirected: ['public.api.bsky.app'] });
    const pages = await all(bluesky.listFollows(anna, elsewhere, null));
    expect(pages.map(({ next }) => next)).toEqual([null]);
    expect(elsewhere.asked).toHaveLength(1);
    const both = fixtureWeb([appView([]), document('anna'), described('anna', [])], {
      redirected: ['public.api.bsky.app', 'plc.directory'],
    });
    await all(bluesky.listFollows(anna, both, null));
    expect(both.asked).toHaveLength(3);
  });
});

const publication = (key: string, owner = 'press'): Resource => ({
  network: 'bluesky',
  id: uri(owner, key),
  name: `${did(owner)}/publication/${key}`,
  title: null,
  url: `https://pdsls.dev/${uri(owner, key)}`,
  host: 'plc.directory',
});

const facts = async (resources: Resource[], exchanges: Exchange[]) =>
  all(bluesky.readFacts(resources, openWeb(exchanges)));

describe('publications', () => {
  const at = '2026-11-20T08:00:00.000Z';
  const paper = { name: ' The Paper ', url: 'https://paper.example/', description: 'News of hedges.' };

  test('say who they are; their documents say who wrote them', async () => {
    const [[, own, posts = []] = [null, null, []]] = await facts(
      [publication('3kpaper')],
      [
        document('press'),
        record('press', site, '3kpaper', paper),
        records('press', 'site.standard.document', [
          { site: uri('press', '3kpaper'), path: '/one', title: 'One', description: 'Of one', publishedAt: at },
          {
            site: uri('press', '3kpaper', 'pub.leaflet.publication'),
            path: 'two',
            title: 'Two',
            publishedAt: '2026-11-21T08:00:00Z',
            contributors: [
              { did: did('press'), role: 'author' },
              { did: did('ada'), displayName: 'Ada Quince', role: 'author' },
              { did: did('bob'), displayName: 'Bob Sedge' },
              { did: did('eve'), displayName: 'Eve Fern', role: 'Copy editor' },
              'odd',
            ],
          },
          { site: 'https://paper.example', path: '/loose', title: 'Loose', publishedAt: 'yesterday' },
          { site: uri('press', '3kother'), path: '/other', title: 'Of another publication', publishedAt: at },
          { site: 'https://elsewhere.example', path: '/x', title: 'Elsewhere', publishedAt: at },
          null,
        ]),
      ],
    );
    expect(own).toMatchObject({
      title: 'The Paper',
      url: 'https://paper.example',
      description: 'News of hedges.',
      subscribers: null,
      exists: true,
      contacts: ['https://paper.example', `https://bsky.app/profile/${did('press')}`],
      links: [{ text: 'https://paper.example', isOwn: true }],
    });
    expect(
      posts.map(({ url, kind, author, by, place, at: when }) => [url, kind, author, by?.name, place, when]),
    ).toEqual([
      ['https://paper.example/two', 'repost', did('ada'), 'Ada Quince', 'signed', '2026-11-21T08:00:00.000Z'],
      ['https://paper.example/two', 'repost', did('bob'), 'Bob Sedge', 'signed', '2026-11-21T08:00:00.000Z'],
      ['https://paper.example/one', 'own', did('press'), undefined, undefined, at],
      ['https://paper.example/loose', 'own', did('press'), undefined, undefined, null],
    ]);
    expect(posts[2]?.text).toBe('One\nOf one');
  });

  test("Leaflet's own form is read where there is no other", async () => {
    const [[, own, posts] = [null, null, []]] = await facts(
      [publication('3kleaf')],
      [
        document('press'),
        record('press', site, '3kleaf', null),
        record('press', 'pub.leaflet.publication', '3kleaf', { name: 'Leaf', base_path: 'leaf.leaflet.example' }),
        records('press', 'pub.leaflet.document', [
          {
            publication: uri('press', '3kleaf', 'pub.leaflet.publication'),
            author: did('ada'),
            title: 'A',
            publishedAt: at,
          },
          {
            publication: uri('press', '3kleaf', 'pub.leaflet.publication'),
            author: did('press'),
            title: 'B',
            publishedAt: at,
          },
        ]),
      ],
    );
    expect(own).toMatchObject({ title: 'Leaf', url: 'https://leaf.leaflet.example' });
    expect(posts?.map(({ kind }) => kind)).toEqual(['repost', 'own']);
  });

  test.each([
    [
      'no record',
      [document('press'), record('press', site, '3k', null), record('press', 'pub.leaflet.publication', '3k', null)],
    ],
    ['no account', [get(`https://plc.directory/${did('press')}`, { message: 'x' }, 404)]],
  ])('%s: it is gone', async (_, exchanges) => {
    const [[, own, posts] = [null, null, []]] = await facts([publication('3k')], exchanges);
    expect([own?.exists, posts]).toEqual([false, []]);
  });

  test.each([
    ['an address of a program', { url: 'javascript:alert(1)' }],
    ['a way in', { url: 'https://a:b@paper.example' }],
    ['no address', { url: 'paper' }],
    ['a number', { url: 7 }],
    ['nothing', {}],
  ])('%s for its address: it is found by its record', async (_, value) => {
    const [[, own, posts] = [null, null, []]] = await facts(
      [publication('3k')],
      [
        document('press'),
        record('press', site, '3k', value),
        records('press', 'site.standard.document', [{ site: uri('press', '3k'), title: 'A', path: '/a' }]),
      ],
    );
    expect(own?.url).toBe(`https://pdsls.dev/${uri('press', '3k')}`);
    expect(posts?.[0]?.url).toBe(`https://pdsls.dev/${uri('press', '3k')}`);
  });

  test.each([
    ['//elsewhere.example/a', 'https://paper.example/elsewhere.example/a'],
    ['https://elsewhere.example/a', 'https://paper.example/https://elsewhere.example/a'],
    ['@elsewhere.example', 'https://paper.example/@elsewhere.example'],
    ['', 'https://paper.example'],
    ['/a b', 'https://paper.example/a%20b'],
  ])('the path %j does not lead away', async (path, url) => {
    const [[, , posts] = [null, null, []]] = await facts(
      [publication('3k')],
      [
        document('press'),
        record('press', site, '3k', paper),
        records('press', 'site.standard.document', [{ site: uri('press', '3k'), title: 'A', path }]),
      ],
    );
    expect(posts?.[0]?.url).toBe(url);
  });

  test('one that cannot be read does not cost the others', async () => {
    const read: string[] = [];
    const reading = (async () => {
      const web = openWeb([
        document('press'),
        get(query('getRecord', { repo: did('press'), collection: site, rkey: '3kbad' }), null, 503),
        record('press', site, '3kpaper', paper),
        records('press', 'site.standard.document', []),
      ]);
      for await (const [{ id }] of bluesky.readFacts([publication('3kbad'), publication('3kpaper')], web))
        read.push(id);
    })();
    await expect(reading).rejects.toThrow(Unreachable);
    expect(read).toEqual([uri('press', '3kpaper')]);
  });

  test.each([
    [uri('press', '3kpaper')],
    [uri('press', '3kpaper', 'pub.leaflet.publication')],
    [`https://pdsls.dev/${uri('press', '3kpaper')}`],
    [`HTTPS://PDSLS.DEV/${uri('press', '3kpaper')}/`],
    [`pdsls.dev/${uri('press', '3kpaper')}`],
  ])('%s names one resource', (input) => {
    expect(bluesky.parseResource(input)).toMatchObject({ id: uri('press', '3kpaper'), host: 'plc.directory' });
    expect(identify(input)).toMatchObject({ kind: 'resource', network: 'bluesky' });
  });

  test('one that is named by a handle is looked up', async () => {
    const name = bluesky.parseResource(`at://press.example/${site}/3kpaper`);
    if (!name || 'reason' in name) throw new Error('names nothing');
    expect(name.id).toBeNull();
    const web = openWeb([
      get('https://public.api.bsky.app/xrpc/app.bsky.actor.getProfiles?actors=press.example', {
        profiles: [{ did: did('press'), handle: 'press.example' }],
      }),
      document('press'),
      record('press', site, '3kpaper', paper),
      records('press', 'site.standard.document', []),
    ]);
    const [[, resource] = [null, null]] = await all(bluesky.findResources([name], web));
    expect(resource).toMatchObject({ id: uri('press', '3kpaper'), title: 'The Paper' });
  });

  test('a link published there is tagged with its own site', () => {
    expect(bluesky.utmSource({ host: 'plc.directory', url: 'https://paper.example' })).toBe('paper.example');
    expect(bluesky.utmSource({ host: 'public.api.bsky.app', url: 'https://bsky.app/profile/a.example' })).toBe(
      'bsky.app',
    );
  });
});
