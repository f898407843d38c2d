import { Hono } from 'hono';
import type { Desk } from './desk.ts';
import { createEventHub } from './events.ts';
import { answerTo, refuse } from './failure.ts';
import { inTurns } from './in-turns.ts';
import { createRanking } from './ranking.ts';
import { addClients } from './routes/clients.ts';
import { addFiles } from './routes/files.ts';
import { addIntake } from './routes/intake.ts';
import { addPlacing } from './routes/placing.ts';
import { addPlan } from './routes/plan.ts';
import { addRanking } from './routes/ranking.ts';
import { addReading } from './routes/reading.ts';
import { addResults } from './routes/results.ts';
import { addSettings } from './routes/settings.ts';
import { addWorkspace } from './routes/workspace.ts';
import { createRunner } from './runner.ts';
import type { Ask } from './work.ts';

/** What the routes need of the server. */
interface DeskOptions extends Pick<Desk, 'isDemo' | 'enterDemo'> {
  /** The program's own script, which does the reading. */
  program: string;
  ask: Ask;
  now: () => number;
}

/** Every route below `/api`, behind the guard. */
export interface OpenedDesk {
  answer: Hono['fetch'];
  /** Stops watching and telling. A run goes on. */
  close: () => void;
}

/** Puts the routes together over the library, which loads with this file. */
export function openDesk({ program, ask, now, isDemo, enterDemo }: DeskOptions): OpenedDesk {
  const events = createEventHub();
  const outputsInTurn = inTurns();
  const ranking = createRanking(ask, events, outputsInTurn);
  const runner = createRunner({
    program,
    now,
    onState(run, ended) {
      events.tell({ kind: 'run', run });
      if (ended) void ranking.takeLast();
    },
    onProvisional: () => events.changed(['provisional']),
  });
  const desk: Desk = { ask, events, runner, ranking, inTurn: inTurns(), outputsInTurn, isDemo, enterDemo };

  const app = new Hono();
  addWorkspace(app, desk);
  addClients(app, desk);
  addPlan(app, desk);
  addSettings(app, desk);
  addReading(app, desk);
  addRanking(app, desk);
  addIntake(app, desk);
  addPlacing(app, desk);
  addResults(app, desk);
  addFiles(app, desk);
  app.notFound((context) => refuse(context, 404, 'not_found', 'there is nothing here'));
  app.onError(answerTo);
  return {
    answer: app.fetch,
    close() {
      runner.close();
      events.close();
    },
  };
}
