import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { identify } from '../../src/library/identify.ts';
import { closedNetworks } from '../../src/networks/closed/index.ts';
import { networks } from '../../src/networks/index.ts';
import { parseUrl } from '../../src/networks/kit/address.ts';
import { isHostOf } from '../../src/text/hosts.ts';
import { columnsOf } from '../../src/tables/headings.ts';
import type { AnyNetwork, Network } from '../../src/types/network.ts';
import type { Graph } from '../doubles/graph.ts';
import { doubleOf, doubles } from '../doubles/index.ts';
import { exchangesOf } from './fixture-web.ts';
import { examinedAt, factsOf, listOf, throughClient, type Trouble, type Walked } from './walk.ts';

const open = networks.filter((network): network is Network => !network.closed);
const closed = networks.filter((network) => network.closed);
const written = JSON.parse(readFileSync(new URL('../fixtures/addresses/addresses.json', import.meta.url), 'utf8')) as {
  input: string;
  network: string | null;
}[];

/** Networks without hosts of their own, which are asked last, may claim what others have claimed before. */
const mayBeAnywhere = ({ hosts }: AnyNetwork): boolean => hosts.length === 0;

const identifies = (network: AnyNetwork, input: string): boolean =>
  network.parseProfile(input) !== null || network.parseResource(input) !== null;

const path = (relative: string): URL => new URL(relative, import.meta.url);

describe('the list', () => {
  test('ids, aliases and titles are of one network each', () => {
    const ids = networks.map(({ id }) => id);
    const aliases = networks.flatMap((network) => network.aliases);
    const titles = networks.map(({ title }) => title);
    for (const words of [ids, aliases, titles]) expect(words).toEqual([...new Set(words)]);
    // An id is a CSV cell, a file name, a fixture folder and a word for --column.
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*$/);
    for (const title of titles) expect(title.trim()).toMatch(/^\S.*$/);
  });

  test('every alias heads a column, alone and with a word that says what is in it', () => {
    for (const { id, aliases } of networks) {
      const headings = aliases.flatMap((alias) => [alias.toUpperCase(), `${alias} URL`]);
      const columns = columnsOf(headings, ['profile'], networks, { roles: new Map(), found: new Set() });
      const roles = headings.map((heading, index) => [heading, columns.roleOf(index)]);
      expect(roles).toEqual(headings.map((heading) => [heading, `network:${id}`]));
    }
  });

  test('what may be anywhere comes last: the fediverse, feeds, the web', () => {
    expect(networks.slice(-3).map(({ id }) => id)).toEqual(['mastodon', 'feed', 'web']);
    expect(networks.filter(mayBeAnywhere)).toEqual(networks.slice(-3));
  });
});

test('a documented window has a source and the day on which that was read', () => {
  for (const { pause } of open) {
    if (!pause) continue;
    expect(pause.seconds).toBeGreaterThanOrEqual(60);
    expect(pause.source).toMatch(/^https:\/\//);
    expect(pause.read).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

describe.each(networks)('$id', (network) => {
  const { id } = network;

  test('its file or folder has its name, or it is listed in closed/', () => {
    const own = [`${id}.ts`, `${id}/index.ts`].some((file) => existsSync(path(`../../src/networks/${file}`)));
    expect(own || closedNetworks.some((each) => each.id === id)).toBe(true);
  });

  test('its examples are its own, and say what the parser does', () => {
    const withHosts = networks.filter((each) => each === network || !mayBeAnywhere(each));
    for (const { input, profile } of network.examples) {
      const claims = withHosts.flatMap((each) => {
        const named = each.parseProfile(input);
        return named && 'name' in named ? [[each.id, named.network, named.name]] : [];
      });
      expect([input, claims]).toEqual([input, profile === null ? [] : [[id, id, profile]]]);
      const { kind, name } = identify(input);
      expect([input, kind === 'profile' ? name : null]).toEqual([input, profile]);
    }
    expect(network.examples.some(({ profile }) => profile !== null)).toBe(!['feed', 'web'].includes(id));
  });

  test.skipIf(mayBeAnywhere(network))('its hosts are those where it knows addresses, and nobody else knows any', () => {
    const hosts = network.hosts.map((host) => host.replace('*', 'anna').replaceAll('?', 'a'));
    for (const host of hosts) {
      const known = ['', 'anna', '@anna'].flatMap((page) =>
        networks
          .filter((each) => identifies(each, `https://${host}/${page}`) && each.id !== 'web')
          .map((each) => each.id),
      );
      expect([host, [...new Set(known)]]).toEqual([host, [id]]);
    }
    const addresses = [...network.examples, ...written.filter((row) => row.network === id)]
      .map(({ input }) => input)
      .filter((input) => /^https?:/.test(input));
    expect(addresses.filter((input) => !isHostOf(parseUrl(input)?.hostname ?? '', network.hosts))).toEqual([]);
  });

  test('a resource, opened at its own address, is the same resource', () => {
    const inputs = [...network.examples, ...written.filter((row) => row.network === id)].map(({ input }) => input);
    let resources = 0;
    for (const input of inputs) {
      const resource = network.parseResource(input);
      if (!resource || 'reason' in resource) continue;
      resources += 1;
      const again = network.parseResource(resource.url);
      expect([input, again]).toMatchObject([
        input,
        { network: id, name: resource.name, id: resource.id, host: resource.host },
      ]);
      expect(`${resource.name} ${resource.id ?? ''}`, input).not.toMatch(/^[=+@-]|\s[=+@-]/);
      expect(new URL(resource.url).protocol, input).toMatch(/^https?:$/);
    }
    expect(resources).toBeGreaterThan(0);
  });

  // A bare name on Reddit is taken for a community's, though accounts have such names, too.
  test.skipIf(id === 'reddit')('the page of a name that one of its addresses holds is the same resource', () => {
    for (const { input } of [...network.examples, ...written.filter((row) => row.network === id)]) {
      const resource = network.parseResource(input);
      const page = resource && 'name' in resource ? network.pageOf(resource.name) : null;
      const again = page === null ? resource : network.parseResource(page);
      const named = again && 'name' in again ? again.name : null;
      expect([input, named]).toEqual([input, resource && 'name' in resource ? resource.name : null]);
    }
  });

  test('a link on it is tagged with a source, the same for every case of its host', () => {
    const source = network.utmSource({ host: 'meadow.example' });
    expect(source).toMatch(/^[a-z0-9.-]+\.[a-z]+$/);
  });

  test('the number of its users has a date and a source', () => {
    const { count, asOf, source } = network.accounts ?? { count: 1001, asOf: '2026', source: 'https://nobody.example' };
    expect(count).toBeGreaterThan(1000);
    expect(asOf).toMatch(/^20\d\d(?:-[01]\d(?:-[0-3]\d)?)?$/);
    expect(new URL(source).protocol).toBe('https:');
  });
});

describe.each(closed)('$id, which cannot be read,', ({ closed: reasons }) => {
  test('says why and what to bring in half a sentence each', () => {
    for (const text of [reasons?.reason, reasons?.whatToDo]) expect(text).toMatch(/^[a-z].{15,160}[a-z.]$/);
    expect(reasons?.reason).not.toMatch(/\.$/);
    expect(reasons?.whatToDo).toMatch(/follows\.csv$/);
  });
});

// ------------------------------------------------------------------ what can be read

/** Three people whose lists are whole, of one page and a bit, and empty; one who hides it, one who is not there. */
function graphFor({ batch }: Network): Graph {
  const media = Array.from({ length: Math.min(batch.follows, 1000) + 3 }, (_, index) => ({
    name: `media${index}`,
    title: `Media ${index}`,
    subscribers: 5000 + index,
    outside: 3,
    own: 2,
  }));
  const names = media.map(({ name }) => name);
  return {
    media,
    people: [
      { name: 'reader', follows: names.slice(0, 3), state: 'open' },
      { name: 'collector', follows: names, state: 'open' },
      { name: 'newcomer', follows: [], state: 'open' },
      { name: 'hermit', follows: names.slice(0, 3), state: 'hidden' },
      { name: 'nobody', follows: [], state: 'gone' },
    ],
  };
}

const json = (status: number, body: unknown): Trouble['answer'] => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Answers of no shape that a network has ever had. */
const otherShapes: [string, Trouble['answer']][] = [
  ['an object of other fields', json(200, { surprise: [{ nothing: 'known' }] })],
  ['a list of other things', json(200, [{ surprise: true }, 7, null])],
  ['a word', json(200, 'maintenance')],
  ['null', json(200, null)],
  [
    'half an answer',
    { status: 200, headers: { 'content-type': 'application/json' }, body: '{"response":{"count":1,"it' },
  ],
  ['nothing', { status: 200, headers: { 'content-type': 'application/json' }, body: '' }],
  [
    'a page',
    { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sorry</title><p>Back soon' },
  ],
];
const tooMany: Trouble['answer'] = { ...json(429, { error: 'Too many requests' }) };
const down: Trouble['answer'] = { status: 503, body: 'Service Unavailable' };

/** How it ended; `whole` also where the network found another way to the same list. */
function outcomeOf(walked: Walked, whole: Walked): string {
  if (walked.status !== 'read') return walked.error ?? walked.status;
  return idsIn(walked).size === idsIn(whole).size ? 'whole' : 'a shorter list';
}

const idsIn = ({ resources }: Walked): Set<string> => new Set(resources.map(({ id }) => id));

test('every network that can be read has a double, and nobody else', () => {
  expect(Object.keys(doubles).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
});

describe.each(open)('$id, which can be read,', (network) => {
  const { id } = network;
  const graph = graphFor(network);
  const hasLists = network.resourcesOnly === undefined;
  const hasProfiles = network.examples.some(({ profile }) => profile !== null);
  const { hidesNobody = false } = doubleOf(id, graph);

  const walk = async (
    person: string,
    trouble?: Trouble,
    from: string | null = null,
  ): Promise<Walked & { asked: number }> => {
    const double = doubleOf(id, graph);
    return throughClient(
      network,
      double,
      async (web, requests) => ({ ...(await listOf(network, double.addressOf(person), web, from)), asked: requests() }),
      trouble,
    );
  };

  test('says how fast and how much at once it may be asked, and where its token is got', () => {
    expect(network.paces.length).toBeGreaterThan(0);
    for (const { requests, seconds } of network.paces) expect(requests > 0 && seconds > 0).toBe(true);
    for (const most of [network.concurrency, ...Object.values(network.batch)]) {
      expect(Number.isInteger(most) && most > 0, JSON.stringify(network.batch)).toBe(true);
    }
    const { variable, where } = network.token ?? { variable: 'NONE', where: 'https://none.example' };
    expect(variable).toMatch(/^[A-Z][A-Z0-9_]+$/);
    // Behind the address may stand in brackets what to get there.
    expect(where).toMatch(/^https:\/\/[\w./?=&-]+(?: \([^()]+\))?$/);
    expect(network.cost?.(10, 250) ?? 0).toBeGreaterThan(network.budget ? 0 : -1);
  });

  test('its recorded cases are requests with answers', () => {
    const cases = path(`../fixtures/${id}/`);
    for (const folder of existsSync(cases) ? readdirSync(cases) : []) {
      for (const { request, status } of exchangesOf(id, folder)) {
        expect([folder, request]).toEqual([folder, expect.stringMatching(/^(?:GET|POST) https:\/\/\S+/)]);
        expect(status).toBeGreaterThanOrEqual(200);
      }
    }
  });

  test.runIf(hasLists)('ok: every follow of the list, each with an address, and what it is', async () => {
    const double = doubleOf(id, graph);
    await throughClient(network, double, async (web) => {
      const read = await listOf(network, double.addressOf('reader'), web);
      expect(read).toMatchObject({ status: 'read', error: null });
      expect(idsIn(read).size).toBe(3);
      const facts = await factsOf(network, read.resources, web);
      expect(new Set(facts.keys())).toEqual(idsIn(read));
      for (const { id: resource, url, network: of } of read.resources) {
        expect(of).toBe(id);
        expect(url).toMatch(/^https:\/\//);
        expect(facts.get(resource)).toMatchObject({ exists: true, subscribers: expect.any(Number) });
      }
    });
  });

  const examine = async (trouble?: Trouble) => {
    const double = doubleOf(id, graph);
    return throughClient(
      network,
      double,
      async (web, requests) => ({ ...(await examinedAt(network, double.addressOf('media0'), web)), asked: requests() }),
      trouble,
    );
  };

  test('an imported address is the same resource as the one that is followed, with facts', async () => {
    const found = await examine();
    expect(found).toMatchObject({
      resource: { network: id },
      facts: { exists: true },
    });
    // Nobody counts who has subscribed to a feed.
    expect(typeof found.facts?.subscribers).toBe(id === 'feed' ? 'object' : 'number');
    const { resources } = hasProfiles ? await walk('reader') : { resources: [] };
    expect(resources.length === 0 || resources.some((each) => each.id === found.resource?.id)).toBe(true);
    expect(network.parseResource(found.resource?.url ?? '')).toMatchObject({ network: id });
    expect(['read', 'hidden']).toContain(found.ended);
  });

  test('a resource whose answers are late, refused or of another shape is no error of another kind', async () => {
    const { asked } = await examine();
    const told = [
      'read',
      'not there',
      'hidden',
      'not_found',
      'needs_login',
      'Unreachable',
      'UnexpectedAnswer',
      'Stopped',
    ];
    for (const [what, answer] of [...otherShapes, ['too many', tooMany] as const, ['down', down] as const]) {
      for (let at = 0; at < asked; at += 1) {
        expect(told, `${what} at request ${at}`).toContain((await examine({ at, answer })).ended);
      }
    }
  });

  test.runIf(hasLists)(
    'two pages: all of a list that is longer than a page, and its rest from where a page ended',
    async () => {
      const whole = await walk('collector');
      expect(whole).toMatchObject({ status: 'read', error: null });
      expect(idsIn(whole).size).toBe(graph.media.length);
      for (const next of whole.next) {
        const rest = await walk('collector', undefined, next);
        expect(rest).toMatchObject({ status: 'read', error: null });
        expect(rest.resources.length).toBeLessThan(whole.resources.length);
      }
    },
  );

  test.runIf(hasLists)('empty: somebody who follows nobody is read', async () => {
    expect(await walk('newcomer')).toMatchObject({ status: 'read', error: null, resources: [] });
  });

  test.runIf(hasLists && !hidesNobody)('hidden: a list that is not shown is not an empty one', async () => {
    expect(await walk('hermit')).toMatchObject({ status: 'hidden', error: null, resources: [] });
  });

  test.runIf(hasProfiles)('not found: somebody who is not there', async () => {
    expect(await walk('nobody')).toMatchObject({ status: hasLists ? 'not_found' : 'needs_login', resources: [] });
  });

  test.runIf(hasProfiles && !hasLists)('nobody is asked for a list that is shown to nobody', async () => {
    expect(await walk('reader')).toMatchObject({ status: 'needs_login', asked: 0 });
  });

  test.runIf(hasLists)('rate limited, or down, at any request: not reached, and never a shorter list', async () => {
    const whole = await walk('collector');
    for (const answer of [tooMany, down]) {
      for (let at = 0; at < whole.asked; at += 1) {
        const outcome = outcomeOf(await walk('collector', { at, answer }), whole);
        expect(['Unreachable', 'whole'], `${answer.status} at request ${at}`).toContain(outcome);
      }
    }
  });

  test.runIf(hasLists)('changed shape, at any request: never another error, and never a shorter list', async () => {
    const whole = await walk('collector');
    const told = [
      'UnexpectedAnswer',
      'Unreachable',
      'Stopped',
      'hidden',
      'not_found',
      'needs_login',
      'truncated',
      'whole',
    ];
    for (const [what, answer] of otherShapes) {
      for (let at = 0; at < whole.asked; at += 1) {
        const outcome = outcomeOf(await walk('collector', { at, answer }), whole);
        expect(told, `${what} at request ${at}`).toContain(outcome);
      }
    }
  });

  test.runIf(hasLists)('cut short: a list that breaks off goes on where it was', async () => {
    const whole = await walk('collector');
    const broken = await walk('collector', { at: whole.asked - 1, answer: down });
    expect(broken.status).toBe('not_reached');
    const rest = await walk('collector', undefined, broken.next.at(-1) ?? null);
    expect(new Set([...idsIn(broken), ...idsIn(rest)])).toEqual(idsIn(whole));
  });
});
