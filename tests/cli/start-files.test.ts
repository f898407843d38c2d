import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the program's folder with its start file, where `node` and `npm` only write down what they are asked. */
function copy(name: string, node: string): { file: string; told: () => string; env: NodeJS.ProcessEnv } {
  const home = join(folder, name);
  const bin = join(home, 'bin');
  const log = join(home, 'log');
  for (const each of ['bin', 'start']) mkdirSync(join(home, each), { recursive: true });
  const file = join(home, 'start/target-resources.sh');
  writeFileSync(file, readFileSync(join(root, 'start/target-resources.sh')), { mode: 0o755 });
  writeFileSync(join(bin, 'node'), node.replaceAll('LOG', log));
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "npm $*" >> "${log}"\n`);
  for (const each of ['node', 'npm']) chmodSync(join(bin, each), 0o755);
  writeFileSync(log, '');
  return { file, told: () => readFileSync(log, 'utf8'), env: { HOME: home, PATH: `${bin}:/usr/bin:/bin` } };
}

const asked = '#!/bin/sh\n[ "$1" = -e ] && exit 0\necho "node $*" >> "LOG"\n';

describe.skipIf(process.platform === 'win32')('the file that a double click starts', () => {
  test('prepares the program once, and opens the page for a folder of its own', () => {
    const { file, told, env } = copy('with spaces in it', asked);
    execFileSync(file, { env, stdio: 'pipe' });
    const program = file.replace('start/target-resources.sh', 'dist/cli.js');
    expect(told()).toBe(`npm ci\nnode ${program} app ${env['HOME']}/target-resources\n`);
  });

  test('prepares nothing where that was done, and takes the folder that is named', () => {
    const { file, told, env } = copy('prepared', asked);
    for (const each of ['dist', 'node_modules']) mkdirSync(join(file, '../..', each));
    writeFileSync(join(file, '../../dist/cli.js'), '');
    execFileSync(file, ['/some where'], { env, stdio: 'pipe' });
    expect(told()).toMatch(/^node \S+\/dist\/cli\.js app \/some where\n$/);
  });

  test('says what to do where Node.js is too old', () => {
    const { file, told, env } = copy('old', '#!/bin/sh\n[ "$1" = --version ] && echo v18.0.0\nexit 1\n');
    expect(() => execFileSync(file, { env, stdio: 'pipe' })).toThrow(
      /v18\.0\.0 is too old: install version 20\.19 or newer/,
    );
    expect(told()).toBe('');
  });
});

test('there is one for each system, and what Windows runs has its line ends', () => {
  expect(readdirSync(join(root, 'start')).toSorted()).toEqual([
    'Target Resources.cmd',
    'Target Resources.command',
    'Target Resources.desktop',
    'target-resources.sh',
  ]);
  const windows = readFileSync(join(root, 'start/Target Resources.cmd'), 'utf8');
  expect(windows.replaceAll('\r\n', '')).not.toContain('\n');
  expect(windows).toContain('app "%work%"');
});
