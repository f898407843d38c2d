import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { UserError } from '../errors.ts';
import { checksumOf } from './checksum.ts';

export type SqlValue = string | number | null | Uint8Array;

/** The one open file. Tables are created in the schema `state`, and need no prefix elsewhere. */
export interface Database {
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  /** @returns the number of rows changed */
  run(sql: string, ...values: SqlValue[]): number;
  /** The rows one by one, for results that are larger than memory. */
  each<Row>(sql: string): Iterable<Row>;
  /** Writes a row, over the one with the same key: a value for every column but the last, which is the checksum. */
  insert(table: string, ...values: SqlValue[]): void;
  script(sql: string): void;
  /** What `work` writes is committed whole, or not at all where it throws. */
  transaction<Result>(work: () => Result): Result;
  /** What is written from here on stays once `keep` is called; otherwise closing drops it. */
  hold(): void;
  keep(): void;
  /** What `work` writes stays at once, whatever becomes of what is held back. */
  aside(work: () => void): void;
  /** Reads what is packed in a value. @throws UserError state_damaged where `work` throws */
  intact<Result>(work: () => Result): Result;
  damaged(detail: string): UserError;
  /** Writes the file anew, with what is held back, so that nothing deleted is left in it or in its log. */
  rewrite(): void;
  close(): void;
}

/**
 * Opens the file, made with mode 0600 where there is none, and locks it until it is closed or the process ends.
 * @param path `:memory:` for a state that ends with the process
 * @throws UserError state_locked at once, state_damaged, state_unwritable
 */
export function openDatabase(path: string): Database {
  const connection = attempt(path, () => attach(path === ':memory:' ? path : createFile(path)));
  const statements = new Map<string, StatementSyncInstance>();
  const prepared = (sql: string): StatementSyncInstance => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  let held: { sql: string; values: SqlValue[] }[] | null = null;
  const script = (sql: string): void => attempt(path, () => connection.exec(sql));
  const sync = createSync((level) => script(`PRAGMA state.synchronous = ${level}`));
  const write = (sql: string, values: SqlValue[]): number => {
    if (!connection.isTransaction) sync.beforeCommit();
    return attempt(path, () => prepared(sql).run(...values.map(withoutNul)).changes);
  };
  const run = (sql: string, values: SqlValue[]): number => {
    held?.push({ sql, values });
    return write(sql, values);
  };
  const damaged = (detail: string, cause?: unknown): UserError =>
    new UserError('state_damaged', path, detail, { cause });

  const database: Database = {
    all: <Row>(sql: string, ...values: SqlValue[]) =>
      attempt<Row[]>(path, () => prepared(sql).all(...values.map(withoutNul))),
    run: (sql, ...values) => run(sql, values),
    each: <Row>(sql: string) => prepared(sql).iterate() as Iterable<Row>,
    insert(table, ...values) {
      const row = values.map(withoutNul);
      const places = row.map(() => '?').join(', ');
      run(`INSERT OR REPLACE INTO ${table} VALUES (${places}, ?)`, [...row, checksumOf(table, row)]);
    },
    script,
    transaction(work) {
      const [begin, commit, undo] = held ? nested : whole;
      const before = held?.length;
      if (!held) sync.beforeCommit();
      script(begin);
      try {
        const result = work();
        script(commit);
        return result;
      } catch (error) {
        if (before !== undefined) held?.splice(before);
        if (connection.isTransaction) script(undo);
        throw error;
      }
    },
    hold() {
      sync.now();
      script('BEGIN IMMEDIATE');
      held = [];
    },
    keep() {
      if (held) script('COMMIT');
      held = null;
    },
    aside(work) {
      const again = held;
      if (again) script('ROLLBACK');
      held = null;
      sync.now();
      work();
      if (!again) return;
      database.hold();
      for (const { sql, values } of again) run(sql, values);
    },
    intact(work) {
      try {
        return work();
      } catch (error) {
        throw damaged(error instanceof Error ? error.message : String(error), error);
      }
    },
    damaged,
    rewrite() {
      database.keep();
      script('VACUUM state');
      script('PRAGMA state.wal_checkpoint(TRUNCATE)');
    },
    close() {
      if (!connection.isOpen) return;
      try {
        if (connection.isTransaction) script('ROLLBACK');
        script('DETACH state');
      } finally {
        connection.close();
      }
    },
  };
  try {
    script('BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** How long the disk may have to take what was committed: so much is lost at most where the power fails. */
const syncMs = 50;

/**
 * Group commit: a commit goes to the system at once, which keeps it when the process is killed, and all commits of 50 ms
 * go to the disk together with the next one behind them. Only in WAL, where a file is sound without it
 * (https://sqlite.org/pragma.html#pragma_synchronous, 2026-11).
 */
function createSync(set: (level: 'FULL' | 'NORMAL') => void): { beforeCommit(): void; now(): void } {
  let last = -Infinity;
  let level: 'FULL' | 'NORMAL' | null = null;
  const use = (wanted: 'FULL' | 'NORMAL'): void => {
    if (level !== wanted) set(wanted);
    level = wanted;
    if (wanted === 'FULL') last = performance.now();
  };
  return {
    beforeCommit: () => use(performance.now() - last >= syncMs ? 'FULL' : 'NORMAL'),
    now: () => use('FULL'),
  };
}

/** How a transaction begins, ends and is undone: by itself, and within one that is held. */
const whole = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const;
const nested = ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part'] as const;

/** SQLite's texts end at a NUL where they are bound. */
const withoutNul = (value: SqlValue): SqlValue =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;

/**
 * The file is attached to a connection in memory, because @photostructure/sqlite 1.2.1 leaves a connection open, and
 * its lock held, until the last of its statements is collected as garbage; DETACH closes the file at once.
 */
function attach(file: string): DatabaseSyncInstance {
  const connection = new DatabaseSync(':memory:', { timeout: 0 });
  connection.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA secure_delete = ON');
  connection.prepare('ATTACH ? AS state').run(file);
  return connection;
}

/**
 * Makes the file where there is none. Never opens one that is there: closing any descriptor of it would drop the locks
 * that SQLite holds on it in this process (https://sqlite.org/howtocorrupt.html, section 2.2).
 */
function createFile(path: string): string {
  const file = resolve(path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new UserError('state_unwritable', path, 'it is not a file');
  const size = found?.size;
  if (size !== undefined && isCutOff(size, sizeOf(`${file}-wal`) ?? 0)) {
    throw new UserError('state_damaged', path, 'it is cut off');
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    if (size === undefined) closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return file;
}

/**
 * What SQLite itself would not notice: it begins a file below its smallest page anew, deleting the log, which may hold
 * everything, and reads zeros for the rest of a page. Only a log that is still there can mend such a page.
 */
const isCutOff = (size: number, log: number): boolean =>
  size < smallestPage ? size + log > 0 : size % smallestPage > 0 && log === 0;

const smallestPage = 512;

const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;

type StateCode = 'state_locked' | 'state_damaged' | 'state_unwritable';

/** https://sqlite.org/rescode.html */
const codes: ReadonlyMap<number, StateCode> = new Map([
  // Of statements that were right when they were written: the tables are others than they were.
  [1, 'state_damaged'],
  [5, 'state_locked'],
  [8, 'state_unwritable'],
  [10, 'state_unwritable'],
  [11, 'state_damaged'],
  [13, 'state_unwritable'],
  [14, 'state_unwritable'],
  [26, 'state_damaged'],
]);

/** What SQLite says where @photostructure/sqlite 1.2.1 does not pass its code on: while it reads rows. */
const sentences: ReadonlyMap<string, StateCode> = new Map([
  ['database is locked', 'state_locked'],
  ['attempt to write a readonly database', 'state_unwritable'],
  ['disk I/O error', 'state_unwritable'],
  ['database disk image is malformed', 'state_damaged'],
  ['database or disk is full', 'state_unwritable'],
  ['unable to open database file', 'state_unwritable'],
  ['file is not a database', 'state_damaged'],
]);

function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    throw code && error instanceof Error ? new UserError(code, path, error.message, { cause: error }) : error;
  }
}

function codeOf(error: unknown): StateCode | undefined {
  if (!(error instanceof Error)) return undefined;
  // The low byte of an extended code is its primary code.
  if ('errcode' in error && typeof error.errcode === 'number') return codes.get(error.errcode & 0xff);
  return 'syscall' in error ? 'state_unwritable' : sentences.get(error.message);
}
