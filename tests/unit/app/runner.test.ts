import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunState } from '../../../src/app/api.ts';
import { type Runner, createRunner } from '../../../src/app/runner.ts';
import type { RunStatus } from '../../../src/types/run-status.ts';
import { ownFolder } from '../../cli/terminal.ts';

ownFolder();

let others: ChildProcess[] = [];
let runner: Runner;

const nothing = (): void => undefined;

beforeEach(() => {
  runner = createRunner({ program: '', now: Date.now, onState: nothing, onProvisional: nothing });
});
afterEach(() => {
  runner.close();
  for (const each of others) each.kill('SIGKILL');
  others = [];
  rmSync('.target-resources', { recursive: true, force: true });
});

/** A process that the status names as that of a run. */
async function startOther(argument: string): Promise<ChildProcess> {
  const waits = "console.log('up'); setInterval(() => {}, 1000)";
  const other = spawn(process.execPath, ['-e', waits, argument], { stdio: ['ignore', 'pipe', 'ignore'] });
  others.push(other);
  if (other.stdout) await once(other.stdout, 'data');
  const status: RunStatus = {
    schema: 1,
    generator: '0.1.0',
    process: other.pid ?? 0,
    startedAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
    endedAt: null,
    exitCode: null,
    work: [],
    hosts: [],
    waits: [],
  };
  mkdirSync('.target-resources', { recursive: true });
  writeFileSync('.target-resources/state.sqlite.run.json', JSON.stringify(status));
  return other;
}

describe.skipIf(process.platform === 'win32')('starting a run', () => {
  test('is refused while another one has the state', async () => {
    await startOther('analyze');
    expect(() => runner.start()).toThrow('a run is going on already');
  });

  test('keeps what it says for its owner alone', () => {
    runner.start();
    expect(statSync('.target-resources/app-run.log').mode & 0o777).toBe(0o600);
  });

  test('ends with a reason of its own where what it said was deleted', async () => {
    runner.close();
    const told = new Promise<RunState>((tell) => {
      const onState = (state: RunState, ended: boolean): void => {
        if (ended) tell(state);
      };
      runner = createRunner({ program: 'no-such-program.js', now: Date.now, onState, onProvisional: nothing });
    });
    runner.start();
    rmSync('.target-resources', { recursive: true });
    expect(await told).toMatchObject({
      phase: 'failed',
      failure: { message: 'the run ended without a word: start it again' },
    });
  });
});

describe.skipIf(process.platform === 'win32')('pausing a run that another start began', () => {
  test('interrupts its process', async () => {
    const other = await startOther('analyze');
    const ended = once(other, 'exit');
    expect(runner.state()).toMatchObject({ phase: 'running', isForeign: true });
    expect(runner.pause().phase).toBe('pausing');
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(runner.state().phase).toBe('paused');
  });

  test('leaves a program alone that has its number by now', async () => {
    const other = await startOther('payroll');
    const { pid } = other;
    expect(() => runner.pause()).toThrow(`process ${pid} is another program by now`);
    expect(runner.state().phase).toBe('running');
    other.kill('SIGTERM');
    expect(await once(other, 'exit')).toEqual([null, 'SIGTERM']);
  });
});
