import { z } from 'zod';
import { canParseUrl } from '../../text/web-address.ts';
import { Refused, UnexpectedAnswer, Unreadable } from '../../errors.ts';
import type { Listed, Post, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { instant, needKnownShape, optionalText } from '../kit/fields.ts';
import { address, flag, listedOf, needsLogin, newAccountAt, refOf } from './accounts.ts';
import type {
  FediverseAccount,
  DescribedAccount,
  AccountFinder,
  AccountList,
  MissingAccount,
  ProtocolReader,
} from './accounts.ts';
import { addressInValue, collectionPages, collectionSize, headers, reference, typed } from './collections.ts';
import { nameInUri } from './addresses.ts';

// Any software of the fediverse, by what it tells other servers (https://www.w3.org/TR/activitypub/).

const maxFollowPages = 500;
const maxPostPages = 5;

const actor = z.object({
  id: z.string().refine((text) => canParseUrl(text)),
  type: typed,
  preferredUsername: optionalText,
  name: optionalText,
  summary: optionalText,
  url: reference,
  followers: reference,
  following: reference,
  outbox: reference,
  movedTo: reference,
  discoverable: flag,
  indexable: flag,
  suspended: flag,
  /** Of Lemmy and PieFed. */
  postingRestrictedToMods: flag,
  /** Of Mobilizon: who may become a member, and so publish there. */
  openness: optionalText,
  /** `acct:user@domain` or `user@domain` (FEP-2c59, https://codeberg.org/fediverse/fep, 2026-11). */
  webfinger: optionalText,
});

const actorTypes = new Set(['Person', 'Service', 'Group', 'Organization', 'Application']);

const noActor: MissingAccount = {
  status: 'not_reached',
  note: 'the server describes no fediverse account at its address',
};

// ------------------------------------------------------------------ accounts

export const activityPubAccounts: AccountFinder = { byUri };

async function byUri(uri: string, web: Web): Promise<FediverseAccount | MissingAccount> {
  try {
    const { body, url } = await web.json(uri, actor, { headers, revalidate: true });
    const { host } = new URL(body.id);
    if (body.type.includes('Tombstone'))
      return { status: 'not_found', note: 'the server says that the account is gone' };
    const isTold = host === new URL(url).host && body.type.some((type) => actorTypes.has(type));
    return isTold ? accountOf(body, host) : noActor;
  } catch (error) {
    if (error instanceof UnexpectedAnswer) return noActor;
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) return { status: 'needs_login', note: `${login}; other servers sign what they ask for` };
    if (error.status === 404 || error.status === 410)
      return { status: 'not_found', note: 'the server knows no such account' };
    return noActor;
  }
}

function accountOf(raw: z.infer<typeof actor>, host: string): FediverseAccount {
  const own = (url: string | null): string => (url !== null && new URL(url).host === host ? url : '');
  const following = own(raw.following);
  const followedBy = own(raw.followers);
  return {
    ...untoldOf(raw.id),
    acct: raw.preferredUsername ?? untoldOf(raw.id).acct,
    url: raw.url ?? raw.id,
    title: raw.name?.trim() || null,
    note: raw.summary ?? '',
    group:
      raw.type.includes('Group') &&
      raw.postingRestrictedToMods !== true &&
      (raw.openness ?? 'open').toLowerCase() === 'open',
    suspended: raw.suspended === true,
    hidesFollows: following === '',
    movedTo: raw.movedTo === null ? null : newAccountAt(raw.movedTo),
    wishes: [
      ...(raw.discoverable === false ? ['not discoverable'] : []),
      ...(raw.indexable === false ? ['not indexable'] : []),
    ],
    followsRef: refOf('activitypub', following),
    postsRef: refOf('activitypub', own(raw.outbox)),
    ...(followedBy !== '' && { followersAt: followedBy }),
    ...(raw.webfinger !== null && { claims: raw.webfinger }),
  };
}

/** An account of which nothing but the actor URI is known. */
const untoldOf = (uri: string): DescribedAccount => ({
  acct: nameInUri(uri),
  uri,
  url: uri,
  title: null,
  note: '',
  followers: null,
  following: null,
  group: false,
  suspended: false,
  hidesFollows: false,
  movedTo: null,
  wishes: [],
});

/** The number of followers that an actor's own collection tells; null where it is hidden. @throws WebError */
export async function followersAt(url: string, web: Web): Promise<number | null> {
  try {
    return (await collectionSize(url, web)) || null;
  } catch (error) {
    if (error instanceof Refused || error instanceof UnexpectedAnswer) return null;
    throw error;
  }
}

// ------------------------------------------------------------------ lists

export const activityPubReader: ProtocolReader = { listFollows, readPosts };

/** An actor that a collection describes, where it does not only name it. */
const embedded = z.object({ preferredUsername: optionalText, name: optionalText, url: reference, type: typed });

async function* listFollows(
  list: AccountList,
  web: Web,
  from: string | null,
): ReturnType<ProtocolReader['listFollows']> {
  let first = from === null;
  for await (const { items, total, next, cutShort } of collectionPages(list.account, web, from, maxFollowPages)) {
    const resources = items.flatMap((item) => listed(item, list));
    const odd = items.length - resources.length;
    if (first && next === null) needKnownShape({ known: resources.length, odd, total }, list.account);
    first = false;
    yield { resources, next, ...(odd > 0 && { odd }), ...(cutShort && { cutShort }) };
  }
}

function listed(item: unknown, list: AccountList): Listed | [] {
  const uri = addressInValue(item);
  if (uri === null) return [];
  const bare = untoldOf(uri);
  const told = embedded.safeParse(item).data;
  const user = told?.preferredUsername ?? null;
  const described = {
    ...bare,
    acct: user === null ? bare.acct : `${user}@${new URL(uri).host}`,
    url: told?.url ?? uri,
    title: told?.name?.trim() || null,
    group: told?.type.includes('Group') === true,
  };
  return listedOf(described, list);
}

// ------------------------------------------------------------------ posts

const activity = z.object({
  id: reference,
  type: typed,
  actor: reference,
  attributedTo: reference,
  object: z.unknown().optional(),
  published: optionalText,
  url: reference,
  name: optionalText,
  summary: optionalText,
  content: optionalText,
  inReplyTo: reference,
  quote: reference,
  quoteUrl: reference,
  quoteUri: reference,
});

/** What an activity is about. */
interface Work {
  url: string;
  /** Null where nothing tells. */
  author: string | null;
  at: string | null;
  text: string;
  cited: string | null;
  isReply: boolean;
}

async function* readPosts(
  outbox: string,
  _host: string,
  resource: Resource,
  web: Web,
): ReturnType<ProtocolReader['readPosts']> {
  if (outbox === '') throw new Unreadable('hidden', 'the account shows no list of what it publishes');
  for await (const { items } of collectionPages(outbox, web, null, maxPostPages)) {
    for (const item of items) {
      const post = postOf(item, resource, web);
      if (post) yield post;
    }
  }
}

/** Announced is what others wrote; likes, deletions and the like are no posts, and neither are replies. */
function postOf(item: unknown, resource: Resource, web: Web): Post | null {
  const done = activity.safeParse(item).data;
  if (!done) return null;
  const isAnnounced = done.type.includes('Announce');
  const isWritten = done.type.some((type) => ['Create', 'Note', 'Article', 'Page', 'Video', 'Question'].includes(type));
  const work = isAnnounced || isWritten ? workOf(isAnnounced ? done.object : item, web) : null;
  if (!work || (isWritten && work.isReply)) return null;
  const author = work.author ?? (isAnnounced ? strangerAt(work.url, resource) : resource.id);
  const cited = work.cited === null ? null : (authorIn(work.cited) ?? strangerAt(work.cited, resource));
  const isOther = author !== resource.id;
  const isQuote = !isOther && cited !== null && cited !== resource.id;
  return {
    url: work.url,
    at: instant(done.published) ?? work.at,
    kind: isOther ? 'repost' : isQuote ? 'quote' : 'own',
    author: isQuote ? cited : author,
    text: work.text,
  };
}

/** A group announces activities, whose object is the work. */
function workOf(value: unknown, web: Web, depth = 0): Work | null {
  const told = typeof value === 'string' ? null : activity.safeParse(value).data;
  const id = told ? (told.url ?? told.id) : address.parse(value);
  if (told?.object !== undefined && depth < 3) {
    const inner = workOf(told.object, web, depth + 1);
    return inner && { ...inner, author: inner.author ?? told.actor, at: inner.at ?? instant(told.published) };
  }
  if (id === null) return null;
  return {
    url: id,
    author: told?.attributedTo ?? told?.actor ?? authorIn(told?.id ?? id),
    at: instant(told?.published ?? null),
    text: web.textOf([told?.name, told?.summary, told?.content].filter(Boolean).join(' ')),
    cited: told?.quote ?? told?.quoteUrl ?? told?.quoteUri ?? null,
    isReply: (told?.inReplyTo ?? null) !== null,
  };
}

/** The actor URI in an address of a post, where it holds one. */
const authorIn = (url: string): string | null =>
  /^(https?:\/\/[^/]+\/(?:ap\/)?(?:users\/[^/]+|@[^/]+))\/\w/.exec(url)?.[1] ?? null;

/** Who wrote what only an address tells of: a host stands for all who write there, and at home it may be the account. */
const strangerAt = (url: string, resource: Resource): string =>
  new URL(url).host === resource.host ? resource.id : new URL(url).origin;
