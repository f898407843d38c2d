import { type Signal, signal } from '@preact/signals';
import { ask, Declined } from './ask.ts';
import { isSilent } from './told.ts';

/** Something that the program knows, as it was told last. */
export interface Kept<Thing> {
  /** Null before the first answer. */
  readonly value: Signal<Thing | null>;
  /** Why there is none; null where nothing is wrong. */
  readonly failure: Signal<Declined | null>;
  /** Asks anew; while one answer is under way, at most one more is asked for. */
  load: () => Promise<void>;
  /** Asks anew where it was asked for before. */
  refresh: () => void;
  set: (thing: Thing) => void;
}

export function kept<Thing>(path: string): Kept<Thing> {
  const value = signal<Thing | null>(null);
  const failure = signal<Declined | null>(null);
  let asking: Promise<void> | null = null;
  let isStale = false;
  let wasWanted = false;

  async function once(): Promise<void> {
    do {
      isStale = false;
      try {
        const answer = await ask<Thing>('GET', path);
        // What was set meanwhile is newer than this answer may be.
        if (isStale) continue;
        value.value = answer;
        failure.value = null;
      } catch (error) {
        if (!(error instanceof Declined)) throw error;
        if (error.code === 'silent') isSilent.value = true;
        else {
          failure.value = error;
          value.value = null;
        }
      }
    } while (isStale);
  }

  const load = (): Promise<void> => {
    wasWanted = true;
    if (asking) isStale = true;
    asking ??= once().finally(() => (asking = null));
    return asking;
  };
  return {
    value,
    failure,
    load,
    refresh: () => void (wasWanted && load()),
    set: (thing) => {
      isStale = asking !== null;
      value.value = thing;
      failure.value = null;
    },
  };
}
