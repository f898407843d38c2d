import { type Candidate, type Report, type Row, type ThirdParty, leastShared } from '../types/report.ts';
import { type Block, blocksOf, mixedNetworks } from './apart.ts';
import { Board } from './board.ts';
import type { Counted } from './count.ts';
import { type JudgeContext, accountsOf } from './context.ts';
import { decisionFinder } from './decisions.ts';
import { addFamilies } from './families/families.ts';
import { momentOfCount } from './hand-counts.ts';
import { type Judge, movedAway, unexamined } from './judge.ts';
import { type Judged, judgeLevels } from './levels.ts';
import { byKey } from './keys.ts';
import { oldest } from './list-ages.ts';
import { coarse } from './shareable.ts';
import { type RankedPage, type Standing, inOrder, standingOf } from './standing.ts';
import { type Chance, type CountedPage, chancesOf, isMassPage } from './chance.ts';
import { fitShares, pagesIn, wilsonInterval } from './statistics.ts';

/** Every counted resource with its verdict, what is ranked together, and how active the customers are, by network. */
export interface Ranking {
  rows: Row[];
  blocks: RankedBlock[];
  activity: Report['activity'];
}

/** A ranking: of all networks, or of one that is kept apart. */
export interface RankedBlock {
  network: string | null;
  /** Customers with a readable list of its networks. */
  readable: number;
  ranked: RankedResource[];
}

/** A resource that is kept, in the order of the ranking. */
export interface RankedResource {
  row: Row;
  page: RankedPage;
  /** The customers that follow it, by number. */
  followers: readonly number[];
}

/**
 * Every counted resource with its verdict, the kept ones first: what not everybody follows anyway, then the mass pages;
 * each by the asked order, then by customers, by lift over chance (to one decimal, unknown last), by subscribers and by
 * resource key. A network that is kept apart has a ranking of its own behind the others'.
 */
export function rank(counted: Counted, context: JudgeContext, judge: Judge): Ranking {
  const blocks = blocksOf(counted.candidates, context.criteria);
  const ranked = blocks.map((block) => rankBlock(block, counted, context, judge));
  const drafts = [...ranked.flatMap(({ kept }) => kept), ...ranked.flatMap(({ rest }) => rest)];
  addFamilies(drafts, blocks, counted, context);
  return {
    rows: drafts.map(({ row }) => row),
    blocks: ranked.map(({ block }) => block),
    activity: ranked.flatMap(({ activity }) => activity),
  };
}

function rankBlock(
  block: Block,
  counted: Counted,
  context: JudgeContext,
  judge: Judge,
): Record<'kept' | 'rest', Draft[]> & { block: RankedBlock } & Pick<Ranking, 'activity'> {
  const mixed = mixedNetworks(block, context.networks);
  const decisionOn = decisionFinder(context.decisions);
  const judged = [...judgeLevels(block.candidates, context.criteria.top, judge)];
  for (let at = judged.length; ; at++) {
    const candidate = block.candidates.at(at);
    if (!candidate) break;
    // Behind the asked top only a person's decision counts.
    const behind = decisionOn(candidate.resource) ? judge : unexamined;
    judged.push({ candidate, judgement: behind(candidate) });
  }
  const spread = [...counted.spread].filter(([network]) => block.holds(network));
  const tested = spread.reduce((sum, [, pages]) => sum + pagesIn(pages), 0);
  const { chances, activity } = chancesOf(
    judged.map((each) => pageOf(each, counted, context)),
    tested,
  );
  const shares = new Map(spread.map(([network, pages]) => [network, fitShares(pages, readableOn(network, counted))]));
  const drafts = judged.map((each, index) => draft(each, chances[index] ?? null, shares, mixed, counted, context));
  const order = inOrder(context.criteria.rankBy ?? 'count');
  const kept = drafts.filter(({ row }) => row.verdict === 'keep').toSorted((a, b) => order(a.standing, b.standing));
  const moved = counted.moved
    .filter(({ resource }) => block.holds(resource.network))
    .map((each) => draft({ candidate: each, judgement: movedAway(each) }, null, shares, [], counted, context));
  const rest = [...drafts.filter(({ row }) => row.verdict !== 'keep'), ...moved].toSorted(
    (a, b) => b.row.customers - a.row.customers || byKey(a.candidate.resource, b.candidate.resource),
  );
  const followers = counted.followersOf(kept.map(({ candidate }) => candidate));
  const ranked = kept.map(({ row, page }, index) => ({ row, page, followers: followers[index] ?? [] }));
  const readable = counted.readableAmong(block.holds);
  addReach(ranked, counted, readable);
  return {
    kept,
    rest,
    block: { network: block.network, readable, ranked },
    activity: [...activity].map(([network, told]) => ({ network, ...told })),
  };
}

/** What is smaller is told as this: nobody needs to know how much. */
const leastRate = 1e-6;

const readableOn = (network: string, { readable }: Counted): number => readable.get(network) ?? 0;

const pageOf = ({ candidate, judgement }: Judged, counted: Counted, context: JudgeContext): CountedPage => ({
  customers: candidate.customers,
  readable: readableOn(candidate.resource.network, counted),
  subscribers: judgement.ownSubscribers,
  accounts: accountsOf(candidate.resource, context.networks),
  network: candidate.resource.network,
  examined: judgement.verdict !== 'unexamined',
  control: controlOn(candidate.resource, counted),
});

function controlOn(resource: Candidate['resource'], counted: Counted): NonNullable<CountedPage['control']> | null {
  const control = counted.control?.();
  if (!control) return null;
  return { customers: control.followersOf(resource), readable: control.readableOn(resource.network) };
}

const mixedNote = 'ranked together with other networks, which the terms do not allow: see --apart';

interface Draft {
  candidate: Candidate;
  row: Row;
  page: RankedPage;
  standing: Standing;
}

function draft(
  { candidate, judgement }: Judged,
  chance: Chance | null,
  shares: Map<string, ReturnType<typeof fitShares>>,
  mixed: string[],
  counted: Counted,
  context: JudgeContext,
): Draft {
  const { resource, customers } = candidate;
  const examined = judgement.verdict !== 'unexamined';
  const known = examined ? context.facts(resource) : null;
  const evidence = examined ? context.evidence(resource) : null;
  const facts = known?.facts;
  const customersReadable = readableOn(resource.network, counted);
  const { low, high } = wilsonInterval(customers, customersReadable);
  const accounts = accountsOf(resource, context.networks);
  const isMass = isMassPage(judgement.ownSubscribers, accounts);
  const usual = shares.get(resource.network);
  const dates = (evidence?.posts ?? []).flatMap(({ at }) => at ?? []);
  const row: Row = {
    rank: null,
    network: resource.network,
    resource: facts?.name ?? resource.name,
    resourceId: resource.id,
    title: facts?.title ?? resource.title,
    url: facts?.url ?? resource.url,
    host: resource.host,
    customers,
    customersReadable,
    share: customersReadable > 0 ? customers / customersReadable : 0,
    shareLow: low,
    shareHigh: high,
    subscribers: judgement.subscribers,
    thirdParty: withDays(judgement.thirdParty),
    relevance: judgement.relevance,
    matchedTerms: judgement.matchedTerms,
    sensitive: judgement.sensitive,
    shareShrunk: usual ? (customers + usual.a) / (customersReadable + usual.a + usual.b) : null,
    expectedByChance: chance?.expected ?? null,
    lift: chance?.lift ?? null,
    qValue: counted.isCoarse || chance?.qValue == null ? null : Math.max(chance.qValue, leastRate),
    strength: counted.isCoarse ? null : (chance?.strength ?? null),
    massPage: isMass,
    block: judgement.verdict !== 'keep' ? null : isMass ? 'mass' : 'main',
    newCustomers: null,
    reach: null,
    lastPost: dayOf(dates.toSorted().at(-1) ?? null),
    contact: facts?.contacts?.join('; ') || null,
    rankChange: null,
    retrievedAt: known ? dayOf(new Date(known.at).toISOString()) : null,
    verdict: judgement.verdict,
    reason: judgement.reason,
    ruleVerdict: judgement.ruleVerdict,
    note: [judgement.note, candidate.note, mixed.includes(resource.network) && mixedNote].filter(Boolean).join('; '),
    description: facts?.description ?? null,
    wishes: facts?.wishes ?? [],
    ageDays: null,
    surveyed: counted.isCoarse ? null : (candidate.surveyed ?? 0),
    family: null,
    familyCustomers: null,
    familyPages: [],
    familyHints: [],
    results: null,
    factsFrom: known ? (known.facts.via ?? 'network') : null,
  };
  row.results = context.results?.({ network: row.network, name: row.resource, url: row.url }) ?? null;
  const count = examined ? context.countedOn?.(resource) : undefined;
  const looked = count?.outside == null ? null : { at: momentOfCount(count, context.now) };
  if (!counted.isCoarse) row.ageDays = ageOf(resource, [known, evidence, looked], counted, context);
  const page = {
    resource,
    isMass: isMass === true,
    subscribers: judgement.ownSubscribers,
    accounts,
    rate: chance?.rate ?? null,
    results: row.results,
  };
  return { candidate, row, page, standing: standingOf(page, customers, customersReadable) };
}

/** What is handed on tells no age: it may be that of a single list. */
function ageOf(
  { network }: Candidate['resource'],
  answers: ({ at: number } | null)[],
  { lists }: Counted,
  { now }: JudgeContext,
): number | null {
  const own = answers.flatMap((answer) => answer?.at ?? []);
  return oldest([...(lists.get(network)?.values() ?? []), ...own], now);
}

/** Who joins with each further resource, and the share of the readable customers covered so far. */
function addReach(ranked: RankedResource[], { isCoarse }: Counted, readable: number): void {
  const board = new Board(ranked.map(({ followers }) => followers));
  for (const [index, { row }] of ranked.entries()) {
    const joined = board.take(index).length;
    row.rank = index + 1;
    // Of so few clients, neither how many they are nor that there are any is told.
    if (isCoarse && joined < leastShared) continue;
    const exactly = (clients: number): number => (isCoarse ? coarse(clients) : clients);
    row.newCustomers = exactly(joined);
    row.reach = readable > 0 ? exactly(board.covered) / readable : 0;
  }
}

const withDays = (thirdParty: ThirdParty): ThirdParty => ({
  ...thirdParty,
  evidenceDate: dayOf(thirdParty.evidenceDate),
  evidence: thirdParty.evidence.map((row) => ({ ...row, at: dayOf(row.at) })),
});

const dayOf = (instant: string | null): string | null => instant && new Date(instant).toISOString().slice(0, 10);
