import type { IdentifyResource, ImportFormat, ParsedFollow } from '../../types/import.ts';
import {
  type Table,
  cell,
  columnOf,
  countOf,
  customerHeadings,
  listed,
  mailNames,
  networkNames,
  subscriberNames,
  tableOf,
  titleNames,
} from './columns.ts';

const resourceNames =
  listed(`resource, resource url, follows, page, community, channel, group, ресурс, сообщество, группа,
  страница, канал, паблик, спільнота, сторінка, seite, página, σελίδα`);

/** Beside an e-mail alone these are the website of a contact. */
const addressNames = listed('site, url, link, ссылка');

/** The table that `analyze` reads by itself: a survey, or what an earlier import wrote. */
export const ownTable: ImportFormat = {
  id: 'own-table',
  recognise(file, identify) {
    const rows = file.rows();
    if (!rows) return null;
    const table = tableOf(rows);
    const customer = columnOf(table.headings, customerHeadings);
    const isContact = mailNames.has(table.headings[customer] ?? '');
    const names = isContact ? resourceNames : new Set([...resourceNames, ...addressNames]);
    const resource = columnOf(table.headings, names);
    if (customer === -1 || resource === -1) return null;
    return { format: 'table of customers and what they follow', ...read(table, customer, resource, identify) };
  },
};

function read(
  { headings, rows }: Table,
  customer: number,
  resource: number,
  identify: IdentifyResource,
): { follows: ParsedFollow[]; skipped: string[] } {
  const title = columnOf(headings, titleNames);
  const subscribers = columnOf(headings, subscriberNames);
  const network = columnOf(headings, networkNames);
  const follows: ParsedFollow[] = [];
  const nobody: number[] = [];
  for (const row of rows) {
    const written = cell(row, resource);
    const beside = cell(row, network) || null;
    if (cell(row, customer) === '') nobody.push(row.line);
    if (cell(row, customer) === '' || written === '') continue;
    const isName = beside !== null && !isAddress(written, identify);
    follows.push({
      customer: cell(row, customer),
      address: isName ? null : written,
      network: isName ? beside : null,
      title: isName ? written : cell(row, title) || null,
      subscribers: countOf(row, subscribers),
    });
  }
  return {
    follows,
    skipped: nobody.length > 0 ? [`rows without a customer: ${nobody.length} (${lines(nobody)})`] : [],
  };
}

/** Beside a network a text such as `Garden.example` is the name of a page there, as `analyze` reads it. */
function isAddress(written: string, identify: IdentifyResource): boolean {
  const found = identify(written);
  return found !== null && (!('network' in found) || found.network !== 'web' || /^https?:\/\//i.test(written));
}

const lines = (numbers: number[]): string => `line ${numbers.slice(0, 3).join(', ')}${numbers.length > 3 ? ' …' : ''}`;
