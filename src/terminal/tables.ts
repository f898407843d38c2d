import { reasons } from '../errors.ts';
import type { PlannedNetwork } from '../stages/plan.ts';
import type { AnyNetwork, Network } from '../types/network.ts';
import type { Coverage, Report, Row } from '../types/report.ts';
import { sanitize } from '../text/sanitize.ts';
import { duration } from './progress.ts';

/** Columns aligned with blanks, for a terminal. */
export function table(rows: string[][]): string {
  const safe = rows.map((row) => row.map(sanitize));
  const widths = safe.reduce<number[]>(
    (all, row) => row.map((cell, index) => Math.max(all[index] ?? 0, cell.length)),
    [],
  );
  const line = (row: string[]): string =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return safe.map((row) => `${line(row)}\n`).join('');
}

/** What a run found, in the few lines a person reads first. */
export function summary(report: Report): string {
  const kept = report.rows.filter(({ verdict }) => verdict === 'keep');
  const review = report.rows.filter(({ verdict }) => verdict === 'review').length;
  const heading = `${kept.length} resources to publish in, of ${report.rows.length} that ${report.customers} clients follow`;
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
    report.coverage.map(coverageLine).join(''),
    report.problems.length > 0 ? `${report.problems.length} input rows could not be used: see problems.csv\n` : '',
    report.teasers.length === 0 ? 'no teasers: name the article to announce with --link URL --campaign NAME\n' : '',
  ].join('');
}

function coverageLine({ network, profiles, imported, ...counts }: Coverage): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  const told = parts.map(([status, count]) => `${count} ${status.replaceAll('_', ' ')}`).join(', ');
  const lists = profiles > 0 ? `${profiles} profiles: ${told}` : '';
  return `${network}: ${[lists, imported > 0 ? `${imported} imported` : ''].filter(Boolean).join('; ')}\n`;
}

export function planTable(planned: PlannedNetwork[]): string {
  const open = planned.filter(({ closed }) => closed === null);
  const heading = ['network', 'profiles', 'known', 'find', 'lists', 'identify', 'examine', 'requests', 'time'];
  const rows = open.map(({ title, profiles, fresh, requests, seconds }) => {
    const counts = Object.values(requests);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return [title, profiles, fresh, ...counts, total, `about ${duration(seconds)}`].map(String);
  });
  const closed = planned.filter((each) => each.closed !== null);
  return [
    open.length > 0 ? table([heading, ...rows]) : '',
    open.length > 0
      ? 'Lists are reckoned with 250 follows a profile; the time is at the documented pace of the busiest host.\n'
      : '',
    ...open.map(tokenLine),
    ...open.map(costLine),
    ...closed.map(
      ({ title, profiles, closed: why, bring }) => `${title}: ${profiles} profiles cannot be read: ${why}; ${bring}\n`,
    ),
  ].join('');
}

function tokenLine({ title, token }: PlannedNetwork): string {
  if (!token || token.present) return '';
  const without = token.needed ? 'is not asked without a token' : 'is asked more slowly without a token';
  return `${title} ${without}: set ${token.variable} in the environment or in .env; get it at ${token.where}\n`;
}

function costLine({ title, cost }: PlannedNetwork): string {
  if (!cost || cost.amount === 0) return '';
  const flag = `--${cost.setting.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const allowed =
    cost.amount > cost.limit ? `more than ${flag} ${cost.limit} allows` : `${flag} ${cost.limit} allows it`;
  return `${title} would take up to ${cost.amount.toFixed(2)} ${cost.unit}: ${allowed}\n`;
}

export function networksTable(networks: readonly AnyNetwork[]): string {
  const rows = networks.map((network) => [
    network.id,
    network.title,
    network.closed ? `not read: ${network.closed.reason}; ${network.closed.whatToDo}` : readable(network),
    network.examples.find(({ profile }) => profile)?.input ?? '',
  ]);
  return table([['network', 'name', 'follows', 'example'], ...rows]);
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;

function readable({ token, consent, resourcesOnly }: Network): string {
  if (resourcesOnly) return `not read: ${resourcesOnly}; resources in follows.csv are examined`;
  const need = token
    ? `read ${token.needed ? 'with' : 'better with'} ${token.variable}: ${token.where}`
    : 'read without a token';
  return consent ? `${need}; ${consent}` : need;
}

/** Why a resource stands where it stands. */
export function explanation(row: Row): string {
  const { thirdParty, share, shareLow, shareHigh } = row;
  return table(
    [
      ['resource', row.title ? `${row.title} (${row.resource})` : row.resource],
      ['address', row.url],
      ['verdict', `${row.verdict}: ${reasons[row.reason]}${row.note && ` (${row.note})`}`],
      ['rank', row.rank === null ? 'none' : String(row.rank)],
      [
        'clients',
        `${row.customers} of ${row.customersReadable} readable: ${percent(share)} (${percent(shareLow)} to ${percent(shareHigh)})`,
      ],
      ['subscribers', row.subscribers === null ? 'unknown' : String(row.subscribers)],
      [
        'by chance',
        row.expectedByChance === null
          ? 'unknown'
          : `${row.expectedByChance.toFixed(4)} clients expected; lift ${row.lift?.toFixed(1)}`,
      ],
      [
        'outside authors',
        thirdParty.authors === null
          ? thirdParty.kind
          : `${thirdParty.kind}: ${thirdParty.authors} in ${percent(thirdParty.share ?? 0)} of the latest posts`,
      ],
      ['evidence', thirdParty.evidenceUrl ? `${thirdParty.evidenceDate} ${thirdParty.evidenceUrl}` : 'none'],
    ].map(([label = '', value = '']) => [label, value]),
  );
}
