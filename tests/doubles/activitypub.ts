import type { Double, DoubleAnswer, Graph, Media, Person, Question } from './graph.ts';

const host = 'pages.example';
const today = Date.parse('2026-11-20T12:00:00Z');
const itemsAPage = 12;

const json = (body: unknown): DoubleAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/activity+json' },
  body: JSON.stringify(body),
});

const notFound: DoubleAnswer = {
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>404</title>',
};

function actor(name: string, type: 'Organization' | 'Person', title: string): DoubleAnswer {
  const id = `https://${host}/actor/${name}`;
  return json({
    '@context': 'https://www.w3.org/ns/activitystreams',
    id,
    type,
    preferredUsername: name,
    name: title,
    url: `https://${host}/${name}`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    following: `${id}/following`,
  });
}

function collection(url: string, items: unknown[], query: URLSearchParams): DoubleAnswer {
  const page = Number(query.get('page') ?? 0);
  if (page === 0) return json({ id: url, type: 'OrderedCollection', totalItems: items.length, first: `${url}?page=1` });
  return json({
    id: `${url}?page=${page}`,
    type: 'OrderedCollectionPage',
    partOf: url,
    orderedItems: items.slice((page - 1) * itemsAPage, page * itemsAPage),
    ...(page * itemsAPage < items.length && { next: `${url}?page=${page + 1}` }),
  });
}

function following(url: string, { follows, state }: Person, query: URLSearchParams): DoubleAnswer {
  if (state === 'hidden') return json({ id: url, type: 'OrderedCollection', totalItems: follows.length });
  return collection(
    url,
    follows.map((name) => `https://${host}/actor/${name.toLowerCase()}`),
    query,
  );
}

function outbox(url: string, { outside, own }: Media, query: URLSearchParams): DoubleAnswer {
  const activities = Array.from({ length: outside + own }, (_, at) => {
    const activity = {
      id: `${url}/${at}`,
      actor: url.replace('/outbox', ''),
      published: new Date(today - at * 3_600_000).toISOString(),
    };
    return at < outside
      ? { ...activity, type: 'Announce', object: `https://guests.example/users/guest${at}/statuses/${at}` }
      : {
          ...activity,
          type: 'Create',
          object: { id: `${url}/note/${at}`, type: 'Note', content: `<p>News ${at}</p>` },
        };
  });
  return collection(url, activities, query);
}

/**
 * One server that has nothing but WebFinger, NodeInfo and ActivityPub, with 12 items a page. Documents are refused to
 * whoever does not ask for them by their type; a hidden list tells its number alone.
 */
export function activityPubDouble(graph: Graph): Double {
  const people = new Map(
    graph.people.filter(({ state }) => state !== 'gone').map((person) => [person.name.toLowerCase(), person]),
  );
  const media = new Map(graph.media.map((each) => [each.name.toLowerCase(), each]));

  function answer({ path, query, headers }: Question): DoubleAnswer {
    if (path === '/.well-known/webfinger') {
      const [, name = ''] = /^acct:([^@]+)@pages\.example$/.exec(query.get('resource') ?? '') ?? [];
      if (!people.has(name) && !media.has(name)) return notFound;
      const href = `https://${host}/actor/${name}`;
      return json({
        subject: `acct:${name}@${host}`,
        links: [{ rel: 'self', type: 'application/activity+json', href }],
      });
    }
    if (path === '/.well-known/nodeinfo') {
      return json({
        links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `https://${host}/nodeinfo` }],
      });
    }
    if (path === '/nodeinfo') return json({ version: '2.0', software: { name: 'writefreely', version: '0.16' } });
    const [, name = '', part = ''] = /^\/actor\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    const person = people.get(name);
    const paper = media.get(name);
    const url = `https://${host}${path}`;
    if (!String(headers['accept'] ?? '').includes('application/activity+json')) return notFound;
    if (part === '' && paper) return actor(name, 'Organization', paper.title);
    if (part === '' && person) return actor(name, 'Person', person.name);
    if (part === 'following' && person) return following(url, person, query);
    if (part === 'followers' && paper)
      return json({
        id: url,
        type: 'OrderedCollection',
        ...(paper.subscribers !== null && { totalItems: paper.subscribers }),
      });
    return part === 'outbox' && paper ? outbox(url, paper, query) : notFound;
  }

  return { hosts: [host], answer, addressOf: (name) => `https://${host}/@${name.toLowerCase()}` };
}
