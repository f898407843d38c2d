import { type Lack, type Opinion, judgeResource } from '../judgement/judge-resource.ts';
import type { OutsideClass } from '../types/judgement.ts';
import type { ThirdParty } from '../types/report.ts';
import type { Facts, Post } from '../types/resource.ts';

/** How many of the latest posts are looked at. */
export const maxPosts = 50;

export interface ThirdPartyFinding {
  thirdParty: ThirdParty;
  /** What keeps outside posts, if there are any, from being evidence; `choice` where their classes do not count. */
  lacking: Lack | 'choice';
}

/**
 * How a resource publishes outside authors.
 * @param posts null where the network does not show them
 * @param wanted the classes that count
 */
export function thirdPartyOf(
  posts: Post[] | null,
  facts: Facts | null,
  readAt: number,
  now: number,
  wanted: readonly OutsideClass[],
): ThirdPartyFinding {
  const opinion = opinionOf(posts && posts.slice(0, maxPosts), facts, now);
  const { kind, classes, lacking, outside, latest, authors, evidence } = opinion;
  const chosen = classes.filter((each) => wanted.includes(each));
  const isUnwanted = lacking === 'nothing' && chosen.length === 0;
  const [first] = evidence;
  const date = first && (first.at ?? new Date(readAt).toISOString());
  const thirdParty = {
    kind: lacking === 'nothing' ? (chosen[0] ?? kind) : kind,
    classes,
    share: latest > 0 ? outside / latest : null,
    postsRead: latest > 0 ? latest : null,
    authors,
    evidenceUrl: first?.url ?? null,
    evidenceDate: date ?? null,
    evidence,
  };
  return { thirdParty, lacking: isUnwanted ? 'choice' : lacking };
}

/** Whether posts already prove what further ones could only repeat. */
export const isProven = (posts: Post[], facts: Facts, now: number): boolean =>
  opinionOf(posts, facts, now).lacking === 'nothing';

const opinionOf = (posts: Post[] | null, facts: Facts | null, now: number): Opinion =>
  judgeResource(
    {
      title: facts?.title ?? null,
      name: facts?.name ?? '',
      url: facts?.url ?? '',
      description: facts?.description ?? null,
      open: facts?.group === true,
      suggestions: facts?.suggestions === true,
    },
    posts,
    now,
  );
