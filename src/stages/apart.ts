import type { AnyNetwork } from '../types/network.ts';
import type { Criteria } from '../types/report.ts';
import { type CandidateList, candidatesAmong } from './candidates.ts';
import { networkOf } from './context.ts';

/** Candidates that are ranked together, by customers, most first. */
export interface Block {
  /** The network that is ranked by itself; null for all others together. */
  network: string | null;
  candidates: CandidateList;
  /** Whether figures of this block may be made of what this network answered. */
  holds: (network: string) => boolean;
}

/** All that is ranked together first, then each network that is kept apart. */
export function blocksOf(candidates: CandidateList, { apart = [] }: Pick<Criteria, 'apart'>): Block[] {
  const rules = [
    { network: null, holds: (network: string) => !apart.includes(network) },
    ...apart.map((own) => ({ network: own, holds: (network: string) => network === own })),
  ];
  return rules.map((rule) => ({
    ...rule,
    candidates:
      apart.length === 0 ? candidates : candidatesAmong(candidates, ({ resource }) => rule.holds(resource.network)),
  }));
}

/** Of networks whose figures are derived together those whose terms do not allow it. */
export function mixedNetworks(together: ReadonlySet<string>, networks: readonly AnyNetwork[]): string[] {
  if (together.size < 2) return [];
  return [...together].filter((network) => {
    const known = networkOf({ network }, networks);
    return !known.closed && !known.terms.mixable;
  });
}
