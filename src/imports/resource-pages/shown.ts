import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { ImportFile } from '../import-format.ts';
import type { ResourceName } from '../../types/input.ts';
import { type SavedPage, mainOf, pageAddress, pathParts } from '../pages/page.ts';
import { type Element, below, linksIn } from '../pages/tree.ts';
import { readHeader } from './header.ts';
import { readPosts } from './posts.ts';
import type { Reading, ShownPage } from './reading.ts';

/** The page with the resource that its address names; null where it names another network's, or none. */
export function shownPage(
  page: SavedPage | null,
  file: ImportFile,
  identify: IdentifyResource,
  network: string,
): ShownPage | null {
  const region = page && mainOf(page.$);
  if (page === null || region === null) return null;
  const named = resourceAt(pageAddress(page), network, identify);
  const resource = named ?? (page.source.sure === 'site' ? ownerOf(region, page, network, identify) : null);
  return resource && { ...page, file, identify, resource, region };
}

function resourceAt(url: URL | null, network: string, identify: IdentifyResource): ResourceName | null {
  const found = url && identify(url.href);
  return found !== null && 'network' in found && found.network === network ? found : null;
}

/** Links to tabs of its own that a page has at least, where its address was not saved with it. */
const fewestTabs = 2;

/** Whose page it is by its heading, which leads to it, or by the tabs that most links lead to. */
function ownerOf(
  region: Element,
  { addressOf }: SavedPage,
  network: string,
  identify: IdentifyResource,
): ResourceName | null {
  const headings = below(region, (each) => each.name === 'h1');
  for (const link of headings.flatMap(linksIn)) {
    const named = resourceAt(addressOf(link), network, identify);
    if (named) return named;
  }
  const tabs = new Map<string, { resource: ResourceName; addresses: Set<string> }>();
  for (const link of linksIn(region)) {
    const url = addressOf(link);
    const named = url && pathParts(url).length > 1 ? resourceAt(url, network, identify) : null;
    if (!url || !named) continue;
    const known = tabs.get(named.name) ?? { resource: named, addresses: new Set() };
    known.addresses.add(url.pathname);
    tabs.set(named.name, known);
  }
  const [most, next] = [...tabs.values()].toSorted((a, b) => b.addresses.size - a.addresses.size);
  const isSure = most && most.addresses.size >= fewestTabs && most.addresses.size > (next?.addresses.size ?? 0);
  return isSure ? most.resource : null;
}

/** What the page says; null where it shows neither a number of subscribers nor a post. */
export function readShown(page: ShownPage, format: string, reading: Reading): SavedResource | null {
  const { resource, file } = page;
  const { posts, elements } = readPosts(page, reading);
  const told = { ...readHeader(page, reading, elements), ...reading.told };
  if (told.subscribers == null && posts.length === 0) return null;
  return {
    format,
    resource,
    otherIds: reading.otherIds ?? [],
    ...(reading.otherName && { otherName: reading.otherName }),
    told: {
      ...told,
      ...(reading.group === true && { group: true }),
      ...(reading.suggestions === true && { suggestions: true }),
    },
    posts,
    savedAt: file.savedAt,
  };
}
