import type { ImportFormat } from '../import-format.ts';
import { addressesTable } from './addresses.ts';
import { followGraphTable } from './follow-graph.ts';
import { listsTable } from './lists.ts';
import { minetTable } from './minet.ts';
import { ownTable } from './own.ts';
import { vkTable } from './vk.ts';

/** Tables of other tools, each known by its own headings. */
const knownTables: readonly ImportFormat[] = [minetTable, followGraphTable, vkTable];

/** Any table with a column of pages. */
export const anyTableFormats: readonly ImportFormat[] = [ownTable, addressesTable];

/** Tables and lists of other tools, the most certain first. */
export const tableFormats: readonly ImportFormat[] = [...knownTables, ...anyTableFormats, listsTable];
