import { normaliseHeading } from '../../text/normalise.ts';
import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type { Facts, ProfileLookup, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { stripInvisible } from '../../text/normalise.ts';
import { addressForm, addressOn, siteKey, nameFromKey } from './addresses.ts';
import { bareHost } from '../../text/hosts.ts';
import { listFollows } from './follows.ts';
import { targetFinder } from './resource-kinds.ts';
import type { SiteRecipe } from './recipe.ts';
import { readPosts, readResource } from './resources.ts';
import { isCountedBelow } from '../kit/floor.ts';

/** A site as a network, as its recipe describes it. It has no API: pages are read, and one page is one request. */
export function siteNetwork(site: SiteRecipe): Network {
  const { id: network, title, host, pace } = site;
  const profiles = addressForm(site.profile, site.keepCase === true);
  const targetAt = targetFinder(site);

  function parseProfile(input: string): ProfileName | NotIdentified | null {
    const url = addressOn(host, input);
    if (!url) return null;
    const named = profiles.read(url, true);
    return named ? { network, name: siteKey(named), host } : { reason: `this ${title} address names no profile` };
  }

  function parseHandle(input: string): ProfileName | NotIdentified | null {
    const profile = parseProfile(input);
    if (profile) return profile;
    const word = stripInvisible(input).replace(/^@/, '');
    if (word === '' || /[\s/]/.test(word) || /^[^@]+@[^@][^.@]*\.[^@]+$/.test(word)) return null;
    if (profiles.holds.size === 2)
      return { reason: `write the full address of the profile: https://${host}${site.profile}` };
    const isName = profiles.holds.has('name') && site.keepCase !== true;
    return { network, name: isName ? word.toLowerCase() : word, host };
  }

  function parseResource(input: string): ResourceName | NotIdentified | null {
    const url = addressOn(host, input);
    if (!url) return null;
    const target = targetAt(url, true);
    if (target) return target.name;
    return profiles.read(url, true) ? { reason: `this is a profile of ${title}, not a resource` } : null;
  }

  async function* findProfiles(names: ProfileName[]): AsyncIterable<[ProfileName, ProfileLookup]> {
    // Whether there is such a profile, its list tells: asking for the profile first would double the requests.
    for (const name of names) {
      const { id, name: handle } = nameFromKey(name.name, profiles);
      yield [name, { profile: { network, id: id ?? handle ?? '', ref: name.name, host } }];
    }
  }

  async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
    for (const name of names) {
      const { id, facts } = await readResource(site, name, web);
      const { name: handle, title: shown, url } = facts;
      if (id !== null && facts.exists) yield [name, { network, id, name: handle, title: shown, url, host }, facts];
    }
  }

  return {
    id: network,
    title,
    hosts: [bareHost(host)],
    aliases: [...new Set([network, ...[network, title].map(normaliseHeading)])],
    accounts: null,
    examples: [{ input: `https://${host}${profiles.pathOf(sample)}`, profile: siteKey(sampleIn(profiles.holds)) }],
    terms: {
      keepDays: null,
      derived: 'what the site itself allows: whoever writes the recipe reads its terms',
      mixable: true,
      consent: null,
      source: `https://${host}/`,
      read: '',
    },
    paces: [pace ?? { requests: 60, seconds: 60 }],
    concurrency: site.rendered ? 1 : 2,
    batch: { profiles: 1, follows: 50, facts: 1, posts: 20 },
    parseProfile,
    parseHandle,
    parseResource,
    pageOf: () => null,
    utmSource: () => bareHost(host).replace(/:\d+$/, ''),
    findProfiles,
    listFollows: (profile, web, from) => listFollows(site, profile, web, from),
    findResources,
    // The list is the site's own; above the floor, the resource's page is wanted for what it says of itself.
    decidesFloor: isCountedBelow,
    async *readFacts(resources, web) {
      for (const resource of resources) yield [resource, (await readResource(site, resource, web)).facts];
    },
    readPosts: (resource, _, web) => readPosts(site, resource, web),
  };
}

const sample = { name: 'anna', id: '123' };

const sampleIn = (holds: ReadonlySet<string>): { name: string | null; id: string | null } => ({
  name: holds.has('name') ? sample.name : null,
  id: holds.has('id') ? sample.id : null,
});
