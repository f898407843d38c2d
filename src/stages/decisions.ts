import type { Decision, ResourceName } from '../types/input.ts';
import type { Resource } from '../types/resource.ts';

/** A decision that says more than what a name means. */
type Ruled = Decision & { verdict: NonNullable<Decision['verdict']> };

/** Finds a person's decision by the resource's id, its name or its address, or by the bare name that means it. */
export function decisionFinder(decisions: Decision[]): (resource: Resource) => Ruled | undefined {
  const byName = new Map<string, Ruled>();
  for (const { verdict, ...decision } of decisions) {
    if (verdict === null) continue;
    const meant = decision.means ?? decision.resource;
    for (const each of [meant, ...(meant.otherwise ? [meant.otherwise] : [])]) {
      for (const name of spellings(each)) byName.set(name, { ...decision, verdict });
    }
  }
  return (resource) =>
    spellings(resource)
      .map((name) => byName.get(name))
      .find(Boolean);
}

const spellings = ({ network, id, name, url }: Resource | ResourceName): string[] =>
  [id, name && `@${name.toLowerCase()}`, url].filter(Boolean).map((text) => `${network}:${text}`);
