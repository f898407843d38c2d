import { reasons, remedies } from '../errors.ts';
import type { ExplainedRow, Plan, Report, Row } from '../index.ts';
import { sanitize } from '../text/sanitize.ts';

/*
 * What an assistant is told: aggregates of at least so many clients, nobody's name, and the words of strangers apart from
 * everything else, under `written_by_strangers`.
 */

/** Characters of a stranger's text at most. */
const longest = 500;

const quoted = (text: string): string => {
  const safe = sanitize(text);
  return safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
};

const orNull = (text: string | null): string | null => text && quoted(text);

/** A number of clients, unless it tells of fewer than may be told of. */
const atLeast =
  (least: number) =>
  (count: number | null): number | null =>
    count !== null && count > 0 && count < least ? null : count;

/** Whether a resource may be told of at all. */
export const mayTell = (row: Row, least: number): boolean => row.customers >= least;

/** A resource as the ranking has it. */
export function rowTold(row: Row) {
  const { thirdParty } = row;
  return {
    rank: row.rank,
    network: row.network,
    url: row.url,
    clients: row.customers,
    clients_readable: row.customersReadable,
    share: row.share,
    share_between: [row.shareLow, row.shareHigh],
    strength: row.strength,
    subscribers: row.subscribers,
    verdict: row.verdict,
    reason: reasons[row.reason],
    outside_authors: { kind: thirdParty.kind, share: thirdParty.share, authors: thirdParty.authors },
    relevance: row.relevance,
    last_post: row.lastPost,
    written_by_strangers: {
      title: orNull(row.title),
      description: orNull(row.description),
      contact: orNull(row.contact),
      quotes: thirdParty.evidence.map(({ rule, author, quote, url, at }) => ({
        rule,
        author: quoted(author),
        quote: quoted(quote),
        url,
        at,
      })),
    },
  };
}

/** How a resource got its rank. */
export const explanationTold = (row: ExplainedRow) => ({
  ...rowTold(row),
  expected_by_chance: row.expectedByChance,
  q_value: row.qValue,
  what_would_change_it: remedies[row.reason],
});

/** What a run would ask. */
export function planTold({ networks, problems, clients, excluded }: Plan, least: number) {
  const told = atLeast(least);
  return {
    clients: clients && told(clients.clients),
    left_out_by_opt_out: told(excluded),
    unusable_rows: problems.length,
    networks: networks.map(({ network, title, profiles, requests, seconds, token, cost, closed, bring }) => ({
      network,
      title,
      profiles: told(profiles),
      requests: Object.values(requests).reduce((sum, count) => sum + count, 0),
      minutes: Math.ceil(seconds / 60),
      token: token && { variable: token.variable, where: token.where, needed: token.needed, present: token.present },
      cost: cost && { amount: cost.amount, unit: cost.unit, allowed: cost.limit },
      cannot_be_read: closed,
      instead: bring,
    })),
  };
}

/** Why what was not read was not. */
export function reasonsTold({ coverage, reasons: unread }: Report, least: number) {
  const told = atLeast(least);
  return {
    coverage: coverage.map(({ network, age_days: oldest, ...counts }) => ({
      network,
      oldest_days: oldest,
      ...Object.fromEntries(Object.entries(counts).map(([what, count]) => [what, told(count)])),
    })),
    reasons: unread.map(({ network, host, what, status, reason, count, since, retryAt, whatToDo }) => ({
      network,
      host: what === 'profile' && count < least ? null : host,
      what,
      status,
      reason: quoted(reason),
      count: what === 'profile' ? told(count) : count,
      since,
      retry_at: retryAt,
      what_to_do: whatToDo,
    })),
  };
}

/** What a run found, in short. */
export function summaryTold(report: Report, least: number) {
  const ranked = report.rows.filter(({ rank }) => rank !== null);
  const shown = ranked.filter((row) => mayTell(row, least));
  return {
    clients: atLeast(least)(report.customers),
    resources: report.rows.length,
    ranked: ranked.length,
    not_told_of: ranked.length - shown.length,
    unusable_rows: report.problems.length,
    first: shown.slice(0, 10).map(rowTold),
  };
}

/** The texts to publish, for one resource or the first ones. */
export function draftsTold({ teasers, rows }: Report, least: number, url: string | null) {
  const mine = new Set(rows.filter((row) => mayTell(row, least)).map((row) => row.url));
  return {
    drafts: teasers
      .filter((teaser) => mine.has(teaser.url) && (url === null || teaser.url === url))
      .slice(0, 30)
      .map(({ url: resource, variant, language, teaser, link, shortLink, length, limit, fits, warnings, lawful }) => ({
        resource,
        variant,
        language,
        text: teaser,
        link: shortLink ?? link,
        length,
        limit,
        fits,
        warnings,
        lawful,
      })),
  };
}
