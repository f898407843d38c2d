import { Refused, Unreadable } from '../../errors.ts';
import { withoutLists } from '../kit/without-lists.ts';
import { fillFacts } from '../../types/facts.ts';
import type { NotIdentified, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type { Facts, Post, Resource, Successor } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { parseUrl } from '../kit/address.ts';
import { parsePage } from '../kit/page-address.ts';
import { feedInDirectory, isDirectoryName, lookupPace, parseDirectoryPage } from './directories.ts';
import { type Feed, feedIn } from './read-feed.ts';
import { ownSiteOf } from './site.ts';

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
    { input: 'https://podcasts.apple.com/gb/podcast/garden-talk/id1234567890', profile: null },
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
  paces: [{ requests: 1, seconds: 1 }, lookupPace],
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
  const listed = parseDirectoryPage(input);
  if (listed) return listed;
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
    const resource = isDirectoryName(name.name) ? await listedAs(name, web) : { ...name, id: name.id ?? name.name };
    const feed = resource && (await read(resource, web));
    if (!feed) continue;
    const { network: own, id, name: written, url, host } = resource;
    const found = { network: own, id, name: written, url, host, title: feed.title };
    yield [name, found, factsOf(found, feed)];
  }
}

/** The feed that a directory lists; null where it lists none. */
async function listedAs({ name }: ResourceName, web: Web): Promise<(ResourceName & { id: string }) | null> {
  const address = await feedInDirectory(name, web);
  const page = address === null ? null : parsePage(network, address);
  if (!page || !('url' in page) || page.id === null) return null;
  return { ...page, id: page.id, url: page.url.replace(/^http:/, 'https:') };
}

/** A site that turns out to be the feed's is told first: what is said of the feed itself stands. */
async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts, Post[]?]> {
  for (const resource of resources) {
    const feed = await read(resource, web);
    if (!feed) {
      yield [resource, fillFacts(resource, { exists: false }), []];
      continue;
    }
    const site = feed.movedTo === null ? await ownSiteOf(resource, feed.site, web) : null;
    const facts = { ...factsOf(resource, feed), ...(site && startPage(site)) };
    if (site) yield [site, { ...facts, successor: { resource: { ...resource, title: feed.title }, moved: false } }];
    yield [resource, facts, feed.posts];
  }
}

/** Whoever names the start page of a domain means the feed, too. */
const startPage = ({ id, host }: Resource): Pick<Facts, 'domain'> => (id === host ? { domain: host } : {});

async function* readPosts(resource: Resource, _: Facts, web: Web): AsyncIterable<Post> {
  const feed = await read(resource, web);
  if (!feed) throw new Unreadable('not_found', 'the feed is gone');
  yield* feed.posts;
}

/** Null where there is none any more. */
async function read({ url }: { url: string }, web: Web): Promise<Feed | null> {
  try {
    const { body, url: from } = await web.page(url, { kind: 'xml', headers: { accept }, revalidate: true });
    return feedIn(body, from, (html) => web.textOf(html));
  } catch (error) {
    if (error instanceof Refused && (error.status === 404 || error.status === 410)) return null;
    throw error;
  }
}

const accept = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1';

function factsOf(resource: Omit<Resource, 'title'>, { title, description, contacts, movedTo, site }: Feed): Facts {
  const successor = movedTo === null ? null : successorAt(movedTo, resource);
  return fillFacts(
    { ...resource, title },
    {
      description,
      contacts,
      ...(site && { links: [{ text: site, label: '', isOwn: true }] }),
      ...(successor && { successor }),
    },
  );
}

function successorAt(address: string, { id }: { id: string }): Successor | null {
  const page = parsePage(network, address);
  if (!page || !('url' in page) || page.id === null || page.id === id) return null;
  const { name, url, host } = page;
  return { resource: { network, id: page.id, name, url, host, title: null }, moved: true };
}
