import type { CheerioAPI } from 'cheerio';
import { Unreadable, WebError } from '../../errors.ts';
import type { Network } from '../../types/network.ts';
import type { Facts, Listed, Post, Profile } from '../../types/resource.ts';
import { fillFacts } from '../../types/facts.ts';
import type { Answer, Web } from '../../types/web.ts';
import { startUrl } from './follows.ts';
import { type Selected, placesOfList, placesOfPosts, placesOfResource } from './inspect-recipe.ts';
import type { SiteRecipe } from './recipe.ts';
import { type Opened, openedAt } from './selectors.ts';
import { siteNetwork } from './site-network.ts';

/** What a recipe made of one page. */
export interface CheckedPage {
  /** The part of the recipe: `follows[0]`, `resources[1]`, `resources[1].posts`. */
  part: string;
  /** Where the page came from; null where it did not come, or none was asked for. */
  address: string | null;
  /** In the words of coverage.csv where a list is shut; `failed` where the page is not as the recipe says, or did not come. */
  result: 'read' | Unreadable['status'] | 'failed';
  /** Why it was not read. */
  why: string;
  selectors: Selected[];
  /** A list's resources, as far as its first page shows them. */
  resources: Listed[];
  /** Items whose links lead to no resource of the recipe. */
  otherLinks: number;
  /** How the list goes on: the next page's address, or null where it ends here. */
  next: string | null;
  facts: Facts | null;
  /** The latest posts, ten at most. */
  posts: Post[];
}

/** What a recipe made of a profile and of what the profile's lists lead to. */
export interface TriedRecipe {
  pages: CheckedPage[];
  /** Indexes of the kinds of resources that no list of the profile shows. */
  unseen: number[];
}

const maxPosts = 10;

/**
 * Reads the first page of each list of a profile, then facts and posts of the first resource of each kind that the lists
 * show. Whatever goes wrong stands in the result.
 * @returns null where the address is no profile of the site
 */
export async function tryRecipe(site: SiteRecipe, address: string, web: Web): Promise<TriedRecipe | null> {
  const network = siteNetwork(site);
  const name = network.parseProfile(address);
  if (!name || 'reason' in name) return null;
  const pages: CheckedPage[] = [];
  const unseen: number[] = [];
  const [found] = await all(network.findProfiles([name], web));
  if (!found || !('profile' in found[1])) return { pages, unseen };
  for (const index of site.follows.keys()) pages.push(await tryList(site, network, index, found[1].profile, web));
  const resources = pages.flatMap((page) => page.resources);
  for (const [index, recipe] of site.resources.entries()) {
    const kind = siteNetwork({ ...site, resources: [recipe] });
    const first = resources.find((each) => isNamed(kind.parseResource(each.url)));
    if (!first) {
      unseen.push(index);
      continue;
    }
    pages.push(await tryFacts(site, network, index, first, web));
    if (recipe.posts) pages.push(await tryPosts(site, network, index, first, web));
  }
  return { pages, unseen };
}

const isNamed = (name: ReturnType<Network['parseResource']>): boolean => name !== null && !('reason' in name);

async function tryList(
  site: SiteRecipe,
  network: Network,
  index: number,
  profile: Profile,
  web: Web,
): Promise<CheckedPage> {
  const seen = recordingWeb(web);
  const page = await tried(`follows[${index}]`, async (into) => {
    for await (const { resources, next } of network.listFollows(profile, seen.web, startUrl(site, index, profile))) {
      into.resources = resources;
      into.next = next === null || next === startUrl(site, index + 1, profile, true) ? null : pageIn(next);
      return;
    }
  });
  return inspected(page, seen.pages, (opened) => {
    const { selectors, links } = placesOfList(site, index, opened, web);
    page.otherLinks = Math.max(0, links - page.resources.length);
    return selectors;
  });
}

const pageIn = (position: string): string => (JSON.parse(position) as { page: string }).page;

async function tryFacts(
  site: SiteRecipe,
  network: Network,
  index: number,
  resource: Listed,
  web: Web,
): Promise<CheckedPage> {
  const seen = recordingWeb(web);
  const page = await tried(`resources[${index}]`, async (into) => {
    for (const [, facts] of await all(network.readFacts([resource], seen.web))) into.facts = facts;
  });
  return inspected(page, seen.pages, (opened) => placesOfResource(site, index, opened, web));
}

async function tryPosts(
  site: SiteRecipe,
  network: Network,
  index: number,
  resource: Listed,
  web: Web,
): Promise<CheckedPage> {
  const seen = recordingWeb(web);
  const page = await tried(`resources[${index}].posts`, async (into) => {
    const facts = fillFacts(resource, { subscribers: resource.subscribers, ref: resource.url });
    for await (const post of network.readPosts(resource, facts, seen.web)) {
      into.posts.push(post);
      if (into.posts.length === maxPosts) return;
    }
  });
  return inspected(page, seen.pages, (opened) => placesOfPosts(site, index, opened, web));
}

/** A way to the web that remembers the pages that came. */
function recordingWeb(web: Web): { web: Web; pages: Answer<CheerioAPI>[] } {
  const pages: Answer<CheerioAPI>[] = [];
  const noted = (answer: Answer<CheerioAPI>): Answer<CheerioAPI> => {
    pages.push(answer);
    return answer;
  };
  return {
    pages,
    web: {
      ...web,
      page: async (url, request) => noted(await web.page(url, request)),
      rendered: async (url, wanted) => noted(await web.rendered(url, wanted)),
    },
  };
}

async function tried(part: string, job: (into: CheckedPage) => Promise<void>): Promise<CheckedPage> {
  const page: CheckedPage = {
    part,
    address: null,
    result: 'read',
    why: '',
    selectors: [],
    resources: [],
    otherLinks: 0,
    next: null,
    facts: null,
    posts: [],
  };
  try {
    await job(page);
  } catch (error) {
    if (!(error instanceof WebError) && !(error instanceof Unreadable)) throw error;
    page.result = error instanceof Unreadable ? error.status : 'failed';
    page.why = error.message;
  }
  return page;
}

function inspected(
  page: CheckedPage,
  pages: Answer<CheerioAPI>[],
  selectorsOn: (opened: Opened) => Selected[],
): CheckedPage {
  const [first] = pages;
  if (!first) return page;
  page.address = first.url;
  page.selectors = selectorsOn(openedAt(first.url, first.body));
  return page;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
