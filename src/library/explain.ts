import { UserError } from '../errors.ts';
import { identifyResource } from '../inputs/identify.ts';
import { type RankedState, rankFromState } from '../report/from-state.ts';
import type { Settings } from '../settings.ts';
import { networksFor } from '../networks/index.ts';
import { openState } from './open-state.ts';
import type { Row } from '../types/report.ts';
import type { Clock, RunContext } from '../types/run.ts';

/**
 * The row of one resource as the last run left it: an address, a name or an id from candidates.csv names it.
 * @throws UserError resource_unknown, state_empty
 */
export async function explain(
  resource: string,
  settings: Settings,
  { clock }: Pick<RunContext, 'clock'>,
): Promise<Row> {
  const { networks, rows } = await recalled(settings, clock);
  const named = identifyResource(resource, networks);
  const wanted = new Set([resource, ...(named && 'url' in named ? [named.id, named.name, named.url] : [])]);
  const row = rows.find((each) => [each.resourceId, each.resource, each.url].some((text) => wanted.has(text)));
  if (!row) throw new UserError('resource_unknown', settings.state, resource);
  return row;
}

async function recalled(settings: Settings, clock: Clock): Promise<RankedState> {
  const networks = await networksFor(settings);
  const store = openState(settings.state, networks, clock);
  try {
    return await rankFromState(settings, networks, store, clock);
  } finally {
    store.close();
  }
}
