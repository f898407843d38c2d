import type { AnyNetwork } from '../types.ts';
import { bluesky } from './bluesky.ts';
import { closedNetworks } from './closed.ts';
import { mastodon } from './mastodon.ts';
import { webPages } from './web-pages.ts';

/**
 * Every network the program knows. The order decides who is asked first whether an address is theirs: networks with
 * hosts of their own, then Mastodon, whose servers may be anywhere, then any other page of the web.
 */
export const networks: readonly AnyNetwork[] = [bluesky, ...closedNetworks, mastodon, webPages];
