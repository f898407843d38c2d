import { UserError } from '../errors.ts';
import { readSites } from '../networks/index.ts';
import type { SiteRecipe } from '../networks/sites/recipe.ts';
import { siteNetwork } from '../networks/sites/site-network.ts';
import { type CheckedPage, tryRecipe } from '../networks/sites/try-recipe.ts';
import type { RunContext } from '../types/run.ts';
import type { Web } from '../types/web.ts';
import { createWebClient } from '../web/client.ts';
import { clientOptions } from './client-options.ts';
import { completeContext } from './context.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

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

/**
 * Checks a file of recipes, then tries each on one profile: the first page of each of its lists, then facts and posts of
 * the first resource of each kind that the lists show.
 * @param file the path of a sites file
 * @param profile the address of a profile of one of the sites, which is tried alone; without it, each recipe's `try`
 * @throws UserError sites_file, file_missing; setting where the profile is none of any site; the reason of an aborted
 * signal
 */
export async function checkSites(
  file: string,
  given: RunSettings = {},
  context: RunContext = {},
  profile?: string,
): Promise<CheckedSite[]> {
  const { settings } = completeSettings(given, 'sites check');
  const sites = sitesFor(profile, await readSites(file), file);
  const client = createWebClient(clientOptions(settings, completeContext(context)));
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
  throw new UserError('setting', file, `${profile} is not an address on a host in this file (${hosts})`);
}

/** Tries one recipe. Whatever goes wrong is told in the result. */
export async function checkSite(site: SiteRecipe, profile: string | null, web: Web): Promise<CheckedSite> {
  const { id, title, host } = site;
  const checked = (pages: CheckedPage[], ...problems: string[]): CheckedSite => ({
    id,
    title,
    host,
    profile,
    pages,
    problems,
  });
  if (profile === null) {
    return checked([], 'no profile was tried: name one, or add "try": "the address of a profile" to the recipe');
  }
  const tried = await tryRecipe(site, profile, web);
  if (!tried) return checked([], `${profile} is not a profile of this site: those are at ${host}${site.profile}`);
  const unseen = tried.unseen.map(
    (index) => `resources[${index}]: no list of this profile shows one, so it was not tried`,
  );
  return checked(tried.pages, ...unseen, ...tried.pages.flatMap(problemsOf));
}

function problemsOf({ part, result, why, selectors, resources, otherLinks, facts, posts }: CheckedPage): string[] {
  if (result !== 'read') return [`${part}: ${result === 'failed' ? why : `${result.replaceAll('_', ' ')}: ${why}`}`];
  const problems = selectors
    .filter(
      ({ wanted, count }) => wanted && count === 0 && (resources.length > 0 || posts.length > 0 || facts !== null),
    )
    .map(({ field, selector }) => `${part}.${field}: nothing on the page matches "${selector}"`);
  const items = selectors.find(({ field }) => field === 'item');
  if (items?.count === 0) problems.push(`${part}: it is empty here, so the selectors inside its items were not tried`);
  if (resources.length === 0 && otherLinks > 0) {
    problems.push(`${part}: none of its ${otherLinks} links leads to an address of resources`);
  }
  if (facts?.exists === false) problems.push(`${part}: the site says that this resource is not there`);
  if (facts?.exists && facts.subscribers === null && selectors.some(({ field }) => field === 'subscribers')) {
    problems.push(`${part}.subscribers: no number could be read reliably`);
  }
  const undated = posts.filter(({ at }) => at === null).length;
  if (undated > 0) problems.push(`${part}.date: ${undated} of ${posts.length} posts have no date that can be read`);
  return problems;
}
