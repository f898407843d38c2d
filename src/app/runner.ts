import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { argumentsOf } from '../files/processes.ts';
import { type LatestRun, provisionalRanking, readRunStatus } from '../index.ts';
import { settingsFrom } from '../settings.ts';
import type { ApiFailure, RunState } from './api.ts';
import { Refusal } from './failure.ts';
import { secondsLeft, startedWith, type Starts } from './seconds-left.ts';

/** The reading, which is a process of its own: it outlives the page and the server, and a killed server loses nothing. */
export interface Runner {
  state: () => RunState;
  /** @throws Refusal run_goes_on */
  start: () => RunState;
  /** @throws Refusal no_run, where the process of another start's run is another program by now */
  pause: () => RunState;
  /** Stops watching. The run goes on. */
  close: () => void;
}

interface RunnerOptions {
  /** The program's own script, as Node starts it. */
  program: string;
  now: () => number;
  /** Hears each new state. @param ended the run has ended since the last one */
  onState: (state: RunState, ended: boolean) => void;
  /** Hears that a run has counted what it has read so far. */
  onProvisional: () => void;
}

/** Milliseconds between two looks at the status that a run keeps. */
const lookEvery = 500;

const logFolder = '.target-resources';
const logPath = join(logFolder, 'app-run.log');

/** Commands that keep a status of their run. */
const reading = new Set(['analyze', 'report']);

/** Ends by a signal: somebody wanted a pause. */
const bySignal = new Set([129, 130, 131, 143]);

/** Whether a run is going on, also one that is about to end. */
export const isGoingOn = ({ phase }: Pick<RunState, 'phase'>): boolean => phase === 'running' || phase === 'pausing';

export function createRunner({ program, now, onState, onProvisional }: RunnerOptions): Runner {
  /** The run of this server; `exitCode` once it has ended. */
  let own: { pid: number; startedAt: number; exitCode: number | null } | null = null;
  let isPausing = false;
  let starts: Starts = new Map();
  let told = '';
  let wasGoing = false;
  let countedAt: string | null = null;

  function state(): RunState {
    const latest = latestRun();
    const isOwn = own !== null && latest?.process === own.pid;
    const isStarting = own !== null && own.exitCode === null && isEarlier(latest, own);
    const status = isStarting ? null : latest;
    starts = startedWith(starts, status, now());
    const phase = isStarting ? goingPhase() : phaseOf(status);
    return {
      phase,
      status,
      secondsLeft: status?.phase === 'running' ? secondsLeft(starts, status, now()) : {},
      isForeign: status?.phase === 'running' && !isOwn,
      failure: phase === 'failed' ? lastWords() : null,
    };
  }

  const goingPhase = (): RunState['phase'] => (isPausing ? 'pausing' : 'running');

  function phaseOf(status: LatestRun | null): RunState['phase'] {
    // It ended before it had anything to tell: the input, a setting, or the state in use.
    if (own !== null && own.exitCode !== null && isEarlier(status, own))
      return bySignal.has(own.exitCode) ? 'paused' : 'failed';
    if (status === null) return 'none';
    if (status.phase === 'running') return goingPhase();
    if (status.phase === 'killed') return isPausing ? 'paused' : 'killed';
    if (status.exitCode === 0) return 'complete';
    if (status.exitCode === 3) return 'incomplete';
    return bySignal.has(status.exitCode ?? 0) ? 'paused' : 'failed';
  }

  function look(): void {
    const present = state();
    const isGoing = isGoingOn(present);
    const text = JSON.stringify(present);
    const ended = wasGoing && !isGoing;
    wasGoing = isGoing;
    if (isGoing) lookAtCounts();
    if (text === told) return;
    told = text;
    onState(present, ended);
  }

  function lookAtCounts(): void {
    const at = orNull(() => provisionalRanking(settingsFrom({})))?.at ?? null;
    if (at !== null && at !== countedAt) onProvisional();
    countedAt = at;
  }

  const timer = setInterval(look, lookEvery);
  timer.unref();

  return {
    state,
    start() {
      if (isGoingOn(state())) throw new Refusal(409, 'run_goes_on', 'a run is going on already');
      isPausing = false;
      mkdirSync(logFolder, { recursive: true });
      const log = openSync(logPath, 'w', 0o600);
      // Detached and with a file for its words: neither Ctrl-C nor the end of the server ends it.
      const child = spawn(process.execPath, [program, 'analyze', '--log', 'json'], {
        detached: true,
        stdio: ['ignore', 'ignore', log],
        windowsHide: true,
      });
      closeSync(log);
      const run = { pid: child.pid ?? 0, startedAt: now(), exitCode: null as number | null };
      own = run;
      child.once('error', () => (run.exitCode = 1));
      child.once('exit', (code) => {
        run.exitCode = code ?? 1;
        look();
      });
      child.unref();
      look();
      return state();
    },
    pause() {
      const present = state();
      if (!isGoingOn(present)) return present;
      const pid = present.status?.process ?? own?.pid ?? 0;
      if (pid !== own?.pid && isStrange(pid))
        throw new Refusal(
          409,
          'no_run',
          `the run was killed, and process ${pid} is another program by now: start anew`,
        );
      isPausing = true;
      interrupt(pid);
      look();
      return state();
    },
    close: () => clearInterval(timer),
  };
}

/** Numbers of processes are given anew: after a crash another program may have that of the run. */
function isStrange(pid: number): boolean {
  const started = argumentsOf(pid);
  return started !== null && !started.some((each) => reading.has(each));
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    // It has ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Whether what is told is of a run before this one, which has not told anything yet. */
const isEarlier = (status: LatestRun | null, run: { pid: number; startedAt: number }): boolean =>
  status === null || (status.process !== run.pid && Date.parse(status.startedAt) < run.startedAt);

const latestRun = (): LatestRun | null => orNull(() => readRunStatus(settingsFrom({})));

function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** What the run said last, which is why it ended. */
function lastWords(): ApiFailure['error'] {
  const lines = logged().trimEnd().split('\n');
  for (const line of lines.toReversed().slice(0, 50)) {
    const told = errorIn(line);
    if (told) return told;
  }
  return { code: 'failed', message: lines.at(-1)?.trim() || 'the run ended without a word: start it again' };
}

function logged(): string {
  try {
    return readFileSync(logPath, 'utf8');
  } catch {
    // It was deleted, or cannot be read: no words are left.
    return '';
  }
}

function errorIn(line: string): ApiFailure['error'] | null {
  try {
    const { error } = JSON.parse(line) as { error?: { code?: unknown; message?: unknown } };
    return error ? { code: String(error.code), message: String(error.message) } : null;
  } catch {
    return null;
  }
}
