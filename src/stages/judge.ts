import { isUnresolved } from '../text/bare-name.ts';
import { joinNotes, rowNotes } from '../text/row-notes.ts';
import type { Candidate, Reason, Row, ThirdParty, Verdict } from '../types/report.ts';
import type { Facts, Listed, Post, Resource } from '../types/resource.ts';
import { isMassPage } from './chance.ts';
import { type JudgeContext, accountsOf, networkOf } from './context.ts';
import { decisionFinder } from './decisions.ts';
import { resourceKey } from './keys.ts';
import { findingByHand } from './hand-counts.ts';
import { type KnownFacts, factsOf } from './known-facts.ts';
import { type ThirdPartyFinding, thirdPartyOf } from './third-party.ts';
import type { Moved } from './successors.ts';
import { createTopicalJudge } from './topical.ts';

export interface Judgement extends Pick<Row, 'relevance' | 'matchedTerms' | 'sensitive'> {
  verdict: Verdict;
  reason: Reason;
  note: string;
  subscribers: number | null;
  /** The same, but null where they are those of another page of the publisher. */
  ownSubscribers: number | null;
  /** A page that everybody follows, see `isMassPage`. */
  isMass: boolean;
  thirdParty: ThirdParty;
  /** Nothing tells of it but the lists, and these not how many subscribers it has. */
  isBare: boolean;
  /** What the rules say, where a person decided. */
  ruleVerdict: Verdict | null;
}

export type Judge = (candidate: Candidate) => Judgement;

const nothingKnown: ThirdParty = {
  kind: 'unknown',
  classes: [],
  share: null,
  postsRead: null,
  authors: null,
  evidenceUrl: null,
  evidenceDate: null,
  evidence: [],
};

export function createJudge(context: JudgeContext): Judge {
  const decisionOn = decisionFinder(context.decisions);
  const findingOn = remembering(context);
  const topical = createTopicalJudge(context);
  return ({ resource }) => {
    const known = factsOf(resource, context);
    const ownSubscribers = known.sister ? resource.subscribers : known.subscribers;
    const isMass = isMassPage(ownSubscribers, accountsOf(resource, context.networks)) === true;
    const evidence = context.evidence(resource);
    const count = context.countedOn?.(resource);
    const seen = count ? findingByHand(count, resource, known.facts, context.criteria.thirdPartyClasses) : null;
    const finding = seen ?? (evidence && findingOn(resource, evidence, known.facts));
    const decision = decisionOn(resource);
    const { strictest, ...reading } = topical(resource, known.facts, evidence);
    const isAsked = !networkOf(resource, context.networks).closed;
    const ruled = ruling({ ...known, finding, isAsked }, context);
    const second = isOpenQuestion(ruled[1]) ? context.secondOpinions?.get(resourceKey(resource)) : undefined;
    const [verdict, reason] = decision
      ? ([decision.verdict, 'your_decision'] as const)
      : isUnresolved(resource)
        ? (['review', 'unresolved'] as const)
        : strictest(second ? [second.verdict, 'by_assistant'] : ruled);
    const thirdParty = finding?.thirdParty ?? nothingKnown;
    const isSecond = second !== undefined && reason === 'by_assistant';
    return {
      verdict,
      reason,
      note: joinNotes([
        isSecond ? second.note : (decision?.note ?? (reason === 'subscribers_unknown' ? countedBySome(resource) : '')),
        known.sister ? borrowedFrom(known.sister, ownSubscribers === null) : '',
        seen ? rowNotes.countedByHand(count?.on ?? null) : '',
      ]),
      subscribers: known.subscribers,
      ownSubscribers,
      isMass,
      isBare:
        verdict !== 'keep' && !decision && known.facts === null && evidence === null && known.subscribers === null,
      thirdParty: isSecond ? { ...thirdParty, evidence: second.evidence } : thirdParty,
      ruleVerdict: decision && finding ? strictest(ruled)[0] : null,
      ...reading,
    };
  };
}

const borrowedFrom = ({ url }: Resource, withCount: boolean): string =>
  withCount ? rowNotes.sisterCount(url) : rowNotes.sisterFacts(url);

/** What another server knows proves too little to drop a resource, and may help whoever decides. */
const countedBySome = ({ subscribers, countedBy: counted }: Listed): string =>
  counted === 'elsewhere' && subscribers !== null ? rowNotes.countedElsewhere(subscribers) : '';

/** What the rules leave to a person, or find doubtful, though there are texts to read. */
export const isOpenQuestion = (reason: Reason): boolean =>
  reason === 'signs_contradict' ||
  reason === 'language_unknown' ||
  reason === 'paid_placements_only' ||
  reason === 'too_few_outside_authors';

/** Texts are judged once for each time they were read. */
function remembering({ now, criteria: { thirdPartyClasses } }: JudgeContext) {
  const known = new Map<string, { at: number; finding: ThirdPartyFinding }>();
  return (resource: Resource, { posts, at }: { posts: Post[] | null; at: number }, facts: Facts | null) => {
    const key = resourceKey(resource);
    const before = known.get(key);
    if (before?.at === at) return before.finding;
    const finding = thirdPartyOf(posts, facts, at, now, thirdPartyClasses);
    known.set(key, { at, finding });
    return finding;
  };
}

/** The judgement of a candidate that the asked top does not need. Only what the lists said of it is shown. */
export const unexamined = ({ resource }: Candidate): Judgement => ({
  verdict: 'unexamined',
  reason: 'not_needed',
  note: '',
  subscribers: resource.subscribers,
  ownSubscribers: resource.subscribers,
  isMass: false,
  isBare: true,
  thirdParty: nothingKnown,
  ruleVerdict: null,
  relevance: null,
  matchedTerms: [],
  sensitive: [],
});

/** The judgement of an address that nobody is counted at: who has moved is looked at where they are. */
export const movedAway = ({ resource, to }: Moved): Judgement => ({
  ...unexamined({ resource, customers: 0 }),
  isBare: false,
  verdict: 'drop',
  reason: 'moved',
  note: rowNotes.movedTo(to.url),
});

interface Findings extends KnownFacts {
  finding: ThirdPartyFinding | null;
  /** Its network can be asked. */
  isAsked: boolean;
}

function ruling(
  { facts, subscribers, missing, finding, isAsked }: Findings,
  { criteria, asked }: JudgeContext,
): [Verdict, Reason] {
  const unanswered = asked ? 'not_reached' : 'not_asked_yet';
  if (missing) return ['review', unanswered];
  if (facts && !facts.exists) return ['drop', 'gone'];
  if (subscribers === null) return ['review', 'subscribers_unknown'];
  if (subscribers < criteria.minSubscribers) return ['drop', 'below_floor'];
  if (criteria.thirdParty === 'ignore') return ['keep', 'third_party_not_asked'];
  if (!finding) return ['review', facts && isAsked ? unanswered : 'third_party_unknown'];
  if (finding.lacking === 'nothing') return ['keep', 'third_party_evidence'];
  if (finding.lacking === 'choice') return ['drop', 'class_not_chosen'];
  if (finding.lacking === 'refused') return ['drop', 'texts_refused'];
  if (finding.lacking === 'doubt') return ['review', 'signs_contradict'];
  if (finding.lacking === 'language') return ['review', 'language_unknown'];
  if (finding.lacking === 'paid') return ['review', 'paid_placements_only'];
  if (finding.lacking === 'posts') return ['review', 'third_party_unknown'];
  if (finding.lacking === 'recency') return ['drop', 'outside_posts_too_old'];
  return ['drop', finding.thirdParty.authors === 0 ? 'own_posts_only' : 'too_few_outside_authors'];
}
