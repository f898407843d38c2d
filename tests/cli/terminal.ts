import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../src/cli.ts';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs one command in this process and keeps what it prints. */
export async function command(args: string[], stdin = ''): Promise<Ended> {
  const printed = { stdout: '', stderr: '' };
  const writer = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const code = await run(args, { stdin: Readable.from([stdin]), stdout: writer('stdout'), stderr: writer('stderr') });
  return { code, ...printed };
}

/** A folder of its own as the current one, for every test of a file. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-cli-'));
  const before = process.cwd();
  beforeAll(() => process.chdir(folder));
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });
  return folder;
}
