import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  for (const each of readdirSync(join(root, 'start')))
    copyFileSync(join(root, 'start', each), join(home, 'start', each));
  writeFileSync(join(bin, 'node'), node.replaceAll('LOG', log));
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "npm $*" >> "${log}"\n`);
  for (const each of ['node', 'npm']) chmodSync(join(bin, each), 0o755);
  writeFileSync(log, '');
  return { file, told: () => readFileSync(log, 'utf8'), env: { HOME: home, PATH: `${bin}:/usr/bin:/bin` } };
}

/**
 * What a desktop runs for a file of its kind: the value is unescaped, then split at blanks outside of quotes.
 * Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html (2026-11).
 */
function desktopCommand(file: string): string[] {
  const line = /^Exec=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const words = line.replaceAll('\\\\', '\\').matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g);
  return [...words].map(
    ([, quoted, plain = '']) => quoted?.replaceAll(/\\(.)/g, '$1') ?? (plain === '%k' ? file : plain),
  );
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

  test.each([
    ['Target Resources.command', (file: string) => [file]],
    ['Target Resources.desktop', desktopCommand],
  ])('%s starts the same, wherever it lies', (name, commandOf) => {
    const { file, told, env } = copy(`Мои «программы» & co ${name.split('.')[1]}`, asked);
    const [program = '', ...args] = commandOf(join(file, '..', name));
    execFileSync(program, args, { env, cwd: tmpdir(), stdio: 'pipe' });
    const started = file.replace('start/target-resources.sh', 'dist/cli.js');
    expect(told()).toBe(`npm ci\nnode ${started} app ${env['HOME']}/target-resources\n`);
  });

  test('all of them may be started', () => {
    const others = readdirSync(join(root, 'start')).filter((name) => !name.endsWith('.cmd'));
    for (const name of others) expect(statSync(join(root, 'start', name)).mode & 0o111, name).toBe(0o111);
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
  // Another code page would read anything else as other signs; a parenthesis would end the block that it stands in.
  expect(windows).toMatch(/^[\t\r\n -~]*$/);
  for (const [, said = ''] of windows.matchAll(/^ {2}echo (.*)$/gm)) expect(said).not.toMatch(/[()&|<>^%]/);
  for (const [path] of windows.matchAll(/\S*%(?:here|work)%\S*/g)) expect(path).toMatch(/^"/);
});
