import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ScipyCases } from '../helpers/scipy-cases.ts';
import { NotAvailable } from './available.ts';
import { installPackage } from './debian.ts';

const script = fileURLToPath(new URL('statistics.py', import.meta.url));

const hasScipy = (python: string): boolean =>
  spawnSync(python, ['-c', 'import scipy'], { stdio: 'ignore' }).status === 0;

/** The first Python that has SciPy; Debian's, where none has. @throws NotAvailable */
function pythonWithScipy(): string {
  const found = ['python3', '/usr/bin/python3'].find(hasScipy);
  if (found !== undefined) return found;
  installPackage('python3-scipy');
  if (!hasScipy('/usr/bin/python3')) throw new NotAvailable('python3-scipy is installed, but cannot be imported');
  return '/usr/bin/python3';
}

/** Other cases for each seed. @throws NotAvailable */
export function scipyCases(seed: number, count: number): Promise<ScipyCases> {
  const { status, stdout, stderr } = spawnSync(pythonWithScipy(), [script, String(seed), String(count)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`statistics.py failed: ${stderr}`);
  return Promise.resolve(JSON.parse(stdout) as ScipyCases);
}
