import type { ImportFormat } from '../import-format.ts';
import type { ParsedFollow } from '../../types/import.ts';
import { cell, columnOf, columnWith, listed } from './columns.ts';

/** Headings of who follows and of who is followed, as graph programs and scripts name them. */
const pairs: [from: string, to: string][] = [
  ['source', 'target'],
  ['follower', 'followed'],
  ['follower', 'followee'],
  ['follower', 'following'],
  ['user', 'follows'],
  ['user', 'following'],
  ['from', 'to'],
  ['src', 'dst'],
  ['source handle', 'target handle'],
  ['follower handle', 'followed handle'],
  ['source id', 'target id'],
];

const targetTitles = listed('target label, target name, target title, followed name, followee name, to name, title');

/** A list of edges: whoever follows is the customer, whoever is followed the resource. */
export const followGraphTable: ImportFormat = {
  id: 'follow-graph',
  recognise({ table }, identify) {
    if (!table) return null;
    const pair = pairs.find(([from, to]) => table.headings.includes(from) && table.headings.includes(to));
    if (!pair) return null;
    const format = `graph of follows (${pair.join(' → ')})`;
    const [from, to] = pair.map((name) => table.headings.indexOf(name)) as [number, number];
    const title = columnOf(table.headings, targetTitles);
    const network = columnWith(table.columns, 'network');
    const edges = table.rows.filter((row) => cell(row, from) !== '' && cell(row, to) !== '');
    const isUsable = network !== -1 || edges.some((row) => identify(cell(row, to)) !== null);
    if (edges.length > 0 && !isUsable) {
      return {
        format,
        reason: `"${cell(edges[0] ?? { line: 0, cells: [] }, to)}" and the rest of its column ${pair[1]} do not show which network they belong to`,
        whatToDo: `write addresses in the column ${pair[1]}, or add a column "network"`,
      };
    }
    const follows = edges.map((row): ParsedFollow => ({
      customer: cell(row, from),
      address: cell(row, to),
      network: cell(row, network) || null,
      title: cell(row, title) || null,
      subscribers: null,
    }));
    const half = table.rows.length - edges.length;
    return { format, follows, skipped: half > 0 ? [`edges with one end: ${half}`] : [] };
  },
};
