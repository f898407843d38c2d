import { randomUUID } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type { FollowsPage } from '../types/resource.ts';
import type { Clock } from '../types/run.ts';
import type { DatabaseConnection, SharedDatabase } from './connect.ts';
import { type BroughtJob, type SealedJob, jobsIn } from './jobs.ts';
import { type HeardAnswer, remoteNetworks } from './remote-networks.ts';
import { type Task, type TaskAnswer, hostOfTask } from './task.ts';
import type { Vault } from './vault.ts';

/** Other machines, as the stages of a run ask them. */
export interface Machines {
  networks: AnyNetwork[];
  /** Whether a machine that works, or worked in this run, can ask this network. */
  canAsk(network: string): boolean;
  /** Requests that they sent, by host. */
  requests(): Map<string, number>;
  /** @param done whether all was brought that was asked for: then nothing of it stays in the database */
  close(done: boolean): Promise<void>;
}

export interface CoordinateOptions {
  database: SharedDatabase;
  vault: Vault;
  networks: readonly AnyNetwork[];
  clock: Clock;
  signal: AbortSignal;
  /** Told as soon as any machine has brought an answer of a network, before it is used. */
  onAnswer: () => void;
  /** Told while nobody works. */
  onAlone: () => void;
}

/** Between two looks at what has been answered; and for a while after there was something. */
const lookMs = 100;
const busyLookMs = 20;
const busyForMs = 2000;
/** Between two looks at who works. */
const rollCallMs = 2000;
/** Who was not heard of for so long works no more. */
const unheardSeconds = 60;
const aloneAgainMs = 30_000;
const mostBrought = 500;
/** A task that so many workers did not survive is not handed out again. */
const mostLost = 20;

interface Waiting {
  network: Network;
  take: (answer: HeardAnswer) => void;
  fail: (error: unknown) => void;
  since: number;
}

/**
 * Hands out what the stages ask of networks, and brings the answers. Waits until a first machine works.
 * @throws UserError state_locked where another run hands out work over this database; the reason of an aborted signal
 */
export async function coordinate(options: CoordinateOptions): Promise<Machines> {
  const { database, vault, clock, signal } = options;
  const jobs = jobsIn(database);
  const lock = await holdLock(database, clock);
  const waiting = new Map<string, Waiting>();
  const known = new Map<string, Promise<HeardAnswer>>();
  const able = new Set<string>();
  const sent = new Map<string, number>();
  let asked: SealedJob[] = [];
  let brought: string[] = [];
  let working: string[][] = [];
  let called = -Infinity;
  let alone = -Infinity;
  const ending = new AbortController();
  let busy = -Infinity;

  function ask(network: Network, task: Task): Promise<HeardAnswer> {
    const job = vault.pseudonym(['job', network.id, JSON.stringify(task)]);
    const before = known.get(job);
    if (before) return before;
    const lane = vault.pseudonym(['lane', network.id, hostOfTask(task)]);
    asked.push({ job, network: network.id, lane, task: vault.seal(task, ['task', job]) });
    const answer = new Promise<HeardAnswer>((take, fail) => {
      waiting.set(job, { network, take, fail, since: clock.now() });
    });
    known.set(job, answer);
    return answer;
  }

  /** Hands over an answer; it goes from the database once the state has had time to keep it. */
  function handOver({ job, answer, pages }: BroughtJob): void {
    brought.push(job);
    const asker = waiting.get(job);
    if (!asker) return;
    waiting.delete(job);
    known.delete(job);
    const { parts, failure, requests } = vault.unseal(answer, ['answer', job]) as TaskAnswer;
    for (const [host, count] of requests) sent.set(host, (sent.get(host) ?? 0) + count);
    if (failure === null) options.onAnswer();
    const listed = pages.map((page, number) => vault.unseal(page, ['page', job, String(number)]) as FollowsPage);
    asker.take({ parts: listed.length > 0 ? listed : parts, failure });
  }

  async function callRoll(): Promise<void> {
    if (clock.now() - called < rollCallMs) return;
    called = clock.now();
    const rows = await database.all<{ networks: string[] }>(
      'SELECT networks FROM target_resources.worker WHERE seen > now() - make_interval(secs => $1)',
      unheardSeconds,
    );
    working = rows.map(({ networks }) => networks);
    for (const networks of working) for (const network of networks) able.add(network);
    if (working.length === 0 && clock.now() - alone >= aloneAgainMs) {
      alone = clock.now();
      options.onAlone();
    }
    if (working.length > 0) await refuseUnable();
  }

  /** What no machine that works can ask, and what ends every one that tries, is answered here. */
  async function refuseUnable(): Promise<void> {
    const late = [...waiting].filter(
      ([, { network, since }]) =>
        clock.now() - since > unheardSeconds * 1000 && !working.some((networks) => networks.includes(network.id)),
    );
    const fatal = await database.all<{ job: string }>(
      'SELECT job FROM target_resources.job WHERE wanted AND answer IS NULL AND lost >= $1',
      mostLost,
    );
    for (const [job, { network }] of late) refuse(job, `no machine that works can ask ${network.title}`);
    for (const { job } of fatal) refuse(job, `${mostLost} machines ended while they asked for it`);
  }

  function refuse(job: string, note: string): void {
    const asker = waiting.get(job);
    waiting.delete(job);
    known.delete(job);
    brought.push(job);
    asker?.take({ parts: [], failure: { kind: 'missing', status: 'not_reached', note } });
  }

  async function step(): Promise<void> {
    await lock.keep();
    const [out, gone] = [asked, brought];
    [asked, brought] = [[], []];
    if (out.length + gone.length > 0) busy = clock.now();
    await jobs.drop(gone);
    if (out.length > 0) await jobs.ask(out);
    await callRoll();
    if (waiting.size > 0) for (const each of await jobs.bring(mostBrought)) handOver(each);
  }

  async function run(): Promise<void> {
    try {
      while (!ending.signal.aborted) {
        await step();
        await clock.sleep(clock.now() - busy < busyForMs ? busyLookMs : lookMs, signal);
      }
    } catch (error) {
      for (const { fail } of waiting.values()) fail(error);
      waiting.clear();
      failed = error;
    }
  }

  let failed: unknown = null;
  try {
    await jobs.begin();
    while (working.length === 0) {
      signal.throwIfAborted();
      await callRoll();
      if (working.length === 0) await clock.sleep(lookMs, signal);
    }
  } catch (error) {
    await lock.free();
    throw error;
  }
  const running = run();
  const networks = remoteNetworks(options.networks, async (network, task) => {
    if (failed !== null) throw failed;
    return ask(network, task);
  });
  return {
    networks,
    canAsk: (network) => able.has(network),
    requests: () => new Map(sent),
    async close(done) {
      ending.abort();
      await running;
      try {
        if (done && failed === null) await database.all('DELETE FROM target_resources.job');
        else if (failed === null) await jobs.drop(brought);
      } finally {
        await lock.free();
      }
    },
  };
}

/** The right to hand out work, which ends with the process. */
interface Lock {
  /** Takes it again where the connection was lost. @throws UserError state_locked */
  keep(): Promise<void>;
  free(): Promise<void>;
}

/** A connection that died without a word is noticed after so long. */
const patienceMs = 60_000;

async function holdLock(database: SharedDatabase, clock: Clock): Promise<Lock> {
  const own = randomUUID();
  let client: DatabaseConnection | null = null;

  async function tryToTake(): Promise<boolean> {
    const next = await database.aside();
    const forget = (): void => {
      if (client === next) client = null;
    };
    next.on('end', forget);
    next.on('error', forget);
    try {
      await next.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
      await next.query("SELECT set_config('application_name', $1, false)", [`target-resources ${own}`]);
      const sql = "SELECT pg_try_advisory_lock(hashtext('target_resources coordinator')) AS taken";
      const { rows } = await next.query(sql);
      if ((rows[0] as { taken: boolean } | undefined)?.taken !== true) {
        await next.end();
        return false;
      }
      client = next;
      return true;
    } catch {
      await next.end().catch(() => undefined);
      return false;
    }
  }

  if (!(await tryToTake())) throw new UserError('state_locked', database.shown);
  return {
    async keep() {
      const since = clock.now();
      while (client === null && !(await tryToTake())) {
        if (clock.now() - since > patienceMs) throw new UserError('state_locked', database.shown);
        await clock.sleep(1000);
      }
    },
    async free() {
      await client?.end().catch(() => undefined);
    },
  };
}
