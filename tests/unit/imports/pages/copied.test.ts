import { describe, expect, test } from 'vitest';
import { openFile } from '../../../../src/imports/open-file.ts';
import { recogniseFile } from '../../../../src/imports/recognise.ts';
import { identifyResource } from '../../../../src/inputs/identify.ts';
import { networks } from '../../../../src/networks/index.ts';
import { unsaid } from '../unsaid.ts';

async function recognised(lines: string[]) {
  const file = await openFile('copied.txt', Buffer.from(lines.join('\n')), unsaid);
  return recogniseFile(file, (address) => identifyResource(address, networks));
}

const accounts = ['slates.daily', 'ridge_news', 'moss.and.more'];

const instagram = (button: string, suggested: string): string[] => [
  'Instagram',
  'anna.gardner',
  'Anna Gardner',
  '12 posts 340 followers 3 following',
  button,
  ...accounts.flatMap((handle, at) => (at === 1 ? [handle, button] : [handle, `Name ${at}`, button])),
  suggested,
  'suggested.one',
  'Some One',
  button,
];

describe('Instagram', () => {
  test.each([
    ['English', 'Following', 'Suggested for you'],
    ['Russian', 'Подписки', 'Рекомендации для вас'],
    ['German', 'Gefolgt', 'Vorschläge für dich'],
    ['Greek', 'Ακολουθείτε', 'Προτεινόμενα για εσάς'],
  ])('in %s: handles before a button, and nothing that is suggested', async (_, button, suggested) => {
    expect(await recognised(instagram(button, suggested))).toMatchObject({
      format: 'text copied from Instagram',
      follows: accounts.map((address) => ({ address, network: 'instagram' })),
      owner: { profiles: expect.arrayContaining(['https://www.instagram.com/anna.gardner']) as string[] },
    });
  });

  test.each(['Follow', 'Folgen', 'Подписаться', 'Seguir', 'S’abonner', 'Takip Et', 'フォローする'])(
    'a visitor of the list sees %s beside accounts that only the client follows, which counts below the address',
    async (button) => {
      const lines = accounts.flatMap((handle, at) => [handle, `Name ${at}`, button]);
      const mixed = [
        'both.of_us',
        'Both',
        'Following',
        ...lines,
        'Suggested for you',
        'suggested.one',
        'Some One',
        button,
      ];
      const found = await recognised(['https://www.instagram.com/boris_sedge/following/', ...mixed]);
      expect(found).toMatchObject({ follows: ['both.of_us', ...accounts].map((address) => ({ address })) });
      expect(await recognised(['Instagram', '340', 'followers', ...lines])).toBeNull();
    },
  );

  test('the address in the first line says whose it is', async () => {
    const lines = ['https://www.instagram.com/boris_sedge/following/', ...instagram('Following', 'Suggested for you')];
    expect(await recognised(lines)).toMatchObject({
      owner: { profiles: ['https://www.instagram.com/boris_sedge'], list: 'following' },
    });
  });
});

const pages: [string, number][] = [
  ['Slates Daily', 12_300],
  ['Ridge & Sons', 4500],
  ['Moss', 1_200_000],
];

test.each([
  ['LinkedIn', 'LinkedIn Corporation © 2026', 'followers', 'Following'],
  ['Facebook', 'Facebook', 'followers', 'Following'],
  ['VK', 'ВКонтакте', 'подписчиков', 'Вы подписаны'],
])('%s: a name, and the number of its subscribers', async (title, mark, word, button) => {
  const lines = [
    mark,
    'Anna Gardner',
    '1.2K followers · 310 following',
    'Interests',
    ...pages.flatMap(([name, count]) => [name, name, `${count.toLocaleString('en-US')} ${word}`, button]),
    'People you may know',
    'Some One',
    '99 followers',
    'Another One',
    '98 followers',
  ];
  const found = await recognised(lines);
  expect(found).toMatchObject({
    format: `text copied from ${title}`,
    owner: { names: expect.arrayContaining(['Anna Gardner']) as string[] },
  });
  expect(found && 'follows' in found && found.follows.map((each) => [each.title, each.subscribers])).toEqual(pages);
});

test('a row with several lines before its number has no clear name, and is counted', async () => {
  const lines = [
    'https://www.linkedin.com/in/anna-gardner/details/interests/',
    'Slates Daily',
    '12,300 followers',
    'Following',
    'Ada Quince',
    'Founder of something',
    '900 followers',
    'Following',
    'Moss',
    '1,200,000 followers',
  ];
  const found = await recognised(lines);
  expect(found).toMatchObject({ skipped: [expect.stringContaining('not clear: 1')] });
  expect(found && 'follows' in found && found.follows.map(({ title }) => title)).toEqual(['Slates Daily', 'Moss']);
});

test('a page of likes without numbers is told, and not guessed', async () => {
  const lines = ['https://www.facebook.com/anna.gardner/likes', 'Likes', 'Slates Daily', 'Magazine', 'Moss', 'Garden'];
  expect(await recognised(lines)).toMatchObject({ reason: expect.stringContaining('no rows') as string });
});

test.each([
  ['a letter', ['Dear Anna,', 'see you on Facebook', '12 followers came', 'Yours, Boris']],
  ['a list of addresses', ['https://www.instagram.com/slates/', 'https://www.instagram.com/ridge/']],
  ['two networks', ['Facebook', 'Instagram', 'Slates', '12,300 followers', 'Moss', '900 followers']],
])('%s is no such text', async (_, lines) => {
  const found = await recognised(lines);
  expect(found?.format ?? '').not.toContain('text copied');
});

const rows = (button: string): string[] =>
  accounts.flatMap((handle, at) => [at === 1 ? handle : `Name ${at}`, handle, button]);

const dialog = (following: [string, string], followers: [string, string], button: string): string[] => [
  'https://www.tiktok.com/@anna.gardner',
  'anna.gardner',
  ...following,
  ...followers,
  'Friends',
  'Suggested',
  ...rows(button),
];

describe('TikTok', () => {
  test.each([
    ['English', ['Following', '3'], ['Followers', '1,240'], 'Follow'],
    ['Russian', ['Подписки', '3'], ['Подписчики', '1240'], 'Подписаться'],
    ['German', ['Gefolgt 3', ''], ['Follower 1.240', ''], 'Folgen'],
    ['numbers first', ['3', 'Following'], ['1.2K', 'Followers'], 'Follow'],
    ['the own list', ['Following', '3'], ['Followers', '87'], 'Following'],
  ] as [string, [string, string], [string, string], string][])(
    'in %s: the handle below a name',
    async (_, following, followers, button) => {
      expect(await recognised(dialog(following, followers, button))).toMatchObject({
        format: 'text copied from TikTok',
        follows: accounts.map((address) => ({ address, network: 'tiktok' })),
        owner: { profiles: ['https://www.tiktok.com/@anna.gardner'], list: 'following' },
      });
    },
  );

  test.each([
    ['followers', ['Following', '310'], ['Followers', '3']],
    ['either', ['Following', '3'], ['Followers', '3 ']],
    ['the half of a list', ['Following', '7'], ['Followers', '90']],
  ] as [string, [string, string], [string, string]][])('%s are not taken', async (_, following, followers) => {
    const found = await recognised(dialog(following, followers, 'Follow'));
    expect(found).toMatchObject({ format: 'text copied from TikTok', reason: expect.stringContaining('followers') });
  });
});

describe('pages liked on Facebook, without numbers', () => {
  const head = [
    'https://www.facebook.com/anna.gardner/likes',
    'Anna Gardner',
    '345 friends',
    'Posts',
    'About',
    'Friends',
  ];
  test.each([
    ['English', ['Likes', 'All likes', 'Films', 'Music'], ['Community', 'Magazine', 'Roofing service', 'Community']],
    ['Russian', ['Отметки «Нравится»', 'Все'], ['Сообщество', 'Журнал', 'Кровельные услуги', 'Сайт о новостях']],
    [
      'German',
      ['„Gefällt mir“-Angaben', 'Alle'],
      ['Zeitschrift', 'Dachhandwerk', 'Gemeinnützige Organisation', 'Verein'],
    ],
    ['a language that nobody knows', ['Tykkäykset', 'Kaikki'], ['Yhteisö', 'Yhteisö', 'Lehti', 'Lehti']],
  ])('in %s', async (_, tabs, kinds) => {
    const names = ['Slates Daily', 'Ridge & Sons', 'Moss', 'Gutter Guild'];
    const lines = [...head, ...tabs, ...names.flatMap((name, at) => [name, kinds[at] ?? ''])];
    const found = await recognised([...lines, 'Privacy', 'Terms', 'Advertising']);
    expect(found && 'follows' in found && found.follows.map(({ title }) => title)).toEqual(names);
    expect(found).toMatchObject({ owner: { profiles: ['https://www.facebook.com/anna.gardner'], list: 'likes' } });
  });

  test('text without rows is asked about', async () => {
    const found = await recognised([...head, 'Likes', 'Nothing to show', 'Privacy', 'Terms', 'Cookies', 'More']);
    expect(found).toMatchObject({ reason: expect.stringContaining('no rows') });
  });
});
