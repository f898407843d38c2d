import type { Advice } from './advice.ts';
import type { NextStep } from './next-step.ts';
import type { Placed } from './placed.ts';
import { type Step, type StepCells, steps } from './steps.ts';

/** What a person types into `outreach.csv`. The program never changes it. */
export interface PersonCells {
  status: string;
  steps: Record<Step, StepCells>;
  /** The address of what was published. */
  placement: string;
  note: string;
  /** Cells of columns that the person added, in their order. */
  own: string[];
}

/** A note in the folder of notes. */
export interface NotePlace {
  path: string;
  /** A person changed it, and it stays as it is. */
  isEdited: boolean;
}

/** One resource in `outreach.csv`. */
export interface OutreachRow {
  /** Null where it is not in the ranking (any more), and stays since somebody wrote into its row. */
  rank: number | null;
  title: string | null;
  network: string;
  resource: string;
  resourceId: string;
  url: string;
  customers: number | null;
  subscribers: number | null;
  /** How it publishes outside authors, as in the ranking. */
  thirdParty: string;
  /** As the page itself publishes it. */
  contact: string | null;
  /** Why it is not to be contacted, in the words of `--exclude-resources`; null where it may be. */
  excluded: string | null;
  /** What is to be known of publishing there, in the countries that were named. */
  lawful: string[];
  person: PersonCells;
  next: NextStep;
  /** Null where it is not to be contacted, or has left the ranking. */
  advice: Advice | null;
  /** What became of its placement; null where there is none. */
  placed: Placed | null;
  /** Where its note stands, relative to the output folder; null where it has none. */
  note: NotePlace | null;
}

export const noCells = (ownColumns: number): PersonCells => ({
  status: '',
  steps: Object.fromEntries(steps.map((step) => [step, { state: '', date: '' }])) as PersonCells['steps'],
  placement: '',
  note: '',
  own: Array.from({ length: ownColumns }, () => ''),
});

/** Whether a person wrote anything into the row. */
export const isTouched = ({ status, steps: cells, placement, note, own }: PersonCells): boolean =>
  [status, placement, note, ...own].some((cell) => cell !== '') ||
  Object.values(cells).some(({ state, date }) => state !== '' || date !== '');
