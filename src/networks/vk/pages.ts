import { z } from 'zod';
import { urlOf } from '../../text/web-address.ts';
import { UnexpectedAnswer } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import type { Facts, Link, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import { inHalves } from '../kit/halves.ts';
import { answersOf, optionalCount, optionalText } from '../kit/fields.ts';
import { pageOf } from './addresses.ts';
import { vkApiHost as host } from './api-host.ts';
import { type MethodResult, callMethod } from './api.ts';

// Persons and communities: how they are asked for, and what VK says of them.

const network = 'vk';

const optionalId = z.int().nullable().catch(null);

const Person = z.object({
  id: z.int().positive(),
  first_name: optionalText,
  last_name: optionalText,
  screen_name: optionalText,
  deactivated: optionalText,
  is_closed: z.boolean().catch(false),
  can_access_closed: z.boolean().catch(false),
  followers_count: optionalCount,
  status: optionalText,
});
export type Person = z.infer<typeof Person>;

export const Community = z.object({
  id: z.int().positive(),
  name: optionalText,
  screen_name: optionalText,
  deactivated: optionalText,
  members_count: optionalCount,
  description: optionalText,
  status: optionalText,
  /** 1 where everybody may write on the wall. */
  wall: optionalCount,
  /** 1 where whoever asks may propose posts; what a service token gets besides says nothing. */
  can_suggest: optionalCount,
  site: optionalText,
  contacts: z
    .array(
      z
        .object({ user_id: optionalId, desc: optionalText, email: optionalText })
        .catch({ user_id: null, desc: null, email: null }),
    )
    .catch([]),
  links: z.array(z.object({ url: optionalText, name: optionalText }).catch({ url: null, name: null })).catch([]),
});
export type Community = z.infer<typeof Community>;

/** Since version 5.199 an object; a list before. */
const Communities = z.union([
  answersOf(Community),
  z.object({ groups: answersOf(Community).optional() }).transform(({ groups }) => groups ?? []),
]);

// ------------------------------------------------------------------ asking

/** What VK says of a whole request for one of its names. */
const invalidNames = new Set([39, 100, 113, 125, 3610]);

/** Persons by number or short name, at most 1000; who is missing in the answer is no person. @throws like `ask` */
export async function askPersons(names: string[], fields: string, web: Web): Promise<(Person | null)[]> {
  const answers = await inHalves(names, async (some) => {
    const params = { user_ids: some.join(','), fields };
    return knownAmong(await callMethod({ method: 'users.get', params }, answersOf(Person), web));
  });
  return answers.flat();
}

/** Communities by number or short name, at most 500; what is missing in the answer is none. @throws like `ask` */
export async function askCommunities(names: string[], web: Web): Promise<(Community | null)[]> {
  return (await inHalves(names, (some) => communitiesAmong(some, web))).flat();
}

/** Like `askCommunities`, in one request; null where VK refuses them all, as it does where none of them is one. */
export async function communitiesAmong(names: readonly string[], web: Web): Promise<(Community | null)[] | null> {
  const params = {
    group_ids: names.join(','),
    fields: 'members_count,description,status,wall,can_suggest,site,contacts,links',
  };
  return knownAmong(await callMethod({ method: 'groups.getById', params }, Communities, web));
}

function knownAmong<Page>(told: MethodResult<Page[]>): Page[] | null {
  if ('value' in told) return told.value;
  if (invalidNames.has(told.refused)) return null;
  throw new UnexpectedAnswer(told.url, `VK refuses the request with error ${told.refused}`);
}

/**
 * Finds a page by its number, written `id12` or `club12`, or by its short name; null is one that VK may have described in
 * an odd way.
 */
export function finder<Page extends { id: number; screen_name: string | null }>(
  answer: (Page | null)[],
  prefix: 'id' | 'club',
): (name: string) => Page | null | undefined {
  const pages = answer.filter((page) => page !== null);
  const absent = pages.length < answer.length ? null : undefined;
  const byName = new Map(pages.flatMap((page) => (page.screen_name ? [[page.screen_name.toLowerCase(), page]] : [])));
  const byNumber = new Map(pages.map((page) => [`${prefix}${page.id}`, page]));
  return (name) => byNumber.get(name) ?? byName.get(name) ?? absent;
}

/** `id12` as VK's methods want it. */
export const normaliseScreenName = (name: string): string => name.replace(/^id(?=\d+$)/, '');

// ------------------------------------------------------------------ mapping

/** The key of an owner of walls, whose number is negative where it is a community. */
export const ownerKey = (owner: number): string => (owner < 0 ? String(-owner) : `id${owner}`);

/** The number of a wall's owner by the resource's key; null where the key is none of VK's. */
export function ownerOf(id: string): number | null {
  const [, person, number] = /^(id)?(\d+)$/.exec(id) ?? [];
  if (number === undefined) return null;
  return person === undefined ? -Number(number) : Number(number);
}

export function personResource({ id, first_name, last_name, screen_name }: Person): Resource {
  const name = screen_name?.toLowerCase() || `id${id}`;
  const title = [first_name, last_name].filter(Boolean).join(' ').trim() || null;
  return { network, id: `id${id}`, name, title, url: pageOf(name), host };
}

export function communityResource({ id, name: title, screen_name }: Community): Resource {
  const name = screen_name?.toLowerCase() || `club${id}`;
  return { network, id: String(id), name, title: title?.trim() || null, url: pageOf(name), host };
}

export const personFacts = (person: Person): Facts =>
  fillFacts(personResource(person), {
    subscribers: person.followers_count,
    description: textOf(person.status),
    exists: person.deactivated === null,
    ref: String(person.id),
  });

/** `ref` is the owner of the wall, then under which names the community's own people and site are authors there. */
export const communityFacts = (community: Community): Facts =>
  fillFacts(communityResource(community), {
    subscribers: community.members_count,
    description: textOf(community.description, community.status),
    group: community.wall === 1,
    ...(community.can_suggest === 1 && { suggestions: true }),
    exists: community.deactivated === null,
    ref: [-community.id, ...ownNames(community)].join(' '),
    contacts: contactsOf(community),
    links: linksOf(community),
  });

const textOf = (...texts: (string | null)[]): string | null =>
  texts.flatMap((text) => text?.trim() || []).join('\n') || null;

/** E-mails and profiles of the people whom a community names, with what they are there for; its site; its links. No phones. */
function contactsOf({ contacts, site, links }: Community): string[] {
  const people = contacts.flatMap(({ user_id, desc, email }) => {
    const reached = email?.trim() || (user_id !== null && user_id > 0 ? pageOf(`id${user_id}`) : '');
    return reached ? [[desc?.trim(), reached].filter(Boolean).join(': ')] : [];
  });
  const pages = [site, ...links.map(({ url }) => url)].flatMap((page) => page?.trim() || []);
  return [...new Set([...people, ...pages])];
}

/** The community's site, which is its own, and the links that it shows beside. */
const linksOf = ({ site, links }: Community): Link[] => [
  ...(site?.trim() ? [{ text: site.trim(), label: '', isOwn: true }] : []),
  ...links.flatMap(({ url, name }) =>
    url?.trim() ? [{ text: url.trim(), label: name?.trim() ?? '', isOwn: false }] : [],
  ),
];

function ownNames({ contacts, site }: Community): string[] {
  const people = contacts.flatMap(({ user_id }) => (user_id !== null && user_id > 0 ? ownerKey(user_id) : []));
  const home = siteOf(site?.trim().split(/[\s,;]/)[0] ?? '');
  return [...new Set([...people, ...(home === null ? [] : [home])])];
}

/** The host of an address, without `www.`; null where it is none. */
export function siteOf(address: string): string | null {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return urlOf(whole)?.hostname.replace(/^www\./, '') ?? null;
}
