import { describe, expect, test } from 'vitest';
import type { Exchange } from '../fixture-web.ts';
import { replay } from '../replay.ts';
import { actor, clients, finger, following, home, listed, refusing, software } from './answers.ts';

const domain = 'mill.example';
const server = 'social.mill.example';
const hedge = home('hedge@press.example', { followers_count: 9000 });
const list = following(`mia@${server}`, [listed('hedge@press.example', { followers_count: 9000 })]);
const actorUri = `https://${server}/users/mia`;

const none = (path: string, status = 404): Exchange => ({ request: `GET https://${domain}${path}`, status, text: '' });
const noWebFinger = none('/.well-known/webfinger');
const meta = (text: string): Exchange => ({
  request: `GET https://${domain}/.well-known/host-meta`,
  status: 200,
  text,
});
const xrd = (links: string): Exchange =>
  meta(`<?xml version="1.0"?><XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">${links}</XRD>`);
const lookupAt = (path: string, resource = `acct:mia@${domain}`, uri = actorUri): Exchange => ({
  request: `GET https://${server}${path}${resource}`,
  status: 200,
  body: { subject: resource, links: [{ rel: 'self', type: 'application/activity+json', href: uri }] },
});
const usual = '/.well-known/webfinger?resource=';
const at = `https://${server}${usual}{uri}`;

const run = (exchanges: Exchange[], ...handles: string[]) =>
  replay(clients(...(handles.length > 0 ? handles : [`mia@${domain}`])), exchanges, { thirdParty: 'ignore' });

describe('a domain without WebFinger says where it is', () => {
  const json = (links: object[]): Exchange => ({
    request: `GET https://${domain}/.well-known/host-meta.json`,
    status: 200,
    body: { links },
  });
  test.each<[string, Exchange[]]>([
    ['in XML', [xrd(`<Link rel="lrdd" template="${at}"/>`), lookupAt(usual)]],
    ['in XML with other quotes, and with an end', [xrd(`<Link template='${at}' rel='lrdd'></Link>`), lookupAt(usual)]],
    [
      'in XML with names of its own',
      [
        meta(
          `<x:XRD xmlns:x="http://docs.oasis-open.org/ns/xri/xrd-1.0"><x:Link rel="lrdd" template="${at}"/></x:XRD>`,
        ),
        lookupAt(usual),
      ],
    ],
    [
      'for two kinds of answer',
      [
        xrd(
          `<Link rel="lrdd" type="application/xrd+xml" template="https://${server}/xrd?uri={uri}"/>` +
            `<Link rel="lrdd" type="application/jrd+json" template="https://${server}/jrd?format=json&amp;uri={uri}"/>`,
        ),
        lookupAt('/jrd?format=json&uri='),
      ],
    ],
    [
      'beside other links',
      [xrd(`<Link rel="author" href="https://${domain}/"/><Link rel="lrdd" template="${at}"/>`), lookupAt(usual)],
    ],
    [
      'with an address without TLS',
      [xrd(`<Link rel="lrdd" template="${at.replace('https', 'http')}"/>`), lookupAt(usual)],
    ],
    ['in JSON', [none('/.well-known/host-meta'), json([{ rel: 'lrdd', template: at }]), lookupAt(usual)]],
    [
      'in JSON, at a site that shows a page for everything',
      [meta('<!doctype html><html></html>'), json([{ rel: 'lrdd', template: at }]), lookupAt(usual)],
    ],
  ])('%s', async (_, exchanges) => {
    const { coverage, rows } = await run([...exchanges, noWebFinger, ...list, hedge]);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1, not_found: 0, not_reached: 0 });
    expect(rows.get('https://press.example/users/hedge')).toMatchObject({ customers: 1, subscribers: 9000 });
  });

  test('although its robots.txt keeps crawlers out', async () => {
    const robots = { request: `GET https://${domain}/robots.txt`, status: 200, text: 'User-agent: *\nDisallow: /\n' };
    const { coverage } = await run([
      robots,
      xrd(`<Link rel="lrdd" template="${at}"/>`),
      lookupAt(usual),
      ...list,
      hedge,
    ]);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1 });
  });

  test('and is asked for that once, however many of its accounts there are', async () => {
    const people = ['mia', 'leo', 'ida'].flatMap((user) => [
      ...following(`${user}@${server}`, [listed('hedge@press.example', { followers_count: 9000 })]),
      lookupAt(usual, `acct:${user}@${domain}`, `https://${server}/users/${user}`),
    ]);
    const exchanges = [xrd(`<Link rel="lrdd" template="${at}"/>`), ...people, hedge];
    const { coverage, asked } = await run(exchanges, `mia@${domain}`, `leo@${domain}`, `ida@${domain}`);
    expect(coverage.get('mastodon')).toMatchObject({ read: 3 });
    expect(asked.filter((line) => line.includes('host-meta'))).toHaveLength(1);
  });

  test.each<[string, Exchange[]]>([
    ['nothing', []],
    ['nothing in XML', [xrd('')]],
    ['its own address again', [xrd(`<Link rel="lrdd" template="https://${domain}${usual}{uri}"/>`)]],
    ['an address without a place for the name', [xrd(`<Link rel="lrdd" template="https://${server}/finger"/>`)]],
    ['no address', [xrd('<Link rel="lrdd" template="{uri}"/>')]],
    ['half a document', [meta(`<XRD><Link rel="lrdd" template="${at}"/>`)]],
  ])('or says %s: then there is no such account', async (_, exchanges) => {
    const { coverage, asked } = await run([...exchanges, noWebFinger]);
    expect(coverage.get('mastodon')).toMatchObject({ read: 0, not_found: 1 });
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  test('that does not know the account either', async () => {
    const exchanges = [xrd(`<Link rel="lrdd" template="${at}"/>`), noWebFinger];
    const { coverage } = await run([
      ...exchanges,
      { request: `GET https://${server}/.well-known/webfinger`, status: 404, text: '' },
    ]);
    expect(coverage.get('mastodon')).toMatchObject({ not_found: 1 });
  });
});

test('a domain that knows other accounts is not asked where they are', async () => {
  const exchanges = [
    finger(domain, `acct:mia@${domain}`, actorUri),
    { request: `GET https://${domain}/.well-known/webfinger?resource=acct:nobody@${domain}`, status: 404, text: '' },
    {
      request: `GET https://${server}/api/v1/accounts/lookup?acct=nobody@${domain}`,
      status: 404,
      body: { error: 'x' },
    },
    ...list,
    hedge,
  ];
  const { coverage, asked } = await run(exchanges, `mia@${domain}`, `nobody@${domain}`);
  expect(coverage.get('mastodon')).toMatchObject({ read: 1, not_found: 1 });
  expect(asked.filter((line) => line.includes('host-meta'))).toEqual([]);
});

describe('a domain that answers Mastodon’s question itself, and is not the server', () => {
  const refusals: [string, object][] = [
    ['as Mastodon does', { error: 'Record not found' }],
    ['as GoToSocial does', { error: 'Not Found: target account not found' }],
    ['as an API of its own does', { error: 'Not found', message: 'no such route' }],
  ];
  const unknown = (user: string, body: object): Exchange => refusing(`${user}@${domain}`, 404, body);
  const people = ['mia', 'leo', 'ida'].flatMap((user) => [
    ...following(`${user}@${server}`, [listed('hedge@press.example', { followers_count: 9000 })]),
    {
      request: `GET https://${server}/api/v1/accounts/lookup?acct=${user}@${domain}`,
      status: 200,
      body: listed(`${user}@${server}`, { acct: user, id: `${user}-list` }),
    },
  ]);
  const fingers = ['mia', 'leo', 'ida'].map((user) =>
    finger(domain, `acct:${user}@${domain}`, `https://${server}/users/${user}`),
  );

  test.each(refusals)('%s: it is asked where the account is', async (_, body) => {
    const { coverage, rows } = await run([unknown('mia', body), ...fingers, ...people, hedge]);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1, not_found: 0 });
    expect(rows.get('https://press.example/users/hedge')).toMatchObject({ customers: 1, subscribers: 9000 });
  });

  test.each(refusals)('%s, and has no WebFinger: its host-meta says where', async (_, body) => {
    const exchanges = [unknown('mia', body), xrd(`<Link rel="lrdd" template="${at}"/>`), lookupAt(usual)];
    const { coverage, asked } = await run([...exchanges, noWebFinger, ...list, hedge]);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1 });
    expect(asked.filter((line) => line.includes('host-meta'))).toHaveLength(1);
  });

  test.each(refusals)('%s, first of all for a name that nobody has', async (_, body) => {
    const nobody = none(`/.well-known/webfinger?resource=acct:nobody@${domain}`);
    const exchanges = [unknown('nobody', body), unknown('mia', body), nobody, ...fingers, ...people, hedge];
    const { coverage } = await run(exchanges, `nobody@${domain}`, `mia@${domain}`);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1, not_found: 1 });
  });

  test('is asked itself for the first account alone', async () => {
    const exchanges = [unknown('mia', { error: 'Record not found' }), ...fingers, ...people, hedge];
    const { coverage, asked } = await run(exchanges, `mia@${domain}`, `leo@${domain}`, `ida@${domain}`);
    expect(coverage.get('mastodon')).toMatchObject({ read: 3 });
    expect(asked.filter((line) => line.startsWith(`GET ${domain}/`))).toHaveLength(2);
  });

  test('shows a profile of other software where its server says the same', async () => {
    const exchanges = [
      unknown('mia', { error: 'Not found' }),
      finger(domain, `acct:mia@${domain}`, actorUri),
      refusing(`mia@${server}`, 404, { error: 'Not found' }),
      ...actor(actorUri, { followers: 40 }),
      {
        request: `GET ${actorUri}/following`,
        status: 200,
        body: { type: 'OrderedCollection', totalItems: 1, orderedItems: ['https://press.example/users/hedge'] },
      },
      ...actor('https://press.example/users/hedge', { followers: 9000 }),
      hedge,
    ];
    const { coverage } = await run(exchanges);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1, not_found: 0 });
  });

  test.each<[string, Exchange]>([
    ['no such account', noWebFinger],
    [
      'no account of the fediverse',
      { ...noWebFinger, status: 200, body: { subject: `acct:mia@${domain}`, links: [] } },
    ],
    ['a page for everything', { ...noWebFinger, status: 200, text: '<!doctype html><html></html>' }],
  ])('knows no such account where WebFinger shows %s', async (_, told) => {
    const { coverage, asked } = await run([unknown('mia', { error: 'Record not found' }), told]);
    expect(coverage.get('mastodon')).toMatchObject({ read: 0, not_found: 1, not_reached: 0 });
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  test('says nothing of an account while WebFinger is out', async () => {
    const out = none('/.well-known/webfinger', 503);
    const { coverage } = await run([unknown('mia', { error: 'Record not found' }), out]);
    expect(coverage.get('mastodon')).toMatchObject({ not_found: 0, not_reached: 1 });
  });

  test('a server that has described an account answers for all: one request a name that nobody has', async () => {
    const exchanges = [...list, hedge, refusing(`nobody@${server}`, 404, { error: 'Record not found' })];
    const { coverage, asked } = await run(exchanges, `mia@${server}`, `nobody@${server}`, `none@${server}`);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1, not_found: 2 });
    expect(asked.filter((line) => line.includes('webfinger') || line.includes('host-meta'))).toEqual([]);
  });
});

test('a resource whose server answers Mastodon’s question for nobody is found by its name', async () => {
  const uri = 'https://paper.example/actors/hedge';
  const exchanges = [
    ...following('mia@town.example', [listed('hedge@paper.example', { uri, followers_count: 40 })]),
    refusing('hedge@paper.example', 404, { error: 'Not Found' }),
    finger('paper.example', 'acct:hedge@paper.example', uri),
    ...actor(uri, { followers: 9000 }),
  ];
  const { rows } = await replay(clients('mia@town.example'), exchanges, { thirdParty: 'ignore' });
  expect(rows.get(uri)).toMatchObject({ verdict: 'keep', subscribers: 9000 });
});

describe('the name that WebFinger gives', () => {
  test.each<[string, string, string | null]>([
    ['is of another domain', 'mia', `acct:mia@${server}`],
    ['is of another user', 'contact', `acct:mia@${server}`],
    ['is an address', 'mia', actorUri],
    ['is none', 'mia', null],
    ['has no scheme', 'mia', `mia@${server}`],
  ])('%s: the account is the one it leads to', async (_, asked, subject) => {
    const exchanges = [finger(domain, `acct:${asked}@${domain}`, actorUri, subject), ...list, hedge];
    const { coverage, rows } = await run(exchanges, `${asked}@${domain}`);
    expect(coverage.get('mastodon')).toMatchObject({ read: 1 });
    expect(rows.get('https://press.example/users/hedge')).toMatchObject({ customers: 1 });
  });
});

describe('the name that an actor says it goes by', () => {
  const uri = 'https://actors.press.example/a/17';
  const shown = listed('17@actors.press.example', { uri, followers_count: 40 });
  const told = (webfinger: string): Exchange[] => [
    ...following('mia@town.example', [shown]),
    ...software('actors.press.example', 'garden'),
    ...actor(uri, { followers: 9000, webfinger }),
  ];
  const nameOf = async (exchanges: Exchange[]): Promise<string | undefined> => {
    const { rows } = await replay(clients('mia@town.example'), exchanges, { thirdParty: 'ignore' });
    return rows.get(uri)?.resource;
  };

  test.each(['acct:hedge@press.example', 'hedge@press.example', '@Hedge@Press.example'])(
    '%s is its name where that domain agrees',
    async (webfinger) => {
      const exchanges = [...told(webfinger), finger('press.example', 'acct:hedge@press.example', uri)];
      expect(await nameOf(exchanges)).toBe('hedge@press.example');
    },
  );

  test.each<[string, Exchange[]]>([
    [
      'leads to somebody else',
      [finger('press.example', 'acct:hedge@press.example', 'https://press.example/users/hedge')],
    ],
    ['knows no such name', [{ request: 'GET https://press.example/.well-known/webfinger', status: 404, text: '' }]],
    ['wants a login', [{ request: 'GET https://press.example/.well-known/webfinger', status: 401, body: {} }]],
  ])('is not believed where that domain %s', async (_, exchanges) => {
    expect(await nameOf([...told('acct:hedge@press.example'), ...exchanges])).toBe('17@actors.press.example');
  });

  test('that is no name is left alone, and one that is known already is not asked for', async () => {
    expect(await nameOf(told('hedge'))).toBe('17@actors.press.example');
    expect(await nameOf(told('acct:17@actors.press.example'))).toBe('17@actors.press.example');
  });
});
