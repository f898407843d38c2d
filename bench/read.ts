import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { openTable } from '../src/tables/read-table.ts';
import { readInput } from '../src/inputs/read-input.ts';
import { networks } from '../src/networks/index.ts';

type Way = 'bare' | 'table' | 'input' | 'nothing';

const rows = { measured: 300_000, few: 10_000, many: 1_000_000 };
const customers = 1000;

/** A CRM's export of 14 columns; every customer comes back in many rows. */
async function writeList(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  let piece =
    'Record ID,First Name,Last Name,Email,Phone Number,Company Name,Website URL,Bluesky,LinkedIn URL,Lead Status,City,Country,Create Date,Notes\n';
  for (let row = 0; row < count; row++) {
    const at = row % customers;
    const profiles = `https://bsky.app/profile/client${at}.test,https://www.linkedin.com/in/client-${at}`;
    piece += `${row},Name${at},Surname${at},client${at}@mail.example,+44 20 ${row},"Firm ${at}, Ltd",https://firm${at}.example,${profiles},Open,Town ${at % 97},United Kingdom,2026-01-05,"said ""yes"" in talk ${row}"\n`;
    if (piece.length > 1_000_000) {
      if (!file.write(piece)) await once(file, 'drain');
      piece = '';
    }
  }
  file.end(piece);
  await once(file, 'finish');
}

/** Rows that csv-parse gives without any further work, in its fastest way. */
async function bare(path: string): Promise<number> {
  const parser = parse();
  createReadStream(path).pipe(parser);
  let count = 0;
  parser.on('readable', () => {
    while (parser.read() !== null) count++;
  });
  await once(parser, 'end');
  return count;
}

async function table(path: string): Promise<number> {
  const opened = await openTable(path);
  let count = opened.heading ? 1 : 0;
  for await (const read of opened.rows()) count += read.length;
  opened.close();
  return count;
}

async function input(path: string): Promise<number> {
  const read = await readInput({ customers: path, follows: [], verdicts: null, columns: new Map() }, networks);
  return read.customers.length;
}

const ways: Record<Way, (path: string) => Promise<number>> = { bare, table, input, nothing: () => Promise.resolve(0) };

/** In a process of its own: seconds of the processor, which other programs disturb least, what came out, and the most memory the process ever had. */
function run(way: Way, path: string): { seconds: number; count: number; megabytes: number } {
  const self = fileURLToPath(import.meta.url);
  const out = execFileSync(process.execPath, [...process.execArgv, self, way, path], { encoding: 'utf8' });
  return JSON.parse(out) as ReturnType<typeof run>;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-read-'));
  try {
    const paths = { measured: join(folder, 'a.csv'), few: join(folder, 'b.csv'), many: join(folder, 'c.csv') };
    await writeList(paths.measured, rows.measured);
    const taken: Record<'bare' | 'table' | 'input', number[]> = { bare: [], table: [], input: [] };
    for (let round = 0; round < 5; round++) {
      for (const way of ['bare', 'table', 'input'] as const) taken[way].push(run(way, paths.measured).seconds);
    }
    const speed = (way: 'bare' | 'table' | 'input'): number => rows.measured / median(taken[way]);
    for (const way of ['bare', 'table', 'input'] as const) {
      const ratio = median(taken.bare.map((seconds, round) => seconds / (taken[way][round] ?? Infinity)));
      console.log(`${way.padEnd(6)} ${Math.round(speed(way) / 1000)}k rows/s, ${ratio.toFixed(2)} of bare csv-parse`);
    }
    await writeList(paths.few, rows.few);
    await writeList(paths.many, rows.many);
    console.log(`memory of the process with everything loaded: ${run('nothing', paths.few).megabytes} MB`);
    for (const way of ['bare', 'table', 'input'] as const) {
      const few = run(way, paths.few).megabytes;
      const many = run(way, paths.many).megabytes;
      console.log(`${way.padEnd(6)} ${few} MB for ${rows.few} rows, ${many} MB for ${rows.many} rows`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [way, path] = process.argv.slice(2);
if (way === undefined || path === undefined) await measure();
else {
  const start = process.cpuUsage();
  const count = await ways[way as Way](path);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  console.log(JSON.stringify({ seconds, count, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
}
