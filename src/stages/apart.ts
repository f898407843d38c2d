import type { AnyNetwork } from '../types/network.ts';
import type { Candidate, Criteria } from '../types/report.ts';
import { networkOf } from './context.ts';

/** Candidates that are ranked together, by customers, most first. */
export interface Block {
  /** The network that is ranked by itself; null for all others together. */
  network: string | null;
  candidates: Candidate[];
  /** Whether figures of this block may be made of what this network answered. */
  holds: (network: string) => boolean;
}

/** All that is ranked together first, then each network that is kept apart. */
export function blocksOf(candidates: Candidate[], { apart = [] }: Pick<Criteria, 'apart'>): Block[] {
  const rules = [
    { network: null, holds: (network: string) => !apart.includes(network) },
    ...apart.map((own) => ({ network: own, holds: (network: string) => network === own })),
  ];
  return rules.map((rule) => ({
    ...rule,
    candidates: candidates.filter(({ resource }) => rule.holds(resource.network)),
  }));
}

/** Networks whose figures are derived together with those of others, although their terms do not allow it. */
export function mixedNetworks({ candidates }: Block, networks: readonly AnyNetwork[]): string[] {
  const ids = [...new Set(candidates.map(({ resource }) => resource.network))];
  if (ids.length < 2) return [];
  return ids.filter((network) => {
    const known = networkOf({ network }, networks);
    return !known.closed && !known.terms.mixable;
  });
}
