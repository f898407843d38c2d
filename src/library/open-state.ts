import { openStore } from '../state/store.ts';
import type { Problem } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import { type Clock, dayMs } from '../types/run.ts';
import type { Store } from '../types/store.ts';

/** Opens the state, and removes what the terms of a network do not allow to be kept any longer. @throws like `openStore` */
export function openState(
  path: string,
  networks: readonly AnyNetwork[],
  clock: Clock,
  onLost?: (lost: Problem) => void,
): Store {
  const store = openStore(path, clock, onLost);
  try {
    for (const network of networks) {
      const keepDays = network.closed ? null : network.terms.keepDays;
      if (keepDays !== null) store.purgeNetwork(network.id, clock.now() - keepDays * dayMs);
    }
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}
