import type { Decision } from '../types/input.ts';
import type { Baseline } from '../types/report.ts';
import type { Store } from '../types/store.ts';
import { type Control, type Counted, count } from './count.ts';
import { resourceKey } from './keys.ts';
import { coarse, coarsely } from './shareable.ts';

/**
 * Counts what the people of the control list follow, in the way in which the clients' lists are counted.
 * @param least where it is given, the counts are made to be handed on: fewer people than these are none
 * @returns null where the last input had no control list
 */
export function countControl(store: Store, decisions: Decision[], least: number | null): Control | null {
  const all = store.control();
  if (all.length === 0) return null;
  const clients = new Set(store.customers().flatMap((lists) => lists.map(({ list }) => list)));
  const people = all.filter((lists) => !lists.some(({ list }) => clients.has(list)));
  const excluded = { customers: 0, profiles: {} };
  const own: Store = { ...store, customers: () => people, segments: () => [], excluded: () => excluded };
  const exact = count(own, least ?? 1, decisions);
  const counted = least === null ? exact : coarsely(exact, least);
  const followers = new Map(
    Array.from(counted.candidates, ({ resource, customers }) => [resourceKey(resource), customers] as const),
  );
  return {
    readableOn: (network) => counted.readable.get(network) ?? 0,
    followersOf: (resource) => followers.get(resourceKey(resource)) ?? 0,
    told: toldOf(counted, least === null ? (many) => many : coarse),
  };
}

const toldOf = ({ customers, readable, coverage }: Counted, shown: (many: number) => number): Baseline => ({
  people: shown(customers),
  networks: coverage.map(({ network, profiles, not_reached: missed }) => ({
    network,
    profiles: shown(profiles ?? 0),
    readable: readable.get(network) ?? 0,
    not_reached: shown(missed ?? 0),
  })),
});
