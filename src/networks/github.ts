import { z } from 'zod';
import { Refused, Unreachable, Unreadable } from '../errors.ts';
import { fillFacts } from '../types/facts.ts';
import type { NotIdentified, ProfileName, ResourceName } from '../types/input.ts';
import type { Network } from '../types/network.ts';
import type { Facts, FollowsPage, Link, ProfileLookup, Listed, Profile, Resource } from '../types/resource.ts';
import type { Answer, Web, WebRequest } from '../types/web.ts';
import { stripInvisible } from '../text/normalise.ts';
import { parseHosted } from './kit/address.ts';
import { followsOf, listOf, optionalCount, optionalText, oddOn } from './kit/fields.ts';
import { isPageOfList, nextPage, unlessGone } from './kit/pages.ts';

const network = 'github';
const host = 'api.github.com';
const variable = 'GITHUB_TOKEN';

const noProfile: NotIdentified = { reason: 'this GitHub address names no account' };

/** First parts of a path on github.com that belong to GitHub itself and can be no account's name. */
const reserved = new Set(
  `about account advisories apps articles blog business careers codespaces collections contact copilot customer-stories
  dashboard discussions edu enterprise enterprises events explore features gist git-guides home issues join login logout
  maintainers marketplace mcp models mobile new newsletter newsroom nonprofit notifications open-source orgs
  organizations partners password_reset personal premium-support pricing pulls readme repos repositories resources
  search security sessions settings signin signup site site-map site-policy solutions sponsors stars starred
  status support team teams terms topics trending users watching why-github wiki`.split(/\s+/),
);

/**
 * GitHub through its public API. Accounts are keyed by their number, which outlives a rename.
 *
 * Only who is followed is read. Public memberships of organisations are not follows: a member works there, and the
 * employer would head the list of a marketer whose clients are colleagues.
 *
 * An account has no posts that could show outside authors: a repository that takes in other people's code is no medium.
 * So the verdict on a resource with enough followers is `review`, third_party_unknown, unless its own description
 * invites contributions.
 */
export const github: Network = {
  id: network,
  title: 'GitHub',
  hosts: ['github.com', 'gist.github.com', 'raw.githubusercontent.com', host],
  aliases: ['github', 'gh', 'гитхаб', 'git hub', 'гит хаб', 'гітхаб', 'гитхуб', 'γκιτχαμπ'],
  accounts: { count: 150_000_000, asOf: '2025', source: 'https://github.com/newsroom' },
  examples: [
    { input: 'https://github.com/anna-gardner', profile: 'anna-gardner' },
    { input: 'http://www.github.com/Anna-Gardner/?tab=following#top', profile: 'anna-gardner' },
    { input: 'github.com/garden-letter/seeds/blob/main/README.md', profile: 'garden-letter' },
    { input: 'https://github.com/orgs/Garden-Letter/people', profile: 'garden-letter' },
    { input: 'https://gist.github.com/anna-gardner/0123456789abcdef0123456789abcdef', profile: 'anna-gardner' },
    { input: 'git@github.com:garden-letter/seeds.git', profile: 'garden-letter' },
    { input: 'https://api.github.com/users/anna-gardner/following', profile: 'anna-gardner' },
    { input: 'https://github.com/topics/gardening', profile: null },
    { input: 'https://github.com/settings/profile', profile: null },
    { input: '@anna-gardner', profile: null },
  ],
  terms: {
    keepDays: null,
    derived: 'open research and archives are named as uses; never for spam or sale, and who wants out is taken out',
    mixable: true,
    consent: null,
    source: 'https://docs.github.com/en/site-policy/acceptable-use-policies/github-acceptable-use-policies',
    read: '2026-11-28',
  },
  token: { variable, where: 'https://github.com/settings/tokens (no scope needed)', needed: false },
  // Without a token; with one it is 5000. Either way the server's headers govern from its first answer on.
  // Source: docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api, which also asks for one request
  // at a time.
  paces: [{ requests: 60, seconds: 3600 }],
  pause: {
    seconds: 60,
    source: 'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
    read: '2026-11-22',
  },
  // By the names that `x-ratelimit-resource` has for them.
  limitClass: ({ pathname }) => (pathname === '/graphql' ? 'graphql' : 'core'),
  concurrency: 1,
  // With a token; without one, accounts are asked for one by one.
  batch: { profiles: 100, follows: 100, facts: 100, posts: 100 },
  parseProfile: (input) => profileName(loginIn(input)),
  parseHandle,
  parseResource: (input) => resourceName(loginIn(input)),
  pageOf: (name) => pageOf(name),
  utmSource: () => 'github.com',
  findProfiles,
  listFollows,
  findResources,
  // A follow list shows no numbers.
  decidesFloor: () => false,
  readFacts,
  readPosts: () => nothing(),
};

// ------------------------------------------------------------------ names

function loginIn(input: string): string | NotIdentified | null {
  const text = stripInvisible(input).replace(/^(?:ssh:\/\/)?git@github\.com[:/]/i, 'https://github.com/');
  const address = parseHosted(text.replace(/^git:\/\//i, 'https://'));
  if (!address) return null;
  const { site, path } = address;
  const [first = '', second = ''] = path;
  switch (site) {
    case 'github.com':
      return /^(?:orgs|users|stars)$/i.test(first) ? login(second) : login(first);
    case 'gist.github.com':
      // A gist may also be named by its number alone, which says nothing of its author.
      return path.length === 1 && /^(?:[\da-f]{20}|[\da-f]{32}|\d+)$/i.test(first) ? noProfile : gistAuthor(first);
    case 'raw.githubusercontent.com':
      return login(first);
    case 'api.github.com':
      return /^(?:orgs|users|repos)$/i.test(first) ? login(second) : noProfile;
    default:
      return null;
  }
}

const gistAuthor = (part: string): string | NotIdentified =>
  /^(?:discover|forked|auth)$/i.test(part) ? noProfile : login(part);

/** An account's name in lower case: letters, digits and hyphens, with `_` before the short name of a company. */
function login(part: string): string | NotIdentified {
  const word = part
    .replace(/^@/, '')
    .replace(/\.(?:png|keys|gpg|atom)$/i, '')
    .toLowerCase();
  if (word === '' || reserved.has(word)) return noProfile;
  return isLogin(word) ? word : { reason: `"${part}" is not a GitHub name: those hold letters, digits and hyphens` };
}

const isLogin = (word: string): boolean => /^[a-z\d][a-z\d_-]{0,38}$/.test(word);

function parseHandle(input: string): ProfileName | NotIdentified | null {
  const word = stripInvisible(input).replace(/^@/, '').toLowerCase();
  return isLogin(word) ? profileName(login(word)) : profileName(loginIn(input));
}

const profileName = (name: string | NotIdentified | null): ProfileName | NotIdentified | null =>
  typeof name === 'string' ? { network, name, host } : name;

const resourceName = (name: string | NotIdentified | null): ResourceName | NotIdentified | null =>
  typeof name === 'string' ? { network, name, host, id: null, url: pageOf(name) } : name;

const pageOf = (name: string): string => `https://github.com/${name}`;

// ------------------------------------------------------------------ accounts

const Listing = z.object({ id: z.number().int().positive(), login: z.string().min(1) });

/** A person or an organisation, as REST describes it. */
const Account = Listing.extend({
  name: optionalText,
  bio: optionalText,
  blog: optionalText,
  twitter_username: optionalText,
  followers: optionalCount,
});

/** A person or an organisation, as GraphQL describes it; null where there is none. */
const Owner = z
  .object({
    login: z.string().min(1),
    databaseId: optionalCount,
    name: optionalText,
    bio: optionalText,
    description: optionalText,
    websiteUrl: optionalText,
    twitterUsername: optionalText,
    followers: z.object({ totalCount: optionalCount }).nullable().catch(null),
  })
  .nullable();

interface Known {
  id: string;
  name: string;
  title: string | null;
  description: string | null;
  links: Link[];
  followers: number | null;
}

const known = ({ id, login: name, ...told }: z.infer<typeof Account>): Known => ({
  id: String(id),
  name: name.toLowerCase(),
  title: told.name?.trim() || null,
  description:
    [told.bio, told.blog]
      .map((each) => each?.trim())
      .filter(Boolean)
      .join('\n') || null,
  links: [
    ...(told.blog?.trim() ? [{ text: told.blog.trim(), label: '', isOwn: true }] : []),
    ...(told.twitter_username ? [{ text: `@${told.twitter_username}`, label: 'X', isOwn: true }] : []),
  ],
  followers: told.followers,
});

async function* findProfiles(names: ProfileName[], web: Web): AsyncIterable<[ProfileName, ProfileLookup]> {
  for await (const [name, account] of lookUp(names, () => true, web)) {
    yield [name, account ? { profile: { network, id: account.id, ref: account.name, host } } : missing];
  }
}

const missing = {
  status: 'not_found',
  note: 'GitHub has no such account: it may be misspelt, renamed or deleted',
} satisfies ProfileLookup;

async function* findResources(names: ResourceName[], web: Web): AsyncIterable<[ResourceName, Resource, Facts]> {
  for await (const [name, account] of lookUp(names, isCounted, web)) {
    if (account) yield [name, resourceOf(account), factsOf(account)];
  }
}

async function* readFacts(resources: Resource[], web: Web): AsyncIterable<[Resource, Facts]> {
  for await (const [resource, account] of lookUp(resources, isCounted, web)) {
    yield [resource, account ? factsOf(account) : fillFacts(resource, { exists: false })];
  }
}

function resourceOf({ id, name, title }: Pick<Known, 'id' | 'name' | 'title'>): Resource {
  return { network, id, name, title, url: pageOf(name), host };
}

const factsOf = ({ followers: subscribers, description, links, ...account }: Known): Facts =>
  fillFacts(resourceOf(account), { subscribers, description, links, ref: account.id });

// GraphQL counts the followers of people, not of organisations (its schema, 2026-07-22); REST counts both.
const isCounted = ({ followers }: Known): boolean => followers !== null;

interface Wanted {
  name: string;
  id?: string | null;
}

/** The account's number; null for an imported resource that nobody could identify, which stands under `@name`. */
const numberOf = ({ id }: Wanted): string | null => (id && /^\d+$/.test(id) ? id : null);

/**
 * The account of each, or null where GitHub has none. With a token a hundred are asked for together; whoever that leaves
 * open (renamed, gone, not `enough` known) is asked for alone, and without a token everybody is.
 */
async function* lookUp<Item extends Wanted>(
  items: Item[],
  enough: (account: Known) => boolean,
  web: Web,
): AsyncIterable<[Item, Known | null]> {
  const asTogether = web.token !== null && items.length > 1;
  const together = asTogether ? await askTogether([...new Set(items.map(({ name }) => name))], web) : [];
  const byName = new Map(together.map((account) => [account.name, account]));
  for (const item of items) {
    const account = byName.get(item.name.toLowerCase());
    const isSame = account !== undefined && (numberOf(item) === null || numberOf(item) === account.id);
    yield [item, isSame && enough(account) ? account : await askAlone(item, web)];
  }
}

async function askAlone(item: Wanted, web: Web): Promise<Known | null> {
  const id = numberOf(item);
  const path = id === null ? `users/${encodeURIComponent(item.name)}` : `user/${id}`;
  const answer = await unlessGone(ask(`https://${host}/${path}`, Account, web));
  return answer && known(answer.body);
}

/** One that is described oddly is asked for alone, as one that is not there. */
const Together = z.object({ data: z.record(z.string(), Owner.catch(null)) });

async function askTogether(names: string[], web: Web): Promise<Known[]> {
  const query = [
    `query(${names.map((_, at) => `$n${at}:String!`).join(',')})`,
    `{${names.map((_, at) => `a${at}:repositoryOwner(login:$n${at}){...account}`).join(' ')}}`,
    'fragment account on RepositoryOwner{login',
    '...on User{databaseId name bio websiteUrl twitterUsername followers(first:1){totalCount}}',
    '...on Organization{databaseId name description websiteUrl twitterUsername}}',
  ].join(' ');
  const variables = Object.fromEntries(names.map((name, at) => [`n${at}`, name]));
  const { body } = await ask(`https://${host}/graphql`, Together, web, { body: { query, variables }, busy });
  return Object.values(body.data).flatMap((owner) => {
    if (!owner?.databaseId) return [];
    const { databaseId: id, bio, description, websiteUrl: blog, twitterUsername, followers, ...same } = owner;
    const told = { ...same, id, bio: bio ?? description, blog, twitter_username: twitterUsername };
    return [known({ ...told, followers: followers?.totalCount ?? null })];
  });
}

const Errors = z.object({ errors: listOf(z.object({ type: optionalText, message: optionalText })) });

/** GraphQL says in an answer of status 200 that a limit is used up; GitHub asks for at least a minute's wait then. */
function busy(body: unknown): number | null {
  const { data } = Errors.safeParse(body);
  const isLimit = data?.errors.some(({ type, message }) => type === 'RATE_LIMITED' || isAboutLimits(message ?? ''));
  return isLimit ? 60 : tooFast(body);
}

// ------------------------------------------------------------------ follows

/**
 * Pages of a hundred, chained by the `Link` header. GitHub documents no list that is hidden: a private profile hides the
 * numbers on its web page.
 */
async function* listFollows(profile: Profile, web: Web, from: string | null): AsyncIterable<FollowsPage> {
  const asked = new Set<string>();
  let page: string | null = from ?? `https://${host}/users/${encodeURIComponent(profile.ref)}/following?per_page=100`;
  while (page !== null) {
    asked.add(page);
    const answer: Answer<z.infer<typeof Listing>[]> | null = await unlessGone(ask(page, followsOf(Listing), web));
    if (!answer) throw new Unreadable('not_found', missing.note);
    const resources = answer.body.map((each): Listed => ({
      ...resourceOf({ id: String(each.id), name: each.login.toLowerCase(), title: null }),
      subscribers: null,
      countedBy: 'elsewhere',
    }));
    const next: string | null = nextPage(answer.header('link'), page)?.href ?? null;
    const isLost: boolean = next !== null && (asked.has(next) || !isPageOfList(next, host, '/following'));
    page = isLost ? null : next;
    yield { resources, next: page, ...oddOn(answer.body), ...(isLost && { cutShort: true }) };
  }
}

async function* nothing(): AsyncIterable<never> {}

// ------------------------------------------------------------------ requests

async function ask<Body>(
  url: string,
  shape: z.ZodType<Body>,
  web: Web,
  request: WebRequest = {},
): Promise<Answer<Body>> {
  const headers = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(web.token !== null && { authorization: `Bearer ${web.token}` }),
  };
  try {
    return await web.json(url, shape, { busy: tooFast, revalidate: true, ...request, headers });
  } catch (error) {
    throw error instanceof Refused ? meaningOf(error, url, web) : error;
  }
}

const Refusal = z.object({ message: z.string() });

/**
 * GitHub answers 403, not 429, to most requests beyond a limit. The hourly one shows in headers, which pace whatever
 * comes next; the other one ("secondary") shows nowhere, and asking on is what it punishes.
 */
function meaningOf(refused: Refused, url: string, web: Web): Error {
  if (refused.status === 401 && web.token !== null) {
    return web.stop(`GitHub refuses the token in ${variable}: it is mistyped, expired or revoked`, 'renew_token');
  }
  const said = Refusal.safeParse(refused.body).data?.message ?? '';
  if (refused.status !== 403 || !isAboutLimits(said)) return refused;
  return /secondary|abuse/i.test(said)
    ? web.stop('GitHub says that requests come too fast (its secondary rate limit): run again later', 'wait')
    : new Unreachable(
        url,
        `GitHub's hourly limit is used up${web.token === null ? ` (${variable} raises it)` : ''}: run again later`,
      );
}

/** Seconds to wait where GitHub says nothing but that requests come too fast: a minute at least, its docs say. */
function tooFast(body: unknown): number | null {
  const said = Refusal.safeParse(body).data?.message ?? '';
  return isAboutLimits(said) && /secondary|abuse/i.test(said) ? 60 : null;
}

const isAboutLimits = (said: string): boolean => /rate limit|abuse detection/i.test(said);
