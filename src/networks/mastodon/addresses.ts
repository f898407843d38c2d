import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import { decodeSegment, stripInvisible } from '../../text/normalise.ts';
import { parseUrl, wordSet } from '../kit/address.ts';
import { isUnderHosts } from '../../text/hosts.ts';
import { canParseUrl } from '../../text/web-address.ts';
import { isMailHost } from './mail-hosts.ts';
import { withoutTracking } from '../kit/tracking.ts';

/** What an address says of a fediverse account. */
interface Address {
  /** `user@domain`, or the actor URI where the address holds nothing that could be looked up. */
  name: string;
  host: string;
  id: string | null;
  url: string;
  /** It can only be a community's. */
  community?: true;
  /** It may be a community's, or a page of any site. */
  unsure?: true;
}

const userName = /^[\w.-]*[\w-]$/;

/** Sites that use `/@name` or `/users/name` and are neither fediverse servers nor networks. */
const elsewhere = [
  ...wordSet(`
  askubuntu.com dzen.ru figma.com habr.com hive.blog medium.com observablehq.com odysee.com peakd.com
  producthunt.com replit.com rumble.com rutube.ru serverfault.com snapchat.com stackexchange.com stackoverflow.com
  steemit.com substack.com superuser.com unsplash.com
`),
];

// Lemmy, PieFed, Mbin and PeerTube have addresses like those of any site: the host tells, by its name or as a large one.
const threadiverseName = /(?:^|[.-])(?:lemmy|feddit|piefed|mbin|kbin)/;
const threadiverse = new Set(
  `
  aussie.zone beehaw.org discuss.online discuss.tchncs.de fedia.io hexbear.net infosec.pub jlai.lu lemm.ee
  lemmings.world mander.xyz midwest.social programming.dev reddthat.com sh.itjust.works slrpnk.net sopuli.xyz
  thelemmy.club ttrpg.network
  `.split(/\s+/),
);
const peerTubeName = /(?:^|[.-])(?:peer)?tube\d*\./;
const peerTubes = new Set([
  'diode.zone',
  'framatube.org',
  'makertube.net',
  'spectra.video',
  'tilvids.com',
  'video.blender.org',
]);

const isThreadiverse = (host: string): boolean => threadiverseName.test(host) || threadiverse.has(host);
const isPeerTube = (host: string): boolean => peerTubeName.test(host) || peerTubes.has(host);

export const parseProfile = (input: string): ProfileName | NotIdentified | null => profileOf(read(input));

/** As `parseProfile`, and `user@domain`, which is an e-mail address everywhere but in a column of this network. */
export function parseHandle(input: string): ProfileName | NotIdentified | null {
  const text = stripInvisible(input).replace(/^mailto:/i, '');
  const address = read(text) ?? readHandle(`@${text}`);
  if (address) return profileOf(address);
  const user = stripInvisible(input).replace(/^@/, '');
  return userName.test(user) ? { reason: `its server is missing: write @${user}@server.example` } : null;
}

export function parseResource(input: string): ResourceName | null {
  const address = read(input);
  if (!address) return null;
  const { community: _, ...named } = address;
  return { network: 'mastodon', ...named };
}

/** Whether an address is under a path that communities have on the servers that have any. */
export const isOfCommunity = (url: string): boolean =>
  canParseUrl(url) && /^\/[cm]\/[^/]+\/?$/.test(new URL(url).pathname);

/** `user` and `domain` of a `user@domain`; null for a name that is an actor URI. */
export function userAndDomain(name: string): { user: string; domain: string } | null {
  const at = name.lastIndexOf('@');
  if (at < 1 || isUri(name)) return null;
  return { user: name.slice(0, at), domain: name.slice(at + 1) };
}

export const isUri = (name: string): boolean => /^https?:\/\//.test(name);

/** Ids that Misskey and its forks give their users: aid and aidx, which begin with the time, meid, objectid, ulid. */
const misskeyId = /^(?:(?=.*\d)[89a-f][\da-z]{9}|(?=.*\d)[89a-f][\da-z]{15}|[\da-f]{24}|[\dA-HJKMNP-TV-Z]{26})$/i;

/** `user@host` of an actor URI, as far as its path shows the user's name; else the URI itself. */
export function nameInUri(uri: string): string {
  if (!canParseUrl(uri)) return uri;
  const url = new URL(uri);
  const [first = '', second = '', ...more] = url.pathname.split('/').filter(Boolean).map(decodeSegment);
  const host = hostOf(url.host);
  if (host === null || more.length > 0) return uri;
  const shown = second === '' ? /^@(.+)$/.exec(first)?.[1] : namedBy.has(first) ? second.replace(/^@/, '') : undefined;
  if (shown === undefined || !userName.test(shown) || (first === 'users' && misskeyId.test(shown))) return uri;
  return `${shown.toLowerCase()}@${host}`;
}

/** First words of paths that many kinds of software put before a name. */
const namedBy = new Set(
  'users user u c m accounts video-channels profile channel author actor actors blogs magazine'.split(' '),
);

/**
 * Host of a domain as written, port included: lower case, punycode, no trailing dot.
 * Null where it cannot be a server's: one word without a port, an IPv6 address, anything but a host.
 */
export function hostOf(domain: string): string | null {
  if (!/^[^\s/?#@\\:[\]]+(?::\d{1,5})?$/.test(domain) || !canParseUrl(`https://${domain}`)) return null;
  const host = new URL(`https://${domain}`).host.replace(/\.(?=:|$)/, '');
  if (host.split('.').includes('')) return null;
  return /[.:]/.test(host) || host === 'localhost' ? host : null;
}

function profileOf(address: Address | null): ProfileName | NotIdentified | null {
  if (address?.unsure) return null;
  if (address && isMailHost(address.host))
    return { reason: 'this is an e-mail address, not an account of the fediverse' };
  if (address?.community) return { reason: 'this is the address of a community, not of a person' };
  return address && { network: 'mastodon', name: address.name, host: address.host };
}

function read(input: string): Address | null {
  const text = stripInvisible(input);
  return readHandle(text.replace(/^acct:@?/i, '@')) ?? readCommunity(text) ?? readUrl(text);
}

/** `!community@domain` */
function readCommunity(text: string): Address | null {
  const [, name, domain] = /^!([^@\s/]+)@([^@\s/]+)$/.exec(text) ?? [];
  const found = name === undefined || domain === undefined ? null : account(name, hostOf(domain));
  return found && { ...found, url: `https://${found.host}/c/${name?.toLowerCase()}`, community: true };
}

/** `@user@domain` */
function readHandle(text: string): Address | null {
  const [, user, domain] = /^@([^@\s/]+)@([^@\s/]+)$/.exec(text) ?? [];
  return user === undefined || domain === undefined ? null : account(user, hostOf(domain));
}

function readUrl(text: string): Address | null {
  const url = parseUrl(text);
  const host = url && hostOf(url.host);
  if (url === null || host === null || isUnderHosts(url.hostname, elsewhere)) return null;

  const path = url.pathname.split('/').filter(Boolean).map(decodeSegment);
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
  const found = inSection(path, host, server);
  return found?.unsure && !isPlain(url) ? null : found;
}

/** Paths of PeerTube, Lemmy, PieFed and Mbin. Only those that no other site has, unless the host says what it is. */
function inSection([section = '', named = '', tab = '']: string[], host: string, server: string): Address | null {
  const sections = new Map([
    ['video-channels', true],
    ['accounts', isPeerTube(host)],
    ['a', isPeerTube(host)],
    ['c', isPeerTube(host) || isThreadiverse(host)],
    ['m', isThreadiverse(host)],
    ['u', isThreadiverse(host)],
  ]);
  const [, user = '', home] = /^([^@]+)(?:@(.+))?$/.exec(named) ?? [];
  const isTold = tabs.get(section) === tab;
  const isOurs = sections.get(section);
  if (isOurs === undefined) return null;
  const url = `${server}/${section}/${named}`;
  const found = account(user, home === undefined ? host : hostOf(home));
  if (!found) return null;
  if (!(isOurs || isTold || home !== undefined)) {
    const mayBe = section === 'c' && tab === '' && communityName.test(user);
    return mayBe ? { ...found, url, unsure: true } : null;
  }
  // Short addresses of PeerTube are not its actor URIs.
  const isActor = home === undefined && (section.length > 1 || isThreadiverse(host));
  const isCommunity = section === 'm' || (section === 'c' && (isThreadiverse(host) || isThreadiverse(found.host)));
  const shown = isTold && !isOurs ? `${url}/${tab}` : url;
  const id = isCommunity ? url.toLowerCase() : url;
  return { ...found, url: shown, id: isActor ? id : null, ...(isCommunity && { community: true }) };
}

/** Without `www.`, which no server of communities has, and without what leads to another view of any other page. */
const isPlain = (url: URL): boolean =>
  !url.hostname.startsWith('www.') &&
  [...new URL(withoutTracking(url)).searchParams.keys()].every((key) => views.has(key));

/** How Lemmy's pages of communities are shown. */
const views = new Set(['sort', 'dataType', 'listingType', 'page', 'pageCursor', 'showHidden']);

/** What Lemmy takes for a name. */
const communityName = /^\w{3,}$/;

/** Tabs that only PeerTube has below these. */
const tabs = new Map([
  ['accounts', 'video-channels'],
  ['a', 'video-channels'],
  ['c', 'video-playlists'],
]);

function account(user: string, host: string | null, protocol = 'https:'): Address | null {
  if (host === null || !userName.test(user)) return null;
  const name = user.toLowerCase();
  return { name: `${name}@${host}`, host, id: null, url: `${protocol}//${host}/@${name}` };
}
