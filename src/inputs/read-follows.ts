import type { EmptyAnswer, ImportedFollow, NotIdentified, Problem, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { detach } from '../tables/detach.ts';
import { type Columns, isNetworkRole, namingRoles, networkRoles } from '../tables/headings.ts';
import { cellOf, followRoles, subscribersOf } from './cells.ts';
import type { ClientRegister } from './clients.ts';
import { isNothing } from './blank-words.ts';
import { identifyBeside, identifyResource, networkCalled, titleIn } from './identify.ts';
import { callName, mentionIn } from './mention.ts';
import { mixedPieces, resourcePieces } from './cell-pieces.ts';
import { type RowReading, type TableInput, fileNameOf, readRows, shown, withoutPassword } from './read-rows.ts';
import { remembering } from './remembering.ts';
import type { TableRow } from '../tables/rows.ts';
import { networkLabelled } from './network-words.ts';
import { foldHeading } from '../text/normalise.ts';

/** What a row of a table of follows says of a client. */
export interface ToldRow {
  file: string;
  line: number;
  /** The row's number among those who told of follows. */
  client: number;
  follows: Omit<ImportedFollow, 'customer'>[];
  /** The networks on which the client follows nothing; null for all. */
  empty: EmptyAnswer['network'][];
  /** It was learned by a survey. */
  isSurvey: boolean;
}

export async function readFollows(
  input: TableInput,
  reading: RowReading,
  others: ClientRegister,
  notice: (file: string, row: TableRow, columns: Columns, other: number) => void,
): Promise<ToldRow[]> {
  const file = fileNameOf(input);
  const { networks, problems } = reading;
  const said: ToldRow[] = [];
  let read: RowReader | null = null;
  const ofNetworks = networkRoles(networks);
  const wanted = [...followRoles, ...ofNetworks];
  await readRows(input, wanted, [namingRoles, ['resource', ...ofNetworks]], reading, (row, columns) => {
    if (!read) {
      read = rowReader(columns, networks, others);
      problems.push(...unreadColumns(columns, networks).map((told) => ({ file, line: headingLine(reading), ...told })));
    }
    const { line } = row;
    const { client, said: told } = read(row);
    for (const problem of told.problems) problems.push({ file, line, ...problem });
    if (client === null) return;
    notice(file, row, columns, client);
    const { follows, empty, isSurvey } = told;
    if (follows.length > 0 || empty.length > 0) said.push({ file, line, client, follows, empty, isSurvey });
  });
  return said;
}

/** What is wrong with a row, wherever it stands. */
type RowProblem = Omit<Problem, 'file' | 'line'>;

/** Beside a column of resources nobody knows whose accounts a network's column holds. */
const unreadColumns = ({ all }: Columns, networks: readonly AnyNetwork[]): RowProblem[] =>
  all.flatMap(({ heading, role }) => {
    const network = role === null ? networkLabelled(heading, networks) : undefined;
    return network && !ofAddresses.has(network.id) ? [unreadColumn(detach(heading))] : [];
  });

const unreadColumn = (heading: string): RowProblem => ({
  value: heading,
  problem: 'the column is not read: it may hold the accounts of the clients, or pages that they follow',
  whatToDo: `if they follow what it holds, say --column "${heading}=resource", otherwise --column "${heading}=ignore"`,
});

const headingLine = ({ tables }: RowReading): number => tables.at(-1)?.headingLine ?? 1;

/** What a row says, whoever it is about. */
interface Said extends Pick<ToldRow, 'follows' | 'empty' | 'isSurvey'> {
  problems: RowProblem[];
}

/** Null for a client where the row names none. */
type RowReader = (row: TableRow) => { client: number | null; said: Said };

/** Clients, and rows that say the same of them, which are remembered: a table repeats both. */
const mostRemembered = 100_000;

function rowReader(columns: Columns, networks: readonly AnyNetwork[], others: ClientRegister): RowReader {
  const naming = new Set(namingRoles.flatMap((role) => columns.having(role)));
  const told = columns.all.flatMap(({ role }, at) => (role === null || role === 'ignore' || naming.has(at) ? [] : at));
  const named = [...naming];
  const clientIn = remembering(mostRemembered, (_, { cells, line }: TableRow) => {
    const mention = mentionIn(columns, cells);
    return callName(mention) === '' ? null : others.add(mention, [], line);
  });
  const saidOf = remembering(mostRemembered, (_, { line, cells }: TableRow) =>
    saidIn({ line, cells: cells.map(detach) }, columns, networks),
  );
  return (row) => {
    const client = clientIn(textOf(row.cells, named), row);
    if (client === null) return { client, said: nobodyNamed(row) };
    return { client, said: row.links ? saidIn(row, columns, networks) : saidOf(textOf(row.cells, told), row) };
  };
}

/** What stands in some cells, as one text. */
function textOf(cells: readonly string[], indices: readonly number[]): string {
  let text = '';
  for (const index of indices) text += `${cells[index] ?? ''}\0`;
  return text;
}

const nobodyNamed = ({ cells }: TableRow): Said => ({
  follows: [],
  empty: [],
  isSurvey: false,
  problems: [
    {
      value: shown(cells),
      problem: 'the row does not name a customer',
      whatToDo: 'write who follows this resource in the customer column',
    },
  ],
});

function saidIn(row: TableRow, columns: Columns, networks: readonly AnyNetwork[]): Said {
  const { cells } = row;
  const { named, wrong, isEmpty } = followedIn(row, columns, networks);
  const empty: ToldRow['empty'] = [];
  const problems = wrong.map(({ text, none }) => notAResource(text, none));
  const asked = cellOf(columns, cells, 'asked');
  const isAskedTable = columns.having('asked').length > 0;
  if (asked !== '') empty.push(...networksAsked(asked, networks));
  else if (isEmpty && !isAskedTable) {
    const beside = cellOf(columns, cells, 'network');
    const network = networkCalled(beside, networks)?.id ?? null;
    const ofColumns = beside === '' ? columns.all.flatMap(({ role }) => (isNetworkRole(role) ? idOf(role) : [])) : [];
    if (ofColumns.length > 0) empty.push(...ofColumns);
    else if (beside === '' || network !== null) empty.push(network);
    else problems.push(noSuchNetwork(detach(beside)));
  }
  const count = cellOf(columns, cells, 'subscribers');
  const subscribers = named.length > 1 ? null : subscribersOf(count);
  if (count && named.length > 0 && subscribers === null) {
    problems.push({
      value: detach(count),
      problem: 'the number of subscribers is ambiguous; the follow is still counted',
      whatToDo: 'write the number in digits, e.g. 12500, in a row with one resource',
    });
  }
  const isSurvey = meansSurvey(cellOf(columns, cells, 'via'));
  const written = named.length > 1 ? '' : cellOf(columns, cells, 'title');
  const follows = named.map(({ resource, title }) => {
    const own = titleIn(written || (title ?? ''), networks);
    return {
      resource,
      title: own === null ? null : detach(own),
      subscribers,
      ...(isSurvey && { via: 'survey' as const }),
    };
  });
  return { follows, empty, isSurvey, problems };
}

/** Words of the column `via` for an answer to a survey. */
const surveyed = new Set(
  ['survey', 'опрос', 'umfrage', 'sondage', 'encuesta', 'ερευνα', 'anketa', 'анкета'].map(foldHeading),
);

/** Whether a cell of the column `via` says that its row was learned by a survey. */
export const meansSurvey = (cell: string): boolean => surveyed.has(foldHeading(cell));

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
 * (`page 1`, `page 2`) or with the name of a network. Where that column holds no address, its text is the title of what a later one names; and so it is
 * where only an address behind the cell names a resource.
 */
export function followedIn({ cells, links }: TableRow, columns: Columns, networks: readonly AnyNetwork[]): Followed {
  const beside = networkCalled(cellOf(columns, cells, 'network'), networks);
  const identify = (text: string, network = beside): ResourceName | NotIdentified | null =>
    network ? identifyBeside(text, network, networks) : identifyResource(text, networks);
  const textIn = (index: number): string => (isNothing(cells[index] ?? '') ? '' : (cells[index] ?? ''));
  const holding = [...columns.having('resource'), ...columnsOfNetworks(columns)];
  const filled = holding.filter((index) => textIn(index) !== '' || links?.has(index));
  const read = (indices: number[], title: string | null): Omit<Followed, 'isEmpty'> => {
    const found = indices.flatMap((index) => {
      const cell = textIn(index);
      const network = beside ?? networkOfColumn(columns, index, networks);
      const split = network ? resourcePieces : mixedPieces;
      const pieces = cell === '' ? [] : split(cell).map((text) => ({ text, title, none: identify(text, network) }));
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
  const isAlike = (index: number): boolean =>
    stemOf(columns, index) === stemOf(columns, first) || networkOfColumn(columns, index, networks) !== undefined;
  const alike = filled.filter(isAlike);
  const own = read(alike, null);
  const others = filled.filter((index) => !alike.includes(index));
  if (own.named.length > 0 || others.length === 0) return { ...own, isEmpty: false };
  const later = read(others.slice(0, 1), textIn(first));
  return { ...(later.named.length > 0 ? later : own), isEmpty: false };
}

const columnsOfNetworks = ({ all }: Columns): number[] =>
  all.flatMap(({ role }, index) => (isNetworkRole(role) ? [index] : []));

const idOf = (role: string): string => role.slice(role.indexOf(':') + 1);

/** Networks without handles, whose names are words for any address. */
const ofAddresses = new Set(['web', 'feed']);

/** The network that a column is headed with, where all it holds is of that network. */
function networkOfColumn({ all }: Columns, index: number, networks: readonly AnyNetwork[]): AnyNetwork | undefined {
  const { role = null, heading = '' } = all[index] ?? {};
  if (isNetworkRole(role)) return networks.find(({ id }) => id === idOf(role));
  const named = networkLabelled(heading, networks);
  return named && ofAddresses.has(named.id) ? undefined : named;
}

/** A heading without the number at its end. */
const stemOf = ({ all }: Columns, index: number): string | undefined =>
  all[index]?.heading.toLowerCase().replace(/[\s_#№.-]{0,3}\d{1,3}$/, '');

const noSuchNetwork = (value: string): RowProblem => ({
  value,
  problem: 'no network is called so, and the row names no resource',
  whatToDo:
    'write a network that `target-resources networks` lists, or nothing where the client follows nothing at all',
});

export const notAResource = (value: string, none: NotIdentified | ResourceName | null): RowProblem => ({
  value: withoutPassword(value),
  problem: none && 'reason' in none ? none.reason : 'this is not the address of a page',
  whatToDo: 'write the full address of the page, community or channel, with https://',
});
