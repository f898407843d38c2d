import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

// Every measurement that has a peer, one after the other. npm run bench:all [-- names]

const all: [name: string, ...args: string[]][] = [
  ['counting', '10000', '500', '400000'],
  ['large', '10000', '500', '400000'],
  ['read'],
  ['start'],
  ['requests'],
  ['collecting'],
  ['browser'],
];

const wanted = process.argv.slice(2);
const began = performance.now();
for (const [name, ...args] of all) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n## ${name} ${args.join(' ')}`.trimEnd());
  const file = join(import.meta.dirname, '../tools/bench.ts');
  const child = spawn(process.execPath, [...process.execArgv, file, name, ...args], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) console.log(`${name} ended with ${code}`);
}
console.log(`\nall of it took ${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
