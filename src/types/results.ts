import { z } from 'zod';

/** What a tool counts. A visit may have several views, a visitor several visits; clicks of short links are none of these. */
export const countKinds = ['visits', 'visitors', 'views', 'clicks'] as const;
export type CountKind = (typeof countKinds)[number];

/** Roles of columns that a person may name in an export. */
export const exportRoles: readonly string[] = [...countKinds, 'conversions', 'content', 'link', 'short_link', 'ignore'];

/** Of the columns that a settings file names, those of exports: others are columns of the client list. */
export const columnsOfExports = (columns: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...columns].filter(([, role]) => exportRoles.includes(role)));

/** From so many visits on a rate says something. */
export const enoughVisits = 30;

const text = z.string();
const number = z.number();
const unknown = { text: text.nullable(), number: number.nullable() };

const sumsSchema = z.object({
  rows: number,
  visits: unknown.number,
  conversions: unknown.number,
  clicks: unknown.number,
});
/** What some rows of a file tell together; null is what the file does not measure. */
export type Sums = z.output<typeof sumsSchema>;

const namedSchema = sumsSchema.extend({ name: text.describe('the tag, or the link, as it stands in the file') });

const readFileSchema = z.object({
  file: text,
  tool: unknown.text.describe('who wrote it; null where nothing says so'),
  table: text.describe('sheet, or part of the archive; empty where the file is the table'),
  measure: z
    .enum(countKinds)
    .nullable()
    .describe(
      'what `visits` are in this file: visits, or else visitors or views; null where it tells conversions only',
    ),
  joinedOn: unknown.text.describe('the columns that told whose a row is'),
  from: unknown.text.describe('first day of the period, where the file says it'),
  to: unknown.text.describe('last day of it'),
  rows: number.describe('rows that were counted; totals are none'),
  all: sumsSchema,
  yours: sumsSchema,
  untagged: sumsSchema.describe('rows without any tag'),
  others: sumsSchema.describe('rows of other campaigns'),
  named: z.array(namedSchema).describe('the other tags or links, the most visited first'),
  stated: unknown.number.describe('what the file itself gives as its total; null where it gives none'),
  totalsAgree: z.boolean(),
  conservation: text.describe('the same in one sentence'),
  notices: z.array(text).describe('what a reader has to know of these numbers'),
});
/** How one export was read, and what became of all its rows. */
export type ReadExport = z.output<typeof readFileSchema>;

const unreadFileSchema = z.object({ file: text, problem: text, whatToDo: text });
/** A file of which nothing was counted, and what to do. */
export type UnreadExport = z.output<typeof unreadFileSchema>;

const linkSchema = z.object({
  file: text,
  tool: unknown.text,
  network: text,
  resource: text,
  url: text,
  utmContent: text,
});

const resultSchema = linkSchema.extend({
  measure: z.enum(countKinds).nullable(),
  visits: unknown.number.describe('by `measure`; null where the file does not tell it, never 0'),
  conversions: unknown.number,
  conversionRate: unknown.number.describe(
    'conversions / visits, 0 to 1; null without either, or where views are counted',
  ),
  conversionRateLow: unknown.number.describe(
    "lower end of Wilson's 95 % interval; null where it is no share of visits",
  ),
  conversionRateHigh: unknown.number,
  enough: z.boolean().describe(`whether there are ${enoughVisits} visits, from which on a rate says something`),
});
/** What one file tells of one link that was published. */
export type LinkResult = z.output<typeof resultSchema>;

const clicksSchema = linkSchema.extend({ shortLink: unknown.text, clicks: number });
/** Clicks of a short link in one file: robots that make previews click, too, so they are no visits. */
export type LinkClicks = z.output<typeof clicksSchema>;

/** One row of `results.csv`: visits of a link in one file, or clicks of its short link. */
export interface KeptResult extends Omit<LinkResult, 'enough'> {
  enough: boolean | null;
  clicks: number | null;
  shortLink: string | null;
}

export const rowResultsSchema = z.object({
  file: unknown.text.describe(
    'the export that tells visits and conversions, the same for all rows; null with clicks alone',
  ),
  measure: z.enum(countKinds).nullable().describe('what `visits` are in it'),
  visits: unknown.number,
  conversions: unknown.number,
  conversionRate: unknown.number.describe('conversions / visits, 0 to 1'),
  conversionRateLow: unknown.number.describe("lower end of Wilson's 95 % interval"),
  conversionRateHigh: unknown.number,
  conversionRateShrunk: unknown.number.describe(
    `drawn towards the rate of all links together, as if each had ${enoughVisits} visits more at that rate`,
  ),
  enough: z.boolean().describe(`whether there are ${enoughVisits} visits`),
  clicks: unknown.number.describe('clicks of short links, which are no visits'),
});
/** What came of the links to one resource. */
export type RowResults = z.output<typeof rowResultsSchema>;

/** Finds what came of the links to a resource; null where `results.csv` does not tell of it. */
export type ResultsFinder = (resource: { network: string; name: string; url: string }) => RowResults | null;

export const workedSchema = z.object({
  by: z.enum(['network', 'class', 'size']),
  group: text,
  resources: number,
  visits: unknown.number,
  conversions: unknown.number,
  conversionRate: unknown.number,
  conversionRateLow: unknown.number,
  conversionRateHigh: unknown.number,
  enough: z.boolean(),
});
/** What resources of one network, class or size brought together, in the file that is taken for the ranking. */
export type Worked = z.output<typeof workedSchema>;

export const resultsSchema = z.object({
  schema: z.literal(1),
  teasers: text.describe('the list of links that the files were compared with'),
  links: number.describe('links in it'),
  files: z.array(readFileSchema),
  unread: z.array(unreadFileSchema).describe('files of which nothing was counted, and what to do'),
  results: z.array(resultSchema).describe('by file and link; nothing is added up over files'),
  clicks: z.array(clicksSchema).describe('clicks of short links, by file and link'),
  workedIn: unknown.text.describe('the file that `worked` and the ranking take: the first one that tells visits'),
  worked: z.array(workedSchema),
  kept: z.array(text).describe('files of earlier calls whose rows stay in results.csv'),
  written: z.array(text),
});
/** What `results` prints with `--json`. Shares are 0 to 1, dates are days, and what is unknown is null. */
export type Results = z.output<typeof resultsSchema>;
