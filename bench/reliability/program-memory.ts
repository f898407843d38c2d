import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientsOf } from '../../tests/faults/run.ts';
import type { Scene } from '../../tests/faults/scenes.ts';
import { connectFlags } from '../../tests/helpers/connect-flags.ts';
import { peakMemoryIn } from './peak-memory.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** Milliseconds between two looks at the peak, which the system keeps. */
const pause = 20;

/** Megabytes that the built program takes at most for a run over servers that stand already; null where the system does not say. */
export async function programMemory(scene: Scene, connectTo: Record<string, string>): Promise<number | null> {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-memory-'));
  const lines = clientsOf(scene).map(({ customer, profile }) => `${customer},${profile}\n`);
  writeFileSync(join(folder, 'customers.csv'), `customer,profile\n${lines.join('')}`);
  writeFileSync(join(folder, 'sites.json'), JSON.stringify({ sites: scene.sites }));
  const words = ['analyze', 'customers.csv', '--sites', 'sites.json', '--top', '20', ...connectFlags(connectTo)];
  const child = spawn(process.execPath, [program, ...words], { cwd: folder, stdio: 'ignore' });
  let peak: number | null = null;
  const watch = setInterval(() => {
    peak = peakMemoryIn(child.pid ?? 0) ?? peak;
  }, pause);
  await once(child, 'exit');
  clearInterval(watch);
  rmSync(folder, { recursive: true });
  return peak;
}
