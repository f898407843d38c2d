import type { TableRow } from '../tables/rows.ts';
import type { CountKind, Sums } from '../types/results.ts';
import type { ExportTable } from './export-file.ts';
import { type KeyColumn, type Owner, rowOwner, saysNothing } from './keys.ts';
import type { LinkIndex, PublishedLink } from './links.ts';
import { type Measured, isWon } from './measured-columns.ts';
import { numberIn } from './number-cells.ts';
import { compactGroups, subtotalRows } from './subtotals.ts';
import { averageRows, labelColumns, totalRows } from './totals.ts';

/** What a table tells, by whose it is. */
export interface TableSums {
  kind: CountKind | null;
  all: Sums;
  byLink: Map<PublishedLink, Sums>;
  untagged: Sums;
  byOther: Map<string, Sums>;
  /** What a row of totals gives for what is counted; null where there is none, or it need not be the sum. */
  stated: number | null;
  /** Rows of robots, which are not counted. */
  robots: number;
  /** Rows of ours without a number where others have one. */
  blank: number;
}

const noSums = (): Sums => ({ rows: 0, visits: null, conversions: null, clicks: null });

/** One row as it counts, or all rows of one visit. */
interface Item {
  owner: Owner;
  count: number | null;
  conversions: number | null;
}

/** Adds up the rows of a table by whose they are. Rows of totals and of robots are not counted. */
export function sumTable(
  table: ExportTable,
  keys: readonly KeyColumn[],
  measured: Measured,
  index: LinkIndex,
): TableSums {
  const ownerIn = ({ cells }: TableRow): Owner => rowOwner(cells, keys, index);
  const isOurs = (row: TableRow): boolean => {
    const owner = ownerIn(row);
    return owner !== null && 'link' in owner;
  };
  const isItems = measured.counts.length === 0 && (measured.conversions?.length ?? 0) === 0;
  const { rows, totals } = isItems ? { rows: table.rows, totals: [] } : singleRows(table, keys, measured, isOurs);
  const { robots } = measured;
  const people = robots === null || !isItems ? rows : rows.filter(({ cells }) => !isYes(cells[robots] ?? ''));
  const items =
    measured.items.length > 0
      ? visitsIn(people, ownerIn, measured)
      : people.map((row) => itemOf(row, ownerIn, measured));
  const result: TableSums = {
    kind: measured.kind,
    all: noSums(),
    byLink: new Map(),
    untagged: noSums(),
    byOther: new Map(),
    stated: statedBy(totals, measured),
    robots: rows.length - people.length,
    blank: 0,
  };
  for (const item of items) {
    if (ours(item.owner) && isBlank(item, measured)) result.blank += 1;
    addTo(result.all, item, measured);
    addTo(sumsFor(item.owner, result), item, measured);
  }
  return result;
}

/** The rows that count somebody once, without totals, averages and sums of groups; and the totals. */
function singleRows(
  table: ExportTable,
  keys: readonly KeyColumn[],
  { kind, counts, conversions, sign }: Measured,
  isOurs: (row: TableRow) => boolean,
): { rows: TableRow[]; totals: TableRow[] } {
  const sums = [...(kind === 'visitors' ? [] : counts), ...(conversions ?? [])];
  const context = { sign, sums, keys: keys.map(({ index }) => index), isOurs, saysNothing };
  const totals = totalRows(table, context);
  const averages = averageRows(table, context, totals);
  const rows = table.rows.filter((row) => !totals.has(row) && !averages.has(row));
  const [key, ...otherKeys] = context.keys;
  if (key === undefined || otherKeys.length > 0) return { rows, totals: [...totals] };
  const groups = labelColumns(table, context).filter((column) => column < key);
  const [total] = totals.size === 1 ? totals : [];
  const subtotals =
    groups.length === 0 && total
      ? compactGroups(rows, total, { sign, sums }, (row) => !isOurs(row))
      : subtotalRows(rows, {
          sign,
          sums,
          people: kind === 'visitors' ? counts : [],
          total: total ?? null,
          key,
          groups,
        });
  return { rows: rows.filter((row) => !subtotals.has(row)), totals: [...totals] };
}

/** A robot is marked by `true`, `1` or, in Shlink's list, by the heading's own words. */
const isYes = (cell: string): boolean => /^(?:true|1|yes|potential bot|bot)$/i.test(cell.trim());

function itemOf(row: TableRow, ownerIn: (row: TableRow) => Owner, measured: Measured): Item {
  const { counts, kind } = measured;
  const one = kind === null ? null : 1;
  return {
    owner: ownerIn(row),
    count: counts.length > 0 ? sumOf(counts, row, measured) : one,
    conversions: conversionsIn(row, measured),
  };
}

function conversionsIn(row: TableRow, measured: Measured): number | null {
  const { conversions, goals } = measured;
  if (conversions !== null) return conversions.length > 0 ? sumOf(conversions, row, measured) : isDeal(row, measured);
  return goals === null ? null : goalsIn(row.cells[goals] ?? '');
}

/** The numbers of a row in these columns together; null where none is known. */
function sumOf(columns: readonly number[], { cells }: TableRow, { sign }: Measured): number | null {
  const known = columns.flatMap((column) => numberIn(cells[column] ?? '', sign) ?? []);
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
}

/** A row without numbers is one conversion, unless it is a deal that was not won. */
const isDeal = ({ cells }: TableRow, { won }: Measured): number => (won === null || isWon(cells[won] ?? '') ? 1 : 0);

/** Goals of one visit, `[12,15]`. */
const goalsIn = (cell: string): number => cell.match(/[^[\],\s'"]+/g)?.length ?? 0;

/** One item for each visit that rows name: the first row with a tag tells whose it is. */
function visitsIn(rows: readonly TableRow[], ownerIn: (row: TableRow) => Owner, measured: Measured): Item[] {
  const visits = new Map<string, Item>();
  for (const row of rows) {
    const names = measured.items.map((column) => row.cells[column] ?? '');
    const name = names.some((each) => each !== '') ? names.join('\n') : `line ${row.line}`;
    const item = itemOf(row, ownerIn, { ...measured, counts: [] });
    const before = visits.get(name);
    if (!before) visits.set(name, item);
    else {
      before.owner = ours(before.owner) ? before.owner : ours(item.owner) ? item.owner : (before.owner ?? item.owner);
      before.conversions = added(before.conversions, item.conversions);
    }
  }
  return [...visits.values()];
}

const isBlank = ({ count, conversions }: Item, measured: Measured): boolean =>
  (measured.kind !== null && count === null) || (measured.conversions !== null && conversions === null);

const ours = (owner: Owner): boolean => owner !== null && 'link' in owner;

function sumsFor(owner: Owner, { byLink, byOther, untagged }: TableSums): Sums {
  if (owner === null) return untagged;
  if ('link' in owner) return inMap(byLink, owner.link);
  return inMap(byOther, owner.other);
}

function inMap<Key>(map: Map<Key, Sums>, key: Key): Sums {
  const sums = map.get(key) ?? noSums();
  map.set(key, sums);
  return sums;
}

function addTo(sums: Sums, { count, conversions }: Item, { kind }: Measured): void {
  sums.rows += 1;
  if (kind === 'clicks') sums.clicks = added(sums.clicks, count);
  else sums.visits = added(sums.visits, count);
  sums.conversions = added(sums.conversions, conversions);
}

/** What is unknown adds nothing, and two unknowns are unknown. */
const added = (sum: number | null, value: number | null): number | null =>
  value === null ? sum : rounded((sum ?? 0) + value);

/** The sums of several parts. */
export function together(parts: Iterable<Sums>): Sums {
  const sums = noSums();
  for (const { rows, visits, conversions, clicks } of parts) {
    sums.rows += rows;
    sums.visits = added(sums.visits, visits);
    sums.conversions = added(sums.conversions, conversions);
    sums.clicks = added(sums.clicks, clicks);
  }
  return sums;
}

/** Parts of key events are sums of thirds and sevenths. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Visitors of several rows may be the same, so that their total is no sum. */
function statedBy(totals: readonly TableRow[], { kind, counts, sign }: Measured): number | null {
  const [column] = counts;
  if (column === undefined || kind === 'visitors' || totals.length === 0) return null;
  const stated = totals.flatMap(({ cells }) => numberIn(cells[column] ?? '', sign) ?? []);
  return stated.length === 1 ? (stated[0] ?? null) : null;
}
