import { dayIn } from '../text/day.ts';
import { addWorkingDays } from './working-days.ts';
import { isDone, statusOf } from './status-words.ts';
import { type Step, type StepCells, outreachStatuses } from './steps.ts';

/** Working days after a pitch within which one follow-up is sent: editors' own advice, five to seven. */
const followUpDays = { from: 5, to: 7 } as const;

/** What is known of the contact with one resource. */
export interface Contact {
  status: string;
  steps: Readonly<Record<Step, StepCells>>;
  placement: string;
  /** Why it is not to be contacted, as a list of the person's says; null where it is on none. */
  excluded: string | null;
}

/** What to do next, and from which day on; the day is null where it may be done at once, or nothing is to be done. */
export interface NextStep {
  text: string;
  date: string | null;
}

const sentences = {
  subscribe: 'subscribe and read along for a week',
  comment_1: 'comment on post_1',
  comment_2: 'comment on post_2, some days after the first comment',
  interview_or_help: 'ask for an interview (see its questions), or offer a useful piece of work for free',
  pitch: 'send the pitch, after you have filled in what it lacks',
} as const;

const atOnce = (text: string): NextStep => ({ text, date: null });

/** The first step of the method that is still to be done. */
export function nextStep({ status, steps, placement, excluded }: Contact, today: string): NextStep {
  const meant = statusOf(status);
  if (meant === 'do_not_contact' || excluded !== null)
    return atOnce(`nothing: do not contact${excluded ? ` (${excluded})` : ''}`);
  if (meant === 'unknown') return atOnce(`say where it stands in a word that is known: ${outreachStatuses.join(', ')}`);
  if (meant === 'declined' || meant === 'no_answer') return atOnce('nothing: it is settled');
  if (meant === 'placed' || placement !== '') {
    if (placement === '') return atOnce('write the address of what was published into placement');
    return atOnce(isDone(steps.thank) ? 'nothing: it is published, and is looked at in each run' : 'thank them');
  }
  if (meant === 'accepted') return atOnce('publish, then write its address into placement');
  const isPitched = meant === 'pitched' || isDone(steps.pitch);
  const open = (['subscribe', 'comment_1', 'comment_2', 'interview_or_help', 'pitch'] as const).find(
    (step) => !isDone(steps[step]),
  );
  if (!isPitched && open) return atOnce(sentences[open]);
  return isDone(steps.follow_up) ? lastWait(steps.follow_up.date, today) : followUp(steps.pitch.date, today);
}

function followUp(pitched: string, today: string): NextStep {
  const day = dayIn(pitched);
  if (day === null)
    return {
      text: `write the day of the pitch into pitch_date, such as ${today}, to see when to follow up`,
      date: null,
    };
  const from = addWorkingDays(day, followUpDays.from);
  const to = addWorkingDays(day, followUpDays.to);
  if (today < from) return { text: `wait; follow up once between ${from} and ${to}`, date: from };
  return { text: today <= to ? `follow up once, until ${to}` : `follow up once; it is due since ${to}`, date: from };
}

/** There is one follow-up; then it ends. */
function lastWait(followed: string, today: string): NextStep {
  const day = dayIn(followed);
  if (day === null) return { text: 'wait a week, then write no_answer into status', date: null };
  const until = addWorkingDays(day, followUpDays.to);
  return today < until
    ? { text: `wait for an answer until ${until}`, date: until }
    : { text: 'write no_answer into status: one follow-up is enough', date: null };
}
