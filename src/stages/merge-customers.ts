import type { ReadList } from '../types/store.ts';

/**
 * Customers that share a profile whose list was read are one: the same person under two names, whose follows must not
 * count twice. Nothing but the exact same profile merges anybody; a company page that shows no list merges nobody.
 */
export function mergeCustomers(customers: ReadList[][]): MergedCustomer[] {
  const merged = new Set<ReadList[]>();
  const customerOf = new Map<string, ReadList[]>();
  const membersOf = new Map<ReadList[], number[]>();
  for (const [number, lists] of customers.entries()) {
    const own = [...lists];
    membersOf.set(own, [number]);
    merged.add(own);
    for (const { list } of lists.filter(countsFollows)) {
      const other = customerOf.get(list);
      if (other && other !== own) {
        for (const each of other) own.push(each);
        for (const member of membersOf.get(other) ?? []) membersOf.get(own)?.push(member);
        merged.delete(other);
        for (const each of other) if (customerOf.get(each.list) === other) customerOf.set(each.list, own);
      }
      customerOf.set(list, own);
    }
  }
  return [...merged].map((lists) => ({
    lists: [...new Map(lists.map((each) => [each.list, each])).values()],
    members: membersOf.get(lists) ?? [],
  }));
}

/** One customer, perhaps under several names. */
interface MergedCustomer {
  lists: ReadList[];
  /** Which of the given customers these are, by number. */
  members: number[];
}

/** Whether the list says what its customer follows. */
export const countsFollows = ({ status }: ReadList): boolean => status === 'read' || status === 'truncated';
