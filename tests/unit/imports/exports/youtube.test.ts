import { describe, expect, test } from 'vitest';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import { headingsOfTakeout, takeoutJson, takeoutTable } from '../../../doubles/exports/youtube.ts';
import { at, countedAs, followsIn, recognise, uselessIn } from './recognise.ts';

const address = (id = ''): string => `http://www.youtube.com/channel/${id}`;
const what = 'YouTube Takeout: subscriptions';
const seeds = Array.from({ length: 10 }, (_, seed) => seed + 1);
const expected = (follows: ReturnType<typeof randomFollows>) => ({
  format: what,
  follows: follows.map(({ channel, title }) => at(`https://www.youtube.com/channel/${channel}`, title)),
  skipped: [],
});

describe.each(Object.entries(headingsOfTakeout))('a table in %s', (_, headings) => {
  test.each(seeds)('comes back as it went in, seed %i', async (seed) => {
    const follows = randomFollows(seed, seed * 6);
    for (const shape of [{}, { newline: '\r\n' }, { order: [2, 0, 1] }])
      expect(await followsIn(takeoutTable(follows, { headings, ...shape }))).toEqual(expected(follows));
  });
});

test.each(seeds)('JSON of before 2021 comes back as it went in, seed %i', async (seed) => {
  const follows = randomFollows(seed, seed * 6);
  expect(await followsIn(takeoutJson(follows))).toEqual(expected(follows));
  expect(countedAs(expected(follows).follows)).toEqual(follows.map(({ channel }) => `youtube:${channel}`));
});

test('a table without a heading, a title over two lines, a missing id, a missing title, a repeated channel', async () => {
  const [first, second] = randomFollows(4, 2).map(({ channel }) => channel);
  const text = `${first},${address(first)},"Garden\n""letter"""\n,${address(second)},\n${first},${address(first)},Again\n,,Nothing\n`;
  const { follows, skipped: left } = await followsIn(text);
  expect(follows).toEqual([
    at(`https://www.youtube.com/channel/${first}`, 'Garden\n"letter"'),
    at(`https://www.youtube.com/channel/${second}`),
  ]);
  expect(left).toEqual(['1 repeated entry', '1 entry without a name']);
});

test.each(['English', 'German', 'French', 'Dutch', 'Russian', 'Greek'] as const)(
  'an empty table in %s',
  async (language) => {
    expect(await uselessIn(takeoutTable([], { headings: headingsOfTakeout[language] }))).toMatchObject({
      format: what,
      reason: 'the list is empty',
    });
  },
);

test('subscriptions JSON with missing fields', async () => {
  const [followed] = randomFollows(5, 1);
  const items = [{ snippet: { resourceId: { channelId: followed?.channel } } }, { kind: 'youtube#subscription' }, null];
  const { follows, skipped: left } = await followsIn(JSON.stringify({ lastRetrievalDate: 'x', subscriptions: items }));
  expect(follows).toEqual([at(`https://www.youtube.com/channel/${followed?.channel}`)]);
  expect(left).toEqual(['2 entries without a name']);
});

test.each([
  [
    'JSON',
    '[{"header": "YouTube", "title": "Watched Roses", "titleUrl": "https://www.youtube.com/watch?v=x", "time": "2026-01-01T00:00:00Z", "products": ["YouTube"]}]',
  ],
  [
    'HTML',
    '<html><body><div class="outer-cell mdl-cell"><a href="https://www.youtube.com/watch?v=x">Roses</a></div></body></html>',
  ],
])('a watch history in %s is no list of subscriptions', async (_, text) => {
  const found = await uselessIn(text);
  expect(found.format).toBe('YouTube Takeout: history');
  expect(found.whatToDo).toContain('subscriptions.csv');
});

test('JSON that was cut off', async () => {
  expect(await uselessIn(takeoutJson(randomFollows(1, 5)).slice(0, 900))).toMatchObject({
    format: what,
    reason: 'the file is cut off before its end',
  });
});

test.each([
  'a,b,c\n1,2,3\n',
  'id,url,title\n',
  'name,website,note\nAnna,https://www.youtube.com/channel/x,y\n',
  'Comment ID,Channel ID,Text,Time\n1,UCaaaaaaaaaaaaaaaaaaaaaa,x,y\n',
  'Playlist ID,Channel ID,Title\nPLx,UCaaaaaaaaaaaaaaaaaaaaaa,Roses\n',
])('%j is not claimed', async (text) => {
  expect(await recognise(text)).toBeNull();
});
