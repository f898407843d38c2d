import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { fillFacts } from '../types/facts.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import { bluesky } from './bluesky/index.ts';
import { closedNetworks } from './closed/index.ts';
import { feeds } from './feed/index.ts';
import { flickr } from './flickr.ts';
import { github } from './github.ts';
import { parseUrl } from './kit/address.ts';
import { isUnderHosts } from '../text/hosts.ts';
import { mastodon } from './mastodon/index.ts';
import { readSitesBeside } from './sites/read-sites.ts';
import type { SiteRecipe } from './sites/recipe.ts';
import { siteNetwork } from './sites/site-network.ts';
import { software } from './sites/software.ts';
import { soundcloud } from './soundcloud.ts';
import { steam } from './steam/index.ts';
import { telegram } from './telegram/index.ts';
import { vk } from './vk/index.ts';
import { webPages } from './web.ts';
import { x } from './x/index.ts';
import { youtube } from './youtube/index.ts';

const withHosts = [bluesky, vk, youtube, x, telegram, steam, github, soundcloud, flickr, ...closedNetworks];

/**
 * Every network the program knows. The order decides who is asked first whether an address is theirs: networks with
 * hosts of their own, then Mastodon, whose servers may be anywhere else, then feeds, then any other page of the web.
 */
export const networks: readonly AnyNetwork[] = [
  ...withHosts,
  orPages(besides(withHosts, mastodon)),
  besides(withHosts, feeds),
  webPages,
];

/** A network to which no address at a host of these others belongs. */
function besides(others: readonly AnyNetwork[], network: Network): Network {
  const theirs = others.flatMap(({ hosts }) => hosts);
  const isTheirs = (input: string): boolean => isUnderHosts(parseUrl(input)?.hostname ?? '', theirs);
  return {
    ...network,
    parseProfile: (input) => (isTheirs(input) ? null : network.parseProfile(input)),
    parseHandle: (input) => (isTheirs(input) ? null : network.parseHandle(input)),
    parseResource: (input) => (isTheirs(input) ? null : network.parseResource(input)),
  };
}

/** A network some of whose addresses may be any site's: those that turn out to be none of its are pages of the web. */
function orPages(network: Network): Network {
  return {
    ...network,
    parseResource(input) {
      const found = network.parseResource(input);
      if (found === null || 'reason' in found || !found.unsure) return found;
      const page = webPages.parseResource(input);
      return page === null || 'reason' in page ? page : { ...found, otherwise: page };
    },
    async *findResources(names, web) {
      const open = new Set(names);
      for await (const found of network.findResources(names, web)) {
        open.delete(found[0]);
        yield found;
      }
      for (const name of open) {
        const page = name.otherwise;
        if (page?.id) yield [name, { ...page, id: page.id, title: null }, fillFacts({ ...page, title: null })];
      }
    },
  };
}

/** The recipes of a sites file. @throws UserError sites_file, file_missing, file_unreadable */
export const readSites = (file: string): Promise<SiteRecipe[]> => readSitesBeside(file, networks);

/** Sites that recipes describe, each as a network, then every other one: a recipe decides over the addresses of its host. */
export const networksWith = (recipes: readonly SiteRecipe[]): readonly AnyNetwork[] => [
  ...recipes.map(siteNetwork),
  ...networks,
];

/**
 * The networks of a run: the caller's own, those of a sites file, then every other one whose id is not taken.
 * @throws UserError setting, sites_file, file_missing, file_unreadable
 */
export async function networksFor(
  { sites = null, apart = [] }: { sites?: string | null | undefined; apart?: readonly string[] | undefined },
  own: readonly AnyNetwork[] = [],
): Promise<readonly AnyNetwork[]> {
  const others = sites === null ? networks : networksWith(await readSites(sites));
  const all = [...own, ...others.filter(({ id }) => !own.some((each) => each.id === id))];
  const unknown = apart.find((network) => !all.some(({ id }) => id === network));
  if (unknown !== undefined) throw new UserError('setting', setting('apart'), `no network is called "${unknown}"`);
  return all;
}

/** A recipe that comes with the program, for everything that runs on one kind of software. */
export interface ShippedRecipe {
  /** What a sites file writes as `like`. */
  like: string;
  title: string;
  rendered: boolean;
  /** Where its profiles are. */
  profile: string;
  /** Addresses of the lists and of the resources that it reads. */
  follows: string[];
  resources: string[];
}

/** Every recipe that comes with the program. */
export const shippedRecipes = (): ShippedRecipe[] =>
  [...software].map(([like, { title, rendered = false, profile, follows, resources }]) => ({
    like,
    title,
    rendered,
    profile,
    follows: follows.map(({ page }) => page),
    resources: resources.map(({ address }) => address),
  }));

/** The network that a host belongs to; undefined where it may be anybody's. */
export const networkAt = (host: string, all: readonly AnyNetwork[]): AnyNetwork | undefined =>
  all.find(({ hosts }) => isUnderHosts(host, hosts));
