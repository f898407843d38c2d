import { lookup } from '../text/lookup.ts';
import type { TeaserPart } from '../types/report.ts';
import { shortenings } from './shorten.ts';
import { type ResourceFields, type Template, fieldPattern } from './templates.ts';
import type { TextMeasure } from './text-limits.ts';

/** What the marketer says of the article; what is empty is left out. */
export interface TeaserParts {
  problem: string;
  solution: string;
  /** The content upgrade: what a reader gets on top of the article. */
  upgrade: string;
}

/** What a template is filled with. */
export interface TeaserContent {
  parts: TeaserParts;
  link: string;
  resource: ResourceFields;
}

/** How much of problem and solution is left. */
interface Step {
  p: number;
  s: number;
}

/**
 * The template with everything in its place, as long as the network allows. A paragraph whose fields are all empty is
 * left out. What is too long loses sentences at its end: the solution first, then the problem, each down to its first
 * sentence; a text of one sentence loses words, down to half. If that is not enough, the upgrade goes and both start
 * whole again, now down to nothing. The link is never cut; where nothing fits it stands alone. Words of the template's
 * own go first.
 * @param measure the length of a text, and whether the network takes it; a text of unknown limit is not cut
 * @returns the text, and the parts that were shortened or left out
 */
export function teaserText(
  { paragraphs, shorter = [] }: Template,
  content: TeaserContent,
  measure: (text: string) => TextMeasure,
): TeaserResult {
  let found = fitInto(paragraphs, content, measure);
  for (const fewer of shorter) {
    if (found.cut.length === 0) break;
    found = fitInto(fewer, content, measure);
  }
  return found;
}

interface TeaserResult {
  text: string;
  cut: TeaserPart[];
}

function fitInto(
  paragraphs: readonly string[],
  { parts, link, resource }: TeaserContent,
  measure: (text: string) => TextMeasure,
): TeaserResult {
  const problem = shortenings(oneLine(parts.problem));
  const solution = shortenings(oneLine(parts.solution));
  const upgrade = oneLine(parts.upgrade);
  const fixed = Object.fromEntries(Object.entries(resource).map(([name, value]) => [name, oneLine(value)]));

  const steps = [
    ...range(0, solution.sentence).map((s) => ({ p: 0, s })),
    ...range(1, problem.sentence).map((p) => ({ p, s: solution.sentence })),
    ...range(solution.sentence + 1, solution.least).map((s) => ({ p: problem.sentence, s })),
    ...range(problem.sentence + 1, problem.least).map((p) => ({ p, s: solution.least })),
  ];
  const moreSteps = [
    ...range(solution.least + 1, solution.last).map((s) => ({ p: problem.least, s })),
    ...range(problem.least + 1, problem.last).map((p) => ({ p, s: solution.last })),
  ];
  const filled = ({ p, s }: Step, last: string): string =>
    fill(paragraphs, { ...fixed, problem: problem.at(p), solution: solution.at(s), upgrade: last, link });
  const fits = (text: string): boolean => measure(text).fits !== false;

  const whole = firstFitting(steps, (step) => filled(step, upgrade), fits);
  if (whole) return { text: whole.text, cut: shortened(whole.step) };
  const without = firstFitting([...steps, ...moreSteps], (step) => filled(step, ''), fits);
  const lost: TeaserPart[] = upgrade === '' ? [] : ['upgrade'];
  if (without) return { text: without.text, cut: [...shortened(without.step), ...lost] };
  return { text: link, cut: [...shortened({ p: problem.last, s: solution.last }), ...lost] };
}

const shortened = ({ p, s }: Step): TeaserPart[] => [
  ...(p > 0 ? (['problem'] as const) : []),
  ...(s > 0 ? (['solution'] as const) : []),
];

/** Paragraphs with their fields filled, without those that had fields and nothing to fill them with. */
function fill(paragraphs: readonly string[], values: Record<string, string>): string {
  return paragraphs
    .filter((paragraph) => {
      const names = [...paragraph.matchAll(fieldPattern)].map(([, name = '']) => name);
      return names.length === 0 || names.some((name) => lookup(values, name) !== '');
    })
    .map((paragraph) => paragraph.replace(fieldPattern, (_, name: string) => lookup(values, name) ?? ''))
    .join('\n\n');
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The first step whose text fits, found by halves: later steps give shorter texts. Null where not even the last fits. */
function firstFitting(
  steps: Step[],
  textOf: (step: Step) => string,
  fits: (text: string) => boolean,
): { step: Step; text: string } | null {
  let best: { step: Step; text: string } | null = null;
  let [low, high] = [0, steps.length - 1];
  // The first look is at the whole text, which fits more often than not.
  for (let at = 0; low <= high; at = Math.floor((low + high) / 2)) {
    const step = steps[at];
    if (step === undefined) break;
    const text = textOf(step);
    if (fits(text)) [best, high] = [{ step, text }, at - 1];
    else low = at + 1;
  }
  return best;
}
