import { z } from 'zod';
import type { ZodType } from 'zod';
import { Refused, UnexpectedAnswer, Unreadable } from '../../errors.ts';
import { longestPost, type Post } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { followsOf, instant, listOf, needKnownShape, optionalText, oddIn } from '../kit/fields.ts';
import { address, asHtml, flag, followers, listedOf, newAccountAt, refOf } from './accounts.ts';
import type {
  FediverseAccount,
  DescribedAccount,
  AccountFinder,
  AccountList,
  MissingAccount,
  NewAccount,
  ProtocolReader,
} from './accounts.ts';
import { isUri } from './addresses.ts';

// misskey-dev/misskey packages/backend/src/server/api/endpoints/users/{following,show,notes}.ts (2026-11): both
// `limit`s are 1 to 100. An examination reads 50 posts.
const followsAPage = 100;
const postsAPage = 50;
const maxPages = 5;
const mostPinned = 20;

/** Names of the software, as NodeInfo gives them, that has Misskey's API. */
export const misskeyFamily = new Set(
  'misskey sharkey firefish iceshrimp calckey cherrypick foundkey catodon nexkey rosekey'.split(' '),
);

/** An account that another one has moved to, as far as it is described. */
const movedUser = z.object({
  id: z.string().min(1),
  username: z.string().min(1),
  /** Null for the server's own users, who have no `uri` either. */
  host: optionalText,
  name: optionalText,
  uri: address,
  url: address.default(null),
  followersCount: followers.default(null),
});

const writer = z.object({ id: z.string(), username: z.string(), host: optionalText });

const shown = { id: z.string(), user: writer, text: optionalText, cw: optionalText, uri: address, url: address };

const note = z.object({
  ...shown,
  createdAt: optionalText,
  replyId: optionalText,
  renote: z.object(shown).nullable().catch(null),
  fileIds: z.array(z.unknown()).catch([]),
  poll: z.unknown().optional(),
});

const user = movedUser.extend({
  description: optionalText,
  followingCount: z.int().nonnegative().nullable().catch(null),
  isSuspended: flag,
  isSilenced: flag,
  noindex: flag,
  followingVisibility: optionalText,
  /** Its name until 2023.12. */
  ffVisibility: optionalText,
  /** Id of the user on this server that the new account has; in Iceshrimp its actor URI. */
  movedTo: optionalText,
  /** The new account's actor URI in Sharkey; in Calckey and Firefish the user that this server has for it. */
  movedToUri: z.union([movedUser, address]),
});
type User = z.infer<typeof user>;

const shownUser = user.extend({
  /** Whole notes, as many as the server lets an account pin: five, unless its people chose otherwise. */
  pinnedNotes: listOf(note).catch([]),
});
type ShownUser = z.infer<typeof shownUser>;

const following = z.object({ id: z.string().min(1), followee: user.nullable().catch(null) });

const refusal = z.object({ error: z.object({ code: z.string() }) });

// ------------------------------------------------------------------ accounts

export const misskeyAccounts: AccountFinder = {
  byUri(uri, web) {
    const { host, pathname } = new URL(uri);
    const [, userId, username] = /^\/(?:users\/([^/]+)|@([^/@]+))\/?$/.exec(pathname) ?? [];
    if (userId !== undefined) return find(host, { userId: decodeURIComponent(userId) }, web);
    if (username !== undefined) return find(host, { username: decodeURIComponent(username), host: null }, web);
    return Promise.resolve({ status: 'not_found', note: 'this is not the address of an account on such a server' });
  },
  byName: (name, server, web) => find(server, { username: name, host: null }, web),
};

async function find(
  server: string,
  who: Record<string, string | null>,
  web: Web,
): Promise<FediverseAccount | MissingAccount> {
  try {
    const found = await show(server, who, web);
    const move = moveOf(found, server);
    const movedTo = typeof move === 'string' ? await newAccount(server, move, web) : move;
    const ref = refOf('misskey', found.id);
    const account = described(found, server);
    return { ...account, movedTo, followsRef: ref, postsRef: ref, ...pinnedTo(found, account, server) };
  } catch (error) {
    if (codeOf(error) === 'INVALID_PARAM')
      return { status: 'not_found', note: 'the server does not use account ids of this form' };
    const why = whyRefused(error);
    if (!why || why.status === 'hidden') throw error;
    return { status: why.status, note: why.note };
  }
}

/** What the account shows above its notes; they come again where they stand by date. */
function pinnedTo(
  { pinnedNotes }: ShownUser,
  { uri }: DescribedAccount,
  server: string,
): Pick<FediverseAccount, 'pinned'> {
  const notes = pinnedNotes.slice(0, mostPinned).map((each) => postOf(each, server, uri));
  const pinned = notes.map((each): Post => ({ ...each, text: each.text.slice(0, longestPost), pinned: true }));
  return pinned.length === 0 ? {} : { pinned };
}

const show = (server: string, who: Record<string, string | null>, web: Web): Promise<ShownUser> =>
  ask(server, 'users/show', who, shownUser, web);

/** The account that one has moved to, where the server tells it; else its id there. Null where it has not moved. */
function moveOf({ movedTo, movedToUri }: User, server: string): NewAccount | string | null {
  if (movedToUri !== null)
    return typeof movedToUri === 'string' ? newAccountAt(movedToUri) : newAccountIn(movedToUri, server);
  return movedTo !== null && isUri(movedTo) ? newAccountAt(movedTo) : movedTo;
}

async function newAccount(server: string, userId: string, web: Web): Promise<NewAccount | null> {
  try {
    return newAccountIn(await show(server, { userId }, web), server);
  } catch (error) {
    if (error instanceof Refused || error instanceof UnexpectedAnswer) return null;
    throw error;
  }
}

/** The accounts that the server knows by these ids, all asked for together. */
async function newAccounts(server: string, ids: readonly string[], web: Web): Promise<Map<string, NewAccount>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  try {
    const found = await ask(server, 'users/show', { userIds: wanted }, listOf(user), web);
    return new Map(found.map((each) => [each.id, newAccountIn(each, server)]));
  } catch (error) {
    if (error instanceof Refused || error instanceof UnexpectedAnswer) return new Map();
    throw error;
  }
}

function newAccountIn(
  who: z.infer<typeof movedUser>,
  server: string,
): Pick<DescribedAccount, 'acct' | 'uri' | 'url' | 'title' | 'followers'> {
  const page = `https://${who.host ?? server}/@${who.username}`;
  return {
    acct: who.host === null ? who.username : `${who.username}@${who.host}`,
    uri: who.uri ?? (who.host === null ? `https://${server}/users/${who.id}` : page),
    url: who.url ?? page,
    title: who.name?.trim() || null,
    followers: who.followersCount,
  };
}

function described(who: User, server: string): DescribedAccount {
  return {
    ...newAccountIn(who, server),
    note: asHtml(who.description),
    following: who.followingCount,
    group: false,
    suspended: who.isSuspended === true,
    hidesFollows: (who.followingVisibility ?? who.ffVisibility ?? 'public') !== 'public',
    movedTo: null,
    wishes: [...(who.noindex === true ? ['noindex'] : []), ...(who.isSilenced === true ? ['limited'] : [])],
  };
}

// ------------------------------------------------------------------ lists and posts

/** In front of the id behind which a page starts, so that it cannot be taken for another protocol's next page. */
export const misskeyCursor = 'misskey:';

export const misskeyReader: ProtocolReader = { listFollows, readPosts };

async function* listFollows(
  list: AccountList,
  web: Web,
  from: string | null,
): ReturnType<ProtocolReader['listFollows']> {
  const seen = new Set<string>();
  let untilId = from?.slice(misskeyCursor.length);
  for (let goesOn = true; goesOn;) {
    const asked = { userId: list.account, limit: followsAPage, ...(untilId !== undefined && { untilId }) };
    const page = await askOrSay(list.host, 'users/following', asked, followsOf(following), web);
    const counts = { known: page.length, odd: oddIn(page), total: list.following };
    if (untilId === undefined) needKnownShape(counts, `https://${list.host}/api/users/following`);
    const listed = page.length + oddIn(page);
    if (listed === 0 && untilId === undefined && (list.following ?? 0) > 0) {
      throw new Unreadable('hidden', `the list is empty, but the number of follows is ${list.following}`);
    }
    const fresh = page.filter(({ id }) => !seen.has(id));
    for (const { id } of page) seen.add(id);
    const followees = fresh.flatMap(({ followee }) => followee ?? []);
    const moves = followees.map((followee) => ({ followee, move: moveOf(followee, list.host) }));
    const known = await newAccounts(
      list.host,
      moves.flatMap(({ move }) => (typeof move === 'string' ? [move] : [])),
      web,
    );
    // A follow that the server fails to describe is left out of its page, which then is no full one.
    const mayHoldMore = listed >= followsAPage || (list.following !== null && seen.size + oddIn(page) < list.following);
    goesOn = mayHoldMore && fresh.length > 0;
    const isRepeated = page.length > 0 && fresh.length === 0;
    untilId = page.at(-1)?.id ?? '';
    const odd = oddIn(page) + fresh.length - followees.length;
    yield {
      resources: moves.map(({ followee, move }) => {
        const movedTo = typeof move === 'string' ? (known.get(move) ?? null) : move;
        return listedOf({ ...described(followee, list.host), movedTo }, list);
      }),
      next: goesOn ? `${misskeyCursor}${untilId}` : null,
      ...(odd > 0 && { odd }),
      ...(isRepeated && { cutShort: true }),
    };
  }
}

async function* readPosts(
  userId: string,
  host: string,
  resource: { id: string },
  web: Web,
): ReturnType<ProtocolReader['readPosts']> {
  const seen = new Set<string>();
  let untilId: string | undefined;
  for (let pages = 0; pages < maxPages; pages += 1) {
    const asked = { userId, limit: postsAPage, withReplies: false, withRenotes: true, ...(untilId && { untilId }) };
    const page = await askOrSay(host, 'users/notes', asked, listOf(note), web);
    const fresh = page.filter(({ id }) => !seen.has(id));
    for (const each of fresh) {
      seen.add(each.id);
      if (each.replyId === null) yield postOf(each, host, resource.id);
    }
    if (page.length < postsAPage || fresh.length === 0) return;
    untilId = page.at(-1)?.id;
  }
}

function postOf(each: z.infer<typeof note>, host: string, id: string): Post {
  const other = each.renote && each.renote.user.id !== each.user.id ? each.renote : null;
  const addsNothing = each.text === null && each.cw === null && each.fileIds.length === 0 && !each.poll;
  const said = other && addsNothing ? other : each;
  return {
    url: said.url ?? said.uri ?? `https://${host}/notes/${said.id}`,
    at: instant(each.createdAt),
    kind: other ? (addsNothing ? 'repost' : 'quote') : 'own',
    author: other ? authorOf(other.user, host) : id,
    text: [said.cw, said.text].filter(Boolean).join(' ').replaceAll(/\s+/g, ' ').trim(),
  };
}

/** A note names its writer without the actor URI; name and host are as unique. */
const authorOf = (who: z.infer<typeof writer>, server: string): string =>
  who.host === null ? `https://${server}/users/${who.id}` : `https://${who.host}/@${who.username}`.toLowerCase();

// ------------------------------------------------------------------ asking

async function ask<Body>(
  server: string,
  endpoint: string,
  body: unknown,
  shape: ZodType<Body>,
  web: Web,
): Promise<Body> {
  return (await web.json(`https://${server}/api/${endpoint}`, shape, { body })).body;
}

async function askOrSay<Body>(...question: Parameters<typeof ask<Body>>): Promise<Body> {
  try {
    return await ask(...question);
  } catch (error) {
    const why = whyRefused(error);
    throw why ? new Unreadable(why.status, why.note) : error;
  }
}

/** Codes count, not statuses: the same code comes with 400 and, in Sharkey, with 404. */
function whyRefused(error: unknown): { status: 'hidden' | 'not_found' | 'needs_login'; note: string } | null {
  if (!(error instanceof Refused)) return null;
  switch (codeOf(error)) {
    case 'NO_SUCH_USER':
      return { status: 'not_found', note: 'the server knows no such account, or shows none to visitors' };
    case 'FORBIDDEN':
      return { status: 'hidden', note: 'the account hides who it follows' };
    case 'CREDENTIAL_REQUIRED':
      return { status: 'needs_login', note: 'the server requires a login' };
    default:
      return error.status === 401 ? { status: 'needs_login', note: 'the server requires a login' } : null;
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Refused ? refusal.safeParse(error.body).data?.error.code : undefined;
