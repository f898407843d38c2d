import { type FileHandle, mkdir, readFile, realpath, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { UserError } from '../errors.ts';
import { writeError } from '../files/replace.ts';
import { openTemporary, removeTemporary } from '../files/temporary.ts';
import { decode } from '../tables/encoding.ts';
import { isZip, workbook } from '../tables/file-kinds.ts';
import { type Overrides, type Role, columnsOf, knownHeadings } from '../tables/headings.ts';
import { type TableRow, openTable, readTable } from '../tables/read-table.ts';
import type { ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { encode } from './encode.ts';
import { type ToldFollows, nothingTold, toldIn, toldKey } from './told-follows.ts';
import { type Reader, note, notedIn } from './told-notes.ts';

/** One follow as it goes into the file. */
export interface FollowRow {
  customer: string;
  email: string | null;
  resource: ResourceName;
  title: string | null;
  subscribers: number | null;
  /** Learned by asking; null for what a network or another program wrote. */
  via: 'survey' | null;
}

/** Somebody who was asked and follows nothing: on this network, or, where it is null, on any. */
export interface AskedRow extends Pick<FollowRow, 'customer' | 'email' | 'via'> {
  network: string | null;
}

/** What the columns of the file are, in its order; null for a column of the user's own. */
type Shape = {
  columns: (Column | null)[];
  delimiter: string;
  newline: string;
  encoding: string;
  endsInNewline: boolean;
};

type Column = 'customer' | 'resource' | 'title' | 'subscribers' | 'network' | 'via' | 'email';

export interface FollowsFile {
  path: string;
  bytes: Buffer | null;
  shape: Shape;
  /** Its heading, and how it is written; null of a new file. */
  head: Head | null;
  told: ToldFollows;
  /** It ends with rows that an import wrote and read back: whatever is added behind them changes none of them. */
  isNoted: boolean;
}

const newFile: Shape = {
  columns: ['customer', 'resource', 'title', 'subscribers', 'network', 'via', 'email'],
  delimiter: ',',
  newline: '\n',
  encoding: 'utf-8',
  endsInNewline: true,
};

/** The roles of a follows file, in the order in which `analyze` gives them to its headings. */
const roles: Role[] = ['customer', 'email', 'resource', 'title', 'subscribers', 'network', 'via', 'name', 'company'];

/** Columns that a customer's name may stand in, the best first. */
const calling: Role[] = ['customer', 'name', 'email', 'company'];

/** Whether rows of the file can say for which network an answer is. */
export const namesNetworks = ({ shape }: FollowsFile): boolean => shape.columns.includes('network');

/**
 * The follows file as `analyze` would read it; an empty one where there is none.
 * @throws UserError where it cannot be read, or is no CSV that rows could be added to
 */
export async function openFollowsFile(path: string, reader: Reader): Promise<FollowsFile> {
  const bytes = await bytesOf(path);
  if (bytes === null || bytes.every((byte) => byte <= 32)) {
    return { path, bytes, shape: newFile, head: null, told: nothingTold(), isNoted: false };
  }
  if (isZip(bytes)) throw refusal(path, `it is a spreadsheet: ${workbook.whatToDo}, or name another file`);
  const noted = await notedIn(path, bytes, reader);
  const told = noted ?? (await toldIn(path, reader.networks));
  const head = await headOf(path, reader.networks);
  return { path, bytes, shape: shapeOf(path, bytes, head, reader.networks), head, told, isNoted: noted !== null };
}

/**
 * Adds rows behind those that are there, of which not one byte changes. The file is replaced in one step, after it was
 * read again as `analyze` reads it; a new one is readable by its owner alone.
 * @param rows follows that it does not tell of, each once
 * @param asked customers of whom it does not tell, and no row
 * @throws UserError follows_file, output_locked, output_unwritable; the file is then as it was
 */
export async function addFollows(
  file: FollowsFile,
  rows: FollowRow[],
  asked: AskedRow[],
  reader: Reader,
): Promise<void> {
  const { path, bytes, shape } = file;
  const added = encode(textOf(rows, asked, file), shape.encoding);
  if ('missing' in added) {
    throw refusal(path, `its encoding ${shape.encoding} has no "${added.missing}": save it as CSV UTF-8`);
  }
  const whole = shape === newFile ? added : Buffer.concat([bytes ?? Buffer.alloc(0), added]);
  const target = await orLocked(path, realTarget(path));
  const mode = bytes === null ? 0o600 : (await stat(target)).mode & 0o777;
  const temporary = await orLocked(path, openTemporary(target, 0o600));
  try {
    await orLocked(path, writeSynced(temporary.file, whole, mode));
    const written = { path: temporary.path, added };
    const told = await readAgain(file, rows, asked, written, reader.networks);
    if (!same(await bytesOf(path), bytes)) throw refusal(path, 'another program changed it in the meantime');
    await orLocked(path, rename(temporary.path, target));
    await note(path, whole, told, reader);
  } finally {
    await removeTemporary(temporary.path);
  }
}

const refusal = (path: string, why: string): UserError => new UserError('follows_file', path, why);

/** `--column` is not for this file: whoever imports into it can head its columns. */
const nothingSaid = (): Overrides => ({ roles: new Map(), found: new Set() });

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return null;
    throw new UserError('file_unreadable', path, code, { cause: error });
  }
}

const same = (a: Buffer | null, b: Buffer | null): boolean => (a && b ? a.equals(b) : a === b);

function shapeOf(
  path: string,
  bytes: Buffer,
  { encoding, delimiter, heading }: Head,
  networks: readonly AnyNetwork[],
): Shape {
  const { text } = decode(bytes, null, path);
  const known = columnsOf(heading.cells, roles, networks, nothingSaid());
  const [customer] = calling.flatMap((role) => known.having(role));
  if (customer === undefined) throw refusal(path, 'it has no column for the customer: add the heading "customer"');
  const places: [number | undefined, Column][] = [
    [customer, 'customer'],
    [known.having('resource')[0], 'resource'],
    [known.having('title')[0], 'title'],
    [known.having('subscribers')[0], 'subscribers'],
    [known.having('network')[0], 'network'],
    [known.having('via')[0], 'via'],
    [known.having('email')[0], 'email'],
  ];
  return {
    columns: heading.cells.map((_, index) => places.find(([place]) => place === index)?.[1] ?? null),
    delimiter,
    newline: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    encoding,
    endsInNewline: /[\r\n]$/.test(text),
  };
}

interface Head {
  encoding: string;
  delimiter: string;
  heading: TableRow;
}

async function headOf(path: string, networks: readonly AnyNetwork[]): Promise<Head> {
  const table = await openTable(path, { headings: knownHeadings(roles, networks, nothingSaid()) });
  table.close();
  const { encoding, delimiter, heading } = table;
  if (heading === null) throw refusal(path, 'it has no heading: put one in its first row, e.g. customer,resource');
  if (encoding === null || delimiter === null)
    throw refusal(path, `it is a spreadsheet: ${workbook.whatToDo}, or name another file`);
  return { encoding, delimiter, heading };
}

function textOf(rows: FollowRow[], asked: AskedRow[], { path, shape }: FollowsFile): string {
  const { columns, delimiter, newline } = shape;
  const nameless = rows.find(({ resource }) => resource.url === '');
  if (nameless && !columns.includes('network')) {
    throw refusal(
      path,
      `only the name of "${nameless.resource.name}" is known, and the file has no column for the network: add the heading "network" to its first row`,
    );
  }
  if ([...rows, ...asked].some(({ via }) => via !== null) && !columns.includes('via')) {
    throw refusal(
      path,
      'it has no column that tells answers to a survey from what networks wrote: add the heading "via" to its first row, or name another file (--follows)',
    );
  }
  const told = [...rows, ...asked.map((each) => ({ ...each, resource: null, title: null, subscribers: null }))];
  const table = told.map((row) => columns.map((column) => (column === null ? '' : valueOf(row, column))));
  const heading = shape === newFile ? [columns.map((column) => column ?? '')] : [];
  const before = shape.endsInNewline ? '' : newline;
  return before + stringify([...heading, ...table], { delimiter, record_delimiter: newline });
}

type Written = FollowRow | (AskedRow & { resource: null; title: null; subscribers: null });

function valueOf(row: Written, column: Column): string {
  const { customer, resource, title, subscribers } = row;
  switch (column) {
    case 'customer':
      return customer;
    case 'resource':
      return resource === null ? '' : resource.url === '' ? resource.name : resource.url;
    case 'title':
      return title ?? '';
    case 'subscribers':
      return subscribers?.toFixed(0) ?? '';
    case 'via':
      return row.via ?? '';
    case 'email':
      return row.email ?? '';
    default:
      if (row.resource === null) return row.network ?? '';
      return row.resource.url === '' ? row.resource.network : '';
  }
}

/** Through a link to the file it stands for, so that the link stays one. */
async function realTarget(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

async function writeSynced(file: FileHandle, bytes: Buffer, mode: number): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new file, which is not in its place yet, and what was put behind the old bytes. */
interface NewFile {
  path: string;
  added: Buffer;
}

/** Guards the user's own file against whatever would make it read otherwise than it was written. */
async function readAgain(
  file: FollowsFile,
  rows: FollowRow[],
  asked: AskedRow[],
  written: NewFile,
  networks: readonly AnyNetwork[],
): Promise<ToldFollows> {
  const told = (await toldWith(file, written, rows.length, networks)) ?? (await toldIn(written.path, networks));
  const lost = rows.find(({ customer, resource }) => !told.keys.has(toldKey.follow(customer, resource)));
  if (lost) throw refusal(file.path, `"${lost.resource.url || lost.resource.name}" would not be read back unchanged`);
  const unasked = asked.find(({ customer }) => !told.keys.has(toldKey.customer(customer)));
  if (unasked) throw refusal(file.path, `that "${unasked.customer}" was asked would not be read back`);
  if (told.follows !== file.told.follows + rows.length || !told.keys.includes(file.told.keys)) {
    throw refusal(file.path, 'rows that are in it now could no longer be read');
  }
  return told;
}

/**
 * What the new file tells of, by reading only what was added to one that is known to the last row. Null where the file
 * must be read: the new rows could change how the others are read.
 */
async function toldWith(
  { path, shape, head: before, told, isNoted }: FollowsFile,
  written: NewFile,
  expected: number,
  networks: readonly AnyNetwork[],
): Promise<ToldFollows | null> {
  if (!isNoted || before === null || !shape.endsInNewline) return null;
  const { encoding, delimiter, heading } = await headOf(written.path, networks);
  const isSame =
    encoding === before.encoding &&
    delimiter === before.delimiter &&
    heading.line === before.heading.line &&
    heading.cells.join('\n') === before.heading.cells.join('\n');
  if (!isSame) return null;
  const first = encode(stringify([heading.cells], { delimiter, record_delimiter: shape.newline }), encoding);
  if ('missing' in first) return null;
  const rows: string[][] = [];
  const alone = { name: path, bytes: Buffer.concat([first, written.added]) };
  const headings = knownHeadings(roles, networks, nothingSaid());
  for await (const row of readTable(alone, { encoding, delimiter, headings })) rows.push(row.cells);
  const added = await toldIn({ name: path, rows }, networks);
  if (!added.isPlain || added.follows !== expected) return null;
  added.keys.addAll(told.keys);
  return { follows: told.follows + added.follows, keys: added.keys, isPlain: true };
}

async function orLocked<Value>(path: string, step: Promise<Value>): Promise<Value> {
  try {
    return await step;
  } catch (error) {
    throw writeError(path, error);
  }
}
