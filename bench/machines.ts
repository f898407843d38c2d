import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../tests/real/postgres.ts';
import { crowdOf, recipes, serveShared, siteHost } from '../tests/real/shared-hosts.ts';
import { connectFlags } from '../tests/helpers/connect-flags.ts';

/** How much faster lists come with each further machine, where a limit by address binds; against a real PostgreSQL. */

const clients = 400;
/** Requests a second that the site allows an address: few, so that this machine's cores do not bind. */
const perSecond = 5;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-machines-'));
const crowd = crowdOf(clients, 0);
const postgres = await startPostgres();
const hosts = await serveShared(crowd, 20);
const [site] = recipes.sites;
const people = crowd.site.people.map(({ name }) => `${name},https://${siteHost}/people/${name}`);
writeFileSync(join(folder, 'clients.csv'), `customer,profile\n${people.join('\n')}\n`);
writeFileSync(
  join(folder, 'sites.json'),
  JSON.stringify({ sites: [{ ...site, pace: { requests: perSecond, seconds: 1 } }] }),
);

const secrets = { PGPASSWORD: postgres.password, TARGET_RESOURCES_SECRET: 'a secret of this measurement' };
const ways = connectFlags(hosts.connectTo);

function launch(args: string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...args], { cwd: folder, env: { ...process.env, ...secrets }, stdio: 'ignore' });
}

/** What the nth machine has of its own. */
const own = (at: number): string[] => ['--local-address', `127.0.0.${at + 2}`, '--sites', 'sites.json', ...ways];

/** Requests a second, from when all machines ask until nine of ten were sent: the rest is not enough for all. */
async function rateWith(machines: number): Promise<number> {
  hosts.asked.length = 0;
  const working = Array.from({ length: machines }, (_, at) => launch(['work', '--state', postgres.url, ...own(at)]));
  const run = [
    'analyze',
    'clients.csv',
    '--sites',
    'sites.json',
    '--third-party',
    'ignore',
    '--output',
    `with-${machines}`,
  ];
  const coordinator = launch([...run, '--state', postgres.url, '--state-file', `with-${machines}.sqlite`]);
  await once(coordinator, 'exit');
  for (const each of working) each.kill();
  await Promise.all(working.map((each) => once(each, 'exit')));
  const asked = hosts.asked.filter(({ host }) => host === siteHost);
  const first = new Map<string, number>();
  for (const { from, at } of asked) first.set(from, first.get(from) ?? at);
  const begin = Math.max(...first.values());
  const end = asked[Math.floor(asked.length * 0.9)]?.at ?? 0;
  return (asked.filter(({ at }) => at >= begin && at < end).length * 1000) / (end - begin);
}

try {
  let alone = 0;
  for (const machines of [1, 2, 3]) {
    const rate = await rateWith(machines);
    alone ||= rate;
    const each = machines === 1 ? '' : `, ${((rate / alone - 1) / (machines - 1)).toFixed(2)} for each further one`;
    process.stdout.write(`${machines} machines: ${rate.toFixed(1)} requests/s${each}\n`);
  }
} finally {
  hosts.close();
  postgres.stop();
  rmSync(folder, { recursive: true });
}
