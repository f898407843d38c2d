import { execFile, execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count } from '../src/stages/count.ts';
import { countsFollows } from '../src/stages/merge-customers.ts';
import { Tally } from '../src/stages/tally.ts';
import { openStore } from '../src/state/store.ts';
import { type Cost, costAlone, printRow, tellCost } from './alone.ts';
import { crowdedState, stateClock } from './crowded-state.ts';

// Counting distinct clients of each resource beside DuckDB and beside a C program, on the same follows.
// npm run bench:counting [-- clients follows resources]

const [clients = 10_000, follows = 500, resources = 400_000] = process.argv.slice(2, 5).map(Number);
const [task, folder = ''] = process.argv.slice(5);
const state = join(folder, 'state.sqlite');
const table = join(folder, 'follows.csv');
const packed = join(folder, 'follows.bin');
/** The first of the ranking, which are asked for by name. */
const first = 1000;

/** The follows as a state, as a table for DuckDB and as bytes for the C program. */
async function fill(): Promise<number> {
  const store = crowdedState(state, { clients, follows, resources });
  const [rows, bytes] = [createWriteStream(table), createWriteStream(packed)];
  for (const [customer, lists] of store.customers().entries()) {
    for (const { list } of lists.filter(countsFollows)) {
      const keys = store.keys(list);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(keys.length / 2);
      bytes.write(length);
      bytes.write(Buffer.from(keys.buffer, keys.byteOffset, keys.byteLength));
      const pairs = new BigInt64Array(Uint32Array.from(keys).buffer);
      if (!rows.write(Array.from(pairs, (key) => `${customer},${key}\n`).join(''))) await once(rows, 'drain');
    }
  }
  store.close();
  rows.end();
  bytes.end();
  await Promise.all([once(rows, 'finish'), once(bytes, 'finish')]);
  return clients * follows;
}

/** The count as such: all keys of the state, and how many follow the thousandth. */
function tallied(): number {
  const store = openStore(state, stateClock);
  const tally = new Tally();
  for (const [customer, lists] of store.customers().entries())
    for (const { list } of lists.filter(countsFollows)) tally.add(store.keys(list), customer);
  store.close();
  return tally.counts().toSorted().at(-first) ?? 0;
}

/** The same with all that a report needs of it: names, order, and clients who are a page themselves. */
function counted(): number {
  const store = openStore(state, stateClock);
  const { candidates } = count(store, 2, []);
  const customers = candidates.at(first - 1)?.customers ?? 0;
  store.close();
  return customers;
}

interface DuckDB {
  DuckDBInstance: {
    create(
      path: string,
      options: Record<string, string>,
    ): Promise<{
      connect(): Promise<{
        run(sql: string): Promise<unknown>;
        runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
      }>;
    }>;
  };
}

/** DuckDB is asked for the same of a table that it has read before. */
async function duckdb(): Promise<void> {
  const { DuckDBInstance } = createRequire(join(folder, 'package.json'))('@duckdb/node-api') as DuckDB;
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await connection.run(
    `CREATE TABLE follow AS SELECT * FROM read_csv('${table}', header = false, columns = {customer: 'INTEGER', resource: 'BIGINT'})`,
  );
  await tellCost(async () => {
    const answer = await connection.runAndReadAll(
      `SELECT count(DISTINCT customer) FROM follow GROUP BY resource ORDER BY 1 DESC LIMIT 1 OFFSET ${first - 1}`,
    );
    return Number(answer.getRows()[0]?.[0]);
  });
}

/** All keys, from memory: what of the time is the table of the counts. */
async function scan(): Promise<void> {
  const store = openStore(state, stateClock);
  const lists = store.customers().map((own) => own.filter(countsFollows).map(({ list }) => store.keys(list)));
  store.close();
  await tellCost(() => {
    const tally = new Tally();
    for (const [customer, own] of lists.entries()) for (const keys of own) tally.add(keys, customer);
    return tally.size;
  });
}

/** Null where there is no compiler. */
function floor(home: string): Cost | null {
  const program = join(home, 'floor');
  try {
    execFileSync('cc', ['-O2', '-o', program, join(import.meta.dirname, '../bench/floor.c')], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const said = execFileSync(program, {
    stdio: [openSync(join(home, 'follows.bin'), 'r'), 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  const { seconds, found } = JSON.parse(said) as { seconds: number; found: number };
  return { seconds, wall: seconds, megabytes: Number.NaN, found };
}

/** Into a folder of its own: nobody else needs it. */
const installed = (name: string, home: string): Promise<boolean> =>
  new Promise((resolve) => {
    const args = ['install', '--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--prefix', home, name];
    execFile('npm', args, { timeout: 180_000 }, (error) => resolve(error === null));
  });

async function measure(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'counting-'));
  const alone = (name: string): Promise<Cost> =>
    costAlone(import.meta.filename, [clients, follows, resources].map(String).concat(name, home));
  try {
    const filled = await alone('fill');
    const bytes = statSync(join(home, 'state.sqlite')).size / 2 ** 20;
    console.log(
      `${clients} clients with ${follows} follows each of ${resources} resources, ${bytes.toFixed(0)} MB, written in ${filled.wall.toFixed(0)} s`,
    );
    const [tally, whole, bare] = [await alone('tally'), await alone('count'), await alone('scan')];
    const isThere = await installed('@duckdb/node-api@1.5.6-r.1', home);
    if (!isThere) console.log('DuckDB: npm could not install @duckdb/node-api, so it is not measured');
    const peer = isThere ? { name: 'DuckDB, 2 threads', cost: await alone('duckdb') } : null;
    if (peer && peer.cost.found !== tally.found) throw new Error('DuckDB counts otherwise');
    if (whole.found !== tally.found) throw new Error('the whole count counts otherwise');
    printRow('count, the state opened and checked', tally, peer, '<= 0.5 of time, <= 0.25 of memory');
    printRow('the same with order, names and owners', whole, peer, 'none');
    const c = floor(home);
    if (!c) console.log('no C compiler: the bare scan has no peer');
    if (c && c.found !== bare.found) throw new Error('the C program counts otherwise');
    printRow('bare scan of the keys', bare, c && { name: 'C', cost: c }, '<= 4 of processor time');
  } finally {
    rmSync(home, { recursive: true });
  }
}

const tasks: Record<string, () => Promise<void>> = {
  fill: () => tellCost(fill),
  tally: () => tellCost(tallied),
  count: () => tellCost(counted),
  duckdb,
  scan,
};

await (task === undefined ? measure() : tasks[task]?.());
