import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import { stripInvisible } from '../../text/normalise.ts';
import { parseHosted } from '../kit/address.ts';
import { isHostOf } from '../../text/hosts.ts';
import { vkApiHost as host } from './api-host.ts';

const network = 'vk';

/** Sites that show VK's pages under the same paths; `vk.me` opens a chat with whoever the path names. */
const sites = new Set(['vk.com', 'vk.ru', 'vkontakte.ru', 'vk.me']);
export const vkHosts = [...[...sites].flatMap((site) => [site, `*.${site}`]), 'vk.cc'];

/** First parts of a path that are VK's own. */
const reserved = wordsOf(
  'about ads apps article articles audio audios away blog bookmarks bugs call calls checkin clips communities contacts',
  'data dev discover docs donut edit events fave feed friends games gifts go groups help im invite invites jobs join',
  'licence live login logout mail market menu mini_apps music notifications photos podcasts press privacy products promo',
  'reg restore rules search security services settings share shopping sitemap stats stickers stories support tag terms',
  'topics uslugi verify video videos vkpay work write',
);

/** What VK numbers, as in /app12_-34 and /video-12_34. */
const numbered = wordsOf(
  'album albums app article audio audio_playlist audios board clip clips doc docs gifts gim market market_album',
  'music_playlist narrative note notes page pages photo photos playlist podcast podcasts poll product story tag topic',
  'uslugi video videos write',
);

const noName: NotIdentified = { reason: 'this VK address names neither a profile nor a community' };
const shortLink: NotIdentified = {
  reason: 'this short link names no profile: open it and copy the address it leads to',
};
const community: NotIdentified = {
  reason: 'this is a VK community, not the profile of a person: put it into follows.csv',
};

/** What an address names: a person or a community by id, or a short name that either may have. */
type Written = { person: string } | { community: string } | { name: string };

/** The profile of a person that an address, or a handle such as `id123`, names. */
export const parseProfile = (input: string): ProfileName | NotIdentified | null =>
  profileName(written(stripInvisible(input)));

/** In a column that is headed VK a short name, with or without `@`, and an id without letters are enough. */
export function parseHandle(input: string): ProfileName | NotIdentified | null {
  const text = stripInvisible(input);
  const word = text.replace(/^@/, '').toLowerCase();
  if (/^\d+$/.test(word)) return profileName(named(`id${word}`));
  return profileName(isShortName(word) && !sites.has(word) ? named(word) : written(text));
}

/** The page of a community or of a person; its id where the address holds one. */
export function parseResource(input: string): ResourceName | NotIdentified | null {
  const found = written(stripInvisible(input));
  if (found === null || 'reason' in found) return found;
  const name = nameOf(found);
  const id = 'community' in found ? found.community : 'person' in found ? name : null;
  return { network, name, host, id, url: pageOf(name) };
}

/** The page of a short name, `id123` or `club123`. */
export const pageOf = (name: string): string => `https://vk.com/${name}`;

function profileName(found: Written | NotIdentified | null): ProfileName | NotIdentified | null {
  if (found === null || 'reason' in found) return found;
  return 'community' in found ? community : { network, name: nameOf(found), host };
}

function nameOf(found: Written): string {
  if ('name' in found) return found.name;
  return 'community' in found ? `club${found.community}` : `id${found.person}`;
}

function written(text: string): Written | NotIdentified | null {
  const bare = /^@?((?:id|club|public|event)\d+)$/i.exec(text)?.[1];
  return bare === undefined ? inUrl(text) : named(bare.toLowerCase());
}

function inUrl(text: string): Written | NotIdentified | null {
  const address = parseHosted(text);
  if (!address) return null;
  const { site: whole, path, query } = address;
  const site = whole.replace(/^(?:m|new)\./, '');
  if (site === 'vk.cc') return shortLink;
  if (!sites.has(site)) return isHostOf(whole, vkHosts) ? noName : null;
  const [page = ''] = path;
  const found = named(page.toLowerCase());
  // A post that is shown over another page, e.g. /feed?w=wall-1_2, still names its wall.
  return 'reason' in found ? (onWall(query.get('w') ?? '') ?? found) : found;
}

/** What the first part of a path, in lower case, names. */
function named(page: string): Written | NotIdentified {
  const [, kind, digits = ''] = /^(id|club|public|event)(\d+)$/.exec(page) ?? [];
  if (kind !== undefined) return kind === 'id' ? ofOwner(digits, 'person') : ofOwner(digits, 'community');
  const wall = onWall(page);
  if (wall) return wall;
  const [, author] = /^@(-\d+|[a-z\d_.]+)(?:-.*)?$/.exec(page) ?? [];
  if (author !== undefined) return author.startsWith('-') ? ofOwner(author.slice(1), 'community') : named(author);
  const [, thing = ''] = /^([a-z_]+)-?\d[\d_-]*$/.exec(page) ?? [];
  const isOwn = reserved.has(page) || numbered.has(thing) || page.endsWith('.php');
  return isOwn || !isShortName(page) ? noName : { name: page };
}

function onWall(page: string): Written | NotIdentified | null {
  const [, minus, digits] = /^wall(-?)(\d+)(?:_\d+)?$/.exec(page) ?? [];
  return digits === undefined ? null : ofOwner(digits, minus === '-' ? 'community' : 'person');
}

function ofOwner(digits: string, kind: 'person' | 'community'): Written | NotIdentified {
  const id = Number(digits);
  if (!Number.isSafeInteger(id) || id === 0) return noName;
  return kind === 'person' ? { person: String(id) } : { community: String(id) };
}

/** Letters, digits, `_` and `.`; digits alone are no name. */
const isShortName = (text: string): boolean => /^(?=.*[a-z_])[a-z\d_.]{2,32}$/.test(text);

function wordsOf(...lines: string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
