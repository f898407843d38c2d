import { randomUUID } from 'node:crypto';
import { UserError } from '../errors.ts';
import { isTokenMissing } from '../stages/context.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type { FollowsPage } from '../types/resource.ts';
import type { Clock } from '../types/run.ts';
import { abortable } from '../web/abort.ts';
import type { WebClient } from '../web/client.ts';
import type { SharedDatabase } from './connect.ts';
import { TaskLost, doTask } from './do-task.ts';
import { type ClaimedJob, jobsIn } from './jobs.ts';
import { type Task, type TaskAnswer, mayPass, placesOf } from './task.ts';
import type { Vault } from './vault.ts';

export interface WorkOptions {
  database: SharedDatabase;
  vault: Vault;
  networks: readonly AnyNetwork[];
  client: WebClient;
  clock: Clock;
  /** Ends the work; what is under way is handed back. */
  signal: AbortSignal;
  onDone: (done: number, underWay: number) => void;
  /** Ends with the first moment at which this long nothing was there to do; null works until it is ended. */
  idleMs: number | null;
}

/** Tasks that one worker has at once. */
const mostHeld = 128;
/** Between two looks at what there is to do; and for a while after there was something. */
const lookMs = 250;
const busyLookMs = 20;
const busyForMs = 2000;
/** Between two signs of life: several fit into a lease. */
const beatMs = 5000;
/** So many hosts were asked, and none has answered: this machine is offline. */
const manyHosts = 3;

/**
 * Does what a coordinator hands out, until it is ended. What it had then is free for others: at once, or within half a
 * minute where the process was killed.
 * @throws UserError offline, database_unreachable
 */
export async function workOn(options: WorkOptions): Promise<void> {
  const { database, vault, client } = options;
  const jobs = jobsIn(database);
  const worker = randomUUID();
  const able = new Map(
    options.networks.flatMap((network) =>
      network.closed || isTokenMissing(network, client.for(network)) ? [] : [[network.id, network] as const],
    ),
  );
  const places = new Map([...able.values()].map((network) => [network.id, placesOf(network)]));
  const held = new Map<string, ClaimedJob>();
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const clock = abortable(options.clock, signal);
  let told = new Map<string, number>();
  let done = 0;
  let idleSince = clock.now();
  let busy = -Infinity;
  let wake: (() => void) | null = null;

  async function one(job: ClaimedJob, network: Network): Promise<void> {
    try {
      const task = vault.unseal(job.task, ['task', job.job]) as Task;
      const context = { webFor: (asked: Network) => client.for(asked), clock, signal };
      const { parts, failure } = await doTask(task, network, context, pagesOf(job.job));
      if (mayPass(failure) && isOffline())
        throw new UserError('offline', [...(client.silence() ?? new Map())].join(' '));
      const answer: TaskAnswer = { parts, failure, requests: untold() };
      await jobs.finish(job.job, vault.seal(answer, ['answer', job.job]), mayPass(failure));
      done += 1;
    } catch (error) {
      if (!(error instanceof TaskLost)) ending.abort(error);
    } finally {
      held.delete(job.job);
      options.onDone(done, held.size);
      wake?.();
    }
  }

  const isOffline = (): boolean => (client.silence()?.size ?? 0) >= manyHosts;

  function pagesOf(job: string) {
    let next = 0;
    return {
      async last() {
        const last = await jobs.lastPage(job);
        if (!last) return null;
        next = last.number + 1;
        return vault.unseal(last.page, ['page', job, String(last.number)]) as FollowsPage;
      },
      async add(page: FollowsPage) {
        const sealed = vault.seal(page, ['page', job, String(next)]);
        if (!(await jobs.addPage(worker, job, next, sealed))) throw new TaskLost();
        next += 1;
      },
    };
  }

  /** Requests sent since the last answer. */
  function untold(): [string, number][] {
    const now = client.requests();
    const fresh = [...now].map(([host, sent]): [string, number] => [host, sent - (told.get(host) ?? 0)]);
    told = now;
    return fresh.filter(([, sent]) => sent > 0);
  }

  async function beat(): Promise<void> {
    await database.all(
      `INSERT INTO target_resources.worker (worker, networks) VALUES ($1, $2)
       ON CONFLICT (worker) DO UPDATE SET seen = now()`,
      worker,
      [...able.keys()],
    );
    const mine = [...held.keys()];
    if (mine.length > 0) await jobs.renew(worker, mine);
    await database.all("DELETE FROM target_resources.worker WHERE seen < now() - interval '1 hour'");
    await jobs.forgetOld();
  }

  async function keepBeating(): Promise<void> {
    try {
      for (;;) {
        await clock.sleep(beatMs);
        signal.throwIfAborted();
        await beat();
      }
    } catch (error) {
      ending.abort(error);
    }
  }

  async function take(): Promise<void> {
    const most = mostHeld - held.size;
    if (most <= 0) return;
    for (const job of await jobs.claim(worker, { places, held: byLane(held.values()), most })) {
      const network = able.get(job.network);
      if (!network) continue;
      held.set(job.job, job);
      void one(job, network);
    }
  }

  try {
    await beat();
    void keepBeating();
    for (;;) {
      signal.throwIfAborted();
      const before = held.size;
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await take();
      if (held.size > before) busy = clock.now();
      if (held.size > 0) idleSince = clock.now();
      else if (options.idleMs !== null && clock.now() - idleSince >= options.idleMs) return;
      const pause = options.clock.sleep(clock.now() - busy < busyForMs ? busyLookMs : lookMs);
      // Where nothing came, it is not asked for again at once, although room was made.
      await (held.size > before ? Promise.race([woken, pause]) : pause);
    }
  } catch (error) {
    options.signal.throwIfAborted();
    throw ending.signal.aborted ? ending.signal.reason : error;
  } finally {
    ending.abort();
    await leave().catch(() => undefined);
  }

  async function leave(): Promise<void> {
    await jobs.release(worker);
    await database.all('DELETE FROM target_resources.worker WHERE worker = $1', worker);
  }
}

function byLane(held: Iterable<ClaimedJob>): Map<string, { network: string; jobs: number }> {
  const lanes = new Map<string, { network: string; jobs: number }>();
  for (const { lane, network } of held) {
    const known = lanes.get(lane);
    if (known) known.jobs += 1;
    else lanes.set(lane, { network, jobs: 1 });
  }
  return lanes;
}
