import { z } from 'zod';
import { Refused, UnexpectedAnswer } from '../../errors.ts';
import type { Web } from '../../types/web.ts';
import { listOf, optionalText } from '../kit/fields.ts';
import { address, flag, followers, needsLogin, refOf } from './accounts.ts';
import type { FediverseAccount, DescribedAccount, AccountFinder, LocatedAccount, MissingAccount } from './accounts.ts';
import { activityPubAccounts } from './activitypub.ts';
import { finderOf, traitsOf } from './software.ts';
import { hostOf, isUri, userAndDomain } from './addresses.ts';

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
    moved: z
      .object({ acct: z.string().regex(/^[\w.-]+(?:@[^\s/@]+)?$/) })
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
      movedTo: raw.moved?.acct ?? null,
      wishes: [
        ...(raw.noindex === true ? ['noindex'] : []),
        ...(raw.limited === true ? ['limited'] : []),
        ...(raw.discoverable === false ? ['not discoverable'] : []),
        ...(raw.indexable === false ? ['not indexable'] : []),
      ],
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

const webFinger = z.object({
  subject: z.string().nullable().catch(null),
  links: listOf(
    z.object({
      rel: z.string().catch(''),
      type: z.string().catch(''),
      href: address,
      properties: z.record(z.string(), z.unknown()).catch({}),
    }),
  ),
});

type Told = z.infer<typeof webFinger>;

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
    if (!('status' in told)) return follow(told, name, host, null, web);
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
    if (!('status' in told)) return follow(told, name, host, null, web);
    return told.status === 'needs_login' ? told : bySoftware(isUri(id) ? id : name, domain, web);
  }
  const there = await lookup(host, parts.user, web);
  if (there) return inDomain(there, domain);
  return isUri(id) ? bySoftware(id, domain, web) : byWebFinger(`acct:${name}`, domain, host, web);
}

const noApi: MissingAccount = { status: 'not_reached', note: 'no fediverse server answers there' };

const homeOf = (who: { uri: string }): string => new URL(who.uri).host;

async function ask(user: string, domain: string, server: string, web: Web): Promise<LocatedAccount | MissingAccount> {
  const { finder } = await traitsOf(server, web);
  if (finder) return byFinder(finder, user, domain, server, web);
  const there = await lookup(server, user, web);
  return there ? inDomain(there, domain) : byWebFinger(`acct:${user}@${domain}`, domain, server, web);
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
  try {
    const answer = await web.json(`https://${server}/api/v1/accounts/lookup?acct=${inQuery(acct)}`, account);
    const from = new URL(answer.url).host;
    return { account: answer.body, server: from === homeOf(answer.body) ? from : server };
  } catch (error) {
    if (error instanceof UnexpectedAnswer) return null;
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) return { status: 'needs_login', note: login };
    if (error.status === 410) return { status: 'not_found', note: 'the server says that the account is gone' };
    if (error.status !== 404 || !mastodonError.safeParse(error.body).success) return null;
    return { status: 'not_found', note: 'the server knows no such account' };
  }
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
  return 'status' in told ? told : follow(told, resource, domain, failed, web);
}

async function askWebFinger(resource: string, domain: string, web: Web): Promise<Told | MissingAccount> {
  try {
    const url = `https://${domain}/.well-known/webfinger?resource=${inQuery(resource)}`;
    const headers = { accept: 'application/jrd+json, application/json' };
    return (await web.json(url, webFinger, { headers })).body;
  } catch (error) {
    if (error instanceof UnexpectedAnswer) return noApi;
    if (!(error instanceof Refused)) throw error;
    const login = needsLogin(error.status);
    if (login !== null) return { status: 'needs_login', note: login };
    if (![400, 404, 410].includes(error.status)) throw error;
    return { status: 'not_found', note: 'its domain knows no such account' };
  }
}

async function follow(
  told: Told,
  resource: string,
  domain: string,
  failed: string | null,
  web: Web,
): Promise<LocatedAccount | MissingAccount> {
  const uri = actorIn(told);
  if (uri === null) return { status: 'not_reached', note: 'its domain lists no fediverse account for it' };
  const server = new URL(uri).host;
  const subject = userAndDomain((told.subject ?? resource).replace(/^acct:@?/i, ''));
  const home = subject ? (hostOf(subject.domain) ?? domain) : domain;
  const { finder } = await traitsOf(server, web);
  const there = finder || !subject || server === failed ? null : await lookup(server, subject.user, web);
  return there ? inDomain(there, home) : bySoftware(uri, home, web);
}

/** Lemmy names a person and a community under one name; it is the community that can be read. */
function actorIn({ links }: Told): string | null {
  const actors = links.filter(
    ({ rel, type, href }) => rel === 'self' && href && /^application\/(?:activity|ld)\+json/.test(type),
  );
  const isGroup = ({ properties }: Told['links'][number]): boolean => Object.values(properties).includes('Group');
  return (actors.find(isGroup) ?? actors[0])?.href ?? null;
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
  return isFound ? { account: found, server: homeOf(found), domain } : found;
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

/** `@`, `:` and `/` may stand in a query as they are (RFC 3986, 3.4). */
const inQuery = (text: string): string => encodeURIComponent(text).replaceAll(/%40|%3A|%2F/g, decodeURIComponent);
