import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Unreachable } from '../../../src/errors.ts';
import { guardedLookup, isPublic } from '../../../src/web/guard.ts';
import { clientTo, serve } from './local.ts';

const anything = z.unknown();

const hidden = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0x7f.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://①②⑦.0.0.1/',
  'https://%31%32%37.0.0.1/',
  'https://0/',
  'https://10.1.2.3/',
  'https://172.16.0.1/',
  'https://192.168.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/',
  'https://192.0.0.8/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a00:1]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001::7f00:1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[fd00::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://user:word@127.0.0.1:8443/',
];
const unsafe = ['http://plain.example/', 'http://127.0.0.1/', 'ftp://social.example/', 'file:///etc/passwd', 'data:,x'];

describe('a target that must not be asked', () => {
  it.each([...hidden, ...unsafe])('%s', async (url) => {
    const { web, client } = clientTo({ hosts: {} });
    const refused = await web.json(url, anything).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unreachable);
    expect(String(refused)).toMatch(/not a public address|only https/);
    expect(client.requests()).toEqual(new Map());
  });

  it.each([...hidden, ...unsafe])('%s as the target of a redirect', async (location) => {
    const written = /^[ -~]*$/.test(location) ? location : encodeURI(location);
    const origin = await serve((_, response) => response.writeHead(302, { location: written }).end());
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json('https://social.example/', anything)).rejects.toThrow(/not a public address|only https/);
    expect(client.requests()).toEqual(new Map([['social.example', 1]]));
  });

  it('does not become one because another host is mapped there', async () => {
    const origin = await serve((_, response) => response.end('{}'));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json('https://social.example/', anything)).resolves.toMatchObject({ body: {} });
    await expect(web.json(`${origin}/`, anything)).rejects.toThrow('only https');
    await expect(web.json(`${origin.replace('http:', 'https:')}/`, anything)).rejects.toThrow('not a public address');
  });
});

const unusualPorts = [
  'https://social.example:8443/',
  'https://social.example:444/',
  'https://social.example:22/',
  'https://social.example:6379/',
  'https://social.example:65535/',
  'https://social.example:0/',
  'https://user:word@social.example:25/',
  'https://93.184.216.34:9200/',
  'https://[2606:2800:220:1::1]:5432/',
];

describe('a port that must not be asked', () => {
  it.each(unusualPorts)('%s', async (url) => {
    const lookup = leadsTo('93.184.216.34');
    const { web, client } = clientTo({ hosts: {}, lookup });
    const asked = [web.json(url, anything), web.page(url, {})];
    for (const refused of await Promise.allSettled(asked)) {
      expect(refused).toMatchObject({ status: 'rejected', reason: { name: 'Unreachable', host: new URL(url).host } });
      expect(String('reason' in refused && refused.reason)).toContain(`port ${new URL(url).port} is not asked`);
    }
    expect(lookup.asked).toBe(0);
    expect(client.requests()).toEqual(new Map());
  });

  it.each(unusualPorts)('%s as the target of a redirect', async (location) => {
    const origin = await serve((_, response) => response.writeHead(302, { location }).end());
    const { web, client } = clientTo({ hosts: { 'start.example': origin } });
    await expect(web.json('https://start.example/', anything)).rejects.toThrow('is not asked, unless --connect-to');
    expect(client.requests()).toEqual(new Map([['start.example', 1]]));
  });

  it('is asked where the user named the host', async () => {
    const origin = await serve((_, response) => response.end('{}'));
    const { web } = clientTo({ hosts: { 'social.example:8443': origin, 'other.example': origin } });
    await expect(web.json('https://social.example:8443/', anything)).resolves.toMatchObject({ body: {} });
    await expect(web.json('https://other.example:9443/', anything)).resolves.toMatchObject({ body: {} });
    await expect(web.json('https://social.example:9443/', anything)).rejects.toThrow('port 9443 is not asked');
  });

  it.each(['https://localhost:443/', 'https://localhost:80/'])('does not include that of %s', async (url) => {
    const { web } = clientTo({ hosts: {}, lookup: leadsTo('127.0.0.1') });
    await expect(web.json(url, anything)).rejects.toThrow('resolves to an address that is not public');
  });
});

/** A name service that gives these addresses for any name, all or the first, as `dns.lookup` does. */
function leadsTo(...addresses: string[]): LookupFunction & { asked: number } {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const lookup = Object.assign(
    (_: string, { all }: LookupOptions, callback: Parameters<LookupFunction>[2]) => {
      lookup.asked += 1;
      if (all) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family ?? 0);
    },
    { asked: 0 },
  );
  return lookup;
}

describe('a name that leads to an address that must not be asked', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.7',
    '169.254.169.254',
    '::1',
    'fd12::1',
    '::ffff:192.168.1.1',
    '64:ff9b::a00:1',
    '93.184.216.34 127.0.0.1',
    '2606:2800:220:1::1 fe80::1',
  ])('%s', async (addresses) => {
    const lookup = leadsTo(...addresses.split(' '));
    const { web, client, clock } = clientTo({ hosts: {}, lookup });
    await expect(web.json('https://localhost/', anything)).rejects.toThrow('resolves to an address that is not public');
    expect(lookup.asked).toBe(1);
    expect(client.requests()).toEqual(new Map());
    expect(clock.sleeps).toEqual([]);
  });

  it('is asked where the user named it as a target', async () => {
    const origin = await serve((_, response) => response.end('{}'));
    const lookup = leadsTo('127.0.0.1');
    const { web } = clientTo({ hosts: { 'social.example': origin.replace('127.0.0.1', 'localhost') }, lookup });
    await expect(web.json('https://social.example/', anything)).resolves.toMatchObject({ body: {} });
    expect(lookup.asked).toBe(1);
  });
});

const ask = (lookup: LookupFunction, options: LookupOptions) =>
  new Promise<{ error: Error | null; found: string | LookupAddress[] }>((resolve) => {
    guardedLookup(lookup)('social.example', options, (error, found) => resolve({ error, found }));
  });

describe('guardedLookup', () => {
  it('hands on public addresses, as many as were asked for', async () => {
    const lookup = leadsTo('93.184.216.34', '2606:2800:220:1::1');
    expect(await ask(lookup, {})).toEqual({ error: null, found: '93.184.216.34' });
    expect((await ask(lookup, { all: true })).found).toHaveLength(2);
  });

  it('sees every address, also where one was asked for', async () => {
    expect((await ask(leadsTo('93.184.216.34', '127.0.0.1'), {})).error).toMatchObject({ code: 'NOT_PUBLIC' });
  });

  it('refuses a name without addresses, and passes errors on', async () => {
    expect((await ask(leadsTo(), { all: true })).error).toMatchObject({ code: 'NOT_PUBLIC' });
    const broken = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    expect((await ask((_, __, callback) => callback(broken, ''), {})).error).toBe(broken);
  });
});

it('lets the open internet through', () => {
  for (const address of ['1.1.1.1', '93.184.216.34', '172.32.0.1', '100.63.0.1', '2606:4700::1111', '2a00:1450::1']) {
    expect([address, isPublic(address)]).toEqual([address, true]);
  }
  expect(isPublic('social.example')).toBe(false);
});
