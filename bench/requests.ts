import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDemoNetwork } from '../src/demo/server.ts';
import { analyze, networks } from '../src/index.ts';
import type { Row } from '../src/types/report.ts';
import { hurriedClock } from '../tests/helpers/clock.ts';
import { type Double, type Graph, crowdGraph } from '../tests/doubles/graph.ts';
import { feedDouble } from '../tests/doubles/feed.ts';
import { flickrDouble } from '../tests/doubles/flickr.ts';
import { misskeyDouble } from '../tests/doubles/misskey.ts';
import { serve } from '../tests/doubles/serve.ts';
import { steamDouble } from '../tests/doubles/steam.ts';
import { vkDouble } from '../tests/doubles/vk.ts';
import { xDouble } from '../tests/doubles/x.ts';
import { youtubeDouble } from '../tests/doubles/youtube.ts';
import { type Crowd, crowdOf } from '../tests/helpers/crowd.ts';
import { hostMetaDouble, loginDouble, malformedDouble, movedDouble, namesDouble } from './request-rules.ts';

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
    const chosen = {
      customers,
      connectTo: servers.connectTo,
      output: join(folder, 'output'),
      state: join(folder, 'state.sqlite'),
    };
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
 * Bluesky: ceil(S/25) + B. Mastodon: 2B, one question for each resource below the floor whose number is known from other
 * servers alone, and a second page for each whose 40 newest posts prove nothing, since the rule looks at 50.
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
  const below = examined
    .filter((row) => !passing.includes(row))
    .flatMap(({ resourceId }) => byId.get(resourceId) ?? []);
  const toldElsewhere = below.filter(({ id }) => !seenAtHome.has(id)).length;
  const unproven = passing.filter(({ verdict }) => verdict !== 'keep').length;
  return 2 * above + toldElsewhere + unproven;
}

/** Runs `analyze` on a crowd of one network whose servers are a double, and counts what the double was asked. */
export async function measureDouble(
  network: string,
  make: (graph: Graph) => Double,
  least: (n: number, f: number, rows: Examined) => number,
  size = { people: 200, follows: 250 },
): Promise<{ network: string; issued: number; least: number }> {
  const graph = crowdGraph({ ...size, media: 1500 });
  const double = make(graph);
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-bench-'));
  const servers = await serve([double]);
  try {
    const id = network.split(/,? /)[0] ?? '';
    const input = join(folder, 'input.csv');
    // Who follows a feed no server says; what clients told stands in their place.
    const isTold = networks.some((each) => each.id === id && !each.closed && each.resourcesOnly);
    const rows = graph.people.flatMap(({ name, follows }) =>
      isTold
        ? follows.map((media) => `${name},${double.addressOf(media)},9000\n`)
        : `${name},${double.addressOf(name)},yes\n`,
    );
    writeFileSync(input, `${isTold ? 'customer,resource,subscribers' : 'customer,profile,consent'}\n${rows.join('')}`);
    const chosen = {
      ...(isTold ? { follows: input } : { customers: input }),
      connectTo: servers.connectTo,
      output: join(folder, 'output'),
      state: join(folder, 'state.sqlite'),
      xBudget: 10_000,
    };
    const tokens = new Map(double.token ? [[id, double.token]] : []);
    const { report } = await analyze(chosen, { clock: hurriedClock(), progress: () => undefined, tokens });
    const examined = report.rows.filter(({ verdict }) => verdict !== 'unexamined');
    const passing = examined.filter(({ subscribers }) => (subscribers ?? 0) >= floor);
    const kept = passing.filter(({ verdict }) => verdict === 'keep').length;
    const counts = { examined: examined.length, passing: passing.length, kept };
    return { network, issued: servers.asked.length, least: least(size.people, size.follows, counts) };
  } finally {
    await servers.close();
    rmSync(folder, { recursive: true });
  }
}

/** Resources that had to be examined, those of them above the floor, and those of these that are kept. */
interface Examined {
  examined: number;
  passing: number;
  kept: number;
}

/** The least possible for each network whose servers are doubles: the formulas of the networks' own paging and batches. */
export const doubles: [string, (graph: Graph) => Double, (n: number, f: number, rows: Examined) => number][] = [
  // Counts come with the lists, so only those above the floor are described; then their walls.
  [
    'vk without execute',
    (graph) => vkDouble(graph, { execute: false }),
    (n, f, { passing }) => Math.ceil(n / 1000) + n * (Math.ceil(f / 1000) + 1) + Math.ceil(passing / 500) + passing,
  ],
  [
    'vk with execute',
    (graph) => vkDouble(graph),
    (n, _, { passing }) =>
      Math.ceil(n / 1000) + Math.ceil((2 * n) / 25) + Math.ceil(passing / 500) + Math.ceil(passing / 25),
  ],
  // Addresses name handles, which are asked for one by one. Titles of the uploads are looked at first, since they prove
  // guests for one unit; where they do not, the playlists follow, and the items of one that holds other channels' videos.
  [
    'youtube',
    (graph) => youtubeDouble(graph),
    (n, f, { examined, passing, kept }) => n + n * Math.ceil(f / 50) + Math.ceil(examined / 50) + 2 * passing + kept,
  ],
  ['x', (graph) => xDouble(graph), (n, f, { passing }) => Math.ceil(n / 100) + n * Math.ceil(f / 1000) + passing],
  // One server: what it runs is found out once, with four requests.
  ['misskey', misskeyDouble, (n, f, { passing }) => 4 + n + n * Math.ceil(f / 100) + 2 * passing],
  ['steam', (graph) => steamDouble(graph), (n, _, { examined }) => n + examined],
  // The server's robots.txt, and each feed once: it says what it is and what it publishes.
  ['feed', feedDouble, (_, __, { examined }) => 1 + examined],
  // Aliases are looked up one by one; the list of groups comes whole, without their members.
  ['flickr', (graph) => flickrDouble(graph), (n, _, { examined, passing }) => 2 * n + examined + passing],
  // The domain of the names is asked in vain for an account and its WebFinger, and then for its host-meta, once; the
  // server behind it for each name and each account.
  [
    'mastodon by host-meta',
    hostMetaDouble,
    (n, f, { passing, kept }) => 3 + 2 * n + n * (Math.floor(f / 80) + 1) + 2 * passing + (passing - kept),
  ],
  // The domain of the names is asked in vain for one account, and then by WebFinger where it is; the server behind it has
  // them all under these names.
  [
    'mastodon by names',
    namesDouble,
    (n, f, { passing, kept }) => 2 + n + n * (Math.floor(f / 80) + 1) + 2 * passing + (passing - kept),
  ],
  // A list tells where who has moved is now.
  [
    'mastodon with a move',
    movedDouble,
    (n, f, { passing, kept }) => n + n * (Math.floor(f / 80) + 1) + 2 * passing + (passing - kept),
  ],
  // It says so once.
  ['mastodon, login wanted', loginDouble, () => 1],
  // Two requests for each halving of the batch that the name is in; nobody's list is read under it.
  [
    'x, a malformed name',
    malformedDouble,
    (n, f, { passing }) =>
      Math.ceil(n / 100) + 2 * Math.ceil(Math.log2(Math.min(n, 100))) + (n - 1) * Math.ceil(f / 1000) + passing,
  ],
];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write('requests issued / least possible, 200 customers x 250 follows\n');
  for (const network of ['bluesky', 'mastodon'] as const) {
    if (process.argv[2] && process.argv[2] !== network) continue;
    const { lists, all } = await measureRequests(network);
    const ratio = ({ issued, least }: Requests['all']): string =>
      `${issued} / ${least} = ${(issued / least).toFixed(3)}`;
    process.stdout.write(`${network.padEnd(20)} lists ${ratio(lists)}   with examination ${ratio(all)}\n`);
  }
  for (const [network, make, least] of doubles) {
    if (process.argv[2] && process.argv[2] !== network) continue;
    const measured = await measureDouble(network, make, least);
    const ratio = (measured.issued / measured.least).toFixed(3);
    process.stdout.write(`${network.padEnd(20)} with examination ${measured.issued} / ${measured.least} = ${ratio}\n`);
  }
}
