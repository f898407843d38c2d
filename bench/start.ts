import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, printRow } from './alone.ts';

// What short commands cost beside an empty Node, and an import into a long follows file beside one into a short file.
// npm run bench:start

const cli = join(import.meta.dirname, '../dist/cli.js');
const rows = { few: 5000, many: 200_000 };
/** Clients whose follows are in the file, and the follows of those who come. */
const clients = 98;
const follows = 500;
const rounds = 5;

/** Loaded before the program: at its end it tells what all of the process cost. */
const teller = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
  });`)}`;

function costOf(args: readonly string[], cwd: string): Cost {
  const began = performance.now();
  const run = spawnSync(process.execPath, ['--import', teller, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = (performance.now() - began) / 1000;
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`);
  return { ...(JSON.parse(run.output[3] ?? '') as Pick<Cost, 'seconds' | 'megabytes'>), wall, found: 0 };
}

/** The least of several runs: what else the machine does only adds to it. */
const leastOf = (run: () => Cost): Cost =>
  Array.from({ length: rounds }, run).reduce((least, each) => (each.seconds < least.seconds ? each : least));

const pageAt = (number: number): string => `https://bsky.app/profile/page-${number}.example`;

function writeFollows(path: string, count: number): void {
  const lines = Array.from(
    { length: count },
    (_, at) => `Client ${at % clients},${pageAt((at * 7919) % 50_000)},The page number ${at % 50_000},,,,`,
  );
  writeFileSync(path, ['customer,resource,title,subscribers,network,via,email', ...lines, ''].join('\n'));
}

/** The 99th client makes the notes that the 100th profits from. */
function costOfImport(folder: string, count: number): Cost {
  const file = `follows-${count}.csv`;
  writeFollows(join(folder, file), count);
  const costs = [clients + 1, clients + 2].map((client) => {
    const own = Array.from(
      { length: follows },
      (_, at) => `https://bsky.app/profile/own-${client}-${at}.example,Own ${at}`,
    );
    writeFileSync(join(folder, `${client}.csv`), ['resource,title', ...own, ''].join('\n'));
    return costOf([cli, 'import', `${client}.csv`, '--customer', `Client ${client}`, '--follows', file], folder);
  });
  return costs.at(-1) ?? costOf(['-e', '0'], folder);
}

const folder = mkdtempSync(join(tmpdir(), 'start-'));
try {
  const empty = { name: 'empty Node', cost: leastOf(() => costOf(['-e', '0'], folder)) };
  printRow(
    'networks',
    leastOf(() => costOf([cli, 'networks'], folder)),
    empty,
    '<= 4',
  );
  printRow(
    '--help',
    leastOf(() => costOf([cli, '--help'], folder)),
    empty,
    '<= 2.5',
  );
  const short = { name: `into ${rows.few} rows`, cost: costOfImport(folder, rows.few) };
  printRow(`import of the 100th client into ${rows.many} rows`, costOfImport(folder, rows.many), short, '<= 1 s, flat');
} finally {
  rmSync(folder, { recursive: true });
}
