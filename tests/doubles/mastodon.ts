import { mastodonInstance } from '../../src/demo/answer-mastodon.ts';
import { directoryOf, type Server } from '../../src/demo/world.ts';
import { accountsOf } from './demo-worlds.ts';
import type { Double, Graph } from './graph.ts';

const server: Server = { host: 'meadow.example', software: 'mastodon' };

/** One Mastodon server on which everybody lives. */
export function mastodonDouble(graph: Graph): Double {
  const states = { open: 'active', hidden: 'hidden', gone: 'deleted' } as const;
  const accounts = accountsOf(graph, server, states, (name) => name.toLowerCase());
  return {
    hosts: [server.host],
    answer: mastodonInstance(directoryOf({ servers: [server], accounts }), server),
    addressOf: (name) => `https://${server.host}/@${name.toLowerCase()}`,
  };
}
