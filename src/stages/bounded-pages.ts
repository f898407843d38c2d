import type { Network } from '../types/network.ts';
import type { FollowsPage, Profile } from '../types/resource.ts';
import type { Web } from '../types/web.ts';

/** Pages one after another that bring nothing new; a list that goes on so has no end. */
const maxIdlePages = 20;

/** More than anybody reads: a list that is longer is the server's invention, or no person's. */
const maxFollows = 100_000;

/** Where a profile does not say how many: as many as Mastodon, the more generous of those with a limit, lets an ordinary account follow. */
const maxUntold = 7500;

/** What a profile says it follows may be out of date: twice as many are read, and a page or two. */
const mostOf = ({ follows }: Profile): number =>
  follows === undefined ? maxUntold : Math.min(maxFollows, follows * 2 + 200);

/**
 * The pages of a list, to its end or to where it turns out to have none.
 * @param from a page's `next`, or null for the start
 */
export async function* boundedPages(
  network: Network,
  profile: Profile,
  web: Web,
  from: string | null,
): AsyncGenerator<{ page: FollowsPage; isEndless: boolean }> {
  const seen = new Set<string>();
  let idle = 0;
  for await (const page of network.listFollows(profile, web, from)) {
    const before = seen.size;
    for (const { id } of page.resources) seen.add(id);
    idle = seen.size > before ? 0 : idle + 1;
    const isEndless = page.next !== null && (idle === maxIdlePages || seen.size >= mostOf(profile));
    yield { page, isEndless };
    if (isEndless) return;
  }
}
