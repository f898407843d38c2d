import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Double, DoubleAnswer } from '../doubles/graph.ts';
import { type Served, serve } from '../doubles/serve.ts';
import { ownFolder } from '../cli/terminal.ts';
import { hurriedClock } from '../helpers/clock.ts';
import { type RunResult, analyze, writeReport } from '../../src/index.ts';

ownFolder();

const path = 'output/outreach.csv';
const article = 'https://studio.example/price-list';
const pages = ['one', 'two', 'three', 'four', 'five', 'six'];

type Cells = Record<string, string>;
const rows = (file = path): Cells[] =>
  Papa.parse<Cells>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
const rowOf = (page: string): Cells | undefined => rows().find(({ url }) => url === `https://${page}.example`);
const linkFor = (page: string): string =>
  rows('output/teasers.csv').find(({ url }) => url === `https://${page}.example`)?.['link'] ?? '';

/** What the hosts answer, by host and path. */
let answers: Record<string, DoubleAnswer> = {};
const html = (body: string): DoubleAnswer => ({ status: 200, headers: { 'content-type': 'text/html' }, body });
const json = (body: unknown): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const hosts = ['blog.example', 'shut.example', 'social.example', 'public.api.bsky.app', 't.me'];
const double: Double = {
  hosts,
  addressOf: (name) => name,
  answer: ({ host, path: at }) => new Map(Object.entries(answers)).get(host + at) ?? { status: 404, body: '' },
};
let served: Served;
beforeAll(async () => {
  served = await serve([double]);
  const follows = pages.map((page) => `Client,https://${page}.example,9000\n`);
  writeFileSync('follows.csv', `customer,resource,subscribers\n${follows.join('')}`);
});
afterAll(() => served.close());
beforeEach(() => {
  answers = {};
});

const start = Date.parse('2026-11-22T06:00:00Z');
const settings = { thirdParty: 'ignore', link: article, campaign: 'spring', output: 'output', state: 'state' } as const;
const context = () => ({ clock: hurriedClock(start) });

const run = (): Promise<RunResult> =>
  analyze({ ...settings, follows: ['follows.csv'], connectTo: served.connectTo }, context());

const noticesOf = ({ report }: RunResult): string => report.notices.map(({ text }) => text).join(' ');

const placements: Record<string, string> = {
  one: 'https://blog.example/a-guest-post',
  two: 'https://social.example/@garden/112233445566778899',
  three: 'https://bsky.app/profile/did:plc:gardengardengarden222222/post/3kabcdefgh22a',
  four: 'https://t.me/garden_news/41',
  five: 'https://shut.example/private/post',
  six: 'https://www.facebook.com/garden/posts/123',
};

function place(): void {
  const lines = pages.map((page) => `https://${page}.example,placed,${placements[page] ?? ''}\n`);
  writeFileSync(path, `url,status,placement\n${lines.join('')}`);
}

const liked =
  '{"@type":"Article","interactionStatistic":[{"interactionType":"https://schema.org/LikeAction","userInteractionCount":7},{"interactionType":"https://schema.org/WatchAction","userInteractionCount":900}],"comment":[{"interactionStatistic":{"interactionType":"LikeAction","userInteractionCount":50}}]}';

/** Each placement with this link in it. */
const published = (link: (page: string) => string): Record<string, DoubleAnswer> => ({
  'blog.example/a-guest-post': html(
    `<a href="/about">About</a> <a href="https://blog.example/out?to=${encodeURIComponent(link('one'))}">x</a><script type="application/ld+json">${liked}</script>`,
  ),
  'social.example/api/v1/statuses/112233445566778899': json({
    content: `<p>News <a href="${link('two').replaceAll('&', '&amp;')}">here</a></p>`,
    favourites_count: 3,
    reblogs_count: 2,
    replies_count: 1,
  }),
  'public.api.bsky.app/xrpc/app.bsky.actor.getProfiles': json({ profiles: [] }),
  'public.api.bsky.app/xrpc/app.bsky.feed.getPosts': json({
    posts: [
      {
        record: {
          text: 'News',
          facets: [
            { features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:x' }] },
            { features: [{ $type: 'app.bsky.richtext.facet#link', uri: link('three') }] },
          ],
        },
        likeCount: 5,
        repostCount: 0,
        replyCount: 4,
      },
    ],
  }),
  't.me/garden_news/41': html(
    `<div class="tgme_widget_message" data-post="garden_news/41"><div class="tgme_widget_message_text">News <a href="${link('four').replaceAll('&', '&amp;')}">here</a></div></div><span class="tgme_reaction"><i>👍</i>12</span><span class="tgme_reaction">1.2K</span>`,
  ),
  'shut.example/robots.txt': {
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: 'User-agent: *\nDisallow: /private/',
  },
});

describe('what was published is looked at in each run', () => {
  test('link, tags and reactions are seen where the network shows them, and why not elsewhere', async () => {
    await run();
    place();
    answers = published(linkFor);
    const result = await run();
    expect(result.complete).toBe(true);
    expect(noticesOf(result)).not.toContain('without your link');
    for (const [page, reactions] of Object.entries({ one: '7', two: '6', three: '9', four: '1212' })) {
      expect(rowOf(page), page).toMatchObject({
        placement_state: 'link_intact',
        placement_checked: '2026-11-22',
        reactions,
        next_step: 'thank them',
      });
    }
    expect(rowOf('five')).toMatchObject({ placement_state: '', placement_note: expect.stringContaining('robots.txt') });
    expect(rowOf('six')).toMatchObject({
      placement_state: '',
      placement_note: expect.stringContaining('without a login'),
    });
  });

  test('a lost link, changed tags and a post that is gone are told, in the row and as a notice', async () => {
    answers = {
      ...published(() => article),
      'blog.example/a-guest-post': html('<a href="/about">About</a>'),
      't.me/garden_news/41': html('<div class="tgme_widget_message_error">Post not found</div>'),
    };
    delete answers['social.example/api/v1/statuses/112233445566778899'];
    expect(noticesOf(await run())).toContain('4 placements are gone, or without your link or its tags');
    expect(rowOf('one')).toMatchObject({
      placement_state: 'link_lost',
      next_step: expect.stringMatching(/^write to them .* no longer links to https:\/\/studio/),
    });
    expect(rowOf('two')).toMatchObject({ placement_state: 'gone', reactions: '6' });
    expect(rowOf('three')).toMatchObject({ placement_state: 'tags_changed', placement_note: `its link is ${article}` });
    expect(rowOf('four')).toMatchObject({ placement_state: 'gone' });
  });

  test('an outage is no answer: what was last seen stays, also in a report, which asks nobody', async () => {
    answers = { 'blog.example/a-guest-post': { status: 403, body: '' } };
    await run();
    expect(rowOf('one')).toMatchObject({
      placement_state: 'link_lost',
      placement_note: expect.stringMatching(/^not read on .*403/),
    });
    const asked = served.asked.length;
    await writeReport(settings, context());
    expect(served.asked.length).toBe(asked);
    expect(rowOf('one')).toMatchObject({ placement_state: 'link_lost' });
  });

  test('another address begins anew; a link that was never seen is not called lost', async () => {
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('https://blog.example/a-guest-post', 'https://blog.example/new'),
    );
    answers = { 'blog.example/new': html('<p>drawn by scripts</p>') };
    await run();
    expect(rowOf('one')).toMatchObject({
      placement: 'https://blog.example/new',
      placement_state: 'link_unseen',
      reactions: '',
    });
  });
});
