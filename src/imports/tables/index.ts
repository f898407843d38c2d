import type { ImportFormat } from '../../types/import.ts';
import { addressesTable } from './addresses.ts';
import { followGraphTable } from './follow-graph.ts';
import { listsTable } from './lists.ts';
import { minetTable } from './minet.ts';
import { ownTable } from './own.ts';
import { vkTable } from './vk.ts';

/** Tables and lists of other tools, the most certain first. */
export const tableFormats: readonly ImportFormat[] = [
  minetTable,
  followGraphTable,
  ownTable,
  vkTable,
  addressesTable,
  listsTable,
];
