import { rankOrderStays } from '../errors.ts';
import { type Choice, type ChoiceRules, type ChoiceStep, type ChoicePlan, leastShared } from '../types/report.ts';
import {
  type Choosing,
  type FollowedPlace,
  type RankingWithout,
  chooseFirst,
  chooseGreedily,
  reachOfFirst,
  reachOfGreedy,
  sampleOf,
} from './choose.ts';
import type { Counted } from './count.ts';
import { resourceKey } from './keys.ts';
import { groupBy } from './per-host.ts';
import type { RankedBlock, RankedResource } from './rank.ts';
import { coarse } from './shareable.ts';
import { inOrder, standingOf } from './standing.ts';
import { wilsonInterval } from './statistics.ts';

/** Readable clients below which the order of the ranking reaches more of new ones than a greedy plan. */
const fewestGreedy = 30;

/**
 * Plans that are made of nearly the same clients err alike, so that the interval of as many independent clients is too
 * narrow by a sixth: Y. Bengio, Y. Grandvalet, "No unbiased estimator of the variance of k-fold cross-validation", JMLR 5
 * (2004). What makes it hold was measured, see docs/reach.md.
 */
const narrowing = 1.2 ** 2;

/** What is chosen of each ranking, and how far it reaches among clients that it was made of and among new ones. */
export function choiceOf(blocks: readonly RankedBlock[], counted: Counted, rules: ChoiceRules): Choice {
  const [first = planOf({ network: null, readable: 0, ranked: [] }, counted, rules), ...apart] = blocks.map((block) =>
    planOf(block, counted, rules),
  );
  return { ...first, apart: apart.filter(({ resources }) => resources.length > 0) };
}

function planOf({ network, readable, ranked }: RankedBlock, counted: Counted, rules: ChoiceRules): ChoicePlan {
  const isGreedy = readable >= fewestGreedy;
  const places = placesIn(ranked);
  const choosing: Choosing = {
    places,
    limit: Math.min(rules.limit, places.length),
    unit: counted.isCoarse ? leastShared : 1,
  };
  const steps = (isGreedy ? chooseGreedily : chooseFirst)(choosing);
  const without = rankingWithout(places, counted, rules);
  const { followers, sample } = sampleOf(choosing);
  const reached = (isGreedy ? reachOfGreedy : reachOfFirst)(choosing, without, sample);
  // Whoever follows none of them is reached by no plan.
  const share = followers > 0 ? sample.length / followers : 1;
  const tested = counted.isCoarse ? coarse(readable * share) : Math.round(readable * share);
  const shown = counted.isCoarse ? orNothing : (clients: number) => clients;
  const resources = steps.flatMap(({ place, joined, covered }, index): ChoiceStep[] => {
    const row = places[place]?.first.row;
    if (!row) return [];
    const { rank, title, resource, url, network: of, customers, family } = row;
    const won = shown(joined);
    const fresh = shown(reached[index] ?? 0);
    const { low, high } = wilsonInterval((fresh ?? 0) / narrowing, tested / narrowing);
    const isTold = fresh !== null && tested > 0;
    return [
      {
        step: index + 1,
        rank,
        title,
        network: of,
        resource,
        url,
        customers,
        new_customers: won,
        covered: won === null ? null : shown(covered),
        reach: won === null || readable === 0 ? null : (shown(covered) ?? 0) / readable,
        reach_new_clients: isTold ? fresh / tested : null,
        reach_new_low: isTold ? low : null,
        reach_new_high: isTold ? high : null,
        family,
      },
    ];
  });
  return {
    network,
    customers_readable: readable,
    order: isGreedy ? 'greedy' : 'rank',
    reason: isGreedy || resources.length === 0 ? null : rankOrderStays,
    tested,
    resources,
  };
}

/** What takes one place in a plan. */
interface RankedPlace extends FollowedPlace {
  /** The resource, or the one of a family that is ranked first. */
  first: RankedResource;
}

/** A publisher's pages are one place, with the customers of all of them. */
function placesIn(ranked: readonly RankedResource[]): RankedPlace[] {
  const families = groupBy(ranked, ({ row, page }) => row.family ?? resourceKey(page.resource));
  return [...families.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const followers = members.length > 1 ? [...new Set(members.flatMap((each) => each.followers))] : first.followers;
    return [{ first, followers, isMass: first.page.isMass }];
  });
}

/** Of fewer clients nothing is told in what is handed on, not even whether there are any. */
const orNothing = (clients: number): number | null => coarse(clients) || null;

/** The ranking that there would be without one customer: one page of theirs has one fewer, and one fewer could be read. */
function rankingWithout(
  places: readonly RankedPlace[],
  { isCoarse, networksRead }: Counted,
  { order, minCustomers }: ChoiceRules,
): RankingWithout {
  const shown = isCoarse ? coarse : (clients: number) => clients;
  const readers = new Map<string, number>();
  for (const network of networksRead.flatMap((networks) => [...networks]))
    readers.set(network, (readers.get(network) ?? 0) + 1);
  const standings = places.flatMap(
    (
      {
        first: {
          page,
          followers: { length: k },
          row: { network },
        },
      },
      place,
    ) => {
      const n = readers.get(network) ?? 0;
      const variants: readonly [number, number][] = [
        [k, n],
        [k, n - 1],
        [k - 1, n - 1],
      ];
      return variants.map(([customers, readable], variant) => ({
        at: place * 3 + variant,
        standing: standingOf(page, shown(customers), shown(readable)),
      }));
    },
  );
  const compare = inOrder(order);
  const ranks = new Int32Array(standings.length);
  for (const [rank, { at }] of standings.toSorted((a, b) => compare(a.standing, b.standing)).entries())
    ranks[at] = rank;
  const rankAs = (place: number, variant: 0 | 1 | 2): number => ranks[place * 3 + variant] ?? 0;
  const isGone = (place: number): boolean => shown((places[place]?.followers.length ?? 0) - 1) < minCustomers;
  return {
    isGone,
    leastRank: (place) => Math.min(rankAs(place, 0), rankAs(place, 1), rankAs(place, 2)),
    rank(place, customer, follows) {
      if (follows) return isGone(place) ? Infinity : rankAs(place, 2);
      return rankAs(place, networksRead[customer]?.has(places[place]?.first.row.network ?? '') === true ? 1 : 0);
    },
  };
}
