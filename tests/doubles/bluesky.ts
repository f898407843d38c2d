import { answerBluesky } from '../../src/demo/answer-bluesky.ts';
import { appView, directoryOf } from '../../src/demo/world.ts';
import { accountsOf } from './demo-worlds.ts';
import type { Double, Graph } from './graph.ts';

const nameOf = (name: string): string => `${name.toLowerCase()}.example`;

/** The public AppView. It has no hidden lists: who is hidden in the graph asks not to be shown without a login. */
export function blueskyDouble(graph: Graph): Double {
  const states = { open: 'active', hidden: 'logged_in_only', gone: 'deleted' } as const;
  const directory = directoryOf({ servers: [appView], accounts: accountsOf(graph, appView, states, nameOf) });
  return {
    hosts: [appView.host],
    answer: (question) => answerBluesky(directory, question),
    addressOf: (name) => `https://bsky.app/profile/${nameOf(name)}`,
  };
}
