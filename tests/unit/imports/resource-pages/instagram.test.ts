import { describe, expect, test } from 'vitest';
import { instagramPage } from '../../../doubles/pages/instagram.ts';
import { languages } from '../../../doubles/pages/languages.ts';
import { shownFollows } from '../../../doubles/pages/markup.ts';
import { ways } from '../../../doubles/pages/saved.ts';
import { resourceIn, saved, shownIn } from './read-page.ts';

const url = 'https://www.instagram.com/garden.letter/';
const header = (counts: string) => `<main><header><h2>garden.letter</h2><ul>${counts}</ul>
  <div><h1>Letters for everybody who has a garden, a balcony or one pot. ✉️ mail@garden.example</h1>
  <a href="https://l.instagram.com/?u=https%3A%2F%2Fgarden.example%2Fletters&amp;e=AT0x">garden.example/letters</a></div></header>`;
const english =
  '<li><span>340</span> posts</li><li><a href="/garden.letter/followers/"><span title="12,345"><span>12.3K</span></span> followers</a></li><li><a href="/garden.letter/following/"><span>210</span> following</a></li>';
const grid = `<div><a href="/garden.letter/p/DRRmIVfjFEl/"><img alt="Guest post: Anna Quince on pruning roses before winter"></a>
  <a href="/garden.letter/reel/DRRmIVfjFEm/"><img alt="Photo by Garden Letter on November 3, 2026. May be an image of roses."></a></div></main>`;

const post = (code: string, text: string, coauthors: object[] = []) => ({
  code,
  taken_at: 1_795_000_000,
  caption: { text },
  user: { username: 'garden.letter', full_name: 'Garden Letter' },
  coauthor_producers: coauthors,
});

describe('an account', () => {
  test.each(Object.entries(ways))('saved %s', async (_, save) => {
    const html = `<!DOCTYPE html>\n<html><head><title>Garden Letter (@garden.letter) • Instagram photos and videos</title><link rel="canonical" href="${url}"></head><body>${header(english)}${grid}</body></html>`;
    const { resource, told, posts, format } = await shownIn(save({ url, html }));
    expect(format).toBe('saved page of an Instagram account');
    expect(resource.name).toBe('garden.letter');
    expect(told).toMatchObject({ title: 'Garden Letter', subscribers: 12_345 });
    expect(told.description).toContain('Letters for everybody');
    expect(told.contacts).toEqual(['mail@garden.example', 'https://garden.example/letters']);
    expect(posts).toMatchObject([
      {
        kind: 'own',
        url: 'https://www.instagram.com/p/DRRmIVfjFEl/',
        text: expect.stringMatching(/^Guest post/) as string,
      },
    ]);
    expect(posts[0]?.at?.slice(0, 7)).toBe('2025-11');
  });

  test.each([
    [
      'ru',
      '12,3 тыс. подписчиков, 210 подписок, 340 публикаций — посмотрите в Instagram фото и видео Garden Letter (@garden.letter)',
      12_300,
    ],
    [
      'de',
      '12.345 Follower, 210 gefolgt, 340 Beiträge – Sieh dir Instagram-Fotos und -Videos von Garden Letter (@garden.letter) an',
      12_345,
    ],
    [
      'fr',
      '12 k followers, 210 suivi(e)s, 340 publications – Découvrez les photos et vidéos Instagram de Garden Letter (@garden.letter)',
      12_000,
    ],
    [
      'es',
      '12 mil seguidores, 210 seguidos, 340 publicaciones - Mira las fotos y los vídeos de Instagram de Garden Letter (@garden.letter)',
      12_000,
    ],
    [
      'en',
      '1.2M Followers, 210 Following, 340 Posts - Garden Letter (@garden.letter) on Instagram: "Letters for everybody who has a garden."',
      1_200_000,
    ],
  ])('as those who are not logged in see it, in %s', async (_, description, subscribers) => {
    const head = `<meta property="og:title" content="Garden Letter (@garden.letter) • Instagram photos and videos"><meta property="og:url" content="${url}"><meta property="og:description" content='${description}'>`;
    const { told } = await shownIn(saved(`${url}?hl=xx`, '<main><h2>garden.letter</h2></main>', head));
    expect(told).toMatchObject({ title: 'Garden Letter', subscribers });
    expect(told.description ?? '').not.toMatch(/\d/);
  });

  test('what the page carries for its scripts comes first, with posts that two accounts publish together', async () => {
    const user = {
      username: 'garden.letter',
      full_name: 'Garden Letter',
      biography: 'Letters.',
      follower_count: 12_345,
    };
    const others = {
      code: 'DAAAAAAAAAA',
      taken_at: 1_795_000_000,
      caption: { text: 'x' },
      user: { username: 'other' },
    };
    const data = {
      require: [
        [{ data: { user } }],
        {
          items: [
            post('DRRmIVfjFEl', 'How we prune.'),
            post('DRRmIVfjFEm', 'Roses.', [{ username: 'anna.quince', full_name: 'Anna Quince' }]),
            others,
          ],
        },
      ],
    };
    const script = `<script type="application/json">${JSON.stringify(data)}</script>`;
    const { told, posts } = await shownIn(saved(url, header('').replace('</header>', '</header></main>') + script));
    expect(told).toMatchObject({ title: 'Garden Letter', subscribers: 12_345, description: 'Letters.' });
    expect(posts).toEqual([
      {
        url: 'https://www.instagram.com/p/DRRmIVfjFEl/',
        at: '2026-11-18T11:06:40.000Z',
        kind: 'own',
        author: 'garden.letter',
        text: 'How we prune.',
      },
      {
        url: 'https://www.instagram.com/p/DRRmIVfjFEm/',
        at: '2026-11-18T11:06:40.000Z',
        kind: 'repost',
        author: 'anna.quince',
        text: 'Roses.',
        by: { handle: 'anna.quince', name: 'Anna Quince', bio: null },
        place: 'guest',
      },
    ]);
  });

  test('the shape of 2019 to 2023', async () => {
    const node = {
      shortcode: 'DRRmIVfjFEl',
      taken_at_timestamp: 1_795_000_000,
      edge_media_to_caption: { edges: [{ node: { text: 'How we prune.' } }] },
      owner: { username: 'garden.letter' },
    };
    const user = {
      username: 'garden.letter',
      edge_followed_by: { count: 12_345 },
      edge_owner_to_timeline_media: { edges: [{ node }] },
    };
    const script = `<script type="application/json">${JSON.stringify({ entry_data: { user } })}</script>`;
    const { told, posts } = await shownIn(saved(url, `<main></main>${script}`));
    expect([told.subscribers, posts.length]).toEqual([12_345, 1]);
  });

  test('that is private tells its followers, and no posts', async () => {
    const body = `${header(english)}<h2>This account is private</h2><p>Follow to see their photos and videos.</p></main>`;
    expect(await shownIn(saved(url, body))).toMatchObject({ told: { subscribers: 12_345 }, posts: [] });
  });
});

describe('no resource is', () => {
  test.each(languages.slice(0, 4))('a list of accounts that somebody follows, in $code', async (language) => {
    for (const save of Object.values(ways))
      expect(await resourceIn(save(instagramPage({ follows: shownFollows(3, 8), language, seed: 3 })))).toBeNull();
  });

  test.each([
    ['the home page', 'https://www.instagram.com/'],
    ['a post', 'https://www.instagram.com/p/DRRmIVfjFEl/'],
    ['a list of followers', 'https://www.instagram.com/garden.letter/followers/'],
    ['what is found', 'https://www.instagram.com/explore/tags/roses/'],
  ])('%s', async (_, address) => expect(await resourceIn(saved(address, header(english) + grid))).toBeNull());

  test('a login', async () => {
    expect(await resourceIn(saved(url, '<main><input type="password"></main>'))).toBeNull();
  });
});
