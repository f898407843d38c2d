import { describe, expect, test } from 'vitest';
import { facebookPage } from '../../../doubles/pages/facebook.ts';
import { instagramPage } from '../../../doubles/pages/instagram.ts';
import { languages } from '../../../doubles/pages/languages.ts';
import { linkedinPage } from '../../../doubles/pages/linkedin.ts';
import { type Page, type Scene, shownFollows } from '../../../doubles/pages/markup.ts';
import { pinterestPage } from '../../../doubles/pages/pinterest.ts';
import { ways } from '../../../doubles/pages/saved.ts';
import { vkGroups, vkPerson } from '../../../doubles/pages/vk.ts';
import { recognised, saved } from './recognised.ts';

const makers: Record<string, (scene: Scene) => Page> = {
  Facebook: (scene) => facebookPage('following', scene),
  Instagram: instagramPage,
  LinkedIn: linkedinPage,
  'VK groups': (scene) => vkGroups(scene, 'vk.com'),
  'VK person': vkPerson,
  Pinterest: (scene) => pinterestPage(false, scene),
};
const chrome = ways['complete, by Chrome'] ?? (() => Buffer.from(''));
const useless = (text: RegExp | string) => expect.objectContaining({ reason: expect.stringMatching(text) as string });

describe.each(Object.entries(makers))('%s', (_, make) => {
  test.each(languages)('a list without anything in it, in $code', async (language) => {
    const page = make({ follows: [], language, seed: languages.indexOf(language), stated: 310 });
    expect(await recognised(chrome(page))).toEqual(useless(/^the list is hidden, empty or was not loaded/));
  });

  test.each(languages)('a profile that is not shown, in $code', async (language) => {
    const { url } = make({ follows: [], language, seed: 1 });
    const body = `<div role="banner"><a href="/viewer.person">Viewer</a></div><main><h2>${language.photos}</h2><a href="/">OK</a></main>`;
    // The address of a list of communities does not name whose it is in a way that links would repeat.
    const why = url.includes('/groups?') ? /^the list is hidden/ : /^it does not show the profile/;
    expect(await recognised(saved(url, body))).toEqual(useless(why));
  });

  test('a login', async () => {
    const { url } = make({ follows: [], language: languages[0] ?? never(), seed: 1 });
    const body =
      '<main><form><input name="email"><input name="pass" type="password"></form><a href="/recover">?</a></main>';
    expect(await recognised(saved(url, body))).toEqual(useless('it asks for a login'));
  });
});

test.each([
  ['https://www.facebook.com/', 'the home page'],
  ['https://www.facebook.com/anna.gardner', 'the profile itself'],
  ['https://www.facebook.com/anna.gardner/about', 'about'],
  ['https://www.facebook.com/anna.gardner/photos', 'photos'],
  ['https://www.facebook.com/anna.gardner/friends', 'friends'],
  ['https://www.facebook.com/anna.gardner/followers', 'followers'],
  ['https://www.facebook.com/profile.php?id=100012345678901&sk=followers', 'followers'],
  ['https://www.facebook.com/groups/rosegrowers', 'a group'],
  ['https://www.facebook.com/groups/feed/', 'a group'],
  ['https://www.facebook.com/pages/?category=top', 'pages'],
])('%s is another page of Facebook', async (url, tab) => {
  const { html } = facebookPage('following', {
    follows: shownFollows(3, 8),
    language: languages[0] ?? never(),
    seed: 3,
  });
  const found = await recognised(chrome({ url, html }));
  expect(found).toEqual(useless(/^it is not one of the tabs Likes, Following and Groups/));
  expect(found?.format).toBe(`saved page of Facebook: ${tab}`);
});

test.each([
  ['https://www.instagram.com/anna.gardner/followers/', instagramPage],
  ['https://www.instagram.com/anna.gardner/', instagramPage],
  ['https://www.instagram.com/', instagramPage],
  ['https://www.instagram.com/p/CAbCdEfGhIj/', instagramPage],
  ['https://www.linkedin.com/in/anna-gardner/', linkedinPage],
  ['https://www.linkedin.com/in/anna-gardner/recent-activity/all/', linkedinPage],
  ['https://www.linkedin.com/mynetwork/network-manager/people-follow/followers/', linkedinPage],
  ['https://www.linkedin.com/feed/', linkedinPage],
  ['https://vk.com/feed', vkPerson],
  ['https://vk.com/groups?act=catalog', vkPerson],
  ['https://vk.com/friends?id=1', vkPerson],
  ['https://www.pinterest.com/annagardner/followers/', makers['Pinterest'] ?? never],
  ['https://www.pinterest.com/annagardner/', makers['Pinterest'] ?? never],
  ['https://www.pinterest.com/annagardner/following/topics/', makers['Pinterest'] ?? never],
] as const)('%s is no list of follows, whatever stands in it', async (url, make) => {
  const { html } = make({ follows: shownFollows(3, 8), language: languages[0] ?? never(), seed: 3 });
  expect(await recognised(chrome({ url, html }))).toEqual(useless(/was not saved with it$/));
});

test('where the address was not kept, a list of followers is not taken for one of follows', async () => {
  for (const language of languages) {
    const { html } = instagramPage({ follows: shownFollows(3, 8), language, seed: 3 });
    const followers = html.replace(/(role="dialog".*?<h1[^>]*><div[^>]*>)[^<]*/s, `$1${language.followers}`);
    expect(followers).not.toBe(html);
    expect(await recognised(followers)).toEqual(useless(/was not saved with it$/));
  }
});

test.each([
  [
    'a page of a site that no network has',
    saved('https://garden.example/links', '<a href="https://www.facebook.com/gardenletter">FB</a>'),
  ],
  ['a page from nowhere', '<html><body><ul><li><a href="https://vk.com/garden">Garden</a></ul></body></html>'],
  ['a table', 'a,b\n1,2\n'],
])('%s is left to others', async (_, text) => {
  expect(await recognised(text)).toBeNull();
});

function never(): never {
  throw new Error('there is one');
}

test.each(['https://web.telegram.org/k/#@gardenletter', 'https://web.telegram.org/a/#-1001234567890'])(
  'Telegram’s app shows private chats: %s',
  async (url) => {
    const chats = ['#@annaquince', '#@gardenletter', '#-1003', 'https://t.me/potplants']
      .map((href) => `<a class="chat" href="${href}"><h3>Secret chat</h3><p>see you at eight</p></a>`)
      .join('');
    const found = await recognised(saved(url, `<div>${chats}</div><div>12 345 subscribers</div>`));
    expect(found).toEqual(useless(/^it shows chats, private ones among them/));
    expect(JSON.stringify(found)).not.toContain('Secret');
  },
);
