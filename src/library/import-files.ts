import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError, messages } from '../errors.ts';
import { ownerToldBy } from '../imports/export-files/owner.ts';
import { ownerInExportName } from '../imports/export-names.ts';
import { type TakenList, openTakenFiles } from '../imports/taken-files.ts';
import { type Whose, joinOwners, whoseIs } from '../imports/whose.ts';
import { type ClientDirectory, readClientDirectory } from '../inputs/client-directory.ts';
import { openFile } from '../imports/open-file.ts';
import {
  type AskedRow,
  type FollowRow,
  type FollowsFile,
  addFollows,
  followKey,
  namesNetworks,
  openFollowsFile,
  placeKey,
} from '../imports/follows-file.ts';
import type { FileKind } from '../tables/file-kinds.ts';
import { type ImportItem, type ImportLimits, importLimits as usual, shownName } from '../imports/import-item.ts';
import { resolveAddress, oneLine } from '../imports/resolve-address.ts';
import { isNoText, noText } from '../imports/unread-files.ts';
import { recogniseFile, describeUnknownFile } from '../imports/recognise.ts';
import { savedResource } from '../imports/resource-pages/index.ts';
import { type FoundFile, findFiles, fromStream } from '../imports/find-files.ts';
import { needHeadings, readInput } from '../inputs/read-input.ts';
import { identifyProfile, identifyResource, networkCalled } from '../inputs/identify.ts';
import { customerKey } from '../inputs/customer-key.ts';
import type { TableReading } from '../inputs/read-rows.ts';
import { delimiterSaid } from '../tables/delimiter.ts';
import { encodingSaid } from '../tables/encoding.ts';
import { networksFor } from '../networks/index.ts';
import { version } from '../settings.ts';
import type { HoldsNoFollows, ParsedFollow, RecognisedFile, SavedResource, ToldOwner } from '../types/import.ts';
import type { NotIdentified, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { type Clock, type RunContext, dayMs } from '../types/run.ts';
import { completeContext } from './context.ts';
import { type ShownResource, keepShown } from './keep-resources.ts';

/** What one file, or one archive or unpacked export as a whole, brought. */
export interface ImportedFile {
  /** The path as it was given; behind a colon the file within it. */
  file: string;
  /** Whose follows it tells of; null where it names several customers, or nobody. */
  customer: string | null;
  /** What it is; null where it was not recognised. */
  what: string | null;
  /** Of an archive or an unpacked export as a whole: its files, and those of them that tell of follows. */
  contents: { files: number; follows: number } | null;
  /** Follows read, and those of them that the follows file did not have. */
  read: number;
  added: number;
  /** What stood in it and was left, with its number and the reason. */
  left: string[];
  problem: string | null;
  whatToDo: string | null;
  /** The page, group or account that it shows, where it is no list but a saved page of one. */
  shows: ShownResource | null;
}

/** What an import brought, file by file and customer by customer, in numbers of follows. */
export interface Imported {
  /** The follows file. */
  follows: string;
  files: ImportedFile[];
  customers: { customer: string; read: number; added: number }[];
  read: number;
  added: number;
  /** Clients who were asked and named nothing, and of whom the follows file did not tell. */
  asked: number;
  /** Pages, groups and accounts whose facts and posts went into the state. */
  resources: number;
  /** Files of folders that an earlier import has read and that have not changed: they were not read again. */
  before: number;
  /** Whether no file had a problem. */
  complete: boolean;
}

/** Whose the files are, and where their follows go. */
export interface ImportOptions {
  /** Whose the files are; null, or left out, where their folders or they themselves say it. */
  customer?: string | null | undefined;
  /** The follows file to add to; it is made where there is none. */
  follows: string;
  /**
   * The client list, by which saved pages and exports are known for whose they are. With one nobody becomes a client by
   * the name of a folder.
   */
  customers?: string | null | undefined;
  /** The opt-out list: whose follows are never taken. */
  exclude?: string | null | undefined;
  /** What is refused as too large, too deep or too many; the usual limits where it is left out. */
  limits?: ImportLimits | undefined;
  /** The encoding and the delimiter that a person named; they decide where a file does not tell by itself. */
  encoding?: string | null | undefined;
  delimiter?: string | null | undefined;
  /** Where in a JSON file the list of follows is: the keys that lead to it, with dots between them. */
  path?: string | null | undefined;
  /** Roles by heading, for headings that are not recognised by themselves. */
  columns?: Map<string, string> | undefined;
  /** The files are answers to a survey. */
  survey?: boolean | undefined;
  /** The state, which keeps what saved pages tell of a resource; where it is left out such pages are told and not kept. */
  state?: string | null | undefined;
  /** Days after which the state drops what was saved; 30 where it is left out. */
  keep?: number | undefined;
  /** What `-` among the files stands for: standard input, as a rule. */
  input?: AsyncIterable<string | Uint8Array> | undefined;
  /** Follows are taken of clients of the list alone, as of files that were found in a folder. */
  onlyListed?: boolean | undefined;
}

/**
 * Reads what customers handed over (exports, saved pages, tables, lists; files, ZIPs, folders) and adds the follows they
 * tell of to the follows file. A follow that it has already is not added again. Nothing is written where nothing is new.
 * @throws UserError where a path cannot be read, or the follows file cannot be read or added to; the reason of an aborted
 * signal. The follows file is then unchanged.
 */
export async function importFiles(
  files: readonly string[],
  options: ImportOptions,
  context: RunContext = {},
): Promise<Imported> {
  const { signal, clock, progress, networks: own } = completeContext(context);
  const networks = await networksFor({}, own);
  const customer = typeof options.customer === 'string' ? oneLine(options.customer) : null;
  if (customer === '') throw new UserError('setting', '--customer', 'the name is empty');
  const file = await openFollowsFile(options.follows, networks);
  const reading = readingOf(options, networks);
  const { customers: list = null, exclude = null } = options;
  const { exclusions } = await readInput(
    { customers: exclude === null ? null : list, follows: [], verdicts: null, exclude, columns: new Map() },
    networks,
    signal,
  );
  const directory = list === null ? null : await readClientDirectory(list, reading, signal);
  const how = {
    reading,
    path: options.path ?? null,
    isSurvey: options.survey === true,
    said: customer,
    directory,
    clock,
  };
  const gathered = gatherer(file, how, (name) => exclusions?.keys.has(customerKey(name)) === true);
  const isTold = (name: string): boolean => file.customers.has(customerKey(name));
  const taken = await openTakenFiles(options.follows, isTold);
  const asking = digestOf(version, await bytesOf(list));
  const reads = digestOf(JSON.stringify([saidOf(options), customer]), await bytesOf(exclude));
  const notes: (() => Promise<void>)[] = [];
  const rows: ImportedFile[] = [];
  let before = 0;
  for (const path of files) {
    let found = 0;
    const limits = options.limits ?? usual;
    const stream = path === '-' ? options.input : undefined;
    for await (const handed of stream ? fromStream(stream, customer, limits) : findFiles(path, customer, limits)) {
      signal.throwIfAborted();
      found += 1;
      const isNamed = handed.path === path;
      const onlyListed = directory !== null && (!isNamed || options.onlyListed === true);
      const mark = digestOf(reads, `${handed.customer ?? ''}${onlyListed}`);
      const seen = await taken.find(handed.path, mark, asking);
      if ('before' in seen && !isNamed) {
        before += 1;
        for (const row of seen.before.told) rows.push({ ...nothing, ...row });
        continue;
      }
      const read = await readHanded(handed, gathered, onlyListed);
      rows.push(...read.rows);
      // What a page shows of a resource is in the state, which may be another one the next time.
      const isShown = read.rows.some((row) => gathered.shown.has(row));
      if ('before' in seen || seen.fresh === null || isShown) continue;
      const { fresh } = seen;
      const told = read.rows.filter(({ problem }) => problem !== null);
      const asked = told.length > 0 ? asking : null;
      const { lists, customers } = read;
      notes.push(() => taken.add(fresh, { how: mark, asked, customers: [...customers.values()], lists, told }));
    }
    if (found === 0) rows.push({ file: path, ...nothing, ...emptyFolder });
  }
  signal.throwIfAborted();
  needHeadings(files, reading.overrides);
  const told = keepShown(
    gathered.shown,
    {
      state: options.state ?? null,
      keepMs: (options.keep ?? usualKeep) * dayMs,
      isOut: ({ network, name }) => exclusions?.names.has(`${network}:${name}`) === true,
      isFollowed: followedIn(file, gathered.rows),
    },
    networks,
    { clock, progress },
  );
  const asked = gathered.asked();
  if (gathered.rows.length + asked.length > 0) await addFollows(file, gathered.rows, asked, networks);
  // Once the follows are safe: a file that is noted as read is not read again.
  for (const note of notes) await note();
  await taken.save();
  const customers = [...gathered.customers.values()];
  return {
    follows: options.follows,
    files: rows.map((row) => ({ ...row, ...told.get(row) })),
    customers,
    read: customers.reduce((sum, each) => sum + each.read, 0),
    added: gathered.rows.length,
    asked: asked.length,
    resources: [...told.values()].filter(({ problem }) => problem === null).length,
    before,
    complete: [...rows, ...told.values()].every(({ problem }) => problem === null),
  };
}

/** Days after which the state drops what it has, where nobody says otherwise. */
const usualKeep = 30;

/** Whether somebody follows a resource, as the follows file tells, and the rows that are added to it. */
function followedIn(file: FollowsFile, rows: readonly FollowRow[]): (resource: ResourceName) => boolean {
  const resources = [...file.resources, ...rows.map(({ resource }) => resource)];
  const followed = new Set(resources.map((resource) => followKey('', resource)));
  return (resource) => followed.has(followKey('', resource));
}

/** What a person said of how files are read. */
const saidOf = ({ path, survey, columns, encoding, delimiter }: ImportOptions) => [
  path ?? null,
  survey === true,
  [...(columns ?? [])],
  encoding ?? null,
  delimiter ?? null,
];

const digestOf = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
};

const bytesOf = async (path: string | null): Promise<Buffer> => (path === null ? Buffer.alloc(0) : readFile(path));

/** What a person said of the tables. @throws UserError setting, encoding, where it means nothing */
function readingOf(
  { encoding = null, delimiter = null, columns = new Map() }: ImportOptions,
  networks: readonly AnyNetwork[],
): TableReading {
  if (delimiter !== null) delimiterSaid(delimiter);
  if (encoding !== null) encodingSaid(encoding);
  return { networks, overrides: { roles: columns, found: new Set() }, encoding, delimiter };
}

const nothing = {
  customer: null,
  what: null,
  contents: null,
  read: 0,
  added: 0,
  left: [],
  problem: null,
  whatToDo: null,
  shows: null,
};

const emptyFolder = { problem: 'it is empty', whatToDo: 'put the files of the customer in it' };

interface Gathered {
  reading: TableReading;
  /** Where in a JSON file the list is, where a person said it. */
  path: string | null;
  isSurvey: boolean;
  /** Whose the files are, where a person said it. */
  said: string | null;
  directory: ClientDirectory | null;
  clock: Clock;
  /** Saved pages of resources, by the row that tells of their file. */
  shown: Map<ImportedFile, SavedResource>;
  rows: FollowRow[];
  customers: Map<string, Imported['customers'][number]>;
  /** Takes a follow up; whether the follows file and what was read before do not have it. */
  add(row: FollowRow): boolean;
  /** Takes up who was asked and named nothing. */
  ask(row: AskedRow): void;
  /** Those of them of whom nothing else is told. */
  asked(): AskedRow[];
  /** Whether the customer is on the opt-out list. */
  isOut(customer: string): boolean;
}

function gatherer(
  file: FollowsFile,
  how: Pick<Gathered, 'reading' | 'path' | 'isSurvey' | 'said' | 'directory' | 'clock'>,
  isOut: Gathered['isOut'],
): Gathered {
  const rows: FollowRow[] = [];
  const customers: Gathered['customers'] = new Map();
  const seen = new Set<string>();
  const asked = new Map<string, AskedRow>();
  const places = new Set(file.places);
  const isNews = ({ customer, network }: AskedRow): boolean => {
    if (network !== null) return namesNetworks(file) && !places.has(placeKey(customer, network));
    return !customers.has(customerKey(customer)) && !file.customers.has(customerKey(customer));
  };
  return {
    ...how,
    shown: new Map(),
    rows,
    customers,
    isOut,
    add(row) {
      const key = followKey(row.customer, row.resource);
      if (seen.has(key)) return false;
      seen.add(key);
      places.add(placeKey(row.customer, row.resource.network));
      const counted = customers.get(customerKey(row.customer)) ?? { customer: row.customer, read: 0, added: 0 };
      customers.set(customerKey(row.customer), counted);
      counted.read += 1;
      if (file.known.has(key)) return false;
      counted.added += 1;
      rows.push(row);
      return true;
    },
    ask: (row) => void asked.set(JSON.stringify([customerKey(row.customer), row.network]), row),
    asked: () => [...asked.values()].filter(isNews),
  };
}

/** What one file, archive or folder brought. */
interface Brought {
  rows: ImportedFile[];
  /** Whose follows, or answers, by key. */
  customers: Map<string, string>;
  /** Lists that it showed as a saved page. */
  lists: TakenList[];
  /** Follows of people whom the client list does not have are asked about, and not taken. */
  onlyListed: boolean;
}

async function readHanded(handed: FoundFile, gathered: Gathered, onlyListed: boolean): Promise<Brought> {
  const { said, directory } = gathered;
  const isBundle = await handed.isBundle();
  const rest: Rest = { files: 0, kinds: new Map(), told: [], names: { people: [], other: [], unknown: [] } };
  const { seen, owner } = await seenIn(handed, isBundle, gathered, rest);
  const folder = said === null ? handed.customer : null;
  const rows: ImportedFile[] = [];
  const brought: Brought = { rows, customers: new Map(), lists: [], onlyListed };
  for (const { name, file, isWhole, found } of seen) {
    const marks = 'owner' in found ? found.owner : undefined;
    const whose = whoseIs({ said, folder, owner: marks ?? owner }, directory);
    const list = marks && whose.customer !== null ? listShown(marks, 'follows' in found, gathered) : null;
    if (list) brought.lists.push(list);
    if ('savedAt' in found) rows.push(takeShown(found, file, gathered));
    else if ('follows' in found) rows.push(take(found, file, whose, gathered, brought));
    else if ('emptyOn' in found && found.emptyOn !== undefined && whose.customer !== null)
      rows.push(takeEmpty(found, { customer: whose.customer, network: found.emptyOn }, file, gathered, brought));
    else if (isWhole) rows.push({ file, ...nothing, ...saying(found), customer: marks ? whose.customer : null });
    else if ('format' in found && found.holds === undefined) rest.told.push(found);
    else rest.names['format' in found ? (found.holds ?? 'other') : 'other'].push(name);
  }
  const isList = (row: ImportedFile): boolean => row.what !== null && !gathered.shown.has(row);
  return isBundle ? { ...brought, rows: [...rows, ...wholeBundle(handed, rows, isList, rest)] } : brought;
}

/** Which list of whom a saved page showed. */
function listShown(
  { profiles: [address = ''], list }: ToldOwner,
  hasFollows: boolean,
  { reading }: Gathered,
): TakenList | null {
  const profile = list === undefined ? null : identifyProfile(address, reading.networks);
  if (list === undefined || profile === null || 'reason' in profile) return null;
  return { profile: `${profile.network}:${profile.name}`, list, state: hasFollows ? 'came' : 'empty' };
}

/** One of the files handed over, before it is known whose they are. */
interface Seen {
  name: string;
  file: string;
  /** It was handed over by itself. */
  isWhole: boolean;
  found: Looked;
}

/** All that lies in a file, an archive or a folder; and whose it is, which its last file may say. */
async function seenIn(
  handed: FoundFile,
  isBundle: boolean,
  gathered: Gathered,
  rest: Rest,
): Promise<{ seen: Seen[]; owner: ToldOwner | null }> {
  const seen: Seen[] = [];
  const owners = isBundle ? [ownerInExportName(handed.label)] : [];
  for await (const { item, isOnly } of withCompany(handed.items)) {
    rest.files += 1;
    const { name } = item;
    const isWhole = !isBundle || name === shownName(handed.label);
    const file = isWhole ? handed.label : `${handed.label}: ${name}`;
    if ('problem' in item) seen.push({ name, file, isWhole: true, found: item });
    else if ('kind' in item && isWhole) seen.push({ name, file, isWhole, found: asProblem(item.kind) });
    else if ('kind' in item) addTo(rest.kinds, item.kind.many);
    else if (!isWhole && isNoText(item.bytes)) addTo(rest.kinds, noText);
    else {
      const { found, owner } = await look(item, gathered, !isWhole && !isOnly);
      seen.push({ name, file, isWhole, found });
      owners.push(owner);
    }
  }
  return { seen, owner: joinOwners(owners) };
}

/** Whether a file is the only one in its archive: then it was packed, and is no part of an export. */
async function* withCompany(items: AsyncIterable<ImportItem>): AsyncGenerator<{ item: ImportItem; isOnly: boolean }> {
  let first: ImportItem | null = null;
  let count = 0;
  for await (const item of items) {
    count += 1;
    if (count === 1) first = item;
    else {
      if (first) yield { item: first, isOnly: false };
      first = null;
      yield { item, isOnly: false };
    }
  }
  if (first) yield { item: first, isOnly: true };
}

type WithFollows = Extract<RecognisedFile, { follows: ParsedFollow[] }>;
type WithoutFollows = Extract<RecognisedFile, { reason: string }>;

/** What an archive or an unpacked export holds besides follows. */
interface Rest {
  /** All its files, those with follows too. */
  files: number;
  kinds: Map<string, number>;
  /** Files that say why they tell of no follows although they might. */
  told: WithoutFollows[];
  /** Names of files that hold none. */
  names: Record<HoldsNoFollows, string[]>;
}

type Looked = RecognisedFile | SavedResource | { problem: string; whatToDo: string };

async function look(
  { name, bytes, changedAt }: Extract<ImportItem, { bytes: Buffer }>,
  { reading, path, isSurvey, clock }: Gathered,
  inBundle: boolean,
): Promise<{ found: Looked; owner: ToldOwner | null }> {
  const { networks } = reading;
  try {
    const file = await openFile(name, bytes, reading, changedAt ?? clock.now());
    const identify = (address: string) => identifyResource(address, networks);
    const shown = path === null && !isSurvey ? savedResource(file, identify) : null;
    const recognised = shown ?? recogniseFile(file, identify, { inBundle, path, isSurvey });
    const owner = inBundle ? ownerToldBy(file) : null;
    return { found: recognised ?? describeUnknownFile(file, networks), owner };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [problem = ''] = error.message.split('\n');
    const [, line] = /:(\d+)$/.exec(error.where) ?? [];
    const told = line === undefined ? problem : `line ${line}: ${problem}`;
    return { found: { problem: told, whatToDo: messages[error.code][1] }, owner: null };
  }
}

const asProblem = ({ one, whatToDo }: FileKind) => ({ problem: `it is ${one}`, whatToDo });

const saying = (found: Exclude<Looked, { follows: ParsedFollow[] } | SavedResource>) =>
  'format' in found
    ? { what: found.format, problem: found.reason, whatToDo: found.whatToDo }
    : { problem: found.problem, whatToDo: found.whatToDo };

/** What an archive held besides; or, where it told of no follows at all, what is to be done. */
function wholeBundle(
  { label, customer }: FoundFile,
  rows: ImportedFile[],
  isList: (row: ImportedFile) => boolean,
  { files, kinds, told, names }: Rest,
): ImportedFile[] {
  const left = [
    ...new Set(told.map(({ format, reason }) => `${format}: ${reason}`)),
    ...filesNamed(names.people, 'people, not follows'),
    ...filesNamed(names.other, 'nothing about follows'),
    ...filesNamed(names.unknown, 'asked about, for nobody knows whether they list follows', askedAbout),
    ...Array.from(kinds, ([kind, count]) => `${kind}: ${count}`),
  ];
  const contents = { files, follows: rows.filter(isList).length };
  const isBroken = rows.some(({ file }) => file === label);
  const isOfUse = rows.some(({ what }) => what !== null);
  if (isBroken || isOfUse) return left.length > 0 ? [{ file: label, ...nothing, customer, contents, left }] : [];
  const problem = left.length > 0 ? 'nothing in it lists follows' : emptyFolder.problem;
  const whatToDo = told[0]?.whatToDo ?? 'import the export or the saved page that lists what the customer follows';
  return [{ file: label, ...nothing, customer, contents, left, problem, whatToDo }];
}

const askedAbout = '; import one by itself if the client follows what it lists';

function filesNamed(names: string[], what: string, more = ''): string[] {
  if (names.length === 0) return [];
  const shown = [...new Set(names)];
  const list = `${shown.slice(0, mostNamed).join(', ')}${shown.length > mostNamed ? ' …' : ''}`;
  return [`${what}: ${names.length} ${names.length === 1 ? 'file' : 'files'} (${list})${more}`];
}

const mostNamed = 5;

/** Takes up the follows of one file. */
function take(
  { format, follows: parsed, skipped, customersUnsure = false, via, asked = [] }: WithFollows,
  file: string,
  whose: Whose,
  gathered: Gathered,
  brought: Brought,
): ImportedFile {
  const { customer: said, ...nobody } = whose;
  const strangers = new Set<string>();
  const isStranger = (name: string, email: string | null | undefined): boolean =>
    brought.onlyListed && name !== said && !isListed(gathered.directory, [name, email ?? '']);
  const follows = customersUnsure && said !== null ? parsed.map(asTitle) : parsed;
  const named = new Map(
    follows.flatMap((told) => (nameIn(told) === null ? [] : [[customerKey(nameIn(told) ?? ''), nameIn(told) ?? '']])),
  );
  const reasons = new Map<string, string[]>();
  const taken = new Map<string, string>();
  let added = 0;
  let out = 0;
  for (const told of follows) {
    const customer = named.size > 1 ? (nameIn(told) ?? said) : (said ?? nameIn(told));
    if (customer !== null && gathered.isOut(customer)) {
      out += 1;
      continue;
    }
    if (customer !== null && isStranger(customer, told.email)) {
      strangers.add(customer);
      continue;
    }
    const resource = customer === null ? nobody : writable(told, gathered.reading.networks);
    if (customer === null || 'reason' in resource) {
      const { reason: why } = 'reason' in resource ? resource : nobody;
      const values = reasons.get(why) ?? [];
      values.push(oneLine(told.address ?? told.title ?? ''));
      reasons.set(why, values);
      continue;
    }
    const title = oneLine(told.title ?? '');
    const row = {
      customer,
      email: oneLine(told.email ?? '') || null,
      via: via ?? told.via ?? null,
      resource,
      title: resource.url === '' || title === '' ? null : title,
      subscribers: whole(told),
    };
    taken.set(followKey(customer, resource), customer);
    if (gathered.add(row)) added += 1;
  }
  const silent = asked.flatMap((each) => {
    const row = askedRow(each, via ?? each.via ?? null, gathered.reading.networks);
    if (row === null || gathered.isOut(row.customer)) return [];
    if (!isStranger(row.customer, row.email)) return [row];
    strangers.add(row.customer);
    return [];
  });
  for (const row of silent) gathered.ask(row);
  const customers = new Map([...taken.values()].map((name) => [customerKey(name), name]));
  for (const name of [...customers.values(), ...silent.map((each) => each.customer)])
    brought.customers.set(customerKey(name), name);
  const [customer = null] = customers.size === 1 ? customers.values() : [out > 0 ? null : said];
  const left = [
    ...(silent.length > 0 ? [`who was asked and named nothing, and counts as asked: ${silent.length}`] : []),
    ...skipped,
    ...(out > 0 ? [`follows of clients on the opt-out list: ${out}`] : whoElse(named, said)),
    ...[...reasons].map(reasonLine),
  ];
  const row = { file, ...nothing, customer, what: format, read: taken.size, added, left };
  if (strangers.size > 0) return { ...row, ...asksAbout(strangers, gathered.directory) };
  if (taken.size > 0 || follows.length === 0 || out > 0) return row;
  return reasons.has(nobody.reason)
    ? {
        ...row,
        left: skipped,
        problem: nobody.reason,
        whatToDo: nobody.whatToDo,
      }
    : { ...row, problem: 'none of its follows could be used', whatToDo: 'see what was skipped, and why' };
}

function takeShown(saved: SavedResource, file: string, gathered: Gathered): ImportedFile {
  const row = { ...nothing, file, what: saved.format };
  gathered.shown.set(row, saved);
  return row;
}
const isListed = (directory: ClientDirectory | null, names: string[]): boolean =>
  names.some((name) => {
    const found = directory?.called(name);
    return found != null && 'client' in found;
  });

const asksAbout = (strangers: ReadonlySet<string>, directory: ClientDirectory | null) => ({
  problem: `nobody in ${directory?.file} is called ${[...strangers].slice(0, mostNamed).join(', ')}${strangers.size > mostNamed ? ' …' : ''}`,
  whatToDo: 'add them to the client list, or import the file by its own name if they are clients beside it',
});

function askedRow(
  { customer, email, network }: NonNullable<WithFollows['asked']>[number],
  via: 'survey' | null,
  networks: readonly AnyNetwork[],
): AskedRow | null {
  const of = network === null ? null : networkCalled(network, networks);
  return of === undefined ? null : { customer: oneLine(customer), email, via, network: of?.id ?? null };
}

/** Notes that a customer follows nothing on a network: their list is there, and nothing is on it. */
function takeEmpty(
  { format, whatToDo }: WithoutFollows,
  { customer, network }: { customer: string; network: string },
  file: string,
  gathered: Gathered,
  brought: Brought,
): ImportedFile {
  const row = { file, ...nothing, what: `${format}, an empty list` };
  if (gathered.isOut(customer)) return { ...row, left: ['the list of a client on the opt-out list'] };
  gathered.ask({ customer, email: null, via: null, network });
  brought.customers.set(customerKey(customer), customer);
  return { ...row, customer, whatToDo: `if the client does follow something there, ${whatToDo}` };
}

/** What seemed to be who follows is what the page is called. */
function asTitle(follow: ParsedFollow): ParsedFollow {
  const name = follow.customer !== null && /\p{L}/u.test(follow.customer) ? follow.customer : null;
  return { ...follow, customer: null, title: follow.title ?? name };
}

const nameIn = ({ customer }: ParsedFollow): string | null => oneLine(customer ?? '') || null;

/** What a file says of its customers where a person said otherwise. One name is taken for a handle of the customer's. */
function whoElse(named: Map<string, string>, said: string | null): string[] {
  if (said === null || named.size === 0 || (named.size === 1 && named.has(customerKey(said)))) return [];
  if (named.size > 1) return [`the name ${said}: the file itself names ${named.size} customers`];
  return [`the name ${[...named.values()].join()} in the file: it was taken for ${said}`];
}

/** The resource, with an address that says the same when it is read from the follows file. */
function writable(told: ParsedFollow, networks: readonly AnyNetwork[]): ResourceName | NotIdentified {
  const resource = resolveAddress(told, networks);
  if ('reason' in resource || resource.url === '') return resource;
  const url = [resource.url, oneLine(told.address ?? '')].find((text) => {
    const again = identifyResource(text, networks);
    return again && 'network' in again && followKey('', again) === followKey('', resource);
  });
  return url === undefined
    ? { reason: 'its address cannot be written in a form that can be read back' }
    : { ...resource, url };
}

const whole = ({ subscribers }: ParsedFollow): number | null =>
  subscribers !== null && Number.isSafeInteger(subscribers) && subscribers >= 0 ? subscribers : null;

function reasonLine([why, values]: [string, string[]]): string {
  const shown = [...new Set(values.filter(Boolean))].slice(0, 3).join(', ');
  return `${why}: ${values.length}${shown && ` (${shown}${values.length > 3 ? ' …' : ''})`}`;
}

const addTo = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
