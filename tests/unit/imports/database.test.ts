import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { isSqlite, readDatabase } from '../../../src/imports/database.ts';
import { followed } from './recognised.ts';

/** A database that these statements make, as bytes. */
function database(...statements: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'target-resources-database-'));
  try {
    const connection = new DatabaseSync(':memory:');
    connection.exec(statements.join(';'));
    connection.prepare('VACUUM INTO ?').run(join(folder, 'made.db'));
    connection.close();
    return readFileSync(join(folder, 'made.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const channel = `UC${'moss'.repeat(5)}ab`;
const table =
  'CREATE TABLE subscriptions (uid INTEGER PRIMARY KEY, service_id INTEGER NOT NULL, url TEXT, name TEXT, subscriber_count INTEGER)';
const rows = `INSERT INTO subscriptions (service_id, url, name) VALUES
  (0, 'https://www.youtube.com/channel/${channel}', 'Moss'), (1, 'https://soundcloud.com/slug-hour', 'Slug'), (0, NULL, NULL)`;
const watched = `CREATE TABLE streams (url TEXT); INSERT INTO streams VALUES ('https://www.youtube.com/watch?v=aaaaaaaaaaa')`;

/** Marked as one that keeps a log beside it, as NewPipe's own. */
function logged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(2, 18, 20);
  return copy;
}

test.each([
  ['NewPipe', database(table, rows, watched)],
  ['with a log', logged(database(table, rows, watched))],
  ['columns in another order', database(table.replace('url TEXT, name TEXT', 'name TEXT, url TEXT'), rows)],
  ['with an index', database(table, rows, 'CREATE UNIQUE INDEX i ON subscriptions (service_id, url)')],
])('the subscriptions of an app are read, and nothing else: %s', async (_, bytes) => {
  expect(isSqlite(bytes)).toBe(true);
  const item = await readDatabase('newpipe.db', bytes);
  expect('bytes' in item && (await followed(item.bytes, item.name))).toEqual([
    `youtube:${channel}`,
    'soundcloud:slug-hour',
  ]);
});

test.each([
  ['another program', database(watched)],
  ['a view', database('CREATE VIEW subscriptions AS SELECT 0 AS service_id, 1 AS url, 2 AS name')],
  [
    'a computed column',
    database(
      'CREATE TABLE subscriptions (service_id INTEGER, url TEXT AS (hex(zeroblob(400000000))), name TEXT)',
      'INSERT INTO subscriptions (service_id) VALUES (0)',
    ),
  ],
])('is a database that is not known: %s', async (_, bytes) => {
  expect(await readDatabase('x.db', bytes)).toMatchObject({ kind: { one: 'a database (SQLite)' } });
});

test('a damaged one is one problem', async () => {
  const whole = database(table, rows, watched);
  const damaged = [whole.subarray(0, 6000), Buffer.concat([whole.subarray(0, 100), Buffer.alloc(9000, 7)])];
  for (const bytes of damaged)
    expect(await readDatabase('newpipe.db', bytes)).toMatchObject({ problem: expect.stringContaining('damaged') });
});
