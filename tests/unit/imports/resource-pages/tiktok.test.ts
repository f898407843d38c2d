import { describe, expect, test } from 'vitest';
import { ways } from '../../../doubles/pages/saved.ts';
import { resourceIn, saved, shownIn } from './read-page.ts';

const url = 'https://www.tiktok.com/@garden.letter';
const page = (names: [string, string, string], numbers = ['210', '12.3K', '1.2M']) =>
  `<main><h1 data-e2e="user-title">garden.letter</h1><h3>${names.map((name, at) => `<div><strong title="${name}">${numbers[at] ?? ''}</strong><span>${name}</span></div>`).join('')}</h3>
  <h2 data-e2e="user-bio">Letters for everybody who has a garden. mail@garden.example</h2>
  <a data-e2e="user-link" href="https://www.tiktok.com/link/v2?aid=1988&amp;scene=bio_url&amp;target=garden.example">garden.example</a>
  <div><div data-e2e="user-post-item"><a href="${url}/video/7573917264198307093"><img alt="Guest: Anna Quince on pruning roses before winter #roses"></a></div>
  <div data-e2e="user-post-item"><a href="${url}/video/7573917264198307094"><strong>12.3K</strong></a></div></div></main>`;
const english: [string, string, string] = ['Following', 'Followers', 'Likes'];

describe('an account', () => {
  test.each(Object.entries(ways))('saved %s', async (_, save) => {
    const html = `<!DOCTYPE html>\n<html><head><link rel="canonical" href="${url}"></head><body>${page(english)}</body></html>`;
    const { resource, told, posts } = await shownIn(save({ url, html }));
    expect(resource).toMatchObject({ network: 'tiktok', name: 'garden.letter' });
    expect(told).toMatchObject({ subscribers: 12_300, contacts: ['mail@garden.example', 'https://garden.example/'] });
    expect(posts).toMatchObject([{ kind: 'own', url: `${url}/video/7573917264198307093` }]);
    expect(posts[0]?.at?.slice(0, 7)).toBe('2025-11');
  });

  test.each([
    ['ru', ['Подписки', 'Подписчики', 'Лайки'], ['210', '12,3 тыс.', '1,2 млн']],
    ['de', ['Folge ich', 'Follower', 'Likes'], ['210', '12.3K', '1.2M']],
    ['fr', ['Suivis', 'Followers', 'J’aime'], ['210', '12.3K', '1.2M']],
    ['es', ['Siguiendo', 'Seguidores', 'Me gusta'], ['210', '12.3K', '1.2M']],
    ['el', ['Ακολουθεί', 'Ακόλουθοι', 'Μου αρέσει'], ['210', '12,3 χιλ.', '1,2 εκ.']],
  ] as [string, [string, string, string], string[]][])('in %s', async (_, names, numbers) => {
    expect((await shownIn(saved(url, page(names, numbers)))).told.subscribers).toBe(12_300);
  });

  test('what the page carries for its scripts comes first', async () => {
    const data = {
      __DEFAULT_SCOPE__: {
        'webapp.user-detail': {
          userInfo: {
            user: {
              uniqueId: 'Garden.Letter',
              nickname: 'Garden Letter',
              signature: 'Letters.',
              bioLink: { link: 'garden.example' },
            },
            stats: { followerCount: 12_345, followingCount: 210, heart: 1_200_000 },
          },
          itemList: [
            {
              id: '7573917264198307093',
              desc: 'Anna Quince on roses',
              createTime: 1_795_000_000,
              author: { uniqueId: 'garden.letter' },
            },
            {
              id: '7573917264198307099',
              desc: 'Another’s',
              createTime: 1_795_000_000,
              author: { uniqueId: 'another' },
            },
          ],
        },
      },
    };
    const script = `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(data)}</script>`;
    const { told, posts } = await shownIn(saved(url, `<main></main>${script}`));
    expect(told).toMatchObject({
      title: 'Garden Letter',
      subscribers: 12_345,
      description: 'Letters.',
      contacts: ['garden.example'],
    });
    expect(posts.map(({ text, at }) => [text, at])).toEqual([['Anna Quince on roses', '2026-11-18T11:06:40.000Z']]);
  });

  test('the shape of 2021 to 2023', async () => {
    const data = {
      UserModule: {
        users: { 'garden.letter': { uniqueId: 'garden.letter', nickname: 'Garden Letter' } },
        stats: { 'garden.letter': { followerCount: 12_345 } },
      },
      ItemModule: {
        '7573917264198307093': {
          id: '7573917264198307093',
          desc: 'Roses',
          createTime: '1795000000',
          author: 'garden.letter',
        },
      },
    };
    const script = `<script id="SIGI_STATE" type="application/json">${JSON.stringify(data)}</script>`;
    const { told, posts } = await shownIn(saved(url, `<main></main>${script}`));
    expect([told.title, told.subscribers, posts.length]).toEqual(['Garden Letter', 12_345, 1]);
  });

  test('that is private tells its followers, and no posts', async () => {
    const [head = ''] = page(english).split('<div><div data-e2e');
    expect(await shownIn(saved(url, `${head}<p>This account is private</p></main>`))).toMatchObject({
      told: { subscribers: 12_300 },
      posts: [],
    });
  });
});

describe('no resource is', () => {
  test.each([
    ['the home page', 'https://www.tiktok.com/foryou'],
    ['a video', `${url}/video/7573917264198307093`],
    ['a hashtag', 'https://www.tiktok.com/tag/roses'],
  ])('%s', async (_, address) => expect(await resourceIn(saved(address, page(english)))).toBeNull());
});
