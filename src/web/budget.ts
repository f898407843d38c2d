import type { AnyNetwork, Budget } from '../types/network.ts';
import { type Clock, dayMs } from '../types/run.ts';
import type { Store } from '../types/store.ts';

/**
 * Keeps each network within its budget, over all runs on one state: what a request may cost is written down before it
 * is sent, so that a killed run never spends twice.
 * @param limits what may be spent, by the setting that the budget names
 * @returns takes an amount from a network's budget; or says why the budget does not hold so much
 */
export function createBudget(
  networks: readonly AnyNetwork[],
  limits: Record<Budget['setting'], number>,
  store: Store,
  clock: Clock,
): (network: string, amount: number) => string | null {
  return (id, amount) => {
    const budget = budgetOf(networks, id);
    if (!budget) return null;
    const limit = limits[budget.setting];
    const spent = store.spent(id, periodStart(budget.period, clock.now()));
    const refused = overdrawn(budget, limit, spent, amount);
    if (refused === null) store.saveSpending(id, amount, clock.now());
    return refused;
  };
}

/** Why a budget does not hold an amount; null where it does. */
export const overdrawn = ({ unit, setting }: Budget, limit: number, spent: number, amount: number): string | null =>
  millionths(spent + amount) > millionths(limit)
    ? `${shown(spent)} of ${limit} ${unit} (${setting}) are used up, and ${shown(amount)} more would be needed`
    : null;

/**
 * The instant at which a network's budget counts anew; null where it has none, or one that is renewed bit by bit.
 * @returns milliseconds since the epoch
 */
export function renewalOf(networks: readonly AnyNetwork[], id: string, now: number): number | null {
  const period = budgetOf(networks, id)?.period;
  if (!period || 'days' in period) return null;
  // A day and a half behind a midnight lies within the next day, also where the clocks are changed.
  return periodStart(period, periodStart(period, now) + 1.5 * dayMs);
}

/** What may be spent at a network; nothing is said of most. */
export function budgetOf(networks: readonly AnyNetwork[], id: string): Budget | undefined {
  const network = networks.find((each) => each.id === id);
  return network && !network.closed ? network.budget : undefined;
}

/** Sums of cents are not exact: 0.1 + 0.2 must fit into 0.3. */
const millionths = (amount: number): number => Math.round(amount * 1e6);

/** Whole, or to the cent. */
const shown = (amount: number): string => amount.toFixed(2).replace(/\.00$/, '');

/** The instant since which spending counts. */
export function periodStart(period: Budget['period'], now: number): number {
  if ('days' in period) return now - period.days * dayMs;
  const zone = period.midnightIn;
  const midnight = Math.floor((now + offsetIn(zone, now)) / dayMs) * dayMs;
  // The clocks may have been changed since midnight: what counts is how they stood then.
  return midnight - offsetIn(zone, midnight - offsetIn(zone, now));
}

/** Milliseconds by which the clocks of a time zone are ahead of UTC at this instant. */
function offsetIn(timeZone: string, instant: number): number {
  const second = Math.floor(instant / 1000) * 1000;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, ...everyPart }).formatToParts(second);
  const part = (wanted: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(({ type }) => type === wanted)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - second;
}

const everyPart = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;
