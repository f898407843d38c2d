import { parentPort } from 'node:worker_threads';
import { inTurns } from './in-turns.ts';
import { lookup } from '../text/lookup.ts';
import { type AskedWork, type AnsweredWork } from './work-thread.ts';
import { toldOf } from './failure.ts';
import { libraryWork } from './work.ts';

// The other side of work-thread.ts: one piece of work after another, since the state is one.

const inTurn = inTurns();

parentPort?.on('message', ({ id, name, args }: AskedWork) => {
  void inTurn(async () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(await answered(id, name, args));
  });
});

async function answered(id: number, name: string, args: unknown[]): Promise<AnsweredWork> {
  try {
    const piece = lookup<(...args: never[]) => Promise<unknown>>(libraryWork, name);
    if (!piece) throw new Error(`there is no work ${name}`);
    return { id, result: await piece(...(args as never[])) };
  } catch (error) {
    const failure = toldOf(error);
    return failure
      ? { id, failure }
      : { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
