import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NotAvailable } from './available.ts';

const sources = '/etc/apt/sources.list.d/debian.sources';

/** Whether a program can be started. */
export const isInstalled = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).error === undefined;

/**
 * Installs a Debian package; an administrator's run can.
 * @param suite where the package comes from, if not from the release itself
 * @throws NotAvailable
 */
export function installPackage(name: string, suite?: 'bookworm-backports'): void {
  const wanted = suite ? `${name}/${suite}` : name;
  if (process.getuid?.() !== 0) throw new NotAvailable(`install it: apt-get install ${wanted}`);
  if (!existsSync(sources)) throw new NotAvailable(`there is no ${sources}: this is not Debian`);
  process.stderr.write(`installing ${wanted}\n`);
  if (suite) addSuite(suite);
  apt('update');
  apt('install', '-y', '--no-install-recommends', wanted);
}

function apt(...args: string[]): void {
  const { status, stderr } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new NotAvailable(`apt-get ${args.join(' ')} failed: ${stderr}`);
}

/** Adds the suite to Debian's own stanza, unless it is there. */
function addSuite(suite: string): void {
  const text = readFileSync(sources, 'utf8');
  if (text.includes(suite)) return;
  const more = text.replace(/^Suites:(?=.*\bbookworm\b(?!-)).*$/m, (line) => `${line} ${suite}`);
  if (more === text) throw new NotAvailable(`${sources} has no bookworm`);
  writeFileSync(sources, more);
}
