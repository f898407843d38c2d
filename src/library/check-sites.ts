import type { CheerioAPI } from 'cheerio';
import { Unreadable, UserError, WebError } from '../errors.ts';
import { readSites } from '../networks/index.ts';
import { type Selected, placesOfList, placesOfPosts, placesOfResource } from '../networks/sites/inspect-recipe.ts';
import { startUrl } from '../networks/sites/follows.ts';
import type { SiteRecipe } from '../networks/sites/recipe.ts';
import { type Opened, openedAt } from '../networks/sites/selectors.ts';
import { siteNetwork } from '../networks/sites/site-network.ts';
import { type Settings, connections, userAgent } from '../settings.ts';
import type { Network } from '../types/network.ts';
import type { Facts, Listed, Post, Profile } from '../types/resource.ts';
import type { Clock, ProgressEvent } from '../types/run.ts';
import type { Answer, Web } from '../types/web.ts';
import { createWebClient } from '../web/client.ts';

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

/** What became of a site's recipe when it was tried on one profile. */
export interface CheckedSite {
  id: string;
  title: string;
  host: string;
  /** The profile that was tried; null where neither the caller nor the recipe names one. */
  profile: string | null;
  pages: CheckedPage[];
  /** What a person should look at, in words, with the field it concerns. */
  problems: string[];
}

const mostPosts = 10;

/**
 * Checks a file of recipes, then tries each on one profile: the first page of each of its lists, then facts and posts of
 * the first resource of each kind that the lists show.
 * @param profile the address of a profile of one of the sites, which is tried alone; without it, each recipe's `try`
 * @throws UserError sites_file, file_missing; setting where the profile is none of any site
 */
export async function checkSites(
  file: string,
  settings: Settings,
  { clock, progress }: { clock: Clock; progress?: (event: ProgressEvent) => void },
  profile?: string,
): Promise<CheckedSite[]> {
  const sites = sitesFor(profile, await readSites(file), file);
  const client = createWebClient({
    clock,
    connectTo: connections(settings),
    userAgent: userAgent(settings),
    browser: settings.browser,
    onWait: ({ host, until, why }) => progress?.({ stage: 'wait', host, until, why }),
  });
  try {
    const checked: CheckedSite[] = [];
    for (const site of sites) {
      const network = siteNetwork(site);
      checked.push(await checkSite(site, profile ?? site.try ?? null, client.for(network)));
    }
    return checked;
  } finally {
    await client.close();
  }
}

function sitesFor(profile: string | undefined, sites: SiteRecipe[], file: string): SiteRecipe[] {
  if (profile === undefined) return sites;
  const own = sites.filter((site) => siteNetwork(site).parseProfile(profile) !== null);
  if (own.length > 0) return own;
  const hosts = sites.map(({ host }) => host).join(', ');
  throw new UserError('setting', file, `${profile} is no address on a host of this file (${hosts})`);
}

/** Tries one recipe. Whatever goes wrong is told in the result. */
export async function checkSite(site: SiteRecipe, profile: string | null, web: Web): Promise<CheckedSite> {
  const { id, title, host } = site;
  const network = siteNetwork(site);
  const checked: CheckedSite = { id, title, host, profile, pages: [], problems: [] };
  if (profile === null) {
    checked.problems.push('no profile was tried: name one, or add "try": "the address of a profile" to the recipe');
    return checked;
  }
  const name = network.parseProfile(profile);
  if (!name || 'reason' in name) {
    checked.problems.push(`${profile} is no profile of this site: those are at ${host}${site.profile}`);
    return checked;
  }
  const [found] = await all(network.findProfiles([name], web));
  if (!found || !('profile' in found[1])) return checked;
  for (const index of site.follows.keys()) {
    checked.pages.push(await checkList(site, network, index, found[1].profile, web));
  }
  const resources = checked.pages.flatMap((page) => page.resources);
  for (const [index, recipe] of site.resources.entries()) {
    const kind = siteNetwork({ ...site, resources: [recipe] });
    const first = resources.find((each) => isNamed(kind.parseResource(each.url)));
    if (!first) {
      checked.problems.push(`resources[${index}]: no list of this profile shows one, so it was not tried`);
      continue;
    }
    checked.pages.push(await checkFacts(site, network, index, first, web));
    if (recipe.posts) checked.pages.push(await checkPosts(site, network, index, first, web));
  }
  checked.problems.push(...checked.pages.flatMap(problemsOf));
  return checked;
}

const isNamed = (name: ReturnType<Network['parseResource']>): boolean => name !== null && !('reason' in name);

async function checkList(
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
  return look(page, seen.pages, (opened) => {
    const { selectors, links } = placesOfList(site, index, opened, web);
    page.otherLinks = Math.max(0, links - page.resources.length);
    return selectors;
  });
}

const pageIn = (position: string): string => (JSON.parse(position) as { page: string }).page;

async function checkFacts(
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
  return look(page, seen.pages, (opened) => placesOfResource(site, index, opened, web));
}

async function checkPosts(
  site: SiteRecipe,
  network: Network,
  index: number,
  resource: Listed,
  web: Web,
): Promise<CheckedPage> {
  const seen = recordingWeb(web);
  const page = await tried(`resources[${index}].posts`, async (into) => {
    const facts = { ...resource, description: null, group: false, exists: true, ref: resource.url, wishes: [] };
    for await (const post of network.readPosts(resource, facts, seen.web)) {
      into.posts.push(post);
      if (into.posts.length === mostPosts) return;
    }
  });
  return look(page, seen.pages, (opened) => placesOfPosts(site, index, opened, web));
}

// ------------------------------------------------------------------ pages

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

function look(
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

function problemsOf({ part, result, why, selectors, resources, otherLinks, facts, posts }: CheckedPage): string[] {
  if (result !== 'read') return [`${part}: ${result === 'failed' ? why : `${result.replaceAll('_', ' ')}: ${why}`}`];
  const problems = selectors
    .filter(
      ({ wanted, count }) => wanted && count === 0 && (resources.length > 0 || posts.length > 0 || facts !== null),
    )
    .map(({ field, selector }) => `${part}.${field}: nothing on the page is "${selector}"`);
  const items = selectors.find(({ field }) => field === 'item');
  if (items?.count === 0) problems.push(`${part}: it is empty here, so the selectors inside its items were not tried`);
  if (resources.length === 0 && otherLinks > 0) {
    problems.push(`${part}: none of its ${otherLinks} links leads to an address of resources`);
  }
  if (facts?.exists === false) problems.push(`${part}: the site says that this resource is not there`);
  if (facts?.exists && facts.subscribers === null && selectors.some(({ field }) => field === 'subscribers')) {
    problems.push(`${part}.subscribers: there is no number that can be read for sure`);
  }
  const undated = posts.filter(({ at }) => at === null).length;
  if (undated > 0) problems.push(`${part}.date: ${undated} of ${posts.length} posts have no date that can be read`);
  return problems;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
