import { z } from 'zod';
import type { Double, DoubleAnswer, Graph, Media, Person, Question } from './graph.ts';

// X's API v2 as docs.x.com documents it (2026-08): who is asked for what, in which shape, and what each answer costs.

export interface XOptions {
  /** Milliseconds since the epoch; the reset of an allowance is told by it. */
  now?: () => number;
  /** Requests of each kind in 15 minutes. */
  allowance?: Record<Kind, number>;
  /** Dollars on the account. Once they do not suffice for another answer, there is none. */
  credits?: number;
}

export type XDouble = Double & {
  /** Dollars for every account and post that was handed out, without the discount for repeated ones. */
  billed(): number;
};

type Kind = 'users' | 'following' | 'posts';

const documented: Record<Kind, number> = { users: 300, following: 300, posts: 10_000 };
const quarterHour = 900_000;
const token = 'token-of-the-double';
const host = 'api.x.com';
const prices: Record<Kind, number> = { users: 0.01, following: 0.01, posts: 0.005 };

interface Account {
  id: string;
  person?: Person;
  media?: Media;
}

/** Both names of one parameter: the prose says `tweet`, the published description `post`. `expansions` are not served. */
const parameters: Record<Kind, string[]> = {
  users: ['ids', 'usernames', 'user.fields', 'tweet.fields', 'post.fields'],
  following: ['max_results', 'pagination_token', 'user.fields', 'tweet.fields', 'post.fields'],
  posts: ['max_results', 'pagination_token', 'exclude', 'tweet.fields', 'post.fields', 'user.fields'],
};

export function xDouble(graph: Graph, options: XOptions = {}): XDouble {
  const { now = Date.now, allowance = documented, credits = Infinity } = options;
  const accounts = new Map<string, Account>();
  for (const person of graph.people) accounts.set(person.name.toLowerCase(), { id: idOf(accounts.size), person });
  for (const media of graph.media) accounts.set(media.name.toLowerCase(), { id: idOf(accounts.size), media });
  const byId = new Map([...accounts.values()].map((account) => [account.id, account]));
  const windows = new Map<Kind, { until: number; used: number }>();
  const begun = now();
  let billed = 0;

  function answer({ method, path, query, headers }: Question): DoubleAnswer {
    const asked = /^\/2\/users(?:\/by|\/(\d+)\/(following|tweets))?$/.exec(path);
    if (method !== 'GET' || !asked) return refusal(404, 'about:blank', 'Not Found');
    const [, id = '', list] = asked;
    const kind: Kind = list === 'following' ? 'following' : list === 'tweets' ? 'posts' : 'users';
    if (headers['authorization'] !== `Bearer ${token}`) return refusal(401, 'about:blank', 'Unauthorized');
    const told = count(kind);
    if (told.status === 429) return told;
    if (billed >= credits) return refusal(402, `${problems}/credits`, 'CreditsDepleted', told.headers);
    const wrong = whatIsWrong(kind, path, query);
    if (wrong) return refusal(400, `${problems}/invalid-request`, wrong, told.headers);
    const body =
      kind === 'users'
        ? lookUp(path.endsWith('/by') ? 'usernames' : 'ids', query)
        : aboutOne(id, kind === 'posts' ? 'posts' : 'following', query);
    billed += (body.data?.length ?? 0) * prices[kind];
    return { status: 200, headers: told.headers, body: JSON.stringify(body) };
  }

  /** Takes one request from the allowance of its kind. */
  function count(kind: Kind): DoubleAnswer & { headers: Record<string, string> } {
    const known = windows.get(kind);
    const window = known && known.until > now() ? known : { until: now() + quarterHour, used: 0 };
    windows.set(kind, window);
    window.used += 1;
    const left = allowance[kind] - window.used;
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-rate-limit-limit': String(allowance[kind]),
      'x-rate-limit-remaining': String(Math.max(0, left)),
      'x-rate-limit-reset': String(Math.ceil(window.until / 1000)),
    };
    if (left >= 0) return { status: 200, headers, body: '' };
    return { ...refusal(429, 'about:blank', 'Too Many Requests'), headers };
  }

  function lookUp(by: 'usernames' | 'ids', query: URLSearchParams): ListBody {
    const asked = (query.get(by) ?? '').split(',');
    const found = asked.map((key) => [key, by === 'ids' ? byId.get(key) : accounts.get(key.toLowerCase())] as const);
    const data = found.flatMap(([, account]) => (account && isThere(account) ? [userOf(account, query)] : []));
    const errors = found.flatMap(([key, account]) =>
      account && isThere(account)
        ? []
        : [problemWith(by, key, 'resource-not-found', 'Not Found Error', 'Could not find user')],
    );
    return { ...(data.length > 0 && { data }), ...(errors.length > 0 && { errors }) };
  }

  function aboutOne(id: string, list: 'following' | 'posts', query: URLSearchParams): ListBody {
    const account = byId.get(id);
    if (!account || !isThere(account)) {
      return { errors: [problemWith('id', id, 'resource-not-found', 'Not Found Error', 'Could not find user')] };
    }
    if (account.person?.state === 'hidden') {
      const detail = 'Sorry, you are not authorized to see the user';
      return { errors: [problemWith('id', id, 'not-authorized-for-resource', 'Authorization Error', detail)] };
    }
    const fallback = list === 'following' ? 100 : 10;
    const size = Number(query.get('max_results') ?? fallback);
    const from = Number.parseInt(query.get('pagination_token')?.slice(prefix.length) ?? '0', 32);
    const all = list === 'following' ? followsOf(account) : postsOf(account);
    const some = all.slice(from, from + size);
    const data =
      list === 'following' ? some.map((each) => userOf(each, query)) : some.map(({ post }) => withFields(post, query));
    const more = from + size < all.length && { next_token: tokenAt(from + size) };
    const meta = { result_count: data.length, ...more, ...(from > 0 && { previous_token: tokenAt(0) }) };
    return { ...(data.length > 0 && { data }), meta };
  }

  interface Shown extends Account {
    post: Record<string, unknown>;
  }

  const followsOf = ({ person }: Account): Shown[] =>
    (person?.follows ?? []).flatMap((name) => {
      const account = accounts.get(name.toLowerCase());
      return account ? [{ ...account, post: {} }] : [];
    });

  /** Posts of others by turns repeated and quoted, then the account's own, an hour apart. */
  function postsOf(account: Account): Shown[] {
    const { outside, own, name } = account.media ?? { outside: 0, own: 0, name: '' };
    return Array.from({ length: outside + own }, (_, index) => {
      const post = {
        id: String(1_800_000_000_000_000_000n + BigInt(account.id.slice(-6)) * 1000n + BigInt(999 - index)),
        created_at: new Date(begun - (index + 1) * 3_600_000).toISOString(),
      };
      const other = `outsider${index}`;
      const otherId = String(1_600_000_000_000_000_000n + BigInt(index));
      const repeated = String(1_500_000_000_000_000_000n + BigInt(index));
      const history = { edit_history_tweet_ids: [post.id] };
      if (index >= outside) return { ...account, post: { ...post, ...history, text: `${name} writes ${index}` } };
      if (index % 2 === 1) {
        const url = 'https://t.co/quoted0000';
        const entities = {
          urls: [
            { start: 8, end: 8 + url.length, url, expanded_url: `https://twitter.com/${other}/status/${repeated}` },
          ],
        };
        const referenced_tweets = [{ type: 'quoted', id: repeated }];
        return { ...account, post: { ...post, ...history, text: `Worth it ${url}`, entities, referenced_tweets } };
      }
      const entities = { mentions: [{ start: 3, end: 4 + other.length, username: other, id: otherId }] };
      const referenced_tweets = [{ type: 'retweeted', id: repeated }];
      return { ...account, post: { ...post, ...history, text: `RT @${other}: guest`, entities, referenced_tweets } };
    });
  }

  function userOf({ id, person, media }: Account, query: URLSearchParams): Record<string, unknown> {
    const fields = new Set((query.get('user.fields') ?? '').split(','));
    const followers = person ? 10 : (media?.subscribers ?? null);
    const metrics = {
      followers_count: followers,
      following_count: person?.follows.length ?? 0,
      tweet_count: media ? media.own + media.outside : 0,
      listed_count: 0,
    };
    return {
      id,
      username: person?.name ?? media?.name ?? '',
      name: media?.title ?? person?.name ?? '',
      ...(fields.has('protected') && { protected: person?.state === 'hidden' }),
      ...(fields.has('description') && { description: '' }),
      ...(fields.has('public_metrics') && followers !== null && { public_metrics: metrics }),
    };
  }

  return {
    hosts: [host],
    token,
    answer,
    billed: () => billed,
    addressOf: (name) => `https://x.com/${name}`,
  };
}

const idOf = (index: number): string => String(1_700_000_000_000_000_000n + BigInt(index));

const isThere = ({ person }: Account): boolean => person?.state !== 'gone';

/** What a post shows without being asked, and what was asked for. */
function withFields(post: Record<string, unknown>, query: URLSearchParams): Record<string, unknown> {
  const asked = (query.get('tweet.fields') ?? query.get('post.fields') ?? '').split(',');
  const shown = new Set(['id', 'text', 'edit_history_tweet_ids', ...asked]);
  return Object.fromEntries(Object.entries(post).filter(([field]) => shown.has(field)));
}

const prefix = '7140dibdnow9c7bt';
const tokenAt = (place: number): string => `${prefix}${place.toString(32)}`;

interface ListBody {
  data?: unknown[];
  errors?: unknown[];
  meta?: Record<string, unknown>;
}

const problems = 'https://api.twitter.com/2/problems';

const problemWith = (parameter: string, value: string, type: string, title: string, detail: string): unknown => ({
  value,
  resource_id: value,
  resource_type: 'user',
  parameter,
  title,
  detail: `${detail} with ${parameter}: [${value}].`,
  type: `${problems}/${type}`,
});

function refusal(status: number, type: string, title: string, headers: Record<string, string> = {}): DoubleAnswer {
  const body = JSON.stringify({ title, detail: title, type, status });
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body };
}

/** What of a request X would not take. */
function whatIsWrong(kind: Kind, path: string, query: URLSearchParams): string | null {
  const unknown = [...query.keys()].find((name) => !parameters[kind].includes(name));
  if (unknown !== undefined) return `The query parameter [${unknown}] is not one of [${parameters[kind].join(',')}]`;
  if (query.has('tweet.fields') && query.has('post.fields')) return 'One of tweet.fields and post.fields, not both';
  if (kind === 'users') {
    const [name, key] = path.endsWith('/by')
      ? (['usernames', /^\w{1,15}$/] as const)
      : (['ids', /^\d{1,19}$/] as const);
    const asked = query.get(name)?.split(',') ?? [];
    if (asked.length < 1 || asked.length > 100)
      return `The number of values in ${name} [${asked.length}] is not between 1 and 100`;
    return asked.every((each) => key.test(each)) ? null : `A value of ${name} does not match`;
  }
  const [least, most] = kind === 'following' ? [1, 1000] : [5, 100];
  const size = z.coerce.number().int().min(least).max(most).optional();
  if (!size.safeParse(query.get('max_results') ?? undefined).success)
    return `max_results is not between ${least} and ${most}`;
  const place = query.get('pagination_token');
  return place === null || place.startsWith(prefix) ? null : 'The pagination_token is invalid';
}
