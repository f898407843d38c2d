import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { canParseUrl } from '../text/web-address.ts';
import { UserError } from '../errors.ts';

/** How a database is reached; the password comes from elsewhere. */
export interface DatabaseAddress {
  /** For messages: whose, where and which, without what stands behind the question mark. */
  shown: string;
  /** A name, an address, or the folder of a socket. */
  host: string;
  port: number;
  user: string | undefined;
  database: string | undefined;
  /** False where nothing is encrypted. */
  tls: Encryption | false;
}

/** What is asked of the server's certificate. */
export interface Encryption {
  /** Path of the authorities that are trusted; null for the system's. */
  authorities: string | null;
  /** Whether it must be signed by one of them, and whether it must be for this host. */
  checks: 'nothing' | 'authority' | 'authority and host';
}

const parameters = new Set(['sslmode', 'sslrootcert', 'host']);

/**
 * The address in a URL as libpq writes it, https://www.postgresql.org/docs/15/libpq-connect.html (read 2026-11-28). What
 * is not said of encryption: a server elsewhere must prove that it is the one, and one on this machine is asked in plain.
 * @throws UserError database_password, database_address
 */
export function databaseAddress(text: string): DatabaseAddress {
  const url = urlIn(text);
  const shown = shownAddress(url);
  const wrong = (detail: string): UserError => new UserError('database_address', shown, detail);
  if (url.password !== '' || url.searchParams.has('password')) throw new UserError('database_password', shown);
  for (const name of url.searchParams.keys())
    if (!parameters.has(name)) throw wrong(`it has ${name}, and only ${[...parameters].join(', ')} are known`);
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname).replaceAll(/^\[|\]$/g, '');
  if (host === '') throw wrong('it names no host');
  return {
    shown,
    host,
    port: Number(url.port) || 5432,
    user: decodeURIComponent(url.username) || undefined,
    database: decodeURIComponent(url.pathname.slice(1)) || undefined,
    tls: encryption(url.searchParams, isHere(host), wrong),
  };
}

function urlIn(text: string): URL {
  // A folder of sockets may stand in the place of the host, or no host at all.
  const written = text.replace(/^(postgres(?:ql)?:\/\/(?:[^/@?#]*@)?)(?=[/?])/i, '$1localhost');
  if (canParseUrl(written)) return new URL(written);
  // What cannot be read may hold a password, and is not shown.
  throw new UserError('database_address', '--state', 'it cannot be read');
}

function shownAddress({ username, host, pathname }: URL): string {
  return `postgres://${username && `${username}@`}${host}${pathname}`;
}

function encryption(given: URLSearchParams, here: boolean, wrong: (detail: string) => UserError): Encryption | false {
  const mode = given.get('sslmode');
  const authorities = given.get('sslrootcert');
  switch (mode) {
    case null:
      return here ? false : { authorities, checks: 'authority and host' };
    case 'disable':
      return false;
    case 'require':
      return { authorities, checks: authorities === null ? 'nothing' : 'authority' };
    case 'verify-ca':
      return { authorities, checks: 'authority' };
    case 'verify-full':
      return { authorities, checks: 'authority and host' };
    default:
      throw wrong(`sslmode=${mode} may end up without encryption: say verify-full, verify-ca, require, or disable`);
  }
}

/** Whether what is sent there does not leave the machine. */
const isHere = (host: string): boolean =>
  host.startsWith('/') || host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * The first line of a file that nobody but its owner can read.
 * @throws UserError secret_file
 */
export function secretIn(path: string): string {
  let line = '';
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new UserError('secret_file', path, 'others than its owner can read it');
    [line = ''] = readFileSync(path, 'utf8').split(/\r?\n/);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('secret_file', path, error instanceof Error && 'code' in error ? String(error.code) : '');
  }
  if (line === '') throw new UserError('secret_file', path, 'its first line is empty');
  return line;
}
