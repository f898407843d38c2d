import type { Basis } from '../types/store.ts';
import type { Database } from './database.ts';

/** A basis as the column `cohort` holds it: pseudonyms of lists by network. */
interface Cohort {
  share: number;
  lists: Record<string, string[]>;
}

/** What a ranking, known by the digest of its bytes, rests on. */
export function saveRanking(database: Database, digest: string, { lists, share }: Basis, now: number): void {
  const cohort: Cohort = {
    share,
    lists: Object.fromEntries([...lists].map(([network, own]) => [network, [...own].toSorted()])),
  };
  database.insert('ranking', digest, JSON.stringify(cohort), now);
}

/** Null where there is none, or one of an earlier version, which knew only that the customers were the same. */
export function basisOf(database: Database, digest: string): Basis | null {
  const [row] = database.all<{ cohort: string }>('SELECT cohort FROM ranking WHERE digest = ?', digest);
  if (!row?.cohort.startsWith('{')) return null;
  const { share, lists } = database.intact<Cohort>(() => JSON.parse(row.cohort));
  return { share, lists: new Map(Object.entries(lists).map(([network, own]) => [network, new Set(own)])) };
}
