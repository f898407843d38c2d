import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** Origin of the directory of accounts. */
  directory: string;
  /** The server that holds the accounts: the host by which the directory calls it, and its origin. */
  server: { host: string; origin: string };
  milliseconds: { boot: number; seed: number };
  stop(): Promise<void>;
}

const source = fileURLToPath(new URL('servers/bluesky/', import.meta.url));

/** The real Bluesky stack with this seed in it, ready to be asked. @throws NotAvailable */
export async function startBluesky(seed: Seed): Promise<Bluesky> {
  const folder = install();
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
  if (line.done) await ended;
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

/**
 * Installs the stack's own packages, once for each state of its files, and says where. PostgreSQL does not run as root,
 * and another user may not be allowed into the checkout: so they go where everybody may look.
 */
function install(): string {
  const files = ['package.json', 'package-lock.json', 'serve.mjs'].map(
    (name) => [name, readFileSync(join(source, name))] as const,
  );
  const state = files.reduce((hash, [, content]) => hash.update(content), createHash('sha256')).digest('hex');
  const folder = join(tmpdir(), `bluesky-stack-${state.slice(0, 12)}`);
  const done = join(folder, '.installed');
  if (existsSync(done)) return folder;
  process.stderr.write('installing the Bluesky stack (about a minute, 700 MB)\n');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    throw new NotAvailable('its packages cannot be installed', { cause: error });
  }
  writeFileSync(done, '');
  return folder;
}
