import type { Candidate } from '../types/report.ts';
import type { Judge, Judgement } from './judge.ts';

/**
 * Where the next levels end that are needed for sure: whole levels of equal customers, until they could hold `missing`
 * kept resources. Whatever is kept among them, none of them could have been left out.
 * @param candidates by customers, most first
 */
export function endOfNeeded(candidates: Candidate[], start: number, missing: number): number {
  let end = start;
  while (end < candidates.length && end - start < missing) end = endOfLevel(candidates, end);
  return end;
}

function endOfLevel(candidates: Candidate[], start: number): number {
  const level = candidates[start]?.customers;
  let end = start;
  while (end < candidates.length && candidates[end]?.customers === level) end += 1;
  return end;
}

/** Whether a resource is kept, and does not stand behind all others as a page that everybody follows. */
export const isInMainBlock = ({ verdict, isMass }: Judgement): boolean => verdict === 'keep' && !isMass;

/** Candidates with their judgements, level after level until `top` are kept; null for those behind. */
export function judgeLevels(candidates: Candidate[], top: number, judge: Judge): (Judgement | null)[] {
  const judgements: (Judgement | null)[] = [];
  let kept = 0;
  while (judgements.length < candidates.length && kept < top) {
    const start = judgements.length;
    for (const candidate of candidates.slice(start, endOfLevel(candidates, start))) {
      const judgement = judge(candidate);
      judgements.push(judgement);
      if (isInMainBlock(judgement)) kept += 1;
    }
  }
  while (judgements.length < candidates.length) judgements.push(null);
  return judgements;
}
