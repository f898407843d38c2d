import { removeCounted } from './counted.ts';
import type { Database } from './database.ts';
import { inputAt, removeInput } from './input.ts';
import { packedKey, splitKeys } from './keys.ts';
import { successorsIn } from './successors.ts';
import { newSalt, rewrite } from './schema.ts';

/** Removes what was read before this instant. An unfinished list is as old as its first page. */
export function purge(database: Database, before: number): void {
  database.transaction(() => {
    if ((inputAt(database) ?? before) < before) removeInput(database);
    database.run('DELETE FROM page WHERE list IN (SELECT list FROM page GROUP BY list HAVING min(at) < ?)', before);
    if (database.run('DELETE FROM list WHERE read_at < ?', before) > 0) removeCounted(database);
    database.run('DELETE FROM counted WHERE at < ?', before);
    database.run('DELETE FROM ranking WHERE at < ?', before);
    for (const table of ['name', 'facts', 'evidence', 'identity', 'draft', 'author_page', 'answer']) {
      database.run(`DELETE FROM ${table} WHERE at < ?`, before);
    }
  });
}

/** Removes what one network said before this instant. An unfinished list is as old as its first page. */
export function purgeNetwork(database: Database, network: string, before: number): void {
  database.transaction(() => {
    const pages = 'SELECT list FROM page WHERE network = ? GROUP BY list HAVING min(at) < ?';
    database.run(`DELETE FROM page WHERE list IN (${pages})`, network, before);
    const lists = database.run('DELETE FROM list WHERE network = ? AND read_at < ?', network, before);
    if (lists > 0) removeCounted(database);
    for (const table of ['name', 'facts', 'evidence', 'identity', 'draft', 'author_page', 'answer']) {
      database.run(`DELETE FROM ${table} WHERE network = ? AND at < ?`, network, before);
    }
  });
}

/** Removes customers and all that no other one of the last input needs. False where there are no such customers. */
export function removeCustomers(database: Database, customers: readonly string[]): boolean {
  const wasKnown = database.transaction(() => {
    let removed = 0;
    for (const customer of customers) {
      removed += database.run('DELETE FROM customer WHERE customer = ?', customer);
      database.run('DELETE FROM member WHERE customer = ?', customer);
      database.run('DELETE FROM list WHERE list = ?', customer);
    }
    removeUnneeded(database);
    return removed > 0;
  });
  database.rewrite();
  return wasKnown;
}

/** Removes what no customer of the last input needs, and the values in the problems, which may name anybody. */
export function removeUnneeded(database: Database): void {
  database.run('DELETE FROM segment WHERE customer NOT IN (SELECT customer FROM customer)');
  database.run('DELETE FROM name WHERE name NOT IN (SELECT name FROM member)');
  const needed = 'SELECT list FROM name WHERE list IS NOT NULL';
  database.run(`DELETE FROM list WHERE via = 'network' AND list NOT IN (${needed})`);
  database.run(`DELETE FROM page WHERE list NOT IN (${needed})`);
  database.run("UPDATE problem SET value = ''");
  rewrite(database, 'problem', 'true');
  database.run("DELETE FROM meta WHERE key = 'reasons'");
  database.run('DELETE FROM ranking');
  // Nobody can say whose they are.
  database.run('DELETE FROM answer');
  removeCounted(database);
  removeUnlisted(database);
}

/** Removes everything; the new salt makes what was copied before unrecognisable to this state. */
export function removeAll(database: Database): void {
  database.transaction(() => {
    const tables = database.all<{ name: string }>("SELECT name FROM state.sqlite_schema WHERE type = 'table'");
    // What was spent holds nobody's data, and a budget must outlive it.
    for (const { name } of tables) {
      if (name !== 'spending') database.run(`DELETE FROM ${name}${name === 'meta' ? " WHERE key <> 'schema'" : ''}`);
    }
    newSalt(database);
  });
  database.rewrite();
}

interface Known {
  network: string;
  id: string;
}

/** Removes what is known of resources that are in no list, and that none in a list turned out to be. */
function removeUnlisted(database: Database): void {
  const known = database.all<Known>(
    `SELECT network, id FROM facts UNION SELECT network, id FROM evidence UNION SELECT network, id FROM draft
     UNION SELECT network, id FROM author_page
     UNION SELECT resource ->> 'network', resource ->> 'id' FROM identity`,
  );
  const unlisted = new Map(known.map((resource) => [packedKey(resource), resource]));
  for (const { list } of database.all<{ list: string }>('SELECT list FROM list')) {
    for (const { keys } of database.all<{ keys: Uint8Array }>('SELECT keys FROM list WHERE list = ?', list)) {
      for (const key of splitKeys(keys)) unlisted.delete(key);
    }
  }
  const successors = successorsIn(database);
  for (let kept = -1; kept !== unlisted.size;) {
    kept = unlisted.size;
    for (const { network, id, resource } of successors) {
      if (!unlisted.has(packedKey({ network, id }))) unlisted.delete(packedKey(resource));
    }
  }
  for (const { network, id } of unlisted.values()) {
    database.run('DELETE FROM facts WHERE network = ? AND id = ?', network, id);
    database.run('DELETE FROM evidence WHERE network = ? AND id = ?', network, id);
    database.run('DELETE FROM draft WHERE network = ? AND id = ?', network, id);
    database.run('DELETE FROM author_page WHERE network = ? AND id = ?', network, id);
    database.run("DELETE FROM identity WHERE resource ->> 'network' = ? AND resource ->> 'id' = ?", network, id);
  }
}
