import { canParseUrl } from '../../text/web-address.ts';
import { WebError, Stopped } from '../../errors.ts';
import type { ResourceName } from '../../types/input.ts';
import type { Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { parsePage } from '../kit/page-address.ts';

/** What stands behind the address of a site in that of its own feed. Feeds of categories and comments lie deeper. */
const ownFeed =
  /^(?:\/(?:feed|rss2?|atom|rdf|feed\/(?:rss2?|atom)|(?:feed|rss2?|atom|index)\.(?:xml|rss|atom|rdf))|\/?\?feed=(?:rss2?|atom|rdf))$/i;

/** What a program takes for a feed (https://html.spec.whatwg.org/multipage/links.html#rel-alternate). */
const feedTypes = new Set(['application/rss+xml', 'application/atom+xml']);

/**
 * The page whose feed this is: the feed names it, and either lies where a site keeps its own feed, or the page names it
 * as its default feed, which is the first one that it names. Null where that is not proven: many pages name feeds of
 * others, and many feeds of one site name its start page.
 * @param written the address that the feed gives as its own page
 */
export async function ownSiteOf(
  { id }: Pick<Resource, 'id'>,
  written: string | null,
  web: Web,
): Promise<Resource | null> {
  const page = written === null ? null : parsePage('web', written);
  if (!page || !('url' in page) || page.id === null || page.id === id) return null;
  const site = { network: page.network, id: page.id, name: page.name, url: page.url, host: page.host, title: null };
  if (id.startsWith(page.id) && ownFeed.test(id.slice(page.id.length))) return site;
  return (await defaultFeedOf(page, web)) === id ? site : null;
}

/** The id of the first feed that a page names; null also where the page cannot be read. */
async function defaultFeedOf({ url }: ResourceName, web: Web): Promise<string | null> {
  try {
    const { body, url: from } = await web.page(url.replace(/^http:/, 'https:'));
    const first = body('link[href], a[href]')
      .toArray()
      .map((element) => body(element))
      .find((link) => {
        const rel = (link.attr('rel') ?? '').toLowerCase().split(/\s+/);
        return rel.includes('alternate') && feedTypes.has((link.attr('type') ?? '').trim().toLowerCase());
      });
    const href = first?.attr('href') ?? '';
    const feed = canParseUrl(href, from) ? parsePage('feed', new URL(href, from).href) : null;
    return feed && 'url' in feed ? feed.id : null;
  } catch (error) {
    if (error instanceof Stopped || !(error instanceof WebError)) throw error;
    return null;
  }
}
