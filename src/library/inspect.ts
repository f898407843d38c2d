import { type Findings, networksFor, recall } from '../report/from-state.ts';
import { UserError } from '../errors.ts';
import { type Settings, inputFiles } from '../settings.ts';
import { identifyResource } from '../inputs/identify.ts';
import { type PlannedNetwork, plan } from '../stages/plan.ts';
import { needFollows } from '../inputs/need-follows.ts';
import { customerKey, readInput } from '../inputs/read-input.ts';
import { openStore } from '../state/store.ts';
import type { InputTable, Problem } from '../types/input.ts';
import type { Row } from '../types/report.ts';
import type { Clock, Surroundings } from '../types/run.ts';

/** What `analyze` would ask with these settings, and the rows of the input that cannot be used. Asks nobody. */
export async function planRun(
  settings: Settings,
  { clock, tokens }: Pick<Surroundings, 'clock' | 'tokens'>,
): Promise<{ networks: PlannedNetwork[]; problems: Problem[]; tables: InputTable[] }> {
  const networks = await networksFor(settings);
  const input = await readInput(inputFiles(settings), networks);
  needFollows(inputFiles(settings), input);
  const store = openStore(settings.state, clock);
  try {
    const isFresh = (at: number): boolean => clock.now() - at < settings.maxAge * 86_400_000;
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

/**
 * The row of one resource as the last run left it: an address, a name or an id from candidates.csv names it.
 * @throws UserError resource_unknown, state_empty
 */
export async function explain(
  resource: string,
  settings: Settings,
  { clock }: Pick<Surroundings, 'clock'>,
): Promise<Row> {
  const { networks, rows } = await recalled(settings, clock);
  const named = identifyResource(resource, networks);
  const wanted = new Set([resource, ...(named && 'url' in named ? [named.id, named.name, named.url] : [])]);
  const row = rows.find((each) => [each.resourceId, each.resource, each.url].some((text) => wanted.has(text)));
  if (!row) throw new UserError('resource_unknown', settings.state, resource);
  return row;
}

async function recalled(settings: Settings, clock: Clock): Promise<Findings> {
  const store = openStore(settings.state, clock);
  try {
    return await recall(settings, store, clock);
  } finally {
    store.close();
  }
}

/** Removes a customer and whatever only that customer's profiles brought. @throws UserError customer_unknown */
export function forget(customer: string, settings: Settings, { clock }: Pick<Surroundings, 'clock'>): void {
  const store = openStore(settings.state, clock);
  try {
    if (!store.forget(customerKey(customer))) throw new UserError('customer_unknown', settings.state, customer);
  } finally {
    store.close();
  }
}

/** Removes everything from the state. */
export function forgetAll(settings: Settings, { clock }: Pick<Surroundings, 'clock'>): void {
  const store = openStore(settings.state, clock);
  try {
    store.forgetAll();
  } finally {
    store.close();
  }
}
