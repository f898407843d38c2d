/** What one does with a resource before and after a pitch, in this order. Each has a column and one with `_date` behind. */
export const steps = [
  'subscribe',
  'comment_1',
  'comment_2',
  'interview_or_help',
  'pitch',
  'follow_up',
  'thank',
] as const;
export type Step = (typeof steps)[number];

/** How the contact with a resource ended, or where it stands. Blank is open. */
export const outreachStatuses = ['pitched', 'accepted', 'placed', 'declined', 'no_answer', 'do_not_contact'] as const;
export type OutreachStatus = (typeof outreachStatuses)[number];

/** What a person typed for one step. */
export interface StepCells {
  /** `done`, or whatever a person writes there; blank is open. */
  state: string;
  /** As it was typed. */
  date: string;
}
