import { UserError } from '../errors.ts';
import { readTable } from '../tables/read-table.ts';
import { normaliseHeading } from '../text/normalise.ts';
import { shortKey, tagsOf } from './address.ts';

/** A link that was published, as `teasers.csv` tells of it. */
export interface PublishedLink {
  network: string;
  resource: string;
  /** Address of the resource. */
  url: string;
  link: string;
  shortLink: string | null;
  utmContent: string;
}

/** How to find whose a visit is. */
export interface LinkIndex {
  links: readonly PublishedLink[];
  /** The link that a tag's value stands for, whichever tag it is. */
  byValue(value: string): PublishedLink | undefined;
  /** The link with these tags; null where they are somebody else's, undefined where there are none. */
  byTags(tags: ReadonlyMap<string, string>): PublishedLink | null | undefined;
  byShortLink(text: string): PublishedLink | undefined;
  /** The link whose short link ends with this key; undefined where several do. */
  byKey(key: string): PublishedLink | undefined;
}

/** Tags that may tell links apart, the first one first: analytics that lose one keep another. */
const telling = ['content', 'id', 'campaign', 'term'] as const;

/**
 * The links of a `teasers.csv`.
 * @throws UserError teasers_missing, teasers_file; like `openTable`
 */
export async function readLinks(path: string): Promise<PublishedLink[]> {
  const links: PublishedLink[] = [];
  let headings: string[] | null = null;
  for await (const { cells } of readTable(path, { headings: knownHeadings })) {
    if (headings === null) {
      headings = cells.map(normaliseHeading);
      continue;
    }
    const names = headings;
    const cell = (name: string): string => (cells[names.indexOf(name)] ?? '').replace(/^'/, '');
    const link = cell('link');
    const utmContent = cell('utm content') || (tagsOf(link).get('content') ?? '');
    if (utmContent === '' && link === '') continue;
    links.push({
      network: cell('network'),
      resource: cell('resource'),
      url: cell('url'),
      link,
      shortLink: cell('short link') || null,
      utmContent,
    });
  }
  if (links.length === 0) throw new UserError('teasers_file', path);
  return links;
}

const teaserHeadings = new Set(['network', 'resource', 'url', 'link', 'short link', 'utm content']);

const knownHeadings = (cells: string[]): number =>
  cells.filter((cell) => teaserHeadings.has(normaliseHeading(cell))).length;

/** Finds links by what stands in an export. Case is no difference: some tools write all tags in small letters. */
export function indexOf(links: readonly PublishedLink[]): LinkIndex {
  const all = links.map((link) => ({ link, tags: withContent(link) }));
  const byTag = new Map(telling.map((name) => [name as string, valuesOf(name, all)]));
  const byShort = new Map<string, PublishedLink>();
  const byKey = new Map<string, PublishedLink | null>();
  for (const link of links) {
    const short = link.shortLink === null ? null : shortKey(link.shortLink);
    if (short === null) continue;
    byShort.set(short, link);
    const key = short.slice(short.indexOf('/') + 1);
    byKey.set(key, byKey.has(key) ? null : link);
  }
  const byValue = (value: string): PublishedLink | undefined => {
    for (const name of telling) {
      const found = byTag.get(name)?.get(value.toLowerCase());
      if (found) return found;
    }
    return undefined;
  };
  return {
    links,
    byValue,
    byTags(tags) {
      let isTagged = false;
      for (const name of telling) {
        const value = tags.get(name);
        if (value === undefined) continue;
        const found = byTag.get(name)?.get(value.toLowerCase());
        if (found) return found;
        isTagged = true;
        // What another content was written for is not ours by its campaign.
        if (name === 'content') return null;
      }
      return isTagged || tags.size > 0 ? null : undefined;
    },
    byShortLink: (text) => byShort.get(shortKey(text) ?? ''),
    byKey: (key) => byKey.get(key) ?? undefined,
  };
}

function withContent({ link, utmContent }: PublishedLink): ReadonlyMap<string, string> {
  const tags = new Map(tagsOf(link));
  if (utmContent !== '') tags.set('content', utmContent);
  return tags;
}

/**
 * The links by the values of one tag: those that stand for one link alone. A tag that several links share (the campaign)
 * tells them apart by no value, and with a single link it tells a campaign, and not a link.
 */
function valuesOf(
  name: (typeof telling)[number],
  all: readonly { link: PublishedLink; tags: ReadonlyMap<string, string> }[],
): Map<string, PublishedLink> {
  const found = new Map<string, PublishedLink | null>();
  for (const { link, tags } of all) {
    const value = tags.get(name)?.toLowerCase();
    if (value === undefined || value === '') continue;
    const other = found.get(value);
    found.set(value, other === undefined || (other && isSameResource(other, link)) ? link : null);
  }
  const alone = [...found].flatMap(([value, link]) => (link ? [[value, link] as const] : []));
  const tells = name === 'content' || (alone.length === all.length && all.length > 1);
  return new Map(tells ? alone : []);
}

const isSameResource = (one: PublishedLink, other: PublishedLink): boolean =>
  one.network === other.network && one.resource === other.resource;
