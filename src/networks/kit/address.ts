import { decodeSegment, stripInvisible } from '../../text/normalise.ts';
import { bareHost, isLike } from '../../text/hosts.ts';
import { canParseUrl, urlOf } from '../../text/web-address.ts';

/** An address of one network, taken apart. */
export interface Address {
  /** The network's own domain, e.g. `facebook.com` in `de-de.facebook.com`. */
  domain: string;
  /** What stands before the domain; empty for the domain itself and for `www.`. */
  sub: string;
  /** Segments of the path, decoded, without empty ones. */
  path: string[];
  query: URLSearchParams;
  /** The address with a scheme, without what stands behind `?` and `#`. */
  url: string;
}

/**
 * The address in a text, with or without a scheme; null where it is none of these domains.
 * @param domains every host under a domain is the network's too; `?` stands for a letter
 */
export function parseAddress(text: string, domains: readonly string[]): Address | null {
  const found = parseUrl(text);
  if (!found || !hasUsualPort(found)) return null;
  const url = withoutBang(found);
  const labels = bareHost(url.hostname).split('.');
  const at = labels.findIndex((_, index) => domains.some((domain) => isLike(labels.slice(index).join('.'), domain)));
  if (at === -1) return null;
  return {
    domain: labels.slice(at).join('.'),
    sub: labels.slice(0, at).join('.'),
    path: url.pathname.split('/').map(readableSegment).filter(Boolean),
    query: url.searchParams,
    url: url.origin + url.pathname,
  };
}

/** An address of a network that has hosts of its own. */
export interface HostedAddress {
  /** The host without `www.` and without a dot at its end. */
  site: string;
  /** The host with `www.`, where it was written so. */
  host: string;
  /** Segments of the path, decoded, without empty ones. */
  path: string[];
  query: URLSearchParams;
  hash: string;
}

/** The address in a text, taken apart; null where it is none, or has a name, a password or an unusual port. */
export function parseHosted(text: string): HostedAddress | null {
  const found = parseUrl(text);
  if (!found || !hasUsualPort(found)) return null;
  const url = withoutBang(found);
  return {
    site: bareHost(url.hostname),
    host: url.hostname,
    path: url.pathname.split('/').map(readableSegment).filter(Boolean),
    query: url.searchParams,
    hash: url.hash,
  };
}

/** Characters that servers take (RFC 9110, section 4.1, asks for 8,000); to read a name takes a square of its length. */
const longestAddress = 8192;

/** A name of 253 characters (RFC 1035, section 3.1), and the dot at its end. */
const longestHost = 254;

/**
 * The address in a text, as people write it: with or without a scheme, with two, with one slash or four, in angle
 * brackets, with marks that nobody sees. Null where it is none, or holds a name or a password.
 */
export function parseUrl(text: string): URL | null {
  if (text.length > longestAddress || isNetworkDrive(text)) return null;
  const written = asWritten(text);
  if (!canParseUrl(written)) return null;
  const url = new URL(written);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  if (url.hostname.length > longestHost) return null;
  url.hostname = url.hostname.replace(/\.$/, '');
  return url;
}

/** `\\server\share`: a URL parser would take the strokes for those of an address. */
export const isNetworkDrive = (text: string): boolean => stripInvisible(text).startsWith('\\\\');

/** The address as it was written, with one scheme. */
export function asWritten(text: string): string {
  const visible = stripInvisible(text);
  const bare = visible.startsWith('<') && visible.endsWith('>') ? visible.slice(1, -1).trim() : visible;
  const rest = bare.replace(/^\/*(?:https?:\/*)*/i, '');
  return `${/^\/*http:/i.test(bare) ? 'http' : 'https'}://${rest}`;
}

/** Another port is another service, whatever the host. */
const hasUsualPort = ({ port }: URL): boolean => ['', '80', '443'].includes(port);

/** Words that stand in a list for reading. */
export const wordSet = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** `facebook.com/#!/anna` is how such sites wrote `facebook.com/anna` until about 2012; old client lists have it. */
function withoutBang(url: URL): URL {
  const hidden = url.pathname === '/' ? /^#!?(\/.*)$/.exec(url.hash)?.[1] : undefined;
  return (hidden === undefined ? null : urlOf(hidden, url.origin)) ?? url;
}

const readableSegment = (segment: string): string => stripInvisible(decodeSegment(segment)).normalize('NFC');
