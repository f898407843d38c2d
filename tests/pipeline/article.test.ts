import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { analyze, writeReport } from '../../src/index.ts';
import type { ProgressEvent } from '../../src/types/run.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let server: Server | null = null;
const folders: string[] = [];

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server?.closeAllConnections();
  server = null;
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

interface Site {
  robots?: string;
  /** What an address answers: a page, a status, or where it leads. */
  answer: (url: URL) => string | number | { to: string };
}

/** A website, and every address that it was asked for. */
async function site({ robots, answer }: Site): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    asked.push(`${request.headers.host}${request.url}`);
    if (url.pathname === '/robots.txt') {
      response.writeHead(robots === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(robots);
      return;
    }
    const given = answer(url);
    if (typeof given === 'number') response.writeHead(given).end();
    else if (typeof given === 'string') response.writeHead(200, { 'content-type': 'text/html' }).end(given);
    else response.writeHead(302, { location: given.to }).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const page = `<!doctype html><html lang="en"><title>Roses</title><meta name="description" content="Three cuts save them.">
<article><p>Half of all roses die in their first winter. Nobody says why.</p></article>`;
const link = 'https://blog.example/roses?edition=2#care';
const follows = ['Anna', 'Boris'].map((customer) => ({
  customer,
  resource: 'https://garden.example/',
  subscribers: 9000,
}));
const verdicts = [{ resource: 'https://garden.example/', verdict: 'keep' }];

async function run(origin: string, given: Record<string, unknown> = {}) {
  const events: ProgressEvent[] = [];
  const settings = { follows, verdicts, link, connectTo: { 'blog.example': origin, 'new.example': origin }, ...given };
  const { report, complete, requests } = await analyze(settings, { progress: (event) => events.push(event) });
  const told = events.flatMap((event) => (event.stage === 'article' ? [event.text] : []));
  return { report, told, complete, requests, codes: report.notices.map(({ code }) => code) };
}

describe('the article behind the link', () => {
  test('is read once, and what nobody wrote is proposed from it', async () => {
    const { origin, asked } = await site({ answer: () => page });
    const folder = await mkdtemp(join(tmpdir(), 'article-'));
    folders.push(folder);
    const state = join(folder, 'state.sqlite');
    const first = await run(origin, { state, solution: 'My own words.' });
    expect(first.report.article).toMatchObject({
      status: 'read',
      keepsTags: true,
      text: { title: 'Roses', language: 'en' },
    });
    expect(first.report.teasers[0]).toMatchObject({ proposed: ['problem'] });
    expect(first.report.teasers[0]?.teaser).toMatch(
      /^Half of all roses die in their first winter\. Nobody says why\.\n\nMy own words\.\n\n/,
    );
    expect(first.codes).toEqual(['article_proposed']);
    expect(first.told).toEqual([]);
    expect(asked.filter((each) => !each.endsWith('/robots.txt'))).toHaveLength(1);
    await run(origin, { state });
    const again = await writeReport({ state, verdicts, link });
    expect(again.report.teasers[0]?.proposed).toEqual(['problem', 'solution']);
    const other = await writeReport({ state, verdicts, link: 'https://other.example/' });
    expect(other.report.article).toBeNull();
    expect(asked).toHaveLength(2);
  });

  test('that is not there is told, and stops nothing', async () => {
    const { origin } = await site({ answer: () => 404 });
    const { report, told, codes, complete } = await run(origin);
    expect(told).toEqual([expect.stringContaining(`${link}: The link answers that there is no such page`)]);
    expect(codes).toEqual(['article_missing']);
    expect(report.article).toMatchObject({ status: 'missing', text: null, why: 'the server answered 404' });
    expect(report.teasers).toHaveLength(3);
    expect(complete).toBe(true);
  });

  test('that has moved is told with where it is now', async () => {
    const { origin } = await site({
      answer: ({ host, search }) =>
        host === 'blog.example' ? { to: `https://new.example/roses-2026${search}` } : page,
    });
    const { report, told, codes } = await run(origin);
    expect(report.article).toMatchObject({
      status: 'moved',
      url: 'https://new.example/roses-2026?edition=2',
      keepsTags: true,
    });
    expect(told).toEqual([
      expect.stringMatching(/another address.+ \(https:\/\/new\.example\/roses-2026\?edition=2\)$/),
    ]);
    expect(codes).toContain('article_moved');
  });

  test('whose tags are dropped on the way is told', async () => {
    const { origin } = await site({ answer: ({ search }) => (search === '' ? page : { to: '/roses/' }) });
    const { report, told, codes } = await run(origin);
    expect(report.article).toMatchObject({ status: 'read', keepsTags: false });
    expect(codes).toContain('article_drops_tags');
    expect(told).toEqual([expect.stringContaining('drops what stands behind the question mark')]);
  });

  test("is not read where its site's robots.txt says no", async () => {
    const { origin, asked } = await site({ robots: 'User-agent: *\nDisallow: /roses', answer: () => page });
    const { report, told, codes } = await run(origin);
    expect(report.article).toMatchObject({ status: 'unread', text: null });
    expect(told[0]).toContain('robots.txt does not allow it');
    expect(codes).toEqual(['article_unread']);
    expect(asked).toEqual(['blog.example/robots.txt']);
  });

  test('that does not answer is asked once, and stops nothing', async () => {
    const { origin, asked } = await site({ answer: () => 503 });
    const { report, codes, complete } = await run(origin);
    expect(codes).toEqual(['article_unread']);
    expect(report.teasers).toHaveLength(3);
    expect(complete).toBe(true);
    expect(asked).toHaveLength(2);
  });

  test('is nobody asked for without a link', async () => {
    const { origin, asked } = await site({ answer: () => page });
    const { report } = await run(origin, { link: null });
    expect(report.article).toBeNull();
    expect(asked).toEqual([]);
  });
});
