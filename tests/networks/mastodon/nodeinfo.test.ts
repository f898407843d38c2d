import { describe, expect, test } from 'vitest';
import { Unreachable } from '../../../src/errors.ts';
import { softwareOf } from '../../../src/networks/mastodon/nodeinfo.ts';
import { nameInUri } from '../../../src/networks/mastodon/addresses.ts';
import type { Exchange } from '../fixture-web.ts';
import { fixtureWeb } from '../fixture-web.ts';

const host = 'server.example';
const rel = (version: string): string => `http://nodeinfo.diaspora.software/ns/schema/${version}`;
const listed = (...links: unknown[]): Exchange => ({
  request: `GET https://${host}/.well-known/nodeinfo`,
  status: 200,
  body: { links },
});
const told = (path: string, body: unknown, status = 200): Exchange => ({
  request: `GET https://${host}${path}`,
  status,
  body,
});
const software = (name: unknown) => ({ version: '2.0', software: { name } });

describe('the software of a server', () => {
  test('is told by the newest schema on its own host, asked once a run', async () => {
    const asking = fixtureWeb([
      listed(
        { rel: rel('2.0'), href: `https://${host}/2.0` },
        { rel: rel('2.2'), href: `http://${host}/2.2` },
        { rel: rel('2.1'), href: `https://${host}/2.1` },
        { rel: rel('3.0'), href: 'https://other.example/3.0' },
        { rel: 'https://www.w3.org/ns/activitystreams#Application', href: `https://${host}/actor` },
      ),
      told('/2.2', software(' Sharkey ')),
    ]);
    expect(await Promise.all([softwareOf(host, asking), softwareOf(host, asking)])).toEqual(['sharkey', 'sharkey']);
    expect(asking.asked).toEqual([`GET https://${host}/.well-known/nodeinfo`, `GET https://${host}/2.2`]);
  });

  test.each<[string, Exchange[]]>([
    ['has no NodeInfo', [{ request: `GET https://${host}/.well-known/nodeinfo`, status: 404 }]],
    ['answers with a page', [{ request: `GET https://${host}/.well-known/nodeinfo`, status: 200, text: '<p>Hello' }]],
    ['names no schema', [listed()]],
    ['names another host alone', [listed({ rel: rel('2.0'), href: 'https://other.example/2.0' })]],
    ['names what is no address', [listed({ rel: rel('2.0'), href: 'javascript:alert(1)' }, { rel: rel('2.0') })]],
    ['refuses the schema', [listed({ rel: rel('2.0'), href: `https://${host}/2.0` }), told('/2.0', {}, 403)]],
    ['names no software', [listed({ rel: rel('2.0'), href: `https://${host}/2.0` }), told('/2.0', software(5))]],
  ])('is unknown where the server %s', async (_, exchanges) => {
    expect(await softwareOf(host, fixtureWeb(exchanges))).toBeNull();
  });

  test('is not unknown because the server is down', async () => {
    const down = { request: `GET https://${host}/.well-known/nodeinfo`, status: 503 };
    await expect(softwareOf(host, fixtureWeb([down]))).rejects.toThrow(Unreachable);
  });
});

describe('the name in an actor URI', () => {
  test.each([
    ['https://server.example/users/Anna', 'anna@server.example'],
    ['https://server.example/@Anna', 'anna@server.example'],
    ['https://server.example/u/anna', 'anna@server.example'],
    ['https://server.example/c/gardening', 'gardening@server.example'],
    ['https://server.example/video-channels/films', 'films@server.example'],
    ['https://server.example/author/anna/', 'anna@server.example'],
    ['https://server.example:8443/profile/anna', 'anna@server.example:8443'],
    ['https://bücher.example/users/anna', 'anna@xn--bcher-kva.example'],
    ['https://server.example/users/annagarden', 'annagarden@server.example'],
  ])('%s is %s', (uri, name) => {
    expect(nameInUri(uri)).toBe(name);
  });

  test.each([
    'https://server.example/users/9abc0000g1',
    'https://server.example/users/a2b3c4d5e6f7g8h9',
    'https://server.example/users/5f1a2b3c4d5e6f7a8b9c0d1e',
    'https://server.example/users/01JABCDEFGHJKMNPQRSTVWXYZ0',
    'https://server.example/ap/users/115',
    'https://server.example/category/7',
    'https://server.example/users/anna/statuses/5',
    'https://server.example/users/an%20na',
    'https://server.example/',
    'https://nodots/users/anna',
    'nowhere',
  ])('%s holds none', (uri) => {
    expect(nameInUri(uri)).toBe(uri);
  });
});
