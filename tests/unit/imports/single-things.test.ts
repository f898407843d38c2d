import { expect, test } from 'vitest';
import { isSingleThing } from '../../../src/imports/single-things.ts';
import { followed, heldIn } from './recognised.ts';

test.each([
  'https://www.reddit.com/r/slates/comments/a1/title/',
  'reddit.com/comments/a1',
  'https://slates.example/@mira/110',
  'https://slates.example/users/mira/statuses/110',
  'https://misskey.example/notes/9abc',
  'https://twitter.com/mira/status/1',
  'https://www.instagram.com/p/AbC/',
  'https://www.instagram.com/mira.holt/reel/AbC/',
  'https://www.facebook.com/slates/posts/1',
  'https://www.facebook.com/watch/?v=1',
  'https://www.tiktok.com/@mira/video/1',
  'https://bsky.app/profile/mira.example/post/3k',
  'https://www.pinterest.de/pin/1/',
  'https://youtu.be/abc',
  'https://m.youtube.com/watch?v=abc',
  'https://www.linkedin.com/feed/update/urn:li:activity:1',
  'https://vk.com/wall-1_2',
  'https://t.me/slates/12',
  'https://www.google.com/maps/place/Clinic/data=1',
  'https://maps.google.com/?cid=1',
  'https://discord.gg/AbCd',
  'https://open.spotify.com/episode/1a',
])('%s is one thing', (address) => expect(isSingleThing(address)).toBe(true));

test.each([
  'https://www.reddit.com/r/slates',
  'https://slates.example/@mira',
  'https://slates.example/posts/first',
  'https://x.com/slates',
  'https://www.facebook.com/p/Slates-100012345678901/',
  'https://www.facebook.com/groups/slates',
  'https://www.youtube.com/@slates/videos',
  'https://t.me/slates',
  'https://vk.com/club1',
  'https://open.spotify.com/show/1a',
  'slates.example',
  '',
])('%j is not', (address) => expect(isSingleThing(address)).toBe(false));

const posts = ['https://t.me/slates/1', 'https://t.me/gutters/22'];

test.each([
  ['a list', posts.join('\n')],
  ['a table with a heading', `what,link\na,${posts.join('\nb,')}\n`],
  ['a table without one', `a;${posts.join('\nb;')}\n`],
  ['places', 'Titel,Notiz,URL\nPraxis,,https://www.google.com/maps/place/Praxis/1\n'],
  ['a name beside', `Name,Url\nx,${posts.join('\ny,')}\n`],
])('%s of posts or places lists no follows', async (_, text) => expect(await heldIn(text)).toBe('other'));

test('one post among pages names its page', async () => {
  expect(
    await followed(['https://t.me/slates/1', 'https://t.me/gutters', 'https://t.me/tiles'].join('\n')),
  ).toHaveLength(3);
});
