import { expect, test } from 'vitest';
import { followed, heldIn, recognised } from '../recognised.ts';

const both = ['mastodon:slates@press.example', 'mastodon:gutters@roofs.example'];

test.each([
  [
    'Mastodon 4',
    'Account address,Show boosts,Notify on new posts,Languages\nslates@press.example,true,false,\ngutters@roofs.example,false,true,"en, de"\n',
  ],
  ['Mastodon 3', 'Account address,Show boosts\nslates@press.example,true\ngutters@roofs.example,false\n'],
  ['GoToSocial', '\uFEFFAccount address,Show boosts\r\nslates@press.example,true\r\ngutters@roofs.example,false\r\n'],
  ['another order', 'Show boosts,Account address\ntrue,@slates@press.example\ntrue,gutters@roofs.example\n'],
])('%s', async (_, text) => {
  for (const inBundle of [false, true]) expect(await followed(text, 'table.csv', inBundle)).toEqual(both);
});

test.each([
  'follows.csv',
  'following_accounts.csv',
  'following (1).csv',
  'follow.csv',
  'following-2026-11-20-08-00-00.csv',
])('an account a line, as Pleroma, Akkoma and Misskey write it: %s', async (name) => {
  expect(await followed('slates@press.example\ngutters@roofs.example\n', name)).toEqual(both);
  expect(
    await followed('slates@press.example,withReplies=false\ngutters@roofs.example,withReplies=true\n', name, true),
  ).toEqual(both);
});

test.each(['followers.csv', 'follow_requests.csv', 'mira.csv', 'list.txt'])(
  'an account a line under the name %s is asked about',
  async (name) => {
    const found = await recognised('slates@press.example\ngutters@roofs.example\n', name);
    expect(found === null || 'reason' in found).toBe(true);
  },
);

test('a name that says nothing is told what to do', async () => {
  expect(await recognised('slates@press.example\n', 'mira.csv')).toMatchObject({
    whatToDo: expect.stringContaining('follows.csv'),
  });
});

test('muted accounts are no follows', async () => {
  expect(await heldIn('Account address,Hide notifications\nloud@bad.example,true\n', 'follows.csv')).toBe('other');
});
