import { type Settings, connections, userAgent } from '../settings.ts';
import type { WebClientOptions } from '../web/client.ts';
import type { CompleteContext } from './context.ts';

/** How a web client asks, as far as settings and the caller say it for every command that asks. */
export const clientOptions = (
  settings: Settings,
  { clock, signal, progress }: Pick<CompleteContext, 'clock' | 'signal' | 'progress'>,
): WebClientOptions => ({
  clock,
  connectTo: connections(settings),
  userAgent: userAgent(settings),
  localAddress: settings.localAddress,
  browser: settings.browser,
  signal,
  onWait: ({ host, until, why }) => progress({ stage: 'wait', host, until, why }),
});
