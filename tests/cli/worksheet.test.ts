import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { command, ownFolder } from './terminal.ts';

ownFolder();

const clients = [
  'customer,facebook,instagram,vk,bluesky',
  'Anna Gardner,https://www.facebook.com/anna.gardner,anna.gardner,id123,',
  'Boris Sedge,,boris_sedge,,borissedge.sky.example',
  'Dora Fenn,,,,dorafenn.sky.example',
].join('\n');

test('worksheet writes one page and makes the folder for what comes in', async () => {
  writeFileSync('clients.csv', clients);
  const { code, stdout } = await command(['worksheet', 'clients.csv']);
  expect(code).toBe(0);
  expect(stdout).toContain('1 of 3 clients have no list that can be read');
  expect(stdout).toContain('output/worksheet.html');
  const next = 'target-resources import intake --customers clients.csv';
  expect(stdout).toContain(`then: ${next}`);
  expect(statSync('intake').isDirectory()).toBe(true);
  const page = readFileSync('output/worksheet.html', 'utf8');
  for (const address of [
    'https://www.facebook.com/annagardner/likes',
    'https://www.instagram.com/anna.gardner/following/',
    'https://vk.com/groups?id=123',
  ])
    expect(page).toContain(address);
  expect(page).not.toContain('Dora Fenn');
  expect(page).toContain(`npx ${next}`);
  expect(page).toContain('--watch intake ~/Downloads --customers clients.csv');
});

test('the list in its usual place need not be named', async () => {
  mkdirSync('input', { recursive: true });
  writeFileSync('input/customers.csv', clients);
  expect((await command(['worksheet'])).stdout).toMatch(/target-resources import intake$/m);
  rmSync('input/customers.csv');
});

test('what came in is told, and follows are not on the page', async () => {
  writeFileSync(
    'follows.csv',
    'customer,resource\nAnna Gardner,https://www.instagram.com/very.secret.taste\nBoris Sedge,https://www.instagram.com/slates\n',
  );
  const args = ['worksheet', 'clients.csv', '--follows', 'follows.csv', '--intake', 'inbox/all', '--language', 'el'];
  const { stdout } = await command(args);
  expect(stdout).toContain('Instagram: 2 of 2 clients');
  expect(existsSync('inbox/all')).toBe(true);
  const page = readFileSync('output/worksheet.html', 'utf8');
  expect(page).toContain('<html lang="el"');
  expect(page).not.toContain('very.secret.taste');
});

test('with a token the program reads VK itself', async () => {
  writeFileSync('.env', 'VK_TOKEN=service-token');
  const { stdout } = await command(['worksheet', 'clients.csv', '--json']);
  writeFileSync('.env', '');
  const { networks } = JSON.parse(stdout) as { networks: { network: string }[] };
  expect(networks.map(({ network }) => network)).toEqual(['facebook', 'instagram']);
});

test('whoever is on the opt-out list is not on the page; without a client list there is nothing to do', async () => {
  mkdirSync('input', { recursive: true });
  writeFileSync('input/exclude.csv', 'Anna Gardner\n');
  await command(['worksheet', 'clients.csv']);
  const page = readFileSync('output/worksheet.html', 'utf8');
  expect(page).toContain('Boris Sedge');
  expect(page).not.toContain('Anna Gardner');
  const { code, stderr } = await command(['worksheet']);
  expect(code).toBe(2);
  expect(stderr).not.toBe('');
});
