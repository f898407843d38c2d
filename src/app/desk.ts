import type { EventHub } from './events.ts';
import type { RankingDesk } from './ranking.ts';
import type { Runner } from './runner.ts';
import type { Ask } from './work.ts';

/** What routes share. */
export interface Desk {
  ask: Ask;
  events: EventHub;
  runner: Runner;
  ranking: RankingDesk;
  /** One edit of a file after another: none sees what another one has half done. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  isDemo: () => boolean;
  /** Works in the shipped example from now on. */
  enterDemo: () => Promise<void>;
}

/** Has pieces of work wait for those before them, however these ended. */
export function inTurns(): Desk['inTurn'] {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work, work);
    before = mine.catch(() => undefined);
    return mine;
  };
}
