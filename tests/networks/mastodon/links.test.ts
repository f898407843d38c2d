import { expect, test } from 'vitest';
import { mastodon } from '../../../src/networks/mastodon/index.ts';
import { textOf } from '../../../src/text/html.ts';
import { type Exchange, fixtureWeb } from '../fixture-web.ts';
import { home } from './answers.ts';

const rowan = {
  network: 'mastodon',
  id: 'https://press.example/users/rowan',
  name: 'rowan@press.example',
  title: null,
  url: 'https://press.example/@rowan',
  host: 'press.example',
};

async function factsFrom(exchange: Exchange) {
  for await (const [, facts] of mastodon.readFacts([rowan], Object.assign(fixtureWeb([exchange]), { textOf })))
    return facts;
  throw new Error('no facts');
}

test.each([
  [
    'a mention',
    '<a href="https://quay.example/@hedge" class="u-url mention">@<span>hedge</span></a>',
    '@hedge@quay.example',
  ],
  [
    'an address that is shown short',
    '<a href="https://t.me/rowanpost"><span class="invisible">https://</span><span>t.me/rowanpost</span></a>',
    'https://t.me/rowanpost',
  ],
  ['words', '<a href="https://t.me/rowanpost">Our channel</a>', 'Our channel https://t.me/rowanpost'],
  ['a hashtag', '<a href="https://press.example/tags/hedge">#hedge</a>', '#hedge'],
  ['no page', '<a href="mailto:rowan@press.example">Write</a>', 'Write'],
])('a description says where its links lead: %s', async (_, note, text) => {
  expect(await factsFrom(home('rowan@press.example', { note: `<p>See ${note}</p>` }))).toMatchObject({
    description: `See ${text}`,
  });
});

test('fields are links, with their names and whether the server verified them', async () => {
  const fields = [
    {
      name: 'Web',
      value: '<a href="https://rowan.example" rel="me">rowan.example</a>',
      verified_at: '2026-01-05T08:00:00Z',
    },
    { name: 'Telegram', value: '@rowanpost', verified_at: null },
    { name: 'odd' },
  ];
  expect((await factsFrom(home('rowan@press.example', { fields }))).links).toEqual([
    { text: 'https://rowan.example', label: 'Web', isOwn: true, verified: true },
    { text: '@rowanpost', label: 'Telegram', isOwn: true },
  ]);
});

test('without fields there are none', async () => {
  expect((await factsFrom(home('rowan@press.example'))).links).toBeUndefined();
});
