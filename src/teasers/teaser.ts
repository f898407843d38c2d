import { measureText } from './text-limits.ts';
import { shortenings } from './shorten.ts';

/** What the marketer says of the article; what is empty is left out. */
export interface TeaserParts {
  problem: string;
  solution: string;
  /** The content upgrade: what a reader gets on top of the article. */
  upgrade: string;
}

/**
 * Problem, solution, link and content upgrade, each a paragraph of one line, as long as the network allows.
 * What is too long loses words at the end: the solution first, then the problem, each down to half. If that is not
 * enough, the upgrade goes and both start whole again, now down to nothing. The link is never cut.
 */
export function teaserText(parts: TeaserParts, link: string, network: string): string {
  const problem = shortenings(oneLine(parts.problem), network);
  const solution = shortenings(oneLine(parts.solution), network);
  const upgrade = oneLine(parts.upgrade);

  const steps = [
    ...range(0, solution.half).map((s) => ({ p: 0, s })),
    ...range(1, problem.half).map((p) => ({ p, s: solution.half })),
  ];
  const moreSteps = [
    ...range(solution.half + 1, solution.last).map((s) => ({ p: problem.half, s })),
    ...range(problem.half + 1, problem.last).map((p) => ({ p, s: solution.last })),
  ];
  const paragraphs = ({ p, s }: { p: number; s: number }, last: string): string =>
    [problem.at(p), solution.at(s), link, last].filter((paragraph) => paragraph !== '').join('\n\n');

  return (
    firstFitting(steps, (step) => paragraphs(step, upgrade), network) ??
    firstFitting([...steps, ...moreSteps], (step) => paragraphs(step, ''), network) ??
    link
  );
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The text of the first step that fits, found by halves: later steps give shorter texts. Null where not even the last fits. */
function firstFitting<Step>(steps: Step[], textOf: (step: Step) => string, network: string): string | null {
  let best: string | null = null;
  let [low, high] = [0, steps.length - 1];
  // The first look is at the whole text, which fits more often than not.
  for (let at = 0; low <= high; at = Math.floor((low + high) / 2)) {
    const step = steps[at];
    if (step === undefined) break;
    const text = textOf(step);
    if (measureText(text, network).fits) [best, high] = [text, at - 1];
    else low = at + 1;
  }
  return best;
}
