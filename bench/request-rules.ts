import { mastodonDouble } from '../tests/doubles/mastodon.ts';
import type { Double, DoubleAnswer, Graph } from '../tests/doubles/graph.ts';
import { xDouble } from '../tests/doubles/x.ts';

const names = 'people.example';
const json = (status: number, body: unknown): DoubleAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** A domain of names that has host-meta alone (RFC 6415), beside the server that holds the accounts. */
export function hostMetaDouble(graph: Graph): Double {
  const home = mastodonDouble(graph);
  const [server = ''] = home.hosts;
  const people = new Set(graph.people.map(({ name }) => name));
  const hostMeta = `<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0"><Link rel="lrdd" template="https://${server}/.well-known/webfinger?resource={uri}"/></XRD>`;
  return {
    hosts: [server, names],
    answer: (question) => {
      if (question.host === names)
        return question.path === '/.well-known/host-meta'
          ? { status: 200, headers: { 'content-type': 'application/xrd+xml' }, body: hostMeta }
          : { status: 404, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' };
      const query = new URLSearchParams(question.query.toString().replaceAll(names, server));
      return home.answer({ ...question, query });
    },
    addressOf: (name) => (people.has(name) ? `@${name}@${names}` : home.addressOf(name)),
  };
}

/** A domain of names that knows no account itself, in the words of Mastodon, and says by WebFinger where they are. */
export function namesDouble(graph: Graph): Double {
  const home = mastodonDouble(graph);
  const [server = ''] = home.hosts;
  const people = new Set(graph.people.map(({ name }) => name));
  return {
    hosts: [server, names],
    answer: async (question) => {
      const isFinger = question.path === '/.well-known/webfinger';
      if (question.host === names && !isFinger) return json(404, { error: 'Record not found' });
      const query = new URLSearchParams(question.query.toString().replaceAll(names, server));
      const acct = question.query.get('acct');
      if (acct !== null) query.set('acct', acct.replace(`@${names}`, ''));
      const answer = await home.answer({ ...question, host: server, query });
      // Names are of the domain, and actors of the server.
      return isFinger ? { ...answer, body: answer.body.replace(`@${server}"`, `@${names}"`) } : answer;
    },
    addressOf: (name) => (people.has(name) ? `@${name}@${names}` : home.addressOf(name)),
  };
}

/** A server whose lists say of one account that it has moved to another one there. */
export function movedDouble(graph: Graph): Double {
  const home = mastodonDouble(graph);
  const [from, to] = graph.media.map(({ name }) => name);
  return {
    ...home,
    answer: async (question) => {
      const answer = await home.answer(question);
      if (!question.path.endsWith('/following')) return answer;
      const query = new URLSearchParams({ acct: to ?? '' });
      const moved: unknown = JSON.parse(
        (await home.answer({ ...question, path: '/api/v1/accounts/lookup', query })).body,
      );
      const listed = JSON.parse(answer.body) as { acct: string }[];
      return {
        ...answer,
        body: JSON.stringify(listed.map((each) => (each.acct === from ? { ...each, moved } : each))),
      };
    },
  };
}

/** A server that wants a login of everybody. */
export function loginDouble(graph: Graph): Double {
  const home = mastodonDouble(graph);
  return {
    ...home,
    answer: (question) =>
      question.path.startsWith('/api/')
        ? json(401, { error: 'This API requires an authenticated user' })
        : home.answer(question),
  };
}

/** X, where one of the names that are asked for together is malformed to it. */
export function malformedDouble(graph: Graph): Double {
  const x = xDouble(graph);
  const bad = graph.people[57]?.name ?? '';
  return {
    ...x,
    answer: (question) =>
      question.query.get('usernames')?.split(',').includes(bad)
        ? json(400, { title: 'Invalid Request', errors: [{ message: 'a name does not match' }] })
        : x.answer(question),
  };
}
