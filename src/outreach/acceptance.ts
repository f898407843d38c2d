import type { Column } from '../outputs/columns.ts';
import { wilsonInterval } from '../stages/statistics.ts';
import type { OutreachRow } from './row.ts';
import { isDone, statusOf } from './status-words.ts';

export const acceptanceFile = 'acceptance.csv';

/** How many resources of one class accepted. */
export interface Acceptance {
  /** How they publish outside authors. */
  thirdParty: string;
  accepted: number;
  /** Accepted ones whose text is out. */
  placed: number;
  declined: number;
  noAnswer: number;
  /** Asked, and neither answered nor given up. */
  waiting: number;
}

/** What came of the pitches, by class; a class of which none was asked is left out. */
export function acceptanceOf(rows: readonly OutreachRow[]): Acceptance[] {
  const classes = new Map<string, Acceptance>();
  for (const { thirdParty, person } of rows) {
    const status = statusOf(person.status);
    const isPlaced = status === 'placed' || (person.placement !== '' && status !== 'declined');
    const isAsked = status === 'pitched' || isDone(person.steps.pitch);
    const of = classes.get(thirdParty) ?? {
      thirdParty,
      accepted: 0,
      placed: 0,
      declined: 0,
      noAnswer: 0,
      waiting: 0,
    };
    if (isPlaced) of.placed += 1;
    if (isPlaced || status === 'accepted') of.accepted += 1;
    else if (status === 'declined') of.declined += 1;
    else if (status === 'no_answer') of.noAnswer += 1;
    else if (isAsked && status !== 'do_not_contact') of.waiting += 1;
    else continue;
    classes.set(thirdParty, of);
  }
  return [...classes.values()].toSorted((a, b) => (a.thirdParty < b.thirdParty ? -1 : 1));
}

/** Pitches that were answered, or are given up. */
const settled = ({ accepted, declined, noAnswer }: Acceptance): number => accepted + declined + noAnswer;

const shareOf = (of: Acceptance): number | null => (settled(of) === 0 ? null : of.accepted / settled(of));

const boundOf = (of: Acceptance, end: 'low' | 'high'): number | null =>
  settled(of) === 0 ? null : wilsonInterval(of.accepted, settled(of))[end];

/** `acceptance.csv`: what came of the pitches, by the way in which resources publish outsiders. */
export const acceptanceColumns: Column<Acceptance>[] = [
  { name: 'third_party', kind: 'text', value: ({ thirdParty }) => thirdParty },
  { name: 'settled', kind: 'integer', value: settled },
  { name: 'accepted', kind: 'integer', value: ({ accepted }) => accepted },
  { name: 'placed', kind: 'integer', value: ({ placed }) => placed },
  { name: 'declined', kind: 'integer', value: ({ declined }) => declined },
  { name: 'no_answer', kind: 'integer', value: ({ noAnswer }) => noAnswer },
  { name: 'waiting', kind: 'integer', value: ({ waiting }) => waiting },
  { name: 'share', kind: 'share', value: shareOf },
  { name: 'share_low', kind: 'share', value: (of) => boundOf(of, 'low') },
  { name: 'share_high', kind: 'share', value: (of) => boundOf(of, 'high') },
];
