import type { Double, DoubleAnswer, Graph, Media } from './graph.ts';

export interface FlickrOptions {
  /** The list of groups tells their members, which is not documented. */
  membersInList?: boolean;
}

const key = 'key-of-the-double';
const addedLast = Date.parse('2026-11-20T12:00:00Z') / 1000;

/** api.flickr.com with an API key: people and groups under an alias or an NSID; failures with status 200. */
export function flickrDouble(graph: Graph, { membersInList = false }: FlickrOptions = {}): Double {
  const people = graph.people.map((person, at) => ({ ...person, id: `${10_000_000 + at}@N01` }));
  const groups = graph.media.map((media, at) => ({ ...media, id: `${20_000_000 + at}@N02` }));
  const groupBy = new Map(groups.flatMap((each) => [each.id, each.name.toLowerCase()].map((name) => [name, each])));

  function reply(call: URLSearchParams): unknown {
    const asked = (name: string): string => call.get(name) ?? '';
    if (asked('api_key') !== key) return fail(100, 'Invalid API Key (Key not found)');
    const open = people.filter(({ state }) => state !== 'gone');
    const group = groupBy.get(asked('group_id') || asked('group_path_alias'));
    switch (asked('method')) {
      case 'flickr.urls.lookupUser': {
        const alias = new URL(asked('url')).pathname.split('/')[2];
        const person = open.find(({ name }) => name.toLowerCase() === alias);
        return person ? { user: { id: person.id, username: { _content: person.name } } } : fail(1, 'User not found');
      }
      case 'flickr.people.getPublicGroups': {
        const person = open.find(({ id }) => id === asked('user_id'));
        return person ? { groups: { group: person.follows.flatMap(listed) } } : fail(1, 'User not found');
      }
      case 'flickr.groups.getInfo':
        return group ? { group: described(group) } : fail(1, 'Group not found');
      case 'flickr.groups.pools.getPhotos':
        return group ? { photos: { page: 1, photo: pool(group) } } : fail(1, 'Group not found');
      default:
        return fail(112, 'Method not found');
    }
  }

  function listed(name: string): unknown[] {
    const group = groupBy.get(name.toLowerCase());
    const members = membersInList && group ? { members: String(group.subscribers) } : {};
    return group ? [{ nsid: group.id, name: group.title, admin: 0, eighteenplus: 0, ...members }] : [];
  }

  return {
    hosts: ['api.flickr.com'],
    answer: ({ body }) => json(reply(new URLSearchParams(body))),
    addressOf: (name) => `https://www.flickr.com/${groupBy.has(name.toLowerCase()) ? 'groups' : 'people'}/${name}/`,
    hidesNobody: true,
    token: key,
  };
}

const described = ({ id, name, title, subscribers }: Media & { id: string }) => ({
  id,
  path_alias: name.toLowerCase(),
  name: { _content: title },
  description: { _content: '' },
  ...(subscribers !== null && { members: { _content: String(subscribers) } }),
  privacy: { _content: '3' },
});

/** Whoever runs the group adds photos, too, and cannot be told from its members. */
const pool = ({ outside, own }: Media): unknown[] =>
  Array.from({ length: Math.min(50, outside + own) }, (_, at) => ({
    id: String(51_000_000_000 + at),
    owner: at < outside ? `${30_000_000 + at}@N03` : '40000000@N04',
    title: `Photo ${at}`,
    dateadded: String(addedLast - at * 3600),
  }));

const fail = (code: number, message: string) => ({ stat: 'fail', code, message });

const json = (body: unknown): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ stat: 'ok', ...(body as object) }),
});
