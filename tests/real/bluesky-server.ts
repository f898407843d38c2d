import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Names } from './answer.ts';
import { NotAvailable } from './available.ts';
import type { Seed } from './bluesky-seed.ts';
import { freePort } from './ports.ts';

export interface Bluesky extends Names {
  /** Origin of the AppView. */
  appview: string;
  milliseconds: { boot: number; seed: number };
  stop(): Promise<void>;
}

const folder = fileURLToPath(new URL('servers/bluesky/', import.meta.url));

/** The real Bluesky stack with this seed in it, ready to be asked. @throws NotAvailable */
export async function startBluesky(seed: Seed): Promise<Bluesky> {
  install();
  const scratch = mkdtempSync(join(tmpdir(), 'seed-'));
  const seedFile = join(scratch, 'seed.json');
  writeFileSync(seedFile, JSON.stringify(seed));
  const port = await freePort([-2, -1, 3, 6]);
  const node = join(folder, 'node_modules/.bin/node');
  const server = spawn(node, [join(folder, 'serve.mjs'), seedFile, String(port)], { stdio: 'pipe' });
  let complaints = '';
  server.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const ended = once(server, 'exit').then(() => {
    throw new Error(`the Bluesky stack did not start:\n${complaints}`);
  });
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const line = await Promise.race([lines.next(), ended]);
  rmSync(scratch, { recursive: true });
  const ready: Omit<Bluesky, 'stop'> = JSON.parse(line.value ?? '');
  return {
    ...ready,
    stop: async () => {
      server.stdin.end();
      await ended.catch(() => {});
    },
  };
}

/** Installs the stack's own packages, once for each state of its lock file. */
function install(): void {
  const lock = join(folder, 'package-lock.json');
  const installed = join(folder, 'node_modules/.installed-lock.json');
  const wanted = readFileSync(lock);
  if (existsSync(installed) && readFileSync(installed).equals(wanted)) return;
  process.stderr.write('installing the Bluesky stack (about a minute, 700 MB)\n');
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    throw new NotAvailable('its packages cannot be installed', { cause: error });
  }
  writeFileSync(installed, wanted);
}
