import { needFollows, readInput } from '../inputs/read-input.ts';
import { openState } from './open-state.ts';
import { networksFor } from '../networks/index.ts';
import { type Settings, inputFiles } from '../settings.ts';
import { type PlannedNetwork, plan } from '../stages/plan.ts';
import type { InputTable, Problem } from '../types/input.ts';
import { type RunContext, dayMs } from '../types/run.ts';

/** What `analyze` would ask with these settings, and the rows of the input that cannot be used. Asks nobody. */
export async function planRun(
  settings: Settings,
  { clock, tokens }: Pick<RunContext, 'clock' | 'tokens'>,
): Promise<{ networks: PlannedNetwork[]; problems: Problem[]; tables: InputTable[] }> {
  const networks = await networksFor(settings);
  const input = await readInput(inputFiles(settings), networks);
  needFollows(inputFiles(settings), input);
  const store = openState(settings.state, networks, clock);
  try {
    const isFresh = (at: number): boolean => clock.now() - at < settings.maxAge * dayMs;
    const planned = plan(input, networks, {
      ...settings,
      limits: settings,
      hasToken: (network) => tokens?.has(network) === true,
      isFresh: (name) => isFresh(store.found(name)?.at ?? -Infinity),
    });
    return { networks: planned, problems: input.problems, tables: input.tables };
  } finally {
    store.close();
  }
}
