import type { ImportFormat, ImportTable } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile, ParsedFollow } from '../../types/import.ts';
import type { TableRow } from '../../tables/rows.ts';
import { saysCustomer } from '../../tables/headings.ts';
import { saysFullName } from './people.ts';
import { cell, columnOf, columnWith, countOf, listed } from './columns.ts';

const addressNames = listed(`ссылка на сообщество, ссылка на группу, адрес сообщества, адрес группы, сообщество, группа,
  ссылка, адрес, url, link, screen name, короткое имя, короткий адрес, домен`);
const communityIds = listed('id сообщества, id группы, группа id, сообщество id, group id, club id, community id');
const plainIds = listed('id, vk id, vkid, айди');
const communityCounts = /^(?:(?:количество|число|кол во) )?участник/;
const russian = /\p{sc=Cyrillic}/u;

/** Tables of the parsers of VK (VK.BARKOV, TargetHunter and the like): headings in Russian, an id, a name, an address, a count. */
export const vkTable: ImportFormat = {
  id: 'vk-table',
  recognise({ table }, identify) {
    if (!table?.headings.some((heading) => russian.test(heading)) || table.headings.length < 2) return null;
    if (saysWho(table)) return null;
    const columns = columnsIn(table);
    if (columns.address === -1 && columns.id === -1) return null;
    if (!table.rows.some((row) => isVk(row, columns, identify))) return null;
    return read(table.rows, columns, identify);
  },
};

/** Parsers know no clients: where a column names people, the table is somebody's own. */
const saysWho = (table: ImportTable): boolean =>
  saysFullName(table) ||
  table.columns.having('last_name').length > 0 ||
  table.columns.all.some(({ heading }) => saysCustomer(heading));

interface VkColumns {
  address: number;
  id: number;
  /** The heading says that its ids are those of communities. */
  communities: boolean;
  title: number;
  subscribers: number;
}

function columnsIn({ headings, columns }: ImportTable): VkColumns {
  const communityId = columnOf(headings, communityIds);
  return {
    address: columnOf(headings, addressNames),
    id: communityId === -1 ? columnOf(headings, plainIds) : communityId,
    communities: communityId !== -1 || headings.some((heading) => communityCounts.test(heading)),
    title: columnWith(columns, 'title', 'name'),
    subscribers: columnWith(columns, 'subscribers'),
  };
}

function isVk(row: TableRow, { address, id, communities }: VkColumns, identify: IdentifyResource): boolean {
  const found = identify(cell(row, address));
  if (found && 'network' in found) return found.network === 'vk';
  return /^-?\d+$/.test(cell(row, id)) && (communities || cell(row, id).startsWith('-'));
}

function read(rows: TableRow[], columns: VkColumns, identify: IdentifyResource): RecognisedFile {
  const follows: ParsedFollow[] = [];
  const unknown: string[] = [];
  for (const row of rows) {
    const address = addressOf(row, columns, identify);
    if (address === null) unknown.push(cell(row, columns.id) || cell(row, columns.address) || cell(row, columns.title));
    else {
      const title = cell(row, columns.title) || null;
      follows.push({ customer: null, address, network: null, title, subscribers: countOf(row, columns.subscribers) });
    }
  }
  const skipped =
    unknown.length > 0 ? [`rows without the address of a community: ${unknown.length} (${shown(unknown)})`] : [];
  return { format: 'table of VK communities', follows, skipped };
}

function addressOf(row: TableRow, { address, id, communities }: VkColumns, identify: IdentifyResource): string | null {
  const written = cell(row, address);
  if (identify(written) !== null) return written;
  if (/^@?[a-z_][\w.]{1,31}$/i.test(written)) return `https://vk.com/${written.replace('@', '')}`;
  const [, minus, digits] = /^(-?)(\d+)$/.exec(cell(row, id)) ?? [];
  return digits !== undefined && (communities || minus === '-') ? `https://vk.com/club${digits}` : null;
}

const shown = (values: string[]): string => `${values.slice(0, 3).join(', ')}${values.length > 3 ? ' …' : ''}`;
