import { z } from 'zod';
import { UnexpectedAnswer, Unreadable } from '../errors.ts';
import { stripInvisible } from '../text/normalise.ts';
import { fillFacts } from '../types/facts.ts';
import type { NotIdentified, ProfileName, ResourceName } from '../types/input.ts';
import type { Network } from '../types/network.ts';
import type { Facts, FollowsPage, Listed, Post, Profile, ProfileLookup, Resource } from '../types/resource.ts';
import type { Web } from '../types/web.ts';
import { parseHosted } from './kit/address.ts';
import { followsOf, listOf, optionalText, oddOn } from './kit/fields.ts';
import { isCountedBelow } from './kit/floor.ts';

const network = 'flickr';
const host = 'api.flickr.com';
const variable = 'FLICKR_API_KEY';

const noName: NotIdentified = { reason: 'this Flickr address names neither a person nor a group' };
const shortLink: NotIdentified = {
  reason: 'this short link names no profile: open it and copy the address it leads to',
};
const groupNoPerson: NotIdentified = { reason: 'this is a group, not a profile' };
const personNoGroup: NotIdentified = { reason: 'this is a person; what people follow on Flickr are groups' };

/**
 * Flickr through its API with an API key. People join groups; both are keyed by their NSID, which stays when the name in
 * the address changes. Who adds a photo to a group's pool is an author there.
 */
export const flickr: Network = {
  id: network,
  title: 'Flickr',
  hosts: ['flickr.com', 'm.flickr.com', 'flic.kr'],
  aliases: ['flickr', 'фликр'],
  accounts: { count: 112_000_000, asOf: '2015-06', source: 'https://wikimili.com/en/Flickr' },
  examples: [
    { input: 'https://www.flickr.com/people/AnnaGardner/', profile: 'annagardner' },
    { input: 'flickr.com/photos/annagardner/51234567890/in/pool-gardenletter', profile: 'annagardner' },
    { input: 'https://www.flickr.com/photos/12345678%40N01/', profile: '12345678@N01' },
    { input: 'https://www.flickr.com/groups/gardenletter/', profile: null },
    { input: 'https://www.flickr.com/photos/tags/roses', profile: null },
    { input: 'https://flic.kr/p/aBcDeF', profile: null },
  ],
  token: {
    variable,
    where:
      'https://www.flickr.com/services/apps/create/ (paid accounts only; commercial use needs permission of Flickr)',
    needed: true,
  },
  terms: {
    keepDays: null,
    derived: "commercial use only with Flickr's permission; what its owner wants removed is gone within 24 hours",
    mixable: true,
    consent: null,
    source: 'https://www.flickr.com/services/api/tos/',
    read: '2026-09-15',
  },
  // 3,600 an hour for a key, whoever asks with it (flickr.com/services/developer/api).
  paces: [{ requests: 1, seconds: 1 }],
  concurrency: 1,
  // The list comes whole.
  listRequests: (profiles) => profiles,
  batch: { profiles: 1, follows: 5000, facts: 1, posts: 50 },
  parseProfile,
  parseHandle,
  parseResource,
  // A name alone may be a person's or a group's.
  pageOf: () => null,
  utmSource: () => 'flickr.com',
  findProfiles,
  listFollows,
  findResources,
  decidesFloor: isCountedBelow,
  readFacts,
  readPosts,
};

// ------------------------------------------------------------------ names

type Written = { kind: 'person' | 'group'; name: string } | NotIdentified | null;

function parseProfile(input: string): ProfileName | NotIdentified | null {
  const found = written(input);
  if (found === null || 'reason' in found) return found;
  return found.kind === 'person' ? { network, name: found.name, host } : groupNoPerson;
}

/** What is written in a column that is headed Flickr: there the name that ends an address is enough. */
function parseHandle(input: string): ProfileName | NotIdentified | null {
  const name = nameOf(stripInvisible(input));
  return name === null ? parseProfile(input) : { network, name, host };
}

function parseResource(input: string): ResourceName | NotIdentified | null {
  const found = written(input);
  if (found === null || 'reason' in found) return found;
  const { kind, name } = found;
  return kind === 'group'
    ? { network, name, host, id: isNsid(name) ? name : null, url: groupUrl(name) }
    : personNoGroup;
}

function written(input: string): Written {
  const address = parseHosted(stripInvisible(input));
  if (!address) return null;
  if (address.site === 'flic.kr') return shortLink;
  if (!/^(?:m\.)?flickr\.com$/.test(address.site)) return null;
  const [section = '', word = ''] = address.path;
  const name = nameOf(word);
  if (name === null || (section === 'photos' && name === 'tags')) return noName;
  if (/^(?:people|photos?)$/.test(section)) return { kind: 'person', name };
  return section === 'groups' ? { kind: 'group', name } : noName;
}

/** An NSID, or the name that was chosen for the address, in which case does not matter. */
function nameOf(text: string): string | null {
  if (isNsid(text.toUpperCase())) return text.toUpperCase();
  return /^[a-z\d_-]{2,64}$/i.test(text) ? text.toLowerCase() : null;
}

const isNsid = (text: string): boolean => /^\d{1,11}@N\d\d$/.test(text);

const groupUrl = (name: string): string => `https://www.flickr.com/groups/${name}/`;

// ------------------------------------------------------------------ shapes

const nsid = z.string().refine(isNsid);

/** Numbers come as such or as text; JSON wraps what the XML has between tags. */
const number = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullable()
  .catch(null);
const content = z
  .object({ _content: optionalText })
  .transform(({ _content }) => _content)
  .catch(null);
const counted = z.union([z.object({ _content: number }).transform(({ _content }) => _content), number]);

const User = z.object({ user: z.object({ id: nsid }) });

const Groups = z.object({
  groups: z.object({ group: followsOf(z.object({ nsid, name: optionalText, members: counted })).default([]) }),
});

const Group = z.object({
  group: z.object({ id: nsid, path_alias: optionalText, name: content, description: content, members: counted }),
});

const Photos = z.object({
  photos: z.object({
    photo: listOf(z.object({ id: z.string().min(1), owner: nsid, title: optionalText, dateadded: number })).default([]),
  }),
});

// ------------------------------------------------------------------ people

async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  for (const name of names) {
    const id = isNsid(name.name) ? name.name : await idOf(name.name, web);
    yield [name, id === null ? missing : { profile: { network, id, ref: id, host } }];
  }
}

const missing = {
  status: 'not_found',
  note: 'Flickr shows no such person: it may be misspelt, renamed or deleted',
} satisfies ProfileLookup;

async function idOf(name: string, web: Web): Promise<string | null> {
  const url = `https://www.flickr.com/people/${name}/`;
  const told = await ask('flickr.urls.lookupUser', { url }, User, web);
  return 'user' in told ? told.user.id : nothing('flickr.urls.lookupUser', told, [1]);
}

/** The whole list in one answer. Flickr does not say that somebody hides groups: they are then left out of it. */
async function* listFollows({ ref }: Profile, web: Web): AsyncIterable<FollowsPage> {
  const method = 'flickr.people.getPublicGroups';
  const told = await ask(method, { user_id: ref }, Groups, web);
  if ('code' in told) throw new Unreadable('not_found', nothing(method, told, [1, 5]) ?? missing.note);
  const resources = told.groups.group.map((group): Listed => ({
    ...resourceOf({ id: group.nsid, name: group.nsid, title: group.name }, web),
    subscribers: group.members,
    countedBy: 'home',
  }));
  yield { resources, next: null, ...oddOn(told.groups.group) };
}

// ------------------------------------------------------------------ groups

function resourceOf({ id, name, title }: { id: string; name: string; title: string | null }, web: Web): Resource {
  return { network, id, name, title: web.textOf(title ?? '') || null, url: groupUrl(name), host };
}

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for (const name of names) {
    const found = await readGroup(name.id ?? name.name, web);
    if (found) yield [name, found.resource, found.facts];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  for (const resource of resources) {
    const found = await readGroup(isNsid(resource.id) ? resource.id : resource.name, web);
    yield [resource, found?.facts ?? fillFacts(resource, { exists: false })];
  }
}

/** The group under this id or this name; null where there is none. @throws Unreadable where it is private */
async function readGroup(name: string, web: Web): Promise<{ resource: Resource; facts: Facts } | null> {
  const method = 'flickr.groups.getInfo';
  const told = await ask(method, isNsid(name) ? { group_id: name } : { group_path_alias: name }, Group, web);
  if ('code' in told) {
    if (told.code === 2) throw new Unreadable('hidden', 'the group is private');
    return nothing(method, told, [1]);
  }
  const { id, path_alias, name: title, description, members } = told.group;
  const resource = resourceOf({ id, name: path_alias?.toLowerCase() || id, title }, web);
  const text = web.textOf(description ?? '') || null;
  return { resource, facts: fillFacts(resource, { subscribers: members, description: text, ref: id }) };
}

/** What was added to the pool last, as its authors' posts. Flickr does not tell visitors who of them runs the group. */
async function* readPosts(_: Resource, { ref }: Facts, web: Web): AsyncIterable<Post> {
  const method = 'flickr.groups.pools.getPhotos';
  const told = await ask(method, { group_id: ref, per_page: '50' }, Photos, web);
  if ('code' in told) {
    nothing(method, told, [1, 2, 3, 4]);
    if (told.code === 1) throw new Unreadable('not_found', 'Flickr knows no such group');
    throw new Unreadable('hidden', 'the group shows its pool to members only');
  }
  const photos = told.photos.photo.toSorted((a, b) => (b.dateadded ?? 0) - (a.dateadded ?? 0));
  for (const { id, owner, title, dateadded } of photos) {
    const at = dateadded === null ? null : new Date(dateadded * 1000).toISOString();
    const url = `https://www.flickr.com/photos/${owner}/${id}/`;
    yield { url, at, kind: 'repost', author: owner, text: web.textOf(title ?? '') };
  }
}

// ------------------------------------------------------------------ requests

const Failure = z.object({ stat: z.literal('fail'), code: z.coerce.number().int() });
type Failure = z.infer<typeof Failure>;

/** Codes that pass by themselves, and those by which Flickr refuses the key. */
const passing = new Set([0, 105, 106, 201]);
const refusedKey = 100;

/** What a method answers; failures come with status 200. Everything is sent as a form, where no address shows the key. */
async function ask<Body>(
  method: string,
  parameters: Record<string, string>,
  shape: z.ZodType<Body>,
  web: Web,
): Promise<Body | Failure> {
  const form = { method, ...parameters, format: 'json', nojsoncallback: '1', api_key: web.token ?? '' };
  const answer = z.union([Failure, z.intersection(z.object({ stat: z.literal('ok') }), shape)]);
  const { body } = await web.json(`https://${host}/services/rest/`, answer, { form, busy });
  if (body.stat === 'fail' && body.code === refusedKey)
    throw web.stop(`Flickr does not accept the key in ${variable}`, 'renew_token');
  return body;
}

function busy(body: unknown): number | null {
  const { data } = Failure.safeParse(body);
  return data && passing.has(data.code) ? 10 : null;
}

/** @throws UnexpectedAnswer where this code of this method does not mean that there is nothing to be seen */
function nothing(method: string, { code }: Failure, codes: number[]): null {
  if (codes.includes(code)) return null;
  throw new UnexpectedAnswer(`https://${host}/services/rest/`, `Flickr refuses ${method} with error ${code}`);
}
