import { z } from 'zod';
import { Refused, UnexpectedAnswer, Unreachable } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { listOf, optionalText } from '../kit/fields.ts';
import { address, flag, followers, nameOf, needsLogin, refOf } from './accounts.ts';
import type { FediverseAccount, DescribedAccount, AccountFinder, LocatedAccount, MissingAccount } from './accounts.ts';
import { activityPubAccounts } from './activitypub.ts';
import { communityAt, finderOf, traitsOf } from './software.ts';
import { isUri, nameInUri, userAndDomain } from './addresses.ts';
import { type Finger, askWebFinger, inQuery, nameIn } from './webfinger.ts';

// ------------------------------------------------------------------ shapes

/** What tells an account's actor URI. Pleroma and Akkoma have no `uri` but `pleroma.ap_id`. */
const named = {
  uri: address,
  url: address,
  pleroma: z.object({ ap_id: address, hide_follows: flag }).nullable().catch(null),
};

/** Older servers give no `uri`; their pages are `/@user` and their actors `/users/user`. */
function actorUri(who: { uri: string | null; url: string | null; pleroma: { ap_id: string | null } | null }): string {
  return who.uri ?? who.pleroma?.ap_id ?? who.url?.replace(/\/@([^/@]+)\/?$/, '/users/$1') ?? '';
}

const hasActorUri = [
  (who: Parameters<typeof actorUri>[0]) => actorUri(who) !== '',
  'an account has neither uri nor url',
] as const;

/** An account that wrote a post: its actor URI, and how it presents itself, in HTML. */
export const writer = z
  .object({ ...named, acct: optionalText, display_name: z.string().catch(''), note: z.string().catch('') })
  .refine(...hasActorUri)
  .transform((account) => ({
    uri: actorUri(account),
    name: account.display_name.trim() || null,
    handle: account.acct,
    note: account.note,
  }));

/** Name and value in HTML; `verified_at` where the server saw that the page links back. */
const field = z
  .object({ name: z.string(), value: z.string(), verified_at: optionalText })
  .transform(({ name, value, verified_at }) => ({ name, value, verified: verified_at !== null }));

/** An account as a list shows it. */
export const person = z
  .object({
    ...named,
    acct: z.string().min(1),
    display_name: z.string().catch(''),
    note: z.string().catch(''),
    followers_count: followers,
    following_count: z.int().nonnegative().nullable().catch(null),
    group: flag,
    suspended: flag,
    limited: flag,
    noindex: flag,
    discoverable: flag,
    indexable: flag,
    hide_collections: flag,
    fields: listOf(field).catch([]),
    moved: z
      .object({
        ...named,
        acct: z.string().regex(/^[\w.-]+(?:@[^\s/@]+)?$/),
        display_name: z.string().catch(''),
        followers_count: followers,
      })
      .transform((to) => ({
        acct: to.acct,
        uri: actorUri(to) || null,
        url: to.url,
        title: to.display_name.trim() || null,
        followers: to.followers_count,
      }))
      .nullable()
      .catch(null),
  })
  .refine(...hasActorUri)
  .transform((raw): DescribedAccount => {
    const uri = actorUri(raw);
    return {
      acct: raw.acct,
      uri,
      url: raw.url ?? uri,
      title: raw.display_name.trim() || null,
      note: raw.note,
      followers: raw.followers_count,
      following: raw.following_count,
      group: raw.group === true,
      suspended: raw.suspended === true,
      hidesFollows: raw.hide_collections === true || raw.pleroma?.hide_follows === true,
      movedTo: raw.moved,
      wishes: [
        ...(raw.noindex === true ? ['noindex'] : []),
        ...(raw.limited === true ? ['limited'] : []),
        ...(raw.discoverable === false ? ['not discoverable'] : []),
        ...(raw.indexable === false ? ['not indexable'] : []),
      ],
      ...(raw.fields.length > 0 && { fields: raw.fields }),
    };
  });

const account = z
  .intersection(z.object({ id: z.union([z.string(), z.int().transform(String)]) }), person)
  .transform(({ id, ...who }): FediverseAccount => ({
    ...who,
    followsRef: refOf('mastodon', id),
    postsRef: refOf('mastodon', id),
  }));

/**
 * Misskey puts an object into `error`, PeerTube adds a `type` (RFC 9457) and common web frameworks a `statusCode`: these
 * say only that the address is none of theirs.
 */
const mastodonError = z.object({
  error: z.string(),
  type: z.undefined().optional(),
  statusCode: z.undefined().optional(),
});

// ------------------------------------------------------------------ where an account is

/**
 * The account of this name, asked at its home server.
 *
 * A domain whose accounts live on another host (Mastodon's LOCAL_DOMAIN) is recognised by its first user; the others
 * are then asked for at that host, as `user@domain`, which no other account there can be.
 * @throws WebError
 */
export async function findAccount(name: string, web: Web): Promise<LocatedAccount | MissingAccount> {
  const parts = userAndDomain(name);
  if (!parts) {
    const { host } = new URL(name);
    const told = await askWebFinger(name, host, web);
    if (!('status' in told)) return follow(told, host, null, web);
    return told.status === 'not_reached' ? bySoftware(name, host, web) : told;
  }
  const { user, domain } = parts;
  const first = await web.once(`mastodon:server:${domain}`, async () => {
    const [outcome] = await Promise.allSettled([ask(user, domain, domain, web)]);
    return { user, outcome };
  });
  const found = first.outcome.status === 'fulfilled' ? first.outcome.value : null;
  if (first.user === user) {
    if (first.outcome.status === 'rejected') throw first.outcome.reason;
    return first.outcome.value;
  }
  const server = found && 'server' in found && found.domain === domain ? found.server : domain;
  if (server === domain) return ask(user, domain, domain, web);
  const { finder } = await traitsOf(server, web);
  if (finder) return byFinder(finder, user, domain, server, web);
  const there = await lookup(server, `${user}@${domain}`, web);
  const isThere =
    there && ('status' in there ? there.status === 'needs_login' : homeOf(there.account) === there.server);
  return there && isThere ? inDomain(there, domain) : byWebFinger(`acct:${user}@${domain}`, domain, null, web);
}

/** The community of this name, asked at its home server; null where that has no communities. @throws WebError */
export async function findCommunity(name: string, web: Web): Promise<LocatedAccount | MissingAccount | null> {
  const parts = userAndDomain(name);
  const uri = parts && (await communityAt(parts.domain, parts.user, web));
  return uri ? bySoftware(uri, parts.domain, web) : null;
}

/** The account behind a resource, whose actor URI already says which server holds it. @throws WebError */
export async function accountOf(
  resource: { id: string; name: string; host: string },
  web: Web,
): Promise<LocatedAccount | MissingAccount> {
  const { id, name, host } = resource;
  const parts = userAndDomain(name);
  const domain = parts?.domain ?? host;
  if (isUri(id) && (await traitsOf(host, web)).finder) return bySoftware(id, domain, web);
  if (!parts) {
    const told = await askWebFinger(name, host, web);
    if (!('status' in told)) return follow(told, host, null, web);
    return told.status === 'needs_login' ? told : bySoftware(isUri(id) ? id : name, domain, web);
  }
  // One account may be listed under two ids.
  const there = await web.once(`mastodon:account:${host}:${parts.user}`, () => lookup(host, parts.user, web));
  if (there === perhapsElsewhere) return orElsewhere(there, `${parts.user}@${domain}`, host, web, domain === host);
  if (there) return inDomain(there, domain);
  const byName = (): Promise<LocatedAccount | MissingAccount> => byWebFinger(`acct:${name}`, domain, host, web);
  if (!isUri(id)) return byName();
  const found = await bySoftware(id, domain, web);
  if (!('status' in found) || found.status === 'needs_login') return found;
  // The id was a guess, or is one that the server has given up: its domain may know another for the name.
  const renamed = await byName();
  return 'status' in renamed ? found : renamed;
}

const homeOf = (who: { uri: string }): string => new URL(who.uri).host;

async function ask(user: string, domain: string, server: string, web: Web): Promise<LocatedAccount | MissingAccount> {
  const known = await traitsOf(server, web);
  if (known.finder) return byFinder(known.finder, user, domain, server, web);
  const there = known.hasNamesAlone ? null : await lookup(server, user, web);
  if (there && there !== perhapsElsewhere) return inDomain(there, domain);
  const found = there
    ? await orElsewhere(there, `${user}@${domain}`, server, web)
    : await byWebFinger(`acct:${user}@${domain}`, domain, server, web);
  if (!('status' in found) && found.server !== server && !known.speaksMastodon) known.hasNamesAlone = true;
  return found;
}

const inDomain = (
  there: Omit<LocatedAccount, 'domain'> | MissingAccount,
  domain: string,
): LocatedAccount | MissingAccount => ('status' in there ? there : { ...there, domain });

/** Asks one server; null where nothing there speaks Mastodon's API. */
async function lookup(
  server: string,
  acct: string,
  web: Web,
): Promise<Omit<LocatedAccount, 'domain'> | MissingAccount | null> {
  const known = await traitsOf(server, web);
  if (known.login !== null) return { status: 'needs_login', note: known.login };
  try {
    const answer = await web.json(`https://${server}/api/v1/accounts/lookup?acct=${inQuery(acct)}`, account);
    known.speaksMastodon = true;
    const from = new URL(answer.url).host;
    return { account: answer.body, server: from === homeOf(answer.body) ? from : server };
  } catch (error) {
    if (error instanceof UnexpectedAnswer) return null;
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) {
      if (!known.speaksMastodon && refusesVisitors(error.body)) known.login = login;
      return { status: 'needs_login', note: login };
    }
    if (error.status === 410) return { status: 'not_found', note: 'the server says that the account is gone' };
    if (error.status !== 404) return null;
    if (known.speaksMastodon) return unknownThere;
    return mastodonError.safeParse(error.body).success ? perhapsElsewhere : null;
  }
}

const unknownThere: MissingAccount = { status: 'not_found', note: 'the server knows no such account' };

/** Said by a server that has described no account yet: the domain's accounts may live on another one. */
const perhapsElsewhere: MissingAccount = { ...unknownThere };

/** What a server has said of an account, unless WebFinger leads to one. */
async function orElsewhere(
  said: MissingAccount,
  name: string,
  server: string,
  web: Web,
  isHome = false,
): Promise<LocatedAccount | MissingAccount> {
  const domain = name.slice(name.lastIndexOf('@') + 1);
  const told = await askWebFinger(`acct:${name}`, domain, web, isHome);
  if ('status' in told) return told.status === 'needs_login' ? told : said;
  return told.actor === null ? said : follow(told, domain, server, web);
}

/**
 * Whether a refusal is about everybody who is not logged in, as Mastodon ("This API requires an authenticated user") and
 * GoToSocial ("Unauthorized: token not supplied") say it; Sharkey answers so of single accounts, in other words.
 */
function refusesVisitors(body: unknown): boolean {
  const told = mastodonError.safeParse(body).data?.error ?? '';
  return /authenticat|unauthori[sz]ed|token|log(?:ged)? ?in|sign(?:ed)? ?in/i.test(told.slice(0, 300));
}

// ------------------------------------------------------------------ WebFinger

/**
 * Asks a domain where an account lives (RFC 7033), and that server for the account.
 * @param resource `acct:user@domain` or an actor URI
 * @param failed the server that has just shown that it does not speak Mastodon's API
 */
async function byWebFinger(
  resource: string,
  domain: string,
  failed: string | null,
  web: Web,
): Promise<LocatedAccount | MissingAccount> {
  const told = await askWebFinger(resource, domain, web);
  return 'status' in told ? told : follow(told, domain, failed, web);
}

async function follow(
  { subject, actor }: Finger,
  domain: string,
  failed: string | null,
  web: Web,
): Promise<LocatedAccount | MissingAccount> {
  if (actor === null) return { status: 'not_reached', note: 'its domain lists no fediverse account for it' };
  const server = new URL(actor).host;
  const name = subject ?? userAndDomain(nameInUri(actor));
  const home = subject?.domain ?? domain;
  const { finder } = await traitsOf(server, web);
  const there = finder || !name || server === failed ? null : await lookup(server, name.user, web);
  return there && there !== perhapsElsewhere ? inDomain(there, home) : bySoftware(actor, home, web);
}

// ------------------------------------------------------------------ other software

/** An account of a server without Mastodon's API, found as its software has it. */
async function bySoftware(uri: string, domain: string, web: Web): Promise<LocatedAccount | MissingAccount> {
  const server = new URL(uri).host;
  const known = await traitsOf(server, web);
  const finder = known.finder ?? (await finderOf(server, web));
  const found = await finder.byUri(uri, web);
  const isFound = !('status' in found);
  // What other software answers says nothing about Mastodon's API there, unless it knows the account.
  if (finder !== activityPubAccounts || isFound) known.finder = finder;
  return isFound ? underItsName({ account: found, server: homeOf(found), domain }, web) : found;
}

/** An account under the name that it says it goes by, where the domain of that name says so, too. */
async function underItsName(found: LocatedAccount, web: Web): Promise<LocatedAccount> {
  const { account: described, domain } = found;
  const claimed = nameIn(described.claims ?? '');
  if (!claimed || nameOf(described.acct, described.uri, domain) === `${claimed.user}@${claimed.domain}`) return found;
  try {
    const told = await askWebFinger(`acct:${claimed.user}@${claimed.domain}`, claimed.domain, web);
    const isItsOwn = 'actor' in told && told.actor === described.uri;
    return isItsOwn ? { ...found, account: { ...described, acct: claimed.user }, domain: claimed.domain } : found;
  } catch (error) {
    if (error instanceof Unreachable) return found;
    throw error;
  }
}

async function byFinder(
  finder: AccountFinder,
  user: string,
  domain: string,
  server: string,
  web: Web,
): Promise<LocatedAccount | MissingAccount> {
  if (!finder.byName) return byWebFinger(`acct:${user}@${domain}`, domain, server, web);
  const found = await finder.byName(user, server, web);
  return 'status' in found ? found : { account: found, server, domain };
}
