import { type RunState, routes } from '../api.ts';
import { ask } from './ask.ts';
import { goTo } from './steps.ts';
import { runState } from './things.ts';
import { attempt } from './told.ts';

/** Starts to read, or goes on. */
export async function startReading(): Promise<void> {
  await attempt(async () => {
    runState.set(await ask<RunState>('POST', routes.startRun));
    goTo('reading');
  });
}

export async function pauseReading(): Promise<void> {
  await attempt(async () => runState.set(await ask<RunState>('POST', routes.pauseRun)));
}
