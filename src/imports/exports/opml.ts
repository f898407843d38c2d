import type { ImportFormat } from '../import-format.ts';
import { loadMarkup } from '../../text/markup.ts';
import type { IdentifyResource } from '../../types/import.ts';
import { isElement, type PageNode } from '../pages/tree.ts';
import { type Entry, brokenXml, recognisedList } from './lists.ts';

const format = 'OPML: feeds and podcasts subscribed to';
const again = 'export the subscriptions of the reader or player again as OPML';

/**
 * OPML, which feed readers, podcast players and players of YouTube write: an outline with `xmlUrl` is a feed, whatever
 * its type says; others are folders (http://opml.org/spec2.opml). Read leniently: many writers forget a declaration, the
 * type or the text.
 */
export const opmlExport: ImportFormat = {
  id: 'opml',
  recognise: ({ text }, identify) => {
    if (!/^\s*</.test(text) || !/<opml\b/i.test(text.slice(0, 4096))) return null;
    const document = loadMarkup(text, 'xml');
    if (document === null || !/<\/opml\s*>\s*$/i.test(text)) return brokenXml(format);
    const entries = feedsIn(document.root().toArray()[0]?.children ?? []).map((feed) => entryOf(feed, identify));
    return recognisedList({ format, network: 'web', isPart: true, entries, skipped: [], whatToDo: again }, identify);
  },
};

interface Feed {
  feed: string;
  site: string;
  title: string;
}

/** In the order of the file. */
function feedsIn(roots: PageNode[]): Feed[] {
  const feeds: Feed[] = [];
  const open = roots.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) open.push(child);
    }
    if (node.name.toLowerCase() !== 'outline') continue;
    const told = new Map(Object.entries(node.attribs).map(([name, value]) => [name.toLowerCase(), value.trim()]));
    // Overcast also lists podcasts of which somebody kept an episode.
    if (told.get('subscribed') === '0') continue;
    const feed = told.get('xmlurl') ?? '';
    const site = told.get('htmlurl') ?? '';
    const isFeed = feed !== '' || (site !== '' && /^(?:rss|atom|podcast)$/i.test(told.get('type') ?? ''));
    if (isFeed)
      feeds.push({ feed: plain(feed), site: plain(site), title: told.get('title') || told.get('text') || '' });
  }
  return feeds;
}

/** The page of an account of Mastodon behind the file that it serves to readers; YouTube's behind one of Invidious. */
const plain = (address: string): string =>
  address
    .replace(/(\/@[\w.]+?)\.(?:rss|atom)$/, '$1')
    .replace(/^https?:\/\/[^/]+\/feed\/channel\/(UC[\w-]{22})\/?$/, 'https://www.youtube.com/channel/$1');

/** A page of a network with accounts before the feed, the feed before the site, which tells less. */
function entryOf({ feed, site, title }: Feed, identify: IdentifyResource): Entry | null {
  const named = [site, feed].flatMap((address) => {
    const found = address === '' ? null : identify(address);
    return found && 'name' in found ? [{ address, network: found.network }] : [];
  });
  const best =
    named.find(({ network }) => network !== 'web' && network !== 'feed') ??
    named.find(({ network }) => network === 'feed') ??
    named[0];
  return best ? { address: best.address, title: title || null } : null;
}
