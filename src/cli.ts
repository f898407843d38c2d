#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The oldest Node that this runs on, as in package.json. What it needs is loaded only once it is known to be there. */
const needed = [20, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `target-resources needs Node ${needed.join('.')} or newer, and this is ${process.versions.node}: get one at https://nodejs.org\n`,
  );
  process.exit(2);
}

const { main, run } = await import('./program.ts');
export { run };

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
