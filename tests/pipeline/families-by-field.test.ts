import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../src/types/report.ts';
import type { Exchange } from '../networks/fixture-web.ts';
import { replay } from '../networks/replay.ts';

// Pages of one publisher on X, GitHub and SoundCloud, which have one field for a site (GitHub one more, for X).

const folder = mkdtempSync(join(tmpdir(), 'families-by-field-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Page {
  title?: string;
  description?: string;
  /** What stands in the field for the own site. */
  site?: string;
  /** What stands in GitHub's field for X. */
  onX?: string;
}

const pages: Record<'x' | 'github' | 'soundcloud', Record<string, Page>> = {
  x: {
    plumline: { title: 'Plumline', site: 'https://github.com/plumline' },
    quillfen: { title: 'Quill Fen', site: 'http://www.SoundCloud.com/Quill-Fen/?utm_source=x' },
    millrace: { title: 'Millrace', site: 'https://github.com/millrace' },
    otterburn: { title: 'Otterburn fan club (unofficial)', site: 'https://github.com/otterburn' },
    sorrelpost: { title: 'Sorrel Post', description: 'Our friends: https://soundcloud.com/tansy-radio' },
    dunnockpress: { title: 'Dunnock Press', site: 'https://dunnock.example/' },
    hazelnorth: { title: 'Hazel North', site: 'https://github.com/hazel-works' },
    hazelsouth: { title: 'Hazel South', site: 'https://github.com/hazel-works' },
    fennelmag: { title: 'Fennel', site: 'https://github.com/fennel-magazine' },
  },
  github: {
    plumline: { title: 'Plumline', onX: 'Plumline' },
    millrace: { title: 'Millrace', onX: 'millrace_dev' },
    otterburn: { title: 'Otterburn', onX: 'otterburn' },
    'hazel-works': { title: 'Hazel', site: 'x.com/hazelnorth', onX: 'hazelsouth' },
    'sedge-band': { title: 'Sedge', site: 'https://soundcloud.com/sedge' },
    fennelmagazine: { title: 'Fennel', onX: 'fennelmag' },
  },
  soundcloud: {
    'quill-fen': { title: 'Quill Fen', site: 'https://twitter.com/quillfen' },
    sedge: { title: 'Sedge', site: 'github.com/sedge-band' },
    'tansy-radio': { title: 'Tansy Radio', description: 'Our friends: https://x.com/sorrelpost' },
    dunnockpress: { title: 'Dunnock Press', site: 'https://dunnock.example/' },
  },
};

/** Of its own for every page: rows are told apart by it. */
const idOf = (network: keyof typeof pages, name: string): number =>
  1000 * (1 + Object.keys(pages).indexOf(network)) + Object.keys(pages[network]).indexOf(name);

const onX = (): Exchange[] => {
  const data = Object.entries(pages.x).map(([username, { title, description = '', site }]) => ({
    id: String(idOf('x', username)),
    username,
    name: title,
    description,
    public_metrics: { followers_count: 9000, following_count: 10 },
    ...(site !== undefined && {
      url: 'https://t.co/Ab12Cd34Ef',
      entities: { url: { urls: [{ url: 'https://t.co/Ab12Cd34Ef', expanded_url: site }] } },
    }),
  }));
  return ['https://api.x.com/2/users/by', 'https://api.x.com/2/users'].map((address) => ({
    request: `GET ${address}`,
    status: 200,
    body: { data },
  }));
};

const onGithub = (): Exchange[] =>
  Object.entries(pages.github).flatMap(([login, { title, description, site = '', onX: handle = null }]) => {
    const body = {
      id: idOf('github', login),
      login,
      name: title,
      bio: description,
      blog: site,
      twitter_username: handle,
      followers: 9000,
    };
    return [`users/${login}`, `user/${idOf('github', login)}`].map((path) => ({
      request: `GET https://api.github.com/${path}`,
      status: 200,
      body,
    }));
  });

const onSoundcloud = (): Exchange[] => {
  const users = Object.entries(pages.soundcloud).map(([permalink, { title, description, site }]) => ({
    urn: `soundcloud:users:${idOf('soundcloud', permalink)}`,
    username: title,
    permalink,
    description,
    website: site,
    followers_count: 9000,
  }));
  const token = { access_token: 'token-of-the-test', expires_in: 3599 };
  return [
    { request: 'POST https://secure.soundcloud.com/oauth/token', status: 200, body: token },
    { request: 'GET https://api.soundcloud.com/users', status: 200, body: { collection: users } },
    ...users.flatMap((user): Exchange[] => {
      const address = encodeURIComponent(`https://soundcloud.com/${user.permalink}`);
      const location = `https://api.soundcloud.com/users/${user.urn}`;
      return [
        {
          request: `GET https://api.soundcloud.com/resolve?url=${address}`,
          status: 302,
          headers: { location },
          body: {},
        },
        { request: `GET ${location}`, status: 200, body: user },
      ];
    }),
  ];
};

const hosts = { x: 'x.com', github: 'github.com', soundcloud: 'soundcloud.com' };

/** Every page is followed by one client of its own, and by one whom all share. */
const follows = Object.entries(pages).flatMap(([network, named]) =>
  Object.keys(named).flatMap((name) => {
    const address = `https://${hosts[network as keyof typeof hosts]}/${name}`;
    return [`common,${address}\n`, `of ${network} ${name},${address}\n`];
  }),
);

describe('what fields of X, GitHub and SoundCloud prove', () => {
  let rows: Map<string, Row>;
  beforeAll(async () => {
    const path = join(folder, 'follows.csv');
    writeFileSync(path, `customer,resource\n${follows.join('')}`);
    const replayed = await replay('', [...onX(), ...onGithub(), ...onSoundcloud()], {
      follows: path,
      thirdParty: 'ignore',
      xBudget: 5,
      tokens: { x: 'token-of-the-test', soundcloud: 'id:secret' },
    });
    rows = new Map([...replayed.rows.values()].map((row) => [row.url.toLowerCase().replace('https://', ''), row]));
  });

  const row = (address: string): Row => {
    const found = rows.get(address);
    if (!found) throw new Error(`no row of ${address}`);
    return found;
  };

  test.each([
    ['x.com/plumline', 'github.com/plumline'],
    ['x.com/quillfen', 'soundcloud.com/quill-fen'],
    ['github.com/sedge-band', 'soundcloud.com/sedge'],
  ])('%s and %s name each other: one family with all their clients', (one, other) => {
    expect(row(one).family).not.toBeNull();
    expect(row(other).family).toBe(row(one).family);
    expect([row(one), row(other)]).toMatchObject([
      { familyCustomers: 3, familyHints: [], customers: 2 },
      { familyCustomers: 3, familyHints: [], customers: 2 },
    ]);
  });

  test.each([
    ['the other names another account', 'x.com/millrace', ['https://github.com/millrace']],
    ['a fan club names nobody', 'github.com/otterburn', ['https://x.com/otterburn']],
    ['friends', 'x.com/sorrelpost', []],
    ['the same site', 'x.com/dunnockpress', []],
    ['branches with one head', 'x.com/hazelnorth', ['https://github.com/hazel-works']],
    ['branches with one head', 'x.com/hazelsouth', ['https://github.com/hazel-works']],
    ['an address that is only alike', 'x.com/fennelmag', ['https://github.com/fennelmagazine']],
  ])('%s: %s is in no family', (_, page, hints) => {
    expect(row(page)).toMatchObject({ family: null, familyCustomers: null });
    expect(row(page).familyHints.map(({ url }) => url)).toEqual(hints);
  });
});
