import type { IdentifyResource, SavedResource } from '../../types/import.ts';
import type { ImportFile } from '../import-format.ts';
import { pathParts, savedPage } from '../pages/page.ts';
import { below, linksIn } from '../pages/tree.ts';
import type { ShownPage } from './reading.ts';
import { readShown, shownPage } from './shown.ts';
import { hasOpenWall, takesSuggestions } from './visitors.ts';

/** A community on VK. A person's page is none. */
export function vkResource(file: ImportFile, identify: IdentifyResource): SavedResource | null {
  const saved = savedPage(file, (host) => /^(?:www\.|m\.|new\.)?(?:vk\.com|vk\.ru|vkontakte\.ru)$/.test(host));
  const page = shownPage(saved, file, identify, 'vk');
  if (page === null || isPerson(page)) return null;
  const number = numberOf(page);
  if (number === null) return null;
  return readShown(page, 'saved page of a VK community', {
    isAccount: (url) =>
      pathParts(url).length === 1 && url.search === '' && !/^\/(?:wall|photo|video|topic|album)/.test(url.pathname),
    postAt,
    otherIds: [number],
    group: hasOpenWall(page),
    suggestions: takesSuggestions(page),
  });
}

/** Lists of a person's friends and communities, which no community has. */
function isPerson({ resource, region, addressOf }: ShownPage): boolean {
  if (/^id\d+$/.test(resource.name)) return true;
  return linksIn(region).some((link) => {
    const url = addressOf(link);
    return url !== null && /^\/(?:friends|groups)$/.test(url.pathname) && url.searchParams.has('id');
  });
}

/** The community's number: in its address, else the owner of most posts and pictures, which is negative. */
function numberOf({ resource, region, addressOf }: ShownPage): string | null {
  if (resource.id !== null) return resource.id;
  const counts = new Map<string, number>();
  const texts = [
    ...linksIn(region).map((link) => addressOf(link)?.pathname ?? ''),
    ...below(
      region,
      ({ attribs }) => attribs['data-post-id'] !== undefined || attribs['id']?.startsWith('post-') === true,
    ).map(({ attribs }) => `/wall${attribs['data-post-id'] ?? (attribs['id'] ?? '').slice('post'.length)}`),
  ];
  for (const text of texts) {
    const [, owner] = /^\/(?:wall|photo|video|album|topic|market|clip|article)s?-(\d+)(?:_|$)/.exec(text) ?? [];
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}

function postAt({ hostname, pathname, searchParams }: URL): string | null {
  if (!/(?:^|\.)(?:vk\.com|vk\.ru|vkontakte\.ru)$/.test(hostname)) return null;
  const [, place] = /^\/?wall(-?\d+_\d+)$/.exec(searchParams.get('w') ?? pathname) ?? [];
  return place === undefined || searchParams.has('reply') ? null : `https://vk.com/wall${place}`;
}
