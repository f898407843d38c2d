import { expect, test } from 'vitest';
import { textLimitOf } from '../../../src/networks/mastodon/text-limit.ts';
import { type Exchange, fixtureWeb } from '../fixture-web.ts';

const v2 = 'GET https://social.example/api/v2/instance';
const v1 = 'GET https://social.example/api/v1/instance';
const nodeinfo = 'GET https://social.example/.well-known/nodeinfo';
const metaOf = 'POST https://social.example/api/meta {"detail":false}';

/** A server without Mastodon's API. */
const without: Exchange[] = [
  { request: v2, status: 404, body: {} },
  { request: v1, status: 403, body: {} },
];
/** What a server says of its software. */
const runs = (name: string): Exchange[] => [
  {
    request: nodeinfo,
    status: 200,
    body: {
      links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: 'https://social.example/nodeinfo/2.0' }],
    },
  },
  { request: 'GET https://social.example/nodeinfo/2.0', status: 200, body: { software: { name, version: '1' } } },
];
const statuses = (body: unknown) => ({ configuration: { statuses: body } });

test.each<[what: string, exchanges: Exchange[], limit: unknown]>([
  [
    'Mastodon',
    [{ request: v2, status: 200, body: statuses({ max_characters: 5000, characters_reserved_per_url: 23 }) }],
    { max: 5000, perAddress: 23 },
  ],
  [
    'a server that has the first version only, and counts addresses in full',
    [
      { request: v2, status: 404, body: {} },
      { request: v1, status: 200, body: statuses({ max_characters: 500, characters_reserved_per_url: null }) },
    ],
    { max: 500, perAddress: null },
  ],
  [
    'Pleroma',
    [
      { request: v2, status: 200, body: { title: 'x' } },
      { request: v1, status: 200, body: { max_toot_chars: 10_000 } },
    ],
    { max: 10_000, perAddress: null },
  ],
  [
    'a server that says nothing, or nonsense',
    [
      { request: v2, status: 200, body: statuses({ max_characters: '5000' }) },
      { request: v1, status: 200, body: { max_toot_chars: -1 } },
      { request: nodeinfo, status: 404, body: {} },
    ],
    null,
  ],
  ['a server without this API', [...without, ...runs('hubzilla')], null],
  [
    'Misskey',
    [...without, ...runs('misskey'), { request: metaOf, status: 200, body: { maxNoteTextLength: 3000, version: 'x' } }],
    { max: 3000, perAddress: 0 },
  ],
  [
    'one of its kin',
    [...without, ...runs('Sharkey'), { request: metaOf, status: 200, body: { maxNoteTextLength: 8192 } }],
    { max: 8192, perAddress: 0 },
  ],
  ['Misskey that says nothing', [...without, ...runs('misskey'), { request: metaOf, status: 200, body: {} }], null],
  ['Misskey that refuses', [...without, ...runs('misskey'), { request: metaOf, status: 403, body: {} }], null],
  ['Lemmy, whose limit stands in its program', [...without, ...runs('lemmy')], { max: 50_000, perAddress: 0 }],
])('%s', async (_, exchanges, limit) => {
  const web = fixtureWeb(exchanges);
  expect(await textLimitOf('social.example', web)).toEqual(limit);
  expect(web.asked).toHaveLength(exchanges.length);
});
