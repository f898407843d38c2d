import { z } from 'zod';
import { Refused, UnexpectedAnswer } from '../errors.ts';
import type { ListStatus, Web } from '../types.ts';
import { hostOf, partsOf } from './mastodon-addresses.ts';

/** An account as its server describes it. */
export type Account = z.infer<typeof account>;

/** An account, the server that answered for it, and the domain of that server's accounts. */
export interface Located {
  account: Account;
  server: string;
  domain: string;
}

export interface Missing {
  status: Exclude<ListStatus, 'read' | 'truncated' | 'hidden'>;
  note: string;
}

// ------------------------------------------------------------------ shapes

const flag = z.boolean().nullable().catch(null);

export const address = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
  .nullable()
  .catch(null);

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

/** An account of which only the actor URI matters. */
export const author = z
  .object(named)
  .refine(...hasActorUri)
  .transform(actorUri);

/** An account as a list shows it. */
export const person = z
  .object({
    ...named,
    acct: z.string().min(1),
    display_name: z.string().catch(''),
    note: z.string().catch(''),
    // -1 and absent are hidden, and so is 0, which Pleroma, Sharkey and snac show instead (2026-11):
    // an account that somebody follows has a follower.
    followers_count: z.int().positive().nullable().catch(null),
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
  .transform((raw) => {
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

const account = z.intersection(z.object({ id: z.union([z.string(), z.int().transform(String)]) }), person);

/** Misskey puts an object into `error` and PeerTube adds a `type` (RFC 9457): both say only that the address is none of theirs. */
const mastodonError = z.object({ error: z.string(), type: z.undefined().optional() });

const webFinger = z.object({
  subject: z.string().nullable().catch(null),
  links: z.array(z.object({ rel: z.string().catch(''), type: z.string().catch(''), href: address })),
});

// ------------------------------------------------------------------ where an account is

/** `user@domain` of an `acct`; an account without a host is of the server's own domain. */
export function nameOf(acct: string, uri: string, domain: string): string {
  const parts = partsOf(acct);
  const name = parts ? `${parts.user}@${hostOf(parts.domain) ?? new URL(uri).host}` : `${acct}@${domain}`;
  return name.toLowerCase();
}

/**
 * The account of this name, asked at its home server.
 *
 * A domain whose accounts live on another host (Mastodon's LOCAL_DOMAIN) is recognised by its first user; the others
 * are then asked for at that host, as `user@domain`, which no other account there can be.
 * @throws WebError
 */
export async function findAccount(name: string, web: Web): Promise<Located | Missing> {
  const parts = partsOf(name);
  if (!parts) return byWebFinger(name, new URL(name).host, null, web);
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
  const there = await lookup(server, `${user}@${domain}`, web);
  const isThere =
    there && ('status' in there ? there.status === 'needs_login' : homeOf(there.account) === there.server);
  return there && isThere ? inDomain(there, domain) : byWebFinger(`acct:${user}@${domain}`, domain, null, web);
}

/** The account behind a resource, whose actor URI already says which server holds it. @throws WebError */
export async function accountOf(resource: { name: string; host: string }, web: Web): Promise<Located | Missing> {
  const parts = partsOf(resource.name);
  if (!parts) return byWebFinger(resource.name, resource.host, null, web);
  return ask(parts.user, parts.domain, resource.host, web);
}

/** Why a server does not answer whoever is not logged in; null where it says something else. */
export function needsLogin(status: number): string | null {
  if (status === 401) {
    return 'the server answered 401: it wants a login (Sharkey answers so for unknown and suspended accounts too)';
  }
  return status === 403 || status === 422 ? `the server answered ${status}: it refuses whoever is not logged in` : null;
}

const noApi: Missing = { status: 'not_reached', note: "the server does not speak Mastodon's API" };

const homeOf = (who: { uri: string }): string => new URL(who.uri).host;

async function ask(user: string, domain: string, server: string, web: Web): Promise<Located | Missing> {
  const there = await lookup(server, user, web);
  return there ? inDomain(there, domain) : byWebFinger(`acct:${user}@${domain}`, domain, server, web);
}

const inDomain = (there: Omit<Located, 'domain'> | Missing, domain: string): Located | Missing =>
  'status' in there ? there : { ...there, domain };

/** Asks one server; null where nothing there speaks Mastodon's API. */
async function lookup(server: string, acct: string, web: Web): Promise<Omit<Located, 'domain'> | Missing | null> {
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

/**
 * Asks a domain where an account lives (RFC 7033), and that server for the account.
 * @param resource `acct:user@domain` or an actor URI
 * @param failed the server that has just shown that it does not speak the API
 */
async function byWebFinger(
  resource: string,
  domain: string,
  failed: string | null,
  web: Web,
): Promise<Located | Missing> {
  const told = await askWebFinger(resource, domain, web);
  if ('status' in told) return told;
  const self = told.links.find(({ rel, type }) => rel === 'self' && /^application\/(?:activity|ld)\+json/.test(type));
  if (!self?.href) return { status: 'not_reached', note: 'its domain names no fediverse account for it' };
  const server = new URL(self.href).host;
  const subject = partsOf((told.subject ?? resource).replace(/^acct:@?/i, ''));
  if (server === failed || !subject) return noApi;
  const there = await lookup(server, subject.user, web);
  return there ? inDomain(there, hostOf(subject.domain) ?? domain) : noApi;
}

async function askWebFinger(resource: string, domain: string, web: Web): Promise<z.infer<typeof webFinger> | Missing> {
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

/** `@`, `:` and `/` may stand in a query as they are (RFC 3986, 3.4). */
const inQuery = (text: string): string => encodeURIComponent(text).replaceAll(/%40|%3A|%2F/g, decodeURIComponent);
