import { lineOf } from '../types/listed-line.ts';
import type { Listed } from '../types/resource.ts';
import { joinKeys, packedKey, splitKeys } from './keys.ts';
import { arrange, linesIn } from './lines.ts';
import type { SeenLines } from './seen-lines.ts';

/** Resources without duplicates: joined keys, and a line for each in the order of the keys. */
export interface Packed {
  keys: Uint8Array;
  names: Uint8Array;
}

/** A page's resources; the first occurrence of one stands for the others. A page lives too shortly to be compressed. */
export function pack(resources: readonly Listed[]): Packed {
  const { keys, lines } = distinct(resources.map(entryOf));
  return { keys, names: Buffer.from(lines.join('\n')) };
}

/** A finished list of these resources, see `arrange`. */
export const packList = (resources: readonly Listed[], seen: SeenLines): Packed =>
  list(distinct(resources.map(entryOf)), seen);

/** A finished list of these pages, one after another, and of what follows them; the first occurrence of a resource counts. */
export const merge = (pages: readonly Packed[], rest: readonly Listed[], seen: SeenLines): Packed =>
  list(distinct([...pages.flatMap(entriesOf), ...rest.map(entryOf)]), seen);

interface Entry {
  key: string;
  line: string;
}

const entryOf = (listed: Listed): Entry => ({ key: packedKey(listed), line: lineOf(listed) });

interface Distinct {
  keys: Uint8Array;
  lines: string[];
}

function distinct(entries: readonly Entry[]): Distinct {
  const lines = new Map<string, string>();
  for (const { key, line } of entries) if (!lines.has(key)) lines.set(key, line);
  return { keys: joinKeys(lines.keys()), lines: [...lines.values()] };
}

const list = ({ keys, lines }: Distinct, seen: SeenLines): Packed => ({ keys, names: arrange(keys, lines, seen) });

function entriesOf({ keys, names }: Packed): Entry[] {
  const lines = linesIn(names).all();
  return splitKeys(keys).map((key, at) => ({ key, line: lines[at] ?? '' }));
}
