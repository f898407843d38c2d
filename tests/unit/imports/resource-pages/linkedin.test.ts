import { describe, expect, test } from 'vitest';
import { languages } from '../../../doubles/pages/languages.ts';
import { linkedinPage } from '../../../doubles/pages/linkedin.ts';
import { shownFollows } from '../../../doubles/pages/markup.ts';
import { ways } from '../../../doubles/pages/saved.ts';
import { resourceIn, saved, shownIn } from './read-page.ts';

const url = 'https://www.linkedin.com/company/garden-letter/posts/?feedView=all';
const post = (urn: string, actor: string, name: string, text: string, above = '') =>
  `<div class="feed-shared-update-v2" data-urn="urn:li:activity:${urn}">${above}
  <div class="update-components-actor"><a href="https://www.linkedin.com/${actor}"><span>${name}</span><span>12,345 followers</span></a><span>2w •</span></div>
  <div class="update-components-text"><span dir="ltr">${text}</span></div><button>Like</button>
  <article><a href="/in/some-reader/">Some Reader</a><p>A comment below with a good many words.</p></article></div>`;
const posts =
  post(
    '7395000000000000000',
    'company/garden-letter/posts',
    'Garden Letter',
    'How we prune the roses of our readers.',
  ) +
  post(
    '7396000000000000000',
    'in/anna-quince?miniProfileUrn=urn',
    'Anna Quince',
    'My year with climbing roses, told for the letter.',
    '<a href="/company/garden-letter/">Garden Letter</a> reposted this',
  );
const page = (counts: string) =>
  `<header><a href="/feed/">Home</a></header><main><h1>Garden Letter</h1><div>${counts}</div><p>A letter about gardens that goes out every week to everybody.</p>
  <a href="https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fgarden%2Eexample&amp;urlhash=x">Website</a>${posts}
  <aside><h2>Pages people also viewed</h2><a href="/company/pot-plants/">Pot Plants</a><span>99,999 followers</span></aside></main>`;

describe('a company', () => {
  test.each(Object.entries(ways))('saved %s', async (_, save) => {
    const html = `<!DOCTYPE html>\n<html><head><title>(4) Garden Letter: Posts | LinkedIn</title><link rel="canonical" href="${url}"></head><body>${page('Magazine · Athens · 12,345 followers · 11-50 employees')}</body></html>`;
    const { resource, told, posts: shown, format } = await shownIn(save({ url, html }));
    expect(format).toBe('saved page of a LinkedIn company page');
    expect(resource.name).toBe('company/garden-letter');
    expect(told).toMatchObject({ title: 'Garden Letter', subscribers: 12_345 });
    expect(told.contacts).toEqual(['https://garden.example/']);
    expect(shown).toMatchObject([
      {
        kind: 'own',
        url: 'https://www.linkedin.com/feed/update/urn:li:activity:7395000000000000000',
        text: 'How we prune the roses of our readers.',
      },
      {
        kind: 'repost',
        author: 'anna-quince',
        by: { name: 'Anna Quince' },
        text: 'My year with climbing roses, told for the letter.',
      },
    ]);
    expect(shown[0]?.at?.slice(0, 7)).toBe('2025-11');
  });

  test.each([
    ['de', '12.345 Follower:innen', 12_345],
    ['ru', '12 345 отслеживающих', 12_345],
    ['fr', '12 345 abonnés', 12_345],
    ['es', '12.345 seguidores', 12_345],
    ['pt', '12 mil seguidores', 12_000],
    ['en', '12K followers', 12_000],
  ])('in %s', async (_, counts, subscribers) => {
    expect((await shownIn(saved(url, page(counts)))).told.subscribers).toBe(subscribers);
  });

  test('as those who are not logged in see it, with what it tells other programs', async () => {
    const graph = [
      {
        '@type': 'Organization',
        name: 'Garden Letter',
        url: 'https://gr.linkedin.com/company/garden-letter',
        description: 'A letter about gardens.',
      },
      {
        '@type': 'DiscussionForumPosting',
        text: 'How we prune the roses of our readers.',
        datePublished: '2026-11-01T10:00:00.000Z',
        url: 'https://www.linkedin.com/posts/garden-letter_roses-activity-7395000000000000000-AbCd',
        author: {
          '@type': 'Organization',
          name: 'Garden Letter',
          url: 'https://gr.linkedin.com/company/garden-letter',
        },
      },
      {
        '@type': 'DiscussionForumPosting',
        text: 'My year with climbing roses.',
        datePublished: '2026-11-02T10:00:00.000Z',
        url: 'https://www.linkedin.com/posts/anna-quince_roses-activity-7396000000000000000-AbCd',
        author: { '@type': 'Person', name: 'Anna Quince', url: 'https://gr.linkedin.com/in/anna-quince' },
      },
    ];
    const head = `<meta name="description" content="Garden Letter | 12,345 followers on LinkedIn. A letter about gardens. | Since 2012."><script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@graph': graph })}</script>`;
    const { told, posts: shown } = await shownIn(
      saved('https://gr.linkedin.com/company/garden-letter', '<main><h1>Garden Letter</h1></main>', head),
    );
    expect(told).toMatchObject({ title: 'Garden Letter', subscribers: 12_345, description: 'A letter about gardens.' });
    expect(shown).toMatchObject([
      {
        kind: 'own',
        at: '2026-11-01T10:00:00.000Z',
        url: 'https://www.linkedin.com/feed/update/urn:li:activity:7395000000000000000',
      },
      { kind: 'repost', author: 'anna-quince', place: 'wall', by: { name: 'Anna Quince' } },
    ]);
  });
});

test('a group is open to its members', async () => {
  const body = `<main><h1>Rose Growers</h1><p>12,345 members</p>${posts}</main>`;
  const { resource, told, format } = await shownIn(saved('https://www.linkedin.com/groups/1234567/', body));
  expect([resource.name, told.subscribers, told.group, format]).toEqual([
    'groups/1234567',
    12_345,
    true,
    'saved page of a LinkedIn group',
  ]);
});

test('a newsletter has subscribers', async () => {
  const body = '<main><h1>The Garden Letter</h1><p>12,345 subscribers</p></main>';
  const { resource, told } = await shownIn(saved('https://www.linkedin.com/newsletters/garden-letter-123/', body));
  expect([resource.name, told.subscribers]).toEqual(['newsletters/garden-letter-123', 12_345]);
});

describe('no resource is', () => {
  test.each(languages.slice(0, 4))('what somebody is interested in, in $code', async (language) => {
    for (const save of Object.values(ways))
      expect(await resourceIn(save(linkedinPage({ follows: shownFollows(3, 8), language, seed: 3 })))).toBeNull();
  });

  test.each([
    ['a person', 'https://www.linkedin.com/in/anna-quince/'],
    ['the home page', 'https://www.linkedin.com/feed/'],
    ['the list of one’s groups', 'https://www.linkedin.com/groups/'],
    ['the list of pages followed', 'https://www.linkedin.com/mynetwork/network-manager/company/'],
  ])('%s', async (_, address) => expect(await resourceIn(saved(address, page('12,345 followers')))).toBeNull());
});
