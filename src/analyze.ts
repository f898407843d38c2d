import { conclude } from './report/build-report.ts';
import { needFollows } from './inputs/need-follows.ts';
import { readInput } from './inputs/read-input.ts';
import { knowledgeOf, networksFor, recall } from './report/from-state.ts';
import { type Settings, connections, inputFiles, leastCustomers, userAgent } from './settings.ts';
import { budgetKeeper } from './web/budget.ts';
import { type Asking, collect } from './stages/collect.ts';
import { count } from './stages/count.ts';
import { examine } from './stages/examine.ts';
import { createJudge } from './stages/judge.ts';
import { rank } from './stages/rank.ts';
import { openStore } from './state/store.ts';
import type { Outcome, Surroundings } from './types/run.ts';
import { createDoor } from './web/client.ts';

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
  needFollows(inputFiles(settings), input);
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
    const findings = { networks, counted, rows, problems: input.problems, requests: door.requests() };
    return await conclude(findings, settings, surroundings, store);
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
    return await conclude(await recall(settings, store, clock), settings, surroundings, store);
  } finally {
    store.close();
  }
}
