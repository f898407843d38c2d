import type { Column } from '../outputs/columns.ts';
import type { OutreachRow } from './row.ts';
import { steps } from './steps.ts';

const stepColumns: Column<OutreachRow>[] = steps.flatMap((step) => [
  { name: step, kind: 'text', value: ({ person }) => person.steps[step].state },
  // As it was typed: no spreadsheet shall see an apostrophe before a day.
  { name: `${step}_date`, kind: 'date', value: ({ person }) => person.steps[step].date },
]);

/** `outreach.csv`: what to do with each resource, and what a person wrote of it. */
export const outreachColumns: Column<OutreachRow>[] = [
  { name: 'rank', kind: 'integer', value: (row) => row.rank },
  { name: 'title', kind: 'text', value: (row) => row.title },
  { name: 'network', kind: 'text', value: (row) => row.network },
  { name: 'resource', kind: 'text', value: (row) => row.resource },
  { name: 'url', kind: 'text', value: (row) => row.url },
  { name: 'next_step', kind: 'text', value: ({ next }) => next.text },
  { name: 'next_date', kind: 'date', value: ({ next }) => next.date },
  { name: 'status', kind: 'text', value: ({ person }) => person.status },
  ...stepColumns,
  { name: 'placement', kind: 'text', value: ({ person }) => person.placement },
  { name: 'note', kind: 'text', value: ({ person }) => person.note },
  { name: 'contact', kind: 'text', value: (row) => row.contact },
  { name: 'customers', kind: 'integer', value: (row) => row.customers },
  { name: 'subscribers', kind: 'integer', value: (row) => row.subscribers },
  { name: 'third_party', kind: 'text', value: (row) => row.thirdParty },
  { name: 'resource_id', kind: 'text', value: (row) => row.resourceId.replace(/^@/, '') },
];

/** The columns that a person added, behind the others. */
export const ownColumns = (headings: readonly string[]): Column<OutreachRow>[] =>
  headings.map((name, index) => ({ name, kind: 'text', value: ({ person }) => person.own[index] ?? null }));
