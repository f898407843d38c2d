import { type Candidate, type Row, type ThirdParty, leastShared } from '../types/report.ts';
import { type Block, blocksOf, mixedNetworks } from './apart.ts';
import type { Counted } from './count.ts';
import { type JudgeContext, networkOf } from './context.ts';
import { decisionFinder } from './decisions.ts';
import { type Judge, type Judgement, unexamined } from './judge.ts';
import { judgeLevels } from './levels.ts';
import { byKey } from './keys.ts';
import { oldest } from './list-ages.ts';
import { coarse } from './shareable.ts';
import { chanceOf, wilsonInterval } from './statistics.ts';

/**
 * Every counted resource with its verdict, the kept ones first: by customers, then by lift over chance (to one
 * decimal, unknown last), then by subscribers, then by resource key. A network that is kept apart has a ranking of its
 * own behind the others'.
 */
export function rank(counted: Counted, context: JudgeContext, judge: Judge): Row[] {
  const blocks = blocksOf(counted.candidates, context.criteria).map((block) =>
    rankBlock(block, counted, context, judge),
  );
  return [...blocks.flatMap(({ kept }) => kept), ...blocks.flatMap(({ rest }) => rest)].map(({ row }) => row);
}

function rankBlock(
  block: Block,
  counted: Counted,
  context: JudgeContext,
  judge: Judge,
): Record<'kept' | 'rest', Draft[]> {
  const judgements = judgeLevels(block.candidates, context.criteria.top, judge);
  const mixed = mixedNetworks(block, context.networks);
  const decisionOn = decisionFinder(context.decisions);
  const drafts = block.candidates.map((candidate, index) => {
    // Behind the asked top only a person's decision counts.
    const behind = decisionOn(candidate.resource) ? judge : unexamined;
    const judgement = judgements[index] ?? behind(candidate);
    return draft(candidate, judgement, mixed, counted, context);
  });
  const kept = drafts.filter(({ row }) => row.verdict === 'keep').toSorted(byRank);
  const rest = drafts.filter(({ row }) => row.verdict !== 'keep');
  addReach(kept, counted, counted.readableAmong(block.holds));
  return { kept, rest };
}

const mixedNote = 'ranked together with other networks, which the terms do not allow: see --apart';

interface Draft {
  candidate: Candidate;
  row: Row;
  shrunkLift: number | null;
}

function draft(
  candidate: Candidate,
  judgement: Judgement,
  mixed: string[],
  counted: Counted,
  context: JudgeContext,
): Draft {
  const { resource, customers } = candidate;
  const examined = judgement.verdict !== 'unexamined';
  const known = examined ? context.facts(resource) : null;
  const evidence = examined ? context.evidence(resource) : null;
  const facts = known?.facts;
  const customersReadable = counted.readable.get(resource.network) ?? 0;
  const { low, high } = wilsonInterval(customers, customersReadable);
  const accounts = networkOf(resource, context.networks).accounts?.count ?? null;
  const byChance = chanceOf(customers, customersReadable, judgement.subscribers, accounts);
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
    expectedByChance: byChance?.expected ?? null,
    lift: byChance?.lift ?? null,
    massPage: byChance?.massPage ?? null,
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
  return { candidate, row, shrunkLift: byChance && Math.round(byChance.shrunkLift * 10) / 10 };
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

function byRank(a: Draft, b: Draft): number {
  return (
    b.row.customers - a.row.customers ||
    descending(a.shrunkLift, b.shrunkLift) ||
    descending(a.row.subscribers, b.row.subscribers) ||
    byKey(a.candidate.resource, b.candidate.resource)
  );
}

/** Larger first, unknown last. */
const descending = (a: number | null, b: number | null): number => (a === b ? 0 : (b ?? -1) - (a ?? -1));

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
