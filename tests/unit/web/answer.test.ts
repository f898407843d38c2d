import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refused, UnexpectedAnswer, Unreachable } from '../../../src/errors.ts';
import { clientTo, reply, serve, serveBytes } from './local.ts';

const shape = z.object({ follows: z.array(z.object({ did: z.string() })) });
const good = { follows: [{ did: 'did:plc:abc' }] };

describe('an answer', () => {
  it('is JSON of the shape, with its headers and its address', async () => {
    const origin = await serve((_, response) => {
      response.setHeader('link', ['<a>; rel="next"', '<b>; rel="prev"']);
      reply(response, 200, good);
    });
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    const answer = await web.json('https://social.example/list?limit=2#top', shape);
    expect(answer.body).toEqual(good);
    expect(answer.url).toBe('https://social.example/list?limit=2');
    expect(answer.header('Link')).toBe('<a>; rel="next", <b>; rel="prev"');
    expect(answer.header('x-nothing')).toBeNull();
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['BR', brotliCompressSync],
    ['identity', (text: string) => text],
  ])('may come as %s, with a byte order mark', async (encoding, encode) => {
    const origin = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip, br');
      response.writeHead(200, { 'content-encoding': encoding }).end(encode(`\uFEFF${JSON.stringify(good)}`));
    });
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    expect((await web.json('https://social.example/', shape)).body).toEqual(good);
  });

  it.each([
    ['a missing field', '{}', 'at follows:'],
    ['a wrong field', '{"follows":[{"did":"did:plc:a"},{"did":7}]}', 'at follows.1.did:'],
    ['another thing', '[]', 'at the answer as a whole:'],
    ['HTML', '<!doctype html><title>Just a moment</title>', 'HTML, not JSON'],
    ['an HTML fragment', '  <html lang="en">', 'HTML, not JSON'],
    ['text', 'Not found', 'text, not JSON'],
    ['nothing', '', 'empty, not JSON'],
  ])('that is %s is unexpected', async (_, text, message) => {
    const origin = await serve((__, response) => response.end(text));
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    const error = await web.json('https://social.example/', shape).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain(message);
    expect(client.requests().get('social.example')).toBe(1);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'zstd'])(
    'encoded as %s was not asked for',
    async (encoding) => {
      const origin = await serve((_, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end('{}');
      });
      const { web } = clientTo({ hosts: { 'social.example': origin } });
      await expect(web.json('https://social.example/', shape)).rejects.toThrow(
        `encoded as ${encoding}, which was not asked for`,
      );
    },
  );

  it.each([
    ['a status line', 'no HTTP at all\r\n\r\n'],
    ['a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n'],
    ['a length', 'HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}'],
    ['another protocol', 'SSH-2.0-garden\r\n'],
  ])('with %s that is no HTTP is not reached', async (_, bytes) => {
    const origin = await serveBytes(bytes);
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    const error = await web.json('https://social.example/', shape).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain('not valid HTTP');
  });

  it('that says HTML in its header is HTML', async () => {
    const origin = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('Hello'));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json('https://social.example/', shape)).rejects.toThrow('HTML, not JSON');
  });

  it('in an encoding that was not asked for is unexpected', async () => {
    const origin = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('xx'));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json('https://social.example/', shape)).rejects.toThrow('encoded as zstd');
  });
});

describe('a body over the limit', () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000, 'x'));
  it.each<[string, (response: import('node:http').ServerResponse) => void]>([
    ['with its length', (response) => response.writeHead(200, { 'content-length': 60_000 }).end('x'.repeat(60_000))],
    [
      'in pieces without end',
      (response) => {
        const more = () => response.write('x'.repeat(1000), (error) => error ?? setImmediate(more));
        more();
      },
    ],
    ['after decompression', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)],
  ])('%s is left at the limit, and not asked for again', async (_, answer) => {
    const origin = await serve((__, response) => answer(response));
    const { web, client } = clientTo({ hosts: { 'social.example': origin }, maxBytes: 50_000 });
    const error = await web.json('https://social.example/', shape).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnexpectedAnswer);
    expect(String(error)).toContain('larger than 50000 bytes');
    expect(client.requests().get('social.example')).toBe(1);
  });

  it('counts decompressed bytes only', async () => {
    const body = { ...good, more: 'x'.repeat(10_000) };
    const text = JSON.stringify(body);
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text)),
    );
    const hosts = { 'social.example': origin };
    const ask = (maxBytes: number) => clientTo({ hosts, maxBytes }).web.json('https://social.example/', shape);
    await expect(ask(text.length)).resolves.toBeDefined();
    await expect(ask(text.length - 1)).rejects.toThrow('larger than');
  });
});

describe('a refusal', () => {
  it.each([400, 401, 402, 403, 404, 410, 422, 451])('%d comes at once, with its JSON', async (status) => {
    const origin = await serve((_, response) => reply(response, status, { error: 'InvalidRequest' }));
    const { web, client } = clientTo({ hosts: { 'social.example': origin } });
    const error = await web.json('https://social.example/', shape).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refused);
    expect(error).toMatchObject({ status, body: { error: 'InvalidRequest' }, host: 'social.example' });
    expect(client.requests().get('social.example')).toBe(1);
  });

  it.each(['', '<h1>404 Not Found</h1>', '{"error":'])('has no body where %j is not JSON', async (text) => {
    const origin = await serve((_, response) => response.writeHead(404).end(text));
    const { web } = clientTo({ hosts: { 'social.example': origin } });
    await expect(web.json('https://social.example/', shape)).rejects.toMatchObject({ status: 404, body: null });
  });
});
