import { decodeSegment } from '../../text/normalise.ts';
import { canParseUrl } from '../../text/web-address.ts';
import type { CheerioAPI } from 'cheerio';
import { isPartsFolder } from '../unread-files.ts';

/** Where a page was saved from. */
export interface SavedFrom {
  url: URL;
  /**
   * `exact` as the browser wrote it down while saving; `named` as the page calls itself, which pages that change without
   * loading leave as it was; `site` where only the site of most links is known.
   */
  sure: 'exact' | 'named' | 'site';
}

/** What stands before the page itself. */
const headOf = (text: string): string => text.slice(0, 64 * 1024).split(/<body\b/i, 1)[0] ?? '';

/** When SingleFile saved a page, in milliseconds since the epoch; null where it did not. */
export function savedOn(text: string): number | null {
  const [, written = ''] =
    /<!--\s*Page saved with SingleFile\s[^>]{0,10000}?\ssaved date: ([^(\r\n>]{8,60})/i.exec(headOf(text)) ?? [];
  const at = Date.parse(written.trim());
  return Number.isFinite(at) ? at : null;
}

/** The comment that Chrome, Edge and Internet Explorer write, or SingleFile's, else what the page says, else its links. */
export function savedFrom(text: string, $: CheerioAPI): SavedFrom | null {
  const head = headOf(text);
  const exact =
    web(/<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->/i.exec(head)?.[1]) ??
    web(/<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/i.exec(head)?.[1]);
  if (exact) return { url: exact, sure: 'exact' };
  const named =
    web($('link[rel="canonical"]').first().attr('href')) ?? web($('meta[property="og:url"]').first().attr('content'));
  if (named) return { url: named, sure: 'named' };
  const site = mostLinked($);
  return site && { url: site, sure: 'site' };
}

/** The address of a link; null where it leads into the folder of a saved page, to a script or to nowhere. */
export function resolveHref(href: string | undefined, source: URL | null): URL | null {
  const text = href?.trim() ?? '';
  if (text === '' || text.startsWith('#')) return null;
  const [, folder] = /^(?:\.\/)?([^/?#:]+)\//.exec(text) ?? [];
  if (folder !== undefined && isPartsFolder(decodeSegment(folder))) return null;
  return web(text, source);
}

function web(address: string | undefined, base?: URL | null): URL | null {
  if (address === undefined || !canParseUrl(address, base?.href)) return null;
  const url = new URL(address, base?.href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function mostLinked($: CheerioAPI): URL | null {
  const counts = new Map<string, number>();
  for (const link of $('a[href]').toArray()) {
    const origin = web($(link).attr('href'))?.origin;
    if (origin !== undefined) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most && most[1] >= fewest && most[1] * 2 > all ? new URL(most[0]) : null;
}

/** Any page of a site has more links within it than this; a list that somebody wrote may have fewer. */
const fewest = 10;
