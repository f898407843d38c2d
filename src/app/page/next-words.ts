import { valuesIn } from '../../outputs/html/sentences/sentence.ts';
import { type Word, isWord, say } from './language.ts';

/** What the program says of the next step, and how the page says it. */
export const nextSentences = [
  ['subscribe and read along for a week', 'app.next.subscribe'],
  ['comment on post_1', 'app.next.comment1'],
  ['comment on post_2, some days after the first comment', 'app.next.comment2'],
  ['ask for an interview (see its questions), or offer a useful piece of work for free', 'app.next.interview'],
  ['send the pitch, after you have filled in what it lacks', 'app.next.pitch'],
  ['nothing: do not contact ({why})', 'app.next.noContactWhy'],
  ['nothing: do not contact', 'app.next.noContact'],
  ['say where it stands in a word that is known: {words}', 'app.next.unknown'],
  ['nothing: it is settled', 'app.next.settled'],
  ['write the address of what was published into placement', 'app.next.address'],
  ['nothing: it is published, and is looked at in each run', 'app.next.published'],
  ['thank them', 'app.next.thank'],
  ['publish, then write its address into placement', 'app.next.publish'],
  ['write the day of the pitch into pitch_date, such as {day}, to see when to follow up', 'app.next.pitchDay'],
  ['wait; follow up once between {from} and {to}', 'app.next.wait'],
  ['follow up once, until {to}', 'app.next.followUp'],
  ['follow up once; it is due since {to}', 'app.next.overdue'],
  ['wait a week, then write no_answer into status', 'app.next.lastWeek'],
  ['wait for an answer until {until}', 'app.next.lastWait'],
  ['write no_answer into status: one follow-up is enough', 'app.next.noAnswer'],
] as const satisfies [string, Word][];

/** The next step in the language of the page; what is not known stays as the program says it. */
export function sayNext(text: string): string {
  for (const [template, word] of nextSentences) {
    const values = valuesIn(template, text);
    if (values !== null) return say(word, values);
  }
  return text;
}

/** A status in the language of the page; a word of the person's own stays. */
export function sayStatus(status: string): string {
  const key = `app.status.${status === '' ? 'open' : status}`;
  return isWord(key) ? say(key) : status;
}

/** A step before or after a pitch. */
export function sayStep(step: string): string {
  const key = `app.todo.${step}`;
  return isWord(key) ? say(key) : step;
}
