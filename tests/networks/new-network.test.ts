import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const project = join(import.meta.dirname, '../..');
const bin = (name: string): string => join(project, 'node_modules/.bin', name);

const copied = [
  'src',
  'tests/doubles',
  'tests/helpers',
  'tests/no-internet.ts',
  'tests/fixtures/addresses',
  ...['every-network.test.ts', 'fixture-web.ts', 'walk.ts'].map((file) => `tests/networks/${file}`),
  'tools/lint',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  '.oxlintrc.json',
];

test('a new network compiles, passes what every network must, and says what is to be filled in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-network-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of copied) cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));

  execFileSync(bin('tsx'), [join(project, 'tools/new-network.ts'), 'meadow', folder]);
  const again = spawnSync(bin('tsx'), [join(project, 'tools/new-network.ts'), 'meadow', folder], { encoding: 'utf8' });
  expect([again.status, again.stderr]).toEqual([2, 'there is already something called meadow\n']);

  const written = ['src/networks/meadow.ts', 'tests/doubles/meadow.ts', 'tests/networks/meadow.test.ts'];
  const run = (name: string, ...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(bin(name), words, { cwd: folder, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  expect(run('tsc', '--noEmit')).toEqual({ status: 0, said: '' });
  expect(run('oxlint', '--deny-warnings', ...written)).toMatchObject({ status: 0 });
  const generic = ['run', '--project', 'networks', 'tests/networks/every-network.test.ts', '-t', 'meadow'];
  expect(run('vitest', ...generic)).toMatchObject({ status: 0 });
  const own = run('vitest', 'run', '--project', 'networks', 'tests/networks/meadow.test.ts');
  expect(own).toMatchObject({ status: 1, said: expect.stringContaining('FILL IN: the documented shapes') });
}, 240_000);
