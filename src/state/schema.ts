import { randomBytes } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Database } from './database.ts';

/** Marks a file as ours: "tgtr" in ASCII. */
const applicationId = 0x74_67_74_72;

/** Bytes up to which reading the whole file at every start is cheap. */
const maxCheckedBytes = 64 * 2 ** 20;

/** Bytes of the salt that every pseudonym of a state is made with. */
export const saltBytes = 32;

export type Migration = (database: Database) => void;

/** Step n makes version n + 1 of version n. Steps that were released are never changed. */
export const migrations: readonly Migration[] = [
  (database) => {
    // Instants are milliseconds since the epoch; `customer`, `name` and `list` are pseudonyms. Columns that are asked
    // for in every row come before the long ones, so that SQLite need not read past these.
    database.script(`
      CREATE TABLE state.meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE state.customer (customer TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      CREATE TABLE state.member (
        customer TEXT NOT NULL, name TEXT NOT NULL, network TEXT NOT NULL,
        PRIMARY KEY (customer, name)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE state.name (
        name TEXT PRIMARY KEY, status TEXT, list TEXT, at REAL NOT NULL, profile BLOB,
        CHECK ((status IS NULL) = (list IS NOT NULL) AND (list IS NULL) = (profile IS NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE state.list (
        list TEXT PRIMARY KEY, network TEXT, via TEXT NOT NULL, status TEXT NOT NULL, read_at REAL NOT NULL, note BLOB,
        keys BLOB NOT NULL, names BLOB NOT NULL
      ) STRICT;
      CREATE TABLE state.page (
        list TEXT NOT NULL, number INTEGER NOT NULL, network TEXT NOT NULL, at REAL NOT NULL, cut_short INTEGER NOT NULL,
        next BLOB, keys BLOB NOT NULL, names BLOB NOT NULL,
        PRIMARY KEY (list, number)
      ) STRICT;
      CREATE TABLE state.identity (
        network TEXT NOT NULL, name TEXT NOT NULL, at REAL NOT NULL, resource TEXT NOT NULL,
        PRIMARY KEY (network, name)
      ) STRICT;
      CREATE TABLE state.facts (network TEXT NOT NULL, id TEXT NOT NULL, at REAL NOT NULL, facts TEXT NOT NULL,
        PRIMARY KEY (network, id)
      ) STRICT;
      CREATE TABLE state.evidence (network TEXT NOT NULL, id TEXT NOT NULL, at REAL NOT NULL, posts TEXT,
        PRIMARY KEY (network, id)
      ) STRICT;
      CREATE TABLE state.spending (network TEXT NOT NULL, at REAL NOT NULL, amount REAL NOT NULL) STRICT;
      CREATE TABLE state.problem (
        number INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL, value TEXT NOT NULL,
        problem TEXT NOT NULL, what_to_do TEXT NOT NULL
      ) STRICT;
    `);
    newSalt(database);
  },
  (database) => {
    // Which customers, as one pseudonym of all of them, made a ranking: the digest of its bytes stands for it.
    database.script(`
      CREATE TABLE state.ranking (digest TEXT PRIMARY KEY, cohort TEXT NOT NULL, at REAL NOT NULL) STRICT, WITHOUT ROWID
    `);
  },
  (database) => {
    // Posts were kept without their texts, which nothing can judge by: they are asked for again.
    database.script('DELETE FROM state.evidence');
  },
  (database) => {
    // What a network said is removed by its own rules: a name that no client has any more is asked for again.
    database.script(`
      ALTER TABLE state.name ADD COLUMN network TEXT;
      UPDATE name SET network = (SELECT network FROM member WHERE member.name = name.name);
      DELETE FROM name WHERE network IS NULL
    `);
  },
  (database) => {
    // Under which names profiles on the opt-out list are known; pseudonyms both.
    database.script(`
      CREATE TABLE state.opted_out (name TEXT PRIMARY KEY, list TEXT NOT NULL) STRICT, WITHOUT ROWID
    `);
  },
];

export function newSalt(database: Database): void {
  database.run("INSERT OR REPLACE INTO meta VALUES ('salt', ?)", randomBytes(saltBytes));
}

/**
 * Makes sure that the file is a sound state of this version, or becomes one.
 * @throws UserError state_newer, state_damaged; the file is then as it was
 */
export function prepare(database: Database, path: string): void {
  const version = versionOf(database, path);
  check(database);
  database.script('PRAGMA state.journal_mode = WAL; PRAGMA state.synchronous = FULL');
  migrate(database, version, migrations);
}

/** Takes every step that the file has not taken, all in one transaction. */
export function migrate(database: Database, version: number, all: readonly Migration[]): void {
  if (version === all.length) return;
  database.transaction(() => {
    for (const step of all.slice(version)) step(database);
    database.script(`PRAGMA state.application_id = ${applicationId}; PRAGMA state.user_version = ${all.length}`);
  });
}

function versionOf(database: Database, path: string): number {
  const application = pragma(database, 'application_id');
  const isEmpty = database.all('SELECT 1 FROM state.sqlite_schema LIMIT 1').length === 0;
  const isOurs = application === applicationId || (application === 0 && isEmpty);
  if (!isOurs) throw database.damaged('it is the database of another program');
  const version = pragma(database, 'user_version');
  if (version > migrations.length) throw new UserError('state_newer', path);
  if (version < 0 || version > 0 === isEmpty) throw database.damaged('its version does not fit its tables');
  return version;
}

function check(database: Database): void {
  if (pragma(database, 'page_count') * pragma(database, 'page_size') > maxCheckedBytes) return;
  const [finding] = database.all<{ quick_check: string }>('PRAGMA state.quick_check(1)');
  if (finding?.quick_check !== 'ok') throw database.damaged(finding?.quick_check ?? 'it cannot be checked');
}

type Pragma = 'application_id' | 'user_version' | 'page_count' | 'page_size';

const pragma = (database: Database, name: Pragma): number =>
  database.all<Record<Pragma, number>>(`PRAGMA state.${name}`)[0]?.[name] ?? 0;
