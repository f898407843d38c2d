import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from './available.ts';
import { browsers, canSeeProcesses, processesUnder, runs } from './processes.ts';
import { type Surroundings, ownSurroundings, pageWith } from './site.ts';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 60_000, interval: 20 });

/** A run that draws a page which never shows its list, in a folder of its own for temporary files. */
async function runOf(surroundings: Surroundings, folder: string): Promise<ChildProcess> {
  let isDrawn = false;
  const { host } = surroundings.site({
    '/@dora/groups': pageWith(`fetch('/drawn')`),
    '/drawn': () => {
      isDrawn = true;
    },
  });
  const groups = { page: '/@{name}/groups', list: 'ul', item: 'li', link: 'a', empty: '.none' };
  const site = {
    id: 'yard',
    title: 'Yard',
    host,
    rendered: true,
    profile: '/@{name}',
    follows: [groups],
    resources: [{ address: '/groups/{name}', title: 'h1' }],
  };
  writeFileSync(join(folder, 'sites.json'), JSON.stringify({ sites: [site] }));
  writeFileSync(join(folder, 'clients.csv'), `customer,profile\nDora,https://${host}/@dora\n`);
  const to = `${host}=http://127.0.0.1:${surroundings.port()}`;
  const args = ['--sites', 'sites.json', '--output', 'out', '--state', 'state.sqlite', '--connect-to', to];
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, cli, 'analyze', 'clients.csv', ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: join(folder, 'tmp') },
  });
  await until(() => isDrawn);
  return child;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-left-'));
  mkdirSync(join(folder, 'tmp'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What lies there, but for what the runner of TypeScript keeps. */
const left = (folder: string): string[] =>
  readdirSync(join(folder, 'tmp')).filter((name) => !/^(?:tsx|node)-/.test(name));

describe.skipIf(browser === null || !canSeeProcesses)('of a browser', () => {
  it.each<[string, NodeJS.Signals[], number[]]>([
    ['SIGINT', ['SIGINT'], [130]],
    ['two SIGINT', ['SIGINT', 'SIGINT'], [130]],
    ['SIGTERM', ['SIGTERM'], [143]],
    ['SIGHUP', ['SIGHUP'], [129]],
    ['SIGQUIT', ['SIGQUIT'], [131]],
    // Of two at once the system may hand over either first.
    ['SIGTERM behind SIGINT', ['SIGINT', 'SIGTERM'], [130, 143]],
  ])('nothing is left after %s', { timeout: 120_000 }, async (_, signals, exitCodes) => {
    const folder = newFolder();
    const child = await runOf(await ownSurroundings(), folder);
    const processes = processesUnder(child.pid ?? 0).map(({ id }) => id);
    expect(browsers(child.pid)).toHaveLength(1);
    expect(left(folder)).not.toEqual([]);
    const exited = once(child, 'exit');
    for (const signal of signals) child.kill(signal);
    expect(exitCodes).toContain((await exited)[0]);
    expect(left(folder)).toEqual([]);
    await until(() => !processes.some(runs));
  });

  it('what a killed run left goes with the next one', { timeout: 120_000 }, async () => {
    const folder = newFolder();
    const surroundings = await ownSurroundings();
    const killed = await runOf(surroundings, folder);
    const processes = processesUnder(killed.pid ?? 0).map(({ id }) => id);
    killed.kill('SIGKILL');
    await until(() => !processes.some(runs));
    expect(left(folder)).not.toEqual([]);
    const next = await runOf(surroundings, folder);
    expect(left(folder).some((name) => name.includes(`-${killed.pid}-`))).toBe(false);
    const exited = once(next, 'exit');
    next.kill('SIGTERM');
    await exited;
    expect(left(folder)).toEqual([]);
  });
});
