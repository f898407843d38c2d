import { UserError } from '../errors.ts';
import type {
  ClientsTold,
  Customer,
  EmptyAnswer,
  ExcludedCounts,
  Exclusions,
  ImportedFollow,
  Input,
  InputTable,
  Problem,
  ProfileName,
} from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Overrides } from '../tables/headings.ts';
import { type ClientRegister, createClientRegister } from './clients.ts';
import { customerKey } from './customer-key.ts';
import { type NamedRow, addNamesakes, identifiersIn, leaveOut, readExclusions } from './exclusions.ts';
import { callName, mentionIn } from './mention.ts';
import { type RowReading, type TableInput, fileNameOf } from './read-rows.ts';
import { createSegments, withoutSmall } from './segments.ts';
import { type RowNotice, readCustomers } from './read-customers.ts';
import { readDecisions } from './read-decisions.ts';
import { type ToldRow, readFollows } from './read-follows.ts';

/** What a run reads. */
export interface InputFiles {
  customers: TableInput | null;
  follows: TableInput[];
  verdicts: TableInput | null;
  /** The opt-out list: whoever stands in it is left out of everything. */
  exclude?: TableInput | null;
  /** Placements that are paid for. */
  paid?: TableInput | null;
  /** A person's own texts of teasers. */
  wordings?: TableInput | null;
  /** The control list: people like the clients, whose follows tell what is usual. */
  baseline?: TableInput | null;
  /** Roles by heading, for headings that are not recognised by themselves. */
  columns: Map<string, string>;
  /** The encoding and the delimiter that a person named; they decide where a file does not tell by itself. */
  encoding?: string | null;
  delimiter?: string | null;
}

/** What was read, without those who are left out. */
export interface ReadInput extends Input {
  tables: InputTable[];
  /** How the clients were told apart; null where there is neither a client list nor a table of follows. */
  told: ClientsTold | null;
  /** Whom the opt-out list means, in this input too; null where there is none. */
  exclusions: Exclusions | null;
  excluded: ExcludedCounts;
}

/**
 * Reads the client list, the imported follows and a person's decisions.
 * What cannot be used is a `Problem` and stops nothing.
 * @returns also how each file was read: its encoding, its delimiter, and what its columns are
 * @throws UserError where a file as a whole cannot be read, exclude_list; the signal's reason once that is aborted
 */
export async function readInput(
  files: InputFiles,
  networks: readonly AnyNetwork[],
  signal?: AbortSignal,
): Promise<ReadInput> {
  const problems: Problem[] = [];
  const overrides: Overrides = { roles: files.columns, found: new Set() };
  const tables: InputTable[] = [];
  const { encoding = null, delimiter = null } = files;
  const reading: RowReading = { networks, overrides, encoding, delimiter, tables, problems, signal };
  const exclusions = files.exclude ? await readExclusions(files.exclude, reading) : null;
  const list = createClientRegister();
  const others = createClientRegister();
  const noticed: (() => NamedRow)[] = [];
  const notice: RowNotice = (file, row, columns, key) => {
    if (!exclusions) return;
    const named = { place: `${file}:${row.line}`, identifiers: identifiersIn(row, columns) };
    const company = customerKey(mentionIn(columns, row.cells).company);
    noticed.push(() => ({ ...named, company, key: key() }));
  };
  const keys: KeysOfOthers = new Map();
  const keyOf = (other: number): string => keys.get(other) ?? others.keyOf(other);
  const said: ToldRow[] = [];
  const segments = createSegments();
  const hearSegment = segments.hearer(keyOf);
  for (const file of files.follows)
    for (const each of await readFollows(file, reading, others, (at, row, columns, other) => {
      notice(at, row, columns, () => keyOf(other));
      hearSegment(at, row, columns, other);
    }))
      said.push(each);
  const { unread, written, hasProfiles, agreed } = files.customers
    ? await readCustomers(files.customers, reading, list, {
        notice,
        hearSegment: segments.hearer((client) => list.keyOf(client)),
        isNamed: files.follows.length > 0,
      })
    : { unread: [], hasProfiles: true, agreed: () => new Set<string>() };
  const control = files.baseline ? await readControl(files.baseline, reading, notice) : [];
  const decisions = files.verdicts ? await readDecisions(files.verdicts, reading) : [];
  const read = [
    files.customers,
    ...files.follows,
    files.verdicts,
    files.exclude ?? null,
    files.baseline ?? null,
  ].filter((file) => file !== null);
  needHeadings(read.map(fileNameOf), overrides);
  const { follows, answers } = followsOf(said, list, others, keys, problems);
  const imported = new Set([...follows, ...answers].map(({ customer }) => customer));
  const naming = new Set(follows.map(({ customer }) => customer));
  // Whoever named something did not answer that there is nothing: such a row is a line that was left blank.
  const emptyAnswers = answers.filter(({ customer, network }) => network !== null || !naming.has(customer));
  const inSegments = segments.byCustomer(problems);
  const isTold = (client: number | null): boolean =>
    client !== null && (!hasProfiles || imported.has(list.keyOf(client)));
  const needless = new Set(unread.flatMap(({ client, problem }) => (isTold(client) ? [problem] : [])));
  const all = {
    decisions,
    emptyAnswers,
    problems: problems.filter((problem) => !needless.has(problem)),
    tables,
    exclusions,
    written,
    told: toldOf(files, tables, files.customers ? list : others),
  };
  const consenting = agreed();
  const customers = list.clients().map((client) => ({ ...client, consents: consenting.has(client.key) }));
  if (!exclusions) {
    const none = { customers: 0, profiles: {} };
    return { ...all, customers, follows, control, segments: withoutSmall(inSegments), excluded: none };
  }
  const rows = noticed.map((row) => row());
  addNamesakes(exclusions, rows);
  const isOut = (key: string, profiles: readonly ProfileName[]): boolean =>
    exclusions.keys.has(key) || profiles.some(({ network, name }) => exclusions.names.has(`${network}:${name}`));
  const left = leaveOut(customers, follows, isOut, networks);
  for (const { key, profiles } of left.out) {
    exclusions.keys.add(key);
    for (const profile of profiles)
      if (!networks.find(({ id }) => id === profile.network)?.closed)
        exclusions.names.set(`${profile.network}:${profile.name}`, profile);
  }
  const places = new Set(rows.flatMap(({ place, key }) => (exclusions.keys.has(key) ? [place] : [])));
  all.emptyAnswers = emptyAnswers.filter(({ customer }) => !exclusions.keys.has(customer));
  // A problem quotes its row.
  all.problems = all.problems.filter(({ file, line }) => !places.has(`${file}:${line}`));
  for (const key of exclusions.keys) inSegments.delete(key);
  const rest = {
    customers: left.customers,
    follows: left.follows,
    control: leaveOut(control, [], isOut, networks).customers,
    segments: withoutSmall(inSegments),
  };
  return { ...all, ...rest, excluded: left.counts };
}

/** The people of a control list. What is wrong with its rows is told without what stands in them. */
async function readControl(file: TableInput, reading: RowReading, notice: RowNotice): Promise<Customer[]> {
  const people = createClientRegister();
  const problems: Problem[] = [];
  const { agreed } = await readCustomers(file, { ...reading, problems }, people, {
    notice,
    hearSegment: () => undefined,
    isNamed: false,
  });
  for (const problem of problems) reading.problems.push({ ...problem, value: '' });
  const consenting = agreed();
  return people.clients().map((each) => ({ ...each, consents: consenting.has(each.key) }));
}

/** The client that is meant by whoever told of follows, by number; null where it may be several. */
type KeysOfOthers = Map<number, string | null>;

/**
 * Whose follows these are: the client's whom the list calls so, else somebody's beside the list. Where several on the
 * list are called so, nobody's.
 */
function followsOf(
  said: readonly ToldRow[],
  list: ClientRegister,
  others: ClientRegister,
  keys: KeysOfOthers,
  problems: Problem[],
): { follows: ImportedFollow[]; answers: EmptyAnswer[] } {
  const follows: ImportedFollow[] = [];
  const answers: EmptyAnswer[] = [];
  for (const { file, line, client, follows: own, empty, isSurvey } of said) {
    let customer = keys.get(client);
    if (customer === undefined) {
      const mention = others.mentionOf(client);
      const match = mention ? list.find(mention) : null;
      customer = match === null ? others.keyOf(client) : 'key' in match ? match.key : null;
      keys.set(client, customer);
      if (match && 'among' in match && mention) problems.push(namesakes(file, line, callName(mention), match.among));
    }
    if (customer === null) continue;
    for (const each of own) follows.push({ customer, ...each });
    for (const network of empty) answers.push({ customer, network, ...(isSurvey && { via: 'survey' }) });
  }
  return { follows, answers };
}

/** How clients were told apart, in words of the table that names them. */
function toldOf(files: InputFiles, tables: readonly InputTable[], register: ClientRegister): ClientsTold | null {
  const first = files.customers ?? files.follows[0];
  if (first === undefined) return null;
  const file = fileNameOf(first);
  const columns = tables.find((table) => table.file === file)?.columns ?? [];
  const headings = (roles: readonly string[]): string[] =>
    columns.flatMap(({ heading, role }) => (role !== null && roles.includes(role) ? [heading] : []));
  const { clients, by, doubts } = register.told();
  const named = (basis: ClientsTold['by'][number]['basis']): string[] => {
    if (basis !== 'name') return headings([basis]).slice(0, 1);
    const whole = headings(['name']);
    return whole.length > 0 ? whole.slice(0, 1) : headings(['first_name', 'middle_name', 'last_name']);
  };
  return { file, clients, by: by.map((each) => ({ ...each, headings: named(each.basis) })), doubts };
}

/** @throws UserError column_unknown, where none of the files read has a heading that a person named */
export function needHeadings(files: readonly string[], { roles, found }: Overrides): void {
  const missing = [...roles.keys()].find((heading) => !found.has(heading));
  if (missing !== undefined && files.length > 0) throw new UserError('column_unknown', files.join(', '), missing);
}

const namesOf = (inputs: TableInput[]): string => inputs.map(fileNameOf).join(', ');

/** @throws UserError nothing_to_read, no_usable_rows, where the input holds nothing that could be counted */
export function needFollows(
  files: Pick<InputFiles, 'customers' | 'follows'>,
  input: Pick<ReadInput, 'customers' | 'follows' | 'problems' | 'excluded'>,
): void {
  const tables = [files.customers, ...files.follows].filter((table) => table !== null);
  if (tables.length === 0)
    throw new UserError('nothing_to_read', { typed: 'the command line', given: 'customers and follows' });
  if (
    input.excluded.customers > 0 ||
    input.follows.length > 0 ||
    input.customers.some(({ profiles }) => profiles.length > 0)
  )
    return;
  const problems = input.problems
    .slice(0, 5)
    .map(({ file, line, value, problem }) => `\n    ${file}:${line}: ${value}: ${problem}`);
  throw new UserError('no_usable_rows', namesOf(tables), problems.join('') || 'there are none');
}

const namesakes = (file: string, line: number, value: string, among: number): Problem => ({
  file,
  line,
  value,
  problem: `${among} clients of the list are called so; what is said of them here was not used`,
  whatToDo: "write the client's e-mail address, or the name as only one client has it",
});
