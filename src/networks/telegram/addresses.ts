import type { NotOne, ProfileName, ResourceName } from '../../types/input.ts';
import { decoded, visible } from '../../text/normalise.ts';

const network = 'telegram';
const host = 't.me';

const sites = new Set(['t.me', 'telegram.me', 'telegram.dog']);
const webClient = 'web.telegram.org';

/** First path segments that are no names (core.telegram.org/api/links). */
const reserved = new Set(
  (
    'addemoji addlist addstickers addtheme auction call confirmphone contact giftcode invoice joinchat login msg ' +
    'newbot nft passport premium proxy setlanguage share socks telegrampassport'
  ).split(' '),
);

const invitation: NotOne = {
  why: 'an invitation to a private chat names no public channel: only its members can read it',
};
const inside: NotOne = { why: 'this link works only for members of a private channel' };
const noName: NotOne = { why: 'this address of Telegram names no person, channel or group' };

/** Five characters or more; bought names have four (core.telegram.org/method/account.checkUsername). */
const nameForm = /^[a-z]\w{3,31}$/i;

/** What an address names. A person, a channel and a group have addresses of the same form. */
export function profileIn(input: string): ProfileName | NotOne | null {
  return named(nameIn(visible(input)));
}

/** What is written in a column that is headed Telegram: there a name alone is enough. */
export function handleIn(input: string): ProfileName | NotOne | null {
  const text = visible(input);
  const word = text.replace(/^@/, '');
  return nameForm.test(word) ? named({ name: word.toLowerCase() }) : named(nameIn(text));
}

export function resourceIn(input: string): ResourceName | NotOne | null {
  const found = profileIn(input);
  return found && 'name' in found ? { ...found, id: found.name, url: urlOf(found.name) } : found;
}

export const urlOf = (name: string): string => `https://${host}/${name}`;

const named = (found: { name: string } | NotOne | null): ProfileName | NotOne | null =>
  found && 'name' in found ? { network, name: found.name, host } : found;

function nameIn(text: string): { name: string } | NotOne | null {
  if (/^tg:/i.test(text)) return inAppLink(text);
  const address = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username) return null;
  const site = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  if (site === webClient) return nameOf(/^#@?(\w+)$/.exec(url.hash)?.[1] ?? '');
  if (sites.has(site)) return inPath(url.pathname.split('/').filter(Boolean).map(decoded));
  return site.endsWith('.t.me') ? nameOf(site.slice(0, -'.t.me'.length)) : null;
}

function inAppLink(text: string): { name: string } | NotOne {
  const [, action = '', query = ''] = /^tg:(?:\/\/)?(\w+)\/?(?:\?([^#]*))?/i.exec(text) ?? [];
  if (action.toLowerCase() === 'join') return invitation;
  if (action.toLowerCase() === 'privatepost') return inside;
  return action.toLowerCase() === 'resolve' ? nameOf(new URLSearchParams(query).get('domain') ?? '') : noName;
}

function inPath([first = '', second = '']: string[]): { name: string } | NotOne {
  const word = first.toLowerCase();
  if (first.startsWith('+') || word === 'joinchat') return invitation;
  if (word === 'c') return inside;
  if (word === 's' || word === 'boost') return nameOf(second);
  return reserved.has(word) ? noName : nameOf(first);
}

function nameOf(text: string): { name: string } | NotOne {
  const word = visible(text).replace(/^@/, '');
  return nameForm.test(word) ? { name: word.toLowerCase() } : noName;
}
