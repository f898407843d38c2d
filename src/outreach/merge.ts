import { type Alike, itemOf } from '../types/alike.ts';
import type { Row } from '../types/report.ts';
import { nextStep } from './next-step.ts';
import { addressIn, placedBefore } from './placed.ts';
import type { PastEntry, PastOutreach } from './past.ts';
import { type OutreachRow, type PersonCells, isTouched, noCells } from './row.ts';
import { type Step, steps } from './steps.ts';

export interface MergeOptions {
  /** Day of the run, ISO 8601. */
  today: string;
  /** Why a resource is not to be contacted; null where it may be. */
  excludedAs: (row: Pick<Row, 'network' | 'resourceId' | 'resource' | 'url'>) => string | null;
  /** What is to be known of publishing there. */
  lawfulOn: (row: Row) => string[];
}

/**
 * The rows of today's `outreach.csv`: the kept resources in the order of the ranking, each with what a person wrote
 * beside it, then those that left the ranking and that somebody wrote about. A row is known again by the resource's id,
 * else by its address.
 * @param rows every counted resource
 */
export function mergeOutreach(rows: readonly Row[], past: PastOutreach, options: MergeOptions): OutreachRow[] {
  const width = past.ownHeadings.length;
  const entries = groupEntries(past.entries, rows);
  const kept = rows.filter(({ verdict }) => verdict === 'keep');
  const ranked = kept.map((row) => rowOf(row, row.rank, writtenIn(entries.get(keyOf(row)) ?? [], width), options));
  const keptKeys = new Set(kept.map(keyOf));
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const left = [...entries]
    .filter(([key]) => !keptKeys.has(key))
    .map(([key, of]) => ({ row: known.get(key), entry: of[0], written: writtenIn(of, width) }))
    .filter(({ written }) => isTouched(written.person))
    .map(({ row, entry, written }) => (row ? rowOf(row, null, written, options) : formerRow(entry, written, options)));
  return [...ranked, ...left];
}

const keyOf = ({ network, resourceId }: Pick<Row, 'network' | 'resourceId'>): string => `${network}:${resourceId}`;

/** The rows of the file by the resource that they are about, in the order of the file. */
function groupEntries(entries: readonly PastEntry[], rows: readonly Row[]): Map<string, PastEntry[]> {
  const ids = new Set(rows.map(keyOf));
  const addresses = new Map(rows.map((row) => [address(row.url), keyOf(row)]));
  const groups = new Map<string, PastEntry[]>();
  for (const entry of entries) {
    const cell = (name: string): string => entry.cells.get(name) ?? '';
    const id = `${cell('network')}:${cell('resource_id')}`;
    const bare = `${cell('network')}:@${cell('resource_id')}`;
    const url = address(cell('url'));
    const byId = cell('resource_id') === '' ? undefined : [id, bare].find((each) => ids.has(each));
    const key = byId ?? addresses.get(url) ?? `address ${url || id}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

/**
 * The rows of a report, and those that it leaves to candidates.csv of which a person wrote.
 * @param candidates all rows; not asked for where everything that was written of is there
 */
export function withMentioned(
  rows: readonly Row[],
  candidates: () => Iterable<Row | Alike<Row>>,
  { entries }: PastOutreach,
): readonly Row[] {
  const shown = new Set(rows.flatMap((row) => [keyOf(row), address(row.url)]));
  const names = entries.map(({ cells }) => {
    const [network, id, url] = ['network', 'resource_id', 'url'].map((name) => cells.get(name) ?? '');
    return [`${network}:${id}`, `${network}:@${id}`, address(url ?? '')];
  });
  const missing = new Set(names.filter((each) => !each.some((name) => shown.has(name))).flat());
  if (missing.size === 0) return rows;
  const isMissing = (row: Row): boolean => missing.has(keyOf(row)) || missing.has(address(row.url));
  const found = [...rows];
  for (const each of candidates()) {
    const row = itemOf(each);
    if (isMissing(row) && !shown.has(keyOf(row))) found.push(row);
  }
  return found;
}

/** One spelling of an address that a person may have typed. */
const address = (url: string): string =>
  url
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase();

type Written = Pick<OutreachRow, 'person' | 'placed'>;

/** What stands in the rows of one resource, and is taken over. */
function writtenIn(entries: readonly PastEntry[], width: number): Written {
  const person = personOf(entries, width);
  const place = addressIn(person.placement);
  return { person, placed: place === '' ? null : placedBefore(entries, place) };
}

/** What a person wrote into the rows of one resource: the first that says something, and every note. */
function personOf(entries: readonly PastEntry[], width: number): PersonCells {
  const person = noCells(width);
  for (const { cells, own } of entries) {
    const cell = (name: string): string => cells.get(name) ?? '';
    person.status ||= cell('status');
    person.placement ||= cell('placement');
    person.note = joined(person.note, cell('note'));
    for (const step of steps) {
      person.steps[step].state ||= cell(step);
      person.steps[step].date ||= cell(`${step}_date` satisfies `${Step}_date`);
    }
    person.own = person.own.map((text, at) => joined(text, own[at] ?? ''));
  }
  return person;
}

const joined = (one: string, other: string): string =>
  one === '' || one === other ? other : other === '' ? one : `${one}\n${other}`;

function rowOf(
  row: Row,
  rank: number | null,
  written: Written,
  { today, excludedAs, lawfulOn }: MergeOptions,
): OutreachRow {
  const excluded = excludedAs(row);
  return {
    rank,
    title: row.title,
    network: row.network,
    resource: row.resource,
    resourceId: row.resourceId,
    url: row.url,
    customers: rank === null ? null : row.customers,
    subscribers: row.subscribers,
    thirdParty: row.thirdParty.kind,
    contact: row.contact,
    excluded,
    lawful: lawfulOn(row),
    ...written,
    next: nextStep({ ...written.person, excluded }, today),
    advice: null,
    note: null,
  };
}

/** A row about what nobody follows any more: it is as the file has it. */
function formerRow(entry: PastEntry | undefined, written: Written, { today, excludedAs }: MergeOptions): OutreachRow {
  const cell = (name: string): string => entry?.cells.get(name) ?? '';
  const count = cell('subscribers');
  const resource = {
    network: cell('network'),
    resourceId: cell('resource_id'),
    resource: cell('resource'),
    url: cell('url'),
  };
  const excluded = excludedAs(resource);
  return {
    ...resource,
    rank: null,
    title: cell('title') || null,
    customers: null,
    subscribers: /^\d+$/.test(count) ? Number(count) : null,
    thirdParty: cell('third_party'),
    contact: cell('contact') || null,
    excluded,
    lawful: [],
    ...written,
    next: nextStep({ ...written.person, excluded }, today),
    advice: null,
    note: null,
  };
}
