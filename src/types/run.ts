import type { InputTable, Problem } from './input.ts';
import type { AnyNetwork } from './network.ts';
import type { Report } from './report.ts';

/** Instants and durations are milliseconds. */
export const dayMs = 86_400_000;

/** Milliseconds since the epoch, and a wait that a caller may replace, so that nothing depends on the wall clock. */
export interface Clock {
  now(): number;
  /** The signal ends the wait early; a clock that does not heed it is not waited for. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** What a run tells while it works. */
export type Progress = (event: ProgressEvent) => void;

/**
 * One thing that happened: a table read, an item done and how many were read, a host to be left alone until an instant,
 * what most clients share as far as `known` of `total` profiles tell, a file written.
 */
export type ProgressEvent =
  | { stage: 'input'; tables: InputTable[] }
  | {
      stage: 'collect' | 'examine' | 'shorten' | 'draft';
      network: string;
      done: number;
      read: number;
      total: number;
      /** How far the host is that the item was of. */
      place?: { host: string; done: number; total: number };
    }
  | { stage: 'wait'; host: string; until: number; why: string }
  | { stage: 'provisional'; known: number; total: number; top: { title: string; customers: number }[] }
  | { stage: 'damage'; problem: Problem }
  | { stage: 'article'; text: string }
  | { stage: 'written'; path: string };

/** What a call gets from its caller besides settings; all of it may be left out. */
export interface RunContext {
  /** The system's where there is none. */
  clock?: Clock | undefined;
  progress?: Progress | undefined;
  /** Tokens by network id, for the networks that want one; also those of `assistant` and of the service for short links. */
  tokens?: ReadonlyMap<string, string> | undefined;
  /** Ends the call where it is: it rejects with the signal's reason, and what was read stays in the state. */
  signal?: AbortSignal | undefined;
  /** Networks of the caller's own, asked first whether an address is theirs; each takes the place of one with its id. */
  networks?: readonly AnyNetwork[] | undefined;
}

/** What a run found. */
export interface RunResult {
  /** As `report.schema.json` describes it. */
  report: Report;
  /** The files written; none where no `output` was named. */
  paths: string[];
  /** Requests sent in this run, by host. */
  requests: Record<string, number>;
  /** Whether another run would give nothing more; with `strict` also whether every row of the input could be used. */
  complete: boolean;
}
