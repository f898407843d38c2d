import type { RecognisedFile } from '../types/import.ts';

/**
 * Addresses of what a page or somebody else shows: a post, a video, a place on a map, an invitation to a chat. Whoever
 * keeps them has read, saved or voted on something; it says nothing about follows. Each is matched behind the scheme
 * and what sites put before their host.
 */
const things: readonly RegExp[] = [
  /^[^/]+\/(?:@[^/]+|users\/[^/]+\/statuses)\/\d/,
  /^[^/]+\/(?:notes|objects|notice)\/[\w-]+\/?$/,
  /^reddit\.com\/(?:\w+\/\w+\/)?comments\//,
  /^redd\.it\//,
  /^(?:x|twitter)\.com\/[^/]+\/status\/\d/,
  /^instagram\.com\/(?:[\w.]+\/)?(?:p|reel|tv|stories)\//,
  /^(?:facebook\.com|fb\.watch)\/(?:[^/]+\/)?(?:posts|videos|photos|reel|events|share\/[pv])\//,
  /^facebook\.com\/(?:watch|permalink\.php|story\.php|photo(?:\.php)?)\/?\?/,
  /^threads\.(?:com|net)\/@[^/]+\/post\//,
  /^tiktok\.com\/@[^/]+\/(?:video|photo)\//,
  /^bsky\.app\/profile\/[^/]+\/post\//,
  /^pinterest\.[a-z.]+\/pin\//,
  /^youtu\.be\//,
  /^(?:music\.)?youtube\.com\/(?:watch|playlist|live|embed|shorts)\b/,
  /^linkedin\.com\/(?:feed|pulse|posts|jobs|learning|events)\//,
  /^vk\.(?:com|ru)\/(?:wall|photo|video|clip|topic|doc|story|audio|album)-?\d/,
  /^t\.me\/(?:c\/)?\w+\/\d/,
  /^google\.[a-z.]+\/(?:maps|search|url)/,
  /^maps\.(?:google|app\.goo|apple)\./,
  /^goo\.gl\/maps/,
  /^yandex\.[a-z.]+\/maps/,
  /^openstreetmap\.org/,
  /^github\.com\/(?!orgs\/)[^/]+\/[^/]/,
  /^discord(?:app)?\.(?:gg|com)\//,
  /^open\.spotify\.com\/(?:track|album|episode|playlist)\//,
];

const mostCharacters = 2000;

/** Whether an address leads to one thing and not to whoever publishes it. */
export function isSingleThing(address: string): boolean {
  const plain = address
    .trim()
    .slice(0, mostCharacters)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^(?:www|m|mobile|old|new|amp)\./, '');
  return things.some((thing) => thing.test(plain));
}

/** Whether most of some addresses do. */
export function areSingleThings(addresses: readonly string[]): boolean {
  const filled = addresses.filter((address) => address !== '');
  return filled.length > 0 && filled.filter(isSingleThing).length * 2 > filled.length;
}

/** What a list of such addresses is. */
export const listOfSingleThings: RecognisedFile = {
  format: 'addresses of posts, videos, places or chats',
  reason: 'they do not show what the client follows',
  whatToDo: 'import a list of pages, channels or accounts that the client follows',
  holds: 'other',
};
