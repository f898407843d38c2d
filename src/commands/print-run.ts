import type { RunResult } from '../index.ts';
import { byHandText } from '../terminal/by-hand.ts';
import { table } from '../terminal/table.ts';
import {
  type Coverage,
  type Proposal,
  type Report,
  type Teaser,
  type UnreadReason,
  verdicts,
} from '../types/report.ts';
import { planLines } from './choice-lines.ts';
import { type CommandCall, asJson } from './command.ts';

/**
 * Prints what a run found and wrote.
 * @param customers the client list that it read; null where it read none
 * @returns the exit code
 */
export function printRun(
  { report, paths, requests, complete }: RunResult,
  { options, io: { stdout, stderr } }: CommandCall,
  customers: string | null,
): number {
  const exitCode = complete ? 0 : 3;
  if (!options.json) {
    if (options.log !== 'json') stderr.write(summary(report, customers));
    stdout.write(paths.map((path) => `${path}\n`).join(''));
    return exitCode;
  }
  const { totals, coverage, reasons, problems, teasers, customers: clients, notices, baseline, handWork } = report;
  const counts = verdicts.map((verdict) => [verdict, totals[verdict]]);
  const result = {
    written: paths,
    complete,
    customers: clients,
    resources: totals.resources,
    verdicts: Object.fromEntries(counts),
    teasers: teasers.length,
  };
  const told = { coverage, handWork, baseline, reasons, notices, requests };
  stdout.write(asJson({ ...result, problems: problems.length, ...told }));
  return exitCode;
}

/** What a run found, in the few lines a person reads first. */
function summary(report: Report, customers: string | null): string {
  const kept = report.rows.filter(({ verdict }) => verdict === 'keep');
  const { review } = report.totals;
  const heading = `${kept.length} resources to publish in, of ${report.totals.resources} that ${report.customers} clients follow`;
  const best = kept
    .slice(0, 10)
    .map((row) => [
      `${row.rank}.`,
      row.title ?? row.resource,
      `${row.customers} of ${row.customersReadable} clients`,
      `${row.subscribers ?? '?'} subscribers`,
      row.url,
    ]);
  return [
    `${heading}${review > 0 ? `; ${review} for you to look at (candidates.csv, verdict review)` : ''}\n`,
    table(best),
    kept.length > best.length ? `… and ${kept.length - best.length} more\n` : '',
    [report.choice, ...report.choice.apart].map(planLines).join(''),
    proposalLines(report.proposals),
    report.coverage.map(coverageLine).join(''),
    baselineLine(report.baseline),
    reasonsText(report.reasons),
    report.totals.resources === 0 || report.handWork ? byHandText(report.handWork, customers) : '',
    report.problems.length > 0
      ? `${report.problems.length} input ${report.problems.length === 1 ? 'row' : 'rows'} could not be used: see problems.csv\n`
      : '',
    report.notices.map(({ text }) => `${text}\n`).join(''),
    warningLines(report.teasers),
    report.teasers.length === 0 ? withoutTeasers(kept.length) : '',
  ].join('');
}

const withoutTeasers = (kept: number): string =>
  kept === 0
    ? 'no teasers: no resource is kept in which an article could be announced\n'
    : 'no teasers: name the article to announce with --link URL --campaign NAME\n';

/** More than these a person reads in teasers.csv. */
const mostWarnings = 5;

/** What is to be known of the tagged links, each sentence once. */
function warningLines(teasers: Teaser[]): string {
  const counts = new Map<string, number>();
  for (const sentence of teasers.flatMap(({ warnings }) => warnings)) {
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const lines = [...counts].slice(0, mostWarnings).map(([sentence, links]) => `links (${links}): ${sentence}\n`);
  const more = counts.size - lines.length;
  return lines.join('') + (more > 0 ? `… and ${more} more in teasers.csv, column warnings\n` : '');
}

/** The first words for the next topic; the page has them all. */
const proposalLines = (proposals: Proposal[]): string =>
  proposals
    .map(({ language, use, words }) => {
      const first = words.slice(0, 5).map(({ word }) => word);
      return `words to ${use}, ${language}: ${first.join(', ')} (words.csv)\n`;
    })
    .join('');

/** More than these a person reads in reasons.csv. */
const mostReasons = 20;

function reasonsText(reasons: UnreadReason[]): string {
  if (reasons.length === 0) return '';
  const rows = reasons.slice(0, mostReasons).map(({ network, host, what, status, reason, count, since, ...row }) => {
    const retry = row.retryAt === null ? '' : ` (not before ${row.retryAt.slice(0, 16).replace('T', ' ')} UTC)`;
    const where = host === '' || host === network ? network : `${network}, ${host}`;
    const many = `${count} ${what}${count === 1 ? '' : 's'} ${status.replaceAll('_', ' ')}`;
    const old = row.kept > 0 ? `; of ${row.kept} an earlier answer counts, up to ${days(row.ageDays ?? 0)} old` : '';
    return [where, many, `since ${since}`, `${reason}; ${row.whatToDo}${retry}${old}`];
  });
  const more = reasons.length - rows.length;
  return `${table([['network, host', 'how many', 'since', 'reason and what to do'], ...rows])}${more > 0 ? `… and ${more} more in reasons.csv\n` : ''}`;
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** What could be read of the control list. */
function baselineLine(baseline: Report['baseline']): string {
  if (!baseline) return '';
  const read = baseline.networks.map(
    ({ network, readable, not_reached: missed }) =>
      `${readable} can be read on ${network}${missed > 0 ? ` (${missed} profiles not reached)` : ''}`,
  );
  return `control list: ${[`${baseline.people} people`, ...read].join('; ')}\n`;
}

function coverageLine({ network, profiles, imported, excluded, kept, age_days: oldest, ...counts }: Coverage): string {
  const parts = Object.entries(counts).filter(([, count]) => (count ?? 0) > 0);
  const told = parts.map(([status, count]) => `${count} ${status.replaceAll('_', ' ')}`).join(', ');
  const lists = profiles !== null && profiles > 0 ? `${profiles} profile${profiles === 1 ? '' : 's'}: ${told}` : '';
  const others = Object.entries({ imported, excluded }).flatMap(([what, count]) =>
    (count ?? 0) > 0 ? `${count} ${what}` : [],
  );
  const age = oldest === null ? '' : `, up to ${days(oldest)} old`;
  const old = (kept ?? 0) > 0 ? `${kept} could not be read again and keep an earlier answer${age}` : '';
  return `${network}: ${[lists, ...others, old].filter(Boolean).join('; ')}\n`;
}
