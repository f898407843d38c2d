import { UserError } from '../errors.ts';
import { replaceNow } from '../files/replace-now.ts';
import { type Settings, fileOfState, version } from '../settings.ts';
import { jsonText } from '../text/sanitize.ts';
import type { Progress, ProgressEvent } from '../types/run.ts';
import { beginStatus, statusAfter, statusAtEnd } from './follow-run.ts';
import { type RunNumbers, metricsText } from './metrics.ts';

/** Milliseconds between two writings while it runs. */
const pause = 1000;

/** Keeps the status of a run in files while it works. */
export interface Watch {
  progress: Progress;
  /** Once; further calls do nothing. @param measured what the run gave, if it gave a result */
  end: (exitCode: number, measured?: RunNumbers) => void;
}

/** Where a run keeps its status: beside its state, with the rights of the state. */
export const statusPath = (state: string): string => `${state}.run.json`;

/**
 * Keeps the status of a run beside its state, from the first item or wait on, when the state is this run's own; and its
 * metrics where they are asked for. A file that cannot be written ends no run.
 */
export function watchRun(settings: Settings, now: () => number): Watch {
  const { metrics } = settings;
  const state = fileOfState(settings);
  let status = beginStatus(now(), version, process.pid);
  let last = -Infinity;
  let holdsState = false;
  const isKept = state !== ':memory:';
  const write = (measured: RunNumbers | null): void => {
    last = now();
    if (holdsState && isKept) ifPossible(() => replaceNow(statusPath(state), `${jsonText(status, 2)}\n`, 0o600));
    if (metrics !== null) ifPossible(() => replaceNow(metrics, metricsText(status, measured)));
  };
  return {
    progress(event) {
      status = statusAfter(status, event, now());
      holdsState ||= isWork(event);
      if (holdsState && (event.stage === 'wait' || now() - last >= pause)) write(null);
    },
    end(exitCode, measured) {
      if (status.endedAt !== null) return;
      status = statusAtEnd(status, exitCode, now());
      holdsState ||= measured !== undefined;
      write(measured ?? null);
    },
  };
}

const isWork = (event: ProgressEvent): boolean => event.stage === 'wait' || 'done' in event;

function ifPossible(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
