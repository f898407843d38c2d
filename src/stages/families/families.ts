import type { Decision, ResourceName } from '../../types/input.ts';
import type { Candidate, Row } from '../../types/report.ts';
import type { Facts } from '../../types/resource.ts';
import type { Block } from '../apart.ts';
import { type JudgeContext, networkOf } from '../context.ts';
import type { Counted } from '../count.ts';
import { spellings } from '../decisions.ts';
import { resourceKey } from '../keys.ts';
import { coarse } from '../shareable.ts';
import { type Joined, type Page, type Said, joinFamilies } from './join.ts';
import { domainName, namingsOf } from './namings.ts';

/** Every name under which pages that were examined tell of other places. */
export function namedBy(
  judged: readonly { candidate: Candidate; judgement: Pick<Row, 'verdict'> }[],
  context: JudgeContext,
): Set<string> {
  const { finder } = context;
  if (!finder) return new Set();
  return new Set(
    judged.flatMap(({ candidate: { resource }, judgement: { verdict } }) => {
      const known = saidOf(resource, verdict, context);
      return known?.exists ? namingsOf(resource.network, known, finder).flatMap(({ names }) => names) : [];
    }),
  );
}

/** What a page says of itself; what stands for a page behind a login is not said by it. */
const saidOf = (resource: Candidate['resource'], verdict: Row['verdict'], context: JudgeContext): Facts | null =>
  verdict === 'unexamined' || networkOf(resource, context.networks).closed
    ? null
    : (context.facts(resource)?.facts ?? null);

/** A row with the resource that it is about. */
export interface CountedRow {
  candidate: Candidate;
  row: Row;
}

/**
 * Tells in each row which family its page belongs to, and which pages may belong to it. Only pages that were examined say
 * anything of others; what an account that has moved says is said by the one it moved to.
 */
export function addFamilies(pages: CountedRow[], blocks: Block[], counted: Counted, context: JudgeContext): void {
  const ends = new Map(counted.moved.map(({ resource, to }) => [resourceKey(resource), resourceKey(to)]));
  const rows = new Map(pages.map(({ candidate, row }) => [resourceKey(candidate.resource), row]));
  const named = pagesOf(pages, ends, context);
  const joined = joinFamilies(named, saidIn(context.decisions, named));
  const families = withMoved(joined, ends, rows);
  for (const [name, keys] of families) {
    const members = keys.flatMap((key) => rows.get(key) ?? []);
    for (const row of members) {
      row.family = name;
      row.familyPages = members.flatMap((other) => (other === row ? [] : other.url));
    }
  }
  for (const [key, hints] of joined.hints) {
    const row = rows.get(key);
    if (row) row.familyHints = hints.map(({ key: other, how }) => ({ how, url: rows.get(other)?.url ?? other }));
  }
  for (const block of blocks) addCustomers(pages, block, families, rows, counted);
}

/** What each page is called, and what it says of others. */
function pagesOf(pages: CountedRow[], ends: ReadonlyMap<string, string>, context: JudgeContext): Page[] {
  const byKey = new Map<string, { network: string; names: string[]; namings: Page['namings'][number][] }>();
  for (const { candidate, row } of pages) {
    const { resource } = candidate;
    const key = ends.get(resourceKey(resource)) ?? resourceKey(resource);
    const known = saidOf(resource, row.verdict, context);
    const page = byKey.get(key) ?? { network: resource.network, names: [], namings: [] };
    byKey.set(key, page);
    page.names.push(...spellings(resource), ...(known ? namesOf(resource, known) : []));
    if (known?.exists && context.finder) page.namings.push(...namingsOf(resource.network, known, context.finder));
  }
  return [...byKey].map(([key, page]) => ({ key, ...page }));
}

/** What persons said of two pages that are both there. */
function saidIn(decisions: readonly Decision[], pages: readonly Page[]): Said {
  const keys = new Map(pages.flatMap(({ key, names }) => names.map((name) => [name, key] as const)));
  const keyOf = (page: ResourceName): string | undefined =>
    spellings(page)
      .map((name) => keys.get(name))
      .find((key) => key !== undefined);
  const pairs = decisions.flatMap(({ resource, sister }) => {
    const [one, other] = sister ? [keyOf(resource), keyOf(sister.page)] : [];
    return one === undefined || other === undefined ? [] : [{ pair: [one, other] as const, ...sister }];
  });
  const those = (isSame: boolean) => pairs.flatMap((each) => (each.isSame === isSame ? [each.pair] : []));
  return { same: those(true), apart: those(false) };
}

const namesOf = (resource: Candidate['resource'], { name, url, domain }: Facts): string[] => [
  ...spellings({ ...resource, name, url }),
  ...(domain === undefined ? [] : [domainName(domain)]),
];

/** The families by name, the key of their first page; accounts that have moved are of one family with the new one. */
function withMoved(
  { families }: Joined,
  ends: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, Row>,
): Map<string, string[]> {
  const byName = new Map(families.map((keys) => [keys[0] ?? '', [...keys]]));
  const nameOf = new Map([...byName].flatMap(([name, keys]) => keys.map((key) => [key, name] as const)));
  for (const [key, end] of ends) {
    if (!rows.has(end)) continue;
    const name = nameOf.get(end) ?? end;
    nameOf.set(end, name);
    const keys = byName.get(name) ?? [end];
    byName.set(name, [...keys, key]);
  }
  return byName;
}

/** How many customers follow any page of a family, of those that are ranked together. */
function addCustomers(
  pages: CountedRow[],
  block: Block,
  families: ReadonlyMap<string, string[]>,
  rows: ReadonlyMap<string, Row>,
  counted: Counted,
): void {
  const candidates = new Map(pages.map(({ candidate }) => [resourceKey(candidate.resource), candidate]));
  const members = [...families.values()].flat().flatMap((key) => {
    const candidate = candidates.get(key);
    return candidate && block.holds(candidate.resource.network) ? [candidate] : [];
  });
  if (members.length === 0) return;
  const followers = counted.followersOf(members);
  const followersOf = new Map(members.map(({ resource }, index) => [resourceKey(resource), followers[index] ?? []]));
  for (const keys of families.values()) {
    const { size } = new Set(keys.flatMap((key) => followersOf.get(key) ?? []));
    for (const key of keys) {
      const row = rows.get(key);
      if (row && block.holds(row.network)) row.familyCustomers = counted.isCoarse ? coarse(size) : size;
    }
  }
}
