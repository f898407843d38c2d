import type { ProfileName, ResourceName } from '../types/input.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type { Facts, FollowsPage, Post, ProfileLookup, Resource } from '../types/resource.ts';
import { type Task, type TaskFailure, errorOf } from './task.ts';

/** What came of a task, with its pages in their order. */
export interface HeardAnswer {
  parts: unknown[];
  failure: TaskFailure | null;
}

export type AskMachines = (network: Network, task: Task) => Promise<HeardAnswer>;

/** Tasks of one host that are asked for together: as many as several machines can have, and some that wait. */
const askedTogether = 64;

/** The same networks, asked by whichever machine takes the task. Nothing that asks nobody changes. */
export const remoteNetworks = (networks: readonly AnyNetwork[], ask: AskMachines): AnyNetwork[] =>
  networks.map((network) => (network.closed ? network : remote(network, ask)));

function remote(network: Network, ask: AskMachines): Network {
  async function* parts<Part>(task: Task): AsyncGenerator<Part> {
    const brought = await ask(network, task);
    yield* brought.parts as Part[];
    if (brought.failure) throw errorOf(brought.failure);
  }
  return {
    ...network,
    concurrency: askedTogether,
    async *findProfiles(names) {
      for await (const [at, found] of parts<[number, ProfileLookup]>({ ask: 'findProfiles', names })) {
        const name = names[at];
        if (name) yield [name, found] satisfies [ProfileName, ProfileLookup];
      }
    },
    listFollows: (profile, _, from) => parts<FollowsPage>({ ask: 'listFollows', profile, from }),
    findResources: (names) => parts<[ResourceName, Resource, Facts]>({ ask: 'findResources', names }),
    readFacts: (resources) => parts<[Resource, Facts, Post[]?]>({ ask: 'readFacts', resources }),
    readPosts: (resource, facts) => parts<Post>({ ask: 'readPosts', resource, facts }),
    ...(network.postsTogether && {
      async postsTogether() {
        const { parts: told } = await ask(network, { ask: 'postsTogether' });
        return typeof told[0] === 'number' ? told[0] : 1;
      },
    }),
  };
}
