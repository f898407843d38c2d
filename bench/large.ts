import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReport } from '../src/index.ts';
import { count } from '../src/stages/count.ts';
import { countsFollows } from '../src/stages/merge-customers.ts';
import { openStore } from '../src/state/store.ts';
import { fillExamined, stateClock } from './crowded-state.ts';

// What counting and a whole report cost beside a map of sets, each in a process of its own.
// npm run bench:large [-- clients follows resources]

const [clients = 2000, follows = 500, resources = 100_000] = process.argv.slice(2, 5).map(Number);
/** Resources, the most shared first, that were looked at. */
const examined = 400;

/** What somebody would write first. */
function countNaively(path: string): number {
  const store = openStore(path, stateClock);
  const followers = new Map<string, Set<number>>();
  for (const [customer, lists] of store.customers().entries()) {
    for (const { list } of lists.filter(countsFollows)) {
      for (const { network, id } of store.resources(list)) {
        const key = `${network}:${id}`;
        followers.set(key, (followers.get(key) ?? new Set()).add(customer));
      }
    }
  }
  store.close();
  return followers.size;
}

function countPacked(path: string): number {
  const store = openStore(path, stateClock);
  const { candidates } = count(store, 1, []);
  const shared = candidates.sharedBy(2);
  candidates.at(0);
  store.close();
  return shared;
}

async function report(path: string, minSubscribers: number): Promise<number> {
  const output = mkdtempSync(join(tmpdir(), 'large-out-'));
  const result = await writeReport({ state: path, output, minSubscribers }, { clock: stateClock });
  console.log(`  report.json ${mebibytes(statSync(join(output, 'report.json')).size)}`);
  rmSync(output, { recursive: true });
  return result.report.totals.resources;
}

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const tasks: Record<string, (path: string) => number | Promise<number>> = {
  'map of sets': countNaively,
  count: countPacked,
  report: (path) => report(path, 5000),
  'report, other floor': (path) => report(path, 20_000),
};

const [task, path] = process.argv.slice(5);
if (task !== undefined && path !== undefined) {
  const start = performance.now();
  const found = await tasks[task]?.(path);
  const { user, system } = process.cpuUsage();
  const seconds = [(performance.now() - start) / 1000, (user + system) / 1e6].map((each) => each.toFixed(1));
  const peak = mebibytes(process.resourceUsage().maxRSS * 1024);
  console.log(
    `${task.padEnd(20)} ${found} resources, ${seconds[0]} s, ${seconds[1]} s of processor time, peak ${peak}`,
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), 'large-'));
  const state = join(folder, 'state.sqlite');
  try {
    fillExamined(state, { clients, follows, resources }, examined);
    console.log(`${clients} clients with ${follows} follows each, state ${mebibytes(statSync(state).size)}`);
    for (const name of Object.keys(tasks)) {
      const child = fork(import.meta.filename, [String(clients), String(follows), String(resources), name, state]);
      await new Promise((done) => child.once('exit', done));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
