import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type RunSettings, analyze, readExports, writeReport } from '../../src/index.ts';
import type { RunContext, RunResult } from '../../src/types/run.ts';
import { type ShortenerName, shortenerNames, shortenerVariables } from '../../src/types/short-link.ts';
import { type Served, serve } from '../doubles/serve.ts';
import {
  type ShortenerDouble,
  type ShortenerOptions,
  shortenerDouble,
  shortenerTokens,
} from '../doubles/shorteners.ts';
import { hurriedClock } from '../helpers/clock.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'short-links-'));
  closers.push(() => rm(path, { recursive: true }));
  return path;
}

const article = {
  hosts: ['blog.example', 'xn--90aexm.example'],
  answer: () => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html lang="en"><title>Roses</title><p>Half of all roses die in their first winter.</p></html>',
  }),
};

const follows = ['Anna', 'Boris', 'Chloe'].flatMap((customer) =>
  ['https://garden.example/', 'https://soil.example/'].map((resource) => ({ customer, resource, subscribers: 9000 })),
);
const verdicts = [
  { resource: 'https://garden.example/', verdict: 'keep' },
  { resource: 'https://soil.example/', verdict: 'keep' },
];
const link = 'https://blog.example/roses?edition=2#care';

const atHome: Record<ShortenerName, Record<string, string>> = {
  bitly: {},
  shlink: { shortenAt: 'https://s.example' },
  yourls: { shortenAt: 'https://s.example/' },
  kutt: { shortenAt: 'https://s.example' },
  vk: {},
};

interface Shop {
  name: ShortenerName;
  double: ShortenerDouble;
  served: Served;
  asked: () => string[];
  run: (given?: RunSettings & { context?: RunContext }) => Promise<RunResult>;
}

async function shop(name: ShortenerName, options: ShortenerOptions = {}): Promise<Shop> {
  const double = shortenerDouble(name, options);
  const served = await serve([double, article]);
  closers.push(() => served.close());
  const tokens = new Map([[name, shortenerTokens[name]]]);
  const run: Shop['run'] = ({ context = {}, ...settings } = {}) => {
    return analyze(
      {
        follows,
        verdicts,
        link,
        campaign: 'roses',
        variants: 1,
        shorten: name,
        ...atHome[name],
        connectTo: served.connectTo,
        ...settings,
      },
      { tokens, clock: hurriedClock(), ...context },
    );
  };
  const asked = () => served.asked.filter(({ host }) => double.hosts.includes(host)).map(({ path }) => path);
  return { name, double, served, asked, run };
}

/** How services show the name of a resource and the campaign. */
const shownAs = (title: string): Record<ShortenerName, [string, string[]]> => ({
  bitly: [title, ['roses']],
  shlink: [title, ['roses']],
  yourls: [`${title} (roses)`, []],
  kutt: [`${title} (roses)`, []],
  vk: ['', []],
});

function sorted(long: string): string {
  const url = new URL(long);
  url.searchParams.sort();
  return url.href;
}

const warningsOf = ({ report }: RunResult): string[] => [
  ...new Set(report.teasers.flatMap(({ warnings }) => warnings)),
];

/** Everything that a run wrote, as one text. */
async function writtenIn(path: string): Promise<string> {
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

describe.each(shortenerNames)('%s', (name) => {
  test('makes each link short once, and the state keeps it', async () => {
    const { double, asked, run } = await shop(name);
    const state = join(await folder(), 'state.sqlite');
    const first = await run({ state, variants: 2 });
    expect(first.report.teasers).toHaveLength(4);
    for (const teaser of first.report.teasers) {
      const made = double.links.get(teaser.shortLink ?? '');
      expect(made?.long).toBe(new URL(teaser.link).href);
      expect(teaser.teaser).toContain(teaser.shortLink);
      expect(teaser.teaser).not.toContain(teaser.link);
      expect(teaser.warnings).toEqual([]);
    }
    expect(new Set(first.report.teasers.map(({ shortLink }) => shortLink)).size).toBe(4);
    expect(asked()).toHaveLength(4);
    expect(first.complete).toBe(true);
    const second = await run({ state, variants: 2, maxAge: 0 });
    const again = await writeReport({
      state,
      verdicts,
      link,
      campaign: 'roses',
      variants: 2,
      shorten: name,
      ...atHome[name],
    });
    for (const { report } of [second, again]) {
      expect(report.teasers.map(({ shortLink }) => shortLink)).toEqual(
        first.report.teasers.map(({ shortLink }) => shortLink),
      );
    }
    expect(asked()).toHaveLength(4);
  });

  test('gives names and tags where it has them', async () => {
    const { double, run } = await shop(name);
    await run();
    const named = [...double.links.values()].map(({ title, tags }) => [title, tags]);
    const titles = ['garden.example', 'soil.example'];
    expect(named.toSorted()).toEqual(titles.map((title) => shownAs(title)[name]));
  });

  test('shows its token nowhere', async () => {
    const { run } = await shop(name);
    const output = await folder();
    const events: unknown[] = [];
    const { report } = await run({
      output,
      state: join(output, 'state.sqlite'),
      context: { tokens: new Map([[name, shortenerTokens[name]]]), progress: (event: unknown) => events.push(event) },
    });
    expect(await writtenIn(output)).not.toContain(shortenerTokens[name]);
    expect(JSON.stringify([events, report])).not.toContain(shortenerTokens[name]);
  });

  test('leaves the long link, with the reason, where its token is wrong', async () => {
    const { asked, run } = await shop(name);
    const output = await folder();
    const wrong = 'wrong-token-9876543210';
    const result = await run({ output, context: { tokens: new Map([[name, wrong]]) } });
    const [teaser] = result.report.teasers;
    expect(teaser?.shortLink).toBeNull();
    expect(teaser?.teaser).toContain(teaser?.link);
    expect(warningsOf(result)).toEqual([
      expect.stringMatching(/gives no short link, so the long one stands: .*(?:accept|VK_TOKEN)/),
    ]);
    const reason = result.report.reasons.find(({ what }) => what === 'link');
    expect(reason).toMatchObject({ network: name, status: 'not_reached', remedy: 'renew_token', count: 2 });
    expect(reason?.reason).toContain(shortenerVariables[name]);
    expect(result.complete).toBe(false);
    expect(asked()).toHaveLength(1);
    const written = await writtenIn(output);
    expect(written).toContain('so the long one stands');
    expect(written).not.toContain(wrong);
  });

  test('is not asked without a token', async () => {
    const { asked, run } = await shop(name);
    const { report, complete } = await run({ context: { tokens: new Map() } });
    expect(asked()).toEqual([]);
    expect(report.reasons).toMatchObject([{ what: 'link', remedy: 'set_token', count: 2 }]);
    expect(report.reasons[0]?.reason).toMatch(new RegExp(`^${shortenerVariables[name]} is missing: get one at `));
    expect(complete).toBe(false);
  });

  test('that is down leaves the long links, and is asked again by the next run', async () => {
    let isDown = true;
    const { asked, run } = await shop(name, { first: () => (isDown ? { status: 503, body: '' } : null) });
    const state = join(await folder(), 'state.sqlite');
    const down = await run({ state });
    expect(down.report.teasers.map(({ shortLink }) => shortLink)).toEqual([null, null]);
    expect(down.report.reasons).toMatchObject([{ what: 'link', status: 'not_reached', count: 2 }]);
    expect(down.complete).toBe(false);
    isDown = false;
    const before = asked().length;
    const up = await run({ state });
    expect(up.report.teasers.every(({ shortLink }) => shortLink !== null)).toBe(true);
    expect(up.report.reasons).toEqual([]);
    expect(asked()).toHaveLength(before + 2);
  });

  test('whose allowance ends gives the first wordings, and says why it gives no more', async () => {
    const { run } = await shop(name, { allowance: 2 });
    const result = await run({ variants: 2 });
    const { teasers } = result.report;
    expect(teasers.map(({ variant, shortLink }) => [variant, shortLink !== null])).toEqual([
      [1, true],
      [2, false],
      [1, true],
      [2, false],
    ]);
    expect(warningsOf(result)).toHaveLength(1);
    expect(result.report.reasons).toMatchObject([{ what: 'link', count: 2 }]);
  });

  test('that stores another address than the link is not used', async () => {
    const { asked, run } = await shop(name, { store: (long) => long.replace(/#.*$/, '') });
    const state = join(await folder(), 'state.sqlite');
    const result = await run({ state });
    expect(result.report.teasers.map(({ shortLink }) => shortLink)).toEqual([null, null]);
    expect(warningsOf(result)).toEqual([expect.stringMatching(/: it stored another address than the link\.$/)]);
    expect(result.complete).toBe(true);
    await run({ state });
    expect(asked()).toHaveLength(2);
  });

  test('that writes the parameters in another way is told', async () => {
    const { run } = await shop(name, { store: sorted });
    const result = await run({ link: 'https://blog.example/roses?z=9&edition=caf%C3%A9%20noir#care' });
    expect(result.report.teasers.every(({ shortLink }) => shortLink !== null)).toBe(true);
    expect(warningsOf(result)).toEqual([expect.stringMatching(/ writes the parameters of the link in another order/)]);
  });

  test.each([
    'https://блог.example/розы?ед=2&a=1&a=2#/post/7?tab=2',
    'https://blog.example/?to=https%3A%2F%2Fo.example%2F%3Fx%3D1&q=caf%C3%A9+au%20lait',
    'https://blog.example/a%20b/%D1%80?erid=2Vtz&utm_id=9#!/розы',
  ])('gives %s back as it went', async (long) => {
    const { double, run } = await shop(name);
    const { report } = await run({ link: long });
    for (const teaser of report.teasers) {
      const [before, after] = [new URL(teaser.link), new URL(double.links.get(teaser.shortLink ?? '')?.long ?? '')];
      expect([...after.searchParams]).toEqual([...before.searchParams]);
      expect([after.host, after.pathname, after.hash]).toEqual([before.host, before.pathname, before.hash]);
      const { searchParams, hash } = new URL(long);
      for (const [key, value] of searchParams) expect(after.searchParams.getAll(key)).toContain(value);
      expect(after.hash).toBe(hash);
      expect(after.searchParams.get('utm_content')).toBe(teaser.utmContent);
    }
  });

  test('that answers with something else than a link is not believed', async () => {
    for (const body of ['', '<html></html>', '{}', '{"link":"javascript:alert(1)","shortUrl":7}', '[]', 'null']) {
      const { run } = await shop(name, { first: () => ({ status: 200, body }) });
      const { report } = await run();
      expect(report.teasers.map(({ shortLink }) => shortLink)).toEqual([null, null]);
      expect(report.reasons).toMatchObject([{ what: 'link', status: 'not_reached' }]);
    }
  });
});

test("Bitly's monthly allowance ends the asking", async () => {
  const { asked, run } = await shop('bitly', { allowance: 1 });
  const { report } = await run({ variants: 3 });
  expect(report.reasons).toMatchObject([{ what: 'link', remedy: 'change_plan', count: 5 }]);
  expect(asked()).toHaveLength(2);
});

test('a limit of a minute is waited for, and one request is sent again', async () => {
  let refused = false;
  const busy = { status: 429, body: JSON.stringify({ message: 'RATE_LIMIT_EXCEEDED' }) };
  const { asked, run } = await shop('bitly', {
    first: () => {
      if (refused) return null;
      refused = true;
      return busy;
    },
  });
  const { report } = await run();
  expect(report.teasers.every(({ shortLink }) => shortLink !== null)).toBe(true);
  expect(asked()).toHaveLength(3);
});

test('a server that asks for a long pause is left alone, and says until when', async () => {
  const { asked, run } = await shop('shlink', {
    first: () => ({ status: 429, headers: { 'retry-after': '7200' }, body: '{}' }),
  });
  const { report } = await run();
  expect(asked()).toHaveLength(1);
  expect(report.reasons).toMatchObject([{ what: 'link', remedy: 'wait', retryAt: '2026-11-22T14:00:00.000Z' }]);
});

test.each(['bitly', 'shlink', 'kutt'] as const)('%s makes links of another domain', async (name) => {
  const { double, run } = await shop(name);
  const { report } = await run({ shortDomain: 'Go.Example' });
  expect(report.teasers.every(({ shortLink }) => shortLink?.startsWith('https://go.example/'))).toBe(true);
  expect([...double.links.values()].every(({ domain }) => domain === 'go.example')).toBe(true);
});

test('a server on a private address is asked only where --connect-to names it', async () => {
  const { asked, run } = await shop('shlink');
  const { report } = await run({ shortenAt: 'https://127.0.0.1', connectTo: {} });
  expect(asked()).toEqual([]);
  expect(report.reasons).toMatchObject([{ what: 'link', reason: 'this is not a public address' }]);
});

test.each([
  [{ shorten: 'shlink' }, 'name your server of Shlink with shortenAt'],
  [{ shorten: 'yourls' }, 'name your server of YOURLS with shortenAt'],
  [{ shorten: 'bitly', shortenAt: 'https://s.example' }, 'Bitly has no servers of your own'],
  [{ shorten: 'vk', shortDomain: 'go.example' }, 'vk.cc has one domain only'],
  [{ shortenAt: 'https://s.example' }, 'it says nothing without shorten'],
  [{ shortDomain: 'go.example' }, 'it says nothing without shorten'],
] as const)('%o is refused before anybody is asked', async (given, message) => {
  await expect(analyze({ follows, link, ...given })).rejects.toThrow(message);
});

const card = (title: string, description: string): string =>
  `<div class="tgme_page"><div class="tgme_page_title"><span>${title}</span></div><div class="tgme_page_extra">12 000 subscribers</div><div class="tgme_page_description">${description}</div></div>`;

test('a page whose rules refuse short links gets the long one, and nobody is asked for it', async () => {
  const channels: Record<string, string> = {
    '/slates': card('Slates', 'A letter on roofs. No URL shorteners, please.'),
    '/gutters': card('Gutters', 'A letter on gutters. Short links are fine.'),
  };
  const telegram = {
    hosts: ['t.me'],
    answer: ({ path }: { path: string }) => ({
      status: channels[path] ? 200 : 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: channels[path] ?? '',
    }),
  };
  const double = shortenerDouble('bitly', {});
  const served = await serve([double, article, telegram]);
  closers.push(() => served.close());
  const { report } = await analyze(
    {
      follows: Object.keys(channels).flatMap((path) =>
        ['Anna', 'Boris'].map((customer) => ({ customer, resource: `https://t.me${path}` })),
      ),
      thirdParty: 'ignore',
      link,
      variants: 1,
      shorten: 'bitly',
      connectTo: served.connectTo,
    },
    { clock: hurriedClock(), tokens: new Map([['bitly', shortenerTokens.bitly]]) },
  );
  const teasers = new Map(report.teasers.map((teaser) => [teaser.resource, teaser]));
  expect(teasers.get('gutters')?.shortLink).toMatch(/^https:/);
  const slates = teasers.get('slates');
  expect(slates).toMatchObject({ shortLink: null, warnings: [expect.stringContaining('No URL shorteners, please.')] });
  expect(slates?.teaser).toContain(slates?.link);
  expect(served.asked.filter(({ path }) => path === '/v4/bitlinks')).toHaveLength(1);
});

test('without a link nobody is asked', async () => {
  const { served, run } = await shop('bitly');
  await run({ link: null });
  expect(served.asked).toEqual([]);
});

test('statistics of the short links are told apart from visits', async () => {
  const { run } = await shop('shlink');
  const output = await folder();
  const { report } = await run({ output });
  const [one, two] = report.teasers;
  const visits = `Session manual ad content,Sessions,Key events\n${one?.utmContent},40,4\n${two?.utmContent},9,1\n`;
  const data = report.teasers.map(({ shortLink, link: longUrl }, at) => ({
    shortCode: shortLink?.split('/').at(-1),
    shortUrl: shortLink,
    longUrl,
    visitsSummary: { total: 60 + at, nonBots: 50 + at, bots: 10 },
    tags: ['roses'],
  }));
  const files = { visits: join(output, 'ga4.csv'), clicks: join(output, 'shlink.json') };
  await writeFile(files.visits, visits);
  await writeFile(files.clicks, JSON.stringify({ shortUrls: { data } }));
  const results = await readExports(Object.values(files), { teasers: join(output, 'teasers.csv') });
  expect(results.results.map(({ utmContent, visits: count }) => [utmContent, count])).toEqual([
    [one?.utmContent, 40],
    [two?.utmContent, 9],
  ]);
  expect(results.clicks.map(({ shortLink, clicks }) => [shortLink, clicks])).toEqual([
    [one?.shortLink, 50],
    [two?.shortLink, 51],
  ]);
});
