import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotAvailable } from './available.ts';
import { freePort } from './ports.ts';

export interface Postgres {
  /** Without the password. */
  url: string;
  password: string;
  /** Ends every connection, as a crash does, and comes back. */
  restart(): void;
  stop(): void;
}

const versions = '/usr/lib/postgresql';

/** A database server of its own, in a temporary folder, on a free port of loopback. @throws NotAvailable */
export async function startPostgres(): Promise<Postgres> {
  const bin = binaries();
  const owner = ownerOfServers();
  const folder = mkdtempSync(join(tmpdir(), 'real-postgres-'));
  const password = 'a password of this suite';
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [folder, passwordFile]) if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid ?? 0);
  const data = join(folder, 'data');
  const port = await freePort();
  const run = (program: string, ...args: string[]): void => {
    execFileSync(join(bin, program), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=16MB`;
  const control = (...args: string[]): void =>
    run('pg_ctl', '-D', data, '-w', '-s', '-o', options, '-l', join(folder, 'log'), ...args);
  run('initdb', '-D', data, '-U', 'suite', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '-N');
  control('start');
  return {
    url: `postgres://suite@127.0.0.1:${port}/postgres`,
    password,
    restart: () => control('-m', 'immediate', 'restart'),
    stop() {
      control('-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true });
    },
  };
}

function binaries(): string {
  const installed = existsSync(versions) ? readdirSync(versions).filter((name) => /^\d+$/.test(name)) : [];
  const newest = installed.toSorted((a, b) => Number(b) - Number(a))[0];
  const path = newest === undefined ? '' : join(versions, newest, 'bin');
  if (!existsSync(join(path, 'initdb'))) throw new NotAvailable('install it: apt-get install postgresql');
  return path;
}

/** PostgreSQL does not run as root: there it runs as the user that its package made. */
function ownerOfServers(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOfUser('-u'), gid: idOfUser('-g') };
}

const idOfUser = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
