import { describe, expect, test } from 'vitest';
import { type Contact, nextStep } from '../../../src/outreach/next-step.ts';
import { statusOf } from '../../../src/outreach/status-words.ts';
import { type Step, steps } from '../../../src/outreach/steps.ts';

/** A Friday. */
const today = '2026-11-27';

type Done = Partial<Record<Step, string>>;

/** What comes next where these steps were done on these days. */
const next = (done: Done = {}, given: Partial<Contact> = {}, day = today) =>
  nextStep(
    {
      status: '',
      placement: '',
      excluded: null,
      steps: Object.fromEntries(
        steps.map((step) => [step, { state: step in done ? 'x' : '', date: done[step] ?? '' }]),
      ) as Contact['steps'],
      ...given,
    },
    day,
  );

const before: Done = { subscribe: '', comment_1: '', comment_2: '', interview_or_help: '' };

describe('the next step', () => {
  test('is the first one of the method that is open', () => {
    const inOrder = steps
      .slice(0, 5)
      .map((_, at) => next(Object.fromEntries(steps.slice(0, at).map((step) => [step, '']))));
    expect(inOrder.map(({ text }) => text.split(/[ ,]/).slice(0, 3).join(' '))).toEqual([
      'subscribe and read',
      'comment on post_1',
      'comment on post_2',
      'ask for an',
      'send the pitch',
    ]);
  });

  test.each([
    ['2026-11-28', 'wait; follow up once between 2026-12-04 and 2026-12-08'],
    ['2026-12-04', 'follow up once, until 2026-12-08'],
    ['2026-12-08', 'follow up once, until 2026-12-08'],
    ['2026-12-09', 'follow up once; it is due since 2026-12-08'],
  ])('after a pitch on Friday is a follow-up five to seven working days later: on %s', (day, text) => {
    expect(next({ ...before, pitch: today }, {}, day)).toEqual({ text, date: '2026-12-04' });
  });

  test('after a pitch without a day asks for it', () => {
    expect(next({ ...before, pitch: '' }).text).toContain('pitch_date, such as 2026-11-27');
  });

  test('after the follow-up is to wait, and then to end it', () => {
    const followed = { ...before, pitch: '2026-11-16', follow_up: '2026-11-24' };
    expect(next(followed)).toEqual({ text: 'wait for an answer until 2026-12-03', date: '2026-12-03' });
    expect(next(followed, {}, '2026-12-03').text).toMatch(/^write no_answer/);
  });

  test('of what is published is to thank, once', () => {
    const placement = 'https://page.example/1';
    expect(next({}, { placement }).text).toBe('thank them');
    expect(next({ thank: '' }, { placement }).text).toMatch(/^nothing/);
    expect(next({}, { status: 'placed' }).text).toContain('placement');
  });
});

test.each([
  ['Ждем ответа', 'pitched'],
  ['ОТПРАВЛЕНО', 'pitched'],
  ['En attente', 'pitched'],
  ['accepte', 'accepted'],
  ['Zusage', 'accepted'],
  ['размещен', 'placed'],
  ['ΔΗΜΟΣΙΕΥΤΗΚΕ', 'placed'],
  ['publiée', 'placed'],
  ['Отклонили', 'declined'],
  ['Αρνηθηκαν', 'declined'],
  ['no answer', 'no_answer'],
  ['keine Antwort', 'no_answer'],
  ["don't contact", 'do_not_contact'],
  ['do_not_contact', 'do_not_contact'],
  ['', null],
  ['perhaps', 'unknown'],
])('the status %j means %j', (word, status) => {
  expect(statusOf(word)).toBe(status);
});
