import { mixedPieces, resourcePieces } from '../../inputs/cell-pieces.ts';
import { isNothing } from '../../inputs/blank-words.ts';
import { cellOf, subscribersOf } from '../../inputs/cells.ts';
import { meansSurvey } from '../../inputs/read-follows.ts';
import { customerIn, emailBeside } from '../../inputs/mention.ts';
import { hasOneOf, isTooWide } from '../../inputs/read-rows.ts';
import { type Columns, namingRoles, saysCustomer } from '../../tables/headings.ts';
import type { TableRow } from '../../tables/rows.ts';
import type { IdentifyResource, ParsedFollow, RecognisedFile } from '../../types/import.ts';
import type { ImportFormat, ImportTable } from '../import-format.ts';
import { areSingleThings, listOfSingleThings } from '../single-things.ts';
import { firstLines } from './columns.ts';

/** The table that `analyze` reads by itself, in the same way: a survey, or what an earlier import wrote. */
export const ownTable: ImportFormat = {
  id: 'own-table',
  recognise({ table }, identify) {
    if (!table || !hasOneOf(table.columns, namingRoles) || !hasOneOf(table.columns, ['resource'])) return null;
    const customersUnsure = !isSure(table.columns);
    const told = read(table, identify);
    if (customersUnsure && areSingleThings(told.follows.map(({ address }) => address ?? ''))) return listOfSingleThings;
    const { asked, ...rest } = told;
    const format = 'table of customers and what they follow';
    return { format, ...rest, customersUnsure, ...(!customersUnsure && { asked }) };
  },
};

/** Pages have names, ids and accounts, too; customers and people with a surname or an e-mail address they are not. */
const isSure = ({ all }: Columns): boolean =>
  all.some(
    ({ heading, role, by }) =>
      role !== null &&
      namingRoles.includes(role) &&
      (by === 'you' || saysCustomer(heading) || ['email', 'first_name', 'last_name'].includes(role)),
  );

/** What the rows say, and who was asked and names nothing: on a network where the row gives one. */
interface Told {
  follows: ParsedFollow[];
  asked: NonNullable<Extract<RecognisedFile, { follows: ParsedFollow[] }>['asked']>;
  skipped: string[];
}

function read(table: ImportTable, identify: IdentifyResource): Told {
  const { columns, rows } = table;
  const follows: ParsedFollow[] = [];
  const nobody: TableRow[] = [];
  const wide: TableRow[] = [];
  const asked: Told['asked'] = [];
  for (const row of rows) {
    const customer = customerIn(columns, row.cells);
    if (isTooWide(row, table, columns)) wide.push(row);
    else if (customer === '') nobody.push(row);
    else {
      const told = followsIn(row, customer, table, identify);
      if (told.length === 0)
        asked.push({
          customer,
          email: emailBeside(columns, row.cells),
          network: cellOf(columns, row.cells, 'network') || null,
          ...viaIn(row, columns),
        });
      for (const follow of told) follows.push(follow);
    }
  }
  return {
    follows,
    asked,
    skipped: [
      ...(nobody.length > 0 ? [`rows without a customer: ${nobody.length} (${firstLines(nobody)})`] : []),
      ...(wide.length > 0
        ? [`rows with more cells than the table has columns: ${wide.length} (${firstLines(wide)})`]
        : []),
    ],
  };
}

/** How a row says that it came about: what was learned by a survey stays so. */
const viaIn = ({ cells }: TableRow, columns: Columns): Pick<ParsedFollow, 'via'> =>
  meansSurvey(cellOf(columns, cells, 'via')) ? { via: 'survey' } : {};

/** Those of the first column of resources that is filled; and of each that a person named and that is headed with a network. */
function followsIn(row: TableRow, customer: string, table: ImportTable, identify: IdentifyResource): ParsedFollow[] {
  const { columns } = table;
  const beside = cellOf(columns, row.cells, 'network') || null;
  const title = cellOf(columns, row.cells, 'title') || null;
  const subscribers = subscribersOf(cellOf(columns, row.cells, 'subscribers'));
  const told = { customer, email: emailBeside(columns, row.cells), subscribers, ...viaIn(row, columns) };
  const holding = columns.having('resource');
  const networkOf = (column: number): string | null => {
    const { heading = '', by } = columns.all[column] ?? {};
    return by === 'you' ? table.networkIn(heading) : null;
  };
  const named = holding.filter((column) => networkOf(column) !== null);
  const others = holding.filter((column) => !named.includes(column));
  const first = others.find((column) => row.cells[column] || row.links?.has(column));
  const follows = [...(first === undefined ? [] : [first]), ...named].flatMap((column) => {
    const network = beside ?? networkOf(column);
    const link = row.links?.get(column);
    return followsInCell(row.cells[column] ?? '', link, { ...told, network, title }, identify);
  });
  // A title and a number are those of one page.
  return follows.length < 2
    ? follows
    : follows.map((each) => ({ ...each, subscribers: null, title: each.address === null ? each.title : null }));
}

/** Where only an address behind the cell names the page, the cell's text is its title. */
function followsInCell(
  written: string,
  link: string | undefined,
  { network, title, ...told }: Omit<ParsedFollow, 'address'>,
  identify: IdentifyResource,
): ParsedFollow[] {
  if (link !== undefined && !isAddress(written, identify))
    return [{ ...told, address: link, network: null, title: title ?? (written || null) }];
  if (written === '' || isNothing(written)) return [];
  return (network === null ? mixedPieces : resourcePieces)(written).map((piece) =>
    network === null || isAddress(piece, identify)
      ? { ...told, address: piece, network: null, title }
      : { ...told, address: null, network, title: piece },
  );
}

/** Beside a network a text such as `Garden.example` is the name of a page there, as `analyze` reads it. */
function isAddress(written: string, identify: IdentifyResource): boolean {
  const found = identify(written);
  return found !== null && (!('network' in found) || found.network !== 'web' || /^https?:\/\//i.test(written));
}
