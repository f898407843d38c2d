import { type Column, rankedColumns } from '../outputs/columns.ts';
import { type Advice, numbered } from './advice.ts';
import { addressIn } from './placed.ts';
import type { OutreachRow } from './row.ts';
import { steps } from './steps.ts';

const stepColumns: Column<OutreachRow>[] = steps.flatMap((step) => [
  { name: step, kind: 'text', value: ({ person }) => person.steps[step].state },
  // As it was typed: no spreadsheet shall see an apostrophe before a day.
  { name: `${step}_date`, kind: 'date', value: ({ person }) => person.steps[step].date },
]);

const rulesIn = ({ rules }: Advice): string => rules.map(({ quote }) => `“${quote}”`).join(' ');

const lacksIn = ({ pitch, noPitch }: Advice): string => noPitch ?? pitch?.missing.join('; ') ?? '';

/** `outreach.csv`: what to do with each resource, and what a person wrote of it. */
export const outreachColumns: Column<OutreachRow>[] = [
  ...rankedColumns,
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
  { name: 'post_1', kind: 'text', value: ({ advice }) => advice?.comments[0]?.post.url ?? null },
  { name: 'post_1_why', kind: 'text', value: ({ advice }) => advice?.comments[0]?.why ?? null },
  { name: 'post_2', kind: 'text', value: ({ advice }) => advice?.comments[1]?.post.url ?? null },
  { name: 'post_2_why', kind: 'text', value: ({ advice }) => advice?.comments[1]?.why ?? null },
  { name: 'questions', kind: 'text', value: ({ advice }) => advice && numbered(advice.questions) },
  { name: 'author_rules', kind: 'text', value: ({ advice }) => advice && rulesIn(advice) },
  {
    name: 'pitch_note',
    kind: 'text',
    value: ({ note }) => note && (note.isEdited ? `${note.path} (yours)` : note.path),
  },
  { name: 'pitch_lacks', kind: 'text', value: ({ advice }) => advice && lacksIn(advice) },
  { name: 'placement_state', kind: 'text', value: ({ placed }) => placed?.state ?? null },
  { name: 'placement_checked', kind: 'date', value: ({ placed }) => placed?.checked ?? null },
  { name: 'reactions', kind: 'integer', value: ({ placed }) => placed?.reactions ?? null },
  { name: 'placement_note', kind: 'text', value: ({ placed }) => placed?.note ?? null },
  { name: 'placement_seen', kind: 'text', value: ({ placed, person }) => placed && addressIn(person.placement) },
  { name: 'resource_id', kind: 'text', value: (row) => row.resourceId.replace(/^@/, '') },
  { name: 'lawful', kind: 'text', value: ({ lawful }) => lawful.join(' ') },
  { name: 'author_page', kind: 'text', value: ({ advice }) => advice?.authorPage ?? null },
];

/** The columns that a person added, behind the others. */
export const ownColumns = (headings: readonly string[]): Column<OutreachRow>[] =>
  headings.map((name, index) => ({ name, kind: 'text', value: ({ person }) => person.own[index] ?? null }));
