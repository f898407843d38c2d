import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serve } from '../unit/web/local.ts';
import { command, ownFolder } from './terminal.ts';

ownFolder();

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

test.each([
  [[], `target-resources/${version}`],
  [['--contact', 'mailto:anna@shop.example'], `target-resources/${version} (+mailto:anna@shop.example)`],
])('a server is told the version that asks it: %j', async (flags, expected) => {
  const heard = new Set<string | undefined>();
  const origin = await serve((request, response) => {
    heard.add(request.headers['user-agent']);
    response.writeHead(404).end();
  });
  writeFileSync('clients.csv', 'customer,profile\nAnna,https://bsky.app/profile/anna.example\n');
  const connect = ['--connect-to', `public.api.bsky.app=${origin}`];
  await command(['analyze', 'clients.csv', ...connect, ...flags]);
  expect([...heard]).toEqual([expected]);
  expect((await command(['--version'])).stdout.trim()).toBe(version);
});
