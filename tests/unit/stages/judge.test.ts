import { expect, test } from 'vitest';
import { outsideClasses } from '../../../src/types/judgement.ts';
import type { JudgeContext } from '../../../src/stages/context.ts';
import { createJudge, unexamined } from '../../../src/stages/judge.ts';
import type { Facts, Listed, Post } from '../../../src/types/resource.ts';
import { fakeNetwork, today } from './fake-network.ts';
import { webPages } from '../../../src/networks/web.ts';

const listed = (about: Partial<Listed> = {}): Listed => ({
  network: 'fake',
  id: 'r1',
  name: 'r1',
  title: null,
  url: 'https://fake.example/r1',
  host: 'fake.example',
  subscribers: null,
  countedBy: 'elsewhere',
  ...about,
});

const facts = (about: Partial<Facts> = {}): Facts => ({
  name: 'r1',
  title: null,
  url: 'https://fake.example/r1',
  subscribers: 5000,
  description: null,
  group: false,
  exists: true,
  ref: 'r1',
  host: 'fake.example',
  wishes: [],
  ...about,
});

const outside = (authors: string[]): Post[] =>
  authors.map((author) => ({
    url: `https://fake.example/${author}`,
    at: new Date(today).toISOString(),
    kind: 'repost',
    author,
    text: 'Notes on pruning, with drawings',
  }));

interface Case {
  resource?: Partial<Listed>;
  facts?: Partial<Facts> | null;
  posts?: Post[] | null | 'unread';
  rule?: 'require' | 'ignore';
  asked?: boolean;
}

function judged({
  resource = {},
  facts: about = {},
  posts = outside(['a', 'b']),
  rule = 'require',
  asked = true,
}: Case) {
  const knowledge: JudgeContext = {
    criteria: {
      minSubscribers: 5000,
      minCustomers: 1,
      thirdParty: rule,
      thirdPartyClasses: [...outsideClasses],
      top: 100,
    },
    networks: [fakeNetwork('fake', new Map()), webPages],
    decisions: [],
    facts: () => about && { facts: facts(about), at: today },
    evidence: () => (posts === 'unread' ? null : { posts, at: today }),
    now: today,
    asked,
  };
  const { verdict, reason, subscribers } = createJudge(knowledge)({ resource: listed(resource), customers: 2 });
  return [verdict, reason, subscribers];
}

test.each<[string, Case, unknown[]]>([
  ['exactly on the floor', {}, ['keep', 'third_party_evidence', 5000]],
  ['one below', { facts: { subscribers: 4999 } }, ['drop', 'below_floor', 4999]],
  ['hidden number', { facts: { subscribers: null } }, ['review', 'subscribers_unknown', null]],
  [
    'hidden number, many counted elsewhere',
    { facts: { subscribers: null }, resource: { subscribers: 7000 } },
    ['keep', 'third_party_evidence', 7000],
  ],
  [
    'hidden number, few counted elsewhere',
    { facts: { subscribers: null }, resource: { subscribers: 70 } },
    ['review', 'subscribers_unknown', null],
  ],
  [
    'a number written by hand',
    { facts: { subscribers: null }, resource: { subscribers: 70, countedBy: 'hand' } },
    ['drop', 'below_floor', 70],
  ],
  ['gone', { facts: { exists: false } }, ['drop', 'gone', 5000]],
  ['own posts', { posts: [] }, ['review', 'third_party_unknown', 5000]],
  ['one author', { posts: outside(['a']) }, ['drop', 'too_few_outside_authors', 5000]],
  ['posts that are not shown', { posts: null }, ['review', 'third_party_unknown', 5000]],
  ['posts not asked for', { rule: 'ignore', posts: 'unread' }, ['keep', 'third_party_not_asked', 5000]],
  ['facts out of reach', { facts: null }, ['review', 'not_reached', null]],
  ['facts not asked yet', { facts: null, asked: false }, ['review', 'not_asked_yet', null]],
  ['posts out of reach', { posts: 'unread' }, ['review', 'not_reached', 5000]],
  [
    'a web page with a number',
    { resource: { network: 'web', subscribers: 9000, countedBy: 'hand' }, facts: null, posts: 'unread' },
    ['review', 'third_party_unknown', 9000],
  ],
  [
    'a web page, question ignored',
    {
      resource: { network: 'web', subscribers: 9000, countedBy: 'hand' },
      facts: null,
      posts: 'unread',
      rule: 'ignore',
    },
    ['keep', 'third_party_not_asked', 9000],
  ],
  [
    'a web page without a number',
    { resource: { network: 'web' }, facts: null, posts: 'unread' },
    ['review', 'subscribers_unknown', null],
  ],
])('%s', (_, situation, expected) => {
  expect(judged(situation)).toEqual(expected);
});

test('what was not needed shows only what the lists said', () => {
  expect(unexamined({ resource: listed({ subscribers: 12 }), customers: 1 })).toMatchObject({
    verdict: 'unexamined',
    reason: 'not_needed',
    subscribers: 12,
  });
});
