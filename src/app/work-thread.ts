import { Worker } from 'node:worker_threads';
import type { ApiFailure } from './api.ts';
import { refusalOf } from './failure.ts';
import type { Ask } from './work.ts';

export interface AskedWork {
  id: number;
  name: string;
  args: unknown[];
}

export type AnsweredWork =
  | { id: number; result: unknown }
  | { id: number; failure: ApiFailure['error'] }
  | { id: number; bug: string };

export interface WorkThread {
  ask: Ask;
  close: () => Promise<void>;
}

/**
 * Starts the thread that does the work, which loads the library while the server loads its own. One that ends by itself, for want of memory as a rule, fails what it was asked,
 * and the next question starts another one.
 * @param script the compiled thread.ts
 */
export function startWorkThread(script: URL): WorkThread {
  let present: { worker: Worker; open: Map<number, Waiting> } | null = null;
  let last = 0;
  present = start();

  function start(): NonNullable<typeof present> {
    const open = new Map<number, Waiting>();
    const worker = new Worker(script);
    const started = { worker, open };
    worker.on('message', (answer: AnsweredWork) => {
      const asked = open.get(answer.id);
      open.delete(answer.id);
      if ('result' in answer) asked?.resolve(answer.result);
      else if ('failure' in answer) asked?.reject(refusalOf(answer.failure));
      else asked?.reject(new Error(answer.bug));
    });
    const end = (error: Error): void => {
      if (present === started) present = null;
      for (const { reject } of open.values()) reject(error);
      open.clear();
    };
    worker.on('error', end);
    worker.on('exit', () => end(new Error('the work ended before it was done')));
    return started;
  }

  const ask = (name: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { worker, open } = (present ??= start());
      const id = ++last;
      open.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ id, name, args } satisfies AskedWork);
    });
  return {
    ask: ask as Ask,
    close: async () => {
      await present?.worker.terminate();
    },
  };
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}
