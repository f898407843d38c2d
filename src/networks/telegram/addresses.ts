import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import { stripInvisible } from '../../text/normalise.ts';
import { parseHosted } from '../kit/address.ts';

const network = 'telegram';
const host = 't.me';

const sites = new Set(['t.me', 'telegram.me', 'telegram.dog']);
const webClient = 'web.telegram.org';
export const telegramHosts = [...sites, webClient, '*.t.me'];

/** First path segments that are no names (core.telegram.org/api/links). */
const reserved = new Set(
  (
    'addemoji addlist addstickers addtheme auction call confirmphone contact giftcode invoice joinchat login msg ' +
    'newbot nft passport premium proxy setlanguage share socks telegrampassport'
  ).split(' '),
);

const invitation: NotIdentified = {
  reason: 'an invitation to a private chat names no public channel: only its members can read it',
};
const inside: NotIdentified = { reason: 'this link works only for members of a private channel' };
const noName: NotIdentified = { reason: 'this Telegram address names no person, channel or group' };

/** Five characters or more; bought names have four (core.telegram.org/method/account.checkUsername). */
const nameForm = /^[a-z]\w{3,31}$/i;

/** What an address names. A person, a channel and a group have addresses of the same form. */
export function parseProfile(input: string): ProfileName | NotIdentified | null {
  return named(nameIn(stripInvisible(input)));
}

/** What is written in a column that is headed Telegram: there a name alone is enough. */
export function parseHandle(input: string): ProfileName | NotIdentified | null {
  const text = stripInvisible(input);
  const word = text.replace(/^@/, '');
  return nameForm.test(word) ? named({ name: word.toLowerCase() }) : named(nameIn(text));
}

export function parseResource(input: string): ResourceName | NotIdentified | null {
  const found = parseProfile(input);
  return found && 'name' in found ? { ...found, id: found.name, url: channelPageUrl(found.name) } : found;
}

export const channelPageUrl = (name: string): string => `https://${host}/${name}`;

const named = (found: { name: string } | NotIdentified | null): ProfileName | NotIdentified | null =>
  found && 'name' in found ? { network, name: found.name, host } : found;

function nameIn(text: string): { name: string } | NotIdentified | null {
  if (/^tg:/i.test(text)) return inAppLink(text);
  const address = parseHosted(text);
  if (!address) return null;
  const { site, path, hash } = address;
  if (site === webClient) return nameOf(/^#@?(\w+)$/.exec(hash)?.[1] ?? '');
  if (sites.has(site)) return inPath(path);
  return site.endsWith('.t.me') ? nameOf(site.slice(0, -'.t.me'.length)) : null;
}

function inAppLink(text: string): { name: string } | NotIdentified {
  const [, action = '', query = ''] = /^tg:(?:\/\/)?(\w+)\/?(?:\?([^#]*))?/i.exec(text) ?? [];
  if (action.toLowerCase() === 'join') return invitation;
  if (action.toLowerCase() === 'privatepost') return inside;
  return action.toLowerCase() === 'resolve' ? nameOf(new URLSearchParams(query).get('domain') ?? '') : noName;
}

function inPath([first = '', second = '']: string[]): { name: string } | NotIdentified {
  const word = first.toLowerCase();
  if (first.startsWith('+') || word === 'joinchat') return invitation;
  if (word === 'c') return inside;
  if (word === 's' || word === 'boost') return nameOf(second);
  return reserved.has(word) ? noName : nameOf(first);
}

function nameOf(text: string): { name: string } | NotIdentified {
  const word = stripInvisible(text).replace(/^@/, '');
  return nameForm.test(word) ? { name: word.toLowerCase() } : noName;
}
