import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { networks, networksWith, readSites, shippedRecipes } from '../../../src/networks/index.ts';
import { closest } from '../../../src/networks/sites/did-you-mean.ts';
import { software } from '../../../src/networks/sites/software.ts';
import { columnsOf } from '../../../src/tables/headings.ts';
import { identifyProfile, identifyResource } from '../../../src/inputs/identify.ts';
import { faultsOf, networkOf, recipe } from './sites.ts';

type Field = Record<string, unknown>;

const list = { page: '/u/{name}/clubs', list: '.clubs', item: 'li', link: 'a' };
const club = { address: '/clubs/{name}', title: 'h1', subscribers: '.members' };
const whole = {
  id: 'reading-club',
  title: 'Reading Club',
  host: 'club.example',
  profile: '/u/{name}',
  follows: [list],
  resources: [club],
};

const site = (changes: Field): string[] => faultsOf({ sites: [{ ...whole, ...changes }] });
const inList = (changes: Field): string[] => site({ follows: [{ ...list, ...changes }] });
const inClub = (changes: Field): string[] => site({ resources: [{ ...club, ...changes }] });
const inPosts = (changes: Field): string[] => inClub({ posts: { item: '.post', ...changes } });

test('a whole recipe, and one that is like another, have no fault', () => {
  expect(site({})).toEqual([]);
  expect(
    site({
      pace: { requests: 30, seconds: 60 },
      keepCase: true,
      try: 'https://www.club.example/u/anna/',
      missing: 410,
    }),
  ).toEqual([]);
  for (const like of software.keys()) {
    expect(faultsOf({ sites: [{ id: 'garden-forum', title: 'Garden Forum', host: 'forum.example', like }] })).toEqual(
      [],
    );
  }
});

test('what a site says itself stands in the place of what its software would', () => {
  const own = recipe({
    id: 'garden-forum',
    host: 'forum.example',
    like: 'nodebb',
    follows: [{ ...list, page: '/user/{name}/clubs', id: '.id' }],
  });
  expect(own.follows.map(({ page }) => page)).toEqual(['/user/{name}/clubs']);
  expect(own.resources.map(({ address }) => address)).toEqual(['/groups/{name}', '/user/{name}']);
  expect(own.title).toBe('forum.example');
});

describe('every wrong field is named', () => {
  test.for<[string, string[], RegExp]>([
    ['not an object', faultsOf([]), /^the file: is not an object/],
    ['no sites', faultsOf({}), /^sites: is missing/],
    ['sites is no list', faultsOf({ sites: {} }), /^sites: is not a list/],
    ['a site is no object', faultsOf({ sites: ['forum.example'] }), /^sites\[0\]: is not an object/],
    ['beside the sites', faultsOf({ sites: [], site: [] }), /there is no field "site"; did you mean "sites"\?/],
    ['no id', site({ id: undefined }), /^sites\[0\]\.id: is missing/],
    ['id with capitals', site({ id: 'Club' }), /^sites\[0\]\.id: holds small letters, digits and hyphens/],
    ['id of a network', site({ id: 'github' }), /^sites\[0\]\.id: "github" is GitHub: choose another id/],
    ['id that heads a network', site({ id: 'fb' }), /^sites\[0\]\.id: "fb" is Facebook/],
    ['title of a network', site({ title: 'Mastodon' }), /^sites\[0\]\.title: "Mastodon" is the name of a network/],
    ['empty title', site({ title: ' ' }), /^sites\[0\]\.title: is empty/],
    ['no host', site({ host: undefined, title: undefined }), /^sites\[0\]\.host: is missing/],
    [
      'host as address',
      site({ host: 'https://club.example' }),
      /^sites\[0\]\.host: "https:\/\/club\.example" is not a host/,
    ],
    ['host with path', site({ host: 'club.example/forum' }), /^sites\[0\]\.host: .* is not a host/],
    ['host of a network', site({ host: 'www.github.com' }), /^sites\[0\]\.host: www\.github\.com belongs to GitHub/],
    ['host of a closed network', site({ host: 'anna.tumblr.com' }), /belongs to Tumblr/],
    ['base', site({ base: 'forum/' }), /^sites\[0\]\.base: starts with a slash and does not end with one/],
    [
      'like',
      site({ like: 'nodebbb' }),
      /^sites\[0\]\.like: there is no recipe named "nodebbb"; did you mean "nodebb"\?/,
    ],
    [
      'like nothing',
      site({ like: 'phpbb' }),
      /^sites\[0\]\.like: there is no recipe named "phpbb"; there are nodebb, misskey/,
    ],
    ['like a number', site({ like: 3 }), /^sites\[0\]\.like: there is no recipe named 3/],
    ['rendered', site({ rendered: 'yes' }), /^sites\[0\]\.rendered: is not true or false/],
    ['keepCase', site({ keepCase: 1 }), /^sites\[0\]\.keepCase: is not true or false/],
    ['pace', site({ pace: 30 }), /^sites\[0\]\.pace: is not an object/],
    ['pace without seconds', site({ pace: { requests: 1 } }), /^sites\[0\]\.pace\.seconds: is missing/],
    ['no requests', site({ pace: { requests: 0, seconds: 1 } }), /^sites\[0\]\.pace\.requests: is less than 1/],
    [
      'unknown in pace',
      site({ pace: { requests: 1, secconds: 1, seconds: 1 } }),
      /^sites\[0\]\.pace: there is no field "secconds"; did you mean "seconds"\?/,
    ],
    [
      'try elsewhere',
      site({ try: 'https://other.example/u/anna' }),
      /^sites\[0\]\.try: .* is not a profile of this site: those are at club\.example\/u\/\{name\}/,
    ],
    ['try a club', site({ try: 'club.example/clubs/owls' }), /^sites\[0\]\.try: /],
    ['no profile', site({ profile: undefined }), /^sites\[0\]\.profile: is missing/],
    [
      'profile with host',
      site({ profile: 'https://club.example/u/{name}' }),
      /^sites\[0\]\.profile: starts with a slash/,
    ],
    ['profile without name', site({ profile: '/u/name' }), /^sites\[0\]\.profile: holds neither \{name\} nor \{id\}/],
    [
      'profile with a stranger',
      site({ profile: '/u/{user}' }),
      /^sites\[0\]\.profile: "\{user\}" is not a placeholder/,
    ],
    ['profile with half of one', site({ profile: '/u/{name' }), /^sites\[0\]\.profile: "\{name" is not a placeholder/],
    [
      'profile with two names',
      site({ profile: '/{name}/{name}' }),
      /^sites\[0\]\.profile: holds the same placeholder twice/,
    ],
    [
      'profile run together',
      site({ profile: '/{name}{id}' }),
      /^sites\[0\]\.profile: holds two placeholders with nothing between/,
    ],
    ['missing as text', site({ missing: 'div[' }), /^sites\[0\]\.missing: "div\[" is not a CSS selector/],
    ['missing without text', site({ missing: '' }), /^sites\[0\]\.missing: is empty/],
    ['missing as status', site({ missing: 200 }), /^sites\[0\]\.missing: is a CSS selector, or the status/],
    [
      'hidden as value',
      site({ hidden: '.lock@title' }),
      /^sites\[0\]\.hidden: ".lock@title" says which element it is, so "@title" has no place/,
    ],
    ['login', site({ login: true }), /^sites\[0\]\.login: is a CSS selector, or the status/],
    ['no follows', site({ follows: undefined }), /^sites\[0\]\.follows: is missing/],
    ['empty follows', site({ follows: [] }), /^sites\[0\]\.follows: has nothing in it/],
    [
      'page of follows',
      inList({ page: '/u/{id}/clubs' }),
      /^sites\[0\]\.follows\[0\]\.page: uses \{id\}, which the address of a profile does not hold/,
    ],
    ['no list', inList({ list: undefined }), /^sites\[0\]\.follows\[0\]\.list: is missing/],
    ['no item', inList({ item: undefined }), /^sites\[0\]\.follows\[0\]\.item: is missing/],
    ['empty item', inList({ item: '' }), /^sites\[0\]\.follows\[0\]\.item: is empty/],
    ['item as a number', inList({ item: 4 }), /^sites\[0\]\.follows\[0\]\.item: is not text in quotes/],
    [
      'item with a fault',
      inList({ item: 'li:frist' }),
      /^sites\[0\]\.follows\[0\]\.item: "li:frist" is not a CSS selector: Unknown pseudo-class :frist/,
    ],
    [
      'item that breaks off',
      inList({ item: 'li >' }),
      /^sites\[0\]\.follows\[0\]\.item: "li >" is not a CSS selector: something is missing at its end/,
    ],
    [
      'item with combinator and comma',
      inList({ item: '> li, > p' }),
      /^sites\[0\]\.follows\[0\]\.item: starts with a combinator/,
    ],
    ['no link', inList({ link: undefined }), /^sites\[0\]\.follows\[0\]\.link: is missing/],
    ['link with a fault', inList({ link: 'a[@href' }), /^sites\[0\]\.follows\[0\]\.link: "a\[" is not a CSS selector/],
    ['id of a list', inList({ id: 'a::before' }), /^sites\[0\]\.follows\[0\]\.id: /],
    ['title of a list', inList({ title: '.name:' }), /^sites\[0\]\.follows\[0\]\.title: /],
    ['subscribers of a list', inList({ subscribers: ')' }), /^sites\[0\]\.follows\[0\]\.subscribers: /],
    ['next', inList({ next: 'a[rel=next@href' }), /^sites\[0\]\.follows\[0\]\.next: /],
    [
      'next and scroll',
      site({ rendered: true, follows: [{ ...list, empty: '.none', next: 'a', scroll: true }] }),
      /^sites\[0\]\.follows\[0\]\.next: the list has a next page or it scrolls, not both/,
    ],
    [
      'scroll without rendering',
      inList({ scroll: true }),
      /^sites\[0\]\.follows\[0\]\.scroll: only rendered pages scroll: add "rendered": true/,
    ],
    ['scroll as text', inList({ scroll: 'yes' }), /^sites\[0\]\.follows\[0\]\.scroll: is not true or false/],
    ['empty', inList({ empty: '>' }), /^sites\[0\]\.follows\[0\]\.empty: /],
    ['a list can be hidden', inList({ hidden: 99 }), /^sites\[0\]\.follows\[0\]\.hidden: /],
    [
      'unknown in a list',
      inList({ itme: 'li' }),
      /^sites\[0\]\.follows\[0\]: there is no field "itme"; did you mean "item"\?/,
    ],
    [
      'unknown without a likeness',
      inList({ colour: 'red' }),
      /there is no field "colour"; the fields here are page, list, item/,
    ],
    ['no resources', site({ resources: [] }), /^sites\[0\]\.resources: has nothing in it/],
    ['no address', inClub({ address: undefined }), /^sites\[0\]\.resources\[0\]\.address: is missing/],
    [
      'page of a club',
      inClub({ page: '/c/{id}' }),
      /^sites\[0\]\.resources\[0\]\.page: uses \{id\}, which the address of the resource does not hold/,
    ],
    [
      'id of a club',
      inClub({ id: '.id' }),
      /^sites\[0\]\.resources\[0\]\.id: is useless where no list of follows has an "id"/,
    ],
    ['title of a club', inClub({ title: 'h1[' }), /^sites\[0\]\.resources\[0\]\.title: /],
    ['description', inClub({ description: '' }), /^sites\[0\]\.resources\[0\]\.description: is empty/],
    ['open', inClub({ open: 'true' }), /^sites\[0\]\.resources\[0\]\.open: is not true or false/],
    [
      'unknown in a club',
      inClub({ titel: 'h1' }),
      /^sites\[0\]\.resources\[0\]: there is no field "titel"; did you mean "title"\?/,
    ],
    [
      'two clubs alike',
      site({ resources: [club, { address: '/clubs/{id}' }] }),
      /^sites\[0\]\.resources\[1\]\.address: cannot be told from resources\[0\]\.address/,
    ],
    ['posts', inClub({ posts: '.post' }), /^sites\[0\]\.resources\[0\]\.posts: is not an object/],
    ['no item of posts', inPosts({ item: undefined }), /^sites\[0\]\.resources\[0\]\.posts\.item: is missing/],
    ['page of posts', inPosts({ page: '/p/{id}' }), /^sites\[0\]\.resources\[0\]\.posts\.page: uses \{id\}/],
    ['link of posts', inPosts({ link: 'a[' }), /^sites\[0\]\.resources\[0\]\.posts\.link: /],
    ['author', inPosts({ author: '' }), /^sites\[0\]\.resources\[0\]\.posts\.author: is empty/],
    ['date', inPosts({ date: 'time[' }), /^sites\[0\]\.resources\[0\]\.posts\.date: /],
    ['text', inPosts({ text: 5 }), /^sites\[0\]\.resources\[0\]\.posts\.text: is not text in quotes/],
    ['unknown in posts', inPosts({ writer: '.by' }), /^sites\[0\]\.resources\[0\]\.posts: there is no field "writer"/],
    ['unknown in a site', site({ folows: [] }), /^sites\[0\]: there is no field "folows"; did you mean "follows"\?/],
  ])('%s', ([, faults, said]) => {
    expect(faults.join('\n')).toMatch(said);
    expect(faults).toHaveLength(1);
  });
});

const drawn = (changes: Field, more: Field = {}): string[] =>
  site({ rendered: true, follows: [{ ...list, empty: '.none', ...changes }], ...more });

describe('a rendered site', () => {
  test('can be waited for', () => {
    expect(drawn({})).toEqual([]);
    expect(drawn({ empty: undefined })).toEqual([
      expect.stringMatching(/^sites\[0\]\.follows\[0\]\.empty: is missing/),
    ]);
    expect(drawn({}, { resources: [{ address: '/clubs/{name}', description: 'p' }] })).toEqual([
      expect.stringMatching(/^sites\[0\]\.resources\[0\]\.title: is missing/),
    ]);
  });

  test('has selectors that a browser knows', () => {
    const said = /"li:contains\(club\)" cannot be used on a rendered page: browsers do not know ":contains"/;
    expect(drawn({ item: 'li:contains(club)' })).toEqual([expect.stringMatching(said)]);
    expect(inList({ item: 'li:contains(club)' })).toEqual([]);
    expect(drawn({}, { hidden: 'p:icontains(private)' })).toEqual([expect.stringMatching(/^sites\[0\]\.hidden: /)]);
    expect(drawn({ item: 'li:first-child:not(:last-child)' })).toEqual([]);
  });
});

const two = (changes: Field): string[] =>
  faultsOf({
    sites: [whole, { ...whole, id: 'walking-club', title: 'Walking Club', host: 'walks.example', ...changes }],
  });

describe('sites beside each other', () => {
  test('differ in id, title and host', () => {
    expect(two({})).toEqual([]);
    expect(two({ id: 'reading-club' })).toEqual(['sites[1].id: "reading-club" is already the id of sites[0]']);
    expect(two({ title: 'reading club' })).toEqual(['sites[1].title: "reading club" is already the title of sites[0]']);
    expect(two({ host: 'WWW.club.example' })).toEqual([
      'sites[1].host: WWW.club.example is already the host of sites[0]',
    ]);
  });

  test('are all checked, and every fault is told', () => {
    expect(
      faultsOf({
        sites: [
          { ...whole, profile: '/u' },
          { ...whole, rendered: 1, resources: 3 },
        ],
      }),
    ).toEqual([
      'sites[0].profile: holds neither {name} nor {id}',
      'sites[1].rendered: is not true or false',
      'sites[1].resources: is not a list in [ ]',
    ]);
  });
});

async function file(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sites-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'sites.json');
  await writeFile(path, text);
  return path;
}

describe('a sites file', () => {
  test('is read, also with a byte order mark', async () => {
    const [first] = await readSites(await file(`\u{FEFF}${JSON.stringify({ sites: [whole] })}`));
    expect(first).toMatchObject({ id: 'reading-club', host: 'club.example' });
  });

  test('as the README shows it has no fault, and neither has the one among the fixtures', async () => {
    const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
    const [, shown = ''] = /```json\n(\{\s*"sites".*?)```/s.exec(readme) ?? [];
    expect(faultsOf(JSON.parse(shown))).toEqual([]);
    const sites = await readSites(fileURLToPath(new URL('../../fixtures/sites/example/sites.json', import.meta.url)));
    expect(sites.map(({ id }) => id)).toEqual(['garden-forum', 'reading-club']);
  });

  test('that is not there, or no JSON, or wrong is named with what to do', async () => {
    await expect(readSites('nowhere/sites.json')).rejects.toMatchObject({ name: 'UserError', code: 'file_missing' });
    await expect(readSites(tmpdir())).rejects.toMatchObject({ name: 'UserError', code: 'file_unreadable' });
    const broken = await file('{ "sites": [ }');
    await expect(readSites(broken)).rejects.toMatchObject({
      code: 'sites_file',
      where: broken,
      message: expect.stringContaining('it is not JSON') as string,
    });
    const wrong = await file(JSON.stringify({ sites: [{ ...whole, host: 7, pace: {} }] }));
    const error: unknown = await readSites(wrong).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(
      /sites\[0\]\.host: is not text in quotes\n {4}sites\[0\]\.pace\.requests: is missing\n {4}sites\[0\]\.pace\.seconds: is missing\n {2}where: /,
    );
  });
});

describe('networks with recipes', () => {
  const shared = networksWith([recipe(whole)]);

  test('have the recipes first, which decide over their hosts', () => {
    expect(shared.map(({ id }) => id)).toEqual(['reading-club', ...networks.map(({ id }) => id)]);
    expect(networksWith([])).toEqual(networks);
    expect(identifyProfile('https://club.example/u/Anna', shared)).toEqual({
      network: 'reading-club',
      name: 'anna',
      host: 'club.example',
    });
    expect(identifyProfile('https://club.example/@anna', shared)).toEqual({
      reason: 'this Reading Club address names no profile',
    });
    expect(identifyResource('https://club.example/clubs/owls', shared)).toMatchObject({
      network: 'reading-club',
      id: 'clubs/owls',
    });
    expect(identifyResource('https://club.example/u/anna', shared)).toEqual({
      reason: 'this is a profile of Reading Club, not a resource',
    });
    // The site as a whole stays a page of the web.
    expect(identifyResource('https://club.example/', shared)).toMatchObject({ network: 'web', id: 'club.example' });
    expect(identifyProfile('https://mastodon.example/@anna', shared)).toMatchObject({ network: 'mastodon' });
  });

  test('know their own addresses, by each of their spellings, and no others', () => {
    const network = networkOf(whole);
    for (const input of [
      'https://club.example/u/Anna',
      'http://www.CLUB.example/u/anna/',
      'club.example/u/anna?tab=1#top',
      '//club.example/u/anna/clubs',
    ]) {
      expect(network.parseProfile(input), input).toEqual({
        network: 'reading-club',
        name: 'anna',
        host: 'club.example',
      });
    }
    for (const input of [
      'https://other.example/u/anna',
      'anna',
      '@anna',
      'https://me:pass@club.example/u/anna',
      'sub.club.example/u/anna',
      'two words',
    ]) {
      expect(network.parseProfile(input), input).toBeNull();
      expect(network.parseResource(input), input).toBeNull();
    }
    for (const input of ['@Anna', 'anna ', 'https://club.example/u/anna'])
      expect(network.parseHandle(input), input).toMatchObject({ name: 'anna' });
    for (const input of ['', 'Anna Gardner', 'anna@mail.example', 'u/anna'])
      expect(network.parseHandle(input), input).toBeNull();
    for (const { input, profile } of network.examples)
      expect(network.parseProfile(input)).toMatchObject({ name: profile });
    expect(network.aliases).toEqual(['reading-club', 'reading club']);
    expect(network.utmSource({ host: 'club.example' })).toBe('club.example');
  });
});

test('a column headed with the id or the title of a site is its', () => {
  const shared = networksWith([recipe(whole)]);
  const headings = ['Reading Club', 'reading-club', 'READING CLUB url', 'Reading', 'GitHub'];
  const columns = columnsOf(headings, ['profile'], shared, { roles: new Map(), found: new Set() });
  expect(headings.map((_, index) => columns.roleOf(index))).toEqual([
    'network:reading-club',
    'network:reading-club',
    'network:reading-club',
    null,
    'network:github',
  ]);
});

test('the shipped recipes are listed with what they read', () => {
  expect(shippedRecipes()).toEqual([
    {
      like: 'nodebb',
      title: 'NodeBB',
      rendered: false,
      profile: '/user/{name}',
      follows: ['/user/{name}/groups', '/user/{name}/following'],
      resources: ['/groups/{name}', '/user/{name}'],
    },
    {
      like: 'misskey',
      title: 'Misskey',
      rendered: true,
      profile: '/@{name}',
      follows: ['/@{name}/following'],
      resources: ['/@{name}'],
    },
  ]);
});

test('the word that is meant', () => {
  expect(closest('follow', ['follows', 'profile'])).toBe('follows');
  expect(closest('Itme', ['title', 'item'])).toBe('item');
  expect(closest('colour', ['title', 'item'])).toBeNull();
  expect(closest('x', [])).toBeNull();
});
