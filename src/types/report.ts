import { z } from 'zod';
import { type ArticleVisit, articleStatuses } from './article.ts';
import { type Problem, decisionVerdicts } from './input.ts';
import {
  type EvidenceRow,
  type SensitiveRow,
  evidenceRules,
  outsideClasses,
  sensitiveSubjects,
  thirdPartyKinds,
} from './judgement.ts';
import { rowResultsSchema, workedSchema } from './results.ts';
import { type Listed, factSources, incompleteStatuses, remedyNames } from './resource.ts';

/** `unexamined` is what the asked top does not need. */
export const verdicts = [...decisionVerdicts, 'unexamined'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a resource got its verdict; errors.ts has a sentence for each. */
const verdictReasons = [
  'third_party_evidence',
  'third_party_not_asked',
  'your_decision',
  'below_floor',
  'own_posts_only',
  'too_few_outside_authors',
  'outside_posts_too_old',
  'gone',
  'moved',
  'unresolved',
  'subscribers_unknown',
  'third_party_unknown',
  'paid_placements_only',
  'texts_refused',
  'class_not_chosen',
  'signs_contradict',
  'language_unknown',
  'by_assistant',
  'off_topic',
  'topic_doubtful',
  'topic_few_texts',
  'topic_language',
  'sensitive_subject',
  'not_reached',
  'not_needed',
  'not_asked_yet',
] as const;
export type Reason = (typeof verdictReasons)[number];

/** How sure it is that clients follow a resource for a reason, in the order in which the words are tried. */
const strengths = ['too_few', 'anecdote', 'strong', 'likely', 'by_chance'] as const;
export type Strength = (typeof strengths)[number];

/** How a page and another one, of which nothing proves that they are one publisher's, name each other. */
const hintWays = ['names', 'named_by', 'each_other'] as const;
export type HintWay = (typeof hintWays)[number];

/** `main` comes before `mass`, the pages that everybody follows. */
const blocks = ['main', 'mass'] as const;

/** Orders of the ranking. */
export const rankOrders = ['count', 'beyond-chance', 'share', 'results'] as const;
export type RankOrder = (typeof rankOrders)[number];

/** Whether evidence of outside authors decides. */
export const thirdPartyRules = ['require', 'ignore'] as const;

/** What becomes of a page that shows something sensitive about its readers. */
export const sensitiveRules = ['review', 'keep', 'drop'] as const;

/** What happens to utm tags that a link already carries. */
export const utmRules = ['keep', 'replace'] as const;
export type UtmRule = (typeof utmRules)[number];

/** Analytics tools whose ways with tags are known. */
export const analyticsTools = ['ga4', 'matomo', 'metrica', 'plausible', 'umami', 'goatcounter'] as const;
export type AnalyticsTool = (typeof analyticsTools)[number];

/** What a network counts the length of a text in. */
const textUnits = ['graphemes', 'weighted', 'utf-16', 'code points', 'emoji as bytes'] as const;
export type TextUnit = (typeof textUnits)[number];

/** What becomes of a link in a text: it can be clicked, it is mere text, or there is a field for it beside the text. */
const linkPlaces = ['clickable', 'not_clickable', 'own_field'] as const;
export type LinkPlace = (typeof linkPlaces)[number];

/** What can be shortened, or left out, of an announcement. */
const teaserParts = ['problem', 'solution', 'upgrade'] as const;
export type TeaserPart = (typeof teaserParts)[number];

/** `plain` for programs; `excel` for spreadsheets of countries that write a decimal comma. */
export const csvDialects = ['plain', 'excel'] as const;
export type CsvDialect = (typeof csvDialects)[number];

/** Languages of the page, in the order its switch shows them. */
export const pageLanguages = ['en', 'ru', 'el'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** A counted resource, before it is judged. */
export interface Candidate {
  resource: Listed;
  /** Distinct customers that follow it. */
  customers: number;
  /** Those of them of whom only a survey tells it. */
  surveyed?: number;
  /** Which bare names were counted with it and why, or why its own bare name could not be resolved. */
  note?: string;
  /** What those know it by that counted it. */
  number?: number;
}

/** Fewer clients than these are not told of in what is handed on. */
export const leastShared = 5;

const text = z.string();
const number = z.number();
const optional = { text: text.nullable(), number: number.nullable(), boolean: z.boolean().nullable() };

const evidenceSchema = z.object({
  rule: z.enum(evidenceRules).describe('what was recognised'),
  class: z.enum(thirdPartyKinds),
  url: text,
  at: optional.text.describe('day of the post; null for a description'),
  quote: text.describe('the words themselves'),
  author: text.describe('who is published there; empty where nobody is named'),
}) satisfies z.ZodType<EvidenceRow>;

const thirdPartySchema = z.object({
  kind: z.enum(thirdPartyKinds),
  classes: z.array(z.enum(outsideClasses)).describe('every way in which outsiders are published'),
  share: optional.number.describe('outside posts among the latest 20, 0 to 1; null when none were read'),
  postsRead: optional.number.describe('how many posts the share is taken of, at most 20; null when none were read'),
  authors: optional.number.describe('distinct outside authors; null when no posts were read'),
  evidenceUrl: optional.text,
  evidenceDate: optional.text,
  evidence: z.array(evidenceSchema).describe('what decided, at most five'),
});
export type ThirdParty = z.output<typeof thirdPartySchema>;

const sensitiveSchema = z.object({
  subject: z.enum(sensitiveSubjects),
  quote: text.describe('the words that show it'),
  url: text.describe('where they stand'),
}) satisfies z.ZodType<SensitiveRow>;

const familyHintSchema = z.object({ how: z.enum(hintWays), url: text });

/** One line of the ranking or of the candidates; everything that outputs print of a resource. */
const rowSchema = z.object({
  rank: optional.number,
  network: text,
  resource: text,
  resourceId: text,
  title: optional.text,
  url: text,
  host: text,
  customers: number,
  customersReadable: number.describe('customers with a list of this network that could be read'),
  share: number,
  shareLow: number,
  shareHigh: number,
  subscribers: optional.number,
  thirdParty: thirdPartySchema,
  relevance: optional.number.describe('share of the latest posts that are of the topic, 0 to 1; null without a topic'),
  matchedTerms: z.array(text).describe('terms of the topic that were found, at most ten, most texts first'),
  sensitive: z.array(sensitiveSchema).describe('what following the page can show of a reader'),
  shareShrunk: optional.number.describe(
    'share drawn towards what is usual among the counted resources of its network, 0 to 1; null where too few tell',
  ),
  expectedByChance: optional.number.describe('clients that would follow it by chance; null where a size is unknown'),
  lift: optional.number.describe('customers / expectedByChance; null where less than 0.05 are expected'),
  qValue: optional.number.describe(
    'share of false ones among all resources that are at least as striking, 0.000001 to 1',
  ),
  strength: z.enum(strengths).nullable(),
  massPage: optional.boolean.describe('over 1 % of the accounts of its network; null where a size is unknown'),
  block: z.enum(blocks).nullable().describe('part of the ranking; null where the resource is not ranked'),
  newCustomers: optional.number,
  reach: optional.number,
  lastPost: optional.text,
  contact: optional.text,
  rankChange: optional.text,
  retrievedAt: optional.text,
  verdict: z.enum(verdicts),
  reason: z.enum(verdictReasons),
  ruleVerdict: z.enum(verdicts).nullable().describe('what the rules say, where a person decided; otherwise null'),
  note: text,
  description: optional.text,
  wishes: z.array(text),
  surveyed: optional.number.describe(
    'customers of whom only their answer to a survey tells it; null in what is handed on',
  ),
  ageDays: optional.number.describe(
    "how many days old the oldest answer is that the row rests on: its network's lists, its facts, its posts",
  ),
  family: optional.text.describe(
    'what the pages of one publisher have in common: network and id of the first of them; null where it is not proven',
  ),
  familyCustomers: optional.number.describe('customers that follow any of the family; null without one'),
  familyPages: z.array(text).describe('addresses of the other pages of the family'),
  familyHints: z.array(familyHintSchema).describe('pages that may be of the same publisher: a person has to tell'),
  results: rowResultsSchema.nullable().describe('what came of its links; null where results.csv does not tell of them'),
  factsFrom: z
    .enum(factSources)
    .nullable()
    .default(null)
    .describe('who told what is said of the resource, on the day of retrievedAt; null where nobody did'),
});
/** One counted resource: who follows it, by how much more than chance, and whether it publishes outside authors. */
export type Row = z.output<typeof rowSchema>;

/** What a person wrote into the cells of a row of `review.csv`. */
export interface WrittenAnswer {
  verdict: string;
  note: string;
  means: string;
  outsideAuthors: string;
  evidence: string;
  countedOn: string;
  /** The address of the other page, where it was asked whether both are one publisher's. */
  sameAs: string | null;
}

/** A row of `review.csv` that a person has answered, and that stays there. */
export interface AnsweredRow {
  /** Null where the resource is counted no more. */
  row: Row | null;
  title: string;
  network: string;
  resource: string;
  subscribers: number | null;
  written: WrittenAnswer;
}

const count = optional.number.describe('null where it is made to be handed on, and fewer than 5');

/** New columns are added at the end. */
const firstStatuses = incompleteStatuses.filter((status) => status !== 'not_asked');

/** What became of the profiles of one network. */
export const coverageSchema = z.object({
  network: text,
  profiles: count,
  read: count,
  imported: count.describe('customers whose follows on this network came from follows.csv'),
  ...(Object.fromEntries(firstStatuses.map((status) => [status, count])) as Record<
    (typeof firstStatuses)[number],
    typeof count
  >),
  excluded: count.describe('profiles of customers on the opt-out list, which were not asked for'),
  not_asked: count.describe('profiles of customers who did not agree, which were not asked for'),
  kept: count.describe('lists, read or truncated, that could not be read again and are older than --max-age'),
  age_days: optional.number.describe('how many days old the oldest list is; null where there is none'),
  surveyed: count.describe('those of imported who said so in a survey, and of whom nothing else tells it'),
});
export type Coverage = z.output<typeof coverageSchema>;

/** Why some profiles of a host were not read, or what some resources say of themselves. One row of `reasons.csv`. */
export const unreadReasonSchema = z.object({
  network: text,
  host: text.describe('who was asked, or would be; empty in what is handed on'),
  what: z.enum(['profile', 'resource', 'link']).describe('whose list, whose facts and posts, or which short link'),
  status: z.enum(incompleteStatuses),
  reason: text.describe('what happened, in English'),
  count: number.describe('how many profiles or resources'),
  since: text.describe('day since which it is so'),
  retryAt: optional.text.describe(
    'instant from which another try may do better, ISO 8601, UTC; null where nobody said',
  ),
  remedy: z.enum(remedyNames),
  whatToDo: text.describe('the remedy as a sentence in English'),
  kept: number.describe('of how many an earlier answer stands instead'),
  ageDays: optional.number.describe('how many days old the oldest of these answers is; null where there is none'),
});
export type UnreadReason = z.output<typeof unreadReasonSchema>;

export const teaserSchema = z.object({
  rank: number,
  title: optional.text,
  network: text,
  resource: text,
  url: text,
  link: text,
  shortLink: optional.text,
  utmSource: text,
  utmMedium: text,
  utmCampaign: text,
  utmContent: text,
  ga4Channel: text.describe('default channel group that Google Analytics 4 will put the visits into'),
  teaser: text,
  length: number.describe("in the network's own unit"),
  limit: optional.number.describe('null where the network is not known to have one'),
  fits: optional.boolean.describe('null where no limit is known'),
  utmTerm: optional.text.describe('the resource once more, where the analytics tool does not keep utm_content'),
  paid: z.boolean().describe('whether the placement is paid for'),
  warnings: z
    .array(text)
    .describe('what analytics will not count as expected, and what should not stand in an address'),
  variant: number.describe('which wording for this resource, from 1 on; told apart by utmContent'),
  language: optional.text.describe("of the words around your texts: the resource's own; null where it has none here"),
  unit: z.enum(textUnits).nullable().describe('what length and limit count'),
  cut: z.array(z.enum(teaserParts)).describe('what was shortened at a sentence, or left out, so that the text fits'),
  limitWithPicture: optional.number,
  fitsWithPicture: optional.boolean,
  limitPaidAccount: optional.number.describe('of an account that is paid for, where it may write more'),
  linkPlace: z.enum(linkPlaces).nullable().describe('what becomes of the link there; null where nobody knows'),
  lawful: z.array(text).describe('what is to be known of publishing it in the countries that were named'),
  proposed: z
    .array(z.enum(teaserParts))
    .describe('parts that nobody wrote and that are proposed from the article: look at them before they go out'),
  draft: optional.text.describe(
    'another wording, drafted by the assistant and marked as such; null where there is none',
  ),
  ownWording: z.boolean().describe('whether the text is your own, of wordings.csv'),
});
export type Teaser = z.output<typeof teaserSchema>;

const expenseSchema = z.object({
  date: text.describe('day of the placement, ISO 8601'),
  utmSource: text,
  utmMedium: text,
  utmCampaign: text,
  utmTerm: optional.text,
  utmContent: text,
  expenses: number.describe('what the placement cost'),
  currency: optional.text.describe('ISO 4217'),
  clicks: optional.number,
});
/** What a paid placement cost, beside the tags of its link. */
export type Expense = z.output<typeof expenseSchema>;

export const problemSchema = z.object({
  file: text,
  line: number.describe('0 where the file as a whole is meant'),
  value: text,
  problem: text,
  whatToDo: text,
}) satisfies z.ZodType<Problem>;

const criteriaSchema = z.object({
  top: number,
  minSubscribers: number,
  minCustomers: number,
  thirdParty: z.enum(thirdPartyRules),
  rankBy: z.enum(rankOrders).optional().describe('order of the ranking; by customers where it is not said'),
  thirdPartyClasses: z
    .array(z.enum(outsideClasses))
    .default([...outsideClasses])
    .describe('ways of being published that count'),
  apart: z.array(text).optional().describe('networks that are ranked by themselves, each with its own ranks and reach'),
  topic: z
    .object({
      languages: z.array(text),
      terms: number,
      excluded: number,
      digest: text.describe('the same for the same words'),
    })
    .optional()
    .describe('the field that resources must be of; absent where none was named'),
  sensitive: z.enum(sensitiveRules).optional().describe('what becomes of sensitive pages; absent where it is review'),
  shareable: z.literal(true).optional().describe('counts of customers are rounded down to multiples of 5'),
});
export type Criteria = z.output<typeof criteriaSchema>;

/** A resource that the previous ranking had and this one has not. */
const formerResourceSchema = rowSchema.pick({ network: true, resource: true, url: true, customers: true }).extend({
  rank: number.describe('its rank then'),
  title: optional.text.default(null).describe('null also where the ranking of then did not keep it'),
});
export type FormerResource = z.output<typeof formerResourceSchema>;

/** Words of one language that tell the pages of the topic from the others. */
const proposalSchema = z.object({
  language: text,
  use: z.enum(['add', 'exclude']).describe('to be added to the topic, or to be excluded'),
  words: z.array(
    z.object({
      word: text,
      pages: number.describe('pages of the kind that has it: kept ones to add, dropped ones to exclude'),
      others: number.describe('other pages of the language that have it'),
    }),
  ),
});
export type Proposal = z.output<typeof proposalSchema>;

/** What whoever gets a report must know of how it was made; errors.ts has a sentence for each. */
const noticeCodes = [
  'shareable',
  'excluded',
  'excluded_some',
  'apart',
  'mixed',
  'notes_kept',
  'review_kept',
  'no_own_site',
  'placements_lost',
  'drafts',
  'outreach_stays',
  'segments_none',
  'segments_left',
  'segments_private',
  'segments_some',
  'article_missing',
  'article_moved',
  'article_drops_tags',
  'article_unread',
  'article_proposed',
  'left_out',
  'left_out_few',
  'only_in_csv',
] as const;

const articleSchema = z.object({
  link: text,
  status: z.enum(articleStatuses),
  url: optional.text.describe('where the link ends; null where nothing answered'),
  keepsTags: optional.boolean.describe('whether tags are still there where the link ends'),
  why: text.describe('why the page was not read; empty where it was'),
  text: z
    .object({
      title: optional.text,
      description: optional.text,
      author: optional.text,
      language: optional.text,
      paragraphs: z.array(text).describe('its first ones'),
    })
    .nullable(),
}) satisfies z.ZodType<ArticleVisit>;

/** What a law says of a placement; errors.ts has a sentence for each. */
const lawCodes = [
  'ru_banned',
  'ru_blocked',
  'ru_disputed',
  'ru_check',
  'ru_erid',
  'ru_unpaid',
  'gr_paid',
  'gr_unpaid',
  'cy_paid',
  'cy_unpaid',
  'eu_paid',
  'eu_unpaid',
  'eu_draft',
  'unknown',
] as const;
export type LawCode = (typeof lawCodes)[number];

const lawNoticeSchema = z.object({
  country: text.describe('two letters; EU for all members'),
  code: z.enum(lawCodes),
  networks: z.array(text).describe('of the kept resources it is about'),
  placements: number.describe('kept resources it is about'),
  since: optional.text.describe('day since which it holds'),
  source: optional.text,
  read: optional.text.describe('day on which the source was read'),
});
export type LawNotice = z.output<typeof lawNoticeSchema>;

const noticeSchema = z.object({
  code: z.enum(noticeCodes),
  networks: z.array(text),
  count: optional.number,
  text: text.describe('the sentence in English'),
});
export type Notice = z.output<typeof noticeSchema>;

const totalsSchema = z.object({
  resources: number.describe('rows of candidates.csv'),
  keep: number,
  drop: number,
  review: number,
  unexamined: number,
  left_out: optional.number.describe('counted resources in no file; null in what is handed on'),
  left_out_below: number.describe('they are those that fewer customers follow, and nobody looked at'),
});

const activitySchema = z.object({
  network: text,
  factor: optional.number.describe(
    'how many times as many pages the clients follow as an average account; null where a control list tells what is usual',
  ),
  pages: number.describe('largest pages that the factor is taken of; 0 where too few tell it, and it is assumed'),
  control: optional.number.describe(
    'people of the control list whose lists could be read: the share of them is what chance gives; null where none tells',
  ),
});
export type Activity = Omit<z.output<typeof activitySchema>, 'network'>;

const baselineSchema = z.object({
  people: number.describe('people of the control list that are no clients'),
  networks: z.array(
    z.object({
      network: text,
      profiles: number.describe('profiles of theirs'),
      readable: number.describe('people whose lists could be read'),
      not_reached: number.describe('profiles that could not be reached: another run may read them'),
    }),
  ),
});
export type Baseline = z.output<typeof baselineSchema>;

const handNetworkSchema = z.object({
  network: text,
  title: text,
  clients: number.describe('clients with a profile there'),
  unread: number.describe('those whose list is not there'),
  wanted: number.describe('those of unread who are enough: further ones would hardly change the ranking'),
  pages: number.describe('pages to open and save for them'),
  minutes: number.describe('what that takes a person, estimated'),
  brings: number.describe('those of wanted of whom nothing can be read otherwise'),
});

const handWorkSchema = z.object({
  clients: number,
  readable: number.describe('clients of whom at least one list is there'),
  brings: number.describe('clients of whom nothing can be read otherwise, and whom the pages below would bring'),
  pages: number,
  minutes: number,
  networks: z.array(handNetworkSchema).describe('what brings most first'),
});
/** What a person can do where no program may read. */
export type HandWork = z.output<typeof handWorkSchema>;

/** Ways in which a plan is made. */
const planOrders = ['greedy', 'rank'] as const;

const stepSchema = z.object({
  step: number,
  rank: optional.number,
  title: optional.text,
  network: text,
  resource: text,
  url: text,
  customers: number,
  new_customers: optional.number.describe('clients that no step before reaches'),
  covered: optional.number.describe('clients that the steps so far reach'),
  reach: optional.number.describe('covered, as a share of the readable clients'),
  reach_new_clients: optional.number.describe(
    'share of new clients that the steps so far would reach: of each client by the plan made without them',
  ),
  reach_new_low: optional.number,
  reach_new_high: optional.number.describe('ends of its 95 % interval'),
  family: optional.text.describe('the family of pages that takes this place together; null where it is one page'),
});
export type ChoiceStep = z.output<typeof stepSchema>;

const planSchema = z.object({
  network: optional.text.describe('the network that is ranked by itself; null for all others together'),
  customers_readable: number,
  order: z
    .enum(planOrders)
    .describe('greedy: whatever wins most clients that are left; rank: the order of the ranking'),
  reason: optional.text.describe('why the order of the ranking stays; null where it does not'),
  tested: number.describe('clients that the share of new ones was tried on'),
  resources: z.array(stepSchema),
});
export type ChoicePlan = z.output<typeof planSchema>;

const choiceSchema = planSchema.extend({ apart: z.array(planSchema).describe('plans of the networks kept apart') });
export type Choice = z.output<typeof choiceSchema>;

const segmentSchema = z.object({
  segment: text,
  customers: number.describe('clients in it with a readable list'),
  resources: z
    .array(
      z.object({
        rank: number,
        title: optional.text,
        network: text,
        resource: text,
        url: text,
        customers: number,
        customers_readable: number.describe('clients in the segment with a list of this network that could be read'),
        share: number,
        share_low: number,
        share_high: number,
      }),
    )
    .describe('kept resources that its clients follow, in the order of the ranking among them'),
});
/** The ranking of one segment. */
export type SegmentTable = z.output<typeof segmentSchema>;

/** How many resources are chosen, and how they are ranked. */
export interface ChoiceRules {
  limit: number;
  order: RankOrder;
  /** Customers that a resource is shared by at least. */
  minCustomers: number;
}

/** Raised when a field of `report.json` or of the history goes or changes its meaning, not when one is added. */
export const schemaVersion = 1;

/** The result of a run. Every output file is a function of it. */
export const reportSchema = z.object({
  schema: z.literal(schemaVersion),
  generator: text.describe('the program that wrote it, and its version'),
  date: text.describe('day of the run, ISO 8601, UTC'),
  customers: number,
  criteria: criteriaSchema,
  coverage: z.array(coverageSchema),
  reasons: z.array(unreadReasonSchema).describe('why what was not read was not, by host'),
  rows: z
    .array(rowSchema)
    .describe('the ranking first, then the rest by customers: of those that nobody looked at only the first 2,000'),
  activity: z
    .array(activitySchema)
    .describe('what chance is reckoned with, by network: a control list, or how active the clients are'),
  handWork: handWorkSchema
    .nullable()
    .describe('what opening and saving pages by hand would bring; null where nothing is left to be opened'),
  baseline: baselineSchema.nullable().describe('the control list, and what could be read of it; null without one'),
  choice: choiceSchema.describe('what to choose of the ranking: at most --choose resources that reach most clients'),
  segments: z
    .array(segmentSchema)
    .describe('rankings of the segments of the client list; one of fewer than 5 readable clients has none'),
  overlap: z
    .array(z.array(optional.number))
    .describe(
      "customers that follow both of two of the first 20 ranked resources, symmetric; the diagonal holds each one's own; null where fewer than criteria.minCustomers do",
    ),
  previous: z
    .object({ date: text, gone: z.array(formerResourceSchema) })
    .nullable()
    .describe('what the ranking was at the previous run of the same list; null where there was none'),
  proposals: z.array(proposalSchema).describe('words for the next topic; none where no topic was named'),
  worked: z.array(workedSchema).describe('what resources of one kind brought together; none without results.csv'),
  article: articleSchema.nullable().describe('the page behind the link, as it was found; null where nobody looked'),
  teasers: z.array(teaserSchema),
  expenses: z.array(expenseSchema).describe('paid placements with a price and a day'),
  problems: z.array(problemSchema),
  lawful: z
    .array(lawNoticeSchema)
    .describe('what is to be known of publishing in the countries that were named; none where none was'),
  notices: z.array(noticeSchema).describe('what was left out or kept apart, and why'),
  totals: totalsSchema.describe('of all counted resources, those that stand in candidates.csv alone included'),
});
/** The result of a run. Dates are days in UTC, shares are 0 to 1, and what is unknown is null. */
export type Report = z.output<typeof reportSchema>;

/** The ranking of an earlier run, as `history/` keeps it. Schema 0 did not say its number. */
export const pastRankingSchema = reportSchema.pick({ date: true, criteria: true }).extend({
  schema: number.min(0).max(schemaVersion).default(0),
  generator: text.default(''),
  resources: z.array(formerResourceSchema.extend({ id: text, customersReadable: number })),
});
export type PastRanking = z.output<typeof pastRankingSchema>;
