import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { networks } from '../../src/networks/index.ts';
import { tokensFor } from '../../src/settings.ts';
import { shortenerVariables } from '../../src/types/short-link.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
const beside = { customers: join(folder, 'clients.csv') };

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(join(folder, '.env'), { force: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(shortenerVariables))('the token of %s comes from %s', (name, variable) => {
  vi.stubEnv(variable, '');
  writeFileSync(join(folder, '.env'), `${variable}=of-the-file\n`);
  expect(tokensFor(networks, beside).get(name)).toBe('of-the-file');
  vi.stubEnv(variable, 'of-the-environment');
  expect(tokensFor(networks, beside).get(name)).toBe('of-the-environment');
});

test('what is not set is not there', () => {
  vi.stubEnv('BITLY_TOKEN', '');
  expect(tokensFor(networks, beside).has('bitly')).toBe(false);
});
