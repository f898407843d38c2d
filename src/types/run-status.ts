/** How far a run is, as it keeps beside its state. Aggregates only; instants are ISO 8601. */
export interface RunStatus {
  /** Version of this form. */
  schema: 1;
  /** The version of the program. */
  generator: string;
  /** Number of the process. */
  process: number;
  startedAt: string;
  updatedAt: string;
  /** Null while it runs, and where it was killed. */
  endedAt: string | null;
  /** Null while it runs, and where it was killed. */
  exitCode: number | null;
  /** What is under way or done, in the order in which it began. */
  work: WorkStatus[];
  /** Hosts of which some lists are read and others are not: when they will be done at this rate, the last one first. */
  hosts: HostProgress[];
  /** Hosts that are left alone until an instant. */
  waits: { host: string; until: string; why: string }[];
}

/** One stage of one network: of `total` items `done` were tried and `read` gave an answer; the others are queued. */
export interface WorkStatus {
  network: string;
  stage: 'collect' | 'examine' | 'shorten' | 'draft';
  done: number;
  read: number;
  total: number;
}

/** Of `total` profiles at a host `done` were tried since then. */
export interface HostProgress {
  network: string;
  host: string;
  done: number;
  total: number;
  /** When the first of them was done. */
  since: string;
  /** Null until two of them are done. */
  finishAt: string | null;
}

/** How the latest run on a state stands. */
export interface LatestRun extends RunStatus {
  /** `killed` ended without a word. */
  phase: 'running' | 'ended' | 'killed';
}
