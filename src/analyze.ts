import { visitArticle } from './article/visit-article.ts';
import { askAssistant } from './assistant/ask.ts';
import type { Assistant } from './assistant/complete.ts';
import { draftEach } from './assistant/draft-each.ts';
import { buildReport } from './report/build-report.ts';
import { clientOptions } from './library/client-options.ts';
import { completeContext } from './library/context.ts';
import { UserError } from './errors.ts';
import { obeyExclusions } from './library/opt-out.ts';
import { type SharedAsking, shareAsking } from './library/machines.ts';
import { openState } from './library/open-state.ts';
import { publishProvisional } from './library/publish-provisional.ts';
import { type RunSettings, completeSettings } from './library/run-settings.ts';
import { needFollows, readInput } from './inputs/read-input.ts';
import { networkAt, networksFor } from './networks/index.ts';
import { announcedIn } from './report/announced.ts';
import { type RankedState, countFor, judgeContextOf, placingIn, rankFromState } from './report/from-state.ts';
import { articleNotices } from './report/notices.ts';
import { checkOutreach } from './report/outreach-files.ts';
import { type Settings, fileOfState } from './settings.ts';
import { createBudget, renewalOf } from './web/budget.ts';
import { collect } from './stages/collect.ts';
import { type CollectContext, isFresh } from './stages/context.ts';
import { examineCounted } from './stages/examine.ts';
import { createJudge } from './stages/judge.ts';
import { readAgain } from './stages/second-reader.ts';
import { readAuthorPages } from './stages/author-pages.ts';
import { seePlacements } from './stages/placements.ts';
import { readTextLimits } from './stages/text-limits.ts';
import { type UnreadLog, createUnreadLog } from './stages/unread.ts';
import { rank } from './stages/rank.ts';
import { tellsOfDamage } from './state/salvage.ts';
import { shortenerIn } from './short-links/index.ts';
import { shortenLinks } from './short-links/shorten-links.ts';
import { linksToShorten } from './teasers/teasers.ts';
import { readTemplates } from './teasers/templates.ts';
import { keptResults } from './results/kept-results.ts';
import { readTopic } from './topic/read-topic.ts';
import type { Facts, Post, Resource } from './types/resource.ts';
import { type RunContext, type RunResult, dayMs } from './types/run.ts';
import { type WebClient, createWebClient } from './web/client.ts';

/**
 * Reads the input, collects what the profiles follow and examines the most shared resources. Files are written where
 * `output` names a folder, and what was read stays for later runs where `state` names a file.
 * @returns the report, as `report.schema.json` describes it: dates are days in UTC, shares are 0 to 1, unknown is null
 * @throws UserError where a person must mend something first, and the reason of an aborted signal; no file of the output
 * is written then. Networks that cannot be reached are no error: see `complete` and `report.coverage`.
 */
export async function analyze(given: RunSettings, context: RunContext = {}): Promise<RunResult> {
  const { settings, files } = completeSettings(given, 'analyze');
  const complete = completeContext(context);
  const { clock, progress, tokens, signal } = complete;
  const networks = await networksFor(settings, complete.networks);
  const read = await readInput(files, networks, signal);
  const { placements, wordings, problems } = await placingIn(files, networks, signal);
  const templates = await readTemplates(settings.template);
  const topic = await readTopic(settings.topic, settings.topicLanguage);
  const results = await keptResults(settings.output);
  signal.throwIfAborted();
  progress({ stage: 'input', tables: read.tables });
  needFollows(files, read);
  const published = await checkOutreach(settings, networks);
  const store = openState(fileOfState(settings), networks, clock, (problem) => progress({ stage: 'damage', problem }));
  const client = createWebClient({
    ...clientOptions(settings, complete),
    tokens,
    takeFromBudget: createBudget(networks, settings, store, clock),
    budgetRenewal: (network, now) => renewalOf(networks, network, now),
    learnt: store.learntLimits(),
    onLearn: (limit) => store.saveLearntLimit(limit),
    kept: {
      find: (network, request) => store.answer(network, request),
      save: (network, request, answer) => store.saveAnswer(network, request, answer, clock.now()),
    },
    onAnswer: () => store.keep(),
  });
  let machines: SharedAsking | null = null;
  try {
    store.purge(clock.now() - settings.keep * dayMs);
    machines = await shareAsking(settings, networks, store, complete);
    const { input, exclusion } = obeyExclusions(read, networks, store);
    const unread = createUnreadLog(store.reasons());
    const provisional = publishProvisional(settings, store, read.decisions, clock, progress);
    const asking: CollectContext = {
      unread,
      networks,
      store,
      clock,
      progress: provisional.progress,
      signal,
      maxAgeMs: settings.maxAge * dayMs,
      webFor: (network) => client.for(network),
      exclusion,
    };
    store.hold();
    const shared = machines?.by(asking) ?? asking;
    const known = await collect(input, shared);
    if (known === 0) needAnswers(client.silence());
    const said = { decisions: read.decisions, topic, results };
    const knowledge = judgeContextOf(settings, networks, store, said, clock, true);
    const judge = createJudge(knowledge);
    const examining = { ...knowledge, networks: shared.networks };
    const counted = await examineCounted(() => countFor(settings, store, read.decisions), examining, judge, shared);
    await machines?.close(true);
    if (known === 0) needAnswers(client.silence());
    signal.throwIfAborted();
    await lookAtArticle(settings, client, asking);
    store.keep();
    store.saveReasons(unread.rows());
    const { assistant, assistantModel: model } = settings;
    const second = { url: assistant ?? '', model, key: tokens.get('assistant') };
    const ask = (facts: Facts, posts: readonly Post[]) => askAssistant(second, facts, posts, signal);
    const secondOpinions = assistant === null ? null : await readAgain(counted.candidates, knowledge, judge, ask);
    const full = secondOpinions ? { ...knowledge, secondOpinions } : knowledge;
    const ranking = rank(counted, full, secondOpinions ? createJudge(full) : judge);
    const evidence = (resource: Resource) => store.evidence(resource);
    const hostOf = (host: string) => networkAt(host, networks);
    const seen = await seePlacements(published, {
      networks,
      networkAt: hostOf,
      webFor: (asker) => client.for(asker),
      signal,
    });
    if (settings.link !== null) await readTextLimits(ranking.rows, asking);
    const { decisions } = read;
    const findings = {
      networks,
      counted,
      ...ranking,
      decisions,
      topic,
      evidence,
      problems: [...read.problems, ...problems],
      placements,
      wordings,
      templates,
      seen,
    };
    if (settings.output !== null && !settings.shareable) {
      await readAuthorPages(ranking.rows, {
        store,
        clock,
        signal,
        webFor: (asker) => client.for(asker),
        networkAt: hostOf,
        search: settings.authorPages,
      });
    }
    await shorten(findings, settings, client, { ...asking, unread });
    if (settings.drafts) await draft(findings, settings, second, asking);
    store.saveReasons(unread.rows());
    const result = await buildReport(
      { ...findings, requests: added(client.requests(), machines?.requests()) },
      settings,
      { clock, progress },
      store,
    );
    provisional.end();
    return result;
  } finally {
    await machines?.close(false);
    await client.close();
    store.close();
  }
}

/** What this machine sent, and what others did for it. */
function added(own: Map<string, number>, others: Map<string, number> = new Map()): Map<string, number> {
  const all = new Map(own);
  for (const [host, sent] of others) all.set(host, (all.get(host) ?? 0) + sent);
  return all;
}

/** A page of the marketer's own: one try, and no hurry. */
const articleAsker = { id: 'article', paces: [{ requests: 10, seconds: 10 }], concurrency: 1, tries: 1 };

/** Reads the article that is to be announced, unless the state holds it, and tells what is wrong with its link. */
async function lookAtArticle({ link }: Settings, client: WebClient, context: CollectContext): Promise<void> {
  if (link === null) return;
  const { store, clock, progress } = context;
  const known = store.article();
  const before = known?.visit.link === link && known.visit.text !== null ? known : null;
  const visit = isFresh(before, context) ? before.visit : await visitArticle(link, client.for(articleAsker));
  // An outage is no answer: what the page said before stays.
  if (before?.visit !== visit && !(before && visit.status === 'unread')) store.saveArticle(visit, clock.now());
  const why = visit.status === 'moved' ? (visit.url ?? '') : visit.why;
  for (const { text } of articleNotices(visit, [])) {
    progress({ stage: 'article', text: `${link}: ${text}${why && ` (${why})`}` });
  }
}

/** Has the links of the teasers made short, where a service for that was named. */
async function shorten(
  findings: Omit<RankedState, 'requests'>,
  settings: Settings,
  client: WebClient,
  context: CollectContext & { unread: UnreadLog },
): Promise<void> {
  const shortening = shortenerIn(settings);
  if (shortening === null || settings.link === null) return;
  const { clock, store } = context;
  const { settings: texts, places } = announcedIn(findings, settings, store, clock.now());
  const web = client.for(shortening.shortener.asker);
  await shortenLinks(linksToShorten(findings.rows, texts, places), { ...context, ...shortening, web });
}

/** Has the assistant draft texts for the ranked resources. */
function draft(
  findings: Omit<RankedState, 'requests'>,
  settings: Settings,
  assistant: Assistant,
  context: CollectContext,
): Promise<void> {
  const { materialOf } = announcedIn(findings, settings, context.store, context.clock.now());
  const ranked = findings.rows.filter(({ rank: place }) => place !== null);
  const wishes = ranked.map((row) => ({
    resource: { network: row.network, id: row.resourceId },
    material: materialOf(row),
  }));
  return draftEach(wishes, assistant, context);
}

/** @throws UserError offline, where hosts were asked and not one of them answered */
function needAnswers(silence: Map<string, string> | null): void {
  if (!silence) return;
  const [first] = silence;
  const more = silence.size > 1 ? ` and ${silence.size - 1} more` : '';
  throw new UserError('offline', `${first?.[0] ?? ''}${more}`, first?.[1]);
}

/**
 * Makes the report again from the `state`, with these settings and verdicts, without asking anybody, and writes its files
 * where `output` names a folder. Of a state that was damaged it is not `complete`: what was lost is for `analyze` to read.
 * @throws UserError state_empty, site_unknown, setting, output_locked, output_unwritable; the reason of an aborted signal
 */
export async function writeReport(given: RunSettings, context: RunContext = {}): Promise<RunResult> {
  const { settings, files } = completeSettings(given, 'report');
  const { clock, progress, signal, networks: own } = completeContext(context);
  const networks = await networksFor(settings, own);
  const store = openState(fileOfState(settings), networks, clock, (problem) => progress({ stage: 'damage', problem }));
  try {
    const findings = await rankFromState(settings, files, networks, store, clock);
    signal.throwIfAborted();
    const result = await buildReport(findings, settings, { clock, progress }, store);
    return { ...result, complete: result.complete && !tellsOfDamage(findings.problems) };
  } finally {
    store.close();
  }
}
