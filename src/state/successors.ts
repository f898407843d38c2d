import type { Facts } from '../types/resource.ts';
import type { SucceededResource } from '../types/store.ts';
import type { Database } from './database.ts';
import { joinKeys, packedKey, pairsOf } from './keys.ts';

/** Every resource whose facts tell of a successor, in order. A quote in a text of the JSON has a backslash before it. */
export function successorsIn(database: Database): SucceededResource[] {
  const rows = database.all<{ network: string; id: string; facts: string }>(
    `SELECT network, id, facts FROM facts WHERE instr(facts, '"successor":{') > 0 ORDER BY network, id`,
  );
  return rows.flatMap(({ network, id, facts }) => {
    const { name, successor } = database.intact<Facts>(() => JSON.parse(facts));
    if (!successor) return [];
    const { resource, moved } = successor;
    return { network, id, name, resource, moved, key: pairOf({ network, id }), successorKey: pairOf(resource) };
  });
}

const pairOf = (resource: { network: string; id: string }): Uint32Array => pairsOf(joinKeys([packedKey(resource)]));
