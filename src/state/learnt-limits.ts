import { dayMs } from '../types/run.ts';
import type { LearntLimit } from '../types/web.ts';
import type { Database } from './database.ts';

/** Then the documented limit is tried again: servers are moved to larger machines, too. */
const lifeMs = 7 * dayMs;

/** Limits that were learnt no longer than a week ago. */
export function learntLimitsOf(database: Database, now: number): LearntLimit[] {
  const [row] = database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'learnt limits'");
  const all = row ? database.intact<LearntLimit[]>(() => JSON.parse(row.value)) : [];
  return all.filter(({ at }) => now - at < lifeMs);
}

const keyOf = ({ host, limitClass, pace }: LearntLimit): string => [host, limitClass, pace].join('\n');

/** Keeps a limit in the place of what was learnt of it before. */
export function saveLearntLimit(database: Database, limit: LearntLimit): void {
  const others = learntLimitsOf(database, limit.at).filter((each) => keyOf(each) !== keyOf(limit));
  database.insert('meta', 'learnt limits', JSON.stringify([...others, limit]));
}

/** Removes what was learnt before this instant. */
export function purgeLearntLimits(database: Database, before: number): void {
  const kept = learntLimitsOf(database, before + lifeMs);
  database.run("DELETE FROM meta WHERE key = 'learnt limits'");
  if (kept.length > 0) database.insert('meta', 'learnt limits', JSON.stringify(kept));
}
