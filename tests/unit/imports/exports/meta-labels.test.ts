import { describe, expect, test } from 'vitest';
import { followed, heldIn, recognised } from '../recognised.ts';

const entry = (label_values: object[]) => ({ timestamp: 1_760_000_000, media: [], label_values, fbid: '12' });
const groups = [
  entry([
    { label: 'Name', value: 'D\u00c3\u00a4cher' },
    { label: 'URL', value: 'https://www.facebook.com/groups/slates', href: 'https://www.facebook.com/groups/slates' },
  ]),
  entry([{ label: 'Name', value: 'Gutters' }]),
];

describe('lists with labels', () => {
  test.each([
    ['your_group_membership_activity.json', groups],
    ['your_group_membership_activity.json', { groups_joined: groups }],
    ['your_group_membership_activity_1.json', { your_groups_v3: groups }],
    ["groups_you've_joined.json", groups],
    ['pages_you_follow.json', groups],
    ["pages_you've_liked.json", groups],
    ["who_you've_followed.json", groups],
  ])('%s: the name and the address', async (name, json) => {
    for (const inBundle of [false, true])
      expect(await followed(JSON.stringify(json), name, inBundle)).toEqual([
        'facebook:groups/slates',
        'facebook: Gutters',
      ]);
    expect(await recognised(JSON.stringify(json), name)).toMatchObject({ follows: [{ title: 'D\u00e4cher' }, {}] });
  });

  test.each([
    ['German', 'Name'],
    ['French', 'Nom'],
    ['Russian', '\u00d0\u009d\u00d0\u00b0\u00d0\u00b7\u00d0\u00b2\u00d0\u00b0\u00d0\u00bd\u00d0\u00b8\u00d0\u00b5'],
    ['Italian', 'Nome'],
    ['one that is not known', 'abc'],
  ])('labels in %s', async (_, label) => {
    const json = [
      entry([
        { label, value: 'Slates' },
        { label: 'xyz', value: 'True' },
      ]),
    ];
    expect(await followed(JSON.stringify(json), 'your_group_membership_activity.json')).toEqual(['facebook: Slates']);
  });

  test('labels within labels', async () => {
    const json = [
      entry([
        {
          title: 'Group',
          dict: [
            {
              title: '',
              dict: [
                { label: 'URL', value: 'https://www.facebook.com/groups/slates' },
                { label: 'Name', value: 'Slates' },
              ],
            },
          ],
        },
      ]),
    ];
    expect(await followed(JSON.stringify(json), 'your_group_membership_activity.json')).toEqual([
      'facebook:groups/slates',
    ]);
  });

  test('Instagram: accounts followed', async () => {
    const account = (name: string) =>
      entry([
        { label: 'URL', href: `https://www.instagram.com/_u/${name}`, value: `https://www.instagram.com/${name}` },
        { label: 'Username', value: name },
      ]);
    const nameOnly = [
      entry([{ label: 'Username', value: 'slates.press' }]),
      entry([{ label: 'Username', value: 'gutters' }]),
    ];
    for (const json of [[account('slates.press'), account('gutters')], nameOnly])
      expect(await followed(JSON.stringify(json), 'following.json')).toEqual([
        'instagram:slates.press',
        'instagram:gutters',
      ]);
  });

  test.each(['followers_1.json', 'saved_posts.json', 'your_friends.json', 'x.json'])('%s is none', async (name) => {
    expect(await heldIn(JSON.stringify(groups), name)).toBe('other');
  });
});
