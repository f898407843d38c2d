import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { databaseAddress, secretIn } from '../../../src/machines/address.ts';

function errorOf(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('an address is taken apart', () => {
  expect(databaseAddress('postgres://ada@db.test:6543/clients?sslmode=verify-full')).toEqual({
    shown: 'postgres://ada@db.test:6543/clients',
    host: 'db.test',
    port: 6543,
    user: 'ada',
    database: 'clients',
    tls: { authorities: null, checks: 'authority and host' },
  });
  expect(databaseAddress('postgresql://db.test')).toMatchObject({ port: 5432, user: undefined, database: undefined });
});

test.each([
  ['postgres://127.0.0.1/x', '127.0.0.1'],
  ['postgres://127.9.9.9/x', '127.9.9.9'],
  ['postgres://localhost/x', 'localhost'],
  ['postgres://[::1]/x', '::1'],
  ['postgres:///x', 'localhost'],
  ['postgres:///x?host=/run/postgresql', '/run/postgresql'],
  ['postgres://ada@/x?host=/run/postgresql', '/run/postgresql'],
  ['postgres://%2Frun%2Fpostgresql/x', '/run/postgresql'],
])('%s stays on this machine, and is not encrypted', (url, host) => {
  expect(databaseAddress(url)).toMatchObject({ host, database: 'x', tls: false });
});

test.each(['db.test', '10.0.0.7', '128.0.0.1', 'localhost.db.test', '[2001:db8::7]'])(
  'a server at %s has to prove that it is the one, unless somebody asks for less',
  (host) => {
    const tls = (parameters: string) => databaseAddress(`postgres://${host}/x${parameters}`).tls;
    expect(tls('')).toEqual({ authorities: null, checks: 'authority and host' });
    expect(tls('?sslrootcert=/etc/own.pem')).toEqual({ authorities: '/etc/own.pem', checks: 'authority and host' });
    expect(tls('?sslmode=verify-ca')).toEqual({ authorities: null, checks: 'authority' });
    expect(tls('?sslmode=require')).toEqual({ authorities: null, checks: 'nothing' });
    expect(tls('?sslmode=require&sslrootcert=/own.pem')).toEqual({ authorities: '/own.pem', checks: 'authority' });
    expect(tls('?sslmode=disable')).toBe(false);
  },
);

test.each(['prefer', 'allow', 'Verify-Full', ''])('sslmode=%s is refused: it may end up without encryption', (mode) => {
  const { code, message } = errorOf(() => databaseAddress(`postgres://db.test/x?sslmode=${mode}`));
  expect(code).toBe('database_address');
  expect(message).toContain('verify-full');
});

test.each([
  'postgres://ada:hunter2@db.test/x',
  'postgres://ada:hunter2@/x?host=/run/postgresql',
  'postgres://:hunter2@127.0.0.1/x',
  'postgresql://ada@db.test/x?password=hunter2',
  'POSTGRES://ada:hunter2@db.test/x?sslmode=disable',
])('%s is refused, and the message does not repeat the password', (url) => {
  const { code, message, where } = errorOf(() => databaseAddress(url));
  expect(code).toBe('database_password');
  expect(message + where).not.toContain('hunter2');
  expect(message).toContain('PGPASSWORD');
});

test.each(['postgres://ada:hunter2@db.test:port/x', 'postgres://ada:hunter2@[db/x', 'postgres://ada:hunter2@a b/x'])(
  'of %s, which cannot be read, nothing is repeated',
  (url) => {
    const { code, message, where } = errorOf(() => databaseAddress(url));
    expect(code).toBe('database_address');
    expect(message + where).not.toContain('hunter2');
  },
);

test('a parameter that nobody obeys is refused', () => {
  expect(errorOf(() => databaseAddress('postgres://db.test/x?options=-c')).message).toContain('options');
});

test('a secret stands in the first line of a file that is its owner’s alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'secret');
  writeFileSync(path, 'a secret with blanks \r\nmore\n', { mode: 0o600 });
  expect(secretIn(path)).toBe('a secret with blanks ');
  writeFileSync(path, '\nmore');
  expect(errorOf(() => secretIn(path)).code).toBe('secret_file');
  expect(errorOf(() => secretIn(join(folder, 'none'))).message).toContain('ENOENT');
  writeFileSync(path, 'hunter2');
  for (const mode of process.platform === 'win32' ? [] : [0o640, 0o604, 0o610]) {
    chmodSync(path, mode);
    const { code, message } = errorOf(() => secretIn(path));
    expect(code).toBe('secret_file');
    expect(message).not.toContain('hunter2');
  }
});
