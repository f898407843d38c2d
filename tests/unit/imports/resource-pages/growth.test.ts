import { describe, expect, test } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { growthBetween } from '../../../helpers/growth.ts';
import { resourceIn, saved, shownIn } from './read-page.ts';

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const group = 'https://www.facebook.com/groups/rosegrowers';
const head = '<h1>Rose Growers</h1><p>12,345 members</p>';
const post = (at: number): string =>
  `<div><a href="/groups/rosegrowers/user/${at}1/">Anna ${at}</a><a href="/groups/rosegrowers/posts/${at}/">5d</a><p>How I prune my roses, ${at}.</p></div>`;

const pages: [string, (count: number) => string][] = [
  ['posts that are marked', (count) => saved(group, head + times(count, (at) => `<article>${post(at)}</article>`))],
  ['posts that nothing marks', (count) => saved(group, `<div>${head}${times(count, post)}</div>`)],
  [
    'comments on one post',
    (count) =>
      saved(group, `${head}<article>${post(1)}${times(count, (at) => `<article>${post(at)}</article>`)}</article>`),
  ],
  [
    'links above the posts',
    (count) => saved(group, head + times(count, (at) => `<a href="https://s${at}.example/">s</a>`)),
  ],
  [
    'lines above the posts',
    (count) => saved(group, head + times(count, (at) => `<p>${at} followers and 3 likes of it</p>`)),
  ],
  [
    'data for scripts',
    (count) =>
      saved(
        group,
        `${head}<script type="application/json">[${times(count, (at) => `{"url":"${group}/posts/${at}","creation_time":${at}},`)}0]</script>`,
      ),
  ],
  [
    'pictures of an account',
    (count) =>
      saved(
        'https://www.instagram.com/garden.letter/',
        `<main><p>12,345 followers</p>${times(count, (at) => `<a href="/p/DRRmIVf${1000 + at}/"><img alt="A rose that grew in a pot, ${at}"></a>`)}</main>`,
      ),
  ],
];

describe('time grows with the length of a page, and not with its square', () => {
  test.each(pages)('%s', { timeout: 120_000 }, async (_, make) => {
    const [short, long] = [make(250), make(2000)];
    expect(
      await growthBetween(
        () => resourceIn(short),
        () => resourceIn(long),
        24,
      ),
    ).toBeLessThan(24);
  });
});

const nested = (depth: number) => saved(group, `${head}${'<div>'.repeat(depth)}${post(1)}${'</div>'.repeat(depth)}`);

describe('hostile pages', () => {
  test('of 10 MB are read, and of their posts no more than are kept', async () => {
    const long = saved(
      group,
      `${head}${times(1000, (at) => `<article>${post(at)}<p>${'roses in pots '.repeat(700)}</p></article>`)}`,
    );
    expect(long.length).toBeGreaterThan(10_000_000 * 0.9);
    const { told, posts } = await shownIn(long);
    expect(told.subscribers).toBe(12_345);
    expect(posts.length).toBeLessThanOrEqual(200);
    expect(Math.max(...posts.map(({ text }) => text.length))).toBeLessThanOrEqual(2000);
  });

  test('nested 1,500 deep are read, and deeper ones refused with a reason', async () => {
    expect((await shownIn(nested(1500))).told.subscribers).toBe(12_345);
    await expect(resourceIn(nested(5000))).rejects.toThrow(UserError);
  });

  test('with data nested 100,000 deep, or of no known shape, tell what they show', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const odd = '{"__proto__":{"username":"garden.letter"},"username":7,"constructor":{"follower_count":"x"}}';
    for (const data of [deep, odd, '{"a":', 'null', '7'])
      expect(
        (await shownIn(saved(group, `${head}<script type="application/json">${data}</script>`))).told.subscribers,
      ).toBe(12_345);
  });

  test('with counts that nobody can have tell none', async () => {
    const data = '{"username":"garden.letter","follower_count":-5}';
    const page = `<main><h2>garden.letter</h2></main><script type="application/json">${data}</script>`;
    expect(await resourceIn(saved('https://www.instagram.com/garden.letter/', page))).toBeNull();
  });
});
