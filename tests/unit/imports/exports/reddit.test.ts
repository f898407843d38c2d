import { expect, test } from 'vitest';
import { followed, heldIn } from '../recognised.ts';

test.each([
  ['subscribed_subreddits.csv', 'subreddit\nslates\nRoof_Gardens\n'],
  ['subscribed_subreddits_1.csv', '\uFEFFsubreddit\r\nslates\r\nRoof_Gardens\r\n'],
  ['reddit of Ola.csv', 'subreddit\nr/slates\n/r/Roof_Gardens\n'],
  ['subreddits.csv', '"subreddit"\n"slates"\n"Roof_Gardens"\n'],
  ['x.csv', 'Subreddit\nslates\n\nslates\nRoof_Gardens\n'],
])('communities subscribed to: %s', async (name, text) => {
  for (const inBundle of [false, true])
    expect((await followed(text, name, inBundle))?.map((key) => key.toLowerCase())).toEqual([
      'reddit:r/slates',
      'reddit:r/roof_gardens',
    ]);
});

test('pages of accounts are followed like communities', async () => {
  expect(await followed('subreddit\nu_ola_fell\n')).toEqual(['reddit:ola_fell']);
});

test.each(['moderated_subreddits.csv', 'approved_submitter_subreddits.csv', 'moderated_subreddits (2).csv'])(
  '%s looks the same and is none',
  async (name) => {
    expect(await heldIn('subreddit\nslates\n', name, true)).toBe('other');
    expect(await followed('subreddit\nslates\n', name)).toBeNull();
  },
);
