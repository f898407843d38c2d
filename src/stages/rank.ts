import {
  type Candidate,
  type RankOrder,
  type Report,
  type Row,
  type ThirdParty,
  leastShared,
} from '../types/report.ts';
import { type Block, blocksOf, mixedNetworks } from './apart.ts';
import type { Counted } from './count.ts';
import { type JudgeContext, accountsOf } from './context.ts';
import { decisionFinder } from './decisions.ts';
import { type Judge, type Judgement, unexamined } from './judge.ts';
import { judgeLevels } from './levels.ts';
import { byKey } from './keys.ts';
import { oldest } from './list-ages.ts';
import { coarse } from './shareable.ts';
import { type Chance, type CountedPage, chancesOf, isMassPage } from './chance.ts';
import { fitShares, pagesIn, wilsonInterval } from './statistics.ts';

/** Every counted resource with its verdict, and how active the customers are, by network. */
export interface Ranking {
  rows: Row[];
  activity: Report['activity'];
}

/**
 * Every counted resource with its verdict, the kept ones first: what not everybody follows anyway, then the mass pages;
 * each by the asked order, then by customers, by lift over chance (to one decimal, unknown last), by subscribers and by
 * resource key. A network that is kept apart has a ranking of its own behind the others'.
 */
export function rank(counted: Counted, context: JudgeContext, judge: Judge): Ranking {
  const blocks = blocksOf(counted.candidates, context.criteria).map((block) =>
    rankBlock(block, counted, context, judge),
  );
  const drafts = [...blocks.flatMap(({ kept }) => kept), ...blocks.flatMap(({ rest }) => rest)];
  return { rows: drafts.map(({ row }) => row), activity: blocks.flatMap(({ activity }) => activity) };
}

function rankBlock(
  block: Block,
  counted: Counted,
  context: JudgeContext,
  judge: Judge,
): Record<'kept' | 'rest', Draft[]> & Pick<Ranking, 'activity'> {
  const judgements = judgeLevels(block.candidates, context.criteria.top, judge);
  const mixed = mixedNetworks(block, context.networks);
  const decisionOn = decisionFinder(context.decisions);
  const judged = block.candidates.map((candidate, index) => {
    // Behind the asked top only a person's decision counts.
    const behind = decisionOn(candidate.resource) ? judge : unexamined;
    return { candidate, judgement: judgements[index] ?? behind(candidate) };
  });
  const spread = [...counted.spread].filter(([network]) => block.holds(network));
  const tested = spread.reduce((sum, [, pages]) => sum + pagesIn(pages), 0);
  const { chances, activity } = chancesOf(
    judged.map((each) => pageOf(each, counted, context)),
    tested,
  );
  const shares = new Map(spread.map(([network, pages]) => [network, fitShares(pages, readableOn(network, counted))]));
  const drafts = judged.map((each, index) => draft(each, chances[index] ?? null, shares, mixed, counted, context));
  const kept = drafts.filter(({ row }) => row.verdict === 'keep').toSorted(orderBy(context.criteria.rankBy ?? 'count'));
  const rest = drafts.filter(({ row }) => row.verdict !== 'keep');
  addReach(kept, counted, counted.readableAmong(block.holds));
  return { kept, rest, activity: [...activity].map(([network, told]) => ({ network, ...told })) };
}

/** What is smaller is told as this: nobody needs to know how much. */
const leastRate = 1e-6;

const readableOn = (network: string, { readable }: Counted): number => readable.get(network) ?? 0;

const pageOf = ({ candidate, judgement }: Judged, counted: Counted, context: JudgeContext): CountedPage => ({
  customers: candidate.customers,
  readable: readableOn(candidate.resource.network, counted),
  subscribers: judgement.subscribers,
  accounts: accountsOf(candidate.resource, context.networks),
  network: candidate.resource.network,
  examined: judgement.verdict !== 'unexamined',
});

const mixedNote = 'ranked together with other networks, which the terms do not allow: see --apart';

interface Judged {
  candidate: Candidate;
  judgement: Judgement;
}

interface Draft {
  candidate: Candidate;
  row: Row;
  shrunkLift: number | null;
  /** By how much the lower end of the share's interval lies beyond what chance gives; null where that is unknown. */
  beyondChance: number | null;
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
  const isMass = isMassPage(judgement.subscribers, accountsOf(resource, context.networks));
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
  };
  if (!counted.isCoarse) row.ageDays = ageOf(resource, [known, evidence], counted, context);
  const { shrunkLift = null, rate = null } = chance ?? {};
  return {
    candidate,
    row,
    shrunkLift: shrunkLift && Math.round(shrunkLift * 10) / 10,
    beyondChance: rate === null ? null : low - rate,
  };
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

const byOrder: Record<RankOrder, (a: Draft, b: Draft) => number> = {
  count: () => 0,
  share: (a, b) => b.row.share - a.row.share,
  'beyond-chance': (a, b) => descending(a.beyondChance, b.beyondChance),
};

const orderBy =
  (order: RankOrder) =>
  (a: Draft, b: Draft): number =>
    Number(a.row.block === 'mass') - Number(b.row.block === 'mass') ||
    byOrder[order](a, b) ||
    b.row.customers - a.row.customers ||
    descending(a.shrunkLift, b.shrunkLift) ||
    descending(a.row.subscribers, b.row.subscribers) ||
    byKey(a.candidate.resource, b.candidate.resource);

/** Larger first, unknown last. */
const descending = (a: number | null, b: number | null): number => (a === b ? 0 : (b ?? -Infinity) - (a ?? -Infinity));

/** Who joins with each further resource, and the share of the readable customers covered so far. */
function addReach(kept: Draft[], counted: Counted, readable: number): void {
  const followers = counted.followersOf(kept.map(({ candidate }) => candidate));
  const covered = new Set<number>();
  for (const [index, { row }] of kept.entries()) {
    const before = covered.size;
    for (const customer of followers[index] ?? []) covered.add(customer);
    row.rank = index + 1;
    const joined = covered.size - before;
    // Of so few clients, neither how many they are nor that there are any is told.
    if (counted.isCoarse && joined < leastShared) continue;
    const exactly = (clients: number): number => (counted.isCoarse ? coarse(clients) : clients);
    row.newCustomers = exactly(joined);
    row.reach = readable > 0 ? exactly(covered.size) / readable : 0;
  }
}

const withDays = (thirdParty: ThirdParty): ThirdParty => ({
  ...thirdParty,
  evidenceDate: dayOf(thirdParty.evidenceDate),
  evidence: thirdParty.evidence.map((row) => ({ ...row, at: dayOf(row.at) })),
});

const dayOf = (instant: string | null): string | null => instant && new Date(instant).toISOString().slice(0, 10);
