import type { Double, DoubleAnswer, Graph, Question } from './graph.ts';

export interface GitHubOptions {
  /** The one token that is accepted; without any, everybody is anonymous and GraphQL is closed. */
  token?: string;
  /** Milliseconds since the epoch, for the reset that answers tell. */
  now?: () => number;
  /** Requests of each kind that may be sent before they are refused. */
  allowance?: { core: number; graphql: number };
  /** Media that are organisations, by name. */
  organisations?: string[];
  /** Former names of accounts, with their present ones. */
  renamed?: Record<string, string>;
}

interface Account {
  id: number;
  name: string;
  title: string | null;
  followers: number | null;
  follows: string[];
  type: 'User' | 'Organization';
}

const hour = 3_600_000;
const origin = 'https://api.github.com';

/**
 * api.github.com as docs.github.com describes it (REST of 2022-11-28, GraphQL schema of 2026-07-22). It knows no hidden
 * lists: people who hide theirs in the graph show it here like anybody.
 */
export function githubDouble(graph: Graph, options: GitHubOptions = {}): Double {
  const { token, now = Date.now, organisations = [], renamed = {} } = options;
  const left = { ...(options.allowance ?? { core: token ? 5000 : 60, graphql: 5000 }) };
  const limits = { ...left };
  const reset = Math.ceil((now() + hour) / 1000);
  const accounts: Account[] = [
    ...graph.people
      .filter(({ state }) => state !== 'gone')
      .map(({ name, follows }, at) => ({
        id: 1000 + at,
        name,
        title: null,
        followers: 3,
        follows,
        type: 'User' as const,
      })),
    ...graph.media.map(({ name, title, subscribers: followers }, at) => {
      const type = organisations.includes(name) ? ('Organization' as const) : ('User' as const);
      return { id: 500_000 + at, name, title, followers, follows: [], type };
    }),
  ];
  const byName = new Map(accounts.map((account) => [account.name.toLowerCase(), account]));
  const byId = new Map(accounts.map((account) => [String(account.id), account]));

  function answer(question: Question): DoubleAnswer {
    const { method, path, headers } = question;
    if (!headers['user-agent']) return { status: 403, body: 'Request forbidden by administrative rules.' };
    const given = headers['authorization'];
    if (given !== undefined && given !== `Bearer ${token}`)
      return json(401, { message: 'Bad credentials', status: '401' });
    const kind = path === '/graphql' ? 'graphql' : 'core';
    if (kind === 'graphql' && given === undefined) {
      return json(401, { message: 'This endpoint requires you to be authenticated.', status: '401' });
    }
    left[kind] -= 1;
    const told = {
      'x-ratelimit-limit': String(limits[kind]),
      'x-ratelimit-remaining': String(Math.max(0, left[kind])),
      'x-ratelimit-reset': String(reset),
      'x-ratelimit-resource': kind,
    };
    const reply = left[kind] < 0 ? exceeded(kind) : method === 'POST' ? graphql(question) : rest(question);
    return { ...reply, headers: { ...reply.headers, ...told } };
  }

  function rest({ path, query }: Question): DoubleAnswer {
    const [, kind, who = '', list] = /^\/(users?)\/([^/]+)(?:\/(following))?$/.exec(path) ?? [];
    const present = renamed[who.toLowerCase()];
    if (kind === 'users' && present) {
      const url = `${origin}/user/${byName.get(present.toLowerCase())?.id}${list ? `/${list}?${query.toString()}` : ''}`;
      return { ...json(301, { message: 'Moved Permanently', url }), headers: { location: url } };
    }
    const account = kind === 'users' ? byName.get(who.toLowerCase()) : byId.get(who);
    if (!account) return json(404, { message: 'Not Found', status: '404' });
    return list ? following(account, query) : json(200, whole(account));
  }

  /** More than a hundred a page are not refused, but cut to a hundred. */
  function following({ id, follows }: Account, query: URLSearchParams): DoubleAnswer {
    const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
    const page = Math.max(1, Number(query.get('page') ?? 1));
    const last = Math.max(1, Math.ceil(follows.length / size));
    const address = (number: number): string => `${origin}/user/${id}/following?per_page=${size}&page=${number}`;
    const links = [
      ...(page > 1 ? [`<${address(page - 1)}>; rel="prev"`] : []),
      ...(page < last ? [`<${address(page + 1)}>; rel="next"`, `<${address(last)}>; rel="last"`] : []),
      ...(page > 1 ? [`<${address(1)}>; rel="first"`] : []),
    ];
    const listed = follows
      .slice((page - 1) * size, page * size)
      .flatMap((name) => byName.get(name.toLowerCase()) ?? []);
    return { ...json(200, listed.map(simple)), headers: links.length > 0 ? { link: links.join(', ') } : {} };
  }

  function graphql({ body }: Question): DoubleAnswer {
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, string> };
    const unbounded = [...query.matchAll(/\bfollowers(?!\((?:first|last):(?:100|[1-9]\d?)\))/g)];
    if (unbounded.length > 0) {
      return json(200, { errors: [{ type: 'MISSING_PAGINATION_BOUNDARIES', message: 'provide `first` or `last`' }] });
    }
    const asked = [...query.matchAll(/(\w+):\s*repositoryOwner\(login:\s*\$(\w+)\)/g)];
    const data = asked.map(([, alias = '', name = '']) => {
      const account = byName.get((variables[name] ?? '').toLowerCase());
      return [alias, account ? owner(account) : null] as const;
    });
    return json(200, { data: Object.fromEntries(data) });
  }

  return {
    hosts: ['api.github.com'],
    answer,
    addressOf: (name) => `https://github.com/${name}`,
    hidesNobody: true,
    ...(token !== undefined && { token }),
  };
}

function exceeded(kind: 'core' | 'graphql'): DoubleAnswer {
  const message = 'API rate limit exceeded for user ID 7.';
  return kind === 'graphql'
    ? json(200, { errors: [{ type: 'RATE_LIMITED', message }] })
    : json(403, { message, documentation_url: 'https://docs.github.com/rest' });
}

const simple = ({ id, name, type }: Account) => ({
  login: name,
  id,
  node_id: `U_${id}`,
  url: `${origin}/users/${name}`,
  html_url: `https://github.com/${name}`,
  type,
  user_view_type: 'public',
  site_admin: false,
});

const whole = (account: Account) => ({
  ...simple(account),
  name: account.title,
  company: null,
  blog: '',
  location: null,
  email: null,
  bio: null,
  public_repos: 2,
  followers: account.followers,
  following: account.follows.length,
});

const owner = ({ id, name, title, followers, type }: Account) => ({
  __typename: type,
  login: name,
  databaseId: id,
  name: title,
  websiteUrl: null,
  ...(type === 'User' ? { bio: null, followers: { totalCount: followers } } : { description: null }),
});

const json = (status: number, body: unknown): DoubleAnswer => ({ status, body: JSON.stringify(body) });
