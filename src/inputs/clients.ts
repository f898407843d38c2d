import { detach } from '../tables/detach.ts';
import type { ClientDoubt, ClientsTold, ProfileName } from '../types/input.ts';
import { customerKey } from './customer-key.ts';
import { type Mention, callName } from './mention.ts';

/** What decides who a row is about. */
type Basis = ClientsTold['by'][number]['basis'];

/** How many clients there are, by what they were told apart, and where that is doubtful. */
interface CountedClients {
  clients: number;
  by: { basis: Basis; clients: number }[];
  doubts: ClientDoubt[];
}

/** A row's mention, or that of several rows that say the same. */
interface Entry extends Mention {
  line: number;
  /** The profiles of its rows by network, where they have several on one: rows of different people, perhaps. */
  profiles: Map<string, ProfileName>;
  /** Another row, with another profile on the same network. */
  other: number | null;
}

/** One client: the rows that are about the same person. */
interface Client {
  key: string;
  basis: Basis;
  entries: Entry[];
}

/** Which client a mention is: none, one, or one of several. */
type Match = { key: string } | { among: number } | null;

/** The clients of a table, told apart when all rows are known, so that their order does not matter. */
export interface ClientRegister {
  /** Takes a row up. @returns its number, for `keyOf` */
  add(mention: Mention, profiles: readonly ProfileName[], line: number): number;
  mentionOf(row: number): Mention | undefined;
  /** The key of the client that a row turned out to be about. */
  keyOf(row: number): string;
  /** The client that is called so elsewhere, by its key, a name, an e-mail address or its company. */
  find(mention: Mention): Match;
  /** Profiles by client. */
  clients(): { key: string; profiles: ProfileName[] }[];
  /** What the table calls each client, by key: the word that stands first; empty where only profiles tell who it is. */
  names(): Map<string, string>;
  told(): CountedClients;
}

export function createClientRegister(): ClientRegister {
  const entries: Entry[] = [];
  const numbers = new Map<string, number>();
  let settled: ReturnType<typeof settle> | null = null;
  const all = (): ReturnType<typeof settle> => (settled ??= settle(entries));
  return {
    add(mention, profiles, line) {
      const said = JSON.stringify([mention, isUnnamed(mention) ? profiles.map(profileKey).toSorted() : null]);
      let number = numbers.get(said);
      if (number === undefined) {
        number = entries.length;
        numbers.set(said, number);
        entries.push({ ...own(mention), line, profiles: new Map(), other: null });
      }
      const entry = entries[number];
      if (entry) addProfiles(entry, profiles, line);
      return number;
    },
    mentionOf: (row) => entries[row],
    keyOf: (row) => all().keys[row] ?? '',
    find: (mention) => all().find(mention),
    clients: () =>
      all().clients.map(({ key, entries: rows }) => ({
        key,
        profiles: [...new Map(rows.flatMap(({ profiles }) => [...profiles])).values()],
      })),
    names: () => new Map(all().clients.map(({ key, entries: [first] }) => [key, first ? callName(first) : ''])),
    told: () => toldOf(all().clients),
  };
}

/** Only profiles tell who it is. */
const isUnnamed = ({ customer, name, emails, account, partOfName, company }: Mention): boolean =>
  customer === '' && name === '' && emails.length === 0 && account === '' && (partOfName !== '' || company === '');

export const profileKey = ({ network, name }: ProfileName): string => `${network}:${name}`;

/** A row of a large file is not kept for the sake of its cells. */
const own = (mention: Mention): Mention => ({
  customer: detach(mention.customer),
  name: detach(mention.name),
  otherNames: mention.otherNames.map(detach),
  partOfName: detach(mention.partOfName),
  emails: mention.emails.map(detach),
  company: detach(mention.company),
  account: detach(mention.account),
});

function addProfiles(entry: Entry, profiles: readonly ProfileName[], line: number): void {
  const networks = new Set([...entry.profiles.values()].map(({ network }) => network));
  const added = profiles.filter((each) => !entry.profiles.has(profileKey(each)));
  if (line !== entry.line && added.some(({ network }) => networks.has(network))) entry.other ??= line;
  for (const each of added) entry.profiles.set(profileKey(each), each);
}

function settle(entries: readonly Entry[]) {
  const clients = new Map<string, Client>();
  const keys: string[] = [];
  const put = (entry: Entry, key: string, basis: Basis): void => {
    const client = clients.get(key) ?? { key, basis, entries: [] };
    clients.set(key, client);
    client.entries.push(entry);
    keys[numbers.get(entry) ?? 0] = key;
  };
  const numbers = new Map(entries.map((entry, number) => [entry, number]));
  const left = { named: new Map<string, Entry[]>(), mailed: [] as Entry[], others: [] as Entry[] };
  for (const entry of entries) {
    const { customer, name, emails } = entry;
    if (customer !== '') put(entry, customerKey(customer), 'customer');
    else if (name !== '') pushTo(left.named, customerKey(name), entry);
    else if (emails.length > 0) left.mailed.push(entry);
    else left.others.push(entry);
  }
  for (const [key, namesakes] of left.named) {
    for (const person of peopleAmong(namesakes)) {
      const mark = marksOf(person).toSorted()[0];
      const isAlone = person.length === namesakes.length || mark === undefined;
      for (const entry of person) put(entry, isAlone ? key : `${key} (${mark})`, 'name');
    }
  }
  // Whoever is known by an e-mail address or an account alone is the one person who has it, where there is one.
  const byMark = new Map<string, Set<string>>();
  for (const { key, entries: rows } of clients.values())
    for (const mark of marksOf(rows)) byMark.set(mark, (byMark.get(mark) ?? new Set()).add(key));
  const onlyOne = (marks: string[]): string | undefined => {
    const found = new Set(marks.flatMap((mark) => [...(byMark.get(mark) ?? [])]));
    return found.size === 1 ? [...found][0] : undefined;
  };
  for (const person of connected(left.mailed)) {
    const emails = person.flatMap((entry) => entry.emails.map(customerKey)).toSorted();
    const key = onlyOne(emails) ?? emails[0] ?? '';
    for (const entry of person) put(entry, key, 'email');
  }
  for (const entry of left.others) {
    const { account, company, partOfName, profiles } = entry;
    const [profile] = [...profiles.keys()].toSorted();
    if (account !== '') put(entry, onlyOne(marksOf([entry])) ?? `linkedin:${account}`, 'profile');
    else if (partOfName !== '') put(entry, profile ?? customerKey(partOfName), profile ? 'profile' : 'name');
    else if (company !== '') put(entry, customerKey(company), 'company');
    else put(entry, profile ?? '', 'profile');
  }
  const places = new Map([...keys].toReversed().map((key, at) => [key, -at]));
  const inOrder = [...clients.values()].toSorted((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0));
  return { clients: inOrder, keys, find: finderIn(inOrder) };
}

/** What only one person has, as far as a table tells: e-mail addresses and accounts on LinkedIn. */
const marksOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ emails, account }) => [
    ...emails.map(customerKey),
    ...(account === '' ? [] : [`linkedin:${account}`]),
  ]);

/**
 * The people among rows with one name: one, unless some have different e-mail addresses, or different accounts on
 * LinkedIn. Then whoever shares none is another one, and so are together those who have neither.
 */
function peopleAmong(namesakes: Entry[]): Entry[][] {
  const mailed = namesakes.filter(({ emails }) => emails.length > 0);
  const accounts = new Set(namesakes.flatMap(({ account }) => account || []));
  if (connected(mailed).length <= 1 && accounts.size <= 1) return [namesakes];
  const marked = namesakes.filter((entry) => marksOf([entry]).length > 0);
  const plain = namesakes.filter((entry) => marksOf([entry]).length === 0);
  return [...connected(marked), ...(plain.length > 0 ? [plain] : [])];
}

/** Rows in parts, of which no two share a mark. */
function connected(entries: readonly Entry[]): Entry[][] {
  const partOf = new Map<string, Set<Entry>>();
  const parts = new Set<Set<Entry>>();
  const take = (part: Set<Entry>, entry: Entry): void => {
    part.add(entry);
    for (const mark of marksOf([entry])) partOf.set(mark, part);
  };
  for (const entry of entries) {
    const met = new Set(marksOf([entry]).flatMap((mark) => partOf.get(mark) ?? []));
    const [largest = new Set<Entry>(), ...rest] = [...met].toSorted((a, b) => b.size - a.size);
    for (const other of rest) {
      parts.delete(other);
      for (const each of other) take(largest, each);
    }
    take(largest, entry);
    parts.add(largest);
  }
  return [...parts].map((part) => [...part]);
}

function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Clients by what else they may be called, the most telling first; a company only where it is one client's alone. */
function finderIn(clients: readonly Client[]): (mention: Mention) => Match {
  const kinds = [0, 1, 2, 3].map(() => new Map<string, Set<string>>());
  for (const { key, entries } of clients) {
    for (const { customer, name, otherNames, partOfName, emails, company } of entries) {
      const called = [[customer, key], emails, [name, ...otherNames, partOfName], [company]];
      for (const [kind, names] of called.entries())
        for (const each of names.filter(Boolean)) {
          const known = kinds[kind]?.get(customerKey(each));
          if (known) known.add(key);
          else kinds[kind]?.set(customerKey(each), new Set([key]));
        }
    }
  }
  const called = (text: string): ReadonlySet<string> =>
    kinds.map((kind) => kind.get(customerKey(text))).find((found) => found !== undefined) ?? new Set();
  return ({ customer, name, emails, partOfName, company }) => {
    const said = customer || name;
    const names = said === '' ? [] : [called(said)];
    const found = [...emails.map(called), ...names].filter(({ size }) => size > 0);
    const isAnybody = emails.length === 0 && said === '';
    if (isAnybody) found.push(...[partOfName || company].filter(Boolean).map(called));
    const [first = new Set<string>(), ...rest] = found;
    const common = [...first].filter((key) => rest.every((keys) => keys.has(key)));
    const [key] = common.length > 0 ? common : first;
    if (key === undefined) return null;
    return first.size > 1 && common.length !== 1 ? { among: first.size } : { key };
  };
}

function toldOf(clients: readonly Client[]): CountedClients {
  const counts = new Map<Basis, number>();
  for (const { basis } of clients) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  return {
    clients: clients.length,
    by: [...counts].map(([basis, count]) => ({ basis, clients: count })).toSorted((a, b) => b.clients - a.clients),
    doubts: [...clients.flatMap(doubtIn), ...namesakesIn(clients)].toSorted(
      (a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0),
    ),
  };
}

/** Rows of one client that may be about different people. */
function doubtIn({ basis, entries }: Client): ClientDoubt[] {
  const [first] = entries.toSorted((a, b) => a.line - b.line);
  if (!first || basis === 'profile') return [];
  const about = (other: number, differs: ClientDoubt['differs']): ClientDoubt[] => [
    { client: callName(first), lines: [first.line, other], together: true, differs },
  ];
  for (const other of entries) {
    if (other === first) continue;
    const differs = differenceOf(first, other);
    if (differs) return about(other.line, differs);
  }
  const twice = entries.find(({ other }) => other !== null);
  return twice?.other == null || basis === 'customer' || basis === 'email'
    ? []
    : [{ client: callName(first), lines: [twice.line, twice.other], together: true, differs: 'profile' }];
}

function differenceOf(one: Entry, other: Entry): ClientDoubt['differs'] | null {
  if (apart([one.name, ...one.otherNames], [other.name, ...other.otherNames])) return 'name';
  if (one.customer !== '' && apart([one.partOfName], [other.partOfName])) return 'name';
  if (apart(one.emails, other.emails)) return 'email';
  if (apart([one.account], [other.account])) return 'profile';
  if (one.customer === '' && apart([one.company], [other.company])) return 'company';
  const networks = new Set([...one.profiles.values()].map(({ network }) => network));
  const isSecond = [...other.profiles].some(([key, { network }]) => networks.has(network) && !one.profiles.has(key));
  return one.customer === '' && one.emails.length === 0 && isSecond ? 'profile' : null;
}

/** Whether both have some of what is compared, and nothing in common. */
function apart(texts: string[], others: string[]): boolean {
  const keys = new Set(texts.filter(Boolean).map(customerKey));
  const known = others.filter(Boolean).map(customerKey);
  return keys.size > 0 && known.length > 0 && !known.some((each) => keys.has(each));
}

/** People who have one name, and are told apart. */
function namesakesIn(clients: readonly Client[]): ClientDoubt[] {
  const byName = new Map<string, Client[]>();
  for (const client of clients)
    if (client.basis === 'name') pushTo(byName, customerKey(client.entries[0]?.name ?? ''), client);
  return [...byName.values()].flatMap((namesakes): ClientDoubt[] => {
    const firsts = namesakes
      .map(({ entries }) => entries.reduce((least, each) => (each.line < least.line ? each : least)))
      .toSorted((a, b) => a.line - b.line);
    const [one, other] = firsts;
    if (!one || !other) return [];
    const differs = differenceOf(one, other) ?? 'email';
    return [{ client: one.name, lines: firsts.map(({ line }) => line), together: false, differs }];
  });
}
