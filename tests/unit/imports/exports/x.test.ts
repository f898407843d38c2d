import { expect, test } from 'vitest';
import { randomFollows } from '../../../doubles/exports/follows.ts';
import { xArchive } from '../../../doubles/exports/x.ts';
import { at, countedAs, followsIn, recognise, uselessIn } from './recognise.ts';

const what = 'X archive: accounts followed';

test.each(Array.from({ length: 25 }, (_, seed) => seed + 1))('ids come back as they went in, seed %i', async (seed) => {
  const follows = randomFollows(seed, seed * 4);
  const expected = follows.map(({ number }) => at(`https://x.com/i/user/${number}`));
  for (const shape of [{}, { link: false }, { part: 1 }, { end: ';\n' }])
    expect(await followsIn(xArchive(follows, shape), 'following.js')).toEqual({
      format: what,
      follows: expected,
      skipped: [],
    });
  expect(countedAs(expected)).toEqual(follows.map(({ number }) => `x:${number}`));
});

test('several parts in one file', async () => {
  const follows = randomFollows(3, 10);
  const text = `${xArchive(follows.slice(0, 4))}\n${xArchive(follows.slice(4), { part: 1 })}\n`;
  expect(countedAs((await followsIn(text)).follows)).toEqual(follows.map(({ number }) => `x:${number}`));
});

test('an entry with a link alone, one with nothing, one that is repeated', async () => {
  const list = [
    { following: { userLink: 'https://twitter.com/intent/user?user_id=12' } },
    { following: { accountId: '12' } },
    { following: {} },
    {},
    5,
  ];
  const { follows, skipped: left } = await followsIn(`window.YTD.following.part0 = ${JSON.stringify(list)}`);
  expect(countedAs(follows)).toEqual(['x:12']);
  expect(left).toEqual(['1 repeated entry', '3 entries without a name']);
});

test('an empty list, and one that was cut off', async () => {
  expect(await uselessIn(xArchive([]))).toMatchObject({ format: what, reason: 'the list is empty' });
  const whole = xArchive(randomFollows(1, 5));
  expect(await uselessIn(whole.slice(0, 200))).toMatchObject({
    format: what,
    reason: 'the file is cut off before its end',
  });
  expect(await uselessIn('window.YTD.following.part0 = [nonsense]')).toMatchObject({
    reason: 'the file is damaged: it is not valid JSON',
  });
});

test.each([
  ['followers', xArchive(randomFollows(2, 3), { kind: 'follower' })],
  ['posts', 'window.YTD.tweets.part0 = [{"tweet": {"full_text": "window.YTD.following.part0 = []"}}]'],
  ['table of contents', 'window.YTD.manifest.part0 = {}'],
  ['table of contents', 'window.__THAR_CONFIG = {"userInfo": {}}'],
  ['another part', 'window.YTD.ad_engagements.part0 = []'],
])('%s do not tell what is followed', async (part, text) => {
  const found = await uselessIn(text);
  expect(found.format).toBe(`X archive: ${part}`);
  expect(found.whatToDo).toContain('following.js');
});

test('other scripts are not claimed', async () => {
  expect(await recognise('window.data = [];')).toBeNull();
});
