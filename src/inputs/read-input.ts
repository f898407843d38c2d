import { UserError } from '../errors.ts';
import type {
  ClientsTold,
  Decision,
  EmptyAnswer,
  ExcludedCounts,
  Exclusions,
  ImportedFollow,
  Input,
  InputTable,
  NotIdentified,
  Problem,
  ProfileName,
  ResourceName,
} from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { isUnresolved } from '../text/bare-name.ts';
import { detach } from '../tables/detach.ts';
import { crmRecord } from '../tables/crm-record.ts';
import { type Columns, type Overrides, type Role, namingRoles } from '../tables/headings.ts';
import { cellOf, followRoles, subscribersOf } from './cells.ts';
import { type ClientRegister, createClientRegister } from './clients.ts';
import { customerKey } from './customer-key.ts';
import { type NamedRow, addNamesakes, identifiersIn, leaveOut, readExclusions } from './exclusions.ts';
import { isNothing } from './blank-words.ts';
import { identifyBeside, identifyProfile, identifyResource, networkCalled } from './identify.ts';
import { callName, mentionIn } from './mention.ts';
import { labelledPieces, mixedPieces, profilePieces, resourcePieces } from './cell-pieces.ts';
import { type RowReading, type TableInput, fileNameOf, readRows, shown, withoutPassword } from './read-rows.ts';
import type { TableRow } from '../tables/rows.ts';
import { type SegmentHearer, createSegments, withoutSmall } from './segments.ts';
import { networkLabelled } from './network-words.ts';
import { foldHeading } from '../text/normalise.ts';
import { createUnreadProfiles } from './unread-profiles.ts';
import { verdictOf } from './verdict-words.ts';

/** What a run reads. */
export interface InputFiles {
  customers: TableInput | null;
  follows: TableInput[];
  verdicts: TableInput | null;
  /** The opt-out list: whoever stands in it is left out of everything. */
  exclude?: TableInput | null;
  /** Placements that are paid for. */
  paid?: TableInput | null;
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
  const notice: Notice = (file, row, columns, key) => {
    if (!exclusions) return;
    const named = { place: `${file}:${row.line}`, identifiers: identifiersIn(row, columns) };
    const company = customerKey(mentionIn(columns, row.cells).company);
    noticed.push(() => ({ ...named, company, key: key() }));
  };
  const keys: KeysOfOthers = new Map();
  const keyOf = (other: number): string => keys.get(other) ?? others.keyOf(other);
  const said: Said[] = [];
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
  const decisions = files.verdicts ? await readDecisions(files.verdicts, reading) : [];
  const read = [files.customers, ...files.follows, files.verdicts, files.exclude ?? null].filter(
    (file) => file !== null,
  );
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
    return { ...all, customers, follows, segments: withoutSmall(inSegments), excluded: none };
  }
  const rows = noticed.map((row) => row());
  addNamesakes(exclusions, rows);
  const left = leaveOut(
    customers,
    follows,
    (key, profiles) =>
      exclusions.keys.has(key) || profiles.some(({ network, name }) => exclusions.names.has(`${network}:${name}`)),
    networks,
  );
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
  const rest = { customers: left.customers, follows: left.follows, segments: withoutSmall(inSegments) };
  return { ...all, ...rest, excluded: left.counts };
}

/** What a row of a table of follows says of a client. */
interface Said {
  file: string;
  line: number;
  /** The row's number among those who told of follows. */
  client: number;
  follows: Omit<ImportedFollow, 'customer'>[];
  /** The networks on which the client follows nothing; null for all. */
  empty: EmptyAnswer['network'][];
}

/** The client that is meant by whoever told of follows, by number; null where it may be several. */
type KeysOfOthers = Map<number, string | null>;

/**
 * Whose follows these are: the client's whom the list calls so, else somebody's beside the list. Where several on the
 * list are called so, nobody's.
 */
function followsOf(
  said: readonly Said[],
  list: ClientRegister,
  others: ClientRegister,
  keys: KeysOfOthers,
  problems: Problem[],
): { follows: ImportedFollow[]; answers: EmptyAnswer[] } {
  const follows: ImportedFollow[] = [];
  const answers: EmptyAnswer[] = [];
  for (const { file, line, client, follows: own, empty } of said) {
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
    for (const network of empty) answers.push({ customer, network });
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
  if (tables.length === 0) throw new UserError('nothing_to_read', 'the command line');
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

const customerRoles: Role[] = [...namingRoles, 'profile', 'website', 'consent', 'segment'];

/** Hears which customer a row is about; who that is, is known when all rows are. */
type Notice = (file: string, row: TableRow, columns: Columns, key: () => string) => void;

/** A row without a profile: no problem where the client's follows are told elsewhere. */
interface UnreadRow {
  client: number | null;
  problem: Problem;
}

async function readCustomers(
  input: TableInput,
  reading: RowReading,
  list: ClientRegister,
  { notice, hearSegment, isNamed }: { notice: Notice; hearSegment: SegmentHearer; isNamed: boolean },
): Promise<{
  unread: UnreadRow[];
  written: NonNullable<Input['written']>;
  hasProfiles: boolean;
  agreed: () => ReadonlySet<string>;
}> {
  const file = fileNameOf(input);
  const { networks, problems } = reading;
  const profileRoles: Role[] = ['profile', 'website', ...networks.map(({ id }) => `network:${id}` as const)];
  const agreed = new Set<number>();
  const lines = new Map<string, number>();
  const identify = remembering((text: string, column?: AnyNetwork) => identifyProfile(text, networks, column));
  let places: ProfileColumn[] | null = null;
  const rowsWithout: UnreadRow[] = [];
  const unread = createUnreadProfiles(identify, networks);
  // Names alone are a client list where follows are told beside it.
  const needs = [isNamed ? [...profileRoles, ...namingRoles] : profileRoles];
  await readRows(input, customerRoles, needs, reading, (row, columns) => {
    places ??= profileColumns(columns, networks);
    const elsewhere = unread.see(row, columns);
    const { profiles, wrong } = profilesIn(row, places, identify, networks);
    for (const { text, none, column } of wrong) problems.push(notAProfile(file, row.line, text, none, column));
    const mention = mentionIn(columns, row.cells, profiles);
    const isAnybody = callName(mention) !== '' || profiles.length > 0;
    const client = isAnybody ? list.add(mention, profiles, row.line) : null;
    if (client !== null) {
      notice(file, row, columns, () => list.keyOf(client));
      hearSegment(file, row, columns, client);
    }
    if (profiles.length === 0 && wrong.length === 0) {
      const problem = noProfile(file, row, elsewhere);
      problems.push(problem);
      rowsWithout.push({ client, problem });
    }
    for (const profile of profiles) {
      const name = `${profile.network}:${profile.name}`;
      if (!lines.has(name)) lines.set(name, row.line);
    }
    if (client !== null && isYes(cellOf(columns, row.cells, 'consent'))) agreed.add(client);
  });
  for (const each of unread.problems(file, reading.tables.at(-1)?.headingLine ?? 1)) problems.push(each);
  const roles = new Set<string>(profileRoles);
  const columns = reading.tables.at(-1)?.columns ?? [];
  return {
    unread: rowsWithout,
    written: { file, lines },
    hasProfiles: columns.some(({ role }) => role !== null && roles.has(role)),
    agreed: () => new Set(Array.from(agreed, (client) => list.keyOf(client))),
  };
}

type Identify = (text: string, column?: AnyNetwork) => ProfileName | NotIdentified | null;

/** What was found out is kept for some rows: exports repeat a profile in many of them. */
function remembering(identify: Identify): Identify {
  const byColumn = new Map<AnyNetwork | undefined, Map<string, ReturnType<Identify>>>();
  return (text, column) => {
    let found = byColumn.get(column);
    if (!found) byColumn.set(column, (found = new Map()));
    const known = found.get(text);
    if (known !== undefined) return known;
    if (found.size >= 5000) found.clear();
    const own = detach(text);
    const answer = identify(own, column);
    found.set(own, answer);
    return answer;
  };
}

interface Wrong {
  text: string;
  none: NotIdentified | null;
  column: AnyNetwork | undefined;
}

/** A column in which profiles may stand. */
interface ProfileColumn {
  index: number;
  /** Its network, where it has one. */
  column: AnyNetwork | undefined;
  /** `strict`: whatever is no profile is wrong; `loose`: it is not; `behind`: only an address behind the text counts. */
  kind: 'strict' | 'loose' | 'behind';
}

function profileColumns(columns: Columns, networks: readonly AnyNetwork[]): ProfileColumn[] {
  return columns.all.flatMap(({ role }, index): ProfileColumn[] => {
    if (role === null || role === 'ignore') return [];
    const column = networks.find(({ id }) => role === `network:${id}`);
    if (column || role === 'profile') return [{ index, column, kind: 'strict' }];
    return [{ index, column, kind: role === 'website' ? 'loose' : 'behind' }];
  });
}

/**
 * The profiles of a row. In a column of profiles, whatever is none is wrong, but for a link to the record in the CRM
 * that the file comes from; where a cell's text names none and an address lies behind it, the address counts.
 */
function profilesIn(
  { cells, links }: TableRow,
  columns: readonly ProfileColumn[],
  identify: Identify,
  networks: readonly AnyNetwork[],
): { profiles: ProfileName[]; wrong: Wrong[] } {
  const profiles: ProfileName[] = [];
  const wrong: Wrong[] = [];
  for (const { index, column, kind } of columns) {
    const link = links?.get(index);
    const cell = kind === 'behind' ? '' : (cells[index] ?? '');
    const labelled = labelledPieces(cell, networks);
    const found = labelled
      ? labelled.map(({ text, network }) => ({ text, answer: /\s/.test(text) ? null : identify(text, network) }))
      : profilePieces(cell).map((text) => ({ text, answer: /\s/.test(text) ? null : identify(text, column) }));
    if (link !== undefined && !found.some(({ answer }) => answer && !('reason' in answer))) {
      const answer = identify(link, column);
      if (answer || found.length === 0) found.splice(0, Infinity, { text: link, answer });
    }
    for (const { text, answer } of found) {
      if (answer && !('reason' in answer)) profiles.push(answer);
      else if (kind === 'strict' && !crmRecord(text)) wrong.push({ text: detach(text), none: answer, column });
    }
  }
  return { profiles, wrong };
}

async function readFollows(
  input: TableInput,
  reading: RowReading,
  others: ClientRegister,
  notice: (file: string, row: TableRow, columns: Columns, other: number) => void,
): Promise<Said[]> {
  const file = fileNameOf(input);
  const { networks, problems } = reading;
  const said: Said[] = [];
  await readRows(input, followRoles, [namingRoles, ['resource']], reading, (row, columns) => {
    const { line, cells } = row;
    const mention = mentionIn(columns, cells);
    if (callName(mention) === '') {
      problems.push({
        file,
        line,
        value: shown(cells),
        problem: 'the row does not name a customer',
        whatToDo: 'write who follows this resource in the customer column',
      });
      return;
    }
    const client = others.add(mention, [], line);
    notice(file, row, columns, client);
    const { named, wrong, isEmpty } = followedIn(row, columns, networks);
    const empty: Said['empty'] = [];
    for (const { text, none } of wrong) problems.push(notAResource(file, line, text, none));
    const asked = cellOf(columns, cells, 'asked');
    const isAskedTable = columns.having('asked').length > 0;
    if (asked !== '') empty.push(...networksAsked(asked, networks));
    else if (isEmpty && !isAskedTable) {
      const beside = cellOf(columns, cells, 'network');
      const network = networkCalled(beside, networks)?.id ?? null;
      if (beside === '' || network !== null) empty.push(network);
      else problems.push(noSuchNetwork(file, line, beside));
    }
    const count = cellOf(columns, cells, 'subscribers');
    const subscribers = named.length > 1 ? null : subscribersOf(count);
    if (count && named.length > 0 && subscribers === null) {
      problems.push({
        file,
        line,
        value: count,
        problem: 'the number of subscribers is ambiguous; the follow is still counted',
        whatToDo: 'write the number in digits, e.g. 12500, in a row with one resource',
      });
    }
    const isSurvey = surveyed.has(foldHeading(cellOf(columns, cells, 'via')));
    const written = named.length > 1 ? '' : cellOf(columns, cells, 'title');
    const follows = named.map(({ resource, title }) => {
      const own = written || title;
      return {
        resource,
        title: own === null ? null : detach(own),
        subscribers,
        ...(isSurvey && { via: 'survey' as const }),
      };
    });
    if (follows.length > 0 || empty.length > 0) said.push({ file, line, client, follows, empty });
  });
  return said;
}

/** Words of the column `via` for an answer to a survey. */
const surveyed = new Set(
  ['survey', 'опрос', 'umfrage', 'sondage', 'encuesta', 'ερευνα', 'anketa', 'анкета'].map(foldHeading),
);

/** On which networks a client was asked what they follow: the cell names some, or says yes or when; null for all. */
function networksAsked(cell: string, networks: readonly AnyNetwork[]): EmptyAnswer['network'][] {
  if (isNothing(cell) || /^(?:false|0)$/i.test(cell)) return [];
  const named = cell.split(/[,;|\r\n]+/).flatMap((text) => networkLabelled(text, networks)?.id ?? []);
  return named.length > 0 ? named : [null];
}

/** What a row says is followed. */
interface Followed {
  named: { resource: ResourceName; title: string | null }[];
  wrong: { text: string; none: NotIdentified | null }[];
  /** The row names no resource at all: that is an answer, too. */
  isEmpty: boolean;
}

/**
 * The resources of a row: those of its first column of resources that is filled, and of the others that are headed alike
 * (`page 1`, `page 2`). Where that column holds no address, its text is the title of what a later one names; and so it is
 * where only an address behind the cell names a resource.
 */
export function followedIn({ cells, links }: TableRow, columns: Columns, networks: readonly AnyNetwork[]): Followed {
  const network = networkCalled(cellOf(columns, cells, 'network'), networks);
  const identify = (text: string): ResourceName | NotIdentified | null =>
    network ? identifyBeside(text, network, networks) : identifyResource(text, networks);
  const textIn = (index: number): string => (isNothing(cells[index] ?? '') ? '' : (cells[index] ?? ''));
  const filled = columns.having('resource').filter((index) => textIn(index) !== '' || links?.has(index));
  const read = (indices: number[], title: string | null): Omit<Followed, 'isEmpty'> => {
    const found = indices.flatMap((index) => {
      const cell = textIn(index);
      const split = network ? resourcePieces : mixedPieces;
      const pieces = cell === '' ? [] : split(cell).map((text) => ({ text, title, none: identify(text) }));
      const link = links?.get(index);
      const hasAddress = pieces.some(({ none }) => none !== null && 'url' in none && none.url !== '');
      return link === undefined || hasAddress ? pieces : [{ text: link, title: cell || title, none: identify(link) }];
    });
    return {
      named: found.flatMap(({ none, title: own }) => (none && 'network' in none ? { resource: none, title: own } : [])),
      wrong: found.flatMap(({ text, none }) => (none && 'network' in none ? [] : { text: detach(text), none })),
    };
  };
  const [first] = filled;
  const title = cellOf(columns, cells, 'title');
  if (first === undefined) {
    const none = title === '' ? null : identify(title);
    const named = none && 'network' in none ? [{ resource: none, title: null }] : [];
    const wrong = title === '' || named.length > 0 ? [] : [{ text: detach(title), none: none as NotIdentified | null }];
    return { named, wrong, isEmpty: title === '' };
  }
  const alike = filled.filter((index) => stemOf(columns, index) === stemOf(columns, first));
  const own = read(alike, null);
  const others = filled.filter((index) => !alike.includes(index));
  if (own.named.length > 0 || others.length === 0) return { ...own, isEmpty: false };
  const later = read(others.slice(0, 1), textIn(first));
  return { ...(later.named.length > 0 ? later : own), isEmpty: false };
}

/** A heading without the number at its end. */
const stemOf = ({ all }: Columns, index: number): string | undefined =>
  all[index]?.heading.toLowerCase().replace(/[\s_#№.-]{0,3}\d{1,3}$/, '');

const isBareName = ({ id }: ResourceName): boolean => id !== null && isUnresolved({ id });

async function readDecisions(input: TableInput, reading: RowReading): Promise<Decision[]> {
  const file = fileNameOf(input);
  const { networks, problems } = reading;
  const decisions: Decision[] = [];
  const roles: Role[] = ['resource', 'verdict', 'note', 'means', 'same_as', 'network'];
  await readRows(input, roles, [['resource'], ['verdict', 'means', 'same_as']], reading, (row, columns) => {
    const { line, cells } = row;
    const { named, wrong } = followedIn(row, columns, networks);
    for (const { text, none } of wrong) problems.push(notAResource(file, line, text, none));
    if (named.length === 0) {
      if (wrong.length === 0) problems.push(notAResource(file, line, '', null));
      return;
    }
    const addressIn = (role: Role): ResourceName | null | undefined => {
      const address = cellOf(columns, cells, role);
      if (address === '') return null;
      const found = identifyResource(address, networks);
      if (found && !('reason' in found)) return found;
      problems.push(notAResource(file, line, address, found));
      return undefined;
    };
    const [means, other] = [addressIn('means'), addressIn('same_as')];
    if (means === undefined || other === undefined) return;
    const word = cellOf(columns, cells, 'verdict');
    // A row of review.csv that nobody has decided yet.
    if (word === '' && !means) return;
    const verdict = word === '' ? null : verdictOf(word);
    if (verdict === undefined) {
      problems.push({
        file,
        line,
        value: word,
        problem: 'this is not a verdict',
        whatToDo: 'write keep, drop or review',
      });
      return;
    }
    const note = cellOf(columns, cells, 'note');
    for (const { resource } of named) {
      if (other) {
        const sister = { page: other, isSame: verdict === 'keep' };
        if (verdict === 'keep' || verdict === 'drop')
          decisions.push({ resource, verdict: null, note, means: null, sister });
      } else if (means && !isBareName(resource))
        decisions.push({ resource, verdict, note, means: null, sister: { page: means, isSame: true } });
      else decisions.push({ resource, verdict, note, means });
    }
  });
  return decisions;
}

const isYes = (cell: string): boolean => /^(y|yes|true|1|x|agreed|да|так|ja|oui|sí|si|ναι)$/i.test(cell);

function notAProfile(
  file: string,
  line: number,
  value: string,
  none: NotIdentified | null,
  column?: AnyNetwork,
): Problem {
  const problem = none?.reason ?? `this is not a profile on ${column ? column.title : 'a known network'}`;
  const whatToDo = column
    ? `write the profile's full address or handle, e.g. ${column.examples[0]?.input}`
    : 'write the full address of a profile, with https://';
  return { file, line, value: withoutPassword(value), problem, whatToDo };
}

/** @param elsewhere the heading of a column that is not read and holds a profile */
const noProfile = (file: string, { line, cells }: TableRow, elsewhere: string | null): Problem => ({
  file,
  line,
  value: shown(cells),
  ...(elsewhere === null
    ? {
        problem: 'the row has no profile',
        whatToDo: "add the address of one of the customer's profiles, or list what they follow in follows.csv",
      }
    : {
        problem: `the row has no profile in a column that is read, but column "${elsewhere}" holds one`,
        whatToDo: `say that it is a column of profiles: --column "${elsewhere}=profile"`,
      }),
});

const namesakes = (file: string, line: number, value: string, among: number): Problem => ({
  file,
  line,
  value,
  problem: `${among} clients of the list are called so; what is said of them here was not used`,
  whatToDo: "write the client's e-mail address, or the name as only one client has it",
});

const noSuchNetwork = (file: string, line: number, value: string): Problem => ({
  file,
  line,
  value,
  problem: 'no network is called so, and the row names no resource',
  whatToDo:
    'write a network that `target-resources networks` lists, or nothing where the client follows nothing at all',
});

export const notAResource = (
  file: string,
  line: number,
  value: string,
  none: NotIdentified | ResourceName | null,
): Problem => ({
  file,
  line,
  value: withoutPassword(value),
  problem: none && 'reason' in none ? none.reason : 'this is not the address of a page',
  whatToDo: 'write the full address of the page, community or channel, with https://',
});
