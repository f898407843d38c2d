import { resourcePieces } from '../../inputs/cell-pieces.ts';
import { aliases } from '../../tables/aliases.ts';
import { foldHeading } from '../../text/normalise.ts';
import type { TableRow } from '../../tables/rows.ts';
import { areSingleThings, listOfSingleThings } from '../single-things.ts';
import type { IdentifyResource, ParsedFollow, RecognisedFile } from '../../types/import.ts';
import type { ImportFormat, ImportTable } from '../import-format.ts';
import { cell, columnOf, columnWith, countOf, isClientList } from './columns.ts';
import { followedAmong, notFollowed, whoseNames } from './scraped.ts';

/** Addresses that stand beside follows and are none: pictures, single posts, mails, where a person comes from. */
const otherThings =
  /(?:^| )(?:avatar|banner|image|img|photo|picture|pic|icon|logo|thumbnail|cover|post|posts|status|tweet|video|message|comment|email|e mail|mail|location|аватар|аватарка|фото|изображение|картинка|обложка|пост|запись|комментарий|видео|сообщение|почта)(?: |$)/;

/** Rows whose address a known network has, among the rows with any text there. */
const leastKnown = 0.5;

/**
 * Any table of one customer's with a column of addresses: most of them of networks that are known, or a column that says
 * it holds addresses. A heading is not needed.
 */
export const addressesTable: ImportFormat = {
  id: 'table-of-addresses',
  recognise({ name, table }, identify) {
    if (!table || isClientList(table.columns)) return null;
    const { columns } = table;
    const rows = rowsOf(table, identify);
    if (rows.length === 0) return null;
    const whose = columnOf(table.headings, whoseNames);
    const unasked = notFollowed(table, rows, whose, name);
    if (unasked) return unasked;
    const width = Math.max(...rows.slice(0, 50).map(({ cells, links }) => cells.length + (links?.size ?? 0)));
    const column = width < 2 ? -1 : addressColumn(table, rows, whose, identify);
    if (column === -1 || (isOfPublisher(table.headings[column]) && areThings(table, rows)))
      return singleThings(rows, width) ?? (column === -1 ? null : listOfSingleThings);
    const title = columnWith(columns, 'title', 'name');
    const subscribers = columnWith(columns, 'subscribers');
    const { followed, left } = followedAmong(rows);
    const follows: ParsedFollow[] = [];
    let blank = 0;
    for (const row of followed) {
      const address = addressIn(row, column, identify);
      if (address === '') blank += 1;
      else {
        const pieces = resourcePieces(address);
        const isOne = pieces.length === 1;
        const text = title === column && address === cell(row, column) ? '' : cell(row, title);
        const customer = cell(row, whose) || null;
        const told = { customer, network: null, title: isOne ? text || null : null };
        const count = isOne ? countOf(row, subscribers) : null;
        for (const piece of pieces) follows.push({ ...told, address: piece, subscribers: count });
      }
    }
    const heading = table.headings[column];
    const format = heading ? `table with addresses in its column "${heading}"` : 'table with a column of addresses';
    const skipped = [...(blank > 0 ? [`rows without an address: ${blank}`] : []), ...left];
    return { format, follows, skipped };
  },
};

/** What a scraping service writes: addresses, and beside each the account that it was asked about. */
export const scrapedTable: ImportFormat = {
  id: 'scraped',
  recognise: (file, identify) =>
    file.table && columnOf(file.table.headings, whoseNames) !== -1 ? addressesTable.recognise(file, identify) : null,
};

/** A first row with an address in it is no heading, also where the address has no scheme. */
const rowsOf = ({ heading, rows }: ImportTable, identify: IdentifyResource): TableRow[] =>
  heading?.cells.some((text) => isKnown(text, identify)) ? [heading, ...rows] : rows;

/** What stands in a cell, unless only the address behind it names a page. */
function addressIn(row: TableRow, column: number, identify: IdentifyResource): string {
  const text = cell(row, column);
  const link = row.links?.get(column);
  return link === undefined || identify(text) !== null ? text : link;
}

function addressColumn(
  { headings, columns }: ImportTable,
  rows: TableRow[],
  whose: number,
  identify: IdentifyResource,
): number {
  const said = columns.all.findIndex(({ role, by }) => role === 'resource' && by === 'you');
  if (said !== -1) return said;
  const sample = rows.slice(0, 500);
  const width = Math.max(headings.length, ...sample.slice(0, 50).map(({ cells }) => cells.length));
  const filledIn = (column: number): string[] =>
    sample.map((row) => addressIn(row, column, identify)).filter((text) => text !== '');
  const isOther = (column: number): boolean => otherThings.test(headings[column] ?? '');
  const [best] = Array.from({ length: width }, (_, column) => column)
    .filter((column) => column !== whose && !isOther(column))
    .map((column) => {
      const filled = filledIn(column);
      const known = filled.filter((text) => resourcePieces(text).some((piece) => isKnown(piece, identify)));
      return { column, filled: filled.length, known: known.length };
    })
    .filter(({ known, filled }) => known > 0 && known >= leastKnown * filled)
    .filter(({ column }) => !areSingleThings(filledIn(column)))
    .toSorted((a, b) => b.known - a.known);
  if (best) return best.column;
  const named = headings.findIndex((heading, column) => addressHeadings.has(foldHeading(heading)) && !isOther(column));
  const filled = named === -1 || areSingleThings(filledIn(named)) ? [] : filledIn(named);
  const web = filled.filter((text) => resourcePieces(text).some((piece) => identify(piece) !== null)).length;
  return web > 0 && web >= leastKnown * filled.length ? named : -1;
}

/** `owner html url`, `author id`: whoever published what a row is about. */
const isOfPublisher = (heading = ''): boolean =>
  /^(?:author|channel|creator|owner|uploader|user)s?(?: |$)/.test(heading) && !/^channel (?:id|url)$/.test(heading);

/** Whether each row is about a video, a post or a repository, by its id or its address. */
const areThings = ({ headings }: ImportTable, rows: TableRow[]): boolean =>
  headings.some(
    (heading, column) => thingIds.test(heading) || areSingleThings(rows.slice(0, 500).map((row) => cell(row, column))),
  );

const thingIds = /^(?:video|post|tweet|status|media|repo|repository|comment|message) ?id$/;

/** What a table is whose addresses lead to posts, videos or places; null where none of its columns holds such. */
function singleThings(rows: TableRow[], width: number): RecognisedFile | null {
  const columns = Array.from({ length: Math.max(0, width) }, (_, column) => column);
  const isOne = columns.some((column) => areSingleThings(rows.slice(0, 500).map((row) => cell(row, column))));
  return isOne ? listOfSingleThings : null;
}

/** Headings of columns that hold addresses of whatever pages. */
const addressHeadings = new Set([...aliases.resource, ...aliases.profile, ...aliases.website, ...aliases.means]);

/** An address that a network knows to be its own. */
function isKnown(text: string, identify: IdentifyResource): boolean {
  const found = identify(text);
  return found !== null && 'network' in found && found.network !== 'web';
}
