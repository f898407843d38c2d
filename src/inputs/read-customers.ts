import type { Input, NotIdentified, Problem, ProfileName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { detach } from '../tables/detach.ts';
import { crmRecord } from '../tables/crm-record.ts';
import { type Columns, type Role, namingRoles } from '../tables/headings.ts';
import { cellOf } from './cells.ts';
import type { ClientRegister } from './clients.ts';
import { remembering } from './remembering.ts';
import { identifyProfile } from './identify.ts';
import { callName, mentionIn } from './mention.ts';
import { labelledPieces, profilePieces } from './cell-pieces.ts';
import { type RowReading, type TableInput, fileNameOf, readRows, shown, withoutPassword } from './read-rows.ts';
import type { TableRow } from '../tables/rows.ts';
import type { SegmentHearer } from './segments.ts';
import { createUnreadProfiles } from './unread-profiles.ts';

/** What the columns of a client list may be. */
export const customerRoles: Role[] = [...namingRoles, 'profile', 'website', 'consent', 'segment'];

/** Hears which customer a row is about; who that is, is known when all rows are. */
export type RowNotice = (file: string, row: TableRow, columns: Columns, key: () => string) => void;

/** A row without a profile: no problem where the client's follows are told elsewhere. */
interface UnreadRow {
  client: number | null;
  problem: Problem;
}

export async function readCustomers(
  input: TableInput,
  reading: RowReading,
  list: ClientRegister,
  { notice, hearSegment, isNamed }: { notice: RowNotice; hearSegment: SegmentHearer; isNamed: boolean },
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
  const identify = identifierFor(networks);
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

const mostAnswers = 5000;

/** What a column, or none, makes of a text. */
function identifierFor(networks: readonly AnyNetwork[]): Identify {
  const byColumn = new Map<AnyNetwork | undefined, (text: string) => ReturnType<Identify>>();
  return (text, column) => {
    let identify = byColumn.get(column);
    if (!identify) {
      identify = remembering(mostAnswers, (own) => identifyProfile(own, networks, column));
      byColumn.set(column, identify);
    }
    return identify(text);
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
