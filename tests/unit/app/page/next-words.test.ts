import { expect, test } from 'vitest';
import { nextSentences } from '../../../../src/app/page/next-words.ts';
import { valuesIn } from '../../../../src/outputs/html/sentences/sentence.ts';
import { nextStep } from '../../../../src/outreach/next-step.ts';
import { noCells } from '../../../../src/outreach/row.ts';
import { type Step, steps } from '../../../../src/outreach/steps.ts';

const today = '2026-11-28';

/** What is said next after some steps were done, with the day of the last one. */
function said(done: readonly Step[], given: { status?: string; placement?: string; excluded?: string; day?: string }) {
  const { status = '', placement = '', excluded = null, day = '' } = given;
  const cells = { ...noCells(0).steps };
  for (const step of done) cells[step] = { state: 'done', date: day };
  return nextStep({ status, steps: cells, placement, excluded }, today).text;
}

const beforePitch = steps.slice(0, steps.indexOf('pitch'));
const pitched = [...beforePitch, 'pitch'] as const;
const followed = [...pitched, 'follow_up'] as const;

const all = [
  ...beforePitch.map((_, index) => said(beforePitch.slice(0, index), {})),
  said(beforePitch, {}),
  said([], { status: 'do_not_contact' }),
  said([], { excluded: 'a partner' }),
  said([], { status: 'some day' }),
  said([], { status: 'declined' }),
  said([], { status: 'accepted' }),
  said([], { status: 'placed' }),
  said([], { placement: 'https://garden.example/1' }),
  said(steps, { placement: 'https://garden.example/1' }),
  said(pitched, {}),
  said(pitched, { day: today }),
  said(pitched, { day: '2026-11-20' }),
  said(pitched, { day: '2026-10-01' }),
  said(followed, {}),
  said(followed, { day: today }),
  said(followed, { day: '2026-10-01' }),
];

test.each([...new Set(all)])('the page has words of its own for "%s"', (text) => {
  expect(nextSentences.find(([template]) => valuesIn(template, text) !== null)).toBeDefined();
});

test('the page knows no sentence that is never said', () => {
  const unsaid = nextSentences.filter(([template]) => all.every((text) => valuesIn(template, text) === null));
  expect(unsaid).toEqual([]);
});
