import { UserError } from '../errors.ts';
import { pageFinder } from '../inputs/identify.ts';
import { readPaidPlacements } from '../inputs/paid-placements.ts';
import { readWordings } from '../inputs/read-wordings.ts';
import { type InputFiles, readInput } from '../inputs/read-input.ts';
import { once } from '../once.ts';
import {
  type Settings,
  criteriaOf,
  effectiveMinCustomers,
  fileOfState,
  leastUnexamined,
  version,
} from '../settings.ts';
import { type Counted, count } from '../stages/count.ts';
import type { JudgeContext } from '../stages/context.ts';
import { countControl } from '../stages/control.ts';
import { inPlaceOf, standInFinder } from '../stages/stand-in.ts';
import { coarsely } from '../stages/shareable.ts';
import { countFinder, withCount } from '../stages/hand-counts.ts';
import { createJudge } from '../stages/judge.ts';
import { type Ranking, rank } from '../stages/rank.ts';
import { type Template, readTemplates } from '../teasers/templates.ts';
import { keptResults } from '../results/kept-results.ts';
import { readTopic } from '../topic/read-topic.ts';
import type { Topic } from '../topic/topic.ts';
import type { Decision, OwnWording, PaidPlacement, Problem } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { SeenPlacement } from '../types/published.ts';
import type { Post, Resource } from '../types/resource.ts';
import type { ResultsFinder } from '../types/results.ts';
import type { Clock } from '../types/run.ts';
import type { Store } from '../types/store.ts';

/** What a run found out. */
export interface RankedState extends Ranking {
  networks: readonly AnyNetwork[];
  counted: Counted;
  topic: Topic | null;
  /** What was read of the resources. */
  evidence: (resource: Resource) => { posts: Post[] | null } | null;
  problems: Problem[];
  /** What a person decided and counted. */
  decisions: Decision[];
  placements: PaidPlacement[];
  /** The marketer's own texts of single teasers. */
  wordings: OwnWording[];
  /** The marketer's own templates of teasers. */
  templates: Template[];
  /** What became of placements, by address; empty where nobody was asked. */
  seen: ReadonlyMap<string, SeenPlacement>;
  /** Requests sent, by host. */
  requests: Map<string, number>;
}

/** What the state holds, counted and ranked by today's settings and verdicts. @throws UserError state_empty, site_unknown */
export async function rankFromState(
  settings: Settings,
  files: InputFiles,
  networks: readonly AnyNetwork[],
  store: Store,
  clock: Clock,
): Promise<RankedState> {
  const { decisions, exclusions } = await readInput(
    { ...files, customers: null, follows: [], baseline: null, columns: new Map() },
    networks,
  );
  if (exclusions) store.exclude(exclusions);
  const problems = store.problems();
  if (!problems) throw new UserError('state_empty', fileOfState(settings));
  const counted = countFor(settings, store, decisions);
  needRecipes(counted, networks, settings);
  const topic = await readTopic(settings.topic, settings.topicLanguage);
  const results = await keptResults(settings.output);
  const context = judgeContextOf(settings, networks, store, { decisions, topic, results }, clock, false);
  const ranking = rank(counted, context, createJudge(context));
  const evidence = (resource: Resource) => store.evidence(resource);
  const { placements, wordings, problems: more } = await placingIn(files, networks);
  const templates = await readTemplates(settings.template);
  const all = { problems: [...problems, ...more], placements, wordings, templates };
  return { networks, counted, ...ranking, decisions, topic, evidence, ...all, requests: new Map(), seen: new Map() };
}

/**
 * What a person says of publishing on single resources: placements that are paid for, and own texts of teasers.
 * @throws UserError where a file as a whole cannot be read
 */
export async function placingIn(
  { paid, wordings, encoding = null, delimiter = null }: InputFiles,
  networks: readonly AnyNetwork[],
  signal?: AbortSignal,
): Promise<{ placements: PaidPlacement[]; wordings: OwnWording[]; problems: Problem[] }> {
  const none = { placements: [], wordings: [], problems: [] };
  const bought = paid ? await readPaidPlacements(paid, networks, signal) : none;
  const worded = wordings ? await readWordings(wordings, networks, { encoding, delimiter, signal }) : none;
  return {
    placements: bought.placements,
    wordings: worded.wordings,
    problems: [...bought.problems, ...worded.problems],
  };
}

/** @throws UserError site_unknown */
function needRecipes(counted: Counted, networks: readonly AnyNetwork[], { sites }: Settings): void {
  const known = new Set(networks.map(({ id }) => id));
  const foreign = [...counted.networks].find((network) => !known.has(network));
  if (foreign !== undefined) throw new UserError('site_unknown', sites ?? 'no file of sites was read', foreign);
}

/** Follows from which on counting takes longer than to read what was counted before. */
const fewestKept = 200_000;

/** What the state holds, counted as exactly as whoever gets the files may know. */
export function countFor(settings: Settings, store: Store, decisions: Decision[]): Counted {
  const least = effectiveMinCustomers(settings);
  const counted = count(store, least, decisions, { version, fewest: fewestKept });
  const control = once(() => countControl(store, decisions, settings.shareable ? least : null));
  return { ...(settings.shareable ? coarsely(counted, least) : counted), control };
}

/** What the candidates of a state are judged by. */
export function judgeContextOf(
  settings: Settings,
  networks: readonly AnyNetwork[],
  store: Store,
  { decisions, topic, results }: { decisions: Decision[]; topic: Topic | null; results: ResultsFinder },
  clock: Clock,
  asked: boolean,
): JudgeContext {
  const standInFor = standInFinder(decisions, networks, store);
  const countedOn = countFinder(decisions);
  return {
    criteria: criteriaOf(settings),
    leastUnexamined: leastUnexamined(settings),
    networks,
    decisions,
    topic,
    results,
    finder: pageFinder(networks),
    asked,
    now: clock.now(),
    standInFor,
    countedOn,
    facts(resource) {
      const sister = standInFor(resource);
      const known = store.facts(sister ?? resource);
      const own = sister && known ? { ...known, facts: inPlaceOf(resource, known.facts) } : known;
      return withCount(own, resource, countedOn(resource), clock.now());
    },
    evidence: (resource) => store.evidence(standInFor(resource) ?? resource),
  };
}
