import { Unreachable } from '../errors.ts';
import { isHiddenAddress } from './guard.ts';

/** Where the request for an address really goes. */
export interface Route {
  origin: string;
  path: string;
  headers: Record<string, string>;
  /** The target was named by the user and may lie anywhere; any other must be public. */
  named: boolean;
}

/** Of public pages, the default one empty, as in `URL.port`: a service on another port is seldom meant for strangers. */
const ports = new Set(['', '80', '443']);

/**
 * The way to an address: to the origin that `connectTo` names for its host, else to the host itself.
 * A plain `http:` origin is asked as if it were the host; an `https:` origin keeps its own name, which its certificate
 * needs, and hears the host's name in `X-Forwarded-Host`.
 * @param connectTo origins by `host` or `host:port`, lower case
 * @throws Unreachable where the address must not be asked
 */
export function routeTo(url: URL, connectTo: Map<string, string>): Route {
  const path = url.pathname + url.search;
  const target = connectTo.get(url.host) ?? connectTo.get(url.hostname);
  if (target !== undefined && /^https?:$/.test(url.protocol)) {
    const { origin, protocol } = new URL(target);
    const headers = { [protocol === 'https:' ? 'x-forwarded-host' : 'host']: url.host };
    return { origin, path, headers, named: true };
  }
  if (url.protocol !== 'https:') throw new Unreachable(url.href, 'only https: addresses are requested');
  if (isHiddenAddress(url.hostname)) throw new Unreachable(url.href, 'this is not a public address');
  if (!ports.has(url.port)) {
    throw new Unreachable(url.href, `port ${url.port} is not asked, unless --connect-to names ${url.host}`);
  }
  return { origin: url.origin, path, headers: {}, named: false };
}
