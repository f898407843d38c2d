import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { KeptAnswer } from '../../../src/types/web.ts';
import type { AnswerMemory } from '../../../src/web/revalidate.ts';
import { clientTo, reply, serve } from './local.ts';

const shape = z.object({ page: z.number() });

/** As a state keeps them, for one network. */
function memory(): AnswerMemory & { all: Map<string, KeptAnswer>; saved: () => number } {
  const all = new Map<string, KeptAnswer>();
  let saves = 0;
  return {
    all,
    saved: () => saves,
    find: (_, request) => all.get(request) ?? null,
    save(_, request, answer) {
      saves += 1;
      all.set(request, answer);
    },
  };
}

interface Page {
  /** The body is the number of this version. */
  version: number;
  headers: Record<string, string>;
  /** What it sends with a 304, and whether it does. */
  unchanged?: (request: IncomingMessage) => Record<string, string> | null;
}

const byTag =
  (headers: Record<string, string>) =>
  ({ headers: { 'if-none-match': tag } }: IncomingMessage): Record<string, string> | null =>
    tag !== undefined && tag.replace('W/', '') === headers['etag']?.replace('W/', '') ? headers : null;

/** Asks a page of these versions in turn, a run each; what was read and what the server was sent. */
async function askEach(pages: Page[], { kept = memory(), revalidate = true, headers = {} } = {}) {
  const conditions: (string | undefined)[] = [];
  const read: number[] = [];
  let current: Page | undefined;
  const origin = await serve((request, response) => {
    conditions.push(request.headers['if-none-match'] ?? request.headers['if-modified-since']);
    const unchanged = current?.unchanged?.(request);
    if (unchanged) response.writeHead(304, unchanged).end();
    else reply(response, 200, { page: current?.version }, current?.headers);
  });
  for (const page of pages) {
    current = page;
    const { web } = clientTo({ hosts: { 'pages.example': origin }, kept });
    const answer = await web.json('https://pages.example/list', shape, { revalidate, headers });
    read.push(answer.body.page);
    expect(answer.header('link')).toBe(page.headers['link'] ?? null);
  }
  return { conditions, read, kept };
}

const link = '<https://pages.example/list?2>; rel="next"';

test.each([
  ['strong', '"4711"'],
  ['weak', 'W/"4711"'],
  ['empty', '""'],
])('a page whose %s tag is unchanged is asked for once, and comes with its headers', async (_, etag) => {
  const page = { version: 1, headers: { etag, link }, unchanged: byTag({ etag }) };
  const { conditions, read, kept } = await askEach([page, page, page]);
  expect(read).toEqual([1, 1, 1]);
  expect(conditions).toEqual([undefined, etag, etag]);
  expect(kept.saved()).toBe(3);
});

test('a page that has changed comes anew, and is kept with its new tag', async () => {
  const versions = [1, 2, 3, 3].map((version) => {
    const headers = { etag: `"v${version}"` };
    return { version, headers, unchanged: byTag(headers) };
  });
  const { conditions, read } = await askEach(versions);
  expect(read).toEqual([1, 2, 3, 3]);
  expect(conditions).toEqual([undefined, '"v1"', '"v2"', '"v3"']);
});

test('a 304 may carry new headers: the next condition is the newest', async () => {
  const weaker: Page = {
    version: 1,
    headers: { etag: '"a"' },
    unchanged: ({ headers }) => (headers['if-none-match'] ? { etag: 'W/"a"' } : null),
  };
  const { conditions } = await askEach([weaker, weaker, weaker]);
  expect(conditions).toEqual([undefined, '"a"', 'W/"a"']);
});

test('a page without a tag is asked for by its date, if that is a minute old', async () => {
  const changed = 'Sun, 15 Nov 2026 08:00:00 GMT';
  const byDate = ({ headers }: IncomingMessage) => (headers['if-modified-since'] === changed ? {} : null);
  const page = (date: string): Page => ({
    version: 1,
    headers: { 'last-modified': changed, date },
    unchanged: byDate,
  });
  const settled = await askEach([page('Sun, 15 Nov 2026 08:01:00 GMT'), page('Sun, 15 Nov 2026 09:00:00 GMT')]);
  expect(settled.conditions).toEqual([undefined, changed]);
  expect(settled.read).toEqual([1, 1]);
  const fresh = await askEach([page('Sun, 15 Nov 2026 08:00:59 GMT'), page('Sun, 15 Nov 2026 09:00:00 GMT')]);
  expect(fresh.conditions).toEqual([undefined, undefined]);
});

test.each(['4711', '"47"11"', 'W/4711', "'4711'"])('a tag that is none, %s, is never sent back', async (etag) => {
  const page = { version: 1, headers: { etag } };
  const { conditions, kept } = await askEach([page, page]);
  expect(conditions).toEqual([undefined, undefined]);
  expect(kept.all.size).toBe(0);
});

test('a 304 about another version than the kept one is asked once more, without a condition', async () => {
  const confused: Page = {
    version: 2,
    headers: { etag: '"v2"' },
    unchanged: (request) => (request.headers['if-none-match'] ? { etag: '"v2"' } : null),
  };
  const { conditions, read } = await askEach([{ version: 1, headers: { etag: '"v1"' } }, confused]);
  expect(conditions).toEqual([undefined, '"v1"', undefined]);
  expect(read).toEqual([1, 2]);
});

test('a 304 that nobody asked for is no answer', async () => {
  const silent = { version: 1, headers: {}, unchanged: () => ({}) };
  await expect(askEach([silent])).rejects.toThrow('has not changed, but nobody asked');
});

test('after a purge nothing is asked on condition', async () => {
  const page = { version: 1, headers: { etag: '"1"' }, unchanged: byTag({ etag: '"1"' }) };
  const { kept } = await askEach([page]);
  kept.all.clear();
  const { conditions, read } = await askEach([page], { kept });
  expect(conditions).toEqual([undefined]);
  expect(read).toEqual([1]);
});

test('what is not marked is neither kept nor asked on condition', async () => {
  const page = { version: 1, headers: { etag: '"1"' }, unchanged: byTag({ etag: '"1"' }) };
  const { conditions, kept } = await askEach([page, page], { revalidate: false });
  expect(conditions).toEqual([undefined, undefined]);
  expect(kept.all.size).toBe(0);
});

test('another token and another form of the same address are other requests, and no token is kept', async () => {
  const page = { version: 1, headers: { etag: '"1"' }, unchanged: byTag({ etag: '"1"' }) };
  const kept = memory();
  const ways = [{ authorization: 'Bearer open-sesame' }, { authorization: 'Bearer other' }, { accept: 'text/x-list' }];
  for (const headers of ways) {
    expect((await askEach([page, page], { kept, headers })).conditions).toEqual([undefined, '"1"']);
  }
  expect(JSON.stringify([...kept.all])).not.toMatch(/sesame|other/);
});

test('an allowance is what the 304 says of it, not what stood there when the page came', async () => {
  const kept = memory();
  const origin = await serve((request, response) => {
    const isKnown = request.headers['if-none-match'] !== undefined;
    const limits = { 'x-ratelimit-remaining': isKnown ? '41' : '7', 'x-ratelimit-reset': '60' };
    if (isKnown) response.writeHead(304, { etag: '"1"', ...limits }).end();
    else reply(response, 200, { page: 1 }, { etag: '"1"', ...limits });
  });
  const remaining: (string | null)[] = [];
  for (let run = 0; run < 2; run += 1) {
    const { web } = clientTo({ hosts: { 'pages.example': origin }, kept });
    const answer = await web.json('https://pages.example/list', shape, { revalidate: true });
    remaining.push(answer.header('X-RateLimit-Remaining'));
  }
  expect(remaining).toEqual(['7', '41']);
  expect(JSON.stringify([...kept.all])).not.toContain('ratelimit');
});
