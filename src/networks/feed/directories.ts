import { z } from 'zod';
import type { NotIdentified, ResourceName } from '../../types/input.ts';
import type { Web } from '../../types/web.ts';
import { optionalText } from '../kit/fields.ts';
import { parseHosted } from '../kit/address.ts';
import { parsePage } from '../kit/page-address.ts';

/**
 * The number that Apple's directory gave a podcast, in addresses there and in those of apps that go by it: Overcast, Pocket
 * Casts and Castro.
 */
function appleIdIn(input: string): string | null {
  const address = parseHosted(input);
  if (!address) return null;
  const { site, path } = address;
  if (site === 'podcasts.apple.com' || site === 'itunes.apple.com') {
    const isPodcast = path.some((segment) => segment.toLowerCase() === 'podcast');
    return isPodcast ? numberIn(path.findLast((segment) => /^id\d+$/i.test(segment)) ?? '', /^id(\d+)$/i) : null;
  }
  if (site === 'overcast.fm') return numberIn(path[0] ?? '', /^itunes(\d+)$/i);
  if (site === 'pca.st' || site === 'castro.fm')
    return path[0] === 'itunes' ? numberIn(path[1] ?? '', /^(\d+)$/) : null;
  return null;
}

const numberIn = (text: string, form: RegExp): string | null => form.exec(text)?.[1] ?? null;

/** A podcast by its page in a directory, which is a page of the web where the directory knows no feed of it. */
export function parseDirectoryPage(input: string): ResourceName | NotIdentified | null {
  const id = appleIdIn(input);
  const page = id === null ? null : parsePage('web', input);
  if (id === null || !page || 'reason' in page) return null;
  const url = `https://${listing}${id}`;
  return { network: 'feed', name: `${listing}${id}`, id: null, url, host: lookupHost, otherwise: page };
}

const listing = 'podcasts.apple.com/podcast/id';
const lookupHost = 'itunes.apple.com';

/** "Approximately 20 calls per minute": https://performance-partners.apple.com/search-api, read 2026-11-28. */
export const lookupPace = { requests: 20, seconds: 60, applies: (url: URL): boolean => url.host === lookupHost };

const Found = z.object({ results: z.array(z.object({ feedUrl: optionalText })) });

/**
 * The address of the feed that a directory has for a podcast: an "ID-based lookup request to create mappings between
 * your content library and the digital catalog" (the same page). Null where it has none; some podcasts have no feed.
 * @param name a name that `parseDirectoryPage` gave
 */
export async function feedInDirectory(name: string, web: Web): Promise<string | null> {
  const id = name.slice(listing.length);
  const { body } = await web.json(`https://${lookupHost}/lookup?id=${id}&entity=podcast`, Found);
  return body.results.find(({ feedUrl }) => feedUrl !== null)?.feedUrl ?? null;
}

export const isDirectoryName = (name: string): boolean => name.startsWith(listing);
