import { UserError } from '../errors.ts';
import { identifyResource } from '../inputs/identify.ts';
import { networksFor } from '../networks/index.ts';
import { rankFromState } from '../report/from-state.ts';
import type { Row } from '../types/report.ts';
import type { RunContext } from '../types/run.ts';
import { completeContext } from './context.ts';
import { openState } from './open-state.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/**
 * The row of one resource as the last run on the `state` left it, judged by these settings.
 * @param resource an address, or a name or an id from `candidates.csv`
 * @throws UserError resource_unknown, state_empty, site_unknown, setting
 */
export async function explain(resource: string, given: RunSettings, context: RunContext = {}): Promise<Row> {
  const { settings, files } = completeSettings(given, 'explain');
  const { clock, progress, networks: own } = completeContext(context);
  const networks = await networksFor(settings, own);
  const store = openState(settings.state, networks, clock, (problem) => progress({ stage: 'damage', problem }));
  try {
    const { rows } = await rankFromState(settings, files, networks, store, clock);
    const named = identifyResource(resource, networks);
    const meant = named && 'url' in named ? [named, ...(named.otherwise ? [named.otherwise] : [])] : [];
    const wanted = new Set([resource, ...meant.flatMap(({ id, name, url }) => [id, name, url])]);
    const row = rows.find((each) => [each.resourceId, each.resource, each.url].some((text) => wanted.has(text)));
    if (!row) throw new UserError('resource_unknown', settings.state, resource);
    return row;
  } finally {
    store.close();
  }
}
