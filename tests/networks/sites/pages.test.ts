import { describe, expect, test } from 'vitest';
import { load } from 'cheerio/slim';
import { Refused, UnexpectedAnswer, Unreadable } from '../../../src/errors.ts';
import { addressForm, addressOn, siteKey, nameFromKey } from '../../../src/networks/sites/addresses.ts';
import { instantOf, itemsIn, parsePlace, textAt } from '../../../src/networks/sites/selectors.ts';
import type { Network } from '../../../src/types/network.ts';
import type { FollowsPage, Profile, Resource } from '../../../src/types/resource.ts';
import { factsOf, networkOf, pagesWeb, postsOf } from './sites.ts';
import { all } from '../../helpers/all.ts';

// A site that nobody has ever heard of, with every kind of trouble that pages can have.

const host = 'club.example';
const on = (path: string): string => `https://${host}${path}`;

const list = {
  page: '/u/{name}/clubs',
  list: '.clubs',
  item: 'li',
  link: 'a',
  title: '.title',
  subscribers: '.readers',
  next: 'a[rel=next]',
};
const clubs = { address: '/clubs/{name}', title: 'h1', subscribers: '.readers', description: '.about' };
const base = {
  id: 'reading-club',
  title: 'Reading Club',
  host,
  profile: '/u/{name}',
  follows: [list],
  resources: [clubs],
};
const club = networkOf(base);

const anna: Profile = { network: 'reading-club', id: 'anna', ref: 'anna', host };
const owls: Resource = {
  network: 'reading-club',
  id: 'clubs/owls',
  name: 'clubs/owls',
  title: 'Owls',
  url: on('/clubs/owls'),
  host,
};

const read = (network: Network, web: ReturnType<typeof pagesWeb>, from: string | null = null): Promise<FollowsPage[]> =>
  all(network.listFollows(anna, web, from));

const item = (name: string, readers = '12.5K readers'): string =>
  `<li><a href="/clubs/${name}"><b class="title">${name}</b></a> <span class="readers">${readers}</span></li>`;
const page = (items: string, more = ''): string =>
  `<html><body><aside><a href="/clubs/advertised">Ad</a></aside><ul class="clubs">${items}</ul>${more}</body></html>`;
const next = (href: string): string => `<a rel="next" href="${href}">more</a>`;

const idsOf = (pages: FollowsPage[]): string[] => pages.flatMap(({ resources }) => resources.map(({ id }) => id));
const isCutShort = (pages: FollowsPage[]): boolean => pages.some(({ cutShort }) => cutShort === true);

describe('a list', () => {
  test('holds what links of its items lead to; other links and other hosts are left', async () => {
    const items = [
      item('owls'),
      item('Night-Owls?ref=list#top', '1,2 тыс. читателей'),
      '<li><a href="/about">About</a></li>',
      '<li><a href="https://other.example/clubs/elsewhere">Elsewhere</a></li>',
      '<li><a href="https://www.club.example/clubs/day%20owls/">Day owls</a></li>',
      '<li>no link</li>',
      '<li><a href="mailto:owls@club.example">Mail</a></li>',
    ].join('');
    const web = pagesWeb({ [on('/u/anna/clubs')]: page(items) });
    const [first] = await read(club, web);
    expect(first?.resources.map(({ id, title, subscribers }) => [id, title, subscribers])).toEqual([
      ['clubs/owls', 'owls', 12_500],
      ['clubs/night-owls', 'Night-Owls?ref=list#top', 1200],
      ['clubs/day owls', null, null],
    ]);
    expect(first?.resources.map(({ url }) => url)).toEqual(
      ['owls', 'night-owls', 'day%20owls'].map((name) => on(`/clubs/${name}`)),
    );
    expect(first?.next).toBeNull();
  });

  test('goes on to the next page until there is none', async () => {
    const web = pagesWeb({
      [on('/u/anna/clubs')]: page(item('owls'), next('?page=2')),
      [on('/u/anna/clubs?page=2')]: page(item('larks'), next('/u/anna/clubs?page=3')),
      [on('/u/anna/clubs?page=3')]: page(item('crows')),
    });
    const pages = await read(club, web);
    expect(idsOf(pages)).toEqual(['clubs/owls', 'clubs/larks', 'clubs/crows']);
    expect(isCutShort(pages)).toBe(false);
    expect(web.asked).toHaveLength(3);
    expect(idsOf(await read(club, web, pages[0]?.next ?? null))).toEqual(['clubs/larks', 'clubs/crows']);
  });

  test('whose next page leads back to itself, or round in circles, is cut short', async () => {
    const itself = pagesWeb({ [on('/u/anna/clubs')]: page(item('owls'), next('/u/anna/clubs')) });
    expect(isCutShort(await read(club, itself))).toBe(true);
    expect(itself.asked).toHaveLength(1);
    const circle = pagesWeb({
      [on('/u/anna/clubs')]: page(item('owls'), next('?page=2')),
      [on('/u/anna/clubs?page=2')]: page(item('larks'), next('?page=1')),
      [on('/u/anna/clubs?page=1')]: page(item('owls'), next('?page=2')),
    });
    const pages = await read(club, circle);
    expect(isCutShort(pages)).toBe(true);
    expect(circle.asked).toHaveLength(3);
    expect(pages.at(-1)?.next).toBeNull();
  });

  test('whose pages repeat the same items under ever new addresses is cut short', async () => {
    const web = pagesWeb(
      Object.fromEntries(
        Array.from({ length: 5 }, (_, index) => [
          on(`/u/anna/clubs${index === 0 ? '' : `?page=${index}`}`),
          page(item('owls'), next(`?page=${index + 1}`)),
        ]),
      ),
    );
    expect(isCutShort(await read(club, web))).toBe(true);
    expect(web.asked).toHaveLength(2);
  });

  test('ends quietly with a page past the end, whatever that one links to', async () => {
    const web = pagesWeb({
      [on('/u/anna/clubs')]: page(item('owls'), next('?page=2')),
      [on('/u/anna/clubs?page=2')]: page('', next('?page=3')),
    });
    const pages = await read(club, web);
    expect(isCutShort(pages)).toBe(false);
    expect(web.asked).toHaveLength(2);
  });

  test('whose later page is gone is cut short, one whose next page is on another host is no answer', async () => {
    const gone = pagesWeb({
      [on('/u/anna/clubs')]: page(item('owls'), next('?page=2')),
      [on('/u/anna/clubs?page=2')]: 404,
    });
    const pages = await read(club, gone);
    expect([idsOf(pages), isCutShort(pages)]).toEqual([['clubs/owls'], true]);
    const away = pagesWeb({ [on('/u/anna/clubs')]: page(item('owls'), next('https://evil.example/clubs')) });
    await expect(read(club, away)).rejects.toThrow('another host, evil.example');
  });

  test('follows links as the page’s base says', async () => {
    const web = pagesWeb({
      [on('/u/anna/clubs')]: page('<li><a href="owls">Owls</a></li>').replace(
        '<html>',
        '<html><head><base href="/clubs/"></head>',
      ),
    });
    expect(idsOf(await read(club, web))).toEqual(['clubs/owls']);
  });
});

describe('a list that shows nothing', () => {
  const marked = networkOf({
    ...base,
    missing: '.no-such-user',
    hidden: '.locked',
    login: 'form.login',
    follows: [{ ...list, empty: '.none' }],
  });
  const ended = async (network: Network, answer: string | number): Promise<string> => {
    try {
      const pages = await read(network, pagesWeb({ [on('/u/anna/clubs')]: answer }));
      return `${idsOf(pages).length} read`;
    } catch (error) {
      if (error instanceof Unreadable) return error.status;
      if (error instanceof UnexpectedAnswer || error instanceof Refused) return error.message;
      throw error;
    }
  };

  test.for([
    ['<p class="no-such-user">Nobody</p>', 'not_found'],
    ['<p class="locked">Private</p>', 'hidden'],
    ['<ul class="clubs"></ul><p class="locked">Private</p>', 'hidden'],
    ['<form class="login"></form>', 'needs_login'],
    ['<p class="none">No clubs yet</p>', '0 read'],
    [page('', '<p class="none">No clubs yet</p>'), '0 read'],
    [page(item('owls'), '<p class="locked">Some are private</p>'), '1 read'],
    [404, 'not_found'],
    [410, 'not_found'],
    [401, 'needs_login'],
    [403, `the server answered 403 (${on('/u/anna/clubs')})`],
  ] as const)('%s: %s', async ([answer, result]) => {
    expect(await ended(marked, answer)).toBe(result);
  });

  test.for([
    ['<h1>Be right back</h1>', '".clubs" or ".none" or ".no-such-user" or ".locked" or "form.login"'],
    [page(''), '"li" or ".none"'],
    [page('<p><a href="/clubs/owls">Owls</a></p>'), '"li" or ".none"'],
    [page('<li><i data-href="/clubs/owls">Owls</i></li>'), '"a"'],
  ] as const)('%s is no answer, and says what is not there', async ([answer, named]) => {
    const said = await ended(marked, answer);
    expect(said).toContain(`nothing on it matches ${named}`);
    expect(said).toContain(on('/u/anna/clubs'));
  });

  test('without a mark for it, an empty list is one without any link', async () => {
    expect(await ended(club, page('<p>No clubs yet</p>'))).toBe('0 read');
    expect(await ended(club, page('<p><a href="/clubs/owls">Owls</a></p>'))).toContain('nothing on it matches "li"');
    expect(await ended(club, '<h1>Be right back</h1>')).toContain('nothing on it matches ".clubs"');
  });

  test('other statuses mean what the recipe says', async () => {
    const statuses = networkOf({ ...base, hidden: 403, missing: 400 });
    expect(await ended(statuses, 403)).toBe('hidden');
    expect(await ended(statuses, 400)).toBe('not_found');
    expect(await ended(statuses, 404)).toBe('not_found');
  });
});

describe('two lists', () => {
  const two = networkOf({ ...base, hidden: '.locked', follows: [list, { ...list, page: '/u/{name}/circles' }] });
  const [one, other] = [on('/u/anna/clubs'), on('/u/anna/circles')];

  test('are one; where one of them is shut, the whole is cut short', async () => {
    const locked = '<p class="locked"></p>';
    const both = await read(two, pagesWeb({ [one]: page(item('owls')), [other]: page(item('larks')) }));
    expect([idsOf(both), isCutShort(both)]).toEqual([['clubs/owls', 'clubs/larks'], false]);
    for (const [first, second, id] of [
      [locked, page(item('larks')), 'clubs/larks'],
      [page(item('owls')), locked, 'clubs/owls'],
      [page(item('owls')), 404, 'clubs/owls'],
    ] as const) {
      const pages = await read(two, pagesWeb({ [one]: first, [other]: second }));
      expect([idsOf(pages), isCutShort(pages)]).toEqual([[id], true]);
    }
    await expect(read(two, pagesWeb({ [one]: locked, [other]: locked }))).rejects.toMatchObject({ status: 'hidden' });
  });

  test('a killed run remembers between them whether the first one was shut', async () => {
    const web = pagesWeb({ [one]: '<p class="locked"></p>', [other]: '<p class="locked"></p>' });
    const pages: FollowsPage[] = [];
    for await (const each of two.listFollows(anna, web, null)) {
      pages.push(each);
      break;
    }
    await expect(read(two, web, pages[0]?.next ?? null)).rejects.toMatchObject({ status: 'hidden' });
    const [first] = await read(two, pagesWeb({ [one]: page(item('owls')), [other]: page('') }));
    const rest = await read(two, web, first?.next ?? null);
    expect([idsOf(rest), isCutShort(rest)]).toEqual([[], true]);
    expect(web.asked.filter((address) => address === one)).toHaveLength(1);
  });

  test('one that the recipe has lost since starts anew', async () => {
    const [first] = await read(two, pagesWeb({ [one]: page(item('owls')), [other]: page('') }));
    expect(idsOf(await read(club, pagesWeb({ [one]: page(item('owls')) }), first?.next ?? null))).toEqual([
      'clubs/owls',
    ]);
  });
});

describe('facts', () => {
  test('are what the page shows', async () => {
    const web = pagesWeb({
      [on('/clubs/owls')]:
        '<h1> The <i>Owls</i> </h1><b class="readers">12,345 readers</b><div class="about">We <b>read</b><p>at night</p></div>',
    });
    expect(await factsOf(club, owls, web)).toEqual({
      name: 'clubs/owls',
      title: 'The Owls',
      url: on('/clubs/owls'),
      host,
      ref: on('/clubs/owls'),
      subscribers: 12_345,
      description: 'We read at night',
      group: false,
      exists: true,
      wishes: [],
    });
  });

  test('that are not there are unknown, a number that can be read in two ways as well', async () => {
    const web = pagesWeb({ [on('/clubs/owls')]: '<h1>Owls</h1><b class="readers">1,234K</b>' });
    expect(await factsOf(club, owls, web)).toMatchObject({
      title: 'Owls',
      subscribers: null,
      description: null,
      exists: true,
    });
  });

  test('of a page with none of them are not made up', async () => {
    await expect(factsOf(club, owls, pagesWeb({ [on('/clubs/owls')]: '<p>Be right back</p>' }))).rejects.toThrow(
      '"h1" or ".readers" or ".about"',
    );
    const marked = networkOf({ ...base, hidden: '.locked', login: '.login' });
    await expect(factsOf(marked, owls, pagesWeb({ [on('/clubs/owls')]: '<p class="locked">' }))).rejects.toMatchObject({
      status: 'hidden',
    });
    await expect(factsOf(marked, owls, pagesWeb({ [on('/clubs/owls')]: '<p class="login">' }))).rejects.toMatchObject({
      status: 'needs_login',
    });
  });

  test('that the recipe does not ask for cost no request', async () => {
    const bare = networkOf({ ...base, resources: [{ address: '/clubs/{name}', open: true }] });
    const web = pagesWeb({});
    expect(await factsOf(bare, owls, web)).toMatchObject({
      title: 'Owls',
      subscribers: null,
      group: true,
      exists: true,
    });
    expect(await postsOf(bare, owls, web)).toEqual([]);
    expect(web.asked).toEqual([]);
  });
});

const post = (number: number, by: string, time = '<time datetime="2026-11-20T12:00:00+03:00">today</time>'): string =>
  `<article><a class="title" href="/p/${number}">Title</a>${by}${time}<p>Text ${number}</p></article>`;

describe('posts', () => {
  const posts = {
    page: '/clubs/{name}/posts',
    item: 'article',
    link: 'a.title',
    author: '.by',
    date: 'time',
    text: 'p',
    empty: '.none',
    next: 'a[rel=next]',
  };
  const posting = networkOf({ ...base, resources: [{ ...clubs, posts }] });
  const first = on('/clubs/owls/posts');
  const read20 = (html: string | number, more: Record<string, string> = {}) =>
    postsOf(posting, owls, pagesWeb({ [first]: html, ...more }));

  test.for([
    ['<a class="by" href="/clubs/owls">Owls</a>', 'own', 'clubs/owls'],
    ['<span class="by">OWLS</span>', 'own', 'clubs/owls'],
    ['', 'own', 'clubs/owls'],
    ['<span class="by"> </span>', 'own', 'clubs/owls'],
    ['<a class="by" href="/clubs/larks">Larks</a>', 'repost', 'clubs/larks'],
    ['<a class="by" href="/u/Boris">Boris</a>', 'repost', 'profile/boris'],
    ['<a class="by" href="https://www.club.example/u/boris">Boris</a>', 'repost', 'profile/boris'],
    ['<a class="by" href="https://boris.example/">Boris</a>', 'repost', 'https://boris.example/'],
    ['<span class="by">Boris B.</span>', 'repost', 'name:Boris B.'],
  ] as const)('by %s are %s, of %s', async ([by, kind, author]) => {
    const [only] = await read20(post(1, by));
    expect(only).toEqual({ url: on('/p/1'), at: '2026-11-20T09:00:00.000Z', kind, author, text: 'Text 1' });
  });

  test('go on for three pages at most, and never twice to the same one', async () => {
    const web = pagesWeb({
      [first]: `${post(1, '')}${next('?p=2')}`,
      [`${first}?p=2`]: `${post(2, '')}${next('?p=3')}`,
      [`${first}?p=3`]: `${post(3, '')}${next('?p=4')}`,
    });
    expect((await postsOf(posting, owls, web)).map(({ text }) => text)).toEqual(['Text 1', 'Text 2', 'Text 3']);
    const back = pagesWeb({ [first]: `${post(1, '')}${next(first)}` });
    expect(await postsOf(posting, owls, back)).toHaveLength(1);
    const away = pagesWeb({ [first]: `${post(1, '')}${next('https://other.example/')}` });
    expect(await postsOf(posting, owls, away)).toHaveLength(1);
  });

  test('are none where the page says so, and unread where it says nothing', async () => {
    expect(await read20('<p class="none">')).toEqual([]);
    await expect(read20('<p>Be right back</p>')).rejects.toThrow('"article" or ".none"');
    await expect(read20(401)).rejects.toMatchObject({ status: 'needs_login' });
    await expect(postsOf(club, owls, pagesWeb({}))).rejects.toMatchObject({ name: 'Unreadable', status: 'hidden' });
  });
});

describe('addresses', () => {
  const members = networkOf({
    ...base,
    profile: '/members/{name}.{id}',
    follows: [{ ...list, page: '/members/{name}.{id}/clubs' }],
    resources: [{ ...clubs, address: '/clubs/{name}.{id}' }],
  });

  test('with a name and an id are told apart by the id, and opened with both', async () => {
    const name = members.parseProfile('https://club.example/members/Anna.B.42/about');
    expect(name).toEqual({ network: 'reading-club', name: 'anna.b/42', host });
    if (!name || 'reason' in name) return;
    const web = pagesWeb({ [on('/members/anna.b.42/clubs')]: page('<li><a href="/clubs/Owls.7/">Owls</a></li>') });
    const [[, found] = []] = await all(members.findProfiles([name], web));
    expect(found).toEqual({ profile: { network: 'reading-club', id: '42', ref: 'anna.b/42', host } });
    if (!found || !('profile' in found)) return;
    const [only] = await all(members.listFollows(found.profile, web, null));
    expect(only?.resources).toMatchObject([{ id: 'clubs/7', name: 'clubs/owls', url: on('/clubs/owls.7') }]);
    expect(members.parseHandle('anna')).toMatchObject({
      reason: expect.stringContaining('write the full address') as string,
    });
  });

  test('keep their capitals where names that differ in them are different', () => {
    const exact = networkOf({ ...base, keepCase: true });
    expect(exact.parseProfile(on('/u/Anna'))).toMatchObject({ name: 'Anna' });
    expect(exact.parseHandle('Anna')).toMatchObject({ name: 'Anna' });
    expect(exact.parseResource(on('/clubs/Owls'))).toMatchObject({ id: 'clubs/Owls', url: on('/clubs/Owls') });
  });

  test.for([
    ['/u/{name}', '/u/Anna', { name: 'anna', id: null }],
    ['/u/{name}', '/u/anna/', { name: 'anna', id: null }],
    ['/u/{name}', '/u/anna/clubs', null],
    ['/u/{name}', '/u/', null],
    ['/u/{name}', '/v/anna', null],
    ['/@{name}', '/@anna', { name: 'anna', id: null }],
    ['/@{name}', '/anna', null],
    ['/{name}', '/anna', { name: 'anna', id: null }],
    ['/u/{id}-{name}', '/u/12-anna-b', { name: 'anna-b', id: '12' }],
    ['/t/{name}/{id}', '/t/owls/12', { name: 'owls', id: '12' }],
    ['/member.php?id={id}', '/member.php?x=1&id=12', { name: null, id: '12' }],
    ['/member.php?id={id}', '/member.php?uid=12', null],
    ['/index.php?view=club&id={id}', '/index.php?id=3&view=club', { name: null, id: '3' }],
    ['/index.php?view=club&id={id}', '/index.php?id=3&view=user', null],
    ['/a.b/{name}', '/aXb/anna', null],
    ['/u/{name}', '/u/%D0%B0%D0%BD%D0%BD%D0%B0', { name: 'анна', id: null }],
    ['/u/{name}', '/u/100%', { name: '100%', id: null }],
  ] as const)('%s reads %s', ([form, path, named]) => {
    expect(addressForm(form, false).read(new URL(on(path)))).toEqual(named);
  });

  test('deeper pages are a profile’s only where the form cannot be any page of the site', () => {
    expect(addressForm('/@{name}', false).read(new URL(on('/@anna/clubs')), true)).toEqual({ name: 'anna', id: null });
    expect(addressForm('/{name}', false).read(new URL(on('/about/us')), true)).toBeNull();
  });

  test.for(['/u/{name}', '/t/{name}/{id}', '/x?id={id}', '/@{name}'])(
    '%s gives back what it was filled with',
    (form) => {
      const written = addressForm(form, true);
      const { holds } = written;
      for (const text of ['anna', 'a b', 'ü&=?#', 'me@host.example', '50%']) {
        const named = { name: holds.has('name') ? text : null, id: holds.has('id') ? '7' : null };
        const url = addressOn(host, on(written.pathOf(named)));
        expect(url && written.read(url)).toEqual(named);
        expect(nameFromKey(siteKey(named), addressForm(form, true))).toEqual(named);
      }
    },
  );
});

describe('places', () => {
  test.for([
    ['a.name@href', 'a.name', 'href'],
    ['a[href^="/@"]', 'a[href^="/@"]', null],
    ['a[href^="/@"]@data-id', 'a[href^="/@"]', 'data-id'],
    ['@data-uid', '', 'data-uid'],
    [' time @datetime ', 'time', 'datetime'],
    ['.by', '.by', null],
  ] as const)('%s', ([written, selector, attribute]) => {
    expect(parsePlace(written)).toEqual({ selector, attribute });
  });

  test('are looked for inside the item, and in the item itself', () => {
    const html = load('<a class="card" href="/x" data-id="7"><b>Name</b></a>');
    const web = pagesWeb({});
    const card = html('.card');
    expect(
      ['b', '@data-id', '.card@href', 'a@data-id', 'i', '@title'].map((place) => textAt(card, parsePlace(place), web)),
    ).toEqual(['Name', '7', '/x', '7', null, null]);
  });

  test('items of a list can be its children only', () => {
    const html = load('<ul class="l"><li>1<ul><li>2</li></ul></li></ul><li>3</li>');
    expect(html(itemsIn('.l', '> li'))).toHaveLength(1);
    expect(html(itemsIn('.l, .m', 'li, p'))).toHaveLength(2);
  });

  test.for([
    ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20T12:00:00.5+0300', '2026-11-20T09:00:00.500Z'],
    ['2026-11-20 12:00', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['1795262400', '2026-11-21T12:00:00.000Z'],
    ['1795262400000', '2026-11-21T12:00:00.000Z'],
    ['20.11.2026', null],
    ['yesterday', null],
    ['2026-13-40', null],
    ['', null],
  ] as const)('the date %s', ([written, instant]) => {
    expect(instantOf(written)).toBe(instant);
  });
});
