import { baseText } from '../errors.ts';
import type { Coverage, ChoicePlan, Report } from '../types/report.ts';
import { incompleteStatuses } from '../types/resource.ts';
import { en } from './html/words/en.ts';

/**
 * What somebody needs to know who gets the workbook without a word.
 * @param maxRows that the sheet of candidates holds
 */
export function workbookNotes(report: Report, maxRows: number): (string | number | null)[][] {
  const { date, customers, criteria, coverage, rows, problems, notices, totals } = report;
  const shown = Math.min(maxRows, rows.length);
  const kept = rows.filter(({ verdict }) => verdict === 'keep').length;
  return [
    ['Target resources', 'Where your clients already read, and where outside authors are published'],
    ['Date', date],
    ['Clients', customers],
    ['Resources counted', totals.resources],
    ['Resources kept', kept],
    ['Rows of problems', problems.length],
    ['Floor', `${criteria.minSubscribers} subscribers or more`],
    ['Shared by at least', `${criteria.minCustomers} clients`],
    ['Asked top', `${criteria.top}; those with as many clients as the last one are listed, too`],
    ['Outside authors', criteria.thirdParty === 'require' ? 'evidence was required' : 'were not asked for'],
    ...notices.map(({ text }) => ['Note', text]),
    [null, null],
    ['Coverage', 'what became of the profiles'],
    ...coverage.map((line) => [line.network, coverageText(line)]),
    [null, null],
    ['share', 'customers / customers_readable: of the clients whose list could be read on that network'],
    ['share_low, share_high', 'Wilson interval at 95 %: with ten clients, 30 % means 11 to 60 %'],
    ['expected_by_chance, lift', 'clients who would follow the page by chance, and how many times more do'],
    ['share_shrunk', 'share drawn towards what is usual among the pages of the run: first rows are overstated'],
    [
      'strength',
      'strong or likely: more than chance; by_chance, anecdote (one client), too_few (fewer than 5 readable)',
    ],
    ['q_value', 'of all pages at least as striking as this one, the share that chance alone would bring'],
    ['block', 'main, then mass: over 1 % of the network follows these anyway'],
    ...report.activity.map((base) => [`chance on ${base.network}`, baseText(base)]),
    ['third_party', 'how outsiders are published; the sheet Evidence quotes what decided'],
    ['third_party_share', 'outside posts among the latest 20 that were read'],
    ['new_customers, reach', 'clients that no row above has, and the share of all readable clients so far'],
    ['Choice', choiceText(report.choice)],
    [
      'reach_new_clients',
      'share of new clients the steps so far would reach: of each client by a plan made without them',
    ],
    [
      'rank_change',
      'since the last run of comparable coverage by the same rules; less than two clients is noise: same',
    ],
    ['visits, conversions', 'what came of its links, in the file that results_file names; blank where nobody told'],
    [
      'conversion_rate_shrunk',
      'the rate as if 30 visits more had come at the rate of all links: small numbers mislead',
    ],
    ['clicks', 'of its short link: robots click, too, so they are no visits'],
    ['family', 'the same for all pages of one publisher, by what they prove; each keeps a row of its own'],
    ['family_customers', 'clients who follow at least one page of the family'],
    ['family_hint', 'pages that may be of the same publisher: review.csv asks, a person tells'],
    ['surveyed', 'clients of whom only their answer to a survey tells it: people remember badly what they read'],
    ['facts_from', 'who told its facts and posts, on the day of retrieved_at: network, saved_page or hand'],
    ['age_days', 'how many days old the oldest answer is that the row rests on: lists, facts, posts'],
    ['verdict', 'keep, drop, review (a person should look) or unexamined (not needed for the asked top)'],
    ...(totals.resources > shown
      ? [['Candidates', `${shown} of ${totals.resources}; all of them stand in candidates.csv`]]
      : []),
  ];
}

/** The plan in a sentence, or why it is none. */
function choiceText({ reason, resources }: ChoicePlan): string {
  if (reason !== null) return reason;
  return resources.length === 0
    ? 'nothing to choose'
    : 'each step takes the page that wins most clients whom no step before reaches';
}

const unread = incompleteStatuses.filter((status) => status !== 'truncated').toSorted();

function coverageText({
  profiles,
  read,
  truncated,
  imported,
  surveyed,
  excluded,
  kept,
  age_days: days,
  ...counts
}: Coverage): string {
  const others = unread.map((status) => `${told(counts[status])} ${en[`status.${status}`]}`);
  const all = read === null && truncated === null ? null : (read ?? 0) + (truncated ?? 0);
  const lists = `${told(all)} of ${told(profiles)} profiles read (${told(truncated)} ${en['status.truncated']})`;
  const old = (kept ?? 0) > 0 ? [`${kept} earlier answers, up to ${days ?? '?'} days old`] : [];
  return [
    lists,
    `${told(imported)} clients imported${(surveyed ?? 0) > 0 ? ` (${surveyed} by a survey alone)` : ''}`,
    ...others,
    `${told(excluded)} ${en['coverage.excluded']}`,
    ...old,
  ].join(', ');
}

const told = (count: number | null): string => (count === null ? 'fewer than 5' : String(count));
