import { trimEnd } from '../../text/trim.ts';
import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import type { ClosedNetwork } from '../../types/network.ts';
import { type Address, parseAddress } from '../kit/address.ts';
import { stripInvisible } from '../../text/normalise.ts';

/**
 * What an address or a handle names: an account, which may be a person's or a page's; a page, which people follow and
 * which follows nobody; a link that only its network can resolve; or nothing.
 */
export type ClosedAddress = { account: string } | { page: string; what: string } | 'short link' | null;

interface Description extends Pick<
  ClosedNetwork,
  'id' | 'title' | 'aliases' | 'examples' | 'closed' | 'exportsTitles' | 'byHand' | 'pageOf'
> {
  /** The network's domains, the first of which holds the profiles; every host under them is its own, too. */
  domains: [string, ...string[]];
  /** Parameters of an address that say whose page it is; all others come and go with who copied it. */
  naming?: readonly string[];
  /** What is written without the host and can still be only this network's, e.g. `r/gardening`. */
  shorthand?: RegExp;
  utmSource: string;
  inAddress: (address: Address) => ClosedAddress;
  /** What a bare handle names in a column of the network; it has no `@` and no slash at either end. */
  inHandle: (handle: string) => ClosedAddress;
}

/** A network that shows follows to nobody but the person: addresses go in, names and reasons come out. */
export function closedNetwork({
  domains,
  naming = [],
  shorthand,
  utmSource,
  inAddress,
  inHandle,
  ...identity
}: Description): ClosedNetwork {
  const { id: network, title } = identity;
  const [home] = domains;
  const hosts = domains.flatMap((domain) => [domain, `*.${domain}`]);

  function read(input: string): { named: ClosedAddress; url: string } | null {
    const text = stripInvisible(input);
    const address = parseAddress(
      shorthand?.test(text) ? `https://www.${home}/${text.replace(/^\/+/, '')}` : text,
      domains,
    );
    return address && { named: inAddress(address), url: shownAddress(address) };
  }

  function shownAddress({ url, query }: Address): string {
    const kept = naming.flatMap((name) => query.getAll(name).map((value) => [name, value]));
    return kept.length === 0 ? url : `${url}?${new URLSearchParams(kept).toString()}`;
  }

  function profileOf(named: ClosedAddress): ProfileName | NotIdentified {
    if (named !== null && typeof named === 'object' && 'account' in named)
      return { network, name: named.account, host: home };
    if (named !== null && typeof named === 'object')
      return { reason: `this is ${named.what} of ${title}, not a profile` };
    return none(named);
  }

  function none(named: 'short link' | null): NotIdentified {
    if (named === null) return { reason: `this ${title} address names neither a profile nor a page` };
    return { reason: `this is a short link of ${title}: open it and copy the address it leads to` };
  }

  function parseProfile(input: string): ProfileName | NotIdentified | null {
    const found = read(input);
    return found && profileOf(found.named);
  }

  function parseHandle(input: string): ProfileName | NotIdentified | null {
    const profile = parseProfile(input);
    if (profile) return profile;
    const named = inHandle(trimEnd(stripInvisible(input).replace(/^[@/]+/, ''), /\//));
    return named && profileOf(named);
  }

  function parseResource(input: string): ResourceName | NotIdentified | null {
    const found = read(input);
    if (!found) return null;
    const { named, url } = found;
    if (named === null || named === 'short link') return none(named);
    return { network, name: 'account' in named ? named.account : named.page, host: home, id: null, url };
  }

  return { ...identity, hosts, accounts: null, parseProfile, parseHandle, parseResource, utmSource: () => utmSource };
}
