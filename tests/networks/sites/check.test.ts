import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CheckedSite, checkSite, checkSites } from '../../../src/library/check-sites.ts';
import { siteNetwork } from '../../../src/networks/sites/site-network.ts';
import type { Graph } from '../../doubles/graph.ts';
import { misskeyWeb } from '../../doubles/misskey-web.ts';
import { nodebbDouble } from '../../doubles/nodebb.ts';
import { serve } from '../../doubles/serve.ts';
import { openClient } from '../web-client.ts';
import { medium, pagesWeb, person, recipe } from './sites.ts';

const host = 'forum.garden.example';
const graph: Graph = {
  people: [
    person('anna', ['growers', ...Array.from({ length: 60 }, (_, index) => `reader${index}`)]),
    person('boris', []),
    person('carol', [], 'gone'),
  ],
  media: [
    medium('growers', { title: 'Growers' }),
    ...Array.from({ length: 60 }, (_, index) => medium(`reader${index}`)),
  ],
};
const double = nodebbDouble(graph, { groups: ['growers'] });
const forum = { id: 'garden-forum', title: 'Garden Forum', host, like: 'nodebb', try: `https://${host}/user/anna` };

async function check(site: Record<string, unknown>, profile: string | null): Promise<CheckedSite> {
  const read = recipe(site);
  return checkSite(read, profile, (await openClient(siteNetwork(read), double)).through);
}

const parts = ({ pages }: CheckedSite) => pages.map(({ part, result }) => `${part} ${result}`);
const found = ({ pages }: CheckedSite, part: string) =>
  Object.fromEntries(
    (pages.find((page) => page.part === part)?.selectors ?? []).map(({ field, count, samples }) => [
      field,
      [count, ...samples],
    ]),
  );

describe('a check of one site', () => {
  test('shows what each selector finds, what comes of it and how the list goes on', async () => {
    const result = await check(forum, `https://${host}/user/anna`);
    expect(result.problems).toEqual([]);
    expect(parts(result)).toEqual([
      'follows[0] read',
      'follows[1] read',
      'resources[0] read',
      'resources[0].posts read',
      'resources[1] read',
      'resources[1].posts read',
    ]);
    const [groups, users, group, posts] = result.pages;
    expect(groups).toMatchObject({ address: `https://${host}/user/anna/groups`, next: null, otherLinks: 0 });
    expect(groups?.resources.map(({ id, subscribers }) => [id, subscribers])).toEqual([['groups/growers', 12_345]]);
    expect(users?.resources).toHaveLength(50);
    expect(users?.next).toBe(`https://${host}/user/anna/following?page=2`);
    expect(found(result, 'follows[1]')).toMatchObject({
      item: [50, 'A reader0 @reader0', 'A reader1 @reader1'],
      link: [50, `https://${host}/user/reader0`, `https://${host}/user/reader1`],
      id: [50, '4', '5'],
      title: [50, 'reader0', 'reader1'],
      next: [1, `https://${host}/user/anna/following?page=2`],
      login: [0],
    });
    expect(group?.facts).toMatchObject({ title: 'Growers', subscribers: 12_345 });
    expect(found(result, 'resources[0]')).toMatchObject({
      title: [1, 'Growers'],
      subscribers: [1, '12,345'],
      description: [1, 'All about Growers'],
    });
    expect(posts?.posts).toHaveLength(5);
    expect(found(result, 'resources[0].posts')).toMatchObject({
      item: [5, expect.any(String), expect.any(String)],
      author: [5, `https://${host}/user/writer0`, `https://${host}/user/writer1`],
      date: [5, '2026-11-20T12:00:00.000Z', '2026-11-20T11:00:00.000Z'],
    });
  });

  test('says what is wrong in words, with the field', async () => {
    const own = { ...forum, like: 'nodebb' };
    const [clubs, following] = recipe(own).follows;
    const [group, user] = recipe(own).resources;
    const spoilt = {
      ...own,
      follows: [
        { ...clubs, title: '.nothing', subscribers: '.neither' },
        { ...following, list: '#members' },
      ],
      resources: [{ ...group, subscribers: 'h3', posts: { ...group?.posts, date: 'a.topic-title' } }, user],
    };
    const result = await check(spoilt, `https://${host}/user/anna`);
    expect(parts(result)).toEqual([
      'follows[0] read',
      'follows[1] failed',
      'resources[0] read',
      'resources[0].posts read',
    ]);
    expect(result.problems).toEqual([
      'resources[1]: no list of this profile shows one, so it was not tried',
      'follows[0].title: nothing on the page matches ".nothing"',
      'follows[0].subscribers: nothing on the page matches ".neither"',
      expect.stringContaining('follows[1]: the page does not match the recipe: nothing on it matches "#members"'),
      'resources[0].subscribers: no number could be read reliably',
      'resources[0].posts.date: 5 of 5 posts have no date that can be read',
    ]);
    expect(found(result, 'follows[1]')).toMatchObject({ list: [0], item: [0], login: [0] });
  });

  test('says which parts it could not try', async () => {
    const quiet = nodebbDouble(
      { people: [person('anna', ['growers'])], media: [medium('growers', { outside: 0, own: 0 })] },
      { groups: ['growers'] },
    );
    const { through } = await openClient(siteNetwork(recipe(forum)), quiet);
    expect((await checkSite(recipe(forum), `https://${host}/user/anna`, through)).problems).toEqual([
      'resources[1]: no list of this profile shows one, so it was not tried',
      'follows[1]: it is empty here, so the selectors inside its items were not tried',
      'resources[0].posts: it is empty here, so the selectors inside its items were not tried',
    ]);
  });

  test('tells links that lead to no resource', async () => {
    const [, user] = recipe(forum).resources;
    const result = await check({ ...forum, resources: [user] }, `https://${host}/user/anna`);
    expect(result.pages[0]).toMatchObject({ resources: [], otherLinks: 1 });
    expect(result.problems).toContain('follows[0]: none of its 1 links leads to an address of resources');
  });

  test.for([
    [
      'carol',
      'not_found',
      'follows[0]: not found: Garden Forum shows no such page: it may be misspelt, renamed or deleted',
    ],
    ['boris', 'read', 'resources[0]: no list of this profile shows one, so it was not tried'],
  ] as const)('on %s: %s', async ([name, result, problem]) => {
    const site = await check(forum, `https://${host}/user/${name}`);
    expect(site.pages[0]?.result).toBe(result);
    expect(site.problems).toContain(problem);
  });

  test('without a profile, or with something that is none, asks nobody', async () => {
    const web = pagesWeb({});
    expect((await checkSite(recipe(forum), null, web)).problems).toEqual([
      expect.stringContaining('no profile was tried'),
    ]);
    expect((await checkSite(recipe(forum), `https://${host}/groups/growers`, web)).problems).toEqual([
      `https://${host}/groups/growers is not a profile of this site: those are at ${host}/user/{name}`,
    ]);
    expect(web.asked).toEqual([]);
  });

  test('of rendered pages is the same', async () => {
    const misskey = misskeyWeb(graph);
    const paths = ['/@anna/following', '/@growers'];
    const web = pagesWeb(
      Object.fromEntries(paths.map((path) => [`https://misskey.garden.example${path}`, misskey.drawn(path)])),
    );
    const site = recipe({ id: 'garden-misskey', host: 'misskey.garden.example', like: 'misskey' });
    const result = await checkSite(site, 'https://misskey.garden.example/@anna', web);
    expect(result.problems).toEqual([]);
    expect(found(result, 'follows[0]')).toMatchObject({
      item: [61, expect.any(String), expect.any(String)],
      empty: [0],
      hidden: [0],
    });
  });
});

async function file(sites: unknown[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sites-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'sites.json'), JSON.stringify({ sites }));
  return join(folder, 'sites.json');
}

describe('a check of a file', () => {
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const other = { ...forum, id: 'other-forum', title: 'Other Forum', host: 'other.example', try: undefined };

  test('asks through the client as the settings say, and tries each site on its own profile', async () => {
    const served = await serve([double]);
    onTestFinished(() => served.close());
    const connectTo = Object.entries(served.connectTo).map(([name, origin]) => `${name}=${origin}`);
    const settings = { connectTo };
    const path = await file([forum, other]);
    const [first, second] = await checkSites(path, settings, { clock });
    expect(first).toMatchObject({ id: 'garden-forum', profile: forum.try, problems: [] });
    expect(second).toMatchObject({ id: 'other-forum', profile: null, pages: [] });
    expect(served.asked[0]?.path).toBe('/robots.txt');
    const alone = await checkSites(path, settings, { clock }, `${host}/user/boris`);
    expect(alone.map(({ id, profile }) => [id, profile])).toEqual([['garden-forum', `${host}/user/boris`]]);
    await expect(checkSites(path, settings, { clock }, 'https://third.example/user/anna')).rejects.toMatchObject({
      code: 'setting',
      message: expect.stringContaining(`(${host}, other.example)`) as string,
    });
  });

  test('ends before anybody is asked where the file is wrong', async () => {
    const path = await file([{ ...forum, rendered: 'no' }]);
    await expect(checkSites(path, {}, { clock })).rejects.toMatchObject({
      code: 'sites_file',
      where: path,
    });
  });
});
