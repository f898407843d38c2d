import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDemoNetwork } from '../src/demo/server.ts';
import type { Account } from '../src/demo/world.ts';
import { analyze, settings } from '../src/index.ts';
import type { Clock, Row } from '../src/types.ts';
import { type Crowd, crowdOf } from './crowd.ts';

/** Requests issued and the least number with which the same could be known. */
export interface Requests {
  network: string;
  lists: { issued: number; least: number };
  all: { issued: number; least: number };
}

const today = Date.parse('2026-11-22T12:00:00Z');
const floor = 5000;

/** Runs `analyze` on a crowd of one network and counts what its servers were asked. */
export async function measureRequests(
  network: 'bluesky' | 'mastodon',
  size = { customers: 200, follows: 250 },
): Promise<Requests> {
  const crowd = crowdOf({ ...size, resources: 3000, networks: [network], today });
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-bench-'));
  const servers = await startDemoNetwork(crowd.world, { clock: hurriedClock() });
  try {
    const customers = join(folder, 'customers.csv');
    writeFileSync(
      customers,
      `customer,profile\n${crowd.customers.map(({ key, profiles }) => `${key},${profiles.join(' ')}\n`).join('')}`,
    );
    const chosen = settings(
      { customers, connectTo: servers.connectTo, output: join(folder, 'output'), state: join(folder, 'state.sqlite') },
      'the benchmark',
    );
    const { report } = await analyze(chosen, { clock: hurriedClock(), progress: () => undefined });
    const asked = servers.requests();
    const forLists = asked.filter(({ path, query }) => isForLists(network, path, query, crowd));
    const lists = { issued: forLists.length, least: leastForLists(network, crowd, size.follows) };
    const examination = leastForExamination(network, crowd, report.rows);
    return { network, lists, all: { issued: asked.length, least: lists.least + examination } };
  } finally {
    await servers.close();
    rmSync(folder, { recursive: true });
  }
}

/** Finding the customers' profiles and reading their lists, told from the questions about resources. */
function isForLists(network: string, path: string, query: string, { world }: Crowd): boolean {
  if (/getFollows|\/following$/.test(path)) return true;
  const people = new Set(world.accounts.filter(({ follows }) => follows.length > 0).map(({ name }) => name));
  const named = new URLSearchParams(query);
  return network === 'bluesky'
    ? path.endsWith('getProfiles') && named.getAll('actors').some((name) => people.has(name))
    : path.endsWith('/lookup') && people.has(named.get('acct') ?? '');
}

/** Bluesky: ceil(n/25) + n (floor(f/100)+1). Mastodon: n + n (floor(f/80)+1). */
function leastForLists(network: string, { customers: { length: n } }: Crowd, follows: number): number {
  return network === 'bluesky'
    ? Math.ceil(n / 25) + n * (Math.floor(follows / 100) + 1)
    : n + n * (Math.floor(follows / 80) + 1);
}

/**
 * Bluesky: ceil(S/25) + B. Mastodon: 2B, one question for each resource whose number is near the floor and known from
 * other servers alone, and a second page for each whose 40 newest posts prove nothing, since the rule looks at 50.
 * S are the resources that had to be examined, B those above the floor.
 */
function leastForExamination(network: string, crowd: Crowd, rows: Row[]): number {
  const examined = rows.filter(({ verdict }) => verdict !== 'unexamined');
  const passing = examined.filter(({ subscribers }) => (subscribers ?? 0) >= floor);
  const above = passing.length;
  if (network === 'bluesky') return Math.ceil(examined.length / 25) + above;
  const byId = new Map(crowd.world.accounts.map((account) => [account.id, account]));
  const seenAtHome = new Set(
    crowd.world.accounts.flatMap(({ follows, server }) => follows.filter((id) => byId.get(id)?.server === server)),
  );
  const near = ({ id, subscribersElsewhere: count }: Account): boolean =>
    count >= 0.6 * floor && count < floor && !seenAtHome.has(id);
  const borderline = examined.flatMap(({ resourceId }) => byId.get(resourceId) ?? []).filter(near).length;
  const unproven = passing.filter(({ verdict }) => verdict !== 'keep').length;
  return 2 * above + borderline + unproven;
}

/** Waits are over at once; the time they would have taken passes. */
export function hurriedClock(): Clock {
  let passed = 0;
  return {
    now: () => today + passed,
    sleep: (milliseconds) => {
      passed += milliseconds;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write('requests issued / least possible, 200 customers x 250 follows\n');
  for (const network of ['bluesky', 'mastodon'] as const) {
    const { lists, all } = await measureRequests(network);
    const ratio = ({ issued, least }: Requests['all']): string =>
      `${issued} / ${least} = ${(issued / least).toFixed(3)}`;
    process.stdout.write(`${network.padEnd(10)} lists ${ratio(lists)}   with examination ${ratio(all)}\n`);
  }
}
