import { load } from 'cheerio/slim';
import { networks } from '../../../src/networks/index.ts';
import { sitesIn } from '../../../src/networks/sites/read-sites.ts';
import type { SiteRecipe } from '../../../src/networks/sites/recipe.ts';
import { siteNetwork } from '../../../src/networks/sites/site-network.ts';
import { Refused, Stopped, UnexpectedAnswer } from '../../../src/errors.ts';
import type { Network } from '../../../src/types/network.ts';
import type { Facts, Listed, Post, Resource } from '../../../src/types/resource.ts';
import type { RenderOptions, Web } from '../../../src/types/web.ts';
import { textOf } from '../../../src/text/html.ts';
import type { Graph, Media, Person } from '../../doubles/graph.ts';
import { all } from '../../helpers/all.ts';

/** The recipe of a site as a sites file would hold it; what is wrong with it fails the test. */
export function recipe(site: Record<string, unknown>): SiteRecipe {
  const { recipes, faults } = sitesIn({ sites: [site] }, networks);
  const [first] = recipes;
  if (!first || faults.length > 0) throw new Error(JSON.stringify(faults));
  return first;
}

export const networkOf = (site: Record<string, unknown>): Network => siteNetwork(recipe(site));

/** What is wrong with a sites file, one line each. */
export const faultsOf = (content: unknown): string[] =>
  sitesIn(content, networks).faults.map(({ at, what }) => `${at}: ${what}`);

export const person = (name: string, follows: string[], state: Person['state'] = 'open'): Person => ({
  name,
  follows,
  state,
});

export const medium = (name: string, more: Partial<Media> = {}): Media => ({
  name,
  title: name,
  subscribers: 12_345,
  outside: 3,
  own: 2,
  ...more,
});

/** People with so many follows each, and the users they follow. */
export function crowd(...counts: number[]): Graph {
  const media = Array.from({ length: Math.max(...counts) }, (_, index) => medium(`reader${index}`));
  return {
    people: counts.map((count) =>
      person(
        `follower${count}`,
        media.slice(0, count).map(({ name }) => name),
      ),
    ),
    media,
  };
}

export const asResource = ({ network, id, name, title, url, host }: Listed): Resource => ({
  network,
  id,
  name,
  title,
  url,
  host,
});

export async function factsOf(network: Network, resource: Resource, web: Web): Promise<Facts | undefined> {
  const [first] = await all(network.readFacts([resource], web));
  return first?.[1];
}

const noFacts: Facts = {
  name: '',
  title: null,
  url: '',
  subscribers: null,
  description: null,
  group: false,
  exists: true,
  ref: '',
  host: '',
  wishes: [],
};

/** Posts as the judge would ask for them when a list alone had settled the number. */
export const postsOf = (network: Network, resource: Resource, web: Web): Promise<Post[]> =>
  all(network.readPosts(resource, noFacts, web));

/** The resource that an address names, as `findResources` gives it. */
export async function resourceAt(network: Network, address: string, web: Web): Promise<Resource | null> {
  const name = network.parseResource(address);
  if (!name || 'reason' in name) throw new Error(`${address} names no resource`);
  const [first] = await all(network.findResources([name], web));
  return first?.[1] ?? null;
}

export interface PagesWeb extends Web {
  asked: string[];
  looks: RenderOptions[];
}

/**
 * A way to a few finished pages, by address: HTML, or the status of an answer without any. A rendered one must show what
 * it was waited for, and is scrolled for as many items as are wanted.
 */
export function pagesWeb(pages: Record<string, string | number>): PagesWeb {
  const asked: string[] = [];
  const looks: RenderOptions[] = [];
  const opened = (url: string) => {
    asked.push(url);
    const page = pages[url];
    if (page === undefined) throw new Error(`nobody expected ${url}`);
    if (typeof page === 'number') throw new Refused(url, page, null);
    return { body: load(page), header: () => null, url };
  };
  return {
    asked,
    looks,
    token: null,
    json: () => Promise.reject(new Error('a recipe asks for pages only')),
    page: (url) => new Promise((resolve) => resolve(opened(url))),
    rendered: (url, look) =>
      new Promise((resolve) => {
        looks.push(look);
        const answer = opened(url);
        if (answer.body(look.waitFor).length === 0) throw new UnexpectedAnswer(url, 'nothing of it appeared in time');
        if (look.scroll) answer.body(look.scroll.item).slice(look.scroll.maxItems).remove();
        resolve(answer);
      }),
    isRedirected: () => false,
    stop: (why) => new Stopped('', why),
    once: (_, ask) => ask(),
    textOf,
  };
}
