import type { Activity, Strength } from '../types/report.ts';
import { groupBy } from './per-host.ts';
import {
  type Beta,
  falseDiscoveryRates,
  meanOf,
  middleTail,
  shareInSample,
  tailGiven,
  tailOfSample,
} from './statistics.ts';

/** What is known of one counted page. */
export interface CountedPage {
  /** Clients that follow it. */
  customers: number;
  /** Clients whose lists of its network could be read. */
  readable: number;
  subscribers: number | null;
  /** Accounts of its network; null where nobody knows. */
  accounts: number | null;
  network: string;
  /** Whether the run looked at it. A page that it did not look at proves nothing. */
  examined: boolean;
  /** People of a control list whose lists of its network could be read, and those of them that follow it. */
  control?: { customers: number; readable: number } | null;
}

export interface Chance {
  /** Clients that would follow the page if they chose like everybody; null where a size is unknown. */
  expected: number | null;
  /** Clients that do, over the expected; null where hardly any are expected. */
  lift: number | null;
  /** Share of the clients that is expected, 0 to 1. */
  rate: number | null;
  /** Share of false ones among all that are at least as striking. */
  qValue: number | null;
  strength: Strength | null;
}

/** Expected clients below which a quotient says nothing. */
const leastExpected = 0.05;
/** Share of a network's accounts above which a page is one that everybody follows. */
const massShare = 0.01;
/** Readable clients below which nothing can be told from chance. */
const fewestClients = 5;
/** The same of a control list: fewer are not asked what is usual. */
const fewestControl = 5;
/** The largest pages of a network that the activity of the clients is taken of, and the fewest that tell it. */
const mostCompared = 200;
const fewestCompared = 5;
/** Where too few pages tell: whoever shows a list follows several times what an average account follows. */
const assumedActivity = 4;
/** Clients who follow more than so many times as much are not believed: then the pages are special. */
const mostActivity = 10;
/** Rates of false discoveries up to which a page is called strong and likely, and the fewest clients of a strong one. */
const strongRate = 0.01;
const likelyRate = 0.05;
const fewestStrong = 3;

/** Null where a size is unknown. */
export const isMassPage = (subscribers: number | null, accounts: number | null): boolean | null =>
  subscribers === null || accounts === null ? null : subscribers / accounts > massShare;

/**
 * What chance alone would give each of these pages, and how striking they are among all that were tested.
 * @param tested every counted page, single follows and pages behind the asked top included
 * @param networks of these pages, and of others that nobody looked at
 */
export function chancesOf(
  pages: readonly CountedPage[],
  tested: number,
  networks: readonly Pick<CountedPage, 'network' | 'accounts' | 'control'>[] = pages,
): { chances: Chance[]; activity: Map<string, Activity> } {
  const byNetwork = groupBy(pages, ({ network }) => network);
  const activity = new Map<string, Activity>();
  for (const [network, all] of groupBy(networks, (each) => each.network)) {
    const isSized = all.some(({ accounts }) => accounts !== null);
    const told =
      controlIn(all.find(({ control }) => control)?.control) ??
      (isSized ? activityIn(byNetwork.get(network) ?? []) : null);
    if (told) activity.set(network, told);
  }
  const rates = pages.map((page) => baseRateOf(page, activity.get(page.network)));
  const isTested = pages.map(({ examined, readable }, index) => examined && readable > 0 && rates[index] !== null);
  const tails = pages.map((page, index) => (isTested[index] ? tailOf(page, rates[index] ?? null) : 1));
  const qValues = falseDiscoveryRates(tails, tested);
  const chances = pages.map((page, index) => {
    const qValue = isTested[index] ? (qValues[index] ?? 1) : null;
    return { ...expectedOf(page, rates[index] ?? null), qValue, strength: strengthOf(page, qValue) };
  });
  return { chances, activity };
}

/** What chance gives a page that was not tested. */
export const untestedChance = (page: CountedPage, activity: Activity | undefined): Chance => ({
  ...expectedOf(page, baseRateOf(page, activity)),
  qValue: null,
  strength: strengthOf(page, null),
});

/** The share of people like the clients who follow a page anyway: exactly, or as far as a sample of them tells. */
type BaseRate = number | Beta;

/** Of people on a control list, where there is one; else of the page's size and how active the clients are. */
function baseRateOf({ subscribers, accounts, control }: CountedPage, activity: Activity | undefined): BaseRate | null {
  if (control && activity?.control != null) return shareInSample(control.customers, control.readable);
  if (subscribers === null || accounts === null || activity?.factor == null) return null;
  return Math.min(1, (activity.factor * subscribers) / accounts);
}

function tailOf({ customers, readable }: CountedPage, rate: BaseRate | null): number {
  if (rate === null) return 1;
  return typeof rate === 'number' ? tailGiven(customers, readable, rate) : tailOfSample(customers, readable, rate);
}

function expectedOf({ customers, readable }: CountedPage, base: BaseRate | null): Omit<Chance, 'qValue' | 'strength'> {
  const rate = base === null || typeof base === 'number' ? base : meanOf(base);
  if (rate === null) return { expected: null, lift: null, rate };
  const expected = readable * rate;
  const lift = expected >= leastExpected ? customers / expected : null;
  return { expected, lift, rate };
}

function strengthOf({ customers, readable, examined }: CountedPage, qValue: number | null): Strength | null {
  if (!examined) return null;
  if (readable < fewestClients) return 'too_few';
  if (customers <= 1) return 'anecdote';
  if (qValue === null) return null;
  if (qValue <= strongRate && customers >= fewestStrong) return 'strong';
  return qValue <= likelyRate ? 'likely' : 'by_chance';
}

/** That a control list tells what is usual on the network of these pages; null where it is too short. */
function controlIn(control: CountedPage['control']): Activity | null {
  const people = control?.readable ?? 0;
  return people >= fewestControl ? { factor: null, pages: 0, control: people } : null;
}

/**
 * How many times as many pages the clients follow as an average account of the network. Whoever shows a list follows
 * more than most, which makes every page look special. It is taken of the largest pages, which hardly anybody follows
 * for what the clients have in common: the factor under which their counts lie, on average, in the middle of what chance
 * gives a page that has at least as many clients as the least shared one that was examined. A few pages that are special
 * all the same move a middle less than a mean. From 1 to 10.
 */
function activityIn(pages: readonly CountedPage[]): Activity {
  const known = pages.filter(
    ({ examined, subscribers, accounts, readable }) =>
      examined && subscribers !== null && accounts !== null && readable > 0,
  );
  const least = known.reduce((lowest, { customers }) => Math.min(lowest, customers), Infinity);
  const share = ({ subscribers, accounts }: CountedPage): number => (subscribers ?? 0) / (accounts ?? 1);
  const largest = known
    .filter((page) => page.readable * share(page) >= leastExpected)
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, mostCompared);
  if (largest.length < fewestCompared) return { factor: assumedActivity, pages: 0, control: null };
  const excess = (factor: number): number =>
    largest.reduce((sum, page) => {
      const rate = Math.min(1, factor * share(page));
      return sum + middleTail(page.customers, page.readable, rate, least) - 1 / 2;
    }, 0);
  let [low, high] = [1, mostActivity];
  if (excess(low) >= 0) return { factor: 1, pages: largest.length, control: null };
  for (let step = 0; step < 30; step++) {
    const middle = Math.sqrt(low * high);
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return { factor: high, pages: largest.length, control: null };
}
