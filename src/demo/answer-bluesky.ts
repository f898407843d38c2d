import { json, type DemoAnswer, type DemoQuestion } from './answer.ts';
import { cid, tid } from './ids.ts';
import { appView, type DemoAccount, type Directory, type ShownFollowers, type Written } from './world.ts';

const handleSyntax = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const didSyntax = /^did:[a-z]+:[\w.:%-]*[\w.-]$/i;
const cursorSyntax = /^3l[0-9a-z]{11}$/;

/**
 * Answers as the public AppView does, without a login: `getProfile`, `getProfiles`, `getFollows` and `getAuthorFeed`
 * (filters `posts_with_replies` and `posts_no_replies`) of `app.bsky`. It is the AppView of mid-2025 (0.0.221) in that
 * a page is not filled up again when accounts that are gone fall out of it.
 */
export function answerBluesky(directory: Directory, { path, query }: DemoQuestion): DemoAnswer {
  switch (path) {
    case '/xrpc/app.bsky.actor.getProfile':
      return profile(directory, query);
    case '/xrpc/app.bsky.actor.getProfiles':
      return profiles(directory, query);
    case '/xrpc/app.bsky.graph.getFollows':
      return follows(directory, query);
    case '/xrpc/app.bsky.feed.getAuthorFeed':
      return authorFeed(directory, query);
    default:
      return refusal('MethodNotImplemented', 'Method Not Implemented', 501);
  }
}

function profile(directory: Directory, query: URLSearchParams): DemoAnswer {
  const actor = query.get('actor');
  if (!actor) return refusal('InvalidRequest', 'Error: Params must have the property "actor"');
  if (!isActor(actor)) return refusal('InvalidRequest', 'Error: actor must be a valid did or a handle');
  const found = find(directory, actor);
  if (found?.state === 'takendown') return refusal('AccountTakedown', 'Account has been suspended');
  if (found?.state === 'deactivated') return refusal('AccountDeactivated', 'Account is deactivated');
  if (!found || isGone(found)) return refusal('InvalidRequest', 'Profile not found');
  return json(detailed(found));
}

function profiles(directory: Directory, query: URLSearchParams): DemoAnswer {
  const actors = query.getAll('actors');
  if (actors.length === 0) return refusal('InvalidRequest', 'Error: Params must have the property "actors"');
  if (actors.length > 25) return refusal('InvalidRequest', 'Error: actors must not have more than 25 elements');
  const bad = actors.findIndex((actor) => !isActor(actor));
  if (bad >= 0) return refusal('InvalidRequest', `Error: actors/${bad} must be a valid did or a handle`);
  const found = actors.flatMap((actor) => find(directory, actor) ?? []).filter((each) => !isGone(each));
  const unordered = found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return json({ profiles: unordered.map(detailed) });
}

function follows(directory: Directory, query: URLSearchParams): DemoAnswer {
  const asked = pageAsked(query);
  if ('status' in asked) return asked;
  const subject = find(directory, asked.actor);
  if (!subject || isGone(subject)) return refusal('InvalidRequest', `Actor not found: ${asked.actor}`);
  if (asked.ended) return json({ subject: view(subject), follows: [] });
  const ids = subject.follows.slice(asked.from, asked.from + asked.limit);
  const listed = ids.map((id) => directory.account(id)).filter((each) => !isGone(each));
  const full = ids.length === asked.limit;
  const cursor = full ? cursorOf(asked.from + asked.limit) : subject.stuckCursor ? cursorOf(asked.from) : undefined;
  return json({ subject: view(subject), follows: listed.map(view), cursor });
}

function authorFeed(directory: Directory, query: URLSearchParams): DemoAnswer {
  const asked = pageAsked(query);
  if ('status' in asked) return asked;
  const author = find(directory, asked.actor);
  if (!author || isGone(author)) return refusal('InvalidRequest', 'Profile not found');
  if (asked.ended) return json({ feed: [] });
  const withReplies = query.get('filter') !== 'posts_no_replies';
  const all = author.shown.filter((shown) => withReplies || shown.kind !== 'reply');
  const items = all.slice(asked.from, asked.from + asked.limit);
  const feed = items
    .filter((shown) => shown.kind !== 'repost' || !isGone(directory.account(shown.of.author)))
    .map((shown) => feedItem(directory, author, shown));
  return json({ feed, cursor: items.length === asked.limit ? cursorOf(asked.from + asked.limit) : undefined });
}

/** The page that a question for a list means, or why it means none. `ended`: a cursor of a form that is no more. */
function pageAsked(
  query: URLSearchParams,
): { actor: string; limit: number; from: number; ended: boolean } | DemoAnswer {
  const actor = query.get('actor');
  if (!actor) return refusal('InvalidRequest', 'Error: Params must have the property "actor"');
  if (!isActor(actor)) return refusal('InvalidRequest', 'Error: actor must be a valid did or a handle');
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit)) return refusal('InvalidRequest', 'Error: limit must be an integer');
  if (limit > 100) return refusal('InvalidRequest', 'Error: limit can not be greater than 100');
  if (limit < 1) return refusal('InvalidRequest', 'Error: limit can not be less than 1');
  const cursor = query.get('cursor');
  if (cursor?.includes('::')) return { actor, limit, from: 0, ended: true };
  if (cursor && !cursorSyntax.test(cursor)) return refusal('InternalServerError', 'Internal Server Error', 500);
  return { actor, limit, from: cursor ? Number.parseInt(cursor.slice(2), 36) : 0, ended: false };
}

const cursorOf = (position: number): string => `3l${position.toString(36).padStart(11, '0')}`;

const refusal = (error: string, message: string, status = 400): DemoAnswer => json({ error, message }, {}, status);

const isActor = (text: string): boolean => didSyntax.test(text) || (text.length <= 253 && handleSyntax.test(text));

const isGone = ({ state }: DemoAccount): boolean => ['deactivated', 'takendown', 'deleted'].includes(state);

function find(directory: Directory, actor: string): DemoAccount | undefined {
  const found = actor.startsWith('did:') ? directory.find(actor) : directory.named(appView.host, actor);
  return found?.server === appView.host ? found : undefined;
}

const basic = (each: DemoAccount) => ({
  did: each.id,
  handle: each.name,
  displayName: each.title,
  avatar: `https://cdn.bsky.example/img/avatar/plain/${each.id}/${cid(`${each.id} avatar`)}`,
  associated: { chat: { allowIncoming: 'following' }, activitySubscription: { allowSubscriptions: 'followers' } },
  labels: each.state === 'logged_in_only' ? [loggedInOnly(each)] : [],
  createdAt: each.since,
});

const view = (each: DemoAccount) => ({ ...basic(each), description: each.description, indexedAt: each.since });

const detailed = (each: DemoAccount) => ({
  ...view(each),
  followersCount: each.subscribers,
  followsCount: each.follows.length,
  postsCount: each.shown.filter((shown) => shown.kind !== 'repost').length,
});

const loggedInOnly = (each: DemoAccount) => ({
  src: each.id,
  uri: `at://${each.id}/app.bsky.actor.profile/self`,
  cid: cid(`${each.id} profile`),
  val: '!no-unauthenticated',
  cts: each.since,
});

function feedItem(directory: Directory, by: DemoAccount, shown: ShownFollowers): unknown {
  if (shown.kind === 'repost') {
    const uri = recordUri('app.bsky.feed.repost', { author: by.id, at: shown.at, text: shown.of.text });
    return {
      post: postView(directory, shown.of),
      reason: {
        $type: 'app.bsky.feed.defs#reasonRepost',
        by: basic(by),
        uri,
        cid: cid(uri),
        indexedAt: shown.at,
      },
    };
  }
  const written = { author: by.id, at: shown.at, text: shown.text };
  if (shown.kind === 'own') return { post: postView(directory, written) };
  if (shown.kind === 'quote') {
    const post = postView(directory, written, {
      record: { $type: 'app.bsky.embed.record', record: reference(shown.of) },
      view: { $type: 'app.bsky.embed.record#view', record: quoted(directory, shown.of) },
    });
    return { post };
  }
  const parent = { $type: 'app.bsky.feed.defs#postView', ...postView(directory, shown.to) };
  const post = postView(directory, written);
  const record = { ...post.record, reply: { root: reference(shown.to), parent: reference(shown.to) } };
  return { post: { ...post, record }, reply: { root: parent, parent } };
}

function postView(directory: Directory, written: Written, embed?: { record: unknown; view: unknown }) {
  return {
    ...reference(written),
    author: basic(directory.account(written.author)),
    record: {
      $type: 'app.bsky.feed.post',
      createdAt: written.at,
      langs: ['en'],
      text: written.text,
      ...(embed ? { embed: embed.record } : {}),
    },
    ...(embed ? { embed: embed.view } : {}),
    bookmarkCount: 0,
    replyCount: 0,
    repostCount: 0,
    likeCount: 0,
    quoteCount: 0,
    indexedAt: written.at,
    labels: [],
  };
}

function quoted(directory: Directory, written: Written): unknown {
  const { uri, cid: id } = reference(written);
  const author = directory.account(written.author);
  if (isGone(author)) return { $type: 'app.bsky.embed.record#viewNotFound', uri, notFound: true };
  return {
    $type: 'app.bsky.embed.record#viewRecord',
    uri,
    cid: id,
    author: basic(author),
    value: { $type: 'app.bsky.feed.post', createdAt: written.at, langs: ['en'], text: written.text },
    labels: [],
    likeCount: 0,
    replyCount: 0,
    repostCount: 0,
    quoteCount: 0,
    indexedAt: written.at,
    embeds: [],
  };
}

function reference(written: Written): { uri: string; cid: string } {
  const uri = recordUri('app.bsky.feed.post', written);
  return { uri, cid: cid(uri) };
}

const recordUri = (collection: string, { author, at, text }: Written): string =>
  `at://${author}/${collection}/${tid(Date.parse(at), `${author} ${text}`)}`;
