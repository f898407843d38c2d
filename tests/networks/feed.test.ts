import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { type Feed, feedIn } from '../../src/networks/feed/read-feed.ts';
import { textOf } from '../../src/text/html.ts';
import { growthOf } from '../helpers/growth.ts';
import { feeds } from '../../src/networks/feed/index.ts';
import { networks } from '../../src/networks/index.ts';
import { identify } from '../../src/library/identify.ts';
import type { Exchange } from './fixture-web.ts';
import { replay } from './replay.ts';

describe('addresses', () => {
  test.each([
    ['https://garden-letter.example/feed', 'garden-letter.example/feed'],
    ['https://www.garden-letter.example/feed/', 'garden-letter.example/feed'],
    ['http://garden-letter.example/blog/rss.xml?utm_source=x', 'garden-letter.example/blog/rss.xml'],
    ['garden-letter.example/atom.xml', 'garden-letter.example/atom.xml'],
    ['https://garden-letter.example/index.xml', 'garden-letter.example/index.xml'],
    ['https://garden-letter.example/news.rss', 'garden-letter.example/news.rss'],
    ['https://garden-letter.example/?feed=rss2', 'garden-letter.example/?feed=rss2'],
    ['https://feeds.audio.example/garden-talk', 'feeds.audio.example/garden-talk'],
    ['feed:https://garden-letter.example/letters', 'garden-letter.example/letters'],
    ['feed://garden-letter.example/letters', 'garden-letter.example/letters'],
    ['itpc://audio.example/garden-talk', 'audio.example/garden-talk'],
    ['https://garden-letter.example/podcast.xml', 'garden-letter.example/podcast.xml'],
  ])('%s is a feed', (input, id) => {
    expect(feeds.parseResource(input)).toMatchObject({ network: 'feed', id, url: expect.stringMatching(/^https?:/) });
    expect(identify(input)).toMatchObject({ network: 'feed', kind: 'resource' });
  });

  test.each([
    'https://garden-letter.example/',
    'https://garden-letter.example/feeding-birds',
    'https://garden-letter.example/sitemap.xml',
    'https://garden-letter.example/2026/11/feedback',
    'https://garden-letter.example/comments/feed/',
    'https://feeds.audio.example/',
    'garden letter feed',
    'mailto:feed@garden-letter.example',
  ])('%s is none', (input) => {
    expect(feeds.parseResource(input)).toBeNull();
  });

  test.each([
    ['https://www.youtube.com/feeds/videos.xml?channel_id=UCaaaaaaaaaaaaaaaaaaaaaa', 'youtube'],
    ['https://social.garden.example/@anna.rss', 'mastodon'],
  ])('%s belongs to %s', (input, network) => {
    const first = networks.find((each) => each.parseResource(input) !== null);
    expect(first?.id).toBe(network);
  });
});

const follows = [
  { customer: 'Ada', resource: 'https://garden-letter.example/feed.xml' },
  { customer: 'Bo', resource: 'http://garden-letter.example/feed.xml?utm_source=mail' },
];

async function examined(text: string, { status = 200, subscribers = '' } = {}) {
  const exchange: Exchange = {
    request: 'GET https://garden-letter.example/feed.xml',
    status,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    text,
  };
  const named = follows.map((row) => ({ ...row, subscribers }));
  const { rows, asked, complete } = await replay('', [exchange], { follows: named });
  return { row: rows.get('garden-letter.example/feed.xml'), asked, complete };
}

const names = ['Vera Holm', 'Ilja Brandt', 'Mona Fürst', 'Οδυσσέας Νερό'];
const days = (count: number): string => new Date(Date.parse('2026-11-21T08:00:00Z') - count * 86_400_000).toUTCString();

/** RSS with what stands in `channel`, and entries. */
const rss = (entries: string[], channel = ''): string =>
  '<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>' +
  `<title>The Garden Letter</title><link>https://garden-letter.example/</link><description>Of &lt;b&gt;beds&lt;/b&gt;</description>${channel}${entries.join('')}</channel></rss>`;

const item = (at: number, more: string): string =>
  `<item><title>What we planted, part ${at}</title><guid isPermaLink="false">x${at}</guid><link>/letters/${at}</link><pubDate>${days(at)}</pubDate>${more}</item>`;

const atomEntry = (name: string, at: number): string =>
  `<entry><title type="html">&lt;i&gt;Beds&lt;/i&gt; ${at}</title><link rel="edit" href="/edit"/><link href="https://garden-letter.example/a/${at}"/>` +
  `<updated>2026-11-2${at}T10:00:00+02:00</updated><author><name>${name}</name></author><summary>Of beds</summary></entry>`;

const rdfItem = (name: string, at: number): string =>
  `<item rdf:about="https://garden-letter.example/a/${at}"><title>Beds ${at}</title><link>https://garden-letter.example/a/${at}</link><dc:date>2026-11-1${at}T10:00:00Z</dc:date><dc:creator>${name}</dc:creator></item>`;

const person = (name: string, role: string): string => `<podcast:person role="${role}">${name}</podcast:person>`;

describe('a feed', () => {
  test('is asked once for its facts and its posts, and is for a person to decide', async () => {
    const { row, asked, complete } = await examined(
      rss(
        names.map((name, at) => item(at, `<dc:creator><![CDATA[${name}]]></dc:creator>`)),
        '<managingEditor>ed@garden-letter.example (Ed Itor)</managingEditor>',
      ),
    );
    expect(asked).toEqual(['GET garden-letter.example/feed.xml']);
    expect(row).toMatchObject({
      title: 'The Garden Letter',
      description: 'Of beds',
      customers: 2,
      subscribers: null,
      verdict: 'review',
      reason: 'subscribers_unknown',
      lastPost: '2026-11-21',
      thirdParty: { kind: 'guest_posts', authors: 4, share: 1 },
    });
    expect(row?.contact).toContain('ed@garden-letter.example');
    expect(row?.thirdParty.evidence[0]).toMatchObject({
      rule: 'signed',
      author: 'Vera Holm',
      url: 'https://garden-letter.example/letters/0',
    });
    expect(complete).toBe(true);
  });

  test('is kept where a person has counted its subscribers', async () => {
    const text = rss(names.map((name, at) => item(at, `<dc:creator>${name}</dc:creator>`)));
    expect((await examined(text, { subscribers: '5000' })).row).toMatchObject({ verdict: 'keep', subscribers: 5000 });
    expect((await examined(text, { subscribers: '4999' })).row).toMatchObject({
      verdict: 'drop',
      reason: 'below_floor',
    });
  });

  test.each<[string, (at: number) => string]>([
    ['nobody signs', () => ''],
    ['a login signs', () => '<dc:creator>admin</dc:creator>'],
    ['the editor signs', () => '<author>ed@garden-letter.example (Ed Itor)</author>'],
    ['a mail without a name signs', (at) => `<author>writer${at}@garden-letter.example</author>`],
    ['the letter itself signs', () => '<dc:creator>The Garden Letter</dc:creator>'],
    ['two of the staff sign everything', (at) => `<dc:creator>${names[at % 2]}</dc:creator>`],
  ])('is its own where %s', async (_, more) => {
    const entries = Array.from({ length: 12 }, (__, at) => item(at, more(at)));
    const text = rss(entries, '<managingEditor>ed@garden-letter.example (Ed Itor)</managingEditor>');
    const { row } = await examined(text, { subscribers: '9000' });
    expect(row?.thirdParty).toMatchObject({ authors: 0, classes: [] });
    expect(row).toMatchObject({ verdict: 'drop' });
  });

  test("of a podcast names its guests, hosts are its own, and its owner's mail is the contact", async () => {
    const entries = names.map((name, at) => item(at, `${person('Ed Itor', 'host')}${person(name, 'Guest')}`));
    const owner =
      '<itunes:author>Ed Itor</itunes:author><itunes:owner><itunes:name>E</itunes:name><itunes:email>talk@garden-letter.example</itunes:email></itunes:owner>';
    const { row } = await examined(rss(entries, owner), { subscribers: '9000' });
    expect(row).toMatchObject({ verdict: 'keep', thirdParty: { kind: 'interviews', authors: 4 } });
    expect(row?.thirdParty.evidence.map(({ author }) => author)).not.toContain('Ed Itor');
    expect(row?.contact).toContain('talk@garden-letter.example');
  });

  test('in Atom', async () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Garden Letter</title><subtitle>Of beds</subtitle><author><name>Ed Itor</name><email>ed@garden-letter.example</email></author><link rel="self" href="https://garden-letter.example/feed.xml"/>${names.slice(0, 3).map(atomEntry).join('')}</feed>`;
    const { row } = await examined(text, { subscribers: '9000' });
    expect(row).toMatchObject({
      title: 'The Garden Letter',
      description: 'Of beds',
      verdict: 'keep',
      lastPost: '2026-11-22',
    });
    expect(row?.thirdParty.evidence[0]).toMatchObject({ url: 'https://garden-letter.example/a/2', author: names[2] });
  });

  test('in RSS 1.0, whose entries stand beside the channel', async () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>The Garden Letter</title></channel>${names.slice(0, 3).map(rdfItem).join('')}</rdf:RDF>`;
    expect((await examined(text, { subscribers: '9000' })).row).toMatchObject({
      verdict: 'keep',
      thirdParty: { authors: 3 },
    });
  });

  test('that is empty is there, with nothing to judge by', async () => {
    expect((await examined(rss([]), { subscribers: '9000' })).row).toMatchObject({
      verdict: 'review',
      title: 'The Garden Letter',
    });
  });

  test('that is gone is gone', async () => {
    expect((await examined('', { status: 410 })).row).toMatchObject({ verdict: 'drop', reason: 'gone' });
  });

  test.each([
    ['a page', '<!doctype html><html><body>Back soon</body></html>'],
    ['another document', '<urlset><url><loc>https://garden-letter.example/</loc></url></urlset>'],
    ['half of it', '<rss version="2.0"><channel><title>The Ga'],
    ['nothing', ''],
  ])('in whose place stands %s was not reached', async (_, text) => {
    const { row, complete } = await examined(text);
    expect(row).toMatchObject({ verdict: 'review', reason: 'not_reached', customers: 2 });
    expect(complete).toBe(false);
  });

  test('that has moved is counted with the one it is now', async () => {
    const moved = rss([], '<itunes:new-feed-url>https://audio.example/talk/feed.xml</itunes:new-feed-url>');
    const headers = { 'content-type': 'application/xml' };
    const { rows } = await replay(
      '',
      [
        { request: 'GET https://garden-letter.example/feed.xml', status: 200, headers, text: moved },
        { request: 'GET https://audio.example/talk/feed.xml', status: 200, headers, text: rss([item(1, '')]) },
      ],
      { follows: [...follows, { customer: 'Cy', resource: 'https://audio.example/talk/feed.xml' }] },
    );
    expect(rows.get('garden-letter.example/feed.xml')).toMatchObject({ verdict: 'drop', rank: null });
    expect(rows.get('audio.example/talk/feed.xml')).toMatchObject({ customers: 3, title: 'The Garden Letter' });
  });

  test('of a podcast that kept every episode is read to its newest ones', async () => {
    const text = rss(Array.from({ length: 9000 }, (_, at) => item(at, '')));
    expect((await examined(text)).row).toMatchObject({ title: 'The Garden Letter', lastPost: '2026-11-21' });
  });

  test.each([
    ['brackets', '(', ')'],
    ['mails', 'a@b.c ', ''],
    ['markup', '&lt;b&gt;', ''],
  ])('takes time in proportion to its %s', async (_, open, close) => {
    const reading = (written: string): Feed => {
      const channel = `<managingEditor>${written}${close}</managingEditor><item><author>${written}@</author><title>${written}</title></item>`;
      return feedIn(load(rss([], channel), { xml: true }), 'https://garden-letter.example/feed', textOf);
    };
    expect(await growthOf(40, reading, open)).toBeLessThan(40);
  });
});
