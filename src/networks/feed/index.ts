import { Refused, Unreadable } from '../../errors.ts';
import { withoutLists } from '../kit/without-lists.ts';
import { fillFacts } from '../../types/facts.ts';
import type { NotIdentified, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type { Facts, Post, Resource, Successor } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { parseUrl } from '../kit/address.ts';
import { parsePage } from '../kit/page-address.ts';
import { type Feed, feedIn } from './read-feed.ts';

const network = 'feed';

const notPublic = 'what a person has subscribed to is known to their reader alone';

/**
 * Feeds of sites and podcasts (RSS, Atom), at any host. One answer holds facts and posts. Nobody tells how many have
 * subscribed to a feed.
 */
export const feeds: Network = {
  id: network,
  title: 'Feeds and podcasts',
  hosts: [],
  aliases: ['feed', 'feeds', 'rss', 'rss feed', 'podcast', 'podcasts', 'подкаст', 'подкасты', 'лента rss'],
  accounts: null,
  examples: [
    { input: 'https://garden-letter.example/feed.xml', profile: null },
    { input: 'https://garden-letter.example/blog/?feed=rss2', profile: null },
    { input: 'https://feeds.audio.example/garden-talk', profile: null },
    { input: 'feed://garden-letter.example/atom', profile: null },
  ],
  terms: {
    keepDays: null,
    derived: 'what a feed offers to every reader; each site has terms of its own',
    mixable: true,
    consent: null,
    source: 'https://www.rssboard.org/rss-specification',
    read: '2026-11-28',
  },
  // Nobody documents one for feeds; readers ask once an hour.
  paces: [{ requests: 1, seconds: 1 }],
  concurrency: 1,
  batch: { profiles: 1, follows: 1, facts: 1, posts: 50 },
  parseProfile: () => null,
  parseHandle: () => null,
  parseResource,
  pageOf: () => null,
  utmSource: ({ host }) => host,
  ...withoutLists(notPublic),
  findResources,
  decidesFloor: () => false,
  readFacts,
  readPosts,
};

// ------------------------------------------------------------------ names

/** Schemes by which pages hand a feed to a program instead of a browser. */
const handOver = /^(?:feed|itpc|pcast|podcast):(?:\/\/)?/i;

const feedHost = /^(?:feeds?|rss|podcasts?\.rss)\./;
const feedPage =
  /^(?:feeds?|rss2?|atom|rdf)$|\.(?:rss|atom|rdf)$|^(?:[\w-]*[-_.])?(?:feed|rss2?|atom|podcast|index)\.xml$/;

function parseResource(input: string): ResourceName | NotIdentified | null {
  const isHandedOver = handOver.test(input.trim());
  const written = input.trim().replace(handOver, '');
  const url = parseUrl(written);
  if (!url || !(isHandedOver || isFeed(url))) return null;
  const page = parsePage(network, written);
  // Nobody is asked without encryption.
  return page && 'url' in page ? { ...page, url: page.url.replace(/^http:/, 'https:') } : page;
}

function isFeed(url: URL): boolean {
  const last = url.pathname.split('/').findLast(Boolean)?.toLowerCase() ?? '';
  if (url.pathname.toLowerCase().includes('/comments/')) return false;
  if (/^(?:rss2?|atom|rdf|feed)$/i.test(url.searchParams.get('feed') ?? url.searchParams.get('format') ?? ''))
    return true;
  return feedPage.test(last) || (feedHost.test(url.hostname.toLowerCase()) && last !== '');
}

// ------------------------------------------------------------------ answers

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for (const name of names) {
    const resource = { ...name, id: name.id ?? name.name, title: null };
    const feed = await read(resource, web);
    if (feed) yield [name, { ...resource, title: feed.title }, factsOf(resource, feed)];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts, Post[]]> {
  for (const resource of resources) {
    const feed = await read(resource, web);
    yield feed
      ? [resource, factsOf(resource, feed), feed.posts]
      : [resource, fillFacts(resource, { exists: false }), []];
  }
}

async function* readPosts(resource: Resource, _: Facts, web: Web): AsyncIterable<Post> {
  const feed = await read(resource, web);
  if (!feed) throw new Unreadable('not_found', 'the feed is gone');
  yield* feed.posts;
}

/** Null where there is none any more. */
async function read({ url }: { url: string }, web: Web): Promise<Feed | null> {
  try {
    const { body, url: from } = await web.page(url, { kind: 'xml', headers: { accept } });
    return feedIn(body, from, (html) => web.textOf(html));
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}

const accept = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

function factsOf(resource: Omit<Resource, 'title'>, { title, description, contacts, movedTo }: Feed): Facts {
  const successor = movedTo === null ? null : successorAt(movedTo, resource);
  return fillFacts({ ...resource, title }, { description, contacts, ...(successor && { successor }) });
}

function successorAt(address: string, { id }: { id: string }): Successor | null {
  const page = parsePage(network, address);
  if (!page || !('url' in page) || page.id === null || page.id === id) return null;
  const { name, url, host } = page;
  return { resource: { network, id: page.id, name, url, host, title: null }, moved: true };
}
