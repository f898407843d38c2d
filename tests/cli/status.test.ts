import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoNetwork } from '../../src/demo/server.ts';
import { storyOf } from '../../src/demo/story.ts';
import { connectFlags } from '../helpers/connect-flags.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'dist/cli.js');
const folders: string[] = [];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'status-'));
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

function typed(...args: string[]): { code: number; stdout: string; stderr: string } {
  try {
    return {
      code: 0,
      stdout: execFileSync(process.execPath, [program, ...args], { cwd: folder, stdio: 'pipe' }).toString(),
      stderr: '',
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer };
    return { code: status, stdout: stdout.toString(), stderr: stderr.toString() };
  }
}

const follows =
  'customer,resource,title,subscribers\nAnna,https://slate.example/,The Slate,9000\nBo,https://slate.example/,,\n';

describe('the status of a run', () => {
  test('before any run: told', () => {
    expect(typed('status')).toMatchObject({ code: 2, stderr: expect.stringContaining('the state holds no run') });
  });

  test('a run that has ended, with its exit code and its metrics', () => {
    mkdirSync(join(folder, 'input'));
    writeFileSync(join(folder, 'input/follows.csv'), follows);
    expect(typed('analyze', '--metrics', 'numbers/run.prom').code).toBe(0);
    expect(typed('status').stdout).toMatch(/^ended \d{4}-\d\d-\d\d \d\d:\d\d UTC with exit code 0: complete$/m);
    expect(JSON.parse(typed('status', '--json').stdout)).toMatchObject({ phase: 'ended', exitCode: 0, schema: 1 });
    const metrics = readFileSync(join(folder, 'numbers/run.prom'), 'utf8');
    expect(metrics).toContain('target_resources_run_exit_code 0\n');
    expect(metrics).toContain('target_resources_resources{verdict="review"} 1\n');
    expect(metrics, 'nobody is named').not.toMatch(/Anna|slate/);
    expect(statSync(join(folder, '.target-resources/state.sqlite.run.json')).mode & 0o777).toBe(0o600);
  });

  test('a run that mends nothing is in the metrics, too', () => {
    expect(typed('analyze', 'absent.csv', '--metrics', 'run.prom').code).toBe(2);
    expect(readFileSync(join(folder, 'run.prom'), 'utf8')).toContain('target_resources_run_exit_code 2\n');
  });

  test('a run that works, one beside it that finds the state in use, and one that was killed', async () => {
    const network = await startDemoNetwork(storyOf(new Date()));
    const child = spawn(
      process.execPath,
      [
        program,
        'analyze',
        join(root, 'input/customers.csv'),
        ...connectFlags(network.connectTo),
        // Nobody answers there: the run waits.
        '--connect-to',
        'public.api.bsky.app=http://127.0.0.1:9',
      ],
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = new Promise((resolve) => child.once('close', resolve));
    await new Promise<void>((resolve) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (piece: string) => {
        said += piece;
        if (/profiles read/.test(said)) resolve();
      });
    });
    expect(typed('status').stdout).toMatch(/^running since .* \(process \d+\)$/m);
    expect(typed('report')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('another run is using this state'),
    });
    expect(typed('status').stdout, 'the other run left it alone').toMatch(/^running since/);
    child.kill('SIGKILL');
    await ended;
    await network.close();
    expect(typed('status').stdout).toMatch(/^ended without a word after /);
  });

  test('a file that is none: told', () => {
    mkdirSync(join(folder, '.target-resources'));
    writeFileSync(join(folder, '.target-resources/state.sqlite.run.json'), '{"schema":1,"work":"__proto__"}');
    expect(typed('status')).toMatchObject({ code: 2, stderr: expect.stringContaining('not the status of a run') });
  });
});

const scheduled = (name: string): string => readFileSync(join(root, 'docs/scheduled', name), 'utf8');

/** The program by its name, in a folder of its own; a home with the folder `clients`. */
function home(): { env: NodeJS.ProcessEnv; clients: string } {
  const bin = join(folder, 'bin');
  const clients = join(folder, 'clients');
  mkdirSync(bin);
  mkdirSync(join(clients, 'input'), { recursive: true });
  writeFileSync(join(bin, 'target-resources'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(bin, 'target-resources'), 0o755);
  writeFileSync(join(clients, 'input/follows.csv'), follows);
  return { env: { HOME: folder, PATH: [bin, '/usr/bin', '/bin'].join(delimiter) }, clients };
}

function expectRefreshed(clients: string): void {
  expect(readFileSync(join(clients, 'output/target-resources.prom'), 'utf8')).toContain('run_exit_code 0');
  expect(readFileSync(join(clients, 'output/candidates.csv'), 'utf8')).toContain('The Slate');
}

describe.skipIf(process.platform === 'win32')('the files for scheduled use', () => {
  test('the systemd service does its work in its folder', () => {
    const { env, clients } = home();
    const unit = new Map(
      scheduled('target-resources.service')
        .split('\n')
        .filter((each) => /^\w+=/.test(each))
        .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] as const),
    );
    expect(unit.get('WorkingDirectory')?.replace('%h', folder)).toBe(clients);
    execFileSync('/bin/sh', ['-c', unit.get('ExecStart') ?? 'false'], { cwd: clients, env, stdio: 'pipe' });
    expectRefreshed(clients);
    expect(unit.get('SuccessExitStatus')).toBe('3 4');
    expect(scheduled('target-resources.timer')).toMatch(/^OnCalendar=Mon 06:30$/m);
  });

  test('the line for cron does its work with what cron gives', () => {
    const { env, clients } = home();
    const line =
      scheduled('crontab')
        .split('\n')
        .find((each) => /^\d/.test(each)) ?? '';
    const command = line.split(' ').slice(5).join(' ');
    expect(command, 'cron takes % for a line end').not.toContain('%');
    execFileSync('/bin/sh', ['-c', command], { cwd: dirname(clients), env, stdio: 'pipe' });
    expectRefreshed(clients);
    for (const each of readFileSync(join(clients, 'runs.jsonl'), 'utf8').trim().split('\n')) JSON.parse(each);
  });
});
