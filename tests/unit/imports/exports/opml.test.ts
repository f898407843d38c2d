import { describe, expect, test } from 'vitest';
import { followed, recognised } from '../recognised.ts';

const channel = 'UCslateslateslateslates00';
const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${channel.slice(0, 24)}`;
const id = `youtube:${channel.slice(0, 24)}`;
const opml = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>\n'): string =>
  `${head}<opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>\n`;

describe('OPML', () => {
  test.each([
    [
      'a reader with folders',
      opml(
        `<outline text="Roofs"><outline type="rss" text="Slates" xmlUrl="https://slates.example/feed" htmlUrl="https://slates.example/"/></outline>`,
      ),
      ['feed:slates.example/feed'],
    ],
    [
      'a site whose feed looks like any page',
      opml('<outline text="S" xmlUrl="https://slates.example/12" htmlUrl="https://slates.example/"/>'),
      ['web:slates.example'],
    ],
    [
      'a folder that says it is a feed',
      opml(
        `<outline type="rss" title="Roofs"><outline title="Slates" xmlUrl="https://slates.example/feed.xml"/></outline>`,
      ),
      ['feed:slates.example/feed.xml'],
    ],
    [
      'without a declaration, a head and a type',
      `<opml version="1.1"><body><outline text="Slates" xmlUrl="${feed}"/></body></opml>`,
      [id],
    ],
    [
      'podcasts of which only an episode is kept',
      opml(
        '<outline text="feeds"><outline type="rss" title="Slates" xmlUrl="https://slates.example/feed" subscribed="1"/><outline type="rss" title="Old" xmlUrl="https://old.example/feed" subscribed="0"/></outline>',
      ),
      ['feed:slates.example/feed'],
    ],
    [
      'YouTube among blogs',
      opml(
        `<outline text="S" xmlUrl="${feed}" htmlUrl="https://www.youtube.com/channel/${channel.slice(0, 24)}"/><outline text="G" htmlUrl="https://gutters.example" type="rss"/>`,
      ),
      [id, 'web:gutters.example'],
    ],
    [
      'a podcast player',
      opml(
        `<outline text="feeds"><outline type="rss" text="Roof talk" xmlUrl="https://pod.example/rss/12"/></outline>`,
      ),
      ['web:pod.example/rss/12'],
    ],
    [
      'other letters, a comment and entities',
      opml(
        `<!-- mine --><OUTLINE TEXT="Slate &amp; Tile" XMLURL="https://slates.example/?feed=rss&amp;lang=en" HTMLURL="https://slates.example"/>`,
        '',
      ),
      ['feed:slates.example/?feed=rss&lang=en'],
    ],
    [
      'schemes of players',
      opml(
        '<outline text="A" xmlUrl="feed:https://slates.example/a"/><outline text="B" xmlUrl="pcast://pod.example/b"/>',
      ),
      ['feed:slates.example/a', 'feed:pod.example/b'],
    ],
    [
      'accounts of Mastodon and Reddit',
      opml(
        '<outline text="A" xmlUrl="https://roofs.example/@mira.rss"/><outline text="B" xmlUrl="https://www.reddit.com/r/slates/.rss"/>',
      ),
      ['mastodon:mira@roofs.example', 'reddit:r/slates'],
    ],
    [
      'the same feed in two folders',
      opml(
        `<outline text="1"><outline xmlUrl="${feed}"/></outline><outline text="2"><outline xmlUrl="${feed}"/></outline>`,
      ),
      [id],
    ],
  ])('%s', async (_, text, expected) => {
    for (const inBundle of [false, true]) expect(await followed(text, 'feeds.opml', inBundle)).toEqual(expected);
  });

  test('titles come with entities resolved', async () => {
    expect(
      await recognised(opml('<outline text="Slate &amp; Tile" xmlUrl="https://slates.example/rss"/>')),
    ).toMatchObject({
      follows: [{ title: 'Slate & Tile' }],
    });
  });

  test('a list without feeds is empty, one that was cut off is told', async () => {
    expect(
      await recognised(opml('<outline text="Links"><outline type="link" url="https://x.example"/></outline>')),
    ).toMatchObject({ format: expect.stringContaining('OPML') });
    expect(await recognised(opml(`<outline xmlUrl="${feed}"/>`).slice(0, -20))).toMatchObject({
      reason: expect.stringContaining('cut off'),
    });
  });

  test('other XML is none', async () => {
    expect(
      await recognised('<?xml version="1.0"?><rss><channel><link>https://slates.example</link></channel></rss>'),
    ).toBeNull();
  });
});
