import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../../../src/errors.ts';
import { createSubresources, type Subresource } from '../../../../src/web/browser/subresources.ts';
import type { Message, Reply } from '../../../../src/web/wire.ts';

const never = new AbortController().signal;
const part = (url: string, more: Partial<Subresource> = {}): Subresource => ({
  url,
  method: 'GET',
  headers: {},
  body: null,
  ...more,
});

function replyWith(status: number, headers: Record<string, string> = {}, text = 'x'): Reply {
  return {
    status,
    headers,
    header: (name) => headers[name.toLowerCase()] ?? null,
    body: { bytes: Buffer.from(text), text },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Loads parts from these answers and remembers what was asked. */
function parts(answer: (url: URL) => Reply | Promise<Reply>) {
  const asked: [string, Message][] = [];
  const load = createSubresources({
    redirects: 3,
    send: async (url, message) => {
      asked.push([url.href, message]);
      return answer(url);
    },
  });
  return { load: (each: Subresource) => load(each, never), asked };
}

describe('a part', () => {
  it('is found where redirects lead, which hear nothing that could say who asks', async () => {
    const { load, asked } = parts((url) =>
      url.pathname === '/1' ? replyWith(302, { location: 'https://b.example/2#x' }) : replyWith(200),
    );
    const headers = { 'user-agent': 'us', accept: '*/*', authorization: 'Bearer x', referer: 'https://a.example/' };
    expect(await load(part('https://a.example/1', { headers }))).toMatchObject({ status: 200 });
    expect(asked).toMatchObject([
      ['https://a.example/1', { headers }],
      ['https://b.example/2', { headers: { 'user-agent': 'us', accept: '*/*' } }],
    ]);
    expect(Object.keys(asked[1]?.[1].headers ?? {})).toEqual(['user-agent', 'accept']);
  });

  it.each([
    [301, 'GET', null],
    [302, 'GET', null],
    [303, 'GET', null],
    [307, 'POST', 'x'],
    [308, 'POST', 'x'],
  ] as const)('that is posted becomes, after a %d, a %s', async (status, method, body) => {
    const { load, asked } = parts((url) =>
      url.pathname === '/1' ? replyWith(status, { location: '/2' }) : replyWith(200),
    );
    await load(part('https://a.example/1', { method: 'POST', body: 'x' }));
    expect(asked[1]).toMatchObject(['https://a.example/2', { method, body }]);
  });

  it('that is redirected in a circle is unreachable', async () => {
    const { load, asked } = parts(() => replyWith(302, { location: '/' }));
    await expect(load(part('https://a.example/'))).rejects.toBeInstanceOf(Unreachable);
    expect(asked).toHaveLength(4);
  });

  it('waits where six are under way at its host', async () => {
    const open: (() => void)[] = [];
    const { load, asked } = parts(() => new Promise((resolve) => open.push(() => resolve(replyWith(200)))));
    const all = Array.from({ length: 9 }, (_, index) => load(part(`https://a.example/${index}`)));
    all.push(load(part('https://b.example/')));
    await turn();
    expect(asked.map(([url]) => new URL(url).host)).toEqual([...Array<string>(6).fill('a.example'), 'b.example']);
    while (open.length > 0) {
      open.shift()?.();
      await turn();
    }
    expect(await Promise.all(all)).toHaveLength(10);
  });
});

describe('an answer', () => {
  it.each<[string, Record<string, string>]>([
    ['fresh', { 'cache-control': 'public, max-age=60' }],
    ['fresh for ever', { 'cache-control': 'max-age=31536000, immutable' }],
    ['silent', {}],
  ])('that is %s is kept for no other page', async (_, headers) => {
    const { load, asked } = parts(() => replyWith(200, headers));
    const one = part('https://a.example/app.js');
    await load(one);
    expect(await load(one)).toMatchObject({ status: 200, body: { text: 'x' } });
    expect(asked).toHaveLength(2);
  });
});
