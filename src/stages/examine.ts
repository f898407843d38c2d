import { Unreadable, WebError } from '../errors.ts';
import type { Network } from '../types/network.ts';
import type { Candidate } from '../types/report.ts';
import type { Evidence, Facts, Resource } from '../types/resource.ts';
import { type CollectContext, isFresh, isTokenMissing } from './collect.ts';
import { hintsIn } from './hints.ts';
import {
  type Judge,
  type JudgeContext,
  decisionFinder,
  networkOf,
  unknownFacts,
  wantsFacts,
  wantsPosts,
} from './judge.ts';
import { groupBy, forEachPerHost } from './per-host.ts';
import { endOfNeeded } from './levels.ts';
import { isProven, maxPosts } from './third-party.ts';

/**
 * Asks for facts and posts of the most shared candidates, until `top` are kept and their level is complete: what comes
 * behind cannot change the ranking.
 * @param candidates by customers, most first
 */
export async function examine(
  candidates: Candidate[],
  knowledge: JudgeContext,
  judge: Judge,
  asking: CollectContext,
): Promise<void> {
  const decisionOn = decisionFinder(knowledge.decisions);
  const isOpen = ({ resource }: Candidate): boolean => (decisionOn(resource)?.verdict ?? 'keep') === 'keep';
  const decidedToKeep = candidates.filter(({ resource }) => decisionOn(resource)?.verdict === 'keep');
  await askAbout(decidedToKeep, () => [], knowledge, asking);
  let kept = 0;
  let start = 0;
  while (kept < knowledge.criteria.top && start < candidates.length) {
    const end = endOfNeeded(candidates, start, knowledge.criteria.top - kept);
    const needed = candidates.slice(start, end);
    await askAbout(needed.filter(isOpen), () => from(candidates, end, isOpen), knowledge, asking);
    kept += needed.filter((candidate) => judge(candidate).verdict === 'keep').length;
    start = end;
  }
}

/** @param behind those who would be asked next; a request that is sent anyway takes some of them along */
async function askAbout(
  needed: Candidate[],
  behind: () => Iterable<Candidate>,
  knowledge: JudgeContext,
  asking: CollectContext,
): Promise<void> {
  const byNetwork = [...groupBy(needed, ({ resource }) => resource.network)];
  await Promise.all(
    byNetwork.map(async ([, candidates]) => {
      const [first] = candidates;
      const network = first && networkOf(first.resource, knowledge);
      if (!network || network.closed || isTokenMissing(network, asking.webFor(network))) return;
      await askFacts(network, candidates, behind, knowledge, asking);
      await askPosts(network, candidates, behind, knowledge, asking);
    }),
  );
}

async function askFacts(
  network: Network,
  needed: Candidate[],
  behind: () => Iterable<Candidate>,
  knowledge: JudgeContext,
  asking: CollectContext,
): Promise<void> {
  const { store } = asking;
  const isUnknown = (candidate: Candidate): boolean =>
    candidate.resource.network === network.id &&
    wantsFacts(candidate, knowledge) &&
    !isFresh(store.facts(candidate.resource), asking);
  const unknown = withCompany(needed, behind, network.batch.facts, isUnknown);
  await forEachPerHost(unknown, lanesOf(network, network.batch.facts), async (candidates) => {
    const batch = candidates.map(({ resource }) => resource);
    const answer = await unlessUnreadable(async () => {
      for await (const [resource, facts] of network.readFacts(batch, asking.webFor(network))) {
        store.saveFacts(resource, facts, asking.clock.now());
      }
      return 'read';
    });
    if (answer !== null) return;
    for (const resource of batch) store.saveFacts(resource, unknownFacts(resource), asking.clock.now());
  });
}

async function askPosts(
  network: Network,
  needed: Candidate[],
  behind: () => Iterable<Candidate>,
  knowledge: JudgeContext,
  asking: CollectContext,
): Promise<void> {
  const { store, clock, progress } = asking;
  const isUnread = (candidate: Candidate): boolean =>
    candidate.resource.network === network.id &&
    wantsPosts(candidate, knowledge) !== null &&
    !isFresh(store.evidence(candidate.resource), asking);
  const together = (await network.postsTogether?.(asking.webFor(network))) ?? 1;
  const unread = withCompany(needed, behind, together, isUnread);
  let done = 0;
  await forEachPerHost(unread, lanesOf(network, 1), async (batch) => {
    for (const candidate of batch) {
      const facts = wantsPosts(candidate, knowledge);
      if (!facts) continue;
      const { resource } = candidate;
      const posts = await unlessUnreadable(() => latestOf(network, resource, facts, asking));
      if (posts !== 'not_reached') store.saveEvidence(resource, posts, clock.now());
      progress({ stage: 'examine', network: network.id, done: ++done, total: unread.length });
    }
  });
}

/** Those who are wanted; and where the last request has room, as many of those behind as it holds. */
function withCompany(
  needed: Candidate[],
  behind: () => Iterable<Candidate>,
  together: number,
  isWanted: (candidate: Candidate) => boolean,
): Candidate[] {
  const wanted = needed.filter(isWanted);
  const room = (together - (wanted.length % together)) % together;
  return wanted.length > 0 && room > 0 ? [...wanted, ...takeWhere(behind(), room, isWanted)] : wanted;
}

async function latestOf(
  network: Network,
  resource: Resource,
  facts: Facts,
  asking: CollectContext,
): Promise<Evidence[]> {
  const posts: Evidence[] = [];
  for await (const { text, ...post } of network.readPosts(resource, facts, asking.webFor(network))) {
    posts.push({ ...post, at: instant(post.at), hints: hintsIn(text) });
    const pageEnds = posts.length % network.batch.posts === 0;
    if (posts.length === maxPosts || (pageEnds && isProven(posts, asking.clock.now()))) break;
  }
  return posts;
}

/** Networks write instants with several offsets; in UTC they can be compared as text. */
const instant = (at: string | null): string | null =>
  at !== null && Number.isFinite(Date.parse(at)) ? new Date(at).toISOString() : null;

/** The answer; null where the network does not show it; `not_reached` where it did not answer. */
async function unlessUnreadable<Value>(ask: () => Promise<Value>): Promise<Value | null | 'not_reached'> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    if (error instanceof WebError) return 'not_reached';
    throw error;
  }
}

const lanesOf = (network: Network, batch: number) => ({
  laneOf: ({ resource }: Candidate) => resource.host,
  concurrency: network.concurrency,
  batch,
});

function* from(candidates: Candidate[], start: number, wanted: (each: Candidate) => boolean): Generator<Candidate> {
  for (let at = start; at < candidates.length; at++) {
    const candidate = candidates[at];
    if (candidate && wanted(candidate)) yield candidate;
  }
}

function takeWhere<Item>(items: Iterable<Item>, most: number, wanted: (item: Item) => boolean): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (wanted(item)) taken.push(item);
    if (taken.length === most) break;
  }
  return taken;
}
