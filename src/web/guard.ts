import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A name leads to an address that this program never asks. */
class NotPublic extends Error {
  readonly code = 'NOT_PUBLIC';
}

const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address belongs to the open internet: not private, loopback, link-local, shared, multicast, reserved, or a
 * wrapping of such an address. IPv6 must lie in 2000::/3, all that IANA gives out as global unicast; that keeps out the
 * old IPv4-compatible `::127.0.0.1` too.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalUnicast));
}

/** Whether the host of a URL is written as an address that is not public. Names are settled by `guardedLookup`. */
export function isHiddenAddress(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) && !isPublic(bare);
}

/** A lookup that answers only when every address of the name is public, so that no socket can reach another one. */
export function guardedLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) {
        callback(error, '');
        return;
      }
      const addresses = typeof found === 'string' ? [{ address: found, family: family ?? 0 }] : found;
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublic(address))) {
        callback(new NotPublic('the name does not resolve to a public address'), '');
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}
