import { createHash } from 'node:crypto';
import { openStore } from '../src/state/store.ts';
import type { Facts, Listed } from '../src/types/resource.ts';
import type { Store } from '../src/types/store.ts';
import { seeded } from '../tests/unit/stages/fake-network.ts';

export interface CrowdSize {
  clients: number;
  /** Of each client. */
  follows: number;
  /** That anybody can follow. */
  resources: number;
}

export const stateClock = { now: () => Date.UTC(2026, 10, 28), sleep: async () => {} };

const listedResource = (number: number): Listed => ({
  network: 'bluesky',
  id: `did:plc:${createHash('sha1').update(String(number)).digest('hex').slice(0, 24)}`,
  name: `page-${number}.example`,
  title: `The page number ${number}`,
  url: `https://bsky.app/profile/page-${number}.example`,
  host: 'bsky.social',
  subscribers: null,
  countedBy: 'elsewhere',
});

/**
 * A new state in which every client's list was read. Popular resources are followed more often: the share that the first
 * x of them have is the cube root of x. Whoever asks closes it.
 */
export function crowdedState(path: string, { clients, follows, resources }: CrowdSize): Store {
  const random = seeded(20_261_128);
  const store = openStore(path, stateClock);
  const now = stateClock.now();
  const names = Array.from({ length: clients }, (_, number) => ({
    network: 'bluesky',
    name: `client${number}.example`,
    host: 'bsky.social',
  }));
  store.saveInput(
    names.map((name) => ({ key: name.name, profiles: [name] })),
    new Map(),
    [],
    now,
  );
  for (const [number, name] of names.entries()) {
    if (number % 500 === 0) store.hold();
    const id = `did:plc:client${number}`;
    const profile = { network: 'bluesky', id, ref: id, host: 'bsky.social', follows };
    const picked = new Set<number>();
    while (picked.size < follows) picked.add(Math.floor(resources * random() ** 3));
    store.saveFound(name, { profile }, now);
    store.addPage(profile, { resources: [...picked].map(listedResource), next: null }, now);
    store.finishList(profile, 'read', '', now);
    if (number % 500 === 499 || number === clients - 1) store.keep();
  }
  return store;
}

/** The same where the most shared resources were looked at, so that whole reports can be made of it. Closes it. */
export function fillExamined(path: string, size: CrowdSize, examined: number): void {
  const store = crowdedState(path, size);
  const now = stateClock.now();
  for (let number = 0; number < examined; number++) {
    const { id, name, title, url, host } = listedResource(number);
    const facts: Facts = {
      name,
      title,
      url,
      host,
      ref: id,
      subscribers: 3000 + ((number * 7919) % 40_000),
      description: `What page ${number} is about`,
      group: true,
      exists: true,
      wishes: [],
    };
    store.saveFacts({ network: 'bluesky', id }, facts, now);
    store.saveEvidence({ network: 'bluesky', id }, [], now);
  }
  store.close();
}
