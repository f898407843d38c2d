import { type TopicReading, createPageReader } from '../topic/read-page.ts';
import type { Reason, Verdict } from '../types/report.ts';
import type { Facts, Post, Resource } from '../types/resource.ts';
import { type JudgeContext, networkOf } from './context.ts';
import { resourceKey } from './keys.ts';

type Ruling = readonly [Verdict, Reason];
type Evidence = { posts: Post[] | null; at: number } | null;

/** What the topic and the rule for sensitive subjects say of a resource whose facts may be known. */
export interface TopicalOpinion extends Omit<TopicReading, 'finding'> {
  /** The strictest of what else was ruled, the topic and the sensitive subjects; of two alike the first. */
  strictest: (ruled: Ruling) => Ruling;
}

/** Texts are read once for each time they were asked for. */
export function createTopicalJudge(
  context: JudgeContext,
): (resource: Resource, facts: Facts | null, evidence: Evidence) => TopicalOpinion {
  const read = createPageReader(context.topic ?? null);
  const rule = context.criteria.sensitive ?? 'review';
  const known = new Map<string, { at: number; described: string; reading: TopicReading }>();
  const readingOf = (resource: Resource, facts: Facts | null, evidence: Evidence): TopicReading => {
    const { title, description, url } = { description: null, ...resource, ...facts };
    const described = JSON.stringify([title, description]);
    const before = known.get(resourceKey(resource));
    if (evidence && before?.at === evidence.at && before.described === described) return before.reading;
    const reading = read({ title, description, url }, evidence?.posts ?? []);
    if (evidence) known.set(resourceKey(resource), { at: evidence.at, described, reading });
    return reading;
  };
  return (resource, facts, evidence) => {
    const { finding, ...reading } = readingOf(resource, facts, evidence);
    const isUnasked = evidence === null && facts !== null && !networkOf(resource, context.networks).closed;
    const rulings: Ruling[] = [];
    if (finding === 'off_topic') rulings.push(['drop', finding]);
    else if (finding === 'topic_few_texts' && isUnasked)
      rulings.push(['review', context.asked ? 'not_reached' : 'not_asked_yet']);
    else if (finding !== null && finding !== 'relevant') rulings.push(['review', finding]);
    if (reading.sensitive.length > 0 && rule !== 'keep') rulings.push([rule, 'sensitive_subject']);
    return { ...reading, strictest: (ruled) => strictestOf([ruled, ...rulings]) };
  };
}

const strictestOf = (rulings: readonly Ruling[]): Ruling =>
  rulings.find(([verdict]) => verdict === 'drop') ??
  rulings.find(([verdict]) => verdict === 'review') ??
  rulings[0] ?? ['keep', 'third_party_not_asked'];
