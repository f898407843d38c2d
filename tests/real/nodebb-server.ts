import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NotAvailable } from './available.ts';
import { installPackage, isInstalled } from './debian.ts';
import { freePort } from './ports.ts';

export interface NodebbSeed {
  theme: 'nodebb-theme-harmony' | 'nodebb-theme-persona';
  /** `crowd`: followers that are no users of the seed. Bans and deletions come last, when everything else is there. */
  users: { name: string; crowd?: number; state?: 'banned' | 'deleted' }[];
  follows: { from: string; to: string[] }[];
  /** `private`: joined with an owner's consent; `hidden`: shown to members only. `crowd` as of users. */
  groups: {
    name: string;
    description: string;
    kind: 'open' | 'private' | 'hidden';
    members: string[];
    crowd?: number;
  }[];
  topics: Topic[];
  /** Rooms whose topics only members of the forum may read. */
  membersOnly: string[];
  /** Guests may see neither users nor groups. */
  guestsSeeNobody?: true;
}

export interface Message {
  id: string;
  by: string;
  text: string;
  /** ISO 8601. */
  at: string;
}

export interface Topic extends Message {
  room: string;
  title: string;
  replies?: Message[];
}

export interface Nodebb {
  origin: string;
  /** What the server calls the seed's users and posts. */
  users: Record<string, number>;
  posts: Record<string, number>;
  stop(): Promise<void>;
}

const seedScript = fileURLToPath(new URL('servers/nodebb/seed.mjs', import.meta.url));
const run = promisify(execFile);

/**
 * A real NodeBB with this seed in it, which takes itself for `https://<host>`.
 * @param checkout folder of NodeBB's sources with their packages installed; only `build` in it is written
 * @throws NotAvailable
 */
export async function startNodebb(checkout: string, host: string, seed: NodebbSeed): Promise<Nodebb> {
  const folder = resolve(checkout);
  const node = nodeFor(folder);
  if (!isInstalled('redis-server', '--version')) installPackage('redis-server');

  const scratch = mkdtempSync(join(tmpdir(), 'nodebb-'));
  const [port, redisPort] = [await freePort(), await freePort()];
  const redisArgs = ['--bind', '127.0.0.1', '--port', String(redisPort), '--dir', scratch, '--save', ''];
  const started = [spawn('redis-server', redisArgs, { stdio: 'ignore' })];
  const stop = async (): Promise<void> => {
    for (const child of started.toReversed().filter(({ exitCode }) => exitCode === null)) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(scratch, { recursive: true });
  };

  try {
    await until('Redis listens', () => listens(redisPort));
    const config = join(scratch, 'config.json');
    const seedFile = join(scratch, 'seed.json');
    writeFileSync(seedFile, JSON.stringify(seed));
    // NodeBB takes every variable of the environment for a setting.
    const where = { cwd: folder, env: { PATH: process.env['PATH'] ?? '', HOME: scratch }, maxBuffer: 2 ** 26 };
    const app = (...args: string[]): string[] => ['app.js', `--config=${config}`, ...args];

    await run(node, app('--skip-build', `--setup=${JSON.stringify(setupFor(host, port, redisPort))}`), where);
    const { stdout } = await run(node, [seedScript, folder, config, seedFile], where);
    // The pages need no more: styles and scripts of the theme are for browsers.
    await run(node, app('--build=tpl,lang'), where);

    const server = spawn(node, app('--bind_address=127.0.0.1', `--port=${port}`), { ...where, stdio: 'ignore' });
    started.push(server);
    await until('NodeBB listens', () => {
      if (server.exitCode !== null) throw new Error(`NodeBB ended with exit code ${server.exitCode}`);
      return listens(port);
    });
    const names: Pick<Nodebb, 'users' | 'posts'> = JSON.parse(stdout);
    return { ...names, origin: `http://127.0.0.1:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** NodeBB 4.15 wants Node 22, which its folder may bring: `npm i node@22`. */
function nodeFor(checkout: string): string {
  for (const needed of ['app.js', 'node_modules/nconf']) {
    if (!existsSync(join(checkout, needed))) throw new NotAvailable(`${checkout} holds no ${needed}`);
  }
  const own = join(checkout, 'node_modules/node/bin/node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  throw new NotAvailable(`NodeBB wants Node 22: npm i node@22 in ${checkout}`);
}

const setupFor = (host: string, port: number, redisPort: number): Record<string, string | number> => ({
  url: `https://${host}`,
  port: String(port),
  secret: 'of-a-test',
  submitPluginUsage: 'no',
  'admin:username': 'admin',
  'admin:password': 'lawnmower-42',
  'admin:password:confirm': 'lawnmower-42',
  'admin:email': `admin@${host}`,
  database: 'redis',
  'redis:host': '127.0.0.1',
  'redis:port': redisPort,
  'redis:password': '',
  'redis:database': 0,
});

function listens(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => settle(true)));
    socket.once('error', () => settle(false));
  });
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const patience = 180_000;
  for (const begun = Date.now(); Date.now() - begun < patience; await sleep(100)) if (await isSo()) return;
  throw new Error(`waited in vain until ${what}`);
}
