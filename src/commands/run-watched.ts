import { UserError, exitCodeAfter } from '../errors.ts';
import type { Settings } from '../settings.ts';
import type { Progress, RunResult } from '../types/run.ts';
import { watchRun } from '../watching/watch-run.ts';
import { type CommandCall, withProgress } from './command.ts';
import { printRun } from './print-run.ts';

/**
 * Does a run, tells of it while it works, keeps its status beside the state, and prints what it found.
 * @returns the exit code
 */
export async function runWatched(
  call: CommandCall,
  settings: Settings,
  work: (progress: Progress) => Promise<RunResult>,
): Promise<number> {
  const watch = watchRun(settings, Date.now);
  const endWith = (code: number): void => watch.end(code);
  process.once('exit', endWith);
  try {
    const result = await withProgress(call, (progress) =>
      work((event) => {
        watch.progress(event);
        progress(event);
      }),
    );
    const exitCode = printRun(result, call, settings.customers);
    watch.end(exitCode, result);
    return exitCode;
  } catch (error) {
    // A run that found the state in use has no status of its own.
    if (error instanceof UserError && error.code !== 'state_locked') watch.end(exitCodeAfter(error));
    throw error;
  } finally {
    process.off('exit', endWith);
  }
}
