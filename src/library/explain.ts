import { UserError } from '../errors.ts';
import { identifyResource } from '../inputs/identify.ts';
import { networksFor } from '../networks/index.ts';
import { type RankedState, rankFromState } from '../report/from-state.ts';
import type { SucceededResource } from '../types/store.ts';
import { choiceRules, fileOfState } from '../settings.ts';
import { choiceOf } from '../stages/choice.ts';
import { itemOf } from '../types/alike.ts';
import type { ChoiceStep, Report, Row } from '../types/report.ts';
import type { RunContext } from '../types/run.ts';
import { completeContext } from './context.ts';
import { openState } from './open-state.ts';
import { notesIn, rowNotes } from '../text/row-notes.ts';
import { type RunSettings, completeSettings } from './run-settings.ts';

/** A row, what chance is reckoned with on its network, and its step in the plan; null where there is none. */
export type ExplainedRow = Row & { step: ChoiceStep | null; base: Report['activity'][number] | null };

/**
 * The row of one resource as the last run on the `state` left it, judged by these settings.
 * @param resource an address, or a name or an id from `candidates.csv`; those it had before it moved will do
 * @throws UserError resource_unknown, state_empty, site_unknown, setting
 */
export async function explain(resource: string, given: RunSettings, context: RunContext = {}): Promise<ExplainedRow> {
  const { settings, files } = completeSettings(given, 'explain');
  const { clock, progress, networks: own } = completeContext(context);
  const networks = await networksFor(settings, own);
  const store = openState(fileOfState(settings), networks, clock, (problem) => progress({ stage: 'damage', problem }));
  try {
    // What stands in no file has a place and a reason, too.
    const all = { ...settings, minCustomers: settings.minCustomers ?? 1 };
    const ranked = await rankFromState(all, files, networks, store, clock);
    const named = identifyResource(resource, networks);
    const meant = named && 'url' in named ? [named, ...(named.otherwise ? [named.otherwise] : [])] : [];
    const meanings = meant.flatMap(({ id, name, url }) => (id === null ? [name, url] : [id, name, url]));
    const wanted = new Set([resource, ...meanings]);
    for (const each of laterOnes(wanted, store.successors())) wanted.add(each);
    const before = new Set([...wanted].map(rowNotes.movedFrom));
    const row =
      rowIn(ranked, (each) => [each.resourceId, each.resource, each.url].some((text) => wanted.has(text))) ??
      rowIn(ranked, ({ note }) => notesIn(note).some((text) => before.has(text)));
    if (!row) throw new UserError('resource_unknown', fileOfState(settings), resource);
    const { apart, ...plan } = choiceOf(ranked.blocks, ranked.counted, choiceRules(settings));
    const steps = [plan, ...apart].flatMap(({ resources }) => resources);
    const isMeant = (step: ChoiceStep): boolean => step.network === row.network && step.url === row.url;
    const base = ranked.activity.find(({ network }) => network === row.network) ?? null;
    return { ...row, step: steps.find(isMeant) ?? null, base };
  } finally {
    store.close();
  }
}

/** Whoever asks for an address that somebody has left wants to know where they are. */
function rowIn(ranked: Pick<RankedState, 'candidates'>, isMeant: (row: Row) => boolean): Row | undefined {
  for (const each of ranked.candidates()) {
    const row = itemOf(each);
    if (row.reason !== 'moved' && isMeant(row)) return row;
  }
  return undefined;
}

/** The ids of what these resources, by name or id, turned out to be or have moved to. */
function* laterOnes(names: ReadonlySet<string>, successors: readonly SucceededResource[]): Generator<string> {
  const seen = new Set<string>();
  for (let now = new Set(names); now.size > 0;) {
    const next = successors.filter(({ id, name }) => now.has(id) || now.has(name)).map(({ resource }) => resource.id);
    now = new Set(next.filter((id) => !seen.has(id)));
    for (const id of now) seen.add(id);
    yield* now;
  }
}
