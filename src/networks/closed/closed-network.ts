import type { NotOne, ProfileName, ResourceName } from '../../types/input.ts';
import type { ClosedNetwork } from '../../types/network.ts';
import { type Address, addressIn } from '../kit/address.ts';
import { visible } from '../../text/normalise.ts';

/**
 * What an address or a handle names: an account, which may be a person's or a page's; a page, which people follow and
 * which follows nobody; a link that only its network can resolve; or nothing.
 */
export type Named = { account: string } | { page: string; what: string } | 'short link' | null;

interface Description extends Pick<ClosedNetwork, 'id' | 'title' | 'aliases' | 'examples' | 'closed'> {
  /** The network's domains, the first of which holds the profiles. */
  home: string;
  /** Matches each of the network's domains as a whole. */
  domains: RegExp;
  /** What is written without the host and can still be only this network's, e.g. `r/gardening`. */
  shorthand?: RegExp;
  utmSource: string;
  inAddress: (address: Address) => Named;
  /** What a bare handle names in a column of the network; it has no `@` and no slash at either end. */
  inHandle: (handle: string) => Named;
}

/** A network that shows follows to nobody but the person: addresses go in, names and reasons come out. */
export function closedNetwork({
  home,
  domains,
  shorthand,
  utmSource,
  inAddress,
  inHandle,
  ...identity
}: Description): ClosedNetwork {
  const { id: network, title } = identity;

  function read(input: string): { named: Named; url: string } | null {
    const text = visible(input);
    const address = addressIn(
      shorthand?.test(text) ? `https://www.${home}/${text.replace(/^\/+/, '')}` : text,
      domains,
    );
    return address && { named: inAddress(address), url: address.url };
  }

  function profileOf(named: Named): ProfileName | NotOne {
    if (named !== null && typeof named === 'object' && 'account' in named)
      return { network, name: named.account, host: home };
    if (named !== null && typeof named === 'object') return { why: `this is ${named.what} of ${title}, not a profile` };
    return none(named);
  }

  function none(named: 'short link' | null): NotOne {
    if (named === null) return { why: `this address of ${title} names neither a profile nor a page` };
    return { why: `this is a short link of ${title}: open it and copy the address it leads to` };
  }

  function parseProfile(input: string): ProfileName | NotOne | null {
    const found = read(input);
    return found && profileOf(found.named);
  }

  function parseHandle(input: string): ProfileName | NotOne | null {
    const profile = parseProfile(input);
    if (profile) return profile;
    const named = inHandle(visible(input).replaceAll(/^[@/]+|\/+$/g, ''));
    return named && profileOf(named);
  }

  function parseResource(input: string): ResourceName | NotOne | null {
    const found = read(input);
    if (!found) return null;
    const { named, url } = found;
    if (named === null || named === 'short link') return none(named);
    return { network, name: 'account' in named ? named.account : named.page, host: home, id: null, url };
  }

  return { ...identity, users: null, parseProfile, parseHandle, parseResource, utmSource: () => utmSource };
}
