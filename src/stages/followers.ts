import type { ReadList } from '../types/store.ts';
import type { ResolvedLists } from './resolve.ts';

/** The halves of a 64-bit key. */
export type KeyPair = readonly [low: number, high: number];

/**
 * The customers, by number, that follow each of these keys. Of most follows only the lower bits are looked at.
 * @param customers lists of each customer
 * @param keys by the number of the resource
 */
export function followersIn(
  read: Pick<ResolvedLists, 'keys'>,
  customers: readonly (readonly ReadList[])[],
  keys: ReadonlyMap<number, KeyPair>,
): Map<number, number[]> {
  const followers = new Map<number, number[]>([...keys.keys()].map((number) => [number, []]));
  const lowBits = new Uint8Array(2 ** 16);
  const byLow = new Map<number, { high: number; own: number[] }[]>();
  for (const [number, [low, high]] of keys) {
    lowBits[low & 0xffff] = 1;
    byLow.set(low, [...(byLow.get(low) ?? []), { high, own: followers.get(number) ?? [] }]);
  }
  for (const [customer, lists] of customers.entries()) {
    for (const { list } of lists) {
      const all = read.keys(list);
      for (let at = 0; at < all.length; at += 2) {
        const low = all[at] ?? 0;
        if (lowBits[low & 0xffff] === 0) continue;
        const known = byLow.get(low)?.find(({ high }) => high === all[at + 1])?.own;
        if (known && known.at(-1) !== customer) known.push(customer);
      }
    }
  }
  return followers;
}
