import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../../src/settings.ts';
import { ownFolder } from './terminal.ts';

const folder = ownFolder();
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

test('Ctrl-C in the middle of a run ends it with 130, and says that nothing is lost', async () => {
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
  run.kill('SIGINT');
  const [code] = (await once(run, 'exit')) as [number];
  server.closeAllConnections();
  server.close();
  expect(code).toBe(130);
  expect(told).toContain('run again to continue');
});
