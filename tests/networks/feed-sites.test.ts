import { describe, expect, test } from 'vitest';
import { identify } from '../../src/library/identify.ts';
import { ownSiteOf } from '../../src/networks/feed/site.ts';
import { type Exchange, fixtureWeb } from './fixture-web.ts';
import { replay } from './replay.ts';

const xml = { 'content-type': 'application/rss+xml' };
const html = { 'content-type': 'text/html' };

const feed = (address: string, link: string, title = 'The Garden Letter'): Exchange => ({
  request: `GET ${address}`,
  status: 200,
  headers: xml,
  text: `<rss version="2.0"><channel><title>${title}</title><link>${link}</link><item><title>Beds</title></item></channel></rss>`,
});

const page = (address: string, head: string): Exchange => ({
  request: `GET ${address}`,
  status: 200,
  headers: html,
  text: `<!doctype html><html><head><title>x</title>${head}</head><body>Beds</body></html>`,
});

const alternate = (href: string, type = 'application/rss+xml', rel = 'alternate'): string =>
  `<link rel="${rel}" type="${type}" title="Feed" href="${href}">`;

const say = (customer: string, resource: string) => ({ customer, resource });

const lookup = (results: unknown): Exchange => ({
  request: 'GET https://itunes.apple.com/lookup?id=1234567890&entity=podcast',
  status: 200,
  headers: { 'content-type': 'text/javascript' },
  body: { resultCount: 1, results },
});

describe('a feed and its site', () => {
  test.each([
    ['letter.example/feed', 'https://letter.example/'],
    ['letter.example/feed', 'http://www.letter.example'],
    ['letter.example/rss.xml', 'https://letter.example/?utm_source=feed'],
    ['letter.example/?feed=rss2', 'https://letter.example/'],
    ['letter.example/blog/index.xml', 'https://letter.example/blog/'],
    ['letter.example/blog/feed/atom', 'https://letter.example/blog'],
  ])('%s lies where %s keeps its own feed: nobody is asked', async (id, link) => {
    const web = fixtureWeb([]);
    expect(await ownSiteOf({ id }, link, web)).toMatchObject({ network: 'web' });
    expect(web.asked).toEqual([]);
  });

  test.each([
    ['of a category', 'letter.example/category/roses/feed', 'https://letter.example/'],
    ['of a podcast beside it', 'letter.example/podcast.xml', 'https://letter.example/'],
    ['at a host of podcasts', 'feeds.audio.example/letter', 'https://letter.example/'],
    ['of a longer name', 'letter.example.org/feed', 'https://letter.example'],
    ['of one of many writers', 'many.example/feed/@anna', 'https://many.example/@anna'],
  ])('one %s is the site’s only where the site says so', async (_, id, link) => {
    const address = new URL(link).pathname === '/' ? 'https://letter.example' : 'https://many.example/@anna';
    const named = (head: string) => ownSiteOf({ id }, link, fixtureWeb([page(address, head)]));
    expect(await named(alternate(`https://${id}`))).toMatchObject({ network: 'web' });
    expect(await named('')).toBeNull();
    expect(await named(alternate('/feed'))).toBeNull();
  });

  test.each([
    ['the first of several is the default', alternate('https://feeds.audio.example/letter') + alternate('/feed'), true],
    ['the second is not', alternate('/feed') + alternate('https://feeds.audio.example/letter'), false],
    ['a translation is no feed', alternate('/el', 'text/html') + alternate('https://feeds.audio.example/letter'), true],
    [
      'a feed of JSON is none that is read',
      alternate('/feed.json', 'application/feed+json') + alternate('https://feeds.audio.example/letter'),
      true,
    ],
    [
      'an archive of them is not',
      alternate('https://feeds.audio.example/letter', 'application/rss+xml', 'archives'),
      false,
    ],
    [
      'several words in rel',
      alternate('https://feeds.audio.example/letter', 'application/rss+xml', 'home Alternate'),
      true,
    ],
    ['Atom', alternate('https://feeds.audio.example/letter', 'application/atom+xml'), true],
    [
      'in the text of the page',
      '</head><body><a rel="alternate" type="application/rss+xml" href="//feeds.audio.example/letter">RSS</a>',
      true,
    ],
    ['no address', alternate('http://['), false],
  ])('%s', async (_, head, isProven) => {
    const web = fixtureWeb([page('https://letter.example', head)]);
    const site = await ownSiteOf({ id: 'feeds.audio.example/letter' }, 'https://letter.example/', web);
    expect(site !== null).toBe(isProven);
  });

  test.each([
    ['is down', 503],
    ['is gone', 404],
    ['asks for a password', 401],
  ])('a page that %s proves nothing', async (_, status) => {
    const web = fixtureWeb([{ request: 'GET https://letter.example', status }]);
    expect(await ownSiteOf({ id: 'feeds.audio.example/letter' }, 'https://letter.example/', web)).toBeNull();
  });

  test.each([
    null,
    '',
    'not an address',
    'mailto:a@letter.example',
    'javascript:alert(1)',
    'https://a:b@letter.example',
  ])('the link %j names no page', async (link) => {
    expect(await ownSiteOf({ id: 'letter.example/feed' }, link, fixtureWeb([]))).toBeNull();
  });

  test('are one row, whoever named which', async () => {
    const exchanges = [feed('https://letter.example/feed', 'https://www.letter.example/')];
    const follows = [
      say('Ada', 'https://letter.example/feed'),
      say('Bo', 'letter.example/feed/'),
      say('Cy', 'https://letter.example'),
      say('Di', 'http://www.letter.example/'),
      say('Ada', 'letter.example'),
    ];
    const { rows, asked, complete } = await replay('', exchanges, { follows });
    expect([...rows.keys()]).toEqual(['letter.example/feed']);
    expect(rows.get('letter.example/feed')).toMatchObject({ customers: 4, title: 'The Garden Letter' });
    expect(asked).toEqual(['GET letter.example/feed']);
    expect(complete).toBe(true);
  });

  test('stay two where it is not proven', async () => {
    const exchanges = [
      feed('https://feeds.audio.example/letter', 'https://letter.example/'),
      page('https://letter.example/', alternate('/feed')),
    ];
    const follows = ['Ada', 'Bo'].flatMap((customer) => [
      say(customer, 'https://feeds.audio.example/letter'),
      say(customer, 'https://letter.example/'),
    ]);
    const { rows } = await replay('', exchanges, { follows });
    expect([...rows.values()].map(({ resourceId, customers }) => [resourceId, customers])).toEqual([
      ['feeds.audio.example/letter', 2],
      ['letter.example', 2],
    ]);
  });
});

describe('a podcast by its page in a directory', () => {
  test.each([
    'https://podcasts.apple.com/gb/podcast/garden-talk/id1234567890',
    'https://podcasts.apple.com/podcast/id1234567890?i=1000600000000',
    'podcasts.apple.com/de/podcast/gr%C3%BCn/id1234567890',
    'https://itunes.apple.com/us/podcast/garden-talk/id1234567890?mt=2',
    'https://overcast.fm/itunes1234567890/garden-talk',
    'https://pca.st/itunes/1234567890',
    'https://castro.fm/itunes/1234567890',
  ])('%s', (input) => {
    expect(identify(input)).toMatchObject({
      network: 'feed',
      kind: 'resource',
      name: 'podcasts.apple.com/podcast/id1234567890',
    });
  });

  test.each([
    'https://music.apple.com/us/album/roses/id1234567890',
    'https://itunes.apple.com/us/app/garden/id1234567890',
    'https://podcasts.apple.com/us/genre/arts/id1301',
    'https://podcasts.apple.com/us/podcast/garden-talk',
    'https://overcast.fm/+abcdef',
    'https://pca.st/podcast/1234567890',
  ])('%s is a page', (input) => {
    expect(identify(input)).toMatchObject({ network: 'web' });
  });

  const follows = [
    { customer: 'Ada', resource: 'https://podcasts.apple.com/gb/podcast/garden-talk/id1234567890' },
    { customer: 'Bo', resource: 'https://overcast.fm/itunes1234567890/garden-talk' },
    { customer: 'Cy', resource: 'https://feeds.audio.example/garden-talk' },
  ];

  test('is counted with its feed', async () => {
    const { rows, asked } = await replay(
      '',
      [
        lookup([{ wrapperType: 'track', feedUrl: 'http://feeds.audio.example/garden-talk' }]),
        feed('https://feeds.audio.example/garden-talk', '', 'Garden Talk'),
      ],
      { follows },
    );
    expect([...rows.values()]).toMatchObject([
      { resourceId: 'feeds.audio.example/garden-talk', customers: 3, title: 'Garden Talk' },
    ]);
    expect(asked.filter((line) => line.includes('lookup'))).toHaveLength(1);
  });

  test.each([
    ['has none', [{ wrapperType: 'track' }]],
    ['knows no such podcast', []],
    ['names no address', [{ feedUrl: 'garden talk' }]],
  ])('is a page of the web where the directory %s', async (_, results) => {
    const { rows } = await replay('', [lookup(results)], { follows: follows.slice(0, 1), minCustomers: 1 });
    expect([...rows.values()]).toMatchObject([{ network: 'web', customers: 1 }]);
  });
});
