import type { Candidate } from '../types/report.ts';
import type { CandidateList } from './candidates.ts';
import type { Judge, Judgement } from './judge.ts';

/** The next candidates that are needed for sure, see `neededFrom`, and where they end. */
interface Needed {
  candidates: Candidate[];
  end: number;
}

/**
 * The next whole levels of equal customers, until they could hold `missing` kept resources. Whatever is kept among them,
 * none of them could have been left out.
 */
export function neededFrom(list: CandidateList, start: number, missing: number): Needed {
  const candidates: Candidate[] = [];
  while (candidates.length < missing) {
    const level = levelAt(list, start + candidates.length);
    if (level.length === 0) break;
    for (const candidate of level) candidates.push(candidate);
  }
  return { candidates, end: start + candidates.length };
}

/** Those that as many customers follow as the one here, from it on. */
function levelAt(list: CandidateList, start: number): Candidate[] {
  const level: Candidate[] = [];
  for (let at = start; ; at++) {
    const candidate = list.at(at);
    if (!candidate || (level[0] && candidate.customers !== level[0].customers)) return level;
    level.push(candidate);
  }
}

/** Whether a resource is kept, and does not stand behind all others as a page that everybody follows. */
export const isInMainBlock = ({ verdict, isMass }: Judgement): boolean => verdict === 'keep' && !isMass;

/** A candidate with its judgement. */
export interface Judged {
  candidate: Candidate;
  judgement: Judgement;
}

/** The first candidates with their judgements, level after level until `top` are kept, or may be. */
export function* judgeLevels(list: CandidateList, top: number, judge: Judge): Generator<Judged> {
  let kept = 0;
  for (let start = 0; kept < top;) {
    const level = levelAt(list, start);
    if (level.length === 0) return;
    for (const candidate of level) {
      const judgement = judge(candidate);
      // What nobody was asked about may be kept: who asks begins with these.
      if (isInMainBlock(judgement) || judgement.reason === 'not_asked_yet') kept += 1;
      yield { candidate, judgement };
    }
    start += level.length;
  }
}
