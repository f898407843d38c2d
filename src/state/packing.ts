import { constants, gunzipSync, gzipSync } from 'node:zlib';
import type { Listed } from '../types/resource.ts';
import { joinKeys, packedKey, splitKeys } from './keys.ts';

/** Resources without duplicates: joined keys, and gzip of one JSON array a line, in the order of the keys. */
export interface Packed {
  keys: Uint8Array;
  names: Uint8Array;
}

/** The words that stand in the state for who counted. */
const storedCounts = { home: 'at_home', elsewhere: 'elsewhere', hand: 'by_hand' } as const;
const countedBy = { at_home: 'home', elsewhere: 'elsewhere', by_hand: 'hand' } as const;

type Line = [
  network: string,
  id: string,
  name: string,
  title: string | null,
  url: string,
  host: string,
  subscribers: number | null,
  counted: (typeof storedCounts)[Listed['countedBy']],
  /** Only where it is true, or something stands behind it. */
  group?: boolean,
  movedFrom?: string | null,
  via?: 'survey',
];

/** The first occurrence of a resource stands for the others. */
export const pack = (resources: readonly Listed[]): Packed =>
  packed(resources.map((listed) => ({ key: packedKey(listed), line: lineOf(listed) })));

/** One after another; the first occurrence of a resource stands for the others. */
export const merge = (parts: readonly Packed[]): Packed => packed(parts.flatMap(entriesOf));

export function unpack(names: Uint8Array): Listed[] {
  const lines: Line[] = JSON.parse(`[${gunzipSync(names).toString().replaceAll('\n', ',')}]`);
  return lines.map(([network, id, name, title, url, host, subscribers, counted, group, movedFrom, via]) => ({
    network,
    id,
    name,
    title,
    url,
    host,
    subscribers,
    countedBy: countedBy[counted],
    ...(group && { group }),
    ...(movedFrom != null && { movedFrom }),
    ...(via && { via }),
  }));
}

interface Entry {
  key: string;
  line: string;
}

function packed(entries: readonly Entry[]): Packed {
  const lines = new Map<string, string>();
  for (const { key, line } of entries) if (!lines.has(key)) lines.set(key, line);
  const names = gzipSync([...lines.values()].join('\n'), { level: constants.Z_BEST_SPEED });
  return { keys: joinKeys(lines.keys()), names };
}

function entriesOf({ keys, names }: Packed): Entry[] {
  const lines = gunzipSync(names).toString().split('\n');
  return splitKeys(keys).map((key, at) => ({ key, line: lines[at] ?? '' }));
}

/** JSON escapes line ends in texts, so that they stand only between the lines. */
function lineOf({
  network,
  id,
  name,
  title,
  url,
  host,
  subscribers,
  countedBy: by,
  group,
  movedFrom,
  via,
}: Listed): string {
  const line: Line = [network, id, name, title, url, host, subscribers, storedCounts[by]];
  if (group || movedFrom !== undefined || via) line.push(group === true);
  if (movedFrom !== undefined || via) line.push(movedFrom ?? null);
  if (via) line.push(via);
  return JSON.stringify(line);
}
