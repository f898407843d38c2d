import { describe, expect, test } from 'vitest';
import { facebookGroup } from '../../../doubles/pages/facebook-group.ts';
import { facebookPage } from '../../../doubles/pages/facebook.ts';
import { languages } from '../../../doubles/pages/languages.ts';
import { shownFollows } from '../../../doubles/pages/markup.ts';
import { ways } from '../../../doubles/pages/saved.ts';
import { changedAt, resourceIn, saved, shownIn } from './read-page.ts';

const about = 'Everything about growing roses in small gardens, with letters to mail@roses.example.';
const posts = [
  { author: 'Anna Quince', number: 11, text: 'How I prune my roses before winter, step by step.', when: '2h' },
  { author: 'Ben Pear', number: 12, text: 'My first year with climbing roses and what I learned.', when: '5d' },
];
const group = { name: 'rosegrowers', title: 'Rose Growers', members: 'Public group · 12.3K members', about, posts };
const chrome = ways['complete, by Chrome'] ?? (() => Buffer.from(''));

describe('a group', () => {
  test.each(Object.entries(ways))('saved %s', async (way, save) => {
    const { resource, told, posts: shown, savedAt, format } = await shownIn(save(facebookGroup(group)));
    expect(format).toBe('saved page of a Facebook group');
    expect(resource).toMatchObject({ network: 'facebook', name: 'groups/rosegrowers' });
    expect(told).toMatchObject({ title: 'Rose Growers', subscribers: 12_300, group: true, description: about });
    expect(told.contacts).toEqual(['mail@roses.example']);
    expect(shown).toMatchObject([
      { kind: 'repost', author: '11', by: { name: 'Anna Quince' }, text: posts[0]?.text },
      { kind: 'repost', author: '12', by: { name: 'Ben Pear' }, text: posts[1]?.text },
    ]);
    expect(savedAt).toBe(saidBy[way] ?? changedAt);
  });

  test.each([
    ['ru', 'Открытая группа · 12,3 тыс. участников', '5 дн.'],
    ['uk', 'Публічна група · 12,3 тис. учасників', '5 днів тому'],
    ['de', 'Öffentliche Gruppe · 12.345 Mitglieder', '5 Tage'],
    ['fr', 'Groupe public · 12 345 membres', '5 j'],
    ['es', 'Grupo público · 12,3 mil miembros', '17 de noviembre a las 10:00'],
    ['el', 'Δημόσια ομάδα · 12,3 χιλ. μέλη', '17 Νοεμβρίου στις 10:00'],
    ['pl', 'Grupa publiczna · 12,3 tys. członków', '17 listopada o 10:00'],
    ['tr', 'Herkese açık grup · 12,3 B üye', '17 Kasım'],
  ])('in %s', async (language, members, when) => {
    const shownPage = facebookGroup({ ...group, language, members, posts: posts.map((post) => ({ ...post, when })) });
    const { told, posts: shown } = await shownIn(chrome(shownPage));
    expect(Math.round((told.subscribers ?? 0) / 100)).toBe(123);
    expect(shown.map(({ at }) => at?.slice(0, 10))).toEqual(['2026-11-17', '2026-11-17']);
  });

  test('that shows no posts tells its members', async () => {
    const { told, posts: shown } = await shownIn(chrome(facebookGroup({ ...group, posts: [] })));
    expect([told.subscribers, shown]).toEqual([12_300, []]);
  });

  test('in plain markup, without roles and attributes, is known by the addresses in it', async () => {
    const body = `<h1>Rose Growers</h1><p>12,345 members</p>
      <div><div><a href="/groups/rosegrowers/user/11/">Anna Quince</a> <a href="/groups/rosegrowers/posts/1/">5d</a>
      <p>How I prune my roses before winter, step by step.</p></div>
      <div><a href="/groups/rosegrowers/user/12/">Ben Pear</a> <a href="/groups/rosegrowers/posts/2/">5d</a>
      <p>My first year with climbing roses and what I learned.</p></div></div>`;
    const { told, posts: shown } = await shownIn(saved('https://m.facebook.com/groups/rosegrowers', body));
    expect(told.subscribers).toBe(12_345);
    expect(shown).toMatchObject([
      { author: '11', url: 'https://www.facebook.com/groups/rosegrowers/posts/1', text: posts[0]?.text },
      { author: '12', url: 'https://www.facebook.com/groups/rosegrowers/posts/2', text: posts[1]?.text },
    ]);
  });

  test('times that only the data for scripts tells are found', async () => {
    const { html, url } = facebookGroup({ ...group, posts: posts.map((post) => ({ ...post, when: 'ojd sSt' })) });
    const data = { a: [{ story: { creation_time: 1_795_000_000, url: `${url.split('?')[0] ?? ''}posts/9000/` } }] };
    const script = `<script type="application/json">${JSON.stringify(data)}</script></body>`;
    const { posts: shown } = await shownIn(chrome({ url, html: html.replace('</body>', script) }));
    expect(shown.map(({ at }) => at)).toEqual([new Date(1_795_000_000_000).toISOString(), null]);
  });
});

/** When files say that they were saved. */
const saidBy: Record<string, number | undefined> = {
  'as MHTML': Date.parse('2026-11-22T04:00:26Z'),
  'with SingleFile': Date.parse('2026-11-22T02:00:26Z'),
};

const page = (lines: string, more = '') => `<div role="main"><h1>Garden Letter</h1><div>${lines}</div>${more}</div>`;

describe('a page that visitors may post on', () => {
  const counts = '<p>12,345 followers</p>';

  test.each([
    ['by the address of their posts', '<a href="/gardenletter/posts_to_page/?ref=page_internal">x</a>'],
    ['by their tab', '<a href="https://www.facebook.com/gardenletter?sk=posts_to_page">x</a>'],
    ['in English', '<h2>Visitor posts</h2>'],
    ['in Russian', '<div><span>Публикации посетителей</span></div>'],
    ['in German', '<h2>Besucherbeiträge</h2>'],
    ['in French', '<h2>Publications d’autres personnes</h2>'],
    ['in Greek', '<h2>Δημοσιεύσεις επισκεπτών</h2>'],
    ['in Spanish', '<h2>Publicaciones de visitantes</h2>'],
  ])('is known %s', async (_, more) => {
    const { told, format } = await shownIn(saved('https://www.facebook.com/gardenletter', page(counts, more)));
    expect([format, told.group]).toEqual(['saved page of a Facebook page', true]);
  });

  test.each([
    ['the tab of another page', '<a href="/potplants/posts_to_page/">Visitor letters</a>'],
    ['its own posts', '<a href="/gardenletter/posts/">Posts</a>'],
    ['a sentence', '<p>Visitor posts are what we like best about the old days.</p>'],
  ])('is not told by %s', async (_, more) => {
    const { told } = await shownIn(saved('https://www.facebook.com/gardenletter', page(counts, more)));
    expect(told.group).toBeUndefined();
  });
});

describe('a page', () => {
  const own = `<div role="article"><h3><a href="/gardenletter/">Garden Letter</a></h3><a href="/gardenletter/posts/pfbid02/">3d</a>
    <div data-ad-preview="message">Guest post: Anna Quince on pruning roses before winter.</div></div>`;
  const visitor = `<div role="article"><h3><a href="/anna.quince">Anna Quince</a></h3><a href="/anna.quince/posts/pfbid03/">2d</a>
    <div data-ad-preview="message">Thank you for the letters, and here is how my roses did.</div></div>`;

  test.each([
    [
      '<a href="/gardenletter/followers/"><strong>12K</strong> followers</a> <a href="/gardenletter/following/">3 following</a>',
      12_000,
    ],
    ['<span>11K likes</span><span> • </span><span>12K followers</span>', 12_000],
    ['<span>12 345 подписчиков</span>', 12_345],
    ['<span>11.234 „Gefällt mir“-Angaben</span><span>12.345 Follower</span>', 12_345],
    ['<span>12 χιλ. ακόλουθοι</span>', 12_000],
    ['<span>5,432 people like this</span>', 5432],
  ])('with %s', async (lines, subscribers) => {
    const { told, format } = await shownIn(saved('https://www.facebook.com/gardenletter', page(lines)));
    expect(format).toBe('saved page of a Facebook page');
    expect(told).toMatchObject({ title: 'Garden Letter', subscribers });
    expect(told.group).toBeUndefined();
  });

  test('its own posts are its own, and a visitor’s stand on its wall', async () => {
    const body = page('<span>12K followers</span>', own + visitor);
    const { posts: shown } = await shownIn(saved('https://www.facebook.com/profile.php?id=100012345678901', body));
    expect(shown.map(({ kind, place }) => [kind, place])).toEqual([
      ['repost', 'wall'],
      ['repost', 'wall'],
    ]);
    const { posts: named } = await shownIn(saved('https://www.facebook.com/gardenletter/?locale=de', body));
    expect(named.map(({ kind, author, place }) => [kind, author, place])).toEqual([
      ['own', 'gardenletter', undefined],
      ['repost', 'annaquince', 'wall'],
    ]);
  });

  test('as those who are not logged in see it, with the fields for a password below', async () => {
    const head =
      '<meta property="og:title" content="Garden Letter | Facebook"><meta property="og:description" content="Garden Letter. 12,345 likes · 67 talking about this. A magazine for everybody with a small garden.">';
    const body = `<div role="main"><h1>Garden Letter</h1>${own}</div><form><input type="password"></form>`;
    const { told, posts: shown } = await shownIn(saved('https://www.facebook.com/gardenletter', body, head));
    expect(told).toMatchObject({
      subscribers: 12_345,
      description: 'A magazine for everybody with a small garden.',
    });
    expect(shown).toHaveLength(1);
  });

  test('what the page said of another one, which was open before, is not taken', async () => {
    const head =
      '<meta property="og:url" content="https://www.facebook.com/potplants"><meta property="og:description" content="Pot Plants. 99,999 likes · 67 talking about this. Everything in pots.">';
    const { told } = await shownIn(
      saved('https://www.facebook.com/gardenletter', page('<span>12K followers</span>'), head),
    );
    expect(told.subscribers).toBe(12_000);
    expect(told.description).toBeUndefined();
  });
});

describe('no resource is', () => {
  test.each(['likes', 'following', 'groups'] as const)('the tab %s of a profile', async (tab) => {
    for (const language of languages.slice(0, 3)) {
      expect(
        await resourceIn(chrome(facebookPage(tab, { follows: shownFollows(3, 8), language, seed: 3 }))),
      ).toBeNull();
    }
  });

  test('a person’s own page, which has friends', async () => {
    const { html } = facebookPage('likes', { follows: shownFollows(3, 8), language: languages[0] ?? never(), seed: 3 });
    for (const path of ['', '/about', '/photos', '/followers'])
      expect(await resourceIn(chrome({ url: `https://www.facebook.com/anna.gardner${path}`, html }))).toBeNull();
  });

  test.each([
    ['the home page', saved('https://www.facebook.com/', '<main><h1>Home</h1><span>12K followers</span></main>')],
    ['a login', saved('https://www.facebook.com/gardenletter', '<form><input type="password"></form>')],
    ['a page that tells nothing', saved('https://www.facebook.com/gardenletter', '<h1>Garden Letter</h1>')],
    ['a page of another site', saved('https://garden.example/groups/roses', '<h1>Roses</h1><p>12K followers</p>')],
    ['a table', 'a,b\n1,2\n'],
  ])('%s', async (_, content) => expect(await resourceIn(content)).toBeNull());
});

function never(): never {
  throw new Error('there is one');
}
