import type { Problem } from '../types/input.ts';
import type { Coverage, FormerResource, Report, Row, Teaser } from '../types/report.ts';

/**
 * The report as JSON, one row a line, in chunks: a million rows are more than one string can hold.
 * Fields are named one by one, so that their order is fixed and nothing but the report can get into the file.
 */
export function* toJson(report: Report): Generator<string> {
  const { top, minSubscribers, minCustomers, thirdParty } = report.criteria;
  yield `{\n  "date": ${JSON.stringify(report.date)},\n  "customers": ${report.customers},\n`;
  yield `  "criteria": ${JSON.stringify({ top, minSubscribers, minCustomers, thirdParty })},\n`;
  yield* list('coverage', report.coverage, coverageFields);
  yield ',\n';
  yield* list('rows', report.rows, rowFields);
  yield `,\n  "overlap": ${JSON.stringify(report.overlap)},\n`;
  yield `  "previous": ${JSON.stringify(previousFields(report.previous))},\n`;
  yield* list('teasers', report.teasers, teaserFields);
  yield ',\n';
  yield* list('problems', report.problems, problemFields);
  yield '\n}\n';
}

function* list<Item>(name: string, items: Item[], fields: (item: Item) => Item): Generator<string> {
  yield `  "${name}": [`;
  let before = '\n    ';
  for (const item of items) {
    yield before + JSON.stringify(fields(item));
    before = ',\n    ';
  }
  yield items.length > 0 ? '\n  ]' : ']';
}

const coverageFields = (line: Coverage): Coverage => ({
  network: line.network,
  profiles: line.profiles,
  read: line.read,
  imported: line.imported,
  hidden: line.hidden,
  not_found: line.not_found,
  needs_login: line.needs_login,
  truncated: line.truncated,
  not_reached: line.not_reached,
});

const rowFields = (row: Row): Row => ({
  rank: row.rank,
  network: row.network,
  resource: row.resource,
  resourceId: row.resourceId,
  title: row.title,
  url: row.url,
  host: row.host,
  customers: row.customers,
  customersReadable: row.customersReadable,
  share: row.share,
  shareLow: row.shareLow,
  shareHigh: row.shareHigh,
  subscribers: row.subscribers,
  thirdParty: {
    kind: row.thirdParty.kind,
    share: row.thirdParty.share,
    authors: row.thirdParty.authors,
    evidenceUrl: row.thirdParty.evidenceUrl,
    evidenceDate: row.thirdParty.evidenceDate,
  },
  relevance: row.relevance,
  matchedTerms: row.matchedTerms,
  expectedByChance: row.expectedByChance,
  lift: row.lift,
  massPage: row.massPage,
  newCustomers: row.newCustomers,
  reach: row.reach,
  lastPost: row.lastPost,
  contact: row.contact,
  rankChange: row.rankChange,
  retrievedAt: row.retrievedAt,
  verdict: row.verdict,
  reason: row.reason,
  note: row.note,
  description: row.description,
  wishes: row.wishes,
});

const previousFields = (previous: Report['previous']): Report['previous'] =>
  previous && { date: previous.date, gone: previous.gone.map(goneFields) };

const goneFields = (gone: FormerResource): FormerResource => ({
  network: gone.network,
  resource: gone.resource,
  url: gone.url,
  customers: gone.customers,
  rank: gone.rank,
});

const teaserFields = (teaser: Teaser): Teaser => ({
  rank: teaser.rank,
  network: teaser.network,
  resource: teaser.resource,
  url: teaser.url,
  link: teaser.link,
  shortLink: teaser.shortLink,
  utmSource: teaser.utmSource,
  utmMedium: teaser.utmMedium,
  utmCampaign: teaser.utmCampaign,
  utmContent: teaser.utmContent,
  ga4Channel: teaser.ga4Channel,
  teaser: teaser.teaser,
  length: teaser.length,
  limit: teaser.limit,
  fits: teaser.fits,
});

const problemFields = (problem: Problem): Problem => ({
  file: problem.file,
  line: problem.line,
  value: problem.value,
  problem: problem.problem,
  whatToDo: problem.whatToDo,
});
