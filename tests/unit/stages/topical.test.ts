import { expect, test } from 'vitest';
import type { JudgeContext } from '../../../src/stages/context.ts';
import { createJudge } from '../../../src/stages/judge.ts';
import { wantsPosts } from '../../../src/stages/known-facts.ts';
import { termsIn, topicOf } from '../../../src/topic/parse-lines.ts';
import { fillFacts } from '../../../src/types/facts.ts';
import { outsideClasses } from '../../../src/types/judgement.ts';
import type { Decision } from '../../../src/types/input.ts';
import type { Criteria } from '../../../src/types/report.ts';
import type { Listed, Post } from '../../../src/types/resource.ts';
import { fakeNetwork, today } from './fake-network.ts';

const resource: Listed = {
  network: 'fake',
  id: 'loam',
  name: 'loam',
  title: 'Loam',
  url: 'https://fake.example/loam',
  host: 'fake.example',
  subscribers: 9000,
  countedBy: 'home',
};

const pottery = ['The kiln is cold.', 'Glaze drips again.', 'Clay from the bank.', 'Wheel throwing at dawn.'];
const talk = ['The ferry was late again.', 'It will be colder on Friday.', 'Our street has a new lamp.'];
const health = ['What insulin costs us each month.', 'Our diabetes group meets on Mondays.'];
const texts = (own: readonly string[], count = 24): string[] =>
  Array.from(
    { length: count },
    (_, at) => (at % 2 === 0 ? own : talk)[(at >> 1) % (at % 2 === 0 ? own : talk).length] ?? '',
  );

interface Case {
  posts: string[] | 'unread';
  topic?: string | null;
  description?: string | null;
  decision?: Decision['verdict'];
  criteria?: Partial<Criteria>;
  outsiders?: number;
}

function contextOf({
  posts,
  topic = 'en: kiln, glaze, clay, "wheel throwing"',
  description = null,
  decision,
  criteria,
  outsiders = 0,
}: Case): JudgeContext {
  const shown: Post[] = (posts === 'unread' ? [] : posts).map((text, index) => ({
    url: `https://fake.example/loam/${index}`,
    at: new Date(today).toISOString(),
    kind: index < outsiders ? 'repost' : 'own',
    author: index < outsiders ? `guest${index}` : 'loam',
    text,
  }));
  return {
    criteria: {
      minSubscribers: 5000,
      minCustomers: 1,
      thirdParty: 'ignore',
      thirdPartyClasses: [...outsideClasses],
      top: 100,
      ...criteria,
    },
    networks: [fakeNetwork('fake', new Map())],
    decisions: decision
      ? [
          {
            resource: { network: 'fake', id: 'loam', name: 'loam', url: resource.url },
            verdict: decision,
            note: 'mine',
            means: null,
          } as unknown as Decision,
        ]
      : [],
    topic: topic === null ? null : topicOf(termsIn(topic), null),
    facts: () => ({ facts: fillFacts(resource, { subscribers: 9000, description }), at: today }),
    evidence: () => (posts === 'unread' ? null : { posts: shown, at: today }),
    now: today,
    asked: true,
  };
}

const judged = (given: Case): string => {
  const { verdict, reason } = createJudge(contextOf(given))({ resource, customers: 2 });
  return `${verdict} ${reason}`;
};

test.each<[string, Case, string]>([
  ['of the field', { posts: texts(pottery) }, 'keep third_party_not_asked'],
  ['of another', { posts: texts(talk) }, 'drop off_topic'],
  ['with one word in another sense', { posts: texts(['Clay won in straight sets.']) }, 'drop off_topic'],
  ['with two', { posts: texts(['Clay won again.', 'Clay lost.', 'A glaze for buns.']) }, 'review topic_doubtful'],
  ['of few texts', { posts: pottery }, 'review topic_few_texts'],
  ['of few texts, described', { posts: pottery, description: 'Kilns and clay' }, 'keep third_party_not_asked'],
  [
    'in a language without a line',
    { posts: texts(['Печь остыла, а глина ещё нет.', 'Это не то, что мы хотели.']) },
    'review topic_language',
  ],
  ['whose posts did not come', { posts: 'unread' }, 'review not_reached'],
  ['without a topic', { posts: texts(talk), topic: null }, 'keep third_party_not_asked'],
])('a page %s', (_, given, expected) => {
  expect(judged(given)).toBe(expected);
});

test('evidence of outsiders does not save a page of another field, nor the field one without outsiders', () => {
  const criteria = { thirdParty: 'require' } as const;
  expect(judged({ posts: texts(pottery), criteria, outsiders: 4 })).toBe('keep third_party_evidence');
  expect(judged({ posts: texts(talk), criteria, outsiders: 4 })).toBe('drop off_topic');
  expect(judged({ posts: texts(pottery), criteria })).toBe('drop own_posts_only');
});

test.each<[Criteria['sensitive'], string]>([
  [undefined, 'review sensitive_subject'],
  ['drop', 'drop sensitive_subject'],
  ['keep', 'keep third_party_not_asked'],
])('sensitive pages under the rule %s: %s', (sensitive, expected) => {
  const posts = texts([...pottery, ...health]);
  expect(judged({ posts, criteria: { sensitive } })).toBe(expected);
  expect(judged({ posts, topic: null, criteria: { sensitive } })).toBe(expected);
});

test('a person decides, and what was found is shown', () => {
  const judge = createJudge(contextOf({ posts: texts([...talk, ...health]), decision: 'keep' }));
  expect(judge({ resource, customers: 2 })).toMatchObject({
    verdict: 'keep',
    reason: 'your_decision',
    ruleVerdict: 'drop',
    relevance: 0,
    sensitive: [{ subject: 'health', quote: health[0] }],
  });
});

test('posts are asked for where a topic or outsiders need them', () => {
  const candidate = { resource, customers: 2 };
  expect(wantsPosts(candidate, contextOf({ posts: [] }))).not.toBe(null);
  expect(wantsPosts(candidate, contextOf({ posts: [], topic: null }))).toBe(null);
  expect(wantsPosts(candidate, contextOf({ posts: [], topic: null, criteria: { thirdParty: 'require' } }))).not.toBe(
    null,
  );
});
