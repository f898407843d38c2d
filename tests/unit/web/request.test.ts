import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Refused, UnexpectedAnswer, Unreachable } from '../../../src/errors.ts';
import { clientTo, portOf, reply, serve } from './local.ts';

const anything = z.unknown();
const pem = (name: string) => readFileSync(new URL(`../../fixtures/unit/web/self-signed/${name}.pem`, import.meta.url));

interface Heard {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server that remembers what it heard. */
async function listener(): Promise<{ origin: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const origin = await serve((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      heard.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      reply(response, 200);
    });
  });
  return { origin, heard };
}

describe('a request', () => {
  it('is a GET that says who asks and what for', async () => {
    const { origin, heard } = await listener();
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await web.json('https://social.example/list?actor=a%20b&limit=5', anything);
    expect(heard).toMatchObject([{ method: 'GET', url: '/list?actor=a%20b&limit=5', body: '' }]);
    expect(heard[0]?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'target-resources/test (+https://project.example)',
    });
    expect(heard[0]?.headers).not.toHaveProperty('content-type');
  });

  it('is a POST of JSON where there is a body, and takes headers', async () => {
    const { origin, heard } = await listener();
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await web.json('https://social.example/api', anything, {
      headers: { Accept: 'application/activity+json', Authorization: 'Bearer x' },
      body: { limit: 10 },
    });
    expect(heard).toMatchObject([{ method: 'POST', body: '{"limit":10}' }]);
    expect(heard[0]?.headers).toMatchObject({
      accept: 'application/activity+json',
      authorization: 'Bearer x',
      'content-type': 'application/json',
    });
  });

  it('needs an address', async () => {
    const { web } = clientTo({ hosts: {} });
    const error = await web.json('social.example/list?token=word', anything).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain('(social.example/list)');
  });
});

describe('connectTo', () => {
  it('asks a plain origin as if it were the host', async () => {
    const { origin, heard } = await listener();
    const { web, client } = clientTo({ hosts: { 'social.example': origin, 'social.example:8443': origin } });
    await web.json('https://Social.Example/a', anything);
    await web.json('https://social.example:8443/b', anything);
    await web.json('https://social.example:9443/c', anything);
    await web.json('http://social.example/d', anything);
    await web.json('https://social.example//other.example/e?f', anything);
    expect(heard.map(({ headers, url }) => [headers.host, url])).toEqual([
      ['social.example', '/a'],
      ['social.example:8443', '/b'],
      ['social.example:9443', '/c'],
      ['social.example', '/d'],
      ['social.example', '//other.example/e?f'],
    ]);
    expect(client.requests().get('social.example')).toBe(3);
  });

  it('takes the host with its port before the host alone', async () => {
    const [one, other] = [await listener(), await listener()];
    const { web } = clientTo({ hosts: { 'social.example': one.origin, 'social.example:8443': other.origin } });
    await web.json('https://social.example:8443/', anything);
    expect([one.heard.length, other.heard.length]).toEqual([0, 1]);
  });

  it('lets an https origin keep its name and says for whom it is asked; its certificate must be good', async () => {
    const heard: IncomingHttpHeaders[] = [];
    const server = createServer({ key: pem('key'), cert: pem('cert') }, (request, response) => {
      heard.push(request.headers);
      reply(response, 200);
    });
    const gateway = `localhost:${await portOf(server)}`;
    const hosts = { 'social.example': `https://${gateway}` };

    const strict = clientTo({ hosts });
    await expect(strict.web.json('https://social.example/', anything)).rejects.toThrow('certificate cannot be trusted');
    expect(strict.clock.sleeps).toEqual([]);

    vi.spyOn(process, 'emitWarning').mockReturnValue();
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    await clientTo({ hosts }).web.json('https://social.example/', anything);
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    expect(heard).toMatchObject([{ host: gateway, 'x-forwarded-host': 'social.example' }]);
  });
});

const letters = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Hosts a.example to f.example: each sends on to the next one, until `last` answers. */
async function chain(last: string): Promise<{ hosts: Record<string, string>; heard: IncomingHttpHeaders[] }> {
  const heard: IncomingHttpHeaders[] = [];
  const origin = await serve((request, response) => {
    heard.push(request.headers);
    const letter = request.headers.host?.charAt(0) ?? '';
    const next = letters[letters.indexOf(letter) + 1];
    if (letter === last) reply(response, 200);
    else response.writeHead(307, { location: `https://${next}.example/?from=${letter}` }).end();
  });
  return { hosts: Object.fromEntries(letters.map((letter) => [`${letter}.example`, origin])), heard };
}

describe('a redirect', () => {
  it('is followed three times', async () => {
    const { hosts } = await chain('d');
    const { web, client } = clientTo({ hosts });
    expect((await web.json('https://a.example/', anything)).url).toBe('https://d.example/?from=c');
    expect([...client.requests().values()]).toEqual([1, 1, 1, 1]);
  });

  it('is not followed four times', async () => {
    const { hosts } = await chain('e');
    const { web, client } = clientTo({ hosts });
    const error = await web.json('https://a.example/', anything).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('redirected more than 3 times');
    expect(client.requests().has('e.example')).toBe(false);
  });

  it('does not take to another host what says who asks', async () => {
    const { hosts, heard } = await chain('b');
    const { web } = clientTo({ hosts });
    const headers = {
      Authorization: 'Bearer word',
      Cookie: 'a=b',
      'X-Api-Key': 'word',
      Accept: 'application/jrd+json',
    };
    await web.json('https://a.example/', anything, { headers });
    expect(heard[0]).toMatchObject({ authorization: 'Bearer word', cookie: 'a=b', 'x-api-key': 'word' });
    expect(heard[1]).toMatchObject({ accept: 'application/jrd+json', 'user-agent': expect.stringContaining('target') });
    expect(heard[1]).not.toHaveProperty('authorization');
    expect(heard[1]).not.toHaveProperty('cookie');
    expect(heard[1]).not.toHaveProperty('x-api-key');
  });

  it('on the same host keeps them, and may be relative', async () => {
    const heard: [string | undefined, string | undefined][] = [];
    const origin = await serve((request, response) => {
      heard.push([request.url, request.headers.authorization]);
      if (request.url === '/old/list') response.writeHead(301, { location: '../new?x=1' }).end();
      else reply(response, 200);
    });
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    const request = { headers: { authorization: 'Bearer word' } };
    const { url } = await web.json('https://social.example/old/list', anything, request);
    expect(url).toBe('https://social.example/new?x=1');
    expect(heard).toEqual([
      ['/old/list', 'Bearer word'],
      ['/new?x=1', 'Bearer word'],
    ]);
  });

  it('waits for its turn like any request', async () => {
    const { hosts } = await chain('b');
    const { web, clock } = clientTo({ hosts, paces: [{ requests: 1, seconds: 60 }] });
    await web.json('https://b.example/', anything);
    await web.json('https://a.example/', anything);
    expect(clock.sleeps).toEqual([60_000]);
  });

  it.each([
    ['a POST', { body: {} }, { location: 'https://b.example/' }],
    ['one without an address', {}, {}],
    ['one to something else than an address', {}, { location: 'https://' }],
  ])('is not followed: %s', async (_, request, headers) => {
    const origin = await serve((__, response) => response.writeHead(302, headers).end());
    const { web, client } = clientTo({ hosts: { 'a.example': origin, 'b.example': origin } });
    await expect(web.json('https://a.example/', anything, request)).rejects.toBeInstanceOf(UnexpectedAnswer);
    expect(client.requests()).toEqual(new Map([['a.example', 1]]));
  });

  it('to a refusal names the host that refused', async () => {
    const origin = await serve((request, response) =>
      request.headers.host === 'a.example'
        ? response.writeHead(302, { location: 'https://b.example/' }).end()
        : reply(response, 404),
    );
    const { web } = clientTo({ hosts: { 'a.example': origin, 'b.example': origin } });
    await expect(web.json('https://a.example/', anything)).rejects.toMatchObject({ host: 'b.example', status: 404 });
  });
});

describe('once', () => {
  it('asks one time for a key, however many want to know', async () => {
    const { client, web } = clientTo({ hosts: {} });
    const ask = vi.fn<() => Promise<number>>(() => Promise.resolve(7));
    expect(await Promise.all([web.once('software', ask), web.once('software', ask)])).toEqual([7, 7]);
    expect(await client.for({ id: 'test', paces: [], concurrency: 1 }).once('software', ask)).toBe(7);
    expect(ask).toHaveBeenCalledTimes(1);
    await client.for({ id: 'other', paces: [], concurrency: 1 }).once('software', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('forgets an ask that failed', async () => {
    const { web } = clientTo({ hosts: {} });
    await expect(web.once('software', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await web.once('software', () => Promise.resolve(8))).toBe(8);
  });
});

it('shows the text of HTML', () => {
  expect(clientTo({ hosts: {} }).web.textOf('<p>a</p><p>b</p>')).toBe('a b');
});

describe('an error', () => {
  const secret = 'Zq7-secret-word';
  const request = { headers: { authorization: `Bearer ${secret}`, 'x-api-key': secret } };
  it.each<[string, number, string, Record<string, string>, new (...of: never[]) => Error]>([
    ['refused', 403, '{}', {}, Refused],
    ['unreachable', 500, '{}', {}, Unreachable],
    ['told to wait too long', 429, '{}', { 'retry-after': '9999' }, Unreachable],
    ['not JSON', 200, `<html>${secret}`, {}, UnexpectedAnswer],
    ['another shape', 200, `{"token":"${secret}"}`, {}, UnexpectedAnswer],
    ['sent on to a bad address', 302, '', { location: `https://?${secret}` }, UnexpectedAnswer],
    ['sent on to a private address', 302, '', { location: `https://127.0.0.1/?${secret}` }, Unreachable],
    ['sent on in circles', 302, '', { location: `/?${secret}` }, Unreachable],
    ['broken compression', 200, secret, { 'content-encoding': 'gzip' }, Unreachable],
  ])('holds no token: %s', async (_, status, text, headers, kind) => {
    const origin = await serve((__, response) => response.writeHead(status, headers).end(text));
    const { web, waits } = clientTo({ hosts: { 'social.example': origin } });
    const url = `https://user:${secret}@social.example/list?access_token=${secret}#${secret}`;
    const error = await web.json(url, z.object({ a: z.string() }), request).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(kind);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
    expect(inspect(waits)).not.toContain(secret);
  });
});

it('says that the run has ended after the client was closed', async () => {
  const origin = await serve((_, response) => reply(response, 200));
  const { web, client, clock } = clientTo({ hosts: { 'social.example': origin } });
  await web.json('https://social.example/', anything);
  await client.close();
  await expect(web.json('https://social.example/', anything)).rejects.toThrow('the run has ended');
  expect(clock.sleeps).toEqual([]);
});
