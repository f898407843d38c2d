import { hasBetter, previousRanking, rankingDigest } from '../outputs/history.ts';
import { writeOutputs } from '../outputs/index.ts';
import type { RankedState } from './from-state.ts';
import { type Settings, choiceRules, criteriaOf, generator } from '../settings.ts';
import { basisOn, comparison, readersIn } from '../stages/comparable.ts';
import { changesSince } from '../stages/changes.ts';
import { choiceOf } from '../stages/choice.ts';
import { type Freshness, withAges } from '../stages/list-ages.ts';
import { coarseCoverage } from '../stages/shareable.ts';
import { coarseReasons, reasonsOn } from '../stages/unread.ts';
import { lawNotices } from '../lawful/notices.ts';
import { articleNotices, draftNotices, noticeOf, noticesFor, totalsNotices } from './notices.ts';
import { answersKept } from './review-answers.ts';
import { type OutreachFiles, planOutreach, shownPaths } from './outreach-files.ts';
import { segmentTables } from '../stages/segments.ts';
import { handWork } from '../stages/hand-work.ts';
import { overlapOf } from '../stages/overlap.ts';
import { proposeWords } from '../topic/propose-words.ts';
import { summaryOf } from '../topic/summary.ts';
import { type WorkedResource, workedOf } from '../results/worked.ts';
import { makeTeasers } from '../teasers/teasers.ts';
import { announcedIn } from './announced.ts';
import { type AnsweredRow, type Report, type Row, schemaVersion } from '../types/report.ts';
import { type Clock, type Progress, type RunResult, dayMs } from '../types/run.ts';
import type { Store } from '../types/store.ts';

/**
 * Makes the report of what was found. Where files are asked for it is compared with the last one of the same customers,
 * and written.
 */
export async function buildReport(
  findings: RankedState,
  settings: Settings,
  { clock, progress }: { clock: Clock; progress: Progress },
  store: Store,
): Promise<RunResult> {
  const { counted, problems, requests, topic } = findings;
  const date = new Date(clock.now()).toISOString().slice(0, 10);
  const { output } = settings;
  const criteria = { ...criteriaOf(settings), ...(topic && { topic: summaryOf(topic) }) };
  const freshness = { now: clock.now(), maxAgeMs: settings.maxAge * dayMs };
  const readable = readersIn(counted.lists);
  const compare = (ranking: string) => {
    const then = store.basisOf(ranking);
    return then && comparison(then.lists, readable);
  };
  const found = output === null ? null : await previousRanking(output, { date, criteria }, compare);
  const { rows, previous } = changesSince(found?.past ?? null, findings.rows, found?.comparison);
  const coverage = withAges(counted.coverage, counted.lists, freshness);
  const reasons = reasonsOn(clock.now(), store.reasons());
  const announced = announcedIn(findings, settings, store, clock.now());
  const { article, places, countries, placementOf, lawful, draftsOf } = announced;
  const { teasers, expenses } = makeTeasers(rows, announced.settings, places);
  const baseline = counted.control?.()?.told ?? null;
  const tables = segmentTables(findings.blocks, counted, choiceRules(settings));
  const ranked: Report = {
    schema: schemaVersion,
    generator,
    date,
    customers: counted.customers,
    criteria,
    coverage: settings.shareable ? coarseCoverage(coverage) : coverage,
    reasons: settings.shareable ? coarseReasons(reasons) : reasons,
    rows,
    activity: findings.activity,
    handWork: settings.shareable ? null : handWorkOf(findings),
    baseline,
    choice: choiceOf(findings.blocks, counted, choiceRules(settings)),
    segments: tables.segments,
    overlap: overlapOf(counted, findings.blocks, rows, criteria.minCustomers),
    previous,
    proposals: topic ? proposeWords(topic, rows, findings.evidence) : [],
    worked: workedOf(rows.flatMap(workedIn)),
    article,
    teasers,
    expenses,
    // Problems quote single rows of the input.
    problems: settings.shareable ? [] : problems,
    lawful: lawNotices(countries, rows.filter(({ verdict }) => verdict === 'keep').map(placementOf)),
    notices: [
      ...noticesFor(settings, store.excluded().customers, criteria.apart ?? [], findings.mixed, tables),
      ...articleNotices(article, places.proposed),
      ...draftNotices(rows.map(draftsOf)),
      ...totalsNotices(findings.totals, rows.length, settings),
    ],
    totals: findings.totals,
  };
  const outreach = await planOutreach(ranked, settings, findings, {
    now: clock.now(),
    lawfulOn: (row) => lawful(placementOf(row)),
    draftsOf,
    authorPageOf: ({ network, resourceId: id }) => store.authorPage({ network, id }),
  });
  const answers = await answersKept(settings, rows, findings.decisions, findings.networks);
  const kept = answers.unread === 0 ? [] : [noticeOf('review_kept', [], answers.unread)];
  const report = { ...ranked, notices: [...ranked.notices, ...outreach.notices, ...kept] };
  const besides = { ...outreach, answered: answers.rows };
  const paths = output === null ? [] : await writeFiles(report, findings, output, settings, freshness, store, besides);
  for (const path of paths) progress({ stage: 'written', path });
  counted.keep(clock.now());
  const unanswered = rows.some(({ reason }) => reason === 'not_reached' || reason === 'not_asked_yet');
  const isUnread = report.reasons.some(
    ({ what, status, remedy }) =>
      status === 'not_reached' && (what === 'profile' || (what === 'link' && remedy !== 'none')),
  );
  const isBaselineRead = baseline?.networks.every((each) => each.not_reached === 0) !== false;
  const isAllReached = counted.coverage.every((each) => each.not_reached === 0) && isBaselineRead;
  const isWhole = !unanswered && !isUnread && isAllReached;
  const complete = isWhole && !(settings.strict && problems.length > 0);
  // A host may be one client's own.
  return { report, paths, requests: settings.shareable ? {} : Object.fromEntries(requests), complete };
}

/** What is left to a person on networks that no program may read. */
const handWorkOf = ({ counted: { profilesOn, networksRead }, networks }: RankedState): Report['handWork'] =>
  handWork(
    profilesOn.map((own, customer) => ({ profilesOn: own, readOn: networksRead[customer] ?? new Set() })),
    networks,
    ({ closed }) => closed !== undefined,
  );

/** What one row brought; nothing where the file that stands for all does not tell. */
function workedIn({ network, resource, thirdParty: { kind }, subscribers, results }: Row): WorkedResource[] {
  if (results?.file == null) return [];
  const { measure, visits, conversions } = results;
  return [{ network, resource, kind, subscribers, measure, visits, conversions }];
}

/** Writes the files; a run that could read less than an earlier one of the day leaves the day's history to that one. */
async function writeFiles(
  report: Report,
  { counted: { lists, coverage }, candidates }: RankedState,
  output: string,
  settings: Settings,
  freshness: Freshness,
  store: Store,
  besides: OutreachFiles & { answered: AnsweredRow[] },
): Promise<string[]> {
  const basis = basisOn(lists, coverage, freshness);
  const isBetter = (ranking: string): boolean => (store.basisOf(ranking)?.share ?? 0) > basis.share;
  const keepsHistory = await hasBetter(output, report, isBetter);
  const paths = shownPaths(
    await writeOutputs(report, output, settings, { keepsHistory, besides, candidates: candidates() }),
  );
  if (!keepsHistory) store.saveRanking(rankingDigest(report), basis, freshness.now);
  return paths;
}
