import type { AnyNetwork, Budget, Clock, Store } from '../types.ts';

/**
 * Keeps each network within its budget, over all runs on one state: what a request may cost is written down before it
 * is sent, so that a killed run never spends twice.
 * @param limits what may be spent, by the setting that the budget names
 * @returns takes an amount from a network's budget; or says why the budget does not hold so much
 */
export function budgetKeeper(
  networks: readonly AnyNetwork[],
  limits: Record<Budget['setting'], number>,
  store: Store,
  clock: Clock,
): (network: string, amount: number) => string | null {
  return (id, amount) => {
    const network = networks.find((each) => each.id === id);
    const budget = network && !network.closed ? network.budget : undefined;
    if (!budget) return null;
    const spent = store.spent(id, startOf(budget.period, clock.now()));
    if (spent + amount > limits[budget.setting]) {
      return `${spent.toFixed(2)} of ${limits[budget.setting]} ${budget.unit} are spent, and ${amount.toFixed(2)} more would be needed`;
    }
    store.saveSpending(id, amount, clock.now());
    return null;
  };
}

const day = 86_400_000;

/** The instant since which spending counts. */
export function startOf(period: Budget['period'], now: number): number {
  if ('days' in period) return now - period.days * day;
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone: period.midnightIn, timeStyle: 'medium' }).format(now);
  const [hours = 0, minutes = 0, seconds = 0] = wall.split(':').map(Number);
  return now - ((hours * 60 + minutes) * 60 + seconds) * 1000 - (now % 1000);
}
