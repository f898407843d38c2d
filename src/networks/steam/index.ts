import type { CheerioAPI } from 'cheerio';
import { Refused, UnexpectedAnswer, Unreadable } from '../../errors.ts';
import { fillFacts } from '../../types/facts.ts';
import type { ProfileName, ResourceName } from '../../types/input.ts';
import type { Network } from '../../types/network.ts';
import type { Facts, FollowsPage, ProfileLookup, Listed, Post, Profile, Resource } from '../../types/resource.ts';
import type { Web } from '../../types/web.ts';
import {
  groupUrl,
  parseHandle,
  host,
  isGroupId,
  isPersonId,
  parseProfile,
  profileUrl,
  parseResource,
} from './addresses.ts';

const network = 'steam';

/** Steam through the XML that its community pages give to everybody. People follow groups; both are keyed by SteamID64. */
export const steam: Network = {
  id: network,
  title: 'Steam',
  hosts: [host, 's.team'],
  aliases: ['steam', 'steamid', 'стим'],
  accounts: {
    count: 132_000_000,
    asOf: '2021-12',
    source: 'https://nomusica.com/steam-breaks-record-with-40-million-concurrent-users-surpassing-populations',
  },
  examples: [
    { input: 'https://steamcommunity.com/id/AnnaGardner/', profile: 'annagardner' },
    { input: 'steamcommunity.com/profiles/76561197960389184', profile: '76561197960389184' },
    { input: 'https://steamcommunity.com/profiles/[U:1:123456]/games?tab=all', profile: '76561197960389184' },
    { input: 'STEAM_0:0:61728', profile: '76561197960389184' },
    { input: '[U:1:123456]', profile: '76561197960389184' },
    { input: '76561197960389184', profile: '76561197960389184' },
    { input: 'https://s.team/p/cv-dgb', profile: '76561197960389184' },
    { input: 'https://steamcommunity.com/groups/gardenletter', profile: null },
    { input: 'https://steamcommunity.com/app/440', profile: null },
  ],
  terms: {
    keepDays: null,
    derived: 'what a public profile shows; its Web API, not used here, asks for the user wish',
    mixable: true,
    consent: null,
    source: 'https://steamcommunity.com/dev/apiterms',
    read: '2026-11-27',
  },
  // Undocumented. 429 and 503 were sent to everybody at times (koraktor/steam-condenser, issues 194 and 280).
  paces: [{ requests: 1, seconds: 2.5 }],
  concurrency: 1,
  // The answer that finds a profile holds its list.
  listRequests: () => 0,
  batch: { profiles: 1, follows: 1000, facts: 1, posts: 1 },
  parseProfile: parseProfile,
  parseHandle: parseHandle,
  parseResource: parseResource,
  // A name alone may be a person's or a group's.
  pageOf: () => null,
  utmSource: () => host,
  findProfiles,
  listFollows,
  findResources,
  decidesFloor: () => false,
  readFacts,
  readPosts,
};

// ------------------------------------------------------------------ profiles

type Person = { id: string; groups: string[]; odd: number } | { status: 'hidden' | 'not_found'; note: string };

/** The answer that says who a profile is also holds its groups: they are kept for `listFollows`, which then asks nothing. */
async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  for (const name of names) {
    const person = await readPerson(name.name, web);
    if ('status' in person) {
      yield [name, person];
      continue;
    }
    const { id } = person;
    await web.once(groupsKey(id), () => Promise.resolve(person));
    yield [name, { profile: { network, id, ref: id, host } }];
  }
}

async function* listFollows({ id }: Profile, web: Web): AsyncIterable<FollowsPage> {
  const person = await web.once(groupsKey(id), () => readPerson(id, web));
  if ('status' in person) throw new Unreadable(person.status, person.note);
  const { groups, odd } = person;
  yield { resources: groups.map(listed), next: null, ...(odd > 0 && { odd }) };
}

const groupsKey = (id: string): string => `person ${id}`;

/** The list shows details of the first three groups only (steamid-resolver 1.4.0, 2025-01), so just ids are taken. */
const listed = (id: string): Listed => ({
  network,
  id,
  name: id,
  title: null,
  url: groupUrl(id),
  host,
  subscribers: null,
  countedBy: 'elsewhere',
});

async function readPerson(name: string, web: Web): Promise<Person> {
  const url = `${profileUrl(name)}/?xml=1`;
  const page = await xml(url, web);
  if (errorIn(page, url) !== null) {
    return { status: 'not_found', note: 'Steam shows no such profile: it may be misspelt, renamed or deleted' };
  }
  const id = valueOf(page, 'profile > steamID64');
  if (!isPersonId(id)) throw unlikeDocumented(url, 'steamID64');
  if (valueOf(page, 'profile > privacyMessage') !== '') {
    return { status: 'hidden', note: 'the profile was never set up, and shows nothing' };
  }
  const privacy = valueOf(page, 'profile > privacyState');
  if (privacy === '') throw unlikeDocumented(url, 'privacyState');
  if (privacy !== 'public') return { status: 'hidden', note: `private by choice: the profile is ${privacy}` };
  const groups = page('profile > groups > group > groupID64')
    .toArray()
    .map((element) => page(element).text().trim());
  const known = groups.filter(isGroupId);
  const odd = groups.length - known.length;
  if (odd > 1 && known.length === 0) throw unlikeDocumented(url, 'groupID64');
  return { id, groups: known, odd };
}

// ------------------------------------------------------------------ groups

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for (const name of names) {
    const group = await readGroup(name.id ?? name.name, web);
    if (group !== null) yield [name, group.resource, group.facts];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  for (const resource of resources) {
    const group = await readGroup(resource.id, web);
    yield [resource, group?.facts ?? fillFacts(resource, { group: true, exists: false })];
  }
}

/** The group under this id or chosen name; null where there is none. */
async function readGroup(name: string, web: Web): Promise<{ resource: Resource; facts: Facts } | null> {
  const url = `${groupUrl(name)}/memberslistxml/?xml=1&p=1`;
  const page = await groupXml(url, web);
  if (page === null || errorIn(page, url) !== null) return null;
  const id = valueOf(page, 'memberList > groupID64');
  if (!isGroupId(id)) throw unlikeDocumented(url, 'groupID64');
  const chosen = valueOf(page, 'groupDetails > groupURL').toLowerCase() || id;
  const texts = ['headline', 'summary'].map((field) => web.textOf(valueOf(page, `groupDetails > ${field}`)));
  // A second count beside the details has more: it counts accounts that Steam has limited, which no page shows.
  const members = valueOf(page, 'groupDetails > memberCount').replaceAll(/[.,\s]/g, '');
  const resource = {
    network,
    id,
    name: chosen,
    title: valueOf(page, 'groupDetails > groupName') || null,
    url: groupUrl(chosen),
    host,
  };
  const facts = fillFacts(resource, {
    subscribers: /^\d+$/.test(members) ? Number(members) : null,
    description: texts.filter((text) => text !== '' && text !== 'No information given.').join(' ') || null,
    group: true,
    ref: id,
  });
  return { resource, facts };
}

/**
 * None: members write in a group's discussions, which are open to them unless its officers close them, and announcements
 * are the officers' own. So a group is open by nature (`Facts.group`), and its page is the evidence.
 */
async function* readPosts(): AsyncIterable<Post> {
  yield* [];
}

// ------------------------------------------------------------------ requests

async function xml(url: string, web: Web): Promise<CheerioAPI> {
  const { body } = await web.page(url, { kind: 'xml', headers: { 'accept-language': 'en' } });
  if (body('profile, memberList, response').length === 0) throw unlikeDocumented(url, 'the root');
  return body;
}

/**
 * Null where there is no such group. Steam says so in a page of HTML, as it does when it is too busy, so that such an
 * answer is asked for a second time, as the page that it is.
 */
async function groupXml(url: string, web: Web): Promise<CheerioAPI | null> {
  try {
    return await xml(url, web);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    if (!(error instanceof UnexpectedAnswer)) throw error;
    const { body } = await web.page(url, { headers: { 'accept-language': 'en' } });
    if (/no group could be retrieved/i.test(body.root().text())) return null;
    throw error;
  }
}

/** What Steam says it could not find; null where it found it. @throws UnexpectedAnswer where another try may find it */
function errorIn(page: CheerioAPI, url: string): string | null {
  if (page('response').length === 0) return null;
  const said = valueOf(page, 'response > error');
  if (/could not be found|no group could be retrieved/i.test(said)) return said;
  throw new UnexpectedAnswer(url, `Steam says "${said}"`);
}

/** The text of the first element, or nothing. */
const valueOf = (page: CheerioAPI, selector: string): string => page(selector).first().text().trim();

const unlikeDocumented = (url: string, field: string): UnexpectedAnswer =>
  new UnexpectedAnswer(url, `the answer does not have the documented shape, at ${field}`);
