import type { NotIdentified, ProfileName, ResourceName } from '../../types/input.ts';
import { stripInvisible } from '../../text/normalise.ts';
import { parseHosted } from '../kit/address.ts';

const network = 'steam';
export const host = 'steamcommunity.com';

/** A SteamID64 is one of these plus a number of 32 bits; a double cannot hold it. */
const firstPerson = 76_561_197_960_265_728n;
const firstGroup = 103_582_791_429_521_408n;
const lastNumber = 0xff_ff_ff_ffn;

const noName: NotIdentified = { reason: 'this Steam address names neither a person nor a group' };
const noPerson: NotIdentified = { reason: 'no person can have this SteamID: check that it was copied whole' };
const noGroup: NotIdentified = { reason: 'no group can have this id: check that it was copied whole' };
const groupNoPerson: NotIdentified = { reason: 'this is a group, not a profile' };
const personNoGroup: NotIdentified = { reason: 'this is a person; what people follow on Steam are groups' };

interface Written {
  kind: 'person' | 'group';
  /** A SteamID64, or the name in the address that the owner chose. */
  name: string;
}

export function parseProfile(input: string): ProfileName | NotIdentified | null {
  const found = written(stripInvisible(input));
  if (found === null || 'reason' in found) return found;
  return found.kind === 'person' ? { network, name: found.name, host } : groupNoPerson;
}

/** What is written in a column that is headed Steam: there the name that ends an address is enough. */
export function parseHandle(input: string): ProfileName | NotIdentified | null {
  const text = stripInvisible(input);
  const chosen = chosenName(text);
  return parseProfile(text) ?? (chosen === null ? null : { network, name: chosen, host });
}

export function parseResource(input: string): ResourceName | NotIdentified | null {
  const found = written(stripInvisible(input));
  if (found === null || 'reason' in found) return found;
  if (found.kind === 'person') return personNoGroup;
  const id = isGroupId(found.name) ? found.name : null;
  return { network, name: found.name, host, id, url: groupUrl(found.name) };
}

export const profileUrl = (name: string): string => `https://${host}/${isPersonId(name) ? 'profiles' : 'id'}/${name}`;

export const groupUrl = (name: string): string => `https://${host}/${isGroupId(name) ? 'gid' : 'groups'}/${name}`;

export const isPersonId = (text: string): boolean => isAbove(firstPerson, text);

export const isGroupId = (text: string): boolean => isAbove(firstGroup, text);

const isAbove = (first: bigint, text: string): boolean =>
  /^\d{17,18}$/.test(text) && BigInt(text) >= first && BigInt(text) <= first + lastNumber;

function written(text: string): Written | NotIdentified | null {
  return steamId(text) ?? (/^\d+$/.test(text) ? null : inUrl(text));
}

/** The written forms of a SteamID: developer.valvesoftware.com/wiki/SteamID. */
function steamId(text: string): Written | NotIdentified | null {
  if (isPersonId(text)) return { kind: 'person', name: text };
  if (isGroupId(text)) return { kind: 'group', name: text };
  const [, low, half] = /^STEAM_[01]:([01]):(\d{1,10})$/i.exec(text) ?? [];
  if (low !== undefined && half !== undefined) return person(2n * BigInt(half) + BigInt(low));
  const [, type, number] = /^\[?([Ug]):1:(\d{1,10})\]?$/.exec(text) ?? [];
  if (type === undefined || number === undefined) return null;
  return type === 'U' ? person(BigInt(number)) : group(BigInt(number));
}

function person(number: bigint): Written | NotIdentified {
  return number <= lastNumber ? { kind: 'person', name: String(firstPerson + number) } : noPerson;
}

function group(number: bigint): Written | NotIdentified {
  return number <= lastNumber ? { kind: 'group', name: String(firstGroup + number) } : noGroup;
}

function inUrl(text: string): Written | NotIdentified | null {
  const address = parseHosted(text);
  if (!address) return null;
  const { site, path } = address;
  if (site !== host && site !== 's.team') return null;
  const [page = '', word = ''] = path;
  const section = page.toLowerCase();
  if (site === 's.team') return section === 'p' ? inviteCode(word) : noName;
  if (section === 'user') return inviteCode(word);
  if (section === 'profiles') return asKind('person', steamId(word)) ?? noPerson;
  if (section === 'gid')
    return asKind('group', steamId(word)) ?? (/^\d{1,10}$/.test(word) ? group(BigInt(word)) : noGroup);
  const chosen = chosenName(word);
  if (chosen === null || (section !== 'id' && section !== 'groups')) return noName;
  return { kind: section === 'id' ? 'person' : 'group', name: chosen };
}

const asKind = (kind: Written['kind'], found: Written | NotIdentified | null): Written | NotIdentified | null =>
  found && 'kind' in found && found.kind !== kind ? null : found;

/** The name that a person or a group chose for its address; upper and lower case are the same. Never a SteamID. */
function chosenName(text: string): string | null {
  return /^[\w-]{2,64}$/.test(text) && !isPersonId(text) && !isGroupId(text) ? text.toLowerCase() : null;
}

/** The digits of a number in base 16 as s.team writes them, e.g. `cv-dgb` for 123,456. */
const inviteDigits = 'bcdfghjkmnpqrtvw';

function inviteCode(text: string): Written | NotIdentified {
  const digits = text
    .toLowerCase()
    .replaceAll('-', '')
    .split('')
    .map((letter) => inviteDigits.indexOf(letter));
  if (digits.length === 0 || digits.length > 8 || digits.includes(-1)) return noPerson;
  return person(digits.reduce((number, digit) => number * 16n + BigInt(digit), 0n));
}
