import { UserError } from '../errors.ts';
import { isEmail } from '../tables/content.ts';
import { isAddress } from '../tables/delimiter.ts';
import { type Columns, namingRoles } from '../tables/headings.ts';
import type { TableRow } from '../tables/rows.ts';
import { normaliseHeading } from '../text/normalise.ts';
import type { Customer, ExcludedCounts, Exclusions, ImportedFollow } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { customerKey } from './customer-key.ts';
import { identifyProfile, identifyResource } from './identify.ts';
import { callName, mentionIn } from './mention.ts';
import { type RowReading, type TableInput, fileNameOf, readRows, shown } from './read-rows.ts';

/**
 * Reads the opt-out list: any table that a client list may be, also a mere list of addresses, names or e-mails. An entry
 * that cannot be understood ends the run before anybody is asked: an objection must not be overlooked.
 * @throws UserError exclude_list
 */
export async function readExclusions(input: TableInput, reading: RowReading): Promise<Exclusions> {
  const { networks } = reading;
  const file = fileNameOf(input);
  const problems: RowReading['problems'] = [];
  const found: Exclusions = { keys: new Set(), names: new Map(), profiles: [] };
  const take = (row: TableRow, columns: Pick<Columns, 'all' | 'having'>): void => {
    const fail = (text: string, why: string): never => {
      throw new UserError('exclude_list', `${file}:${row.line}`, `"${text}" ${why}`);
    };
    const isHeaded = columns.all.some(isHeading);
    const keys = isHeaded ? identifiersIn(row, columns) : [];
    for (const key of keys) found.keys.add(key);
    const understood = row.cells.flatMap((cell, index) => {
      const role = columns.all[index]?.role ?? null;
      const column = networks.find(({ id }) => role === `network:${id}`);
      const kind = role === 'ignore' ? role : !isHeaded ? 'any' : column || role === 'profile' ? 'profile' : role;
      if (kind === null || kind === 'ignore') return [];
      const texts = kind === 'any' && !isAddress(cell) ? [cell] : cell.split(/[\s,;|]+/);
      const link = row.links?.get(index);
      return [
        ...texts.filter((each) => each !== '').map((text) => addEntry(text, kind, column, found, networks, fail)),
        link !== undefined && addProfile(link, undefined, found, networks) === null,
      ];
    });
    if (keys.length === 0 && !understood.includes(true) && row.cells.some((cell) => cell !== ''))
      fail(shown(row.cells), 'names neither a client nor a profile');
  };
  const tables: RowReading['tables'] = [];
  const own = { ...reading, problems, tables };
  await readRows(input, [...namingRoles, 'profile', 'website'], [], own, (row, columns) => take(row, columns));
  reading.tables.push(...tables);
  // A first line that is no heading that is known is an entry like the others.
  for (const { headingLine: line, columns: all } of tables) {
    if (line === null || all.some(isHeading)) continue;
    if (line > 1)
      throw new UserError('exclude_list', `${file}:${line}`, 'the lines above are not read: give the list a heading');
    take({ line, cells: all.map(({ heading }) => heading) }, { all: [], having: () => [] });
  }
  const [problem] = problems;
  if (problem) throw new UserError('exclude_list', `${file}:${problem.line}`, problem.problem);
  return found;
}

const isHeading = ({ by }: { by: string | null }): boolean => by === 'heading' || by === 'you';

/** @returns whether the text names somebody */
function addEntry(
  text: string,
  kind: string,
  column: AnyNetwork | undefined,
  found: Exclusions,
  networks: readonly AnyNetwork[],
  fail: (text: string, why: string) => never,
): boolean {
  const why = addProfile(text, column, found, networks);
  if (why === null) return true;
  if (kind !== 'profile' && kind !== 'any') return false;
  if (!isEmail(text) && (kind === 'profile' || isAddress(text))) fail(text, why);
  found.keys.add(customerKey(text));
  return true;
}

/** @returns why the text names no profile; null where it does, and is taken */
function addProfile(
  text: string,
  column: AnyNetwork | undefined,
  { names, profiles }: Exclusions,
  networks: readonly AnyNetwork[],
): string | null {
  const profile = identifyProfile(text, networks, column);
  if (!profile || 'reason' in profile) return profile?.reason ?? 'is not a profile of a network that is known';
  names.set(`${profile.network}:${profile.name}`, profile);
  const resource = identifyResource(text, networks);
  const id = resource && 'id' in resource && resource.network === profile.network ? resource.id : null;
  for (const each of new Set([profile.name, id ?? profile.name])) profiles.push({ network: profile.network, id: each });
  return null;
}

/**
 * Every name, id and e-mail by which a row may mean a customer, also those that the customer's key is not made of. A
 * company is no name of a person who works there.
 */
export function identifiersIn({ cells }: TableRow, columns: Pick<Columns, 'all' | 'having'>): string[] {
  const ids = columns.all.flatMap(({ heading, role }, index) =>
    role === null && /(?:^| )id$/.test(normaliseHeading(heading)) ? cells[index] || [] : [],
  );
  const mention = mentionIn(columns, cells);
  const { customer, name, otherNames, emails, partOfName } = mention;
  const person = [customer, name, ...otherNames, ...ids, ...emails, partOfName].filter(Boolean);
  return (person.length > 0 ? person : [callName(mention)].filter(Boolean)).map(customerKey);
}

/** A row of the input, the customer that it is about, and all that it calls the customer. */
export interface NamedRow {
  place: string;
  key: string;
  identifiers: string[];
  /** Whom it is about is out with the whole company. */
  company: string;
}

/** Whoever is on the list by one name is on it by every other one that a row has beside it. */
export function addNamesakes({ keys }: Exclusions, rows: NamedRow[]): void {
  for (let before = -1; before !== keys.size;) {
    before = keys.size;
    for (const { key, identifiers, company } of rows)
      if (keys.has(key) || keys.has(company) || identifiers.some((each) => keys.has(each)))
        for (const each of [key, ...identifiers]) keys.add(each);
  }
}

const profileKeys = ({ profiles }: Customer): string[] => profiles.map(({ network, name }) => `${network}:${name}`);

/**
 * Leaves out the customers that `isOut` names, and whoever shares a profile with one of them on a network that can be
 * read: that is the same person under another name.
 */
export function leaveOut(
  customers: Customer[],
  follows: ImportedFollow[],
  isOut: (customer: string, profiles: Customer['profiles']) => boolean,
  networks: readonly AnyNetwork[],
): { customers: Customer[]; follows: ImportedFollow[]; out: Customer[]; counts: ExcludedCounts } {
  const open = new Set(networks.flatMap(({ id, closed }) => (closed ? [] : [id])));
  const shared = new Set<string>();
  const out = new Map<string, Customer>();
  let rest = customers;
  for (let before = -1; before !== out.size;) {
    before = out.size;
    rest = rest.filter((customer) => {
      if (!isOut(customer.key, customer.profiles) && !profileKeys(customer).some((key) => shared.has(key))) return true;
      out.set(customer.key, customer);
      for (const { network, name } of customer.profiles) if (open.has(network)) shared.add(`${network}:${name}`);
      return false;
    });
  }
  const kept = follows.filter(({ customer }) => {
    const left = out.has(customer) || isOut(customer, []);
    if (left && !out.has(customer)) out.set(customer, { key: customer, profiles: [] });
    return !left;
  });
  const gone = new Map(
    [...out.values()].flatMap(({ profiles }) => profiles.map((each) => [`${each.network}:${each.name}`, each])),
  );
  const profiles = new Map<string, number>();
  for (const { network } of gone.values()) profiles.set(network, (profiles.get(network) ?? 0) + 1);
  const counts = { customers: out.size, profiles: Object.fromEntries(profiles) };
  return { customers: rest, follows: kept, out: [...out.values()], counts };
}
