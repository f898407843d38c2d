import { needFollows, readInput } from '../inputs/read-input.ts';
import { obeyExclusions } from './opt-out.ts';
import { openState } from './open-state.ts';
import { networksFor } from '../networks/index.ts';
import { type PlannedNetwork, plan } from '../stages/plan.ts';
import type { ClientsTold, InputTable, Problem } from '../types/input.ts';
import { type RunContext, dayMs } from '../types/run.ts';
import { completeContext } from './context.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** What a run would ask. */
export interface Plan {
  /** Networks of which the input names profiles or resources. */
  networks: PlannedNetwork[];
  /** Rows of the input that cannot be used. */
  problems: Problem[];
  /** How each table of the input was read. */
  tables: InputTable[];
  /** How many clients the input has, and what they were counted by; null where it names none. */
  clients: ClientsTold | null;
  /** Clients that are left out as the opt-out list says. */
  excluded: number;
}

/**
 * What `analyze` would ask with these settings: requests, seconds, tokens, budgets. Asks nobody and writes no files.
 * @throws UserError as `analyze` does of its input; the reason of an aborted signal
 */
export async function planRun(given: RunSettings, context: RunContext = {}): Promise<Plan> {
  const { settings, files } = completeSettings(given, 'plan');
  const { clock, tokens, signal, networks: own } = completeContext(context);
  const networks = await networksFor(settings, own);
  const read = await readInput(files, networks, signal);
  needFollows(files, read);
  const lost: Problem[] = [];
  const store = openState(settings.state, networks, clock, (problem) => lost.push(problem));
  try {
    const { input } = obeyExclusions(read, networks, store);
    const isFresh = (at: number): boolean => clock.now() - at < settings.maxAge * dayMs;
    const people = [...input.customers, ...(input.control ?? [])];
    const planned = plan({ ...input, customers: people }, networks, {
      ...settings,
      limits: settings,
      hasToken: (network) => tokens.has(network),
      isFresh: (name) => isFresh(store.found(name)?.at ?? -Infinity),
    });
    const problems = [...lost, ...input.problems];
    const { tables, told, excluded } = input;
    return { networks: planned, problems, tables, clients: told, excluded: excluded.customers };
  } finally {
    store.close();
  }
}
