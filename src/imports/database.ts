import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { fileKindByBytes } from '../tables/file-kinds.ts';
import type { ImportItem } from './import-item.ts';

/** Whether a file is a database of SQLite, by its first bytes. */
export const isSqlite = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, mark.length)).toString('latin1') === mark;

const mark = 'SQLite format 3\0';

/**
 * The subscriptions in the database of NewPipe and its kin, in the JSON that these apps export them in; what it holds
 * besides, such as what was watched, is not looked at. Any other database is told as what it is.
 */
export async function readDatabase(name: string, bytes: Buffer): Promise<ImportItem> {
  const folder = await mkdtemp(join(tmpdir(), 'target-resources-'));
  try {
    const path = join(folder, 'copy.db');
    await writeFile(path, withoutLog(bytes), { mode: 0o600 });
    const subscriptions = subscriptionsIn(path);
    if (subscriptions !== null) return { name, bytes: Buffer.from(JSON.stringify({ app_version: '', subscriptions })) };
  } catch {
    return {
      name,
      problem: 'it is a database (SQLite) that is damaged or incomplete',
      whatToDo: 'make the backup again, or export the subscriptions of the app as JSON',
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const kind = fileKindByBytes(bytes);
  return kind ? { name, kind } : { name, bytes };
}

/** A database that keeps a log beside it is whole without one once it was copied: these bytes say that it has none. */
function withoutLog(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length > logBytes.at + 1) copy.fill(logBytes.none, logBytes.at, logBytes.at + 2);
  return copy;
}

/** https://sqlite.org/fileformat2.html#file_format_version_numbers */
const logBytes = { at: 18, none: 1 };

interface Subscription {
  service_id: number;
  url: string;
  name: string;
}

/** Null where it has no such table. */
function subscriptionsIn(path: string): Subscription[] | null {
  // Attached, as in state/database.ts: DETACH closes the file at once.
  const connection = new DatabaseSync(':memory:');
  try {
    connection.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    connection.prepare('ATTACH ? AS handed').run(path);
    if (!hasSubscriptions(connection)) return null;
    const rows = connection
      .prepare(
        `SELECT service_id, substr(url, 1, 2000) AS url, substr(name, 1, 500) AS name FROM handed.subscriptions LIMIT ${most}`,
      )
      .all();
    return rows.map(({ service_id: id, url, name }) => ({
      service_id: Number(id),
      url: String(url ?? ''),
      name: String(name ?? ''),
    }));
  } finally {
    connection.close();
  }
}

const most = 100_000;

/** A plain table: a view or a computed column could compute for ever. */
function hasSubscriptions(connection: DatabaseSyncInstance): boolean {
  const table = connection
    .prepare(`SELECT sql FROM handed.sqlite_schema WHERE type = 'table' AND name = 'subscriptions' AND rootpage > 0`)
    .get();
  if (table === undefined) return false;
  const columns = connection.prepare('PRAGMA handed.table_xinfo(subscriptions)').all();
  const names = new Set(columns.map(({ name }) => name));
  return ['service_id', 'url', 'name'].every((name) => names.has(name)) && columns.every(({ hidden }) => hidden === 0);
}
