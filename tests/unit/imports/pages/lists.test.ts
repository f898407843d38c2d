import { describe, expect, test } from 'vitest';
import { facebookPage } from '../../../doubles/pages/facebook.ts';
import { instagramPage } from '../../../doubles/pages/instagram.ts';
import { languages } from '../../../doubles/pages/languages.ts';
import { linkedinPage } from '../../../doubles/pages/linkedin.ts';
import { type Page, type Scene, shownFollows } from '../../../doubles/pages/markup.ts';
import { pinterestPage } from '../../../doubles/pages/pinterest.ts';
import { ways } from '../../../doubles/pages/saved.ts';
import { vkGroups, vkPerson } from '../../../doubles/pages/vk.ts';
import { followsOf, recognised, saved } from './recognised.ts';

const makers: Record<string, (scene: Scene) => Page> = {
  'Facebook Following': (scene) => facebookPage('following', scene),
  'Facebook Likes': (scene) => facebookPage('likes', scene),
  'Facebook Groups': (scene) => facebookPage('groups', scene),
  Instagram: instagramPage,
  'VK groups': (scene) => vkGroups(scene, 'vk.com'),
  'VK groups on a phone': (scene) => vkGroups(scene, 'm.vk.com'),
  'VK person': vkPerson,
  Pinterest: (scene) => pinterestPage(false, scene),
};
const chrome = ways['complete, by Chrome'] ?? (() => Buffer.from(''));

const some = languages.filter((_, at) => at % 3 === 0);

describe.each(Object.entries(makers))('%s', (_, make) => {
  test.each(some)('says in $code how much was not loaded', async (language) => {
    for (const stated of [25, 1310]) {
      const found = await recognised(chrome(make({ follows: shownFollows(7, 24), language, seed: 7, stated })));
      expect(found).toHaveProperty('follows.length', 24);
      expect(found && 'skipped' in found && found.skipped).toContain(
        `the page shows 24 of ${stated}: scroll to the end before saving`,
      );
    }
  });

  test.each(some)('says nothing in $code where all of it is there', async (language) => {
    const found = await recognised(chrome(make({ follows: shownFollows(7, 24), language, seed: 7, stated: 24 })));
    expect(JSON.stringify(found)).not.toContain('scroll to the end');
  });
});

test.each(Object.entries({ ...makers, LinkedIn: linkedinPage }))('%s with a single follow', async (_, make) => {
  for (const [seed, language] of languages.entries()) {
    const [only] = shownFollows(seed, 1);
    const follows = await followsOf(chrome(make({ follows: shownFollows(seed, 1), language, seed })));
    expect(follows.map(({ title }) => title)).toEqual([make === instagramPage ? only?.handle : only?.title]);
  }
});

const tab = 'https://www.facebook.com/anna/following';
const main = (items: string): string =>
  saved(tab, `<main><h2><a href="/anna/following">Following</a></h2>${items}</main>`);
const titled = async (items: string) =>
  (await followsOf(main(items))).map(({ title, subscribers }) => [title, subscribers]);

const place = (name: string, more = ''): string => `<li><a href="/${name}">${name}</a>${more}</li>`;
const withPicture = (name: string, title: string): string =>
  `<div><a href="/${name}"><img alt="Picture of ${title}"></a><div><a href="/${name}?ref=x">${title}</a><p>12K followers</p></div></div>`;
const sideBySide = (name: string): string => `<a href="/${name}"><img></a><a href="/${name}">${name} garden</a>`;
const withFriend = (name: string, friend: string): string =>
  `<li><a href="/${name}"><img></a><div><a href="/${name}">${name} garden</a><p>5,000 followers</p></div><p><a href="/${friend}">${friend}</a></p></li>`;

test('the same account twice is one, with its name and not its picture', async () => {
  expect(
    await titled(
      `<div>${withPicture('rose', 'Rose')}${withPicture('soil', 'Soil')}${withPicture('rose', 'Rose again')}</div>`,
    ),
  ).toEqual([
    ['Rose', 12_000],
    ['Soil', 12_000],
  ]);
});

test('picture and name side by side with those of others', async () => {
  expect(await titled(`<div>${['rose', 'soil', 'seed', 'bees'].map(sideBySide).join('')}</div>`)).toEqual(
    ['rose', 'soil', 'seed', 'bees'].map((name) => [`${name} garden`, null]),
  );
});

test('friends who follow it too are not followed', async () => {
  expect(
    await titled(`<ul>${withFriend('rose', 'ben.b')}${withFriend('soil', 'cleo')}${withFriend('seed', 'ben.b')}</ul>`),
  ).toEqual([
    ['rose garden', 5000],
    ['soil garden', 5000],
    ['seed garden', 5000],
  ]);
});

test('posts, photos, reactions and comments are none', async () => {
  const links =
    '<a href="/rose/posts/1">1h</a><a href="/rose/photos/a.1/2">2</a><a href="/photo?fbid=1">3</a><a href="/ufi/reaction/profile/browser/?ft=1">4</a><a href="/events/5">5</a><a href="/hashtag/roses">6</a>';
  expect(
    await titled(`<div><div><a href="/rose">Rose</a>${links}</div><div><a href="/soil">Soil</a>${links}</div></div>`),
  ).toEqual([
    ['Rose', null],
    ['Soil', null],
  ]);
});

test('likes are the number where no followers are given', async () => {
  expect(
    await titled(
      `<ul>${place('rose', '<b>12K likes</b>')}${place('soil', '<b>12K likes · 15K followers</b>')}${place('seed', '<b>Magazine 24</b>')}</ul>`,
    ),
  ).toEqual([
    ['rose', 12_000],
    ['soil', 15_000],
    ['seed', null],
  ]);
});

test('a name that speaks of followers or suggestions is a name', async () => {
  const titles = ['12K followers club', 'Suggested for you', 'Recommended gardens'];
  const places = titles.map((title, at) => `<li><a href="/garden${at}">${title}</a><b>7 followers</b></li>`);
  expect(await titled(`<ul>${places.join('')}</ul>`)).toEqual(titles.map((title) => [title, 7]));
  expect(await titled(`<ul>${places[2]}</ul>`)).toEqual([['Recommended gardens', 7]]);
});

test('pictures without a name are no places of a list', async () => {
  const faces = ['ben', 'cleo', 'dora'].map((name) => `<a href="/${name}.x"><img></a>`).join('');
  expect(
    await titled(`<div>${faces}</div><ul><li><a href="/rose">Rose</a></li><li><a href="/soil">Soil</a></li></ul>`),
  ).toEqual([
    ['Rose', null],
    ['Soil', null],
  ]);
});

test('what a reader does not see is not read', async () => {
  const hidden = ['hidden', 'style="display: none"']
    .map((how, at) => `<div ${how}><ul>${place(`no${at}`)}</ul></div>`)
    .join('');
  const unread = `<template>${place('tempted')}</template><noscript>${place('scriptless')}</noscript><script>"${place('script')}"</script>`;
  expect(await titled(`<ul>${place('rose')}${hidden}${unread}${place('soil')}</ul>`)).toEqual([
    ['rose', null],
    ['soil', null],
  ]);
});

test('suggestions are told by where they lead, in a language that nobody here knows', async () => {
  const suggested = `<section><h3>Bizonyára ismeri őket <a href="/friends/suggestions">Összes</a></h3><ul>${place('ben.b')}${place('cleo.c')}</ul></section>`;
  expect(await titled(`<section><ul>${place('rose')}${place('soil')}</ul></section>${suggested}`)).toEqual([
    ['rose', null],
    ['soil', null],
  ]);
});

const groupPlace = (href: string): string =>
  `<div role="listitem"><a href="${href}"><svg></svg></a><div><a href="${href}">Roses of ${href.slice(-2)}</a></div><a href="${href}" aria-label="View group">View group</a></div>`;

test('the own lists of whoever saved them', async () => {
  const groups = saved(
    'https://www.facebook.com/groups/joins/?nav_source=tab',
    `<div role="navigation"><a href="/groups/other">Other</a></div><div role="main"><h2>All groups you've joined (310)</h2><div role="list">${groupPlace('/groups/r1')}${groupPlace('/groups/r2')}</div></div>`,
  );
  const found = await recognised(groups);
  expect(found).toEqual({
    format: 'saved page of Facebook: Groups of one’s own',
    follows: ['r1', 'r2'].map((name) => ({
      customer: null,
      address: `https://www.facebook.com/groups/${name}`,
      network: null,
      title: `Roses of ${name}`,
      subscribers: null,
    })),
    skipped: ['the page shows 2 of 310: scroll to the end before saving'],
  });
  const liked = saved(
    'https://www.facebook.com/pages/?category=liked',
    `<div role="main"><div>${groupPlace('/r1')}${groupPlace('/soil.r2')}</div></div>`,
  );
  expect((await followsOf(liked)).map(({ address }) => address)).toEqual(['https://www.facebook.com/soil.r2']);
  const people = saved(
    'https://www.linkedin.com/mynetwork/network-manager/people-follow/following/',
    `<main><p>You are following 785 people</p><ul><li><a href="/in/rose-r/">Rose</a></li><li><a href="/in/soil-s/">Soil</a></li></ul></main>`,
  );
  expect(await recognised(people)).toMatchObject({
    follows: [{ title: 'Rose' }, { title: 'Soil' }],
    skipped: ['the page shows 2 of 785: scroll to the end before saving'],
  });
});

const listPage = (paths: string[], more = ''): string =>
  `<nav><a href="/home">Home</a><a href="/viewer">Me</a></nav><main><h1>Anna</h1><div>${paths.map((path) => `<article><a href="${path}"><img></a><a href="${path}">Name of ${path}</a><p>1.2K followers</p></article>`).join('')}</div>${more}</main>`;

describe('any other network', () => {
  test.each([
    ['https://mastodon.social/@anna/following', ['/@rose', '/@soil@other.example'], ['@rose', '@soil@other.example']],
    ['https://x.com/anna/following', ['/rose', '/soil'], ['rose', 'soil']],
    [
      'https://bsky.app/profile/anna.bsky.social/follows',
      ['/profile/rose.bsky.social', '/profile/soil.example'],
      ['profile/rose.bsky.social', 'profile/soil.example'],
    ],
    ['https://github.com/anna?tab=following', ['/rose', '/soil'], ['rose', 'soil']],
    ['https://steamcommunity.com/id/anna/groups/', ['/groups/rose', '/groups/soil'], ['groups/rose', 'groups/soil']],
    ['https://soundcloud.com/anna/following', ['/rose', '/soil'], ['rose', 'soil']],
    ['https://www.tiktok.com/@anna/following', ['/@rose', '/@soil'], ['@rose', '@soil']],
    ['https://ok.ru/profile/123456/groups', ['/group/7001', '/gardenletter'], ['group/7001', 'gardenletter']],
    [
      'https://www.youtube.com/feed/channels',
      ['/@rose', '/channel/UCabcdefghijklmnopqrstuv'],
      ['@rose', 'channel/UCabcdefghijklmnopqrstuv'],
    ],
  ])('%s is clearly a list', async (url, paths, addresses) => {
    const follows = await followsOf(saved(url, listPage(paths)));
    expect(follows).toEqual(
      addresses.map((path, at) => ({
        customer: null,
        network: null,
        address: `${new URL(url).origin}/${path}`,
        title: `Name of ${paths[at]}`,
        subscribers: 1200,
      })),
    );
  });

  test.each([
    ['https://mastodon.social/@anna/followers', ''],
    ['https://mastodon.social/@anna', ''],
    ['https://x.com/home', ''],
    ['https://www.youtube.com/feed/subscriptions', ''],
    ['https://github.com/anna', ''],
    [
      'https://x.com/anna/following',
      '<h2>Who to follow</h2><ul><li><a href="/ben">Ben</a></li><li><a href="/cleo">Cleo</a></li></ul>',
    ],
  ])('%s is not guessed at', async (url, more) => {
    expect(await recognised(saved(url, listPage(['/@rose', '/rose', '/soil', '/@soil'], more)))).toHaveProperty(
      'reason',
    );
  });
});

test('a page that was made to do harm is read in time', async () => {
  const deep = '<div>'.repeat(5000);
  await expect(recognised(main(`${deep}<a href="/rose">Rose</a>`))).rejects.toMatchObject({ code: 'broken_page' });
  const nested = `${'<div>'.repeat(1500)}<ul><li><a href="/rose">Rose</a></li></ul>`;
  expect(await titled(nested)).toEqual([['Rose', null]]);
  const many = Array.from({ length: 5000 }, (_, at) => `<li><a href="/garden${at}">Garden ${at}</a></li>`).join('');
  expect(await titled(`<ul>${many}</ul>`)).toHaveLength(5000);
});
