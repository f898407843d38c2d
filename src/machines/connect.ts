import { readFileSync } from 'node:fs';
import type { Pool, PoolConfig } from 'pg';
import { UserError } from '../errors.ts';
import type { Clock } from '../types/run.ts';
import type { DatabaseAddress, Encryption } from './address.ts';
import { tablesScript, tablesVersion } from './tables.ts';

/** The database that machines share. A statement waits while the database is away, and is then made once more. */
export interface SharedDatabase {
  /** For messages. */
  shown: string;
  all<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
  /** Statements of which all hold or none. */
  transaction(work: (run: (sql: string, ...values: unknown[]) => Promise<unknown[]>) => Promise<void>): Promise<void>;
  /** A connection of its own for what ends with the connection, such as a lock. */
  aside(): Promise<DatabaseConnection>;
  close(): Promise<void>;
}

/** What is used of a driver's connection; its own types are not among what the package brings. */
export interface DatabaseConnection {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  on(event: 'end' | 'error', listener: () => void): unknown;
  end(): Promise<void>;
}

export interface ConnectOptions {
  password: string | null;
  clock: Clock;
  signal: AbortSignal;
  /** Told once for each time that the database is away. */
  onAway?: (why: string) => void;
  /** How long a database that was there is waited for. */
  patienceSeconds?: number;
}

/** How long a database that never answered is waited for. */
const firstPatienceMs = 15_000;
const longestPauseMs = 5_000;

/**
 * Connects, and makes the tables where there are none.
 * @throws UserError database_unreachable, state_newer; the reason of an aborted signal
 */
export async function connectDatabase(
  address: DatabaseAddress,
  { password, clock, signal, onAway = () => {}, patienceSeconds = 600 }: ConnectOptions,
): Promise<SharedDatabase> {
  const { default: pg } = await import('pg');
  const config = configOf(address, password);
  const pool: Pool = new pg.Pool({ ...config, max: 6 });
  // A connection that ends while nobody uses it is replaced by the next statement.
  pool.on('error', () => undefined);
  let patienceMs = firstPatienceMs;

  async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
    let since: number | null = null;
    for (let pause = 100; ; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        const value = await work();
        patienceMs = patienceSeconds * 1000;
        return value;
      } catch (error) {
        if (!isAway(error)) throw readable(error, address);
        signal.throwIfAborted();
        if (since === null) onAway(reasonOf(error));
        since ??= clock.now();
        if (clock.now() - since > patienceMs) throw readable(error, address);
        await clock.sleep(pause, signal);
      }
    }
  }

  const database: SharedDatabase = {
    shown: address.shown,
    all: <Row>(sql: string, ...values: unknown[]) =>
      patiently(async () => {
        const { rows } = await pool.query(sql, values);
        return rows as Row[];
      }),
    transaction: (work) =>
      patiently(async () => {
        const client = await pool.connect();
        let isBroken = true;
        try {
          await client.query('BEGIN');
          await work(async (sql, ...values) => (await client.query(sql, values)).rows);
          await client.query('COMMIT');
          isBroken = false;
        } finally {
          client.release(isBroken);
        }
      }),
    aside: () =>
      patiently(async () => {
        const client = new pg.Client(config);
        client.on('error', () => undefined);
        await client.connect();
        return client;
      }),
    close: () => pool.end(),
  };
  try {
    await makeTables(database);
    return database;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function makeTables(database: SharedDatabase): Promise<void> {
  await database.transaction(async (run) => {
    await run("SELECT pg_advisory_xact_lock(hashtext('target_resources tables'))");
    const [there] = await run("SELECT to_regclass('target_resources.meta') IS NOT NULL AS there");
    if ((there as { there: boolean }).there) return;
    await run(tablesScript);
  });
  const [row] = await database.all<{ value: Buffer }>("SELECT value FROM target_resources.meta WHERE key = 'version'");
  if (Number(row?.value.toString()) > tablesVersion) throw new UserError('state_newer', database.shown);
}

function configOf({ host, port, user, database, tls }: DatabaseAddress, password: string | null): PoolConfig {
  return {
    host,
    port,
    ...(user !== undefined && { user }),
    ...(database !== undefined && { database }),
    ...(password !== null && { password }),
    ssl: tls === false ? false : tlsOf(tls),
    application_name: 'target-resources',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // What is sent into a connection that is gone must not wait for an answer for ever.
    query_timeout: 60_000,
  };
}

function tlsOf({ authorities, checks }: Encryption): PoolConfig['ssl'] {
  return {
    rejectUnauthorized: checks !== 'nothing',
    ...(authorities !== null && { ca: readAuthorities(authorities) }),
    ...(checks === 'authority' && { checkServerIdentity: () => undefined }),
  };
}

function readAuthorities(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError('database_address', path, 'sslrootcert cannot be read', { cause: error });
  }
}

/** https://www.postgresql.org/docs/15/errcodes-appendix.html (read 2026-11-28): shut down, starting, or no place left. */
const awayCodes = new Set(['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006']);
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/** What `pg` itself says has no code. */
const lostMessages = /^(?:connection terminated|timeout exceeded|query read timeout|client has encountered)/i;

function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return awayCodes.has(code) || systemCodes.has(code) || (code === '' && lostMessages.test(error.message));
}

const reasonOf = (error: unknown): string => {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error ? first.message : String(first);
};

/** Without anything of the statement or of how the connection was made. */
function readable(error: unknown, { shown }: DatabaseAddress): unknown {
  if (!(error instanceof Error) || error instanceof UserError || error.name === 'AbortError') return error;
  return new UserError('database_unreachable', shown, reasonOf(error), { cause: error });
}
