import { embeddedObjectsOf } from '../../text/structured-data.ts';
import { canParseUrl } from '../../text/web-address.ts';
import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { ResourceName } from '../../types/input.ts';
import type { ImportFile } from '../import-format.ts';
import { isAccount, isFollowsTab } from '../pages/facebook.ts';
import { isLogin, pageAddress, pathParts, savedPage } from '../pages/page.ts';
import { linksIn } from '../pages/tree.ts';
import type { ShownPage } from './reading.ts';
import { readShown, shownPage } from './shown.ts';
import { showsVisitorPosts } from './visitors.ts';

/** A page or a group on Facebook. A person's own page is none. */
export function facebookResource(file: ImportFile, identify: IdentifyResource): SavedResource | null {
  const saved = savedPage(file, (host) => /(?:^|\.)facebook\.com$/.test(host));
  const opened = shownPage(saved, file, identify, 'facebook');
  const names = opened && namesIn(opened);
  const page = opened && names ? { ...opened, resource: names.vanity } : opened;
  if (page === null || isFollowsTab(pageAddress(page)) || (isLogin(page) && !isShownBehind(page)) || isPerson(page))
    return null;
  const group = page.resource.name.startsWith('groups/');
  const written = timesIn(page);
  return readShown(page, `saved page of a Facebook ${group ? 'group' : 'page'}`, {
    isAccount: (url) => isAccount(url) || pathParts(url)[2] === 'user',
    postAt,
    momentOf: (address) => written.get(address) ?? null,
    countsLikes: true,
    group: group || showsVisitorPosts(page),
    otherName: names?.number ?? null,
  });
}

/** To whoever is not logged in a page is shown below the fields for the password. */
const isShownBehind = ({ $ }: ShownPage): boolean => $('h1').length > 0;

/** Whether the page has a tab of friends, which no page and no group has. */
function isPerson({ region, resource, addressOf, identify }: ShownPage): boolean {
  return linksIn(region).some((link) => {
    const url = addressOf(link);
    if (url === null) return false;
    const parts = pathParts(url);
    const isFriends =
      /^friends(?:_\w+)?$/.test(parts[1] ?? '') || /^friends(?:_\w+)?$/.test(url.searchParams.get('sk') ?? '');
    if (!isFriends) return false;
    const owner = identify(url.href);
    return owner !== null && 'network' in owner && owner.name === resource.name;
  });
}

/**
 * The name and the number of the page, where the data that it carries for its scripts says that both are one: an entry with
 * this number and an address with this name. Null where it does not, or names several.
 */
function namesIn({ $, resource, identify }: ShownPage): { vanity: ResourceName; number: ResourceName } | null {
  const pairs = new Map<string, { vanity: ResourceName; number: ResourceName }>();
  for (const { id, url } of embeddedObjectsOf($)) {
    if (typeof id !== 'string' || typeof url !== 'string' || !/^\d{5,20}$/.test(id)) continue;
    const vanity = canParseUrl(url) && isAccount(new URL(url)) ? identify(url) : null;
    const number = identify(`https://www.facebook.com/profile.php?id=${id}`);
    if (!vanity || !number || 'reason' in vanity || 'reason' in number) continue;
    if (vanity.network !== 'facebook' || vanity.name === number.name || vanity.name.startsWith('groups/')) continue;
    if (vanity.name !== resource.name && number.name !== resource.name) continue;
    pairs.set(`${vanity.name} ${number.name}`, { vanity, number });
  }
  const [only, ...more] = pairs.values();
  return only && more.length === 0 ? only : null;
}

/** Parameters that are part of the address of a post. */
const telling = ['story_fbid', 'fbid', 'id', 'v', 'multi_permalinks'];

function postAt(url: URL): string | null {
  if (!/(?:^|\.)facebook\.com$/.test(url.hostname) || url.searchParams.has('comment_id')) return null;
  const parts = pathParts(url);
  const isPost =
    parts.some((part, at) => /^(?:posts|permalink|videos|reel)$/.test(part) && (parts[at + 1] ?? '') !== '') ||
    /^\/(?:permalink|story|photo)(?:\.php)?\/?$/.test(url.pathname) ||
    url.searchParams.has('multi_permalinks');
  if (!isPost) return null;
  const plain = new URL(url.pathname, 'https://www.facebook.com');
  for (const name of telling) {
    const value = url.searchParams.get(name);
    if (value !== null) plain.searchParams.set(name, value);
  }
  return plain.href.replace(/\/$/, '');
}

/** When posts were written, by their addresses, as the data that the page carries for its scripts tells. */
function timesIn({ $ }: ShownPage): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const object of embeddedObjectsOf($)) {
    const { url, creation_time: seconds } = object;
    if (typeof url !== 'string' || typeof seconds !== 'number' || !canParseUrl(url)) continue;
    const address = postAt(new URL(url));
    if (address !== null) times.set(address, seconds * 1000);
  }
  return times;
}
