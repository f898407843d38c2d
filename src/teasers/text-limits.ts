import { lookup } from '../text/lookup.ts';
import type { LinkPlace, TextUnit } from '../types/report.ts';
import type { ServerLimit } from '../types/text-limit.ts';
import { countGraphemes, graphemes } from './graphemes.ts';

/** The longest text that a network takes, how it counts, and what becomes of links. */
interface Limit {
  unit: TextUnit;
  /** For an ordinary account. */
  max: number;
  /** Where a picture comes with the text, if that is less. */
  withPicture?: number;
  /** For an account that is paid for. */
  paidAccount?: number;
  /** A second limit, in bytes of UTF-8. */
  maxBytes?: number;
  /** What every address counts for, however long it is. */
  perAddress?: number;
  /** Of `@user@host` the host does not count. */
  mentionsWithoutHost?: true;
  /** Different addresses in one text. */
  mostLinks?: number;
  link: LinkPlace;
  source: string;
}

/** When the table was last compared with its sources. */
export const textLimitsAsOf = '2026-11-28';

const publer = 'https://help.publer.com/en/article/what-is-the-character-limit-for-all-social-networks-1a3utwz';
const uploadPost = 'https://docs.upload-post.com/resources/character-limits/';

/**
 * Where sources disagree the lower number stands, but for Facebook: schedulers take less than a person may type there.
 * Networks that are not named have no known limit.
 */
export const textLimits: Record<string, Limit> = {
  bluesky: {
    unit: 'graphemes',
    max: 300,
    maxBytes: 3000,
    link: 'clickable',
    source: 'https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json',
  },
  // A server may allow more and says so; 500 is what every one allows.
  mastodon: {
    unit: 'graphemes',
    max: 500,
    perAddress: 23,
    mentionsWithoutHost: true,
    link: 'clickable',
    source: 'https://docs.joinmastodon.org/entities/Instance/',
  },
  x: {
    unit: 'weighted',
    max: 280,
    paidAccount: 25_000,
    perAddress: 23,
    link: 'clickable',
    source: 'https://github.com/twitter/twitter-text/blob/master/config/v3.json',
  },
  telegram: {
    unit: 'code points',
    max: 4096,
    withPicture: 1024,
    link: 'clickable',
    source: 'https://core.telegram.org/bots/api#sendmessage',
  },
  // Disputed: 16,384 is quoted too.
  vk: {
    unit: 'utf-16',
    max: 2048,
    link: 'clickable',
    source:
      'https://github.com/gitroomhq/postiz-app/blob/main/libraries/nestjs-libraries/src/integrations/social/vk.provider.ts',
  },
  facebook: { unit: 'utf-16', max: 63_206, link: 'clickable', source: uploadPost },
  linkedin: { unit: 'utf-16', max: 3000, link: 'clickable', source: publer },
  instagram: { unit: 'utf-16', max: 2200, link: 'not_clickable', source: publer },
  // Of a video's description; nobody says that a community post takes less.
  youtube: {
    unit: 'utf-16',
    max: 5000,
    link: 'clickable',
    source: 'https://developers.google.com/youtube/v3/docs/videos#snippet.description',
  },
  threads: {
    unit: 'emoji as bytes',
    max: 500,
    mostLinks: 5,
    link: 'clickable',
    source: 'https://developers.facebook.com/documentation/threads/posts',
  },
  pinterest: { unit: 'utf-16', max: 500, link: 'own_field', source: publer },
  tiktok: {
    unit: 'utf-16',
    max: 2000,
    link: 'not_clickable',
    source: 'https://help.metricool.com/en/article/character-limit-for-each-social-network-4ivf8t',
  },
};

export interface TextMeasure {
  /** In the network's own unit. */
  length: number;
  limit: number | null;
  /** Null where no limit is known. */
  fits: boolean | null;
}

/** What bounds one post, beside the network. */
export interface PostKind {
  picture?: boolean;
  /** What the resource's own server allows, where it says so. */
  server?: ServerLimit | null;
}

/** The limits of a network for such a post; null where none are known. */
export function limitsOf(network: string, { picture = false, server = null }: PostKind = {}): Limit | null {
  const known = lookup(textLimits, network);
  if (!known) return null;
  const own = server ? { ...known, max: server.max, perAddress: server.perAddress ?? known.perAddress ?? 0 } : known;
  return picture && own.withPicture !== undefined ? { ...own, max: own.withPicture } : own;
}

/** How long a text is for a network, and whether it is taken. */
export function measureText(text: string, network: string, kind?: PostKind): TextMeasure {
  const limits = limitsOf(network, kind);
  if (!limits) return { length: countGraphemes(text), limit: null, fits: null };
  const { unit, max, perAddress = 0, maxBytes = Infinity, mostLinks = Infinity } = limits;
  const counted = limits.mentionsWithoutHost ? text.replace(mention, '$1') : text;
  const parts = perAddress === 0 ? [counted] : counted.split(address);
  const length = (parts.length - 1) * perAddress + parts.reduce((sum, part) => sum + counters[unit](part), 0);
  const links = mostLinks === Infinity ? 0 : new Set(text.match(address)).size;
  return { length, limit: max, fits: length <= max && Buffer.byteLength(text) <= maxBytes && links <= mostLinks };
}

const counters: Record<TextUnit, (text: string) => number> = {
  graphemes: countGraphemes,
  weighted: weight,
  'utf-16': (text) => text.length,
  'code points': countCodePoints,
  'emoji as bytes': withEmojiAsBytes,
};

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const mention = /(?<![\w/])(@\w[\w.-]{0,200})@[\w.-]{0,250}\w/g;

// What X and Mastodon both take for an address. They differ in where one ends: this one ends early rather than late, so
// that a text is measured too long rather than too short.
const letter = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\d`;
const address = new RegExp(
  String.raw`(?<![a-z\d@#$_])https?:\/\/[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*(?::\d+)?` +
    String.raw`(?:\/(?:[${letter}!*';:=+,.$/%#\[\]\-–_~@|&]*[${letter}=_#/+\-])?)?` +
    String.raw`(?:\?(?:[a-z\d!?*'();:&=+$/%#\[\]\-_.,~|@]*[a-z\d_&=#/\-])?)?`,
  'giu',
);

/** An emoji of several code points; X counts it like one. */
const joinedEmoji = /^(?:\p{Extended_Pictographic}.|\p{Regional_Indicator}{2}|[\d#*]\ufe0f?\u20e3)/su;

/** X's weighted length, without its addresses: code points of the listed ranges count 1, all others and each emoji 2. */
function weight(text: string): number {
  let sum = 0;
  for (const grapheme of graphemes(text.normalize('NFC'))) {
    if (joinedEmoji.test(grapheme)) sum += 2;
    else for (const character of grapheme) sum += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return sum;
}

const isLight = (code: number): boolean =>
  code <= 4351 || (code >= 8192 && code <= 8205) || (code >= 8208 && code <= 8223) || (code >= 8242 && code <= 8247);

const emoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}|[\d#*]\ufe0f?\u20e3)/u;

/** Threads: an emoji counts as the bytes of its UTF-8, everything else as one. */
function withEmojiAsBytes(text: string): number {
  let sum = 0;
  for (const grapheme of graphemes(text)) {
    sum += emoji.test(grapheme) || joinedEmoji.test(grapheme) ? Buffer.byteLength(grapheme) : countCodePoints(grapheme);
  }
  return sum;
}
