import { isUnresolved } from '../text/bare-name.ts';
import { fillFacts } from '../types/facts.ts';
import type { Candidate } from '../types/report.ts';
import type { Facts, Listed, Resource } from '../types/resource.ts';
import { type JudgeContext, networkOf } from './context.ts';

export interface KnownFacts {
  facts: Facts | null;
  subscribers: number | null;
  /** The open page of the same publisher whose facts and posts these are; `subscribers`, too, where the page's own are unknown. */
  sister: Resource | null;
  /** The facts were needed and are not there. */
  missing: boolean;
}

/** What a candidate's network says of it; where nobody needs to be asked, what the lists say. */
export function factsOf(listed: Listed, context: JudgeContext): KnownFacts {
  const network = networkOf(listed, context.networks);
  const sister = context.standInFor?.(listed) ?? null;
  const known = context.facts(listed);
  if (known) {
    const { facts } = known;
    const subscribers = sister
      ? (listed.subscribers ?? facts.subscribers)
      : (facts.subscribers ?? countElsewhere(listed, context.criteria.minSubscribers));
    return { facts, subscribers, sister, missing: false };
  }
  if (network.closed || isUnresolved(listed))
    return { facts: null, subscribers: listed.subscribers, sister: null, missing: sister !== null };
  const settled = network.decidesFloor(listed, context.criteria.minSubscribers);
  const facts = settled ? { ...unknownFacts(listed), subscribers: listed.subscribers } : null;
  return { facts, subscribers: listed.subscribers, sister: null, missing: !settled };
}

/**
 * What stands in for a count that the resource's home does not tell: the number that a person wrote into `follows.csv`,
 * or what another server counted, which knows only some of the subscribers and so can prove the floor but not refute it.
 */
function countElsewhere({ subscribers, countedBy: counted }: Listed, floor: number): number | null {
  return counted === 'hand' || (subscribers ?? 0) >= floor ? subscribers : null;
}

/** Whether the facts must still be asked, for this candidate to be judged. */
export function wantsFacts({ resource }: Candidate, context: JudgeContext): boolean {
  const network = networkOf(resource, context.networks);
  return !network.closed && !isUnresolved(resource) && !network.decidesFloor(resource, context.criteria.minSubscribers);
}

/** Whether the posts decide: the candidate passes the floor, and evidence is asked for. Returns the facts to ask with. */
export function wantsPosts({ resource }: Candidate, context: JudgeContext): Facts | null {
  const isWanted = context.criteria.thirdParty === 'require' || Boolean(context.topic);
  if (!isWanted || networkOf(resource, context.networks).closed) return null;
  const { facts, subscribers } = factsOf(resource, context);
  if (!facts?.exists || subscribers === null || subscribers < context.criteria.minSubscribers) return null;
  return facts;
}

/** The facts of a resource whose home tells none: no more than its name, and whether a list called it a group. */
export const unknownFacts = (resource: Resource & { group?: boolean }): Facts =>
  fillFacts(resource, { group: resource.group === true });
