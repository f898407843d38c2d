import { describe, expect, test } from 'vitest';
import { vk } from '../../src/networks/vk/index.ts';
import { x } from '../../src/networks/x/index.ts';
import { youtube } from '../../src/networks/youtube/index.ts';
import type { Network } from '../../src/types/network.ts';
import { type Exchange, fixtureWeb } from './fixture-web.ts';

const token = 'token-of-the-test';
const link = 'https://studio.example/list?utm_source=x&utm_content=a';

const read = (network: Network, address: string, exchanges: Exchange[]) => {
  const web = fixtureWeb(exchanges, { token });
  return network.publishedPost?.(new URL(address), token)?.(web);
};

const wall = (key: string, body: unknown): Exchange => ({
  request: `POST https://api.vk.ru/method/wall.getById posts=${key}&v=5.199`,
  status: 200,
  body,
});
const video = (id: string, items: unknown[]): Exchange => ({
  request: `GET https://youtube.googleapis.com/youtube/v3/videos?part=snippet%2Cstatistics&id=${id}`,
  status: 200,
  body: { kind: 'youtube#videoListResponse', items },
});
const tweet = (id: string, body: unknown): Exchange => ({
  request: `GET https://api.x.com/2/tweets?ids=${id}&tweet.fields=entities%2Cnote_tweet%2Cpublic_metrics`,
  status: 200,
  body,
});

const refusal = (type: string) =>
  read(x, 'https://x.com/garden/status/12', [
    tweet('12', { errors: [{ type: `https://api.x.com/2/problems/${type}`, value: '12' }] }),
  ]);

describe('VK', () => {
  const post = {
    id: 12,
    text: `News: ${link}. More`,
    attachments: [
      { type: 'photo', photo: { id: 1 } },
      { type: 'link', link: { url: 'https://studio.example/b' } },
    ],
    likes: { count: 3 },
    reposts: { count: 2 },
    comments: { count: 0 },
  };

  test.each([
    'https://vk.com/wall-5400777_12',
    'https://vk.com/garden?w=wall-5400777_12%2Fall',
    'https://vk.ru/wall-5400777_12?reply=3',
  ])('%s', async (address) => {
    expect(await read(vk, address, [wall('-5400777_12', { response: { items: [post] } })])).toEqual({
      links: [link, 'https://studio.example/b'],
      reactions: 5,
    });
  });

  test('a post that is gone, that tells nothing, that is not shown', async () => {
    const address = 'https://vk.com/wall1200345_7';
    const ask = (body: unknown) => read(vk, address, [wall('1200345_7', body)]);
    expect(await ask({ response: { items: [] } })).toBeNull();
    expect(await ask({ response: {} })).toBeNull();
    expect(await ask({ response: { items: [{ id: 7, is_deleted: true }] } })).toBeNull();
    expect(await ask({ response: { items: [{ id: 7 }] } })).toEqual({ links: [], reactions: null });
    await expect(ask({ error: { error_code: 30 } })).rejects.toThrow('VK does not show the post (error 30)');
    await expect(ask({ error: { error_code: 5 } })).rejects.toThrow('VK_TOKEN');
  });
});

describe('YouTube', () => {
  const found = {
    id: 'abcdefghijk',
    snippet: { description: `Read ${link}\n(https://studio.example/b)` },
    statistics: { likeCount: '40', commentCount: '2', viewCount: '9000' },
  };

  test.each([
    'https://www.youtube.com/watch?v=abcdefghijk&t=10',
    'https://youtu.be/abcdefghijk?si=x',
    'https://m.youtube.com/shorts/abcdefghijk',
    'https://www.youtube.com/live/abcdefghijk',
  ])('%s', async (address) => {
    expect(await read(youtube, address, [video('abcdefghijk', [found])])).toEqual({
      links: [link, 'https://studio.example/b'],
      reactions: 42,
    });
  });

  test('a video that is gone, and one that hides its numbers', async () => {
    const address = 'https://youtu.be/abcdefghijk';
    expect(await read(youtube, address, [video('abcdefghijk', [])])).toBeNull();
    expect(await read(youtube, address, [video('abcdefghijk', [{ id: 'abcdefghijk' }])])).toEqual({
      links: [],
      reactions: null,
    });
  });
});

describe('X', () => {
  const found = {
    id: '1850000000000000000',
    text: 'News https://t.co/a',
    entities: { urls: [{ url: 'https://t.co/a', expanded_url: link }] },
    note_tweet: { text: 'x', entities: { urls: [{ expanded_url: 'https://studio.example/b' }] } },
    public_metrics: { like_count: 7, retweet_count: 1, reply_count: 0, quote_count: 1 },
  };

  test.each([
    'https://x.com/garden/status/1850000000000000000',
    'https://twitter.com/garden/status/1850000000000000000?s=20',
    'https://x.com/i/web/status/1850000000000000000',
  ])('%s', async (address) => {
    expect(await read(x, address, [tweet('1850000000000000000', { data: [found] })])).toEqual({
      links: [link, 'https://studio.example/b'],
      reactions: 9,
    });
  });

  test('a post that is gone, and one that is shown to followers alone', async () => {
    expect(await refusal('resource-not-found')).toBeNull();
    await expect(refusal('not-authorized-for-resource')).rejects.toThrow('only to followers');
  });

  test('is paid for', async () => {
    const web = fixtureWeb([tweet('12', { data: [{ ...found, id: '12' }] })], { token, budget: 0.004 });
    await expect(x.publishedPost?.(new URL('https://x.com/a/status/12'), token)?.(web)).rejects.toThrow('budget');
  });
});

test.each([
  [vk, 'https://vk.com/wall-5400777_12'],
  [youtube, 'https://youtu.be/abcdefghijk'],
  [x, 'https://x.com/garden/status/12'],
])('without a token $0.title has no way of its own', (network, address) => {
  expect(network.publishedPost?.(new URL(address), null)).toBeNull();
  expect(network.publishedPost?.(new URL(address), token)).toBeTypeOf('function');
});

test.each([
  [vk, 'https://vk.com/garden'],
  [vk, 'https://vk.com/wall-5400777'],
  [youtube, 'https://www.youtube.com/@garden'],
  [youtube, 'https://www.youtube.com/post/UgkxAbCdEf'],
  [x, 'https://x.com/garden'],
])('%o: %s is no post', (network, address) => {
  expect(network.publishedPost?.(new URL(address), token)).toBeNull();
});
