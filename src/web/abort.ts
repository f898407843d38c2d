import type { Clock } from '../types/run.ts';

/** Settles like the work, or rejects with the signal's reason as soon as that is aborted; nothing begins after it. */
export function unlessAborted<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = (): void => reject(signal.reason as Error);
    const done = (): void => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    work().finally(done).then(resolve, reject);
  });
}

/** A clock whose waits end with the signal's reason once that is aborted, whether or not it heeds a signal itself. */
export const abortable = (clock: Clock, signal: AbortSignal): Clock => ({
  now: () => clock.now(),
  sleep: (milliseconds) => unlessAborted(signal, () => clock.sleep(milliseconds, signal)),
});
