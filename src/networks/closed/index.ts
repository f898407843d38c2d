import type { ClosedNetwork } from '../../types/network.ts';
import { facebook } from './facebook.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { odnoklassniki } from './odnoklassniki.ts';
import { pinterest } from './pinterest.ts';
import { reddit } from './reddit.ts';
import { threads } from './threads.ts';
import { tiktok } from './tiktok.ts';
import { tumblr } from './tumblr.ts';
import { twitch } from './twitch.ts';

/** Networks that show nobody's follows to the public, or not to a program without an agreement. */
export const closedNetworks: ClosedNetwork[] = [
  facebook,
  instagram,
  linkedin,
  tiktok,
  threads,
  pinterest,
  twitch,
  odnoklassniki,
  reddit,
  tumblr,
];
