import { remedyOf, remedyTexts } from '../errors.ts';
import type { UnreadReason } from '../types/report.ts';
import type { SavedReason } from '../types/store.ts';
import { daysSince } from './list-ages.ts';
import type { IncompleteStatus, Remedy } from '../types/resource.ts';
import { groupBy } from './per-host.ts';
import { coarse } from './shareable.ts';

/** One profile, or one resource, that was not read as a whole. */
interface Unread {
  network: string;
  host: string;
  what: UnreadReason['what'];
  /** The resource's id: what it says of itself and its posts are asked for apart, and are one resource that was not read. */
  resource?: string | undefined;
  status: IncompleteStatus;
  note: string;
  remedy?: Remedy | undefined;
  retryAt?: number | undefined;
  at: number;
  /** When the answer was given that stands instead. */
  keptAt?: number | undefined;
}

/** Hears of everything that was not read, and keeps how often which reason was heard. */
export interface UnreadLog {
  add(unread: Unread): void;
  /** What an earlier run heard of such an answer, where that is one thing only; else a sentence for the status. */
  noteFor(unread: Pick<Unread, 'network' | 'host' | 'status'>): string;
  rows(): SavedReason[];
}

/** @param before the reasons of the last run: what still holds has been so since then */
export function createUnreadLog(before: readonly SavedReason[] = []): UnreadLog {
  const rows = new Map<string, SavedReason>();
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const answers = groupBy(before, answerOf);
  const counted = new Set<string>();
  return {
    add({ network, host, what, resource, status, note, remedy = remedyOf[status], retryAt, at, keptAt }) {
      const since = dayOf(at);
      const fresh: SavedReason = {
        network,
        host,
        what,
        status,
        reason: note || usual[status],
        count: 0,
        since,
        retryAt: null,
        remedy,
        whatToDo: remedyTexts[remedy],
        kept: 0,
        keptAt: null,
      };
      const key = keyOf(fresh);
      const row = rows.get(key) ?? { ...fresh, since: first(since, earlier.get(key)?.since ?? since) };
      const one = resource === undefined ? null : `${key}\n${resource}`;
      const isAgain = one !== null && counted.has(one);
      if (one !== null) counted.add(one);
      rows.set(key, {
        ...row,
        count: row.count + (isAgain ? 0 : 1),
        kept: row.kept + (isAgain || keptAt === undefined ? 0 : 1),
        keptAt: keptAt === undefined ? row.keptAt : Math.min(keptAt, row.keptAt ?? keptAt),
        since: first(row.since, since),
        retryAt: retryAt === undefined ? row.retryAt : last(row.retryAt, new Date(retryAt).toISOString()),
      });
    },
    noteFor(unread) {
      const known = (answers.get(answerOf({ ...unread, what: 'profile' })) ?? []).map(({ reason }) => reason);
      return known.length === 1 ? (known[0] ?? '') : usual[unread.status];
    },
    rows: () => [...rows.values()].toSorted(byOrder),
  };
}

/** Saved reasons on the day of a report. */
export const reasonsOn = (now: number, saved: readonly SavedReason[]): UnreadReason[] =>
  saved.map(({ keptAt, ...row }) => ({ ...row, ageDays: keptAt === null ? null : daysSince(keptAt, now) }));

/** Reasons as they may be handed on: without hosts, which may be one client's own, and of five clients at least. */
export function coarseReasons(rows: readonly UnreadReason[]): UnreadReason[] {
  const groups = groupBy(
    rows.map((row) => ({ ...row, host: '', reason: row.what === 'profile' ? usual[row.status] : row.reason })),
    keyOf,
  );
  return [...groups.values()].flatMap((group) => {
    const [row] = group;
    const count = coarse(group.reduce((sum, each) => sum + each.count, 0));
    if (!row || row.what !== 'profile' || count === 0) return [];
    const kept = coarse(group.reduce((sum, each) => sum + each.kept, 0));
    const since = group.map((each) => each.since).reduce(first);
    return { ...row, count, since, retryAt: null, kept, ageDays: null };
  });
}

const usual: Record<IncompleteStatus, string> = {
  hidden: 'it is hidden',
  not_found: 'the network knows no such profile',
  needs_login: 'the network shows it only to the account owner',
  truncated: 'the list is longer than the network hands out',
  not_reached: 'it could not be read',
  not_asked: 'it was not asked for',
};

const keyOf = ({ network, host, what, status, reason }: SavedReason | UnreadReason): string =>
  [network, host, what, status, reason].join('\n');

const answerOf = ({
  network,
  host,
  what,
  status,
}: Pick<UnreadReason, 'network' | 'host' | 'what' | 'status'>): string => [network, host, what, status].join('\n');

const first = (a: string, b: string): string => (a < b ? a : b);
const last = (a: string | null, b: string): string => (a !== null && a > b ? a : b);

/** By network, then what is most. */
const byOrder = (a: SavedReason, b: SavedReason): number =>
  order(a.network, b.network) || order(a.what, b.what) || b.count - a.count || order(keyOf(a), keyOf(b));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
