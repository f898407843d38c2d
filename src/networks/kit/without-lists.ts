import { Unreadable } from '../../errors.ts';
import type { Network } from '../../types/network.ts';

/** A network's part for one that shows nobody's list, and why. */
export const withoutLists = (why: string): Pick<Network, 'resourcesOnly' | 'findProfiles' | 'listFollows'> => ({
  resourcesOnly: why,
  async *findProfiles(names) {
    for (const name of names) yield [name, { status: 'needs_login', note: why }];
  },
  async *listFollows() {
    yield* [];
    throw new Unreadable('needs_login', why);
  },
});
