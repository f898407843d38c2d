import { UserError } from './errors.ts';
import { networks as builtIn, networksWith, readSites } from './networks/index.ts';
import { previousRanking, rankingDigest } from './outputs/history.ts';
import { writeOutputs } from './outputs/index.ts';
import { type Settings, connections, inputFiles, leastCustomers, userAgent } from './settings.ts';
import { budgetKeeper } from './stages/budget.ts';
import { type Asking, collect } from './stages/collect.ts';
import { changesSince } from './stages/changes.ts';
import { count } from './stages/count.ts';
import { examine } from './stages/examine.ts';
import { type Knowledge, createJudge, networkOf } from './stages/judge.ts';
import { overlapOf } from './stages/overlap.ts';
import { rank } from './stages/rank.ts';
import { readInput } from './inputs/read-input.ts';
import { openStore } from './state/store.ts';
import { makeTeasers } from './teasers/teasers.ts';
import type { AnyNetwork, Clock, Decision, Input, Problem, Progress, Report, Row, Store, Teaser } from './types.ts';
import { createDoor } from './web/http.ts';

/** What a run gets from its caller: the time, the tokens, and who hears of progress. */
export interface Surroundings {
  clock: Clock;
  progress: Progress;
  /** Tokens by network id, for the networks that want one. */
  tokens?: ReadonlyMap<string, string>;
}

export interface Outcome {
  report: Report;
  /** The files written, in the order of design section 6. */
  paths: string[];
  /** Requests sent in this run, by host. */
  requests: Record<string, number>;
  /** Whether another run, or a mended row of the input, would give nothing more. */
  complete: boolean;
}

const day = 86_400_000;

/**
 * Reads the input, collects what the profiles follow, examines the most shared resources and writes the files.
 * @throws UserError where a person must mend something first; nothing is written then
 */
export async function analyze(settings: Settings, surroundings: Surroundings): Promise<Outcome> {
  const { clock, progress } = surroundings;
  const networks = await networksFor(settings);
  const input = await readInput(inputFiles(settings), networks);
  progress({ stage: 'input', tables: input.tables });
  needSomething(settings, input);
  const store = openStore(settings.state, clock);
  const door = createDoor({
    clock,
    connectTo: connections(settings),
    userAgent: userAgent(settings),
    tokens: surroundings.tokens ?? new Map(),
    browser: settings.browser,
    takeFromBudget: budgetKeeper(networks, settings, store, clock),
    onWait: ({ host, until, why }) => progress({ stage: 'wait', host, until, why }),
  });
  try {
    store.purge(clock.now() - settings.keep * day);
    const asking: Asking = {
      networks,
      store,
      clock,
      progress,
      maxAge: settings.maxAge * day,
      webFor: (network) => door.for(network),
    };
    await collect(input, asking);
    const counted = count(store, leastCustomers(settings), input.decisions);
    const knowledge = knowledgeOf(settings, networks, store, input.decisions, clock, true);
    const judge = createJudge(knowledge);
    await examine(counted.candidates, knowledge, judge, asking);
    const rows = rank(counted, knowledge, judge);
    const { problems } = input;
    return await conclude(settings, surroundings, store, {
      networks,
      counted,
      rows,
      problems,
      requests: door.requests(),
    });
  } finally {
    await door.close();
    store.close();
  }
}

/** Writes the files again from the state, with today's settings and verdicts, without asking anybody. */
export async function rework(settings: Settings, surroundings: Surroundings): Promise<Outcome> {
  const { clock } = surroundings;
  const store = openStore(settings.state, clock);
  try {
    return await conclude(settings, surroundings, store, await recall(settings, store, clock));
  } finally {
    store.close();
  }
}

/** The networks that the program knows, after those that the settings teach it. @throws UserError sites_file */
export const networksFor = async ({ sites }: Settings): Promise<readonly AnyNetwork[]> =>
  sites === null ? builtIn : networksWith(await readSites(sites));

/** @throws UserError where the input holds nothing that could be counted */
function needSomething({ customers, follows }: Settings, input: Input): void {
  const files = [customers, ...follows].filter((file) => file !== null);
  if (files.length === 0) throw new UserError('nothing_to_read', 'the command line');
  if (input.follows.length > 0 || input.customers.some(({ profiles }) => profiles.length > 0)) return;
  const problems = input.problems
    .slice(0, 5)
    .map(({ file, line, value, problem }) => `\n    ${file}:${line}: ${value}: ${problem}`);
  throw new UserError('no_usable_rows', files.join(', '), problems.join(''));
}

/** What the state holds, counted and ranked by today's settings and verdicts. @throws UserError state_empty */
export async function recall(settings: Settings, store: Store, clock: Clock): Promise<Findings> {
  const networks = await networksFor(settings);
  const { decisions } = await readInput(
    { ...inputFiles(settings), customers: null, follows: [], columns: new Map() },
    networks,
  );
  const problems = store.problems();
  if (!problems) throw new UserError('state_empty', settings.state);
  const counted = count(store, leastCustomers(settings), decisions);
  const knowledge = knowledgeOf(settings, networks, store, decisions, clock, false);
  return { networks, counted, rows: rank(counted, knowledge, createJudge(knowledge)), problems, requests: new Map() };
}

export interface Findings {
  networks: readonly AnyNetwork[];
  counted: ReturnType<typeof count>;
  rows: Row[];
  problems: Problem[];
  requests: Map<string, number>;
}

async function conclude(
  settings: Settings,
  { clock, progress }: Surroundings,
  store: Store,
  findings: Findings,
): Promise<Outcome> {
  const { networks, counted, problems, requests } = findings;
  const date = new Date(clock.now()).toISOString().slice(0, 10);
  const { top, minSubscribers, thirdParty, output } = settings;
  const criteria = { top, minSubscribers, minCustomers: leastCustomers(settings), thirdParty };
  const past = await previousRanking(output, { date, criteria }, (ranking) => store.madeOfTheSame(ranking));
  const { rows, previous } = changesSince(past, findings.rows);
  const report: Report = {
    date,
    customers: counted.customers,
    criteria,
    coverage: counted.coverage,
    rows,
    overlap: overlapOf(counted, rows, criteria.minCustomers),
    previous,
    teasers: teasersFor(settings, rows, (row) => networkOf(row, { networks }).utmSource(row)),
    problems,
  };
  const paths = await writeOutputs(report, output, settings);
  store.saveRanking(rankingDigest(report), clock.now());
  for (const path of paths) progress({ stage: 'written', path });
  const unanswered = rows.some(({ reason }) => reason === 'not_reached' || reason === 'not_asked_yet');
  const complete = problems.length === 0 && !unanswered && counted.coverage.every((each) => each.not_reached === 0);
  return { report, paths, requests: Object.fromEntries(requests), complete };
}

function teasersFor({ link, campaign, ...parts }: Settings, rows: Row[], utmSourceOf: (row: Row) => string): Teaser[] {
  if (link === null) return [];
  return makeTeasers(rows, { ...parts, link, campaign: campaign ?? '' }, utmSourceOf);
}

function knowledgeOf(
  settings: Settings,
  networks: readonly AnyNetwork[],
  store: Store,
  decisions: Decision[],
  clock: Clock,
  asked: boolean,
): Knowledge {
  const { minSubscribers, thirdParty, top } = settings;
  return {
    criteria: { minSubscribers, thirdParty, top },
    networks,
    decisions,
    asked,
    now: clock.now(),
    facts: (resource) => store.facts(resource),
    evidence: (resource) => store.evidence(resource),
  };
}
