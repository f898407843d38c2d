import { expect, test } from 'vitest';
import { textLimitOf } from '../../../src/networks/mastodon/text-limit.ts';
import { type Exchange, fixtureWeb } from '../fixture-web.ts';

const v2 = 'GET https://social.example/api/v2/instance';
const v1 = 'GET https://social.example/api/v1/instance';
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
    ],
    null,
  ],
  [
    'a server without this API',
    [
      { request: v2, status: 404, body: {} },
      { request: v1, status: 403, body: {} },
    ],
    null,
  ],
])('%s', async (_, exchanges, limit) => {
  const web = fixtureWeb(exchanges);
  expect(await textLimitOf('social.example', web)).toEqual(limit);
  expect(web.asked).toHaveLength(exchanges.length);
});
