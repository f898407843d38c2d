import { Board } from './board.ts';

/** What may be chosen. */
export interface FollowedPlace {
  /** The customers that follow it, by number, each once. */
  followers: readonly number[];
  /** Everybody follows it: it comes behind whatever else wins anybody. */
  isMass: boolean;
}

/** One step of a plan. */
export interface Chosen {
  /** Which place, by number. */
  place: number;
  /** Customers that no step before covers. */
  joined: number;
  /** Customers covered so far. */
  covered: number;
}

/** What is chosen of, in the order of the ranking, and how. */
export interface Choosing {
  places: readonly FollowedPlace[];
  /** Steps at most. */
  limit: number;
  /** Numbers of customers count as the multiple of this below them. */
  unit: number;
}

/**
 * Greedy: each step takes the place that wins most customers who are not covered yet, of several the one that is ranked
 * first; it ends where nobody is won. It covers at least 63 % of what the best plan of so many steps could: G. L.
 * Nemhauser, L. A. Wolsey, M. L. Fisher, "An analysis of approximations for maximizing submodular set functions – I",
 * Math. Program. 14 (1978).
 */
export function chooseGreedily({ places, limit, unit }: Choosing): Chosen[] {
  const board = boardOf(places);
  const worth = worthBy(places, unit);
  const steps: Chosen[] = [];
  while (steps.length < limit) {
    let [best, most] = [-1, 0];
    for (const [place, gain] of board.gains.entries()) {
      const value = worth(place, gain);
      if (value > most) [best, most] = [place, value];
    }
    if (best < 0) break;
    steps.push({ place: best, joined: board.take(best).length, covered: board.covered });
  }
  return steps;
}

/** The first places of the ranking. */
export function chooseFirst({ places, limit }: Choosing): Chosen[] {
  const board = boardOf(places);
  return places
    .slice(0, limit)
    .map((_, place) => ({ place, joined: board.take(place).length, covered: board.covered }));
}

const boardOf = (places: readonly FollowedPlace[]): Board => new Board(places.map(({ followers }) => followers));

/** More than any number of customers. */
const many = 2 ** 40;

/** What a place is worth that wins so many: 0 where that is nobody, and more than any mass page where it is none. */
const worthBy =
  (places: readonly FollowedPlace[], unit: number) =>
  (place: number, gain: number): number => {
    const won = gain - (gain % unit);
    if (won <= 0) return 0;
    return places[place]?.isMass === true ? won : won + many;
  };

/** Customers times steps times places that are followed through; half a minute where no two customers have anything in common. */
const mostWork = 2e8;
/** Customers that are enough for an error of five percent. */
const fewestTested = 400;

/**
 * The customers that a plan is tried on: all that follow any of the places; where that would take minutes, some of them,
 * evenly among those who follow alike.
 * @returns also how many follow any
 */
export function sampleOf({ places, limit }: Choosing): { followers: number; sample: number[] } {
  const board = boardOf(places);
  const all = board.customers();
  const most = Math.max(fewestTested, Math.floor(mostWork / (limit * places.length)));
  if (all.length <= most) return { followers: all.length, sample: all };
  const ordered = all
    .map((customer) => ({ customer, key: board.placesOf(customer).join(' ') }))
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  const sample = Array.from({ length: most }, (_, at) => ordered[Math.floor((at * all.length) / most)]?.customer ?? 0);
  return { followers: all.length, sample };
}

/** The ranking that there would be without one customer. */
export interface RankingWithout {
  /** Where a place stands in it, smaller first; infinite where it is not in it. */
  rank: (place: number, customer: number, follows: boolean) => number;
  /** The least of these of any customer. */
  leastRank: (place: number) => number;
  /** Whether it is not in it where the customer follows it. */
  isGone: (place: number) => boolean;
}

/**
 * How many of these customers the first places of the ranking without them would reach, by the number of places.
 * @returns one number for each step up to the limit
 */
export function reachOfFirst(
  { places, limit }: Choosing,
  without: RankingWithout,
  customers: readonly number[],
): Uint32Array {
  const reached = new Uint32Array(limit);
  const board = boardOf(places);
  for (const customer of customers) {
    const own = new Set(board.placesOf(customer));
    const ranks = places.map((_, place) => without.rank(place, customer, own.has(place)));
    const first = [...places.keys()]
      .filter((place) => ranks[place] !== Infinity)
      .toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
      .slice(0, limit);
    const at = first.findIndex((place) => own.has(place));
    if (at >= 0) addFrom(reached, at, 1);
  }
  return reached;
}

const addFrom = (reached: Uint32Array, step: number, customers: number): void => {
  for (let at = step; at < reached.length; at++) reached[at] = (reached[at] ?? 0) + customers;
};

/**
 * How many of these customers the greedy plan that is made without them, by a ranking without them, would reach, by its
 * number of steps. Customers whose plans begin alike are followed together, so that it takes as long as the different
 * plans that there are.
 * @returns one number for each step up to the limit
 */
export function reachOfGreedy(
  { places, limit, unit }: Choosing,
  without: RankingWithout,
  customers: readonly number[],
): Uint32Array {
  const reached = new Uint32Array(limit);
  const board = boardOf(places);
  const worth = worthBy(places, unit);
  /** Without one of its followers. */
  const worthLess = (place: number): number =>
    without.isGone(place) ? 0 : worth(place, (board.gains[place] ?? 0) - 1);
  const all = [...places.keys()];
  const followedBy = new Int32Array(places.length).fill(-1);

  /** What each of some customers, none of them covered, would have chosen next; of those who follow it only how many. */
  function picksOf(members: readonly number[]): Map<number, { reached: number; others: number[] }> {
    const least = all.reduce((most, place) => Math.max(most, worthLess(place)), 0);
    const contenders = all
      .map((place) => ({ place, value: worth(place, board.gains[place] ?? 0), leastRank: without.leastRank(place) }))
      .filter(({ value }) => value > 0 && value >= least)
      .toSorted((a, b) => b.value - a.value || a.leastRank - b.leastRank);
    const picks = new Map<number, { reached: number; others: number[] }>();
    for (const customer of members) {
      for (const place of board.placesOf(customer)) followedBy[place] = customer;
      let [best, most, first] = [-1, 0, Infinity];
      for (const { place, value: atMost, leastRank } of contenders) {
        if (atMost < most || (atMost === most && leastRank >= first)) break;
        const follows = followedBy[place] === customer;
        const value = follows ? worthLess(place) : atMost;
        if (value === 0 || value < most) continue;
        const rank = without.rank(place, customer, follows);
        if (value > most || rank < first) [best, most, first] = [place, value, rank];
      }
      if (best < 0) continue;
      const pick = picks.get(best) ?? { reached: 0, others: [] };
      picks.set(best, pick);
      if (followedBy[best] === customer) pick.reached += 1;
      else pick.others.push(customer);
    }
    return picks;
  }

  function follow(from: readonly number[], start: number): void {
    const taken: number[][] = [];
    let members = from;
    for (let step = start; step < limit && members.length > 0; step++) {
      const picks = [...picksOf(members)];
      for (const [, pick] of picks) addFrom(reached, step, pick.reached);
      const open = picks.filter(([, { others }]) => others.length > 0);
      const [only] = open;
      if (only && open.length === 1) {
        taken.push(board.take(only[0]));
        members = only[1].others;
        continue;
      }
      for (const [place, { others }] of open) {
        const joined = board.take(place);
        follow(others, step + 1);
        board.giveBack(joined);
      }
      break;
    }
    for (const joined of taken.toReversed()) board.giveBack(joined);
  }

  follow(customers, 0);
  return reached;
}
