import type { Columns } from '../tables/headings.ts';
import type { TableRow } from '../tables/rows.ts';
import type { NotIdentified, Problem, ProfileName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { profilePieces } from './cell-pieces.ts';

/** Profiles in the columns of one table whose headings nobody knows. */
export interface UnreadProfiles {
  /** Looks through a row. @returns the heading of the first such column that holds a profile */
  see(row: TableRow, columns: Columns): string | null;
  /** A problem for each column that holds profiles. */
  problems(file: string, headingLine: number): Problem[];
}

/** An address, or a handle with its server: others say not of which network they are. */
const mayNameNetwork = /\/|@[^\s@]+@/;

export function createUnreadProfiles(
  identify: (text: string) => ProfileName | NotIdentified | null,
  networks: readonly AnyNetwork[],
): UnreadProfiles {
  const titles = new Map(networks.map(({ id, title }) => [id, title]));
  /** By heading, how many profiles of which network. */
  const found = new Map<string, Map<string, number>>();

  return {
    see({ cells }, { all }) {
      let first: string | null = null;
      for (const [index, { heading, role }] of all.entries()) {
        const cell = cells[index] ?? '';
        if (role !== null || !mayNameNetwork.test(cell)) continue;
        for (const piece of profilePieces(cell)) {
          const profile = identify(piece);
          if (!profile || 'reason' in profile) continue;
          const counts = found.get(heading) ?? new Map<string, number>();
          const title = titles.get(profile.network) ?? profile.network;
          found.set(heading, counts.set(title, (counts.get(title) ?? 0) + 1));
          first ??= heading;
        }
      }
      return first;
    },
    problems: (file, line) => [...found].map(([heading, counts]) => unreadColumn(file, line, heading, counts)),
  };
}

function unreadColumn(file: string, line: number, heading: string, counts: Map<string, number>): Problem {
  const sum = [...counts.values()].reduce((total, count) => total + count, 0);
  const networks = [...counts].map(([network, count]) => `${network} ${count}`).join(', ');
  return {
    file,
    line,
    value: heading,
    problem: `column "${heading}" is not read, but holds ${sum} ${sum === 1 ? 'profile' : 'profiles'} (${networks})`,
    whatToDo: `say what it is: --column "${heading}=profile", or --column "${heading}=ignore"`,
  };
}
