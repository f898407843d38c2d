import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(import.meta.dirname, '../../dist/cli.js');

/** The program with its page, in a process of its own. */
export interface AppProgram {
  /** With the token of this start. */
  address: string;
  /** Ends it as a machine that loses its power would. */
  kill: () => Promise<void>;
}

/** Loaded before a program: its clock goes on by a tenth of a second with each look, so that nobody waits for seconds. */
const hastyClock = `data:text/javascript,${encodeURIComponent(`
  const { now } = Date;
  let ahead = 0;
  Date.now = () => now() + (ahead += 100);`)}`;

/**
 * Starts `target-resources app` in a folder.
 * @param clock `hasty`: for it and its runs, seconds pass with what is done
 * @throws Error where it ends before it says its address
 */
export async function startProgram(folder: string, clock: 'wall' | 'hasty' = 'wall'): Promise<AppProgram> {
  const child = spawn(process.execPath, [program, 'app', folder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...surroundings(folder), ...(clock === 'hasty' && { NODE_OPTIONS: `--import ${hastyClock}` }) },
  });
  return { address: await addressOf(child), kill: () => killed(child) };
}

/** Runs another command in the folder, as a person does in a terminal. @throws Error where it ends with another code than 0 */
export function runProgram(folder: string, args: string[]): void {
  execFileSync(process.execPath, [program, ...args], { cwd: folder, stdio: 'pipe', env: surroundings(folder) });
}

const surroundings = (folder: string): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: folder });

async function addressOf(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the program has no output');
  let said = '';
  stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  for await (const line of createInterface({ input: stdout })) return line;
  throw new Error(`the program ended: ${said}`);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
