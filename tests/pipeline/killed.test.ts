import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crowdOf } from '../helpers/crowd.ts';
import { type Asked, type DemoNetwork, startDemoNetwork } from '../../src/demo/server.ts';
import { openStore } from '../../src/state/store.ts';
import { seeded } from '../unit/stages/fake-network.ts';

const crowd = crowdOf({
  customers: 6,
  follows: 170,
  resources: 300,
  networks: ['bluesky', 'mastodon'],
  servers: 2,
  today: Date.now(),
});
const folder = mkdtempSync(join(tmpdir(), 'target-resources-killed-'));
const customers = join(folder, 'customers.csv');
let network: DemoNetwork;
let heard = (): void => undefined;

beforeAll(async () => {
  network = await startDemoNetwork(crowd.world, { heard: () => heard() });
  writeFileSync(
    customers,
    `customer,profile\n${crowd.customers.map(({ key, profiles }) => `${key},${profiles.join(' ')}\n`).join('')}`,
  );
});

afterAll(async () => {
  await network.close();
  rmSync(folder, { recursive: true });
});

function start(run: string): ChildProcess {
  const connections = Object.entries(network.connectTo).flatMap(([host, origin]) => [
    '--connect-to',
    `${host}=${origin}`,
  ]);
  const files = ['--state', join(folder, run, 'state.sqlite'), '--output', join(folder, run, 'output')];
  const asking = ['analyze', customers, '--top', '10', '--link', 'https://shop.example/', ...files, ...connections];
  return spawn(process.execPath, [join(import.meta.dirname, '../../dist/cli.js'), ...asking], {
    cwd: folder,
    stdio: 'ignore',
  });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

/** Runs until the servers have been asked so many times, then kills with SIGKILL. Whether the kill came in time. */
async function killAfter(requests: number, run: string): Promise<boolean> {
  const before = network.requests().length;
  const child = start(run);
  heard = () => {
    if (network.requests().length - before >= requests) child.kill('SIGKILL');
  };
  const code = await ended(child);
  heard = () => undefined;
  return code === null;
}

function outputsOf(run: string): Record<string, string> {
  const output = join(folder, run, 'output');
  return Object.fromEntries(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'latin1')]),
  );
}

/** Addresses of follow lists that the state holds whole. */
async function storedLists(run: string): Promise<string[]> {
  const store = openStore(join(folder, run, 'state.sqlite'), { now: Date.now, sleep: () => Promise.resolve() });
  const whole = crowd.world.accounts.filter(({ id, server, follows }) => {
    const profile = { network: server === 'public.api.bsky.app' ? 'bluesky' : 'mastodon', id, ref: '', host: server };
    return follows.length > 0 && store.list(profile) !== null;
  });
  store.close();
  return whole.map(({ id }) => id);
}

test('killed with SIGKILL at 20 moments and run again: the same bytes, and no stored list is asked for again', async () => {
  const beforeAny = network.requests().length;
  expect(await ended(start('undisturbed'))).toBe(0);
  const undisturbed = outputsOf('undisturbed');
  const total = network.requests().length - beforeAny;
  expect(total).toBeGreaterThan(50);
  const random = seeded(7);
  let inTime = 0;
  for (let round = 0; round < 20; round++) {
    const run = `killed-${round}`;
    mkdirSync(join(folder, run));
    if (await killAfter(1 + Math.floor(random() * total), run)) inTime += 1;
    const stored = await storedLists(run);
    const before = network.requests().length;
    expect(await ended(start(run)), run).toBe(0);
    expect(outputsOf(run), run).toEqual(undisturbed);
    const again = network
      .requests()
      .slice(before)
      .filter((asked) => stored.some((id) => isListOf(id, asked)));
    expect(again, run).toEqual([]);
  }
  expect(inTime).toBeGreaterThan(15);
  const before = network.requests().length;
  expect(await ended(start('undisturbed'))).toBe(0);
  expect(network.requests().length, 'a second run asks nothing').toBe(before);
  expect(outputsOf('undisturbed')).toEqual(undisturbed);
}, 240_000);

/** Bluesky lists are asked for by DID; the fediverse's by the server's own id, which a lookup by name comes before. */
function isListOf(id: string, { path, query }: Asked): boolean {
  const account = crowd.world.accounts.find((each) => each.id === id);
  const asked = new URLSearchParams(query);
  return path.endsWith('getFollows')
    ? asked.get('actor') === id
    : path.endsWith('/lookup') && asked.get('acct') === account?.name;
}
