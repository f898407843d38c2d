import { z } from 'zod';
import { canParseUrl } from '../../text/web-address.ts';
import { Stopped, WebError } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import {
  type Facts,
  type FollowsPage,
  type Listed,
  type Post,
  type Resource,
  longestPost,
} from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { instant, optionalText } from '../kit/fields.ts';
import { homeOf, isDid, namedPage, publicationId, publicationIn, publicationName } from './addresses.ts';
import { collectionsOf, recordAt, recordsIn, homeServer } from './repository.ts';

// Blogs and newsletters whose subscriptions, records and texts are public records of accounts. Lexicons: site.standard.*
// (https://standard.site, https://tangled.org/standard.site/lexicons) and pub.leaflet.*
// (https://tangled.org/leaflet.pub/leaflet/tree/main/lexicons), from which Leaflet moves to the former. Read 2026-11-28.

const network = 'bluesky';

// ------------------------------------------------------------------ subscriptions

const subscriptions = ['site.standard.graph.subscription', 'pub.leaflet.graph.subscription'];

const Subscription = z.object({
  publication: z.string().transform((uri, context) => {
    const publication = publicationIn(uri);
    if (publication) return publication;
    context.addIssue({ code: 'custom', message: 'the address of no publication' });
    return z.NEVER;
  }),
});

/** Pages of a hundred: more than anybody reads, so that no server can go on for ever. */
const mostPages = 10;

/**
 * The publications that an account subscribes to, where its own server tells them. Most people have none: to ask first
 * which collections there are is one request for them, where asking for both collections would be two.
 * What cannot be read leaves the list cut short.
 */
export async function* listSubscriptions(did: string, web: Web): AsyncIterable<FollowsPage> {
  try {
    const server = await homeServer(did, web);
    const there = server === null ? [] : await collectionsOf(server, did, web);
    for (const collection of subscriptions.filter((each) => there.includes(each))) {
      let pages = 0;
      for await (const { values, odd, isLast } of recordsIn(server ?? '', { did, collection }, Subscription, web)) {
        pages += 1;
        const cutShort = pages === mostPages && !isLast;
        const resources = values
          .map(({ publication }) => publication)
          .filter((each) => each.did !== did)
          .map(listed);
        yield { resources, next: null, ...(odd > 0 && { odd }), ...(cutShort && { cutShort }) };
        if (cutShort) break;
      }
    }
  } catch (error) {
    if (error instanceof Stopped || !(error instanceof WebError)) throw error;
    const note = `its subscriptions to publications could not be read: ${error.why}`;
    yield { resources: [], next: null, cutShort: true, note };
  }
}

const listed = ({ did, key }: { did: string; key: string }): Listed => ({
  ...publicationAt(did, key, null),
  subscribers: null,
  countedBy: 'elsewhere',
});

/** The resource that a publication is. */
export const publicationAt = (did: string, key: string, title: string | null): Resource => {
  const name = publicationName(did, key);
  return { network, id: publicationId(did, key), name, title, url: namedPage(name), host: homeOf(did) };
};

// ------------------------------------------------------------------ publications

const Labels = z
  .object({ values: z.array(z.object({ val: z.string() })) })
  .transform(({ values }) => values.map(({ val }) => val).filter((val) => val.startsWith('!')))
  .catch([]);

const Preferences = z.object({ showInDiscover: z.boolean() }).catch({ showInDiscover: true });

const Publication = z.object({
  name: optionalText,
  url: optionalText,
  /** Leaflet's form of the address: a host, with or without a path. */
  base_path: optionalText,
  description: optionalText,
  labels: Labels,
  preferences: Preferences,
});

/** Where a publication and its documents are kept, and which field of a document names the publication. */
const forms = [
  { publication: 'site.standard.publication', document: 'site.standard.document' },
  { publication: 'pub.leaflet.publication', document: 'pub.leaflet.document' },
] as const;

/**
 * What publications say of themselves, with their latest documents. How many subscribe is told by nobody.
 * One that cannot be read does not cost the others.
 */
export async function* readPublications(
  publications: readonly Resource[],
  web: Web,
): AsyncIterable<[Resource, Facts, Post[]]> {
  const failures: unknown[] = [];
  for (const resource of publications) {
    try {
      yield [resource, ...(await readPublication(resource, web))];
    } catch (error) {
      if (error instanceof Stopped || !(error instanceof WebError)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function readPublication(resource: Resource, web: Web): Promise<[Facts, Post[]]> {
  const { did, key } = publicationIn(resource.id) ?? { did: '', key: '' };
  const server = await homeServer(did, web);
  if (server !== null) {
    for (const form of forms) {
      const found = await recordAt(server, { did, collection: form.publication, key }, Publication, web);
      if (!found) continue;
      const url = webAddress(found.url ?? (found.base_path && `https://${found.base_path}`));
      const place = { server, did, id: publicationId(did, key), url, page: resource.url };
      return [factsOf(resource, found, place), await documentsOf(place, form.document, web)];
    }
  }
  return [fillFacts(resource, { exists: false }), []];
}

interface Place {
  server: string;
  did: string;
  id: string;
  /** Its own address on the web. */
  url: string | null;
  /** The page that shows its record. */
  page: string;
}

function factsOf(resource: Resource, found: z.infer<typeof Publication>, { did, url }: Place): Facts {
  const { name, description, labels, preferences } = found;
  return fillFacts(
    { ...resource, title: name?.trim() || null, url: url ?? resource.url },
    {
      description: description?.trim().slice(0, longestPost) || null,
      ref: resource.id,
      contacts: [...(url ? [url] : []), namedPage(did)],
      ...(url && { links: [{ text: url, label: '', isOwn: true }] }),
      wishes: [...new Set([...labels, ...(preferences.showInDiscover ? [] : ['showInDiscover=false'])])],
    },
  );
}

/** The address without a stroke at its end; null where it is none of the web. */
function webAddress(written: string | null): string | null {
  if (!written || !canParseUrl(written)) return null;
  const { protocol, username, password, href } = new URL(written);
  const isOpen = /^https?:$/.test(protocol) && username === '' && password === '';
  return isOpen ? href.replace(/\/$/, '') : null;
}

// ------------------------------------------------------------------ documents

const Contributor = z.object({ did: z.string(), role: optionalText, displayName: optionalText }).nullable().catch(null);

const Document = z.object({
  /** The publication's record, or its address. Leaflet calls it `publication`. */
  site: optionalText,
  publication: optionalText,
  path: optionalText,
  title: optionalText,
  description: optionalText,
  publishedAt: optionalText,
  contributors: z.array(Contributor).catch([]),
  /** Leaflet's: one account. */
  author: optionalText,
});

const mostPosts = 50;
/** An account may keep several publications: their documents stand in one collection. */
const mostDocumentPages = 3;

async function documentsOf(place: Place, collection: string, web: Web): Promise<Post[]> {
  const posts: Post[] = [];
  let pages = 0;
  for await (const { values } of recordsIn(place.server, { did: place.did, collection }, Document, web)) {
    posts.push(...values.filter((document) => isOf(document, place)).flatMap((document) => postsOf(document, place)));
    pages += 1;
    if (posts.length >= mostPosts || pages === mostDocumentPages) break;
  }
  return posts.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
}

function isOf({ site, publication }: z.infer<typeof Document>, { id, url }: Place): boolean {
  const written = site ?? publication ?? '';
  const named = publicationIn(written);
  return named ? publicationId(named.did, named.key) === id : url !== null && webAddress(written) === url;
}

/** Work on a text that does not make it another one's. */
const otherWork = /edit|translat|illustrat|photo|design|proof|publish|owner|admin|redact|curat/i;

/** The document, once for each account that is named as its author beside the one that keeps the publication. */
function postsOf(document: z.infer<typeof Document>, place: Place): Post[] {
  const { title, description, publishedAt, contributors, author } = document;
  const plain = {
    url: addressOf(document, place),
    at: instant(publishedAt),
    text: [title, description].filter(Boolean).join('\n').slice(0, longestPost),
  };
  const named = [...contributors, ...(author ? [{ did: author, role: null, displayName: null }] : [])];
  const writers = new Map(
    named.flatMap((each) =>
      each && isDid(each.did) && each.did !== place.did && !otherWork.test(each.role ?? '') ? [[each.did, each]] : [],
    ),
  );
  if (writers.size === 0) return [{ ...plain, kind: 'own', author: place.did }];
  return [...writers.values()].map(({ did, displayName }) => ({
    ...plain,
    kind: 'repost',
    place: 'signed',
    author: did,
    by: { name: displayName?.trim() || null, handle: null, bio: null },
  }));
}

/** A path that leads away from the publication is none of its own. */
function addressOf({ path }: z.infer<typeof Document>, { url, page }: Place): string {
  if (url === null) return page;
  if (!path) return url;
  const address = `${url}/${path.replace(/^\/+/, '')}`;
  return canParseUrl(address) && new URL(address).host === new URL(url).host ? new URL(address).href : url;
}
