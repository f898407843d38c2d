import type { Database } from './database.ts';
import { saltBytes } from './schema.ts';

/** What every pseudonym of this state is made with. @throws UserError state_damaged */
export function saltOf(database: Database): Uint8Array {
  const [salt] = database.all<{ value: Uint8Array }>("SELECT value FROM meta WHERE key = 'salt'");
  if (salt?.value.length !== saltBytes) throw database.damaged('its salt is missing');
  return salt.value;
}

/** Whether another salt would make nobody unrecognisable. */
export const isWithoutPseudonyms = (database: Database): boolean =>
  ['customer', 'name', 'list', 'page', 'opted_out', 'short_link', 'ranking'].every(
    (table) => database.all(`SELECT 1 FROM ${table} LIMIT 1`).length === 0,
  );
