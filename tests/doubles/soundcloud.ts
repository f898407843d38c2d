import type { Double, DoubleAnswer, Graph, Question } from './graph.ts';

export interface SoundCloudOptions {
  /** Milliseconds since the epoch: the newest posts are an hour old. */
  now?: () => number;
  /** Requests that a token serves before it counts as expired. */
  tokenServes?: number;
  /** Tokens that the app may have. */
  tokens?: number;
  /** Codes of on.soundcloud.com, with the address each leads to. */
  shortLinks?: Record<string, string>;
}

interface Account {
  urn: string;
  name: string;
  title: string;
  followers: number | null;
  follows: string[];
  outside: number;
  own: number;
}

const client = 'example-id:example-secret';
const api = 'https://api.soundcloud.com';
const hour = 3_600_000;

/**
 * api.soundcloud.com and secure.soundcloud.com as the OpenAPI description of 2026-07-19 and the guide at
 * developers.soundcloud.com have them. They know no hidden lists: people who hide theirs in the graph show it here like
 * anybody. Outside posts are reposts, each of another account's track.
 */
export function soundcloudDouble(graph: Graph, options: SoundCloudOptions = {}): Double {
  const { now = Date.now, tokenServes = Infinity, tokens = 50, shortLinks = {} } = options;
  const accounts: Account[] = [
    ...graph.people
      .filter(({ state }) => state !== 'gone')
      .map(({ name, follows }, at) =>
        accountOf(1000 + at, { name, title: name, followers: 3, follows, outside: 0, own: 0 }),
      ),
    ...graph.media.map(({ name, title, subscribers: followers, outside, own }, at) =>
      accountOf(500_000 + at, { name, title, followers, follows: [], outside, own }),
    ),
  ];
  const byName = new Map(accounts.map((account) => [account.name.toLowerCase(), account]));
  const byUrn = new Map(accounts.map((account) => [account.urn, account]));
  const uses = new Map<string, number>();

  function answer(question: Question): DoubleAnswer {
    const { host, method, path, headers } = question;
    if (host === 'secure.soundcloud.com')
      return path === '/oauth/token' && method === 'POST' ? newToken(question) : notFound;
    const [, token = ''] = /^OAuth (\S+)$/.exec(String(headers['authorization'] ?? '')) ?? [];
    const used = uses.get(token);
    if (used === undefined || used >= tokenServes) return error(401, 'invalid or expired token');
    uses.set(token, used + 1);
    return method === 'GET' ? publicAnswer(question) : notFound;
  }

  function newToken({ headers, body }: Question): DoubleAnswer {
    if (new URLSearchParams(body).get('grant_type') !== 'client_credentials') return error(400, 'unsupported_grant');
    const wanted = `Basic ${Buffer.from(client).toString('base64')}`;
    if (headers['authorization'] !== wanted) return error(401, 'invalid_client');
    if (uses.size >= tokens) return error(429, 'too many tokens');
    const access_token = `token-${uses.size + 1}`;
    uses.set(access_token, 0);
    return json(200, { access_token, expires_in: 3599, scope: '', refresh_token: 'unused', token_type: 'bearer' });
  }

  function publicAnswer({ path, query }: Question): DoubleAnswer {
    if (path === '/resolve') return resolve(query.get('url') ?? '');
    const limit = Number(query.get('limit') ?? query.get('page_size') ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 200) return error(400, 'limit is out of bounds');
    if (path === '/users') return many((query.get('urns') ?? '').split(','), limit);
    const [, urn = '', list] =
      /^\/users\/([^/]+)(?:\/(followings|tracks|reposts\/tracks))?$/.exec(decodeURIComponent(path)) ?? [];
    const account = byUrn.get(urn);
    if (!account) return notFound;
    if (list === undefined) return json(200, whole(account));
    const items = list === 'followings' ? followings(account) : list === 'tracks' ? uploads(account) : reposts(account);
    return page(`${api}/users/${urn}/${list}`, items, limit, Number(query.get('cursor') ?? 0));
  }

  function resolve(address: string): DoubleAnswer {
    const target = URL.canParse(address) ? new URL(address) : null;
    const [code = ''] = target?.pathname.split('/').filter(Boolean) ?? [];
    if (target?.hostname === 'on.soundcloud.com') return shortLinks[code] ? resolve(shortLinks[code]) : notFound;
    const account = target?.hostname === 'soundcloud.com' ? byName.get(code.toLowerCase()) : undefined;
    if (!account) return notFound;
    const location = `${api}/users/${account.urn}`;
    return { ...json(302, { status: '302 - Found', location }), headers: { location } };
  }

  function many(urns: string[], limit: number): DoubleAnswer {
    const known = urns.flatMap((urn) => byUrn.get(urn) ?? []);
    return json(200, { collection: known.slice(0, limit).map(whole) });
  }

  const followings = ({ follows }: Account) =>
    follows.flatMap((name) => byName.get(name.toLowerCase()) ?? []).map(whole);

  const uploads = (account: Account) =>
    Array.from({ length: account.own }, (_, at) =>
      track(account, `own-${at}`, now() - (account.outside + at + 1) * hour),
    );

  const reposts = ({ urn, outside }: Account) =>
    Array.from({ length: outside }, (_, at) => {
      const guest = accountOf(900_000 + at, {
        name: `guest${at}`,
        title: `Guest ${at}`,
        followers: 9,
        follows: [],
        outside: 0,
        own: 1,
      });
      return track(guest, `for-${urn.split(':')[2]}`, now() - (at + 1) * hour);
    });

  return {
    hosts: ['api.soundcloud.com', 'secure.soundcloud.com'],
    answer,
    addressOf: (name) => `https://soundcloud.com/${name}`,
    hidesNobody: true,
    token: client,
  };
}

const accountOf = (number: number, account: Omit<Account, 'urn'>): Account => ({
  urn: `soundcloud:users:${number}`,
  ...account,
});

/** The last page has no `next_href`. */
function page(address: string, items: unknown[], limit: number, start: number): DoubleAnswer {
  const end = start + limit;
  const next = { next_href: `${address}?page_size=${limit}&cursor=${end}` };
  return json(200, { collection: items.slice(start, end), ...(end < items.length && next) });
}

function whole({ urn, name, title, followers, follows, outside, own }: Account) {
  return {
    urn,
    kind: 'user',
    username: title,
    full_name: '',
    permalink: name.toLowerCase(),
    permalink_url: `https://soundcloud.com/${name.toLowerCase()}?utm_medium=api`,
    uri: `${api}/users/${urn}`,
    description: null,
    website: null,
    ...(followers !== null && { followers_count: followers }),
    followings_count: follows.length,
    reposts_count: outside,
    track_count: own,
    created_at: '2018/01/01 12:08:25 +0000',
  };
}

const track = (uploader: Account, name: string, at: number) => ({
  kind: 'track',
  urn: `soundcloud:tracks:${name}`,
  title: name,
  description: null,
  permalink_url: `https://soundcloud.com/${uploader.name}/${name}?utm_medium=api`,
  created_at: new Date(at)
    .toISOString()
    .replaceAll('-', '/')
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' +0000'),
  user: whole(uploader),
});

const json = (status: number, body: unknown): DoubleAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

const error = (code: number, message: string): DoubleAnswer =>
  json(code, { code, message, link: 'https://developers.soundcloud.com/docs/api/explorer/open-api' });

const notFound = error(404, '404 - Not Found');
