import { describe, expect, test } from 'vitest';
import { UnexpectedAnswer } from '../../../src/errors.ts';
import type { Graph } from '../../doubles/graph.ts';
import { misskeyWeb } from '../../doubles/misskey-web.ts';
import { crowd, factsOf, medium, networkOf, pagesWeb, person, postsOf, resourceAt } from './sites.ts';
import { listOf } from '../walk.ts';

// Rendered pages as they are when the browser is done with them; tests/browser/sites.test.ts has the browser itself.

const host = 'misskey.garden.example';
const server = networkOf({ id: 'garden-misskey', host, like: 'misskey' });
const graph: Graph = {
  people: [person('anna', ['growers', 'rosedesk']), person('boris', []), person('carol', ['growers'], 'hidden')],
  media: [medium('growers', { title: 'The Growers' }), medium('rosedesk', { subscribers: 999 })],
};

const drawn = (of: Graph, ...paths: string[]) =>
  pagesWeb(Object.fromEntries(paths.map((path) => [`https://${host}${path}`, misskeyWeb(of).drawn(path)])));

describe('the web client of Misskey', () => {
  test('shows whom somebody follows; accounts in the side column are not followed', async () => {
    const web = drawn(graph, '/@anna/following');
    const list = await listOf(server, `https://${host}/@Anna`, web);
    expect(list).toMatchObject({ status: 'read', next: [] });
    expect(list.resources.map(({ id, title, url, subscribers }) => [id, title, url, subscribers])).toEqual([
      ['growers', 'The Growers', `https://${host}/@growers`, null],
      ['rosedesk', 'rosedesk', `https://${host}/@rosedesk`, null],
    ]);
    expect(web.looks).toHaveLength(1);
    expect(web.looks[0]?.scroll?.maxItems).toBe(2000);
  });

  test.for([
    ['boris', 'read'],
    ['carol', 'hidden'],
    ['nobody', 'not_found'],
  ] as const)('the list of %s: %s, with nobody in it', async ([name, status]) => {
    const web = drawn(graph, `/@${name}/following`);
    expect(await listOf(server, `https://${host}/@${name}`, web)).toMatchObject({ status, resources: [], error: null });
  });

  test.for([1, 50, 101])('%d follows are scrolled for on one page', async (count) => {
    const web = drawn(crowd(count), `/@follower${count}/following`);
    const list = await listOf(server, `https://${host}/@follower${count}`, web);
    expect([list.status, list.pages, list.resources.length]).toEqual(['read', 1, count]);
  });

  test('a list longer than anybody scrolls is cut short', async () => {
    const web = drawn(crowd(2001), '/@follower2001/following');
    const list = await listOf(server, `https://${host}/@follower2001`, web);
    expect([list.status, list.resources.length]).toEqual(['truncated', 2000]);
  });

  test('a page that never becomes one of these is no answer', async () => {
    const web = pagesWeb({
      [`https://${host}/@anna/following`]:
        '<html><head><meta name="misskey:user-id" content="1"></head><body>Loading</body></html>',
    });
    await expect(listOf(server, `https://${host}/@anna`, web)).resolves.toMatchObject({
      status: 'not_reached',
      error: UnexpectedAnswer.name,
    });
  });

  test('a resource has its followers, and no posts that the recipe could find', async () => {
    const web = drawn(graph, '/@growers', '/@stranger');
    const growers = await resourceAt(server, `https://${host}/@growers`, web);
    expect(growers).toMatchObject({ id: 'growers', title: 'The Growers' });
    if (!growers) return;
    expect(await factsOf(server, growers, web)).toMatchObject({
      subscribers: 12_345,
      description: 'All about The Growers',
      group: false,
    });
    await expect(postsOf(server, growers, web)).rejects.toMatchObject({ name: 'Unreadable' });
    expect(await resourceAt(server, `https://${host}/@stranger`, web)).toBeNull();
  });
});
