import { z } from 'zod';
import type { Problem } from '../types/input.ts';
import { type Coverage, type Row, type Teaser, coverageSchema, problemSchema, teaserSchema } from '../types/report.ts';

/** A column of a table: its contractual name, how its cells are printed, and where they come from. Null is a blank cell. */
export type Column<Item> = { name: string } & (
  | { kind: 'text' | 'date'; value: (item: Item) => string | null }
  | { kind: 'integer' | 'share'; value: (item: Item) => number | null }
  | { kind: 'decimal'; decimals: number; value: (item: Item) => number | null }
  | { kind: 'boolean'; value: (item: Item) => boolean | null }
);

const leading: Column<Row>[] = [
  { name: 'rank', kind: 'integer', value: (row) => row.rank },
  { name: 'network', kind: 'text', value: (row) => row.network },
  { name: 'resource', kind: 'text', value: (row) => row.resource },
  // What nobody could identify has its name for an id, marked with a sign that spreadsheets take for a formula.
  { name: 'resource_id', kind: 'text', value: (row) => row.resourceId.replace(/^@/, '') },
  { name: 'url', kind: 'text', value: (row) => row.url },
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

const retrievedAt: Column<Row> = { name: 'retrieved_at', kind: 'date', value: (row) => row.retrievedAt };

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
  retrievedAt,
];

/** `candidates.csv`: every counted resource and why it is, or is not, in the ranking. */
export const candidateColumns: Column<Row>[] = [
  ...leading,
  { name: 'verdict', kind: 'text', value: (row) => row.verdict },
  { name: 'reason', kind: 'text', value: (row) => row.reason },
  { name: 'note', kind: 'text', value: (row) => row.note },
  retrievedAt,
];

/** `coverage.csv`: what became of the profiles, per network. */
export const coverageColumns = columnsOf<Coverage>(coverageSchema);

/** `problems.csv`: every input row, or part of one, that could not be used. */
export const problemColumns = columnsOf<Problem>(problemSchema);

/** `teasers.csv`: an announcement and its tagged link for each ranked resource. */
export const teaserColumns = columnsOf<Teaser>(teaserSchema);

/** A column for each field of a schema, with the field's name in snake case. */
function columnsOf<Item extends object>(schema: z.ZodObject): Column<Item>[] {
  return Object.entries(schema.shape).map(([field, type]) => {
    const name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const plain = type instanceof z.ZodNullable ? type.unwrap() : type;
    const kind = plain instanceof z.ZodNumber ? 'integer' : plain instanceof z.ZodBoolean ? 'boolean' : 'text';
    // oxlint-disable-next-line own/lookup -- a field that the schema names
    return { name, kind, value: (item) => item[field as keyof Item] } as Column<Item>;
  });
}
