import { type DemoAccount, account, type Server } from '../../src/demo/world.ts';
import type { Graph, Media, Person } from './graph.ts';

const newest = Date.parse('2026-11-20T12:00:00Z');

/** A graph as accounts of one server of the demo's world, which answers Bluesky's and Mastodon's protocols. */
export function accountsOf(
  graph: Graph,
  server: Server,
  states: Record<Person['state'], DemoAccount['state']>,
  nameOf: (name: string) => string,
): DemoAccount[] {
  const authors = Array.from({ length: 6 }, (_, index) => account(server, nameOf(`author${index}`)));
  const media = graph.media.map(({ name, title, subscribers, ...posts }) =>
    account(server, nameOf(name), { title, subscribers: subscribers ?? -1, shown: shownBy(posts, authors) }),
  );
  const ids = new Map(graph.media.map(({ name }, index) => [name, media[index]?.id ?? '']));
  const people = graph.people.map(({ name, follows, state }) =>
    account(server, nameOf(name), { follows: follows.map((each) => ids.get(each) ?? ''), state: states[state] }),
  );
  return [...people, ...media, ...authors];
}

/** Posts of others first, an hour between two. */
function shownBy({ outside, own }: Pick<Media, 'outside' | 'own'>, authors: DemoAccount[]): DemoAccount['shown'] {
  return Array.from({ length: outside + own }, (_, index) => {
    const at = new Date(newest - index * 3_600_000).toISOString();
    const author = authors[index % authors.length]?.id ?? '';
    return index < outside
      ? { kind: 'repost', at, of: { author, at, text: 'a piece' } }
      : { kind: 'own', at, text: 'news' };
  });
}
