import type { FollowsPage, ListStatus } from '../types/resource.ts';
import { dayMs } from '../types/run.ts';
import type { Database } from './database.ts';
import { merge, pack, type Packed } from './packing.ts';
import type { SeenLines } from './seen-lines.ts';

/** How long a cursor of an unfinished list is trusted. */
const cursorLifeMs = dayMs;

export interface FinishedList {
  network: string;
  status: Exclude<ListStatus, 'not_reached'>;
  note: Uint8Array | null;
  at: number;
  /** A page behind those that were added. */
  end: Pick<FollowsPage, 'resources' | 'cutShort'> | null;
}

/** @param next the sealed cursor */
export function addPage(
  database: Database,
  list: string,
  page: Pick<FollowsPage, 'resources' | 'cutShort'> & { network: string; next: Uint8Array | null; at: number },
): void {
  const { keys, names } = pack(page.resources);
  const [last] = database.all<{ number: number | null }>('SELECT max(number) AS number FROM page WHERE list = ?', list);
  const number = (last?.number ?? -1) + 1;
  database.insert('page', list, number, page.network, page.at, page.cutShort ? 1 : 0, page.next, keys, names);
}

/** The sealed cursor behind the last page, or null where the list starts anew. */
export function unfinishedCursor(database: Database, list: string, now: number): Uint8Array | null {
  const [begun] = database.all<{ at: number }>('SELECT at FROM page WHERE list = ? ORDER BY number LIMIT 1', list);
  if (!begun) return null;
  if (now - begun.at > cursorLifeMs) {
    database.run('DELETE FROM page WHERE list = ?', list);
    return null;
  }
  const [last] = database.all<{ next: Uint8Array | null }>(
    'SELECT next FROM page WHERE list = ? ORDER BY number DESC LIMIT 1',
    list,
  );
  return last?.next ?? null;
}

/** Replaces the list by one that is made of its pages. Done once more at the same instant, it changes nothing. */
export function finishList(
  database: Database,
  list: string,
  { network, status, note, at, end }: FinishedList,
  seen: SeenLines,
): void {
  const isReadable = status === 'read' || status === 'truncated';
  database.transaction(() => {
    const pages = database.all<Packed & { cut_short: number }>(
      'SELECT keys, names, cut_short FROM page WHERE list = ? ORDER BY number',
      list,
    );
    if (isReadable && pages.length === 0 && !end && isFinishedAt(database, list, at)) return;
    const isCutShort = status === 'read' && (end?.cutShort === true || pages.some((page) => page.cut_short === 1));
    const { keys, names } = database.intact(() =>
      isReadable ? merge(pages, end?.resources ?? [], seen) : merge([], [], seen),
    );
    const told = isCutShort ? 'truncated' : status;
    database.insert('list', list, network, 'network', told, at, note, keys, names);
    database.run('DELETE FROM page WHERE list = ?', list);
  });
}

const isFinishedAt = (database: Database, list: string, at: number): boolean =>
  database.all("SELECT 1 FROM list WHERE list = ? AND read_at = ? AND status IN ('read', 'truncated')", list, at)
    .length > 0;

/** Finishes the lists whose last page was stored before the program was killed. */
export function finishComplete(database: Database, seen: SeenLines): void {
  const complete = database.all<{ list: string; network: string; at: number }>(
    `SELECT list, network, at FROM page AS last
     WHERE next IS NULL AND number = (SELECT max(number) FROM page WHERE list = last.list)`,
  );
  for (const { list, network, at } of complete)
    finishList(database, list, { network, status: 'read', note: null, at, end: null }, seen);
}
