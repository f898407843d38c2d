import { isUnresolved } from '../text/bare-name.ts';
import type { Network } from '../types/network.ts';
import type { Candidate } from '../types/report.ts';
import type { Facts, Resource } from '../types/resource.ts';
import { type CollectContext, type JudgeContext, isFresh, missingToken, networkOf } from './context.ts';
import { blocksOf } from './apart.ts';
import { decisionFinder } from './decisions.ts';
import type { Counted } from './count.ts';
import type { Judge } from './judge.ts';
import { resourceKey } from './keys.ts';
import { unknownFacts, wantsFacts, wantsPosts } from './known-facts.ts';
import { groupBy, forEachPerHost } from './per-host.ts';
import { keptPost, readLatest } from './latest-posts.ts';
import type { CandidateList } from './candidates.ts';
import { isInMainBlock, neededFrom } from './levels.ts';
import { failure } from './failure.ts';
import { maxPosts } from './third-party.ts';

/** As many moves one after another are followed in a run. */
const maxRounds = 5;

/**
 * Examines what was counted, and where an answer tells that a resource is another one counts once more and examines that.
 * @returns what was counted last
 */
export async function examineCounted(
  countNow: () => Counted,
  judgeContext: JudgeContext,
  judge: Judge,
  collectContext: CollectContext,
): Promise<Counted> {
  const told = new Set<string>();
  let counted = countNow();
  for (let round = 0; round < maxRounds; round++) {
    const turned = await examine(counted.candidates, judgeContext, judge, collectContext, told);
    if (turned === 0) break;
    counted = countNow();
  }
  return counted;
}

/**
 * Asks for facts and posts of the most shared candidates, until `top` are kept and their level is complete: what comes
 * behind cannot change the ranking.
 * @param counted by customers, most first
 * @param told resources, by key, of which it was said in this run that their network wants a token
 * @returns how many turned out to be others
 */
export async function examine(
  counted: CandidateList,
  judgeContext: JudgeContext,
  judge: Judge,
  collectContext: CollectContext,
  told = new Set<string>(),
): Promise<number> {
  const asking: ExamineContext = { ...collectContext, turned: new Set(), told };
  for (const { candidates } of blocksOf(counted, judgeContext.criteria))
    await examineBlock(candidates, judgeContext, judge, asking);
  return asking.turned.size;
}

interface ExamineContext extends CollectContext {
  /** Resources, by key, that answers of this examination say are others. */
  turned: Set<string>;
  /** Resources, by key, that were told of as out of reach without a token. */
  told: Set<string>;
}

async function examineBlock(
  candidates: CandidateList,
  judgeContext: JudgeContext,
  judge: Judge,
  collectContext: ExamineContext,
): Promise<void> {
  const decisionOn = decisionFinder(judgeContext.decisions);
  const isOpen = ({ resource }: Candidate): boolean => (decisionOn(resource)?.verdict ?? 'keep') === 'keep';
  const isDecided = judgeContext.decisions.some(({ verdict }) => verdict === 'keep');
  const decidedToKeep = (isDecided ? [...candidates] : []).filter(
    ({ resource }) => decisionOn(resource)?.verdict === 'keep',
  );
  await askAbout(decidedToKeep, () => [], judgeContext, collectContext);
  let kept = 0;
  let start = 0;
  while (kept < judgeContext.criteria.top) {
    const { candidates: needed, end } = neededFrom(candidates, start, judgeContext.criteria.top - kept);
    if (needed.length === 0) break;
    await askAbout(needed.filter(isOpen), () => from(candidates, end, isOpen), judgeContext, collectContext);
    // Whoever turned out to be another is one that may be kept, and is looked at in its place.
    const isKept = (candidate: Candidate): boolean =>
      collectContext.turned.has(resourceKey(candidate.resource)) || isInMainBlock(judge(candidate));
    kept += needed.filter(isKept).length;
    start = end;
  }
}

/** With the open page that stands for each of them that lies behind a login. */
const withStandIns = (needed: Candidate[], { standInFor }: JudgeContext): Candidate[] =>
  [
    ...new Map(
      needed
        .flatMap((candidate): Candidate[] => {
          const sister = standInFor?.(candidate.resource);
          if (!sister) return [candidate];
          return [candidate, { ...candidate, resource: { ...sister, subscribers: null, countedBy: 'elsewhere' } }];
        })
        .toReversed()
        .map((candidate) => [resourceKey(candidate.resource), candidate]),
    ).values(),
  ].toReversed();

/** @param behind those who would be asked next; a request that is sent anyway takes some of them along */
async function askAbout(
  wanted: Candidate[],
  behind: () => Iterable<Candidate>,
  judgeContext: JudgeContext,
  collectContext: ExamineContext,
): Promise<void> {
  const needed = withStandIns(wanted, judgeContext);
  const byNetwork = [...groupBy(needed, ({ resource }) => resource.network)];
  await Promise.all(
    byNetwork.map(async ([, candidates]) => {
      const [first] = candidates;
      const network = first && networkOf(first.resource, judgeContext.networks);
      if (!network || network.closed) return;
      const missing = missingToken(network, collectContext.webFor(network));
      if (missing) {
        tellOf(candidates, missing, judgeContext, collectContext);
        return;
      }
      await askFacts(network, candidates, behind, judgeContext, collectContext);
      await askPosts(network, candidates, behind, judgeContext, collectContext);
    }),
  );
}

/** Says of what the network would be asked about, and of names that only it can resolve, why it was not. */
function tellOf(
  candidates: Candidate[],
  missing: NonNullable<ReturnType<typeof missingToken>>,
  judgeContext: JudgeContext,
  context: ExamineContext,
): void {
  const { store, unread, clock, told } = context;
  for (const candidate of candidates) {
    const { resource } = candidate;
    const isOpen = isUnresolved(resource) || wantsFacts(candidate, judgeContext);
    if (!isOpen || isFresh(store.facts(resource), context) || told.has(resourceKey(resource))) continue;
    told.add(resourceKey(resource));
    const { network, host } = resource;
    unread?.add({ network, host, what: 'resource', at: clock.now(), keptAt: store.facts(resource)?.at, ...missing });
  }
}

async function askFacts(
  network: Network,
  needed: Candidate[],
  behind: () => Iterable<Candidate>,
  judgeContext: JudgeContext,
  collectContext: ExamineContext,
): Promise<void> {
  const { store, signal } = collectContext;
  const isUnknown = (candidate: Candidate): boolean =>
    candidate.resource.network === network.id &&
    wantsFacts(candidate, judgeContext) &&
    !isFresh(store.facts(candidate.resource), collectContext);
  const unknown = fillBatches(needed, behind, network.batch.facts, isUnknown);
  // Where each is asked for alone, whom most follow is likeliest to be there, and shows how its server answers.
  const order = network.batch.facts === 1 ? unknown.toSorted(bySubscribers) : unknown;
  await forEachPerHost(order, lanesOf(network, network.batch.facts), async (candidates) => {
    const batch = candidates.map(({ resource }) => resource);
    const open = new Map<string, Resource>(batch.map((resource) => [resource.id, resource]));
    const answer = await unlessUnreadable(collectContext, open.values(), 'facts', async () => {
      for await (const [resource, facts, posts] of network.readFacts(batch, collectContext.webFor(network))) {
        signal.throwIfAborted();
        open.delete(resource.id);
        saveFacts(resource, facts, collectContext);
        if (posts) store.saveEvidence(resource, posts.slice(0, maxPosts).map(keptPost), collectContext.clock.now());
      }
      return 'read';
    });
    if (answer !== null) return;
    for (const resource of batch) store.saveFacts(resource, unknownFacts(resource), collectContext.clock.now());
  });
}

/** What is said of a resource, and of the one that it is by another id. */
function saveFacts(resource: Resource, facts: Facts, { store, clock, turned }: ExamineContext): void {
  const { successor, ...own } = facts;
  const before = store.facts(resource)?.facts.successor?.resource.id;
  store.saveFacts(resource, facts, clock.now());
  if (!successor || successor.resource.id === before) return;
  turned.add(resourceKey(resource));
  if (!successor.moved) store.saveFacts(successor.resource, own, clock.now());
}

async function askPosts(
  network: Network,
  needed: Candidate[],
  behind: () => Iterable<Candidate>,
  judgeContext: JudgeContext,
  collectContext: ExamineContext,
): Promise<void> {
  const { store, clock, progress, turned } = collectContext;
  const isUnread = (candidate: Candidate): boolean =>
    candidate.resource.network === network.id &&
    !turned.has(resourceKey(candidate.resource)) &&
    wantsPosts(candidate, judgeContext) !== null &&
    !isFresh(store.evidence(candidate.resource), collectContext);
  const together = (await network.postsTogether?.(collectContext.webFor(network))) ?? 1;
  const unread = fillBatches(needed, behind, together, isUnread);
  let done = 0;
  let read = 0;
  await forEachPerHost(unread, lanesOf(network, 1), async (batch) => {
    for (const candidate of batch) {
      const facts = wantsPosts(candidate, judgeContext);
      if (!facts) continue;
      const { resource } = candidate;
      const posts = await unlessUnreadable(collectContext, [resource], 'evidence', () =>
        readLatest(network, resource, facts, collectContext),
      );
      if (posts !== 'not_reached') {
        store.saveEvidence(resource, posts, clock.now());
        read += 1;
      }
      progress({ stage: 'examine', network: network.id, done: ++done, read, total: unread.length });
    }
  });
}

/** Those who are wanted; and where the last request has room, as many of those behind as it holds. */
function fillBatches(
  needed: Candidate[],
  behind: () => Iterable<Candidate>,
  together: number,
  isWanted: (candidate: Candidate) => boolean,
): Candidate[] {
  const wanted = needed.filter(isWanted);
  const room = (together - (wanted.length % together)) % together;
  return wanted.length > 0 && room > 0 ? [...wanted, ...takeWhere(behind(), room, isWanted)] : wanted;
}

/**
 * The answer; null where the network does not show it; `not_reached` where none came that could be handled.
 * @param resources those of which nothing is known when the attempt fails
 * @param what is asked for: what is known of it stands instead
 */
async function unlessUnreadable<Value>(
  { signal, unread, clock, store }: CollectContext,
  resources: Iterable<Resource>,
  what: 'facts' | 'evidence',
  ask: () => Promise<Value>,
): Promise<Value | null | 'not_reached'> {
  try {
    const answer = await ask();
    signal.throwIfAborted();
    return answer;
  } catch (error) {
    const found = failure(error, signal);
    if (found.status !== 'not_reached') return null;
    for (const resource of resources) {
      const { network, host, id } = resource;
      const keptAt = store[what](resource)?.at;
      unread?.add({ network, host, what: 'resource', resource: id, at: clock.now(), keptAt, ...found });
    }
    return 'not_reached';
  }
}

const lanesOf = (network: Network, batch: number) => ({
  laneOf: ({ resource }: Candidate) => resource.host,
  concurrency: network.concurrency,
  batch,
});

function* from(list: CandidateList, start: number, wanted: (each: Candidate) => boolean): Generator<Candidate> {
  for (let at = start; ; at++) {
    const candidate = list.at(at);
    if (!candidate) return;
    if (wanted(candidate)) yield candidate;
  }
}

function takeWhere<Item>(items: Iterable<Item>, max: number, wanted: (item: Item) => boolean): Item[] {
  const taken: Item[] = [];
  for (const item of items) {
    if (wanted(item)) taken.push(item);
    if (taken.length === max) break;
  }
  return taken;
}

const bySubscribers = (a: Candidate, b: Candidate): number =>
  (b.resource.subscribers ?? 0) - (a.resource.subscribers ?? 0);
