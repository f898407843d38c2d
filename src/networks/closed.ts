import type { ClosedNetwork } from '../types.ts';
import { facebook } from './closed/facebook.ts';
import { instagram } from './closed/instagram.ts';
import { linkedin } from './closed/linkedin.ts';
import { odnoklassniki } from './closed/odnoklassniki.ts';
import { pinterest } from './closed/pinterest.ts';
import { reddit } from './closed/reddit.ts';
import { threads } from './closed/threads.ts';
import { tiktok } from './closed/tiktok.ts';
import { tumblr } from './closed/tumblr.ts';
import { twitch } from './closed/twitch.ts';

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
