import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { setting } from '../types/instruction.ts';
import { openTakenFiles } from '../imports/taken-files.ts';
import { readClientDirectory } from '../inputs/client-directory.ts';
import { type FollowRow, type FollowsFile, addFollows, openFollowsFile } from '../imports/follows-file.ts';
import { toldKey } from '../imports/told-follows.ts';
import { type ImportLimits, importLimits as usual } from '../imports/import-item.ts';
import { oneLine } from '../imports/resolve-address.ts';
import { findFiles, fromStream } from '../imports/find-files.ts';
import { needHeadings, readInput } from '../inputs/read-input.ts';
import { customerKey } from '../inputs/customer-key.ts';
import type { TableReading } from '../inputs/read-rows.ts';
import { delimiterSaid } from '../tables/delimiter.ts';
import { encodingSaid } from '../tables/encoding.ts';
import { networksFor } from '../networks/index.ts';
import { version } from '../settings.ts';
import type { ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { type RunContext, dayMs } from '../types/run.ts';
import { completeContext } from './context.ts';
import { keepShown } from './keep-resources.ts';
import { gatherer } from './gather-follows.ts';
import { type Imported, type ImportedFile, emptyFolder, nothing } from './imported.ts';
import { readHanded } from './read-handed.ts';

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
  if (customer === '') throw new UserError('setting', setting('customer'), 'the name is empty');
  const reader = { version, networks };
  const file = await openFollowsFile(options.follows, reader);
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
  const isTold = (name: string): boolean => file.told.keys.has(toldKey.customer(name));
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
      const seen = await taken.find(handed, mark, asking);
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
  if (gathered.rows.length + asked.length > 0) await addFollows(file, gathered.rows, asked, reader);
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
  const added = new Set(rows.map(({ resource }) => toldKey.resource(resource)));
  return (resource) => added.has(toldKey.resource(resource)) || file.told.keys.has(toldKey.resource(resource));
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
