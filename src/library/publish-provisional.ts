import { UserError } from '../errors.ts';
import { removeNow, replaceNow } from '../files/replace-now.ts';
import { countFor } from '../report/from-state.ts';
import { type Settings, fileOfState, leastUnexamined, version } from '../settings.ts';
import type { Counted } from '../stages/count.ts';
import type { Decision } from '../types/input.ts';
import type { ProvisionalRanking, ProvisionalRow } from '../types/provisional.ts';
import type { Clock, Progress, ProgressEvent } from '../types/run.ts';
import type { Store } from '../types/store.ts';

/** Rows that are told. */
const most = 100;
/** Of them, in the event. */
const mostTold = 5;
/** At least between two countings; and so many times as long as one takes, so that a run is not slowed by more than 3 %. */
const pauseMs = 5000;
const pauseForOne = 30;

/** Where a run keeps its provisional ranking: beside its state, with the rights of the state. */
export const provisionalPath = (state: string): string => `${state}.ranking.json`;

/** Tells a provisional ranking from time to time while lists are read. */
export interface ProvisionalPublisher {
  /** Hears what happens, and hands it on. */
  progress: Progress;
  /** The run has its ranking: the provisional one is removed. */
  end(): void;
}

/**
 * Counts what the state holds while lists are read, keeps the most shared resources in a file beside the state, and
 * tells the first of them. Not for a report that may be handed on: what changes between two of them is one client.
 */
export function publishProvisional(
  settings: Settings,
  store: Store,
  decisions: Decision[],
  clock: Clock,
  progress: Progress,
): ProvisionalPublisher {
  const state = fileOfState(settings);
  const path = state === ':memory:' ? null : provisionalPath(state);
  const work = new Map<string, { done: number; total: number }>();
  let next = clock.now() + pauseMs;
  removeProvisional(state);

  function tell(): void {
    const begun = clock.now();
    const counted = countFor(settings, store, decisions);
    const ranking = rankingOf(counted, work, { least: leastUnexamined(settings), at: begun });
    if (path !== null) ifPossible(() => replaceNow(path, `${JSON.stringify(ranking, null, 2)}\n`, 0o600));
    const { known, rows } = ranking;
    const top = rows
      .slice(0, mostTold)
      .map(({ title, resource, customers }) => ({ title: title ?? resource, customers }));
    progress({ stage: 'provisional', known: known.profiles, total: known.of, top });
    next = clock.now() + Math.max(pauseMs, (clock.now() - begun) * pauseForOne);
  }

  return {
    progress(event: ProgressEvent) {
      progress(event);
      if (event.stage !== 'collect' || settings.shareable) return;
      work.set(event.network, event);
      if (clock.now() >= next) tell();
    },
    end: () => removeProvisional(state),
  };
}

function rankingOf(
  counted: Counted,
  work: ReadonlyMap<string, { done: number; total: number }>,
  { least, at }: { least: number; at: number },
): ProvisionalRanking {
  const all = [...work.values()];
  const [profiles, of] = [sum(all.map(({ done }) => done)), sum(all.map(({ total }) => total))];
  const rows: ProvisionalRow[] = [];
  for (let index = 0; index < Math.min(most, counted.candidates.sharedBy(least)); index++) {
    const candidate = counted.candidates.at(index);
    if (!candidate) break;
    const { resource, customers } = candidate;
    const { done, total } = work.get(resource.network) ?? { done: 0, total: 0 };
    rows.push({
      place: index + 1,
      network: resource.network,
      resourceId: resource.id,
      resource: resource.name,
      title: resource.title,
      url: resource.url,
      customers,
      customersAtMost: customers + total - done,
      share: customers / Math.max(customers, counted.readable.get(resource.network) ?? 0),
    });
  }
  return {
    schema: 1,
    generator: version,
    at: new Date(at).toISOString(),
    known: { profiles, of, share: of === 0 ? 1 : profiles / of },
    customersReadable: counted.readableAmong(() => true),
    rows,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Removes what an earlier run kept beside this state. */
export function removeProvisional(state: string): void {
  if (state !== ':memory:') ifPossible(() => removeNow(provisionalPath(state)));
}

/** What only tells how far a run is ends none. */
function ifPossible(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
