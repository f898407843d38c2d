import { describe, expect, test } from 'vitest';
import { checkSite } from '../../src/library/check-sites.ts';
import type { Graph } from '../doubles/graph.ts';
import { misskeyWeb } from '../doubles/misskey-web.ts';
import { openClient } from '../networks/web-client.ts';
import { crowd, factsOf, medium, networkOf, person, recipe, resourceAt } from '../networks/sites/sites.ts';
import { listOf } from '../networks/walk.ts';
import { browser } from './available.ts';

const host = 'misskey.garden.example';
const site = { id: 'garden-misskey', host, like: 'misskey' };
const server = networkOf(site);
const graph: Graph = {
  people: [
    person('anna', ['growers', 'rosedesk']),
    person('boris', []),
    person('carol', ['growers'], 'hidden'),
    ...crowd(101).people,
  ],
  media: [medium('growers', { title: 'The Growers' }), medium('rosedesk'), ...crowd(101).media],
};

describe.skipIf(browser === null)('the recipe of Misskey’s web client, in a browser', () => {
  test('reads what scripts draw and scrolling brings', async () => {
    const { through, asked } = await openClient(server, misskeyWeb(graph));
    const list = await listOf(server, `https://${host}/@anna`, through);
    expect(list.resources.map(({ id, title }) => [id, title])).toEqual([
      ['growers', 'The Growers'],
      ['rosedesk', 'rosedesk'],
    ]);
    const long = await listOf(server, `https://${host}/@follower101`, through);
    expect([long.status, long.pages, long.resources.length]).toEqual(['read', 1, 101]);
    expect(asked[0]?.path).toBe('/robots.txt');
  });

  test('tells empty, hidden and missing apart', async () => {
    const { through } = await openClient(server, misskeyWeb(graph));
    const ended = async (name: string) => (await listOf(server, `https://${host}/@${name}`, through)).status;
    expect([await ended('boris'), await ended('carol'), await ended('nobody')]).toEqual([
      'read',
      'hidden',
      'not_found',
    ]);
  });

  test('reads facts, and can be checked', async () => {
    const { through } = await openClient(server, misskeyWeb(graph));
    const growers = await resourceAt(server, `https://${host}/@growers`, through);
    expect(growers).toMatchObject({ id: 'growers', title: 'The Growers' });
    expect(growers && (await factsOf(server, growers, through))).toMatchObject({ subscribers: 12_345 });
    const checked = await checkSite(recipe(site), `https://${host}/@anna`, through);
    expect(checked.problems).toEqual([]);
    expect(checked.pages.map(({ part, result }) => [part, result])).toEqual([
      ['follows[0]', 'read'],
      ['resources[0]', 'read'],
    ]);
  });
});
