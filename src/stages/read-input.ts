import { UserError } from '../errors.ts';
import type {
  AnyNetwork,
  Customer,
  Decision,
  ImportedFollow,
  Input,
  NotOne,
  Problem,
  ProfileName,
  ResourceName,
} from '../types.ts';
import { type Columns, type Overrides, type Role, columnsOf } from './headings.ts';
import { identifyProfile, identifyResource } from './identify.ts';
import { readTable } from './read-table.ts';

export interface InputFiles {
  customers: string | null;
  follows: string[];
  verdicts: string | null;
  /** Roles by heading, for headings that are not recognised by themselves. */
  columns: Map<string, string>;
}

/**
 * Reads the client list, the imported follows and a person's decisions.
 * What cannot be used is a `Problem` and stops nothing.
 * @throws UserError where a file as a whole cannot be read
 */
export async function readInput(files: InputFiles, networks: readonly AnyNetwork[]): Promise<Input> {
  const problems: Problem[] = [];
  const follows: ImportedFollow[] = [];
  const overrides: Overrides = { roles: files.columns, found: new Set() };
  for (const file of files.follows) await readFollows(file, overrides, networks, follows, problems);
  const imported = new Set(follows.map((follow) => follow.customer));
  const customers = files.customers
    ? await readCustomers(files.customers, overrides, networks, imported, problems)
    : [];
  const decisions = files.verdicts ? await readDecisions(files.verdicts, overrides, networks, problems) : [];
  const missing = [...files.columns.keys()].find((heading) => !overrides.found.has(heading));
  const read = [files.customers, ...files.follows, files.verdicts].filter((file) => file !== null);
  if (missing !== undefined && read.length > 0) throw new UserError('column_unknown', read.join(', '), missing);
  return { customers, follows, decisions, problems };
}

async function readCustomers(
  file: string,
  overrides: Overrides,
  networks: readonly AnyNetwork[],
  imported: Set<string>,
  problems: Problem[],
): Promise<Customer[]> {
  const byKey = new Map<string, Map<string, ProfileName>>();
  const agreed = new Set<string>();
  let columns: Columns | null = null;
  for await (const { line, cells } of readTable(file)) {
    if (!columns) {
      columns = columnsOf(cells, ['customer', 'email', 'name', 'profile', 'consent'], networks, overrides);
      needOneOf(columns, ['profile', ...networks.map(({ id }) => `network:${id}` as const)], file, cells);
      continue;
    }
    const profiles: ProfileName[] = [];
    let unusable = false;
    for (const [index, cell] of cells.entries()) {
      const role = columns.roleOf(index);
      const column = networks.find(({ id }) => role === `network:${id}`);
      if (role !== 'profile' && !column) continue;
      for (const text of pieces(cell)) {
        const profile = identifyProfile(text, networks, column);
        if (profile && !('why' in profile)) profiles.push(profile);
        else {
          unusable = true;
          problems.push(notAProfile(file, line, text, profile, column));
        }
      }
    }
    const named = customerOf(columns, cells);
    if (profiles.length === 0) {
      if (!unusable && !(named && imported.has(named))) problems.push(noProfile(file, line, cells.join(' ').trim()));
      if (!named) continue;
    }
    const key = named ?? profiles.map(({ network, name }) => `${network}:${name}`).toSorted()[0] ?? '';
    const known = byKey.get(key) ?? new Map<string, ProfileName>();
    for (const profile of profiles) known.set(`${profile.network}:${profile.name}`, profile);
    byKey.set(key, known);
    if (isYes(cellOf(columns, cells, 'consent'))) agreed.add(key);
  }
  return [...byKey].map(([key, profiles]) => ({ key, profiles: [...profiles.values()], consents: agreed.has(key) }));
}

async function readFollows(
  file: string,
  overrides: Overrides,
  networks: readonly AnyNetwork[],
  follows: ImportedFollow[],
  problems: Problem[],
): Promise<void> {
  let columns: Columns | null = null;
  for await (const { line, cells } of readTable(file)) {
    if (!columns) {
      columns = columnsOf(
        cells,
        ['customer', 'email', 'resource', 'title', 'subscribers', 'name'],
        networks,
        overrides,
      );
      needOneOf(columns, ['customer', 'email', 'name'], file, cells);
      needOneOf(columns, ['resource'], file, cells);
      continue;
    }
    const customer = customerOf(columns, cells);
    if (!customer) {
      problems.push({
        file,
        line,
        value: cells.join(' ').trim(),
        problem: 'the row names no customer',
        whatToDo: 'write who follows this resource into the customer column',
      });
      continue;
    }
    const written = cellOf(columns, cells, 'resource');
    const resource = identifyResource(written, networks);
    if (!resource || 'why' in resource) {
      problems.push(notAResource(file, line, written, resource));
      continue;
    }
    const count = cellOf(columns, cells, 'subscribers');
    const subscribers = wholeNumber(count);
    if (count && subscribers === null) {
      problems.push({
        file,
        line,
        value: count,
        problem: 'the number of subscribers is not a whole number; the follow is counted',
        whatToDo: 'write the number in digits, e.g. 12500',
      });
    }
    follows.push({ customer, resource, title: cellOf(columns, cells, 'title') || null, subscribers });
  }
}

async function readDecisions(
  file: string,
  overrides: Overrides,
  networks: readonly AnyNetwork[],
  problems: Problem[],
): Promise<Decision[]> {
  const decisions: Decision[] = [];
  let columns: Columns | null = null;
  for await (const { line, cells } of readTable(file)) {
    if (!columns) {
      columns = columnsOf(cells, ['resource', 'verdict', 'note'], networks, overrides);
      needOneOf(columns, ['resource'], file, cells);
      needOneOf(columns, ['verdict'], file, cells);
      continue;
    }
    const written = cellOf(columns, cells, 'resource');
    const resource = identifyResource(written, networks);
    if (!resource || 'why' in resource) {
      problems.push(notAResource(file, line, written, resource));
      continue;
    }
    const word = cellOf(columns, cells, 'verdict');
    const verdict = verdictWords[word.toLowerCase()];
    if (!verdict) {
      problems.push({
        file,
        line,
        value: word,
        problem: 'this is no verdict',
        whatToDo: 'write keep, drop or review',
      });
      continue;
    }
    decisions.push({ resource, verdict, note: cellOf(columns, cells, 'note') });
  }
  return decisions;
}

const verdictWords: Record<string, Decision['verdict'] | undefined> = {
  keep: 'keep',
  yes: 'keep',
  да: 'keep',
  оставить: 'keep',
  drop: 'drop',
  no: 'drop',
  нет: 'drop',
  убрать: 'drop',
  review: 'review',
  проверить: 'review',
};

/**
 * The customer's key: the first filled column among customer, e-mail and name.
 * Case and blanks do not matter; anything else that differs is another customer.
 */
function customerOf(columns: Columns, cells: string[]): string | null {
  for (const role of ['customer', 'email', 'name'] as const) {
    const text = columns
      .having(role)
      .map((index) => cells[index] ?? '')
      .find(Boolean);
    if (text) return customerKey(text);
  }
  return null;
}

/** The one spelling under which a customer is known. */
export const customerKey = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

const cellOf = (columns: Columns, cells: string[], role: Role): string =>
  columns
    .having(role)
    .map((index) => cells[index] ?? '')
    .find(Boolean) ?? '';

const isYes = (cell: string): boolean => /^(y|yes|true|1|x|agreed|да|так|ja|oui|sí|si|ναι)$/i.test(cell);

/** Several profiles may share a cell; what people write into an empty one is none. */
const pieces = (cell: string): string[] =>
  cell.split(/[\s,;|]+/).filter((piece) => piece && !/^([-–—/.]+|n\/a|none|null|нет)$/i.test(piece));

/** `12 500`, `12,500` and `12.500` are whole numbers with their thousands set apart; `12.5` is none. */
function wholeNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  return /^\d{1,3}([\s,.'’]\d{3})+$/u.test(text) ? Number(text.replaceAll(/\D/g, '')) : null;
}

function needOneOf(columns: Columns, roles: Role[], file: string, headings: string[]): void {
  if (roles.some((role) => columns.having(role).length > 0)) return;
  const wanted = roles.filter((role) => !role.startsWith('network:'));
  throw new UserError(
    'column_missing',
    `${file}:1`,
    `none of "${headings.join('", "')}" is a ${wanted.join(' or ')} column`,
  );
}

function notAProfile(file: string, line: number, value: string, none: NotOne | null, column?: AnyNetwork): Problem {
  const problem = none?.why ?? `this is not a profile of ${column ? column.title : 'a network that is known'}`;
  const whatToDo = column
    ? `write the profile's full address or handle, e.g. ${column.examples[0]?.input}`
    : 'write the full address of a profile, with https://';
  return { file, line, value, problem, whatToDo };
}

const noProfile = (file: string, line: number, value: string): Problem => ({
  file,
  line,
  value,
  problem: 'the row has no profile',
  whatToDo: "add the address of one of the customer's profiles, or what they follow to follows.csv",
});

const notAResource = (file: string, line: number, value: string, none: NotOne | ResourceName | null): Problem => ({
  file,
  line,
  value,
  problem: none && 'why' in none ? none.why : 'this is not the address of a page',
  whatToDo: 'write the full address of the page, community or channel, with https://',
});
