import { z } from 'zod';
import { hintWords, reasons } from '../errors.ts';
import { lookup } from '../text/lookup.ts';
import type { Problem } from '../types/input.ts';
import type { EvidenceRow } from '../types/judgement.ts';
import type { KeptResult } from '../types/results.ts';
import {
  type AnsweredRow,
  type Choice,
  type ChoiceStep,
  type Coverage,
  type Expense,
  type ChoicePlan,
  type Proposal,
  type Report,
  type Row,
  type SegmentTable,
  type Teaser,
  type UnreadReason,
  coverageSchema,
  problemSchema,
  teaserSchema,
  unreadReasonSchema,
} from '../types/report.ts';

/** A column of a table: its contractual name, how its cells are printed, and where they come from. Null is a blank cell. */
export type Column<Item> = { name: string } & (
  | { kind: 'text' | 'date' | 'instant'; value: (item: Item) => string | null }
  | { kind: 'integer' | 'number' | 'share'; value: (item: Item) => number | null }
  | { kind: 'decimal'; decimals: number; value: (item: Item) => number | null }
  /** Null is the word `unknown` where a blank cell could be misread. */
  | { kind: 'boolean'; value: (item: Item) => boolean | null; unknown?: boolean }
);

/** Which resource a line of a table is about, and its place in the ranking. */
export const rankedColumns: Column<Pick<Row, 'rank' | 'title' | 'network' | 'resource' | 'url'>>[] = [
  { name: 'rank', kind: 'integer', value: (row) => row.rank },
  { name: 'title', kind: 'text', value: (row) => row.title },
  { name: 'network', kind: 'text', value: (row) => row.network },
  { name: 'resource', kind: 'text', value: (row) => row.resource },
  { name: 'url', kind: 'text', value: (row) => row.url },
];

const leading: Column<Row>[] = [
  ...rankedColumns,
  { name: 'customers', kind: 'integer', value: (row) => row.customers },
  { name: 'customers_readable', kind: 'integer', value: (row) => row.customersReadable },
  { name: 'share', kind: 'share', value: (row) => row.share },
  { name: 'share_low', kind: 'share', value: (row) => row.shareLow },
  { name: 'share_high', kind: 'share', value: (row) => row.shareHigh },
  { name: 'subscribers', kind: 'integer', value: (row) => row.subscribers },
  { name: 'third_party', kind: 'text', value: (row) => row.thirdParty.kind },
  { name: 'third_party_share', kind: 'share', value: (row) => row.thirdParty.share },
  { name: 'third_party_authors', kind: 'integer', value: (row) => row.thirdParty.authors },
  { name: 'evidence_url', kind: 'text', value: (row) => row.thirdParty.evidenceUrl },
  { name: 'evidence_date', kind: 'date', value: (row) => row.thirdParty.evidenceDate },
];

const trailing: Column<Row>[] = [
  { name: 'retrieved_at', kind: 'date', value: (row) => row.retrievedAt },
  // What nobody could identify has its name for an id, marked with a sign that spreadsheets take for a formula.
  { name: 'resource_id', kind: 'text', value: (row) => row.resourceId.replace(/^@/, '') },
];

const ageDays: Column<Row> = { name: 'age_days', kind: 'integer', value: (row) => row.ageDays };

/** The subjects, each in a word. */
const sensitiveOf = (row: Row): string => row.sensitive.map(({ subject }) => subject).join('; ');

/** Pages that may be the same publisher's. */
const hintsOf = ({ familyHints }: Row): string =>
  familyHints.map(({ how, url }) => `${hintWords[how]} ${url}`).join('; ');

const ofTopic: Column<Row>[] = [
  { name: 'relevance', kind: 'decimal', decimals: 2, value: (row) => row.relevance },
  { name: 'matched_terms', kind: 'text', value: (row) => row.matchedTerms.join('; ') },
  { name: 'sensitive', kind: 'text', value: sensitiveOf },
];

/** What one publisher has on several networks. */
const ofFamily: Column<Row>[] = [
  { name: 'family', kind: 'text', value: (row) => row.family },
  { name: 'family_customers', kind: 'integer', value: (row) => row.familyCustomers },
  { name: 'family_hint', kind: 'text', value: hintsOf },
];

/** What came of the published links, in one file of `results`; clicks are no visits. */
const ofResults: Column<Row>[] = [
  { name: 'visits', kind: 'integer', value: ({ results }) => results?.visits ?? null },
  { name: 'conversions', kind: 'number', value: ({ results }) => results?.conversions ?? null },
  { name: 'conversion_rate', kind: 'share', value: ({ results }) => results?.conversionRate ?? null },
  { name: 'conversion_rate_low', kind: 'share', value: ({ results }) => results?.conversionRateLow ?? null },
  { name: 'conversion_rate_high', kind: 'share', value: ({ results }) => results?.conversionRateHigh ?? null },
  { name: 'conversion_rate_shrunk', kind: 'share', value: ({ results }) => results?.conversionRateShrunk ?? null },
  { name: 'clicks', kind: 'integer', value: ({ results }) => results?.clicks ?? null },
  { name: 'results_measure', kind: 'text', value: ({ results }) => results?.measure ?? null },
  { name: 'results_file', kind: 'text', value: ({ results }) => results?.file ?? null },
];

const surveyed: Column<Row> = { name: 'surveyed', kind: 'integer', value: (row) => row.surveyed };

const factsFrom: Column<Row> = { name: 'facts_from', kind: 'text', value: (row) => row.factsFrom };

/** `resources.csv`: the ranking. */
export const resourceColumns: Column<Row>[] = [
  ...leading,
  { name: 'relevance', kind: 'decimal', decimals: 2, value: (row) => row.relevance },
  { name: 'matched_terms', kind: 'text', value: (row) => row.matchedTerms.join('; ') },
  { name: 'expected_by_chance', kind: 'decimal', decimals: 4, value: (row) => row.expectedByChance },
  { name: 'lift', kind: 'decimal', decimals: 2, value: (row) => row.lift },
  { name: 'mass_page', kind: 'boolean', value: (row) => row.massPage },
  { name: 'new_customers', kind: 'integer', value: (row) => row.newCustomers },
  { name: 'reach', kind: 'share', value: (row) => row.reach },
  { name: 'last_post', kind: 'date', value: (row) => row.lastPost },
  { name: 'contact', kind: 'text', value: (row) => row.contact },
  { name: 'rank_change', kind: 'text', value: (row) => row.rankChange },
  ...trailing,
  ageDays,
  { name: 'sensitive', kind: 'text', value: sensitiveOf },
  { name: 'block', kind: 'text', value: (row) => row.block },
  { name: 'strength', kind: 'text', value: (row) => row.strength },
  { name: 'q_value', kind: 'share', value: (row) => row.qValue },
  { name: 'share_shrunk', kind: 'share', value: (row) => row.shareShrunk },
  ...ofFamily,
  ...ofResults,
  surveyed,
  factsFrom,
];

/** `candidates.csv`: every counted resource and why it is, or is not, in the ranking. */
export const candidateColumns: Column<Row>[] = [
  ...leading,
  { name: 'verdict', kind: 'text', value: (row) => row.verdict },
  { name: 'reason', kind: 'text', value: (row) => row.reason },
  { name: 'note', kind: 'text', value: (row) => row.note },
  ...trailing,
  ageDays,
  ...ofTopic,
  ...ofFamily,
  surveyed,
  factsFrom,
];

/** What a person looks at first. */
const quoteOf = ({ reason, sensitive, thirdParty }: Row): string | null =>
  (reason === 'sensitive_subject' ? sensitive[0]?.quote : thirdParty.evidence[0]?.quote) ?? null;

/** What a person has to decide of a page: its verdict, or whether it is the same publisher's as another one. */
export interface Question {
  /** Null where the page is counted no more. */
  row: Row | null;
  sameAs: string | null;
  answer: AnsweredRow | null;
}

/**
 * What is open, verdicts first and most shared first, then what a person has answered; of two pages that may be one
 * publisher's it is asked once.
 */
export function questionsIn(rows: readonly Row[], answered: readonly AnsweredRow[] = []): Question[] {
  const matters = new Set(rows.flatMap(({ url, verdict }) => (verdict === 'keep' || verdict === 'review' ? url : [])));
  const open = [
    ...rows.flatMap((row) => (row.verdict === 'review' ? { row, sameAs: null } : [])).toSorted(byCustomers),
    ...rows.flatMap((row) =>
      row.familyHints
        .filter(({ how, url }) => how === 'names' || (how === 'each_other' && row.url < url))
        .filter(({ url }) => matters.has(row.url) || matters.has(url))
        .map(({ url }) => ({ row, sameAs: url })),
    ),
  ];
  const byRow = new Map<Row | null, AnsweredRow[]>();
  for (const each of answered) byRow.set(each.row, [...(byRow.get(each.row) ?? []), each]);
  const answerTo = (row: Row, sameAs: string | null): AnsweredRow | null =>
    byRow.get(row)?.find(({ written }) => written.sameAs === sameAs) ?? null;
  const asked = open.map((question) => ({ ...question, answer: answerTo(question.row, question.sameAs) }));
  const told = new Set(asked.map(({ answer }) => answer));
  const rest = answered.filter((each) => !told.has(each)).toSorted(byCustomers);
  return [...asked, ...rest.map((answer) => ({ row: answer.row, sameAs: answer.written.sameAs, answer }))];
}

const byCustomers = (a: { row: Row | null }, b: { row: Row | null }): number =>
  (b.row?.customers ?? 0) - (a.row?.customers ?? 0);

const sameAsked = ({ familyHints }: Row, sameAs: string): string => {
  const how = familyHints.find(({ url }) => url === sameAs)?.how ?? 'names';
  return `${hintWords[how]} ${sameAs}: are both of the same publisher? write yes or no as the verdict`;
};

const ofRow = (column: Column<Row>): Column<Question> =>
  ({ ...column, value: ({ row }) => row && column.value(row) }) as Column<Question>;

const nameIn = ({ row, answer }: Question): string =>
  (row?.reason === 'unresolved' ? row.resource.replace(/^@/, '') : row?.url) ?? answer?.resource ?? '';

const whyAsked = ({ row, sameAs }: Question): string =>
  row === null ? '' : sameAs === null ? reasons[row.reason] : sameAsked(row, sameAs);

/** `review.csv`: what a person has to decide, and what is known of it. It is read back as a table of verdicts. */
export const reviewColumns: Column<Question>[] = [
  { name: 'title', kind: 'text', value: ({ row, answer }) => row?.title ?? answer?.title ?? null },
  { name: 'network', kind: 'text', value: ({ row, answer }) => row?.network ?? answer?.network ?? null },
  { name: 'resource', kind: 'text', value: nameIn },
  { name: 'verdict', kind: 'text', value: ({ answer }) => answer?.written.verdict ?? '' },
  { name: 'note', kind: 'text', value: ({ answer }) => answer?.written.note ?? '' },
  { name: 'means', kind: 'text', value: ({ answer }) => answer?.written.means ?? '' },
  { name: 'why', kind: 'text', value: whyAsked },
  { name: 'customers', kind: 'integer', value: ({ row }) => row && row.customers },
  { name: 'subscribers', kind: 'integer', value: ({ row, answer }) => row?.subscribers ?? answer?.subscribers ?? null },
  { name: 'third_party', kind: 'text', value: ({ row }) => row && row.thirdParty.kind },
  { name: 'quote', kind: 'text', value: ({ row }) => row && quoteOf(row) },
  { name: 'evidence_url', kind: 'text', value: ({ row }) => row && row.thirdParty.evidenceUrl },
  { name: 'description', kind: 'text', value: ({ row }) => row && row.description },
  ...ofTopic.map(ofRow),
  { name: 'same_as', kind: 'text', value: ({ sameAs }) => sameAs },
  { name: 'outside_authors', kind: 'text', value: ({ answer }) => answer?.written.outsideAuthors ?? '' },
  { name: 'evidence', kind: 'text', value: ({ answer }) => answer?.written.evidence ?? '' },
  { name: 'counted_on', kind: 'text', value: ({ answer }) => answer?.written.countedOn ?? '' },
];

/** One row of evidence beside the resource that it is about. */
export interface ResourceEvidence extends EvidenceRow {
  resource: Row;
}

/** The workbook's sheet of what decided. */
export const evidenceColumns: Column<ResourceEvidence>[] = [
  { name: 'title', kind: 'text', value: ({ resource }) => resource.title },
  { name: 'network', kind: 'text', value: ({ resource }) => resource.network },
  { name: 'resource', kind: 'text', value: ({ resource }) => resource.resource },
  { name: 'url', kind: 'text', value: ({ resource }) => resource.url },
  { name: 'class', kind: 'text', value: (row) => row.class },
  { name: 'rule', kind: 'text', value: (row) => row.rule },
  { name: 'author', kind: 'text', value: (row) => row.author },
  { name: 'quote', kind: 'text', value: (row) => row.quote },
  { name: 'date', kind: 'date', value: (row) => row.at },
  { name: 'evidence_url', kind: 'text', value: (row) => row.url },
];

/** One step beside the plan that it belongs to. */
export interface PlannedStep extends ChoiceStep {
  plan: ChoicePlan;
}

/** The steps of all plans; those of a network that is kept apart stand behind the others, and begin anew. */
export const stepsIn = (choice: Choice): PlannedStep[] =>
  [choice, ...choice.apart].flatMap((plan) => plan.resources.map((each) => ({ ...each, plan })));

/** `choice.csv`: which resources to choose, and how far they reach. */
export const choiceColumns: Column<PlannedStep>[] = [
  { name: 'step', kind: 'integer', value: ({ step }) => step },
  ...rankedColumns,
  { name: 'customers', kind: 'integer', value: ({ customers }) => customers },
  { name: 'new_customers', kind: 'integer', value: (step) => step.new_customers },
  { name: 'covered', kind: 'integer', value: ({ covered }) => covered },
  { name: 'customers_readable', kind: 'integer', value: ({ plan }) => plan.customers_readable },
  { name: 'reach', kind: 'share', value: ({ reach }) => reach },
  { name: 'reach_new_clients', kind: 'share', value: (step) => step.reach_new_clients },
  { name: 'reach_new_low', kind: 'share', value: (step) => step.reach_new_low },
  { name: 'reach_new_high', kind: 'share', value: (step) => step.reach_new_high },
  { name: 'order', kind: 'text', value: ({ plan }) => plan.order },
  { name: 'family', kind: 'text', value: ({ family }) => family },
];

/** One resource in the ranking of a segment. */
export type SegmentRow = SegmentTable['resources'][number] & Pick<SegmentTable, 'segment'>;

export const segmentRows = (segments: Report['segments']): SegmentRow[] =>
  segments.flatMap(({ segment, resources }) => resources.map((each) => ({ ...each, segment })));

/** `segments.csv`: the ranking of each segment. */
export const segmentColumns: Column<SegmentRow>[] = [
  { name: 'segment', kind: 'text', value: ({ segment }) => segment },
  ...rankedColumns,
  { name: 'customers', kind: 'integer', value: ({ customers }) => customers },
  { name: 'customers_readable', kind: 'integer', value: (row) => row.customers_readable },
  { name: 'share', kind: 'share', value: ({ share }) => share },
  { name: 'share_low', kind: 'share', value: (row) => row.share_low },
  { name: 'share_high', kind: 'share', value: (row) => row.share_high },
];

/** A word that is proposed for the topic. */
export type WordRow = Proposal['words'][number] & Pick<Proposal, 'language' | 'use'>;

export const wordRows = (proposals: Report['proposals']): WordRow[] =>
  proposals.flatMap(({ language, use, words }) => words.map((each) => ({ ...each, language, use })));

/** `words.csv`: words for the next topic, and each as a topic file takes it. */
export const wordColumns: Column<WordRow>[] = [
  { name: 'language', kind: 'text', value: ({ language }) => language },
  { name: 'use', kind: 'text', value: ({ use }) => use },
  { name: 'word', kind: 'text', value: ({ word }) => word },
  { name: 'pages', kind: 'integer', value: ({ pages }) => pages },
  { name: 'other_pages', kind: 'integer', value: ({ others }) => others },
  { name: 'term', kind: 'text', value: ({ language, use, word }) => `${language}: ${use === 'add' ? '' : '-'}${word}` },
];

/** `coverage.csv`: what became of the profiles, per network. */
export const coverageColumns = columnsOf<Coverage>(coverageSchema);

/** `reasons.csv`: why what was not read was not, by host. */
export const reasonColumns = columnsOf<UnreadReason>(unreadReasonSchema, { since: 'date', retryAt: 'instant' });

/** `problems.csv`: every input row, or part of one, that could not be used. */
export const problemColumns = columnsOf<Problem>(problemSchema);

/** `teasers.csv`: an announcement and its tagged link for each ranked resource. */
export const teaserColumns = columnsOf<Teaser>(teaserSchema, {}, ['fits', 'fitsWithPicture', 'linkPlace']);

/** `results.csv`: what each export tells of each link; visits and clicks stand apart. */
export const resultColumns: Column<KeptResult>[] = [
  { name: 'file', kind: 'text', value: (row) => row.file },
  { name: 'tool', kind: 'text', value: (row) => row.tool },
  { name: 'network', kind: 'text', value: (row) => row.network },
  { name: 'resource', kind: 'text', value: (row) => row.resource },
  { name: 'url', kind: 'text', value: (row) => row.url },
  { name: 'utm_content', kind: 'text', value: (row) => row.utmContent },
  { name: 'measure', kind: 'text', value: (row) => row.measure },
  { name: 'visits', kind: 'integer', value: (row) => row.visits },
  { name: 'conversions', kind: 'number', value: (row) => row.conversions },
  { name: 'conversion_rate', kind: 'share', value: (row) => row.conversionRate },
  { name: 'conversion_rate_low', kind: 'share', value: (row) => row.conversionRateLow },
  { name: 'conversion_rate_high', kind: 'share', value: (row) => row.conversionRateHigh },
  { name: 'enough', kind: 'boolean', value: (row) => row.enough },
  { name: 'clicks', kind: 'integer', value: (row) => row.clicks },
  { name: 'short_link', kind: 'text', value: (row) => row.shortLink },
];

/**
 * `metrica-expenses.csv`: the file of expenses that Yandex Metrica takes, its columns in its own names
 * (https://yandex.com/support/metrica/en/ad/data-format, 2026-11). Names and decimal points are fixed in every dialect.
 */
export const expenseColumns: Column<Expense>[] = [
  { name: 'Date', kind: 'date', value: (item) => item.date },
  { name: 'UTMSource', kind: 'text', value: (item) => item.utmSource },
  { name: 'UTMMedium', kind: 'text', value: (item) => item.utmMedium },
  { name: 'UTMCampaign', kind: 'text', value: (item) => item.utmCampaign },
  { name: 'UTMTerm', kind: 'text', value: (item) => item.utmTerm },
  { name: 'UTMContent', kind: 'text', value: (item) => item.utmContent },
  { name: 'Expenses', kind: 'decimal', decimals: 2, value: (item) => item.expenses },
  { name: 'Currency', kind: 'text', value: (item) => item.currency },
  { name: 'Clicks', kind: 'integer', value: (item) => item.clicks },
];

/**
 * A column for each field of a schema, with the field's name in snake case. A list of sentences is one cell.
 * @param times fields of text that hold a day or an instant
 * @param answers fields where a blank cell could be misread: what is not known is `unknown`
 */
function columnsOf<Item extends object>(
  schema: z.ZodObject,
  times: Readonly<Record<string, 'date' | 'instant'>> = {},
  answers: readonly string[] = [],
): Column<Item>[] {
  return Object.entries(schema.shape).map(([field, type]) => {
    const name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const plain = type instanceof z.ZodNullable ? type.unwrap() : type;
    const kind = plain instanceof z.ZodNumber ? 'integer' : plain instanceof z.ZodBoolean ? 'boolean' : 'text';
    const value = (item: Item): unknown => {
      // oxlint-disable-next-line own/lookup -- a field that the schema names
      const held = item[field as keyof Item];
      if (held === null && kind === 'text' && answers.includes(field)) return 'unknown';
      return Array.isArray(held) ? held.join(' ') : held;
    };
    return { name, kind: lookup(times, field) ?? kind, value, unknown: answers.includes(field) } as Column<Item>;
  });
}
