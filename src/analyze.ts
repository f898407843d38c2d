import { buildReport } from './report/build-report.ts';
import { needFollows, readInput } from './inputs/read-input.ts';
import { networksFor } from './networks/index.ts';
import { judgeContextOf, rankFromState } from './report/from-state.ts';
import { type Settings, connections, inputFiles, effectiveMinCustomers, userAgent } from './settings.ts';
import { createBudget } from './web/budget.ts';
import { collect } from './stages/collect.ts';
import type { CollectContext } from './stages/context.ts';
import { count } from './stages/count.ts';
import { examine } from './stages/examine.ts';
import { createJudge } from './stages/judge.ts';
import { rank } from './stages/rank.ts';
import { openStore } from './state/store.ts';
import { type RunContext, type RunResult, dayMs } from './types/run.ts';
import { createWebClient } from './web/client.ts';

/**
 * Reads the input, collects what the profiles follow, examines the most shared resources and writes the files.
 * @throws UserError where a person must mend something first; nothing is written then
 */
export async function analyze(settings: Settings, context: RunContext): Promise<RunResult> {
  const { clock, progress } = context;
  const networks = await networksFor(settings);
  const input = await readInput(inputFiles(settings), networks);
  progress({ stage: 'input', tables: input.tables });
  needFollows(inputFiles(settings), input);
  const store = openStore(settings.state, clock);
  const client = createWebClient({
    clock,
    connectTo: connections(settings),
    userAgent: userAgent(settings),
    tokens: context.tokens ?? new Map(),
    browser: settings.browser,
    takeFromBudget: createBudget(networks, settings, store, clock),
    onWait: ({ host, until, why }) => progress({ stage: 'wait', host, until, why }),
  });
  try {
    store.purge(clock.now() - settings.keep * dayMs);
    const asking: CollectContext = {
      networks,
      store,
      clock,
      progress,
      maxAgeMs: settings.maxAge * dayMs,
      webFor: (network) => client.for(network),
    };
    await collect(input, asking);
    const counted = count(store, effectiveMinCustomers(settings), input.decisions);
    const knowledge = judgeContextOf(settings, networks, store, input.decisions, clock, true);
    const judge = createJudge(knowledge);
    await examine(counted.candidates, knowledge, judge, asking);
    const rows = rank(counted, knowledge, judge);
    const findings = { networks, counted, rows, problems: input.problems, requests: client.requests() };
    return await buildReport(findings, settings, context, store);
  } finally {
    await client.close();
    store.close();
  }
}

/** Writes the files again from the state, with today's settings and verdicts, without asking anybody. */
export async function writeReport(settings: Settings, context: RunContext): Promise<RunResult> {
  const { clock } = context;
  const store = openStore(settings.state, clock);
  try {
    return await buildReport(await rankFromState(settings, store, clock), settings, context, store);
  } finally {
    store.close();
  }
}
