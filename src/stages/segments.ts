import { type ChoiceRules, type Report, type SegmentTable, leastShared } from '../types/report.ts';
import type { Counted } from './count.ts';
import { groupBy } from './per-host.ts';
import type { RankedBlock, RankedResource } from './rank.ts';
import { coarse } from './shareable.ts';
import { inOrder, standingOf } from './standing.ts';
import { wilsonInterval } from './statistics.ts';

/** The rankings of segments, and how many are left out of them. */
export interface SegmentTables {
  segments: Report['segments'];
  /** Readable customers who are in no segment that has one. */
  left: number;
}

/** The ranking of each segment that has enough customers whose lists could be read, by its name. */
export function segmentTables(blocks: readonly RankedBlock[], counted: Counted, rules: ChoiceRules): SegmentTables {
  const readers = [...counted.networksRead.entries()].flatMap(([customer, { size }]) => (size > 0 ? [customer] : []));
  const segmentOf = (customer: number): string => counted.segments[customer] ?? '';
  const named = groupBy(
    readers.filter((customer) => segmentOf(customer) !== ''),
    segmentOf,
  );
  const shown = shownAmong(named, readers.length, counted.isCoarse);
  const tables = [...named].filter(([name]) => shown.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const isTold = networksToldOf(tables, readers, counted);
  const segments = tables.map(([segment, members]): SegmentTable => {
    const own = new Set(members);
    return {
      segment,
      customers: counted.isCoarse ? coarse(members.length) : members.length,
      resources: blocks.flatMap((block) => tableOf(block, segment, own, isTold, counted, rules)),
    };
  });
  const inShown = tables.reduce((sum, [, members]) => sum + members.length, 0);
  return { segments, left: readers.length - inShown };
}

/**
 * The groups that are shown: those of enough customers. Where files are handed on, and those who are left would be too
 * few, so that whoever subtracts what is shown from the whole learns what they follow, the smallest are not shown either.
 */
function shownAmong(groups: ReadonlyMap<string, readonly number[]>, all: number, isHandedOn: boolean): Set<string> {
  const shown = [...groups]
    .filter(([, { length }]) => length >= leastShared)
    .toSorted(([a, { length: m }], [b, { length: n }]) => n - m || (a < b ? -1 : 1));
  const isTelling = (): boolean => {
    const left = all - shown.reduce((sum, [, { length }]) => sum + length, 0);
    return left > 0 && left < leastShared;
  };
  if (isHandedOn) while (shown.length > 0 && isTelling()) shown.pop();
  return new Set(shown.map(([name]) => name));
}

/** Whether a network is told of in a segment's table; where files are handed on, its readers are such groups, too. */
function networksToldOf(
  tables: readonly (readonly [string, readonly number[]])[],
  readers: readonly number[],
  { isCoarse, networksRead }: Counted,
): (segment: string, network: string) => boolean {
  if (!isCoarse) return () => true;
  const reads = (network: string) => (customer: number) => networksRead[customer]?.has(network) === true;
  const networks = new Set(readers.flatMap((customer) => [...(networksRead[customer] ?? [])]));
  const told = new Map(
    [...networks].map((network) => {
      const groups = new Map(tables.map(([name, members]) => [name, members.filter(reads(network))]));
      return [network, shownAmong(groups, readers.filter(reads(network)).length, true)];
    }),
  );
  return (segment, network) => told.get(network)?.has(segment) === true;
}

function tableOf(
  { ranked }: RankedBlock,
  segment: string,
  members: ReadonlySet<number>,
  isTold: (segment: string, network: string) => boolean,
  { isCoarse, networksRead }: Counted,
  { order, minCustomers }: ChoiceRules,
): SegmentTable['resources'] {
  const shown = isCoarse ? coarse : (clients: number) => clients;
  const readable = new Map<string, number>();
  for (const network of [...members].flatMap((customer) => [...(networksRead[customer] ?? [])]))
    readable.set(network, (readable.get(network) ?? 0) + 1);
  const standing = ({ page, followers }: RankedResource) =>
    standingOf(
      page,
      shown(followers.filter((customer) => members.has(customer)).length),
      shown(readable.get(page.resource.network) ?? 0),
    );
  const compare = inOrder(order);
  return ranked
    .filter(({ page }) => isTold(segment, page.resource.network))
    .map((each) => ({ ...each, standing: standing(each), n: shown(readable.get(each.page.resource.network) ?? 0) }))
    .filter((each) => each.standing.customers >= Math.max(1, minCustomers))
    .toSorted((a, b) => compare(a.standing, b.standing))
    .map(({ row: { title, network, resource, url }, standing: { customers, share }, n }, index) => {
      const { low, high } = wilsonInterval(customers, n);
      return {
        rank: index + 1,
        title,
        network,
        resource,
        url,
        customers,
        customers_readable: n,
        share,
        share_low: low,
        share_high: high,
      };
    });
}
