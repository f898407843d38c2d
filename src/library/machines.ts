import { UserError } from '../errors.ts';
import { databaseAddress, secretIn } from '../machines/address.ts';
import { type SharedDatabase, connectDatabase } from '../machines/connect.ts';
import { type Machines, coordinate } from '../machines/coordinate.ts';
import { bringSpending, budgetOver, openSpending } from '../machines/shared-budget.ts';
import { turnsOver } from '../machines/shared-turns.ts';
import { type Vault, openVault } from '../machines/vault.ts';
import { workOn } from '../machines/work.ts';
import { networksFor } from '../networks/index.ts';
import { type Settings, isDatabase } from '../settings.ts';
import type { CollectContext } from '../stages/context.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { RunContext } from '../types/run.ts';
import type { Store } from '../types/store.ts';
import { abortable } from '../web/abort.ts';
import { renewalOf } from '../web/budget.ts';
import { createWebClient } from '../web/client.ts';
import { clientOptions } from './client-options.ts';
import { type CompleteContext, completeContext } from './context.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** How long nobody is told again that the database is away, or that nobody works. */
const againMs = 30_000;

type Talking = Pick<CompleteContext, 'clock' | 'signal' | 'progress' | 'tokens'>;

/** @throws UserError database_address, database_password, secret_file, database_unreachable, state_newer */
function connectTo(settings: Settings, { clock, signal, progress, tokens }: Talking): Promise<SharedDatabase> {
  const address = databaseAddress(settings.state);
  const { statePasswordFile: file } = settings;
  const password = file === null ? (tokens.get('database') ?? null) : secretIn(file);
  const onAway = (why: string): void =>
    progress({ stage: 'wait', host: address.shown, until: clock.now() + againMs, why: `the database is away: ${why}` });
  return connectDatabase(address, { password, clock, signal, onAway });
}

const secretOf = ({ stateSecretFile: file }: Settings, { tokens }: Talking): string | null =>
  file === null ? (tokens.get('secret') ?? null) : secretIn(file);

/** Other machines that do the asking of a run. */
export interface SharedAsking {
  /** The same work, done by them. */
  by(asking: CollectContext): CollectContext;
  requests: Machines['requests'];
  /** @param done whether the stages that ask networks have ended well; only the first call counts */
  close(done: boolean): Promise<void>;
}

/**
 * Has machines ask the networks, where the `state` is a database; null where it is a file. Waits for a first one.
 * @param store takes over the salt that the machines share; so it must hold nobody, or have that salt
 * @throws UserError database_address, database_password, database_secret, database_unreachable, secret_file,
 * state_other_salt, state_locked, state_newer
 */
export async function shareAsking(
  settings: Settings,
  networks: readonly AnyNetwork[],
  store: Store,
  talking: Talking,
): Promise<SharedAsking | null> {
  if (!isDatabase(settings.state)) return null;
  const { clock, signal, progress } = talking;
  const secret = secretOf(settings, talking);
  const database = await connectTo(settings, talking);
  try {
    const vault = await openVault(database, secret, store);
    if (!vault) throw new Error('a coordinator brings a salt');
    await openSpending(database, networks, settings, store, clock);
    const onAlone = (): void => {
      const why = 'no machine works on it: run `target-resources work` with the same --state';
      progress({ stage: 'wait', host: database.shown, until: clock.now() + againMs, why });
    };
    const onAnswer = (): void => store.keep();
    const machines = await coordinate({ database, vault, networks, clock, signal, onAnswer, onAlone });
    let closed = false;
    return {
      by: (asking) => ({
        ...asking,
        networks: machines.networks,
        webFor: (network) => ({
          ...asking.webFor(network),
          token: machines.canAsk(network.id) ? 'of another machine' : null,
        }),
      }),
      requests: () => machines.requests(),
      async close(done) {
        if (closed) return;
        closed = true;
        try {
          await machines.close(done);
          await bringSpending(database, store);
        } finally {
          await database.close();
        }
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Removes from the database that `state` names whatever a run may have left there of clients; with `all` the salt, too,
 * so that the next coordinator brings its own. What was spent stays.
 * @throws UserError like `work`
 */
export async function forgetShared(given: RunSettings, context: RunContext, all: boolean): Promise<void> {
  const { settings } = completeSettings(given, 'forget');
  if (!isDatabase(settings.state)) return;
  const database = await connectTo(settings, completeContext(context));
  try {
    await database.all('TRUNCATE target_resources.job, target_resources.page');
    if (all) await database.all("DELETE FROM target_resources.meta WHERE key IN ('salt', 'spice')");
    if (all) await database.all('TRUNCATE target_resources.bucket, target_resources.worker');
  } finally {
    await database.close();
  }
}

/** How a machine works for others. */
export interface WorkLimits {
  /** Minutes without anything to do after which it ends; without it works until its signal ends it. */
  idleMinutes?: number | undefined;
  /** Told of each task that is done: how many were, and how many are under way. */
  onDone?: ((done: number, underWay: number) => void) | undefined;
}

/**
 * Asks networks for the coordinators of the database that `state` names, with the tokens and from the address of this
 * machine, until the signal ends it.
 * @throws UserError database_needed, database_address, database_password, database_secret, database_unreachable,
 * secret_file, offline, setting; the reason of an aborted signal
 */
export async function work(
  given: RunSettings,
  context: RunContext = {},
  { idleMinutes, onDone = () => {} }: WorkLimits = {},
): Promise<void> {
  const { settings } = completeSettings(given, 'work');
  if (!isDatabase(settings.state)) throw new UserError('database_needed', settings.state);
  const complete = completeContext(context);
  const { clock, signal, tokens } = complete;
  const networks = await networksFor(settings, complete.networks);
  const secret = secretOf(settings, complete);
  const database = await connectTo(settings, complete);
  const idleMs = idleMinutes === undefined ? null : idleMinutes * 60_000;
  try {
    const vault = await firstVault(database, secret, complete, idleMs);
    if (!vault) return;
    const ending = new AbortController();
    const untilEnded = AbortSignal.any([signal, ending.signal]);
    const client = createWebClient({
      ...clientOptions(settings, { ...complete, signal: untilEnded }),
      tokens,
      takeFromBudget: budgetOver(database, networks, clock),
      budgetRenewal: (network, now) => renewalOf(networks, network, now),
      sharedTurns: turnsOver(database, vault, (error) => ending.abort(error)),
    });
    try {
      await workOn({
        database,
        vault,
        networks,
        client,
        clock,
        signal: untilEnded,
        onDone,
        idleMs,
      });
    } finally {
      await client.close();
    }
  } finally {
    await database.close();
  }
}

/** Waits for the first coordinator, whose state brings the salt; null where none comes. */
async function firstVault(
  database: SharedDatabase,
  secret: string | null,
  { clock, signal, progress }: CompleteContext,
  idleMs: number | null,
): Promise<Vault | null> {
  const since = clock.now();
  let told = -Infinity;
  for (;;) {
    const vault = await openVault(database, secret, null);
    if (vault || (idleMs !== null && clock.now() - since >= idleMs)) return vault;
    if (clock.now() - told >= againMs) {
      told = clock.now();
      const why = 'no run has begun yet: run `target-resources analyze` with the same --state';
      progress({ stage: 'wait', host: database.shown, until: told + againMs, why });
    }
    signal.throwIfAborted();
    await abortable(clock, signal).sleep(1000);
  }
}
