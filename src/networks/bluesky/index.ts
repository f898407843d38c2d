import { z } from 'zod';
import { Refused, Unreadable } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import type { ProfileName, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type {
  Author as PostAuthor,
  Facts,
  FollowsPage,
  ProfileLookup,
  Listed,
  Post,
  Profile,
  Resource,
} from '../../types/resource.ts';
import type { PublishedPost } from '../../types/published.ts';
import type { Web } from '../../types/web.ts';
import { decodeSegment } from '../../text/normalise.ts';
import {
  answersOf,
  followsOf,
  listOf,
  needKnownShape,
  optionalCount,
  optionalText,
  oddIn,
  oddOn,
} from '../kit/fields.ts';
import { inHalves } from '../kit/halves.ts';
import {
  actorOf,
  apps,
  brokenHandle,
  host,
  isActor,
  isDid,
  isHandle,
  isKey,
  namedPage,
  parseHandle,
  parseProfile,
  parseResource,
  publicationIn,
  recordViewer,
} from './addresses.ts';
import { listSubscriptions, publicationAt, readPublications } from './publications.ts';
import { asksRepositories } from './repository.ts';

const network = 'bluesky';

/** Bluesky through the public AppView, without a login. Accounts are keyed by DID. */
export const bluesky: Network = {
  id: network,
  title: 'Bluesky',
  hosts: [...apps, recordViewer, 'go.bsky.app', '*.bsky.social'],
  aliases: [
    'bluesky',
    'bsky',
    'blue sky',
    'блюскай',
    'блускай',
    'bluesky social',
    'blusky',
    'ブルースカイ',
    '블루스카이',
  ],
  accounts: {
    count: 42_000_000,
    asOf: '2026-01',
    source: 'https://html-2025-skyscraper.pages.dev/blog/bluesky-user-growth-2026.html',
  },
  examples: [
    { input: 'https://bsky.app/profile/anna.bsky.social', profile: 'anna.bsky.social' },
    { input: 'http://www.bsky.app/profile/Garden-Letter.example/?ref=mail#top', profile: 'garden-letter.example' },
    { input: 'bsky.app/profile/garden-letter.example/post/3kabcdefgh22a', profile: 'garden-letter.example' },
    {
      input: 'https://deer.social/profile/did%3Aplc%3Aexampleexampleexample234',
      profile: 'did:plc:exampleexampleexample234',
    },
    { input: 'did:web:garden-letter.example', profile: 'did:web:garden-letter.example' },
    { input: 'at://garden-letter.example/app.bsky.feed.post/3kabcdefgh22a', profile: 'garden-letter.example' },
    { input: '@garden-letter.example', profile: 'garden-letter.example' },
    { input: 'anna.bsky.social', profile: 'anna.bsky.social' },
    { input: 'at://did:plc:exampleexampleexample234/site.standard.publication/3kabcdefgh22a', profile: null },
    { input: 'garden-letter.example', profile: null },
    { input: 'https://bsky.app/profile/garden-letter.example/feed/growing', profile: null },
    { input: 'https://bsky.app/search?q=gardens', profile: null },
  ],
  terms: {
    keepDays: null,
    derived: 'counts of public records; what is deleted there is deleted here on request',
    mixable: true,
    consent: null,
    source: 'https://docs.bsky.app/docs/support/developer-guidelines',
    read: '2026-11-27',
  },
  // The limit documented for accounts' own servers; the AppView's is called generous and has no number.
  paces: [{ requests: 3000, seconds: 300 }],
  pause: { seconds: 300, source: 'https://docs.bsky.app/docs/advanced-guides/rate-limits', read: '2026-11-22' },
  concurrency: 4,
  batch: { profiles: 25, follows: 100, facts: 25, posts: 100 },
  // Pages of follows, then what there is of subscriptions: the account's directory and its own server.
  listRequests: (profiles, follows) => profiles * (Math.floor(follows / 100) + 3),
  parseProfile,
  parseHandle,
  parseResource,
  pageOf: namedPage,
  utmSource: ({ host: home, url }) => (url === undefined || home === host ? 'bsky.app' : new URL(url).hostname),
  findProfiles,
  listFollows,
  findResources,
  decidesFloor: () => false,
  readFacts,
  readPosts,
  publishedPost,
};

// ------------------------------------------------------------------ accounts

const Author = z.object({ did: z.string().startsWith('did:'), handle: z.string().catch('') });

const Label = z
  .object({ src: z.string(), val: z.string(), neg: z.boolean().catch(false) })
  .nullable()
  .catch(null);

const Account = Author.extend({ displayName: optionalText });

const DetailedAccount = Account.extend({
  description: optionalText,
  followersCount: optionalCount,
  followsCount: optionalCount,
  labels: z.array(Label).catch([]),
});

const Profiles = z.object({ profiles: answersOf(DetailedAccount) });

async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  const actors = names.map(({ name }) => name);
  const answerTo = await lookUp(actors, web);
  for (const name of names) yield [name, foundIn(answerTo(name.name))];
}

function foundIn(answer: Detailed | Missing | null): ProfileLookup {
  if (answer === null) return { status: 'not_reached', note: 'Bluesky describes it in a way nobody documented' };
  if ('missing' in answer) return { status: 'not_found', note: answer.missing };
  if (wishesOf(answer).includes('!no-unauthenticated')) {
    return { status: 'hidden', note: 'private by choice: the account asks not to be shown to logged-out readers' };
  }
  const { did, followsCount } = answer;
  return { profile: { network, id: did, ref: did, host, follows: followsCount ?? undefined } };
}

const actorIn = ({ name }: ResourceName): string => name.split('/')[0] ?? '';

/** The key of a publication's record; null where the name is of something else. */
const keyInName = ({ name }: ResourceName): string | null => /^[^/]+\/publication\/(.+)$/.exec(name)?.[1] ?? null;

const isPublication = ({ id }: Resource): boolean => publicationIn(id) !== null;

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  // A feed's or list's likes are not subscribers, so only accounts and publications are looked up.
  const accounts = names.filter((name) => isActor(name.name) || keyInName(name) !== null);
  const answerTo = await lookUp(accounts.map(actorIn), web);
  const publications = new Map<Resource, ResourceName>();
  for (const name of accounts) {
    const answer = answerTo(actorIn(name));
    if (!answer || 'missing' in answer) continue;
    const key = keyInName(name);
    if (key === null) yield [name, resourceOf(answer), factsOf(answer)];
    else publications.set(publicationAt(answer.did, key, null), name);
  }
  if (!asksRepositories(web, host)) return;
  for await (const [resource, facts] of readPublications([...publications.keys()], web)) {
    const name = publications.get(resource);
    if (name && facts.exists) yield [name, { ...resource, title: facts.title }, facts];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts, Post[]?]> {
  const actors = new Map(
    resources.flatMap((resource) => (isPublication(resource) ? [] : [[resource, actorOf(resource.id)]])),
  );
  const answerTo = await lookUp(
    [...actors.values()].filter((actor) => actor !== null),
    web,
  );
  for (const [resource, actor] of actors) {
    // A feed or a list is not asked for, which does not make it gone.
    const answer = actor === null ? null : answerTo(actor);
    if (answer && 'did' in answer) yield [resource, factsOf(answer)];
    else if (answer || actor === null) yield [resource, fillFacts(resource, { exists: actor === null })];
  }
  if (asksRepositories(web, host)) yield* readPublications(resources.filter(isPublication), web);
}

/** A handle that is no host's gift is a domain of which its holder has shown that the account is theirs. */
function domainOf({ handle }: Detailed): Pick<Facts, 'domain'> {
  const domain = handle.toLowerCase();
  return isHandle(domain) && domain !== brokenHandle && !domain.endsWith('.bsky.social') ? { domain } : {};
}

type Detailed = z.infer<typeof DetailedAccount>;

interface Missing {
  /** What the network said, or what its silence can mean. */
  missing: string;
}

const leftOut: Missing = {
  missing: 'Bluesky shows no such account: it may be misspelt, renamed, deactivated, suspended or deleted',
};

/**
 * Asks for at most 25 accounts by handle or DID.
 * The server leaves out what it does not find and refuses them all where one is malformed: then they are taken apart.
 * Null is an account that may be the one it describes in an odd way.
 */
async function lookUp(actors: string[], web: Web): Promise<(actor: string) => Detailed | Missing | null> {
  const refused = new Map<string, Missing>();
  const parts = await inHalves([...new Set(actors)], async (some) => {
    try {
      const url = endpoint(
        'app.bsky.actor.getProfiles',
        some.map((actor) => ['actors', actor]),
      );
      return { some, profiles: (await web.json(url, Profiles)).body.profiles };
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 400) throw error;
      if (some.length === 1) refused.set(some[0] ?? '', { missing: `Bluesky refuses this name: ${saidIn(error)}` });
      return null;
    }
  });
  return (actor) => {
    const profiles = parts.find(({ some }) => some.includes(actor))?.profiles ?? [];
    const found = profiles.find((each) => each?.did === actor || each?.handle.toLowerCase() === actor.toLowerCase());
    return found ?? refused.get(actor) ?? (profiles.includes(null) ? null : leftOut);
  };
}

function resourceOf({ did, handle, displayName }: z.infer<typeof Account>): Resource {
  const name = nameOf({ did, handle });
  return { network, id: did, name, title: displayName?.trim() || null, url: namedPage(name), host };
}

const factsOf = (found: Detailed): Facts =>
  fillFacts(resourceOf(found), {
    subscribers: found.followersCount,
    description: found.description?.trim() || null,
    ref: found.did,
    wishes: wishesOf(found),
    ...domainOf(found),
  });

const nameOf = ({ did, handle }: z.infer<typeof Author>): string =>
  isHandle(handle) && handle !== brokenHandle ? handle.toLowerCase() : did;

/** Global labels that the account gave itself; a moderator's are no wish of the account. */
function wishesOf({ did, labels }: Detailed): string[] {
  const own = labels.filter((each) => each !== null && each.src === did && !each.neg && each.val.startsWith('!'));
  return [...new Set(own.map((each) => each?.val ?? ''))];
}

// ------------------------------------------------------------------ follows

/** Absent at the end. Any other shape must not pass for the end. */
const Cursor = z.string().nullish();

const Follows = z.object({ follows: followsOf(Account), cursor: Cursor });

/** Stands for the cursor where the follows have been read and the subscriptions have not. */
const subscriptionsNext = 'subscriptions';

async function* listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage> {
  const asks = asksRepositories(web, host);
  if (from !== subscriptionsNext) {
    for await (const page of listAccounts(profile, web, from))
      yield asks && page.next === null ? { ...page, next: subscriptionsNext } : page;
  }
  if (asks) yield* listSubscriptions(profile.id, web);
}

/**
 * A page may be short or empty and still not be the last: only a missing cursor ends the list.
 * A cursor that came before would go round in circles; one with `::` is of a form that the server no longer reads and
 * answers with an empty page instead of an error. Both leave the list cut short.
 */
async function* listAccounts(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage> {
  const sent = new Set<string>();
  let cursor = from;
  do {
    if (cursor) sent.add(cursor);
    const query = { actor: profile.ref, limit: '100', ...(cursor && { cursor }) };
    const method = 'app.bsky.graph.getFollows';
    const body: z.infer<typeof Follows> = await ask(method, query, Follows, web);
    const resources = body.follows.map((each): Listed => ({
      ...resourceOf(each),
      subscribers: null,
      countedBy: 'elsewhere',
    }));
    const next = body.cursor || null;
    const shown = { known: resources.length, odd: oddIn(body.follows), total: profile.follows };
    if (cursor === null && next === null) needKnownShape(shown, endpoint(method, query));
    const repeated = next !== null && sent.has(next);
    const unread = next === null && resources.length === 0 && cursor?.includes('::');
    cursor = repeated ? null : next;
    yield { resources, next: cursor, ...oddOn(body.follows), ...((repeated || unread) && { cutShort: true }) };
  } while (cursor);
}

// ------------------------------------------------------------------ posts

const Quoted = z.object({
  $type: z.enum(['app.bsky.embed.record#viewRecord', 'app.bsky.embed.record#viewBlocked']),
  author: z.object({ did: z.string(), handle: optionalText, displayName: optionalText }),
  value: z.object({ text: optionalText }).nullable().catch(null),
});

/** The post that is quoted, or null where the post embeds no post, or one that cannot be seen. */
const QuotedPost = z
  .union([
    z.object({ $type: z.literal('app.bsky.embed.record#view'), record: Quoted }).transform(({ record }) => record),
    z
      .object({ $type: z.literal('app.bsky.embed.recordWithMedia#view'), record: z.object({ record: Quoted }) })
      .transform(({ record }) => record.record),
  ])
  .nullable()
  .catch(null);

const Reason = z
  .union([
    z.object({ $type: z.literal('app.bsky.feed.defs#reasonRepost'), indexedAt: optionalText }),
    z.object({ $type: z.literal('app.bsky.feed.defs#reasonPin') }),
  ])
  .nullable()
  .catch(null);

const FeedItem = z.object({
  post: z.object({
    uri: z.string(),
    author: Account,
    record: z.object({ text: optionalText, createdAt: optionalText }).catch({ text: null, createdAt: null }),
    embed: QuotedPost,
    indexedAt: optionalText,
  }),
  reason: Reason,
});

const Feed = z.object({ feed: listOf(FeedItem), cursor: Cursor });

const mostPages = 5;

async function* readPosts(resource: Resource, facts: Facts, web: Web): AsyncIterable<Post> {
  if (publicationIn(resource.id)) {
    for await (const [, , posts] of readPublications([resource], web)) yield* posts;
    return;
  }
  if (!isActor(facts.ref)) throw new Unreadable('hidden', 'a feed or a list has no posts of its own');
  const sent = new Set<string>();
  const pinned = new Set<string>();
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const query: Record<string, string> = {
      actor: facts.ref,
      limit: '100',
      filter: 'posts_no_replies',
      includePins: 'true',
      ...(cursor && { cursor }),
    };
    const body: z.infer<typeof Feed> = await ask('app.bsky.feed.getAuthorFeed', query, Feed, web);
    for (const item of body.feed) {
      const post = postOf(item, facts.ref);
      // A later page may show it once more, in its own place.
      if (!pinned.has(post.url)) yield post;
      if (post.pinned) pinned.add(post.url);
    }
    cursor = body.cursor || null;
    if (!cursor || sent.has(cursor)) return;
    sent.add(cursor);
  }
}

function postOf({ post, reason: why }: z.infer<typeof FeedItem>, own: string): Post {
  const isPinned = why?.$type === 'app.bsky.feed.defs#reasonPin';
  const reason = why?.$type === 'app.bsky.feed.defs#reasonRepost' ? why : null;
  const writer = post.author.did;
  const quoted = reason ? null : post.embed;
  const shown = {
    url: postUrl(post),
    at: reason ? instant(reason.indexedAt) : postedAt(post),
    text: post.record.text ?? '',
    ...(isPinned && { pinned: true as const }),
  };
  if (writer !== own) return { ...shown, kind: 'repost', author: writer, by: writtenBy(post.author) };
  if (quoted && quoted.author.did !== own) {
    const cited = quoted.value?.text;
    const by = writtenBy(quoted.author);
    return { ...shown, kind: 'quote', author: quoted.author.did, by, ...(cited && { quoted: cited }) };
  }
  return { ...shown, kind: 'own', author: own };
}

/** An author's self-description would take another request. */
const writtenBy = ({ handle, displayName }: { handle: string | null; displayName: string | null }): PostAuthor => ({
  name: displayName,
  handle,
  bio: null,
});

function postUrl({ uri, author }: z.infer<typeof FeedItem>['post']): string {
  const key = uri.split('/')[4];
  return key ? `${namedPage(nameOf(author))}/post/${key}` : namedPage(nameOf(author));
}

/** A post's own date may be any that its writer likes; as the AppView does, never later than when it was seen. */
function postedAt({ record, indexedAt }: z.infer<typeof FeedItem>['post']): string | null {
  const instants = [instant(record.createdAt), instant(indexedAt)].filter((each) => each !== null);
  return instants.toSorted()[0] ?? null;
}

function instant(date: string | null): string | null {
  if (!date || !/(?:Z|[+-]\d\d:\d\d)$/.test(date)) return null;
  const milliseconds = Date.parse(date);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

// ------------------------------------------------------------------ one published post

/** What is not a link, a mention or a tag, is odd here and left out. */
const Linking = z.object({ features: listOf(z.object({ uri: z.string() })) });

const PublishedView = z.object({
  record: z
    .object({ facets: listOf(Linking).catch([]) })
    .transform(({ facets }) => facets.flatMap(({ features }) => features.map(({ uri }) => uri)))
    .catch([]),
  embed: z
    .object({ external: z.object({ uri: z.string() }) })
    .transform(({ external }) => [external.uri])
    .catch([]),
  likeCount: optionalCount,
  repostCount: optionalCount,
  replyCount: optionalCount,
});

const PublishedPosts = z.object({ posts: z.array(PublishedView) });

function publishedPost(url: URL): ((web: Web) => Promise<PublishedPost | null>) | null {
  const [, who = '', key = ''] = /^\/profile\/([^/]+)\/post\/([^/]+)\/?$/.exec(decodeSegment(url.pathname)) ?? [];
  return isActor(who) && isKey(key) ? (web) => readPublished(who, key, web) : null;
}

async function readPublished(who: string, key: string, web: Web): Promise<PublishedPost | null> {
  const found = (await lookUp([who], web))(who);
  const did = isDid(who) ? who : found && 'did' in found ? found.did : null;
  if (did === null) return null;
  const uris = `at://${did}/app.bsky.feed.post/${key}`;
  const [post] = (await web.json(endpoint('app.bsky.feed.getPosts', { uris }), PublishedPosts)).body.posts;
  if (!post) return null;
  const counts = [post.likeCount, post.repostCount, post.replyCount].filter((count) => count !== null);
  const reactions = counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
  return { links: [...post.record, ...post.embed], reactions };
}

// ------------------------------------------------------------------ requests

const endpoint = (method: string, query: [string, string][] | Record<string, string>): string =>
  `https://${host}/xrpc/${method}?${new URLSearchParams(query).toString()}`;

/** Asks for something of one account. @throws Unreadable where there is no such account (any more) */
async function ask<Body>(
  method: string,
  query: Record<string, string>,
  shape: z.ZodType<Body>,
  web: Web,
): Promise<Body> {
  try {
    return (await web.json(endpoint(method, query), shape)).body;
  } catch (error) {
    // Unknown, deactivated, suspended and deleted accounts are all 400 `InvalidRequest`, told from bad requests by the words.
    if (error instanceof Refused && error.status === 400 && /^(?:Actor|Profile) not found/i.test(saidIn(error))) {
      throw new Unreadable('not_found', leftOut.missing);
    }
    throw error;
  }
}

const Refusal = z.object({ message: z.string() });

function saidIn(refused: Refused): string {
  const refusal = Refusal.safeParse(refused.body);
  return refusal.success ? refusal.data.message : '';
}
