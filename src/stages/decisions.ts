import type { Decision, ResourceName } from '../types/input.ts';
import type { Resource } from '../types/resource.ts';

/** A decision that says more than what a name means. */
type Ruled = Decision & { verdict: NonNullable<Decision['verdict']> };

/** Finds a person's decision on a resource. */
export const decisionFinder = (decisions: Decision[]): ((resource: Resource) => Ruled | undefined) =>
  resourceFinder(
    decisions.flatMap(({ verdict, ...decision }) =>
      verdict === null ? [] : [[decision.means ?? decision.resource, { ...decision, verdict }] as const],
    ),
  );

/** A resource, by whatever it is known by. */
export type Spelt = Pick<Resource, 'network' | 'id' | 'name' | 'url'>;

/**
 * Finds what a person wrote of a resource by its id, its name or its address, or by the bare name that means it; the
 * later row where there are two.
 */
export function resourceFinder<Written>(
  rows: readonly (readonly [resource: ResourceName, written: Written])[],
): (resource: Spelt) => Written | undefined {
  const byName = new Map<string, Written>();
  for (const [meant, written] of rows) for (const name of spellingsMeant(meant)) byName.set(name, written);
  return (resource) =>
    spellings(resource)
      .map((name) => byName.get(name))
      .find((written) => written !== undefined);
}

/** Every name under which a resource may be meant: by its id, its handle, its address. */
export const spellings = ({ network, id, name, url }: Spelt | ResourceName): string[] =>
  [id, name && `@${name.toLowerCase()}`, url].filter(Boolean).map((text) => `${network}:${text}`);

/** Every name under which what a person wrote may mean a resource. */
export const spellingsMeant = (resource: ResourceName): string[] => [
  ...spellings(resource),
  ...(resource.otherwise ? spellings(resource.otherwise) : []),
];
