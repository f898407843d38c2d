import { randomUUID } from 'node:crypto';
import type { AnyNetwork, Budget } from '../types/network.ts';
import type { Clock } from '../types/run.ts';
import { budgetOf, overdrawn, periodStart } from '../web/budget.ts';
import type { SharedDatabase } from './connect.ts';

/** What may be spent, by the setting that a budget names. */
export type SpendingLimits = Record<Budget['setting'], number>;

/** What the coordinator's state knows of spending. */
interface Ledger {
  spent(network: string, since: number): number;
  saveSpending(network: string, amount: number, now: number): void;
}

/**
 * Keeps each network within the coordinator's budget, over all machines: what a request may cost is written down before
 * it is sent.
 */
export function budgetOver(
  database: SharedDatabase,
  networks: readonly AnyNetwork[],
  clock: Clock,
): (network: string, amount: number) => Promise<string | null> {
  return async (id, amount) => {
    const budget = budgetOf(networks, id);
    if (!budget) return null;
    const spending = randomUUID();
    const since = periodStart(budget.period, clock.now());
    let refused: string | null = null;
    await database.transaction(async (run) => {
      await run("SELECT pg_advisory_xact_lock(hashtext('target_resources spending'), hashtext($1))", id);
      const [limits] = await run(
        "SELECT convert_from(value, 'UTF8') AS limits FROM target_resources.meta WHERE key = 'limits'",
      );
      const limit = limits ? (JSON.parse((limits as { limits: string }).limits) as SpendingLimits)[budget.setting] : 0;
      const [row] = await run(sumStatement, id, since);
      refused = overdrawn(budget, limit, (row as { sum: number }).sum, amount);
      const insert = 'INSERT INTO target_resources.spending VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
      if (refused === null) await run(insert, spending, id, clock.now(), amount);
    });
    return refused;
  };
}

/** Tells the machines what may be spent, and what the coordinator's state says was spent besides. */
export async function openSpending(
  database: SharedDatabase,
  networks: readonly AnyNetwork[],
  limits: SpendingLimits,
  ledger: Ledger,
  clock: Clock,
): Promise<void> {
  await bringSpending(database, ledger);
  await database.all(
    "INSERT INTO target_resources.meta VALUES ('limits', convert_to($1, 'UTF8')) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    JSON.stringify(limits),
  );
  for (const { id } of networks) {
    const budget = budgetOf(networks, id);
    if (!budget) continue;
    const since = periodStart(budget.period, clock.now());
    const [row] = await database.all<{ sum: number }>(sumStatement, id, since);
    const besides = ledger.spent(id, since) - (row?.sum ?? 0);
    const insert = 'INSERT INTO target_resources.spending VALUES ($1, $2, $3, $4, true)';
    if (besides > 0) await database.all(insert, randomUUID(), id, clock.now(), besides.toFixed(6));
  }
}

/** Writes into the coordinator's state what machines have spent since it was written there last. */
export async function bringSpending(database: SharedDatabase, ledger: Ledger): Promise<void> {
  const rows = await database.all<{ spending: string; network: string; at: number; amount: number }>(
    'SELECT spending, network, at, amount::double precision AS amount FROM target_resources.spending WHERE NOT brought',
  );
  for (const { network, at, amount } of rows) ledger.saveSpending(network, amount, at);
  const ids = rows.map(({ spending }) => spending);
  if (ids.length > 0)
    await database.all('UPDATE target_resources.spending SET brought = true WHERE spending = ANY($1)', ids);
}

const sumStatement =
  'SELECT coalesce(sum(amount), 0)::double precision AS sum FROM target_resources.spending WHERE network = $1 AND at >= $2';
