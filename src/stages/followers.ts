import type { ReadList } from '../types/store.ts';
import type { ResolvedLists } from './resolve.ts';
import type { Tally } from './tally.ts';

/**
 * The customers, by number, that follow each of these keys, by number. Of most follows only the lower bits are looked at.
 * @param customers lists of each customer
 */
export function followersIn(
  read: Pick<ResolvedLists, 'keys'>,
  customers: readonly (readonly ReadList[])[],
  tally: Tally,
  wanted: ReadonlySet<number>,
): Map<number, number[]> {
  const followers = new Map<number, number[]>([...wanted].map((number) => [number, []]));
  const lowBits = new Uint8Array(2 ** 16);
  for (const low of tally.lowHalvesOf(wanted)) lowBits[low & 0xffff] = 1;
  for (const [customer, lists] of customers.entries()) {
    for (const { list } of lists) {
      const keys = read.keys(list);
      for (let at = 0; at < keys.length; at += 2) {
        const low = keys[at] ?? 0;
        if (lowBits[low & 0xffff] === 0) continue;
        const known = followers.get(tally.find(low, keys[at + 1] ?? 0));
        if (known && known.at(-1) !== customer) known.push(customer);
      }
    }
  }
  return followers;
}
