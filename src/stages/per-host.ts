import pLimit from 'p-limit';

/**
 * Does a job for every batch: at most `concurrency` together in a lane (a host), all lanes side by side,
 * so that a slow host delays nobody else.
 */
export async function forEachPerHost<Item>(
  items: Item[],
  { laneOf, concurrency, batch }: { laneOf: (item: Item) => string; concurrency: number; batch: number },
  job: (items: Item[]) => Promise<void>,
): Promise<void> {
  const lanes = groupBy(items, laneOf);
  await Promise.all(
    [...lanes.values()].flatMap((lane) => {
      const limit = pLimit(concurrency);
      return batchesOf(lane, batch).map((some) => limit(() => job(some)));
    }),
  );
}

function batchesOf<Item>(items: Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
