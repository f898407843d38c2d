import type { Database } from './database.ts';
import { excludedOf, isControl, saveExcluded } from './input.ts';
import { removeUnneeded } from './removal.ts';

/** Whom the opt-out list names, in pseudonyms. */
export interface HiddenExclusions {
  customers: Set<string>;
  names: Set<string>;
  lists: Set<string>;
}

interface Alias {
  name: string;
  list: string;
}

interface Member {
  customer: string;
  name: string;
  network: string;
}

/**
 * Removes the excluded and all that no other customer of the last input needs, and adds to `excluded` what the state
 * knows of the same persons: other names of a profile, the customers that have it, and their other profiles that were
 * found.
 */
export function removeExcluded(database: Database, excluded: HiddenExclusions): void {
  const { customers, names, lists } = excluded;
  const isRewritten = database.transaction(() => {
    const aliases = database.all<Alias>(
      'SELECT name, list FROM name WHERE list IS NOT NULL UNION SELECT name, list FROM opted_out',
    );
    const members = database.all<Member>('SELECT customer, name, network FROM member');
    spread(excluded, aliases, members);
    const known = new Set(
      database.all<{ customer: string }>('SELECT customer FROM customer').map((row) => row.customer),
    );
    const removed = [...customers].filter((customer) => known.has(customer));
    const counts = excludedOf(database);
    // Whoever is left out of the control list is no client who is.
    const clients = removed.filter((customer) => !isControl(customer));
    const profiles = new Map(
      members
        .filter(({ customer }) => customers.has(customer) && !isControl(customer))
        .map(({ name, network }) => [name, network]),
    );
    for (const network of profiles.values()) counts.profiles[network] = (counts.profiles[network] ?? 0) + 1;
    if (clients.length > 0) saveExcluded(database, { ...counts, customers: counts.customers + clients.length });
    let changes = 0;
    for (const customer of removed) {
      changes += database.run('DELETE FROM customer WHERE customer = ?', customer);
      database.run('DELETE FROM member WHERE customer = ?', customer);
      database.run('DELETE FROM list WHERE list = ?', customer);
    }
    for (const { name, list } of aliases.filter((alias) => names.has(alias.name)))
      database.insert('opted_out', name, list);
    for (const name of names) changes += database.run('DELETE FROM name WHERE name = ?', name);
    for (const list of lists) {
      changes += database.run('DELETE FROM list WHERE list = ?', list);
      changes += database.run('DELETE FROM page WHERE list = ?', list);
    }
    for (const { list } of database.all<Alias>('SELECT DISTINCT list FROM opted_out'))
      if (!lists.has(list)) database.run('DELETE FROM opted_out WHERE list = ?', list);
    if (changes > 0) removeUnneeded(database);
    return changes > 0;
  });
  if (isRewritten) database.rewrite();
}

/** Until nothing is added: names to their profiles, profiles to all their names, these to their customers and back. */
function spread({ customers, names, lists }: HiddenExclusions, aliases: Alias[], members: Member[]): void {
  const found = new Set(aliases.map(({ name }) => name));
  const size = (): number => customers.size + names.size + lists.size;
  for (let before = -1; before !== size();) {
    before = size();
    for (const { name, list } of aliases) {
      if (names.has(name)) lists.add(list);
      else if (lists.has(list)) names.add(name);
    }
    for (const { customer, name } of members) {
      if (names.has(name)) customers.add(customer);
      else if (customers.has(customer) && found.has(name)) names.add(name);
    }
  }
}
