import { z } from 'zod';
import { Refused, Unreadable } from '../errors.ts';
import type { Web } from '../types.ts';
import { address, needsLogin } from './fediverse-accounts.ts';

// Collections of ActivityStreams (https://www.w3.org/TR/activitystreams-core/#collections), as servers really write
// them: ordered or not, in pages or as a whole, one item instead of a list of one.

/** With ActivityPub's own type; it goes along when a server redirects to another one. */
export const headers = {
  accept: 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
};

/** The address of something that is named or described: `"…"`, `{"id": "…"}`, `{"href": "…"}`, or a list of these. */
export function addressIn(value: unknown): string | null {
  if (Array.isArray(value)) return value.length > 0 ? addressIn(value[0]) : null;
  if (typeof value !== 'object' || value === null) return address.parse(value);
  return address.parse('id' in value ? value.id : 'href' in value ? value.href : null);
}

export const reference = z.unknown().optional().transform(addressIn);

export const typed = z
  .union([z.string(), z.array(z.string())])
  .transform((types) => [types].flat())
  .catch([]);

const items = z
  .unknown()
  .optional()
  .transform((value) => (value === undefined || value === null ? null : [value].flat()));

const collection = z.object({
  totalItems: z.int().nonnegative().nullable().catch(null),
  first: z.unknown().optional(),
  items,
  orderedItems: items,
  next: z.unknown().optional(),
});

type Collection = z.infer<typeof collection>;

export interface CollectionPage {
  /** Descriptions or addresses, none twice. */
  items: unknown[];
  next: string | null;
  cutShort: boolean;
}

/** How many items a collection says it has; null where it does not. @throws WebError */
export const countOf = async (url: string, web: Web): Promise<number | null> =>
  (await web.json(url, collection, { headers })).body.totalItems;

/**
 * A collection page by page, as long as its server adds something new and stays on its host.
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
    yield { items: [], next: null, cutShort: true };
    return;
  }
  const asked = new Set<string>();
  const seen = new Set<string>();
  let total: number | null = null;
  let url: string | null = from ?? start;
  let isPage = from !== null;
  while (url !== null) {
    asked.add(url);
    let read: Collection | null = await readOrNull(url, seen.size > 0 || from !== null, isPage, web);
    if (read === null) {
      yield { items: [], next: null, cutShort: true };
      return;
    }
    total ??= read.totalItems;
    if (!isPage && itemsOf(read) === null) {
      isPage = true;
      const page = address.parse(read.first);
      if (page !== null) {
        url = onHost(page, url, host);
        if (url === null || asked.has(url)) throw new Unreadable('hidden', 'the list is not where its server says');
        continue;
      }
      const embedded = collection.safeParse(read.first);
      if (!embedded.success && total === 0) {
        yield { items: [], next: null, cutShort: false };
        return;
      }
      if (!embedded.success)
        throw new Unreadable('hidden', `the server tells the number alone: ${total ?? 'not even it'}`);
      read = embedded.data;
    }
    const fresh = (itemsOf(read) ?? []).filter((item) => isNew(item, seen));
    const said = typeof read.next === 'string' || (typeof read.next === 'object' && read.next !== null);
    const next: string | null = said ? onHost(addressIn(read.next) ?? read.next, url, host) : null;
    const goesOn: boolean = next !== null && !asked.has(next) && fresh.length > 0 && asked.size < maxPages;
    const isWhole = total !== null && seen.size >= total;
    // What comes in one piece is as long as it says; pages leave out who is gone or suspended.
    const isPiece = !said && !isPage && total !== null && seen.size < total;
    if (seen.size === 0 && !goesOn && total !== 0 && from === null) {
      throw new Unreadable('hidden', `the list is empty, the number of items is ${total ?? 'not told'}`);
    }
    isPage = true;
    url = goesOn ? next : null;
    yield { items: fresh, next: url, cutShort: isPiece || (said && !goesOn && !isWhole) };
  }
}

const itemsOf = (read: Collection): unknown[] | null => read.orderedItems ?? read.items;

function isNew(item: unknown, seen: Set<string>): boolean {
  const key = addressIn(item) ?? JSON.stringify(item);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** The address of a page, which may be relative, over https; null on another host. */
function onHost(page: unknown, base: string, host: string): string | null {
  if (typeof page !== 'string' || !URL.canParse(page, base)) return null;
  const url = new URL(page, base);
  if (url.host !== host) return null;
  url.protocol = 'https:';
  return url.href;
}

/** Null where the server refuses to go on with what it has begun. */
async function readOrNull(url: string, hasBegun: boolean, isPage: boolean, web: Web): Promise<Collection | null> {
  try {
    return (await web.json(url, collection, { headers })).body;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (hasBegun) return null;
    if (error.status === 401) {
      throw new Unreadable('needs_login', needsLogin(401) ?? 'the server wants a login');
    }
    if (!isPage && (error.status === 404 || error.status === 410))
      throw new Unreadable('not_found', 'the account is gone');
    if ([400, 403, 404, 406, 410].includes(error.status)) {
      throw new Unreadable('hidden', `the server answered ${error.status} where the list belongs`);
    }
    throw error;
  }
}
