import { isUnresolved } from '../text/bare-name.ts';
import type { Decision, ResourceName } from '../types/input.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Candidate, Criteria, Reason, ThirdParty, Verdict } from '../types/report.ts';
import type { Evidence, Facts, Listed, Resource } from '../types/resource.ts';
import { type ThirdPartyFinding, thirdPartyOf } from './third-party.ts';

/** What a candidate is judged by. The same knowledge gives the same judgement on every machine. */
export interface JudgeContext {
  criteria: Criteria;
  networks: readonly AnyNetwork[];
  decisions: Decision[];
  facts(resource: Resource): { facts: Facts; at: number } | null;
  evidence(resource: Resource): { posts: Evidence[] | null; at: number } | null;
  now: number;
  /** Whether networks were asked in this run: what is missing then could not be reached. */
  asked: boolean;
}

export interface Judgement {
  verdict: Verdict;
  reason: Reason;
  note: string;
  subscribers: number | null;
  thirdParty: ThirdParty;
}

export type Judge = (candidate: Candidate) => Judgement;

const nothingKnown: ThirdParty = { kind: 'unknown', share: null, authors: null, evidenceUrl: null, evidenceDate: null };

export function createJudge(knowledge: JudgeContext): Judge {
  const decisionOn = decisionFinder(knowledge.decisions);
  return ({ resource }) => {
    const { facts, subscribers, missing } = factsOf(resource, knowledge);
    const evidence = knowledge.evidence(resource);
    const finding = evidence && thirdPartyOf(evidence.posts, facts, evidence.at, knowledge.now);
    const decision = decisionOn(resource);
    const [verdict, reason] = decision
      ? ([decision.verdict, 'your_decision'] as const)
      : isUnresolved(resource)
        ? (['review', 'unresolved'] as const)
        : ruling({ facts, subscribers, missing, finding }, knowledge);
    return {
      verdict,
      reason,
      note: decision?.note ?? '',
      subscribers,
      thirdParty: finding ? plain(finding) : nothingKnown,
    };
  };
}

/** The judgement of a candidate that the asked top does not need. Only what the lists said of it is shown. */
export const unexamined = ({ resource }: Candidate): Judgement => ({
  verdict: 'unexamined',
  reason: 'not_needed',
  note: '',
  subscribers: resource.subscribers,
  thirdParty: nothingKnown,
});

interface Seen {
  facts: Facts | null;
  subscribers: number | null;
  /** The facts were needed and are not there. */
  missing: boolean;
  finding: ThirdPartyFinding | null;
}

function ruling({ facts, subscribers, missing, finding }: Seen, { criteria, asked }: JudgeContext): [Verdict, Reason] {
  const unanswered = asked ? 'not_reached' : 'not_asked_yet';
  if (missing) return ['review', unanswered];
  if (facts && !facts.exists) return ['drop', 'gone'];
  if (subscribers === null) return ['review', 'subscribers_unknown'];
  if (subscribers < criteria.minSubscribers) return ['drop', 'below_floor'];
  if (criteria.thirdParty === 'ignore') return ['keep', 'third_party_not_asked'];
  if (!finding) return ['review', facts ? unanswered : 'third_party_unknown'];
  if (finding.lacking === 'nothing') return ['keep', 'third_party_evidence'];
  if (finding.kind === 'paid_only') return ['review', 'paid_placements_only'];
  if (finding.lacking === 'posts') return ['review', 'third_party_unknown'];
  if (finding.lacking === 'recency') return ['drop', 'outside_posts_too_old'];
  return ['drop', finding.authors === 0 ? 'own_posts_only' : 'too_few_outside_authors'];
}

/** What a candidate's network says of it; where nobody needs to be asked, what the lists say. */
function factsOf(listed: Listed, knowledge: JudgeContext): Omit<Seen, 'finding'> {
  const network = networkOf(listed, knowledge);
  const known = knowledge.facts(listed);
  if (known) {
    const subscribers = known.facts.subscribers ?? countElsewhere(listed, knowledge.criteria.minSubscribers);
    return { facts: known.facts, subscribers, missing: false };
  }
  if (network.closed || isUnresolved(listed)) return { facts: null, subscribers: listed.subscribers, missing: false };
  const settled = network.decidesFloor(listed, knowledge.criteria.minSubscribers);
  const facts = settled ? { ...unknownFacts(listed), subscribers: listed.subscribers } : null;
  return { facts, subscribers: listed.subscribers, missing: !settled };
}

/**
 * What stands in for a count that the resource's home does not tell: the number that a person wrote into `follows.csv`,
 * or what another server counted, which knows only some of the subscribers and so can prove the floor but not refute it.
 */
function countElsewhere({ subscribers, countedBy: counted }: Listed, floor: number): number | null {
  return counted === 'hand' || (subscribers ?? 0) >= floor ? subscribers : null;
}

/** Whether the facts must still be asked, for this candidate to be judged. */
export function wantsFacts({ resource }: Candidate, knowledge: JudgeContext): boolean {
  const network = networkOf(resource, knowledge);
  return (
    !network.closed && !isUnresolved(resource) && !network.decidesFloor(resource, knowledge.criteria.minSubscribers)
  );
}

/** Whether the posts decide: the candidate passes the floor, and evidence is asked for. Returns the facts to ask with. */
export function wantsPosts({ resource }: Candidate, knowledge: JudgeContext): Facts | null {
  if (knowledge.criteria.thirdParty === 'ignore' || networkOf(resource, knowledge).closed) return null;
  const { facts, subscribers } = factsOf(resource, knowledge);
  if (!facts?.exists || subscribers === null || subscribers < knowledge.criteria.minSubscribers) return null;
  return facts;
}

export function networkOf({ network }: { network: string }, { networks }: Pick<JudgeContext, 'networks'>): AnyNetwork {
  const found = networks.find(({ id }) => id === network);
  if (!found) throw new Error(`no network is called ${network}`);
  return found;
}

/** The facts of a resource whose home tells none: no more than its name, and whether a list called it a group. */
export const unknownFacts = ({ name, title, url, host, group = false }: Resource & { group?: boolean }): Facts => ({
  name,
  title,
  url,
  host,
  ref: '',
  subscribers: null,
  description: null,
  group,
  exists: true,
  wishes: [],
});

/** A decision that says more than what a name means. */
type Ruled = Decision & { verdict: NonNullable<Decision['verdict']> };

/** Finds a person's decision by the resource's id, its name or its address, or by the bare name that means it. */
export function decisionFinder(decisions: Decision[]): (resource: Resource) => Ruled | undefined {
  const byName = new Map<string, Ruled>();
  for (const { verdict, ...decision } of decisions) {
    if (verdict === null) continue;
    for (const name of spellings(decision.means ?? decision.resource)) byName.set(name, { ...decision, verdict });
  }
  return (resource) =>
    spellings(resource)
      .map((name) => byName.get(name))
      .find(Boolean);
}

const spellings = ({ network, id, name, url }: Resource | ResourceName): string[] =>
  [id, name && `@${name.toLowerCase()}`, url].filter(Boolean).map((text) => `${network}:${text}`);

const plain = ({ kind, share, authors, evidenceUrl, evidenceDate }: ThirdPartyFinding): ThirdParty => ({
  kind,
  share,
  authors,
  evidenceUrl,
  evidenceDate,
});
