import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import { stripInvisible } from '../../text/normalise.ts';
import { type HostedAddress, parseHosted } from '../kit/address.ts';
import { isHostOf } from '../../text/hosts.ts';

// How YouTube's channels are written. `name` of a ProfileName is one of
//   UC…            the channel's id, in which case matters
//   handle         without its @, lower case
//   user/name      a user name of before 2014
//   c/name, /name  a page of the site that no parameter of the API takes

export const network = 'youtube';
export const host = 'youtube.googleapis.com';
export const site = 'https://www.youtube.com';

const channelSites = /^(?:(?:m|music|gaming|studio|(?!tv)[a-z]{2})\.)?youtube\.com$/;
export const youtubeHosts = ['youtube.com', 'youtu.be', 'youtube-nocookie.com'].flatMap((each) => [each, `*.${each}`]);

/** First parts of a path that are no custom name. */
const reserved = new Set(
  `
  about account account_advanced account_privacy ads api attribution_link browse channel channels clip comment
  creators e embed fashion feed feeds gaming hashtag howyoutubeworks iframe_api intl jobs kids learning live live_chat
  login logout movies music news oembed oops paid_memberships playables playlist playlists podcasts post premium press
  profile red redirect reporthistory results s select_site shopping shorts show signin signup source sports storefront
  subscription_center subscription_manager t trending trends tv upload v verify_age watch watch_popup watch_videos
  `
    .trim()
    .split(/\s+/),
);

/** Addresses that hold the channel in their query: feeds, subscribe buttons, live players, old profiles. */
const queried = new Set(['feeds/videos.xml', 'subscription_center', 'embed/live_stream', 'profile']);

const noChannel: NotIdentified = {
  reason: 'this YouTube address names no channel: open it and copy the address of the channel, with @ or /channel/',
};

export const isChannelId = (text: string): boolean => /^UC[\w-]{22}$/.test(text);

/** Whether only the site can say which channel this name is. */
export const isPage = (name: string): boolean => name.startsWith('c/') || name.startsWith('/');

/** The address of a channel as a person would open it, by any of its names. */
export function channelUrl(name: string): string {
  if (isChannelId(name)) return `${site}/channel/${name}`;
  if (!name.includes('/')) return encodeURI(`${site}/@${name}`);
  return encodeURI(`${site}/${name.replace(/^\//, '')}`);
}

export const parseProfile = (input: string): ProfileName | NotIdentified | null => profileOf(read(input));

/** As `parseProfile`, and a handle with or without its @, or the end of an address. */
export function parseHandle(input: string): ProfileName | NotIdentified | null {
  const text = stripInvisible(input);
  const address = read(/^\/?(?:channel|user|c)\//i.test(text) ? `${site}/${text}` : text);
  if (address !== null) return profileOf(address);
  const word = text.replace(/^@/, '');
  if (word === '' || /[/@]/.test(word)) return null;
  return profileOf(handleIn(word));
}

export function parseResource(input: string): ResourceName | NotIdentified | null {
  const name = read(input);
  if (name === null || typeof name !== 'string') return name;
  return { network, name, host, id: isChannelId(name) ? name : null, url: channelUrl(name) };
}

const profileOf = (name: string | NotIdentified | null): ProfileName | NotIdentified | null =>
  typeof name === 'string' ? { network, name, host } : name;

function read(input: string): string | NotIdentified | null {
  const text = stripInvisible(input);
  if (isChannelId(text)) return text;
  const address = parseHosted(text);
  if (!address) return null;
  if (channelSites.test(address.site)) return inPath(address);
  return isHostOf(address.site, youtubeHosts) ? noChannel : null;
}

function inPath({ path, query }: HostedAddress): string | NotIdentified {
  const [first = '', second = ''] = path;
  if (first.startsWith('@')) return handleIn(first.slice(1));
  if (queried.has(path.join('/').toLowerCase())) return inQuery(query);
  const word = first.toLowerCase();
  if (word === 'channel' && second !== '') return idIn(second);
  if (word === 'user' || word === 'c') return customIn(second, `${word}/`);
  return reserved.has(word) ? noChannel : customIn(first, '/');
}

function inQuery(query: URLSearchParams): string | NotIdentified {
  const id = query.get('channel_id') ?? query.get('channel');
  return id === null ? customIn(query.get('user') ?? query.get('add_user') ?? '', 'user/') : idIn(id);
}

function idIn(text: string): string | NotIdentified {
  if (isChannelId(text)) return text;
  return {
    reason: `"${text}" is not a full channel id (UC and 22 case-sensitive characters): copy it again`,
  };
}

/** Handles are letters and digits of any script, with _ - . and the middle dot between them. */
function handleIn(text: string): string | NotIdentified {
  const handle = text.normalize('NFC').toLowerCase();
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.·-]{0,29}$/u.test(handle)) return handle;
  return { reason: `"${text}" is not a YouTube handle: write it as @name, or the address of the channel` };
}

function customIn(text: string, prefix: string): string | NotIdentified {
  const name = text.normalize('NFC').toLowerCase();
  return /^[\p{L}\p{M}\p{N}_-]{1,100}$/u.test(name) ? `${prefix}${name}` : noChannel;
}
