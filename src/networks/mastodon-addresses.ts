import type { NotOne, ProfileName, ResourceName } from '../types.ts';

/** What an address says of a fediverse account. */
interface Address {
  /** `user@domain`, or the actor URI where the address holds nothing that could be looked up. */
  name: string;
  host: string;
  id: string | null;
  url: string;
}

const userName = /^[\w.-]*[\w-]$/;

/** Sites that use `/@name` or `/users/name` and are no fediverse servers, or none whose accounts follow anybody. */
const elsewhere = new Set(
  `
  askubuntu.com bsky.app dzen.ru facebook.com figma.com flickr.com habr.com hive.blog instagram.com linkedin.com
  medium.com observablehq.com odysee.com ok.ru peakd.com pinterest.com producthunt.com reddit.com replit.com rumble.com
  rutube.ru serverfault.com snapchat.com soundcloud.com stackexchange.com stackoverflow.com steemit.com substack.com
  superuser.com t.me telegram.me threads.com threads.net tiktok.com tumblr.com twitter.com unsplash.com vk.com vk.ru
  x.com youtube.com
  `.split(/\s+/),
);

export const parseProfile = (input: string): ProfileName | null => profileOf(read(input));

/** As `parseProfile`, and `user@domain`, which is an e-mail address everywhere but in a column of this network. */
export function parseHandle(input: string): ProfileName | NotOne | null {
  const address = read(input) ?? readHandle(`@${clean(input)}`);
  if (address) return profileOf(address);
  const user = clean(input).replace(/^@/, '');
  return userName.test(user) ? { why: `its server is missing: write @${user}@server.example` } : null;
}

export function parseResource(input: string): ResourceName | null {
  const address = read(input);
  return address && { network: 'mastodon', ...address };
}

/** `user` and `domain` of a `user@domain`; null for a name that is an actor URI. */
export function partsOf(name: string): { user: string; domain: string } | null {
  const at = name.lastIndexOf('@');
  if (at < 1 || /^https?:\/\//.test(name)) return null;
  return { user: name.slice(0, at), domain: name.slice(at + 1) };
}

/**
 * Host of a domain as written, port included: lower case, punycode, no trailing dot.
 * Null where it cannot be a server's: one word without a port, an IPv6 address, anything but a host.
 */
export function hostOf(domain: string): string | null {
  if (!/^[^\s/?#@\\:[\]]+(?::\d{1,5})?$/.test(domain) || !URL.canParse(`https://${domain}`)) return null;
  const host = new URL(`https://${domain}`).host.replace(/\.(?=:|$)/, '');
  if (host.split('.').includes('')) return null;
  return /[.:]/.test(host) || host === 'localhost' ? host : null;
}

function profileOf(address: Address | null): ProfileName | null {
  return address && { network: 'mastodon', name: address.name, host: address.host };
}

function read(input: string): Address | null {
  const text = clean(input);
  return readHandle(text.replace(/^acct:@?/i, '@')) ?? readUrl(text);
}

/** Cells copied from an app bring marks of the writing direction along. */
const clean = (input: string): string => input.replaceAll(/\p{Cf}/gu, '').trim();

/** `@user@domain` */
function readHandle(text: string): Address | null {
  const [, user, domain] = /^@([^@\s/]+)@([^@\s/]+)$/.exec(text) ?? [];
  return user === undefined || domain === undefined ? null : account(user, hostOf(domain));
}

function readUrl(text: string): Address | null {
  const [, scheme, rest] = /^(?:(https?):)?(?:\/\/)?([^/]+\/.+)$/i.exec(text) ?? [];
  if (rest === undefined || !URL.canParse(`${scheme ?? 'https'}://${rest}`)) return null;
  const url = new URL(`${scheme ?? 'https'}://${rest}`);
  const host = hostOf(url.host);
  if (host === null || url.username !== '' || url.password !== '' || isElsewhere(host)) return null;

  const path = url.pathname.split('/').filter(Boolean).map(decoded);
  if (path[0] === 'web' || path[0] === 'deck') path.shift();
  const [first = '', second = '', third = ''] = path;
  const [, shown, home] = /^@([^@]+)(?:@(.+))?$/.exec(first) ?? [];
  if (shown !== undefined) return account(shown, home === undefined ? host : hostOf(home), url.protocol);

  const server = `${url.protocol}//${host}`;
  if (first === 'users') {
    const found = account(second, host);
    const id = `${server}/users/${second}`;
    return found && { ...found, id, url: id };
  }
  if (first === 'ap' && second === 'users' && /^\d+$/.test(third)) {
    const id = `${server}/ap/users/${third}`;
    return { name: id, host, id, url: id };
  }
  return null;
}

function account(user: string, host: string | null, protocol = 'https:'): Address | null {
  if (host === null || !userName.test(user)) return null;
  const name = user.toLowerCase();
  return { name: `${name}@${host}`, host, id: null, url: `${protocol}//${host}/@${name}` };
}

function isElsewhere(host: string): boolean {
  const labels = host.replace(/:\d+$/, '').split('.');
  return labels.some((_, index) => elsewhere.has(labels.slice(index).join('.')));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
