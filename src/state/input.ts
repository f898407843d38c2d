import type { EmptyAnswer, ExcludedCounts, Problem } from '../types/input.ts';
import type { Listed, ListStatus } from '../types/resource.ts';
import type { ReadList, SavedReason } from '../types/store.ts';
import { removeCounted } from './counted.ts';
import type { Database } from './database.ts';
import { packList } from './packing.ts';
import type { SeenLines } from './seen-lines.ts';

/** A name of a profile, in a pseudonym. */
export interface HiddenProfile {
  name: string;
  network: string;
}

type EmptyOn = Required<Pick<ReadList, 'empty' | 'emptyInSurvey'>>;

/** By customer, where they follow nothing; and where only a survey says so. */
export function emptyByCustomer(
  answers: readonly EmptyAnswer[],
  pseudonymOf: (customer: string) => string,
): Map<string, EmptyOn> {
  const all = new Map<string, { said: Set<string | null>; shown: Set<string | null> }>();
  for (const { customer, network, via } of answers) {
    const pseudonym = pseudonymOf(customer);
    const own = all.get(pseudonym) ?? { said: new Set(), shown: new Set() };
    all.set(pseudonym, own);
    own.said.add(network);
    if (via !== 'survey') own.shown.add(network);
  }
  return new Map(
    [...all].map(([customer, { said, shown }]) => [
      customer,
      { empty: [...said], emptyInSurvey: [...said].filter((network) => !shown.has(network)) },
    ]),
  );
}

/** Who said it in a survey is told only where somebody did. */
const emptyNote = ({ empty, emptyInSurvey }: EmptyOn): Buffer =>
  Buffer.from(JSON.stringify(emptyInSurvey.length > 0 ? { empty, emptyInSurvey } : empty));

function emptyIn(note: Uint8Array): Partial<EmptyOn> {
  const told = JSON.parse(Buffer.from(note).toString()) as EmptyOn | EmptyOn['empty'];
  return Array.isArray(told) ? { empty: told } : told;
}

/** The last input, in pseudonyms. A customer's imported list has the customer's pseudonym for its key. */
export interface HiddenInput {
  customers: Map<string, HiddenProfile[]>;
  imported: Map<string, Listed[]>;
  /** By customer, the networks on which they follow nothing. */
  empty: Map<string, EmptyOn>;
  problems: Problem[];
  excluded: ExcludedCounts;
  /** By customer, the sealed word for their segment. */
  segments: Map<string, Uint8Array>;
}

export function replaceInput(
  database: Database,
  { customers, imported, empty, problems, excluded, segments }: HiddenInput,
  now: number,
  seen: SeenLines,
): void {
  database.transaction(() => {
    removeInput(database);
    database.insert('meta', 'input', now);
    saveExcluded(database, excluded);
    insertPeople(database, customers);
    for (const customer of new Set([...imported.keys(), ...empty.keys()])) {
      const { keys, names } = packList(imported.get(customer) ?? [], seen);
      const answers = empty.get(customer);
      const note = answers ? emptyNote(answers) : null;
      database.insert('customer', customer);
      database.insert('list', customer, null, 'import', 'read', now, note, keys, names);
    }
    for (const [customer, segment] of segments) {
      if (customers.has(customer) || imported.has(customer) || empty.has(customer))
        database.insert('segment', customer, segment);
    }
    addProblems(database, problems);
  });
}

function insertPeople(database: Database, people: Iterable<readonly [string, readonly HiddenProfile[]]>): void {
  for (const [customer, profiles] of people) {
    database.insert('customer', customer);
    for (const { name, network } of profiles) database.insert('member', customer, name, network);
  }
}

/** Adds the people of the control list to the input, by pseudonyms that are marked so. */
export const addPeople = (database: Database, people: readonly (readonly [string, readonly HiddenProfile[]])[]): void =>
  database.transaction(() => insertPeople(database, people));

/** What the pseudonyms of the control list begin with: they stay with the people whatever row of a file is damaged. */
const controlMark = 'control ';
export const asControl = (pseudonym: string): string => `${controlMark}${pseudonym}`;
export const isControl = (customer: string): boolean => customer.startsWith(controlMark);

/** To be called in a transaction. */
export function addProblems(database: Database, problems: readonly Problem[]): void {
  const [last] = database.all<{ number: number }>('SELECT max(number) AS number FROM problem');
  for (const [at, { file, line, value, problem, whatToDo }] of problems.entries()) {
    database.insert('problem', (last?.number ?? 0) + at + 1, file, line, value, problem, whatToDo);
  }
}

/** To be called in a transaction. */
export function removeInput(database: Database): void {
  for (const table of ['customer', 'member', 'segment', 'problem']) database.run(`DELETE FROM ${table}`);
  if (database.run("DELETE FROM list WHERE via = 'import'") > 0) removeCounted(database);
  database.run("DELETE FROM meta WHERE key IN ('input', 'excluded', 'reasons')");
}

export function saveExcluded(database: Database, excluded: ExcludedCounts): void {
  database.insert('meta', 'excluded', JSON.stringify(excluded));
}

export function excludedOf(database: Database): ExcludedCounts {
  const [row] = database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'excluded'");
  return row ? database.intact<ExcludedCounts>(() => JSON.parse(row.value)) : { customers: 0, profiles: {} };
}

/** Why what was not read was not. A host may be one client's own: this goes with the input, and with whoever leaves it. */
export function saveReasons(database: Database, reasons: readonly SavedReason[]): void {
  database.insert('meta', 'reasons', JSON.stringify(reasons));
}

export function reasonsOf(database: Database): SavedReason[] {
  const [row] = database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'reasons'");
  return row ? database.intact<SavedReason[]>(() => JSON.parse(row.value)) : [];
}

/** When the last input was read; null where there is none. */
export const inputAt = (database: Database): number | null =>
  database.all<{ value: number }>("SELECT value FROM meta WHERE key = 'input'")[0]?.value ?? null;

export const problemsOf = (database: Database): Problem[] =>
  database.all<Problem>('SELECT file, line, value, problem, what_to_do AS "whatToDo" FROM problem ORDER BY number');

/** The sealed segments of customers, in the order of `customersOf`; null where a customer is in none that is known. */
export const segmentsOf = (database: Database): { customer: string; segment: Uint8Array | null }[] =>
  database.all(
    `SELECT customer.customer, segment.segment FROM customer
     LEFT JOIN segment ON segment.customer = customer.customer
     WHERE customer.customer NOT LIKE '${controlMark}%' ORDER BY customer.customer`,
  );

interface Membership {
  customer: string;
  name: string | null;
  network: string | null;
  answered: ListStatus | null;
  list: string | null;
  status: ListStatus | null;
  at: number | null;
}

/** By customer's pseudonym; within one, the lists of profiles by key, then the imported list. */
export const customersOf = (database: Database): ReadList[][] => peopleOf(database, 'NOT LIKE');

/** The people of the control list, in the same order. */
export const controlOf = (database: Database): ReadList[][] => peopleOf(database, 'LIKE');

function peopleOf(database: Database, which: 'LIKE' | 'NOT LIKE'): ReadList[][] {
  const customers = new Map<string, Map<string, ReadList>>();
  const memberships = database.all<Membership>(
    `SELECT customer.customer, member.name, member.network, name.status AS answered, name.list, list.status, list.read_at AS at
     FROM customer LEFT JOIN member ON member.customer = customer.customer
     LEFT JOIN name ON name.name = member.name LEFT JOIN list ON list.list = name.list
     WHERE customer.customer ${which} '${controlMark}%'
     ORDER BY customer.customer, coalesce(name.list, member.name)`,
  );
  for (const { customer, name, network, answered, list, status, at } of memberships) {
    const lists = customers.get(customer) ?? new Map<string, ReadList>();
    customers.set(customer, lists);
    if (name === null) continue;
    const key = list ?? name;
    const names = key === name ? [] : [...(lists.get(key)?.names ?? []), name];
    const read: ReadList = { list: key, network, status: (list === null ? answered : status) ?? 'not_reached', at };
    lists.set(key, names.length > 0 ? { ...read, names } : read);
  }
  const imported = database.all<{ list: string; note: Uint8Array | null; at: number }>(
    "SELECT list, note, read_at AS at FROM list WHERE via = 'import'",
  );
  for (const { list, note, at } of imported) {
    const read: ReadList = { list, network: null, status: 'read', at };
    const empty = note && database.intact(() => emptyIn(note));
    customers.get(list)?.set(list, { ...read, ...empty });
  }
  return [...customers.values()].map((lists) => [...lists.values()]);
}
