import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../../src/settings.ts';
import { ownFolder } from './terminal.ts';

const folder = ownFolder();
const shell = (command: string) => spawnSync('bash', ['-c', `set -o pipefail; ${command}`], { encoding: 'utf8' });
const program = join(import.meta.dirname, '../../dist/cli.js');

test('the installed command is a link, and runs', () => {
  symlinkSync(program, join(folder, 'target-resources'));
  const { status, stdout } = spawnSync(process.execPath, [join(folder, 'target-resources'), '--help'], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('analyze');
});

test.each(['--version', '-V'])('%s prints the version of the package', (flag) => {
  const { status, stdout } = spawnSync(process.execPath, [program, flag], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toBe(`${version}\n`);
});

test('without a command it says what there is, and ends with 2', () => {
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('analyze');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGQUIT', 131],
] as const)('%s in the middle of a run ends it with %i, and says that nothing is lost', async (signal, exitCode) => {
  writeFileSync('clients.csv', 'customer,bluesky\nAnn,ann.test\n');
  const server = createServer().listen(0, '127.0.0.1');
  const asked = once(server, 'request');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const run = spawn(process.execPath, [
    program,
    'analyze',
    'clients.csv',
    '--connect-to',
    `public.api.bsky.app=${origin}`,
  ]);
  let told = '';
  run.stderr.on('data', (text: Buffer) => (told += text.toString()));
  await asked;
  run.kill(signal);
  const [code] = (await once(run, 'exit')) as [number];
  server.closeAllConnections();
  server.close();
  expect(code).toBe(exitCode);
  expect(told).toContain('run again to continue');
});

test.skipIf(process.platform === 'win32')('a reader that goes away changes nothing but what it reads', () => {
  writeFileSync('follows.csv', 'customer,resource\nAnn,https://garden.example/\nBob,https://garden.example/\n');
  const analyze = `"${process.execPath}" "${program}" analyze --follows follows.csv --third-party ignore --output out`;
  const alone = shell(`${analyze} --state alone.sqlite`);
  const piped = shell(`${analyze} --state piped.sqlite --json | true`);
  expect(piped.stderr).not.toContain('Error');
  expect([alone.status, 141]).toContain(piped.status);
  expect(shell(`${analyze} --state silent.sqlite 2>&-`).status).toBe(alone.status);
});

test.runIf(existsSync('/dev/full'))('a full disk behind standard output is told in one sentence', () => {
  const command = `"${process.execPath}" "${program}" networks > /dev/full`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect(stderr).toBe('standard output cannot be written (ENOSPC): look for room on the disk, or write elsewhere\n');
  expect(status).toBe(2);
});

test.skipIf(process.platform === 'win32')('a folder in the place of a list of addresses is told', () => {
  const identify = `"${process.execPath}" "${program}" networks --identify`;
  const { status, stderr } = shell(`${identify} .`);
  expect([status, stderr.split('\n')[0]]).toEqual([2, 'the file cannot be read']);
  expect(shell(`${identify} - <&-`).status).toBe(0);
});

test.skipIf(process.platform === 'win32')(
  'a file-size limit behind state and outputs is told, and nothing is left half',
  () => {
    writeFileSync('follows.csv', 'customer,resource\nAnn,https://garden.example/\nBob,https://garden.example/\n');
    const analyze = `"${process.execPath}" "${program}" analyze --follows follows.csv --third-party ignore --output limited`;
    const { status, stderr } = shell(`trap '' XFSZ; ulimit -f 8; ${analyze} --state limited.sqlite`);
    expect([status, stderr.includes('what to do:')]).toEqual([2, true]);
    expect(existsSync('limited') ? readdirSync('limited') : []).toEqual([]);
  },
);
