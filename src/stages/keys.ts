import type { Listed } from '../types/resource.ts';

/** The last word of every order: `network:id`, compared by code units, the same on every machine. */
export const resourceKey = ({ network, id }: { network: string; id: string }): string => `${network}:${id}`;

/** Key of a name before anybody was asked which id it has. */
export const nameKey = ({ network, name }: { network: string; name: string }): string => `${network}:${name}`;

export function byKey(a: { network: string; id: string }, b: { network: string; id: string }): number {
  const [left, right] = [resourceKey(a), resourceKey(b)];
  return left < right ? -1 : Number(left > right);
}

/**
 * One description of two of the same resource: its own server's, then another server's, then a person's; then the larger
 * count (a server that only heard of a resource knows fewer of its subscribers), then any fixed order, so that the order
 * of reading never shows. That it is a group, or that somebody has moved here, is believed whoever says it.
 */
export function pickBetter(a: Listed, b: Listed): Listed {
  const best = isBetterKnown(a, b) ? a : b;
  const [movedFrom] = [a.movedFrom, b.movedFrom].filter((name) => name !== undefined).toSorted();
  const isComplete = (best.group || !(a.group || b.group)) && best.movedFrom === movedFrom;
  if (isComplete) return best;
  return { ...best, ...((a.group || b.group) && { group: true }), ...(movedFrom !== undefined && { movedFrom }) };
}

const trust: Record<Listed['countedBy'], number> = { home: 2, elsewhere: 1, hand: 0 };

export function isBetterKnown(a: Listed, b: Listed): boolean {
  if (a.countedBy !== b.countedBy) return trust[a.countedBy] > trust[b.countedBy];
  if (a.subscribers !== b.subscribers) return (a.subscribers ?? -1) > (b.subscribers ?? -1);
  return JSON.stringify(a) < JSON.stringify(b);
}
