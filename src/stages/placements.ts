import { canParseUrl } from '../text/web-address.ts';
import { Refused } from '../errors.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type { SeenPlacement } from '../types/published.ts';
import type { Web } from '../types/web.ts';
import { failure } from './failure.ts';
import { readPublishedPage } from './published-page.ts';

export interface PlacementContext {
  /** The network whose host this is; undefined where it is none's. */
  networkAt: (host: string) => AnyNetwork | undefined;
  networks: readonly AnyNetwork[];
  webFor: (network: Pick<Network, 'id' | 'paces' | 'concurrency'>) => Web;
  signal: AbortSignal;
}

/** Any site that a text was published on: asked gently, one request after another. */
const anySite = { id: 'placements', paces: [{ requests: 30, seconds: 60 }], concurrency: 1 };

/**
 * Looks at published posts and pages. What cannot be read is a result with its reason.
 * @returns what became of each address
 */
export async function seePlacements(
  addresses: Iterable<string>,
  context: PlacementContext,
): Promise<Map<string, SeenPlacement>> {
  const seen = [...new Set(addresses)].map(async (address) => [address, await seePlacement(address, context)] as const);
  return new Map(await Promise.all(seen));
}

async function seePlacement(address: string, context: PlacementContext): Promise<SeenPlacement> {
  if (!/^https?:\/\/[^\s/]+/i.test(address) || !canParseUrl(address))
    return { found: 'unread', why: 'it is not the address of a page' };
  try {
    return await read(new URL(address), context);
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 410)) return { found: 'gone' };
    return { found: 'unread', why: failure(error, context.signal).note };
  }
}

async function read(url: URL, { networkAt, networks, webFor }: PlacementContext): Promise<SeenPlacement> {
  const network = networkAt(url.host);
  if (network?.closed) return { found: 'unread', why: `${network.title} shows its posts to nobody without a login` };
  // A server of the fediverse may be anywhere.
  const readers = network
    ? [network]
    : networks.filter((each): each is Network => !each.closed && each.hosts.length === 0);
  for (const reader of readers) {
    const web = webFor(reader);
    const ask = reader.publishedPost?.(url, web.token);
    if (!ask) continue;
    const post = await ask(web);
    return post ? { found: 'there', ...post } : { found: 'gone' };
  }
  return { found: 'there', ...(await readPublishedPage(url.href, webFor(network ?? anySite))) };
}
