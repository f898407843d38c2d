import { detach } from '../tables/detach.ts';
import type { Columns } from '../tables/headings.ts';
import type { TableRow } from '../tables/rows.ts';
import { normaliseName } from '../text/normalise.ts';
import type { Problem } from '../types/input.ts';
import { leastShared } from '../types/report.ts';
import { isBlankWord } from './blank-words.ts';
import { cellOf } from './cells.ts';

/** Hears a row that is about a client, by the client's number. */
export type SegmentHearer = (file: string, row: TableRow, columns: Columns, client: number) => void;

/** Learns row by row in which segment each client is. */
export interface Segments {
  /** One for each register that numbers clients; whom a number means is asked when all rows are read. */
  hearer(keyOf: (client: number) => string): SegmentHearer;
  /** By customer. Whoever is in two is in the first of them in the alphabet, and that is a problem. */
  byCustomer(problems: Problem[]): Map<string, string>;
}

interface Place {
  /** Case and blanks do not matter. */
  segment: string;
  file: string;
  line: number;
}

export function createSegments(): Segments {
  const spellings = new Map<string, string>();
  const heard: { keyOf: (client: number) => string; places: Map<number, Place[]> }[] = [];
  return {
    hearer(keyOf) {
      const places = new Map<number, Place[]>();
      heard.push({ keyOf, places });
      return (file, { line, cells }, columns, client) => {
        const text = cellOf(columns, cells, 'segment').trim();
        if (text === '' || isBlankWord(text)) return;
        const segment = detach(normaliseName(text));
        const spelling = spellings.get(segment);
        if (spelling === undefined || text < spelling) spellings.set(segment, detach(text));
        const own = places.get(client) ?? [];
        places.set(client, own);
        if (!own.some((place) => place.segment === segment)) own.push({ segment, file, line });
      };
    },
    byCustomer(problems) {
      const found = new Map<string, string>();
      for (const { keyOf, places } of heard) {
        for (const [client, own] of places) {
          const key = keyOf(client);
          for (const { segment, file, line } of own) {
            const other = found.get(key) ?? segment;
            const both = [other, segment].toSorted();
            if (other !== segment) problems.push(inTwo(file, line, both));
            found.set(key, both[0] ?? segment);
          }
        }
      }
      return new Map([...found].map(([key, segment]) => [key, spellings.get(segment) ?? segment]));
    },
  };
}

/** A word that fewer customers have than may be told of could name one of them: it is not kept. */
export function withoutSmall(segments: ReadonlyMap<string, string>): Map<string, string> {
  const sizes = new Map<string, number>();
  for (const segment of segments.values()) sizes.set(segment, (sizes.get(segment) ?? 0) + 1);
  return new Map([...segments].filter(([, segment]) => (sizes.get(segment) ?? 0) >= leastShared));
}

const inTwo = (file: string, line: number, both: readonly string[]): Problem => ({
  file,
  line,
  value: both.join(', '),
  problem: 'the client is in two segments; the first in the alphabet counts',
  whatToDo: 'write one segment for each client',
});
