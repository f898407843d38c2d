import { randomUUID } from 'node:crypto';
import type { Report } from '../index.ts';
import type { ApiFailure } from './api.ts';
import type { EventHub } from './events.ts';
import { toldOf } from './failure.ts';
import type { InTurn } from './in-turns.ts';
import type { Ask } from './work.ts';

/** A ranking, and the version that pages know it by. */
interface Held {
  report: Report;
  version: string;
}

/** The ranking as it is now, in memory. */
export interface RankingDesk {
  /** @throws Refusal state_empty, where nothing was read yet; state_locked, where nothing was ranked yet and a run is going on */
  current: () => Promise<Held>;
  isBusy: () => boolean;
  /** Ranks by what the state, the verdicts and the settings say now, as soon as that can be; tells the pages of it. */
  makeAnew: () => void;
  /** Takes the report that a run has just written. */
  takeLast: () => Promise<void>;
}

export function createRanking(ask: Ask, events: EventHub, outputsInTurn: InTurn): RankingDesk {
  let held: Held | null = null;
  let taking: Promise<Held> | null = null;
  let making: Promise<void> | null = null;
  let isAskedAgain = false;

  const hold = (report: Report): Held => (held = { report, version: randomUUID() });
  const tell = (isBusy: boolean, failure: ApiFailure['error'] | null = null): void =>
    events.tell({ kind: 'ranking', isBusy, version: held?.version ?? null, failure });

  const take = async (): Promise<Held> => hold((await ask('lastReport')) ?? (await ask('report')));

  async function make(): Promise<void> {
    tell(true);
    let failure: ApiFailure['error'] | null = null;
    do {
      isAskedAgain = false;
      try {
        hold(await outputsInTurn(() => ask('report')));
        failure = null;
      } catch (error) {
        failure = toldOf(error) ?? { code: 'bug', message: error instanceof Error ? error.message : String(error) };
      }
    } while (isAskedAgain);
    making = null;
    tell(false, failure);
    if (failure === null) events.changed(['ranking', 'placing', 'results', 'files']);
  }

  return {
    async current() {
      // A page that opens asks several things at once: the report is read once for all of them.
      return held ?? (taking ??= take().finally(() => (taking = null)));
    },
    isBusy: () => making !== null,
    makeAnew() {
      if (making) isAskedAgain = true;
      else making = make();
    },
    async takeLast() {
      const last = await ask('lastReport');
      if (last) hold(last);
      tell(false);
      // While a run has the state, the worksheet is refused, and the plan is that from before it.
      events.changed(['plan', 'worksheet', 'ranking', 'verdicts', 'placing', 'results', 'files']);
    },
  };
}
