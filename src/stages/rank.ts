import { type Candidate, type Row, type ThirdParty, leastShared } from '../types/report.ts';
import type { Counted } from './count.ts';
import { type JudgeContext, networkOf } from './context.ts';
import { decisionFinder } from './decisions.ts';
import { type Judge, type Judgement, unexamined } from './judge.ts';
import { judgeLevels } from './levels.ts';
import { byKey } from './keys.ts';
import { coarse } from './shareable.ts';
import { chanceOf, wilsonInterval } from './statistics.ts';

/**
 * Every counted resource with its verdict, the kept ones first: by customers, then by lift over chance (to one
 * decimal, unknown last), then by subscribers, then by resource key.
 */
export function rank(counted: Counted, context: JudgeContext, judge: Judge): Row[] {
  const judgements = judgeLevels(counted.candidates, context.criteria.top, judge);
  const decisionOn = decisionFinder(context.decisions);
  const drafts = counted.candidates.map((candidate, index) => {
    // Behind the asked top only a person's decision counts.
    const behind = decisionOn(candidate.resource) ? judge : unexamined;
    const judgement = judgements[index] ?? behind(candidate);
    return draft(candidate, judgement, counted, context);
  });
  const kept = drafts.filter(({ row }) => row.verdict === 'keep').toSorted(byRank);
  const rest = drafts.filter(({ row }) => row.verdict !== 'keep');
  addReach(kept, counted);
  return [...kept, ...rest].map(({ row }) => row);
}

interface Draft {
  candidate: Candidate;
  row: Row;
  shrunkLift: number | null;
}

function draft(candidate: Candidate, judgement: Judgement, counted: Counted, context: JudgeContext): Draft {
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
    relevance: null,
    matchedTerms: [],
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
    note: [judgement.note, candidate.note].filter(Boolean).join('; '),
    description: facts?.description ?? null,
    wishes: facts?.wishes ?? [],
  };
  return { candidate, row, shrunkLift: byChance && Math.round(byChance.shrunkLift * 10) / 10 };
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
function addReach(kept: Draft[], counted: Counted): void {
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
    row.reach = counted.readableAnywhere > 0 ? exactly(covered.size) / counted.readableAnywhere : 0;
  }
}

const withDays = (thirdParty: ThirdParty): ThirdParty => ({
  ...thirdParty,
  evidenceDate: dayOf(thirdParty.evidenceDate),
  evidence: thirdParty.evidence.map((row) => ({ ...row, at: dayOf(row.at) })),
});

const dayOf = (instant: string | null): string | null => instant && new Date(instant).toISOString().slice(0, 10);
