import type { Exchange } from '../fixture-web.ts';

// What servers of the fediverse answer, as far as whole runs over them need it.

const answered = (request: string, body: unknown, status = 200): Exchange => ({ request, status, body });

/** An account as Mastodon's API shows it: `anna` at home, `anna@press.example` elsewhere. */
function account(acct: string, host: string, more: object = {}): object {
  const user = acct.split('@')[0] ?? '';
  return {
    id: `${user}-${host.length}`,
    username: user,
    acct,
    display_name: user,
    url: `https://${host}/@${user}`,
    uri: `https://${host}/users/${user}`,
    followers_count: 10,
    following_count: 1,
    statuses_count: 3,
    ...more,
  };
}

/** An account of another server, as a list shows it. */
export const listed = (handle: string, more: object = {}): object =>
  account(handle, handle.slice(handle.indexOf('@') + 1), more);

const lookupOf = (handle: string, host: string): string =>
  `GET https://${host}/api/v1/accounts/lookup?acct=${handle.split('@')[0]}`;

/** An account at its home server. */
export function home(handle: string, more: object = {}, host = handle.slice(handle.indexOf('@') + 1)): Exchange {
  return answered(lookupOf(handle, host), account(handle.split('@')[0] ?? '', host, more));
}

/** A home server that says something else than who the account is. */
export const refusing = (handle: string, status: number, body: unknown = { error: 'This API requires a user' }) =>
  answered(lookupOf(handle, handle.slice(handle.indexOf('@') + 1)), body, status);

/** An account and the list of what it follows. */
export function following(handle: string, people: object[], more: object = {}): Exchange[] {
  const host = handle.slice(handle.indexOf('@') + 1);
  const id = `${handle.split('@')[0]}-list`;
  return [
    home(handle, { id, following_count: people.length, ...more }),
    answered(`GET https://${host}/api/v1/accounts/${id}/following?limit=80`, people),
  ];
}

/** No Mastodon there, and this software instead. */
export const software = (host: string, name: string): Exchange[] => [
  answered(`GET https://${host}/.well-known/nodeinfo`, {
    links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: `https://${host}/nodeinfo/2.1` }],
  }),
  answered(`GET https://${host}/nodeinfo/2.1`, { software: { name } }),
];

/** Where WebFinger finds an account. */
export const finger = (
  host: string,
  resource: string,
  uri: string,
  subject: string | null = resource,
  more: object[] = [],
): Exchange =>
  answered(`GET https://${host}/.well-known/webfinger?resource=${resource}`, {
    ...(subject !== null && { subject }),
    links: [{ rel: 'self', type: 'application/activity+json', href: uri }, ...more],
  });

/** An actor of ActivityPub; where `followers` is a number, its collection too. */
export function actor(
  uri: string,
  { followers = null, ...more }: { followers?: number | null; [field: string]: unknown } = {},
) {
  const told = {
    id: uri,
    type: 'Person',
    preferredUsername: uri.split('/').at(-1),
    following: `${uri}/following`,
    outbox: `${uri}/outbox`,
    ...(followers !== null && { followers: `${uri}/followers` }),
    ...more,
  };
  const collection = { type: 'OrderedCollection', totalItems: followers };
  return [answered(`GET ${uri}`, told), ...(followers === null ? [] : [answered(`GET ${uri}/followers`, collection)])];
}

/** A list of clients, each with the handle of one account. */
export const clients = (...handles: string[]): string =>
  `customer,mastodon\n${handles.map((handle, at) => `Client ${at + 1},@${handle}\n`).join('')}`;
