import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../../../src/errors.ts';
import { createSubresources, type Subresource } from '../../../../src/web/browser/subresources.ts';
import type { Message, Reply } from '../../../../src/web/wire.ts';
import { start, virtualClock } from '../local.ts';

const never = new AbortController().signal;
const part = (url: string, more: Partial<Subresource> = {}): Subresource => ({
  url,
  method: 'GET',
  headers: {},
  body: null,
  shared: false,
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
function parts(answer: (url: URL) => Reply | Promise<Reply>, options: { keepBytes?: number } = {}) {
  const asked: [string, Message][] = [];
  const clock = virtualClock();
  const load = createSubresources({
    clock,
    redirects: 3,
    send: async (url, message) => {
      asked.push([url.href, message]);
      return answer(url);
    },
    ...options,
  });
  return { load: (each: Subresource) => load(each, never), asked, clock };
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

describe('a shared part', () => {
  const fresh = { 'cache-control': 'public, max-age=60' };

  it.each<[string, Record<string, string>, boolean]>([
    ['fresh', fresh, true],
    ['fresh, in one of several encodings', { ...fresh, vary: 'Accept-Encoding, Origin' }, true],
    ['fresh for a long time', { 'cache-control': 'max-age=31536000, immutable' }, true],
    ['old already', { ...fresh, age: '60' }, false],
    ['fresh for nobody else', { 'cache-control': 'private, max-age=60' }, false],
    ['not to be kept', { 'cache-control': 'no-store, max-age=60' }, false],
    ['not to be used again', { 'cache-control': 'no-cache, max-age=60' }, false],
    ['fresh for caches between', { 'cache-control': 's-maxage=60' }, false],
    ['another one for each reader', { ...fresh, vary: 'Accept-Encoding, Cookie' }, false],
    ['silent', {}, false],
  ])('that is %s is kept or not', async (_, headers, isKept) => {
    const { load, asked } = parts(() => replyWith(200, headers));
    const one = part('https://a.example/app.js', { shared: true });
    await load(one);
    expect(await load(one)).toMatchObject({ status: 200, body: { text: 'x' } });
    expect(asked).toHaveLength(isKept ? 1 : 2);
  });

  it('is kept until it is stale, for its origin alone, and only where it is shared and was found at once', async () => {
    const { load, asked, clock } = parts((url) =>
      url.pathname === '/moved' ? replyWith(302, { ...fresh, location: '/app.js' }) : replyWith(200, fresh),
    );
    const app = part('https://a.example/app.js', { shared: true });
    await load(app);
    await clock.sleep(59_999);
    await load(app);
    expect(asked).toHaveLength(1);
    await load({ ...app, headers: { origin: 'https://c.example' } });
    await load({ ...app, shared: false });
    expect(asked).toHaveLength(3);
    await clock.sleep(1);
    expect(clock.now()).toBe(start + 60_000);
    await load(app);
    expect(asked).toHaveLength(4);
    const moved = part('https://a.example/moved', { shared: true });
    await load(moved);
    await load(moved);
    expect(asked).toHaveLength(8);
  });

  it('makes room for newer ones, and is not kept where it would need all of it', async () => {
    const { load, asked } = parts((url) => replyWith(200, fresh, 'x'.repeat(Number(url.pathname.slice(1)) || 20)), {
      keepBytes: 100,
    });
    const file = (path: string) => load(part(`https://a.example/${path}`, { shared: true }));
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await file(name);
    await file('f');
    await file('b');
    expect(asked).toHaveLength(6);
    await file('a');
    expect(asked).toHaveLength(7);
    await file('26');
    await file('26');
    expect(asked).toHaveLength(9);
  });
});
