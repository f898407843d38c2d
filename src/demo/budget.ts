import type { Clock } from '../types/run.ts';
import { json, type DemoAnswer } from './answer.ts';
import type { Server } from './world.ts';

interface Window {
  limit: number;
  seconds: number;
  applies(query: URLSearchParams): boolean;
}

interface Permission {
  refused: DemoAnswer | null;
  headers: Record<string, string>;
}

const everything = (): boolean => true;

/** Requests that carry one of these are counted a second time, against a smaller budget (mastodon, rack_attack.rb). */
const paging = ['max_id', 'min_id', 'since_id', 'page'];

/**
 * Counts a server's requests in windows of its software and says so in that software's headers. snac and the Misskey
 * family say nothing and refuse nothing.
 */
export function budget(server: Server, clock: Clock): (query: URLSearchParams) => Permission {
  if (server.software === 'snac' || server.software === 'sharkey') return () => ({ refused: null, headers: {} });
  const bluesky = server.software === 'bluesky';
  const windows: Window[] = bluesky
    ? [{ limit: server.limit ?? 3000, seconds: 300, applies: everything }]
    : [
        { limit: server.limit ?? 300, seconds: 300, applies: everything },
        { limit: server.limit ?? 300, seconds: 900, applies: (query) => paging.some((name) => query.has(name)) },
      ];
  const counts = new Map<string, number>();

  return (query) => {
    const seconds = clock.now() / 1000;
    const states = windows
      .filter((window) => window.applies(query))
      .map((window) => {
        const number = Math.floor(seconds / window.seconds);
        const key = `${window.seconds} ${number}`;
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return { limit: window.limit, left: window.limit - count, reset: (number + 1) * window.seconds, window };
      });
    const tightest = states.reduce((one, other) => (other.left < one.left ? other : one));
    const headers = bluesky ? blueskyHeaders(tightest) : mastodonHeaders(tightest);
    if (tightest.left >= 0) return { refused: null, headers };
    const retryAfter = { 'retry-after': String(Math.ceil(tightest.reset - seconds)) };
    return bluesky
      ? {
          refused: json({ error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' }, {}, 429),
          headers: { ...headers, ...retryAfter },
        }
      : { refused: json({ error: 'Too many requests' }, {}, 429), headers };
  };
}

interface State {
  limit: number;
  left: number;
  /** Seconds since the epoch. */
  reset: number;
  window: Window;
}

const blueskyHeaders = ({ limit, left, reset, window }: State): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(Math.max(left, 0)),
  'ratelimit-reset': String(reset),
  'ratelimit-policy': `${limit};w=${window.seconds}`,
});

const mastodonHeaders = ({ limit, left, reset }: State): Record<string, string> => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(Math.max(left, 0)),
  'x-ratelimit-reset': new Date(reset * 1000).toISOString(),
});
