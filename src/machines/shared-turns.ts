import type { HostLimits } from '../web/host.ts';
import type { SharedTurns } from '../web/shared-turns.ts';
import type { Pace } from '../types/network.ts';
import type { SharedDatabase } from './connect.ts';
import { type Vault, markOf } from './vault.ts';

/** The longest ring of instants: an allowance beyond it is kept in shorter windows, of which each holds as many. */
const longestRing = 1000;

/** Requests take their ways in different times: a window is longer by this, so that it is kept where it is counted. */
const marginOf = (spanMs: number): number => Math.min(1000, Math.max(50, spanMs / 50));

/**
 * The limits of a host as all machines that have the same token keep them together: one row a class of its addresses,
 * and one statement a request.
 */
export function turnsOver(
  database: SharedDatabase,
  vault: Vault,
  onError: (error: unknown) => void,
): (host: string, limits: HostLimits, token: string) => SharedTurns {
  return (host, { paces, limitClass = () => '' }, token) => {
    const mark = markOf(vault, token);
    const made = new Map<string, Promise<unknown>>();

    function bucketFor(url: URL): { bucket: string; windows: Window[] } {
      const windows = windowsOf(paces, url);
      const bucket = vault.pseudonym(['bucket', mark, host, limitClass(url), JSON.stringify(windows)]);
      return { bucket, windows };
    }

    return {
      async take(url) {
        const { bucket, windows } = bucketFor(url);
        const insert = 'INSERT INTO target_resources.bucket (bucket) VALUES ($1) ON CONFLICT DO NOTHING';
        const making = made.get(bucket) ?? database.all(insert, bucket);
        made.set(bucket, making);
        await making;
        const [row] = await database.all<{ wait: number }>(
          takeStatement,
          bucket,
          Math.max(1, ...windows.map(({ requests }) => requests)),
          windows.map(({ requests }) => requests),
          windows.map(({ spanMs }) => spanMs),
          windows.map(({ general }) => general),
        );
        return row?.wait ?? 0;
      },
      ended(url, { remaining, untilMs, coolMs }) {
        const { bucket } = bucketFor(url);
        database.all(endStatement, bucket, remaining, untilMs, coolMs).catch(onError);
      },
    };
  };
}

interface Window {
  requests: number;
  spanMs: number;
  /** It yields to what the server tells. */
  general: boolean;
}

/** The windows that hold for an address, without those that another one contains. */
function windowsOf(paces: readonly Pace[], url: URL): Window[] {
  const own = paces.filter(({ applies }) => !applies || applies(url));
  return own.map(({ requests, seconds, applies }) => {
    const share = Math.min(1, longestRing / Math.max(1, requests));
    const spanMs = seconds * 1000 * share;
    return {
      requests: Math.max(1, Math.floor(requests * share)),
      spanMs: spanMs + marginOf(spanMs),
      general: !applies,
    };
  });
}

/** Takes a turn where one is due, and else says in how many milliseconds it will be. */
const takeStatement = `
  WITH taken AS (
    UPDATE target_resources.bucket AS b SET
      sent[(b.taken % $2::integer + 1)::integer] = target_resources.instant(),
      taken = b.taken + 1, under_way = b.under_way + 1, told_left = b.told_left - 1
    WHERE b.bucket = $1 AND target_resources.due(b, $2, $3, $4, $5) <= target_resources.instant()
    RETURNING 0::double precision AS wait
  )
  SELECT wait FROM taken
  UNION ALL
  SELECT greatest(1, target_resources.due(b, $2, $3, $4, $5) - target_resources.instant()) AS wait
  FROM target_resources.bucket AS b WHERE b.bucket = $1 AND NOT EXISTS (SELECT FROM taken)`;

/**
 * What the server told, less the requests that it cannot have counted. Within one window answers overtake each other:
 * the lowest number is right. Two resets within two seconds are one.
 */
const endStatement = `
  WITH told AS (
    SELECT $2::integer AS remaining, target_resources.instant() + $3::double precision AS until,
      target_resources.instant() + $4::double precision AS cool
  )
  UPDATE target_resources.bucket AS b SET
    under_way = greatest(0, b.under_way - 1),
    cool_until = greatest(b.cool_until, coalesce(told.cool, 0)),
    told_left = CASE
      WHEN told.remaining IS NULL OR told.until < b.told_until - 2000 THEN b.told_left
      WHEN told.until <= b.told_until + 2000 THEN least(b.told_left, told.remaining - greatest(0, b.under_way - 1))
      ELSE told.remaining - greatest(0, b.under_way - 1)
    END,
    told_until = CASE WHEN told.remaining IS NULL THEN b.told_until ELSE greatest(b.told_until, told.until) END
  FROM told WHERE b.bucket = $1`;
