import { networks as builtIn } from '../networks/index.ts';
import type { AnyNetwork } from '../types/network.ts';
import { identifyProfile, identifyResource } from '../inputs/identify.ts';

/** What one address or handle names. */
export interface Identified {
  input: string;
  network: string | null;
  kind: 'profile' | 'resource' | 'none';
  name: string | null;
  /** The network's stable id, where the address itself holds it. */
  id?: string;
  /** Why it names nothing. */
  why?: string;
}

/**
 * Which profile, or else which resource, an address or a handle names. Nobody is asked, and nothing is thrown.
 * @param networks those of `networksFor`; the shipped ones where they are left out
 */
export function identify(input: string, networks: readonly AnyNetwork[] = builtIn): Identified {
  const profile = identifyProfile(input, networks);
  const resource = identifyResource(input, networks);
  const id = resource && 'id' in resource ? resource.id : null;
  if (profile && 'name' in profile) {
    return { input, network: profile.network, kind: 'profile', name: profile.name, ...(id && { id }) };
  }
  if (resource && 'name' in resource && !(profile && resource.network === 'web')) {
    return { input, network: resource.network, kind: 'resource', name: resource.name, ...(id && { id }) };
  }
  const none = profile ?? resource;
  const why = none && 'reason' in none ? none.reason : 'no network has addresses of this form';
  return { input, network: null, kind: 'none', name: null, why };
}
