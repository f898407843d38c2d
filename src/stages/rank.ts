import type { Alike } from '../types/alike.ts';
import {
  type Candidate,
  type Report,
  type Row,
  type ThirdParty,
  type Verdict,
  leastShared,
  verdicts as allVerdicts,
} from '../types/report.ts';
import { joinNotes, rowNotes } from '../text/row-notes.ts';
import { blocksOf, mixedNetworks } from './apart.ts';
import { bareRows } from './bare-rows.ts';
import { Board } from './board.ts';
import type { Counted } from './count.ts';
import { type JudgeContext, accountsOf } from './context.ts';
import { addFamilies, namedBy } from './families/families.ts';
import { momentOfCount } from './hand-counts.ts';
import { type Judge, movedAway } from './judge.ts';
import type { Judged } from './levels.ts';
import type { Post } from '../types/resource.ts';
import { byKey } from './keys.ts';
import { oldest, oldestReads } from './list-ages.ts';
import { type Selection, selectFrom } from './selection.ts';
import { coarse } from './shareable.ts';
import { type RankedPage, type Standing, inOrder, standingOf } from './standing.ts';
import { type Chance, type CountedPage, chancesOf, isMassPage, untestedChance } from './chance.ts';
import { type Histogram, fitShares, pagesIn, wilsonInterval } from './statistics.ts';

/** The counted resources with their verdicts, what is ranked together, and how active the customers are, by network. */
export interface Ranking {
  /** The kept ones, then what was found out of others, and the first of those of which only the lists tell. */
  rows: Row[];
  /** All of them, in the same order; those that are not among `rows` are made one by one. */
  candidates: () => Iterable<Row | Alike<Row>>;
  totals: Report['totals'];
  blocks: RankedBlock[];
  activity: Report['activity'];
  /** Networks that are ranked together with others, although their terms do not allow it. */
  mixed: string[];
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
  const isTold = Boolean(counted.control?.());
  const selections = blocks.map((block) => selectFrom(block, context, judge, isTold));
  const named = namedBy(
    selections.flatMap((selection) => selection.shown()),
    context,
  );
  for (const selection of selections) selection.show(named);
  const ranked = selections.map((selection) => rankBlock(selection, counted, context));
  const drafts = [...ranked.flatMap(({ kept }) => kept), ...ranked.flatMap(({ rest }) => rest)];
  addFamilies(drafts, blocks, counted, context);
  return {
    rows: drafts.map(({ row }) => row),
    *candidates() {
      for (const { kept } of ranked) for (const { row } of kept) yield row;
      for (const { rest, others } of ranked) yield* mergedRows(rest, others());
    },
    totals: totalsOf(drafts, selections, ranked, counted, context),
    blocks: ranked.map(({ block }) => block),
    activity: ranked.flatMap(({ activity }) => activity),
    mixed: ranked.flatMap(({ mixed }) => mixed),
  };
}

/** What is made of one block. */
interface RankedCandidates extends Pick<Ranking, 'activity' | 'mixed'> {
  kept: Draft[];
  rest: Draft[];
  /** Those that are shown in no report. */
  others: () => Iterable<Placed<Row | Alike<Row>>>;
  /** Resources of the block that fewer customers follow than are shown. */
  leftOut: number;
  block: RankedBlock;
}

function rankBlock(selection: Selection, counted: Counted, context: JudgeContext): RankedCandidates {
  const { block } = selection;
  const judged = selection.shown();
  const hasOthers = [...selection.otherVerdicts.values()].some((many) => many > 0);
  const networks = new Set(judged.map(({ candidate }) => candidate.resource.network));
  if (hasOthers) for (const network of counted.networks) if (block.holds(network)) networks.add(network);
  const mixed = mixedNetworks(networks, context.networks);
  const spread = [...counted.spread].filter(([network]) => block.holds(network));
  const tested = spread.reduce((sum, [, pages]) => sum + pagesIn(pages), 0);
  const { chances, activity } = chancesOf(
    judged.map((each) => pageOf(each, counted, context)),
    tested,
    [...networks].map((network) => ({
      network,
      accounts: accountsOf({ network }, context.networks),
      control: controlOn({ network, id: '' }, counted),
    })),
  );
  const few = spread.reduce((sum, [, pages]) => sum + pagesIn(pages.slice(0, selection.least)), 0);
  const figures = { sharesOf: sharesIn(spread, counted), mixed, oldestRead: oldestReads(counted.lists) };
  const drafts = judged.map((each, index) => draft(each, chances[index] ?? null, figures, counted, context));
  const order = inOrder(context.criteria.rankBy ?? 'count');
  const kept = drafts.filter(({ row }) => row.verdict === 'keep').toSorted((a, b) => order(a.standing, b.standing));
  const moved = counted.moved
    .filter(({ resource }) => block.holds(resource.network))
    .map((each) =>
      draft({ candidate: each, judgement: movedAway(each) }, null, { ...figures, mixed: [] }, counted, context),
    );
  const rest = [...drafts.filter(({ row }) => row.verdict !== 'keep'), ...moved].toSorted(byCustomers);
  const isControlled = Boolean(counted.control?.());
  /** Of most of those that nobody looked at, not even their size is known. */
  const chanceOf = (each: Judged): Chance | null => {
    if (!isControlled && each.judgement.verdict === 'unexamined' && each.judgement.ownSubscribers === null) return null;
    const page = pageOf(each, counted, context);
    return untestedChance(page, activity.get(page.network));
  };
  const followers = counted.followersOf(kept.map(({ candidate }) => candidate));
  const ranked = kept.map(({ row, page }, index) => ({ row, page, followers: followers[index] ?? [] }));
  const readable = counted.readableAmong(block.holds);
  addReach(ranked, counted, readable);
  return {
    kept,
    rest,
    *others() {
      const fromNothing = (each: Judged): Row => rowOf(each, chanceOf(each), figures, counted, context);
      // A control list tells of each of them.
      const rowFor = isControlled ? fromNothing : bareRows(fromNothing, context);
      for (const each of selection.others()) yield { candidate: each.candidate, row: rowFor(each) };
    },
    leftOut: Math.max(0, few - judged.filter(({ candidate }) => candidate.customers < selection.least).length),
    mixed,
    block: { network: block.network, readable, ranked },
    activity: [...activity].map(([network, told]) => ({ network, ...told })),
  };
}

const byCustomers = (a: Placed<unknown>, b: Placed<unknown>): number =>
  b.candidate.customers - a.candidate.customers || byKey(a.candidate.resource, b.candidate.resource);

/** Two orders by customers as one. */
function* mergedRows<Other>(some: readonly Placed[], others: Iterable<Placed<Other>>): Generator<Row | Other> {
  let at = 0;
  for (const other of others) {
    for (let next = some[at]; next && byCustomers(next, other) < 0; next = some[++at]) yield next.row;
    yield other.row;
  }
  for (const { row } of some.slice(at)) yield row;
}

function totalsOf(
  drafts: readonly Draft[],
  selections: readonly Selection[],
  ranked: readonly RankedCandidates[],
  { isCoarse }: Counted,
  { criteria }: JudgeContext,
): Report['totals'] {
  const verdicts = new Map<Verdict, number>();
  const add = (verdict: Verdict, many: number): void => void verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + many);
  for (const { row } of drafts) add(row.verdict, 1);
  for (const { otherVerdicts } of selections) for (const [verdict, many] of otherVerdicts) add(verdict, many);
  const counts = Object.fromEntries(allVerdicts.map((verdict) => [verdict, verdicts.get(verdict) ?? 0]));
  const least = Math.max(...selections.map((selection) => selection.least));
  return {
    resources: [...verdicts.values()].reduce((sum, many) => sum + many, 0),
    ...(counts as Record<Verdict, number>),
    // What is handed on tells of nothing that so few share, not even how much there is.
    left_out: isCoarse ? null : ranked.reduce((sum, { leftOut }) => sum + leftOut, 0),
    left_out_below: Math.max(least, criteria.minCustomers),
  };
}

/** What is smaller is told as this: nobody needs to know how much. */
const leastRate = 1e-6;

/** What a number of customers is of all those whose lists of a network could be read. */
interface Shares {
  readable: number;
  share: number;
  low: number;
  high: number;
  /** Drawn towards the shares that are usual there; null where nobody knows them. */
  shrunk: number | null;
}

/** Reckoned once for all resources of a network that as many follow. */
function sharesIn(spread: readonly [string, Histogram][], counted: Counted): Figures['sharesOf'] {
  const usual = new Map(spread.map(([network, pages]) => [network, fitShares(pages, readableOn(network, counted))]));
  const known = new Map<string, Map<number, Shares>>();
  return (network, customers) => {
    const own = known.get(network) ?? new Map<number, Shares>();
    known.set(network, own);
    const before = own.get(customers);
    if (before) return before;
    const readable = readableOn(network, counted);
    const beta = usual.get(network);
    const shares = {
      readable,
      share: readable > 0 ? customers / readable : 0,
      ...wilsonInterval(customers, readable),
      shrunk: beta ? (customers + beta.a) / (readable + beta.a + beta.b) : null,
    };
    own.set(customers, shares);
    return shares;
  };
}

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

function controlOn(
  resource: Pick<Candidate['resource'], 'network' | 'id'>,
  counted: Counted,
): NonNullable<CountedPage['control']> | null {
  const control = counted.control?.();
  if (!control) return null;
  return { customers: control.followersOf(resource), readable: control.readableOn(resource.network) };
}

/** A row, and what it is of. */
interface Placed<Of = Row> {
  candidate: Candidate;
  row: Of;
}

interface Draft extends Placed {
  page: RankedPage;
  standing: Standing;
}

/** What the rows of one block have in common. */
interface Figures {
  /** What it means that so many customers follow a resource of a network. */
  sharesOf: (network: string, customers: number) => Shares;
  /** Networks that ought not to be ranked together with others. */
  mixed: readonly string[];
  /** When the oldest list of each network was read. */
  oldestRead: ReadonlyMap<string, number>;
}

function draft(
  judged: Judged,
  chance: Chance | null,
  figures: Figures,
  counted: Counted,
  context: JudgeContext,
): Draft {
  const { candidate, judgement } = judged;
  const { resource, customers } = candidate;
  const row = rowOf(judged, chance, figures, counted, context);
  const page = {
    resource,
    isMass: row.massPage === true,
    subscribers: judgement.ownSubscribers,
    accounts: accountsOf(resource, context.networks),
    rate: chance?.rate ?? null,
    results: row.results,
  };
  return { candidate, row, page, standing: standingOf(page, customers, row.customersReadable) };
}

function rowOf(
  { candidate, judgement }: Judged,
  chance: Chance | null,
  { sharesOf, mixed, oldestRead }: Figures,
  counted: Counted,
  context: JudgeContext,
): Row {
  const { resource, customers } = candidate;
  const examined = judgement.verdict !== 'unexamined';
  const known = examined ? context.facts(resource) : null;
  const evidence = examined ? context.evidence(resource) : null;
  const facts = known?.facts;
  const shares = sharesOf(resource.network, customers);
  const isMass = isMassPage(judgement.ownSubscribers, accountsOf(resource, context.networks));
  const row: Row = {
    rank: null,
    network: resource.network,
    resource: facts?.name ?? resource.name,
    resourceId: resource.id,
    title: facts?.title ?? resource.title,
    url: facts?.url ?? resource.url,
    host: resource.host,
    customers,
    customersReadable: shares.readable,
    share: shares.share,
    shareLow: shares.low,
    shareHigh: shares.high,
    subscribers: judgement.subscribers,
    thirdParty: withDays(judgement.thirdParty),
    relevance: judgement.relevance,
    matchedTerms: judgement.matchedTerms,
    sensitive: judgement.sensitive,
    shareShrunk: shares.shrunk,
    expectedByChance: chance?.expected ?? null,
    lift: chance?.lift ?? null,
    qValue: counted.isCoarse || chance?.qValue == null ? null : Math.max(chance.qValue, leastRate),
    strength: counted.isCoarse ? null : (chance?.strength ?? null),
    massPage: isMass,
    block: judgement.verdict !== 'keep' ? null : isMass ? 'mass' : 'main',
    newCustomers: null,
    reach: null,
    lastPost: evidence?.posts ? lastDayOf(evidence.posts) : null,
    contact: facts?.contacts?.join('; ') || null,
    rankChange: null,
    retrievedAt: known ? dayOf(new Date(known.at).toISOString()) : null,
    verdict: judgement.verdict,
    reason: judgement.reason,
    ruleVerdict: judgement.ruleVerdict,
    note: joinNotes([
      judgement.note,
      candidate.note,
      mixed.includes(resource.network) ? rowNotes.rankedTogether() : '',
    ]),
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
  if (!counted.isCoarse) {
    const answers = examined ? [known, evidence, looked] : [];
    row.ageDays = ageOf(oldestRead.get(resource.network), answers, context);
  }
  return row;
}

/** What is handed on tells no age: it may be that of a single list. */
function ageOf(
  oldestRead: number | undefined,
  answers: ({ at: number } | null)[],
  { now }: JudgeContext,
): number | null {
  return oldest(
    [oldestRead, ...answers.map((answer) => answer?.at)].filter((at) => at !== undefined),
    now,
  );
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

function withDays(thirdParty: ThirdParty): ThirdParty {
  if (thirdParty.evidenceDate === null && thirdParty.evidence.length === 0) return thirdParty;
  return {
    ...thirdParty,
    evidenceDate: dayOf(thirdParty.evidenceDate),
    evidence: thirdParty.evidence.map((row) => ({ ...row, at: dayOf(row.at) })),
  };
}

function lastDayOf(posts: readonly Post[]): string | null {
  const dates = posts.flatMap(({ at }) => at ?? []);
  return dayOf(dates.toSorted().at(-1) ?? null);
}

const dayOf = (instant: string | null): string | null => instant && new Date(instant).toISOString().slice(0, 10);
