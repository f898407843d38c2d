import type { Candidate, Verdict } from '../types/report.ts';
import type { Block } from './apart.ts';
import type { JudgeContext } from './context.ts';
import { decisionFinder, spellings } from './decisions.ts';
import { type Judge, unexamined } from './judge.ts';
import { type Judged, isInMainBlock, judgeLevels } from './levels.ts';

/** Resources of which the lists alone tell, that a report shows at most; the others stand in candidates.csv alone. */
const mostBare = 2000;

/**
 * What is shown of a block: all that was found out, and the first of those of which only the lists tell. The others are
 * judged when somebody asks for them, and not kept: there may be millions.
 */
export interface Selection {
  block: Block;
  /** In the order of the candidates. */
  shown(): Judged[];
  /** The others, in the same order. */
  others(): Iterable<Judged>;
  /** How many others there are, by verdict. */
  otherVerdicts: ReadonlyMap<Verdict, number>;
  /** Resources that fewer customers follow are neither. */
  least: number;
  /** Shows those, too, that these names mean, see `spellings`. */
  show(names: ReadonlySet<string>): void;
}

/** @param isTold whether something that is not in the lists tells of all resources */
export function selectFrom(block: Block, context: JudgeContext, judge: Judge, isTold: boolean): Selection {
  const { candidates } = block;
  const { top, minCustomers } = context.criteria;
  const decisionOn = decisionFinder(context.decisions);
  const isDecided = context.decisions.some(({ verdict }) => verdict !== null);
  const shown = new Map<number, Judged>();
  const verdicts = new Map<Verdict, number>();
  const add = (verdict: Verdict, many: number): void => void verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + many);
  let end = 0;
  let kept = 0;
  let bare = 0;
  let least = context.leastUnexamined ?? minCustomers;
  for (const judged of judgeLevels(candidates, top, judge)) {
    if (isTold || !judged.judgement.isBare || bare++ < mostBare) shown.set(end, judged);
    else add(judged.judgement.verdict, 1);
    if (isInMainBlock(judged.judgement)) kept += 1;
    least = Math.min(least, judged.candidate.customers);
    end += 1;
  }
  // Whoever has read to the end has read all there are.
  if (kept < top && !candidates.at(end)) least = minCustomers;
  const limit = Math.max(end, candidates.sharedBy(least));
  /** Behind the asked top only a person's decision counts. */
  const behind = (candidate: Candidate): Judged => ({
    candidate,
    judgement: (decisionOn(candidate.resource) ? judge : unexamined)(candidate),
  });
  let at = end;
  for (; at < limit && bare < mostBare; at++, bare++) {
    const candidate = candidates.at(at);
    if (candidate) shown.set(at, behind(candidate));
  }
  add('unexamined', limit - at);
  for (let next = at; ; next++) {
    const candidate = isDecided ? candidates.at(next) : undefined;
    if (!candidate) break;
    if (!decisionOn(candidate.resource)) continue;
    shown.set(next, behind(candidate));
    if (next < limit) add('unexamined', -1);
  }

  function* others(): Generator<Judged> {
    for (let index = 0; index < limit; index++) {
      const candidate = shown.has(index) ? undefined : candidates.at(index);
      if (candidate) yield { candidate, judgement: (index < end ? judge : unexamined)(candidate) };
    }
  }
  return {
    block,
    shown: () => [...shown].toSorted(([a], [b]) => a - b).map(([, judged]) => judged),
    others,
    otherVerdicts: verdicts,
    least,
    show(names) {
      if (names.size === 0 || [...verdicts.values()].every((many) => many === 0)) return;
      for (let index = 0; index < limit; index++) {
        const candidate = shown.has(index) ? undefined : candidates.at(index);
        if (!candidate || !spellings(candidate.resource).some((name) => names.has(name))) continue;
        const judgement = (index < end ? judge : unexamined)(candidate);
        shown.set(index, { candidate, judgement });
        add(judgement.verdict, -1);
      }
    },
  };
}
