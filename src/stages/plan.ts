import type { AnyNetwork, Input, Network, ProfileName } from '../types.ts';
import { groupBy } from './lanes.ts';
import { nameKey } from './order.ts';

/** What a run would ask of one network, before anything is asked. */
export interface PlannedNetwork {
  network: string;
  title: string;
  profiles: number;
  /** Profiles whose list is in the state already and stays good. */
  fresh: number;
  requests: { find: number; lists: number; identify: number; examine: number };
  /** Seconds at the network's documented pace, on its busiest host. */
  seconds: number;
  /** Why nothing is asked, for networks that cannot be read. */
  closed: string | null;
  bring: string | null;
}

/** Follows per profile that a plan reckons with where nothing is known yet. */
export const assumedFollows = 250;
/** Candidates that are asked for their facts, and those whose posts are read, for each resource that is kept. */
const asked = { facts: 4, posts: 2 };

/**
 * Requests and time per network. Lists follow from the number of profiles, at 250 follows each; examination from `top`.
 * @param isFresh whether the state holds a good answer for the profile
 */
export function plan(
  input: Input,
  networks: readonly AnyNetwork[],
  {
    top,
    thirdParty,
    isFresh,
  }: { top: number; thirdParty: 'require' | 'ignore'; isFresh: (name: ProfileName) => boolean },
): PlannedNetwork[] {
  const profiles = new Map(
    input.customers.flatMap((customer) => customer.profiles.map((name) => [nameKey(name), name])),
  );
  const imports = new Map(input.follows.map(({ resource }) => [nameKey(resource), resource]));
  const profilesOf = groupBy(profiles.values(), ({ network }) => network);
  const importsOf = groupBy(imports.values(), ({ network }) => network);
  const open = networks.filter((network) => !network.closed && profilesOf.has(network.id)).length;
  return networks
    .filter(({ id }) => profilesOf.has(id) || importsOf.has(id))
    .map((network) => {
      const names = profilesOf.get(network.id) ?? [];
      const toRead = names.filter((name) => !isFresh(name));
      const planned = {
        network: network.id,
        title: network.title,
        profiles: names.length,
        fresh: names.length - toRead.length,
      };
      if (network.closed) {
        const requests = { find: 0, lists: 0, identify: 0, examine: 0 };
        return { ...planned, requests, seconds: 0, closed: network.closed.why, bring: network.closed.bring };
      }
      const unidentified = (importsOf.get(network.id) ?? []).filter(({ id }) => id === null).length;
      const kept = names.length + unidentified > 0 ? Math.ceil(top / Math.max(1, open)) : 0;
      const requests = {
        find: Math.ceil(toRead.length / network.batch.profiles),
        lists: toRead.length * (Math.floor(assumedFollows / network.batch.follows) + 1),
        identify: Math.ceil(unidentified / network.batch.facts),
        examine:
          Math.ceil((kept * asked.facts) / network.batch.facts) + (thirdParty === 'require' ? kept * asked.posts : 0),
      };
      return { ...planned, requests, seconds: secondsFor(network, toRead, requests), closed: null, bring: null };
    });
}

/** Lists are read host by host, the busiest ends last; examination spreads over the hosts like the profiles do. */
function secondsFor(network: Network, names: ProfileName[], requests: PlannedNetwork['requests']): number {
  const hosts = [...groupBy(names, ({ host }) => host).values()].map((lane) => lane.length);
  const share = Math.max(0, ...hosts) / Math.max(1, names.length);
  const total = Object.values(requests).reduce((sum, count) => sum + count, 0);
  const slowest = network.paces.filter(({ applies }) => !applies).map(({ requests: many, seconds }) => seconds / many);
  return Math.ceil(total * (share || 1) * Math.max(0, ...slowest));
}
