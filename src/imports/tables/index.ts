import type { ImportFormat } from '../../types/import.ts';
import { addresses } from './addresses.ts';
import { followGraph } from './follow-graph.ts';
import { lists } from './lists.ts';
import { minet } from './minet.ts';
import { own } from './own.ts';
import { vkTable } from './vk.ts';

/** Tables and lists of other tools, the most certain first. */
export const tableFormats: readonly ImportFormat[] = [minet, followGraph, own, vkTable, addresses, lists];
