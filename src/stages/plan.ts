import type { Input, ProfileName } from '../types/input.ts';
import type { AnyNetwork, Budget, ClosedNetwork, Network } from '../types/network.ts';
import type { Criteria } from '../types/report.ts';
import { groupBy } from './per-host.ts';
import { nameKey } from './keys.ts';

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
  /** The token that the network wants, where to get it, and whether it is there. */
  token: { variable: string; where: string; needed: boolean; present: boolean } | null;
  /** What the run takes from the network's budget, and what the setting allows. */
  cost: { amount: number; unit: string; setting: Budget['setting']; limit: number } | null;
  /** Why nothing is asked, for networks that cannot be read. */
  closed: string | null;
  bring: string | null;
}

/** Follows per profile that a plan reckons with where nothing is known yet. */
const assumedFollows = 250;
/** Candidates that are asked for their facts, and those whose posts are read, for each resource that is kept. */
const asked = { facts: 4, posts: 2 };

/** What a plan needs to know besides the input. */
export interface PlanOptions {
  top: number;
  thirdParty: Criteria['thirdParty'];
  /** Budgets by the setting that holds them. */
  limits: Record<Budget['setting'], number>;
  /** Networks whose token is there. */
  hasToken(network: string): boolean;
  /** Whether the state holds a good answer for the profile. */
  isFresh(name: ProfileName): boolean;
}

/**
 * Requests, time, tokens and money per network. Lists follow from the number of profiles, at 250 follows each;
 * examination from `top`.
 */
export function plan(input: Input, networks: readonly AnyNetwork[], plans: PlanOptions): PlannedNetwork[] {
  const profiles = new Map(
    input.customers.flatMap((customer) =>
      customer.profiles.map((name) => [nameKey(name), { ...name, agreed: customer.consents === true }]),
    ),
  );
  const imports = new Map(input.follows.map(({ resource }) => [nameKey(resource), resource]));
  const profilesOf = groupBy(profiles.values(), ({ network }) => network);
  const importsOf = groupBy(imports.values(), ({ network }) => network);
  const open = networks.filter((network) => !network.closed && profilesOf.has(network.id)).length;
  return networks
    .filter(({ id }) => profilesOf.has(id) || importsOf.has(id))
    .map((network) => {
      const names = profilesOf.get(network.id) ?? [];
      if (network.closed) return closedPlan(network, names.length);
      const unread = names.filter((name) => !plans.isFresh(name));
      const toRead = unread.filter(({ agreed }) => agreed || network.terms.consent === null);
      const unidentified = (importsOf.get(network.id) ?? []).filter(({ id }) => id === null).length;
      const kept = toRead.length + unidentified > 0 ? Math.ceil(plans.top / Math.max(1, open)) : 0;
      const requests = {
        find: Math.ceil(toRead.length / network.batch.profiles),
        lists: listRequests(network, toRead.length),
        identify: Math.ceil(unidentified / network.batch.facts),
        examine:
          Math.ceil((kept * asked.facts) / network.batch.facts) +
          (plans.thirdParty === 'require' ? kept * asked.posts : 0),
      };
      return {
        network: network.id,
        title: network.title,
        profiles: names.length,
        fresh: names.length - unread.length,
        requests,
        seconds: secondsFor(network, toRead, requests),
        token: network.token ? { ...network.token, present: plans.hasToken(network.id) } : null,
        cost: costOf(network, toRead.length, plans.limits),
        closed: null,
        bring: null,
      };
    });
}

const closedPlan = ({ id, title, closed }: ClosedNetwork, profiles: number): PlannedNetwork => ({
  network: id,
  title,
  profiles,
  fresh: 0,
  requests: { find: 0, lists: 0, identify: 0, examine: 0 },
  seconds: 0,
  token: null,
  cost: null,
  closed: closed.reason,
  bring: closed.whatToDo,
});

const listRequests = (network: Network, profiles: number): number =>
  network.listRequests?.(profiles, assumedFollows) ??
  profiles * (Math.floor(assumedFollows / network.batch.follows) + 1);

function costOf(network: Network, profiles: number, limits: PlanOptions['limits']): PlannedNetwork['cost'] {
  const { budget } = network;
  if (!budget) return null;
  const amount = network.cost?.(profiles, assumedFollows) ?? 0;
  return { amount, unit: budget.unit, setting: budget.setting, limit: limits[budget.setting] };
}

/** What an answer takes, roughly. */
const answerMs = 300;

/**
 * Lists are read host by host, the busiest ends last; examination spreads over the hosts like the profiles do. Limits
 * for some addresses only are those for the pages of lists.
 */
function secondsFor(network: Network, names: ProfileName[], requests: PlannedNetwork['requests']): number {
  const hosts = [...groupBy(names, ({ host }) => host).values()].map((lane) => lane.length);
  const share = Math.max(0, ...hosts) / Math.max(1, names.length) || 1;
  const total = Object.values(requests).reduce((sum, count) => sum + count, 0) * share;
  const waits = network.paces.map(({ requests: many, seconds, applies }) => {
    const counted = applies ? requests.lists * share : total;
    return Math.floor(Math.max(0, counted - 1) / many) * seconds;
  });
  return Math.ceil(Math.max(0, ...waits) + (total * answerMs) / network.concurrency / 1000);
}
