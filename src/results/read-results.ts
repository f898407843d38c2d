import { UserError } from '../errors.ts';
import {
  countKinds,
  exportRoles,
  type CountKind,
  type ReadExport,
  type Sums,
  type UnreadExport,
} from '../types/results.ts';
import { type ExportReading, type ExportTable, readExport } from './export-file.ts';
import { conservationOf } from './conservation.ts';
import { type KeyColumn, type KeyKind, keyColumns } from './keys.ts';
import type { LinkIndex, PublishedLink } from './links.ts';
import { type Measured, isClickLog, measuredColumns } from './measured-columns.ts';
import { plainHeading } from './measures.ts';
import { type TableSums, sumTable, together } from './table-sums.ts';
import { periodOf, toolOf } from './tools.ts';
import { isPeriod } from './totals.ts';

/** What a person said of the exports. */
export interface ResultsReading extends ExportReading {
  /** Roles by heading. */
  columns: ReadonlyMap<string, string>;
  measure: CountKind | 'conversions' | null;
  goals: readonly string[];
}

/** A file that was read: what it tells of each of our links, and of all others. */
export interface FileResults {
  file: ReadExport;
  byLink: ReadonlyMap<PublishedLink, Sums>;
  digest: string;
}

/** Reads one export. What cannot be read, or tells nothing of the links, is told with what to do. */
export async function readResults(
  path: string,
  index: LinkIndex,
  reading: ResultsReading,
): Promise<FileResults | UnreadExport> {
  try {
    const { tables, digest } = await readExport(path, reading);
    const unread = (problem: string, whatToDo: string): UnreadExport => ({ file: path, problem, whatToDo });
    const own = tables.find(isOwnList);
    if (own) return unread(...ownList);
    const read = tables.flatMap((table) => readOne(table, index, reading) ?? []);
    const [best, ...others] = read.toSorted((a, b) => worth(b) - worth(a));
    if (!best) return unread(...whyNothing(tables, index, reading));
    if (best.sums.kind === null && best.measured.conversions === null) return unread(...cannotTell(best.measured));
    return { ...resultsOf(path, best, others), digest };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [problem = ''] = error.typed.message.split('\n');
    return { file: path, problem, whatToDo: error.typed.whatToDo };
  }
}

interface ReadTable {
  table: ExportTable;
  keys: KeyColumn[];
  measured: Measured;
  sums: TableSums;
}

/** Null where the table names none of our links. */
function readOne(table: ExportTable, index: LinkIndex, reading: ResultsReading): ReadTable | null {
  const said = saidColumns(table, reading);
  const found = keyColumns(table, index, said.keys);
  if (found.length === 0) return null;
  const measured = measuredColumns(table, { ...reading, columns: said.measures });
  const isClicks = countsClicks(found, measured, table);
  const keys = isClicks ? found.toSorted((a, b) => clickOrder.indexOf(a.kind) - clickOrder.indexOf(b.kind)) : found;
  const asked = isClicks ? { ...measured, kind: 'clicks' as const } : measured;
  const sums = sumTable(table, keys, asked, index);
  return sums.byLink.size === 0 ? null : { table, keys, measured: asked, sums };
}

const clickOrder: KeyKind[] = ['short_link', 'key', 'address', 'value'];

/** Of a table that names short links, every number of visits or views counts clicks, and so does every row of a log. */
function countsClicks(keys: readonly KeyColumn[], { kind, items }: Measured, table: ExportTable): boolean {
  if (kind === 'clicks') return true;
  const isShort = keys.some((key) => key.kind === 'short_link' || key.kind === 'key');
  if (!isShort || keys.some((key) => key.kind === 'value')) return false;
  return kind === null ? items.length === 0 && isClickLog(table) : items.length === 0;
}

/**
 * Of several tables that tell of our links, the one with the best count, then one that adds up numbers and not rows, then
 * one with conversions, then the one with the most links, then the first one.
 */
function worth({ measured, sums }: ReadTable): number {
  const order: (CountKind | null)[] = [null, 'views', 'visitors', 'clicks', 'visits'];
  const hasNumbers = measured.counts.length + measured.items.length > 0;
  const digits = [order.indexOf(sums.kind), Number(hasNumbers), Number(measured.conversions !== null)];
  return Number(digits.join('')) * 1e6 + Math.min(sums.byLink.size, 999_999);
}

function resultsOf(path: string, { table, keys, measured, sums }: ReadTable, others: ReadTable[]) {
  const period = periodOf(path, table);
  const named = [...sums.byOther].map(([name, each]) => ({ name, ...each }));
  const [yours, foreign] = [together(sums.byLink.values()), together(sums.byOther.values())];
  const parts = together([yours, foreign, sums.untagged]);
  const counted = (of: Sums): number | null => (sums.kind === 'clicks' ? of.clicks : of.visits);
  const isWhole = counted(parts) === counted(sums.all) && parts.conversions === sums.all.conversions;
  const totalsAgree = isWhole && (sums.stated === null || sums.stated === counted(sums.all));
  const file: Omit<ReadExport, 'conservation'> = {
    file: path,
    tool: toolOf(table),
    table: table.part,
    measure: sums.kind,
    joinedOn: keys.map(({ index, kind }) => table.heading.cells[index] || kind.replace('_', ' ')).join(', '),
    from: period?.from ?? null,
    to: period?.to ?? null,
    rows: sums.all.rows,
    all: sums.all,
    yours,
    untagged: sums.untagged,
    others: foreign,
    named: named.toSorted((a, b) => (counted(b) ?? 0) - (counted(a) ?? 0) || (a.name < b.name ? -1 : 1)),
    stated: sums.stated,
    totalsAgree,
    notices: noticesOf(table, measured, sums, others),
  };
  return { file: { ...file, conservation: conservationOf(file) }, byLink: sums.byLink };
}

const rowsThat = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function noticesOf(table: ExportTable, measured: Measured, sums: TableSums, others: readonly ReadTable[]): string[] {
  const notices: string[] = [];
  if (sums.kind === 'visitors') notices.push('it tells visitors, and no visits: several visits of one person are one');
  if (sums.kind === 'views') notices.push('it tells views of pages, and no visits: there is no rate');
  if (sums.robots > 0) notices.push(`${rowsThat(sums.robots, 'row of robots is', 'rows of robots are')} not counted`);
  if (sums.blank > 0)
    notices.push(
      `${rowsThat(sums.blank, 'row of your links lacks', 'rows of your links lack')} a number, which is unknown and not 0`,
    );
  if (measured.repeated !== null)
    notices.push(
      `several columns are called "${measured.repeated}", as where periods or segments stand side by side: only the first one counts`,
    );
  const periods = comparedPeriods(table);
  if (periods.length > 1) notices.push(`it compares periods (${periods.join('; ')}), and all of them are counted`);
  // Tables of an answer of an API are made of one another.
  const apart = others.filter((other) => other.table.heading.line > 0);
  if (apart.length > 0) {
    const names = apart.map((other) => other.table.part || `the table at line ${other.table.heading.line}`);
    notices.push(`your links stand in ${names.join(', ')}, too, which counts the same visits and is not added`);
  }
  const unclear = sums.kind === 'clicks' ? null : unclearNotice(measured, toolOf(table));
  if (unclear !== null) notices.push(unclear);
  return notices;
}

const mostHeadings = 3;

/** Tools whose tables of visits have conversions beside them, under headings that may be anybody's. */
const toolsWithGoals = new Set<string | null>(['Google Analytics', 'Matomo', 'Yandex Metrica']);

/**
 * The numbers that were left out because nobody here knows their headings, and how to name them. A tool that is known has
 * many numbers of its own beside those that count here: they are told only where one of these may be missing.
 */
function unclearNotice({ kind, conversions, unknown }: Measured, tool: string | null): string | null {
  const [first] = unknown;
  if (first === undefined) return null;
  const isWhole = kind !== null && (conversions !== null || !toolsWithGoals.has(tool));
  if (tool !== null && isWhole) return null;
  const names = unknown.slice(0, mostHeadings).map((heading) => `"${heading}"`);
  const left = unknown.length - names.length;
  const headings = names.join(', ') + (left > 0 ? ` and ${left} more` : '');
  const start = `nothing here says what ${headings} counts`;
  if (conversions === null) return `${start}: if it is conversions, say --column "${first}=conversions"`;
  if (kind === null) return `${start}: if it is visits, say --column "${first}=visits"`;
  return `${start}, and it is left out: say what it is, e.g. --column "${first}=conversions", or --column "${first}=ignore"`;
}

/** The periods of a comparison: a column in which only a few spans of two days stand. */
function comparedPeriods({ heading, rows }: ExportTable): string[] {
  for (const index of heading.cells.keys()) {
    const values = new Set<string>();
    for (const { cells } of rows) {
      values.add(cells[index] ?? '');
      if (values.size > 5) break;
    }
    values.delete('');
    if (values.size > 1 && values.size <= 5 && [...values].every(isPeriod)) return [...values];
  }
  return [];
}

/** What `--column` says of the columns of one table. @throws UserError setting */
function saidColumns({ heading }: ExportTable, { columns }: ResultsReading) {
  const keys = new Map<number, KeyKind | 'other'>();
  const measures = new Map<number, CountKind | 'conversions' | 'other'>();
  for (const [said, role] of columns) {
    const at = heading.cells.findIndex((cell) => plainHeading(cell) === plainHeading(said));
    if (at === -1) continue;
    if (role === 'content') keys.set(at, 'value');
    else if (role === 'link') keys.set(at, 'address');
    else if (role === 'short_link') keys.set(at, 'short_link');
    else keys.set(at, 'other');
    const measure = [...countKinds, 'conversions' as const].find((each) => each === role);
    measures.set(at, measure ?? 'other');
  }
  return { keys, measures };
}

/** Lists that this program writes: they tell of links, and of nobody who came. */
function isOwnList({ heading }: ExportTable): boolean {
  const headings = new Set(heading.cells.map(plainHeading));
  const has = (...names: string[]): boolean => names.every((name) => headings.has(name));
  return has('rank', 'network', 'resource') || has('network', 'resource', 'utm content', 'link');
}

const ownList = [
  'it is a list that target-resources wrote, and no export of an analytics tool',
  'name the export of your analytics tool, or the statistics of your short links',
] as const;

/** Why a file tells nothing of the links. */
function whyNothing(
  tables: readonly ExportTable[],
  index: LinkIndex,
  reading: ResultsReading,
): readonly [problem: string, whatToDo: string] {
  if (tables.every(({ rows }) => rows.length === 0)) {
    return ['it has no row below its headings', 'check the period and the filter of the export, and export it again'];
  }
  if (tables.some(({ heading }) => heading.cells.filter((cell) => index.byValue(cell)).length > 0)) {
    return [
      'it is a time series: your links stand in its headings, and nothing says what it counts',
      'export the table instead of the chart: in Yandex Metrica it is the file with (1) in its name',
    ];
  }
  if (tables.some((table) => measuredColumns(table, { ...reading, columns: new Map() }).kind === 'clicks')) {
    return [
      'it tells clicks, but of no link in the list of teasers, or not of which one',
      'export the list of your links with their clicks',
    ];
  }
  const losing = tables.map(toolOf).find((tool) => tool === 'GoatCounter' || tool === 'Matomo');
  if (losing != null) {
    return [
      `no tag and no link of the list of teasers stands in it, and ${losing}${losing === 'Matomo' ? ' without its campaign plugin' : ''} does not keep utm_content`,
      `publish links that ${losing} can tell apart: \`target-resources report --analytics ${losing.toLowerCase()}\``,
    ];
  }
  return [
    'no tag and no link of the list of teasers stands in it',
    'export a report that has utm_content (or the landing page with its parameters), and check that --teasers is the list that was published',
  ];
}

function cannotTell({ unknown, uncountable }: Measured): readonly [problem: string, whatToDo: string] {
  const [first] = uncountable;
  if (first) {
    return [
      `it names your links, but what stands under "${first.heading}" cannot be counted, as "${first.cell.slice(0, 40)}"`,
      'export the numbers in full: without letters, shares or units',
    ];
  }
  const headings = unknown.slice(0, 5).map((heading) => `"${heading}"`);
  if (headings.length === 0) {
    return [
      'it names your links, but no column tells how many visits there were',
      'add visits (sessions) to the export; where each row is one visit or one deal, say so with --measure visits or --measure conversions',
    ];
  }
  return [
    `it names your links, but nothing here says what ${headings.join(', ')} counts`,
    `say it, e.g. --column ${headings[0]}=visits; roles are ${exportRoles.join(', ')}`,
  ];
}
