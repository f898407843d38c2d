import { onTestFinished } from 'vitest';
import type { Network } from '../../src/types/network.ts';
import type { Web } from '../../src/types/web.ts';
import { createWebClient } from '../../src/web/client.ts';
import type { Double } from '../doubles/graph.ts';
import { type Served, serve } from '../doubles/serve.ts';
import { hurriedClock } from '../helpers/clock.ts';

export interface OpenedClient {
  through: Web;
  /** What the double was asked, robots.txt included. */
  asked: Served['asked'];
  /** Seconds that went by on a clock that runs only while somebody waits. */
  waited: () => number;
}

/** The real client to a network's double, until the end of the test. */
export async function openClient(network: Network, double: Double): Promise<OpenedClient> {
  const served = await serve([double]);
  const start = Date.parse('2026-11-22T12:00:00Z');
  const clock = hurriedClock(start);
  const client = createWebClient({
    clock,
    connectTo: new Map(Object.entries(served.connectTo)),
    userAgent: 'target-resources/test',
    random: () => 0,
  });
  onTestFinished(async () => {
    await client.close();
    await served.close();
  });
  return { through: client.for(network), asked: served.asked, waited: () => (clock.now() - start) / 1000 };
}
