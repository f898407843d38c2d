import { groupBy } from '../stages/per-host.ts';
import type { SharedDatabase } from './connect.ts';

/** A task that anybody may take, as it lies in the database. */
export interface SealedJob {
  job: string;
  network: string;
  /** What one worker does a few of at a time: the tasks of one host, in a pseudonym. */
  lane: string;
  task: Buffer;
}

export interface ClaimedJob extends SealedJob {
  /** How many workers took it and were not heard of again. */
  lost: number;
}

export interface BroughtJob {
  job: string;
  answer: Buffer;
  pages: Buffer[];
}

/** What a worker may take. */
interface Room {
  /** How many tasks of one lane, by network. */
  places: ReadonlyMap<string, number>;
  /** How many it has of each lane. */
  held: ReadonlyMap<string, { network: string; jobs: number }>;
  most: number;
}

/** How long a task stays with a worker that is not heard of. */
const leaseSeconds = 20;
/** After this long a cursor is not trusted, and nobody waits for the answer. */
const oldestSeconds = 86_400;
/** Looked through for what a worker has room for. */
const window = 2000;

/**
 * The tasks that the coordinator wants done. Whoever takes one has it until its lease runs out, and renews that while it
 * works: see docs/architecture.md for why this is no library's queue.
 */
export interface Jobs {
  /** Forgets who wanted what before, and what is too old. */
  begin(): Promise<void>;
  forgetOld(): Promise<void>;
  /** Answers that are there already stay, except failures: these are tried again. */
  ask(jobs: readonly SealedJob[]): Promise<void>;
  /** The first answers that are there. */
  bring(most: number): Promise<BroughtJob[]>;
  drop(jobs: readonly string[]): Promise<void>;
  claim(worker: string, room: Room): Promise<ClaimedJob[]>;
  /** @returns those of them that are still the worker's */
  renew(worker: string, jobs: readonly string[]): Promise<Set<string>>;
  /** Frees whatever the worker has. */
  release(worker: string): Promise<void>;
  lastPage(job: string): Promise<{ number: number; page: Buffer } | null>;
  /** False where the task is no longer the worker's. */
  addPage(worker: string, job: string, number: number, page: Buffer): Promise<boolean>;
  finish(job: string, answer: Buffer, failed: boolean): Promise<void>;
}

export function jobsIn(database: SharedDatabase): Jobs {
  const forgetOld = async (): Promise<void> => {
    await database.all(
      `DELETE FROM target_resources.job WHERE since < now() - make_interval(secs => ${oldestSeconds})`,
    );
  };
  return {
    async begin() {
      await forgetOld();
      await database.all('UPDATE target_resources.job SET wanted = false WHERE wanted');
    },
    forgetOld,
    async ask(jobs) {
      await database.all(
        `INSERT INTO target_resources.job AS known (job, network, lane, task, wanted)
         SELECT job, network, lane, task, true FROM unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
           AS asked (job, network, lane, task)
         ON CONFLICT (job) DO UPDATE SET wanted = true, lost = 0, failed = false,
           answer = CASE WHEN known.failed THEN NULL ELSE known.answer END`,
        jobs.map(({ job }) => job),
        jobs.map(({ network }) => network),
        jobs.map(({ lane }) => lane),
        jobs.map(({ task }) => task),
      );
    },
    async bring(most) {
      const answers = await database.all<{ job: string; answer: Buffer }>(
        `SELECT job, answer FROM target_resources.job WHERE wanted AND answer IS NOT NULL ORDER BY number LIMIT $1`,
        most,
      );
      if (answers.length === 0) return [];
      const pages = await database.all<{ job: string; page: Buffer }>(
        'SELECT job, page FROM target_resources.page WHERE job = ANY($1) ORDER BY job, number',
        answers.map(({ job }) => job),
      );
      const byJob = groupBy(pages, ({ job }) => job);
      return answers.map((each) => ({ ...each, pages: (byJob.get(each.job) ?? []).map(({ page }) => page) }));
    },
    async drop(jobs) {
      if (jobs.length > 0) await database.all('DELETE FROM target_resources.job WHERE job = ANY($1)', jobs);
    },
    claim: (worker, { places, held, most }) =>
      database.all<ClaimedJob>(
        `WITH open AS (
           SELECT job, number, lane, network, row_number() OVER (PARTITION BY network, lane ORDER BY number) AS place
           FROM (
             SELECT job, number, lane, network FROM target_resources.job
             WHERE wanted AND answer IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp())
               AND network = ANY($2) AND lane <> ALL($6)
             ORDER BY number LIMIT ${window}
           ) AS first
         ), mine AS (
           SELECT job.job FROM target_resources.job
           JOIN open ON open.job = job.job
           JOIN unnest($2::text[], $3::integer[]) AS room (network, places) ON room.network = open.network
           LEFT JOIN unnest($4::text[], $5::integer[]) AS held (lane, jobs) ON held.lane = open.lane
           WHERE open.place <= room.places - coalesce(held.jobs, 0)
             AND job.answer IS NULL AND job.wanted
             AND (job.leased_until IS NULL OR job.leased_until < clock_timestamp())
           ORDER BY open.number LIMIT $7 FOR UPDATE OF job SKIP LOCKED
         )
         UPDATE target_resources.job SET worker = $1, leased_until = ${lease},
           lost = job.lost + (job.leased_until IS NOT NULL)::integer
         FROM mine WHERE job.job = mine.job
         RETURNING job.job, job.network, job.lane, job.task, job.lost`,
        worker,
        [...places.keys()],
        [...places.values()],
        [...held.keys()],
        [...held.values()].map(({ jobs }) => jobs),
        fullLanes(held, places),
        most,
      ),
    async renew(worker, jobs) {
      const rows = await database.all<{ job: string }>(
        `UPDATE target_resources.job SET leased_until = ${lease}
         WHERE job = ANY($2) AND worker = $1 AND answer IS NULL RETURNING job`,
        worker,
        jobs,
      );
      return new Set(rows.map(({ job }) => job));
    },
    async release(worker) {
      await database.all(
        'UPDATE target_resources.job SET worker = NULL, leased_until = NULL WHERE worker = $1 AND answer IS NULL',
        worker,
      );
    },
    async lastPage(job) {
      const [last] = await database.all<{ number: number; page: Buffer }>(
        'SELECT number, page FROM target_resources.page WHERE job = $1 ORDER BY number DESC LIMIT 1',
        job,
      );
      return last ?? null;
    },
    async addPage(worker, job, number, page) {
      const rows = await database.all(
        `INSERT INTO target_resources.page (job, number, page)
         SELECT job, $3, $4 FROM target_resources.job WHERE job = $2 AND worker = $1 AND answer IS NULL
         ON CONFLICT (job, number) DO UPDATE SET page = excluded.page RETURNING number`,
        worker,
        job,
        number,
        page,
      );
      return rows.length > 0;
    },
    async finish(job, answer, failed) {
      await database.all(
        `UPDATE target_resources.job SET answer = $2, failed = $3, leased_until = NULL
         WHERE job = $1 AND answer IS NULL`,
        job,
        answer,
        failed,
      );
    },
  };
}

const lease = `clock_timestamp() + make_interval(secs => ${leaseSeconds})`;

/** Lanes of which the worker can take no more. */
const fullLanes = (held: Room['held'], places: Room['places']): string[] =>
  [...held].filter(([, { network, jobs }]) => jobs >= (places.get(network) ?? 0)).map(([lane]) => lane);
