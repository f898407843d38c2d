import { WebError } from '../errors.ts';
import type { Row } from '../types/report.ts';
import type { KnownLimits } from '../types/text-limit.ts';
import { type CollectContext, isFresh, networkOf } from './context.ts';

/** By what a server's limit is known. */
export const serverOf = ({ network, host }: Pick<Row, 'network' | 'host'>): string => `${network} ${host}`;

/**
 * Asks the servers of the ranked resources how long a post may be, where servers differ. One that does not answer keeps
 * what it said before.
 */
export async function readTextLimits(rows: readonly Row[], context: CollectContext): Promise<void> {
  const { store, clock, signal, networks, webFor } = context;
  const known = store.textLimits();
  const limits: KnownLimits = {};
  for (const row of rows) {
    const network = networkOf(row, networks);
    const server = serverOf(row);
    if (row.rank === null || network.closed || !network.readTextLimit || Object.hasOwn(limits, server)) continue;
    const before = Object.hasOwn(known, server) ? known[server] : undefined;
    if (before) limits[server] = before;
    if (before && isFresh(before, context)) continue;
    signal.throwIfAborted();
    try {
      limits[server] = { limit: await network.readTextLimit(row.host, webFor(network)), at: clock.now() };
    } catch (error) {
      if (!(error instanceof WebError)) throw error;
    }
  }
  store.saveTextLimits(limits);
}
