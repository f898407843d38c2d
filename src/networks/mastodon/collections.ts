import { z } from 'zod';
import { canParseUrl } from '../../text/web-address.ts';
import { Refused, Unreadable } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { address } from './accounts.ts';

// Collections of ActivityStreams (https://www.w3.org/TR/activitystreams-core/#collections), as servers really write
// them: ordered or not, in pages or as a whole, one item instead of a list of one.

/** With ActivityPub's own type; it goes along when a server redirects to another one. */
export const headers = {
  accept: 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
};

/** The address of something that is named or described: `"…"`, `{"id": "…"}`, `{"href": "…"}`, or a list of these. */
export function addressInValue(value: unknown): string | null {
  if (Array.isArray(value)) return value.length > 0 ? addressInValue(value[0]) : null;
  if (typeof value !== 'object' || value === null) return address.parse(value);
  return address.parse('id' in value ? value.id : 'href' in value ? value.href : null);
}

export const reference = z.unknown().optional().transform(addressInValue);

export const typed = z
  .union([z.string(), z.array(z.string())])
  .transform((types) => [types].flat())
  .catch([]);

const listing = z
  .unknown()
  .optional()
  .transform((value) => (value === undefined || value === null ? null : [value].flat()));

const collection = z.object({
  totalItems: z.int().nonnegative().nullable().catch(null),
  first: z.unknown().optional(),
  items: listing,
  orderedItems: listing,
  next: z.unknown().optional(),
});

type Collection = z.infer<typeof collection>;

/** Anything may lack any field, and only its type says that it is a collection at all. */
const document = collection.extend({
  type: typed.refine((types) => types.some((type) => /Collection(?:Page)?$/.test(type))),
});

export interface CollectionPage {
  /** Descriptions or addresses, none twice. */
  items: unknown[];
  /** How many there are, where the collection says so. */
  total: number | null;
  next: string | null;
  cutShort: boolean;
}

/** How many items a collection says it has; null where it does not. @throws WebError */
export const collectionSize = async (url: string, web: Web): Promise<number | null> =>
  (await web.json(url, document, { headers, revalidate: true })).body.totalItems;

/** Empty pages one after another that are followed: whoever stood there is gone. */
const maxEmptyPages = 10;

/**
 * A collection page by page, as long as its server adds something new and stays on its host. Only a page without `next`
 * ends it; JSON-LD leaves an empty list of items out altogether.
 * @param from a page's `next`, to go on there
 * @throws Unreadable where the server tells no more than a number, or refuses the pages; WebError
 */
export async function* collectionPages(
  start: string,
  web: Web,
  from: string | null,
  maxPages: number,
): AsyncGenerator<CollectionPage> {
  const { host } = new URL(start);
  if (from !== null && new URL(from).host !== host) {
    yield { items: [], total: null, next: null, cutShort: true };
    return;
  }
  let { page, url, total } =
    from === null ? await firstPage(start, web) : { page: await laterPage(from, web), url: from, total: null };
  const asked = new Set([start, url]);
  const seen = new Set<string>();
  let empty = 0;
  for (let pages = 1; ; pages += 1) {
    const items = page && itemsOf(page);
    const fresh = (items ?? []).filter((item) => isNew(item, seen));
    empty = (items ?? []).length === 0 ? empty + 1 : 0;
    const hasNext = page !== null && (page.next ?? null) !== null;
    const next = hasNext ? pageAt(page?.next, url, host) : null;
    const isWhole = total !== null && seen.size >= total;
    const mayGoOn = fresh.length > 0 || (empty > 0 && empty <= maxEmptyPages && !isWhole);
    const goesOn = next !== null && !asked.has(next) && mayGoOn && pages < maxPages;
    if (from === null && seen.size === 0 && !goesOn && total !== 0) {
      throw new Unreadable('hidden', `the list is empty, but the number of items is ${total ?? 'not given'}`);
    }
    // What comes in one piece is as long as it says; pages leave out who is gone or suspended.
    const isPiece = url === start && !hasNext && total !== null;
    const isCut = items === null || isPiece || (hasNext && !goesOn);
    yield { items: fresh, total, next: goesOn ? next : null, cutShort: isCut && !isWhole };
    if (!goesOn) return;
    asked.add(next);
    page = await laterPage(next, web);
    url = next;
  }
}

interface Opened {
  page: Collection | null;
  /** Where the page was found; the collection's own address where it came with it. */
  url: string;
  total: number | null;
}

/** @throws Unreadable, WebError */
async function firstPage(start: string, web: Web): Promise<Opened> {
  const whole = await ask(start, 'not_found', web);
  const total = whole.totalItems;
  const items = itemsOf(whole);
  const hasFirst = (whole.first ?? null) !== null;
  const isWhole = items !== null && (items.length > 0 || total === 0 || !hasFirst);
  if (isWhole || (!hasFirst && (whole.next ?? null) !== null)) return { page: whole, url: start, total };
  const embedded = collection.safeParse(whole.first).data;
  const isPage = embedded && (itemsOf(embedded) !== null || (embedded.next ?? null) !== null);
  if (isPage) return { page: embedded, url: start, total };
  if (!hasFirst) {
    if (total === 0) return { page: { ...whole, items: [] }, url: start, total };
    throw new Unreadable('hidden', `the server gives only the number: ${total ?? 'not even that'}`);
  }
  const url = pageAt(whole.first, start, new URL(start).host);
  if (url === null) throw new Unreadable('hidden', 'the list is not where its server says');
  return { page: await ask(url, 'hidden', web), url, total };
}

/** Null where the server refuses to go on with what it has begun. @throws WebError */
async function laterPage(url: string, web: Web): Promise<Collection | null> {
  try {
    return (await web.json(url, document, { headers, revalidate: true })).body;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** @param missing what it means that nothing is there @throws Unreadable, WebError */
async function ask(url: string, missing: 'not_found' | 'hidden', web: Web): Promise<Collection> {
  try {
    return (await web.json(url, document, { headers, revalidate: true })).body;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const what = `the server answered ${error.status} instead of the list`;
    if (error.status === 401) throw new Unreadable('needs_login', `${what}: it requires a login`);
    if (error.status === 404 || error.status === 410) throw new Unreadable(missing, what);
    if (error.status === 400 || error.status === 403 || error.status === 406) throw new Unreadable('hidden', what);
    throw error;
  }
}

/** Null where there is no list of items at all. */
const itemsOf = ({ orderedItems, items }: Collection): unknown[] | null =>
  orderedItems?.length === 0 ? (items ?? orderedItems) : (orderedItems ?? items);

function isNew(item: unknown, seen: Set<string>): boolean {
  const key = addressInValue(item) ?? JSON.stringify(item);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** The address of a page that is named or described, and may be relative, over https; null on another host. */
function pageAt(page: unknown, base: string, host: string): string | null {
  const named = typeof page === 'string' ? page : addressInValue(page);
  if (named === null || !canParseUrl(named, base)) return null;
  const url = new URL(named, base);
  if (url.host !== host) return null;
  url.protocol = 'https:';
  return url.href;
}
