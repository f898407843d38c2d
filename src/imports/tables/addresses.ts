import { normaliseHeading } from '../../text/normalise.ts';
import type { IdentifyResource, ImportFormat, ParsedFollow } from '../../types/import.ts';
import type { ImportRow } from '../rows.ts';
import { type Table, cell, columnOf, countOf, isClientList, listed, subscriberNames, titleNames } from './columns.ts';

const addressNames =
  listed(`profile url, channel url, page url, group url, account url, url, urls, link, links, profile, profile link,
  channel, page, address, website, site, blog, feed, resource, ссылка, ссылки, адрес, сайт, профиль, страница, канал, сообщество,
  группа, посилання, profil, perfil, enlace, lien, adresse, σύνδεσμος, προφίλ`);

/** Addresses that stand beside follows and are none: pictures, single posts, mails, where a person comes from. */
const otherThings =
  /(?:^| )(?:avatar|banner|image|img|photo|picture|pic|icon|logo|thumbnail|cover|post|posts|status|tweet|video|message|comment|email|e mail|mail|location|аватар|аватарка|фото|изображение|картинка|обложка|пост|запись|комментарий|видео|сообщение|почта)(?: |$)/;

/** Rows whose address a known network has, among the rows with any text there. */
const leastKnown = 0.5;

/**
 * Any table with a column of addresses: most of them of networks that are known, or a column that says it holds
 * addresses. A heading is not needed.
 */
export const addressesTable: ImportFormat = {
  id: 'table-of-addresses',
  recognise(file, identify) {
    const rows = file.rows();
    if (!rows || Math.max(...rows.slice(0, 50).map(({ cells }) => cells.length)) < 2) return null;
    const { headings, rows: body } = split(rows, identify);
    const column = addressColumn(headings, body, identify);
    if (column === -1) return null;
    if (isClientList(headings)) {
      return {
        format: 'table of customers with addresses',
        reason: 'it does not say that the customers follow these addresses, which may be their own profiles',
        whatToDo:
          'pass a client list to `target-resources analyze`, or give the column of followed pages the heading "resource"',
      };
    }
    const title = columnOf(headings, titleNames);
    const subscribers = columnOf(headings, subscriberNames);
    const follows: ParsedFollow[] = [];
    let blank = 0;
    for (const row of body) {
      if (cell(row, column) === '') blank += 1;
      else {
        follows.push({
          customer: null,
          address: cell(row, column),
          network: null,
          title: title === column ? null : cell(row, title) || null,
          subscribers: countOf(row, subscribers),
        });
      }
    }
    const heading = headings[column];
    const what = heading ? `table with addresses in its column "${heading}"` : 'table with a column of addresses';
    return { format: what, follows, skipped: blank > 0 ? [`rows without an address: ${blank}`] : [] };
  },
};

/** A first row with an address in it is no heading. */
function split(rows: ImportRow[], identify: IdentifyResource): Table {
  const [first, ...rest] = rows;
  const cells = first?.cells ?? [];
  const isHeading = !cells.some((text) => isKnown(text, identify) || /^https?:\/\//i.test(text));
  return isHeading ? { headings: cells.map(normaliseHeading), rows: rest } : { headings: [], rows };
}

function addressColumn(headings: string[], rows: ImportRow[], identify: IdentifyResource): number {
  const width = Math.max(headings.length, ...rows.slice(0, 50).map(({ cells }) => cells.length));
  const sample = rows.slice(0, 500);
  const candidates = Array.from({ length: width }, (_, column) => column)
    .filter((column) => !otherThings.test(headings[column] ?? ''))
    .map((column) => {
      const filled = sample.map((row) => cell(row, column)).filter(Boolean);
      return { column, filled: filled.length, known: filled.filter((text) => isKnown(text, identify)).length };
    });
  const [best] = candidates
    .filter(({ known, filled }) => known > 0 && known >= leastKnown * filled)
    .toSorted((a, b) => b.known - a.known);
  if (best) return best.column;
  const said = columnOf(headings, addressNames);
  const inSaid = said === -1 ? [] : sample.map((row) => cell(row, said)).filter(Boolean);
  const web = inSaid.filter((text) => identify(text) !== null).length;
  return web > 0 && web >= leastKnown * inSaid.length && !otherThings.test(headings[said] ?? '') ? said : -1;
}

/** An address that a network knows to be its own. */
function isKnown(text: string, identify: IdentifyResource): boolean {
  const found = identify(text);
  return found !== null && 'network' in found && found.network !== 'web';
}
