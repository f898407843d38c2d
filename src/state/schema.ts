import { randomBytes } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Problem } from '../types/input.ts';
import { checksumOf } from './checksum.ts';
import { DigestOfLists } from './counted.ts';
import type { Database, SqlValue } from './database.ts';
import { tables } from './tables.ts';

/** Marks a file as ours: "tgtr" in ASCII. */
const applicationId = 0x74_67_74_72;

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
    database.run("INSERT INTO meta VALUES ('salt', ?)", randomBytes(saltBytes));
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
  (database) => {
    // A change of one bit is found in every row, in the statements of the tables, and in the version.
    for (const table of tablesOfSix) {
      database.script(`ALTER TABLE state.${table} ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0`);
      const [key = ''] = columnsOf(database, table);
      const keys = database.all<{ key: SqlValue }>(`SELECT DISTINCT ${key} AS key FROM ${table}`);
      for (const row of keys) rewrite(database, table, `${key} = ?`, row.key);
    }
    const [salt] = database.all<{ value: Uint8Array }>("SELECT value FROM meta WHERE key = 'salt'");
    if (salt) setSalt(database, salt.value);
    seal(database, 6);
  },
  (database) => {
    // Which segment a customer is in: the word is sealed for the customer's pseudonym.
    database.script(`
      CREATE TABLE state.segment (
        customer TEXT PRIMARY KEY, segment BLOB NOT NULL, checksum INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID
    `);
    seal(database, 7);
  },
  (database) => {
    // What a service for short links answered; the link is a pseudonym.
    database.script(`
      CREATE TABLE state.short_link (
        link TEXT PRIMARY KEY, at REAL NOT NULL, answer TEXT NOT NULL, checksum INTEGER NOT NULL DEFAULT 0
      ) STRICT, WITHOUT ROWID
    `);
    seal(database, 8);
  },
  (database) => {
    // Customers may be people of a control list, whom an earlier version would count as clients.
    seal(database, 9);
  },
  (database) => {
    // Lists have two halves of lines from here on, see lines.ts; those with one gzip are read as before.
    seal(database, 10);
  },
  (database) => {
    // What an assistant drafted for a resource.
    database.script(`
      CREATE TABLE state.draft (
        network TEXT NOT NULL, id TEXT NOT NULL, at REAL NOT NULL, drafts TEXT NOT NULL,
        checksum INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (network, id)
      ) STRICT
    `);
    seal(database, 11);
  },
  (database) => {
    // What a resource's page for authors says.
    database.script(`
      CREATE TABLE state.author_page (
        network TEXT NOT NULL, id TEXT NOT NULL, at REAL NOT NULL, page TEXT NOT NULL,
        checksum INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (network, id)
      ) STRICT
    `);
    seal(database, 12);
  },
  (database) => {
    // What was counted, for the next report of the same lists.
    database.script(`
      CREATE TABLE state.counted (
        part INTEGER PRIMARY KEY, at REAL NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL DEFAULT 0
      ) STRICT
    `);
    seal(database, 13);
  },
  (database) => {
    // What servers answered, to ask whether it has changed; the request is a pseudonym.
    database.script(`
      CREATE TABLE state.answer (
        request TEXT PRIMARY KEY, network TEXT NOT NULL, at REAL NOT NULL, answer BLOB NOT NULL,
        checksum INTEGER NOT NULL DEFAULT 0
      ) STRICT
    `);
    seal(database, 14);
  },
];

const tablesOfSix = [
  'meta',
  'customer',
  'member',
  'name',
  'list',
  'page',
  'identity',
  'facts',
  'evidence',
  'spending',
  'opted_out',
  'problem',
  'ranking',
];

/** The salt stands in the state twice: without it nobody would be recognised. */
export function setSalt(database: Database, salt: Uint8Array): void {
  for (const key of saltKeys) database.insert('meta', key, salt);
}

export const newSalt = (database: Database): void => setSalt(database, randomBytes(saltBytes));

export const saltKeys: readonly string[] = ['salt', 'salt again'];

/** Writes rows again with checksums of what they hold now. */
export function rewrite(database: Database, table: string, where: string, ...values: SqlValue[]): void {
  const rows = database.all<Record<string, SqlValue>>(`SELECT * FROM ${table} WHERE ${where}`, ...values);
  database.run(`DELETE FROM ${table} WHERE ${where}`, ...values);
  for (const row of rows) database.insert(table, ...Object.values(row).slice(0, -1));
}

const columnsOf = (database: Database, table: string): string[] =>
  database.all<{ name: string }>("SELECT name FROM pragma_table_info(?, 'state')", table).map(({ name }) => name);

/** Every step that changes the tables ends with this. */
export const seal = (database: Database, version: number): void =>
  database.insert('meta', 'schema', schemaSum(database, version));

const schemaSum = (database: Database, version: number): number =>
  checksumOf(
    'sqlite_schema',
    database
      .all<{ name: string; sql: string | null }>('SELECT name, sql FROM state.sqlite_schema ORDER BY name')
      .flatMap(({ name, sql }) => [name, sql])
      .concat(String(version)),
  );

/**
 * Makes sure that the file is a sound state of this version, or becomes one.
 * @param onLost told of every row whose bytes have changed, before the error
 * @returns what `listsDigest` gives, which reads every list again; null where nothing was checked
 * @throws UserError state_newer, state_damaged; the file is then as it was
 */
export function prepare(
  database: Database,
  path: string,
  onLost: (lost: Problem) => void = () => undefined,
): string | null {
  const version = versionOf(database, path);
  check(database);
  const digest = version >= sealedSince ? checkRows(database, path, onLost) : null;
  database.script('PRAGMA state.journal_mode = WAL; PRAGMA state.synchronous = FULL');
  migrate(database, version, migrations);
  return digest;
}

/** The version that checksums came with. */
const sealedSince = 4;

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
  const isSealed = isEmpty || schemaSum(database, version) === storedSum(database);
  if (!isSealed && (version >= sealedSince || storedSum(database) !== undefined)) {
    throw database.damaged('its version or its tables have changed');
  }
  if (version > migrations.length) throw new UserError('state_newer', path);
  if (version < 0 || version > 0 === isEmpty) throw database.damaged('its version does not fit its tables');
  return version;
}

const storedSum = (database: Database): number | undefined =>
  database.all<{ value: number }>("SELECT value FROM meta WHERE key = 'schema'")[0]?.value;

function check(database: Database): void {
  const [finding] = database.all<{ integrity_check: string }>('PRAGMA state.integrity_check(1)');
  if (finding?.integrity_check !== 'ok') throw database.damaged(finding?.integrity_check ?? 'it cannot be checked');
}

function checkRows(database: Database, path: string, onLost: (lost: Problem) => void): string {
  const lists = new DigestOfLists();
  let lost = 0;
  // An older version has not all of them yet.
  const there = new Set(
    database.all<{ name: string }>("SELECT name FROM state.sqlite_schema WHERE type = 'table'").map(({ name }) => name),
  );
  for (const [table, { network, row: value, whatToDo }] of tables) {
    if (!there.has(table)) continue;
    database.intact(() => {
      for (const row of database.each<Record<string, SqlValue>>(`SELECT * FROM ${table}`)) {
        if (table === 'list') lists.add(row);
        const values = Object.values(row);
        if (checksumOf(table, values.slice(0, -1)) === values.at(-1)) continue;
        const of = network === undefined ? '' : ` (${String(values[network])})`;
        onLost({
          file: path,
          line: 0,
          value: `${value}${of}`,
          problem: 'its bytes in the state have changed',
          whatToDo,
        });
        lost += 1;
      }
    });
  }
  if (lost > 0) throw database.damaged(`the bytes of ${lost} rows have changed`);
  return lists.digest();
}

type Pragma = 'application_id' | 'user_version';

const pragma = (database: Database, name: Pragma): number =>
  database.all<Record<Pragma, number>>(`PRAGMA state.${name}`)[0]?.[name] ?? 0;
