import type { EventHub } from './events.ts';
import type { InTurn } from './in-turns.ts';
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
  inTurn: InTurn;
  /** The same for files of the output folder, which wait while these are made anew, too: what is written meanwhile would be lost. */
  outputsInTurn: InTurn;
  isDemo: () => boolean;
  /** Works in the shipped example from now on. */
  enterDemo: () => Promise<void>;
}
