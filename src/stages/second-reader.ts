import { blocksOf } from './apart.ts';
import type { CandidateList } from './candidates.ts';
import type { SecondOpinion } from '../types/judgement.ts';
import type { Facts, Post } from '../types/resource.ts';
import type { JudgeContext } from './context.ts';
import { type Judge, isOpenQuestion } from './judge.ts';
import { resourceKey } from './keys.ts';
import { judgeLevels } from './levels.ts';

/** Resources that are asked about in one run. */
const mostAsked = 50;

/**
 * Asks a second reader about what the rules leave open, the most shared first.
 * @returns what it said, by network and id
 */
export async function readAgain(
  candidates: CandidateList,
  context: JudgeContext,
  judge: Judge,
  ask: (facts: Facts, posts: readonly Post[]) => Promise<SecondOpinion | null>,
): Promise<Map<string, SecondOpinion>> {
  const opinions = new Map<string, SecondOpinion>();
  const open = blocksOf(candidates, context.criteria).flatMap(({ candidates: together }) => {
    const judged = [...judgeLevels(together, context.criteria.top, judge)];
    return judged.flatMap(({ candidate, judgement }) => (isOpenQuestion(judgement.reason) ? candidate : []));
  });
  for (const { resource } of open.slice(0, mostAsked)) {
    const facts = context.facts(resource)?.facts;
    const posts = context.evidence(resource)?.posts;
    const opinion = facts && posts && posts.length > 0 ? await ask(facts, posts) : null;
    if (opinion) opinions.set(resourceKey(resource), opinion);
  }
  return opinions;
}
