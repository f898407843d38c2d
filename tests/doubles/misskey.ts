import type { Double, DoubleAnswer, Graph, Media, Person, Question } from './graph.ts';

const host = 'misskey.example';
const today = Date.parse('2026-11-20T12:00:00Z');

interface User {
  id: string;
  username: string;
  person: Person | null;
  media: Media | null;
}

const json = (status: number, body: unknown): DoubleAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

const failure = (status: number, code: string): DoubleAnswer =>
  json(status, {
    error: { message: code.toLowerCase().replaceAll('_', ' '), code, id: code.toLowerCase(), kind: 'client' },
  });

/** Ids begin with the time, so that those made later are greater. */
const idOf = (kind: string, number: number): string => `a${kind}${number.toString(36).padStart(8, '0')}`;

function described({ id, username, person, media }: User): object {
  const isHidden = person?.state === 'hidden';
  return {
    id,
    username,
    host: null,
    name: media?.title ?? null,
    uri: null,
    url: null,
    movedTo: null,
    description: null,
    isSuspended: false,
    isSilenced: false,
    isBot: false,
    isLocked: false,
    fields: [],
    notesCount: 1,
    followersCount: media?.subscribers ?? 0,
    followingCount: isHidden ? 0 : (person?.follows.length ?? 0),
    followersVisibility: media?.subscribers === null ? 'private' : 'public',
    followingVisibility: isHidden ? 'private' : 'public',
  };
}

const lite = ({ id, username }: User): object => ({ id, username, host: null, name: null });

function page(items: { id: string }[], { limit = 10, untilId }: Asked): DoubleAnswer {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) return failure(400, 'INVALID_PARAM');
  return json(200, items.filter(({ id }) => untilId === undefined || id < untilId).slice(0, limit));
}

function notesOf(user: User): { id: string }[] {
  const { outside, own } = user.media ?? { outside: 0, own: 0 };
  return Array.from({ length: outside + own }, (_, at) => {
    const id = idOf('n', outside + own - at);
    const note = { createdAt: new Date(today - at * 3_600_000).toISOString(), replyId: null, fileIds: [], cw: null };
    const writer = { id: `ag${at.toString(36).padStart(8, '0')}`, username: `guest${at}`, host: 'guests.example' };
    const renote = {
      ...note,
      id: `${id}r`,
      user: writer,
      text: `piece ${at}`,
      uri: `https://guests.example/notes/${at}`,
    };
    return at < outside
      ? { ...note, id, user: lite(user), text: null, renoteId: renote.id, renote }
      : { ...note, id, user: lite(user), text: `news ${at}`, renote: null };
  });
}

/**
 * One Misskey server on which everybody lives, with Misskey's API alone: no account is found in Mastodon's. Lists go
 * backwards from `untilId`, 10 items unless `limit` says otherwise, 100 at most.
 */
export function misskeyDouble(graph: Graph): Double {
  const users = [
    ...graph.media.map((media, at): User => ({ id: idOf('m', at), username: media.name, person: null, media })),
    ...graph.people.map((person, at): User => ({ id: idOf('p', at), username: person.name, person, media: null })),
  ];
  const there = users.filter(({ person }) => person?.state !== 'gone');
  const byId = new Map(there.map((user) => [user.id, user]));
  const byName = new Map(there.map((user) => [user.username.toLowerCase(), user]));

  function followsOf(user: User): { id: string }[] {
    return (user.person?.follows ?? []).flatMap((name, at) => {
      const followee = byName.get(name.toLowerCase());
      const id = idOf('f', user.person ? user.person.follows.length - at : 0);
      return followee ? [{ id, followeeId: followee.id, followerId: user.id, followee: described(followee) }] : [];
    });
  }

  function api(endpoint: string, asked: Asked): DoubleAnswer {
    const named = asked.host === null ? byName.get((asked.username ?? '').toLowerCase()) : undefined;
    const user = asked.userId === undefined ? named : byId.get(asked.userId);
    if (!['users/show', 'users/following', 'users/notes'].includes(endpoint))
      return failure(404, 'UNKNOWN_API_ENDPOINT');
    if (asked.userId === undefined && asked.username === undefined) return failure(400, 'INVALID_PARAM');
    if (!user) return failure(endpoint === 'users/show' ? 404 : 400, 'NO_SUCH_USER');
    if (endpoint === 'users/show') return json(200, described(user));
    if (endpoint === 'users/notes') return page(notesOf(user), asked);
    return user.person?.state === 'hidden' ? failure(400, 'FORBIDDEN') : page(followsOf(user), asked);
  }

  function webFinger(resource: string): DoubleAnswer {
    const [, name = ''] = /^acct:([^@]+)@misskey\.example$/.exec(resource) ?? [];
    const user = byName.get(name.toLowerCase()) ?? byId.get(resource.replace(`https://${host}/users/`, ''));
    if (!user) return { status: 404, body: '' };
    const self = { rel: 'self', type: 'application/activity+json', href: `https://${host}/users/${user.id}` };
    return json(200, { subject: `acct:${user.username}@${host}`, links: [self] });
  }

  function answer({ method, path, query, body }: Question): DoubleAnswer {
    if (path === '/.well-known/webfinger') return webFinger(query.get('resource') ?? '');
    if (path === '/.well-known/nodeinfo') {
      return json(200, {
        links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href: `https://${host}/nodeinfo/2.1` }],
      });
    }
    if (path === '/nodeinfo/2.1')
      return json(200, { version: '2.1', software: { name: 'misskey', version: '2026.11.0' } });
    if (!path.startsWith('/api/'))
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' };
    if (method !== 'POST') return failure(404, 'UNKNOWN_API_ENDPOINT');
    return api(path.slice('/api/'.length), JSON.parse(body) as Asked);
  }

  return {
    hosts: [host],
    answer,
    addressOf: (name) => `https://${host}/@${name}`,
  };
}

interface Asked {
  userId?: string;
  username?: string;
  host?: string | null;
  limit?: number;
  untilId?: string;
}
